//! The outbox at work: owns the pure state machine, performs its effects, shows its state.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use super::browser::clock::{pause, rfc3339, running_ms, wall_ms};
use super::browser::online::Returns;
use super::browser::random::chance;
use super::browser::send;
use super::browser::store::{
    Sent, Store, StoreFault, compared_without, note_delivered, something_waits, was_delivered,
};
use super::browser::turn::turn;
use crate::design::Design;
use crate::design::stored::DesignName;
use crate::submission::{Answer, Effect, Event, Frozen, Item, Outbox, Phase, Summary, freeze};

/// How long a window waits for another one that is sending the same; with the sending itself it stays below what
/// the outbox takes for lost.
const TURN_PATIENCE: Duration = Duration::from_secs(50);

/// What the page shows of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OutboxView {
    /// The state of all together.
    pub summary: Summary,
    /// Each design that was submitted since the page was opened, or that still waited then.
    pub items: Vec<Item>,
    /// Designs that this device had taken to send and that its browser has lost.
    pub lost: Vec<DesignName>,
    /// How many it had lost and that came back from their copies.
    pub found: usize,
    /// Designs that were delivered, and whose record the browser has lost.
    pub forgotten: Vec<DesignName>,
}

/// What is said before the store was asked: that nothing waits is not said while the ledger has something that does.
pub fn summary_by_ledger() -> Summary {
    match something_waits() {
        true => Summary::Waiting,
        false => Summary::Empty,
    }
}

/// A design that was submitted.
#[derive(Clone, Debug, PartialEq)]
pub struct Submitted {
    /// What is sent.
    pub frozen: Frozen,
    /// Whether the device keeps it until it is delivered. When not, this window must stay open.
    pub kept: Result<(), StoreFault>,
}

/// The outbox of this window. Copies are the same outbox.
#[derive(Clone, Copy)]
pub struct Sender {
    /// What the page shows.
    pub view: RwSignal<OutboxView>,
    inner: StoredValue<Rc<RefCell<Inner>>, LocalStorage>,
}

struct Inner {
    outbox: Outbox,
    /// The endpoint's base address, which ends in a slash.
    base: String,
    store: Option<Store>,
    /// The bytes of what is under way.
    bytes: HashMap<DesignName, Vec<u8>>,
    /// Since when the device has it to send, in milliseconds since 1970 of its clock.
    since: HashMap<DesignName, f64>,
    /// The time of the earliest alarm that is set.
    alarm: Option<u64>,
    returns: Option<Returns>,
}

impl Sender {
    /// An outbox that sends to a base address (it ends in a slash), keeps what it takes in the
    /// store where there is one, and goes on with what still waits there.
    pub fn start(base: &str, store: Option<Store>) -> Self {
        let inner = Inner {
            outbox: Outbox::default(),
            base: base.to_owned(),
            store,
            bytes: HashMap::new(),
            since: HashMap::new(),
            alarm: None,
            returns: None,
        };
        let sender = Self {
            view: RwSignal::new(OutboxView {
                summary: summary_by_ledger(),
                ..OutboxView::default()
            }),
            inner: StoredValue::new_local(Rc::new(RefCell::new(inner))),
        };
        let returns = Returns::listen(move || sender.tell(Event::Online));
        sender.with(|inner| inner.returns = Some(returns));
        leptos::task::spawn_local(sender.resume());
        sender
    }

    /// Freezes the design as it is now and takes it to be sent.
    pub async fn submit(self, design: &Design) -> Submitted {
        self.take(freeze(design, &rfc3339())).await
    }

    /// Takes a design that is frozen already, as one that came from another phone.
    pub async fn take(self, frozen: Frozen) -> Submitted {
        let store = self.with(|inner| inner.store.clone()).flatten();
        let kept = match &store {
            Some(store) => store.take(&frozen.name, &frozen.bytes, wall_ms()).await,
            None => Err(StoreFault::Blocked),
        };
        if let Some(store) = store {
            store.ask_to_persist();
        }
        self.with(|inner| {
            inner.since.insert(frozen.name, wall_ms());
            inner.bytes.insert(frozen.name, frozen.bytes.clone())
        });
        self.tell(Event::Taken(frozen.name, None));
        Submitted { frozen, kept }
    }

    /// What this window took to be sent, with its bytes, but for what was refused.
    pub fn under_way(self) -> Vec<(DesignName, Vec<u8>)> {
        self.with(|inner| {
            let items = inner.outbox.items().iter();
            let taken = items.filter(|item| !matches!(item.phase, Phase::Refused(_)));
            taken
                .filter_map(|item| Some((item.name, inner.bytes.get(&item.name)?.clone())))
                .collect()
        })
        .unwrap_or_default()
    }

    /// The bytes of a design that is under way.
    pub fn bytes_of(self, name: &DesignName) -> Option<Vec<u8>> {
        self.with(|inner| inner.bytes.get(name).cloned()).flatten()
    }

    /// Forgets the bytes of what was delivered, for the next person at this device.
    pub fn forget_delivered(self) {
        self.with(|inner| {
            let items = inner.outbox.items().iter();
            let delivered = items.filter(|item| item.phase == Phase::Delivered);
            delivered.for_each(|item| drop(inner.bytes.remove(&item.name)));
        });
    }

    /// Since when a design waits, in milliseconds since 1970 of this device's clock, where that is known.
    pub fn waits_since(self, name: &DesignName) -> Option<f64> {
        self.with(|inner| inner.since.get(name).copied()).flatten()
    }

    /// Tries a design again now.
    pub fn again(self, name: DesignName) {
        self.tell(Event::Again(name));
    }

    /// Takes a refused design back.
    pub fn take_back(self, name: DesignName) {
        self.tell(Event::Dropped(name));
    }

    /// Forgets the designs that are lost, once the resident has read it.
    pub fn write_off(self) {
        let lost = self.view.with_untracked(|view| view.lost.clone());
        if let Some(store) = self.with(|inner| inner.store.clone()).flatten() {
            store.write_off(&lost);
        }
        self.view.update(|view| {
            view.lost.clear();
            view.found = 0;
        });
    }

    async fn resume(self) {
        let store = self.with(|inner| inner.store.clone()).flatten();
        let compared = match &store {
            Some(store) => {
                // A store that gives nothing back now was reported when it was opened.
                for row in store.taken().await.unwrap_or_default() {
                    self.with(|inner| {
                        inner.since.extend(row.at.map(|at| (row.name, at)));
                        inner.bytes.insert(row.name, row.bytes)
                    });
                    self.tell(Event::Taken(row.name, row.refused));
                }
                store.compared().await
            }
            None => Err(StoreFault::Blocked),
        };
        let compared = compared.unwrap_or_else(|_| compared_without());
        let found = compared.again.len();
        for (name, bytes) in compared.again {
            if let Some(store) = &store {
                // Where it cannot be kept it is sent from here, and the copy stays.
                let _ = store.take(&name, &bytes, wall_ms()).await;
            }
            self.with(|inner| inner.bytes.insert(name, bytes));
            self.tell(Event::Taken(name, None));
        }
        if found + compared.lost.len() + compared.forgotten.len() > 0 {
            self.view.update(|view| {
                view.lost = compared.lost;
                view.found = found;
                view.forgotten = compared.forgotten;
            });
        }
        // What the ledger promised of the outbox may have gone, or there was nothing.
        self.show();
    }

    fn with<T>(self, work: impl FnOnce(&mut Inner) -> T) -> Option<T> {
        let inner = self.inner.try_get_value()?;
        let mut inner = inner.try_borrow_mut().ok()?;
        Some(work(&mut inner))
    }

    fn tell(self, event: Event) {
        let effects = self.with(|inner| {
            let (next, effects) = std::mem::take(&mut inner.outbox).step(running_ms(), chance(), event);
            inner.outbox = next;
            effects
        });
        self.show();
        for effect in effects.unwrap_or_default() {
            leptos::task::spawn_local(self.perform(effect));
        }
    }

    fn show(self) {
        let state = self.with(|inner| (inner.outbox.summary(), inner.outbox.items().to_vec()));
        let Some((summary, items)) = state else {
            return;
        };
        self.view.update(|view| {
            view.summary = summary;
            view.items = items;
        });
    }

    async fn perform(self, effect: Effect) {
        let Some((base, store)) = self.with(|inner| (inner.base.clone(), inner.store.clone())) else {
            return;
        };
        let bytes = |name: &DesignName| self.bytes_of(name).unwrap_or_default();
        match (effect, store) {
            (Effect::Put(name), _) => {
                // Two windows that have the same design to send: the second waits for the first, and then
                // need not send it again over a weak network.
                let _turn = turn(&format!("mulin.send.{name}"), TURN_PATIENCE).await;
                let answer = match was_delivered(&name) {
                    true => Answer::Delivered,
                    false => send::put(&base, name, &bytes(&name)).await,
                };
                // Before the turn ends: whoever comes next asks the second book.
                if answer == Answer::Delivered {
                    note_delivered(&name);
                }
                self.tell(Event::Answered(name, answer));
            }
            (Effect::ReadBack(name), _) => {
                let same = send::read_back(&base, name).await;
                self.tell(Event::ReadBack(name, same));
            }
            (Effect::Wake(at), _) => self.wake(at).await,
            // A store that fails here is asked again at the next start: then the design is sent
            // once more, which is harmless.
            (Effect::Settle(name), Some(store)) => {
                let sent = Sent {
                    name,
                    bytes: bytes(&name),
                    at: wall_ms(),
                };
                let _ = store.settle(&sent).await;
            }
            (Effect::KeepRefusal(name, why), Some(store)) => {
                let _ = store.keep_refusal(&name, &bytes(&name), why).await;
            }
            (Effect::Remove(name), Some(store)) => {
                let _ = store.remove(&name).await;
            }
            (Effect::Settle(_) | Effect::KeepRefusal(..) | Effect::Remove(_), None) => {}
        }
    }

    /// Comes back at a time, unless an earlier alarm does.
    async fn wake(self, at: u64) {
        let now = running_ms();
        let set = self.with(|inner| {
            let earlier = inner.alarm.is_some_and(|alarm| alarm <= at && alarm > now);
            if !earlier {
                inner.alarm = Some(at);
            }
            !earlier
        });
        if set != Some(true) {
            return;
        }
        pause(Duration::from_millis(at.saturating_sub(now).max(50))).await;
        self.with(|inner| {
            if inner.alarm == Some(at) {
                inner.alarm = None;
            }
        });
        self.tell(Event::Woken);
    }
}
