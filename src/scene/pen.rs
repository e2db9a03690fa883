//! A pen in a thing's own frame: what it draws comes out in the sheet's metres.

use std::sync::Arc;

use crate::geometry::{WorldPt, WorldVec};

use super::{Detail, Ink, Label, Length, Mark, Paint, Path, Scene, Stroke, Style, Symbol, wash};

/// Metres of shadow toward the north for a metre of height: a high summer's noon, so that
/// shadows speak softly and hide little.
const SHADOW: f64 = 0.17;

/// The width in pixels of the ink outline around placed things.
pub(super) const OUTLINE_PX: f64 = 1.5;

/// Draws in a frame: x along a thing's width, y along its depth, its centre at the origin.
pub(super) struct Pen {
    at: WorldPt,
    turn: f64,
    /// How much is drawn.
    pub detail: Detail,
    /// How many times as wide as named lines in pixels are: small things have finer lines.
    weight: f64,
    scene: Scene,
}

impl Pen {
    pub fn new(at: WorldPt, turn: f64, detail: Detail) -> Self {
        Self {
            at,
            turn,
            detail,
            weight: 1.0,
            scene: Scene::default(),
        }
    }
    /// How far the frame is turned on the sheet, degrees anticlockwise.
    pub fn turn(&self) -> f64 {
        self.turn
    }
    pub fn finish(self) -> Scene {
        self.scene
    }
    /// Makes lines finer for a thing that is seen so many pixels large.
    pub fn weigh(&mut self, seen: f64) {
        self.weight = (seen / 42.0).clamp(0.42, 1.0);
    }
    /// The point of the sheet at a point of the frame.
    pub fn world(&self, p: WorldPt) -> WorldPt {
        self.at + (p - WorldPt::default()).turned(self.turn)
    }
    /// Draws a path of the frame.
    pub fn draw(&mut self, path: Path, style: Style) {
        // What is smaller than a pixel (from afar, than three) is not seen and only costs.
        let least = if self.detail.is_sign() { 3.0 } else { 0.8 };
        let is_seen = |b: crate::geometry::Bounds| self.detail.shows(b.width().max(b.height()), least);
        if !path.bounds().is_some_and(is_seen) {
            return;
        }
        let path = path.mapped(|p| self.world(p));
        self.scene.draw(path, self.turned(style));
    }
    /// Draws a path with the ink outline around it.
    pub fn outlined(&mut self, path: Path, style: Style) {
        self.draw(path, style.lined(Ink::Outline, OUTLINE_PX));
    }
    /// The soft shadow that a path at a height in metres casts to the north.
    pub fn shadow(&mut self, path: &Path, height: f64) {
        let path = path.mapped(|p| self.world(p));
        // Laid on in steps: soft at its far end, and never apart from the thing.
        let steps: &[f64] = if self.detail.shows(SHADOW * height, 3.0) {
            &[1.0, 0.7, 0.35]
        } else {
            &[0.9]
        };
        let each = 0.24 / steps.len() as f64;
        if !self.detail.shows(SHADOW * height, 0.4) {
            return;
        }
        for share in steps {
            let step = WorldVec::new(0.3, 1.0) * (share * SHADOW * height);
            self.scene.draw(path.moved(step), wash(Ink::Shadow, each));
        }
    }
    /// A symbol at a point of the frame, turned against the frame.
    pub fn stamp(&mut self, symbol: &Arc<Symbol>, at: WorldPt, turn: f64, grown: f64) {
        let mark = Mark::Stamp {
            symbol: symbol.clone(),
            at: self.world(at),
            turn: self.turn + turn,
            grown,
        };
        self.scene.marks.push(mark);
    }
    /// A label centred on a point of the frame, upright on the sheet.
    pub fn label(&mut self, at: WorldPt, text: impl Into<String>, size: Length, ink: Ink) {
        self.scene
            .marks
            .push(Mark::Label(Label::new(self.world(at), text, size, ink)));
    }
    /// Draws a path that is already in the sheet's metres.
    pub fn draw_world(&mut self, path: Path, style: Style) {
        self.scene.draw(path, style);
    }
    /// A symbol at a point of the sheet, turned on the sheet.
    pub fn stamp_world(&mut self, symbol: &Arc<Symbol>, at: WorldPt, turn: f64) {
        self.scene.marks.push(Mark::Stamp {
            symbol: symbol.clone(),
            at,
            turn,
            grown: 1.0,
        });
    }
    /// Marks in pixels, upright, from a point of the frame.
    pub fn pin(&mut self, at: WorldPt, marks: Vec<Mark>) {
        self.scene.marks.push(Mark::Pinned {
            at: self.world(at),
            turn: 0.0,
            marks,
        });
    }
    /// Marks in pixels, upright, from a point of the sheet.
    pub fn pin_world(&mut self, at: WorldPt, marks: Vec<Mark>) {
        self.scene.marks.push(Mark::Pinned { at, turn: 0.0, marks });
    }
    /// How a slope that looks in a direction of the frame (degrees) is lit by a sun in the south:
    /// the first ink in the light, the second from the side, the third in the shade.
    pub fn lit(&self, looks: f64, inks: [Ink; 3]) -> Ink {
        let north = WorldVec::toward(looks + self.turn).y;
        match north {
            y if y < -0.5 => inks[0],
            y if y > 0.5 => inks[2],
            _ => inks[1],
        }
    }
    fn turned(&self, mut style: Style) -> Style {
        if let Some(Paint::Tiled { turn, origin, .. }) = &mut style.fill {
            *turn += self.turn;
            *origin = self.world(*origin);
        }
        if let Some(Stroke {
            width: Length::Px(px),
            ..
        }) = &mut style.line
        {
            *px *= self.weight;
        }
        style
    }
}
