//! What the checker says, asked by panels.

use leptos::prelude::*;

use super::Session;
use crate::rules::{BillLine, NotChecked};

impl Session {
    /// What the design costs, line by line.
    pub fn bill(self) -> Vec<BillLine> {
        self.inner
            .try_with_value(|inner| inner.checker.bill())
            .unwrap_or_default()
    }
    /// The rules that are not checked here, each with why.
    pub fn not_checked(self) -> Vec<NotChecked> {
        self.inner
            .try_with_value(|inner| inner.checker.survey().not_checked().to_vec())
            .unwrap_or_default()
    }
}
