//! A worker: the page's own program once more, where there is no page, with a [`Bench`] at which it works. Both of its
//! ends; and the same bench on the page, for browsers that have no worker.
//!
//! What is said crosses as bytes (`postcard`), so that whatever serde can write may be said.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Function, Reflect, Uint8Array};
use leptos::prelude::window;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::clock::measured;
use crate::app::bench::Bench;

/// What is heard of a worker.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard<S> {
    /// It is there and can be told.
    Ready,
    /// What it says.
    Said(S),
    /// It could not start, or it stopped.
    Lost,
}

/// A bench that others work at; the work ends when this is dropped.
pub struct Worker<B: Bench>(Place<B>);

enum Place<B: Bench> {
    Away {
        worker: web_sys::Worker,
        _heard: [EventListener; 3],
    },
    Here(Rc<Turning<B>>),
}

impl<B> Worker<B>
where
    B: Bench,
    B::Ask: Serialize,
    B::Said: DeserializeOwned,
{
    /// Starts one away from the page; none where the browser has none.
    pub fn away(heard: impl Fn(Heard<B::Said>) + Clone + 'static) -> Option<Self> {
        let mulin = Reflect::get(&window(), &"mulin".into()).ok()?;
        let start: Function = Reflect::get(&mulin, &"reckoner".into()).ok()?.dyn_into().ok()?;
        let worker = start.call1(&JsValue::NULL, &B::NAME.into()).ok()?;
        let worker: web_sys::Worker = worker.dyn_into().ok()?;
        let (said, lost) = (heard.clone(), heard.clone());
        let listeners = [
            EventListener::new(&worker, "message", move |event| match bytes_of(event) {
                // It says nothing but that it is there.
                Some(bytes) if bytes.is_empty() => said(Heard::Ready),
                Some(bytes) => match postcard::from_bytes(&bytes) {
                    Ok(words) => said(Heard::Said(words)),
                    Err(_) => said(Heard::Lost),
                },
                None => {}
            }),
            EventListener::new(&worker, "error", move |_| heard(Heard::Lost)),
            EventListener::new(&worker, "messageerror", move |_| lost(Heard::Lost)),
        ];
        Some(Self(Place::Away {
            worker,
            _heard: listeners,
        }))
    }
    /// Works on the page itself, which can paint between two steps.
    pub fn here(heard: impl Fn(Heard<B::Said>) + Clone + 'static) -> Self {
        let said = heard.clone();
        // Whoever starts it has it in hand before it is heard of.
        Timeout::new(0, move || heard(Heard::Ready)).forget();
        Self(Place::Here(Turning::new(move |words| said(Heard::Said(words)))))
    }
    /// Tells or asks it something.
    pub fn say(&self, ask: B::Ask) {
        match &self.0 {
            Place::Away { worker, .. } => post(&ask, |bytes| worker.post_message(bytes)),
            Place::Here(turning) => turning.take(ask),
        }
    }
}

impl<B: Bench> Drop for Place<B> {
    fn drop(&mut self) {
        if let Self::Away { worker, .. } = self {
            worker.terminate();
        }
    }
}

/// Serves as a worker, where this is one of that bench; says whether it is.
pub fn serve<B>() -> bool
where
    B: Bench,
    B::Ask: DeserializeOwned,
    B::Said: Serialize,
{
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return false;
    };
    if scope.name() != B::NAME {
        return false;
    }
    console_error_panic_hook::set_once();
    let saying = scope.clone();
    let turning = Turning::<B>::new(move |said| post(&said, |bytes| saying.post_message(bytes)));
    // It hears as long as the worker lives.
    EventListener::new(&scope, "message", move |event| {
        let ask = bytes_of(event).and_then(|bytes| postcard::from_bytes(&bytes).ok());
        if let Some(ask) = ask {
            turning.take(ask);
        }
    })
    .forget();
    let _ = scope.post_message(&Uint8Array::new_with_length(0));
    true
}

fn post(words: &impl Serialize, by: impl FnOnce(&JsValue) -> Result<(), JsValue>) {
    // Text, numbers and lists cannot fail to be written.
    let bytes = postcard::to_allocvec(words).unwrap_or_default();
    // Refused only for what cannot be copied; bytes can.
    let _ = by(&Uint8Array::from(bytes.as_slice()));
}

fn bytes_of(event: &web_sys::Event) -> Option<Vec<u8>> {
    let data = event.dyn_ref::<MessageEvent>()?.data();
    Some(data.dyn_ref::<Uint8Array>()?.to_vec())
}

/// A bench whose steps are done one after the other, with time between them for what comes in.
struct Turning<B: Bench> {
    bench: RefCell<B>,
    say: Box<dyn Fn(B::Said)>,
    is_turning: Cell<bool>,
}

impl<B: Bench> Turning<B> {
    fn new(say: impl Fn(B::Said) + 'static) -> Rc<Self> {
        Rc::new(Self {
            bench: RefCell::default(),
            say: Box::new(say),
            is_turning: Cell::new(false),
        })
    }
    fn take(self: &Rc<Self>, ask: B::Ask) {
        let said = self.bench.borrow_mut().take(ask);
        if let Some(said) = said {
            (self.say)(said);
        }
        if !self.is_turning.replace(true) {
            turn(Rc::downgrade(self));
        }
    }
    /// A step; says whether another is to follow.
    fn step(&self) -> bool {
        let doing = self.bench.borrow().doing();
        let Some(doing) = doing else {
            self.is_turning.set(false);
            return false;
        };
        let said = measured(doing, || self.bench.borrow_mut().work());
        if let Some(said) = said {
            (self.say)(said);
        }
        true
    }
}

fn turn<B: Bench>(turning: Weak<Turning<B>>) {
    let step = move || {
        let goes_on = turning.upgrade().is_some_and(|turning| turning.step());
        if goes_on {
            turn(turning);
        }
    };
    Timeout::new(0, step).forget();
}
