//! Reads designs from an endpoint: the bundled one, or any host that lists a folder.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use gloo::net::http::{Request, Response};
use leptos::prelude::{set_timeout_with_handle, window};
use serde::Deserialize;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::design::stored::MAX_BYTES;
use crate::text::Message;

/// A host that says nothing for so long is taken as gone.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long reading may keep the page from painting, in milliseconds.
const SLICE_MS: f64 = 12.0;

/// Why designs could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GatherFault {
    /// The host cannot be reached.
    Unreachable,
    /// The host began and then said nothing for long.
    Slow,
    /// The token is wrong, or one is needed.
    Refused,
    /// The host has no such file.
    NotThere,
    /// The host has it, and sets it aside: its bytes are not those that its name was made of.
    SetAside,
    /// The answer is not what was asked for, such as the page of a hotel's network.
    NotUnderstood,
    /// The host answered with another status.
    Status(u16),
    /// The person stopped it.
    Stopped,
    /// The opened file of that name is no whole zip.
    NotAZip(String),
}

impl GatherFault {
    /// The sentence for people.
    pub fn message(&self) -> Message {
        match self {
            Self::Unreachable => Message::new("gather-unreachable"),
            Self::Slow => Message::new("gather-slow"),
            Self::Refused => Message::new("gather-refused"),
            Self::NotThere => Message::new("gather-not-there"),
            Self::SetAside => Message::new("aside-withheld"),
            Self::NotUnderstood => Message::new("gather-not-understood"),
            Self::Status(status) => Message::new("gather-status").with("status", status.to_string()),
            Self::Stopped => Message::new("gather-stopped"),
            Self::NotAZip(name) => Message::new("gather-not-a-zip").with("name", name.as_str()),
        }
    }
}

/// A host to read from, with the planner's token where one is needed. The token goes into a header
/// and nowhere else.
#[derive(Clone)]
pub struct Host {
    base: String,
    token: Option<String>,
    controller: web_sys::AbortController,
    slow: Rc<Cell<bool>>,
}

#[derive(Deserialize)]
struct Row {
    name: String,
    #[serde(rename = "type", default)]
    kind: String,
}

impl Host {
    /// A host by its base address, which ends in a slash.
    pub fn new(base: &str, token: Option<String>) -> Option<Self> {
        Some(Self {
            base: base.to_owned(),
            token: token.filter(|token| !token.is_empty()),
            controller: web_sys::AbortController::new().ok()?,
            slow: Rc::new(Cell::new(false)),
        })
    }
    /// Stops whatever is being read.
    pub fn stop(&self) {
        self.controller.abort();
    }

    async fn get(&self, path: &str) -> Result<Response, GatherFault> {
        let signal = self.controller.signal();
        let mut request = Request::get(&format!("{}{path}", self.base)).abort_signal(Some(&signal));
        if let Some(token) = &self.token {
            request = request.header("Authorization", &format!("Bearer {token}"));
        }
        let answer = self
            .watched(request.send())
            .await?
            .map_err(|_| self.broken_off())?;
        match answer.status() {
            200..=299 => Ok(answer),
            401 | 403 => Err(GatherFault::Refused),
            404 | 410 => Err(match code(answer).await.as_deref() {
                Some("set_aside") => GatherFault::SetAside,
                _ => GatherFault::NotThere,
            }),
            status => Err(GatherFault::Status(status)),
        }
    }

    /// The answer of the host; stops it when nothing comes for long.
    async fn watched<T>(&self, work: impl Future<Output = T>) -> Result<T, GatherFault> {
        let (controller, slow) = (self.controller.clone(), Rc::clone(&self.slow));
        let give_up = move || {
            slow.set(true);
            controller.abort();
        };
        let timer = set_timeout_with_handle(give_up, PATIENCE).ok();
        let done = work.await;
        if let Some(timer) = timer {
            timer.clear();
        }
        Ok(done)
    }

    fn broken_off(&self) -> GatherFault {
        if self.slow.get() {
            GatherFault::Slow
        } else if self.controller.signal().aborted() {
            GatherFault::Stopped
        } else {
            GatherFault::Unreachable
        }
    }

    /// The names of the files in the folder of designs.
    pub async fn listing(&self) -> Result<Vec<String>, GatherFault> {
        let answer = self.get("designs/").await?;
        let text = self
            .watched(answer.binary())
            .await?
            .map_err(|_| self.broken_off())?;
        let rows: Vec<Row> = serde_json::from_slice(&text).map_err(|_| GatherFault::NotUnderstood)?;
        Ok(rows
            .into_iter()
            .filter(|row| row.kind != "directory")
            .map(|row| row.name)
            .collect())
    }

    /// The bytes of one file of the folder of designs.
    pub async fn file(&self, name: &str) -> Result<Vec<u8>, GatherFault> {
        let name = js_sys::encode_uri_component(name);
        let answer = self.get(&format!("designs/{}", String::from(name))).await?;
        self.body(answer).await
    }

    /// The bytes of a file by an address of its own. The token does not go there.
    pub async fn address(&self, address: &str) -> Result<Vec<u8>, GatherFault> {
        let there = Self {
            base: String::new(),
            token: None,
            ..self.clone()
        };
        let answer = there.get(address).await?;
        self.body(answer).await
    }

    async fn body(&self, answer: Response) -> Result<Vec<u8>, GatherFault> {
        self.watched(answer.binary())
            .await?
            .map_err(|_| self.broken_off())
    }

    /// Calls back with each line of `designs.ndjson` as it comes; gives the cursor for what comes
    /// later, where the host gave one.
    pub async fn lines(
        &self,
        since: Option<&str>,
        mut each: impl FnMut(&[u8]),
    ) -> Result<Option<String>, GatherFault> {
        let query = since.map_or_else(String::new, |cursor| {
            format!("?since={}", String::from(js_sys::encode_uri_component(cursor)))
        });
        let answer = self.get(&format!("designs.ndjson{query}")).await?;
        let kind = answer.headers().get("content-type").unwrap_or_default();
        if kind.starts_with("text/html") {
            return Err(GatherFault::NotUnderstood);
        }
        let cursor = answer.headers().get("mulin-cursor");
        let Some(body) = answer.body() else {
            return Ok(cursor);
        };
        let reader: web_sys::ReadableStreamDefaultReader = body
            .get_reader()
            .dyn_into()
            .map_err(|_| GatherFault::NotUnderstood)?;
        let mut rest: Vec<u8> = Vec::new();
        let mut slice = Slice::new();
        while let Some(chunk) = self.chunk(&reader).await? {
            rest.extend(chunk);
            while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
                let line: Vec<u8> = rest.drain(..=end).collect();
                each(&line[..end]);
                slice.breathe().await;
            }
            // A line that never ends is no design.
            if rest.len() > 2 * MAX_BYTES {
                return Err(GatherFault::NotUnderstood);
            }
        }
        if !rest.is_empty() {
            each(&rest);
        }
        Ok(cursor)
    }

    async fn chunk(
        &self,
        reader: &web_sys::ReadableStreamDefaultReader,
    ) -> Result<Option<Vec<u8>>, GatherFault> {
        let read = self.watched(JsFuture::from(reader.read())).await?;
        let read = read.map_err(|_| self.broken_off())?;
        let member = |name: &str| js_sys::Reflect::get(&read, &JsValue::from_str(name)).ok();
        let value = member("value").and_then(|value| value.dyn_into::<js_sys::Uint8Array>().ok());
        Ok(value.map(|bytes| bytes.to_vec()))
    }
}

/// The stable code of a refusal; none where the host gives none.
async fn code(answer: Response) -> Option<String> {
    #[derive(Deserialize)]
    struct Problem {
        code: String,
    }
    let body = answer.binary().await.ok()?;
    Some(serde_json::from_slice::<Problem>(&body).ok()?.code)
}

/// Does the work for each item, a few at a time, and comes back when all is done.
pub async fn a_few_at_a_time<T, F>(items: Vec<T>, work: impl Fn(T) -> F)
where
    F: Future<Output = ()> + 'static,
{
    const AT_ONCE: usize = 6;
    let mut items = items.into_iter().peekable();
    while items.peek().is_some() {
        let batch = js_sys::Array::new();
        for item in items.by_ref().take(AT_ONCE) {
            let done = work(item);
            batch.push(&wasm_bindgen_futures::future_to_promise(async move {
                done.await;
                Ok(JsValue::NULL)
            }));
        }
        // None of them is ever rejected.
        let _ = JsFuture::from(js_sys::Promise::all(&batch)).await;
    }
}

/// Lets the page paint between pieces of long work.
pub struct Slice {
    began: f64,
}

impl Slice {
    /// Begins a slice.
    pub fn new() -> Self {
        Self { began: now() }
    }
    /// When the slice is over, waits until the page has painted, and begins another.
    pub async fn breathe(&mut self) {
        if now() - self.began > SLICE_MS {
            let pause = js_sys::Promise::new(&mut |resolve, _| {
                // Without a timer there is nothing to wait for.
                let _ = window().set_timeout_with_callback(&resolve);
            });
            let _ = JsFuture::from(pause).await;
            self.began = now();
        }
    }
}

impl Default for Slice {
    fn default() -> Self {
        Self::new()
    }
}

fn now() -> f64 {
    window()
        .performance()
        .map_or(0.0, |performance| performance.now())
}
