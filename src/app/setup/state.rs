//! What the set-up's components share.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::browser::exchanger::BothSaid;
use crate::app::parts::Teller;
use crate::estate::{FeatureId, GateUse};
use crate::geometry::WorldPt;
use crate::setup::{Change, Draft, History, Step, What};
use crate::text::Message;

use super::keeping::Keeper;
use super::reading::{Read, Source};

/// What a press on the map does beside choosing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tool {
    /// It chooses the thing there.
    #[default]
    Choose,
    /// It sets a corner of the edge.
    Edge,
    /// It puts a gate.
    Gate(GateUse),
    /// It puts a stair door.
    Door,
    /// It says one end of a length that is known.
    Length,
    /// It says where a place of the picture lies now, then where it belongs.
    Move,
    /// The same with two places.
    Points,
    /// It draws a thing of that sort by its points.
    Trace(What),
}

/// The set-up at hand.
#[derive(Clone, Copy)]
pub struct Setup {
    /// The estate with its steps.
    pub history: RwSignal<History>,
    /// Which step is shown.
    pub step: RwSignal<Step>,
    /// The things that are chosen.
    pub chosen: RwSignal<Vec<FeatureId>>,
    /// What a press on the map does.
    pub tool: RwSignal<Tool>,
    /// The corners of an edge that is being drawn.
    pub corners: RwSignal<Vec<WorldPt>>,
    /// What was wrong with the map.
    pub problems: RwSignal<Vec<BothSaid>>,
    /// What was said of the page of a PDF that lies underneath, where it was drawn now.
    pub page: RwSignal<Vec<BothSaid>>,
    /// The file that the map was read from, where it was read now.
    pub source: RwSignal<Option<Source>>,
    /// Where messages are told.
    pub teller: Teller,
    /// Rises with each change of the map.
    pub changes: RwSignal<u64>,
    keeper: Keeper,
}

impl Setup {
    /// A set-up of what was read, at its first step.
    pub fn new(read: Read) -> Self {
        let Read {
            draft,
            problems,
            page,
            source,
            is_kept,
        } = read;
        let teller = Teller::new();
        Self {
            keeper: Keeper::new(teller, is_kept.then(|| Arc::clone(&draft.estate))),
            step: RwSignal::new(first_step(&draft)),
            history: RwSignal::new(History::new(draft)),
            chosen: RwSignal::new(Vec::new()),
            tool: RwSignal::new(Tool::Choose),
            corners: RwSignal::new(Vec::new()),
            problems: RwSignal::new(problems),
            page: RwSignal::new(page),
            source: RwSignal::new(source),
            teller,
            changes: RwSignal::new(0),
        }
    }
    /// Begins again with the same map read otherwise.
    pub fn begin_anew(self, read: Read) {
        // The picture is not of that file.
        let picture = self
            .history
            .with_untracked(|history| history.now().picture.clone());
        self.history.set(History::new(Draft {
            picture,
            ..read.draft
        }));
        self.problems.set(read.problems);
        self.source.set(read.source);
        self.corners.set(Vec::new());
        self.changed();
        self.teller.say(Message::new("setup-source-read"));
    }
    /// The draft now; what reads it is run again when it changes.
    pub fn draft(self) -> Draft {
        self.history.with(|history| history.now().clone())
    }
    /// Takes a step and says what came of it: the message when it was taken, else why not. Gives whether.
    pub fn apply(self, change: &Change, done: Message) -> bool {
        let outcome = self.history.try_update(|history| history.apply(change));
        match outcome {
            Some(Ok(())) => {
                self.changed();
                self.teller.say(done);
                true
            }
            Some(Err(why)) => {
                self.teller.tell(why.message());
                false
            }
            None => false,
        }
    }
    /// Takes the last step back, or does it again.
    pub fn turn_back(self, again: bool) {
        let turned = self
            .history
            .try_update(|history| if again { history.redo() } else { history.undo() });
        if turned == Some(true) {
            self.changed();
            self.teller
                .say(Message::new(if again { "setup-redone" } else { "setup-undone" }));
        }
    }
    /// Writes into `project.json`.
    pub fn write(self, write: impl FnOnce(&mut crate::project::ProjectFile)) {
        self.history.update(|history| history.write(write));
        self.keep();
    }
    /// Shows a step; what the hand was doing in another one ends.
    pub fn go(self, step: Step) {
        self.tool.set(Tool::Choose);
        self.corners.set(Vec::new());
        self.step.set(step);
    }

    fn changed(self) {
        let there = self.history.with_untracked(|history| {
            let draft = history.now();
            self.chosen
                .get_untracked()
                .into_iter()
                .filter(|id| draft.thing(id).is_some())
                .collect()
        });
        self.chosen.set(there);
        self.changes.update(|n| *n += 1);
        self.keep();
    }
    fn keep(self) {
        self.history
            .with_untracked(|history| self.keeper.keep(history.now()));
    }
}

/// Where there is nothing but a picture, things are traced from it first.
fn first_step(draft: &Draft) -> Step {
    match draft.picture.is_some() && draft.estate.features().is_empty() {
        true => Step::Picture,
        false => Step::Things,
    }
}
