//! The facilitator's and planner's program: wall and desk. Built by Trunk, fetched by boot.js where
//! the address asks for one of them.

use leptos::prelude::*;
use mulin::app::address::Page;
use mulin::app::browser::worker;
use mulin::app::composer::ComposingBench;
use mulin::app::slow;
use mulin::app::study::StudyBench;

fn main() {
    // The desk starts this program once more as a worker, which studies, composes or asks the slow rules.
    if worker::serve::<StudyBench>() || worker::serve::<ComposingBench>() || worker::serve::<slow::Desk>() {
        return;
    }
    mulin::app::shell::start(|page| match page {
        Page::Desk if mulin::app::shell::asked().address.new_estate => {
            view! { <mulin::app::setup::Page /> }.into_any()
        }
        Page::Desk => view! { <mulin::app::desk::Page /> }.into_any(),
        Page::Wall | Page::Draw => view! { <mulin::app::wall::page::Page /> }.into_any(),
    });
}
