//! A kind's picture in the set-up, by the same hand as the plan.

use std::sync::Arc;

use leptos::html::Span;
use leptos::prelude::*;

use crate::app::browser::elements;
use crate::app::prefs::prefs;
use crate::app::words::words;
use crate::catalogue::Kind;
use crate::design::Params;
use crate::scene::{Theme, kind_icon, kind_icon_svg};
use crate::text::Message;

/// A picture; decoration only, the name stands beside it.
#[component]
pub fn KindLook(
    /// What is pictured.
    #[prop(into)]
    kind: Signal<Arc<Kind>>,
    /// Its side in pixels.
    side: f64,
) -> impl IntoView {
    let frame = NodeRef::<Span>::new();
    let prefs = prefs();
    Effect::new(move |_| {
        let Some(frame) = frame.get() else { return };
        let dark = prefs.is_some_and(|prefs| prefs.dark.get());
        let theme = if dark { Theme::DARK } else { Theme::LIGHT };
        let drawn = kind.with(|kind| kind_icon_svg(kind, &Params::new(), side, theme));
        elements::put_svg(&frame, &drawn);
    });
    view! { <span class="picture" aria-hidden="true" style:width=format!("{side}px") style:height=format!("{side}px") node_ref=frame></span> }
}

/// A large picture with a bar that says how long a metre is in it.
#[component]
pub fn TruePicture(
    /// What is pictured.
    kind: Signal<Arc<Kind>>,
) -> impl IntoView {
    const SIDE: f64 = 220.0;
    let words = words();
    let bar = move || {
        kind.with(|kind| {
            let (_, view) = kind_icon(kind, &Params::new(), SIDE);
            let metres = [0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0]
                .into_iter()
                .rfind(|m| m * view.scale <= SIDE * 0.5);
            let metres = metres.unwrap_or(0.2);
            (metres, metres * view.scale)
        })
    };
    let size = move || {
        kind.with(|kind| {
            words.say(
                &Message::new("size-rectangle")
                    .number("width", kind.size.0, 2)
                    .number("depth", kind.size.1, 2),
            )
        })
    };
    let length = move || words.say(&Message::new("kinds-metres").number("metres", bar().0, 1));
    view! {
        <figure class="truepicture" data-testid="kind-picture">
            <KindLook kind side=SIDE />
            <figcaption class="small">
                <span>{size}</span>
                <span class="metrebar"><i style:width=move || format!("{:.1}px", bar().1)></i>{length}</span>
            </figcaption>
        </figure>
    }
}
