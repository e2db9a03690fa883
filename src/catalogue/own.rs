//! What a kind of a project's own has beside what every kind has: its names, what it counts as, how it is drawn,
//! and the distances that the project asks for.

use crate::text::{Arg, ByLanguage, Message};

use super::{Catalogue, Drawing, Kind, KindId};

/// What only kinds of a project's own have.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Own {
    /// What people call it, by language.
    pub names: ByLanguage,
    /// What the palette says below the name, by language; mostly nothing.
    pub hints: ByLanguage,
    /// The built-in kind that it is a variant of: the rules take it for that, and it is drawn so where it has no
    /// drawing of its own.
    pub like: Option<KindId>,
    /// How it is drawn.
    pub drawing: Option<Drawing>,
    /// What it keeps away from.
    pub clearances: Vec<Clearance>,
}

/// A distance that the project asks for between things of a kind and something else.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Clearance {
    /// What it keeps away from.
    pub from: Near,
    /// How far, in metres.
    pub metres: f64,
}

/// What a kind of a project's own may have to keep away from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Near {
    /// A house that people live in, are cared for or served in.
    House,
    /// A stair door.
    Door,
    /// A road.
    Road,
    /// A tree that is there or that is planted.
    Tree,
    /// A hydrant.
    Hydrant,
    /// Another thing of the same kind.
    Same,
    /// Whatever stands on the ground in front of it.
    Front,
}

impl Near {
    /// Every one, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::House,
        Self::Door,
        Self::Road,
        Self::Tree,
        Self::Hydrant,
        Self::Same,
        Self::Front,
    ];

    /// The word in `project.json`.
    pub fn word(self) -> &'static str {
        match self {
            Self::House => "house",
            Self::Door => "door",
            Self::Road => "road",
            Self::Tree => "tree",
            Self::Hydrant => "hydrant",
            Self::Same => "same",
            Self::Front => "front",
        }
    }
}

impl Kind {
    /// What people call it.
    pub fn name(&self) -> Arg {
        match &self.own {
            Some(own) => Arg::Own(own.names.clone()),
            None => self.id.name(),
        }
    }
    /// The built-in kind that it behaves as: a variant as what it is a variant of.
    pub fn acts_as(&self) -> &KindId {
        let like = self.own.as_ref().and_then(|own| own.like.as_ref());
        like.unwrap_or(&self.id)
    }
    /// The distances that the project asks for.
    pub fn clearances(&self) -> &[Clearance] {
        self.own.as_ref().map_or(&[], |own| &own.clearances)
    }
    /// Its own drawing.
    pub fn drawing(&self) -> Option<&Drawing> {
        self.own.as_ref()?.drawing.as_ref()
    }
}

impl KindId {
    /// What people call the built-in kind of that name; the bare name where there is none.
    pub fn name(&self) -> Arg {
        Arg::Key {
            key: format!("kind-{self}"),
            or: self.to_string(),
        }
    }
}

impl Catalogue {
    /// Whether there is any kind of a project's own.
    pub fn has_own(&self) -> bool {
        self.kinds.iter().any(|kind| kind.own.is_some())
    }
    /// A sentence with the project's own kinds said by their names (`kind-<id>`) and hints (`kind-<id>-hint`).
    #[must_use]
    pub fn naming(&self, message: &Message) -> Message {
        message.naming(&|key| {
            let id = key.strip_prefix("kind-")?;
            let own = |id: &str| {
                let kind = self.kinds.iter().find(|kind| kind.id.as_str() == id)?;
                kind.own.as_deref()
            };
            match (own(id), id.strip_suffix("-hint")) {
                (Some(own), _) => Some(Arg::Own(own.names.clone())),
                (None, Some(id)) => Some(Arg::Own(own(id)?.hints.clone())),
                (None, None) => None,
            }
        })
    }
    /// What people call a kind, of the project's own or built in.
    pub fn name_of(&self, id: &KindId) -> Arg {
        match self.kind(id) {
            Some(kind) => kind.name(),
            None => id.name(),
        }
    }
}
