//! Replies: written by the planner, read by whoever has the receipt.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use object_store::ObjectStoreExt;
use object_store::path::Path as Key;
use serde::Deserialize;

use crate::design::stored::{DesignName, Receipt};
use crate::submission::Reply;

use super::keep::Outcome;
use super::{Endpoint, Refusal, answer, body};

/// The version of replies that is taken.
const SCHEMA: &str = "mulin.reply/1";

/// `GET /replies/{receipt}.json`
pub async fn get(State(endpoint): State<Arc<Endpoint>>, request: Request) -> Result<Response, Refusal> {
    let key = key_in(request.uri().path())?;
    let bytes = endpoint.store.get(&key).await?.bytes().await?;
    let etag = DesignName::of(&bytes).to_string();
    Ok(answer::bytes(
        request.headers(),
        bytes,
        "application/json",
        &etag,
        answer::ASK_FIRST,
    ))
}

/// `PUT /replies/{receipt}.json`, by the planner. `If-None-Match: *` keeps a reply that is there; `If-Match` with the
/// `ETag` that was read writes over that reply only, so that two planners at once lose nothing of each other's.
pub async fn put(State(endpoint): State<Arc<Endpoint>>, request: Request) -> Result<Response, Refusal> {
    let key = key_in(request.uri().path())?;
    endpoint.planner_only(&request)?;
    let (parts, taken) = request.into_parts();
    let bytes = body::json(&parts.headers, taken).await?;
    if !is_reply(&bytes) {
        return Err(Refusal::NotAReply);
    }
    if let Some(expected) = parts.headers.get(header::IF_MATCH) {
        let read = expected
            .to_str()
            .unwrap_or_default()
            .trim()
            .trim_start_matches("W/")
            .trim_matches('"');
        return match endpoint.keep.replace(&key, read, bytes).await? {
            true => Ok(StatusCode::NO_CONTENT.into_response()),
            false => conflict(&endpoint, &key).await,
        };
    }
    match endpoint.keep.create(&key, bytes.clone()).await? {
        Outcome::Created => Ok(StatusCode::CREATED.into_response()),
        Outcome::There if only_new(&parts.headers) => conflict(&endpoint, &key).await,
        Outcome::There => {
            endpoint.store.put(&key, bytes.into()).await?;
            Ok(StatusCode::NO_CONTENT.into_response())
        }
    }
}

/// Somebody else published this reply meanwhile: told with when, and by whom where their reply says so. Nothing is
/// told where there is none any more.
async fn conflict(endpoint: &Endpoint, key: &Key) -> Result<Response, Refusal> {
    let there = match endpoint.store.get(key).await {
        Ok(found) => Reply::read(&found.bytes().await?).ok(),
        Err(object_store::Error::NotFound { .. }) => None,
        Err(why) => return Err(why.into()),
    };
    let there = there.unwrap_or_default();
    let told = [("written", Some(there.written.as_str())), ("by", there.by())];
    let told = told.into_iter().filter_map(|(name, said)| Some((name, said?)));
    let told = told.filter(|(_, said)| !said.is_empty());
    Ok(Refusal::PublishConflict.with(told.map(|(name, said)| (name.to_owned(), said.into())).collect()))
}

fn only_new(headers: &HeaderMap) -> bool {
    headers.get(header::IF_NONE_MATCH).is_some_and(|tag| tag == "*")
}

fn is_reply(bytes: &[u8]) -> bool {
    #[derive(Deserialize)]
    struct Head {
        schema: String,
    }
    serde_json::from_slice::<Head>(bytes).is_ok_and(|head| head.schema == SCHEMA)
}

/// Where the reply to a path's receipt is kept, however its characters are grouped.
fn key_in(path: &str) -> Result<Key, Refusal> {
    path.strip_prefix("/replies/")
        .and_then(|file| file.strip_suffix(".json"))
        .and_then(|code| code.parse::<Receipt>().ok())
        .map(|receipt| Key::from_iter(["replies", &format!("{}.json", receipt.compact())]))
        .ok_or(Refusal::NotFound)
}
