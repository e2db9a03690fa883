//! Groups of designs by likeness.

use serde::{Deserialize, Serialize};

use crate::cores::{Cores, OneCore};
use crate::geometry::Bounds;
use crate::tally::ShownCount;

use super::columns::Columns;
use super::group_fit::{Centres, GroupFit, assigned, lots};
use super::hidden::shown_list;

/// There are at most so many groups: more cannot be told apart in a meeting.
pub const MOST_GROUPS: usize = 5;

/// Which design is in which group.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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
    /// How many designs each group has, as it may leave the desk.
    pub fn shown_sizes(&self) -> Vec<ShownCount> {
        shown_list(&self.sizes)
    }

    /// Groups the designs. The same designs and seed give the same groups, in whatever order designs came; where
    /// nothing parts them there is one.
    pub fn by_likeness(columns: &Columns, bounds: Bounds, seed: u64) -> Self {
        Self::by_likeness_on(&OneCore, columns, bounds, seed)
    }

    /// The same, found on several cores.
    pub fn by_likeness_on(cores: &impl Cores, columns: &Columns, bounds: Bounds, seed: u64) -> Self {
        let fit = GroupFit::of(columns, bounds);
        let begun = fit.begun(seed);
        let settled = cores.parts(begun.len(), |at| fit.settled(&begun[at]));
        let (parted, centres) = fit.best(settled);
        let of = cores.parts(lots(columns), |lot| assigned(columns, bounds, &centres, lot));
        Self::parted(of.concat(), parted, &centres, seed)
    }

    /// The groups about centres, by the centre that each design is nearest to.
    pub(super) fn parted(of: Vec<Option<u8>>, parted: Option<f64>, centres: &Centres, seed: u64) -> Self {
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
