//! The same again in a row: a row of lamps, of trees, of benches.

use crate::design::Command;
use crate::geometry::{WorldPt, WorldVec};
use crate::text::Message;

use super::super::handles::direction_of;
use super::super::{say, stage::Stage};
use super::{copies, reach_of};

/// Where a row goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Toward {
    /// Along the width of the thing: along its back.
    Width,
    /// Along its depth: in front of each other.
    Depth,
    /// From its middle to a place.
    Place(WorldPt),
}

/// So many stand in a row at most.
pub const MOST: usize = 200;
/// The widest gap in metres.
const WIDEST: f64 = 200.0;

/// Puts copies of what is chosen beside it until there are `count`, with a gap in metres between
/// each and the next.
pub fn row(count: usize, gap: f64, toward: Toward, stage: &mut Stage) {
    let things = stage.selected_things().into_iter().cloned().collect::<Vec<_>>();
    let Some(bounds) = super::super::perform::common_bounds(&things) else {
        return stage.tell(Message::new("why-nothing-selected"));
    };
    if !(2..=MOST).contains(&count) {
        return stage.tell(Message::new("why-row-count").with("n", MOST));
    }
    if !gap.is_finite() || !(0.0..=WIDEST).contains(&gap) {
        return stage.tell(Message::new("why-row-gap").number("metres", WIDEST, 0));
    }
    let turn = match things.as_slice() {
        [thing] => direction_of(&thing.shape),
        _ => 0.0,
    };
    let along = match toward {
        Toward::Width => Some(WorldVec::toward(turn)),
        Toward::Depth => Some(WorldVec::toward(turn - 90.0)),
        Toward::Place(place) => Some(place - bounds.centre())
            .filter(|_| place.is_within_reach())
            .and_then(WorldVec::unit),
    };
    let Some(along) = along else {
        return stage.tell(Message::new("why-row-no-direction"));
    };
    let (from, to) = reach_of(&things, along, stage);
    let step = along * (to - from + gap);
    let steps: Vec<WorldVec> = (1..count).map(|at| step * at as f64).collect();
    let made = match copies(&things, &steps, stage.board.design()) {
        Ok(made) => made,
        Err(fault) => return stage.tell(say::outline_fault(fault)),
    };
    let ids = stage
        .selection
        .iter()
        .cloned()
        .chain(made.iter().map(|thing| thing.id.clone()))
        .collect();
    let mut label = say::label("step-row", &things);
    label.count = things.len() * count;
    if stage.commit(&Command::Put(made), label) {
        stage.select(ids);
        stage.announce(
            Message::new("say-row")
                .with("n", things.len() * count)
                .number("metres", gap, 2),
        );
    }
}
