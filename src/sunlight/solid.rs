//! What throws shadow.

use crate::geometry::{Outline, WorldPt};

/// A thing that throws shadow: an outline from one height to another, in metres above the ground.
/// A house stands on the ground; a roof on posts begins at its eaves. A roof that slopes is taken
/// as high as its ridge everywhere, which never promises sun that there is not.
#[derive(Clone, Debug, PartialEq)]
pub struct Solid {
    /// Its outline from above.
    pub outline: Outline,
    /// Where it begins: 0 on the ground, the eaves of a roof on posts.
    pub foot: f64,
    /// Where it ends: the parapet, the ridge.
    pub top: f64,
}

impl Solid {
    /// A house: an outline from the ground up. None where its height throws no shadow.
    pub fn standing(outline: Outline, height: f64) -> Option<Self> {
        Self::lifted(outline, 0.0, height)
    }
    /// A roof on posts, from its eaves to its ridge. None where the heights throw no shadow.
    pub fn lifted(outline: Outline, foot: f64, top: f64) -> Option<Self> {
        let sound = foot.is_finite() && top.is_finite() && top > foot.max(0.0);
        sound.then(|| Self {
            outline,
            foot: foot.max(0.0),
            top: top.min(Self::HIGHEST_M),
        })
    }

    /// Nothing is reckoned higher than this, in metres.
    pub const HIGHEST_M: f64 = 500.0;

    /// The distances, from and to, over which a ray over ground runs inside the outline, nearest
    /// first. `toward` has length one.
    pub(super) fn inside(&self, eye: WorldPt, toward: crate::geometry::WorldVec, into: &mut Vec<f64>) {
        into.clear();
        let corners = self.outline.corners();
        let mut from = corners[corners.len() - 1] - eye;
        let mut from_side = toward.cross(from);
        let mut within = false;
        for corner in corners {
            let to = *corner - eye;
            let to_side = toward.cross(to);
            if (from_side > 0.0) != (to_side > 0.0) {
                let share = from_side / (from_side - to_side);
                let at = toward.dot(from) + share * (toward.dot(to) - toward.dot(from));
                if at > 0.0 {
                    into.push(at);
                    within = !within;
                }
            }
            (from, from_side) = (to, to_side);
        }
        if within {
            // An odd number of walls ahead: the eye itself is inside.
            into.push(0.0);
        }
        into.sort_by(f64::total_cmp);
    }
}
