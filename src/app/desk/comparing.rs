//! "Compare": two to four designs beside each other on tied maps, over each other on
//! the large one, their figures and findings in one table, and the things in which they differ.

use std::sync::Arc;

use leptos::prelude::*;

use super::compare_figures::Figures;
use super::compare_things::differing_things;
use super::map::theme;
use super::rows::title_of;
use super::state::Desk;
use crate::agreement::held_by;
use crate::app::browser::look::{Laid, Look, around};
use crate::app::parts::plan_view::{PlanView, SharedLook, Tie};
use crate::app::words::{Words, t, words};
use crate::design::Design;
use crate::scene::{Scene, compared};
use crate::tally::Received;
use crate::text::Message;

const MOST: usize = 4;

/// The whole tab.
#[component]
pub fn Comparing(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let picked = Memo::new(move |_| Picked(Arc::new(compared_designs(desk))));
    move || {
        let all = picked.get().0;
        if all.len() < 2 {
            return view! { <p class="nothing" data-testid="compare-none">{t!("compare-pick")}</p> }
                .into_any();
        }
        view! {
            <div class="tablebox" data-testid="compare">
                <p class="small" data-testid="compare-key">{t!("compare-over")}</p>
                {maps(desk, &all)}
                <Figures desk all=all.clone() />
                {differing_things(desk, &all)}
            </div>
        }
        .into_any()
    }
}

/// The designs that are compared: the first of those that were picked.
pub fn compared_designs(desk: Desk) -> Vec<Arc<Received>> {
    let names = desk.picked.get();
    let found = names.into_iter().filter_map(|name| desk.received(name));
    found.take(MOST).collect()
}

/// The compared designs over each other: what all have recedes. None for fewer than two.
pub fn over_each_other(desk: Desk) -> Option<Scene> {
    let all = compared_designs(desk);
    let designs: Vec<&Design> = all.iter().map(|one| &*one.design).collect();
    let whole = (1_u32 << designs.len()) - 1;
    let in_all = held_by(&designs).into_iter();
    let in_all = in_all.map(|held| held.into_iter().map(|held| held == whole).collect());
    let laid: Vec<(&Design, Vec<bool>)> = designs.iter().copied().zip(in_all).collect();
    (laid.len() > 1).then(|| compared(&laid))
}

#[derive(Clone)]
struct Picked(Arc<Vec<Arc<Received>>>);

impl PartialEq for Picked {
    fn eq(&self, other: &Self) -> bool {
        self.0.len() == other.0.len() && self.0.iter().zip(other.0.iter()).all(|(a, b)| a.name == b.name)
    }
}

/// Maps that move together.
fn maps(desk: Desk, all: &[Arc<Received>]) -> AnyView {
    let words = words();
    let look =
        use_context::<SharedLook>().unwrap_or_else(|| SharedLook::new(Look::new(desk.project.get_value())));
    let frame = around(all.iter().map(|one| &one.design), 120.0);
    let tie = Tie::new(look, Signal::stored(frame));
    let theme = theme();
    let one = |(at, one): (usize, &Arc<Received>)| {
        let design = one.design.clone();
        let title = {
            let design = design.clone();
            Signal::derive(move || numbered(words, at, &design))
        };
        let laid = Signal::derive(move || Laid::One(design.clone()));
        view! {
            <figure class="tied"><figcaption class="small">{move || title.get()}</figcaption>
                <div class="tiedmap"><PlanView tie laid theme label=title keys=true /></div></figure>
        }
    };
    view! { <div class="tiedmaps">{all.iter().enumerate().map(one).collect_view()}</div> }.into_any()
}

/// The number of a design on the map that lays them over each other, and its title.
pub fn numbered(words: Words, at: usize, design: &Design) -> String {
    let title = title_of(words, design);
    words.say(
        &Message::new("compare-numbered")
            .with("n", at + 1)
            .with("title", title),
    )
}
