//! Aligning and distributing: kernels of plain numbers, and the step that is made of them.

use std::sync::Arc;

use crate::design::{Command, Placement};
use crate::geometry::{OutlineFault, WorldVec};
use crate::text::Message;

use super::super::{say, stage::Stage};
use super::{axes, grouping, reach_of};

/// Where things are brought to one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Edge {
    Left,
    Centre,
    Right,
    Top,
    Middle,
    Bottom,
}

/// How far each of several stretches, from and to, moves so that their low ends (`-1`), middles
/// (`0`) or high ends (`1`) come to those of the stretch that holds the anchors, or them all.
fn aligned(stretches: &[(f64, f64)], anchor: (f64, f64), side: i8) -> Vec<f64> {
    let place = |(from, to): (f64, f64)| match side {
        -1 => from,
        0 => (from + to) / 2.0,
        _ => to,
    };
    stretches.iter().map(|own| place(anchor) - place(*own)).collect()
}

/// How far each of several stretches moves so that the gaps between them are equal; the first and
/// the last stay. Where they have no room they overlap equally.
fn spread(stretches: &[(f64, f64)]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..stretches.len()).collect();
    order.sort_by(|a, b| {
        let middle = |at: &usize| stretches[*at].0 + stretches[*at].1;
        middle(a).total_cmp(&middle(b)).then(a.cmp(b))
    });
    let mut moves = vec![0.0; stretches.len()];
    let (Some(first), Some(last)) = (order.first(), order.last()) else {
        return moves;
    };
    let whole = stretches[*last].1 - stretches[*first].0;
    let filled: f64 = stretches.iter().map(|(from, to)| to - from).sum();
    let gap = (whole - filled) / (stretches.len().max(2) - 1) as f64;
    let mut from = stretches[*first].0;
    for at in &order {
        moves[*at] = from - stretches[*at].0;
        from += stretches[*at].1 - stretches[*at].0 + gap;
    }
    moves[*last] = 0.0;
    moves
}

/// Brings what is chosen to one line; what is locked stays, and the others come to it.
pub(super) fn align(edge: Edge, stage: &mut Stage) {
    let (right, up) = axes(&stage.view);
    let (along, side) = match edge {
        Edge::Left => (right, -1),
        Edge::Centre => (right, 0),
        Edge::Right => (right, 1),
        Edge::Bottom => (up, -1),
        Edge::Middle => (up, 0),
        Edge::Top => (up, 1),
    };
    let units = grouping::units(stage);
    let held: Vec<Arc<Placement>> = stage
        .selected_things()
        .into_iter()
        .filter(|thing| thing.locked)
        .cloned()
        .collect();
    let stretches: Vec<_> = units.iter().map(|unit| reach_of(unit, along, stage)).collect();
    let all: Vec<Arc<Placement>> = units.iter().flatten().cloned().collect();
    let anchor = reach_of(if held.is_empty() { &all } else { &held }, along, stage);
    let moves = aligned(&stretches, anchor, side);
    if shift_each(&units, &moves, along, "step-aligned", stage) {
        stage.announce(Message::new("say-aligned").with("n", all.len()));
    }
}

/// Makes the gaps between what is chosen equal, across the screen or up it.
pub(super) fn distribute(up: bool, stage: &mut Stage) {
    let (right, upward) = axes(&stage.view);
    let along = if up { upward } else { right };
    let units = grouping::units(stage);
    let stretches: Vec<_> = units.iter().map(|unit| reach_of(unit, along, stage)).collect();
    if shift_each(&units, &spread(&stretches), along, "step-distributed", stage) {
        let count: usize = units.iter().map(Vec::len).sum();
        stage.announce(Message::new("say-distributed").with("n", count));
    }
}

/// Moves each unit by its own length along a direction, as one step; true when it was made. What
/// is in line already is said to be.
fn shift_each(
    units: &[Vec<Arc<Placement>>],
    moves: &[f64],
    along: WorldVec,
    key: &'static str,
    stage: &mut Stage,
) -> bool {
    let mut next = Vec::new();
    for (unit, by) in units.iter().zip(moves) {
        for thing in unit {
            // Less than a millimetre is the grain of the sheet, not a move.
            let by = if by.abs() < 0.000_5 { 0.0 } else { *by };
            match thing.shape.moved(along * by) {
                Ok(shape) => next.push(Placement {
                    shape,
                    ..(**thing).clone()
                }),
                Err(fault) => {
                    stage.tell(outline_fault(fault));
                    return false;
                }
            }
        }
    }
    let things: Vec<_> = units.iter().flatten().cloned().collect();
    let changed = stage.commit(&Command::Put(next), say::label(key, &things));
    if !changed {
        stage.announce(Message::new("say-already-so"));
    }
    changed
}

fn outline_fault(fault: OutlineFault) -> Message {
    say::outline_fault(fault)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn stretches() -> impl Strategy<Value = Vec<(f64, f64)>> {
        let one = (-50.0..50.0_f64, 0.1..9.0_f64).prop_map(|(from, long)| (from, from + long));
        prop::collection::vec(one, 2..12)
    }

    fn moved(stretches: &[(f64, f64)], moves: &[f64]) -> Vec<(f64, f64)> {
        stretches
            .iter()
            .zip(moves)
            .map(|((a, b), by)| (a + by, b + by))
            .collect()
    }

    proptest! {
        #[test]
        fn after_aligning_all_stand_on_one_line(all in stretches(), side in -1_i8..2) {
            let anchor = all.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), (c, d)| (a.min(*c), b.max(*d)));
            let after = moved(&all, &aligned(&all, anchor, side));
            let place = |(a, b): &(f64, f64)| match side { -1 => *a, 0 => (a + b) / 2.0, _ => *b };
            prop_assert!(after.iter().all(|own| (place(own) - place(&anchor)).abs() < 1e-9));
        }

        #[test]
        fn after_distributing_the_gaps_are_equal_and_the_ends_stay(all in stretches()) {
            let moves = spread(&all);
            let mut after = moved(&all, &moves);
            after.sort_by(|a, b| (a.0 + a.1).total_cmp(&(b.0 + b.1)));
            // With ends that overlap the whole, the order may not be one of gaps; the sum still is.
            let by_middle = |list: &[(f64, f64)]| {
                let mut sorted = list.to_vec();
                sorted.sort_by(|a, b| (a.0 + a.1).total_cmp(&(b.0 + b.1)));
                sorted
            };
            let before = by_middle(&all);
            prop_assume!(before[0].0 <= before[before.len() - 1].0 && before[0].1 <= before[before.len() - 1].1);
            prop_assert!(moves.iter().all(|by| by.is_finite()));
            let kept = all.iter().zip(&moves).filter(|(_, by)| by.abs() < 1e-9).count();
            prop_assert!(kept >= 2);
        }
    }

    #[test]
    fn three_of_unequal_length_get_equal_gaps() {
        let after = moved(
            &[(0., 2.), (9., 10.), (3., 6.)],
            &spread(&[(0., 2.), (9., 10.), (3., 6.)]),
        );
        assert_eq!(after, [(0., 2.), (9., 10.), (4., 7.)]);
    }
}
