//! The history as it is kept on the device: steps as differences, in plain JSON.
//!
//! The file names the design that it leads to by its hash, so that a history and a design that do
//! not belong together are told apart. Whatever is wrong with it, only the history is lost.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::catalogue::KindId;
use crate::design::stored::{self, DesignName};
use crate::design::{Design, Placement};

use super::history::Step;
use super::{History, StepLabel};

/// The name of this version.
const SCHEMA: &str = "mulin.history/1";
/// A longer text is not read: it would stall a phone before it saved a step.
const MAX_BYTES: usize = 24 * 1024 * 1024;

#[derive(Serialize, Deserialize)]
struct StoredHistory {
    schema: String,
    /// The name of the design that the history leads to.
    leads_to: String,
    /// The things that any step names, as a design's document writes them.
    things: Vec<Value>,
    /// Steps behind, the latest first.
    past: Vec<StoredStep>,
    /// Steps taken back, the next to redo first.
    future: Vec<StoredStep>,
}

#[derive(Serialize, Deserialize)]
struct StoredStep {
    label: StoredLabel,
    /// What to change in the list of things of the step before to get this one's.
    splices: Vec<Splice>,
    /// The document without its things, where that differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rest: Option<Value>,
}

#[derive(Serialize, Deserialize)]
struct StoredLabel {
    key: String,
    count: usize,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    kind: Option<String>,
}

/// So many things from a place on are replaced by these, named by their place in `things`.
#[derive(Serialize, Deserialize)]
struct Splice {
    at: usize,
    take: usize,
    put: Vec<usize>,
}

type Things = Vec<Arc<Placement>>;

/// The history as text, beside the design that it leads to.
pub(super) fn write(history: &History, now: &Design) -> String {
    let mut things: Things = Vec::new();
    let past = stored_steps(history.past.iter().rev(), now, &mut things);
    let future = stored_steps(history.future.iter().rev(), now, &mut things);
    let file = StoredHistory {
        schema: SCHEMA.to_owned(),
        leads_to: DesignName::of(&stored::write(now)).to_string(),
        things: rows_from(&things),
        past,
        future,
    };
    // Text, numbers and lists cannot fail to be written.
    serde_json::to_string(&file).unwrap_or_default()
}

/// The history of a text; none when it is broken or leads to another design.
pub(super) fn read(text: &str, now: &Design) -> Option<History> {
    if text.len() > MAX_BYTES {
        return None;
    }
    let file: StoredHistory = serde_json::from_str(text).ok()?;
    let leads_here = file.leads_to == DesignName::of(&stored::write(now)).to_string();
    if file.schema != SCHEMA || !leads_here || file.past.len() > History::MOST {
        return None;
    }
    let things = things_from(file.things)?;
    let mut past = steps_from(file.past, now, &things)?;
    let mut future = steps_from(file.future, now, &things)?;
    past.reverse();
    future.reverse();
    Some(History {
        past: past.into(),
        future,
    })
}

/// Steps as differences, going away from the present.
fn stored_steps<'a>(
    steps: impl Iterator<Item = &'a Step>,
    now: &Design,
    things: &mut Things,
) -> Vec<StoredStep> {
    let mut near = now;
    let mut stored = Vec::new();
    for step in steps {
        stored.push(StoredStep {
            label: StoredLabel {
                key: step.label.key.to_owned(),
                count: step.label.count,
                kind: step.label.kind.as_ref().map(|kind| kind.as_str().to_owned()),
            },
            splices: splices(near.placements(), step.other.placements(), things),
            rest: rest_if_other(near, &step.other),
        });
        near = &step.other;
    }
    stored
}

fn steps_from(stored: Vec<StoredStep>, now: &Design, things: &[Arc<Placement>]) -> Option<Vec<Step>> {
    let mut near = now.clone();
    let mut steps = Vec::with_capacity(stored.len());
    for step in stored {
        let list = spliced(near.placements(), &step.splices, things)?;
        near = match &step.rest {
            Some(rest) => stored::read(rest.to_string().as_bytes()).ok()?.0.holding(list)?,
            None => near.holding(list)?,
        };
        let kind = step.label.kind.as_deref().map(KindId::new);
        steps.push(Step {
            label: StepLabel::new(
                StepLabel::known_key(&step.label.key),
                step.label.count,
                kind.as_ref(),
            ),
            other: Arc::new(near.clone()),
        });
    }
    Some(steps)
}

/// What changes one list into another: thing by thing where as many stay, else one stretch.
fn splices(from: &[Arc<Placement>], to: &[Arc<Placement>], things: &mut Things) -> Vec<Splice> {
    let same = |a: &Arc<Placement>, b: &Arc<Placement>| Arc::ptr_eq(a, b) || a == b;
    let mut keep = |new: &[Arc<Placement>]| -> Vec<usize> {
        let first = things.len();
        things.extend(new.iter().cloned());
        (first..things.len()).collect()
    };
    if from.len() == to.len() {
        let pairs = from.iter().zip(to).enumerate();
        let differing = pairs.filter(|(_, (a, b))| !same(a, b));
        return differing
            .map(|(at, (_, new))| Splice {
                at,
                take: 1,
                put: keep(std::slice::from_ref(new)),
            })
            .collect();
    }
    let head = from.iter().zip(to).take_while(|(a, b)| same(a, b)).count();
    let (from, to) = (&from[head..], &to[head..]);
    let tail = from
        .iter()
        .rev()
        .zip(to.iter().rev())
        .take_while(|(a, b)| same(a, b))
        .count();
    vec![Splice {
        at: head,
        take: from.len() - tail,
        put: keep(&to[..to.len() - tail]),
    }]
}

fn spliced(list: &[Arc<Placement>], splices: &[Splice], things: &[Arc<Placement>]) -> Option<Things> {
    let mut list = list.to_vec();
    for splice in splices {
        let end = splice
            .at
            .checked_add(splice.take)
            .filter(|end| *end <= list.len())?;
        let new: Option<Things> = splice.put.iter().map(|at| things.get(*at).cloned()).collect();
        list.splice(splice.at..end, new?);
    }
    Some(list)
}

/// The document without its things, where it differs from another's.
fn rest_if_other(near: &Design, other: &Design) -> Option<Value> {
    if near.says_the_same_beside_things(other) {
        return None;
    }
    let other = other.holding(Vec::new())?;
    Some(serde_json::from_slice(&stored::write(&other)).unwrap_or_default())
}

/// Things as the document writes them.
fn rows_from(things: &[Arc<Placement>]) -> Vec<Value> {
    things.iter().map(|thing| stored::row(thing)).collect()
}

/// Things from rows; none when a row is no thing. Each goes through the gate of the document.
fn things_from(rows: Vec<Value>) -> Option<Things> {
    let thing = |row: Value| -> Option<Arc<Placement>> {
        let mut sheets = Map::new();
        sheets.insert(Design::SHEET.to_owned(), Value::Array(vec![row]));
        let document = json!({ "schema": stored::SCHEMA, "project": "", "sheets": sheets });
        let (design, repairs) = stored::read(document.to_string().as_bytes()).ok()?;
        let things = design.placements();
        (repairs.is_empty() && things.len() == 1).then(|| things[0].clone())
    };
    rows.into_iter().map(thing).collect()
}
