//! Undo and redo: values of the design with the names of the steps between them.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::catalogue::KindId;
use crate::design::{Design, Placement};
use crate::text::{Arg, Message};

use super::stored_history as stored;

/// The name of a step: `moved 2`.
#[derive(Clone, Debug, PartialEq)]
pub struct StepLabel {
    /// The key of its text: `step-moved`.
    pub key: &'static str,
    /// How many things it was done to.
    pub count: usize,
    /// The kind of the thing, where it was one.
    pub kind: Option<KindId>,
}

impl StepLabel {
    /// The keys of every step that the editor and its panels name; a stored step with another
    /// key is read as the last.
    pub const KEYS: [&'static str; 31] = [
        "step-placed",
        "step-drawn",
        "step-moved",
        "step-turned",
        "step-resized",
        "step-reshaped",
        "step-deleted",
        "step-duplicated",
        "step-aligned",
        "step-distributed",
        "step-grouped",
        "step-ungrouped",
        "step-locked",
        "step-unlocked",
        "step-pasted",
        "step-row",
        "step-replaced",
        "step-set",
        "step-note",
        "step-wish",
        "step-wish-changed",
        "step-wish-moved",
        "step-wish-deleted",
        "step-title",
        "step-answer",
        "step-author",
        "step-fixed",
        "step-dismissed",
        "step-recalled",
        "step-restored",
        "step-changed",
    ];

    /// A step done to so many things, or to one of a kind.
    pub fn new(key: &'static str, count: usize, kind: Option<&KindId>) -> Self {
        Self {
            key,
            count,
            kind: kind.cloned(),
        }
    }
    /// A step done to these things: of one kind, the kind is named.
    pub fn of<'a>(key: &'static str, things: impl IntoIterator<Item = &'a Placement>) -> Self {
        let mut things = things.into_iter();
        let first = things.next().map(|thing| &thing.kind);
        let (mut count, mut alike) = (usize::from(first.is_some()), true);
        for thing in things {
            count += 1;
            alike &= Some(&thing.kind) == first;
        }
        Self::new(key, count, first.filter(|_| alike))
    }
    /// The step's key among [`StepLabel::KEYS`], by its text.
    pub fn known_key(key: &str) -> &'static str {
        Self::KEYS
            .into_iter()
            .find(|known| *known == key)
            .unwrap_or("step-changed")
    }
    /// The step in words.
    pub fn message(&self) -> Message {
        Message::new(self.key)
            .with("n", self.count)
            .with("what", what(self.kind.as_ref(), self.count))
    }
}

/// The words for what something is done to: a kind's name, so many of a kind, or how many things.
pub(super) fn what(kind: Option<&KindId>, count: usize) -> Arg {
    match kind {
        Some(kind) if count <= 1 => kind.name(),
        Some(kind) => Arg::Some {
            key: format!("some-{kind}"),
            or: Box::new(what(Some(kind), 1)),
            n: count,
        },
        None => Message::new("things-count").with("n", count).into(),
    }
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Step {
    pub label: StepLabel,
    /// The design on the other side of the step: before it among the past, after it in the future.
    pub other: Arc<Design>,
}

/// The steps behind and ahead of the design as it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// Oldest first.
    pub(super) past: VecDeque<Step>,
    /// Next to redo last.
    pub(super) future: Vec<Step>,
}

impl History {
    /// So many steps are kept; the oldest is forgotten first.
    pub const MOST: usize = 300;

    /// Whether a step can be taken back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }
    /// Whether a step can be taken again.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
    /// How many steps lie behind: the place of the present among [`History::labels`].
    pub fn position(&self) -> usize {
        self.past.len()
    }
    /// Every step's name, oldest first; those from [`History::position`] on were taken back.
    pub fn labels(&self) -> impl Iterator<Item = &StepLabel> {
        let ahead = self.future.iter().rev();
        self.past.iter().chain(ahead).map(|step| &step.label)
    }
    /// The name of the step that undo would take back.
    pub fn undo_label(&self) -> Option<&StepLabel> {
        self.past.back().map(|step| &step.label)
    }
    /// The name of the step that redo would take again.
    pub fn redo_label(&self) -> Option<&StepLabel> {
        self.future.last().map(|step| &step.label)
    }

    /// The history as JSON, to be kept beside the design `now` that it leads to.
    pub fn to_json(&self, now: &Design) -> String {
        stored::write(self, now)
    }
    /// The history that was kept beside the design `now`. One that is broken, of another version,
    /// or that leads to another design gives a fresh history: the design itself is never at risk.
    pub fn from_json(text: &str, now: &Design) -> Self {
        stored::read(text, now).unwrap_or_default()
    }

    /// Goes back or forward to a place among the steps, as [`History::position`] counts them; gives
    /// the design that stood there and the step that leads to it, none at the very beginning.
    pub(super) fn go_to(
        &mut self,
        place: usize,
        now: &Arc<Design>,
    ) -> Option<(Option<StepLabel>, Arc<Design>)> {
        if place == self.position() || place > self.past.len() + self.future.len() {
            return None;
        }
        let mut design = now.clone();
        while self.position() > place {
            design = self.undo(&design)?.1;
        }
        while self.position() < place {
            design = self.redo(&design)?.1;
        }
        Some((self.undo_label().cloned(), design))
    }

    pub(super) fn push(&mut self, label: StepLabel, before: Arc<Design>) {
        self.future.clear();
        self.past.push_back(Step { label, other: before });
        if self.past.len() > Self::MOST {
            self.past.pop_front();
        }
    }
    /// The last step leads to another design now. One that leads nowhere any more is dropped; true
    /// when it was.
    pub(super) fn settle(&mut self, now: &Design) -> bool {
        let nowhere = self.past.back().is_some_and(|step| *step.other == *now);
        if nowhere {
            self.past.pop_back();
        }
        nowhere
    }
    pub(super) fn undo(&mut self, now: &Arc<Design>) -> Option<(StepLabel, Arc<Design>)> {
        let step = self.past.pop_back()?;
        self.future.push(Step {
            label: step.label.clone(),
            other: now.clone(),
        });
        Some((step.label, step.other))
    }
    pub(super) fn redo(&mut self, now: &Arc<Design>) -> Option<(StepLabel, Arc<Design>)> {
        let step = self.future.pop()?;
        self.past.push_back(Step {
            label: step.label.clone(),
            other: now.clone(),
        });
        Some((step.label, step.other))
    }
}
