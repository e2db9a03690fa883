//! What is pointed out on the plan beside what is selected: a house that was looked for, what
//! differs between two versions.

use std::sync::Arc;

use crate::design::{Difference, Placement, PlacementId, PlacementShape};
use crate::estate::{Class, Feature, FeatureId, Shape};
use crate::geometry::{Bounds, Turn, WorldPt, WorldVec};
use crate::rules::feature_name;
use crate::text::{Arg, Message};

use super::Editor;
use super::history::what;
use super::stage::Stage;

/// A thing of the design or of the estate.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Spot {
    /// A thing that was placed.
    Thing(PlacementId),
    /// A house, a road, a gate.
    Feature(FeatureId),
}

/// What is pointed out on the plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    /// What was looked for, or the row of a comparison that is chosen.
    pub found: Vec<PlacementShape>,
    /// What a newer version has and the older had not, or has elsewhere.
    pub added: Vec<PlacementShape>,
    /// What the older version had and the newer has not, or has elsewhere.
    pub removed: Vec<Arc<Placement>>,
    /// They stay until they are taken away: those of a comparison.
    pub stay: bool,
}

impl Marks {
    /// What differs between two versions, with one of the differences chosen.
    pub fn of(differences: &[Difference], chosen: Option<usize>) -> Self {
        let of_one = |difference: &Difference| -> Vec<PlacementShape> {
            let things = [&difference.after, &difference.before];
            let place = difference.at.map(|at| square(at, 1.5));
            let shapes = things.into_iter().flatten().map(|thing| thing.shape.clone());
            shapes.take(1).chain(place).collect()
        };
        let things = |of: fn(&Difference) -> &Option<Arc<Placement>>| {
            differences
                .iter()
                .filter_map(move |difference| of(difference).clone())
        };
        Self {
            found: chosen
                .and_then(|at| differences.get(at))
                .map(of_one)
                .unwrap_or_default(),
            added: things(|d| &d.after).map(|thing| thing.shape.clone()).collect(),
            removed: things(|d| &d.before).collect(),
            stay: true,
        }
    }
    /// Whether nothing is pointed out.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty() && self.added.is_empty() && self.removed.is_empty()
    }
    /// The box around what was looked for.
    pub fn bounds(&self) -> Option<Bounds> {
        self.found
            .iter()
            .map(PlacementShape::bounds)
            .reduce(Bounds::joined)
    }
}

/// The ground of a feature, as something that can be outlined: a place as a small square, a line
/// as wide as it is.
pub(super) fn ground(feature: &Feature) -> PlacementShape {
    match &feature.shape {
        Shape::Area(edge, _) => PlacementShape::Area(edge.clone()),
        Shape::Line(line) => {
            let width = match feature.class {
                Class::Road { width, .. } => width.unwrap_or(0.2),
                _ => 0.2,
            };
            PlacementShape::Path {
                line: line.clone(),
                width,
            }
        }
        Shape::Point(at) => square(*at, 0.1),
    }
}

fn square(at: WorldPt, side: f64) -> PlacementShape {
    PlacementShape::Rectangle {
        at,
        size: WorldVec::new(side, side),
        turn: Turn::default(),
    }
}

/// What a spot is called and the ground that it covers; none where it is gone.
pub(super) fn named_ground(stage: &Stage, spot: &Spot) -> Option<(Arg, PlacementShape)> {
    match spot {
        Spot::Thing(id) => {
            let thing = stage.board.thing(id)?;
            Some((what(Some(&thing.kind), 1), thing.shape.clone()))
        }
        Spot::Feature(id) => {
            let feature = stage.project.estate.feature(id)?;
            Some((feature_name(feature).into(), ground(feature)))
        }
    }
}

/// Goes to a spot: a thing is chosen, a house or road is pointed out.
pub(super) fn visit(spot: &Spot, stage: &mut Stage) {
    let Some((name, ground)) = named_ground(stage, spot) else {
        return stage.tell(Message::new("why-gone"));
    };
    let mut bounds = ground.bounds();
    match spot {
        Spot::Thing(id) => {
            stage.select(vec![id.clone()]);
            stage.announce(super::say::selected(stage));
        }
        Spot::Feature(_) => {
            // A gate is a place; it is pointed out by a ring that is seen.
            let least = stage.view.metres_from_pixels(28.0);
            let shown = match ground {
                PlacementShape::Rectangle { at, size, .. } if size.x < least => square(at, least),
                other => other,
            };
            bounds = shown.bounds();
            let marks = Marks {
                found: vec![shown],
                ..Marks::default()
            };
            stage.mark(marks);
            stage.announce(Message::new("say-here").with("where", name));
        }
    }
    stage.reveal(bounds);
}

impl Editor {
    /// What is pointed out on the plan beside what is selected.
    pub fn marks(&self) -> &Marks {
        &self.stage.marks
    }
}
