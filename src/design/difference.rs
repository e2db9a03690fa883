//! What differs between two designs, in words: what was added, what was removed, what changed and
//! how. [`super::changes`] says the same to machines.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::{Command, Design, Placement, PlacementId, PlacementShape};
use crate::catalogue::KindId;
use crate::geometry::{WorldPt, compass};
use crate::text::{Arg, Message};

/// Things of one kind whose middles lie within this are taken for the same, in metres, where their
/// names do not say.
const SAME_M: f64 = 0.5;

/// What became of something between an older and a newer design.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Became {
    /// It is in the newer only.
    Added,
    /// It is in the older only.
    Removed,
    /// It is in both and not the same.
    Changed,
}

/// One thing, wish or text that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// What became of it.
    pub became: Became,
    /// The thing as the older design has it.
    pub before: Option<Arc<Placement>>,
    /// The thing as the newer design has it.
    pub after: Option<Arc<Placement>>,
    /// Where it is, for what is no thing: a wish with a place.
    pub at: Option<WorldPt>,
    /// What differs, in a sentence.
    pub said: Message,
}

/// What differs: things that changed, were added, were removed, then words.
pub fn difference(older: &Design, newer: &Design) -> Vec<Difference> {
    let pairs = pairs(older, newer);
    let (mut changed, mut added) = (Vec::new(), Vec::new());
    let mut kept: HashSet<&PlacementId> = HashSet::new();
    for after in newer.placements() {
        match pairs.get(&after.id) {
            None => added.push(row(Became::Added, None, Some(after))),
            Some(before) => {
                kept.insert(&before.id);
                if !alike(before, after) {
                    changed.push(row(Became::Changed, Some(before), Some(after)));
                }
            }
        }
    }
    let gone = older
        .placements()
        .iter()
        .filter(|thing| !kept.contains(&thing.id));
    let removed = gone.map(|thing| row(Became::Removed, Some(thing), None));
    let mut all = changed;
    all.extend(added);
    all.extend(removed);
    all.extend(words(older, newer));
    all
}

/// Which older thing each newer one was: of the same name, or else of the same kind in the same
/// place. Designs of different drawings use the same names for other things.
fn pairs<'a>(older: &'a Design, newer: &'a Design) -> HashMap<&'a PlacementId, &'a Arc<Placement>> {
    let known: HashMap<&PlacementId, &Arc<Placement>> = older
        .placements()
        .iter()
        .map(|thing| (&thing.id, thing))
        .collect();
    let one_drawing = older.draft == newer.draft;
    let mut pairs: HashMap<&PlacementId, &Arc<Placement>> = HashMap::new();
    let mut taken: HashSet<&PlacementId> = HashSet::new();
    let mut left = Vec::new();
    for after in newer.placements() {
        let before = known.get(&after.id).filter(|before| {
            let near = before.shape.centre().distance(after.shape.centre()) <= SAME_M;
            // A name is given anew after its thing was deleted: another kind elsewhere is another thing.
            near && before.kind == after.kind || one_drawing && (near || before.kind == after.kind)
        });
        match before {
            Some(before) => {
                pairs.insert(&after.id, before);
                taken.insert(&before.id);
            }
            None => left.push(after),
        }
    }
    let mut by_kind: HashMap<&KindId, Vec<&Arc<Placement>>> = HashMap::new();
    for before in older
        .placements()
        .iter()
        .filter(|thing| !taken.contains(&thing.id))
    {
        by_kind.entry(&before.kind).or_default().push(before);
    }
    for after in left {
        let Some(free) = by_kind.get_mut(&after.kind) else {
            continue;
        };
        let middle = after.shape.centre();
        let at = free
            .iter()
            .position(|before| before.shape.centre().distance(middle) <= SAME_M);
        if let Some(at) = at {
            pairs.insert(&after.id, free.swap_remove(at));
        }
    }
    pairs
}

/// How a thing differs from what it was, in a sentence; none where nothing does but its name.
pub fn how_changed(before: &Placement, after: &Placement) -> Option<Message> {
    (!alike(before, after)).then(|| changed(before, after))
}

/// Whether two things differ in nothing but their names.
fn alike(before: &Placement, after: &Placement) -> bool {
    before.kind == after.kind
        && before.shape == after.shape
        && before.params == after.params
        && before.note == after.note
}

fn row(became: Became, before: Option<&Arc<Placement>>, after: Option<&Arc<Placement>>) -> Difference {
    let said = match (before, after) {
        (Some(before), Some(after)) => changed(before, after),
        (before, after) => {
            let key = if became == Became::Added {
                "diff-added"
            } else {
                "diff-removed"
            };
            let kind = before.or(after).map(|thing| thing.kind.name());
            Message::new(key).with("what", kind.unwrap_or_else(|| Arg::Text(String::new())))
        }
    };
    Difference {
        became,
        before: before.cloned(),
        after: after.cloned(),
        at: None,
        said,
    }
}

/// How a thing changed, every way joined into one sentence.
fn changed(before: &Placement, after: &Placement) -> Message {
    let mut ways = Vec::new();
    if before.kind != after.kind {
        ways.push(Message::new("diff-kind").with("was", before.kind.name()));
    }
    let step = after.shape.centre() - before.shape.centre();
    let reshaped = reshaped(before, after);
    if step.length() >= 0.005 {
        let toward = Message::new(toward(compass(step)));
        ways.push(
            Message::new("diff-moved")
                .number("metres", step.length(), 2)
                .with("toward", toward),
        );
    }
    if let (PlacementShape::Rectangle { turn: was, .. }, PlacementShape::Rectangle { turn: is, .. }) =
        (&before.shape, &after.shape)
        && was != is
    {
        ways.push(
            Message::new("diff-turned")
                .number("was", was.degrees(), 1)
                .number("is", is.degrees(), 1),
        );
    }
    ways.extend(reshaped);
    if before.params != after.params {
        ways.push(Message::new("diff-options"));
    }
    if before.note != after.note {
        ways.push(Message::new("diff-note"));
    }
    let said = ways
        .into_iter()
        .reduce(|said, way| Message::new("diff-and").with("one", said).with("other", way));
    Message::new("diff-changed")
        .with("what", after.kind.name())
        .with("how", said.unwrap_or_else(|| Message::new("diff-options")))
}

/// What became of its size or outline.
fn reshaped(before: &Placement, after: &Placement) -> Option<Message> {
    let metres = |key, was: f64, is: f64| Message::new(key).number("was", was, 1).number("is", is, 1);
    match (&before.shape, &after.shape) {
        (PlacementShape::Rectangle { size: was, .. }, PlacementShape::Rectangle { size: is, .. }) => {
            (was != is).then(|| {
                metres("diff-size", was.x, is.x)
                    .number("was2", was.y, 1)
                    .number("is2", is.y, 1)
            })
        }
        (PlacementShape::Path { line: a, width: was }, PlacementShape::Path { line: b, width: is }) => {
            let lengths = (a.length(), b.length());
            if (lengths.0 - lengths.1).abs() >= 0.01 {
                Some(metres("diff-length", lengths.0, lengths.1))
            } else if was != is {
                Some(metres("diff-width", *was, *is))
            } else {
                // Moved as a whole its points differ and its form does not.
                None
            }
        }
        (a, b) => {
            let (was, is) = (a.area(), b.area());
            ((was - is).abs() >= 0.01 || std::mem::discriminant(a) != std::mem::discriminant(b))
                .then(|| metres("diff-area", was, is))
        }
    }
}

fn toward(direction: &str) -> &'static str {
    match direction {
        "north" => "toward-north",
        "north-east" => "toward-north-east",
        "north-west" => "toward-north-west",
        "south" => "toward-south",
        "south-east" => "toward-south-east",
        "south-west" => "toward-south-west",
        "west" => "toward-west",
        _ => "toward-east",
    }
}

/// Title, wishes and answers.
fn words(older: &Design, newer: &Design) -> Vec<Difference> {
    let row = |became, at, said| Difference {
        became,
        before: None,
        after: None,
        at,
        said,
    };
    let mut found = Vec::new();
    if older.title != newer.title {
        let said = Message::new("diff-title")
            .with("was", older.title.as_str())
            .with("is", newer.title.as_str());
        found.push(row(Became::Changed, None, said));
    }
    let lists = |design: &Design, wish: &super::Wish| {
        design
            .wishes()
            .iter()
            .any(|known| known.text == wish.text && known.at == wish.at)
    };
    for (of, other, became, key) in [
        (newer, older, Became::Added, "diff-wish-added"),
        (older, newer, Became::Removed, "diff-wish-removed"),
    ] {
        for wish in of.wishes().iter().filter(|wish| !lists(other, wish)) {
            let said = Message::new(key).with("text", wish.text.as_str());
            found.push(row(became, wish.at, said));
        }
    }
    if older.answers != newer.answers {
        found.push(row(Became::Changed, None, Message::new("diff-answers")));
    }
    found
}

impl Design {
    /// The change that makes this drawing hold what another holds: things, wishes, title, answers
    /// and author. It stays the same drawing.
    pub fn toward(&self, other: &Self) -> Command {
        let mut all = Vec::new();
        let same_order = self.placements.len() <= other.placements.len()
            && self
                .placements
                .iter()
                .zip(&other.placements)
                .all(|(a, b)| a.id == b.id);
        if !same_order {
            all.push(Command::Remove(
                self.placements.iter().map(|thing| thing.id.clone()).collect(),
            ));
        }
        all.push(Command::Put(
            other.placements.iter().map(|thing| (**thing).clone()).collect(),
        ));
        all.extend(
            self.wishes
                .iter()
                .map(|wish| Command::RemoveWish(wish.id.clone())),
        );
        all.extend(other.wishes.iter().map(|wish| Command::PutWish((**wish).clone())));
        all.push(Command::SetTitle(other.title.clone()));
        let asked = self
            .answers
            .keys()
            .filter(|question| !other.answers.contains_key(*question));
        all.extend(asked.map(|question| Command::SetAnswer(question.clone(), None)));
        let answered = other.answers.iter();
        all.extend(
            answered.map(|(question, answer)| Command::SetAnswer(question.clone(), Some(answer.clone()))),
        );
        all.push(Command::SetAuthor(other.by.clone()));
        Command::All(all)
    }
}
