//! Takes a JSON body: whole, within limits, in time.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, header};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use serde::de::IgnoredAny;

use crate::design::stored::MAX_BYTES;

use super::Refusal;

/// How long a body may take as a whole: a large design over a weak network fits, a client that
/// sends a byte a second to hold the socket does not. A second less than the 15 in which such a socket is to be closed.
const PATIENCE: Duration = Duration::from_secs(12);

/// The bytes of a body that is JSON and says so.
pub async fn json(headers: &HeaderMap, body: Body) -> Result<Bytes, Refusal> {
    if headers.contains_key(header::CONTENT_ENCODING) {
        return Err(Refusal::EncodedBody);
    }
    if !says_json(headers) {
        return Err(Refusal::WrongType);
    }
    let announced = headers
        .get(header::CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
    if announced.is_some_and(|length| length > MAX_BYTES as u64) {
        return Err(Refusal::TooLarge);
    }
    let bytes = tokio::time::timeout(PATIENCE, Limited::new(body, MAX_BYTES).collect())
        .await
        .map_err(|_| Refusal::TooSlow)?
        .map_err(|why| {
            if why.is::<LengthLimitError>() {
                Refusal::TooLarge
            } else {
                Refusal::CutBody
            }
        })?
        .to_bytes();
    if bytes.is_empty() {
        return Err(Refusal::EmptyBody);
    }
    if is_json(&bytes) {
        Ok(bytes)
    } else {
        Err(Refusal::NotJson)
    }
}

fn says_json(headers: &HeaderMap) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok()?.split(';').next())
        .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

/// Whether the bytes are one JSON text. A byte order mark before it is passed over, as by every
/// reader of designs.
fn is_json(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).is_ok_and(|text| serde_json::from_str::<IgnoredAny>(text).is_ok())
}
