//! The resident's program: the drawing page. Built by Trunk.

use leptos::prelude::*;

fn main() {
    mulin::app::shell::start(|_| view! { <mulin::app::draw::Page /> }.into_any());
}
