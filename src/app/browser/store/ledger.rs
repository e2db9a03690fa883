//! The second book, in `localStorage`: names of designs and what became of them, and a copy of each
//! that is not delivered yet.

use gloo::storage::{LocalStorage, Storage as _};

use crate::app::browser::page;
use crate::design::stored::DesignName;
use crate::submission::{Fate, Ledger};

const KEY: &str = "mulin.ledger";
/// What of a design is copied at most, in bytes; there is room for some megabytes in all.
const LARGEST: usize = 512 * 1024;

/// The ledger. One that cannot be read is an empty one: it accuses nobody.
pub fn read() -> Ledger {
    let rows: Vec<(String, String)> = LocalStorage::get(KEY).unwrap_or_default();
    Ledger::of(
        rows.iter()
            .filter_map(|(name, fate)| Some((name.parse().ok()?, Fate::from_word(fate)))),
    )
}

/// Enters that a design was taken, with a copy of it where there is room.
pub fn take(name: &DesignName, bytes: &[u8]) {
    if let (true, Ok(text)) = (bytes.len() <= LARGEST, std::str::from_utf8(bytes)) {
        page::keep(&copy_name(name), text);
    }
    change(|ledger| ledger.enter(*name, Fate::Taken));
}

/// Enters that a design was delivered; its copy goes.
pub fn settle(name: &DesignName) {
    change(|ledger| ledger.enter(*name, Fate::Delivered));
    page::forget(&copy_name(name));
}

/// Strikes a design out, and its copy.
pub fn strike(name: &DesignName) {
    change(|ledger| ledger.strike(name));
    page::forget(&copy_name(name));
}

/// Strikes out all that was delivered.
pub fn strike_delivered() {
    change(|ledger| {
        let open = |row: &&(DesignName, Fate)| row.1 == Fate::Taken;
        *ledger = Ledger::of(ledger.rows().iter().filter(open).copied());
    });
}

/// The copy of a design.
pub fn copy(name: &DesignName) -> Option<Vec<u8>> {
    page::kept(&copy_name(name)).map(String::into_bytes)
}

fn copy_name(name: &DesignName) -> String {
    format!("mulin.unsent.{name}")
}

fn change(change: impl FnOnce(&mut Ledger)) {
    let mut ledger = read();
    change(&mut ledger);
    let rows: Vec<(String, &str)> = ledger
        .rows()
        .iter()
        .map(|(name, fate)| (name.to_string(), fate.word()))
        .collect();
    // Without the second book there is still the first; the resident loses no design by it.
    let _ = LocalStorage::set(KEY, rows);
}
