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
    let path = Path::all(cast.rings().map(Path::ring));
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
