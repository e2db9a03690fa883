//! What a plan can be composed of: the hot spots of each kind, as people drew them.

use std::collections::BTreeMap;

use crate::catalogue::{Catalogue, Form, Kind, KindId};
use crate::cores::Cores;
use crate::design::{Placement, PlacementShape};
use crate::geometry::{Bounds, Outline, Turn, WorldPt, WorldVec};

use super::measure::sameness;
use super::{HotSpot, Sketches, Stroke, hot_spots};

/// More candidates than this are not looked at: those that most designs back come first.
const MOST_CANDIDATES: usize = 400;
/// A hot spot at which a design puts several of a kind becomes several candidates, at most so many.
const MOST_OF_A_SPOT: usize = 8;
/// So many ways in which people drew it are tried where the first does not fit.
const MOST_FORMS: usize = 8;

/// Something that may be in the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The kind.
    pub kind: KindId,
    /// Where it should be.
    pub at: WorldPt,
    /// How it may be built, best first: the middle of what people drew, then what single people drew.
    pub forms: Vec<Placement>,
    /// The designs behind it, by index in order, each with how far its own thing is the same, 0 to 1.
    pub backing: Vec<(u32, f64)>,
}

/// The candidates that at least one in a hundred designs backs, those with most designs first; each kind on whichever
/// core is free.
pub(super) fn candidates(
    cores: &impl Cores,
    sketches: &Sketches,
    catalogue: &Catalogue,
    bounds: Bounds,
    bandwidth: f64,
) -> Vec<Candidate> {
    let columns = sketches.columns();
    let least = columns.designs().div_ceil(100).max(1);
    let of_kind = |at: usize| {
        let kind = &columns.kinds()[at];
        let Some(known) = catalogue.kind(kind) else {
            return Vec::new();
        };
        let spots = hot_spots(columns, kind, bounds, bandwidth).into_iter();
        let wanted = spots.filter(|spot| spot.designs.len() >= least);
        let of_spot = |spot: HotSpot| {
            let parts = parts(&spot, sketches).into_iter();
            parts.map(|(at, things)| of_things(known, kind, at, &things))
        };
        wanted.flat_map(of_spot).collect()
    };
    let mut found: Vec<Candidate> = cores
        .parts(columns.kinds().len(), of_kind)
        .into_iter()
        .flatten()
        .collect();
    found.retain(|one| one.backing.len() >= least);
    found.sort_by(|a, b| {
        let weight = |one: &Candidate| one.backing.iter().map(|(_, same)| same).sum::<f64>();
        b.backing
            .len()
            .cmp(&a.backing.len())
            .then(weight(b).total_cmp(&weight(a)))
            .then_with(|| a.kind.cmp(&b.kind))
            .then(a.at.y.total_cmp(&b.at.y))
            .then(a.at.x.total_cmp(&b.at.x))
    });
    found.truncate(MOST_CANDIDATES);
    found
}

/// (design, its thing, where).
type Thing<'a> = (u32, &'a Stroke, WorldPt);

/// A hot spot as one candidate, or as several where the designs behind it put several things there: as many as the
/// middle one of them does.
fn parts<'a>(spot: &HotSpot, sketches: &'a Sketches) -> Vec<(WorldPt, Vec<Thing<'a>>)> {
    let own = |(design, thing): &(u32, u32)| {
        let stroke = sketches.strokes(*design as usize).get(*thing as usize)?;
        Some((*design, stroke, stroke.shape.centre()))
    };
    let things: Vec<Thing> = spot.things.iter().filter_map(own).collect();
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    things
        .iter()
        .for_each(|(design, ..)| *counts.entry(*design).or_default() += 1);
    let mut sorted: Vec<usize> = counts.into_values().collect();
    sorted.sort_unstable();
    let several = sorted
        .get(sorted.len() / 2)
        .copied()
        .unwrap_or(1)
        .min(MOST_OF_A_SPOT);
    if several < 2 {
        return vec![(spot.at, things)];
    }
    split(&things, several)
}

/// k-means in the plane, begun with the things that are farthest from each other.
fn split<'a>(things: &[Thing<'a>], count: usize) -> Vec<(WorldPt, Vec<Thing<'a>>)> {
    let nearest = |centres: &[WorldPt], at: WorldPt| {
        let away = centres.iter().map(|centre| centre.distance(at));
        away.enumerate()
            .min_by(|a, b| a.1.total_cmp(&b.1))
            .map_or(0, |(index, _)| index)
    };
    let mut centres: Vec<WorldPt> = things.first().map(|(.., at)| *at).into_iter().collect();
    while centres.len() < count {
        let far = |at: WorldPt| {
            centres
                .iter()
                .map(|centre| centre.distance(at))
                .fold(f64::MAX, f64::min)
        };
        let next = things
            .iter()
            .map(|(.., at)| (far(*at), *at))
            .max_by(|a, b| a.0.total_cmp(&b.0));
        match next {
            Some((away, at)) if away > 0.25 => centres.push(at),
            _ => break,
        }
    }
    for _ in 0..20 {
        let mut sums = vec![(WorldVec::default(), 0.0); centres.len()];
        for (.., at) in things {
            let sum = &mut sums[nearest(&centres, *at)];
            sum.0 = sum.0 + (*at - WorldPt::default());
            sum.1 += 1.0;
        }
        let moved = sums.iter().zip(&centres).map(|((sum, count), old)| {
            if *count > 0.0 {
                WorldPt::default() + *sum * (1.0 / count)
            } else {
                *old
            }
        });
        centres = moved.collect();
    }
    let mut parts: Vec<(WorldPt, Vec<Thing>)> = centres.iter().map(|at| (*at, Vec::new())).collect();
    things
        .iter()
        .for_each(|thing| parts[nearest(&centres, thing.2)].1.push(*thing));
    parts.retain(|(_, things)| !things.is_empty());
    parts
}

fn of_things(known: &Kind, kind: &KindId, at: WorldPt, things: &[Thing]) -> Candidate {
    let mut backing: BTreeMap<u32, f64> = BTreeMap::new();
    for (design, _, own) in things {
        let same = sameness(own.distance(at));
        let best = backing.entry(*design).or_default();
        *best = best.max(same);
    }
    let drawn: Vec<&Stroke> = things.iter().map(|(_, stroke, _)| *stroke).collect();
    Candidate {
        kind: kind.clone(),
        at,
        forms: forms(
            &drawn,
            at,
            |(width, depth)| known.held_size(width, depth),
            known.form,
        ),
        backing: backing.into_iter().collect(),
    }
}

/// The middle of what people drew, at the middle of where they drew it; then what those drew who are nearest to it.
fn forms(
    drawn: &[&Stroke],
    at: WorldPt,
    held: impl Fn((f64, f64)) -> (f64, f64),
    form: Form,
) -> Vec<Placement> {
    let (width, depth) = (middle(drawn, |(w, _)| w), middle(drawn, |(_, d)| d));
    let usual = usual_turn(drawn);
    let off = |thing: &Stroke| {
        let (own_width, own_depth) = measures(thing);
        let ratio = |own: f64, usual: f64| libm::log((own.max(0.1)) / (usual.max(0.1)));
        let turned = usual
            .zip(turn_of(thing))
            .map_or(0.0, |(usual, own)| half_turn_between(usual, own) / 45.0);
        let away = thing.shape.centre().distance(at) / 8.0;
        away * away + ratio(own_width, width).powi(2) + ratio(own_depth, depth).powi(2) + turned * turned
    };
    let mut sorted: Vec<(f64, &Stroke)> = drawn.iter().map(|thing| (off(thing), *thing)).collect();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut forms: Vec<Placement> = Vec::new();
    if let Some((_, likest)) = sorted.first() {
        forms.extend(centred(likest, at, held((width, depth)), form));
    }
    for (_, thing) in sorted.into_iter().take(MOST_FORMS - 1) {
        let own = thing.bare(thing.shape.clone());
        if !forms.contains(&own) {
            forms.push(own);
        }
    }
    forms
}

/// The likest thing moved to the middle, with the size that is usual; none where that leads off the sheet.
fn centred(likest: &Stroke, at: WorldPt, size: (f64, f64), form: Form) -> Option<Placement> {
    let shape = match &likest.shape {
        PlacementShape::Rectangle { turn, .. } => PlacementShape::Rectangle {
            at: rounded(at),
            size: WorldVec::new(tenths(size.0), tenths(size.1)),
            turn: *turn,
        },
        // An area of four corners is drawn as a rectangle; any other keeps its own form.
        PlacementShape::Area(outline)
            if form == Form::Area && outline.corners().len() == 4 && turn_of(likest).is_some() =>
        {
            let turn = turn_of(likest).unwrap_or_default();
            let size = WorldVec::new(tenths(size.0), tenths(size.1));
            PlacementShape::Area(Outline::rectangle(rounded(at), size, turn))
        }
        other => other.moved(rounded(at) - other.centre()).ok()?,
    };
    shape.is_within_reach().then(|| likest.bare(shape))
}

fn tenths(metres: f64) -> f64 {
    (metres * 10.0).round() / 10.0
}

fn rounded(at: WorldPt) -> WorldPt {
    WorldPt::new(tenths(at.x), tenths(at.y))
}

/// Width and depth in metres along the thing's own axes; of a path its length and width.
fn measures(thing: &Stroke) -> (f64, f64) {
    match &thing.shape {
        PlacementShape::Rectangle { size, .. } => (size.x, size.y),
        PlacementShape::Area(outline) => match outline.corners() {
            [a, b, c, _] => {
                let (one, other) = (a.distance(*b), b.distance(*c));
                (one.max(other), one.min(other))
            }
            _ => {
                let side = libm::sqrt(outline.area());
                (side, side)
            }
        },
        PlacementShape::Path { line, width } => (
            line.points()
                .windows(2)
                .map(|pair| pair[0].distance(pair[1]))
                .sum(),
            *width,
        ),
    }
}

/// The turn of a thing in degrees; of an area of four corners that of its longer side; none of other forms.
fn turn_of(thing: &Stroke) -> Option<f64> {
    match &thing.shape {
        PlacementShape::Rectangle { turn, .. } => Some(turn.degrees()),
        PlacementShape::Area(outline) => match outline.corners() {
            [a, b, c, _] => {
                let (one, other) = (*b - *a, *c - *b);
                let along = if one.length() >= other.length() {
                    one
                } else {
                    other
                };
                Some(Turn::new(along.degrees()).degrees())
            }
            _ => None,
        },
        PlacementShape::Path { .. } => None,
    }
}

/// Degrees between two turns where half a turn is none, 0 to 90.
fn half_turn_between(a: f64, b: f64) -> f64 {
    let off = (a - b).rem_euclid(180.0);
    off.min(180.0 - off)
}

/// The usual turn: of the turns that occur the one with least distance to all, where half a turn is none.
fn usual_turn(drawn: &[&Stroke]) -> Option<f64> {
    const MOST_COMPARED: usize = 200;
    let turns: Vec<f64> = drawn
        .iter()
        .take(MOST_COMPARED)
        .filter_map(|thing| turn_of(thing))
        .collect();
    let off = |one: f64| {
        turns
            .iter()
            .map(|other| half_turn_between(one, *other))
            .sum::<f64>()
    };
    turns.iter().copied().min_by(|a, b| off(*a).total_cmp(&off(*b)))
}

fn middle(drawn: &[&Stroke], of: impl Fn((f64, f64)) -> f64) -> f64 {
    let mut all: Vec<f64> = drawn.iter().map(|thing| of(measures(thing))).collect();
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 2).copied().unwrap_or_default()
}
