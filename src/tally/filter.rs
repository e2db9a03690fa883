//! Which drawings are looked at.

use std::collections::BTreeSet;

use crate::catalogue::KindId;

use super::{Day, Drawing};

/// What a drawing must be to be shown. An empty part asks nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Its author's building is one of these.
    pub buildings: BTreeSet<String>,
    /// Its author's age band is one of these.
    pub ages: BTreeSet<String>,
    /// It came by one of these ways.
    pub channels: BTreeSet<String>,
    /// It uses every one of these kinds.
    pub kinds: BTreeSet<KindId>,
    /// It was drawn on this day or later.
    pub from: Option<Day>,
    /// It was drawn on this day or earlier.
    pub to: Option<Day>,
    /// Each of these words, in any case, is in its title, its author's alias or its wishes.
    pub text: String,
}

impl Filter {
    /// Whether the version that stands is what is asked.
    pub fn matches(&self, drawing: &Drawing) -> bool {
        let one = &drawing.latest;
        let by = &one.design.by;
        let among = |wanted: &BTreeSet<String>, value: &String| wanted.is_empty() || wanted.contains(value);
        among(&self.buildings, &by.building)
            && among(&self.ages, &by.age)
            && among(&self.channels, &by.channel)
            && self
                .kinds
                .iter()
                .all(|kind| one.design.placements().iter().any(|thing| thing.kind == *kind))
            && self
                .from
                .is_none_or(|from| one.day.is_some_and(|day| day >= from))
            && self.to.is_none_or(|to| one.day.is_some_and(|day| day <= to))
            && self.finds_words(drawing)
    }
    /// Whether it asks nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn finds_words(&self, drawing: &Drawing) -> bool {
        let wanted = self.text.to_lowercase();
        if wanted.trim().is_empty() {
            return true;
        }
        let design = &drawing.latest.design;
        let mut said = format!("{}\n{}", design.title, design.by.alias).to_lowercase();
        for wish in design.wishes() {
            said.push('\n');
            said.push_str(&wish.text.to_lowercase());
        }
        wanted.split_whitespace().all(|word| said.contains(word))
    }
}
