//! The resident's program: the drawing page, and the worker that asks the slow rules. Built by Trunk.

use leptos::prelude::*;

fn main() {
    if !mulin::app::browser::worker::serve::<mulin::app::slow::Desk>() {
        mulin::app::shell::start(|_| view! { <mulin::app::draw::Page /> }.into_any());
    }
}
