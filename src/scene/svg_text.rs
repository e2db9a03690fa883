//! The words of an SVG file: safe text, short numbers, path data.

use crate::geometry::{WorldPt, WorldVec};

use super::Path;
use super::path::Piece;

/// Text as it may stand in XML, in an element or an attribute; characters that XML forbids are
/// left out.
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\t' | '\n' | '\r' => safe.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => safe.push(c),
        }
    }
    safe
}

/// A frame on the picture: where its origin is in pixels, and pixels a unit.
#[derive(Clone, Copy)]
pub(super) struct Space {
    pub origin: (f64, f64),
    pub scale: f64,
    pub turn: f64,
}

impl Space {
    pub fn at(&self, p: WorldPt) -> (f64, f64) {
        let step = WorldVec::new(p.x, p.y).turned(self.turn) * self.scale;
        (self.origin.0 + step.x, self.origin.1 - step.y)
    }
}

/// The path's pieces as steps from point to point on the grid of the last digit: shorter than
/// places, and exact, since each step is the difference of two rounded places.
pub(super) fn path_data(path: &Path, space: &Space, digits: u8) -> String {
    let grain = 10_f64.powi(i32::from(digits));
    let grid = |p: WorldPt| {
        let (x, y) = space.at(p);
        ((x * grain).round(), (y * grain).round())
    };
    let mut data = String::with_capacity(path.pieces.len() * 9);
    let (mut pen, mut start) = ((0.0, 0.0), (0.0, 0.0));
    let step = |data: &mut String, to: (f64, f64), from: (f64, f64)| {
        for value in [to.0 - from.0, to.1 - from.1] {
            let text = number(value / grain, digits);
            let follows_digit = data.ends_with(|c: char| c.is_ascii_digit());
            if follows_digit && !text.starts_with('-') {
                data.push(' ');
            }
            data.push_str(&text);
        }
    };
    for piece in &path.pieces {
        match *piece {
            Piece::Move(p) => {
                data.push('M');
                pen = grid(p);
                start = pen;
                step(&mut data, pen, (0.0, 0.0));
            }
            Piece::Line(p) => {
                data.push('l');
                let to = grid(p);
                step(&mut data, to, pen);
                pen = to;
            }
            Piece::Curve(a, b, p) => {
                data.push('c');
                let to = grid(p);
                [grid(a), grid(b), to]
                    .into_iter()
                    .for_each(|point| step(&mut data, point, pen));
                pen = to;
            }
            Piece::Close => {
                data.push('z');
                pen = start;
            }
        }
    }
    data
}

/// A number with at most so many digits after the point and no trailing zeros.
pub(super) fn number(value: f64, digits: u8) -> String {
    let text = format!("{value:.*}", usize::from(digits));
    let text = if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.')
    } else {
        &text
    };
    if text == "-0" {
        "0".to_owned()
    } else {
        text.to_owned()
    }
}
