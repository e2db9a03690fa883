//! Writes the steps of a page, each state of ink said once. Lengths are millimetres.

use pdf_writer::types::{LineCapStyle, LineJoinStyle, TextRenderingMode};
use pdf_writer::{Content, Name, Str};

use crate::geometry::{WorldPt, WorldVec};
use crate::scene::{Path, Piece, Rgb};

/// Six numbers of a matrix as the file writes them: where x and y go, and the origin.
pub(super) type Matrix = [f64; 6];

/// A frame on the paper: where its origin is, millimetres a unit, and how far it is turned, anticlockwise.
#[derive(Clone, Copy, Debug)]
pub(super) struct Space {
    pub origin: (f64, f64),
    pub scale: f64,
    pub turn: f64,
}

impl Space {
    /// The paper itself.
    pub const PAPER: Self = Self {
        origin: (0.0, 0.0),
        scale: 1.0,
        turn: 0.0,
    };
    /// Where a point of the frame lies on the paper.
    pub fn at(&self, p: WorldPt) -> (f64, f64) {
        let step = WorldVec::new(p.x, p.y).turned(self.turn) * self.scale;
        (self.origin.0 + step.x, self.origin.1 + step.y)
    }
}

/// A matrix that moves, turns (degrees anticlockwise) and grows.
pub(super) fn matrix(at: (f64, f64), turn: f64, grown: f64) -> Matrix {
    let along = WorldVec::toward(turn) * grown;
    [along.x, along.y, -along.y, along.x, at.0, at.1]
}

/// A step of the paper is a thousandth of a millimetre.
fn mm(value: f64) -> f32 {
    ((value * 1_000.0).round() / 1_000.0) as f32
}

/// What is set and need not be said again.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Set {
    fill: Option<Rgb>,
    line: Option<Rgb>,
    alpha: Option<(u8, u8)>,
    width: Option<f32>,
    round: Option<bool>,
    dash: Option<(f32, f32)>,
}

/// The steps of one page, pattern or drawing.
pub(super) struct Nib {
    content: Content,
    set: Set,
    kept: Vec<Set>,
}

impl Nib {
    pub fn new() -> Self {
        Self {
            content: Content::new(),
            set: Set::default(),
            kept: Vec::new(),
        }
    }
    /// Its bytes.
    pub fn finish(self) -> Vec<u8> {
        self.content.finish().to_vec()
    }
    /// Keeps the state until [`Nib::restore`].
    pub fn save(&mut self) {
        self.content.save_state();
        self.kept.push(self.set);
    }
    pub fn restore(&mut self) {
        self.content.restore_state();
        self.set = self.kept.pop().unwrap_or_default();
    }
    pub fn transform(&mut self, by: Matrix) {
        self.content.transform(by.map(|n| n as f32));
    }
    /// Draws within a box from here on.
    pub fn clip(&mut self, (x, y): (f64, f64), (width, height): (f64, f64)) {
        self.content.rect(mm(x), mm(y), mm(width), mm(height));
        self.content.clip_nonzero();
        self.content.end_path();
    }
    /// Draws within corners from here on.
    pub fn clip_to(&mut self, corners: &[(f64, f64)]) {
        for (at, (x, y)) in corners.iter().enumerate() {
            match at {
                0 => self.content.move_to(mm(*x), mm(*y)),
                _ => self.content.line_to(mm(*x), mm(*y)),
            };
        }
        self.content.close_path();
        self.content.clip_nonzero();
        self.content.end_path();
    }
    pub fn fill(&mut self, colour: Rgb) {
        if self.set.fill != Some(colour) {
            let [r, g, b] = shares(colour);
            self.content.set_fill_rgb(r, g, b);
            self.set.fill = Some(colour);
        }
    }
    pub fn fill_with_pattern(&mut self, name: &str) {
        self.content
            .set_fill_color_space(pdf_writer::types::ColorSpaceOperand::Pattern);
        self.content.set_fill_pattern(None, Name(name.as_bytes()));
        self.set.fill = None;
    }
    pub fn line(&mut self, colour: Rgb, width: f64, round: bool, dash: Option<(f64, f64)>) {
        if self.set.line != Some(colour) {
            let [r, g, b] = shares(colour);
            self.content.set_stroke_rgb(r, g, b);
            self.set.line = Some(colour);
        }
        let width = mm(width.max(0.03));
        if self.set.width != Some(width) {
            self.content.set_line_width(width);
            self.set.width = Some(width);
        }
        if self.set.round != Some(round) {
            let cap = if round {
                LineCapStyle::RoundCap
            } else {
                LineCapStyle::ButtCap
            };
            self.content.set_line_cap(cap);
            self.content.set_line_join(LineJoinStyle::RoundJoin);
            self.set.round = Some(round);
        }
        let dash = dash.map_or((0.0, 0.0), |(on, off)| (mm(on), mm(off)));
        if self.set.dash.unwrap_or_default() != dash {
            let pattern = [dash.0, dash.1];
            let empty = dash.0 + dash.1 <= 0.0;
            self.content
                .set_dash_pattern(if empty { &[] } else { &pattern[..] }.iter().copied(), 0.0);
        }
        self.set.dash = Some(dash);
    }
    /// How thickly fills and lines are laid on; `named` says how the file calls it.
    pub fn alpha(&mut self, alpha: (u8, u8), named: impl FnOnce() -> String) {
        // What is not said is opaque.
        if self.set.alpha.unwrap_or((100, 100)) != alpha {
            self.content.set_parameters(Name(named().as_bytes()));
        }
        self.set.alpha = Some(alpha);
    }
    /// A path, filled, lined or both.
    pub fn path(&mut self, path: &Path, space: &Space, filled: bool, lined: bool) {
        let at = |p: WorldPt| {
            let (x, y) = space.at(p);
            (mm(x), mm(y))
        };
        for piece in &path.pieces {
            match *piece {
                Piece::Move(p) => {
                    let (x, y) = at(p);
                    self.content.move_to(x, y);
                }
                Piece::Line(p) => {
                    let (x, y) = at(p);
                    self.content.line_to(x, y);
                }
                Piece::Curve(a, b, p) => {
                    let ((ax, ay), (bx, by), (x, y)) = (at(a), at(b), at(p));
                    self.content.cubic_to(ax, ay, bx, by, x, y);
                }
                Piece::Close => {
                    self.content.close_path();
                }
            }
        }
        match (filled, lined) {
            (true, true) => self.content.fill_nonzero_and_stroke(),
            (true, false) => self.content.fill_nonzero(),
            (false, true) => self.content.stroke(),
            (false, false) => self.content.end_path(),
        };
    }
    /// A line of letters from a place on its base line, turned so many degrees.
    pub fn text(&mut self, letters: &[u8], size: f64, place: Matrix, bold: bool) {
        self.content.begin_text();
        self.content.set_font(Name(b"F"), mm(size));
        // One weight is carried; bold letters have their edge drawn too.
        if bold {
            self.content
                .set_text_rendering_mode(TextRenderingMode::FillStroke);
        }
        self.content
            .set_text_matrix(place.map(|n| ((n * 1e5).round() / 1e5) as f32));
        self.content.show(Str(letters));
        if bold {
            self.content.set_text_rendering_mode(TextRenderingMode::Fill);
        }
        self.content.end_text();
    }
    /// A drawing that the file keeps, moved and turned.
    pub fn form(&mut self, name: &str, place: Matrix) {
        self.save();
        self.transform(place);
        self.content.x_object(Name(name.as_bytes()));
        self.restore();
    }
}

fn shares(Rgb(r, g, b): Rgb) -> [f32; 3] {
    [r, g, b].map(|part| (f32::from(part) / 255.0 * 1_000.0).round() / 1_000.0)
}
