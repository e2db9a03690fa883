//! The nearest place at which a finding ends and no other must-rule is broken.
//!
//! First straight away from what is too near, or in from outside: the least move there is. Else about
//! the place in rings, and turned where that is nearer by more than a turn is worth.

use std::sync::Arc;

use crate::catalogue::Catalogue;
use crate::design::{Placement, PlacementShape};
use crate::estate::Class;
use crate::geometry::{Turn, WorldVec};

use super::placed::{Placed, Site};
use super::rule::{Check, Rule};
use super::{Finding, Fix, Severity, bay_size, boundary, overlap, sun};

/// Places farther than this, in metres, are no longer what was meant.
const FAR_M: f64 = 30.0;
/// Directions tried about the place.
const DIRECTIONS: u32 = 24;
/// How often it is pushed away from what is too near, for a corner between two houses.
const PUSHES: u32 = 5;
/// A hair further than asked, in metres, so that rounding to the millimetre leaves nothing short.
const HAIR_M: f64 = 0.002;
/// A turn is worth this many metres of the way.
const TURN_WORTH_M: f64 = 2.0;
/// A thing is not turned where it need not go farther than this, in metres.
const NEAR_ENOUGH_M: f64 = 4.0;

/// The nearest change of a thing's place, and turn where that helps, after which a finding about it
/// is gone, it lies inside, overlaps nothing, takes no window's sun and breaks no must-rule.
pub(super) fn mend(site: &Site, placed: &Placed, finding: &Finding) -> Option<Fix> {
    let clear = |there: &Placed| is_right(site, placed, there, finding);
    let base = resized(site, placed, finding).unwrap_or_else(|| placed.clone());
    if clear(&base) {
        // Rules of the whole plan are not asked here: what they alone see is not ended by staying.
        return (base.thing.shape != placed.thing.shape).then(|| fix(base));
    }
    let found = pushed(site, &base, finding, &clear)
        .or_else(|| inward(site, &base, &clear))
        .or_else(|| nearest(site, &base, &clear))?;
    Some(fix(found))
}

fn fix(found: Placed) -> Fix {
    Fix {
        placement: found.id().clone(),
        shape: found.thing.shape.clone(),
    }
}

/// The nearest place about a thing's own at which it is clear, within 30 m; turned where that is
/// much nearer. None where it is nowhere. What is clear is asked some hundreds of times.
pub(super) fn nearest(site: &Site, placed: &Placed, clear: &dyn Fn(&Placed) -> bool) -> Option<Placed> {
    let plain = about(site, placed, FAR_M, clear);
    let best = plain.as_ref().map_or(FAR_M, |there| away(placed, there));
    if best <= NEAR_ENOUGH_M {
        return plain;
    }
    turns(site, placed)
        .into_iter()
        .fold((best, plain), |(best, found), turned| {
            match about(site, &turned, best - TURN_WORTH_M, clear) {
                Some(there) => (away(placed, &there) + TURN_WORTH_M, Some(there)),
                None => (best, found),
            }
        })
        .1
}

/// The first distance at which any direction does; of those directions the one that does soonest.
fn about(site: &Site, placed: &Placed, far: f64, clear: &dyn Fn(&Placed) -> bool) -> Option<Placed> {
    if clear(placed) {
        return Some(placed.clone());
    }
    let catalogue = &site.project.catalogue;
    let moved = |by: WorldVec| moved(catalogue, placed, by).filter(|there| clear(there));
    let toward = |i: u32| WorldVec::toward(f64::from(i) * 360.0 / f64::from(DIRECTIONS));
    distances(far).find_map(|(least, most)| {
        (0..DIRECTIONS)
            .filter_map(|i| closer(least, most, |metres| moved(toward(i) * metres)))
            .min_by(|a, b| away(placed, a).total_cmp(&away(placed, b)))
    })
}

fn away(from: &Placed, to: &Placed) -> f64 {
    from.thing.shape.centre().distance(to.thing.shape.centre())
}

/// Whether a thing is right there: what was found of it is gone and nothing that must be is broken.
fn is_right(site: &Site, before: &Placed, there: &Placed, finding: &Finding) -> bool {
    let instead = [there.clone()];
    let site = Site {
        instead: &instead,
        ..*site
    };
    let rules = &site.survey.rules;
    let look = |rule: &Rule| match rule.check {
        Check::Near { look, .. } => look(&site, there),
        Check::Whole(_) | Check::Far(_) => Vec::new(),
    };
    let others = |rule: &&&Rule| rule.id != finding.rule && !["boundary", "overlap"].contains(&rule.id);
    // What is most likely to be wrong is asked first.
    let own = rules.iter().find(|rule| rule.id == finding.rule);
    own.is_none_or(|rule| look(rule).is_empty())
        && boundary::is_clear(&site, there)
        && overlap::is_clear(&site, there)
        && bay_size::keeps_its_road(&site, before, there)
        && rules
            .iter()
            .filter(others)
            .all(|rule| look(rule).iter().all(|found| found.severity != Severity::Must))
        && sun::is_clear(&site, there)
}

/// A thing of another shape; what it holds stays, since a move and a turn change nothing of it.
fn with_shape(catalogue: &Catalogue, placed: &Placed, shape: PlacementShape) -> Placed {
    let thing = Placement {
        shape,
        ..(*placed.thing).clone()
    };
    let mut there = Placed::new_without_capacity(catalogue, Arc::new(thing));
    there.capacity = placed.capacity;
    there
}

fn moved(catalogue: &Catalogue, placed: &Placed, by: WorldVec) -> Option<Placed> {
    let shape = placed.thing.shape.moved(by).ok()?;
    Some(with_shape(catalogue, placed, shape))
}

/// Away from what is too near by what is missing, and again from what is then too near.
fn pushed(
    site: &Site,
    placed: &Placed,
    finding: &Finding,
    clear: &dyn Fn(&Placed) -> bool,
) -> Option<Placed> {
    let rule = site.survey.rules.iter().find(|rule| rule.id == finding.rule)?;
    let Check::Near { look, .. } = rule.check else {
        return None;
    };
    let mut there = placed.clone();
    let mut next = finding.clone();
    for _ in 0..PUSHES {
        there = moved(&site.project.catalogue, &there, push(placed, &next)?)?;
        if clear(&there) {
            return Some(there);
        }
        next = look(site, &there)
            .into_iter()
            .find(|found| push(placed, found).is_some())?;
    }
    None
}

/// The step by which a thing gains what a finding says is missing of a distance.
fn push(placed: &Placed, finding: &Finding) -> Option<WorldVec> {
    let (from, to) = finding.gap?;
    let missing = finding.required? - finding.measured?;
    if missing <= 0.0 || finding.unit != "m" {
        return None;
    }
    // The piece runs from the first of the things to what it is too near to.
    let is_first = finding.placements.first() == Some(placed.id());
    let back = if is_first { from - to } else { to - from };
    Some(back.unit()? * (missing + HAIR_M))
}

/// Straight in from outside the boundary, a few times for a corner each.
fn inward(site: &Site, placed: &Placed, clear: &dyn Fn(&Placed) -> bool) -> Option<Placed> {
    let mut there = placed.clone();
    for _ in 0..6 {
        let by = boundary::inward(site, &there)?;
        there = moved(&site.project.catalogue, &there, by)?;
        if clear(&there) {
            return Some(there);
        }
    }
    None
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
fn turns(site: &Site, placed: &Placed) -> Vec<Placed> {
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

/// Pairs of distances, each from the last tried to the next, in steps that grow.
fn distances(far: f64) -> impl Iterator<Item = (f64, f64)> {
    std::iter::successors(Some((0.0, 0.2)), |(_, last): &(f64, f64)| {
        Some((*last, last * 1.15 + 0.1))
    })
    .take_while(move |(_, most)| *most <= far)
}

/// The least move in a direction that still does, to 2 cm; none where the most does not.
fn closer(mut least: f64, mut most: f64, clear: impl Fn(f64) -> Option<Placed>) -> Option<Placed> {
    let mut found = clear(most)?;
    while most - least > 0.02 {
        let middle = (least + most) / 2.0;
        match clear(middle) {
            Some(there) => {
                found = there;
                most = middle;
            }
            None => least = middle,
        }
    }
    Some(found)
}
