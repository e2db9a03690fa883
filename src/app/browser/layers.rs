//! Canvases laid over each other: each keeps what was painted on it, and is moved before it is
//! painted anew.

use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::geometry::{ScreenPt, View};

/// One canvas, and the view for which it was last painted.
pub struct Layer {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    painted: Option<View>,
}

impl Layer {
    /// The layer of a canvas; none where the browser draws no canvas.
    pub fn new(canvas: HtmlCanvasElement) -> Option<Self> {
        let context = canvas.get_context("2d").ok()??;
        Some(Self {
            context: context.dyn_into().ok()?,
            canvas,
            painted: None,
        })
    }
    /// Wipes the canvas for a view, at so many of the screen's pixels a CSS pixel, and gives what
    /// to paint on. Coordinates from there are CSS pixels.
    pub fn wiped(&mut self, view: View, ratio: f64) -> &CanvasRenderingContext2d {
        let pixels = |length: f64| (length * ratio).round().clamp(1.0, 16_384.0) as u32;
        let (width, height) = (pixels(view.size.x), pixels(view.size.y));
        if self.canvas.width() != width || self.canvas.height() != height {
            self.canvas.set_width(width);
            self.canvas.set_height(height);
        }
        // A wipe in the screen's own pixels, whatever transform the last painting left.
        let _ = self.context.reset_transform();
        self.context
            .clear_rect(0.0, 0.0, f64::from(width), f64::from(height));
        let _ = self.context.scale(ratio, ratio);
        self.place("none");
        self.painted = Some(view);
        &self.context
    }
    /// Moves and scales what is painted to where it belongs in another view, until it is painted
    /// again. Blurred for a moment, and never late.
    pub fn shifted(&mut self, view: View) {
        let Some(painted) = self.painted else { return };
        let corner = view.screen_from_world(painted.world_from_screen(ScreenPt::default()));
        let (sin, cos) = (view.turn - painted.turn).to_radians().sin_cos();
        let scale = view.scale / painted.scale;
        let (along, across) = (scale * cos, scale * sin);
        self.place(&format!(
            "matrix({along},{},{across},{along},{},{})",
            -across, corner.x, corner.y
        ));
    }
    /// Whether it shows this view sharply.
    pub fn is_sharp(&self, view: View) -> bool {
        self.painted == Some(view)
    }
    /// Whether what is painted is as large as a view.
    pub fn is_of_size(&self, view: View) -> bool {
        self.painted.is_some_and(|painted| painted.size == view.size)
    }
    /// Whether anything was ever painted on it.
    pub fn was_painted(&self) -> bool {
        self.painted.is_some()
    }
    fn place(&self, transform: &str) {
        // Through the style object: the page's policy forbids style attributes, not this.
        let _ = self.canvas.style().set_property("transform", transform);
    }
}
