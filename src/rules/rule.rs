//! What a rule is: a name, the numbers it asks the profile for, what it needs of the estate, and
//! a pure check.

use crate::text::Message;

use super::finding::Finding;
use super::placed::{Placed, Site};
use super::profile::Profile;
use super::totals::Totals;

/// One rule. It must be pure, and no rule reads another's findings.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its id in documents and the page.
    pub id: &'static str,
    /// The numbers of the profile that it cannot do without: `shed-distance.wall`.
    pub numbers: &'static [&'static str],
    /// The numbers that only some profiles have, and that it asks for where they do.
    pub local: &'static [&'static str],
    /// What it would need and the project does not have, as a sentence; none where it can look.
    pub(super) needs: fn(&Site) -> Option<Message>,
    /// What it would need to look at everything, where it can look at some.
    pub(super) lacks: fn(&Site) -> Option<Message>,
    pub(super) check: Check,
}

/// How a rule looks.
#[derive(Clone, Copy, Debug)]
pub(super) enum Check {
    /// At one thing among what lies near it: it says all that it finds in which that thing takes
    /// part. A finding about two things must be the same from both.
    Near {
        /// How far beyond a thing's box it looks at other things, in metres; the estate does not
        /// change while one draws.
        reach: fn(&Profile) -> f64,
        /// The look.
        look: fn(&Site, &Placed) -> Vec<Finding>,
    },
    /// At the whole plan, quickly enough to be asked at every change.
    Whole(fn(&Site, &Totals) -> Answer),
    /// At the whole plan, slowly: in the browser a worker asks it after a drop.
    Far(fn(&Site) -> Answer),
}

/// What a rule says of a whole plan. An old estate is not judged: only what the drawing causes,
/// worsens or makes better is said.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// What the drawing makes worse.
    pub findings: Vec<Finding>,
    /// What changed, good and bad, for the sentence after a drop.
    pub tidings: Vec<Tiding>,
    /// Why the rule gave up, where it did: it is then not counted as passed.
    pub gave_up: Option<Message>,
}

/// One thing that a drawing changes, told in a few words: 'the fire engine reaches 3 doors more'.
#[derive(Clone, Debug, PartialEq)]
pub struct Tiding {
    /// Whether it is a gain.
    pub good: bool,
    /// How much it matters beside others, from 0 (a word) to 1 (lives).
    pub weight: f64,
    /// The words.
    pub message: Message,
}

impl Rule {
    /// A rule that looks at what touches a thing's box, needing nothing.
    pub(super) const fn near(id: &'static str, look: fn(&Site, &Placed) -> Vec<Finding>) -> Self {
        Self::within(id, &[], |_| 0.0, look)
    }
    /// A rule that looks at what lies within a distance of a thing.
    pub(super) const fn within(
        id: &'static str,
        numbers: &'static [&'static str],
        reach: fn(&Profile) -> f64,
        look: fn(&Site, &Placed) -> Vec<Finding>,
    ) -> Self {
        Self {
            id,
            numbers,
            local: &[],
            needs: |_| None,
            lacks: |_| None,
            check: Check::Near { reach, look },
        }
    }
    /// A rule that looks at the whole plan at every change.
    pub(super) const fn whole(
        id: &'static str,
        numbers: &'static [&'static str],
        look: fn(&Site, &Totals) -> Answer,
    ) -> Self {
        Self {
            id,
            numbers,
            local: &[],
            needs: |_| None,
            lacks: |_| None,
            check: Check::Whole(look),
        }
    }
    /// A rule that looks at the whole plan slowly.
    pub(super) const fn far(
        id: &'static str,
        numbers: &'static [&'static str],
        look: fn(&Site) -> Answer,
    ) -> Self {
        Self {
            id,
            numbers,
            local: &[],
            needs: |_| None,
            lacks: |_| None,
            check: Check::Far(look),
        }
    }
    /// The rule, which also asks for numbers that only some profiles have.
    pub(super) const fn with_local(self, local: &'static [&'static str]) -> Self {
        Self { local, ..self }
    }
    /// The rule, which needs something of the estate.
    pub(super) const fn needing(self, needs: fn(&Site) -> Option<Message>) -> Self {
        Self { needs, ..self }
    }
    /// The rule, which without something of the estate looks at a part only: it is then not counted
    /// as passed.
    pub(super) const fn lacking(self, lacks: fn(&Site) -> Option<Message>) -> Self {
        Self { lacks, ..self }
    }
    /// Why the rule is not checked on a project; none where it is.
    pub(super) fn unable(&self, site: &Site) -> Option<Message> {
        if site.project.file.rules.off.iter().any(|id| id == self.id) {
            return Some(Message::new("not-checked-off"));
        }
        let missing = self
            .numbers
            .iter()
            .find(|name| site.profile().provision(name).is_none());
        if let Some(name) = missing {
            return Some(Message::new("not-checked-number").with("number", *name));
        }
        (self.needs)(site)
    }
    /// Whether it looks at things one by one.
    pub fn is_near(&self) -> bool {
        matches!(self.check, Check::Near { .. })
    }
    /// Whether it is asked in a worker after a drop.
    pub fn is_far(&self) -> bool {
        matches!(self.check, Check::Far(_))
    }
}

/// Whether the rule of that id is asked in a worker after a drop.
pub fn is_far(id: &str) -> bool {
    super::ALL.iter().any(|rule| rule.id == id && rule.is_far())
}
