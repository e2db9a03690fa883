//! The designs of a bucket: fetched many at once, and read on all cores as they come.

use std::path::Path;

use futures::{StreamExt, TryStreamExt};
use object_store::ObjectStoreExt;
use object_store::path::Path as Key;
use rayon::prelude::*;
use tokio::sync::mpsc::{Receiver, Sender, channel};

use crate::cli::Stop;
use crate::cli::serve::StorePlace;

use super::Takes;

/// Answers of a bucket that are waited for at once.
const AT_ONCE: usize = 32;
/// Files that have come and wait for a core; while there are as many, no more are asked for.
const WAITING: usize = 256;

/// A file of a bucket: its name and bytes; none where it is listed and not given out.
type Came = (String, Option<bytes::Bytes>);

/// Reads the part of a bucket that a place names.
pub fn read<T: Takes>(place: &StorePlace, empty: &(impl Fn() -> T + Sync)) -> Result<T, Stop> {
    let (to, coming) = channel(WAITING);
    std::thread::scope(|scope| {
        let fetching = scope.spawn(|| fetch(place, to));
        let taken = take(coming, empty);
        match fetching.join() {
            Ok(fetched) => fetched.map(|()| taken),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}

fn take<T: Takes>(mut coming: Receiver<Came>, empty: &(impl Fn() -> T + Sync)) -> T {
    std::iter::from_fn(move || coming.blocking_recv())
        .par_bridge()
        .fold(empty, |mut taken, (name, bytes)| {
            match bytes {
                Some(bytes) => taken.stored(&name, &bytes),
                None => taken.collection().add_withheld(&name),
            }
            taken
        })
        .reduce(empty, T::joined)
}

fn fetch(place: &StorePlace, to: Sender<Came>) -> Result<(), Stop> {
    let unreadable = |why: &dyn std::error::Error| {
        Stop::at(
            "cli-store-unreadable",
            Path::new(&place.to_string()),
            &why.to_string(),
        )
    };
    let store = place.open()?;
    let threads = tokio::runtime::Runtime::new().map_err(|why| unreadable(&why))?;
    threads.block_on(async {
        let prefix = Key::from("designs");
        let files = store.list(Some(&prefix)).map_ok(|file| {
            let store = store.clone();
            async move {
                let name = file.location.filename().unwrap_or_default().to_owned();
                let bytes = match store.get(&file.location).await {
                    Ok(found) => found.bytes().await.ok(),
                    Err(_) => None,
                };
                Ok::<Came, object_store::Error>((name, bytes))
            }
        });
        let mut coming = files.try_buffer_unordered(AT_ONCE).boxed();
        while let Some(file) = coming.try_next().await.map_err(|why| unreadable(&why))? {
            if to.send(file).await.is_err() {
                break; // Nobody takes any more: a core panicked, and says so itself.
            }
        }
        Ok(())
    })
}
