//! Puts what must be new. Where the store itself refuses a second writer, that is all; where it
//! overwrites in silence, this program lets one writer of a name through at a time.

use std::sync::Arc;

use axum::body::Bytes;
use object_store::path::Path as Key;
use object_store::{Error, ObjectStore, ObjectStoreExt, PutMode};
use tokio::sync::{Mutex, MutexGuard};

use super::Guarantee;
use crate::design::stored::DesignName;

/// Queues of writers: names share them, which only costs a wait now and then.
const QUEUES: usize = 64;

/// What became of a write that must be new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is stored.
    Created,
    /// Something was there already, and is as it was.
    There,
}

/// A store that creates names once.
pub struct Keep {
    store: Arc<dyn ObjectStore>,
    guarantee: Guarantee,
    queues: Vec<Mutex<()>>,
}

impl Keep {
    /// Over a store of which the probe said this.
    pub fn new(store: Arc<dyn ObjectStore>, guarantee: Guarantee) -> Self {
        Self {
            store,
            guarantee,
            queues: (0..QUEUES).map(|_| Mutex::new(())).collect(),
        }
    }

    /// Writes bytes under a name that nothing has.
    pub async fn create(&self, key: &Key, bytes: Bytes) -> Result<Outcome, Error> {
        let _turn = match self.guarantee {
            Guarantee::CreateOnly => None,
            Guarantee::Overwrites => {
                let turn = self.turn(key).await;
                match self.store.head(key).await {
                    Ok(_) => return Ok(Outcome::There),
                    Err(Error::NotFound { .. }) => Some(turn),
                    Err(why) => return Err(why),
                }
            }
        };
        match self
            .store
            .put_opts(key, bytes.into(), PutMode::Create.into())
            .await
        {
            Ok(_) => Ok(Outcome::Created),
            Err(Error::AlreadyExists { .. } | Error::Precondition { .. }) => Ok(Outcome::There),
            Err(why) => Err(why),
        }
    }

    /// Writes bytes over those whose hash was read before; false where others are there by now, or none. Of two that
    /// read the same, one is refused. It holds among the writers of this program.
    pub async fn replace(&self, key: &Key, read: &str, bytes: Bytes) -> Result<bool, Error> {
        let _turn = self.turn(key).await;
        let there = match self.store.get(key).await {
            Ok(found) => found.bytes().await?,
            Err(Error::NotFound { .. }) => return Ok(false),
            Err(why) => return Err(why),
        };
        if DesignName::of(&there).to_string() != read {
            return Ok(false);
        }
        self.store.put(key, bytes.into()).await?;
        Ok(true)
    }

    /// The turn of the writers of a name; it lasts until it is dropped.
    async fn turn(&self, key: &Key) -> MutexGuard<'_, ()> {
        let sum = key.as_ref().bytes().fold(0_usize, |sum, byte| {
            sum.wrapping_mul(31).wrapping_add(byte.into())
        });
        self.queues[sum % QUEUES].lock().await
    }
}
