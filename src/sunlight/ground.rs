//! How much of a piece of ground lies in the sun.

use crate::geometry::{Region, WorldPt};

use super::{Day, Minutes, Solid, Track};

/// Points of ground are asked so many metres apart (GB/T 50947-2014: 1 to 5 m) …
const APART_M: f64 = 2.0;
/// … or further apart, where that would be more than so many points.
const MOST_POINTS: f64 = 600.0;

/// The share, 0 to 1, of a piece of ground that has at least so many minutes of sun on a day among
/// solids, reckoned on the ground: what lies outside the standard shadow line of GB 50180-2018
/// 4.0.7. None for ground without area and where the sun does not rise that day.
///
/// `latitude` is degrees north; stretches of sun shorter than `segment` minutes do not count.
pub fn sunny_share(
    latitude: f64,
    day: Day,
    ground: &Region,
    solids: &[Solid],
    minutes: u32,
    segment: u32,
) -> Option<f64> {
    let track = Track::new(latitude, day);
    let all = track.minutes();
    let points = points(ground);
    if points.is_empty() || all.is_empty() {
        return None;
    }
    let is_sunny = |point: &&WorldPt| {
        let mut shaded = Minutes::default();
        solids
            .iter()
            .for_each(|solid| track.shade(**point, 0.0, solid, &mut shaded));
        all.without(&shaded).counted(segment) >= minutes
    };
    let sunny = points.iter().filter(is_sunny).count();
    Some(sunny as f64 / points.len() as f64)
}

fn points(ground: &Region) -> Vec<WorldPt> {
    let Some(bounds) = ground.bounds() else {
        return Vec::new();
    };
    let step = APART_M.max((bounds.width() * bounds.height() / MOST_POINTS).sqrt());
    let (columns, rows) = ((bounds.width() / step).ceil(), (bounds.height() / step).ceil());
    let grid = (0..rows as usize).flat_map(|row| {
        (0..columns as usize).map(move |column| {
            let (x, y) = ((column as f64 + 0.5) * step, (row as f64 + 0.5) * step);
            WorldPt::new(bounds.min.x + x, bounds.min.y + y)
        })
    });
    let inside: Vec<WorldPt> = grid.filter(|point| ground.contains(*point)).collect();
    if !inside.is_empty() {
        return inside;
    }
    // A strip so thin that it lies between the points of the grid.
    ground.pieces().map(|(edge, _)| edge.label_point()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{Outline, WorldVec};

    fn rectangle(x: f64, y: f64, width: f64, depth: f64) -> Outline {
        Outline::rectangle(WorldPt::new(x, y), WorldVec::new(width, depth), 0.0)
    }

    #[test]
    fn a_lawn_behind_a_slab_has_two_hours_of_sun_from_where_the_shadow_ends() {
        // 18 m high: on the ground the standard's two hours are had 18 × 1.5 m behind it (D2).
        let slab = Solid::standing(rectangle(0.0, -5.5, 4_000.0, 11.0), 18.0).unwrap();
        let lawn = Region::from(&rectangle(0.0, 27.0, 20.0, 54.0));
        let share = sunny_share(35.41, Day::GreatCold, &lawn, &[slab], 120, 5).unwrap();
        assert!((share - 0.5).abs() < 0.04, "{share}");
        assert_eq!(sunny_share(35.41, Day::GreatCold, &lawn, &[], 120, 5), Some(1.0));
    }

    #[test]
    fn no_ground_has_no_share() {
        assert_eq!(
            sunny_share(35.41, Day::GreatCold, &Region::default(), &[], 120, 5),
            None
        );
    }
}
