//! Once a frame, outside the reactive graph: however often it is asked, the work is done once
//! before the screen is painted.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// Work that is done at most once a frame.
#[derive(Clone)]
pub struct Frames {
    asked: Rc<Cell<bool>>,
    /// What the browser calls, made once: to make it anew for each frame costs as much as asking.
    call: Rc<Closure<dyn FnMut()>>,
}

impl Frames {
    /// Frames that do this work.
    pub fn new(mut work: impl FnMut() + 'static) -> Self {
        let asked = Rc::new(Cell::new(false));
        let taken = asked.clone();
        let call = Closure::new(move || {
            taken.set(false);
            work();
        });
        Self {
            asked,
            call: Rc::new(call),
        }
    }
    /// Asks for the work before the next frame.
    pub fn ask(&self) {
        if self.asked.replace(true) {
            return;
        }
        let function = (*self.call).as_ref().unchecked_ref();
        if leptos::prelude::window()
            .request_animation_frame(function)
            .is_err()
        {
            self.asked.set(false);
        }
    }
}

/// Milliseconds since the page began; only differences of it mean something.
pub fn now_ms() -> f64 {
    thread_local! {
        // Asked some ten times a frame: to go by the window each time costs more than the answer.
        static CLOCK: Option<web_sys::Performance> = web_sys::window().and_then(|window| window.performance());
    }
    CLOCK.with(|clock| clock.as_ref().map_or(0.0, web_sys::Performance::now))
}
