//! What of the set-up is too large for `localStorage`, kept on the device: its picture, and a map of thousands of things.
//! A database of its own, so that nothing of the residents' drawings is touched by it.

use std::time::Duration;

use idb::{DatabaseEvent as _, Factory, TransactionMode};
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

use super::clock::within;

const DATABASE: &str = "mulin-setup";
/// Named for what lay in it first; another name would need another version of the database.
const STORE: &str = "pictures";
/// Some browsers never answer when storage is broken or blocked.
const PATIENCE: Duration = Duration::from_secs(8);

/// What is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The picture underneath.
    Picture,
    /// The estate, as GeoJSON.
    Estate,
}

impl Part {
    fn key(self) -> JsValue {
        match self {
            Self::Picture => "underlay".into(),
            Self::Estate => "estate".into(),
        }
    }
}

/// Keeps a part in place of the one before; whether the device did.
pub async fn keep(part: Part, bytes: &[u8]) -> bool {
    let value = JsValue::from(Uint8Array::from(bytes));
    let written = within(PATIENCE, async move {
        let transaction = open().await?.transaction(&[STORE], TransactionMode::ReadWrite)?;
        transaction.object_store(STORE)?.put(&value, Some(&part.key()))?;
        transaction.await
    });
    matches!(written.await, Some(Ok(idb::TransactionResult::Committed)))
}

/// The part that was kept; none where there is none any more.
pub async fn kept(part: Part) -> Option<Vec<u8>> {
    let read = within(PATIENCE, async move {
        let transaction = open().await?.transaction(&[STORE], TransactionMode::ReadOnly)?;
        let request = transaction.object_store(STORE)?.get(part.key())?;
        request.await
    });
    let bytes: Uint8Array = read.await?.ok()??.dyn_into().ok()?;
    Some(bytes.to_vec())
}

async fn open() -> Result<idb::Database, idb::Error> {
    let mut request = Factory::new()?.open(DATABASE, Some(1))?;
    request.on_upgrade_needed(|event| {
        // A fault here ends the opening, which the caller hears.
        let made = event
            .database()
            .and_then(|database| database.create_object_store(STORE, idb::ObjectStoreParams::new()));
        let _ = made;
    });
    request.await
}
