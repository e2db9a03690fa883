//! Choosing by a ring: a rectangle pulled open or a line drawn round by hand.

use std::collections::HashSet;

use crate::design::{PlacementId, PlacementShape};
use crate::editor::Mods;
use crate::geometry::{Bounds, WorldPt};

use super::super::{say, stage::Stage};
use super::grouping::whole;

/// What a ring does with what lies in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Chooses it beside what is chosen.
    Add,
    /// Takes it out of what is chosen.
    Take,
    /// Adds it; where all of it is chosen already, takes it out: fingers hold no key.
    Turn,
}

impl Reach {
    /// What held keys ask for, while several are being chosen or not.
    pub fn of(mods: Mods) -> Self {
        match (mods.alt, mods.shift) {
            (true, _) => Self::Take,
            (false, true) => Self::Add,
            (false, false) => Self::Turn,
        }
    }
}

/// Chooses what lies wholly in a ring, groups as one; what is hidden or locked is left.
pub fn choose_in(ring: &[WorldPt], how: Reach, stage: &mut Stage) {
    stage.asked.overlay = true;
    let Some(bounds) = Bounds::of(ring.iter().copied()) else {
        return;
    };
    let within = |own: &Bounds| bounds.contains(own.min) && bounds.contains(own.max);
    let found = stage.board.in_box(bounds).filter(|(thing, own)| {
        !thing.locked && !stage.hides(thing) && within(own) && encloses(ring, &thing.shape)
    });
    let mut found: Vec<PlacementId> = found.map(|(thing, _)| thing.id.clone()).collect();
    found.sort_by(|a, b| (a.as_str().len(), a).cmp(&(b.as_str().len(), b)));
    let found = whole(found, stage);
    let known: HashSet<&PlacementId> = stage.selection.iter().collect();
    let takes = match how {
        Reach::Take => true,
        Reach::Add => false,
        Reach::Turn => !found.is_empty() && found.iter().all(|id| known.contains(id)),
    };
    let chosen = if takes {
        let gone: HashSet<PlacementId> = found.into_iter().collect();
        stage
            .selection
            .iter()
            .filter(|id| !gone.contains(id))
            .cloned()
            .collect()
    } else {
        let new = found.into_iter().filter(|id| !known.contains(id));
        stage.selection.iter().cloned().chain(new).collect()
    };
    stage.select(chosen);
    stage.announce(say::selected(stage));
}

/// Whether every corner of a shape lies in a ring.
fn encloses(ring: &[WorldPt], shape: &PlacementShape) -> bool {
    match shape {
        PlacementShape::Path { line, .. } => line.points().iter().all(|point| is_in(ring, *point)),
        _ => shape
            .outline()
            .is_some_and(|outline| outline.corners().iter().all(|point| is_in(ring, *point))),
    }
}

/// Whether a ring goes round a point, however often it crosses itself.
fn is_in(ring: &[WorldPt], point: WorldPt) -> bool {
    let mut winds = 0;
    for (at, from) in ring.iter().enumerate() {
        let to = ring[(at + 1) % ring.len()];
        let left = (to - *from).cross(point - *from);
        if from.y <= point.y && to.y > point.y && left > 0.0 {
            winds += 1;
        } else if from.y > point.y && to.y <= point.y && left < 0.0 {
            winds -= 1;
        }
    }
    winds != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(points: &[(f64, f64)]) -> Vec<WorldPt> {
        points.iter().map(|(x, y)| WorldPt::new(*x, *y)).collect()
    }

    #[test]
    fn a_ring_that_crosses_itself_still_goes_round() {
        let eight = ring(&[(0., 0.), (10., 10.), (10., 0.), (0., 10.)]);
        assert!(is_in(&eight, WorldPt::new(8., 5.)) && is_in(&eight, WorldPt::new(2., 5.)));
        assert!(!is_in(&eight, WorldPt::new(5., 9.)));
        let twice = ring(&[
            (0., 0.),
            (9., 0.),
            (9., 9.),
            (0., 9.),
            (0., 0.),
            (9., 0.),
            (9., 9.),
            (0., 9.),
        ]);
        assert!(is_in(&twice, WorldPt::new(4., 4.)));
        assert!(!is_in(&ring(&[]), WorldPt::new(0., 0.)) && !is_in(&ring(&[(0., 0.)]), WorldPt::new(0., 0.)));
    }
}
