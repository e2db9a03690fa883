//! A worker for files from inside: it hears one job, does it, tells how far it is, and answers.

use gloo::events::EventListener;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::DedicatedWorkerGlobalScope;

use crate::exchange::Done;
use crate::formats::Meter;

/// Serves as a worker that does jobs of one sort.
pub fn serve(perform: fn(&str, &[Vec<u8>], &mut Meter) -> Done) {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    console_error_panic_hook::set_once();
    let answering = scope.clone();
    // It hears as long as the worker lives.
    EventListener::new(&scope, "message", move |event| {
        let data = event
            .dyn_ref::<web_sys::MessageEvent>()
            .map(web_sys::MessageEvent::data);
        let Some(words) = data.as_ref().and_then(|data| data.dyn_ref::<Array>()) else {
            return;
        };
        let job = words.get(0).as_string().unwrap_or_default();
        let files: Vec<Vec<u8>> = words
            .iter()
            .skip(1)
            .map(|file| Uint8Array::new(&file).to_vec())
            .collect();
        // A number is a percent; what cannot be told is not waited for.
        let mut tell = |percent: u8| {
            let _ = answering.post_message(&percent.into());
        };
        let done = perform(&job, &files, &mut Meter::new(&mut tell));
        let answer = Array::of2(&done.said.into(), &Uint8Array::from(done.file.as_slice()));
        // Refused only for what cannot be copied; texts and bytes can.
        let _ = answering.post_message(&answer);
    })
    .forget();
    let _ = scope.post_message(&"ready".into());
}
