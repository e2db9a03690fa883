//! Where new things will stand, drawn on what is there now.

use crate::design::Design;

use super::super::{Ink, Length, Scene, line};

/// The edge of each new thing, dashed, with a light line under it so that it is seen on anything.
pub fn footprints(design: &Design) -> Scene {
    let mut scene = Scene::default();
    for thing in design.placements() {
        let path = super::hand::edge(&thing.shape);
        scene.draw(path.clone(), line(Ink::Halo, 3.0).faint(0.6));
        scene.draw(
            path,
            line(Ink::Seal, 1.2)
                .dashed(Length::Px(5.0), Length::Px(4.0))
                .faint(0.8),
        );
    }
    scene
}
