//! What a drawing would do: one rule a file, findings with stable names, totals.
//!
//! A rule is pure: a [`Plan`] in, [`Finding`]s out; no rule reads another's findings.

mod finding;

pub use finding::{Finding, FindingId, Fix, Plan, Rule, Severity};
