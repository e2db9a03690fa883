//! A fix that breaks no rule of the whole plan either: found by what lies near, then asked of every rule
//! that the change can bear on.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use crate::design::{Change, PlacementId};

use super::super::mend::Mender;
use super::super::placed::Placed;
use super::super::rule::Rule;
use super::super::{Finding, FindingId, Fix, Severity, fire};
use super::Checker;

/// So many places are asked about with every rule, where the nearest breaks one; then none is offered.
const MOST_ASKED: usize = 16;

impl Checker {
    /// The nearest change after which a finding is gone and no must-rule is broken that was not broken
    /// before: slow ones among them, once they were asked of this design. Where there is none, the rule
    /// that the nearest change breaks, if any change ends the finding at all.
    pub(in crate::rules) fn fix_kept<'a>(
        &'a self,
        menders: &mut BTreeMap<PlacementId, Mender<'a>>,
        finding: &Finding,
    ) -> Result<Fix, Option<&'static str>> {
        let fix = self.fix_by(menders, finding).ok_or(None)?;
        let placed = self.things.get(&fix.placement).ok_or(None)?;
        let there = Placed::new(self.catalogue(), Arc::new(fix.of(&placed.thing)));
        let known = self.musts();
        let Some(against) = self.broken_by(&there, finding, &known) else {
            return Ok(fix);
        };
        let asked = Cell::new(1);
        let finding_of = finding.clone();
        let keeps = move |there: &Placed| {
            asked.set(asked.get() + 1);
            asked.get() <= MOST_ASKED && self.broken_by(there, &finding_of, &known).is_none()
        };
        let mut mender = Mender::keeping(self.site(&[]), placed, Rc::new(keeps));
        mender.mend(finding).ok_or(Some(against))
    }

    /// What must be mended now, by name.
    fn musts(&self) -> BTreeSet<FindingId> {
        let found = self.findings().into_iter();
        let must = found.filter(|found| found.severity == Severity::Must);
        must.map(|found| found.id.clone()).collect()
    }

    /// The rule that a thing in that place newly breaks though it must be kept, or that of the finding
    /// where that stays; none where all is right.
    fn broken_by(
        &self,
        there: &Placed,
        finding: &Finding,
        known: &BTreeSet<FindingId>,
    ) -> Option<&'static str> {
        let was = self.things.get(there.id())?;
        let mut next = self.clone();
        next.far.clear();
        next.recheck_changes(&[Change::Altered(was.thing.clone(), there.thing.clone())]);
        let broken = |next: &Self| {
            let found = next.findings().into_iter();
            let mut against = found.filter(|found| {
                found.id == finding.id || (found.severity == Severity::Must && !known.contains(&found.id))
            });
            against.next().map(|found| found.rule)
        };
        let near = broken(&next);
        if near.is_some() || self.far.is_empty() {
            return near;
        }
        let bears = |rule: &Rule| self.bears_on(rule, was) || self.bears_on(rule, there);
        next.far = next.survey.far_answers_of(&next.things, bears);
        // What was not reckoned to its end is not known to be kept, unless it never was.
        let gave_up = next.far.iter().find(|(rule, answer)| {
            let before = self.far.get(*rule);
            answer.gave_up.is_some() && before.is_none_or(|before| before.gave_up.is_none())
        });
        broken(&next).or(gave_up.map(|(rule, _)| *rule))
    }

    /// Whether a thing can change what a slow rule says.
    fn bears_on(&self, rule: &Rule, placed: &Placed) -> bool {
        match rule.id {
            "fire-lane" | "fire-dead-end" | "fire-turning" => fire::bears_on_lanes(&self.site(&[]), placed),
            "concentrated-green" => placed.takes_green() || placed.green() > 0.0,
            _ => true,
        }
    }
}
