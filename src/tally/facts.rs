//! What is known of a design besides what stands in it: its cost, and what the rules find.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::design::Design;
use crate::rules::{Checker, Severity, Survey};

/// What the rules that answer at once find in a design: those of nearness and of the whole plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Must-findings.
    pub musts: usize,
    /// The rules that have a finding of what must or should be otherwise.
    pub rules: BTreeSet<&'static str>,
}

/// What is reckoned of a design once, and filtered by. None: not reckoned yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// Its estimated cost in yuan.
    pub cost: Option<f64>,
    /// What the rules find.
    pub found: Option<Found>,
}

/// What the rules that answer at once find in a design. The slow ones (fire engine, sun, walking) are not asked.
pub fn found_in(survey: &Arc<Survey>, design: &Design) -> Found {
    let checker = Checker::on(survey.clone(), design);
    let mut found = Found::default();
    for finding in checker.findings() {
        if finding.severity == Severity::Must {
            found.musts += 1;
        }
        if matches!(finding.severity, Severity::Must | Severity::Should) {
            found.rules.insert(finding.rule);
        }
    }
    found
}
