//! The centres of groups of designs: spherical k-means (Dhillon & Modha 2001) begun by k-means++ (Arthur &
//! Vassilvitskii 2007), the number of groups by the silhouette about the centres, as Polis chooses it.

use crate::geometry::Bounds;

use super::centres::{Beside, likeness};
use super::chance::Chance;
use super::columns::Columns;
use super::groups::MOST_GROUPS;
use super::vectors::{Direction, Directions};

/// The centres are found on so many designs at most, evenly taken in the order of their names; all are then assigned.
const MOST_FITTED: usize = 3_000;
/// A group is at least this share of the designs, and three of them: less is nobody's group but a few outliers,
/// who join the group that is nearest.
const LEAST_SHARE: f64 = 0.05;
const LEAST_DESIGNS: usize = 3;
/// Below this silhouette the designs are one group: nothing parts them.
const LEAST_SILHOUETTE: f64 = 0.12;
const ROUNDS: usize = 40;
/// Designs that are assigned in one part of the work.
const LOT: usize = 2_048;
const BEGINNINGS: usize = 6;

/// The middles of groups, each a whole direction.
pub(super) type Centres = Vec<Vec<f32>>;

/// The designs by which centres are found.
pub(super) struct GroupFit {
    designs: Vec<Direction>,
    /// How many numbers a whole direction has.
    length: usize,
}

impl GroupFit {
    /// Takes the designs by which centres are found.
    pub(super) fn of(columns: &Columns, bounds: Bounds) -> Self {
        let directions = Directions::of(columns, bounds);
        let spoken: Vec<usize> = (0..columns.designs())
            .filter(|at| columns.size_of(*at) > 0)
            .collect();
        Self {
            length: directions.length(),
            designs: evenly(&spoken, MOST_FITTED)
                .into_iter()
                .flat_map(|at| directions.each(at..at + 1))
                .collect(),
        }
    }

    /// Several beginnings for each number of groups, drawn in turn.
    pub(super) fn begun(&self, seed: u64) -> Vec<Centres> {
        let drawn = |count: usize| {
            let mut chance = Chance::new(seed ^ (count as u64) << 32);
            (0..BEGINNINGS).map_while(move |_| beginning(&self.designs, self.length, count, &mut chance))
        };
        (2..=MOST_GROUPS.min(self.designs.len() / LEAST_DESIGNS))
            .flat_map(drawn)
            .collect()
    }

    /// Centres that have settled, and how well they fit; none where a group is so small that it is nobody's: outliers.
    pub(super) fn settled(&self, begun: &Centres) -> Option<(f64, Centres)> {
        let mut centres = begun.clone();
        settle(&self.designs, &mut centres);
        let beside = Beside::of(&centres);
        let mut sizes = vec![0_usize; centres.len()];
        let mut fit = 0.0;
        for one in &self.designs {
            let (own, alike, _) = beside.nearest(one);
            sizes[own] += 1;
            fit += alike;
        }
        let least = LEAST_DESIGNS.max((LEAST_SHARE * self.designs.len() as f64).ceil() as usize);
        sizes.iter().all(|size| *size >= least).then_some((fit, centres))
    }

    /// Of all that settled the centres that part the designs most clearly, and how clearly; the one of all where nothing
    /// parts them. For each number of groups the best fit counts, of two as good the one begun first.
    pub(super) fn best(&self, settled: Vec<Option<(f64, Centres)>>) -> (Option<f64>, Centres) {
        let mut fits: [Option<(f64, Centres)>; MOST_GROUPS + 1] = Default::default();
        for (fit, centres) in settled.into_iter().flatten() {
            let place = &mut fits[centres.len()];
            if place.as_ref().is_none_or(|(known, _)| fit > *known) {
                *place = Some((fit, centres));
            }
        }
        let mut best: Option<(f64, Centres)> = None;
        for (_, centres) in fits.into_iter().flatten() {
            let parted = silhouette(&self.designs, &centres);
            // Of two that part as well the fewer are better.
            let better = best.as_ref().is_none_or(|(known, _)| parted > known + 0.01);
            if better && parted >= LEAST_SILHOUETTE {
                best = Some((parted, centres));
            }
        }
        match best {
            Some((parted, centres)) => (Some(parted), centres),
            None => (None, vec![vec![0.0; self.length]]),
        }
    }
}

/// How many parts assigning all designs has.
pub(super) fn lots(columns: &Columns) -> usize {
    columns.designs().div_ceil(LOT)
}

/// The nearest centre of each design of one part; none for a design without any thing.
pub(super) fn assigned(columns: &Columns, bounds: Bounds, centres: &Centres, lot: usize) -> Vec<Option<u8>> {
    let range = lot * LOT..columns.designs().min((lot + 1) * LOT);
    let beside = Beside::of(centres);
    let of_one = |one: Direction| (!one.is_empty()).then(|| beside.nearest(&one).0 as u8);
    Directions::of(columns, bounds).each(range).map(of_one).collect()
}

fn evenly(all: &[usize], most: usize) -> Vec<usize> {
    if all.len() <= most {
        return all.to_vec();
    }
    (0..most).map(|n| all[n * all.len() / most]).collect()
}

fn whole(one: &Direction, length: usize) -> Vec<f32> {
    let mut whole = vec![0.0; length];
    one.iter().for_each(|(at, value)| whole[*at as usize] = *value);
    whole
}

/// k-means++: each further centre is a design drawn by how far it is from the centres so far. None where all are alike.
fn beginning(
    designs: &[Direction],
    length: usize,
    count: usize,
    chance: &mut Chance,
) -> Option<Vec<Vec<f32>>> {
    let first = designs.get(chance.below(designs.len()))?;
    let mut centres = vec![whole(first, length)];
    let mut far: Vec<f64> = vec![f64::MAX; designs.len()];
    while centres.len() < count {
        let newest = centres.last()?;
        for (far, one) in far.iter_mut().zip(designs) {
            *far = far.min((1.0 - likeness(one, newest)).max(0.0));
        }
        let sum: f64 = far.iter().sum();
        if sum < 1e-6 {
            return None;
        }
        let mut left = chance.share() * sum;
        let at = far.iter().position(|far| {
            left -= far;
            left <= 0.0 && *far > 0.0
        });
        centres.push(whole(&designs[at?], length));
    }
    Some(centres)
}

fn settle(designs: &[Direction], centres: &mut [Vec<f32>]) {
    let mut assigned = vec![Assigned::default(); designs.len()];
    let mut sums: Vec<Vec<f64>> = centres.iter().map(|centre| vec![0.0; centre.len()]).collect();
    for _ in 0..ROUNDS {
        let beside = Beside::of(centres);
        let mut changed = vec![false; centres.len()];
        for (one, assigned) in designs.iter().zip(&mut assigned) {
            if assigned.is_certain() {
                continue;
            }
            let before = assigned.own;
            assigned.again(&beside, one);
            if assigned.own != before {
                // At first it belongs to none.
                for (centre, sign) in [(before, -1.0), (assigned.own, 1.0)] {
                    if let Some(sum) = sums.get_mut(centre) {
                        add(sum, one, sign);
                        changed[centre] = true;
                    }
                }
            }
        }
        if !changed.contains(&true) {
            return;
        }
        let of_each = centres.iter_mut().zip(&sums).zip(changed);
        let moved: Vec<f64> = of_each
            .map(|((centre, sum), changed)| if changed { recentred(centre, sum) } else { 0.0 })
            .collect();
        let most = moved.iter().copied().fold(0.0, f64::max);
        for one in &mut assigned {
            one.moved(moved[one.own], most);
        }
    }
}

fn add(sum: &mut [f64], one: &Direction, sign: f64) {
    one.iter()
        .for_each(|(at, value)| sum[*at as usize] += sign * f64::from(*value));
}

/// Which centre a design is nearest to, and what is known of that without reckoning it again (Hamerly 2010): a design of
/// length 1 is at most as much less or more like a centre as the centre has moved.
#[derive(Clone, Copy, Debug)]
struct Assigned {
    own: usize,
    /// At least so alike is the own centre.
    at_least: f64,
    /// At most so alike is any other.
    at_most: f64,
}

impl Default for Assigned {
    fn default() -> Self {
        Self {
            own: usize::MAX,
            at_least: f64::NEG_INFINITY,
            at_most: f64::INFINITY,
        }
    }
}

impl Assigned {
    /// More than what all roundings on the way here come to.
    const SLACK: f64 = 1e-4;

    fn is_certain(&self) -> bool {
        self.at_least > self.at_most + Self::SLACK
    }
    /// Looks at all centres.
    fn again(&mut self, beside: &Beside, one: &Direction) {
        (self.own, self.at_least, self.at_most) = beside.nearest(one);
    }
    /// The own centre has moved so far, and the one that moved most so far.
    fn moved(&mut self, own: f64, most: f64) {
        self.at_least -= own;
        self.at_most += most;
    }
}

/// Brings a centre to the middle of its designs, of which this is the sum; how far it has moved.
fn recentred(centre: &mut [f32], sum: &[f64]) -> f64 {
    let length = libm::sqrt(sum.iter().map(|value| value * value).sum::<f64>());
    // No part of a direction is negative, so that the sum of any number of them is at least as long as one.
    if length < 0.5 {
        return 0.0;
    }
    let mut moved = 0.0;
    for (own, value) in centre.iter_mut().zip(sum) {
        let now = (value / length) as f32;
        let step = f64::from(now) - f64::from(*own);
        moved += step * step;
        *own = now;
    }
    libm::sqrt(moved)
}

/// The silhouette about the centres (Rousseeuw 1987, with centres for members): the mean over designs of how much
/// nearer the own centre is than the next, as distances 1 less the likeness.
fn silhouette(designs: &[Direction], centres: &[Vec<f32>]) -> f64 {
    let beside = Beside::of(centres);
    let of_one = |one: &Direction| {
        let (_, own, next) = beside.nearest(one);
        let [own, next] = [own, next].map(|alike| (1.0 - alike).max(0.0));
        if next > 0.0 { (next - own) / next } else { 0.0 }
    };
    designs.iter().map(of_one).sum::<f64>() / designs.len() as f64
}
