"""Holds what mulin tally says against DuckDB, NumPy and SciPy: engines that are not ours.

Usage: tally_check.py TALLY.json things.parquet contours.geojson
Prints `ok` and what was compared, or fails with the difference.
"""

import json
import math
import sys

import duckdb
import numpy
from scipy import stats

tally_file, parquet, contours = sys.argv[1:4]
with open(tally_file, encoding="utf-8") as file:
    tally = json.load(file)
things = duckdb.sql(f"SELECT * FROM '{parquet}'")

# Counts by kind, of designs and of things.
counted = duckdb.sql("SELECT kind, count(DISTINCT receipt), count(*) FROM things GROUP BY kind").fetchall()
ours = sorted((row["kind"], row["designs"], row["things"]) for row in tally["kinds"])
assert sorted(counted) == ours, f"DuckDB counts {sorted(counted)}, mulin {ours}"

# Designs by house, of those that have a thing; those without are in no row.
houses = dict(duckdb.sql("SELECT building, count(DISTINCT receipt) FROM things GROUP BY building").fetchall())
empty = sum(design["things"] == 0 for design in tally["designs"])
said = {row["value"]: row["designs"] for row in tally["buildings"]}
off = sum(abs(said[house] - count) for house, count in houses.items())
assert off <= empty, f"DuckDB counts {houses}, mulin {said}"

# Coverage: chi square and Kish's effective number, by SciPy and NumPy.
coverage = tally["agreement"]["coverage"]
known = [row for row in coverage["houses"] if row["households"]]
seen = numpy.array([row["designs"] for row in known], dtype=float)
there = numpy.array([row["households"] for row in known], dtype=float)
if seen.sum() > 0 and len(known) > 1:
    chi = stats.chisquare(seen, there / there.sum() * seen.sum())
    assert math.isclose(chi.statistic, coverage["chi_square"]["value"], abs_tol=1e-2, rel_tol=1e-4), (chi, coverage["chi_square"])
    assert coverage["chi_square"]["freedom"] == len(known) - 1
    weights = numpy.repeat(numpy.divide(there / there.sum(), seen / seen.sum(), out=numpy.zeros_like(seen), where=seen > 0), seen.astype(int))
    effective = weights.sum() ** 2 / (weights**2).sum()
    assert abs(effective - coverage["effective_designs"]) < 0.1, (effective, coverage["effective_designs"])

# Density: the highest value of each kind by the plain sum over its things, against the lines' levels, which are
# sevenths of the highest.
bandwidth = tally["agreement"]["bandwidth_m"]
with open(contours, encoding="utf-8") as file:
    lines = json.load(file)
highest = {}
for feature in lines["features"]:
    properties = feature["properties"]
    highest[properties["kind"]] = max(highest.get(properties["kind"], 0.0), properties["votes_a_hectare"])
worst = 0.0
spots = tally["agreement"]["hot_spots"]
for kind, level in highest.items():
    rows = duckdb.sql(f"SELECT x, y, 1.0 / count(*) OVER (PARTITION BY receipt) AS vote FROM things WHERE kind = '{kind}'").fetchnumpy()
    x, y, vote = (numpy.asarray(rows[name], dtype=float) for name in ("x", "y", "vote"))
    def density(px, py):
        return (vote * stats.norm.pdf(x, px, bandwidth) * stats.norm.pdf(y, py, bandwidth)).sum() * 10_000
    best = max(density(*spot["at"]) for spot in spots if spot["kind"] == kind)
    worst = max(worst, abs(level * 7 / 6 - best) / best)
assert worst < 0.02, f"the highest density is off by {worst:.3%}"
print(f"ok: {len(ours)} kinds, {len(houses)} houses, {len(highest)} densities (worst {worst:.2%} off), chi square and effective number")
