//! `mulin.reply/1`: what planners answer to one design, thing by thing and wish by wish. It holds no personal data
//! and is read by anyone with the receipt.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::design::stored::DesignName;

/// What becomes of something that a resident proposed or wished.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Decision {
    /// 采纳: it will be built, about as proposed.
    Adopted,
    /// 部分采纳: some of it, or elsewhere.
    Partly,
    /// 未采纳: not, for the reason given.
    Declined,
    /// 待定: not decided yet.
    #[default]
    #[serde(other)]
    Open,
}

impl Decision {
    /// Every decision, the best first.
    pub const ALL: [Self; 4] = [Self::Adopted, Self::Partly, Self::Declined, Self::Open];

    /// Whether something of it is built, so that its works can be told.
    pub fn is_built(self) -> bool {
        matches!(self, Self::Adopted | Self::Partly)
    }
    /// The word in files and in the page: `adopted` ….
    pub fn word(self) -> &'static str {
        match self {
            Self::Adopted => "adopted",
            Self::Partly => "partly",
            Self::Declined => "declined",
            Self::Open => "open",
        }
    }
    /// The key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Adopted => "reply-adopted",
            Self::Partly => "reply-partly",
            Self::Declined => "reply-declined",
            Self::Open => "reply-open",
        }
    }
    /// The sign by which it is told without colour.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Adopted => "✓",
            Self::Partly => "◐",
            Self::Declined => "✕",
            Self::Open => "…",
        }
    }
    /// The decision of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|decision| decision.word() == word)
    }
}

/// How far the works of an adopted thing are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Works {
    /// They are planned.
    Planned,
    /// They have begun.
    Building,
    /// They are done.
    Done,
}

impl Works {
    /// Every stage in its order.
    pub const ALL: [Self; 3] = [Self::Planned, Self::Building, Self::Done];

    /// The word in files and in the page.
    pub fn word(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Building => "building",
            Self::Done => "done",
        }
    }
    /// The key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Planned => "reply-works-planned",
            Self::Building => "reply-works-building",
            Self::Done => "reply-works-done",
        }
    }
    /// The stage of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|works| works.word() == word)
    }
}

/// The answer to one thing or wish.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ItemAnswer {
    /// What becomes of it.
    #[serde(default)]
    pub answer: Decision,
    /// Why, by language; plain text.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub reason: BTreeMap<String, String>,
    /// How far its works are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub works: Option<Works>,
    /// Members that this version does not know; kept.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// What an answer is about: a thing or a wish, by its name in the design.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// Something that was placed.
    Thing(String),
    /// A wish.
    Wish(String),
}

impl ItemAnswer {
    /// The same with another decision. Works stay where something is built; of what is not built they would be untrue.
    #[must_use]
    pub fn decided(self, answer: Decision) -> Self {
        let works = self.works.filter(|_| answer.is_built());
        Self {
            answer,
            works,
            ..self
        }
    }
    /// The same with its works so far, decision and reason as they were; none where nothing of it is built.
    #[must_use]
    pub fn with_works(self, works: Option<Works>) -> Option<Self> {
        self.answer.is_built().then_some(Self { works, ..self })
    }
    /// The reason in a language, or in any when it is not there in that one; empty without one.
    pub fn reason_in(&self, tag: &str) -> &str {
        self.reason
            .get(tag)
            .or_else(|| self.reason.values().next())
            .map_or("", String::as_str)
    }
}

/// The reply to one design.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reply {
    /// `mulin.reply/1`.
    pub schema: String,
    /// The receipt of the design that is answered.
    #[serde(default)]
    pub receipt: String,
    /// When it was written last (RFC 3339), as the planner's clock said.
    #[serde(default)]
    pub written: String,
    /// Answers to things, by their names in the design.
    #[serde(default)]
    pub placements: BTreeMap<String, ItemAnswer>,
    /// Answers to wishes, by their names in the design.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub wishes: BTreeMap<String, ItemAnswer>,
    /// Members that this version does not know; kept.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Why bytes are not a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReplyFault {
    /// They are not the JSON of a reply.
    #[error("the reply cannot be read")]
    NotAReply,
    /// A newer Mulin wrote it.
    #[error("the reply is of a newer version; open it with a newer Mulin")]
    Newer,
}

impl Reply {
    /// The version that is written.
    pub const SCHEMA: &'static str = "mulin.reply/1";

    /// An empty reply to a design.
    pub fn to(design: &DesignName) -> Self {
        Self {
            schema: Self::SCHEMA.to_owned(),
            receipt: design.receipt().to_string(),
            ..Self::default()
        }
    }
    /// Reads a reply; unknown members are kept, unknown answers are open.
    pub fn read(bytes: &[u8]) -> Result<Self, ReplyFault> {
        let reply: Self = serde_json::from_slice(bytes).map_err(|_| ReplyFault::NotAReply)?;
        match reply
            .schema
            .strip_prefix("mulin.reply/")
            .and_then(|n| n.parse::<u32>().ok())
        {
            Some(1) => Ok(reply),
            Some(_) => Err(ReplyFault::Newer),
            None => Err(ReplyFault::NotAReply),
        }
    }
    /// The bytes to publish.
    pub fn write(&self) -> Vec<u8> {
        // Text, lists and maps with text for keys cannot fail to be written.
        serde_json::to_vec_pretty(self).unwrap_or_default()
    }
    /// What is published with these answers of one's own laid over it, as it is shown before they are published; to
    /// publish them is for [`super::Draft`], which writes over nobody's answers.
    #[must_use]
    pub fn over(&self, published: &Self) -> Self {
        let mut whole = published.clone();
        whole.schema.clone_from(&self.schema);
        whole.receipt.clone_from(&self.receipt);
        whole.written.clone_from(&self.written);
        whole.placements.extend(self.placements.clone());
        whole.wishes.extend(self.wishes.clone());
        whole.extra.extend(self.extra.clone());
        whole
    }
    /// The answer to a thing or wish.
    pub fn answer(&self, to: &Subject) -> Option<&ItemAnswer> {
        match to {
            Subject::Thing(id) => self.placements.get(id),
            Subject::Wish(id) => self.wishes.get(id),
        }
    }
    /// Answers a thing or wish, or takes the answer back.
    pub fn put(&mut self, to: &Subject, answer: Option<ItemAnswer>) {
        let (list, id) = match to {
            Subject::Thing(id) => (&mut self.placements, id),
            Subject::Wish(id) => (&mut self.wishes, id),
        };
        match answer {
            Some(answer) => drop(list.insert(id.clone(), answer)),
            None => drop(list.remove(id)),
        }
    }
    /// Everything that is answered.
    pub fn subjects(&self) -> Vec<Subject> {
        let things = self.placements.keys().cloned().map(Subject::Thing);
        things
            .chain(self.wishes.keys().cloned().map(Subject::Wish))
            .collect()
    }
    /// Who wrote it last, where another program says so; this one keeps planners' names out of what residents read.
    pub fn by(&self) -> Option<&str> {
        self.extra.get("by").and_then(Value::as_str)
    }
    /// How many answers there are of each decision, in the order of [`Decision::ALL`].
    pub fn counts(&self) -> [usize; 4] {
        let all = || self.placements.values().chain(self.wishes.values());
        Decision::ALL.map(|decision| all().filter(|answer| answer.answer == decision).count())
    }
    /// Whether nothing is answered.
    pub fn is_empty(&self) -> bool {
        self.placements.is_empty() && self.wishes.is_empty()
    }
}
