//! The worker from inside: it hears questions, asks the slow rules a slice at a time, and answers.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::DedicatedWorkerGlobalScope;

use crate::app::inquiry::Inquiry;
use crate::app::slow::{Desk, Question, Reply};

/// Serves as a worker, where this is one; says whether it is.
pub fn serve() -> bool {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return false;
    };
    console_error_panic_hook::set_once();
    let desk = Rc::new(RefCell::new(Desk::default()));
    let listening = scope.clone();
    // It hears as long as the worker lives.
    EventListener::new(&scope, "message", move |event| {
        let data = event
            .dyn_ref::<web_sys::MessageEvent>()
            .map(web_sys::MessageEvent::data);
        if let Some(question) = data.as_ref().and_then(read) {
            let was_at_work = desk.borrow().has_work();
            desk.borrow_mut().take(question);
            if !was_at_work {
                work(desk.clone(), listening.clone());
            }
        }
    })
    .forget();
    post(&scope, "ready", 0, "");
    true
}

/// One slice of work, and the next after what was said meanwhile was heard.
fn work(desk: Rc<RefCell<Desk>>, scope: DedicatedWorkerGlobalScope) {
    let slice = move || {
        let reply = desk.borrow_mut().work();
        match reply {
            Some(Reply::Answered(number, text)) => post(&scope, "answered", number, &text),
            Some(Reply::Mended(number, text)) => post(&scope, "mended", number, &text),
            Some(Reply::Found(number, text)) => post(&scope, "found", number, &text),
            None => {}
        }
        if desk.borrow().has_work() {
            work(desk, scope);
        }
    };
    Timeout::new(0, slice).forget();
}

fn post(scope: &DedicatedWorkerGlobalScope, what: &str, number: u64, text: &str) {
    let words: [JsValue; 3] = [what.into(), (number as f64).into(), text.into()];
    // Refused only for what cannot be copied; texts can.
    let _ = scope.post_message(&words.iter().collect::<Array>());
}

fn read(data: &JsValue) -> Option<Question> {
    let words: &Array = data.dyn_ref()?;
    let text = |at: u32| words.get(at).as_string().unwrap_or_default();
    let bytes = |at: u32| {
        words
            .get(at)
            .dyn_into()
            .map_or_else(|_| Vec::new(), |bytes: Uint8Array| bytes.to_vec())
    };
    let number = words.get(1).as_f64().unwrap_or_default() as u64;
    match words.get(0).as_string()?.as_str() {
        "project" => Some(Question::Project {
            file: bytes(1),
            estate: bytes(2),
        }),
        "ask" => Some(Question::Ask(number, text(2))),
        "mend" => Some(Question::Mend(number, text(2), text(3))),
        "inquire" => Some(Question::Inquire(number, text(2), Inquiry::read(&text(3))?)),
        _ => None,
    }
}
