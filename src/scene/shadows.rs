//! Shadows on the ground at an hour, over the plan.

use crate::geometry::Region;

use super::{Ink, Length, Path, Scene, Tile, tiled, wash};

/// How strongly shadow is laid on: what lies in it stays legible.
const DEPTH: f64 = 0.34;
/// By night dark ground can hardly grow darker: hatching says what lies in shadow.
const NIGHT_DEPTH: f64 = 0.5;
const HATCH: f64 = 0.3;

/// The ground in shadow, with a fine edge; `night` is for the dark theme.
pub fn shadows(cast: &Region, night: bool) -> Scene {
    // As it came from the union: where many shadows meet, its edge touches itself.
    let path = Path::all(cast.rings().into_iter().map(Path::ring));
    let depth = if night { NIGHT_DEPTH } else { DEPTH };
    let mut scene = Scene::default();
    if night {
        let hatch = tiled(Tile::Hatch, Ink::InkSoft, HATCH, Length::Px(8.0));
        scene.draw(path.clone(), wash(Ink::Shadow, depth));
        scene.draw(path, hatch.lined(Ink::InkSoft, 0.8).faint(0.5));
    } else {
        scene.draw(path, wash(Ink::Shadow, depth).lined(Ink::InkSoft, 0.8).faint(0.5));
    }
    scene
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{Outline, WorldPt, WorldVec};
    use crate::scene::{Mark, Piece};
    use crate::sunlight::{Day, Solid, shadow, shadow_length, sun_at};

    /// How often a path goes round a point: 0 is outside, and not painted.
    fn winding(scene: &Scene, at: WorldPt) -> i32 {
        let Some(Mark::Shape { path, .. }) = scene.marks.first() else {
            return 0;
        };
        let (mut count, mut first, mut last) = (0, at, at);
        for piece in &path.pieces {
            let to = match piece {
                Piece::Move(to) => {
                    (first, last) = (*to, *to);
                    continue;
                }
                Piece::Line(to) | Piece::Curve(_, _, to) => *to,
                Piece::Close => first,
            };
            let left = (to - last).cross(at - last) > 0.0;
            match (last.y <= at.y, to.y <= at.y) {
                (true, false) if left => count += 1,
                (false, true) if !left => count -= 1,
                _ => {}
            }
            last = to;
        }
        count
    }

    /// Rows of slabs as in an estate: their shadows run together and leave their roofs free.
    #[test]
    fn roofs_stay_free_of_shadow_at_every_hour() {
        let slab = |row: i32, column: i32| {
            let shift = f64::from((row * 7 + column * 3) % 4);
            let centre = WorldPt::new(
                f64::from(column) * 52.0 + shift,
                f64::from(row) * 33.0 + shift * 0.5,
            );
            Outline::rectangle(centre, WorldVec::new(44.4, 11.0), 0.0)
        };
        let houses: Vec<Outline> = (0..6)
            .flat_map(|row| (0..4).map(move |column| slab(row, column)))
            .collect();
        let solids: Vec<Solid> = houses
            .iter()
            .filter_map(|house| Solid::standing(house.clone(), 18.0))
            .collect();
        let roofs = Region::union_of(&houses);
        for day in Day::ALL {
            for step in 0..=48 {
                let hour = 7.5 + f64::from(step) / 6.0;
                let Some(length) = shadow_length(sun_at(35.41, day.declination(), hour)) else {
                    continue;
                };
                let scene = shadows(&shadow(&solids, length).without(&roofs), false);
                for house in &houses {
                    assert_eq!(
                        winding(&scene, house.centroid()),
                        0,
                        "{day:?} {hour}: {:?}",
                        house.centroid()
                    );
                }
                let beside = houses[9].centroid() + length / length.length() * 26.0;
                let dark = length.length() * 18.0 > 26.0;
                assert!(!dark || winding(&scene, beside) != 0, "{day:?} {hour}");
            }
        }
    }
}
