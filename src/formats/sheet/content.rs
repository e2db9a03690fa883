//! What a sheet shows: the plan as a display list, and the notes that stand on it by number.

use std::sync::Arc;

use crate::design::Design;
use crate::geometry::{Bounds, Outline, Region, WorldPt, WorldVec};
use crate::project::Project;
use crate::scene::{
    Anchor, Detail, EstatePlan, Ink, Label, Length, Mark, Path, Scene, Shown, design_scene, fill,
};
use crate::text::{Lang, Message, say};

use super::super::project_picture::LaidPicture;
use super::painter::MM_A_PIXEL;

/// What is around the estate on a sheet, in metres.
const AROUND_M: f64 = 5.0;

/// A note that stands on the plan by its number, counted from 1.
pub(super) struct Note {
    pub at: Option<WorldPt>,
    /// What it is about: a thing's name; empty for a wish.
    pub about: String,
    pub text: String,
}

/// What a sheet shows.
pub(super) struct Content {
    plan: EstatePlan,
    /// The things, at each detail that was asked for.
    design: Design,
    catalogue: Arc<crate::catalogue::Catalogue>,
    /// The box of the plan, in metres.
    pub bounds: Bounds,
    /// The ground that is worth paper.
    pub ground: Region,
    pub notes: Vec<Note>,
    /// What lies beneath the plan.
    pub under: Option<LaidPicture>,
}

impl Content {
    pub fn new(project: &Project, design: &Design, lang: Lang, under: Option<LaidPicture>) -> Self {
        let estate = &project.estate;
        let mut notes = Vec::new();
        for thing in design.placements().iter().filter(|thing| !thing.note.is_empty()) {
            let name = Message::new("csv-kind").with("kind", project.catalogue.name_of(&thing.kind));
            notes.push(Note {
                at: Some(thing.shape.centre()),
                about: say(lang, &name),
                text: thing.note.to_string(),
            });
        }
        notes.extend(design.wishes().iter().map(|wish| Note {
            at: wish.at,
            about: String::new(),
            text: wish.text.clone(),
        }));
        let things = design.placements().iter().map(|thing| thing.shape.bounds());
        let places = notes
            .iter()
            .filter_map(|note| note.at)
            .map(|at| Bounds { min: at, max: at });
        let bounds = things.chain(places).fold(estate.bounds(), Bounds::joined);
        let edge = match estate.boundary() {
            Some(edge) => edge.clone(),
            None => box_of(estate.bounds()),
        };
        let drawn = design.placements().iter().map(|thing| thing.shape.region());
        let ground = drawn.fold(Region::from(&edge), |all, own| all.with(&own));
        Self {
            plan: EstatePlan::over(estate.clone(), under.is_some()),
            design: design.clone(),
            catalogue: project.catalogue.clone(),
            bounds: bounds.grown(AROUND_M),
            ground,
            notes,
            under,
        }
    }
    /// The plan at so many millimetres of the paper a metre.
    pub fn scene(&self, mm_a_metre: f64) -> Scene {
        let detail = Detail::of(mm_a_metre / MM_A_PIXEL);
        let mut scene = self.plan.scene(detail, Shown::default(), 0.0);
        scene.over(design_scene(&self.design, &self.catalogue, detail));
        for (number, note) in self.notes.iter().enumerate() {
            if let Some(at) = note.at {
                scene.marks.push(numbered(at, number + 1));
            }
        }
        scene
    }
}

/// The outline of a box.
pub(super) fn box_of(bounds: Bounds) -> Outline {
    let size = WorldVec::new(bounds.width(), bounds.height());
    Outline::rectangle(bounds.centre(), size, 0.0)
}

/// A number in a circle.
pub(super) fn numbered(at: WorldPt, number: usize) -> Mark {
    let mut own = Scene::default();
    let zero = WorldPt::default();
    own.draw(Path::circle(zero, 9.0), fill(Ink::Raised).lined(Ink::Seal, 1.6));
    own.marks.push(Mark::Label(Label {
        bold: true,
        halo: None,
        anchor: Anchor::Middle,
        ..Label::new(zero, number.to_string(), Length::Px(10.0), Ink::Seal)
    }));
    Mark::Pinned {
        at,
        turn: 0.0,
        marks: own.marks,
    }
}
