//! Which rule stands against a change that would end a finding, where nothing near is right by all of them.

use crate::geometry::WorldVec;

use super::march::{Said, march};
use super::mend::{FAR_M, certain, moved, with};
use super::placed::{Placed, Site};
use super::rule::{Check, Rule};
use super::{Finding, Severity, boundary, overlap, sun};

/// The rule that must be kept and that the nearest place breaks at which the finding's own rule has nothing
/// to say of the thing; none where there is no such place within 30 m, or nothing that lies near is against it.
pub(super) fn against(site: &Site, placed: &Placed, finding: &Finding) -> Option<&'static str> {
    let own = site.survey.rules.iter().find(|rule| rule.id == finding.rule)?;
    // Where a place alone tells nothing, none is asked about.
    let Check::Near { look, .. } = own.check else {
        return None;
    };
    let catalogue = &site.project.catalogue;
    let ask = |by: WorldVec| {
        let Some(there) = moved(catalogue, placed, by) else {
            return Said::WrongForAll(0.0);
        };
        let instead = [there.clone()];
        let site = with(site, &instead);
        // How far it is wrong about there too: else so many places are asked about that none is found.
        let about = match own.id {
            id if id == overlap::OVERLAP.id => overlap::depth_of(&site, &there),
            id if id == boundary::BOUNDARY.id => boundary::outside_by(&site, &there),
            _ => {
                let still = look(&site, &there).into_iter();
                still.map(|found| certain(&site, &there, &found)).reduce(f64::max)
            }
        };
        about.map_or(Said::Right, Said::Wrong)
    };
    let by = march(FAR_M, &mut Vec::new(), ask)?;
    let there = moved(catalogue, placed, by)?;
    let must = |finding: &Finding| finding.severity == Severity::Must;
    let mut others = site.survey.rules.iter().filter(|rule| rule.id != own.id);
    let near = others
        .find(|rule| finds(site, &there, rule, must))
        .map(|rule| rule.id);
    let instead = [there.clone()];
    let takes_sun = || !sun::is_clear(&with(site, &instead), &there);
    near.or_else(|| (own.id != sun::SUN.id && takes_sun()).then_some(sun::SUN.id))
}

/// Whether a rule that looks near finds something such of a thing there.
fn finds(site: &Site, there: &Placed, rule: &Rule, such: impl Fn(&Finding) -> bool) -> bool {
    let Check::Near { look, .. } = rule.check else {
        return false;
    };
    let instead = [there.clone()];
    look(&with(site, &instead), there).iter().any(such)
}
