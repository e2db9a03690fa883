//! What dialogs and layers ask about a design, away from the page like the slow rules: one at a time is
//! with the worker. Without a worker it is reckoned here; when the worker is lost, it is said.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::super::Inner;
use super::{Question, Session, State};
use crate::app::inquiry::{Inquiry, Insight};
use crate::design::{Design, stored};

/// A dialog's question is given up after so long: of a drawing full of faults a whole report takes its time.
const INQUIRY_LIMIT: Duration = Duration::from_secs(60);
/// The page is painted before it reckons by itself.
const PAINTED: Duration = Duration::from_millis(30);

/// What hears the answer: none where it was given up.
pub(super) type Then = Box<dyn FnOnce(Option<Insight>)>;

/// What is asked; the first may be with the worker.
#[derive(Default)]
pub(super) struct Inquiries {
    open: VecDeque<Open>,
    last: u64,
}

struct Open {
    number: u64,
    inquiry: Inquiry,
    design: Arc<Design>,
    wanted: Box<dyn Fn() -> bool>,
    then: Then,
    sent: bool,
}

impl Inquiries {
    /// The worker is gone: what it was asked is asked no more. Gives who is to hear that.
    /// Whether the worker has one.
    pub(super) fn is_out(&self) -> bool {
        self.open.front().is_some_and(|first| first.sent)
    }
    pub(super) fn lose(&mut self) -> Option<Then> {
        let sent = self.open.front()?.sent;
        let lost = if sent { self.open.pop_front() } else { None };
        Some(lost?.then)
    }
}

/// What is to be done about the first inquiry.
enum Next {
    /// It went to the worker now.
    Sent(u64),
    /// The page answers it.
    Here,
    /// Nobody can.
    GiveUp,
    /// It waits, or there is none.
    Rest,
}

impl Session {
    /// Asks something about a design; `then` hears it, or none when it was given up. What is not `wanted`
    /// any longer is not asked, nor heard.
    pub fn inquire(
        self,
        inquiry: Inquiry,
        design: Arc<Design>,
        wanted: impl Fn() -> bool + 'static,
        then: impl FnOnce(Option<Insight>) + 'static,
    ) {
        self.inner.update_value(|inner| {
            let inquiries = &mut inner.slow.inquiries;
            inquiries.last += 1;
            inquiries.open.push_back(Open {
                number: inquiries.last,
                inquiry,
                design,
                wanted: Box::new(wanted),
                then: Box::new(then),
                sent: false,
            });
        });
        self.inquire_next();
    }
    /// Goes on with the first inquiry that nobody works at.
    pub(super) fn inquire_next(self) {
        let next = self.inner.try_update_value(|inner| {
            let slow = &mut inner.slow;
            let starts = slow.sources.is_some();
            slow.inquiries.open.retain(|open| open.sent || (open.wanted)());
            let Some(first) = slow.inquiries.open.front_mut().filter(|first| !first.sent) else {
                return Next::Rest;
            };
            match slow.state {
                State::Ready => {
                    let design = String::from_utf8(stored::write(&first.design)).unwrap_or_default();
                    if let Some(worker) = &slow.worker {
                        worker.say(Question::Inquire(first.number, design, first.inquiry));
                    }
                    first.sent = true;
                    Next::Sent(first.number)
                }
                // Where no rule is slow there is no worker, and little to reckon.
                State::None | State::Starting if starts => Next::Rest,
                State::None | State::Starting | State::Without => {
                    first.sent = true;
                    Next::Here
                }
                State::GivenUp => Next::GiveUp,
            }
        });
        match next.unwrap_or(Next::Rest) {
            Next::Sent(number) => set_timeout(move || self.inquiry_is_late(number), INQUIRY_LIMIT),
            Next::Here => set_timeout(move || self.reckon_here(), PAINTED),
            Next::GiveUp => self.found_first(None),
            Next::Rest => {}
        }
    }
    /// The worker answered an inquiry.
    pub(super) fn found(self, number: u64, text: &str) {
        if self.awaits_inquiry(number) {
            self.found_first(Insight::read(text));
        }
    }
    fn reckon_here(self) {
        let first = self.inner.try_update_value(|inner| {
            let first = inner.slow.inquiries.open.front()?;
            Some((
                inner.checker.begin().survey().clone(),
                first.inquiry,
                first.design.clone(),
            ))
        });
        if let Some((survey, inquiry, design)) = first.flatten() {
            self.found_first(Some(inquiry.reckon(&survey, &design)));
        }
    }
    fn inquiry_is_late(self, number: u64) {
        if self.awaits_inquiry(number) {
            self.lost();
        }
    }
    fn awaits_inquiry(self, number: u64) -> bool {
        let awaits = |inner: &Inner| {
            let first = inner.slow.inquiries.open.front();
            first.is_some_and(|first| first.number == number)
        };
        self.inner.try_with_value(awaits).unwrap_or_default()
    }
    /// Hands the first inquiry its answer, and goes on with the next.
    fn found_first(self, insight: Option<Insight>) {
        let first = self
            .inner
            .try_update_value(|inner| inner.slow.inquiries.open.pop_front());
        if let Some(first) = first.flatten() {
            if (first.wanted)() {
                (first.then)(insight);
            }
            self.inquire_next();
        }
    }
}
