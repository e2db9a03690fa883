//! What happens when the design is another: it is shown, checked, and told in one sentence.

use leptos::prelude::*;

use super::{Facts, Inner, Session};
use crate::design::{Change, changes};
use crate::rules::{Checker, Standing, sentence, told};

/// So many changes are checked at once: some milliseconds of a phone.
const CHECKED_AT_ONCE: usize = 60;

impl Session {
    pub(super) fn show_design(self) {
        let is_ready = self.ready.get_untracked();
        let shown = self.inner.try_update_value(|inner| {
            let design = inner.editor.design().clone();
            let loads = inner.slow.loads();
            if inner.unchecked.is_empty() && inner.checker.waits_on(&design) {
                inner.checked = design.clone();
                inner.painting.soil_objects();
                return (design, false);
            }
            // While many changes are being checked, what was before the first of them stays the measure.
            if inner.unchecked.is_empty() && !loads {
                inner.before = Some(Standing::of(inner.checker.begin()));
            }
            let before = std::mem::replace(&mut inner.checked, design.clone());
            inner.unchecked.extend(changes(&before, &design));
            inner.proposed = None;
            inner.pointed = None;
            inner.painting.soil_objects();
            // What an opened design says is checked once it is seen; what a hand does, at once.
            (design, !loads || is_ready)
        });
        let Some((design, is_to_check)) = shown else {
            return;
        };
        self.design.set(design);
        self.beat();
        self.ask_frame();
        if is_to_check {
            self.check();
        }
    }
    /// Checks what changed before the page was ready.
    pub(super) fn check_what_waits(self) {
        let waits = self.inner.try_with_value(|inner| !inner.unchecked.is_empty());
        if waits.unwrap_or_default() {
            self.check();
        }
    }
    /// Checks what changed: a few things at once, many in slices between which the page lives on.
    fn check(self) {
        let checked = self.inner.try_update_value(|inner| {
            let share = inner.unchecked.len().min(CHECKED_AT_ONCE);
            let changes: Vec<Change> = inner.unchecked.drain(..share).collect();
            inner.checker.begin().recheck_share(&changes);
            let is_done = inner.unchecked.is_empty();
            if is_done {
                inner.checker.begin().recheck_whole();
            }
            (is_done && !changes.is_empty()).then(|| inner.painting.soil_objects());
            is_done
        });
        match checked {
            None => {}
            Some(false) => set_timeout(move || self.check(), std::time::Duration::ZERO),
            Some(true) => {
                self.show_facts();
                self.tell_what_changed(true);
                self.ask_slow_rules();
            }
        }
    }
    /// Shows what the checks say now.
    pub(super) fn show_facts(self) {
        let Some(facts) = self.inner.try_update_value(|inner| facts(inner.checker.begin())) else {
            return;
        };
        if self.facts.with_untracked(|known| *known != facts) {
            self.facts.set(facts);
        }
        self.ask_frame();
    }
    /// Tells what the last change won and lost. When the slow rules answered, the sentence is told anew only
    /// where it is another.
    pub(super) fn tell_what_changed(self, newly: bool) {
        let said = self.inner.try_update_value(|inner| {
            let before = inner.before.as_ref()?;
            sentence(&told(before, &Standing::of(inner.checker.begin())))
        });
        let Some(said) = said else { return };
        let number = self
            .told
            .with_untracked(|told| told.as_ref().map_or(0, |told| told.0));
        let same = self
            .told
            .with_untracked(|told| told.as_ref().map(|told| &told.1) == said.as_ref());
        if newly || !same {
            self.told.set(said.map(|said| (number + 1, said)));
        }
    }
    /// Another drawing takes this one's place: nothing is told of what that changes.
    pub(super) fn forget_told(self, is_empty: bool) {
        self.inner.update_value(|inner: &mut Inner| {
            inner.before = None;
            inner.slow.load(is_empty);
        });
        self.told.set(None);
    }
}

/// What the checks say. A slow rule's finding about a thing that was taken away since is none.
pub(super) fn facts(checker: &Checker) -> Facts {
    let found = checker.findings().into_iter();
    Facts {
        totals: checker.totals(),
        findings: found
            .filter(|finding| checker.knows_all_of(finding))
            .cloned()
            .collect(),
    }
}
