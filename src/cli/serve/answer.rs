//! Answers that carry bytes, with what caches need to know.

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// Bytes named by their content: these never change.
pub const FOR_EVER: &str = "private, max-age=31536000, immutable";
/// May be kept, but is asked after each time.
pub const ASK_FIRST: &str = "no-cache";
/// Is not kept at all.
pub const NEVER: &str = "no-store";

/// An answer of bytes of a kind; without the bytes when the reader has these already.
pub fn bytes(
    asked: &HeaderMap,
    bytes: Bytes,
    kind: &'static str,
    etag: &str,
    caching: &'static str,
) -> Response {
    let etag = format!("\"{etag}\"");
    let mut answer = if has_already(asked, &etag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let mut answer = Response::new(Body::from(bytes));
        answer
            .headers_mut()
            .insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        answer
    };
    let headers = answer.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    if let Ok(etag) = HeaderValue::from_str(&etag) {
        headers.insert(header::ETAG, etag);
    }
    answer
}

fn has_already(asked: &HeaderMap, etag: &str) -> bool {
    asked
        .get(header::IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|tags| {
            tags.split(',')
                .map(|tag| tag.trim().trim_start_matches("W/"))
                .any(|tag| tag == etag || tag == "*")
        })
}

/// Whether the reader takes this content coding (`br`, `gzip`).
pub fn takes(asked: &HeaderMap, coding: &str) -> bool {
    asked
        .get_all(header::ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|row| {
            let (name, weight) = row.split_once(';').unwrap_or((row, ""));
            let refused = weight
                .trim()
                .strip_prefix("q=")
                .is_some_and(|q| q.parse() == Ok(0.0_f32));
            name.trim().eq_ignore_ascii_case(coding) && !refused
        })
}
