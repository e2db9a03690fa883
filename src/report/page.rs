//! The report as a whole.

use crate::agreement::{Columns, Coverage, Grouping};
use crate::formats::document::Document;
use crate::project::{Project, in_language};
use crate::scene::EstatePlan;
use crate::tally::{Drawing, Standing};
use crate::text::{Arg, Lang, Message, say};

use super::AdoptionRow;
use super::{closing, sections};

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

impl Words<'_> {
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
        let name = self.project.catalogue.name_of(kind);
        say(self.lang, &Message::new("words-as-is").with("text", name))
    }
}

/// The report in a language.
pub fn report(round: &Round, lang: Lang) -> Document {
    let words = Words {
        lang,
        project: round.project,
    };
    let plan = EstatePlan::new(round.project.estate.clone());
    let project = in_language(&round.project.file.title, lang);
    let about = Message::new("report-about").with("n", round.drawings.len());
    let mut lead = vec![words.say(&round.standing.said()), words.say(&about)];
    if !round.day.is_empty() {
        lead.push(round.day.to_owned());
    }
    Document {
        lang,
        title: words.say(&Message::new("report-title").with("project", project)),
        lead,
        sections: vec![
            sections::kinds(round, &words),
            sections::places(round, &words, &plan),
            sections::people(round, &words, &plan),
            sections::groups(round, &words),
            sections::wishes(round, &words),
            closing::answers(round, &words),
            closing::method(round, &words),
            closing::uncertain(round, &words),
        ],
    }
}
