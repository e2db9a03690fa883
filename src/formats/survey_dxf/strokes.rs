//! What is drawn, as lines, points and texts on layers.

use super::super::assemble::Raw;

/// The layer of a stroke, by its number in [`Strokes::layers`].
pub(super) type LayerNo = u32;

/// One thing that is drawn.
#[derive(Clone, Debug)]
pub(super) struct Stroke {
    pub layer: LayerNo,
    /// The surveyor's code of what it is (XDATA of `SOUTH`), where it has one.
    pub code: Option<u32>,
    /// The block that it is a use of, where it is one.
    pub block: Option<u32>,
    pub form: Form,
}

/// The form of a stroke. Lengths in the drawing's unit.
#[derive(Clone, Debug)]
pub(super) enum Form {
    Point(Raw),
    /// A line, closed or not (then its end is not its beginning once more), and its width.
    Line(Vec<Raw>, bool, f64),
    /// A middle and a radius.
    Circle(Raw, f64),
    /// An area with holes, as hatches are.
    Area(Vec<Vec<Raw>>),
    /// Where a text begins or, where it is said, its middle.
    Text(Raw, String),
}

/// Turns points: scale, turn and move in one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Turn {
    x: [f64; 2],
    y: [f64; 2],
    by: [f64; 2],
}

impl Turn {
    pub const NONE: Self = Self {
        x: [1.0, 0.0],
        y: [0.0, 1.0],
        by: [0.0, 0.0],
    };
    /// A use of a block: `base` of the block comes to `at`, scaled and turned.
    pub fn of_block(at: Raw, scale: [f64; 2], degrees: f64, base: Raw) -> Self {
        let (sin, cos) = libm::sincos(degrees.to_radians());
        let turned = Self {
            x: [cos * scale[0], sin * scale[0]],
            y: [-sin * scale[1], cos * scale[1]],
            by: [0.0, 0.0],
        };
        let [bx, by] = turned.point(base);
        Self {
            by: [at[0] - bx, at[1] - by],
            ..turned
        }
    }
    pub const MIRROR: Self = Self {
        x: [-1.0, 0.0],
        ..Self::NONE
    };
    pub fn point(&self, [x, y]: Raw) -> Raw {
        [
            self.x[0] * x + self.y[0] * y + self.by[0],
            self.x[1] * x + self.y[1] * y + self.by[1],
        ]
    }
    /// First `inner`, then this.
    pub fn after(&self, inner: &Self) -> Self {
        let way = |[x, y]: [f64; 2]| [self.x[0] * x + self.y[0] * y, self.x[1] * x + self.y[1] * y];
        Self {
            x: way(inner.x),
            y: way(inner.y),
            by: self.point(inner.by),
        }
    }
    /// How much longer lengths become, if they become so alike in both directions.
    pub fn scale(&self) -> f64 {
        (self.x[0] * self.y[1] - self.x[1] * self.y[0]).abs().sqrt()
    }
    fn is_alike(&self) -> bool {
        let (x, y) = (
            libm::hypot(self.x[0], self.x[1]),
            libm::hypot(self.y[0], self.y[1]),
        );
        (x - y).abs() <= 1e-6 * x.max(y)
    }
}

impl Form {
    pub fn turned(&self, turn: &Turn) -> Self {
        let all = |points: &[Raw]| points.iter().map(|p| turn.point(*p)).collect::<Vec<Raw>>();
        match self {
            Self::Point(at) => Self::Point(turn.point(*at)),
            Self::Line(points, closed, width) => Self::Line(all(points), *closed, width * turn.scale()),
            Self::Circle(at, radius) if turn.is_alike() => {
                Self::Circle(turn.point(*at), radius * turn.scale())
            }
            Self::Circle(at, radius) => Self::Line(all(&super::curves::circle(*at, *radius)), true, 0.0),
            Self::Area(rings) => Self::Area(rings.iter().map(|ring| all(ring)).collect()),
            Self::Text(at, text) => Self::Text(turn.point(*at), text.clone()),
        }
    }
    /// How many points it has.
    pub fn count(&self) -> usize {
        match self {
            Self::Line(points, ..) => points.len(),
            Self::Area(rings) => rings.iter().map(Vec::len).sum(),
            _ => 1,
        }
    }
    pub fn is_finite(&self) -> bool {
        let sound = |point: &Raw| point.iter().all(|n| n.abs() < 1e12);
        match self {
            Self::Point(at) | Self::Text(at, _) => sound(at),
            Self::Circle(at, radius) => sound(at) && *radius < 1e9,
            Self::Line(points, ..) => points.iter().all(sound),
            Self::Area(rings) => rings.iter().flatten().all(sound),
        }
    }
}
