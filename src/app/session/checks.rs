//! What the checker says, asked by panels.

use std::sync::Arc;

use leptos::prelude::*;

use super::Session;
use crate::design::Design;
use crate::rules::{BillLine, NotChecked, Shadows};

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
}
