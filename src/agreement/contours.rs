//! Lines of equal density, for the map and for other programs.

use contour::ContourBuilder;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::catalogue::KindId;
use crate::estate::Frame;
use crate::geometry::WorldPt;

use super::Raster;

/// The ground on which a density is at least a level.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Isoline {
    /// The level, in the unit of the raster.
    pub level: f64,
    /// Areas, each its outer ring and then its holes, closed.
    pub areas: Vec<Vec<Vec<WorldPt>>>,
}

/// Lines of equal density that a map shows.
const LEVELS: usize = 6;

/// The lines of equal density that a map shows.
pub fn isolines(raster: &Raster) -> Vec<Isoline> {
    contours(raster, &levels(raster, LEVELS))
}

/// So many levels in equal steps below the highest density; none of an empty raster.
pub fn levels(raster: &Raster, count: usize) -> Vec<f64> {
    let most = raster.most();
    if most <= 0.0 {
        return Vec::new();
    }
    (1..=count)
        .map(|step| most * step as f64 / (count + 1) as f64)
        .collect()
}

/// The ground at or above each level, by marching squares (crate `contour`).
pub fn contours(raster: &Raster, levels: &[f64]) -> Vec<Isoline> {
    let builder = ContourBuilder::new(raster.columns, raster.rows, true)
        // The crate takes a number for the middle of a cell, the raster for a node.
        .x_origin(raster.origin.x - raster.cell / 2.0)
        .y_origin(raster.origin.y - raster.cell / 2.0)
        .x_step(raster.cell)
        .y_step(raster.cell);
    // It fails only where the numbers are not as many as the nodes.
    let found = builder.contours(&raster.values, levels).unwrap_or_default();
    let mut lines = Vec::new();
    for contour in found {
        let (areas, level) = contour.into_inner();
        let mut own = Vec::new();
        for area in &areas.0 {
            let outer = std::iter::once(area.exterior());
            let rings = outer.chain(area.interiors());
            own.push(
                rings
                    .map(|ring| ring.0.iter().map(|p| WorldPt::new(p.x, p.y)).collect())
                    .collect(),
            );
        }
        lines.push(Isoline { level, areas: own });
    }
    lines
}

/// Lines of equal density as GeoJSON (RFC 7946), in WGS-84 where the estate's place on the earth is known and else in
/// metres, which the file says. Levels are votes a hectare.
pub fn contours_geojson(
    lines: &[(KindId, Vec<Isoline>)],
    frame: Option<Frame>,
    bandwidth: f64,
    designs: usize,
) -> Value {
    const M2_A_HECTARE: f64 = 10_000.0;
    let place = |point: &WorldPt| match frame {
        Some(frame) => {
            let (longitude, latitude) = frame.degrees_from_world(*point);
            json!([rounded(longitude, 1e8), rounded(latitude, 1e8)])
        }
        None => json!([rounded(point.x, 1e3), rounded(point.y, 1e3)]),
    };
    let area = |rings: &Vec<Vec<WorldPt>>| -> Value {
        let ring = |ring: &Vec<WorldPt>| ring.iter().map(place).collect::<Value>();
        rings.iter().map(ring).collect()
    };
    let mut features: Vec<Value> = Vec::new();
    for (kind, isolines) in lines {
        for line in isolines.iter().filter(|line| !line.areas.is_empty()) {
            features.push(json!({
                "type": "Feature",
                "properties": {
                    "kind": kind.as_str(), "bandwidth_m": bandwidth, "designs": designs,
                    "votes_a_hectare": rounded(line.level * M2_A_HECTARE, 1e4),
                },
                "geometry": { "type": "MultiPolygon", "coordinates": line.areas.iter().map(area).collect::<Vec<_>>() },
            }));
        }
    }
    let mut whole = json!({ "type": "FeatureCollection", "features": features });
    if frame.is_none() {
        whole["mulin:crs"] = json!("local");
    }
    whole
}

fn rounded(value: f64, places: f64) -> f64 {
    (value * places).round() / places
}
