//! Cost and findings of every design, reckoned a slice at a time once a filter asks for them.

use std::collections::HashMap;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::state::Desk;
use crate::app::browser::gather::Slice;
use crate::design::Design;
use crate::design::stored::DesignName;
use crate::tally::{Facts, found_in};

/// What was reckoned is shown after so many, and each time that there are twice as many.
const FIRST_SHOWN: usize = 24;

/// What was reckoned. Copies share one.
#[derive(Clone, Copy)]
pub struct Reckonings {
    /// By design.
    pub known: RwSignal<HashMap<DesignName, Facts>>,
    /// Whether findings are wanted: somebody looks at the list of rules, or filters by them.
    pub wants_findings: RwSignal<bool>,
    /// How many of how many are done; none while nothing goes on.
    pub progress: RwSignal<Option<(usize, usize)>>,
    going: StoredValue<bool>,
}

impl Default for Reckonings {
    fn default() -> Self {
        Self {
            known: RwSignal::default(),
            wants_findings: RwSignal::new(false),
            progress: RwSignal::new(None),
            going: StoredValue::new(false),
        }
    }
}

/// Reckons what the filter asks of the designs that are there, now and whenever either changes.
pub fn follow(desk: Desk) {
    let reckonings = desk.reckonings;
    Effect::new(move |_| {
        desk.gathering.gathered.track();
        let asks = {
            let filter = desk.filter.read();
            (
                filter.asks_cost(),
                filter.asks_findings() || reckonings.wants_findings.get(),
            )
        };
        if asks != (false, false) && !reckonings.going.get_value() {
            reckonings.going.set_value(true);
            spawn_local(async move { reckon(desk, reckonings).await });
        }
    });
}

/// What is still wanted of which designs.
fn missing(desk: Desk, reckonings: Reckonings) -> Vec<(DesignName, Arc<Design>, bool, bool)> {
    let (cost, findings) = {
        let filter = desk.filter.read_untracked();
        (
            filter.asks_cost(),
            filter.asks_findings() || reckonings.wants_findings.get_untracked(),
        )
    };
    let known = reckonings.known.read_untracked();
    let gathered = desk.gathering.gathered.get_untracked();
    let lacks = |name: &DesignName| {
        let facts = known.get(name);
        let cost = cost && facts.is_none_or(|facts| facts.cost.is_none());
        (cost, findings && facts.is_none_or(|facts| facts.found.is_none()))
    };
    let latest = gathered.drawings.iter().map(|drawing| &drawing.latest);
    let lists = latest.filter_map(|one| match lacks(&one.name) {
        (false, false) => None,
        (cost, found) => Some((one.name, one.design.clone(), cost, found)),
    });
    lists.collect()
}

async fn reckon(desk: Desk, reckonings: Reckonings) {
    let survey = desk.survey();
    let mut slice = Slice::new();
    loop {
        let list = missing(desk, reckonings);
        if list.is_empty() {
            break;
        }
        let (of, mut new, mut due) = (list.len(), HashMap::new(), FIRST_SHOWN);
        for (done, (name, design, cost, found)) in list.into_iter().enumerate() {
            let facts = Facts {
                cost: cost.then(|| desk.totals(name, &design).cost),
                found: found.then(|| found_in(&survey, &design)),
            };
            new.insert(name, facts);
            if done >= due {
                due = 2 * done;
                put(reckonings, &mut new);
            }
            slice.breathe().await;
            if reckonings.progress.try_set(Some((done + 1, of))).is_some() {
                return; // The page is gone.
            }
        }
        put(reckonings, &mut new);
    }
    let _ = reckonings.progress.try_set(None);
    let _ = reckonings.going.try_update_value(|going| *going = false);
}

fn put(reckonings: Reckonings, new: &mut HashMap<DesignName, Facts>) {
    let _ = reckonings.known.try_update(|known| {
        for (name, facts) in new.drain() {
            let place = known.entry(name).or_default();
            place.cost = facts.cost.or(place.cost);
            place.found = facts.found.or_else(|| place.found.take());
        }
    });
}
