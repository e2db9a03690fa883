//! Reads and publishes replies. Of two planners who publish at once nothing is lost: what the other wrote meanwhile is
//! read again and joined with one's own; where both answered the same otherwise, nothing is written.

use gloo::net::http::{Request, Response};

use crate::design::stored::DesignName;
use crate::submission::{Clash, Draft, Reply};
use crate::text::Message;

/// So often a reply that another planner changed meanwhile is read again.
const TRIES: usize = 5;

/// Why a reply could not be read or published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PublishFault {
    /// The host cannot be reached.
    Unreachable,
    /// The token is wrong, or one is needed.
    Refused,
    /// What is there is no reply that can be read.
    NotUnderstood,
    /// Others publish all the time.
    Busy,
    /// The host answered with another status.
    Status(u16),
}

/// What came of publishing.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// The whole reply that is there now.
    Published(Reply),
    /// Nothing was written: another planner answered the same otherwise. The reply that is there, and what it is about.
    Clashed(Reply, Vec<Clash>),
}

impl PublishFault {
    /// The sentence for people.
    pub fn message(&self) -> Message {
        match self {
            Self::Unreachable => Message::new("gather-unreachable"),
            Self::Refused => Message::new("gather-refused"),
            Self::NotUnderstood => Message::new("answer-not-understood"),
            Self::Busy => Message::new("answer-busy"),
            Self::Status(status) => Message::new("gather-status").with("status", status.to_string()),
        }
    }
}

fn address(base: &str, design: &DesignName) -> String {
    format!("{base}replies/{}.json", design.receipt().compact())
}

/// The reply to a design with its tag; none where there is none yet.
pub async fn read(base: &str, design: &DesignName) -> Result<Option<(Reply, String)>, PublishFault> {
    let answer = Request::get(&address(base, design))
        .cache(web_sys::RequestCache::NoStore)
        .send()
        .await;
    let answer: Response = answer.map_err(|_| PublishFault::Unreachable)?;
    match answer.status() {
        200 => {}
        404 | 410 => return Ok(None),
        401 | 403 => return Err(PublishFault::Refused),
        status => return Err(PublishFault::Status(status)),
    }
    let tag = answer.headers().get("etag").unwrap_or_default();
    // A host without replies may answer with a page of its own.
    if answer
        .headers()
        .get("content-type")
        .is_some_and(|kind| kind.starts_with("text/html"))
    {
        return Ok(None);
    }
    let bytes = answer.binary().await.map_err(|_| PublishFault::Unreachable)?;
    Reply::read(&bytes)
        .map(|reply| Some((reply, tag)))
        .map_err(|_| PublishFault::NotUnderstood)
}

/// Publishes the answers to a design, joined with what is published by now; `written` is the time that it says.
pub async fn publish(
    base: &str,
    token: Option<&str>,
    design: &DesignName,
    draft: &Draft,
    written: &str,
) -> Result<Outcome, PublishFault> {
    for _ in 0..TRIES {
        let (there, tag) = read(base, design).await?.unzip();
        let mut whole = match draft.merged(there.as_ref()) {
            Ok(whole) => whole,
            Err(clashes) => return Ok(Outcome::Clashed(there.unwrap_or_default(), clashes)),
        };
        written.clone_into(&mut whole.written);
        let mut request = Request::put(&address(base, design)).header("Content-Type", "application/json");
        request = match tag {
            Some(tag) if !tag.is_empty() => request.header("If-Match", &tag),
            // A host that gives no tag cannot tell two planners apart.
            Some(_) => request,
            None => request.header("If-None-Match", "*"),
        };
        if let Some(token) = token {
            request = request.header("Authorization", &format!("Bearer {token}"));
        }
        let request = request.body(js_sys::Uint8Array::from(whole.write().as_slice()));
        let request = request.map_err(|_| PublishFault::NotUnderstood)?;
        match request
            .send()
            .await
            .map_err(|_| PublishFault::Unreachable)?
            .status()
        {
            200..=299 => return Ok(Outcome::Published(whole)),
            // Somebody published meanwhile: their reply is read and joined too.
            412 => continue,
            401 | 403 => return Err(PublishFault::Refused),
            status => return Err(PublishFault::Status(status)),
        }
    }
    Err(PublishFault::Busy)
}
