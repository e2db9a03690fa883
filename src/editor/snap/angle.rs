//! Turns brought to round angles and to the directions of walls.

/// Within this of a wall's direction or an eighth of a circle a turn snaps, in degrees.
const NEAR: f64 = 4.0;
/// Within this of a step of 15° that is no eighth a turn snaps, in degrees.
const NEAR_STEP: f64 = 2.0;

/// To what a turn clicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Click {
    /// To nothing: it is free.
    Free,
    /// To 0, 45, 90 …, or a step of 15°.
    Round,
    /// Along the wall.
    Along,
    /// Across the wall.
    Across,
}

/// A turn in degrees, snapped: the wall first, then 0, 45, 90 …, then steps of 15°. The wall is a
/// direction in degrees; a quarter turn from it is as good.
pub fn clicked(degrees: f64, wall: Option<f64>) -> (f64, Click) {
    let off = |target: f64, step: f64| {
        let apart = (target - degrees).rem_euclid(step);
        if apart > step / 2.0 { apart - step } else { apart }
    };
    let by_wall = wall.map(|wall| (off(wall, 90.0), off(wall, 180.0)));
    if let Some((by, along)) = by_wall.filter(|(by, _)| by.abs() <= NEAR) {
        let click = if (by - along).abs() < 1e-9 {
            Click::Along
        } else {
            Click::Across
        };
        return (degrees + by, click);
    }
    let eighth = off(0.0, 45.0);
    if eighth.abs() <= NEAR {
        return (degrees + eighth, Click::Round);
    }
    let step = off(0.0, 15.0);
    if step.abs() <= NEAR_STEP {
        return (degrees + step, Click::Round);
    }
    (degrees, Click::Free)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(degrees: f64, wall: Option<f64>, expected: f64, to: Click) {
        let (turn, click) = clicked(degrees, wall);
        assert!((turn - expected).abs() < 1e-9 && click == to, "{turn} {click:?}");
    }

    #[test]
    fn turns_snap_to_round_angles() {
        check(3.0, None, 0.0, Click::Round);
        check(-3.9, None, 0.0, Click::Round);
        check(47.5, None, 45.0, Click::Round);
        check(31.0, None, 30.0, Click::Round);
        check(34.0, None, 34.0, Click::Free);
        check(358.0, None, 360.0, Click::Round);
    }

    #[test]
    fn a_wall_goes_before_a_round_angle() {
        check(5.0, Some(7.0), 7.0, Click::Along);
        check(95.0, Some(7.0), 97.0, Click::Across);
        check(185.0, Some(7.0), 187.0, Click::Along);
        check(2.0, Some(-80.5), 0.0, Click::Round);
    }

    proptest! {
        /// A click never turns farther than its tolerance.
        #[test]
        fn a_click_is_near(degrees in -720.0..720.0, wall in -180.0..180.0) {
            prop_assert!((clicked(degrees, Some(wall)).0 - degrees).abs() <= NEAR + 1e-9);
        }
    }
}
