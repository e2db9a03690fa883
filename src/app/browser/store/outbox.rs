//! What waits to be sent, and what was received.

use wasm_bindgen::JsValue;

use crate::design::stored::{DesignName, Receipt};
use crate::submission::{Compared, Fate, Reason};

use super::record::{bytes, kept_bytes, number, record, text};
use super::{OUTBOX, SENT, Safety, Store, StoreFault, commit, deeds, ledger};

/// A design that waits to be sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// Its name.
    pub name: DesignName,
    /// Its bytes, as they are sent.
    pub bytes: Vec<u8>,
    /// Why it was refused, if it was.
    pub refused: Option<Reason>,
    /// When it was taken, in milliseconds since 1970 of this device's clock, where that is known.
    pub at: Option<f64>,
}

/// A design that was received.
#[derive(Clone, Debug, PartialEq)]
pub struct Sent {
    /// Its name.
    pub name: DesignName,
    /// Its bytes, as they were sent.
    pub bytes: Vec<u8>,
    /// When that was known, in milliseconds since 1970 of this device's clock.
    pub at: f64,
}

impl Store {
    /// Takes a design to be sent at a time. When this comes back well, it is on the disk.
    pub async fn take(&self, name: &DesignName, bytes: &[u8], at: f64) -> Result<(), StoreFault> {
        let kept = record(&[("bytes", kept_bytes(bytes)), ("at", at.into())]);
        let transaction = self.writing(&[OUTBOX], Safety::Strict).await?;
        commit(transaction, |begun| {
            begun.object_store(OUTBOX)?.put(&kept, Some(&key(name)))?;
            Ok(())
        })
        .await?;
        ledger::take(name, bytes);
        Ok(())
    }

    /// Everything that waits. A row whose bytes are not those of its name was damaged, and counts
    /// as lost.
    pub async fn taken(&self) -> Result<Vec<Taken>, StoreFault> {
        let store = self.reading(OUTBOX).await?.object_store(OUTBOX)?;
        let rows = store.get_all(None, None)?.await?;
        Ok(rows
            .iter()
            .filter_map(|row| {
                let bytes = bytes(row, "bytes")?;
                Some(Taken {
                    name: DesignName::of(&bytes),
                    bytes,
                    refused: text(row, "refused").and_then(|word| Reason::from_word(&word)),
                    at: number(row, "at"),
                })
            })
            .collect())
    }

    /// What the second book shows beside what is here. What the book has not heard yet is entered in it.
    pub async fn compared(&self) -> Result<Compared, StoreFault> {
        let waiting: Vec<_> = self.taken().await?.iter().map(|row| row.name).collect();
        let sent: Vec<_> = self.sent().await?.iter().map(|row| row.name).collect();
        let compared = ledger::read().compare(&waiting, &sent, ledger::copy);
        compared.arrived.iter().for_each(ledger::settle);
        Ok(compared)
    }

    /// Forgets in the ledger what is lost, after the resident was told.
    pub fn write_off(&self, names: &[DesignName]) {
        names.iter().for_each(ledger::strike);
    }

    /// Keeps why a design was refused.
    pub async fn keep_refusal(&self, name: &DesignName, bytes: &[u8], why: Reason) -> Result<(), StoreFault> {
        let kept = record(&[("bytes", kept_bytes(bytes)), ("refused", why.word().into())]);
        let transaction = self.writing(&[OUTBOX], Safety::Strict).await?;
        commit(transaction, |begun| {
            begun.object_store(OUTBOX)?.put(&kept, Some(&key(name)))?;
            Ok(())
        })
        .await
    }

    /// Moves a design from what waits to what was received, both or neither.
    pub async fn settle(&self, sent: &Sent) -> Result<(), StoreFault> {
        let kept = record(&[("bytes", kept_bytes(&sent.bytes)), ("at", sent.at.into())]);
        let transaction = self.writing(&[OUTBOX, SENT], Safety::Strict).await?;
        commit(transaction, |begun| {
            begun.object_store(SENT)?.put(&kept, Some(&key(&sent.name)))?;
            begun.object_store(OUTBOX)?.delete(key(&sent.name))?;
            Ok(())
        })
        .await?;
        ledger::settle(&sent.name);
        Ok(())
    }

    /// Removes a design that its author took back.
    pub async fn remove(&self, name: &DesignName) -> Result<(), StoreFault> {
        // The book first: were this cut off between the two, a design that was taken back must not come again.
        ledger::strike(name);
        let transaction = self.writing(&[OUTBOX], Safety::Strict).await?;
        commit(transaction, |begun| {
            begun.object_store(OUTBOX)?.delete(key(name))?;
            Ok(())
        })
        .await
    }

    /// Forgets what one person drew in a project and sent from here, as when a borrowed phone is handed
    /// on. What waits to be sent is not touched.
    pub async fn wipe(&self, project: &str) -> Result<(), StoreFault> {
        self.drop_draft(project).await?;
        let transaction = self.writing(&[SENT], Safety::Strict).await?;
        commit(transaction, |begun| begun.object_store(SENT)?.clear().map(drop)).await?;
        ledger::strike_delivered();
        deeds::forget_all();
        Ok(())
    }

    /// What was received, the latest first.
    pub async fn sent(&self) -> Result<Vec<Sent>, StoreFault> {
        let store = self.reading(SENT).await?.object_store(SENT)?;
        let rows = store.get_all(None, None)?.await?;
        let mut sent: Vec<Sent> = rows
            .iter()
            .filter_map(|row| {
                let bytes = bytes(row, "bytes")?;
                Some(Sent {
                    name: DesignName::of(&bytes),
                    bytes,
                    at: number(row, "at").unwrap_or_default(),
                })
            })
            .collect();
        sent.sort_by(|a, b| b.at.total_cmp(&a.at));
        Ok(sent)
    }

    /// The bytes of the design of a receipt, when this device sent it or is about to.
    pub async fn by_receipt(&self, receipt: &Receipt) -> Result<Option<Vec<u8>>, StoreFault> {
        let sent = self.sent().await?.into_iter().map(|row| (row.name, row.bytes));
        let taken = self.taken().await?.into_iter().map(|row| (row.name, row.bytes));
        let found = sent.chain(taken).find(|(name, _)| receipt.is_of(name));
        Ok(found.map(|(_, bytes)| bytes))
    }
}

/// Enters in the second book that a design was delivered. Were the page gone before the first book has it, the design
/// would be found there as waiting, and known here as delivered.
pub fn note_delivered(name: &DesignName) {
    ledger::settle(name);
}

/// Whether the second book says that a design was delivered, by whichever window of this browser.
pub fn was_delivered(name: &DesignName) -> bool {
    let ledger = ledger::read();
    ledger.rows().contains(&(*name, Fate::Delivered))
}

/// Whether the second book has something that was taken to be sent and not delivered.
pub fn something_waits() -> bool {
    let ledger = ledger::read();
    ledger.rows().iter().any(|(_, fate)| *fate == Fate::Taken)
}

/// What the second book shows where the database cannot be read: all that was not delivered.
pub fn compared_without() -> Compared {
    let compared = ledger::read().compare(&[], &[], ledger::copy);
    Compared {
        forgotten: Vec::new(),
        ..compared
    }
}

fn key(name: &DesignName) -> JsValue {
    JsValue::from_str(&name.to_string())
}
