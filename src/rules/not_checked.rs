//! The rules of the contract that are not checked on a project, so that nothing pretends to be.

use crate::text::{Arg, Message};

use super::rule::Rule;

/// A rule that is not checked.
#[derive(Clone, Debug, PartialEq)]
pub struct NotChecked {
    /// Its id.
    pub rule: &'static str,
    /// Why.
    pub why: Message,
}

/// The rules of the contract, in its order.
pub const RULE_IDS: [&str; 24] = [
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
];

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
