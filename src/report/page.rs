//! The report as a whole.

use std::borrow::Cow;

use crate::agreement::{Columns, Coverage, Grouping, Known, OTHER, coverage};
use crate::formats::document::Document;
use crate::project::{Project, in_language};
use crate::scene::EstatePlan;
use crate::tally::{Drawing, ShownCount, Standing, shown_count};
use crate::text::{Arg, Lang, Message, say};

use super::{AdoptionRow, closing, known_adoption, people, sections};

/// What a report is made of.
#[derive(Clone, Copy, Debug)]
pub struct Round<'a> {
    /// The project.
    pub project: &'a Project,
    /// How many there are of each.
    pub standing: Standing,
    /// The drawings that it is about.
    pub drawings: &'a [Drawing],
    /// Their things.
    pub columns: &'a Columns,
    /// Their groups.
    pub grouping: &'a Grouping,
    /// Who has spoken.
    pub coverage: &'a Coverage,
    /// The kernel's bandwidth in metres.
    pub bandwidth: f64,
    /// What became of what was proposed; none where no answers were read.
    pub adoption: Option<&'a [AdoptionRow]>,
    /// The day of the report, as its reader reads it; nothing where it is not said.
    pub day: &'a str,
}

/// A language and a project's words: what sections say with.
pub(super) struct Words<'a> {
    pub(super) lang: Lang,
    project: &'a Project,
}

impl<'a> Words<'a> {
    pub(super) fn of(project: &'a Project, lang: Lang) -> Self {
        Self { lang, project }
    }
    pub(super) fn say(&self, message: &Message) -> String {
        say(self.lang, &self.project.catalogue.naming(message))
    }
    pub(super) fn key(&self, key: &'static str) -> String {
        say(self.lang, &Message::new(key))
    }
    /// A word that a file may have: that of a topic, a channel. Else as it was written.
    pub(super) fn named(&self, key: String, or: &str) -> String {
        let or = or.to_owned();
        self.say(&Message::new("words-as-is").with("text", Arg::Key { key, or }))
    }
    pub(super) fn kind(&self, kind: &crate::catalogue::KindId) -> String {
        if kind.as_str() == OTHER {
            return self.key("shown-other");
        }
        let name = self.project.catalogue.name_of(kind);
        say(self.lang, &Message::new("words-as-is").with("text", name))
    }
    /// What a design says of itself, such as its house: by a sentence for who says it, else that it was not said.
    pub(super) fn facet(&self, value: &str, known: impl Fn(&str) -> Message) -> String {
        match value {
            "" => self.key("desk-filter-unsaid"),
            OTHER => self.key("shown-other"),
            value => self.say(&known(value)),
        }
    }
    pub(super) fn topic(&self, topic: &str) -> String {
        match topic.is_empty() {
            true => self.key("desk-wishes-topic-none"),
            false => self.named(format!("topic-{topic}"), topic),
        }
    }
    /// A count as it may leave the office.
    pub(super) fn count(&self, count: ShownCount) -> String {
        self.say(&Message::new("words-as-is").with("text", count))
    }
}

/// The report in a language.
pub fn report(round: &Round, lang: Lang) -> Document {
    let known = Known::of(round.project);
    let (drawings, columns) = (known.drawings(round.drawings), known.columns(round.columns));
    let adoption = round.adoption.map(|rows| known_adoption(&known, rows));
    // Who has spoken was reckoned of houses as they were written.
    let other_coverage = match drawings {
        Cow::Borrowed(_) => None,
        Cow::Owned(_) => Some(coverage(&round.project.estate, &*drawings)),
    };
    let round = Round {
        drawings: &drawings,
        columns: &columns,
        coverage: other_coverage.as_ref().unwrap_or(round.coverage),
        adoption: adoption.as_deref(),
        ..*round
    };
    of_known(&round, &Words::of(round.project, lang))
}

/// The report of a round that has no word which the project does not know.
fn of_known(round: &Round, words: &Words) -> Document {
    let plan = EstatePlan::new(round.project.estate.clone());
    let project = in_language(&round.project.file.title, words.lang);
    Document {
        lang: words.lang,
        title: words.say(&Message::new("report-title").with("project", project)),
        lead: lead(round, words),
        sections: vec![
            sections::kinds(round, words),
            sections::places(round, words, &plan),
            people::people(round, words, &plan),
            sections::groups(round, words),
            sections::wishes(round, words),
            closing::answers(round, words),
            closing::method(round, words),
            closing::uncertain(round, words),
        ],
    }
}

/// How many designs it is about, unless they are so few that even that is not said.
fn lead(round: &Round, words: &Words) -> Vec<String> {
    let about = Message::new("report-about").with("n", round.drawings.len());
    let mut lead = match shown_count(round.drawings.len()) {
        ShownCount::Number(_) => vec![words.say(&round.standing.said()), words.say(&about)],
        ShownCount::BelowFive | ShownCount::KeptBack => vec![words.key("report-about-few")],
    };
    if !round.day.is_empty() {
        lead.push(round.day.to_owned());
    }
    lead
}
