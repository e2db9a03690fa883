//! The rules of the contract that this version does not check, so that nothing pretends to be.

use crate::text::{Arg, Message};

/// A rule that is not checked.
#[derive(Clone, Debug, PartialEq)]
pub struct NotChecked {
    /// Its id.
    pub rule: &'static str,
    /// Why.
    pub why: Message,
}

const LATER: [&str; 22] = [
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

/// The rules that this version does not check, each with why.
pub fn not_checked() -> Vec<NotChecked> {
    LATER
        .into_iter()
        .map(|rule| NotChecked {
            rule,
            why: Message::new("not-checked-yet").with(
                "rule",
                Arg::Key {
                    key: format!("rule-{rule}"),
                    or: rule.to_owned(),
                },
            ),
        })
        .collect()
}
