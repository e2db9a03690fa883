//! Designs that the desk has read, kept on the device so that another opening asks only for new ones.
//!
//! A database of its own beside the drawings': it holds what residents sent, so it goes away as a whole when the
//! planner forgets the token, and losing it loses nothing. A design never changes under its name, so nothing kept can
//! be old; whether it is still at the host is asked each time.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use idb::{Database, DatabaseEvent as _, Factory, ObjectStoreParams, TransactionMode};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::clock::within;
use super::store::record::{bytes, kept_bytes, record, text};

const LOTS: &str = "lots";
const STATE: &str = "state";
const CURSOR: &str = "cursor";
/// Designs are written in lots of about so many bytes: a record for each would take a hundred times as long to read.
const LOT_BYTES: usize = 2 * 1024 * 1024;
/// Some browsers never answer when storage is broken or blocked; the designs are then asked for as ever.
const PATIENCE: Duration = Duration::from_secs(8);

/// What the device keeps of one host's designs. Copies are the same.
#[derive(Clone)]
pub struct DesignCache {
    database: Rc<Database>,
    /// Whether all that was to be kept could be.
    is_whole: Rc<Cell<bool>>,
}

/// Designs one after the other, each behind its length.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lot(Vec<u8>);

impl Lot {
    /// Adds one.
    pub fn push(&mut self, design: &[u8]) {
        self.0.extend((design.len() as u32).to_le_bytes());
        self.0.extend(design);
    }
    /// The designs. What was cut off gives none.
    pub fn designs(&self) -> impl Iterator<Item = &[u8]> {
        let mut rest = self.0.as_slice();
        std::iter::from_fn(move || {
            let (length, behind) = rest.split_first_chunk::<4>()?;
            let (design, next) = behind.split_at_checked(u32::from_le_bytes(*length) as usize)?;
            rest = next;
            Some(design)
        })
    }
}

fn name_for(base: &str) -> String {
    format!("mulin-desk {base}")
}

impl DesignCache {
    /// Opens what is kept of the host at an address; none where the browser keeps nothing.
    pub async fn open(base: &str) -> Option<Self> {
        let name = name_for(base);
        let opened = within(PATIENCE, async move {
            let mut request = Factory::new()?.open(&name, Some(1))?;
            request.on_upgrade_needed(|event| {
                if let Ok(database) = event.database() {
                    // A fault here ends the opening.
                    let mut counted = ObjectStoreParams::new();
                    counted.auto_increment(true);
                    let _ = database.create_object_store(LOTS, counted);
                    let _ = database.create_object_store(STATE, ObjectStoreParams::new());
                }
            });
            request.await
        });
        Some(Self {
            database: Rc::new(opened.await?.ok()?),
            is_whole: Rc::new(Cell::new(true)),
        })
    }

    /// Forgets all that is kept of the host at an address.
    pub async fn wipe(base: &str) {
        if let Some(cache) = Self::open(base).await {
            cache.forget().await;
        }
    }

    /// The keys of the lots, in the order in which they were kept, and the cursor.
    pub async fn kept(&self) -> Option<(Vec<JsValue>, Option<String>)> {
        let reading = self
            .database
            .transaction(&[LOTS, STATE], TransactionMode::ReadOnly)
            .ok()?;
        let keys = reading
            .object_store(LOTS)
            .ok()?
            .get_all_keys(None, None)
            .ok()?
            .await
            .ok()?;
        let state = reading
            .object_store(STATE)
            .ok()?
            .get(JsValue::from_str(CURSOR))
            .ok()?
            .await
            .ok()?;
        Some((keys, state.and_then(|state| text(&state, CURSOR))))
    }

    /// A lot.
    pub async fn lot(&self, key: JsValue) -> Option<Lot> {
        let reading = self
            .database
            .transaction(&[LOTS], TransactionMode::ReadOnly)
            .ok()?;
        let kept = reading.object_store(LOTS).ok()?.get(key).ok()?.await.ok()??;
        bytes(&kept, "designs").map(Lot)
    }

    /// Adds a design to a lot, and begins to write the lot once it is full.
    pub fn add(&self, lot: &mut Lot, design: &[u8]) {
        lot.push(design);
        if lot.0.len() >= LOT_BYTES {
            let (cache, full) = (self.clone(), std::mem::take(lot));
            spawn_local(async move { cache.keep(full).await });
        }
    }

    /// Writes a lot.
    pub async fn keep(&self, lot: Lot) {
        if !lot.0.is_empty()
            && self
                .put(LOTS, &record(&[("designs", kept_bytes(&lot.0))]), None)
                .await
                .is_none()
        {
            // No room: what is there serves, and the rest is asked for each time.
            self.is_whole.set(false);
        }
    }

    /// Keeps the cursor, where all before it could be kept.
    pub async fn keep_cursor(&self, cursor: &str) {
        if self.is_whole.get() {
            let state = record(&[(CURSOR, cursor.into())]);
            // Without it everything is asked for once more.
            let _: Option<()> = self.put(STATE, &state, Some(JsValue::from_str(CURSOR))).await;
        }
    }

    async fn put(&self, store: &str, value: &JsValue, key: Option<JsValue>) -> Option<()> {
        let writing = self
            .database
            .transaction(&[store], TransactionMode::ReadWrite)
            .ok()?;
        writing
            .object_store(store)
            .ok()?
            .put(value, key.as_ref())
            .ok()?
            .await
            .ok()?;
        writing.await.ok()?.is_committed().then_some(())
    }

    /// Forgets all.
    pub async fn forget(&self) {
        let emptied = async {
            let writing = self
                .database
                .transaction(&[LOTS, STATE], TransactionMode::ReadWrite)
                .ok()?;
            writing.object_store(LOTS).ok()?.clear().ok()?.await.ok()?;
            writing.object_store(STATE).ok()?.clear().ok()?.await.ok()?;
            writing.await.ok()
        };
        // Where even that fails there is nothing that could be read either.
        let _ = emptied.await;
    }
}
