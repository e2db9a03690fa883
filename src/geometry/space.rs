//! Where pixels and metres meet: the only file that turns one into the other.

use std::ops::{Add, Div, Mul, Neg, Sub};

use serde::{Deserialize, Serialize};

/// Nothing on a sheet lies further than this from its origin, in metres along each axis.
/// An estate is a few hundred metres wide; the bound keeps overlay arithmetic exact.
pub const REACH_M: f64 = 5_000.0;

/// A point of the sheet: metres, x east, y north of the sheet's origin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct WorldPt {
    /// Metres east of the sheet's origin.
    pub x: f64,
    /// Metres north of the sheet's origin.
    pub y: f64,
}

/// A step from one point of the sheet to another, in metres.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct WorldVec {
    /// Metres toward the east.
    pub x: f64,
    /// Metres toward the north.
    pub y: f64,
}

/// A point of the screen: CSS pixels, x right, y down from the plan's top left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ScreenPt {
    /// Pixels right of the plan's left edge.
    pub x: f64,
    /// Pixels below the plan's top edge.
    pub y: f64,
}

/// A step on the screen, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ScreenVec {
    /// Pixels to the right.
    pub x: f64,
    /// Pixels down.
    pub y: f64,
}

/// Rounds a length in metres to the nearest millimetre, the grain of every stored coordinate.
pub fn snapped_to_mm(metres: f64) -> f64 {
    // Adding zero turns -0.0 into 0.0, so that equal places have equal bytes.
    (metres * 1_000.0).round() / 1_000.0 + 0.0
}

impl WorldPt {
    /// A point from its metres east and north.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }
    /// The point moved to the nearest millimetre.
    pub fn snapped(self) -> Self {
        Self::new(snapped_to_mm(self.x), snapped_to_mm(self.y))
    }
    /// Whether both coordinates are finite and within [`REACH_M`].
    pub fn is_within_reach(self) -> bool {
        self.x.is_finite() && self.y.is_finite() && self.x.abs() <= REACH_M && self.y.abs() <= REACH_M
    }
    /// Straight distance in metres.
    pub fn distance(self, other: Self) -> f64 {
        (other - self).length()
    }
    /// The point halfway between two.
    pub fn middle(self, other: Self) -> Self {
        Self::new((self.x + other.x) / 2.0, (self.y + other.y) / 2.0)
    }
    /// The point turned about a centre, anticlockwise, by an angle in degrees.
    pub fn turned_about(self, centre: Self, degrees: f64) -> Self {
        centre + (self - centre).turned(degrees)
    }
}

impl WorldVec {
    /// A step from its metres east and north.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }
    /// The unit step in a direction, degrees anticlockwise from east.
    pub fn toward(degrees: f64) -> Self {
        let (sin, cos) = libm::sincos(degrees.to_radians());
        Self::new(cos, sin)
    }
    /// Length in metres.
    pub fn length(self) -> f64 {
        libm::hypot(self.x, self.y)
    }
    /// The step turned anticlockwise by an angle in degrees.
    pub fn turned(self, degrees: f64) -> Self {
        let (sin, cos) = libm::sincos(degrees.to_radians());
        Self::new(self.x * cos - self.y * sin, self.x * sin + self.y * cos)
    }
    /// The step turned a quarter to the left.
    pub const fn left(self) -> Self {
        Self::new(-self.y, self.x)
    }
    /// Direction in degrees anticlockwise from east, in (-180, 180].
    pub fn degrees(self) -> f64 {
        libm::atan2(self.y, self.x).to_degrees()
    }
    /// The step of length one in this direction, or none for a step of no length.
    pub fn unit(self) -> Option<Self> {
        let length = self.length();
        (length > 1e-9).then(|| self / length)
    }
    /// Dot product, in square metres.
    pub fn dot(self, other: Self) -> f64 {
        self.x * other.x + self.y * other.y
    }
    /// Cross product: positive when `other` points to the left of this step.
    pub fn cross(self, other: Self) -> f64 {
        self.x * other.y - self.y * other.x
    }
}

impl ScreenPt {
    /// Whether both coordinates are numbers.
    pub fn is_finite(self) -> bool {
        self.x.is_finite() && self.y.is_finite()
    }
    /// A point from its pixels right and down.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }
    /// Straight distance in pixels.
    pub fn distance(self, other: Self) -> f64 {
        (other - self).length()
    }
    /// The point halfway between two.
    pub fn middle(self, other: Self) -> Self {
        Self::new((self.x + other.x) / 2.0, (self.y + other.y) / 2.0)
    }
}

impl ScreenVec {
    /// A step from its pixels right and down.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }
    /// Length in pixels.
    pub fn length(self) -> f64 {
        libm::hypot(self.x, self.y)
    }
}

macro_rules! arithmetic {
    ($point:ident, $step:ident) => {
        impl Sub for $point {
            type Output = $step;
            fn sub(self, other: Self) -> $step {
                $step::new(self.x - other.x, self.y - other.y)
            }
        }
        impl Add<$step> for $point {
            type Output = Self;
            fn add(self, step: $step) -> Self {
                Self::new(self.x + step.x, self.y + step.y)
            }
        }
        impl Sub<$step> for $point {
            type Output = Self;
            fn sub(self, step: $step) -> Self {
                Self::new(self.x - step.x, self.y - step.y)
            }
        }
        impl Add for $step {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self::new(self.x + other.x, self.y + other.y)
            }
        }
        impl Sub for $step {
            type Output = Self;
            fn sub(self, other: Self) -> Self {
                Self::new(self.x - other.x, self.y - other.y)
            }
        }
        impl Mul<f64> for $step {
            type Output = Self;
            fn mul(self, factor: f64) -> Self {
                Self::new(self.x * factor, self.y * factor)
            }
        }
        impl Div<f64> for $step {
            type Output = Self;
            fn div(self, divisor: f64) -> Self {
                Self::new(self.x / divisor, self.y / divisor)
            }
        }
        impl Neg for $step {
            type Output = Self;
            fn neg(self) -> Self {
                Self::new(-self.x, -self.y)
            }
        }
    };
}
arithmetic!(WorldPt, WorldVec);
arithmetic!(ScreenPt, ScreenVec);

/// What part of the sheet is seen, how large, and how far it is turned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// The sheet's point at the middle of the screen.
    pub centre: WorldPt,
    /// Pixels a metre.
    pub scale: f64,
    /// Width and height of the plan on the screen, in CSS pixels.
    pub size: ScreenVec,
    /// How far the sheet lies turned on the screen, in degrees anticlockwise, in (-180, 180];
    /// at 0 north is up.
    pub turn: f64,
}

impl View {
    /// The smallest and largest scale that a hand may choose, in pixels a metre: from a whole
    /// town to a paving joint.
    pub const SCALES: (f64, f64) = (0.2, 200.0);
    /// The smallest scale of any view, in pixels a metre: a small picture of a large estate.
    pub const SMALLEST: f64 = 0.01;

    /// A view of a centre at a scale with north up; the scale is held between
    /// [`View::SMALLEST`] and the larger of [`View::SCALES`].
    pub fn new(centre: WorldPt, scale: f64, size: ScreenVec) -> Self {
        let scale = if scale.is_finite() {
            scale.clamp(Self::SMALLEST, Self::SCALES.1)
        } else {
            1.0
        };
        Self {
            centre,
            scale,
            size,
            turn: 0.0,
        }
    }
    /// The view with the sheet turned so many degrees anticlockwise about the middle of the
    /// screen; an angle that is no number leaves it as it is.
    #[must_use]
    pub fn turned_to(self, degrees: f64) -> Self {
        if !degrees.is_finite() {
            return self;
        }
        // A thousandth of a degree moves nothing on any screen by a pixel, and makes equal turns equal.
        let turn = 180.0 - (180.0 - degrees).rem_euclid(360.0);
        let turn = (turn * 1_000.0).round() / 1_000.0 + 0.0;
        Self { turn, ..self }
    }
    /// The view at another scale about its middle, held within what a hand may choose. A view
    /// that lies outside of that already, to show a large estate, is not thrown back into it.
    #[must_use]
    pub fn scaled_to(self, scale: f64) -> Self {
        let (least, most) = Self::SCALES;
        let scale = if scale.is_finite() {
            scale.clamp(least.min(self.scale), most.max(self.scale))
        } else {
            self.scale
        };
        Self { scale, ..self }
    }
    /// The scale in pixels a metre at which the screen is a plan of 1 to `one_to`, on the
    /// convention of CSS that a pixel is 1/96 of an inch. No browser tells how large its pixels
    /// really are, so a ruler held to the screen may find a little more or less.
    pub fn scale_of_plan(one_to: f64) -> f64 {
        const PIXELS_A_METRE: f64 = 96.0 / 0.0254;
        PIXELS_A_METRE / one_to
    }
    /// Where a point of the sheet is seen.
    pub fn screen_from_world(&self, point: WorldPt) -> ScreenPt {
        let step = (point - self.centre).turned(self.turn) * self.scale;
        ScreenPt::new(self.size.x / 2.0 + step.x, self.size.y / 2.0 - step.y)
    }
    /// The point of the sheet under a point of the screen.
    pub fn world_from_screen(&self, point: ScreenPt) -> WorldPt {
        let middle = ScreenPt::new(self.size.x / 2.0, self.size.y / 2.0);
        self.centre + self.world_step(point - middle)
    }
    /// The step on the sheet that a step on the screen goes.
    pub fn world_step(&self, step: ScreenVec) -> WorldVec {
        (WorldVec::new(step.x, -step.y) / self.scale).turned(-self.turn)
    }
    /// A step on the sheet as it was meant by someone who looks at the screen: so many metres to
    /// the right and up.
    pub fn upright(&self, step: WorldVec) -> WorldVec {
        step.turned(-self.turn)
    }
    /// How many metres so many pixels cover.
    pub fn metres_from_pixels(&self, pixels: f64) -> f64 {
        pixels / self.scale
    }
    /// The view moved so that a point of the sheet lies under a point of the screen.
    #[must_use]
    pub fn holding(self, held: WorldPt, at: ScreenPt) -> Self {
        let centre = self.centre + (held - self.world_from_screen(at));
        Self { centre, ..self }
    }
    /// The view scaled by a factor so that the point under `at` stays under it.
    #[must_use]
    pub fn zoomed_at(&self, at: ScreenPt, factor: f64) -> Self {
        let held = self.world_from_screen(at);
        self.scaled_to(self.scale * factor).holding(held, at)
    }
    /// The view moved as if the sheet had been dragged by a step on the screen.
    #[must_use]
    pub fn panned(&self, by: ScreenVec) -> Self {
        Self {
            centre: self.centre - self.world_step(by),
            ..*self
        }
    }
    /// The view that shows all of the bounds with a margin in pixels on each side, turned as
    /// this one is.
    #[must_use]
    pub fn fitted(&self, bounds: super::Bounds, margin: f64) -> Self {
        let free = ScreenVec::new(
            (self.size.x - 2.0 * margin).max(1.0),
            (self.size.y - 2.0 * margin).max(1.0),
        );
        // The box's shadow on the axes of the screen.
        let (sin, cos) = libm::sincos(self.turn.to_radians());
        let (sin, cos) = (sin.abs(), cos.abs());
        let across = bounds.width() * cos + bounds.height() * sin;
        let up = bounds.width() * sin + bounds.height() * cos;
        let scale = (free.x / across.max(1.0)).min(free.y / up.max(1.0));
        Self::new(bounds.centre(), scale, self.size).turned_to(self.turn)
    }
    /// The corners of the part of the sheet that is seen, from the screen's top left corner
    /// anticlockwise.
    pub fn corners(&self) -> [WorldPt; 4] {
        let (w, h) = (self.size.x, self.size.y);
        [(0.0, 0.0), (0.0, h), (w, h), (w, 0.0)].map(|(x, y)| self.world_from_screen(ScreenPt::new(x, y)))
    }
    /// The box around the part of the sheet that is seen; of a turned view it is larger than that.
    pub fn bounds(&self) -> super::Bounds {
        super::Bounds::of(self.corners()).unwrap_or_default()
    }
    /// The corners of the box that is upright on the screen between two opposite corners, from
    /// the first anticlockwise.
    pub fn box_between(&self, one: WorldPt, other: WorldPt) -> [WorldPt; 4] {
        let along = (other - one).turned(self.turn);
        let side = self.upright(WorldVec::new(along.x, 0.0));
        let corners = [one, one + side, other, other - side];
        if along.x * along.y < 0.0 {
            let [a, b, c, d] = corners;
            return [a, d, c, b];
        }
        corners
    }
}
