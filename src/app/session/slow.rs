//! The slow rules, asked away from the page while drawing goes on: newest question first, and an old
//! answer is dropped. Without a worker they are asked here once the hand rests.

mod inquiries;

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::{Inner, Session};
use crate::app::browser::later::Whole;
use crate::app::browser::worker::{Heard, Worker};
use crate::app::load::Sources;
use crate::app::slow::{Desk, Question, Reply, Waiting};
use crate::design::stored;
use crate::rules::{FindingId, read_answers, read_mended};
use crate::text::Message;
use inquiries::Inquiries;

/// After so long without an answer it is said that there is none.
const LIMIT: Duration = Duration::from_secs(20);
/// Without a worker, the hand has to rest so long before the page itself asks.
const REST: Duration = Duration::from_millis(700);
/// A worker that was lost so often is not started again.
const MOST_LOST: u32 = 3;

/// What the page knows of its worker.
#[derive(Default)]
pub(super) struct Slow {
    waiting: Waiting,
    worker: Option<Worker<Desk>>,
    state: State,
    lost: u32,
    sources: Option<Arc<Sources>>,
    /// What is to be mended in the design as it is; the first is with the worker.
    to_mend: VecDeque<FindingId>,
    /// The number of the question about the first of them.
    mend_number: u64,
    mend_asked: bool,
    /// The next change of the design is another drawing.
    loading: bool,
    /// The slow rules answered at least once since the drawing was loaded.
    answered: bool,
    /// What dialogs and layers ask.
    inquiries: Inquiries,
    /// Counts rests, so that an earlier one is not taken for the last.
    rests: u64,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    /// Nothing was started yet.
    #[default]
    None,
    /// The worker was started and is not there yet.
    Starting,
    /// The worker hears questions.
    Ready,
    /// There is no worker: the page asks itself.
    Without,
    /// The worker was lost too often.
    GivenUp,
}

impl Slow {
    /// Another drawing comes; of an empty one every slow answer is known: there is none.
    pub(super) fn load(&mut self, is_empty: bool) {
        self.loading = true;
        self.answered = is_empty;
    }
    /// Whether this change is another drawing.
    pub(super) fn loads(&mut self) -> bool {
        std::mem::take(&mut self.loading)
    }
}

impl Session {
    /// Asks the slow rules from here on, as soon as all of the program is there.
    pub fn check_slowly(self, sources: Arc<Sources>) {
        self.inner.update_value(|inner| {
            inner.slow.sources = Some(sources);
            inner.slow.answered = inner.checked.placements().is_empty();
        });
        let whole = use_context::<Whole>();
        Effect::new(move |_| {
            if self.ready.get() && whole.is_none_or(Whole::get) {
                self.survey_soon();
            }
        });
    }
    /// Surveys the estate as soon as the page has nothing else to do, and starts the worker where a rule is slow.
    fn survey_soon(self) {
        let survey = move || {
            let survey = |inner: &mut Inner| inner.checker.begin().survey().has_far();
            let Some(has_slow) = self.inner.try_update_value(survey) else {
                return;
            };
            self.surveyed.set(true);
            if has_slow {
                self.start_worker();
            } else {
                // There will be no worker: what dialogs ask is answered here.
                self.inner.update_value(|inner| inner.slow.sources = None);
                self.inquire_next();
            }
            self.rehearse_soon();
        };
        set_timeout(survey, Duration::ZERO);
    }
    fn start_worker(self) {
        let worker = Worker::away(move |heard| self.hear(heard));
        self.inner.update_value(|inner| {
            inner.slow.state = match worker {
                Some(_) => State::Starting,
                None => State::Without,
            };
            if worker.is_none() {
                inner.slow.waiting.changed();
            }
            inner.slow.worker = worker;
        });
        self.ask_now();
    }
    /// The design is another: its answers are awaited.
    pub(super) fn ask_slow_rules(self) {
        self.inner.update_value(|inner| {
            inner.slow.waiting.changed();
            inner.slow.to_mend.clear();
            inner.slow.mend_asked = false;
        });
        if self.mended.with_untracked(|mended| !mended.is_empty()) {
            self.mended.set(Vec::new());
        }
        self.ask_now();
    }
    fn ask_now(self) {
        let asked = self.inner.try_update_value(|inner| {
            let state = inner.slow.state;
            match state {
                State::Ready => {
                    let number = inner.slow.waiting.ask_next()?;
                    let design = String::from_utf8(stored::write(&inner.checked)).ok()?;
                    inner.slow.worker.as_ref()?.say(Question::Ask(number, design));
                    Some((state, number))
                }
                State::Without => {
                    inner.slow.rests += 1;
                    Some((state, inner.slow.rests))
                }
                State::None | State::Starting | State::GivenUp => None,
            }
        });
        match asked.flatten() {
            Some((State::Ready, number)) => set_timeout(move || self.is_late(number), LIMIT),
            Some((_, rest)) => set_timeout(move || self.ask_here(rest), REST),
            None => {}
        }
        self.show_checking();
        self.inquire_next();
    }
    fn show_checking(self) {
        let is = self.inner.try_with_value(|inner| {
            let asks = matches!(inner.slow.state, State::Ready | State::Without);
            asks && !inner.slow.waiting.is_settled()
        });
        if let Some(is) = is
            && self.checking.get_untracked() != is
        {
            self.checking.set(is);
        }
    }
    fn hear(self, heard: Heard<Reply>) {
        match heard {
            Heard::Ready => {
                self.inner.update_value(|inner| {
                    inner.slow.state = State::Ready;
                    if let (Some(worker), Some(sources)) = (&inner.slow.worker, &inner.slow.sources) {
                        worker.say(Question::Project {
                            file: sources.file.clone(),
                            estate: sources.estate.clone(),
                        });
                    }
                    if inner.slow.lost == 0 {
                        // Also a drawing that nobody changed since it was opened has its answers.
                        inner.slow.waiting.changed();
                    }
                });
                self.ask_now();
                // What was asked while it was starting.
                self.mend_next();
            }
            Heard::Said(Reply::Answered(number, text)) => self.answered(number, &text),
            Heard::Said(Reply::Mended(number, text)) => self.heard_mended(number, &text),
            Heard::Said(Reply::Found(number, text)) => self.found(number, &text),
            Heard::Lost => self.lost(),
        }
    }
    /// Whether a worker is there, or is about to be, to look for better places.
    pub fn has_worker(self) -> bool {
        let asks = |inner: &super::Inner| matches!(inner.slow.state, State::Starting | State::Ready);
        self.inner.try_with_value(asks).unwrap_or_default()
    }
    /// Asks where the thing of a finding would be right; the answer comes into `mended`.
    pub fn ask_to_mend(self, finding: &FindingId) {
        self.inner.update_value(|inner| {
            if !inner.slow.to_mend.contains(finding) {
                inner.slow.to_mend.push_back(finding.clone());
            }
        });
        self.mend_next();
    }
    fn mend_next(self) {
        self.inner.update_value(|inner| {
            let ready = inner.slow.state == State::Ready && inner.slow.waiting.is_settled();
            let Some(first) = inner.slow.to_mend.front() else {
                return;
            };
            if !ready || inner.slow.mend_asked {
                return;
            }
            let design = String::from_utf8(stored::write(&inner.checked));
            if let (Ok(design), Some(worker)) = (design, &inner.slow.worker) {
                inner.slow.mend_number += 1;
                inner.slow.mend_asked = true;
                worker.say(Question::Mend(inner.slow.mend_number, design, first.0.clone()));
            }
        });
    }
    fn heard_mended(self, number: u64, text: &str) {
        let done = self.inner.try_update_value(|inner| {
            if !inner.slow.mend_asked || number != inner.slow.mend_number {
                return None;
            }
            inner.slow.mend_asked = false;
            inner.slow.to_mend.pop_front()
        });
        if let (Some(finding), Some(mended)) = (done.flatten(), read_mended(text)) {
            self.mended.update(|all| all.push((finding, mended)));
        }
        self.mend_next();
    }
    fn answered(self, number: u64, text: &str) {
        let taken = self.inner.try_update_value(|inner| {
            if !inner.slow.waiting.counts(number) {
                return None;
            }
            inner.checker.begin().take_far(read_answers(text)?);
            inner.painting.soil_objects();
            // What the first answer says was there before any change.
            Some(std::mem::replace(&mut inner.slow.answered, true))
        });
        if let Some(known_before) = taken.flatten() {
            self.show_facts();
            if known_before {
                self.tell_what_changed(false);
            }
        }
        self.ask_now();
    }
    /// Asks the slow rules here, if the hand has rested since.
    fn ask_here(self, rest: u64) {
        let asked = self.inner.try_update_value(|inner| {
            let rests = inner.slow.rests == rest && inner.editor.in_hand(1).is_empty();
            let number = if rests {
                inner.slow.waiting.ask_next()?
            } else {
                return Some(false);
            };
            let answers = inner.checker.begin().survey().ask_far(&inner.checked);
            if inner.slow.waiting.counts(number) {
                inner.checker.begin().take_far(answers);
                inner.painting.soil_objects();
            }
            Some(true)
        });
        match asked.flatten() {
            Some(true) => {
                let known = self
                    .inner
                    .try_update_value(|inner| std::mem::replace(&mut inner.slow.answered, true));
                self.show_facts();
                if known.unwrap_or_default() {
                    self.tell_what_changed(false);
                }
                self.show_checking();
            }
            Some(false) => {
                let last = self.inner.try_with_value(|inner| inner.slow.rests == rest);
                if last.unwrap_or_default() {
                    self.ask_now();
                }
            }
            None => {}
        }
    }
    fn is_late(self, number: u64) {
        let awaited = |inner: &Inner| inner.slow.waiting.awaits(number);
        if !self.inner.try_with_value(awaited).unwrap_or_default() {
            return;
        }
        // What a dialog asks may take longer, and this question waits behind it.
        let behind = |inner: &Inner| inner.slow.inquiries.is_out();
        if self.inner.try_with_value(behind).unwrap_or_default() {
            set_timeout(move || self.is_late(number), LIMIT);
        } else {
            self.lost();
        }
    }
    /// The worker is gone: if it never was there, the page asks itself; else it is said that the slow rules gave
    /// up on this design, and the next gets a new worker.
    fn lost(self) {
        let again = self.inner.try_update_value(|inner| {
            let never_was = inner.slow.state == State::Starting;
            inner.slow.worker = None;
            inner.slow.lost += 1;
            inner.slow.mend_asked = false;
            if never_was {
                inner.slow.state = State::Without;
                return (false, None);
            }
            // What the slow rules said of the design as it is stays true.
            if !inner.slow.waiting.is_settled() {
                inner.slow.waiting.give_up();
                inner.checker.begin().give_up_far(&Message::new("slow-gave-up"));
            }
            inner.slow.state = State::GivenUp;
            (inner.slow.lost < MOST_LOST, inner.slow.inquiries.lose())
        });
        let Some((again, unheard)) = again else { return };
        self.show_facts();
        if again {
            self.start_worker();
        } else {
            self.ask_now();
        }
        if let Some(then) = unheard {
            then(None);
        }
    }
}
