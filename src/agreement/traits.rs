//! What makes a group of designs itself.

use serde::{Deserialize, Serialize};

use crate::catalogue::KindId;
use crate::geometry::WorldPt;
use crate::tally::{ShownCount, shown_count};

use super::{Columns, Grouping, HotSpot};

/// Something that a group has more often than the others, or less often.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trait {
    /// The kind.
    pub kind: KindId,
    /// Where, for a hot spot; none for the kind anywhere.
    pub at: Option<WorldPt>,
    /// Designs of the group that have it.
    pub own: usize,
    /// Designs of the group.
    pub of_own: usize,
    /// Designs of all other groups that have it.
    pub others: usize,
    /// Designs of all other groups.
    pub of_others: usize,
    /// How surely the two shares differ: the z of two proportions, pooled; above 0 the group has it more often.
    pub z: f64,
    /// Whether few designs of some group have it, fewer than a public document tells of.
    pub has_few: bool,
}

impl Trait {
    /// The share of the group that has it, 0 to 1.
    pub fn own_share(&self) -> f64 {
        self.own as f64 / self.of_own.max(1) as f64
    }
    /// The share of the others that has it.
    pub fn others_share(&self) -> f64 {
        self.others as f64 / self.of_others.max(1) as f64
    }
}

impl Trait {
    /// Whether it may leave the desk from a group of that size. Shares and z are reckoned from all its counts, and the counts
    /// of all groups add up, so that one that is small could be reckoned back from any of them.
    pub fn may_leave(&self, size: ShownCount) -> bool {
        size.is_number() && !self.has_few
    }
}

/// z at and above which a trait is told: p < 0.01 for one of them, two-sided. With many looked at, some are chance.
const LEAST_Z: f64 = 2.58;

/// What sets a group apart, surest first: kinds anywhere and the hot spots given. One group of all has none.
pub fn traits_of(columns: &Columns, grouping: &Grouping, spots: &[HotSpot], group: usize) -> Vec<Trait> {
    let mut found: Vec<Trait> = Vec::new();
    for kind in columns.kinds() {
        let mut having: Vec<u32> = columns.of_kind(kind).design.to_vec();
        having.dedup();
        found.extend(told(grouping, group, kind, None, &having));
    }
    for spot in spots {
        found.extend(told(grouping, group, &spot.kind, Some(spot.at), &spot.designs));
    }
    found.sort_by(|a, b| b.z.abs().total_cmp(&a.z.abs()).then_with(|| a.kind.cmp(&b.kind)));
    found
}

fn told(
    grouping: &Grouping,
    group: usize,
    kind: &KindId,
    at: Option<WorldPt>,
    having: &[u32],
) -> Option<Trait> {
    let mut by_group = vec![0; grouping.sizes.len()];
    let groups = having
        .iter()
        .filter_map(|design| *grouping.of.get(*design as usize)?);
    groups.for_each(|group| by_group[usize::from(group)] += 1);
    let of_own = *grouping.sizes.get(group)?;
    let of_others = grouping.sizes.iter().sum::<usize>() - of_own;
    if of_own == 0 || of_others == 0 {
        return None;
    }
    let own = by_group[group];
    let others = having.len() - own;
    let (a, b) = (own as f64 / of_own as f64, others as f64 / of_others as f64);
    let pooled = (own + others) as f64 / (of_own + of_others) as f64;
    let spread = libm::sqrt(pooled * (1.0 - pooled) * (1.0 / of_own as f64 + 1.0 / of_others as f64));
    let z = if spread > 0.0 { (a - b) / spread } else { 0.0 };
    (z.abs() >= LEAST_Z).then(|| Trait {
        kind: kind.clone(),
        at,
        own,
        of_own,
        others,
        of_others,
        z,
        has_few: by_group.iter().any(|count| !shown_count(*count).is_number()),
    })
}
