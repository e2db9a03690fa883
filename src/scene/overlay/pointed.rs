//! What a finding is about, over the plan while it is looked at: the doors that it names, each with how far
//! what should serve it is, and an edge about the things placed that bring it about.

use crate::design::{Design, PlacementShape};
use crate::estate::{Class, Estate};
use crate::geometry::{Bounds, WorldPt};
use crate::rules::{Finding, Severity};
use crate::text::Lang;

use super::super::path::pt;
use super::super::{Ink, Mark, Path, Scene, fill, line, wash};
use super::hand::{card, metres_text};
use super::signs::ink_of;

/// What is shown of a finding beside its sign.
#[derive(Clone, Debug, PartialEq)]
pub struct Pointed {
    /// How grave it is.
    pub severity: Severity,
    /// Where its sign stands, and the ends of what is missing.
    pub places: Vec<WorldPt>,
    /// The doors, each with the metres to what should serve it, where they are told.
    pub doors: Vec<(WorldPt, Option<f64>)>,
    /// The things placed.
    pub things: Vec<PlacementShape>,
}

impl Pointed {
    /// Of a finding on its estate and drawing.
    pub fn of(finding: &Finding, estate: &Estate, design: &Design) -> Self {
        let named = finding.features.iter().enumerate();
        let doors = named.filter_map(|(number, id)| {
            let feature = estate.feature(id)?;
            let is_door = matches!(feature.class, Class::Door { .. });
            is_door.then(|| (feature.shape.bounds().centre(), finding.away.get(number).copied()))
        });
        let things = finding.placements.iter().filter_map(|id| design.placement(id));
        let ends = finding.gap.into_iter().flat_map(|(from, to)| [from, to]);
        Self {
            severity: finding.severity,
            places: ends.chain([finding.at]).collect(),
            doors: doors.collect(),
            things: things.map(|thing| thing.shape.clone()).collect(),
        }
    }
    /// The box in which all of it is seen.
    pub fn bounds(&self) -> Option<Bounds> {
        let doors = self.doors.iter().map(|(at, _)| *at);
        let corners = self.things.iter().map(PlacementShape::bounds);
        let corners = corners.flat_map(|bounds| [bounds.min, bounds.max]);
        Bounds::of(doors.chain(corners).chain(self.places.iter().copied()))
    }
}

pub(super) fn pointed(scene: &mut Scene, input: &Pointed, lang: Lang) {
    let ink = ink_of(input.severity);
    for shape in &input.things {
        let path = match shape {
            PlacementShape::Path { line, .. } => Path::open(line.points().iter().copied()),
            shape => shape
                .outline()
                .map_or_else(Path::default, |edge| Path::of_outline(&edge)),
        };
        if shape.outline().is_some() {
            scene.draw(path.clone(), wash(ink, 0.3));
        }
        scene.draw(path.clone(), line(Ink::Raised, 5.0));
        scene.draw(path, line(ink, 3.0));
    }
    for (at, _) in &input.doors {
        scene.marks.push(door(*at, ink));
    }
    for (at, away) in &input.doors {
        if let Some(away) = away {
            scene.marks.push(card(
                *at,
                (0.0, 20.0),
                &metres_text(*away, lang),
                ink,
                Ink::Raised,
            ));
        }
    }
}

/// A square with a cross, by its shape no sign of a finding.
fn door(at: WorldPt, ink: Ink) -> Mark {
    let mut own = Scene::default();
    own.draw(
        Path::rectangle(pt(0.0, 0.0), 13.0, 13.0),
        fill(ink).lined(Ink::Raised, 1.5),
    );
    let cross = Path::segment(pt(-3.0, -3.0), pt(3.0, 3.0)).and(Path::segment(pt(-3.0, 3.0), pt(3.0, -3.0)));
    own.draw(cross, line(Ink::Raised, 1.6));
    Mark::Pinned {
        at,
        turn: 0.0,
        marks: own.marks,
    }
}
