//! What designs would say if houses had spoken as evenly as households live in them.

use std::collections::{BTreeMap, HashSet};

use crate::catalogue::KindId;
use crate::tally::Drawing;

use super::coverage::{Coverage, house_key};

/// The weight of each design by its house.
struct Weights<'a>(BTreeMap<&'a str, f64>);

impl<'a> Weights<'a> {
    fn of(coverage: &'a Coverage) -> Self {
        let rows = coverage.houses.iter();
        Self(
            rows.filter_map(|row| Some((row.house.as_str(), row.weight?)))
                .collect(),
        )
    }
    /// None for a design of a house without a weight: it counts nowhere.
    fn of_drawing(&self, drawing: &Drawing) -> Option<f64> {
        let house = house_key(&drawing.latest.design.by.building);
        self.0.get(house.as_str()).copied()
    }
}

/// The share of designs of which something holds when each counts by its house's weight: what the sample would say if
/// houses had spoken evenly. Designs of houses without a weight count nowhere. None where none counts.
pub fn weighted_share(
    coverage: &Coverage,
    drawings: &[Drawing],
    holds: impl Fn(&Drawing) -> bool,
) -> Option<f64> {
    let weights = Weights::of(coverage);
    let (mut all, mut held) = (0.0, 0.0);
    for drawing in drawings {
        if let Some(weight) = weights.of_drawing(drawing) {
            all += weight;
            if holds(drawing) {
                held += weight;
            }
        }
    }
    (all > 0.0).then(|| held / all)
}

/// The same share for each kind that any of the designs has, all in one walk. Empty where no design counts.
pub fn weighted_kinds<'a>(
    coverage: &Coverage,
    drawings: impl IntoIterator<Item = &'a Drawing>,
) -> BTreeMap<KindId, f64> {
    let weights = Weights::of(coverage);
    let mut all = 0.0;
    let mut held: BTreeMap<&'a KindId, f64> = BTreeMap::new();
    for drawing in drawings {
        let Some(weight) = weights.of_drawing(drawing) else {
            continue;
        };
        all += weight;
        let kinds: HashSet<&KindId> = drawing
            .latest
            .design
            .placements()
            .iter()
            .map(|thing| &thing.kind)
            .collect();
        for kind in kinds {
            *held.entry(kind).or_default() += weight;
        }
    }
    let shares = held.into_iter().filter(|_| all > 0.0);
    shares.map(|(kind, held)| (kind.clone(), held / all)).collect()
}
