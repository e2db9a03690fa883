//! A canvas's pen: its settings, given to the browser only where they differ from the last.
//!
//! Each call into the browser costs a microsecond, and a text among its arguments another; half of the calls of a move
//! set again what was set.

use std::cell::Cell;

use web_sys::{CanvasPattern, CanvasRenderingContext2d};

use crate::scene::Rgb;

/// The pen of one pass. What the canvas was set to before is not known and does not matter.
pub(super) struct Pen<'a> {
    /// The canvas, for what is no setting.
    pub ctx: &'a CanvasRenderingContext2d,
    frame: Cell<Option<[f64; 6]>>,
    alpha: Cell<Option<f64>>,
    fill: Cell<Option<Rgb>>,
    stroke: Cell<Option<Rgb>>,
    width: Cell<Option<f64>>,
    round: Cell<Option<bool>>,
}

/// Remembers a setting; true where it is another than before.
fn differs<T: Copy + PartialEq>(known: &Cell<Option<T>>, now: T) -> bool {
    known.replace(Some(now)) != Some(now)
}

impl<'a> Pen<'a> {
    /// A pen that knows of no setting yet; lines meet in round corners.
    pub fn new(ctx: &'a CanvasRenderingContext2d) -> Self {
        ctx.set_line_join("round");
        Self {
            ctx,
            frame: Cell::default(),
            alpha: Cell::default(),
            fill: Cell::default(),
            stroke: Cell::default(),
            width: Cell::default(),
            round: Cell::default(),
        }
    }
    /// The frame of what follows: a unit right, a unit up, the origin, in device pixels.
    pub fn frame(&self, [a, b, c, d, x, y]: [f64; 6]) {
        if differs(&self.frame, [a, b, c, d, x, y]) {
            let _ = self.ctx.set_transform(a, b, c, d, x, y);
        }
    }
    /// How opaque what follows is.
    pub fn alpha(&self, alpha: f64) {
        if differs(&self.alpha, alpha) {
            self.ctx.set_global_alpha(alpha);
        }
    }
    /// The colour of fills and letters.
    pub fn fill(&self, colour: Rgb) {
        if differs(&self.fill, colour) {
            self.ctx.set_fill_style_str(&colour.hex());
        }
    }
    /// Fills with a pattern.
    pub fn fill_pattern(&self, pattern: &CanvasPattern) {
        self.fill.set(None);
        self.ctx.set_fill_style_canvas_pattern(pattern);
    }
    /// The colour of lines.
    pub fn stroke(&self, colour: Rgb) {
        if differs(&self.stroke, colour) {
            self.ctx.set_stroke_style_str(&colour.hex());
        }
    }
    /// The width of lines in units of the frame.
    pub fn width(&self, width: f64) {
        if differs(&self.width, width) {
            self.ctx.set_line_width(width);
        }
    }
    /// Whether lines end round.
    pub fn round(&self, round: bool) {
        if differs(&self.round, round) {
            self.ctx.set_line_cap(if round { "round" } else { "butt" });
        }
    }
}
