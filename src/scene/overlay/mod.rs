//! What lies over the plan while a hand is at work, and what the checks say, at the thing.
//!
//! The input is plain data; who fills it (the editor through the app, a wall, a test) knows
//! nothing of marks.

mod compared;
mod footprint;
mod hand;
mod measure;
mod pointed;
mod signs;

pub use compared::compared;
pub use footprint::footprints;
pub use hand::DIMENSION_PX;
pub use pointed::Pointed;

use std::sync::Arc;

use crate::catalogue::Catalogue;
use crate::design::{Placement, PlacementShape};
use crate::geometry::{Region, View, WorldPt, WorldVec};
use crate::rules::{Finding, Severity};
use crate::text::Lang;

use super::{Detail, Mark, Scene, placement_scene};

/// A thing that is not at rest.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    /// The thing as it would be if the hand let go now.
    pub thing: Arc<Placement>,
    /// Not placed yet: shown lighter than what is there, with its size.
    pub ghost: bool,
    /// Let go here it would not be placed (outside the plan).
    pub refused: bool,
}

/// What a handle does, and so what it looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandleKind {
    /// Changes the size; the corner or side as signs along the thing's own axes: `(1, 0)` is the
    /// middle of its right side.
    Size(i8, i8),
    /// Turns it.
    Turn,
    /// Moves a corner.
    Corner(usize),
    /// Pulls a new corner out of the side that starts at a corner; smaller.
    Insert(usize),
}

/// A handle: a disc that keeps its size on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Handle {
    /// What it does.
    pub kind: HandleKind,
    /// Where it is.
    pub at: WorldPt,
    /// It is the chosen corner, or the one held now.
    pub active: bool,
}

/// A straight piece with the length that is said at it, in metres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    /// One end.
    pub from: WorldPt,
    /// The other end.
    pub to: WorldPt,
    /// The length said, where one is.
    pub metres: Option<f64>,
}

impl Measured {
    /// A piece with its own length.
    pub fn between(from: WorldPt, to: WorldPt) -> Self {
        Self {
            from,
            to,
            metres: Some(from.distance(to)),
        }
    }
}

/// An angle shown while something is turned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AngleMark {
    /// The middle about which it is turned.
    pub at: WorldPt,
    /// Degrees anticlockwise from east.
    pub degrees: f64,
    /// It snapped to a round angle or to a wall.
    pub snapped: bool,
}

/// An outline or path that is being drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Sketch {
    /// The corners set so far.
    pub corners: Vec<WorldPt>,
    /// Where the next would be.
    pub next: Option<WorldPt>,
    /// It is an area and will be closed; else a path.
    pub area: bool,
    /// Its width in metres, of a path.
    pub width: f64,
    /// Set now, the next corner would close the outline.
    pub closes: bool,
    /// Set now, the next corner would make it cross itself.
    pub crosses: bool,
}

/// A length, a way or an area that is measured.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasureMark {
    /// The points set so far.
    pub points: Vec<WorldPt>,
    /// Where the next would be.
    pub next: Option<WorldPt>,
    /// The area, where one is measured and the points enclose one.
    pub square_metres: Option<f64>,
    /// The last point is joined to the first.
    pub ring: bool,
    /// It is measured, and waits to be cleared.
    pub done: bool,
}

/// A finding at its place.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingMark {
    /// How grave it is.
    pub severity: Severity,
    /// Where its sign stands.
    pub at: WorldPt,
    /// The ground that it is about: what overlaps, what lies outside. Hatched.
    pub ground: Option<Region>,
    /// What is missing or too much in metres, dimensioned.
    pub gap: Option<(WorldPt, WorldPt)>,
    /// It is the one that is looked at.
    pub chosen: bool,
}

impl FindingMark {
    /// A finding as it is drawn.
    pub fn of(finding: &Finding) -> Self {
        Self {
            severity: finding.severity,
            at: finding.at,
            ground: finding.ground.clone(),
            gap: finding.gap,
            chosen: false,
        }
    }
}

/// Things that are moved together, without turning or changing: a painter may paint them once and
/// move their picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Carried {
    /// The things as they were when the hand took them; the same list for as long as it holds them.
    pub things: Arc<[Arc<Placement>]>,
    /// How far they are moved now.
    pub by: WorldVec,
}

/// Everything over the resting plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overlay {
    /// The language of its figures' units.
    pub lang: Lang,
    /// Things in the hand.
    pub held: Vec<Held>,
    /// How those in the hand came to where they are, where they were only moved.
    pub carried: Option<Carried>,
    /// The outlines of what is selected, as it would be if the hand let go now.
    pub selected: Vec<PlacementShape>,
    /// The thing under the mouse.
    pub hovered: Option<PlacementShape>,
    /// The handles of the one thing selected.
    pub handles: Vec<Handle>,
    /// The corners of the box around several things, at which their handles stand.
    pub frame: Vec<WorldPt>,
    /// The stem of the turning handle.
    pub stem: Option<(WorldPt, WorldPt)>,
    /// What was snapped to.
    pub guides: Vec<Measured>,
    /// Lengths of what is changing.
    pub dimensions: Vec<Measured>,
    /// The free way from the nearest wall to what is changing.
    pub gap: Option<Measured>,
    /// The angle of what is being turned.
    pub angle: Option<AngleMark>,
    /// The ring that is being drawn to select: the corners of a box, or a line by hand.
    pub marquee: Vec<WorldPt>,
    /// The outline or path that is being drawn.
    pub sketch: Option<Sketch>,
    /// Where the sides of what is drawn cross each other.
    pub crossings: Vec<WorldPt>,
    /// What is or was measured.
    pub measure: Option<MeasureMark>,
    /// The cross that the keys move.
    pub cross: Option<WorldPt>,
    /// What was looked for, or the row of a comparison that is chosen.
    pub found: Vec<PlacementShape>,
    /// What a newer version has.
    pub added: Vec<PlacementShape>,
    /// What an older version had; drawn pale.
    pub removed: Vec<Arc<Placement>>,
    /// What the checks say.
    pub findings: Vec<FindingMark>,
    /// What the finding that is looked at is about.
    pub pointed: Option<Pointed>,
    /// Wishes with a place, and whether each is the chosen one.
    pub wishes: Vec<(WorldPt, bool)>,
    /// Where the presenter points.
    pub pointer: Option<WorldPt>,
}

/// The overlay drawn, as a view shows it.
pub fn overlay(input: &Overlay, catalogue: &Catalogue, view: &View) -> Scene {
    let scale = view.scale;
    let mut scene = Scene::default();
    for gone in &input.removed {
        let kind = catalogue.kind(&gone.kind);
        let drawn = placement_scene(gone, kind.map(Arc::as_ref), Detail::of(scale));
        scene.marks.push(Mark::Faded {
            alpha: 0.35,
            marks: drawn.marks,
        });
        hand::removed(&mut scene, &gone.shape);
    }
    for shape in &input.added {
        hand::added(&mut scene, shape);
    }
    for held in &input.held {
        let kind = catalogue.kind(&held.thing.kind);
        let drawn = placement_scene(&held.thing, kind.map(Arc::as_ref), Detail::of(scale));
        match held.ghost {
            true => scene.marks.push(Mark::Faded {
                alpha: 0.6,
                marks: drawn.marks,
            }),
            false => scene.over(drawn),
        }
        if held.ghost || held.refused {
            hand::ghost_edge(&mut scene, held);
        }
        if held.ghost && input.dimensions.is_empty() {
            hand::ghost_size(&mut scene, &held.thing.shape, view, input.lang);
        }
    }
    // After what is in the hand, which would hide it.
    for finding in &input.findings {
        signs::ground(&mut scene, finding);
        signs::gap(&mut scene, finding, view, input.lang);
    }
    if let Some(shown) = &input.pointed {
        pointed::pointed(&mut scene, shown, input.lang);
    }
    if let Some(shape) = &input.hovered {
        hand::hovered(&mut scene, shape);
    }
    hand::selected(&mut scene, &input.selected);
    if let Some(sketch) = &input.sketch {
        hand::sketch(&mut scene, sketch, view, input.lang);
    }
    input
        .guides
        .iter()
        .for_each(|guide| hand::guide(&mut scene, guide, scale, input.lang));
    if let Some(gap) = &input.gap {
        hand::gap(&mut scene, gap, &input.findings, view, input.lang);
    }
    input
        .dimensions
        .iter()
        .for_each(|side| hand::dimension(&mut scene, side, view, input.lang));
    for shape in &input.found {
        hand::found(&mut scene, shape);
    }
    if let Some(measure) = &input.measure {
        measure::measure(&mut scene, measure, view, input.lang);
    }
    input
        .crossings
        .iter()
        .for_each(|at| signs::crossing(&mut scene, *at));
    hand::handles(&mut scene, input);
    if let Some(angle) = &input.angle {
        hand::angle(&mut scene, angle);
    }
    if !input.marquee.is_empty() {
        hand::marquee(&mut scene, &input.marquee);
    }
    for (at, chosen) in &input.wishes {
        signs::wish(&mut scene, *at, *chosen);
    }
    for finding in &input.findings {
        signs::finding(&mut scene, finding);
    }
    if let Some(at) = input.cross {
        hand::cross(&mut scene, at);
    }
    if let Some(at) = input.pointer {
        signs::pointer(&mut scene, at);
    }
    scene
}
