//! What a project chooses of the catalogue: what residents are not offered, and prices of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::{Map, Value, json};

use crate::text::Message;

use super::own_read::own_kinds;
use super::{Catalogue, Kind, KindId};

/// More yuan a unit than this is a slip of the hand.
const MOST_YUAN: f64 = 1e8;
/// The choice of a project.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CatalogueChoice {
    /// Kinds that residents are not offered. What was drawn with one of them before stays known.
    pub left_out: BTreeSet<KindId>,
    /// Yuan a unit, in place of the catalogue's own price.
    pub prices: BTreeMap<KindId, f64>,
    /// Kinds of the project's own, as they are written.
    pub own: Vec<Value>,
    /// Those of them that can be used.
    pub kinds: Vec<Arc<Kind>>,
    /// Why the others cannot.
    pub faults: Vec<Message>,
    /// Members that this version does not know; kept.
    extra: Map<String, Value>,
}

impl CatalogueChoice {
    /// The member of `project.json` that holds it.
    pub const MEMBER: &'static str = "catalogue";

    /// The choice in the members of `project.json`, and what of it cannot be used: names of kinds that are
    /// not there, prices that are none.
    pub fn read(members: &Map<String, Value>, catalogue: &Catalogue) -> (Self, Vec<String>) {
        let mut choice = Self::default();
        let mut unusable = Vec::new();
        let Some(member) = members.get(Self::MEMBER) else {
            return (choice, unusable);
        };
        choice.read_own(member, catalogue);
        let known =
            |id: &KindId| catalogue.kind(id).is_some() || choice.kinds.iter().any(|kind| kind.id == *id);
        let (mut out, mut prices) = (BTreeSet::new(), BTreeMap::new());
        let left_out = member.get("leftOut").and_then(Value::as_array);
        for name in left_out.into_iter().flatten() {
            match name.as_str().map(KindId::new).filter(known) {
                Some(id) => {
                    out.insert(id);
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
            match yuan.filter(|_| known(&id)) {
                Some(yuan) => {
                    prices.insert(id, yuan);
                }
                None => unusable.push(format!("{name}: {price}")),
            }
        }
        if !member.is_object() {
            unusable.push(member.to_string());
        }
        (choice.left_out, choice.prices) = (out, prices);
        (choice, unusable)
    }
    /// Takes what a project says of kinds of its own; most say nothing.
    fn read_own(&mut self, member: &Value, catalogue: &Catalogue) {
        let own = member.get("own").unwrap_or(&Value::Null);
        if !own.is_null() {
            (self.kinds, self.faults) = own_kinds(own, catalogue);
            self.own = own.as_array().cloned().unwrap_or_default();
        }
        for (name, value) in member.as_object().into_iter().flatten() {
            if !["leftOut", "prices", "own"].contains(&name.as_str()) {
                self.extra.insert(name.clone(), value.clone());
            }
        }
    }
    /// Writes it into the members of `project.json`; a choice of nothing is left out.
    pub fn write(&self, members: &mut Map<String, Value>) {
        members.remove(Self::MEMBER);
        let mut member = self.extra.clone();
        if !self.left_out.is_empty() {
            let left_out: Vec<&str> = self.left_out.iter().map(KindId::as_str).collect();
            member.insert("leftOut".to_owned(), json!(left_out));
        }
        if !self.prices.is_empty() {
            let prices = self.prices.iter().map(|(id, yuan)| (id.to_string(), json!(yuan)));
            member.insert("prices".to_owned(), Value::Object(prices.collect()));
        }
        if !self.own.is_empty() {
            member.insert("own".to_owned(), json!(self.own));
        }
        if !member.is_empty() {
            members.insert(Self::MEMBER.to_owned(), Value::Object(member));
        }
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
            kinds: self.kinds.iter().chain(&choice.kinds).map(priced).collect(),
            left_out: choice.left_out.clone(),
        }
    }
}
