//! What the checker says, asked by panels.

use std::sync::Arc;

use leptos::prelude::*;

use super::Session;
use crate::design::Design;
use crate::rules::{BillLine, Finding, Fix, Mended, NotChecked, ProfileFault, Shadows, assumed};
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
    /// What of rules that are checked is not, each with why.
    pub fn parts_not_checked(self) -> Vec<Message> {
        let parts = |inner: &super::Inner| {
            let parts = inner.checker.get()?.survey().parts_not_checked();
            Some(parts.into_iter().map(|part| part.why).collect())
        };
        self.inner.try_with_value(parts).flatten().unwrap_or_default()
    }
    /// What the rules take for granted where no map says it, each sentence once.
    pub fn assumed(self) -> Vec<Message> {
        let all = self
            .inner
            .try_with_value(|inner| Some(assumed(inner.checker.get()?.survey())));
        let mut said: Vec<Message> = Vec::new();
        for (_, one) in all.flatten().unwrap_or_default() {
            if !said.contains(&one) {
                said.push(one);
            }
        }
        said
    }
    /// What comes of looking for a better place of a finding's thing by what lies near alone. Tries many places.
    pub fn mended_by_what_is_near(self, finding: &Finding) -> Mended {
        let look = |inner: &super::Inner| {
            let checker = inner.checker.get()?;
            let mended = checker.fix(finding).map(Mended::At);
            mended.or_else(|| checker.against(finding).map(Mended::Against))
        };
        self.inner
            .try_with_value(look)
            .flatten()
            .unwrap_or(Mended::Nowhere)
    }
    /// What a fix of a finding would change, in a sentence.
    pub fn fix_told(self, finding: &Finding, fix: &Fix) -> Message {
        let told = |inner: &super::Inner| inner.checker.get()?.fix_told(finding, fix);
        match self.inner.try_with_value(told).flatten() {
            Some(would) => Message::new("finding-mend-would").with("would", would),
            None => Message::new("finding-mend-would-nothing"),
        }
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
