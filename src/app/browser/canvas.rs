//! Paints a display list on a canvas.
//!
//! Paths are given to the canvas in metres under one transform a list, so that a repaint at
//! another view costs no arithmetic here. Patterns and stamps are drawn once and kept.

use std::collections::HashMap;
use std::rc::Rc;

use web_sys::{CanvasPattern, CanvasRenderingContext2d, HtmlCanvasElement};

use crate::geometry::{ScreenPt, View, WorldPt};
use crate::scene::{Ink, Mark, Paint, Part, Path, Scene, Shown, Style, Symbol, Theme, Tile, Wash};

use super::canvas_pass::{Pass, Space, blank, trace};
use super::canvas_pen::Pen;
use super::underlay::LaidPicture;

/// Stamps larger than this are drawn anew rather than kept, in device pixels.
const STAMP_LIMIT: f64 = 400.0;

/// More kept pictures than this are thrown away, so that zooming for an hour fills no memory.
const KEPT_LIMIT: usize = 600;

/// Paints lists and keeps what repeats. One serves all canvases of a page.
#[derive(Default)]
pub struct Painter {
    tiles: HashMap<TileKey, CanvasPattern>,
    stamps: HashMap<StampKey, Rc<Picture>>,
    underlay: Option<Rc<LaidPicture>>,
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
    /// Lays a picture under the plans that are painted from here on, or takes it away.
    pub fn lay_under(&mut self, picture: Option<Rc<LaidPicture>>) {
        self.underlay = picture;
    }
    /// The picture that lies underneath.
    pub fn underlay(&self) -> Option<&Rc<LaidPicture>> {
        self.underlay.as_ref()
    }
    /// Covers the canvas with the ground that lies beyond the plan, and the picture underneath where it is shown.
    pub fn ground(&self, ctx: &CanvasRenderingContext2d, view: &View, theme: &Theme, dpr: f64, shown: Shown) {
        let _ = ctx.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0);
        ctx.set_global_alpha(1.0);
        ctx.set_fill_style_str(&theme.colour(Ink::Paper).hex());
        ctx.fill_rect(0.0, 0.0, (view.size.x * dpr).ceil(), (view.size.y * dpr).ceil());
        if let Some(picture) = self.underlay.as_ref().filter(|_| shown.has(Part::Picture)) {
            picture.paint(ctx, view, dpr);
        }
    }
    /// Lays the ground's colour over what is painted, as thinly as it says: 0 nothing, 1 opaque.
    pub fn veil(&self, ctx: &CanvasRenderingContext2d, view: &View, theme: &Theme, dpr: f64, alpha: f64) {
        if alpha > 0.0 {
            let _ = ctx.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0);
            ctx.set_global_alpha(alpha);
            ctx.set_fill_style_str(&theme.colour(Ink::Paper).hex());
            ctx.fill_rect(0.0, 0.0, (view.size.x * dpr).ceil(), (view.size.y * dpr).ceil());
            ctx.set_global_alpha(1.0);
        }
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
        self.paint_from(ctx, &scene.marks, view, theme, dpr, (0.0, 0.0));
    }
    /// Paints marks on a canvas whose top left corner lies so many device pixels right of and
    /// below the view's.
    pub fn paint_from(
        &mut self,
        ctx: &CanvasRenderingContext2d,
        marks: &[Mark],
        view: &View,
        theme: &Theme,
        dpr: f64,
        corner: (f64, f64),
    ) {
        if self.tiles.len() + self.stamps.len() > KEPT_LIMIT {
            self.forget();
        }
        let ScreenPt { x, y } = view.screen_from_world(WorldPt::default());
        let space = Space {
            x: x * dpr - corner.0,
            y: y * dpr - corner.1,
            scale: view.scale * dpr,
            turn: view.turn,
        };
        let pen = Pen::new(ctx);
        let pass = Pass {
            pen: &pen,
            theme: *theme,
            dpr,
            space,
            alpha: 1.0,
        };
        self.marks(&pass, marks);
        pen.alpha(1.0);
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
        trace(pass.pen.ctx, path);
        match style.fill {
            Some(Paint::Flat(wash)) => {
                pass.fill_with(wash);
                pass.pen.ctx.fill();
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
        let (sin, cos) = (turn + pass.space.turn).to_radians().sin_cos();
        let k = side / pixels;
        pass.pen.frame([k * cos, -k * sin, k * sin, k * cos, x, y]);
        pass.pen.alpha(pass.alpha * wash.alpha);
        pass.pen.fill_pattern(&pattern);
        pass.pen.ctx.fill();
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
            .pen
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
        pass.pen.frame([k * cos, -k * sin, k * sin, k * cos, x, y]);
        pass.pen.alpha(pass.alpha);
        let (left, top) = picture.origin;
        let _ = pass
            .pen
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
        let pen = Pen::new(&ctx);
        let space = Space {
            x: left,
            y: top,
            scale,
            turn: 0.0,
        };
        let inner = Pass {
            pen: &pen,
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
