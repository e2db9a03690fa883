//! What a drawing would do: one rule a file, findings with stable names, totals, sentences of place.
//!
//! A rule is pure: it looks at one thing on the [`Site`] and gives [`Finding`]s; no rule reads
//! another's findings. [`Checker`] keeps findings and totals up to date change by change.

mod boundary;
mod capacity;
mod checker;
mod finding;
mod mend;
mod names;
mod not_checked;
mod overlap;
mod place;
mod placed;
mod report;
mod totals;

pub use capacity::{Capacity, capacity, car_park_of, price, quantity, size_of};
pub use checker::{Checker, Preview, Survey, bill, check_all, totals};
pub use finding::{Finding, FindingId, Fix, Plan, Rule, Severity};
pub use names::{feature_name, kind_name};
pub use not_checked::{NotChecked, not_checked};
pub use place::{gives, place, said, size};
pub use placed::Site;
pub use report::{report, totals_value};
pub use totals::{BillLine, Totals};

/// Every rule that is checked. The others of the contract are listed by [`not_checked`].
pub const ALL: &[Rule] = &[boundary::BOUNDARY, overlap::OVERLAP];
