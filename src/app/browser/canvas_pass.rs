//! One pass over a display list on one canvas: its frame, fills, lines and letters.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::canvas_pen::Pen;
use crate::geometry::{WorldPt, WorldVec};
use crate::scene::{Anchor, FONTS, Label, Length, Path, Piece, Stroke, Theme, Wash};

/// A frame on the canvas, in device pixels: where its origin is, pixels a unit, and its turn.
#[derive(Clone, Copy)]
pub(super) struct Space {
    pub x: f64,
    pub y: f64,
    pub scale: f64,
    pub turn: f64,
}

impl Space {
    pub fn at(&self, p: WorldPt) -> (f64, f64) {
        let step = WorldVec::new(p.x, p.y).turned(self.turn) * self.scale;
        (self.x + step.x, self.y - step.y)
    }
}

/// One pass over a list.
pub(super) struct Pass<'a> {
    pub pen: &'a Pen<'a>,
    pub theme: Theme,
    /// Device pixels a CSS pixel.
    pub dpr: f64,
    pub space: Space,
    pub alpha: f64,
}

impl Pass<'_> {
    pub fn within(&self, space: Space) -> Pass<'_> {
        Pass {
            pen: self.pen,
            theme: self.theme,
            dpr: self.dpr,
            space,
            alpha: self.alpha,
        }
    }
    /// Sets the canvas's frame to this pass's: units right and up.
    pub fn enter(&self) {
        let (sin, cos) = self.space.turn.to_radians().sin_cos();
        let (s, x, y) = (self.space.scale, self.space.x, self.space.y);
        self.pen.frame([s * cos, -s * sin, -s * sin, -s * cos, x, y]);
    }
    pub fn fill_with(&self, wash: Wash) {
        self.pen.alpha(self.alpha * wash.alpha);
        self.pen.fill(self.theme.colour(wash.ink));
    }
    pub fn stroke(&self, stroke: &Stroke) {
        let unit = |length: Length| match length {
            Length::Px(px) => px * self.dpr / self.space.scale,
            Length::Metres(metres) => metres,
        };
        let width = match stroke.width {
            Length::Px(px) => unit(Length::Px(px * self.theme.line)),
            metres => unit(metres),
        };
        let pen = self.pen;
        pen.alpha(self.alpha * stroke.wash.alpha);
        pen.stroke(self.theme.colour(stroke.wash.ink));
        pen.width(width);
        pen.round(stroke.round);
        match stroke.dash {
            Some((on, off)) => {
                let pattern = js_sys::Array::of2(&JsValue::from_f64(unit(on)), &JsValue::from_f64(unit(off)));
                let _ = pen.ctx.set_line_dash(&pattern);
                pen.ctx.stroke();
                let _ = pen.ctx.set_line_dash(&js_sys::Array::new());
            }
            None => pen.ctx.stroke(),
        }
    }
    pub fn label(&self, label: &Label) {
        let size = match label.size {
            Length::Px(px) => px * self.theme.text * self.dpr,
            Length::Metres(metres) => metres * self.space.scale,
        };
        if size < 3.0 * self.dpr {
            return;
        }
        let (x, y) = self.space.at(label.at);
        let (sin, cos) = label.screen_turn(self.space.turn).to_radians().sin_cos();
        let (pen, ctx) = (self.pen, self.pen.ctx);
        pen.frame([cos, -sin, sin, cos, x, y]);
        let weight = if label.bold { "600 " } else { "" };
        ctx.set_font(&format!("{weight}{size:.1}px {FONTS}"));
        ctx.set_text_align(match label.anchor {
            Anchor::Start => "left",
            Anchor::Middle => "center",
            Anchor::End => "right",
        });
        ctx.set_text_baseline("alphabetic");
        // The middle of Chinese and of capital letters is 0.35 of their size above the base line.
        let down = 0.35 * size;
        if let Some(halo) = label.halo {
            pen.alpha(self.alpha * halo.alpha);
            pen.stroke(self.theme.colour(halo.ink));
            pen.width((size * 0.24).clamp(2.0 * self.dpr, 6.0 * self.dpr));
            let _ = ctx.stroke_text(&label.text, 0.0, down);
        }
        self.fill_with(label.wash);
        let _ = ctx.fill_text(&label.text, 0.0, down);
        self.enter();
    }
}

/// More closed parts of a path than this are closed by hand.
const MOST_CLOSED: usize = 200;

/// Makes a path the canvas's current one.
///
/// Chromium measures the whole path each time that a part of it is closed: 24,000 houses took six seconds. So the parts of
/// a large path are closed by going along their first side once more, which fills and joins the same.
pub(super) fn trace(ctx: &CanvasRenderingContext2d, path: &Path) {
    let closed = path.pieces.iter().filter(|piece| matches!(piece, Piece::Close));
    let by_hand = closed.count() > MOST_CLOSED;
    // Where the part began, and where its first side ended, if that is straight.
    let (mut begun, mut side): (Option<WorldPt>, Option<WorldPt>) = (None, None);
    let mut is_first = false;
    ctx.begin_path();
    for piece in &path.pieces {
        let was_first = std::mem::replace(&mut is_first, matches!(piece, Piece::Move(_)));
        match *piece {
            Piece::Move(p) => {
                (begun, side) = (Some(p), None);
                ctx.move_to(p.x, p.y);
            }
            Piece::Line(p) => {
                side = if was_first { Some(p) } else { side };
                ctx.line_to(p.x, p.y);
            }
            Piece::Curve(a, b, p) => ctx.bezier_curve_to(a.x, a.y, b.x, b.y, p.x, p.y),
            Piece::Close => match (begun, side) {
                (Some(begun), Some(side)) if by_hand => {
                    ctx.line_to(begun.x, begun.y);
                    ctx.line_to(side.x, side.y);
                    ctx.move_to(begun.x, begun.y);
                }
                _ => ctx.close_path(),
            },
        }
    }
}

/// An empty canvas that is not in the page, with its context.
pub(super) fn blank(width: f64, height: f64) -> Option<(HtmlCanvasElement, CanvasRenderingContext2d)> {
    let document = web_sys::window()?.document()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(width.max(1.0) as u32);
    canvas.set_height(height.max(1.0) as u32);
    let ctx: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    Some((canvas, ctx))
}
