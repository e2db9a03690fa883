//! Groups of designs by likeness: spherical k-means (Dhillon & Modha 2001) begun by k-means++ (Arthur &
//! Vassilvitskii 2007), the number of groups by the silhouette about the centres, as Polis chooses it.

use std::ops::RangeInclusive;

use crate::geometry::Bounds;

use super::chance::Chance;
use super::columns::Columns;
use super::vectors::{Direction, Directions, likeness};
use crate::cores::{Cores, OneCore};

/// There are at most so many groups: more cannot be told apart in a meeting.
pub const MOST_GROUPS: usize = 5;
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

/// Which design is in which group.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grouping {
    /// The group of each design, by its index in the columns; none for a design without any thing.
    pub of: Vec<Option<u8>>,
    /// Designs in each group, the largest first.
    pub sizes: Vec<usize>,
    /// How clearly they part, -1 to 1; none for one group.
    pub silhouette: Option<f64>,
    /// The seed by which it can be had again.
    pub seed: u64,
}

/// `A`, `B` …: what a group is called.
pub fn group_letter(group: usize) -> char {
    char::from(b'A' + (group % 26) as u8)
}

impl Grouping {
    /// Groups the designs. The same designs and seed give the same groups, in whatever order designs came; where
    /// nothing parts them there is one.
    pub fn by_likeness(columns: &Columns, bounds: Bounds, seed: u64) -> Self {
        Self::by_likeness_on(&OneCore, columns, bounds, seed)
    }

    /// The same, found on several cores.
    pub fn by_likeness_on(cores: &impl Cores, columns: &Columns, bounds: Bounds, seed: u64) -> Self {
        let directions = Directions::of(columns, bounds);
        let length = directions.length();
        let spoken: Vec<usize> = (0..columns.designs())
            .filter(|at| columns.size_of(*at) > 0)
            .collect();
        let fitted: Vec<Direction> = evenly(&spoken, MOST_FITTED)
            .into_iter()
            .flat_map(|at| directions.each(at..at + 1))
            .collect();
        let mut best: Option<(f64, Vec<Vec<f32>>)> = None;
        let counts = 2..=MOST_GROUPS.min(fitted.len() / LEAST_DESIGNS);
        for centres in found(cores, &fitted, length, counts, seed).into_iter().flatten() {
            let parted = silhouette(&fitted, &centres);
            // Of two that part as well the fewer are better.
            let better = best.as_ref().is_none_or(|(known, _)| parted > known + 0.01);
            if better && parted >= LEAST_SILHOUETTE {
                best = Some((parted, centres));
            }
        }
        let (parted, centres) = match best {
            Some((parted, centres)) => (Some(parted), centres),
            None => (None, vec![vec![0.0; length]]),
        };
        let lots = columns.designs().div_ceil(LOT);
        let of = cores.parts(lots, |lot| {
            let range = lot * LOT..columns.designs().min((lot + 1) * LOT);
            let of_one = |one: Direction| (!one.is_empty()).then(|| nearest(&one, &centres).0 as u8);
            directions.each(range).map(of_one).collect::<Vec<_>>()
        });
        let of: Vec<Option<u8>> = of.into_iter().flatten().collect();
        Self {
            silhouette: parted,
            seed,
            ..Self::named(of, centres.len())
        }
    }

    /// One group of all.
    pub fn one(columns: &Columns) -> Self {
        let of = (0..columns.designs())
            .map(|at| (columns.size_of(at) > 0).then_some(0))
            .collect();
        Self::named(of, 1)
    }

    /// A grouping that was made elsewhere: by house, by age, by hand. Designs of which nothing is said are in none.
    pub fn given(of: Vec<Option<u8>>) -> Self {
        let count = of.iter().flatten().max().map_or(0, |most| *most as usize + 1);
        Self::named(of, count)
    }

    /// Gives the groups their letters: the largest is the first, of two as large the one with the first design.
    fn named(mut of: Vec<Option<u8>>, count: usize) -> Self {
        let mut groups: Vec<(usize, usize, usize)> = (0..count)
            .map(|group| {
                let members = || {
                    of.iter()
                        .enumerate()
                        .filter(|(_, own)| **own == Some(group as u8))
                };
                (
                    members().count(),
                    members().next().map_or(usize::MAX, |(at, _)| at),
                    group,
                )
            })
            .filter(|(size, ..)| *size > 0)
            .collect();
        groups.sort_by_key(|(size, first, _)| (std::cmp::Reverse(*size), *first));
        let mut letter = vec![0_u8; count];
        groups
            .iter()
            .enumerate()
            .for_each(|(new, (.., old))| letter[*old] = new as u8);
        of.iter_mut()
            .flatten()
            .for_each(|group| *group = letter[*group as usize]);
        Self {
            of,
            sizes: groups.iter().map(|(size, ..)| *size).collect(),
            silhouette: None,
            seed: 0,
        }
    }

    /// Which designs are in a group, by index.
    pub fn members(&self, group: usize) -> Vec<bool> {
        self.of
            .iter()
            .map(|own| own.is_some_and(|own| own as usize == group))
            .collect()
    }
    /// How many groups there are.
    pub fn count(&self) -> usize {
        self.sizes.len()
    }
}

/// How many things of all kinds the designs of a group have.
pub fn group_things(columns: &Columns, grouping: &Grouping, group: usize) -> usize {
    let own = |at: &usize| {
        grouping
            .of
            .get(*at)
            .copied()
            .flatten()
            .is_some_and(|own| own as usize == group)
    };
    (0..columns.designs())
        .filter(own)
        .map(|at| columns.size_of(at))
        .sum()
}

fn evenly(all: &[usize], most: usize) -> Vec<usize> {
    if all.len() <= most {
        return all.to_vec();
    }
    (0..most).map(|n| all[n * all.len() / most]).collect()
}

/// The nearest centre and how alike it is; of two the first.
fn nearest(one: &Direction, centres: &[Vec<f32>]) -> (usize, f64) {
    let mut best = (0, f64::NEG_INFINITY);
    for (at, centre) in centres.iter().enumerate() {
        let alike = likeness(one, centre);
        if alike > best.1 {
            best = (at, alike);
        }
    }
    best
}

/// For each number of groups the centres of the best of several beginnings, none of them too small; none where fewer are
/// left. Beginnings are drawn in turn, and settle beside each other.
fn found(
    cores: &impl Cores,
    designs: &[Direction],
    length: usize,
    counts: RangeInclusive<usize>,
    seed: u64,
) -> Vec<Option<Vec<Vec<f32>>>> {
    let drawn = |count: usize| {
        let mut chance = Chance::new(seed ^ (count as u64) << 32);
        (0..BEGINNINGS).map_while(move |_| beginning(designs, length, count, &mut chance))
    };
    let begun: Vec<(usize, Vec<Vec<f32>>)> = counts
        .clone()
        .flat_map(|count| drawn(count).map(move |centres| (count, centres)))
        .collect();
    let settled = cores.parts(begun.len(), |at| {
        let (count, centres) = &begun[at];
        Some((*count, settled(designs, centres.clone(), *count)?))
    });
    let best = |count: usize| {
        let own = settled.iter().flatten().filter(|(of, _)| *of == count);
        // Of two as good the one begun first.
        let better = |a: &'_ (f64, Vec<Vec<f32>>), b: &'_ (f64, Vec<Vec<f32>>)| b.0 > a.0;
        let best = own
            .map(|(_, found)| found)
            .reduce(|best, one| if better(best, one) { one } else { best });
        best.map(|(_, centres)| centres.clone())
    };
    counts.map(best).collect()
}

/// Centres that have settled, and how well they fit; none where a group is so small that it is nobody's: outliers.
fn settled(designs: &[Direction], mut centres: Vec<Vec<f32>>, count: usize) -> Option<(f64, Vec<Vec<f32>>)> {
    settle(designs, &mut centres);
    let mut sizes = vec![0_usize; count];
    let mut fit = 0.0;
    for one in designs {
        let (own, alike) = nearest(one, &centres);
        sizes[own] += 1;
        fit += alike;
    }
    let least = LEAST_DESIGNS.max((LEAST_SHARE * designs.len() as f64).ceil() as usize);
    sizes.iter().all(|size| *size >= least).then_some((fit, centres))
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
    let mut of: Vec<usize> = vec![usize::MAX; designs.len()];
    for _ in 0..ROUNDS {
        let now: Vec<usize> = designs.iter().map(|one| nearest(one, centres).0).collect();
        if now == of {
            return;
        }
        of = now;
        for (at, centre) in centres.iter_mut().enumerate() {
            let mut sum = vec![0.0_f64; centre.len()];
            for (one, _) in designs.iter().zip(&of).filter(|(_, own)| **own == at) {
                one.iter()
                    .for_each(|(at, value)| sum[*at as usize] += f64::from(*value));
            }
            let length = libm::sqrt(sum.iter().map(|value| value * value).sum::<f64>());
            if length > 0.0 {
                centre
                    .iter_mut()
                    .zip(sum)
                    .for_each(|(own, value)| *own = (value / length) as f32);
            }
        }
    }
}

/// The silhouette about the centres (Rousseeuw 1987, with centres for members): the mean over designs of how much
/// nearer the own centre is than the next, as distances 1 less the likeness.
fn silhouette(designs: &[Direction], centres: &[Vec<f32>]) -> f64 {
    let of_one = |one: &Direction| {
        let mut away: Vec<f64> = centres
            .iter()
            .map(|centre| (1.0 - likeness(one, centre)).max(0.0))
            .collect();
        away.sort_by(f64::total_cmp);
        let (own, next) = (away[0], away[1]);
        if next > 0.0 { (next - own) / next } else { 0.0 }
    };
    designs.iter().map(of_one).sum::<f64>() / designs.len() as f64
}
