//! How far people agree with a plan: group by group, so that one group that is hurt sinks it.
//!
//! The method is Polis's group-informed consensus (Small et al. 2021): the product over groups of how far each
//! agrees, each group smoothed by one vote for and one against (Laplace). People did not vote on plans; how far a
//! design agrees with a plan is what the two share: twice the things they have in common over the things of both
//! (Dice 1945). Two things of a kind are the same as far as they lie near: a Gaussian with a deviation of 8 m.

use std::collections::HashMap;
use std::sync::Arc;

use crate::catalogue::KindId;
use crate::geometry::WorldPt;

use super::{Columns, Grouping};

/// The deviation in metres by which two things of a kind are the same thing: at 8 m by 0.61, at 16 m by 0.14.
pub const REACH_M: f64 = 8.0;
/// Beyond this, in metres, they are not the same at all.
pub(super) const FAR_M: f64 = 3.0 * REACH_M;

/// How far two things of a kind that lie so many metres apart are the same, 0 to 1.
pub(super) fn sameness(metres: f64) -> f64 {
    if metres > FAR_M {
        return 0.0;
    }
    libm::exp(-0.5 * (metres / REACH_M) * (metres / REACH_M))
}

/// How one group stands to a plan.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Group {
    /// Its designs.
    pub designs: usize,
    /// The mean agreement of its designs, 0 to 1, as it is.
    pub agreement: f64,
    /// The same with one vote for and one against added.
    pub smoothed: f64,
}

/// How far people agree with a plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Support {
    /// Group by group.
    pub groups: Vec<Group>,
    /// The product over the groups of their smoothed agreement.
    pub product: f64,
}

impl Support {
    /// Of sums of agreement and counts of designs, a group each.
    pub(super) fn of(sums: &[f64], designs: &[usize]) -> Self {
        let groups: Vec<Group> = sums
            .iter()
            .zip(designs)
            .map(|(sum, designs)| Group {
                designs: *designs,
                agreement: if *designs > 0 { sum / *designs as f64 } else { 0.0 },
                smoothed: (sum + 1.0) / (*designs as f64 + 2.0),
            })
            .collect();
        let product = groups.iter().map(|group| group.smoothed).product();
        Self { groups, product }
    }
    /// The product as one agreement, 0 to 1: its root over the number of groups, so that plans measured with other
    /// numbers of groups can be read alike.
    pub fn mean(&self) -> f64 {
        match self.groups.len() {
            0 => 0.0,
            count => libm::pow(self.product, 1.0 / count as f64),
        }
    }
}

/// Measures plans against the designs. Designs of nothing say nothing of a plan and are left out.
#[derive(Clone, Debug)]
pub struct Measure {
    columns: Arc<Columns>,
    grouping: Arc<Grouping>,
    /// For each kind its rows by places of [`FAR_M`].
    places: HashMap<KindId, HashMap<(i32, i32), Vec<u32>>>,
    sizes: Vec<usize>,
}

fn place_of(at: WorldPt) -> (i32, i32) {
    ((at.x / FAR_M).floor() as i32, (at.y / FAR_M).floor() as i32)
}

impl Measure {
    /// A measure by the designs of the columns, in their groups.
    pub fn new(columns: Arc<Columns>, grouping: Arc<Grouping>) -> Self {
        let mut places: HashMap<KindId, HashMap<(i32, i32), Vec<u32>>> = HashMap::new();
        for kind in columns.kinds() {
            let rows = columns.of_kind(kind);
            let own = places.entry(kind.clone()).or_default();
            (0..rows.len()).for_each(|row| own.entry(place_of(rows.at(row))).or_default().push(row as u32));
        }
        let mut sizes = vec![0; grouping.count()];
        for (at, group) in grouping.of.iter().enumerate() {
            if let (Some(group), true) = (group, columns.size_of(at) > 0) {
                sizes[*group as usize] += 1;
            }
        }
        Self {
            columns,
            grouping,
            places,
            sizes,
        }
    }
    /// The designs.
    pub fn columns(&self) -> &Arc<Columns> {
        &self.columns
    }
    /// Their groups.
    pub fn grouping(&self) -> &Arc<Grouping> {
        &self.grouping
    }
    /// Designs with anything in them, a group each.
    pub fn sizes(&self) -> &[usize] {
        &self.sizes
    }

    /// How far each design agrees with a plan of these things, in the order of the columns. Each thing of the plan is
    /// the same as at most one thing of a design and the other way round: the nearest pairs first.
    pub fn agreements(&self, plan: &[(KindId, WorldPt)]) -> Vec<f64> {
        let mut shared = vec![0.0; self.columns.designs()];
        let mut kinds: Vec<&KindId> = plan.iter().map(|(kind, _)| kind).collect();
        kinds.sort();
        kinds.dedup();
        for kind in kinds {
            let mut pairs = self.pairs(kind, plan);
            pairs.sort_by(|a, b| {
                a.0.cmp(&b.0)
                    .then(b.1.total_cmp(&a.1))
                    .then((a.2, a.3).cmp(&(b.2, b.3)))
            });
            for own in pairs.chunk_by(|a, b| a.0 == b.0) {
                shared[own[0].0 as usize] += matched(own);
            }
        }
        let agreement = |(at, shared): (usize, &f64)| {
            let both = self.columns.size_of(at) + plan.len();
            if both == 0 {
                0.0
            } else {
                2.0 * shared / both as f64
            }
        };
        shared.iter().enumerate().map(agreement).collect()
    }

    /// Pairs of a design's and the plan's things of a kind: (design, sameness, of the plan, row).
    fn pairs(&self, kind: &KindId, plan: &[(KindId, WorldPt)]) -> Vec<(u32, f64, u32, u32)> {
        let rows = self.columns.of_kind(kind);
        let Some(places) = self.places.get(kind) else {
            return Vec::new();
        };
        let mut pairs = Vec::new();
        for (number, (_, at)) in plan.iter().enumerate().filter(|(_, (own, _))| own == kind) {
            let (u, v) = place_of(*at);
            for place in (u - 1..=u + 1).flat_map(|u| (v - 1..=v + 1).map(move |v| (u, v))) {
                for row in places.get(&place).into_iter().flatten() {
                    let same = sameness(rows.at(*row as usize).distance(*at));
                    if same > 0.0 {
                        pairs.push((rows.design[*row as usize], same, number as u32, *row));
                    }
                }
            }
        }
        pairs
    }

    /// How far people agree with a plan of these things.
    pub fn support(&self, plan: &[(KindId, WorldPt)]) -> Support {
        self.summed(&self.agreements(plan))
    }

    /// The support that agreements of the designs make.
    pub(super) fn summed(&self, agreements: &[f64]) -> Support {
        let mut sums = vec![0.0; self.sizes.len()];
        for (at, agreement) in agreements.iter().enumerate() {
            if let Some(Some(group)) = self.grouping.of.get(at) {
                sums[*group as usize] += agreement;
            }
        }
        Support::of(&sums, &self.sizes)
    }

    /// No plan of so many things can have more support than this: as if everything that could be shared were.
    pub(super) fn most_support(&self, things: usize) -> f64 {
        let agreement = |at: usize| {
            let own = self.columns.size_of(at);
            2.0 * own.min(things) as f64 / (own + things).max(1) as f64
        };
        let all: Vec<f64> = (0..self.columns.designs()).map(agreement).collect();
        self.summed(&all).product
    }
}

/// What the sorted pairs of one design share, each thing in one pair at most.
fn matched(pairs: &[(u32, f64, u32, u32)]) -> f64 {
    if let [(_, same, ..)] = pairs {
        return *same;
    }
    let (mut of_plan, mut of_design) = (Vec::new(), Vec::new());
    let mut sum = 0.0;
    for (_, same, number, row) in pairs {
        if !of_plan.contains(number) && !of_design.contains(row) {
            of_plan.push(*number);
            of_design.push(*row);
            sum += same;
        }
    }
    sum
}
