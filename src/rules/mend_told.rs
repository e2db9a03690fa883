//! What a mend would change, told before it is made, by the same grammar as a drop.

use std::sync::Arc;

use crate::text::Message;

use super::told::{Standing, sentence, told};
use super::{Checker, Finding, Fix};

impl Checker {
    /// What a fix of a finding would change of the totals, and what would newly be found or be gone of its
    /// thing, by all that lies near; none where the finding is all that changes. That no slow rule that must be
    /// kept is broken was asked when the fix was sought.
    pub fn fix_told(&self, finding: &Finding, fix: &Fix) -> Option<Message> {
        let thing = self.thing(&fix.placement)?;
        let would = self.preview(&[Arc::new(fix.of(thing))]);
        let before = Standing {
            totals: self.totals(),
            findings: self.findings_of(&fix.placement),
            tidings: Vec::new(),
        };
        // What looks at the whole plan is not asked again here: it stays as it is, but for what is mended.
        let whole = self.answers().flat_map(|(_, answer)| &answer.findings);
        let whole = whole
            .filter(|other| other.placements.contains(&fix.placement))
            .cloned();
        let mut after = Standing {
            totals: would.totals,
            findings: would.findings.into_iter().chain(whole).collect(),
            tidings: Vec::new(),
        };
        after.findings.retain(|other| other.id != finding.id);
        sentence(&told(&before, &after))
    }
}
