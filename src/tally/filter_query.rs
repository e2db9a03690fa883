//! A filter as part of an address: `house=3&house=7&kind=bench&from=2026-11-01&cost=0-50000&q=…`.
//!
//! Whoever opens the link has the same filter. A part that cannot be used is left out: the others still hold.

use crate::catalogue::KindId;

use super::{Day, Filter};

/// More values of a sort than this come from no hand.
const MOST: usize = 200;
/// A text is as long as the field that it is typed into allows.
const LONGEST: usize = 200;

impl Filter {
    /// Its parts as names and values, in a fixed order; none for one that asks nothing.
    pub fn to_query(&self) -> Vec<(&'static str, String)> {
        let mut parts = Vec::new();
        let sets = [
            ("house", &self.buildings),
            ("age", &self.ages),
            ("channel", &self.channels),
            ("rule", &self.rules),
        ];
        for (name, values) in sets {
            parts.extend(values.iter().map(|value| (name, value.clone())));
        }
        parts.extend(self.kinds.iter().map(|kind| ("kind", kind.to_string())));
        parts.extend(self.from.map(|day| ("from", day.to_string())));
        parts.extend(self.to.map(|day| ("to", day.to_string())));
        parts.extend(
            self.musts
                .map(|any| ("musts", if any { "some" } else { "none" }.to_owned())),
        );
        if self.asks_cost() {
            let yuan = |yuan: Option<f64>| yuan.map(|yuan| yuan.to_string()).unwrap_or_default();
            parts.push(("cost", format!("{}-{}", yuan(self.cost_from), yuan(self.cost_to))));
        }
        if !self.text.trim().is_empty() {
            parts.push(("q", self.text.clone()));
        }
        parts
    }

    /// Takes a part; says whether it is one of a filter's and could be used.
    pub fn take_query(&mut self, name: &str, value: &str) -> bool {
        let into = |set: &mut std::collections::BTreeSet<String>| {
            let fits = set.len() < MOST && value.len() <= LONGEST;
            fits && set.insert(value.to_owned())
        };
        match name {
            "house" => into(&mut self.buildings),
            "age" => into(&mut self.ages),
            "channel" => into(&mut self.channels),
            "rule" => into(&mut self.rules),
            "kind" if self.kinds.len() < MOST && !value.is_empty() => self.kinds.insert(KindId::new(value)),
            "from" => taken(&mut self.from, value.parse::<Day>().ok()),
            "to" => taken(&mut self.to, value.parse::<Day>().ok()),
            "musts" => taken(
                &mut self.musts,
                match value {
                    "some" => Some(true),
                    "none" => Some(false),
                    _ => None,
                },
            ),
            "cost" => {
                let (from, to) = value.split_once('-').unwrap_or((value, ""));
                self.cost_from = yuan(from);
                self.cost_to = yuan(to);
                self.asks_cost()
            }
            "q" => {
                self.text = value.chars().take(LONGEST).collect();
                !self.text.trim().is_empty()
            }
            _ => false,
        }
    }
}

/// An amount that a person typed; none for what is no amount.
fn yuan(text: &str) -> Option<f64> {
    let yuan: f64 = text.trim().parse().ok()?;
    (yuan.is_finite() && yuan >= 0.0).then_some(yuan)
}

fn taken<T>(place: &mut Option<T>, value: Option<T>) -> bool {
    let is_there = value.is_some();
    if is_there {
        *place = value;
    }
    is_there
}
