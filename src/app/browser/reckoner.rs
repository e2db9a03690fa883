//! The worker as the page sees it: questions go out, answers come back as text.

use gloo::events::EventListener;
use js_sys::{Array, Function, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::prelude::*;

use crate::app::load::Sources;

/// What is heard of the worker.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// It is there and can be told the project.
    Ready,
    /// The answers to the question of that number.
    Answered(u64, String),
    /// Where the thing of a finding would be right, for the question of that number.
    Mended(u64, String),
    /// What came of the inquiry of that number.
    Found(u64, String),
    /// It could not start, or it stopped.
    Lost,
}

/// A worker; it ends when it is dropped.
pub struct Reckoner {
    worker: web_sys::Worker,
    _heard: [EventListener; 3],
}

impl Reckoner {
    /// Starts it; none where the browser has none.
    pub fn start(heard: impl Fn(Heard) + Clone + 'static) -> Option<Self> {
        let mulin = Reflect::get(&window(), &"mulin".into()).ok()?;
        let start: Function = Reflect::get(&mulin, &"reckoner".into()).ok()?.dyn_into().ok()?;
        let worker: web_sys::Worker = start.call0(&JsValue::NULL).ok()?.dyn_into().ok()?;
        let (said, lost) = (heard.clone(), heard.clone());
        let listeners = [
            EventListener::new(&worker, "message", move |event| {
                let data = event
                    .dyn_ref::<web_sys::MessageEvent>()
                    .map(web_sys::MessageEvent::data);
                if let Some(words) = data.as_ref().and_then(read) {
                    said(words);
                }
            }),
            EventListener::new(&worker, "error", move |_| heard(Heard::Lost)),
            EventListener::new(&worker, "messageerror", move |_| lost(Heard::Lost)),
        ];
        Some(Self {
            worker,
            _heard: listeners,
        })
    }
    /// Tells it the project.
    pub fn tell(&self, sources: &Sources) {
        let bytes = |bytes: &[u8]| JsValue::from(Uint8Array::from(bytes));
        self.post(&["project".into(), bytes(&sources.file), bytes(&sources.estate)]);
    }
    /// Asks what the slow rules say of a design.
    pub fn ask(&self, number: u64, design: &str) {
        self.post(&["ask".into(), (number as f64).into(), design.into()]);
    }
    /// Asks where the thing of a finding would be right.
    pub fn ask_to_mend(&self, number: u64, design: &str, finding: &str) {
        self.ask_of("mend", number, design, finding);
    }
    /// Asks what a dialog or a layer wants to know of a design.
    pub fn inquire(&self, number: u64, design: &str, inquiry: &str) {
        self.ask_of("inquire", number, design, inquiry);
    }
    fn ask_of(&self, what: &str, number: u64, design: &str, of: &str) {
        self.post(&[what.into(), (number as f64).into(), design.into(), of.into()]);
    }
    fn post(&self, words: &[JsValue]) {
        // Refused only for what cannot be copied; texts and bytes can.
        let _ = self.worker.post_message(&words.iter().collect::<Array>());
    }
}

impl Drop for Reckoner {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

fn read(data: &JsValue) -> Option<Heard> {
    let words: &Array = data.dyn_ref()?;
    let number = words.get(1).as_f64().unwrap_or_default() as u64;
    let text = words.get(2).as_string().unwrap_or_default();
    match words.get(0).as_string()?.as_str() {
        "ready" => Some(Heard::Ready),
        "answered" => Some(Heard::Answered(number, text)),
        "mended" => Some(Heard::Mended(number, text)),
        "found" => Some(Heard::Found(number, text)),
        _ => None,
    }
}
