//! The second book, in `localStorage`: names of designs and what became of them.

use gloo::storage::{LocalStorage, Storage as _};

use crate::design::stored::DesignName;
use crate::submission::Fate;

const KEY: &str = "mulin.ledger";
/// The most rows; of those that were delivered, the oldest go first.
const MOST: usize = 500;

/// The rows, the oldest first. A book that cannot be read is an empty one: it accuses nobody.
pub fn read() -> Vec<(DesignName, Fate)> {
    let rows: Vec<(String, String)> = LocalStorage::get(KEY).unwrap_or_default();
    rows.iter()
        .filter_map(|(name, fate)| Some((name.parse().ok()?, Fate::from_word(fate))))
        .collect()
}

/// Writes what became of a design.
pub fn write(name: &DesignName, fate: Fate) {
    let mut rows = read();
    rows.retain(|(row, _)| row != name);
    rows.push((*name, fate));
    let mut surplus = rows.len().saturating_sub(MOST);
    rows.retain(|(_, fate)| {
        let goes = surplus > 0 && *fate == Fate::Delivered;
        surplus -= usize::from(goes);
        !goes
    });
    keep(&rows);
}

/// Strikes a design out.
pub fn strike(name: &DesignName) {
    let mut rows = read();
    rows.retain(|(row, _)| row != name);
    keep(&rows);
}

fn keep(rows: &[(DesignName, Fate)]) {
    let rows: Vec<(String, &str)> = rows
        .iter()
        .map(|(name, fate)| (name.to_string(), fate.word()))
        .collect();
    // Without the second book there is still the first; the resident loses no design by it.
    let _ = LocalStorage::set(KEY, rows);
}
