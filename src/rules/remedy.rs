//! What helps where no move and no other size ends a finding, said as plainly as the finding itself.

use crate::text::Message;

use super::accessible_bays::ACCESSIBLE_BAYS;
use super::budget::BUDGET;
use super::concentrated_green::{CONCENTRATED_GREEN, DARKER};
use super::waste_radius::WASTE_RADIUS;
use super::{Finding, rule_name};

/// The sentence that says what helps, for a finding of a rule that no change of one thing's place ends;
/// none for all others.
pub fn remedy(finding: &Finding) -> Option<Message> {
    let about_things = !finding.placements.is_empty();
    let key = match (finding.rule, about_things) {
        (rule, _) if rule == BUDGET.id => "remedy-budget",
        (rule, true) if rule == ACCESSIBLE_BAYS.id => "remedy-accessible-lot",
        (rule, false) if rule == ACCESSIBLE_BAYS.id => "remedy-accessible-estate",
        (rule, _) if rule == CONCENTRATED_GREEN.id && finding.id.0 == DARKER => "remedy-green-in-the-sun",
        (rule, _) if rule == CONCENTRATED_GREEN.id => "remedy-green",
        (rule, _) if rule == WASTE_RADIUS.id => "remedy-waste",
        _ => return None,
    };
    Some(Message::new(key))
}

/// The sentence that no place near keeps both of two rules.
pub fn against_said(own: &'static str, other: &'static str) -> Message {
    Message::new("finding-against")
        .with("rule", rule_name(own))
        .with("other", rule_name(other))
}
