//! How much is drawn at a scale.

/// A scale rounded down to a half octave, so that one display list serves a range of zooms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Detail(i32);

impl Detail {
    /// The detail for a scale in pixels a metre.
    pub fn of(scale: f64) -> Self {
        let scale = if scale.is_finite() {
            scale.clamp(0.01, 1_000.0)
        } else {
            1.0
        };
        Self((scale.log2() * 2.0).floor() as i32)
    }
    /// The smallest scale in pixels a metre at which a list of this detail is shown.
    pub fn scale(self) -> f64 {
        (f64::from(self.0) / 2.0).exp2()
    }
    /// Whether things are seen from so far that they turn to signs.
    pub fn is_sign(self) -> bool {
        self.scale() < 1.0
    }
    /// Whether a length in metres is shown at least so many pixels long.
    pub fn shows(self, metres: f64, pixels: f64) -> bool {
        metres * self.scale() >= pixels
    }
    /// Whether joints, slats and blossoms are drawn.
    pub fn is_fine(self) -> bool {
        self.scale() >= 10.0
    }
    /// Whether everything is drawn.
    pub fn is_close(self) -> bool {
        self.scale() >= 22.0
    }
}
