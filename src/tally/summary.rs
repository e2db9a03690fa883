//! The summary as a document: what `mulin tally` writes.

use serde_json::{Value, json};

use crate::rules::{Survey, Totals, totals_value};

use super::{Collection, Facet, facets, kind_counts, wish_lines};

/// The summary of a collection as `mulin.tally/1`: the same bytes for the same set of files.
///
/// What each design wins and costs is reckoned on the survey; the sums are of the designs that
/// stand, and say what all of them together would be, not what anybody proposes.
pub fn summary_json(collection: &Collection, survey: &Survey) -> Value {
    let drawings = collection.drawings();
    let totals: Vec<Totals> = drawings
        .iter()
        .map(|one| survey.totals(&one.latest.design))
        .collect();
    let mut sum = Totals::default();
    totals.iter().for_each(|one| sum += *one);
    let standing = collection.standing();
    let facets = facets(&drawings);
    json!({
        "schema": "mulin.tally/1",
        "received": standing.received,
        "accepted": standing.accepted,
        "superseded": standing.superseded,
        "set_aside": standing.set_aside,
        "doubles": standing.doubles,
        "drawn": facets.days.map(|(first, last)| json!({"first": first.to_string(), "last": last.to_string()})),
        "totals": totals_value(&sum),
        "kinds": kind_counts(&drawings).iter().map(|count| json!({
            "kind": count.kind.as_str(), "designs": count.designs, "things": count.things,
        })).collect::<Vec<_>>(),
        "buildings": facet_rows(&facets.buildings),
        "ages": facet_rows(&facets.ages),
        "channels": facet_rows(&facets.channels),
        "designs": drawings.iter().zip(&totals).map(|(drawing, totals)| json!({
            "design": drawing.latest.name.to_string(),
            "receipt": drawing.latest.name.receipt().to_string(),
            "title": drawing.latest.design.title,
            "drawn": drawing.latest.design.drawn,
            "things": drawing.latest.design.placements().len(),
            "totals": totals_value(totals),
            "older": drawing.older.iter().map(|one| one.name.to_string()).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "wishes": wish_lines(&drawings).iter().map(|line| json!({
            "design": line.design.to_string(), "topic": line.topic, "text": line.text,
            "at": line.at.map(|p| [p.x, p.y]),
        })).collect::<Vec<_>>(),
        "aside": collection.aside().map(|aside| json!({
            "file": aside.file, "bytes": aside.bytes, "reason": aside.reason.word(),
        })).collect::<Vec<_>>(),
    })
}

fn facet_rows(facets: &[Facet]) -> Vec<Value> {
    facets
        .iter()
        .map(|facet| json!({"value": facet.value, "designs": facet.designs}))
        .collect()
}
