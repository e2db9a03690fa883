//! The display list: what a painter draws, in the order in which it draws it.
//!
//! Lengths are metres of the sheet, or pixels where a thing keeps its size on the screen. A mark
//! names inks, never colours; a [`super::Theme`] knows what an ink looks like.

use std::sync::Arc;

use crate::geometry::{Bounds, WorldPt};

use super::{Ink, Path, Tile};

/// A length on the sheet or on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Length {
    /// CSS pixels, at every scale.
    Px(f64),
    /// Metres of the sheet.
    Metres(f64),
}

impl Length {
    /// The length in pixels at a scale in pixels a metre.
    pub fn pixels(self, scale: f64) -> f64 {
        match self {
            Self::Px(px) => px,
            Self::Metres(metres) => metres * scale,
        }
    }
    /// The length in metres at a scale in pixels a metre.
    pub fn metres(self, scale: f64) -> f64 {
        match self {
            Self::Px(px) => px / scale,
            Self::Metres(metres) => metres,
        }
    }
}

/// An ink as thick as it is laid on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wash {
    /// The ink.
    pub ink: Ink,
    /// 0 nothing, 1 opaque.
    pub alpha: f64,
}

/// What an area is filled with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Paint {
    /// One colour.
    Flat(Wash),
    /// A pattern that repeats.
    Tiled {
        /// What repeats.
        tile: Tile,
        /// Its ink.
        wash: Wash,
        /// The side of one tile.
        side: Length,
        /// How far the pattern is turned, degrees anticlockwise.
        turn: f64,
        /// A point of the sheet at a tile's corner, so that the pattern stays on the ground when
        /// the view moves.
        origin: WorldPt,
    },
}

/// A line along a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Its ink.
    pub wash: Wash,
    /// Its width.
    pub width: Length,
    /// Drawn and left out in turn, where it is dashed.
    pub dash: Option<(Length, Length)>,
    /// Whether its ends are round; else they are cut off at the last point.
    pub round: bool,
}

/// How a path is filled and lined.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Style {
    /// What it is filled with.
    pub fill: Option<Paint>,
    /// The line along it, over the fill.
    pub line: Option<Stroke>,
}

/// Filled with one ink.
pub const fn fill(ink: Ink) -> Style {
    wash(ink, 1.0)
}

/// Filled with an ink laid on thinly.
pub const fn wash(ink: Ink, alpha: f64) -> Style {
    Style {
        fill: Some(Paint::Flat(Wash { ink, alpha })),
        line: None,
    }
}

/// Only a line of a width in pixels.
pub const fn line(ink: Ink, px: f64) -> Style {
    Style {
        fill: None,
        line: Some(Stroke {
            wash: Wash { ink, alpha: 1.0 },
            width: Length::Px(px),
            dash: None,
            round: true,
        }),
    }
}

/// Only a line of a width in metres.
pub const fn band(ink: Ink, metres: f64) -> Style {
    Style {
        fill: None,
        line: Some(Stroke {
            wash: Wash { ink, alpha: 1.0 },
            width: Length::Metres(metres),
            dash: None,
            round: false,
        }),
    }
}

/// Filled with a pattern whose tiles are so large.
pub const fn tiled(tile: Tile, ink: Ink, alpha: f64, side: Length) -> Style {
    Style {
        fill: Some(Paint::Tiled {
            tile,
            wash: Wash { ink, alpha },
            side,
            turn: 0.0,
            origin: WorldPt::new(0.0, 0.0),
        }),
        line: None,
    }
}

impl Style {
    /// The style with a line of a width in pixels.
    #[must_use]
    pub const fn lined(mut self, ink: Ink, px: f64) -> Self {
        self.line = line(ink, px).line;
        self
    }
    /// The style with its line dashed: so much drawn, so much left out.
    #[must_use]
    pub const fn dashed(mut self, on: Length, off: Length) -> Self {
        if let Some(mut stroke) = self.line {
            stroke.dash = Some((on, off));
            stroke.round = false;
            self.line = Some(stroke);
        }
        self
    }
    /// The style with its line laid on thinly.
    #[must_use]
    pub const fn faint(mut self, alpha: f64) -> Self {
        if let Some(mut stroke) = self.line {
            stroke.wash.alpha = alpha;
            self.line = Some(stroke);
        }
        self
    }
    /// The style with round or flat line ends.
    #[must_use]
    pub const fn ends(mut self, round: bool) -> Self {
        if let Some(mut stroke) = self.line {
            stroke.round = round;
            self.line = Some(stroke);
        }
        self
    }
}

/// Where a label's point is in its line of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// At its start.
    Start,
    /// In its middle.
    Middle,
    /// At its end.
    End,
}

/// A line of text, centred upright on its point.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Where it is.
    pub at: WorldPt,
    /// What it says; plain text.
    pub text: String,
    /// The size of its letters.
    pub size: Length,
    /// Whether it is bold.
    pub bold: bool,
    /// Its ink.
    pub wash: Wash,
    /// The ink around its letters, which keeps it legible on anything.
    pub halo: Option<Wash>,
    /// Which part of it is at its point.
    pub anchor: Anchor,
    /// How far it is turned with the sheet, degrees anticlockwise; without it, it stands upright
    /// on the screen however the sheet is turned.
    pub turn: Option<f64>,
}

impl Label {
    /// A label centred on a point, with a paper halo.
    pub fn new(at: WorldPt, text: impl Into<String>, size: Length, ink: Ink) -> Self {
        Self {
            at,
            text: text.into(),
            size,
            bold: false,
            wash: Wash { ink, alpha: 1.0 },
            halo: Some(Wash {
                ink: Ink::Halo,
                alpha: 0.85,
            }),
            anchor: Anchor::Middle,
            turn: None,
        }
    }
    /// How far it is turned on a screen on which the sheet lies turned, degrees anticlockwise in
    /// (-90, 90]: it reads from the left or from below, never upside down.
    pub fn screen_turn(&self, sheet: f64) -> f64 {
        self.turn.map_or(0.0, |own| legible(own + sheet))
    }
    /// The width of its text in units of its size, reckoned without a font: a Chinese character
    /// is 1, a Latin letter about half.
    pub fn width_in_ems(text: &str) -> f64 {
        text.chars()
            .map(|c| match c {
                '\u{2e80}'.. => 1.0,
                ' ' | '.' | ',' | 'i' | 'l' | '|' | '\'' => 0.3,
                'm' | 'w' | 'M' | 'W' | '²' => 0.8,
                _ => 0.57,
            })
            .sum()
    }
}

/// The direction of a line of text that reads from the left or from below, in (-90, 90].
pub(super) fn legible(degrees: f64) -> f64 {
    90.0 - (90.0 - degrees).rem_euclid(180.0)
}

/// A thing drawn once and repeated, about its own origin, in metres.
#[derive(Clone, Debug, PartialEq)]
pub struct Symbol {
    /// Its name, unique among symbols: painters keep its picture under it.
    pub name: String,
    /// What it is drawn of.
    pub marks: Vec<Mark>,
    /// The box around all of it.
    pub bounds: Bounds,
}

/// One mark of the list.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A path filled, lined or both.
    Shape {
        /// The path.
        path: Path,
        /// How it is drawn.
        style: Style,
    },
    /// A line of text.
    Label(Label),
    /// A symbol at a place.
    Stamp {
        /// What is repeated.
        symbol: Arc<Symbol>,
        /// Where its origin is.
        at: WorldPt,
        /// How far it is turned, degrees anticlockwise.
        turn: f64,
        /// How many times as large as it was drawn.
        grown: f64,
    },
    /// Marks that keep their size on the screen: their unit is the pixel, y up, from a point.
    Pinned {
        /// The point of the sheet that is their origin.
        at: WorldPt,
        /// How far they are turned, degrees anticlockwise.
        turn: f64,
        /// The marks, in pixels.
        marks: Vec<Mark>,
    },
    /// Marks laid on more thinly.
    Faded {
        /// 0 nothing, 1 as they are.
        alpha: f64,
        /// The marks.
        marks: Vec<Mark>,
    },
}

/// A display list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// What is drawn, first drawn first.
    pub marks: Vec<Mark>,
}

impl Scene {
    /// Adds a path in a style.
    pub fn draw(&mut self, path: Path, style: Style) {
        if !path.is_empty() {
            self.marks.push(Mark::Shape { path, style });
        }
    }
    /// Adds another scene's marks on top.
    pub fn over(&mut self, other: Self) {
        self.marks.extend(other.marks);
    }
    /// The box around all paths and stamps; labels and pinned marks count as their points.
    pub fn bounds(&self) -> Option<Bounds> {
        bounds_of(&self.marks)
    }
}

pub(super) fn bounds_of(marks: &[Mark]) -> Option<Bounds> {
    marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Shape { path, .. } => path.bounds(),
            Mark::Label(label) => Some(Bounds {
                min: label.at,
                max: label.at,
            }),
            Mark::Stamp {
                symbol,
                at,
                turn,
                grown,
            } => {
                let b = symbol.bounds;
                let corners = [
                    b.min,
                    WorldPt::new(b.max.x, b.min.y),
                    b.max,
                    WorldPt::new(b.min.x, b.max.y),
                ];
                let zero = WorldPt::default();
                Bounds::of(corners.map(|c| *at + (c - zero).turned(*turn) * *grown))
            }
            Mark::Pinned { at, .. } => Some(Bounds { min: *at, max: *at }),
            Mark::Faded { marks, .. } => bounds_of(marks),
        })
        .reduce(Bounds::joined)
}
