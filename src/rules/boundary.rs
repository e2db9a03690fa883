//! Nothing may lie outside the estate.

use crate::geometry::{Outline, Region, WorldVec};
use crate::text::Message;

use super::placed::{Placed, Site};
use super::{Finding, FindingId, Rule, Severity};

/// Lying outside by no more than this, in square metres, is not worth a word: the grain of
/// corners rounded to a millimetre along a side of 20 m.
const NOT_WORTH_A_WORD_M2: f64 = 0.02;

/// A corner that lies outside by less than this, in metres, has no area to speak of.
const CORNER_M: f64 = 0.2;

/// The rule.
pub(super) static BOUNDARY: Rule = Rule::near("boundary", look);

fn look(site: &Site, placed: &Placed) -> Vec<Finding> {
    let Some(edge) = site.project.estate.boundary() else {
        return Vec::new();
    };
    let Some(outside) = outside(edge, placed) else {
        return Vec::new();
    };
    let area = outside.area();
    let far = corners(&outside).max_by(|a, b| edge.distance_to(*a).total_cmp(&edge.distance_to(*b)));
    let reach = far.map_or(0.0, |corner| edge.distance_to(corner));
    let whole = area > placed.ground.area() - NOT_WORTH_A_WORD_M2;
    let message = Message::new(if whole { "boundary-whole" } else { "boundary-part" })
        .with("thing", placed.name())
        .number("area", area, 1)
        .number("metres", reach, 1);
    vec![Finding {
        id: FindingId(format!("boundary:{}", placed.id())),
        rule: BOUNDARY.id,
        severity: Severity::Must,
        placements: vec![placed.id().clone()],
        features: Vec::new(),
        measured: Some(reach),
        required: Some(0.0),
        unit: "m".to_owned(),
        clause: String::new(),
        verified: true,
        message,
        at: outside
            .pieces()
            .map(|(edge, _)| edge)
            .max_by(|a, b| a.area().total_cmp(&b.area()))
            .map_or(placed.thing.shape.centre(), |piece| piece.label_point()),
        gap: far.map(|corner| (corner, edge.nearest_on_edge(corner))),
        ground: Some(outside),
        away: Vec::new(),
        fix: None,
        against: None,
    }]
}

/// The part of a thing that lies outside, if that is worth a word.
fn outside(edge: &Outline, placed: &Placed) -> Option<Region> {
    let inside =
        placed.thing.shape.outline().is_some_and(|own| {
            corners_inside(edge, &own) && edge.sides().all(|side| !crosses(&own, side.from))
        });
    if inside {
        return None;
    }
    let outside = placed.ground.without(&Region::from(edge));
    (outside.area() > NOT_WORTH_A_WORD_M2).then_some(outside)
}

fn corners_inside(edge: &Outline, own: &Outline) -> bool {
    own.corners().iter().all(|corner| edge.contains(*corner))
}

/// Whether a corner of the boundary juts into a thing.
fn crosses(own: &Outline, corner: crate::geometry::WorldPt) -> bool {
    own.bounds().contains(corner) && own.contains(corner)
}

fn corners(region: &Region) -> impl Iterator<Item = crate::geometry::WorldPt> {
    region
        .pieces()
        .flat_map(|(edge, _)| edge.corners().to_vec())
        .collect::<Vec<_>>()
        .into_iter()
}

/// Whether a thing lies inside.
pub(super) fn is_clear(site: &Site, placed: &Placed) -> bool {
    outside_by(site, placed).is_none()
}

/// How far, in metres, a thing that lies outside can be moved at least and still does; none for one that
/// lies inside.
pub(super) fn outside_by(site: &Site, placed: &Placed) -> Option<f64> {
    let edge = site.project.estate.boundary()?;
    outside(edge, placed)?;
    let own = placed.thing.shape.outline()?;
    let out = own.corners().iter().filter(|corner| !edge.contains(**corner));
    let farthest = out.map(|corner| edge.distance_to(*corner)).fold(0.0, f64::max);
    // A corner outside by less may be worth no word.
    Some((farthest - CORNER_M).max(0.0))
}

/// A move that brings the corner that lies farthest outside onto the edge; none when all lie inside.
pub(super) fn inward(site: &Site, placed: &Placed) -> Option<WorldVec> {
    let edge = site.project.estate.boundary()?;
    let farthest = corners(&placed.ground)
        .filter(|corner| !edge.contains(*corner))
        .max_by(|a, b| edge.distance_to(*a).total_cmp(&edge.distance_to(*b)))?;
    let step = edge.nearest_on_edge(farthest) - farthest;
    // A hair further, so that rounding to the millimetre does not leave it on the wrong side.
    Some(step + step.unit().unwrap_or_default() * 0.01)
}
