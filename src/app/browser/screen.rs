//! Bitmaps painted out of sight, and the canvases of the page that show them.
//!
//! A browser without a graphics card copies every canvas of the page that was painted on by hand in
//! every frame, whether it changed or not. So what rests is painted on a [`Surface`], which is not in
//! the page, and is handed to the page as a finished picture, which costs a frame nothing; and what
//! changes at every move is painted on a [`Glass`] no larger than it must be.

use wasm_bindgen::JsCast;
use web_sys::{
    CanvasRenderingContext2d, HtmlCanvasElement, ImageBitmapRenderingContext, OffscreenCanvas,
    OffscreenCanvasRenderingContext2d,
};

use crate::geometry::{ScreenPt, View};
use crate::scene::Extent;

use super::canvas_pass::blank;

/// No canvas is wider or higher than this, in device pixels.
const MOST_PX: f64 = 16_384.0;

/// A box of device pixels on the plan, from its top left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Window {
    pub x: i32,
    pub y: i32,
    pub width: u32,
    pub height: u32,
}

impl Window {
    /// The whole plan, at so many device pixels a CSS pixel.
    pub fn whole(view: &View, ratio: f64) -> Self {
        let pixels = |length: f64| (length * ratio).round().clamp(1.0, MOST_PX) as u32;
        Self {
            x: 0,
            y: 0,
            width: pixels(view.size.x),
            height: pixels(view.size.y),
        }
    }
    /// The pixels that an extent touches within another window; none where they do not meet.
    pub fn of(extent: &Extent, ratio: f64, within: Self) -> Option<Self> {
        let low = |length: f64, least: i32| ((length * ratio).floor().clamp(-1e8, 1e8) as i32).max(least);
        let high = |length: f64, most: i32| ((length * ratio).ceil().clamp(-1e8, 1e8) as i32).min(most);
        let (x, y) = (low(extent.min.x, within.x), low(extent.min.y, within.y));
        let (right, bottom) = (
            high(extent.max.x, within.right()),
            high(extent.max.y, within.bottom()),
        );
        (right > x && bottom > y).then(|| Self {
            x,
            y,
            width: (right - x) as u32,
            height: (bottom - y) as u32,
        })
    }
    pub fn right(&self) -> i32 {
        self.x + self.width as i32
    }
    pub fn bottom(&self) -> i32 {
        self.y + self.height as i32
    }
    pub fn holds(&self, other: &Self) -> bool {
        self.x <= other.x
            && self.y <= other.y
            && self.right() >= other.right()
            && self.bottom() >= other.bottom()
    }
    pub fn meets(&self, other: &Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }
    pub fn joined(self, other: Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Self {
            x,
            y,
            width: (self.right().max(other.right()) - x) as u32,
            height: (self.bottom().max(other.bottom()) - y) as u32,
        }
    }
    /// With a margin on each side, within another window.
    pub fn grown(self, px: i32, within: Self) -> Self {
        let (x, y) = ((self.x - px).max(within.x), (self.y - px).max(within.y));
        Self {
            x,
            y,
            width: ((self.right() + px).min(within.right()) - x).max(1) as u32,
            height: ((self.bottom() + px).min(within.bottom()) - y).max(1) as u32,
        }
    }
    pub fn pixels(&self) -> u64 {
        u64::from(self.width) * u64::from(self.height)
    }
    pub fn corner(&self) -> (f64, f64) {
        (f64::from(self.x), f64::from(self.y))
    }
}

/// A bitmap that is not in the page.
pub struct Surface {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
}

impl Surface {
    /// An empty one; none where the browser draws no canvas.
    pub fn new() -> Option<Self> {
        let (canvas, context) = blank(1.0, 1.0)?;
        Some(Self { canvas, context })
    }
    /// Makes it as large as a window and empty, and gives what to paint on.
    pub fn wiped(&self, window: &Window) -> &CanvasRenderingContext2d {
        fit(&self.canvas, window);
        let _ = self.context.reset_transform();
        let (width, height) = (f64::from(window.width), f64::from(window.height));
        self.context.clear_rect(0.0, 0.0, width, height);
        &self.context
    }
    /// What to go on painting on.
    pub fn context(&self) -> &CanvasRenderingContext2d {
        &self.context
    }
    /// Has what was painted so far drawn in earnest, which browsers put off, by taking a pixel of
    /// it; so that what it costs is spent, and seen, now.
    pub fn settle(&self, onto: &Self) {
        let _ = onto
            .context
            .draw_image_with_html_canvas_element(&self.canvas, 0.0, 0.0);
    }
}

/// A canvas of the page that shows finished pictures.
pub struct Screen {
    canvas: HtmlCanvasElement,
    way: Way,
}

/// How a picture comes into the page.
enum Way {
    /// It is put together out of sight and handed over whole.
    Handed(
        ImageBitmapRenderingContext,
        OffscreenCanvas,
        OffscreenCanvasRenderingContext2d,
    ),
    /// Older browsers paint it on the canvas itself.
    Painted(CanvasRenderingContext2d),
}

impl Screen {
    /// The screen of a canvas; none where the browser draws no canvas.
    pub fn new(canvas: HtmlCanvasElement) -> Option<Self> {
        let way = match handed(&canvas) {
            Some(way) => way,
            None => Way::Painted(canvas.get_context("2d").ok()??.dyn_into().ok()?),
        };
        Some(Self { canvas, way })
    }
    /// Shows surfaces over each other, lowest first, each as strong as it says, in a window of the
    /// plan.
    pub fn show(&self, surfaces: &[(&Surface, f64)], window: &Window, ratio: f64) {
        match &self.way {
            Way::Handed(shown, bitmap, context) => {
                if bitmap.width() != window.width || bitmap.height() != window.height {
                    bitmap.set_width(window.width);
                    bitmap.set_height(window.height);
                }
                for (surface, alpha) in surfaces {
                    context.set_global_alpha(*alpha);
                    let _ = context.draw_image_with_html_canvas_element(&surface.canvas, 0.0, 0.0);
                }
                if let Ok(picture) = bitmap.transfer_to_image_bitmap() {
                    shown.transfer_from_image_bitmap(&picture);
                }
            }
            Way::Painted(context) => {
                fit(&self.canvas, window);
                context.clear_rect(0.0, 0.0, f64::from(window.width), f64::from(window.height));
                for (surface, alpha) in surfaces {
                    context.set_global_alpha(*alpha);
                    let _ = context.draw_image_with_html_canvas_element(&surface.canvas, 0.0, 0.0);
                }
            }
        }
        put(&self.canvas, window, ratio);
    }
    /// Moves, scales and turns what is shown from where it belongs in one view to where it belongs
    /// in another.
    pub fn move_to(&self, shown: &View, view: &View) {
        let corner = view.screen_from_world(shown.world_from_screen(ScreenPt::default()));
        let (sin, cos) = (view.turn - shown.turn).to_radians().sin_cos();
        let scale = view.scale / shown.scale;
        let (along, across) = (scale * cos, scale * sin);
        self.transform(&format!(
            "matrix({along},{},{across},{along},{},{})",
            -across, corner.x, corner.y
        ));
    }
    /// Moves what is shown by so many CSS pixels.
    pub fn shift(&self, x: f64, y: f64) {
        self.transform(&format!("translate({x}px,{y}px)"));
    }
    /// Shows it where it was painted.
    pub fn stay(&self) {
        self.transform("none");
    }
    /// Takes it out of sight, or brings it back.
    pub fn hide(&self, hidden: bool) {
        style(&self.canvas, "display", if hidden { "none" } else { "block" });
    }
    fn transform(&self, transform: &str) {
        style(&self.canvas, "transform", transform);
    }
}

fn handed(canvas: &HtmlCanvasElement) -> Option<Way> {
    let bitmap = OffscreenCanvas::new(1, 1).ok()?;
    let context = bitmap.get_context("2d").ok()??.dyn_into().ok()?;
    bitmap.transfer_to_image_bitmap().ok()?;
    let shown = canvas.get_context("bitmaprenderer").ok()??.dyn_into().ok()?;
    Some(Way::Handed(shown, bitmap, context))
}

/// A canvas of the page that is painted on at every move, and so is kept small: it covers what is
/// painted and some room around, and is moved when that leaves it.
pub struct Glass {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    window: Window,
    ratio: f64,
    /// Where something is painted.
    soiled: Option<Window>,
}

/// The room around what is painted, in device pixels: a hand moves some time before it is used up.
const ROOM_PX: i32 = 96;

impl Glass {
    /// The glass of a canvas; none where the browser draws no canvas.
    pub fn new(canvas: HtmlCanvasElement) -> Option<Self> {
        let context = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        Some(Self {
            canvas,
            context,
            window: Window::default(),
            ratio: 0.0,
            soiled: None,
        })
    }
    /// Wipes it and makes sure that it covers a box of the plan; gives what to paint on and where
    /// its top left corner is.
    pub fn wiped(
        &mut self,
        covers: Window,
        whole: Window,
        ratio: f64,
    ) -> (&CanvasRenderingContext2d, (f64, f64)) {
        let wasteful = self.window.pixels() > 4 * covers.grown(ROOM_PX, whole).pixels();
        if !self.window.holds(&covers) || !whole.holds(&self.window) || wasteful || self.ratio != ratio {
            self.window = covers.grown(ROOM_PX, whole);
            self.ratio = ratio;
            self.soiled = None;
            // Also wipes it.
            self.canvas.set_width(self.window.width);
            self.canvas.set_height(self.window.height);
            put(&self.canvas, &self.window, ratio);
        }
        self.wipe();
        self.soiled = Some(covers);
        (&self.context, self.window.corner())
    }
    /// Wipes it.
    pub fn wipe(&mut self) {
        let Some(soiled) = self.soiled.take() else { return };
        let _ = self.context.reset_transform();
        self.context.clear_rect(
            f64::from(soiled.x - self.window.x),
            f64::from(soiled.y - self.window.y),
            f64::from(soiled.width),
            f64::from(soiled.height),
        );
    }
}

fn fit(canvas: &HtmlCanvasElement, window: &Window) {
    if canvas.width() != window.width || canvas.height() != window.height {
        canvas.set_width(window.width);
        canvas.set_height(window.height);
    }
}

/// Lays a canvas over its window of the plan, pixel on pixel.
fn put(canvas: &HtmlCanvasElement, window: &Window, ratio: f64) {
    let px = |length: f64| format!("{}px", length / ratio);
    style(canvas, "left", &px(f64::from(window.x)));
    style(canvas, "top", &px(f64::from(window.y)));
    style(canvas, "width", &px(f64::from(window.width)));
    style(canvas, "height", &px(f64::from(window.height)));
}

fn style(canvas: &HtmlCanvasElement, name: &str, value: &str) {
    // Through the style object: the page's policy forbids style attributes, not this.
    let _ = canvas.style().set_property(name, value);
}
