//! What `mulin tally` keeps of a design while it reads: not the document, but the columns that are counted.

use std::collections::HashSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::agreement::{Columns, Drawn};
use crate::catalogue::KindId;
use crate::design::stored::DesignName;
use crate::design::{Design, Placement, PlacementShape};
use crate::geometry::WorldPt;
use crate::rules::{Survey, Totals, size_of};
use crate::tally::{Collection, Counted, Drawing};

use super::gather::Takes;

/// One thing: 24 bytes, and its detail where rows are written.
#[derive(Clone, Debug)]
pub struct LeanThing {
    /// Its kind; all of a core share its name.
    pub kind: KindId,
    /// Its middle, in metres east and north, as columns have it.
    at: [f32; 2],
}

/// What only the rows of tables need of a thing.
#[derive(Clone, Debug)]
pub struct Detail {
    /// Its name in the design.
    pub id: Box<str>,
    /// Its middle, in metres.
    pub at: WorldPt,
    /// Its width and depth in metres.
    pub size: (f64, f64),
    /// Its turn in degrees; none for areas and paths.
    pub turn: Option<f64>,
    /// Its ground in square metres.
    pub area: f64,
}

/// What is kept of a design beside its head.
#[derive(Clone, Debug, Default)]
pub struct Lean {
    /// Its things.
    pub things: Box<[LeanThing]>,
    /// Their details, one each, where they were asked for.
    pub details: Box<[Detail]>,
    /// What it wins, loses and costs.
    pub totals: Totals,
}

impl Drawn for Lean {
    fn things(&self) -> impl Iterator<Item = (&KindId, WorldPt)> {
        let place = |[x, y]: [f32; 2]| WorldPt::new(f64::from(x), f64::from(y));
        self.things
            .iter()
            .map(move |thing| (&thing.kind, place(thing.at)))
    }
}

/// Designs as they come in: their heads in a collection, their things as columns. Each core fills one of its own.
pub struct Round<'a> {
    survey: &'a Arc<Survey>,
    with_details: bool,
    /// The heads: designs without things.
    pub collection: Collection,
    /// The rest, in the order in which it came; by name once all is here.
    lean: Vec<(DesignName, Lean)>,
    kinds: HashSet<KindId>,
}

impl<'a> Round<'a> {
    /// An empty one for a project. `with_details` keeps what rows of tables need.
    pub fn new(project: &str, survey: &'a Arc<Survey>, with_details: bool) -> Self {
        Self {
            survey,
            with_details,
            collection: Collection::new(Some(project)),
            lean: Vec::new(),
            kinds: HashSet::new(),
        }
    }
    /// The same, once everything is here: what is kept of a design is then found by its name.
    #[must_use]
    pub fn whole(mut self) -> Self {
        self.lean.par_sort_unstable_by_key(|(name, _)| *name);
        // A design that came by two ways was read twice.
        self.lean.dedup_by_key(|(name, _)| *name);
        self
    }
    /// What is kept of a design.
    pub fn get(&self, name: &DesignName) -> Option<&Lean> {
        let at = self.lean.binary_search_by_key(name, |(name, _)| *name).ok()?;
        self.lean.get(at).map(|(_, lean)| lean)
    }
    /// What is kept of the designs that stand, in the order of the drawings.
    pub fn of<'b>(&'b self, drawings: &'b [Drawing]) -> impl Iterator<Item = (DesignName, &'b Lean)> {
        let name = |drawing: &Drawing| drawing.latest.name;
        drawings
            .iter()
            .filter_map(move |drawing| Some((name(drawing), self.get(&name(drawing))?)))
    }
    /// The columns of the designs that stand.
    pub fn columns(&self, drawings: &[Drawing]) -> Columns {
        Columns::of_designs(self.of(drawings))
    }
    /// Lets the things go once they are columns, and nobody wants rows of them.
    pub fn forget_things(&mut self) {
        for (_, lean) in &mut self.lean {
            lean.things = Box::default();
        }
    }
    /// How many things each design that stands has and what it wins and costs, in the order of the drawings.
    pub fn counted(&self, drawings: &[Drawing]) -> Vec<Counted> {
        let counted = |lean: Option<&Lean>| Counted {
            things: lean.map_or(0, |lean| lean.things.len()),
            totals: lean.map(|lean| lean.totals).unwrap_or_default(),
        };
        let count = |drawing: &Drawing| counted(self.get(&drawing.latest.name));
        drawings.par_iter().map(count).collect()
    }
}

impl Takes for Round<'_> {
    fn stored(&mut self, file: &str, bytes: &[u8]) {
        let (survey, with_details) = (self.survey, self.with_details);
        let (lean, kinds) = (&mut self.lean, &mut self.kinds);
        self.collection.add_stored_keeping(file, bytes, |name, design| {
            lean.push((name, leaned(&design, survey, with_details, kinds)));
            design.without_things()
        });
    }
    fn opened(&mut self, file: &str, bytes: &[u8]) {
        let (survey, with_details) = (self.survey, self.with_details);
        let (lean, kinds) = (&mut self.lean, &mut self.kinds);
        self.collection.add_opened_keeping(file, bytes, |name, design| {
            lean.push((name, leaned(&design, survey, with_details, kinds)));
            design.without_things()
        });
    }
    fn collection(&mut self) -> &mut Collection {
        &mut self.collection
    }
    fn joined(mut self, other: Self) -> Self {
        self.collection.join(other.collection);
        self.lean.extend(other.lean);
        self
    }
}

fn leaned(design: &Design, survey: &Survey, with_details: bool, kinds: &mut HashSet<KindId>) -> Lean {
    // A kind's name is held once a core, however many things have it.
    let mut shared = |kind: &KindId| match kinds.get(kind) {
        Some(known) => known.clone(),
        None => {
            kinds.insert(kind.clone());
            kind.clone()
        }
    };
    let place = |at: WorldPt| [at.x as f32, at.y as f32];
    let things = design.placements().iter();
    Lean {
        things: things
            .clone()
            .map(|thing| LeanThing {
                kind: shared(&thing.kind),
                at: place(thing.shape.centre()),
            })
            .collect(),
        details: things
            .filter(|_| with_details)
            .map(|thing| detail(thing))
            .collect(),
        totals: survey.totals(design),
    }
}

fn detail(thing: &Placement) -> Detail {
    let size = size_of(&thing.shape);
    Detail {
        id: thing.id.as_str().into(),
        at: thing.shape.centre(),
        size: (size.x, size.y),
        turn: match &thing.shape {
            PlacementShape::Rectangle { turn, .. } => Some(turn.degrees()),
            _ => None,
        },
        area: thing.shape.area(),
    }
}
