//! Turns brought to round angles and to the directions of walls.

/// Within this of a wall's direction or an eighth of a circle a turn snaps, in degrees.
const NEAR: f64 = 4.0;
/// Within this of a step of 15° that is no eighth a turn snaps, in degrees.
const NEAR_STEP: f64 = 2.0;

/// A turn in degrees, snapped: walls first, then 0, 45, 90 …, then steps of 15°. The flag says
/// whether it did. `walls` are directions in degrees; a quarter turn from a wall is as good.
pub fn snapped_turn(degrees: f64, walls: &[f64]) -> (f64, bool) {
    let off = |target: f64, step: f64| {
        let apart = (target - degrees).rem_euclid(step);
        if apart > step / 2.0 { apart - step } else { apart }
    };
    let nearest_wall = walls
        .iter()
        .map(|wall| off(*wall, 90.0))
        .min_by(|a, b| a.abs().total_cmp(&b.abs()));
    match nearest_wall {
        Some(by) if by.abs() <= NEAR => return (degrees + by, true),
        _ => {}
    }
    let eighth = off(0.0, 45.0);
    if eighth.abs() <= NEAR {
        return (degrees + eighth, true);
    }
    let step = off(0.0, 15.0);
    if step.abs() <= NEAR_STEP {
        return (degrees + step, true);
    }
    (degrees, false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(degrees: f64, walls: &[f64], expected: f64, snaps: bool) {
        let (turn, snapped) = snapped_turn(degrees, walls);
        assert!(
            (turn - expected).abs() < 1e-9 && snapped == snaps,
            "{turn} {snapped}"
        );
    }

    #[test]
    fn turns_snap_to_round_angles() {
        check(3.0, &[], 0.0, true);
        check(-3.9, &[], 0.0, true);
        check(47.5, &[], 45.0, true);
        check(31.0, &[], 30.0, true);
        check(34.0, &[], 34.0, false);
        check(358.0, &[], 360.0, true);
    }

    #[test]
    fn a_wall_goes_before_a_round_angle() {
        check(5.0, &[7.0], 7.0, true);
        check(95.0, &[7.0], 97.0, true);
        check(2.0, &[-80.5], 0.0, true);
    }
}
