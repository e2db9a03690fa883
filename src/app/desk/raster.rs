//! The density that the map shows: of all designs, of a group, or of a group less the others.

use super::agreed::{Reckoned, Whose};
use crate::agreement::{Raster, Vote, density, difference};
use crate::app::browser::clock::measured;
use crate::catalogue::KindId;
use crate::project::Project;

/// The density that is shown.
pub fn raster(reckoned: &Reckoned, project: &Project, kind: &KindId, bandwidth: f64, whose: Whose) -> Raster {
    let (columns, bounds) = (&reckoned.columns, project.estate.bounds());
    let members = |group: u8| reckoned.grouping.members(group as usize);
    measured("mulin:density", || match whose {
        Whose::All => density(columns, kind, bounds, bandwidth, Vote::Designs, None),
        Whose::Group(group) => density(
            columns,
            kind,
            bounds,
            bandwidth,
            Vote::Designs,
            Some(&members(group)),
        ),
        Whose::Apart(group) => {
            let own = members(group);
            let others: Vec<bool> = own
                .iter()
                .zip(&reckoned.grouping.of)
                .map(|(own, of)| !own && of.is_some())
                .collect();
            difference(columns, kind, bounds, bandwidth, &own, &others)
        }
    })
}
