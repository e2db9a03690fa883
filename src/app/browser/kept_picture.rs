//! The set-up's picture, kept on the device: it is too large for `localStorage`. A database of its own, so
//! that nothing of the residents' drawings is touched by it.

use std::time::Duration;

use idb::{DatabaseEvent as _, Factory, TransactionMode};
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

use super::clock::within;

const DATABASE: &str = "mulin-setup";
const PICTURES: &str = "pictures";
const KEY: &str = "underlay";
/// Some browsers never answer when storage is broken or blocked.
const PATIENCE: Duration = Duration::from_secs(8);

/// Keeps a picture in place of the one before; whether the device did.
pub async fn keep(bytes: &[u8]) -> bool {
    let value = JsValue::from(Uint8Array::from(bytes));
    let written = within(PATIENCE, async move {
        let transaction = open()
            .await?
            .transaction(&[PICTURES], TransactionMode::ReadWrite)?;
        transaction
            .object_store(PICTURES)?
            .put(&value, Some(&KEY.into()))?;
        transaction.await
    });
    matches!(written.await, Some(Ok(idb::TransactionResult::Committed)))
}

/// The picture that was kept; none where there is none any more.
pub async fn kept() -> Option<Vec<u8>> {
    let read = within(PATIENCE, async {
        let transaction = open()
            .await?
            .transaction(&[PICTURES], TransactionMode::ReadOnly)?;
        let request = transaction.object_store(PICTURES)?.get(JsValue::from(KEY))?;
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
            .and_then(|database| database.create_object_store(PICTURES, idb::ObjectStoreParams::new()));
        let _ = made;
    });
    request.await
}
