"""Reads each GeoJSON as QGIS does, by GDAL, and prints it as one JSON: layers, system, fields, and every row."""

import json
import sys

import pyogrio
from pyogrio import raw


def plain(value):
    """A cell of the table as JSON has it."""
    if value is None or value != value:
        return None
    return value.item() if hasattr(value, "item") and value.dtype.kind in "iuf" else str(value)


read = []
for path in sys.argv[1:]:
    about = pyogrio.read_info(path)
    head, _, shapes, columns = raw.read(path)
    names = [str(name) for name in head["fields"]]
    rows = [dict(zip(names, map(plain, row))) for row in zip(*columns)]
    # The sort of a geometry is the second to fifth byte of its well-known binary form.
    sorts = [None if shape is None else int.from_bytes(shape[1:5], "little") for shape in shapes]
    read.append({
        "layers": [str(name) for name, _ in pyogrio.list_layers(path)],
        "crs": about["crs"],
        "types": dict(zip(names, map(str, about["dtypes"]))),
        "rows": rows,
        "sorts": sorts,
    })
print(json.dumps(read, ensure_ascii=False))
