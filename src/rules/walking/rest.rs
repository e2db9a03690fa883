//! Somewhere to sit on the ways of the old.

use crate::estate::FeatureId;
use crate::geometry::{Segment, WorldPt};
use crate::passage::Goal;

use super::{Destination, Metres, State};

/// A seat within so many metres of a way is on it.
const AT_THE_WAY_M: f64 = 5.0;
/// A way is looked at every so many metres.
const STEP_M: f64 = 1.0;

/// The longest stretch without a seat on each door's way to the plaza, or else to the day-care
/// centre, or else to the gate.
pub(super) fn longest_unrested(doors: &[(FeatureId, Goal)], state: &State) -> Vec<Metres> {
    let ends = [Destination::Plaza, Destination::DayCare, Destination::Gate];
    let Some(end) = ends.into_iter().find(|to| !state.targets[to.at()].is_empty()) else {
        return vec![None; doors.len()];
    };
    let field = state.ground.field(&state.goals(end));
    let seats = state.goals(Destination::Bench);
    doors
        .iter()
        .map(|(_, door)| {
            let way = state.ground.way(&field, door);
            (!way.is_empty()).then(|| longest(&way, &seats))
        })
        .collect()
}

/// The longest stretch of a way between its beginning, seats and its end, in metres.
fn longest(way: &[WorldPt], seats: &[Goal]) -> f64 {
    let (mut longest, mut since, mut walked) = (0.0_f64, 0.0, 0.0);
    for pair in way.windows(2) {
        let piece = Segment {
            from: pair[0],
            to: pair[1],
        };
        let length = piece.length();
        let steps = (length / STEP_M).ceil().max(1.0);
        for step in 1..=steps as u32 {
            let share = f64::from(step) / steps;
            let here = walked + length * share;
            let at = piece.from + (piece.to - piece.from) * share;
            if seats.iter().any(|seat| away(seat, at) <= AT_THE_WAY_M) {
                longest = longest.max(here - since);
                since = here;
            }
        }
        walked += length;
    }
    longest.max(walked - since)
}

fn away(seat: &Goal, from: WorldPt) -> f64 {
    match seat {
        Goal::Point(at) => at.distance(from),
        Goal::Area(edge) => edge.distance_to(from),
    }
}
