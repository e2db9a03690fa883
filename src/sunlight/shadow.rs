//! Shadows on the ground at a moment.

use crate::geometry::{Outline, Region, WorldVec};

use super::{Solid, Sun};

/// The longest shadow that is drawn for each metre of height: the sun lower than 3° draws none.
const LONGEST: f64 = 19.0;

/// How far a metre of height throws its shadow, as a step on the sheet; none while the sun is down
/// or so low that shadows have no end.
pub fn shadow_length(sun: Sun) -> Option<WorldVec> {
    let rise = sun.rise();
    (sun.altitude > 0.0 && rise > 1.0 / LONGEST).then(|| -(sun.toward() / rise))
}

/// The shadow of a solid on level ground, as outlines that together cover it; `length` is the
/// shadow of a metre of height.
fn pieces(solid: &Solid, length: WorldVec) -> Vec<Outline> {
    let (from, to) = (length * solid.foot, length * solid.top);
    let mut pieces: Vec<Outline> = [from, to]
        .into_iter()
        .filter_map(|step| solid.outline.moved(step).ok())
        .collect();
    for side in solid.outline.sides() {
        // Each wall sweeps a slanted strip over the ground; one along the ray sweeps none.
        let swept = [side.from + from, side.to + from, side.to + to, side.from + to];
        pieces.extend(Outline::new(swept));
    }
    pieces
}

/// The shadow of many solids on level ground; `length` is the shadow of a metre of height.
pub fn shadow<'a>(solids: impl IntoIterator<Item = &'a Solid>, length: WorldVec) -> Region {
    let all: Vec<Outline> = solids
        .into_iter()
        .flat_map(|solid| pieces(solid, length))
        .collect();
    Region::union_of(&all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::WorldPt;
    use crate::sunlight::{Day, sun_at};

    fn square() -> Outline {
        Outline::rectangle(WorldPt::default(), WorldVec::new(4.0, 4.0), 0.0)
    }

    #[test]
    fn at_noon_a_prism_throws_its_width_northward() {
        let noon = shadow_length(sun_at(35.41, Day::GreatCold.declination(), 12.0)).unwrap();
        assert!(noon.x.abs() < 1e-9 && (noon.y - 1.46).abs() < 0.01);
        let cast = shadow(&[Solid::standing(square(), 10.0).unwrap()], noon);
        assert!(
            (cast.area() - (16.0 + 4.0 * noon.y * 10.0)).abs() < 0.1,
            "{}",
            cast.area()
        );
        let bounds = cast.bounds().unwrap();
        assert!((bounds.max.y - (2.0 + noon.y * 10.0)).abs() < 0.01 && (bounds.min.y + 2.0).abs() < 0.01);
    }

    #[test]
    fn a_roof_on_posts_throws_its_shadow_away_from_itself() {
        let length = WorldVec::new(0.0, 2.0);
        let cast = shadow(&[Solid::lifted(square(), 3.0, 4.0).unwrap()], length);
        let bounds = cast.bounds().unwrap();
        assert!((bounds.min.y - 4.0).abs() < 1e-6 && (bounds.max.y - 10.0).abs() < 1e-6);
    }

    #[test]
    fn there_is_no_shadow_at_night_nor_with_the_sun_on_the_horizon() {
        for hour in [3.0, 7.05, 23.0] {
            assert_eq!(
                shadow_length(sun_at(35.41, Day::GreatCold.declination(), hour)),
                None
            );
        }
    }
}
