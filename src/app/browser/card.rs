//! A drawn card as a picture of dots, saved or handed to another program of the device.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// The dots of a card for each of its pixels, so that small letters are read on any screen.
const SHARP: f64 = 2.0;

/// The PNG of an SVG file of a width and height in pixels; none where the browser cannot.
pub async fn png(svg: &str, width: f64, height: f64) -> Option<Vec<u8>> {
    let parts = js_sys::Array::of1(&JsValue::from_str(svg));
    let options = web_sys::BlobPropertyBag::new();
    options.set_type("image/svg+xml");
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let url = web_sys::Url::create_object_url_with_blob(&blob).ok()?;
    let drawn = drawn(&url, width, height).await;
    let _ = web_sys::Url::revoke_object_url(&url);
    let blob = gloo::file::Blob::from(drawn?);
    gloo::file::futures::read_as_bytes(&blob).await.ok()
}

async fn drawn(url: &str, width: f64, height: f64) -> Option<web_sys::Blob> {
    let image = web_sys::HtmlImageElement::new().ok()?;
    image.set_src(url);
    JsFuture::from(image.decode()).await.ok()?;
    let canvas: web_sys::HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width((width * SHARP).ceil() as u32);
    canvas.set_height((height * SHARP).ceil() as u32);
    let brush: web_sys::CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    brush
        .draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width * SHARP, height * SHARP)
        .ok()?;
    let made = js_sys::Promise::new(&mut |resolve, reject| {
        if canvas.to_blob_with_type(&resolve, "image/png").is_err() {
            let _ = reject.call0(&JsValue::NULL);
        }
    });
    JsFuture::from(made).await.ok()?.dyn_into().ok()
}

/// Whether the browser can hand a picture to another program of the device.
pub fn can_share() -> bool {
    let has = |name: &str| js_sys::Reflect::has(&window().navigator(), &name.into()) == Ok(true);
    has("share") && has("canShare")
}

/// Hands a picture over; says whether it was taken. One that the person thought better of counts
/// as taken: nothing is to be said of it.
pub async fn share(name: &str, title: &str, png: &[u8]) -> bool {
    match try_share(name, title, png) {
        Some(handed) => match JsFuture::from(handed).await {
            Ok(_) => true,
            Err(why) => why
                .dyn_ref::<web_sys::DomException>()
                .is_some_and(|why| why.name() == "AbortError"),
        },
        None => false,
    }
}

fn try_share(name: &str, title: &str, png: &[u8]) -> Option<js_sys::Promise> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(png));
    let options = web_sys::FilePropertyBag::new();
    options.set_type("image/png");
    let file = web_sys::File::new_with_u8_array_sequence_and_options(&parts, name, &options).ok()?;
    let data = js_sys::Object::new();
    js_sys::Reflect::set(&data, &"files".into(), &js_sys::Array::of1(&file)).ok()?;
    js_sys::Reflect::set(&data, &"title".into(), &title.into()).ok()?;
    let navigator = window().navigator();
    let call = |name: &str| -> Option<JsValue> {
        let known = js_sys::Reflect::get(&navigator, &name.into()).ok()?;
        known
            .dyn_into::<js_sys::Function>()
            .ok()?
            .call1(&navigator, &data)
            .ok()
    };
    let takes = call("canShare")?.as_bool()?;
    takes.then(|| call("share"))??.dyn_into().ok()
}
