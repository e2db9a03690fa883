//! What composing needs of designs: which kinds stand where, in which form. Authors, wishes, titles, notes and names are
//! left behind, so that plans are composed of a hundred thousand designs while no document is held.

use std::sync::Arc;

use crate::catalogue::KindId;
use crate::design::stored::DesignName;
use crate::design::{Design, Members, Params, Placement, PlacementId, PlacementShape, Rare};
use crate::geometry::WorldPt;

use super::{Columns, Drawn};

/// One thing as it was drawn: 80 bytes, and the corners of an area or a path.
#[derive(Clone, Debug, PartialEq)]
pub struct Stroke {
    /// What it is.
    pub kind: KindId,
    /// Where it is and how it is outlined.
    pub shape: PlacementShape,
    /// What was chosen of its kind's params.
    params: Rare<Params>,
    /// The place of its name among the names of its design in their order: ground that two things cover belongs to
    /// the one whose name comes first.
    rank: u32,
}

impl Stroke {
    /// The thing with another outline and nothing of its author's but what it is: no name, note, group or lock.
    pub fn bare(&self, shape: PlacementShape) -> Placement {
        Placement {
            id: PlacementId::new(""),
            kind: self.kind.clone(),
            shape,
            params: self.params.clone(),
            note: Rare::default(),
            group: None,
            locked: false,
            extra: Members::default(),
        }
    }
}

/// What stands in one design, in its order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sketch(Box<[Stroke]>);

impl Sketch {
    /// The sketch of a design.
    pub fn of(design: &Design) -> Self {
        Self::sharing(design, KindId::clone)
    }

    /// The same; `kind` gives the name of a kind that many sketches are to share.
    pub fn sharing(design: &Design, mut kind: impl FnMut(&KindId) -> KindId) -> Self {
        let things = design.placements();
        let mut by_name: Vec<usize> = (0..things.len()).collect();
        by_name.sort_by(|a, b| things[*a].id.cmp(&things[*b].id));
        let mut ranks = vec![0; things.len()];
        by_name
            .into_iter()
            .zip(0_u32..)
            .for_each(|(at, rank)| ranks[at] = rank);
        let stroke = |(thing, rank): (&Arc<Placement>, u32)| Stroke {
            kind: kind(&thing.kind),
            shape: thing.shape.clone(),
            params: thing.params.clone(),
            rank,
        };
        Self(things.iter().zip(ranks).map(stroke).collect())
    }

    /// Its things, in the order of its design.
    pub fn strokes(&self) -> &[Stroke] {
        &self.0
    }

    /// A design of these things, for the rules: to them it is what the whole document was. Its things have names of
    /// their own, in the same order.
    pub fn design(&self) -> Design {
        let thing = |stroke: &Stroke| {
            Arc::new(Placement {
                id: PlacementId::new(&format!("p{:08}", stroke.rank)),
                ..stroke.bare(stroke.shape.clone())
            })
        };
        let design = Design::default().holding(self.0.iter().map(thing).collect());
        // As many things as were read, and no two of one rank.
        design.unwrap_or_default()
    }
}

impl Drawn for Sketch {
    fn things(&self) -> impl Iterator<Item = (&KindId, WorldPt)> {
        self.0.iter().map(|stroke| (&stroke.kind, stroke.shape.centre()))
    }
}

/// The sketches of many designs with their columns.
#[derive(Clone, Debug)]
pub struct Sketches {
    columns: Arc<Columns>,
    /// In the order of the columns.
    sketches: Vec<Sketch>,
}

impl Sketches {
    /// Those of designs with their names, in whatever order they came. Of two with one name the first counts.
    pub fn of(mut designs: Vec<(DesignName, Sketch)>) -> Self {
        designs.sort_by_key(|(name, _)| *name);
        designs.dedup_by_key(|(name, _)| *name);
        let columns = Columns::of_designs(designs.iter().map(|(name, sketch)| (*name, sketch)));
        Self {
            columns: Arc::new(columns),
            sketches: designs.into_iter().map(|(_, sketch)| sketch).collect(),
        }
    }
    /// Their columns.
    pub fn columns(&self) -> &Arc<Columns> {
        &self.columns
    }
    /// The things of a design, by its index in the columns; none for one that is not there.
    pub fn strokes(&self, design: usize) -> &[Stroke] {
        self.sketches.get(design).map_or(&[], Sketch::strokes)
    }
    /// The sketch of a design.
    pub fn get(&self, design: usize) -> Option<&Sketch> {
        self.sketches.get(design)
    }
}
