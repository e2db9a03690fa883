//! What of a drawing stops the engine, and for which doors.

use std::collections::BTreeMap;

use crate::geometry::{Segment, WorldPt};
use crate::passage::{Along, Mark};

use super::super::placed::{Placed, Site};
use super::{Seen, Today};

/// Less than this, in millimetres, is drawing and not narrowing.
const WORTH_A_WORD_MM: u16 = 10;

/// How a drawing stops the engine on its way to some doors.
#[derive(Clone, Debug, PartialEq)]
pub struct Cause {
    /// The things placed that do it, as numbers among the things of the drawing; empty where only
    /// the hose's way became longer.
    pub things: Vec<usize>,
    /// What else bounds the gap: a feature, by its number.
    pub beside: Option<usize>,
    /// What is left, in millimetres; 0 where nothing gets through.
    pub left_mm: u16,
    /// The gap that is left, from edge to edge.
    pub across: Option<Segment>,
    /// Where it is.
    pub at: WorldPt,
    /// The doors, in the order of the targets.
    pub doors: Vec<usize>,
    /// How wide the way was, in millimetres.
    pub was_mm: u16,
    /// How far the hose would have to reach for the first door, in metres, where it became too far.
    pub hose_m: Option<f64>,
}

/// The doors that a drawing cuts off or to which it narrows the way, by what does it.
pub fn causes(site: &Site, today: &Today, things: &[&Placed], before: Seen, after: Seen) -> Vec<Cause> {
    let width = |drive: Seen, door: usize| drive.driven.targets[door].width_mm.unwrap_or(0);
    let worse: Vec<usize> = (0..before.driven.targets.len())
        .filter(|door| width(after, *door) + WORTH_A_WORD_MM <= width(before, *door))
        .collect();
    if worse.is_empty() {
        return Vec::new();
    }
    let first = site.project.estate.features().len();
    let placed = |mark: Mark| (mark as usize).checked_sub(first);
    let ways = before
        .driven
        .along_former_ways(before.ground, after.ground, &worse);
    let mut found: BTreeMap<Vec<usize>, Cause> = BTreeMap::new();
    for (door, way) in worse.iter().zip(ways) {
        let was_mm = width(before, *door);
        let cause = cause_of(today, things, &placed, *door, was_mm, way, after);
        let key = cause.things.clone();
        match found.get_mut(&key) {
            Some(held) => {
                held.doors.push(*door);
                if cause.left_mm < held.left_mm {
                    (held.left_mm, held.across, held.at) = (cause.left_mm, cause.across, cause.at);
                    held.beside = cause.beside;
                }
                held.was_mm = held.was_mm.max(cause.was_mm);
            }
            None => {
                found.insert(key, cause);
            }
        }
    }
    found.into_values().collect()
}

fn cause_of(
    today: &Today,
    things: &[&Placed],
    placed: &dyn Fn(Mark) -> Option<usize>,
    door: usize,
    was_mm: u16,
    way: Along,
    after: Seen,
) -> Cause {
    let nothing = Cause {
        things: Vec::new(),
        beside: None,
        left_mm: after.driven.targets[door].width_mm.unwrap_or(0),
        across: None,
        at: today.plot.door_at(door),
        doors: vec![door],
        was_mm,
        hose_m: None,
    };
    let by_drawing = way.narrows.iter().filter(|narrow| {
        let marks = [narrow.between.0, narrow.between.1];
        narrow.width_mm < was_mm && marks.into_iter().any(|mark| placed(mark).is_some())
    });
    let least = by_drawing.reduce(|least, next| {
        if next.width_mm < least.width_mm {
            next
        } else {
            least
        }
    });
    if let Some(narrow) = least {
        let marks = [narrow.between.0, narrow.between.1];
        let mut own: Vec<usize> = marks.into_iter().filter_map(placed).collect();
        own.sort_unstable();
        own.dedup();
        let beside = marks.into_iter().find(|mark| placed(*mark).is_none());
        return Cause {
            things: own,
            beside: beside.map(|mark| mark as usize),
            left_mm: narrow.width_mm,
            across: Some(narrow.across),
            at: narrow.across.from.middle(narrow.across.to),
            ..nothing
        };
    }
    // The way is closed altogether, by the first thing that stands on it.
    let stands_on_it = |at: &WorldPt| {
        let near = |thing: &&Placed| thing.bounds.grown(0.5).contains(*at) && thing.distance_to(*at) < 0.5;
        things.iter().position(near).map(|thing| (*at, thing))
    };
    if !way.arrives
        && let Some((at, thing)) = way.former.iter().find_map(stands_on_it)
    {
        return Cause {
            things: vec![thing],
            left_mm: 0,
            at,
            ..nothing
        };
    }
    Cause {
        hose_m: after.driven.away_m(after.ground, door),
        ..nothing
    }
}
