//! A thing put down by a wall or kerb turns its back to it.

use crate::geometry::{Segment, Turn, WorldPt, WorldVec};

use super::Targets;

/// Within this of a wall, measured from its back, a thing turns to it, in metres.
pub const NEAR_M: f64 = 1.5;

/// A thing with its back to a wall.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Backed {
    /// Its centre.
    pub at: WorldPt,
    /// Its turn: its own +y points at the wall.
    pub turn: Turn,
    /// The wall behind it.
    pub wall: Segment,
}

/// Where a thing of a size would stand at the nearest wall or kerb near a point; none where no
/// wall is near, or where the point lies in a building or on a road.
pub fn backed(at: WorldPt, size: WorldVec, targets: &Targets) -> Option<Backed> {
    if targets.solids.iter().any(|solid| solid.contains(at)) {
        return None;
    }
    let reach = size.y / 2.0 + NEAR_M;
    targets
        .walls
        .iter()
        .filter_map(|wall| {
            let along = (wall.to - wall.from).unit()?;
            let outward = -along.left();
            let off = (at - wall.from).dot(outward);
            let place = (at - wall.from).dot(along);
            let beside = (0.0..=reach).contains(&off) && (0.0..=wall.length()).contains(&place);
            beside.then_some((off, along, outward, place, *wall))
        })
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, along, outward, place, wall)| Backed {
            at: (wall.from + along * place + outward * (size.y / 2.0)).snapped(),
            turn: Turn::new((-outward).degrees() - 90.0),
            wall,
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Outline;

    fn house() -> Targets {
        let edge = Outline::rectangle(WorldPt::new(0., 0.), WorldVec::new(40., 12.), 0.);
        Targets {
            walls: edge.sides().collect(),
            solids: vec![edge],
            ..Targets::default()
        }
    }

    #[track_caller]
    fn check(at: (f64, f64), expected: Option<((f64, f64), f64)>) {
        let found = backed(WorldPt::new(at.0, at.1), WorldVec::new(2., 1.), &house());
        assert_eq!(found.map(|b| ((b.at.x, b.at.y), b.turn.degrees())), expected);
    }

    #[test]
    fn by_each_wall_the_back_turns_to_it_and_touches_it() {
        check((3., -7.5), Some(((3., -6.5), 0.))); // South of the house: its north is the wall.
        check((3., 7.5), Some(((3., 6.5), 180.)));
        check((21., 2.), Some(((20.5, 2.), 90.)));
        check((-21., 2.), Some(((-20.5, 2.), 270.)));
    }

    #[test]
    fn far_off_inside_or_beyond_the_end_nothing_turns() {
        check((3., -9.), None);
        check((3., 0.), None);
        check((25., -7.), None);
    }
}
