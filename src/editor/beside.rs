//! Places a thing so many metres beside another, as the form says: '6 m south of house 3'.

use std::sync::Arc;

use crate::catalogue::{Form, KindId};
use crate::design::{Command, Placement, PlacementShape};
use crate::geometry::{OutlineFault, Region, Turn, WorldPt};
use crate::layout::{self, Heading};
use crate::text::{Arg, Message};

use super::history::what;
use super::marks::{Marks, Spot, named_ground};
use super::stage::Stage;
use super::{StepLabel, say};

/// The farthest that a thing is placed from another, in metres.
const MOST_M: f64 = 500.0;

/// What the form says.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside {
    /// What is placed anew; none moves what is selected.
    pub kind: Option<KindId>,
    /// Beside what.
    pub spot: Spot,
    /// On which side of it.
    pub heading: Heading,
    /// Metres between their nearest edges.
    pub gap: f64,
}

/// Does what the form says, as one step, and says where it is; or says why it cannot be.
pub(super) fn place(asked: &Beside, stage: &mut Stage) {
    if let Err(why) = try_place(asked, stage) {
        stage.tell(why);
    }
}

fn try_place(asked: &Beside, stage: &mut Stage) -> Result<(), Message> {
    let why = |key: &'static str| Message::new(key);
    if !(0.0..=MOST_M).contains(&asked.gap) {
        return Err(why("why-gap").number("most", MOST_M, 0));
    }
    let (name, other) = named_ground(stage, &asked.spot).ok_or_else(|| why("why-gone"))?;
    let other = other.region();
    let things = match &asked.kind {
        Some(kind) => vec![Arc::new(fresh(kind, &other, asked.heading, stage)?)],
        None => stage.selected_things().into_iter().cloned().collect(),
    };
    if things.is_empty() {
        return Err(why("why-nothing-selected"));
    }
    if things
        .iter()
        .any(|thing| asked.spot == Spot::Thing(thing.id.clone()))
    {
        return Err(why("why-beside-itself"));
    }
    let ground = things
        .iter()
        .map(|thing| thing.shape.region())
        .reduce(|all, one| all.with(&one))
        .unwrap_or_default();
    let by = layout::beside(&ground, &other, asked.heading, asked.gap).ok_or_else(|| why("why-no-area"))?;
    let moved: Result<Vec<Placement>, OutlineFault> = things
        .iter()
        .map(|thing| {
            Ok(Placement {
                shape: thing.shape.moved(by)?,
                ..(**thing).clone()
            })
        })
        .collect();
    let moved = moved.map_err(say::outline_fault)?;
    put(asked, moved, name, stage);
    Ok(())
}

fn put(asked: &Beside, things: Vec<Placement>, other: Arg, stage: &mut Stage) {
    let key = match asked.kind {
        Some(_) => "step-placed",
        None => "step-moved",
    };
    let label = StepLabel::of(key, &things);
    let ids = things.iter().map(|thing| thing.id.clone()).collect();
    let said = Message::new("say-beside")
        .with("what", what(label.kind.as_ref(), label.count))
        .with("where", other)
        .with("side", Message::new(asked.heading.key()))
        .number("metres", asked.gap, 2);
    let bounds = things
        .iter()
        .map(|thing| thing.shape.bounds())
        .reduce(crate::geometry::Bounds::joined);
    stage.mark(Marks::default());
    if stage.commit(&Command::Put(things), label) {
        stage.select(ids);
        stage.announce(said);
    }
    if let Some(bounds) = bounds {
        stage.reveal(bounds);
    }
}

/// A new thing of a kind with its back to the side that it will stand before.
fn fresh(kind: &KindId, other: &Region, heading: Heading, stage: &Stage) -> Result<Placement, Message> {
    let kind = stage.project.catalogue.kind(kind).cloned();
    let kind = kind.ok_or_else(|| Message::new("why-no-such-kind"))?;
    let id = stage.board.design().fresh_placement_ids(1).pop();
    let id = id.ok_or_else(|| Message::new("why-too-many"))?;
    let wall = layout::facing(other, heading).filter(|_| !kind.round && kind.form != Form::Path);
    let turn = wall
        .and_then(|wall| (wall.to - wall.from).unit())
        .map_or_else(Turn::default, |along| {
            // Its own +y points at the wall, as when it is dropped by one.
            Turn::new(along.left().degrees() - 90.0)
        });
    // Where it stands does not matter yet; the middle of the other is always within reach.
    let at = other
        .bounds()
        .map_or_else(WorldPt::default, |bounds| bounds.centre());
    let thing = Placement::new(id, &kind, at, turn);
    match thing.shape {
        PlacementShape::Rectangle { .. } | PlacementShape::Area(_) | PlacementShape::Path { .. } => Ok(thing),
    }
}
