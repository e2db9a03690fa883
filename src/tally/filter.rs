//! Which drawings are looked at.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::catalogue::KindId;
use crate::design::Design;
use crate::design::stored::Receipt;

use super::{Day, Drawing, Facts, Texts};

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
    /// Each of these words, in any case, is in its title, its author's alias or its wishes; or it is the
    /// receipt of one of its versions.
    pub text: String,
    /// At least one of these rules finds something in it.
    pub rules: BTreeSet<String>,
    /// Whether it has must-findings: false asks for designs without any.
    pub musts: Option<bool>,
    /// It costs at least so many yuan.
    pub cost_from: Option<f64>,
    /// It costs at most so many yuan.
    pub cost_to: Option<f64>,
}

impl Filter {
    /// Whether the version that stands is what is asked.
    pub fn matches(&self, drawing: &Drawing) -> bool {
        self.asked().matches(drawing)
    }
    /// The filter with its words taken apart, to be held against many.
    pub fn asked(&self) -> Asked<'_> {
        Asked {
            filter: self,
            text: AskedText::of(&self.text),
        }
    }
    /// Whether what the rules find must be known.
    pub fn asks_findings(&self) -> bool {
        !self.rules.is_empty() || self.musts.is_some()
    }
    /// Whether the cost must be known.
    pub fn asks_cost(&self) -> bool {
        self.cost_from.is_some() || self.cost_to.is_some()
    }
    /// Whether what was reckoned of a design is what is asked. What is asked and not known yet does not match.
    pub fn matches_facts(&self, facts: &Facts) -> bool {
        let cost = |fits: &dyn Fn(f64) -> bool| facts.cost.is_some_and(fits);
        let found = || {
            facts.found.as_ref().is_some_and(|found| {
                self.musts.is_none_or(|wanted| wanted == (found.musts > 0))
                    && (self.rules.is_empty()
                        || self.rules.iter().any(|rule| found.rules.contains(rule.as_str())))
            })
        };
        self.cost_from.is_none_or(|from| cost(&|cost| cost >= from))
            && self.cost_to.is_none_or(|to| cost(&|cost| cost <= to))
            && (!self.asks_findings() || found())
    }
    /// Whether it asks nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A filter that is held against many drawings.
#[derive(Clone, Debug)]
pub struct Asked<'a> {
    filter: &'a Filter,
    text: AskedText,
}

impl Asked<'_> {
    /// Whether the version that stands is what is asked.
    pub fn matches(&self, drawing: &Drawing) -> bool {
        self.matches_but_for_text(drawing) && self.text.is_in(drawing)
    }
    /// Which of many drawings are what is asked, by their places; their texts are searched at once where they are at hand.
    pub fn among(&self, drawings: &[Drawing], texts: Option<&Texts>) -> Vec<u32> {
        let matches = |at: &u32, by: fn(&Self, &Drawing) -> bool| {
            drawings
                .get(*at as usize)
                .is_some_and(|drawing| by(self, drawing))
        };
        match (&self.text, texts) {
            (AskedText::Words(words), Some(texts)) if texts.len() == drawings.len() => {
                let mut found = texts.having(words);
                found.retain(|at| matches(at, Self::matches_but_for_text));
                found
            }
            _ => (0..drawings.len() as u32)
                .filter(|at| matches(at, Self::matches))
                .collect(),
        }
    }
    fn matches_but_for_text(&self, drawing: &Drawing) -> bool {
        let (filter, one) = (self.filter, &drawing.latest);
        let by = &one.design.by;
        let among = |wanted: &BTreeSet<String>, value: &String| wanted.is_empty() || wanted.contains(value);
        among(&filter.buildings, &by.building)
            && among(&filter.ages, &by.age)
            && among(&filter.channels, &by.channel)
            && filter
                .kinds
                .iter()
                .all(|kind| one.design.placements().iter().any(|thing| thing.kind == *kind))
            && filter
                .from
                .is_none_or(|from| one.day.is_some_and(|day| day >= from))
            && filter.to.is_none_or(|to| one.day.is_some_and(|day| day <= to))
    }
}

/// What was typed to be looked for.
#[derive(Clone, Debug)]
enum AskedText {
    /// The receipt of a version.
    Receipt(Receipt),
    /// Words in small letters, all of which must be there.
    Words(Vec<String>),
}

impl AskedText {
    fn of(text: &str) -> Self {
        let text = text.to_lowercase();
        match text.parse() {
            Ok(receipt) => Self::Receipt(receipt),
            Err(_) => Self::Words(text.split_whitespace().map(str::to_owned).collect()),
        }
    }
    fn is_in(&self, drawing: &Drawing) -> bool {
        match self {
            Self::Receipt(receipt) => {
                let mut versions = std::iter::once(&drawing.latest).chain(&drawing.older);
                versions.any(|one| receipt.is_of(&one.name))
            }
            Self::Words(words) => {
                let is_said = |word: &String| {
                    said_in(&drawing.latest.design).any(|text| in_small(text).contains(word.as_str()))
                };
                words.iter().all(is_said)
            }
        }
    }
}

/// The texts of a design that are searched.
pub(super) fn said_in(design: &Design) -> impl Iterator<Item = &str> {
    let wishes = design.wishes().iter().map(|wish| wish.text.as_str());
    [design.title.as_str(), design.by.alias.as_str()]
        .into_iter()
        .chain(wishes)
}

/// A text in small letters; as it is where no letter of it has another form, as in most of what is written here.
pub(super) fn in_small(text: &str) -> Cow<'_, str> {
    let is_small = |c: char| match c.is_ascii() {
        true => !c.is_ascii_uppercase(),
        // Chinese, kana, their marks.
        false => ('\u{2e80}'..='\u{a4cf}').contains(&c),
    };
    match text.chars().all(is_small) {
        true => Cow::Borrowed(text),
        false => Cow::Owned(text.to_lowercase()),
    }
}
