//! The same again in a row: a row of lamps, of trees, of benches.

use crate::design::{Command, Placement};
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

/// Whether so many of what is chosen could stand in a row with a gap in metres; else why not.
pub fn row_can_be(count: usize, gap: f64, stage: &Stage) -> Result<(), Message> {
    if stage.chosen().next().is_none() {
        return Err(Message::new("why-nothing-selected"));
    }
    if !(2..=MOST).contains(&count) {
        return Err(Message::new("why-row-count").with("n", MOST));
    }
    if !gap.is_finite() || !(0.0..=WIDEST).contains(&gap) {
        return Err(Message::new("why-row-gap").number("metres", WIDEST, 0));
    }
    Ok(())
}

/// The copies of what is chosen that stand beside it until there are `count`, with a gap in metres
/// between each and the next; else why there are none.
pub fn row_made(count: usize, gap: f64, toward: Toward, stage: &Stage) -> Result<Vec<Placement>, Message> {
    row_can_be(count, gap, stage)?;
    let things = stage.selected_things().into_iter().cloned().collect::<Vec<_>>();
    let bounds = super::super::perform::common_bounds(&things).unwrap_or_default();
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
    let along = along.ok_or_else(|| Message::new("why-row-no-direction"))?;
    let (from, to) = reach_of(&things, along, stage);
    let step = along * (to - from + gap);
    let steps: Vec<WorldVec> = (1..count).map(|at| step * at as f64).collect();
    copies(&things, &steps, stage.board.design()).map_err(say::outline_fault)
}

/// Puts copies of what is chosen beside it until there are `count`, with a gap in metres between
/// each and the next; true when they stand there.
pub fn row(count: usize, gap: f64, toward: Toward, stage: &mut Stage) -> bool {
    let made = match row_made(count, gap, toward, stage) {
        Ok(made) => made,
        Err(why) => {
            stage.tell(why);
            return false;
        }
    };
    let things = stage.selected_things().into_iter().cloned().collect::<Vec<_>>();
    let ids = stage
        .selection
        .iter()
        .cloned()
        .chain(made.iter().map(|thing| thing.id.clone()))
        .collect();
    let mut label = say::label("step-row", &things);
    label.count = things.len() * count;
    let stands = stage.commit(&Command::Put(made), label);
    if stands {
        stage.select(ids);
        stage.announce(
            Message::new("say-row")
                .with("n", things.len() * count)
                .number("metres", gap, 2),
        );
    }
    stands
}
