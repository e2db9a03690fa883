//! How a thing stands that is put down by a wall or a road: a bench turns its back to the wall, a
//! bay lines up with the row or opens on the road.

use crate::geometry::{Turn, WorldPt, WorldVec};

use super::super::reshape::Frame;
use super::said::{Said, What};
use super::targets::Targets;

/// Within this of a wall or a row, measured from its edge, a thing turns to it, in metres.
const NEAR_M: f64 = 1.5;

/// Where a thing stands and how it is turned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stood {
    /// Its centre.
    pub at: WorldPt,
    /// Its turn: the back is its own +y.
    pub turn: Turn,
    pub said: Said,
}

/// A wall near a point, seen from it.
struct Met {
    /// Distance from the point, in metres.
    off: f64,
    /// The point of the wall beside it.
    foot: WorldPt,
    outward: WorldVec,
    said: (usize, crate::geometry::Segment),
}

/// The nearest wall, kerb or fence whose outside the point lies on; none where the point lies in a
/// building or on a road.
fn nearest(at: WorldPt, reach: f64, targets: &Targets, kerbs_only: bool) -> Option<Met> {
    if targets.solids.iter().any(|solid| solid.contains(at)) {
        return None;
    }
    targets
        .walls
        .iter()
        .filter(|wall| wall.kerb || !kerbs_only)
        .filter_map(|wall| {
            let line = wall.line;
            let along = (line.to - line.from).unit()?;
            let outward = -along.left();
            let off = (at - line.from).dot(outward);
            let place = (at - line.from).dot(along);
            let beside = (0.0..=reach).contains(&off) && (0.0..=line.length()).contains(&place);
            beside.then(|| Met {
                off,
                foot: line.from + along * place,
                outward,
                said: (wall.of, line),
            })
        })
        .min_by(|a, b| a.off.total_cmp(&b.off))
}

/// With its back to the nearest wall, kerb or fence; none where there is none.
pub fn backed(at: WorldPt, size: WorldVec, targets: &Targets) -> Option<Stood> {
    let met = nearest(at, size.y / 2.0 + NEAR_M, targets, false)?;
    Some(Stood {
        at: (met.foot + met.outward * (size.y / 2.0)).snapped(),
        turn: Turn::new((-met.outward).degrees() - 90.0),
        said: Said::side(What::Back, met.said.0, met.said.1),
    })
}

/// Beside the bays of a row, else opening on the nearest road; none where there is neither.
pub fn lined_up(at: WorldPt, size: WorldVec, targets: &Targets) -> Option<Stood> {
    in_row(at, size, targets).or_else(|| {
        let met = nearest(at, size.y / 2.0 + NEAR_M, targets, true)?;
        Some(Stood {
            at: (met.foot + met.outward * (size.y / 2.0)).snapped(),
            // A bay's own −y is where the car drives in.
            turn: Turn::new(met.outward.degrees() - 90.0),
            said: Said::side(What::Opening, met.said.0, met.said.1),
        })
    })
}

/// Side by side with the nearest bay, the openings in one line.
fn in_row(at: WorldPt, size: WorldVec, targets: &Targets) -> Option<Stood> {
    let beside = |(bay, of): &(Frame, usize)| {
        let own = (at - bay.at).turned(-bay.turn);
        let side = if own.x < 0.0 { -1.0 } else { 1.0 };
        let step = (bay.size.x + size.x) / 2.0;
        let place = WorldVec::new(side * step, (size.y - bay.size.y) / 2.0);
        let off = own - place;
        // On the bay itself no place beside it is meant, nor far off along the row or out of it.
        let near = own.x.abs() > bay.size.x / 4.0 && off.x.abs() <= NEAR_M && off.y.abs() <= size.y / 2.0;
        let stood = bay.at + place.turned(bay.turn);
        let taken = |other: &(Frame, usize)| other.0.contains(stood, 0.2);
        (near && !targets.bays.iter().any(taken)).then(|| {
            let stood = Stood {
                at: stood.snapped(),
                turn: Turn::new(bay.turn),
                said: Said::of(What::Row, *of),
            };
            (off.length(), stood)
        })
    };
    let best = targets.bays.iter().filter_map(beside);
    best.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, stood)| stood)
}

#[cfg(test)]
mod tests {
    use super::super::targets::Wall;
    use super::*;
    use crate::geometry::{Outline, Segment};

    fn house() -> Targets {
        let edge = Outline::rectangle(WorldPt::new(0., 0.), WorldVec::new(40., 12.), 0.);
        Targets {
            walls: walls(edge.sides(), false),
            solids: vec![edge],
            ..Targets::default()
        }
    }
    fn walls(lines: impl Iterator<Item = Segment>, kerb: bool) -> Vec<Wall> {
        lines.map(|line| Wall { line, of: 0, kerb }).collect()
    }
    fn place(stood: Stood) -> ((f64, f64), f64) {
        ((stood.at.x, stood.at.y), stood.turn.degrees())
    }

    #[track_caller]
    fn check(at: (f64, f64), expected: Option<((f64, f64), f64)>) {
        let found = backed(WorldPt::new(at.0, at.1), WorldVec::new(2., 1.), &house());
        assert_eq!(found.map(place), expected);
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

    #[test]
    fn a_bay_opens_on_the_road_and_not_on_a_house() {
        let kerb = Segment {
            from: WorldPt::new(0., 10.),
            to: WorldPt::new(40., 10.),
        };
        let size = WorldVec::new(2.4, 5.3);
        let targets = Targets {
            walls: walls(std::iter::once(kerb), true),
            ..house()
        };
        // The outside of the kerb lies to the south of it.
        let stood = lined_up(WorldPt::new(30., 7.0), size, &targets).expect("it lines up");
        assert_eq!(place(stood), ((30., 7.35), 180.));
        assert_eq!(lined_up(WorldPt::new(3., -7.5), size, &house()), None);
    }

    #[test]
    fn a_bay_goes_on_the_row_with_its_opening_in_line() {
        let bay = |x: f64| Frame {
            at: WorldPt::new(x, 0.),
            size: WorldVec::new(2.4, 5.3),
            turn: 0.,
        };
        let targets = Targets {
            bays: vec![(bay(0.), 0), (bay(2.4), 0)],
            ..Targets::default()
        };
        let put = |x: f64, y: f64| lined_up(WorldPt::new(x, y), WorldVec::new(3.6, 6.0), &targets).map(place);
        assert_eq!(put(5.0, 1.0), Some(((5.4, 0.35), 0.)));
        assert_eq!(put(-3.5, -0.5), Some(((-3.0, 0.35), 0.)));
        assert_eq!(put(9.0, 0.0), None);
    }
}
