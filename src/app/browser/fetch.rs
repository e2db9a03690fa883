//! Getting files over the network, with a limit of time and sentences for what can go wrong.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::set_timeout;

use crate::text::Message;

/// How long a file may take before it is given up.
const PATIENCE: Duration = Duration::from_secs(40);

/// The letters of sheets, and of pages that lack theirs, beside the program.
pub const FONT: &str = "./assets/fonts/NotoSansSC-GB2312.otf";

/// Why a file did not come.
#[derive(Clone, Debug, PartialEq)]
pub enum FetchFault {
    /// No answer: no network, another origin that forbids it, or too slow.
    NoAnswer,
    /// There is no such file.
    NotThere,
    /// The server refused.
    Refused(u16),
    /// A page came where data was asked for: a login page, a static host's own error page.
    APage,
}

impl FetchFault {
    /// The sentence for people.
    pub fn message(&self, url: &str) -> Message {
        let key = match self {
            Self::NoAnswer => "fetch-no-answer",
            Self::NotThere => "fetch-not-there",
            Self::Refused(_) => "fetch-refused",
            Self::APage => "fetch-a-page",
        };
        let status = if let Self::Refused(status) = self {
            f64::from(*status)
        } else {
            0.0
        };
        // An address may be long; its end is what tells files apart.
        let skipped = url.chars().count().saturating_sub(80);
        let shown: String = url.chars().skip(skipped).collect();
        Message::new(key).with("url", shown).number("status", status, 0)
    }
}

/// The bytes at an address.
pub async fn bytes(url: &str) -> Result<Vec<u8>, FetchFault> {
    let controller = web_sys::AbortController::new().ok();
    let signal = controller.as_ref().map(web_sys::AbortController::signal);
    let done = Rc::new(Cell::new(false));
    if let Some(controller) = controller {
        let done = done.clone();
        let give_up = move || {
            if !done.get() {
                controller.abort();
            }
        };
        set_timeout(give_up, PATIENCE);
    }
    let answer = get(url, signal.as_ref()).await;
    done.set(true);
    answer
}

async fn get(url: &str, signal: Option<&web_sys::AbortSignal>) -> Result<Vec<u8>, FetchFault> {
    let request = gloo::net::http::Request::get(url).abort_signal(signal);
    let answer = request.send().await.map_err(|_| FetchFault::NoAnswer)?;
    match answer.status() {
        200..=299 => {}
        404 | 410 => return Err(FetchFault::NotThere),
        status => return Err(FetchFault::Refused(status)),
    }
    let bytes = answer.binary().await.map_err(|_| FetchFault::NoAnswer)?;
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    if first == Some(&b'<') {
        return Err(FetchFault::APage);
    }
    Ok(bytes)
}
