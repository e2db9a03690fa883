//! The slow rules asked away from the page: the worker's desk, and what the page waits for. Pure, so
//! that both are tested without a browser.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::bench::Bench;
use super::inquiry::Inquiry;
use crate::design::{Design, stored};
use crate::formats::project_folder;
use crate::rules::{Answer, FindingId, Mended, Mending, Survey, write_answers, write_mended};

/// What the page says to its worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Question {
    /// The files of the project; said once, before anything is asked.
    Project {
        /// `project.json`.
        file: Vec<u8>,
        /// The estate's file.
        estate: Vec<u8>,
    },
    /// What the slow rules say of a design, under a number.
    Ask(u64, String),
    /// Where the thing of a finding would be right in a design, under a number.
    Mend(u64, String, String),
    /// What a dialog or a layer asks of a design, under a number.
    Inquire(u64, String, Inquiry),
}

/// What the worker says to its page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// The answers to the question of that number, for [`crate::rules::read_answers`].
    Answered(u64, String),
    /// What came of looking for a better place.
    Mended(u64, String),
    /// What came of an inquiry, for [`super::inquiry::Insight::read`].
    Found(u64, String),
}

/// The worker's desk: of each sort of question the newest alone lies on it. The rules go first, then what
/// a dialog shows, then the better place for a thing.
#[derive(Default)]
pub struct Desk {
    survey: Option<Arc<Survey>>,
    /// The design that the slow rules were asked of last, and what they said.
    answered: Option<(String, BTreeMap<&'static str, Answer>)>,
    asked: Option<(u64, String)>,
    mending: Option<(u64, Option<Mending>)>,
    inquiry: Option<(u64, String, Inquiry)>,
}

impl Bench for Desk {
    const NAME: &'static str = "slow";
    type Ask = Question;
    type Said = Reply;

    /// Takes a question; one of the same sort that was not begun gives way to it.
    fn take(&mut self, question: Question) -> Option<Reply> {
        match question {
            Question::Project { file, estate } => {
                let read = project_folder::read(&file, &estate);
                self.survey = read.ok().map(|(project, _)| Survey::new(&project));
            }
            Question::Ask(number, design) => {
                // Another design is drawn by now: where a thing of the old one would be right is no question.
                self.mending = None;
                self.asked = Some((number, design));
            }
            Question::Mend(number, design, finding) => {
                // The slow rules said already what there is: to ask them again for each finding took as long.
                let known = self.answered.as_ref().filter(|(of, _)| *of == design);
                let known = known.map(|(_, answers)| answers.clone());
                let begin =
                    || Mending::knowing(self.survey.as_ref()?, &read(&design)?, &FindingId(finding), known);
                self.mending = Some((number, begin()));
            }
            Question::Inquire(number, design, inquiry) => self.inquiry = Some((number, design, inquiry)),
        }
        None
    }
    fn doing(&self) -> Option<&'static str> {
        let waits = self.asked.is_some() || self.inquiry.is_some() || self.mending.is_some();
        (self.survey.is_some() && waits).then_some("mulin:slow")
    }
    fn work(&mut self) -> Option<Reply> {
        let survey = self.survey.as_ref()?;
        if let Some((number, text)) = self.asked.take() {
            let answers = survey.ask_far(&read(&text)?);
            let said = write_answers(&answers);
            self.answered = Some((text, answers));
            return Some(Reply::Answered(number, said));
        }
        if let Some((number, text, inquiry)) = self.inquiry.take() {
            return Some(Reply::Found(
                number,
                inquiry.reckon(survey, &read(&text)?).write(),
            ));
        }
        self.mend()
    }
}

impl Desk {
    fn mend(&mut self) -> Option<Reply> {
        let (number, mending) = self.mending.as_mut()?;
        let number = *number;
        let done = match mending {
            Some(mending) => mending.step()?,
            None => Mended::Nowhere,
        };
        self.mending = None;
        Some(Reply::Mended(number, write_mended(&done)))
    }
}

fn read(text: &str) -> Option<Design> {
    Some(stored::read(text.as_bytes()).ok()?.0)
}

/// What the page waits for: one question at a time is with the worker, and when its answer comes the
/// newest is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    newest: u64,
    asked: Option<u64>,
    answered: u64,
}

impl Waiting {
    /// The design is another one now.
    pub fn changed(&mut self) {
        self.newest += 1;
    }
    /// The number under which the design as it is should be asked about now; none while an answer is
    /// awaited, or when it is known.
    pub fn ask_next(&mut self) -> Option<u64> {
        if self.asked.is_some() || self.is_settled() {
            return None;
        }
        self.asked = Some(self.newest);
        self.asked
    }
    /// An answer came. Whether it is about the design as it is; another is dropped.
    pub fn counts(&mut self, number: u64) -> bool {
        if self.asked == Some(number) {
            self.asked = None;
        }
        let counts = number == self.newest && !self.is_settled();
        if counts {
            self.answered = number;
        }
        counts
    }
    /// Whether an answer to that question is still awaited.
    pub fn awaits(&self, number: u64) -> bool {
        self.asked == Some(number)
    }
    /// The worker was lost with its question. The design as it is stays unanswered until it changes.
    pub fn give_up(&mut self) {
        self.asked = None;
        self.answered = self.newest;
    }
    /// Whether the design as it is has its answer.
    pub fn is_settled(&self) -> bool {
        self.answered == self.newest
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Design;
    use crate::rules::read_answers;

    #[test]
    fn an_old_answer_never_counts_and_the_newest_is_asked_next() {
        let mut waiting = Waiting::default();
        assert!(waiting.is_settled() && waiting.ask_next().is_none());
        waiting.changed();
        let first = waiting.ask_next().unwrap();
        waiting.changed();
        waiting.changed();
        assert_eq!(waiting.ask_next(), None, "one question at a time");
        assert!(!waiting.counts(first));
        let third = waiting.ask_next().unwrap();
        assert!(third > first + 1, "what was drawn in between is never asked");
        assert!(!waiting.counts(first), "nor does an old answer that comes twice");
        assert!(waiting.counts(third) && waiting.is_settled());
        assert!(!waiting.counts(third));
    }

    #[test]
    fn a_lost_worker_is_not_waited_for() {
        let mut waiting = Waiting::default();
        waiting.changed();
        let lost = waiting.ask_next().unwrap();
        assert!(waiting.awaits(lost));
        waiting.give_up();
        assert!(waiting.ask_next().is_none());
        waiting.changed();
        let next = waiting.ask_next().unwrap();
        assert!(!waiting.counts(lost) && waiting.counts(next));
    }

    #[test]
    fn the_desk_answers_the_newest_question() {
        let mut desk = Desk::default();
        let design = |title: &str| {
            let mut design = Design::new("t", "");
            title.clone_into(&mut design.title);
            String::from_utf8(stored::write(&design)).unwrap()
        };
        let file = br#"{"schema":"mulin.project/1","id":"t","title":{}}"#.to_vec();
        let estate = br#"{"type":"FeatureCollection","mulin:crs":"local","features":[
            {"type":"Feature","properties":{"mulin:class":"green"},
            "geometry":{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]]]}}]}"#
            .to_vec();
        desk.take(Question::Ask(1, design("before the project")));
        assert_eq!(desk.work(), None);
        desk.take(Question::Project { file, estate });
        desk.take(Question::Ask(2, design("older")));
        desk.take(Question::Ask(3, design("newer")));
        let reply = desk.work();
        let Some(Reply::Answered(3, text)) = reply else {
            panic!("the newest question is answered, not {reply:?}");
        };
        assert!(read_answers(&text).is_some());
        assert!(!desk.has_work() && desk.work().is_none());
    }
}
