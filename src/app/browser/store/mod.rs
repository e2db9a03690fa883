//! What the device keeps: the drawing at hand and its older versions, what waits to be sent, what
//! was received. In IndexedDB, with a second book of what is sent and a copy of the drawing in `localStorage`.
//!
//! What waits to be sent is on the disk ('strict') before anybody is told so.

pub mod copies;
pub mod deeds;
mod drafts;
mod fault;
mod ledger;
mod outbox;
pub(super) mod record;

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use gloo::events::EventListener;
use idb::{DatabaseEvent as _, Factory, Transaction};
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{IdbDatabase, IdbTransaction};

use super::clock::within;

pub use drafts::{Draft, Version};
pub use fault::StoreFault;
pub use outbox::{Sent, Taken, compared_without, note_delivered, something_waits, was_delivered};

const DATABASE: &str = "mulin";
/// Rises with each change of the stores below; [`prepare`] brings older ones up, and never touches
/// what waits to be sent.
const VERSION: u32 = 1;
const DRAFTS: &str = "drafts";
const VERSIONS: &str = "versions";
const OUTBOX: &str = "outbox";
const SENT: &str = "sent";
/// Said to the page when a newer Mulin took the store over.
const REPLACED: &str = "mulin:replaced";
/// Some browsers never answer when storage is broken or blocked.
const PATIENCE: Duration = Duration::from_secs(8);

/// Calls back when a newer Mulin takes the store over.
pub fn on_replaced(told: impl FnOnce() + 'static) {
    // It comes once at most, and the page is there as long.
    EventListener::once(&leptos::prelude::window(), REPLACED, move |_| told()).forget();
}

/// How safe a write is before it is called done.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Safety {
    /// The system has it.
    Relaxed,
    /// The disk has it.
    Strict,
}

/// The device's store. Copies are the same store.
#[derive(Clone)]
pub struct Store(Rc<Inner>);

struct Inner {
    database: RefCell<IdbDatabase>,
    /// Set when a newer Mulin in another window took the database over.
    replaced: Rc<Cell<bool>>,
}

impl Store {
    /// Opens the store, made when it is not there.
    pub async fn open() -> Result<Self, StoreFault> {
        let replaced = Rc::new(Cell::new(false));
        let database = open(&replaced).await?;
        Ok(Self(Rc::new(Inner {
            database: RefCell::new(database),
            replaced,
        })))
    }

    /// Asks the browser not to clear the store when space is short. It may say no; nothing is
    /// promised to the resident on the strength of it.
    pub fn ask_to_persist(&self) {
        let asked = leptos::prelude::window().navigator().storage().persist();
        if let Ok(asked) = asked {
            wasm_bindgen_futures::spawn_local(async move {
                let _ = wasm_bindgen_futures::JsFuture::from(asked).await;
            });
        }
    }

    async fn reading(&self, store: &'static str) -> Result<Transaction, StoreFault> {
        self.transaction(&[store], "readonly", Safety::Relaxed).await
    }

    async fn writing(&self, stores: &[&'static str], safety: Safety) -> Result<Transaction, StoreFault> {
        self.transaction(stores, "readwrite", safety).await
    }

    /// Begins a transaction. A system short of memory closes databases behind the page's back; then
    /// it is opened once more.
    async fn transaction(
        &self,
        stores: &[&'static str],
        mode: &str,
        safety: Safety,
    ) -> Result<Transaction, StoreFault> {
        if self.0.replaced.get() {
            return Err(StoreFault::Replaced);
        }
        let database = self.0.database.borrow().clone();
        if let Ok(begun) = begin(&database, stores, mode, safety) {
            return Ok(begun);
        }
        let database = open(&self.0.replaced).await?;
        self.0.database.replace(database.clone());
        begin(&database, stores, mode, safety)
    }
}

/// The crate `idb` begins transactions without options, so the browser is asked directly.
fn begin(
    database: &IdbDatabase,
    stores: &[&str],
    mode: &str,
    safety: Safety,
) -> Result<Transaction, StoreFault> {
    let names: Array = stores.iter().map(|name| JsValue::from_str(name)).collect();
    let options = Object::new();
    if safety == Safety::Strict {
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
    }
    let begin: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
    let begun = begin.call3(database, &names, &mode.into(), &options)?;
    Ok(begun.dyn_into::<IdbTransaction>()?.into())
}

async fn open(replaced: &Rc<Cell<bool>>) -> Result<IdbDatabase, StoreFault> {
    let opened = within(PATIENCE, async {
        let mut request = Factory::new()?.open(DATABASE, Some(VERSION))?;
        request.on_upgrade_needed(|event| {
            // A fault here ends the opening, which is told below.
            let _ = event.database().and_then(|database| prepare(&database));
        });
        request.await
    });
    let database: IdbDatabase = opened.await.ok_or(StoreFault::Blocked)??.into();
    let (closing, replaced) = (database.clone(), Rc::clone(replaced));
    let give_way = Closure::once_into_js(move || {
        replaced.set(true);
        closing.close();
        if let Ok(event) = web_sys::Event::new(REPLACED) {
            let _ = leptos::prelude::window().dispatch_event(&event);
        }
    });
    database.set_onversionchange(give_way.dyn_ref());
    Ok(database)
}

fn prepare(database: &idb::Database) -> Result<(), idb::Error> {
    let there = database.store_names();
    for store in [DRAFTS, VERSIONS, OUTBOX, SENT] {
        if !there.iter().any(|name| name == store) {
            database.create_object_store(store, idb::ObjectStoreParams::new())?;
        }
    }
    Ok(())
}

/// Performs writes in a transaction and waits until all of them are done.
async fn commit(
    transaction: Transaction,
    writes: impl FnOnce(&Transaction) -> Result<(), idb::Error>,
) -> Result<(), StoreFault> {
    let handle: IdbTransaction = transaction.into();
    let transaction = Transaction::from(handle.clone());
    if let Err(fault) = writes(&transaction) {
        // What was written before the fault must not stay: half of it would be worse than nothing.
        let _ = transaction.abort();
        return Err(fault.into());
    }
    match transaction.await? {
        idb::TransactionResult::Committed => Ok(()),
        // A browser takes back a whole transaction by itself, as when there is no room for it.
        idb::TransactionResult::Aborted => Err(handle.error().map_or(StoreFault::Full, StoreFault::from)),
    }
}
