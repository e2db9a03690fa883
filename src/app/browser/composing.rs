//! The worker that composes: the wall's and desk's program once more, where there is no page. From inside, and as the
//! page sees it.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Worker};

use crate::app::composer::{Ask, Bench, Said};
use crate::app::load::Sources;

/// Serves as a worker, where this is one; says whether it is.
pub fn serve() -> bool {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return false;
    };
    console_error_panic_hook::set_once();
    let bench = Rc::new(RefCell::new(Bench::default()));
    let listening = scope.clone();
    // It hears as long as the worker lives.
    EventListener::new(&scope, "message", move |event| {
        let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
        if let Some(ask) = data.as_ref().and_then(read_ask) {
            let was_at_work = bench.borrow().has_work();
            let told = bench.borrow_mut().take(ask);
            told.iter().for_each(|said| post_said(&listening, said));
            if !was_at_work && bench.borrow().has_work() {
                work(bench.clone(), listening.clone());
            }
        }
    })
    .forget();
    let _ = scope.post_message(&Array::of1(&"ready".into()));
    true
}

/// One step of work, and the next after what was said meanwhile was heard.
fn work(bench: Rc<RefCell<Bench>>, scope: DedicatedWorkerGlobalScope) {
    let step = move || {
        let said = bench.borrow_mut().work();
        said.iter().for_each(|said| post_said(&scope, said));
        if bench.borrow().has_work() {
            work(bench, scope);
        }
    };
    Timeout::new(0, step).forget();
}

fn post_said(scope: &DedicatedWorkerGlobalScope, said: &Said) {
    let words: Array = match said {
        Said::Progress(share, proposal) => {
            Array::of3(&"progress".into(), &(*share).into(), &(*proposal as f64).into())
        }
        Said::Done(text) => Array::of2(&"done".into(), &text.into()),
        Said::Failed => Array::of1(&"failed".into()),
    };
    // Refused only for what cannot be copied; texts can.
    let _ = scope.post_message(&words);
}

fn read_ask(data: &JsValue) -> Option<Ask> {
    let words: &Array = data.dyn_ref()?;
    let text = |at: u32| words.get(at).as_string().unwrap_or_default();
    let bytes = |at: u32| {
        words
            .get(at)
            .dyn_into()
            .map_or_else(|_| Vec::new(), |bytes: Uint8Array| bytes.to_vec())
    };
    match words.get(0).as_string()?.as_str() {
        "project" => Some(Ask::Project {
            file: bytes(1),
            estate: bytes(2),
        }),
        "design" => Some(Ask::Design(text(1), text(2))),
        "compose" => Some(Ask::Compose(text(1))),
        "stop" => Some(Ask::Stop),
        _ => None,
    }
}

/// What is heard of the worker.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// It is there and can be told.
    Ready,
    /// What it says.
    Said(Said),
    /// It could not start, or it stopped.
    Lost,
}

/// A worker that composes; it ends when it is dropped.
pub struct ComposingWorker {
    worker: Worker,
    _heard: [EventListener; 3],
}

impl ComposingWorker {
    /// Starts it; none where the browser has none.
    pub fn start(heard: impl Fn(Heard) + Clone + 'static) -> Option<Self> {
        let mulin = Reflect::get(&window(), &"mulin".into()).ok()?;
        let start: Function = Reflect::get(&mulin, &"reckoner".into()).ok()?.dyn_into().ok()?;
        let worker: Worker = start.call0(&JsValue::NULL).ok()?.dyn_into().ok()?;
        let (said, lost) = (heard.clone(), heard.clone());
        let listeners = [
            EventListener::new(&worker, "message", move |event| {
                let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
                if let Some(words) = data.as_ref().and_then(read_heard) {
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
    /// Tells it a design with its name.
    pub fn add(&self, name: &str, design: &str) {
        self.post(&["design".into(), name.into(), design.into()]);
    }
    /// Begins.
    pub fn compose(&self, order: &str) {
        self.post(&["compose".into(), order.into()]);
    }
    /// Ends with what there is.
    pub fn stop(&self) {
        self.post(&["stop".into()]);
    }
    fn post(&self, words: &[JsValue]) {
        // Refused only for what cannot be copied; texts and bytes can.
        let _ = self.worker.post_message(&words.iter().collect::<Array>());
    }
}

impl Drop for ComposingWorker {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

fn read_heard(data: &JsValue) -> Option<Heard> {
    let words: &Array = data.dyn_ref()?;
    let number = |at: u32| words.get(at).as_f64().unwrap_or_default();
    Some(match words.get(0).as_string()?.as_str() {
        "ready" => Heard::Ready,
        "progress" => Heard::Said(Said::Progress(number(1), number(2) as usize)),
        "done" => Heard::Said(Said::Done(words.get(1).as_string()?)),
        "failed" => Heard::Said(Said::Failed),
        _ => return None,
    })
}
