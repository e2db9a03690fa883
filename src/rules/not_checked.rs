//! The rules of the contract that are not checked on a project, so that nothing pretends to be.

use crate::text::{Arg, Message};

use super::rule::Rule;
use super::{Survey, rule_name};

/// A rule that is not checked.
#[derive(Clone, Debug, PartialEq)]
pub struct NotChecked {
    /// Its id.
    pub rule: &'static str,
    /// Why.
    pub why: Message,
}

/// The rules of the contract, in its order, and the distances of a project's own kinds.
pub const RULE_IDS: [&str; 25] = [
    "boundary",
    "overlap",
    "fire-lane",
    "fire-dead-end",
    "fire-turning",
    "fire-facade",
    "shed-distance",
    "shed-group",
    "bay-size",
    "lot-distance",
    "accessible-bays",
    "step-free",
    "plinth",
    "sun",
    "concentrated-green",
    "fitness-distance",
    "tree-distance",
    "underground",
    "waste-radius",
    "noise",
    "activity-traffic",
    "building-spacing",
    "road-edge",
    "budget",
    "clearance",
];

/// A part of a rule that is not checked though the rest is.
#[derive(Clone, Debug, PartialEq)]
pub struct PartNotChecked {
    /// The rule's id.
    pub rule: &'static str,
    /// The number of the profile that nothing is held against: `fire-lane.height`.
    pub number: &'static str,
    /// Why, and what to do.
    pub why: Message,
}

/// The numbers of clauses that no map and no catalogue gives anything to hold against, each with its sentence.
const PARTS: [(&str, &str, &str); 5] = [
    ("fire-lane", "fire-lane.height", "part-fire-height"),
    ("step-free", "step-free.slope", "part-ramp-slope"),
    ("plinth", "plinth.wheelchair-share", "part-wheelchair-seats"),
    ("fitness-distance", "fitness-distance.wire", "part-wires"),
    ("activity-traffic", "activity-traffic.slope", "part-ground-slope"),
];

/// The parts that are not checked of the rules that are.
pub(super) fn parts(survey: &Survey) -> Vec<PartNotChecked> {
    let is_checked = |rule: &str| survey.rules.iter().any(|checked| checked.id == rule);
    let parts = PARTS.into_iter().filter(|(rule, ..)| is_checked(rule));
    let said = parts.filter_map(|(rule, number, key)| {
        let asked = survey.profile().provision(number)?.value;
        let why = Message::new(key)
            .with("rule", rule_name(rule))
            .number("asked", asked, 1);
        Some(PartNotChecked { rule, number, why })
    });
    said.collect()
}

/// Those that are not checked: the rules that cannot look, or at a part only, each with why, and
/// those that this version does not have.
pub(super) fn among(rules: &[(&'static Rule, Option<Message>)]) -> Vec<NotChecked> {
    let why = |id: &'static str| match rules.iter().find(|(rule, _)| rule.id == id) {
        Some((_, why)) => why.clone(),
        None => Some(Message::new("not-checked-yet")),
    };
    RULE_IDS
        .into_iter()
        .filter_map(|rule| {
            let name = Arg::Key {
                key: format!("rule-{rule}"),
                or: rule.to_owned(),
            };
            let why = why(rule)?.with("rule", name);
            Some(NotChecked { rule, why })
        })
        .collect()
}
