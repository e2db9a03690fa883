//! What a collection came to, as a file that is the same whatever the order of its inputs.

use serde_json::{Value, json};

use crate::design::stored::DesignName;
use crate::tally::Collection;

/// `mulin.collected/1`: the sum, each design with what became of it, and what was put aside.
pub fn report(collection: &Collection) -> Value {
    let standing = collection.standing();
    let mut designs: Vec<(DesignName, Value)> = Vec::new();
    for drawing in collection.drawings() {
        let latest = drawing.latest.name;
        designs.push((latest, json!({ "name": latest.to_string(), "state": "accepted" })));
        for older in &drawing.older {
            let row = json!({
                "name": older.name.to_string(), "state": "superseded", "by": latest.to_string(),
            });
            designs.push((older.name, row));
        }
    }
    designs.sort_by_key(|(name, _)| *name);
    let quarantine: Vec<Value> = collection
        .aside_by_hash()
        .map(|(hash, aside)| {
            json!({
                "file": aside.file, "sha256": hash.to_string(), "bytes": aside.bytes,
                "reason": aside.reason.word(),
            })
        })
        .collect();
    json!({
        "schema": "mulin.collected/1",
        "received": standing.received,
        "accepted": standing.accepted,
        "superseded": standing.superseded,
        "quarantined": standing.set_aside,
        "withdrawn": standing.withdrawn,
        "designs": designs.into_iter().map(|(_, row)| row).collect::<Vec<_>>(),
        "quarantine": quarantine,
    })
}
