//! What an answer of the network means for a design under way.

use crate::design::stored::DesignName;
use crate::text::Message;

/// As much of an HTTP answer as matters.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heard {
    /// The status.
    pub status: u16,
    /// The content type; empty without one.
    pub kind: String,
    /// The `ETag`; empty without one, or where it may not be read.
    pub etag: String,
    /// The member `code` of a problem document; empty without one.
    pub code: String,
    /// `Retry-After` in seconds.
    pub retry_after: Option<u32>,
}

/// What it means.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// It is stored: the answer names the bytes.
    Delivered,
    /// It sounds like success, but any page of a hotel's network says as much; the bytes must be
    /// read back.
    Unproven,
    /// Not now; again later, and not before so many milliseconds.
    Later(Reason, u64),
    /// Never, as it is.
    Refused(Reason),
}

/// Why a design is not delivered yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Nothing answered, or not in time.
    NoNetwork,
    /// Something between here and there answered in its place.
    NotOurs,
    /// The endpoint is in trouble.
    Trouble,
    /// Its storage is full.
    Full,
    /// It has too much to do.
    Busy,
    /// There is no endpoint under this address, or it is closed to us.
    NoEndpoint,
    /// The design is too large.
    TooLarge,
    /// A newer program is needed there.
    Newer,
    /// The document is not one that it takes.
    NotTaken,
}

impl Reason {
    /// The sentence for people: what is the matter and what to do.
    pub fn message(self) -> Message {
        Message::new(match self {
            Self::NoNetwork => "send-why-no-network",
            Self::NotOurs => "send-why-not-ours",
            Self::Trouble => "send-why-trouble",
            Self::Full => "send-why-full",
            Self::Busy => "send-why-busy",
            Self::NoEndpoint => "send-why-no-endpoint",
            Self::TooLarge => "send-why-too-large",
            Self::Newer => "send-why-newer",
            Self::NotTaken => "send-why-not-taken",
        })
    }
    /// The word under which it is kept on the device.
    pub fn word(self) -> &'static str {
        match self {
            Self::NoNetwork => "no-network",
            Self::NotOurs => "not-ours",
            Self::Trouble => "trouble",
            Self::Full => "full",
            Self::Busy => "busy",
            Self::NoEndpoint => "no-endpoint",
            Self::TooLarge => "too-large",
            Self::Newer => "newer",
            Self::NotTaken => "not-taken",
        }
    }
    /// The reason of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.word() == word)
    }
    const ALL: [Self; 9] = [
        Self::NoNetwork,
        Self::NotOurs,
        Self::Trouble,
        Self::Full,
        Self::Busy,
        Self::NoEndpoint,
        Self::TooLarge,
        Self::Newer,
        Self::NotTaken,
    ];
}

/// Whether a device's clock (RFC 3339) can hardly be right: before this program was written, or five years after. No
/// browser says why a secure connection failed, and a wrong date is a reason that its owner can mend.
pub fn clock_is_doubtful(now: &str) -> bool {
    const WRITTEN: u32 = 2026;
    let year = now.get(..4).and_then(|year| year.parse::<u32>().ok());
    year.is_none_or(|year| !(WRITTEN..=WRITTEN + 5).contains(&year))
}

/// Reads the answer to a PUT of the design of that name.
///
/// Success counts only when the answer names the bytes (the bundled endpoint does, in `ETag`) or,
/// for hosts that do not, when they can be read back. A refusal for good counts only when it
/// comes from an endpoint, which says it as a problem document, or is one that no network between
/// would make up.
pub fn classify(name: &DesignName, heard: &Heard) -> Answer {
    let proven = heard.etag.trim_start_matches("W/") == format!("\"{name}\"");
    let ours = heard.kind.starts_with("application/problem+json");
    let wait = u64::from(heard.retry_after.unwrap_or(0).min(3_600)) * 1_000;
    match heard.status {
        200 | 201 | 204 | 412 if proven => Answer::Delivered,
        200..=299 | 304 | 412 => Answer::Unproven,
        413 => Answer::Refused(Reason::TooLarge),
        422 if heard.code == "newer_version" => Answer::Refused(Reason::Newer),
        // On the way the bytes were changed or cut: the same bytes may get through another time.
        400 | 408 | 422 if ["hash_mismatch", "cut_body", "too_slow"].contains(&heard.code.as_str()) => {
            Answer::Later(Reason::NotOurs, wait)
        }
        400 | 415 | 422 if ours => Answer::Refused(Reason::NotTaken),
        401 | 403 | 404 | 405 | 410 if ours => Answer::Refused(Reason::NoEndpoint),
        401 | 403 | 404 | 405 | 410 => Answer::Later(Reason::NoEndpoint, wait),
        425 | 429 => Answer::Later(Reason::Busy, wait),
        507 => Answer::Later(Reason::Full, wait.max(60_000)),
        500..=599 => Answer::Later(Reason::Trouble, wait),
        _ => Answer::Later(Reason::NotOurs, wait),
    }
}
