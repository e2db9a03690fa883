//! The summary as a document: what `mulin tally` writes.

use std::sync::Arc;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use crate::design::stored::{DesignName, Receipt};
use crate::rules::{Survey, Totals, TotalsRow, totals_row};

use super::{
    Aside, Collection, Day, Drawing, Facet, KindCount, ShownCount, WishLine, facets, kind_counts,
    shown_count, wish_lines,
};

/// The summary of a collection as `mulin.tally/1`: the same bytes for the same set of files.
///
/// What each design wins and costs is reckoned on the survey; the sums are of the designs that
/// stand, and say what all of them together would be, not what anybody proposes.
pub fn summary_json(collection: &Collection, survey: &Survey) -> Value {
    let drawings = collection.drawings();
    let counted: Vec<Counted> = drawings
        .iter()
        .map(|one| Counted {
            things: one.latest.design.placements().len(),
            totals: survey.totals(&one.latest.design),
        })
        .collect();
    let summary = Summary {
        collection,
        drawings: &drawings,
        counted: &counted,
        kinds: &kind_counts(&drawings),
        agreement: None::<()>,
        public: false,
    };
    // Text, numbers and lists cannot fail to be written.
    serde_json::to_value(&summary).unwrap_or_default()
}

/// What was counted of one design.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Counted {
    /// How many things it has.
    pub things: usize,
    /// What it wins, loses and costs.
    pub totals: Totals,
}

/// The same document of drawings that were counted before. It is written as it is read, one design after another: of a
/// hundred thousand none is held as text.
#[derive(Clone, Debug)]
pub struct Summary<'a, A> {
    /// What was received.
    pub collection: &'a Collection,
    /// The drawings that stand.
    pub drawings: &'a [Drawing],
    /// What was counted of each, in their order.
    pub counted: &'a [Counted],
    /// How often each kind was used.
    pub kinds: &'a [KindCount],
    /// Where they agree, where that was reckoned: the member `agreement`.
    pub agreement: Option<A>,
    /// Whether it leaves the office. Then it names no design and no person, and hides small counts.
    pub public: bool,
}

impl<A: Serialize> Serialize for Summary<'_, A> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut sum = Totals::default();
        self.counted.iter().for_each(|one| sum += one.totals);
        let standing = self.collection.standing();
        let facets = facets(self.drawings);
        let drawn = |(first, last): (Day, Day)| json!({"first": first.to_string(), "last": last.to_string()});
        let is_own = !self.public;
        let is_few = self.public && !shown_count(standing.accepted).is_number();
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("schema", "mulin.tally/1")?;
        match is_few {
            false => {
                map.serialize_entry("received", &standing.received)?;
                map.serialize_entry("accepted", &standing.accepted)?;
                map.serialize_entry("superseded", &standing.superseded)?;
            }
            // What was received less what was superseded would tell how few stand.
            true => {
                map.serialize_entry("received", &ShownCount::KeptBack)?;
                map.serialize_entry("accepted", &shown_count(standing.accepted))?;
                map.serialize_entry("superseded", &ShownCount::KeptBack)?;
            }
        }
        map.serialize_entry("set_aside", &standing.set_aside)?;
        map.serialize_entry("doubles", &standing.doubles)?;
        map.serialize_entry("drawn", &facets.days.map(drawn))?;
        // The sums of fewer than five designs are next to one's own.
        map.serialize_entry("totals", &(!is_few).then(|| totals_row(&sum)))?;
        map.serialize_entry("kinds", &Each(|| self.kinds.iter().map(|count| self.kind(count))))?;
        if is_own {
            map.serialize_entry("buildings", &facet_rows(&facets.buildings))?;
            map.serialize_entry("ages", &facet_rows(&facets.ages))?;
            map.serialize_entry("channels", &facet_rows(&facets.channels))?;
            let rows = || self.drawings.iter().zip(self.counted).map(DesignRow::of);
            map.serialize_entry("designs", &Each(rows))?;
            let lines = wish_lines(self.drawings);
            map.serialize_entry("wishes", &Each(|| lines.iter().map(WishRow::of)))?;
            map.serialize_entry("aside", &self.aside())?;
        }
        if let Some(agreement) = &self.agreement {
            map.serialize_entry("agreement", agreement)?;
        }
        if !is_own {
            map.serialize_entry("public", &true)?;
        }
        map.end()
    }
}

impl<A> Summary<'_, A> {
    fn kind(&self, count: &KindCount) -> Value {
        let (designs, things) = match (self.public, shown_count(count.designs)) {
            (false, _) => (
                ShownCount::Number(count.designs),
                ShownCount::Number(count.things),
            ),
            (true, ShownCount::Number(designs)) => (ShownCount::Number(designs), shown_count(count.things)),
            (true, few) => (few, ShownCount::KeptBack),
        };
        json!({"kind": count.kind.as_str(), "designs": designs, "things": things})
    }
    fn aside(&self) -> Vec<Value> {
        let row = |aside: &Arc<Aside>| {
            json!({
                "file": aside.file, "bytes": aside.bytes, "reason": aside.reason.word(),
            })
        };
        self.collection.aside().map(row).collect()
    }
}

/// A list that is made while it is written.
pub struct Each<F>(pub F);

impl<I: IntoIterator<Item: Serialize>, F: Fn() -> I> Serialize for Each<F> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq((self.0)())
    }
}

/// One design of the list.
#[derive(Serialize)]
struct DesignRow<'a> {
    design: DesignName,
    receipt: Receipt,
    title: &'a str,
    drawn: &'a str,
    things: usize,
    totals: TotalsRow,
    older: Vec<DesignName>,
}

impl<'a> DesignRow<'a> {
    fn of((drawing, counted): (&'a Drawing, &Counted)) -> Self {
        let (name, design) = (drawing.latest.name, &drawing.latest.design);
        Self {
            design: name,
            receipt: name.receipt(),
            title: &design.title,
            drawn: &design.drawn,
            things: counted.things,
            totals: totals_row(&counted.totals),
            older: drawing.older.iter().map(|one| one.name).collect(),
        }
    }
}

/// One wish of the list.
#[derive(Serialize)]
struct WishRow<'a> {
    design: DesignName,
    topic: &'a str,
    text: &'a str,
    at: Option<[f64; 2]>,
}

impl<'a> WishRow<'a> {
    fn of(line: &'a WishLine) -> Self {
        Self {
            design: line.design,
            topic: &line.topic,
            text: &line.text,
            at: line.at.map(|p| [p.x, p.y]),
        }
    }
}

fn facet_rows(facets: &[Facet]) -> Vec<Value> {
    facets
        .iter()
        .map(|facet| json!({"value": facet.value, "designs": facet.designs}))
        .collect()
}
