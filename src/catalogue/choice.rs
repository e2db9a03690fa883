//! What a project chooses of the catalogue: what residents are not offered, and prices of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::{Catalogue, Kind, KindId};

/// More yuan a unit than this is a slip of the hand.
const MOST_YUAN: f64 = 1e8;
/// The member of `project.json` that holds it.
const MEMBER: &str = "catalogue";

/// The choice of a project.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CatalogueChoice {
    /// Kinds that residents are not offered. What was drawn with one of them before stays known.
    pub left_out: BTreeSet<KindId>,
    /// Yuan a unit, in place of the catalogue's own price.
    pub prices: BTreeMap<KindId, f64>,
}

impl CatalogueChoice {
    /// The choice in the members of `project.json`, and what of it cannot be used: names of kinds that are
    /// not there, prices that are none.
    pub fn read(members: &Map<String, Value>, catalogue: &Catalogue) -> (Self, Vec<String>) {
        let mut choice = Self::default();
        let mut unusable = Vec::new();
        let Some(member) = members.get(MEMBER) else {
            return (choice, unusable);
        };
        let left_out = member.get("leftOut").and_then(Value::as_array);
        for name in left_out.into_iter().flatten() {
            match name
                .as_str()
                .map(KindId::new)
                .filter(|id| catalogue.kind(id).is_some())
            {
                Some(id) => {
                    choice.left_out.insert(id);
                }
                None => unusable.push(name.to_string()),
            }
        }
        for (name, price) in member
            .get("prices")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
        {
            let id = KindId::new(name);
            let yuan = price.as_f64().filter(|yuan| (0.0..=MOST_YUAN).contains(yuan));
            match yuan.filter(|_| catalogue.kind(&id).is_some()) {
                Some(yuan) => {
                    choice.prices.insert(id, yuan);
                }
                None => unusable.push(format!("{name}: {price}")),
            }
        }
        if !member.is_object() {
            unusable.push(member.to_string());
        }
        (choice, unusable)
    }
    /// Writes it into the members of `project.json`; a choice of nothing is left out.
    pub fn write(&self, members: &mut Map<String, Value>) {
        members.remove(MEMBER);
        if *self == Self::default() {
            return;
        }
        let left_out: Vec<&str> = self.left_out.iter().map(KindId::as_str).collect();
        let prices: Map<String, Value> = self
            .prices
            .iter()
            .map(|(id, yuan)| (id.to_string(), json!(yuan)))
            .collect();
        members.insert(
            MEMBER.to_owned(),
            json!({ "leftOut": left_out, "prices": prices }),
        );
    }
}

impl Catalogue {
    /// The catalogue as a project chose it.
    #[must_use]
    pub fn chosen(&self, choice: &CatalogueChoice) -> Self {
        let priced = |kind: &Arc<Kind>| match choice.prices.get(&kind.id) {
            Some(yuan) => {
                let mut kind = (**kind).clone();
                (kind.price.yuan, kind.price.low, kind.price.high) = (*yuan, *yuan, *yuan);
                "project.json".clone_into(&mut kind.price.source);
                Arc::new(kind)
            }
            None => kind.clone(),
        };
        Self {
            kinds: self.kinds.iter().map(priced).collect(),
            left_out: choice.left_out.clone(),
        }
    }
}
