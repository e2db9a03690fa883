//! Once a frame, outside the reactive graph: however often it is asked, the work is done once
//! before the screen is painted.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// Work that is done at most once a frame.
#[derive(Clone)]
pub struct Frames(Rc<Asked>);

struct Asked {
    /// The browser's number of the frame that was asked for; none while none is.
    number: Rc<Cell<Option<i32>>>,
    /// What the browser calls, made once: to make it anew for each frame costs as much as asking.
    call: Closure<dyn FnMut()>,
}

impl Frames {
    /// Frames that do this work.
    pub fn new(mut work: impl FnMut() + 'static) -> Self {
        let number = Rc::new(Cell::new(None));
        let taken = number.clone();
        let call = Closure::new(move || {
            taken.set(None);
            work();
        });
        Self(Rc::new(Asked { number, call }))
    }
    /// Asks for the work before the next frame.
    pub fn ask(&self) {
        let Asked { number, call } = &*self.0;
        if number.get().is_none() {
            let asked = window().request_animation_frame(call.as_ref().unchecked_ref());
            number.set(asked.ok());
        }
    }
}

impl Drop for Asked {
    fn drop(&mut self) {
        // The page that wanted the frame is gone, and with it what the browser would call.
        if let Some(number) = self.number.take() {
            let _ = window().cancel_animation_frame(number);
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
