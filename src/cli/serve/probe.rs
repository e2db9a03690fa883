//! Tries the storage before anything is promised.

use object_store::path::Path as Key;
use object_store::{Error, ObjectStore, ObjectStoreExt, PutMode};
use rand::TryRngCore;
use rand::rngs::OsRng;

/// What the names of trial objects begin with; whatever a killed program left of them is swept.
pub const PREFIX: &str = "probe-";

/// What a store does with a second writer of one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guarantee {
    /// It refuses the second one, even when both come at once: disks do, and S3 itself.
    CreateOnly,
    /// It takes the second one in silence, as Garage, rclone and other look-alikes do. Designs are
    /// safe there all the same, since one name has one content; what can change is not.
    Overwrites,
}

/// Writes, reads back and removes a small object, and finds out what becomes of a second writer.
pub async fn probe(store: &dyn ObjectStore) -> Result<Guarantee, Error> {
    let key = Key::from(format!(
        "{PREFIX}{:016x}",
        OsRng.try_next_u64().unwrap_or_default()
    ));
    let outcome = tried(store, &key).await;
    match store.delete(&key).await {
        Ok(()) | Err(Error::NotFound { .. }) => outcome,
        // That it could not be written matters more than that it could not be removed.
        Err(why) => outcome.and(Err(why)),
    }
}

async fn tried(store: &dyn ObjectStore, key: &Key) -> Result<Guarantee, Error> {
    store.put_opts(key, "1".into(), PutMode::Create.into()).await?;
    let second = store.put_opts(key, "2".into(), PutMode::Create.into()).await;
    let there = store.get(key).await?.bytes().await?;
    match (second, there.as_ref()) {
        (Err(Error::AlreadyExists { .. } | Error::Precondition { .. }), b"1") => Ok(Guarantee::CreateOnly),
        (Err(why), b"1") => Err(why),
        (Ok(_), b"2") => Ok(Guarantee::Overwrites),
        _ => Err(Error::NotSupported {
            source: "what was written is not what is read".into(),
        }),
    }
}
