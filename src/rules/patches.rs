//! The grounds of the estate that totals ask for, found by place: green, ground for activity, bays, and buildings that
//! stay. A tally asks for them millions of times, so they lie in the cells of a grid and not in a tree.

use std::sync::{Arc, OnceLock};

use smallvec::SmallVec;

use crate::estate::{BayUse, Class};
use crate::geometry::{Bounds, Outline, Region, WorldVec};
use crate::project::Project;

use super::terrain::Terrain;

/// Side of a cell in metres: about the width of a lawn between houses.
const CELL_M: f64 = 8.0;
/// More cells than this a side are not told apart; they are then larger.
const MOST_CELLS: usize = 256;

/// One ground that something placed can take.
#[derive(Clone, Debug)]
pub(super) struct Patch {
    pub class: Class,
    pub ground: Region,
    bounds: Bounds,
    /// Its place among all.
    at: usize,
    /// Whether it shares ground with no other, once that was asked for.
    apart: OnceLock<bool>,
}

/// All of them, in the order of their features' names.
#[derive(Clone, Debug, Default)]
pub(super) struct Patches {
    patches: Arc<[Patch]>,
    around: Bounds,
    cell: f64,
    columns: usize,
    rows: usize,
    /// The patches of each cell with their boxes, so that none is looked into that lies beside.
    cells: Arc<[Vec<(Bounds, u32)>]>,
    /// The cells that lie inside the boundary as a whole.
    inside: Arc<[bool]>,
}

/// The grounds about one thing: few.
pub(super) type Near<'a> = SmallVec<[&'a Patch; 8]>;

fn counts(class: &Class) -> bool {
    match class {
        Class::Green | Class::Activity | Class::Building { remove: false, .. } => true,
        Class::Bay { usage } => *usage != BayUse::Bike,
        _ => false,
    }
}

impl Patches {
    pub fn of(project: &Project, terrain: &Terrain) -> Self {
        let features = project.estate.features().iter();
        let mut known: Vec<_> = features.filter(|feature| counts(&feature.class)).collect();
        known.sort_by(|a, b| a.id.cmp(&b.id));
        let grounds = known.into_iter().filter_map(|feature| {
            let ground = terrain.ground(feature)?.clone();
            Some((feature.class.clone(), ground.bounds()?, ground))
        });
        let patch = |(at, (class, bounds, ground))| Patch {
            class,
            ground,
            bounds,
            at,
            apart: OnceLock::new(),
        };
        let patches: Vec<Patch> = grounds.enumerate().map(patch).collect();
        let boxes = patches.iter().map(|patch| patch.bounds);
        let Some(around) = boxes.reduce(Bounds::joined) else {
            return Self::default();
        };
        let longer = around.width().max(around.height());
        let cell = CELL_M.max(longer / MOST_CELLS as f64);
        let across = |metres: f64| (metres / cell) as usize + 1;
        let mut all = Self {
            around,
            cell,
            columns: across(around.width()),
            rows: across(around.height()),
            ..Self::default()
        };
        let mut cells = vec![Vec::new(); all.columns * all.rows];
        for (at, patch) in patches.iter().enumerate() {
            all.cells_of(patch.bounds)
                .for_each(|cell| cells[cell].push((patch.bounds, at as u32)));
        }
        all.patches = patches.into();
        all.cells = cells.into();
        if let Some(edge) = project.estate.boundary() {
            all.inside = (0..all.columns * all.rows)
                .map(|at| all.is_inside(at, edge))
                .collect();
        }
        all
    }

    /// Whether a cell as a whole lies inside an edge, by the circle about it.
    fn is_inside(&self, at: usize, edge: &Outline) -> bool {
        let middle = |place: usize| (place as f64 + 0.5) * self.cell;
        let step = WorldVec::new(middle(at % self.columns), middle(at / self.columns));
        let middle = self.around.min + step;
        edge.contains(middle)
            && edge.nearest_on_edge(middle).distance(middle) > self.cell * std::f64::consts::FRAC_1_SQRT_2
    }

    /// Whether what lies in a box lies inside the boundary, as far as the cells tell: most things do, and need not be held
    /// against each of its sides.
    pub fn surely_inside(&self, bounds: Bounds) -> bool {
        self.around.contains(bounds.min)
            && self.around.contains(bounds.max)
            && self
                .cells_of(bounds)
                .all(|cell| self.inside.get(cell) == Some(&true))
    }

    /// The cells that a box meets.
    fn cells_of(&self, bounds: Bounds) -> impl Iterator<Item = usize> + use<> {
        let held = |metres: f64, many: usize| ((metres / self.cell).max(0.0) as usize).min(many - 1);
        let (west, south) = (self.around.min.x, self.around.min.y);
        let rows = held(bounds.min.y - south, self.rows)..=held(bounds.max.y - south, self.rows);
        let (first, last) = (
            held(bounds.min.x - west, self.columns),
            held(bounds.max.x - west, self.columns),
        );
        let columns = self.columns;
        rows.flat_map(move |row| (first..=last).map(move |column| row * columns + column))
    }

    /// Whether a ground shares none with any other: the areas of such ones add up.
    pub fn lies_apart(&self, patch: &Patch) -> bool {
        const NOTHING_M2: f64 = 1e-6;
        *patch.apart.get_or_init(|| {
            let mut others = self.near(patch.bounds).into_iter();
            others.all(|other| other.at == patch.at || patch.ground.shared_area(&other.ground) < NOTHING_M2)
        })
    }

    /// The grounds whose boxes meet a box, in the order of their names.
    pub fn near(&self, bounds: Bounds) -> Near<'_> {
        let mut found = Near::new();
        if self.patches.is_empty() || !self.around.meets(&bounds) {
            return found;
        }
        let mut cells = 0;
        for cell in self.cells_of(bounds) {
            let near = self.cells[cell].iter().filter(|(own, _)| own.meets(&bounds));
            found.extend(near.map(|(_, at)| &self.patches[*at as usize]));
            cells += 1;
        }
        // What lies in one cell is in order and there once.
        if cells > 1 {
            found.sort_unstable_by_key(|patch| patch.at);
            found.dedup_by(|one, other| one.at == other.at);
        }
        found
    }
}
