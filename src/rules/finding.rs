//! What a rule says of a plan.

use serde::{Deserialize, Serialize};

use crate::design::{Design, Params, Placement, PlacementId, PlacementShape};
use crate::estate::FeatureId;
use crate::geometry::{Region, Segment, WorldPt};
use crate::project::Project;
use crate::text::Message;

use super::profile::Provision;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// A binding clause is broken (应, 不应).
    Must,
    /// A recommendation is not followed (宜, 不宜).
    Should,
    /// Another city's guide says otherwise.
    Local,
    /// Good practice says otherwise.
    Practice,
    /// Worth knowing.
    Info,
}

impl Severity {
    /// The word in files and in the page: `must` ….
    pub fn word(self) -> &'static str {
        match self {
            Self::Must => "must",
            Self::Should => "should",
            Self::Local => "local",
            Self::Practice => "practice",
            Self::Info => "info",
        }
    }
    /// The key of its name: `severity-must` ….
    pub fn key(self) -> &'static str {
        match self {
            Self::Must => "severity-must",
            Self::Should => "severity-should",
            Self::Local => "severity-local",
            Self::Practice => "severity-practice",
            Self::Info => "severity-info",
        }
    }
}

/// The stable name of a finding: the rule and what it is about, so that the same finding keeps
/// its name when the plan is checked again.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FindingId(pub String);

/// A change that would mend a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Fix {
    /// What to change.
    pub placement: PlacementId,
    /// Where it would be right, and as large as it then is.
    pub shape: PlacementShape,
    /// What is set of it beside that: a plinth of another height. Mostly nothing.
    pub params: Params,
}

impl Fix {
    /// The thing as it would be.
    #[must_use]
    pub fn of(&self, thing: &Placement) -> Placement {
        let mut there = Placement {
            shape: self.shape.clone(),
            ..thing.clone()
        };
        let params = self.params.iter();
        there
            .params
            .extend(params.map(|(name, value)| (name.clone(), value.clone())));
        there
    }
}

/// What a rule found.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Its stable name.
    pub id: FindingId,
    /// The rule's id: `overlap`.
    pub rule: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// The things placed that it is about.
    pub placements: Vec<PlacementId>,
    /// The things there that it is about.
    pub features: Vec<FeatureId>,
    /// What was measured, in `unit`.
    pub measured: Option<f64>,
    /// What is asked, in `unit`.
    pub required: Option<f64>,
    /// `m`, `m2`, …; empty without numbers.
    pub unit: String,
    /// The clause, empty where the rule is plain sense.
    pub clause: String,
    /// Whether the clause was read in a copy of the standard.
    pub verified: bool,
    /// The sentence.
    pub message: Message,
    /// Where it shows on the plan.
    pub at: WorldPt,
    /// The ground that it is about: what overlaps, what lies outside.
    pub ground: Option<Region>,
    /// What is missing or too much in metres, as the piece between two points that shows it.
    pub gap: Option<(WorldPt, WorldPt)>,
    /// How far what should serve each of `features` is from it, in metres, in their order; empty where that
    /// is not told.
    pub away: Vec<f64>,
    /// A change that would mend it, where it was reckoned.
    pub fix: Option<Fix>,
    /// Where there is none: the rule that what would end it breaks, where that was reckoned and is known.
    pub against: Option<&'static str>,
}

impl Finding {
    /// A finding of plain sense, with no clause: its place, things and ground are to be filled in.
    pub(super) fn plain(rule: &'static str, severity: Severity, message: Message) -> Self {
        Self {
            id: FindingId(rule.to_owned()),
            rule,
            severity,
            placements: Vec::new(),
            features: Vec::new(),
            measured: None,
            required: None,
            unit: String::new(),
            clause: String::new(),
            verified: true,
            message,
            at: WorldPt::default(),
            ground: None,
            gap: None,
            away: Vec::new(),
            fix: None,
            against: None,
        }
    }
    /// A finding that a number of the profile is missed: its clause, severity and what is asked are
    /// the provision's.
    pub(super) fn missed(rule: &'static str, provision: &Provision, measured: f64, message: Message) -> Self {
        Self {
            severity: provision.severity,
            measured: Some(measured),
            required: Some(provision.value),
            unit: provision.unit.clone(),
            clause: provision.clause.clone(),
            verified: provision.verified,
            ..Self::plain(rule, provision.severity, message)
        }
    }
    /// Whether it holds something against a number that nobody read in a copy of the document.
    pub fn number_to_confirm(&self) -> bool {
        !self.verified && self.required.is_some()
    }
    /// The sentence where there is no room for its clause: with a word on a number that is to be confirmed.
    pub fn told(&self) -> Message {
        match self.number_to_confirm() {
            true => Message::new("told-to-confirm").with("said", self.message.clone()),
            false => self.message.clone(),
        }
    }
    /// The clause, or that the number is to be confirmed, as a sentence; none where there is nothing to say.
    pub fn ground_said(&self) -> Option<Message> {
        match (self.clause.is_empty(), self.verified) {
            (true, true) => None,
            (true, false) => Some(Message::new("finding-number-unverified")),
            (false, true) => Some(Message::new("finding-clause").with("clause", self.clause.clone())),
            (false, false) => {
                Some(Message::new("finding-clause-unverified").with("clause", self.clause.clone()))
            }
        }
    }
    /// The finding named after what it is about, in this order; two findings of a rule about the
    /// same things need a further word.
    pub(super) fn about(mut self, placements: &[&PlacementId], features: &[&FeatureId]) -> Self {
        self.placements = placements.iter().map(|id| (*id).clone()).collect();
        self.features = features.iter().map(|id| (*id).clone()).collect();
        let names = placements.iter().map(|id| id.as_str());
        let names: Vec<&str> = names.chain(features.iter().map(|id| id.as_str())).collect();
        self.id = FindingId(format!("{}:{}", self.rule, names.join(":")));
        self
    }
    /// The finding with a further word in its name, where a rule finds several things about the same.
    pub(super) fn further(mut self, word: &str) -> Self {
        self.id.0.push(':');
        self.id.0.push_str(word);
        self
    }
    /// The finding with the piece that shows what is missing, marked at its middle.
    pub(super) fn across(mut self, gap: Segment) -> Self {
        self.at = gap.from.middle(gap.to);
        self.gap = Some((gap.from, gap.to));
        self
    }
}

/// What rules look at: a design on its project.
#[derive(Clone, Copy)]
pub struct Plan<'a> {
    /// The estate, catalogue and budget.
    pub project: &'a Project,
    /// What is placed.
    pub design: &'a Design,
}
