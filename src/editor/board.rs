//! The design on the drawing board: its value, the index of its things and its history.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::sync::Arc;

use crate::design::{Change, Command, CommandFault, Design, Placement, PlacementId, changes};
use crate::geometry::{Bounds, Index};

use super::{History, StepLabel};

/// Whether more may be put into the last step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Run {
    GoesOn,
    Over,
}

/// A design with what is asked of it at every pointer move, so that a move never walks over it.
#[derive(Clone, Debug)]
pub(super) struct Board {
    design: Arc<Design>,
    /// Each thing with its box, which is dear to find out anew at every move.
    things: Things,
    index: Index<PlacementId>,
    history: History,
    /// A name that no thing has yet, once it was asked for.
    fresh: OnceCell<PlacementId>,
}

impl Board {
    pub fn new(design: Design, history: History) -> Self {
        let (things, index) = known(&design);
        Self {
            things,
            index,
            design: Arc::new(design),
            history,
            fresh: OnceCell::new(),
        }
    }
    pub fn design(&self) -> &Arc<Design> {
        &self.design
    }
    pub fn history(&self) -> &History {
        &self.history
    }
    /// A name that no thing has yet. Found once for a design, since finding it walks over the design.
    pub fn fresh_id(&self) -> &PlacementId {
        self.fresh.get_or_init(|| {
            let mut ids = self.design.fresh_placement_ids(1);
            ids.pop().unwrap_or_else(|| PlacementId::new("p1"))
        })
    }
    pub fn thing(&self, id: &PlacementId) -> Option<&Arc<Placement>> {
        self.things.get(id).map(|(thing, _)| thing)
    }
    /// The things whose boxes meet a box, with their boxes, in no particular order.
    pub fn in_box(&self, bounds: Bounds) -> impl Iterator<Item = (&Arc<Placement>, Bounds)> {
        let known = self.index.in_box(bounds).filter_map(|id| self.things.get(id));
        known.map(|(thing, bounds)| (thing, *bounds))
    }
    /// Whether the index and the design hold the same things in the same boxes.
    pub fn is_sound(&self) -> bool {
        self.index.len() == self.design.placements().len()
            && self.things.len() == self.design.placements().len()
            && self.design.placements().iter().all(|thing| {
                let bounds = thing.shape.bounds();
                let known = self.things.get(&thing.id);
                self.index.bounds_of(&thing.id) == Some(bounds)
                    && known.is_some_and(|known| known.0 == *thing && known.1 == bounds)
            })
    }

    /// Makes a change as one step of the history. A change that changes nothing is no step.
    pub fn commit(&mut self, command: &Command, label: StepLabel) -> Result<bool, CommandFault> {
        let next = self.design.apply(command)?;
        if next.says_the_same(&self.design) {
            return Ok(false);
        }
        let before = self.show(Arc::new(next));
        self.history.push(label, before);
        Ok(true)
    }
    /// Makes a change as a part of the last step. A step that comes back to where it began is none;
    /// then the last step is another, into which nothing more may be put.
    pub fn commit_into_last(&mut self, command: &Command) -> Result<(bool, Run), CommandFault> {
        let next = self.design.apply(command)?;
        let changed = next != *self.design;
        if changed {
            self.show(Arc::new(next));
        }
        let run = if self.history.settle(&self.design) {
            Run::Over
        } else {
            Run::GoesOn
        };
        Ok((changed, run))
    }
    pub fn undo(&mut self) -> Option<StepLabel> {
        let (label, design) = self.history.undo(&self.design)?;
        self.show(design);
        Some(label)
    }
    /// Goes to a place among the steps; gives the step that leads there. None where it is there.
    pub fn go_to(&mut self, place: usize) -> Option<Option<StepLabel>> {
        let (label, design) = self.history.go_to(place, &self.design)?;
        self.show(design);
        Some(label)
    }
    pub fn redo(&mut self) -> Option<StepLabel> {
        let (label, design) = self.history.redo(&self.design)?;
        self.show(design);
        Some(label)
    }

    /// Puts another value on the board and brings the index after it; gives the old value back.
    fn show(&mut self, design: Arc<Design>) -> Arc<Design> {
        let changes = changes(&self.design, &design);
        if changes.len() > FEW && changes.len() * 4 > design.placements().len() {
            (self.things, self.index) = known(&design);
        } else {
            self.follow(changes);
        }
        self.fresh = OnceCell::new();
        std::mem::replace(&mut self.design, design)
    }

    fn follow(&mut self, changes: Vec<Change>) {
        for change in changes {
            match change {
                Change::Removed(thing) => {
                    self.index.remove(&thing.id);
                    self.things.remove(&thing.id);
                }
                Change::Added(thing) | Change::Altered(_, thing) => {
                    let bounds = thing.shape.bounds();
                    self.index.insert(thing.id.clone(), bounds);
                    self.things.insert(thing.id.clone(), (thing, bounds));
                }
            }
        }
    }
}

/// Up to so many changes are followed one by one; when most things changed, all are indexed at once,
/// which costs less.
const FEW: usize = 64;

type Things = HashMap<PlacementId, (Arc<Placement>, Bounds)>;

/// The things of a design with their boxes, and the index of them.
fn known(design: &Design) -> (Things, Index<PlacementId>) {
    let things: Things = design
        .placements()
        .iter()
        .map(|thing| (thing.id.clone(), (thing.clone(), thing.shape.bounds())))
        .collect();
    let index = Index::bulk(things.iter().map(|(id, (_, bounds))| (id.clone(), *bounds)));
    (things, index)
}
