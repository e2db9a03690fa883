//! A thing of another size, height or turn: what a mend may try beside another place.

use std::sync::Arc;

use crate::design::{ParamValue, PlacementShape};
use crate::estate::Class;
use crate::geometry::{Turn, WorldVec};

use super::mend::with_shape;
use super::placed::{Placed, Site};
use super::{Finding, accessible_bays, plinth};

/// The thing of another size or height, where the finding is that it is not as it must be.
pub(super) fn altered(site: &Site, placed: &Placed, finding: &Finding) -> Option<Placed> {
    if finding.rule == plinth::PLINTH.id {
        let (param, height) = plinth::right_height(site, placed)?;
        let mut thing = (*placed.thing).clone();
        thing.params.insert(param.to_owned(), ParamValue::Number(height));
        return Some(Placed::new(&site.project.catalogue, Arc::new(thing)));
    }
    if let Some(size) = accessible_bays::size_with_aisle(site, placed, finding)
        && let PlacementShape::Rectangle { at, turn, .. } = placed.thing.shape
    {
        let (x, y) = placed.kind.as_ref()?.held_size(size.x, size.y);
        let size = WorldVec::new(x, y);
        let shape = PlacementShape::Rectangle { at, size, turn };
        return Some(with_shape(&site.project.catalogue, placed, shape));
    }
    resized(site, placed, finding)
}

/// A bay as wide or long as is asked, where the finding is that it is not.
fn resized(site: &Site, placed: &Placed, finding: &Finding) -> Option<Placed> {
    let (kind, asked) = (placed.kind.as_ref()?, finding.required?);
    let PlacementShape::Rectangle { at, size, turn } = placed.thing.shape else {
        return None;
    };
    let (x, y) = match (finding.rule, finding.id.0.rsplit(':').next()?) {
        ("bay-size", "length") if size.y >= size.x => (size.x, asked),
        ("bay-size", "width") if size.y < size.x => (size.x, asked),
        ("bay-size", "length" | "width") => (asked, size.y),
        _ => return None,
    };
    let (x, y) = kind.held_size(x, y);
    let size = WorldVec::new(x, y);
    let shape = PlacementShape::Rectangle { at, size, turn };
    Some(with_shape(&site.project.catalogue, placed, shape))
}

/// The thing turned a quarter, and to stand along the nearest wall, where its shape tells a turn.
pub(super) fn turns(site: &Site, placed: &Placed) -> Vec<Placed> {
    let PlacementShape::Rectangle { at, size, turn } = placed.thing.shape else {
        return Vec::new();
    };
    let round = placed.kind.as_ref().is_some_and(|kind| kind.round);
    if round || (size.x - size.y).abs() < 0.2 * size.x.max(size.y) {
        return Vec::new();
    }
    let along = nearest_wall(site, placed).map(|wall| (wall - turn.degrees()).rem_euclid(90.0));
    let along = along.filter(|by| (2.0..88.0).contains(by));
    let by = std::iter::once(90.0).chain(along);
    let shapes = by.map(|by| PlacementShape::Rectangle {
        at,
        size,
        turn: Turn::new(turn.degrees() + by),
    });
    shapes
        .map(|shape| with_shape(&site.project.catalogue, placed, shape))
        .collect()
}

/// The direction in degrees of the nearest wall or road's edge within 15 m.
fn nearest_wall(site: &Site, placed: &Placed) -> Option<f64> {
    let centre = placed.thing.shape.centre();
    let features = site.features_within(placed, 15.0).into_iter();
    let walls =
        features.filter(|feature| matches!(feature.class, Class::Building { .. } | Class::Road { .. }));
    let sides = walls.flat_map(|feature| site.terrain.edges(feature));
    sides
        .map(|side| (side.nearest(centre).distance(centre), side))
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, side)| (side.to - side.from).degrees())
}
