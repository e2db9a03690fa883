//! Paints a display list on a canvas.
//!
//! Paths are given to the canvas in metres under one transform a list, so that a repaint at
//! another view costs no arithmetic here. Patterns and stamps are drawn once and kept.

use std::collections::HashMap;
use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasPattern, CanvasRenderingContext2d, HtmlCanvasElement};

use crate::geometry::{ScreenPt, View, WorldPt, WorldVec};
use crate::scene::{
    Anchor, FONTS, Ink, Label, Length, Mark, Paint, Path, Piece, Scene, Stroke, Style, Symbol, Theme, Tile,
    Wash,
};

/// Stamps larger than this are drawn anew rather than kept, in device pixels.
const STAMP_LIMIT: f64 = 400.0;

/// More kept pictures than this are thrown away, so that zooming for an hour fills no memory.
const KEPT_LIMIT: usize = 600;

/// Paints lists and keeps what repeats. One serves all canvases of a page.
#[derive(Default)]
pub struct Painter {
    tiles: HashMap<TileKey, CanvasPattern>,
    stamps: HashMap<StampKey, Rc<Picture>>,
}

#[derive(PartialEq, Eq, Hash)]
struct TileKey {
    tile: Tile,
    colour: String,
    pixels: u32,
}

#[derive(PartialEq, Eq, Hash)]
struct StampKey {
    name: String,
    quarter_octave: i32,
    look: (u8, u32),
}

/// A stamp drawn: its origin lies `origin` device pixels from its top left corner.
struct Picture {
    canvas: HtmlCanvasElement,
    origin: (f64, f64),
}

/// A frame on the canvas, in device pixels: where its origin is, pixels a unit, and its turn.
#[derive(Clone, Copy)]
struct Space {
    x: f64,
    y: f64,
    scale: f64,
    turn: f64,
}

impl Space {
    fn at(&self, p: WorldPt) -> (f64, f64) {
        let step = WorldVec::new(p.x, p.y).turned(self.turn) * self.scale;
        (self.x + step.x, self.y - step.y)
    }
}

/// One pass over a list.
struct Pass<'a> {
    ctx: &'a CanvasRenderingContext2d,
    theme: Theme,
    /// Device pixels a CSS pixel.
    dpr: f64,
    space: Space,
    alpha: f64,
}

impl Painter {
    /// A painter that keeps nothing yet.
    pub fn new() -> Self {
        Self::default()
    }
    /// Lets go of everything kept, as when the theme changes.
    pub fn forget(&mut self) {
        self.tiles.clear();
        self.stamps.clear();
    }
    /// Covers the canvas with the ground that lies beyond the plan.
    pub fn ground(&self, ctx: &CanvasRenderingContext2d, view: &View, theme: &Theme, dpr: f64) {
        let _ = ctx.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0);
        ctx.set_global_alpha(1.0);
        ctx.set_fill_style_str(&theme.colour(Ink::Paper).hex());
        ctx.fill_rect(0.0, 0.0, (view.size.x * dpr).ceil(), (view.size.y * dpr).ceil());
    }
    /// Makes the canvas empty again.
    pub fn clear(&self, ctx: &CanvasRenderingContext2d, view: &View, dpr: f64) {
        let _ = ctx.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0);
        ctx.clear_rect(0.0, 0.0, (view.size.x * dpr).ceil(), (view.size.y * dpr).ceil());
    }
    /// Paints a list over what the canvas shows, seen through a view, on a screen with so many
    /// device pixels a CSS pixel.
    pub fn paint(
        &mut self,
        ctx: &CanvasRenderingContext2d,
        scene: &Scene,
        view: &View,
        theme: &Theme,
        dpr: f64,
    ) {
        if self.tiles.len() + self.stamps.len() > KEPT_LIMIT {
            self.forget();
        }
        let ScreenPt { x, y } = view.screen_from_world(WorldPt::default());
        let space = Space {
            x: x * dpr,
            y: y * dpr,
            scale: view.scale * dpr,
            turn: 0.0,
        };
        let pass = Pass {
            ctx,
            theme: *theme,
            dpr,
            space,
            alpha: 1.0,
        };
        ctx.set_line_join("round");
        self.marks(&pass, &scene.marks);
        ctx.set_global_alpha(1.0);
    }

    fn marks(&mut self, pass: &Pass, marks: &[Mark]) {
        pass.enter();
        for mark in marks {
            match mark {
                Mark::Shape { path, style } => self.shape(pass, path, style),
                Mark::Label(label) => pass.label(label),
                Mark::Stamp {
                    symbol,
                    at,
                    turn,
                    grown,
                } => self.stamp(pass, symbol, *at, *turn, *grown),
                Mark::Pinned { at, turn, marks } => {
                    let (x, y) = pass.space.at(*at);
                    self.marks(
                        &pass.within(Space {
                            x,
                            y,
                            scale: pass.dpr,
                            turn: *turn,
                        }),
                        marks,
                    );
                    pass.enter();
                }
                Mark::Faded { alpha, marks } => {
                    self.marks(
                        &Pass {
                            alpha: pass.alpha * alpha,
                            ..*pass
                        },
                        marks,
                    );
                    pass.enter();
                }
            }
        }
    }
    fn shape(&mut self, pass: &Pass, path: &Path, style: &Style) {
        trace(pass.ctx, path);
        match style.fill {
            Some(Paint::Flat(wash)) => {
                pass.fill_with(wash);
                pass.ctx.fill();
            }
            Some(Paint::Tiled {
                tile,
                wash,
                side,
                turn,
                origin,
            }) => {
                self.fill_tiled(
                    pass,
                    tile,
                    wash,
                    side.pixels(pass.space.scale / pass.dpr) * pass.dpr,
                    turn,
                    origin,
                );
            }
            None => {}
        }
        if let Some(stroke) = &style.line {
            pass.stroke(stroke);
        }
    }
    /// Fills the traced path with a pattern. The canvas repeats it in the frame that is set when
    /// it fills, while the path keeps the frame in which it was traced.
    fn fill_tiled(&mut self, pass: &Pass, tile: Tile, wash: Wash, side: f64, turn: f64, origin: WorldPt) {
        if side < 2.0 {
            return;
        }
        let pixels = side.ceil().min(256.0);
        let Some(pattern) = self.tile(pass, tile, wash, pixels) else {
            return;
        };
        let (x, y) = pass.space.at(origin);
        let (sin, cos) = turn.to_radians().sin_cos();
        let k = side / pixels;
        let _ = pass.ctx.set_transform(k * cos, -k * sin, k * sin, k * cos, x, y);
        pass.ctx.set_global_alpha(pass.alpha * wash.alpha);
        pass.ctx.set_fill_style_canvas_pattern(&pattern);
        pass.ctx.fill();
        pass.enter();
    }
    fn tile(&mut self, pass: &Pass, tile: Tile, wash: Wash, pixels: f64) -> Option<CanvasPattern> {
        let colour = pass.theme.colour(wash.ink).hex();
        let key = TileKey {
            tile,
            colour,
            pixels: pixels as u32,
        };
        if let Some(kept) = self.tiles.get(&key) {
            return Some(kept.clone());
        }
        let (canvas, ctx) = blank(pixels, pixels)?;
        let art = tile.art();
        let _ = ctx.set_transform(pixels, 0.0, 0.0, -pixels, 0.0, pixels);
        ctx.set_fill_style_str(&key.colour);
        ctx.set_stroke_style_str(&key.colour);
        trace(&ctx, &art.spots);
        ctx.fill();
        ctx.set_line_width(art.width);
        trace(&ctx, &art.lines);
        ctx.stroke();
        let pattern = pass
            .ctx
            .create_pattern_with_html_canvas_element(&canvas, "repeat")
            .ok()??;
        self.tiles.insert(key, pattern.clone());
        Some(pattern)
    }
    fn stamp(&mut self, pass: &Pass, symbol: &Symbol, at: WorldPt, turn: f64, grown: f64) {
        let (x, y) = pass.space.at(at);
        let scale = pass.space.scale * grown;
        let extent = symbol.bounds.width().max(symbol.bounds.height()) * scale;
        if !extent.is_finite() || extent < 0.5 {
            return;
        }
        if extent > STAMP_LIMIT {
            let inner = Space {
                x,
                y,
                scale,
                turn: turn + pass.space.turn,
            };
            self.marks(&pass.within(inner), &symbol.marks);
            pass.enter();
            return;
        }
        let quarter_octave = (scale.log2() * 4.0).ceil() as i32;
        let drawn_at = (f64::from(quarter_octave) / 4.0).exp2();
        let look = (
            pass.theme.scheme as u8,
            (pass.theme.line * pass.dpr * 100.0) as u32,
        );
        let key = StampKey {
            name: symbol.name.clone(),
            quarter_octave,
            look,
        };
        let picture = match self.stamps.get(&key) {
            Some(kept) => kept.clone(),
            None => {
                let Some(drawn) = self.picture(pass, symbol, drawn_at) else {
                    return;
                };
                self.stamps.entry(key).or_insert(drawn).clone()
            }
        };
        let (sin, cos) = (turn + pass.space.turn).to_radians().sin_cos();
        let k = scale / drawn_at;
        let _ = pass.ctx.set_transform(k * cos, -k * sin, k * sin, k * cos, x, y);
        pass.ctx.set_global_alpha(pass.alpha);
        let (left, top) = picture.origin;
        let _ = pass
            .ctx
            .draw_image_with_html_canvas_element(&picture.canvas, -left, -top);
        pass.enter();
    }
    fn picture(&mut self, pass: &Pass, symbol: &Symbol, scale: f64) -> Option<Rc<Picture>> {
        let margin = 2.0 * pass.dpr;
        let (left, top) = (
            margin - symbol.bounds.min.x * scale,
            margin + symbol.bounds.max.y * scale,
        );
        let width = symbol.bounds.width() * scale + 2.0 * margin;
        let height = symbol.bounds.height() * scale + 2.0 * margin;
        let (canvas, ctx) = blank(width.ceil(), height.ceil())?;
        ctx.set_line_join("round");
        let space = Space {
            x: left,
            y: top,
            scale,
            turn: 0.0,
        };
        let inner = Pass {
            ctx: &ctx,
            theme: pass.theme,
            dpr: pass.dpr,
            space,
            alpha: 1.0,
        };
        self.marks(&inner, &symbol.marks);
        Some(Rc::new(Picture {
            canvas,
            origin: (left, top),
        }))
    }
}

impl Pass<'_> {
    fn within(&self, space: Space) -> Pass<'_> {
        Pass {
            ctx: self.ctx,
            theme: self.theme,
            dpr: self.dpr,
            space,
            alpha: self.alpha,
        }
    }
    /// Sets the canvas's frame to this pass's: units right and up.
    fn enter(&self) {
        let (sin, cos) = self.space.turn.to_radians().sin_cos();
        let (s, x, y) = (self.space.scale, self.space.x, self.space.y);
        let _ = self
            .ctx
            .set_transform(s * cos, -s * sin, -s * sin, -s * cos, x, y);
    }
    fn fill_with(&self, wash: Wash) {
        self.ctx.set_global_alpha(self.alpha * wash.alpha);
        self.ctx.set_fill_style_str(&self.theme.colour(wash.ink).hex());
    }
    fn stroke(&self, stroke: &Stroke) {
        let unit = |length: Length| match length {
            Length::Px(px) => px * self.dpr / self.space.scale,
            Length::Metres(metres) => metres,
        };
        let width = match stroke.width {
            Length::Px(px) => unit(Length::Px(px * self.theme.line)),
            metres => unit(metres),
        };
        self.ctx.set_global_alpha(self.alpha * stroke.wash.alpha);
        self.ctx
            .set_stroke_style_str(&self.theme.colour(stroke.wash.ink).hex());
        self.ctx.set_line_width(width);
        self.ctx.set_line_cap(if stroke.round { "round" } else { "butt" });
        match stroke.dash {
            Some((on, off)) => {
                let pattern = js_sys::Array::of2(&JsValue::from_f64(unit(on)), &JsValue::from_f64(unit(off)));
                let _ = self.ctx.set_line_dash(&pattern);
                self.ctx.stroke();
                let _ = self.ctx.set_line_dash(&js_sys::Array::new());
            }
            None => self.ctx.stroke(),
        }
    }
    fn label(&self, label: &Label) {
        let size = match label.size {
            Length::Px(px) => px * self.theme.text * self.dpr,
            Length::Metres(metres) => metres * self.space.scale,
        };
        if size < 3.0 * self.dpr {
            return;
        }
        let (x, y) = self.space.at(label.at);
        let (sin, cos) = (label.turn + self.space.turn).to_radians().sin_cos();
        let _ = self.ctx.set_transform(cos, -sin, sin, cos, x, y);
        let weight = if label.bold { "600 " } else { "" };
        self.ctx.set_font(&format!("{weight}{size:.1}px {FONTS}"));
        self.ctx.set_text_align(match label.anchor {
            Anchor::Start => "left",
            Anchor::Middle => "center",
            Anchor::End => "right",
        });
        self.ctx.set_text_baseline("alphabetic");
        // The middle of Chinese and of capital letters is 0.35 of their size above the base line.
        let down = 0.35 * size;
        if let Some(halo) = label.halo {
            self.ctx.set_global_alpha(self.alpha * halo.alpha);
            self.ctx.set_stroke_style_str(&self.theme.colour(halo.ink).hex());
            self.ctx
                .set_line_width((size * 0.24).clamp(2.0 * self.dpr, 6.0 * self.dpr));
            let _ = self.ctx.stroke_text(&label.text, 0.0, down);
        }
        self.fill_with(label.wash);
        let _ = self.ctx.fill_text(&label.text, 0.0, down);
        self.enter();
    }
}

/// Makes a path the canvas's current one.
fn trace(ctx: &CanvasRenderingContext2d, path: &Path) {
    ctx.begin_path();
    for piece in &path.pieces {
        match *piece {
            Piece::Move(p) => ctx.move_to(p.x, p.y),
            Piece::Line(p) => ctx.line_to(p.x, p.y),
            Piece::Curve(a, b, p) => ctx.bezier_curve_to(a.x, a.y, b.x, b.y, p.x, p.y),
            Piece::Close => ctx.close_path(),
        }
    }
}

/// An empty canvas that is not in the page, with its context.
fn blank(width: f64, height: f64) -> Option<(HtmlCanvasElement, CanvasRenderingContext2d)> {
    let document = web_sys::window()?.document()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(width.max(1.0) as u32);
    canvas.set_height(height.max(1.0) as u32);
    let ctx: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    Some((canvas, ctx))
}
