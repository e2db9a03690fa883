//! Sends a design to an endpoint, and reads it back.

use std::time::Duration;

use gloo::net::http::{Request, Response};
use serde::Deserialize;
use web_sys::{AbortController, RequestCache};

use crate::design::stored::DesignName;
use crate::submission::{Answer, Heard, Reason, classify};

use super::clock::within;

/// How long an answer may take; a weak network is slow, and trying again too soon makes it slower.
const PATIENCE: Duration = Duration::from_secs(45);

#[derive(Deserialize)]
struct Problem {
    #[serde(default)]
    code: String,
}

/// PUTs the bytes under their name below a base address, which ends in a slash; what the answer
/// means.
pub async fn put(base: &str, name: DesignName, bytes: &[u8]) -> Answer {
    let controller = AbortController::new().ok();
    let signal = controller.as_ref().map(AbortController::signal);
    let request = Request::put(&address(base, &name))
        .header("Content-Type", "application/json")
        .header("If-None-Match", "*")
        .cache(RequestCache::NoStore)
        .abort_signal(signal.as_ref())
        .body(js_sys::Uint8Array::from(bytes));
    let Ok(request) = request else {
        return Answer::Later(Reason::NoNetwork, 0);
    };
    let heard = within(PATIENCE, async move {
        match request.send().await {
            Ok(answer) => Some(heard(&answer).await),
            Err(_) => None,
        }
    })
    .await;
    match heard {
        Some(Some(heard)) => classify(&name, &heard),
        Some(None) => Answer::Later(Reason::NoNetwork, 0),
        None => {
            // What nobody waits for any more need not use the weak network.
            if let Some(controller) = controller {
                controller.abort();
            }
            Answer::Later(Reason::NoNetwork, 0)
        }
    }
}

/// Whether the bytes below the base address are those of the name; none when nothing answered.
pub async fn read_back(base: &str, name: DesignName) -> Option<bool> {
    let request = Request::get(&address(base, &name)).cache(RequestCache::NoStore);
    within(PATIENCE, async move {
        let answer = request.send().await.ok()?;
        let bytes = answer.binary().await.ok()?;
        Some(answer.ok() && DesignName::of(&bytes) == name)
    })
    .await?
}

fn address(base: &str, name: &DesignName) -> String {
    format!("{base}designs/{name}.json")
}

async fn heard(answer: &Response) -> Heard {
    let header = |name: &str| answer.headers().get(name).unwrap_or_default();
    let kind = header("content-type");
    let code = if kind.starts_with("application/problem+json") {
        answer
            .json::<Problem>()
            .await
            .map_or(String::new(), |problem| problem.code)
    } else {
        String::new()
    };
    Heard {
        status: answer.status(),
        kind,
        etag: header("etag"),
        code,
        retry_after: header("retry-after").parse().ok(),
    }
}
