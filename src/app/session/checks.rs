//! What the checker says, asked by panels.

use std::sync::Arc;

use leptos::prelude::*;

use super::Session;
use crate::design::Design;
use crate::rules::{BillLine, NotChecked, ProfileFault, Shadows};
use crate::text::{Arg, Message};

impl Session {
    /// What the design costs, line by line.
    pub fn bill(self) -> Vec<BillLine> {
        self.inner
            .try_update_value(|inner| inner.checker.begin().bill())
            .unwrap_or_default()
    }
    /// What throws shadow on a plan; none where the project has no latitude.
    pub fn shadows(self, design: Arc<Design>) -> Option<Shadows> {
        self.inner
            .try_update_value(|inner| inner.checker.begin().survey().shadows(&design))
            .flatten()
    }
    /// The rules that are not checked here, each with why; none before the estate was surveyed. Runs again then.
    pub fn not_checked(self) -> Vec<NotChecked> {
        self.surveyed.track();
        self.inner
            .try_with_value(|inner| Some(inner.checker.get()?.survey().not_checked().to_vec()))
            .flatten()
            .unwrap_or_default()
    }
    /// The rules that gave up on the design as it is, each with why.
    pub fn gave_up(self) -> Vec<Message> {
        let of = |inner: &super::Inner| -> Vec<Message> {
            let Some(checker) = inner.checker.get() else {
                return Vec::new();
            };
            let answers = checker.answers();
            answers
                .filter_map(|(rule, answer)| {
                    let name = Arg::Key {
                        key: format!("rule-{rule}"),
                        or: rule.to_owned(),
                    };
                    Some(answer.gave_up.clone()?.with("rule", name))
                })
                .collect()
        };
        self.inner.try_with_value(of).unwrap_or_default()
    }
    /// What of the project's own rules cannot be used; nothing before the estate was surveyed. Runs again then.
    pub fn profile_faults(self) -> Vec<ProfileFault> {
        self.surveyed.track();
        self.inner
            .try_with_value(|inner| Some(inner.checker.get()?.survey().profile().faults().to_vec()))
            .flatten()
            .unwrap_or_default()
    }
}
