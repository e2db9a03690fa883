//! The bends that a drawing tightens, and the doors that an engine serves no more since it cannot turn there.

use crate::passage::{Bend, TurnsToday};

use super::super::placed::{Placed, Site};
use super::{Seen, bears_on_lanes};

/// A thing further than this from a bend, in metres, does not tighten it.
const NEAR_M: f64 = 20.0;
/// A radius smaller by less than this, in metres, is the same.
const TIGHTER_M: f64 = 0.3;

/// A bend that a drawing tightens.
#[derive(Clone, Debug)]
pub struct Tightened {
    /// The bend.
    pub bend: Bend,
    /// The inner radius in metres with which a lane of the vehicle's width gets round it now; 0 where none does.
    pub left: f64,
    /// The same before, up to what is asked.
    pub was: f64,
    /// The things near to it that bear on lanes, as numbers among those of the drawing.
    pub near: Vec<usize>,
    /// The targets that the vehicle serves no more since it cannot take this bend, with how far each is from where
    /// it gets to, in metres along the ground.
    pub lost: Vec<(usize, Option<f64>)>,
}

/// What is looked at: the ground before a drawing and with it, both driven over, and what drives.
#[derive(Clone, Copy)]
pub struct Turning<'a> {
    pub site: &'a Site<'a>,
    pub things: &'a [&'a Placed],
    pub before: Seen<'a>,
    pub after: Seen<'a>,
    /// The bends of the ways before, and what is known of turns there.
    pub bends: &'a [Bend],
    pub known: Option<TurnsToday<'a>>,
    /// The inner radius that is asked, in metres.
    pub asked: f64,
}

impl Turning<'_> {
    /// The bends that the drawing tightens to less than is asked. What was too tight before closes no way: an old
    /// estate is driven as it is.
    pub fn tightened(&self) -> Vec<Tightened> {
        let bends = self.bends.iter();
        let mut tightened: Vec<Tightened> = bends.filter_map(|bend| self.tightens(bend)).collect();
        let closed = tightened.iter().filter(|one| one.was >= self.asked);
        let closed: Vec<Bend> = closed.map(|one| one.bend).collect();
        if !closed.is_empty() {
            self.lose(&closed, &mut tightened);
        }
        tightened
    }

    fn tightens(&self, bend: &Bend) -> Option<Tightened> {
        let is_near = |number: &usize| {
            let thing = self.things[*number];
            thing.bounds.grown(NEAR_M).contains(bend.at)
                && thing.distance_to(bend.at) < NEAR_M
                && bears_on_lanes(self.site, thing)
        };
        let near: Vec<usize> = (0..self.things.len()).filter(is_near).collect();
        if near.is_empty() || !self.after.driven.comes_to(self.after.ground, bend.at) {
            return None;
        }
        let first = self.site.project.estate.features().len();
        let drawn = |mark: u32| mark as usize >= first;
        if !self.after.ground.bears_on_bend(bend, self.asked, drawn) {
            return None;
        }
        let left = self.left(bend, |_| true);
        if left >= self.asked {
            return None;
        }
        let before = self.before.ground;
        let was = before.turning_radius(bend, self.asked, self.known, |_| true)?;
        (left <= was - TIGHTER_M).then_some(Tightened {
            bend: *bend,
            left,
            was,
            near,
            lost: Vec::new(),
        })
    }

    fn left(&self, bend: &Bend, counts: impl Fn(u32) -> bool) -> f64 {
        let ground = self.after.ground;
        ground
            .turning_radius(bend, self.asked, self.known, counts)
            .unwrap_or(0.0)
    }

    /// Drives without the closed bends: what is served no more is lost by the bends of its way before.
    fn lose(&self, closed: &[Bend], tightened: &mut [Tightened]) {
        let (before, after) = (self.before, self.after);
        let (ground, asked) = (after.ground, after.ground.asked());
        let turned = after
            .driven
            .without_bends(ground, closed, self.bends, self.asked, self.known);
        let full = |drive: Seen, target: usize| drive.driven.targets[target].width_mm >= Some(asked);
        for target in 0..before.driven.targets.len() {
            if !(full(before, target) && full(after, target)) || turned.serves[target] {
                continue;
            }
            let taken = |one: &&mut Tightened| before.driven.takes(before.ground, target, &one.bend);
            let closes = tightened.iter_mut().filter(|one| one.was >= self.asked);
            for one in closes.filter(taken) {
                one.lost.push((target, turned.away_m[target]));
            }
        }
    }

    /// The thing that alone leaves no more than is left of a bend; where only several do, all that are near.
    pub fn made_by(&self, one: &Tightened) -> Vec<usize> {
        let first = self.site.project.estate.features().len();
        let alone = |number: usize| {
            let counts = |mark: u32| (mark as usize) < first || mark as usize == first + number;
            self.left(&one.bend, counts)
        };
        let least = one.near.iter().map(|number| (alone(*number), *number));
        let least = least.reduce(|least, next| if next.0 < least.0 { next } else { least });
        match least {
            Some((radius, number)) if radius < one.left + TIGHTER_M => vec![number],
            _ => one.near.clone(),
        }
    }
}
