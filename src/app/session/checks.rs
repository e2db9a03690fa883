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
            .try_with_value(|inner| inner.checker.bill())
            .unwrap_or_default()
    }
    /// What throws shadow on a plan; none where the project has no latitude.
    pub fn shadows(self, design: Arc<Design>) -> Option<Shadows> {
        self.inner
            .try_with_value(|inner| inner.checker.survey().shadows(&design))
            .flatten()
    }
    /// The rules that are not checked here, each with why.
    pub fn not_checked(self) -> Vec<NotChecked> {
        self.inner
            .try_with_value(|inner| inner.checker.survey().not_checked().to_vec())
            .unwrap_or_default()
    }
    /// The rules that gave up on the design as it is, each with why.
    pub fn gave_up(self) -> Vec<Message> {
        let of = |inner: &super::Inner| -> Vec<Message> {
            let answers = inner.checker.answers();
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
    /// What of the project's own rules cannot be used.
    pub fn profile_faults(self) -> Vec<ProfileFault> {
        self.inner
            .try_with_value(|inner| inner.checker.survey().profile().faults().to_vec())
            .unwrap_or_default()
    }
}
