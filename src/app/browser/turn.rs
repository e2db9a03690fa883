//! Turns among the windows of one browser: by Web Locks where there are, else everybody's at once.

use std::time::Duration;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::clock::within;

/// A turn; it ends when this is dropped, and by itself when the window is closed.
pub struct Turn(Option<Function>);

impl Drop for Turn {
    fn drop(&mut self) {
        if let Some(end) = &self.0 {
            let _ = end.call0(&JsValue::UNDEFINED);
        }
    }
}

/// Waits for the turn of this window at what a name stands for. Where the browser has no locks, or the turn
/// does not come in that time (a window that sleeps holds it), nobody waits any longer: what is done without a
/// turn may be done twice.
pub async fn turn(name: &str, patience: Duration) -> Turn {
    let Some(asked) = ask(name) else {
        return Turn(None);
    };
    let end = within(patience, JsFuture::from(asked)).await;
    Turn(end.and_then(Result::ok).and_then(|end| end.dyn_into().ok()))
}

/// Asks the browser for the lock. The promise gives, once the lock is had, what ends it.
fn ask(name: &str) -> Option<Promise> {
    let navigator = leptos::prelude::window().navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    let request: Function = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    Some(Promise::new(&mut |have, refused| {
        let held = Closure::once_into_js(move || {
            Promise::new(&mut |end, _| {
                let _ = have.call1(&JsValue::UNDEFINED, &end);
            })
        });
        let asked = request.call3(&locks, &name.into(), &Object::new(), &held);
        if asked.is_err() {
            let _ = refused.call0(&JsValue::UNDEFINED);
        }
    }))
}
