//! What `mulin tally` keeps of a design while it reads: not the document, but the columns that are counted.

use std::sync::Arc;

use crate::agreement::{Columns, Drawn};
use crate::catalogue::KindId;
use crate::cli::gather::{Keeps, Kept, KindNames};
use crate::design::{Design, FewKinds, Placement, PlacementShape};
use crate::geometry::WorldPt;
use crate::rules::{Survey, Totals, size_of};
use crate::tally::{Counted, Drawing};

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

/// Keeps of each design its head without things, its things as columns, and what they win and cost.
pub struct Counting {
    /// The project that it is reckoned on.
    pub survey: Arc<Survey>,
    /// Whether rows of tables are written, which need more of each thing.
    pub with_details: bool,
}

/// Designs as they come in, to be counted.
pub type Round<'a> = Kept<'a, Counting>;

impl Keeps for Counting {
    type Part = Lean;

    fn part(&self, design: &Design, kinds: &mut KindNames) -> Lean {
        let place = |at: WorldPt| [at.x as f32, at.y as f32];
        let mut few = FewKinds::default();
        let mut things = Vec::with_capacity(design.placements().len());
        for thing in design.placements() {
            things.push(LeanThing {
                kind: few.of(&thing.kind, |kind| kinds.shared(kind)),
                at: place(thing.shape.centre()),
            });
        }
        let in_detail = design.placements().iter().filter(|_| self.with_details);
        Lean {
            things: things.into(),
            details: in_detail.map(|thing| detail(thing)).collect(),
            totals: self.survey.totals(design),
        }
    }
    fn head(&self, design: Design) -> Design {
        design.without_things()
    }
}

impl Round<'_> {
    /// Lets the things go once they are columns, and nobody wants rows of them.
    pub fn forget_things(&mut self) {
        self.parts_mut().for_each(|lean| lean.things = Box::default());
    }
    /// The columns of the designs that stand; and how many things each has and what it wins and costs, in the order of the
    /// drawings.
    pub fn counted(&self, drawings: &[Drawing]) -> (Columns, Vec<Counted>) {
        let standing = self.of(drawings);
        let mut counted = vec![Counted::default(); drawings.len()];
        for (_, drawing, lean) in &standing {
            counted[*drawing] = Counted {
                things: lean.things.len(),
                totals: lean.totals,
            };
        }
        let named = standing.into_iter().map(|(name, _, lean)| (name, lean));
        (Columns::of_designs(named), counted)
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
