//! The nearest place at which a thing breaks no rule.

use std::sync::Arc;

use crate::catalogue::Catalogue;
use crate::design::Placement;
use crate::geometry::WorldVec;

use super::placed::{Placed, Site};
use super::{Fix, boundary, overlap, sun};

/// Places farther than this, in metres, are no longer what was meant.
const FAR_M: f64 = 30.0;
/// Directions tried about the place.
const DIRECTIONS: u32 = 24;

/// The nearest move after which a thing lies inside, overlaps nothing and takes no window's sun.
pub(super) fn nearest_clear(site: &Site, placed: &Placed) -> Option<Fix> {
    let catalogue = &site.project.catalogue;
    let moved = |by: WorldVec| moved(catalogue, placed, by).filter(|there| is_clear(site, there));
    let toward = |i: u32| WorldVec::toward(f64::from(i) * 360.0 / f64::from(DIRECTIONS));
    // The first distance at which any direction does; of those directions the one that does soonest.
    let about = || {
        distances().find_map(|(least, most)| {
            (0..DIRECTIONS)
                .filter(|i| moved(toward(*i) * most).is_some())
                .filter_map(|i| closer(least, most, |metres| moved(toward(i) * metres)))
                .min_by(|a, b| away(placed, a).total_cmp(&away(placed, b)))
        })
    };
    let found = inward(site, placed).or_else(about)?;
    Some(Fix {
        placement: found.id().clone(),
        shape: found.thing.shape.clone(),
    })
}

fn away(from: &Placed, to: &Placed) -> f64 {
    from.thing.shape.centre().distance(to.thing.shape.centre())
}

fn is_clear(site: &Site, placed: &Placed) -> bool {
    boundary::is_clear(site, placed) && overlap::is_clear(site, placed) && sun::is_clear(site, placed)
}

fn moved(catalogue: &Catalogue, placed: &Placed, by: WorldVec) -> Option<Placed> {
    let shape = placed.thing.shape.moved(by).ok()?;
    let thing = Placement {
        shape,
        ..(*placed.thing).clone()
    };
    Some(Placed::new_without_capacity(catalogue, Arc::new(thing)))
}

/// Straight in from outside the boundary, a few times for a corner each.
fn inward(site: &Site, placed: &Placed) -> Option<Placed> {
    let mut there = placed.clone();
    for _ in 0..6 {
        let by = boundary::inward(site, &there)?;
        there = moved(&site.project.catalogue, &there, by)?;
        if is_clear(site, &there) {
            return Some(there);
        }
    }
    None
}

/// Pairs of distances, each from the last tried to the next, in steps that grow.
fn distances() -> impl Iterator<Item = (f64, f64)> {
    std::iter::successors(Some((0.0, 0.2)), |(_, last): &(f64, f64)| {
        Some((*last, last * 1.15 + 0.1))
    })
    .take_while(|(_, most)| *most <= FAR_M)
}

/// The least move in a direction that still does, to 2 cm.
fn closer(mut least: f64, mut most: f64, clear: impl Fn(f64) -> Option<Placed>) -> Option<Placed> {
    let mut found = clear(most);
    while most - least > 0.02 {
        let middle = (least + most) / 2.0;
        match clear(middle) {
            Some(there) => {
                found = Some(there);
                most = middle;
            }
            None => least = middle,
        }
    }
    found
}
