//! Who has spoken, as it may leave the desk.

use crate::tally::{Facet, ShownCount, shown_count};

use super::Coverage;
use super::hidden::shown_list;

/// What may leave the desk of who has spoken. Each list has the order of its own in [`Coverage`].
#[derive(Clone, Debug, PartialEq)]
pub struct ShownCoverage {
    /// Designs in all.
    pub designs: ShownCount,
    /// Designs of each house.
    pub houses: Vec<ShownCount>,
    /// Designs of each age band.
    pub ages: Vec<ShownCount>,
    /// Designs of each way by which they came.
    pub channels: Vec<ShownCount>,
    /// Houses with households from which nobody spoke; none where that would tell how many spoke from the others.
    pub silent_houses: Option<usize>,
    /// Whether every house has its number. Only then may weights, χ² and the effective number be said: they are reckoned
    /// from all houses, so that a hidden one could be reckoned back.
    pub is_whole: bool,
}

impl Coverage {
    /// What may leave the desk of it.
    pub fn shown(&self) -> ShownCoverage {
        let counts: Vec<usize> = self.houses.iter().map(|row| row.designs).collect();
        let houses = shown_list(&counts);
        let facets = |facets: &[Facet]| {
            let counts: Vec<usize> = facets.iter().map(|facet| facet.designs).collect();
            shown_list(&counts)
        };
        // Nothing is said of any house where even that one spoke would tell how many did.
        let nothing_said = houses.iter().all(|count| *count == ShownCount::KeptBack) && !houses.is_empty();
        ShownCoverage {
            designs: shown_count(self.designs),
            ages: facets(&self.ages),
            channels: facets(&self.channels),
            silent_houses: (!nothing_said).then_some(self.silent_houses),
            is_whole: houses.iter().all(|count| count.is_number()),
            houses,
        }
    }
}
