//! Which drawings are looked at.

use std::collections::BTreeSet;

use crate::catalogue::KindId;
use crate::design::stored::Receipt;

use super::{Day, Drawing, Facts};

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

    fn finds_words(&self, drawing: &Drawing) -> bool {
        let wanted = self.text.to_lowercase();
        if wanted.trim().is_empty() {
            return true;
        }
        if let Ok(receipt) = wanted.parse::<Receipt>() {
            let mut versions = std::iter::once(&drawing.latest).chain(&drawing.older);
            return versions.any(|one| receipt.is_of(&one.name));
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
