//! A link as a QR code.

use leptos::html::Div;
use leptos::prelude::*;

use crate::app::address::Address;
use crate::app::browser::{elements, page};
use crate::formats::qr::modules;

/// A text's code as SVG, dark on light with the quiet zone that cameras need.
pub fn qr_svg(text: &str) -> Option<String> {
    const QUIET: usize = 4;
    let (width, dark) = modules(text)?;
    let side = width + 2 * QUIET;
    let path: String = dark
        .iter()
        .enumerate()
        .filter(|(_, dark)| **dark)
        .map(|(at, _)| format!("M{} {}h1v1h-1z", at % width + QUIET, at / width + QUIET))
        .collect();
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\" \
         aria-hidden=\"true\"><rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path d=\"{path}\" fill=\"#000\"/></svg>"
    ))
}

/// The address of the drawing page of this project, for whoever is to draw too. It is not the link of a design: who
/// scanned that could read who drew it.
pub fn drawing_page() -> String {
    let (address, _) = Address::read(&page::query());
    let project = address
        .project
        .map(|project| format!("&project={project}"))
        .unwrap_or_default();
    format!("{}?view=draw{project}", page::base())
}

/// The code of a text, with what it is for those who cannot see it.
#[component]
pub fn Qr(
    /// What a camera reads.
    text: String,
    /// What it is.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    let frame = NodeRef::<Div>::new();
    let svg = qr_svg(&text);
    Effect::new(move |_| {
        if let (Some(frame), Some(svg)) = (frame.get(), &svg) {
            elements::put_svg(&frame, svg);
        }
    });
    view! { <div class="qr" role="img" node_ref=frame data-link=text aria-label=move || label.get()></div> }
}
