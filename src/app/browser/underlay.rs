//! The picture underneath, decoded and painted.

use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, HtmlImageElement};

use crate::geometry::View;
use crate::project::Underlay;

/// A picture that lies under the plan, ready to be painted.
#[derive(Clone)]
pub struct LaidPicture {
    image: HtmlImageElement,
    of: Underlay,
}

impl LaidPicture {
    /// The picture at an address; none when there is no picture, or one that the browser cannot read.
    pub async fn fetched(url: &str, of: Underlay) -> Option<Rc<Self>> {
        Some(Rc::new(Self {
            image: decoded(url).await?,
            of,
        }))
    }
    /// The same picture where another state of the set-up has it.
    pub fn lying(&self, of: Underlay) -> Rc<Self> {
        Rc::new(Self {
            image: self.image.clone(),
            of,
        })
    }
    /// The box of what is shown of it.
    pub fn bounds(&self) -> Option<crate::geometry::Bounds> {
        crate::geometry::Bounds::of(self.of.corners())
    }
    /// Paints what is shown of it, seen through a view, on a screen with so many device pixels a CSS pixel.
    pub fn paint(&self, ctx: &CanvasRenderingContext2d, view: &View, dpr: f64) {
        // The file may be another than it was when the project was written: the project's word counts.
        let (own_width, own_height) = (
            f64::from(self.image.natural_width()),
            f64::from(self.image.natural_height()),
        );
        let [left, top, right, bottom] = self.of.crop;
        let [corner, beside, _, below] = self.of.corners().map(|place| view.screen_from_world(place));
        let (across, down) = (beside - corner, below - corner);
        ctx.set_global_alpha(self.of.strength);
        // One unit across and down is what is shown of the picture.
        let _ = ctx.set_transform(
            across.x * dpr,
            across.y * dpr,
            down.x * dpr,
            down.y * dpr,
            corner.x * dpr,
            corner.y * dpr,
        );
        let _ = ctx.draw_image_with_html_image_element_and_sw_and_sh_and_dx_and_dy_and_dw_and_dh(
            &self.image,
            left * own_width,
            top * own_height,
            (right - left) * own_width,
            (bottom - top) * own_height,
            0.0,
            0.0,
            1.0,
            1.0,
        );
        ctx.set_global_alpha(1.0);
    }
}

async fn decoded(url: &str) -> Option<HtmlImageElement> {
    let image = HtmlImageElement::new().ok()?;
    image.set_src(url);
    JsFuture::from(image.decode()).await.ok()?;
    Some(image)
}

/// A picture that was made fit to lie underneath.
pub struct Prepared {
    /// A JPEG.
    pub bytes: Vec<u8>,
    /// Its pixels across and down.
    pub pixels: [u32; 2],
    /// Its pixels before it was made smaller.
    pub was: [u32; 2],
}

/// More pixels across or down than this are made fewer: a sheet A1 at 120 dots an inch.
const MOST_SIDE: f64 = 4_096.0;
/// How well a picture is kept, of 1.
const JPEG_QUALITY: f64 = 0.88;

/// Makes a picture file of any kind that the browser reads a JPEG of no more pixels than a phone can bear;
/// none when the browser cannot read it.
pub async fn prepared(bytes: &[u8]) -> Option<Prepared> {
    let blob =
        web_sys::Blob::new_with_u8_array_sequence(&js_sys::Array::of1(&js_sys::Uint8Array::from(bytes)))
            .ok()?;
    let url = web_sys::Url::create_object_url_with_blob(&blob).ok()?;
    let image = decoded(&url).await;
    let _ = web_sys::Url::revoke_object_url(&url);
    let image = image?;
    let was = [image.natural_width(), image.natural_height()];
    let shrink = (MOST_SIDE / f64::from(was[0].max(was[1]).max(1))).min(1.0);
    let pixels = was.map(|side| ((f64::from(side) * shrink).round() as u32).max(1));
    let canvas: web_sys::HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(pixels[0]);
    canvas.set_height(pixels[1]);
    let brush: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let (width, height) = (f64::from(pixels[0]), f64::from(pixels[1]));
    // What is clear in a PNG is paper.
    brush.set_fill_style_str("#fff");
    brush.fill_rect(0.0, 0.0, width, height);
    brush
        .draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)
        .ok()?;
    let made = js_sys::Promise::new(&mut |resolve, reject| {
        let quality = JsValue::from_f64(JPEG_QUALITY);
        if canvas
            .to_blob_with_type_and_encoder_options(&resolve, "image/jpeg", &quality)
            .is_err()
        {
            let _ = reject.call0(&JsValue::NULL);
        }
    });
    let blob: web_sys::Blob = JsFuture::from(made).await.ok()?.dyn_into().ok()?;
    let bytes = gloo::file::futures::read_as_bytes(&gloo::file::Blob::from(blob))
        .await
        .ok()?;
    Some(Prepared { bytes, pixels, was })
}

/// An address in this page for bytes; let go with the page.
pub fn address_of(jpeg: &[u8]) -> Option<String> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(jpeg));
    let options = web_sys::BlobPropertyBag::new();
    options.set_type("image/jpeg");
    let blob = web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    web_sys::Url::create_object_url_with_blob(&blob).ok()
}
