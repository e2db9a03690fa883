//! A pavilion, corridor or pergola stands on no plinth that a wheelchair cannot take
//! (GB 50763-2012 7.2.3). The catalogue counts seats and lays none out, so that the share of
//! wheelchair places is not asked for.

use crate::text::Message;

use super::placed::{Placed, Site};
use super::{Finding, Rule};

const HEIGHT: &str = "plinth.height";
/// The param of a kind in which its plinth's height is set, in centimetres.
const PARAM: &str = "plinth";

/// The rule.
pub(super) static PLINTH: Rule = Rule::within("plinth", &[HEIGHT], |_| 0.0, look);

fn look(site: &Site, placed: &Placed) -> Vec<Finding> {
    missed(site, placed).into_iter().collect()
}

/// The height in centimetres at which a plinth that is too high is right; none of what cannot be.
pub(super) fn right_height(site: &Site, placed: &Placed) -> Option<(&'static str, f64)> {
    let most = site.provision(HEIGHT)?.value * 100.0;
    let kind = placed.kind.as_ref()?;
    let steps = kind.param(PARAM)?.number.as_ref()?;
    let step = if steps.step > 0.0 { steps.step } else { 1.0 };
    let right = steps
        .range
        .held((most / step + super::distance::GRAIN_M).floor() * step);
    (right <= most + super::distance::GRAIN_M).then_some((PARAM, right))
}

fn missed(site: &Site, placed: &Placed) -> Option<Finding> {
    let provision = site.provision(HEIGHT)?;
    let kind = placed.kind.as_ref()?;
    let height = placed.thing.number(kind, PARAM)? / 100.0;
    if height <= provision.value + super::distance::GRAIN_M {
        return None;
    }
    let message = Message::new("plinth-high")
        .with("thing", kind.name())
        .number("height", height * 100.0, 0)
        .number("most", provision.value * 100.0, 0);
    let finding = Finding::missed(PLINTH.id, provision, height, message);
    Some(Finding {
        at: placed.thing.shape.centre(),
        ..finding.about(&[placed.id()], &[])
    })
}
