//! Reads a design back from a DXF file that Mulin wrote and CAD may have changed: what was moved is where it was
//! moved to. The estate of the file is not read here.

use dxf::entities::{Entity, EntityType};
use dxf::{Drawing, XDataItem};
use serde_json::{Map, Value, json};

use crate::design::Design;
use crate::geometry::WorldPt;
use crate::text::Message;

use super::super::carried::{self, Parts};
use super::super::placed_grid::PlacedGrid;
use super::super::{MAX_BYTES, Problem, ReadFault};
use super::file::APP;
use super::lying;

/// The design of a file, with what had to be mended in it.
pub fn read(bytes: &[u8]) -> Result<(Design, Vec<Problem>), ReadFault> {
    if bytes.len() > MAX_BYTES {
        return Err(ReadFault::TooLarge {
            bytes: bytes.len(),
            most: MAX_BYTES,
        });
    }
    let no_dxf = |why: String| ReadFault::NotInFormat { format: "DXF", why };
    let drawing = Drawing::load_with_encoding(&mut &*bytes, encoding_rs::UTF_8)
        .map_err(|why| no_dxf(why.to_string()))?;
    let mut parts = Parts {
        head: Map::new(),
        things: Vec::new(),
        wishes: Vec::new(),
    };
    let grid = drawing.entities().find_map(lying::of);
    for entity in drawing.entities() {
        let Some(Value::Object(carried)) = carried_by(entity) else {
            continue;
        };
        for (what, row) in carried {
            let Value::Object(row) = row else { continue };
            match what.as_str() {
                "design" => parts.head = row,
                "wish" => parts.wishes.push(row),
                "thing" => parts.things.extend(placed(row, entity, grid.as_ref())),
                _ => {}
            }
        }
    }
    if parts.head.is_empty() {
        return Err(ReadFault::NothingKnown);
    }
    let (design, repairs) = carried::together(parts).map_err(|fault| no_dxf(fault.to_string()))?;
    let said = |message: Message| Problem::of_file(message);
    Ok((
        design,
        repairs.iter().map(|repair| said(repair.message())).collect(),
    ))
}

/// What an entity carries for Mulin.
pub(super) fn carried_by(entity: &Entity) -> Option<Value> {
    let own = entity
        .common
        .x_data
        .iter()
        .find(|data| data.application_name == APP)?;
    let text: String = own
        .items
        .iter()
        .filter_map(|item| match item {
            XDataItem::Str(text) => Some(text.as_str()),
            _ => None,
        })
        .collect();
    serde_json::from_str(&text).ok()
}

/// A stored thing with its place as the entity has it now.
fn placed(
    mut row: Map<String, Value>,
    entity: &Entity,
    grid: Option<&PlacedGrid>,
) -> Option<Map<String, Value>> {
    let lies = |x: f64, y: f64| match grid {
        Some(grid) => grid.to_sheet([x, y]),
        None => Some(WorldPt::new(x, y)),
    };
    let turn_and_scale = |at: WorldPt| grid.map_or(Some((0.0, 1.0)), |grid| grid.turn_and_scale(at));
    match &entity.specific {
        EntityType::Insert(block) => {
            let at = lies(block.location.x, block.location.y)?;
            let (turn, scale) = turn_and_scale(at)?;
            let size = row.get("size")?.as_array()?;
            let side = |at: usize, grown: f64| Some(metres(size.get(at)?.as_f64()? * grown.abs() / scale));
            let size = [side(0, block.x_scale_factor)?, side(1, block.y_scale_factor)?];
            row.insert("at".to_owned(), json!([metres(at.x), metres(at.y)]));
            row.insert("size".to_owned(), json!(size));
            row.insert("turn".to_owned(), json!(degrees(block.rotation - turn)));
        }
        EntityType::LwPolyline(line) => {
            let points: Option<Vec<WorldPt>> = line.vertices.iter().map(|v| lies(v.x, v.y)).collect();
            let points = points?;
            let (_, scale) = turn_and_scale(*points.first()?)?;
            let points: Vec<[f64; 2]> = points.iter().map(|p| [metres(p.x), metres(p.y)]).collect();
            if line.flags & 1 == 1 {
                row.insert("outline".to_owned(), json!(points));
            } else {
                row.insert("path".to_owned(), json!(points));
                row.insert("width".to_owned(), json!(metres(line.constant_width / scale)));
            }
        }
        _ => return None,
    }
    Some(row)
}

/// A turn without the noise of its way through a grid: a millionth of a degree moves nothing.
fn degrees(turn: f64) -> f64 {
    (turn * 1e6).round() / 1e6
}

/// Whole millimetres, as documents have them.
fn metres(value: f64) -> f64 {
    crate::geometry::snapped_to_mm(value)
}
