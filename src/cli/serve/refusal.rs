//! Every refusal of the endpoint: its status, its stable code and its sentence.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};

use crate::text::{Lang, Message, say};

use super::log::without_names;
use super::metrics::Code;

/// Why a request is refused. The answer is an RFC 9457 problem; nothing refused is half stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The body is empty.
    EmptyBody,
    /// The connection ended before the body did.
    CutBody,
    /// The body is not JSON.
    NotJson,
    /// A cursor was not one that this endpoint gave.
    NotACursor,
    /// The planner's token is missing or wrong.
    NotThePlanner,
    /// The token or session is one that reads and changes nothing.
    ReadOnly,
    /// Nothing is there under this name, or nothing can be.
    NotFound,
    /// What is stored under this name is not what its name was made of: the disk or a hand changed
    /// it. It is set aside, as no reader trusts such a file; the design of this name is not there.
    SetAside,
    /// The method is not one of this address.
    WrongMethod,
    /// The body came too slowly.
    TooSlow,
    /// More came than is taken at a time; they may come again after so many seconds.
    TooMany {
        /// Whole seconds, at least one.
        seconds: u32,
    },
    /// It is stored already: success for who sends a design.
    AlreadyStored,
    /// Somebody else published this reply meanwhile: it is another by now than the one that was read.
    PublishConflict,
    /// The body is larger than any design.
    TooLarge,
    /// The body is not said to be JSON.
    WrongType,
    /// The body is compressed, so its hash could not be that of its bytes.
    EncodedBody,
    /// The hash of the bytes is not the name.
    HashMismatch,
    /// It is JSON, but not a design.
    NotADesign,
    /// A newer Mulin wrote it.
    NewerVersion,
    /// It is JSON, but not a reply.
    NotAReply,
    /// The program met a fault of its own.
    OwnFault,
    /// The storage does not answer or cannot be written.
    StorageUnavailable,
    /// The storage is full.
    StorageFull,
}

impl Refusal {
    /// Status, code and the key of the sentence.
    fn row(self) -> (StatusCode, &'static str, &'static str) {
        match self {
            Self::EmptyBody => (StatusCode::BAD_REQUEST, "empty_body", "refusal-empty-body"),
            Self::CutBody => (StatusCode::BAD_REQUEST, "cut_body", "refusal-cut-body"),
            Self::NotJson => (StatusCode::BAD_REQUEST, "not_json", "refusal-not-json"),
            Self::NotACursor => (StatusCode::BAD_REQUEST, "not_a_cursor", "refusal-not-a-cursor"),
            Self::NotThePlanner => (
                StatusCode::UNAUTHORIZED,
                "not_the_planner",
                "refusal-not-the-planner",
            ),
            Self::ReadOnly => (StatusCode::FORBIDDEN, "read_only", "refusal-read-only"),
            Self::NotFound => (StatusCode::NOT_FOUND, "not_found", "refusal-not-found"),
            Self::SetAside => (StatusCode::NOT_FOUND, "set_aside", "refusal-set-aside"),
            Self::WrongMethod => (
                StatusCode::METHOD_NOT_ALLOWED,
                "wrong_method",
                "refusal-wrong-method",
            ),
            Self::TooSlow => (StatusCode::REQUEST_TIMEOUT, "too_slow", "refusal-too-slow"),
            Self::TooMany { .. } => (StatusCode::TOO_MANY_REQUESTS, "too_many", "refusal-too-many"),
            Self::AlreadyStored => (
                StatusCode::PRECONDITION_FAILED,
                "already_stored",
                "refusal-already-stored",
            ),
            Self::PublishConflict => (
                StatusCode::PRECONDITION_FAILED,
                "publish_conflict",
                "refusal-publish-conflict",
            ),
            Self::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "too_large", "refusal-too-large"),
            Self::WrongType => (
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "wrong_type",
                "refusal-wrong-type",
            ),
            Self::EncodedBody => (
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "encoded_body",
                "refusal-encoded-body",
            ),
            Self::HashMismatch => (
                StatusCode::UNPROCESSABLE_ENTITY,
                "hash_mismatch",
                "refusal-hash-mismatch",
            ),
            Self::NotADesign => (
                StatusCode::UNPROCESSABLE_ENTITY,
                "not_a_design",
                "refusal-not-a-design",
            ),
            Self::NewerVersion => (
                StatusCode::UNPROCESSABLE_ENTITY,
                "newer_version",
                "refusal-newer-version",
            ),
            Self::NotAReply => (
                StatusCode::UNPROCESSABLE_ENTITY,
                "not_a_reply",
                "refusal-not-a-reply",
            ),
            Self::OwnFault => (
                StatusCode::INTERNAL_SERVER_ERROR,
                "own_fault",
                "refusal-own-fault",
            ),
            Self::StorageUnavailable => (
                StatusCode::SERVICE_UNAVAILABLE,
                "storage_unavailable",
                "refusal-storage-unavailable",
            ),
            Self::StorageFull => (
                StatusCode::INSUFFICIENT_STORAGE,
                "storage_full",
                "refusal-storage-full",
            ),
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        self.with(Map::new())
    }
}

impl Refusal {
    /// The answer with further members beside those that every refusal has.
    pub fn with(self, more: Map<String, Value>) -> Response {
        let (status, code, key) = self.row();
        let message = Message::new(key);
        let mut problem = json!({
            "type": "about:blank",
            "title": status.canonical_reason().unwrap_or_default(),
            "status": status.as_u16(),
            "detail": say(Lang::En, &message),
            "code": code,
            "zh": say(Lang::ZhCn, &message),
        });
        if let Some(members) = problem.as_object_mut() {
            members.extend(more);
        }
        let mut answer = (status, problem.to_string()).into_response();
        answer.extensions_mut().insert(Code(code));
        let headers = answer.headers_mut();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        match self {
            Self::NotThePlanner => {
                headers.insert(
                    header::WWW_AUTHENTICATE,
                    HeaderValue::from_static("Bearer realm=\"planner\""),
                );
            }
            Self::StorageUnavailable | Self::StorageFull => {
                headers.insert(header::RETRY_AFTER, HeaderValue::from_static("60"));
            }
            Self::TooMany { seconds } => {
                headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
            }
            // The rest of such a body is not read, so nothing else can follow on the connection.
            Self::TooLarge | Self::TooSlow | Self::CutBody => {
                headers.insert(header::CONNECTION, HeaderValue::from_static("close"));
            }
            _ => {}
        }
        answer
    }
}

impl From<object_store::Error> for Refusal {
    fn from(fault: object_store::Error) -> Self {
        match fault {
            object_store::Error::NotFound { .. } => Self::NotFound,
            object_store::Error::AlreadyExists { .. } | object_store::Error::Precondition { .. } => {
                Self::AlreadyStored
            }
            fault => {
                let refusal = if is_full(&fault) {
                    Self::StorageFull
                } else {
                    Self::StorageUnavailable
                };
                tracing::error!("storage: {}", without_names(&fault.to_string()));
                refusal
            }
        }
    }
}

/// Whether the disk or the quota is full: the system's own error lies at the end of the chain.
fn is_full(fault: &object_store::Error) -> bool {
    let mut link: Option<&(dyn std::error::Error + 'static)> = Some(fault);
    while let Some(fault) = link {
        if let Some(io) = fault.downcast_ref::<std::io::Error>() {
            use std::io::ErrorKind::{FileTooLarge, QuotaExceeded, StorageFull};
            return matches!(io.kind(), StorageFull | QuotaExceeded | FileTooLarge);
        }
        link = fault.source();
    }
    false
}
