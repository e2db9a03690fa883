//! The picture of a kind, drawn by the same hand as the plan.

use leptos::html::Span;
use leptos::prelude::*;

use crate::app::browser::elements;
use crate::app::browser::later::Whole;
use crate::app::prefs::prefs;
use crate::app::session::session;
use crate::catalogue::KindId;
use crate::design::Params;
use crate::scene::{Theme, kind_icon_svg};

/// The side of a picture in pixels; the page scales it.
const SIDE: f64 = 64.0;

/// A picture; decoration only, the name stands beside it.
#[component]
pub fn KindPicture(
    /// What is pictured.
    kind: KindId,
) -> impl IntoView {
    let frame = NodeRef::<Span>::new();
    let catalogue = session().map(|session| session.project.with_value(|project| project.catalogue.clone()));
    let prefs = prefs();
    let whole = use_context::<Whole>();
    Effect::new(move |_| {
        // The plan comes first: what draws the pictures comes with the second part of the program.
        if !whole.is_none_or(Whole::get) {
            return;
        }
        let (Some(frame), Some(catalogue)) = (frame.get(), &catalogue) else {
            return;
        };
        let dark = prefs.is_some_and(|prefs| prefs.dark.get());
        if let Some(kind) = catalogue.kind(&kind) {
            let theme = if dark { Theme::DARK } else { Theme::LIGHT };
            elements::put_svg(&frame, &kind_icon_svg(kind, &Params::new(), SIDE, theme));
        }
    });
    view! { <span class="picture" aria-hidden="true" node_ref=frame></span> }
}
