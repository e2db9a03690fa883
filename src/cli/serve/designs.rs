//! Designs: put once under the hash of their bytes, read by whoever knows the name, listed for
//! the planner.

use std::sync::Arc;
use std::time::{Instant, SystemTime};

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures::{StreamExt, TryStreamExt, stream};
use object_store::path::Path as Key;
use object_store::{ObjectMeta, ObjectStoreExt};
use serde_json::json;

use crate::design::stored::{self, DesignName, ReadFault, Withdrawal};

use super::keep::Outcome;
use super::{Endpoint, Refusal, answer, body, withdrawn};

/// The folder of designs in a store.
const FOLDER: &str = "designs";
/// How many designs are read at once for `designs.ndjson`.
const AT_ONCE: usize = 16;

/// `PUT /designs/{sha256}.json`
pub async fn put(State(endpoint): State<Arc<Endpoint>>, request: Request) -> Result<Response, Refusal> {
    let name = name_in(request.uri().path())?;
    endpoint.admit_design(&request)?;
    let (parts, taken) = request.into_parts();
    let bytes = body::json(&parts.headers, taken).await?;
    if DesignName::of(&bytes) != name {
        return Err(Refusal::HashMismatch);
    }
    let withdrawal = withdrawal_in(&bytes)?;
    if endpoint.usage.must_count().await {
        let endpoint = Arc::clone(&endpoint);
        tokio::spawn(async move { endpoint.usage.count(&*endpoint.store, &Key::from(FOLDER)).await });
    }
    // By itself, so that a client who hangs up leaves neither half of it nor the room that it took.
    let keeping = {
        let endpoint = Arc::clone(&endpoint);
        tokio::spawn(async move { keep(&endpoint, &name, bytes).await })
    };
    let kept = keeping.await.map_err(|_| Refusal::OwnFault)?;
    // Also where it was stored before: its deletions may have been cut off.
    if let (Ok(()) | Err(Refusal::AlreadyStored), Some(withdrawal)) = (kept, withdrawal) {
        withdrawn::delete(&endpoint, &withdrawal).await?;
    }
    let mut answer = match kept {
        Ok(()) => {
            let told = json!({ "name": name.to_string(), "receipt": name.receipt().to_string() });
            let kind = [(header::CONTENT_TYPE, "application/json")];
            (StatusCode::CREATED, kind, told.to_string()).into_response()
        }
        Err(Refusal::AlreadyStored) => Refusal::AlreadyStored.into_response(),
        Err(refusal) => return Err(refusal),
    };
    prove(answer.headers_mut(), &name);
    Ok(answer)
}

/// The withdrawal that the bytes are; none when they are a design.
fn withdrawal_in(bytes: &[u8]) -> Result<Option<Withdrawal>, Refusal> {
    let refused = |why| match why {
        ReadFault::TooLarge { .. } => Refusal::TooLarge,
        ReadFault::Newer(_) => Refusal::NewerVersion,
        ReadFault::NotADesign(_) | ReadFault::TooMany => Refusal::NotADesign,
    };
    match stored::read(bytes) {
        Ok(_) => Ok(None),
        Err(why) => match Withdrawal::read(bytes) {
            Some(read) => read.map(Some).map_err(refused),
            None => Err(refused(why)),
        },
    }
}

/// Says which bytes are stored: what no page of a hotel's network says by chance.
fn prove(headers: &mut HeaderMap, name: &DesignName) {
    for (header, value) in [
        (header::ETAG, format!("\"{name}\"")),
        (header::LOCATION, format!("/{FOLDER}/{name}.json")),
    ] {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(header, value);
        }
    }
}

/// Stores the bytes unless they are there. What is there under the name but is not these bytes was
/// damaged on the disk, and is mended, since only these bytes have this name.
async fn keep(endpoint: &Endpoint, name: &DesignName, bytes: Bytes) -> Result<(), Refusal> {
    let (key, length, began) = (key_of(name), bytes.len(), Instant::now());
    let folder = Key::from(FOLDER);
    let room = endpoint.usage.take_room(&*endpoint.store, &folder, length as u64);
    match room.await {
        // One that is there already needs no room.
        Err(Refusal::StorageFull) if read(endpoint, name).await.is_ok() => {
            return Err(Refusal::AlreadyStored);
        }
        taken => taken?,
    }
    let outcome = stored_once(endpoint, &key, bytes).await;
    match outcome {
        Ok(()) => endpoint.metrics.stored(length, began),
        Err(_) => endpoint.usage.give_back(length as u64).await,
    }
    outcome
}

async fn stored_once(endpoint: &Endpoint, key: &Key, bytes: Bytes) -> Result<(), Refusal> {
    match endpoint.keep.create(key, bytes.clone()).await? {
        Outcome::Created => Ok(()),
        Outcome::There => {
            let there = endpoint.store.get(key).await?.bytes().await?;
            if there == bytes {
                return Err(Refusal::AlreadyStored);
            }
            endpoint.store.put(key, bytes.into()).await?;
            Ok(())
        }
    }
}

/// `GET /designs/{sha256}.json`
pub async fn get(State(endpoint): State<Arc<Endpoint>>, request: Request) -> Result<Response, Refusal> {
    let name = name_in(request.uri().path())?;
    let bytes = read(&endpoint, &name).await?;
    Ok(answer::bytes(
        request.headers(),
        bytes,
        "application/json",
        &name.to_string(),
        answer::FOR_EVER,
    ))
}

/// The bytes of a design; a refusal when they are not those that its name was made of.
pub(super) async fn read(endpoint: &Endpoint, name: &DesignName) -> Result<Bytes, Refusal> {
    let bytes = endpoint.store.get(&key_of(name)).await?.bytes().await?;
    if DesignName::of(&bytes) == *name {
        Ok(bytes)
    } else {
        Err(Refusal::SetAside)
    }
}

/// `GET /designs/`: the list as nginx's `autoindex_format json` writes it.
pub async fn list(State(endpoint): State<Arc<Endpoint>>, request: Request) -> Result<Response, Refusal> {
    endpoint.reader_only(&request).await?;
    let mut rows = stored_designs(&endpoint).await?;
    rows.sort_unstable_by_key(|(name, _)| *name);
    let rows: Vec<_> = rows
        .iter()
        .map(|(name, meta)| {
            json!({
                "name": format!("{name}.json"),
                "type": "file",
                "mtime": httpdate::fmt_http_date(SystemTime::from(meta.last_modified)),
                "size": meta.size,
            })
        })
        .collect();
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CACHE_CONTROL, answer::NEVER),
    ];
    Ok((headers, serde_json::Value::Array(rows).to_string()).into_response())
}

/// What is stored under the name of a design. Anything else in the folder is passed over: files
/// that are being written, and what somebody else put there.
async fn stored_designs(endpoint: &Endpoint) -> Result<Vec<(DesignName, ObjectMeta)>, Refusal> {
    let all: Vec<ObjectMeta> = endpoint
        .store
        .list(Some(&Key::from(FOLDER)))
        .try_collect()
        .await?;
    Ok(all
        .into_iter()
        .filter_map(|meta| {
            let file = meta.location.as_ref().strip_prefix(FOLDER)?.strip_prefix('/')?;
            Some((name_of(file)?, meta))
        })
        .collect())
}

/// `GET /designs.ndjson?since=…`: every design after a cursor, one a line, in the order in which
/// they arrived. The header `Mulin-Cursor` holds the cursor to ask with next, once all lines came.
pub async fn lines(State(endpoint): State<Arc<Endpoint>>, request: Request) -> Result<Response, Refusal> {
    endpoint.reader_only(&request).await?;
    let mut rows = stored_designs(&endpoint).await?;
    rows.sort_unstable_by_key(|(name, meta)| (meta.last_modified, *name));
    let there: std::collections::HashSet<DesignName> = rows.iter().map(|(name, _)| *name).collect();
    let (mut names, cursor) = {
        let mut arrivals = endpoint.arrivals.lock().map_err(|_| Refusal::OwnFault)?;
        arrivals.add(rows.into_iter().map(|(name, _)| name));
        let names = match since(request.uri().query().unwrap_or_default()) {
            Some(cursor) => arrivals.since(&cursor).ok_or(Refusal::NotACursor)?,
            None => arrivals.all(),
        };
        (names.to_vec(), arrivals.cursor())
    };
    // A design that was taken out of the folder by hand keeps its place in the order, no more.
    names.retain(|name| there.contains(name));
    let lines = stream::iter(names)
        .map(move |name| {
            let endpoint = Arc::clone(&endpoint);
            async move { line(&endpoint, &name).await }
        })
        .buffered(AT_ONCE)
        .try_filter_map(|line| async { Ok(line) });
    let headers = [
        (header::CONTENT_TYPE.as_str(), "application/x-ndjson"),
        (header::CACHE_CONTROL.as_str(), answer::NEVER),
        ("mulin-cursor", cursor.as_str()),
    ];
    Ok((headers, Body::from_stream(lines)).into_response())
}

/// A design as one line; none when its bytes are not those of its name. A fault of the storage
/// breaks the answer off, so that nobody takes a part for the whole.
async fn line(endpoint: &Endpoint, name: &DesignName) -> Result<Option<Vec<u8>>, std::io::Error> {
    match read(endpoint, name).await {
        Ok(bytes) => {
            // In JSON, line breaks stand between members only, where a space means the same.
            let in_line = |byte: u8| if matches!(byte, b'\n' | b'\r') { b' ' } else { byte };
            let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
            Ok(Some(
                bytes.iter().map(|byte| in_line(*byte)).chain([b'\n']).collect(),
            ))
        }
        Err(Refusal::SetAside | Refusal::NotFound) => {
            tracing::warn!("designs.ndjson leaves out a design whose bytes are not those of its name");
            Ok(None)
        }
        Err(_) => Err(std::io::Error::other("the storage does not answer")),
    }
}

/// The `since` of a query.
fn since(query: &str) -> Option<String> {
    query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .find(|(name, _)| *name == "since")
        .map(|(_, cursor)| cursor.to_owned())
        .filter(|cursor| !cursor.is_empty())
}

/// The design that a path names. The path is taken as it came: no encoding stands for a hex digit.
fn name_in(path: &str) -> Result<DesignName, Refusal> {
    path.strip_prefix("/designs/")
        .and_then(name_of)
        .ok_or(Refusal::NotFound)
}

fn name_of(file: &str) -> Option<DesignName> {
    file.strip_suffix(".json")?.parse().ok()
}

pub(super) fn key_of(name: &DesignName) -> Key {
    Key::from_iter([FOLDER, &format!("{name}.json")])
}
