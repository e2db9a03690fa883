//! Turns of things and the names of directions.

use super::WorldVec;

/// How far a thing is turned: degrees anticlockwise from east, held in [0, 360) and to 0.01°.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Turn(f64);

impl Turn {
    /// A turn from any finite number of degrees; anything else is no turn.
    pub fn new(degrees: f64) -> Self {
        if !degrees.is_finite() {
            return Self(0.0);
        }
        let hundredths = (degrees * 100.0).round().rem_euclid(36_000.0);
        Self(hundredths / 100.0)
    }
    /// Degrees in [0, 360).
    pub fn degrees(self) -> f64 {
        self.0
    }
    /// The turn and a further one, in degrees.
    #[must_use]
    pub fn by(self, degrees: f64) -> Self {
        Self::new(self.0 + degrees)
    }
}

/// The key of the compass direction, of eight, in which a step goes: `east`, `north-east` ….
pub fn compass(step: WorldVec) -> &'static str {
    const NAMES: [&str; 8] = [
        "east",
        "north-east",
        "north",
        "north-west",
        "west",
        "south-west",
        "south",
        "south-east",
    ];
    let eighths = (step.degrees() / 45.0).round().rem_euclid(8.0);
    NAMES[eighths as usize % 8]
}
