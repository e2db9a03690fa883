//! The secrets by which this device withdraws what it sent, one a drawing, in `localStorage`.

use std::collections::BTreeMap;

use gloo::storage::{LocalStorage, Storage as _};

use crate::app::browser::page;
use crate::app::browser::random::secret_bits;
use crate::design::stored::DesignName;

const KEY: &str = "mulin.deeds";

/// By the drawing's draft; 32 bytes in hex.
fn read() -> BTreeMap<String, String> {
    LocalStorage::get(KEY).unwrap_or_default()
}

/// The secret of a drawing; none where this device has none.
pub fn of(draft: &str) -> Option<[u8; 32]> {
    let name: DesignName = read().get(draft)?.parse().ok()?;
    Some(name.digest())
}

/// The secret of a drawing, made when there is none yet; none where the device keeps nothing.
pub fn made_for(draft: &str) -> Option<[u8; 32]> {
    if let Some(secret) = of(draft) {
        return Some(secret);
    }
    let secret = secret_bits()?;
    let mut all = read();
    all.insert(draft.to_owned(), DesignName::from_digest(secret).to_string());
    LocalStorage::set(KEY, all).ok()?;
    Some(secret)
}

/// Forgets the secret of a drawing, which its withdrawal has shown.
pub fn forget(draft: &str) {
    let mut all = read();
    if all.remove(draft).is_some() {
        let _ = LocalStorage::set(KEY, all);
    }
}

/// Forgets all, for the next person at this device.
pub fn forget_all() {
    page::forget(KEY);
}
