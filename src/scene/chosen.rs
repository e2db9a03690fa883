//! What is chosen on the map of an estate that is being set up, and an edge while its corners are set.

use std::sync::Arc;

use crate::estate::{Feature, Shape};
use crate::geometry::{WorldPt, WorldVec};

use super::{Ink, Length, Path, Scene, line, wash};

/// A ring around a place, in metres: what is a point has no size of its own.
const RING_M: f64 = 2.0;
/// A circle so small, in metres, that its line makes it a dot.
const DOT_M: f64 = 0.001;

/// Chosen things, and the corners of an edge that is being drawn.
pub fn chosen_scene<'a>(things: impl IntoIterator<Item = &'a Arc<Feature>>, corners: &[WorldPt]) -> Scene {
    let mut scene = Scene::default();
    for thing in things {
        let path = match &thing.shape {
            Shape::Point(at) => Path::circle(*at, RING_M),
            Shape::Line(line) => Path::of_line(line),
            Shape::Area(edge, holes) => Path::of_area(edge, holes),
        };
        let style = match thing.shape {
            Shape::Area(..) => wash(Ink::Seal, 0.22).lined(Ink::Seal, 3.0),
            Shape::Point(_) | Shape::Line(_) => line(Ink::Seal, 4.0),
        };
        scene.draw(path, style);
    }
    if !corners.is_empty() {
        let edge = Path::open(corners.iter().copied());
        scene.draw(
            edge,
            line(Ink::Seal, 3.0).dashed(Length::Px(10.0), Length::Px(6.0)),
        );
        for corner in corners {
            // A dot of pixels, so that it is seen from afar.
            // A circle that small has no inside that a wide line could fill; a line with round ends is a dot.
            let dot = || Path::open([*corner, *corner + WorldVec::new(DOT_M, 0.0)]);
            scene.draw(dot(), line(Ink::Raised, 15.0));
            scene.draw(dot(), line(Ink::Seal, 11.0));
        }
    }
    scene
}
