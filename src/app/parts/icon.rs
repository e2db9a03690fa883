//! The icons of buttons: thin strokes on a grid of 24, by the names that the action table uses.

use leptos::prelude::*;

/// Strokes by name, each an SVG path.
const ICONS: &[(&str, &str)] = &[
    ("undo", "M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3"),
    ("redo", "m15 14 5-5-5-5M20 9H10a6 6 0 0 0 0 12h3"),
    ("delete", "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v6M14 11v6"),
    ("duplicate", "M9 9h11v11H9zM15 9V4H4v11h5"),
    ("turn-left", "M4 4v6h6M4.6 10A8 8 0 1 1 4 14"),
    ("turn-right", "M20 4v6h-6M19.4 10A8 8 0 1 0 20 14"),
    ("grow", "M14 4h6v6M10 20H4v-6M20 4l-7 7M4 20l7-7"),
    ("shrink", "M20 10h-6V4M4 14h6v6M14 10l7-7M10 14l-7 7"),
    ("corner-next", "M4 20V6h14M10 12h9M15 8l4 4-4 4"),
    ("corner-add", "M4 20V6h14M18 3v6M15 6h6"),
    ("corner-remove", "M4 20V6h14M15 6h6"),
    ("arrow-left", "M19 12H5M11 6l-6 6 6 6"),
    ("arrow-right", "M5 12h14M13 6l6 6-6 6"),
    ("arrow-up", "M12 19V5M6 11l6-6 6 6"),
    ("arrow-down", "M12 5v14M6 13l6 6 6-6"),
    ("next", "m9 5 7 7-7 7"),
    ("previous", "m15 5-7 7 7 7"),
    ("up", "m5 15 7-7 7 7"),
    ("down", "m5 9 7 7 7-7"),
    ("select-all", "M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M9 9h6v6H9z"),
    ("select-none", "M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4"),
    (
        "lasso",
        "M12 4c5 0 9 2.6 9 6s-4 6-9 6c-1.6 0-3-.2-4.3-.7M3 10c0-3.4 4-6 9-6M3 10c0 2.2 1.8 4 4.5 5.2M7.5 15.2a2 2 0 1 1-2.6 2.6M6 18.5c0 1.5-.6 2.4-1.8 3",
    ),
    (
        "choose-box",
        "M4 7V4h3M10 4h4M17 4h3v3M20 10v4M20 17v3h-3M14 20h-4M7 20H4v-3M4 14v-4",
    ),
    (
        "select-kind",
        "M4 4h6v6H4zM14 14h6v6h-6zM14 4h6v6h-6zM4 17h6M7 14v6",
    ),
    (
        "group",
        "M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M8 8h5v5H8zM11 13v3h5v-5h-3",
    ),
    (
        "ungroup",
        "M4 8V4h4M20 16v4h-4M4 12h6v-6M14 12h6v6h-6zM4 6h6M4 6v6",
    ),
    (
        "enter-group",
        "M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M12 7v10M8 13l4 4 4-4",
    ),
    ("lock", "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v2"),
    ("unlock", "M6 11h12v9H6zM8.5 11V7a3.5 3.5 0 0 1 6.8-1.2M12 14.5v2"),
    (
        "hide",
        "M3 12s3.5-6 9-6 9 6 9 6-3.5 6-9 6-9-6-9-6zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M4 4l16 16",
    ),
    (
        "show",
        "M3 12s3.5-6 9-6 9 6 9 6-3.5 6-9 6-9-6-9-6zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5",
    ),
    ("align-left", "M4 3v18M8 6h12v4H8zM8 14h7v4H8z"),
    ("align-centre", "M12 3v3M12 10v4M12 18v3M5 6h14v4H5zM8 14h8v4H8z"),
    ("align-right", "M20 3v18M4 6h12v4H4zM9 14h7v4H9z"),
    ("align-top", "M3 4h18M6 8h4v12H6zM14 8h4v7h-4z"),
    ("align-middle", "M3 12h3M10 12h4M18 12h3M6 5h4v14H6zM14 8h4v8h-4z"),
    ("align-bottom", "M3 20h18M6 4h4v12H6zM14 9h4v7h-4z"),
    ("distribute-across", "M4 3v18M20 3v18M9.5 7h5v10h-5z"),
    ("distribute-along", "M3 4h18M3 20h18M7 9.5h10v5H7z"),
    (
        "cut",
        "M8 8l11 9M8 16 19 7M6.5 9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM6.5 20a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
    ),
    ("paste", "M8 5H5v16h14V5h-3M8 3h8v4H8zM9 12h6M9 16h4"),
    ("row", "M3 9h4v6H3zM10 9h4v6h-4zM17 9h4v6h-4zM3 20h18"),
    (
        "replace",
        "M4 4h7v7H4zM16.5 13a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M14 7h5v3M10 17H5v-3",
    ),
    (
        "place",
        "M12 21s-7-6.2-7-11a7 7 0 0 1 14 0c0 4.8-7 11-7 11zM12 7.5v5M9.5 10h5",
    ),
    (
        "pin",
        "M12 21s-7-6.2-7-11a7 7 0 0 1 14 0c0 4.8-7 11-7 11zM12 10h.01",
    ),
    ("done", "m4 12.5 5 5L20 6.5"),
    (
        "sun",
        "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2",
    ),
    ("play", "M8 5v14l11-7z"),
    ("pause", "M8 5v14M16 5v14"),
    ("cancel", "M6 6l12 12M18 6 6 18"),
    ("pointer", "m5 3 6 17 2.5-7L20 10.5z"),
    (
        "hand",
        "M8 12V6a1.6 1.6 0 0 1 3.2 0v5V4.6a1.6 1.6 0 0 1 3.2 0V11 6a1.6 1.6 0 0 1 3.2 0v8a7 7 0 0 1-7 7c-3 0-4.5-1.5-6-4l-2-3.5a1.6 1.6 0 0 1 2.7-1.6z",
    ),
    (
        "outline",
        "M5 18 8 6l11 3-2 10zM8 6h.01M19 9h.01M17 19h.01M5 18h.01",
    ),
    (
        "draw",
        "M4 20l1.2-4.4L16 4.8l3.2 3.2L8.4 18.8zM13.5 7.3l3.2 3.2M14 20h6",
    ),
    ("pen", "M4 20l1.2-4.4L16 4.8l3.2 3.2L8.4 18.8zM13.5 7.3l3.2 3.2"),
    ("point-back", "M8 5 4 9l4 4M4 9h9a5 5 0 0 1 0 10h-2"),
    ("rectangle", "M4 6h16v12H4zM4 6h.01M20 6h.01M20 18h.01M4 18h.01"),
    ("rectangle-turned", "M9 3 21 9l-6 12L3 15z"),
    (
        "engine",
        "M2 16V8h11v8M13 10h5l3 3v3M2 16h2M8 16h6M18 16h3M6 16a1 1 0 1 0 .01 0M16 16a1 1 0 1 0 .01 0M3 5h9",
    ),
    ("way", "M4 19c4 0 4-5 8-5s4-7 8-9M4 19h.01M20 5h.01"),
    ("measure", "M3 15 15 3l6 6L9 21zM7 11l2 2M10 8l3 3M13 5l2 2"),
    ("measure-path", "M4 19V8h9V4h7M4 19h.01M20 4h.01M4 12h3M9 8v3"),
    ("measure-area", "M4 4h16v16H4zM4 9h3M4 14h3M9 20v-3M14 20v-3"),
    (
        "snap",
        "M6 4v8a6 6 0 0 0 12 0V4h-4v8a2 2 0 0 1-4 0V4zM6 8h4M14 8h4",
    ),
    ("zoom-in", "M12 5v14M5 12h14"),
    ("zoom-out", "M5 12h14"),
    ("fit", "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5M9 12h6M12 9v6"),
    (
        "fit-selection",
        "M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M8.5 12h7M12 8.5v7",
    ),
    ("layers", "m12 3 9 5-9 5-9-5zM3 12.5l9 5 9-5M3 17l9 5 9-5"),
    ("pipes", "M3 8h8a3 3 0 0 1 3 3v10M3 4v8M10 21h8M14 8h7M21 5v6"),
    ("before", "M4 5h16v14H4zM12 5v14M8 9h.01M8 13h.01M8 16h.01"),
    ("split", "M12 3v18M8 8l-4 4 4 4M16 8l4 4-4 4"),
    ("map", "m3 6 6-2 6 2 6-2v14l-6 2-6-2-6 2zM9 4v14M15 6v14"),
    ("ruler", "M3 17 17 3l4 4L7 21zM7 13l2 2M10 10l2 2M13 7l2 2"),
    ("north", "m12 3 6 18-6-4.5L6 21zM12 3v13.5"),
    ("level", "M3 17h18M6 13V7h12v6zM6 7l-3 3M18 7l3 3"),
    (
        "palette",
        "M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM16.5 14v6M13.5 17h6",
    ),
    ("list", "M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01"),
    ("wish", "M4 5h16v11H11l-5 4v-4H4zM8 9h8M8 12h5"),
    ("send", "M21 3 3 11l6 3 3 6zM9 14l5-5"),
    ("save", "M12 4v11M7 10l5 5 5-5M4 20h16"),
    ("open", "M12 16V5M7 10l5-5 5 5M4 20h16"),
    ("new", "M6 3h8l5 5v13H6zM14 3v5h5M9 14h6M12 11v6"),
    (
        "help",
        "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7M12 17h.01",
    ),
    ("info", "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5M12 8h.01"),
    ("theme", "M20 14A8.5 8.5 0 1 1 10 4a7 7 0 0 0 10 10z"),
    (
        "language",
        "M4 6h9M8.5 4v2M11 6c-1 4-4 6-7 7M6 9c1 2 3 4 6 4M12 20l4-9 4 9M13.5 17h5",
    ),
    ("large-text", "M3 19 8 6l5 13M4.8 15h6.4M15 19l3-8 3 8M16 16.5h4"),
    ("menu", "M4 7h16M4 12h16M4 17h16"),
    ("search", "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l5 5"),
    (
        "mend",
        "M14.5 6.5a4 4 0 0 0 5 5L12 19l-4-4zM8 15l-4 4 1 1 4-4M14.5 6.5 17 4M19.5 11.5 22 9",
    ),
    ("copy", "M9 9h11v11H9zM15 9V4H4v11h5"),
    (
        "cloud",
        "M7 18a4 4 0 0 1-.5-8 6 6 0 0 1 11.5 1.5 3.3 3.3 0 0 1 0 6.5z",
    ),
    ("beside", "M4 4v16M8 12h3M13 7h7v10h-7zM10 10l2 2-2 2"),
    ("flag", "M6 21V4M6 5h12l-3 4 3 4H6"),
    ("clock", "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2"),
    (
        "find",
        "M12 3v4M12 17v4M3 12h4M17 12h4M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8z",
    ),
];

/// The stroke of an icon; a ring for a name that there is none of.
fn strokes(name: &str) -> &'static str {
    ICONS
        .iter()
        .find(|(known, _)| *known == name)
        .map_or("M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16z", |(_, strokes)| *strokes)
}

/// An icon; decoration only, the words stand beside it or in its button's label.
#[component]
pub fn Icon(#[prop(into)] name: Signal<&'static str>) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=move || strokes(name.get())></path>
        </svg>
    }
}

/// The sign of how grave a finding is: a filled triangle, a ring, a dot. Never colour alone.
#[component]
pub fn SeverityMark(severity: crate::rules::Severity) -> impl IntoView {
    use crate::rules::Severity;
    let drawn = match severity {
        Severity::Must => view! { <path d="M12 3 22.5 21h-21z" fill="currentColor"></path> }.into_any(),
        Severity::Should => view! {
            <circle cx="12" cy="12" r="8" fill="none" stroke="currentColor" stroke-width="3.5"></circle>
        }
        .into_any(),
        _ => view! { <circle cx="12" cy="12" r="5" fill="currentColor"></circle> }.into_any(),
    };
    view! {
        <svg class="mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            {drawn}
        </svg>
    }
}
