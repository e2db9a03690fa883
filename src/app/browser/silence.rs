//! The end of waiting for somebody who is heard again and again, and then no more.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use js_sys::{Function, Promise};
use leptos::prelude::{TimeoutHandle, set_timeout_with_handle};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// A silence: it is over the waiting when it has lasted as long as is waited.
#[derive(Clone)]
pub struct Silence(Rc<Inner>);

struct Inner {
    lasted: Promise,
    end: RefCell<Option<Function>>,
    timer: Cell<Option<TimeoutHandle>>,
    patience: Cell<Duration>,
    is_broken: Cell<bool>,
}

impl Silence {
    /// It begins now.
    pub fn begun(patience: Duration) -> Self {
        let end = RefCell::new(None);
        let lasted = Promise::new(&mut |resolve, _| drop(end.replace(Some(resolve))));
        let silence = Self(Rc::new(Inner {
            lasted,
            end,
            timer: Cell::new(None),
            patience: Cell::new(patience),
            is_broken: Cell::new(false),
        }));
        silence.anew(patience);
        silence
    }
    /// Something was heard; from now on so long is waited.
    pub fn broken(&self, patience: Duration) {
        self.0.is_broken.set(true);
        self.anew(patience);
    }
    /// Whether anything was ever heard.
    pub fn was_broken(&self) -> bool {
        self.0.is_broken.get()
    }
    /// How long is waited now.
    pub fn patience(&self) -> Duration {
        self.0.patience.get()
    }
    /// Ends when it has lasted as long as is waited.
    pub async fn lasted(self) {
        // It is never rejected.
        let _ = JsFuture::from(self.0.lasted.clone()).await;
    }

    fn anew(&self, patience: Duration) {
        self.0.patience.set(patience);
        let end = self.0.end.borrow().clone();
        let over = move || {
            let _ = end.as_ref().map(|end| end.call0(&JsValue::NULL));
        };
        let timer = set_timeout_with_handle(over, patience).ok();
        if let Some(before) = self.0.timer.replace(timer) {
            before.clear();
        }
    }
}
