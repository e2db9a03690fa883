//! Steps that can be taken back.

use crate::catalogue::CatalogueChoice;

use super::{Change, Draft, Refusal};

/// More steps than this are forgotten, the oldest first.
const MOST: usize = 300;

/// A draft with the steps that led to it. Values share what did not change, so a step costs little.
#[derive(Clone, Debug)]
pub struct History {
    now: Draft,
    before: Vec<Draft>,
    after: Vec<Draft>,
}

impl History {
    /// Begins with a draft.
    pub fn new(draft: Draft) -> Self {
        Self {
            now: draft,
            before: Vec::new(),
            after: Vec::new(),
        }
    }
    /// The draft as it is now.
    pub fn now(&self) -> &Draft {
        &self.now
    }
    /// Takes a step. What is refused changes nothing.
    pub fn apply(&mut self, change: &Change) -> Result<(), Refusal> {
        let next = self.now.apply(change)?;
        self.before.push(std::mem::replace(&mut self.now, next));
        if self.before.len() > MOST {
            self.before.remove(0);
        }
        self.after.clear();
        Ok(())
    }
    /// Writes into `project.json`. That is no step: a field has its own way back while it is typed in.
    pub fn write(&mut self, write: impl FnOnce(&mut crate::project::ProjectFile)) {
        write(&mut self.now.file);
    }
    /// Whether a step can be taken back.
    pub fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }
    /// Whether a step that was taken back can be done again.
    pub fn can_redo(&self) -> bool {
        !self.after.is_empty()
    }
    /// Takes the last step back; what was written stays.
    pub fn undo(&mut self) -> bool {
        Self::turn(&mut self.now, &mut self.before, &mut self.after)
    }
    /// Does the step again that was taken back last.
    pub fn redo(&mut self) -> bool {
        Self::turn(&mut self.now, &mut self.after, &mut self.before)
    }

    fn turn(now: &mut Draft, from: &mut Vec<Draft>, to: &mut Vec<Draft>) -> bool {
        let Some(mut next) = from.pop() else { return false };
        // What residents can place is changed by steps, all else of the file is written.
        let catalogue = next.file.extra.remove(CatalogueChoice::MEMBER);
        next.file = now.file.clone();
        next.file.extra.remove(CatalogueChoice::MEMBER);
        next.file
            .extra
            .extend(catalogue.map(|member| (CatalogueChoice::MEMBER.to_owned(), member)));
        to.push(std::mem::replace(now, next));
        true
    }
}
