//! What the rules find in designs that are compared: the quick ones at once, the slow ones in a worker, one design after
//! the other.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::state::Desk;
use crate::app::browser::worker::{Heard, Worker};
use crate::app::load::Sources;
use crate::app::slow::{Question, Reply};
use crate::design::stored;
use crate::rules::{Checker, Severity, read_answers};
use crate::tally::Received;

/// How many findings of which severity each rule has.
pub type Broken = BTreeMap<(Severity, &'static str), usize>;

/// How far the rules were asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    /// The slow ones are being asked.
    Slow,
    /// All were.
    Done,
    /// Only those that answer at once: there is no worker to ask the others.
    AtOnce,
}

impl Asking {
    /// The word in the page, for whoever waits for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Slow => "slow",
            Self::Done => "done",
            Self::AtOnce => "at-once",
        }
    }
}

/// What is known until now.
#[derive(Clone, Copy)]
pub struct Asked {
    /// Of each design.
    pub broken: RwSignal<Vec<Broken>>,
    /// How far it is.
    pub asking: RwSignal<Asking>,
}

type Away = StoredValue<Option<Worker<crate::app::slow::Desk>>, LocalStorage>;

/// Asks the rules of these designs; the work ends with the part of the page that asked.
pub fn ask(desk: Desk, all: &Arc<Vec<Arc<Received>>>) -> Asked {
    let survey = desk.survey();
    let at_once = all
        .iter()
        .map(|one| broken(&Checker::on(survey.clone(), &one.design)));
    let asked = Asked {
        broken: RwSignal::new(at_once.collect()),
        asking: RwSignal::new(Asking::Slow),
    };
    let away: Away = StoredValue::new_local(None);
    let all = all.clone();
    match Worker::away(move |heard| hear(desk, &all, asked, away, heard)) {
        Some(worker) => away.set_value(Some(worker)),
        None => asked.asking.set(Asking::AtOnce),
    }
    asked
}

fn broken(checker: &Checker) -> Broken {
    let mut broken = Broken::new();
    for finding in checker.findings() {
        *broken.entry((finding.severity, finding.rule)).or_default() += 1;
    }
    broken
}

fn hear(desk: Desk, all: &[Arc<Received>], asked: Asked, away: Away, heard: Heard<Reply>) {
    let tell = |question: Question| {
        away.try_with_value(|worker| worker.as_ref().map(|worker| worker.say(question)));
    };
    let next = |at: usize| {
        let Some(one) = all.get(at) else {
            let _ = asked.asking.try_set(Asking::Done);
            let _ = away.try_set_value(None);
            return;
        };
        let text = String::from_utf8(stored::write(&one.design)).unwrap_or_default();
        tell(Question::Ask(at as u64, text));
    };
    match heard {
        Heard::Ready => {
            let Sources { file, estate, .. } = (*desk.sources.get_value()).clone();
            tell(Question::Project { file, estate });
            next(0);
        }
        Heard::Said(Reply::Answered(number, answers)) => {
            let at = number as usize;
            if let (Some(one), Some(answers)) = (all.get(at), read_answers(&answers)) {
                let mut checker = Checker::on(desk.survey(), &one.design);
                checker.take_far(answers);
                let all_of = broken(&checker);
                let _ = asked.broken.try_update(|known| known[at] = all_of);
            }
            next(at + 1);
        }
        Heard::Said(_) => {}
        Heard::Lost => {
            let _ = asked.asking.try_set(Asking::AtOnce);
            let _ = away.try_set_value(None);
        }
    }
}
