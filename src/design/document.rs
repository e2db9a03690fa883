//! The design as a value.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use serde_json::Value;

use super::stored;
use super::{GroupId, Members, Placement, PlacementId, Wish, WishId};

/// Who drew it, as far as they said; all of it optional.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Author {
    /// A name they chose.
    pub alias: String,
    /// Their building: `7`.
    pub building: String,
    /// Their age band: `60+`.
    pub age: String,
    /// How it came: `phone`, `paper`, `visit`, `meeting`.
    pub channel: String,
    /// Members of the document that this version does not know.
    pub extra: Members,
}

/// What a resident placed and wished. Cloning is cheap enough for one value a gesture: things
/// are shared, only the list of them is copied.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Design {
    /// The project that it belongs to.
    pub project: String,
    /// Its title; plain text.
    pub title: String,
    pub(in crate::design) placements: Vec<Arc<Placement>>,
    pub(in crate::design) wishes: Vec<Arc<Wish>>,
    /// Answers to the project's questions by question.
    pub answers: BTreeMap<String, Value>,
    /// Who drew it.
    pub by: Author,
    /// Contact details, sealed to the planners.
    pub contact: Option<String>,
    /// The hash of the design that this one replaces.
    pub supersedes: Option<String>,
    /// 128 random bits in hex: the same through all versions of one drawing.
    pub draft: String,
    /// When it was sent, as its author's clock said (RFC 3339); empty while drawing.
    pub drawn: String,
    /// Sheets that this version does not draw (floors, walls), as they were read.
    pub other_sheets: Members,
    /// Members of the document that this version does not know; kept and written again.
    pub extra: Members,
}

impl Design {
    /// The sheet that this version draws.
    pub const SHEET: &'static str = "estate";

    /// An empty design for a project.
    pub fn new(project: &str, draft: &str) -> Self {
        Self {
            project: project.to_owned(),
            draft: draft.to_owned(),
            ..Self::default()
        }
    }
    /// The same without its things: for who has counted them and keeps no documents. Which drawing it belongs to and
    /// what withdraws it stays.
    #[must_use]
    pub fn without_things(mut self) -> Self {
        self.placements = Vec::new();
        self.other_sheets.clear();
        self.extra.retain(|member, _| stored::binds(member));
        self
    }
    /// What is left for who has read all else: which drawing it belongs to and what withdraws it.
    #[must_use]
    pub fn bonds(self) -> Self {
        Self {
            supersedes: self.supersedes.clone(),
            extra: self.without_things().extra,
            ..Self::default()
        }
    }
    /// The things placed on the estate, first placed first.
    pub fn placements(&self) -> &[Arc<Placement>] {
        &self.placements
    }
    /// The thing of that name.
    pub fn placement(&self, id: &PlacementId) -> Option<&Arc<Placement>> {
        self.placements.iter().find(|placement| &placement.id == id)
    }
    /// The same document holding these things, in this order: for a history that is read back.
    /// None where two of them have one name or there are more than a design may hold.
    pub fn holding(&self, things: Vec<Arc<Placement>>) -> Option<Self> {
        let names: HashSet<&PlacementId> = things.iter().map(|thing| &thing.id).collect();
        let sound = names.len() == things.len() && things.len() <= Self::MAX_PLACEMENTS;
        sound.then(|| Self {
            placements: things,
            project: self.project.clone(),
            title: self.title.clone(),
            wishes: self.wishes.clone(),
            answers: self.answers.clone(),
            by: self.by.clone(),
            contact: self.contact.clone(),
            supersedes: self.supersedes.clone(),
            draft: self.draft.clone(),
            drawn: self.drawn.clone(),
            other_sheets: self.other_sheets.clone(),
            extra: self.extra.clone(),
        })
    }
    /// Whether two designs say the same. Things that they share are not looked into, so that this
    /// costs a walk over the lists.
    pub fn says_the_same(&self, other: &Self) -> bool {
        let same = |(a, b): (&Arc<Placement>, &Arc<Placement>)| Arc::ptr_eq(a, b) || a == b;
        self.placements.len() == other.placements.len()
            && self.says_the_same_beside_things(other)
            && self.placements.iter().zip(&other.placements).all(same)
    }
    /// Whether two designs say the same but for the things placed.
    pub fn says_the_same_beside_things(&self, other: &Self) -> bool {
        self.project == other.project
            && self.title == other.title
            && self.draft == other.draft
            && self.drawn == other.drawn
            && self.contact == other.contact
            && self.supersedes == other.supersedes
            && self.wishes == other.wishes
            && self.answers == other.answers
            && self.by == other.by
            && self.other_sheets == other.other_sheets
            && self.extra == other.extra
    }
    /// The wishes in words, first written first.
    pub fn wishes(&self) -> &[Arc<Wish>] {
        &self.wishes
    }
    /// Whether nothing was placed, wished or answered.
    pub fn is_empty(&self) -> bool {
        self.placements.is_empty() && self.wishes.is_empty() && self.answers.is_empty()
    }
    /// So many names that no placement has yet: `p1`, `p2` ….
    pub fn fresh_placement_ids(&self, count: usize) -> Vec<PlacementId> {
        let last = last_number(self.placements.iter().map(|p| p.id.as_str()), 'p');
        (1..=count as u64)
            .map(|n| PlacementId::new(&format!("p{}", last.saturating_add(n))))
            .collect()
    }
    /// So many names that no group has yet: `g1`, `g2` ….
    pub fn fresh_group_ids(&self, count: usize) -> Vec<GroupId> {
        let known = self.placements.iter().filter_map(|thing| thing.group.as_ref());
        let last = last_number(known.map(GroupId::as_str), 'g');
        (1..=count as u64)
            .filter_map(|n| GroupId::new(&format!("g{}", last.saturating_add(n))))
            .collect()
    }
    /// A name that no wish has yet.
    pub fn fresh_wish_id(&self) -> WishId {
        let last = last_number(self.wishes.iter().map(|w| w.id.as_str()), 'w');
        WishId::new(&format!("w{}", last.saturating_add(1)))
    }
}

fn last_number<'a>(ids: impl Iterator<Item = &'a str>, letter: char) -> u64 {
    ids.filter_map(|id| id.strip_prefix(letter)?.parse::<u64>().ok())
        .max()
        .unwrap_or(0)
}
