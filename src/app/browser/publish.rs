//! Reads and publishes replies. Of two planners who publish at once nothing is lost: what the other wrote meanwhile is
//! read again, and one's own answers are laid over it.

use gloo::net::http::{Request, Response};

use crate::design::stored::DesignName;
use crate::submission::Reply;
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

/// Publishes answers to a design over what is published. Gives the whole reply that is there now.
pub async fn publish(
    base: &str,
    token: Option<&str>,
    design: &DesignName,
    mine: &Reply,
) -> Result<Reply, PublishFault> {
    for _ in 0..TRIES {
        let there = read(base, design).await?;
        let (whole, tag) = match there {
            Some((published, tag)) => (mine.over(&published), Some(tag)),
            None => (mine.clone(), None),
        };
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
            200..=299 => return Ok(whole),
            412 => continue,
            401 | 403 => return Err(PublishFault::Refused),
            status => return Err(PublishFault::Status(status)),
        }
    }
    Err(PublishFault::Busy)
}
