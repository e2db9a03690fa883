//! Once a frame, outside the reactive graph: however often it is asked, the work is done once
//! before the screen is painted.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::request_animation_frame;

/// Work that is done at most once a frame.
#[derive(Clone)]
pub struct Frames {
    asked: Rc<Cell<bool>>,
    work: Rc<RefCell<dyn FnMut()>>,
}

impl Frames {
    /// Frames that do this work.
    pub fn new(work: impl FnMut() + 'static) -> Self {
        Self {
            asked: Rc::new(Cell::new(false)),
            work: Rc::new(RefCell::new(work)),
        }
    }
    /// Asks for the work before the next frame.
    pub fn ask(&self) {
        if self.asked.replace(true) {
            return;
        }
        let frames = self.clone();
        request_animation_frame(move || {
            frames.asked.set(false);
            // Held only if the work itself waited for a frame, which it cannot.
            if let Ok(mut work) = frames.work.try_borrow_mut() {
                work();
            }
        });
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
