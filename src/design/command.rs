//! The changes that a design can undergo, as data.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use serde_json::Value;

use super::{Author, Design, GroupId, Placement, PlacementId, Wish, WishId};

/// A change of a design.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Puts things in; one whose name is there already is replaced where it stands.
    Put(Vec<Placement>),
    /// Takes things out.
    Remove(Vec<PlacementId>),
    /// Puts things into a group, out of the one they were in; none takes them out of any.
    Group(Vec<PlacementId>, Option<GroupId>),
    /// Locks things where they are, or unlocks them.
    Lock(Vec<PlacementId>, bool),
    /// Puts a wish in, or replaces the one of its name.
    PutWish(Wish),
    /// Takes a wish out.
    RemoveWish(WishId),
    /// Changes the title.
    SetTitle(String),
    /// Answers a question of the project; none takes the answer back.
    SetAnswer(String, Option<Value>),
    /// Says who drew it.
    SetAuthor(Author),
    /// Sets a finding aside by its name as not important to its author, or takes it back.
    Dismiss(String, bool),
    /// Several changes as one.
    All(Vec<Command>),
}

/// Why a change cannot be made.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum CommandFault {
    /// It names a thing that is not there.
    #[error("the design has nothing named '{0}'")]
    NoSuchPlacement(PlacementId),
    /// It names a wish that is not there.
    #[error("the design has no wish named '{}'", .0.as_str())]
    NoSuchWish(WishId),
    /// The design holds as much as one may.
    #[error(
        "a design holds at most {} things and {} wishes",
        Design::MAX_PLACEMENTS,
        Design::MAX_WISHES
    )]
    TooMany,
    /// A thing would lie so far away that the document could not be read back with it.
    #[error("'{0}' would lie more than 5,000 m from the middle of the sheet")]
    OutOfReach(PlacementId),
}

impl Design {
    /// More things than this are refused, so that no document can stall a phone.
    pub const MAX_PLACEMENTS: usize = 20_000;
    /// More wishes than this are refused.
    pub const MAX_WISHES: usize = 500;

    /// The design after a change. This one is not changed; it is the only way to get another.
    pub fn apply(&self, command: &Command) -> Result<Self, CommandFault> {
        let mut next = self.clone();
        next.change(command)?;
        Ok(next)
    }

    fn change(&mut self, command: &Command) -> Result<(), CommandFault> {
        match command {
            Command::Put(things) => self.put(things)?,
            Command::Remove(ids) => self.remove(ids)?,
            Command::Group(ids, group) => self.alter(ids, |thing| {
                thing.group.clone_from(group);
                thing.extra.remove("group");
            })?,
            Command::Lock(ids, locked) => self.alter(ids, |thing| {
                thing.locked = *locked;
                thing.extra.remove("locked");
            })?,
            Command::PutWish(wish) => match self.wishes.iter().position(|known| known.id == wish.id) {
                Some(at) => self.wishes[at] = Arc::new(wish.clone()),
                None if self.wishes.len() >= Self::MAX_WISHES => return Err(CommandFault::TooMany),
                None => self.wishes.push(Arc::new(wish.clone())),
            },
            Command::RemoveWish(id) => {
                let before = self.wishes.len();
                self.wishes.retain(|wish| &wish.id != id);
                if self.wishes.len() == before {
                    return Err(CommandFault::NoSuchWish(id.clone()));
                }
            }
            Command::SetTitle(title) => title.clone_into(&mut self.title),
            Command::SetAnswer(question, Some(answer)) => {
                self.answers.insert(question.clone(), answer.clone());
            }
            Command::SetAnswer(question, None) => {
                self.answers.remove(question);
            }
            Command::SetAuthor(author) => self.by = author.clone(),
            Command::Dismiss(finding, aside) => self.dismiss(finding, *aside),
            Command::All(commands) => commands.iter().try_for_each(|command| self.change(command))?,
        }
        Ok(())
    }

    fn put(&mut self, things: &[Placement]) -> Result<(), CommandFault> {
        if let [thing] = things {
            // One thing needs no map of all.
            let place = self.placements.iter().position(|known| known.id == thing.id);
            return self.put_at(place, thing).map(|_| ());
        }
        let mut places: HashMap<PlacementId, usize> = self
            .placements
            .iter()
            .enumerate()
            .map(|(at, thing)| (thing.id.clone(), at))
            .collect();
        for thing in things {
            let place = places.get(&thing.id).copied();
            let at = self.put_at(place, thing)?;
            places.insert(thing.id.clone(), at);
        }
        Ok(())
    }

    /// Puts a thing at its place, or at the end; gives where it is.
    fn put_at(&mut self, place: Option<usize>, thing: &Placement) -> Result<usize, CommandFault> {
        if !thing.shape.is_within_reach() {
            return Err(CommandFault::OutOfReach(thing.id.clone()));
        }
        match place {
            Some(at) => self.placements[at] = Arc::new(thing.clone()),
            None if self.placements.len() >= Self::MAX_PLACEMENTS => return Err(CommandFault::TooMany),
            None => self.placements.push(Arc::new(thing.clone())),
        }
        Ok(place.unwrap_or(self.placements.len() - 1))
    }

    /// Changes each of these where it stands.
    fn alter(&mut self, ids: &[PlacementId], change: impl Fn(&mut Placement)) -> Result<(), CommandFault> {
        let mut wanted: HashSet<&PlacementId> = ids.iter().collect();
        for thing in &mut self.placements {
            if wanted.remove(&thing.id) {
                let mut next = (**thing).clone();
                change(&mut next);
                if next != **thing {
                    *thing = Arc::new(next);
                }
            }
        }
        match wanted.into_iter().next() {
            Some(missing) => Err(CommandFault::NoSuchPlacement(missing.clone())),
            None => Ok(()),
        }
    }

    fn remove(&mut self, ids: &[PlacementId]) -> Result<(), CommandFault> {
        let gone: HashSet<&PlacementId> = ids.iter().collect();
        let there: HashSet<&PlacementId> = self.placements.iter().map(|thing| &thing.id).collect();
        if let Some(missing) = ids.iter().find(|id| !there.contains(id)) {
            return Err(CommandFault::NoSuchPlacement(missing.clone()));
        }
        self.placements.retain(|thing| !gone.contains(&thing.id));
        Ok(())
    }
}
