//! Ground on which someone of a width walks without steps: a grid for the lengths of ways, and
//! the edges of all obstacles for what is too narrow.
//!
//! A grid alone cannot tell a gap of 1.19 m from one of 1.20 m. So each place where two edges
//! come nearer to each other than the walker is wide is closed by the straight piece between
//! them: no circle of the walker's width can have its middle on that piece, and none gets from one
//! side to the other without crossing one. The cells then only have to keep apart what edges and
//! closed gaps keep apart (a core of a quarter of the width about each, which two cells' middles
//! cannot jump) and to hold together what is wide enough.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::geometry::{Bounds, Outline, Segment};

use super::cells::{Cells, Over};
use super::gaps::{Gap, gaps_between};
use super::obstacle::{Goal, Obstacle};
use super::raster::Grid;

/// Ground of more cells than this is not reckoned: about a square kilometre for a walker 1.2 m wide.
const MOST_CELLS: usize = 6_250_000;
/// The side of the squares in which edges are looked up, in metres.
const BIN_M: f64 = 4.0;
/// A little more than half the diagonal of such a square: what passes through it is so near to its
/// middle.
const HALF_BIN_M: f64 = BIN_M * 0.708;

/// The name of an obstacle on its ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ObstacleNo(u32);

/// A straight side of an obstacle, with a number of its own.
#[derive(Clone, Copy, Debug)]
pub(super) struct Side {
    pub piece: Segment,
    pub of: ObstacleNo,
    no: u32,
}

/// What lies in one square: the sides that pass through it, and the gaps whose middles are in it.
#[derive(Clone, Debug, Default)]
struct Bin {
    sides: Vec<Side>,
    gaps: Vec<Gap>,
}

/// The ground. A copy shares all with its origin that it does not change.
#[derive(Clone, Debug)]
pub struct WalkGround {
    width: f64,
    grid: Grid,
    cells: Cells,
    obstacles: Vec<Option<Arc<Obstacle>>>,
    sides: u32,
    bins: Vec<Arc<Bin>>,
    bin_grid: Grid,
}

impl WalkGround {
    /// Bare ground in a box, or in the part of it inside an edge, for a walker of a width in
    /// metres (0.3 to 3); none where it would be too large to reckon.
    pub fn new(bounds: Bounds, within: Option<&Outline>, width: f64) -> Option<Self> {
        // Wider walkers would need longer rings of buckets in `walk`.
        let sound = (0.3..=3.0).contains(&width);
        let grid = Grid::over(bounds, width / 3.0, MOST_CELLS).filter(|_| sound)?;
        let bin_grid = Grid::over(bounds.grown(BIN_M), BIN_M, MOST_CELLS)?;
        let mut cells = Cells::new(&grid);
        if let Some(edge) = within {
            for row in 0..grid.rows {
                cells.change(row, 0..grid.cols, Over::Covered, |_| 1);
            }
            grid.inside(&[edge.corners().to_vec()], |row, cols| {
                cells.change(row, cols, Over::Covered, |_| 0);
            });
        }
        Some(Self {
            width,
            cells,
            obstacles: Vec::new(),
            sides: 0,
            bins: vec![Arc::default(); bin_grid.len()],
            grid,
            bin_grid,
        })
    }
    /// The grid.
    pub fn grid(&self) -> &Grid {
        &self.grid
    }
    /// The walker's width in metres.
    pub fn width(&self) -> f64 {
        self.width
    }
    /// Whether the walker's middle may be at the middle of a cell.
    pub fn is_free(&self, at: usize) -> bool {
        self.cells.is_free(at / self.grid.cols, at % self.grid.cols)
    }
    pub(super) fn is_free_at(&self, row: usize, col: usize) -> bool {
        self.cells.is_free(row, col)
    }
    pub(super) fn free_row(&self, row: usize) -> &[u64] {
        self.cells.free_row(row)
    }
    /// The first cell of a row, from a column on, that is not free.
    pub(super) fn next_barred(&self, row: usize, col: usize) -> Option<usize> {
        let words = self.free_row(row);
        let mut word = col / 64;
        let mut barred = !words.get(word)? & (u64::MAX << (col % 64));
        while barred == 0 {
            word += 1;
            barred = !*words.get(word)?;
        }
        let at = word * 64 + barred.trailing_zeros() as usize;
        (at < self.grid.cols).then_some(at)
    }
    /// Whether no obstacle lies over the middle of a cell.
    pub(super) fn is_open(&self, at: usize) -> bool {
        self.cells.is_open(at)
    }
    /// How many obstacles, edges and gaps lie over a cell.
    pub(super) fn count(&self, at: usize) -> u32 {
        self.cells.count(at)
    }
    pub(super) fn core(&self) -> f64 {
        self.width / 4.0
    }
    /// An obstacle that was put and not taken.
    pub(super) fn obstacle(&self, no: ObstacleNo) -> Option<&Obstacle> {
        self.obstacles.get(no.0 as usize)?.as_deref()
    }
    /// Whether within a box all is as on the ground of which this was copied.
    pub fn is_shared(&self, with: &Self, bounds: Bounds) -> bool {
        let (rows, cols) = self.grid.span(bounds);
        self.cells.is_shared(&with.cells, rows, cols)
            && self
                .bins_over(bounds)
                .all(|bin| Arc::ptr_eq(&self.bins[bin], &with.bins[bin]))
    }

    /// Puts an obstacle down; its number is for taking it away again.
    pub fn put(&mut self, obstacle: Obstacle) -> ObstacleNo {
        let no = ObstacleNo(self.obstacles.len() as u32);
        self.count_inside(&obstacle, |count| count.saturating_add(1));
        for side in obstacle.sides() {
            self.add(side, no);
        }
        self.obstacles.push(Some(Arc::new(obstacle)));
        no
    }
    /// Takes an obstacle away, and gives it back; none where it is away already.
    pub fn take(&mut self, no: ObstacleNo) -> Option<Arc<Obstacle>> {
        let obstacle = self.obstacles.get_mut(no.0 as usize).and_then(Option::take)?;
        self.count_inside(&obstacle, |count| count.saturating_sub(1));
        self.remove(obstacle.sides().collect(), no);
        Some(obstacle)
    }
    /// Puts an obstacle in the place of another, under its number: only the sides that are not of
    /// both are looked at. Nothing is put in the place of what is away.
    pub fn replace(&mut self, no: ObstacleNo, obstacle: Obstacle) {
        let Some(old) = self.obstacles.get_mut(no.0 as usize).and_then(Option::take) else {
            return;
        };
        self.count_inside(&old, |count| count.saturating_sub(1));
        self.count_inside(&obstacle, |count| count.saturating_add(1));
        let ends = |side: &Segment| [side.from.x, side.from.y, side.to.x, side.to.y].map(f64::to_bits);
        let mut left: BTreeMap<[u64; 4], u32> = BTreeMap::new();
        for side in obstacle.sides() {
            *left.entry(ends(&side)).or_default() += 1;
        }
        let stays = |side: &Segment, left: &mut BTreeMap<[u64; 4], u32>| {
            let left = left.get_mut(&ends(side)).filter(|left| **left > 0);
            left.map(|left| *left -= 1).is_some()
        };
        self.remove(old.sides().filter(|side| !stays(side, &mut left)).collect(), no);
        // What is left over is new.
        for side in obstacle.sides().filter(|side| stays(side, &mut left)) {
            self.add(side, no);
        }
        self.obstacles[no.0 as usize] = Some(Arc::new(obstacle));
    }

    fn add(&mut self, piece: Segment, of: ObstacleNo) {
        self.count_near(piece, |count| count.saturating_add(1));
        let side = Side {
            piece,
            of,
            no: self.sides,
        };
        self.close_gaps_of(side);
        self.sides += 1;
        let (bins, wide) = (&mut self.bins, self.bin_grid.cols);
        self.bin_grid.along(piece, HALF_BIN_M, |row, cols| {
            cols.for_each(|col| Arc::make_mut(&mut bins[row * wide + col]).sides.push(side));
        });
    }
    /// Takes sides of an obstacle away with their gaps.
    fn remove(&mut self, pieces: Vec<Segment>, of: ObstacleNo) {
        let mut gone: BTreeSet<u32> = BTreeSet::new();
        for piece in pieces {
            self.count_near(piece, |count| count.saturating_sub(1));
            let is_it = |side: &&Side| side.of == of && side.piece == piece && !gone.contains(&side.no);
            let Some(no) = self.sides_over(piece.bounds()).find(is_it).map(|side| side.no) else {
                continue;
            };
            gone.insert(no);
            let is_of = |gap: &Gap| gap.sides.0 == no || gap.sides.1 == no;
            let mut opened: Vec<Segment> = Vec::new();
            for bin in self.bins_over(piece.bounds().grown(self.width)) {
                let held = &self.bins[bin];
                if !held.sides.iter().any(|side| side.no == no) && !held.gaps.iter().any(is_of) {
                    continue;
                }
                let held = Arc::make_mut(&mut self.bins[bin]);
                held.sides.retain(|side| side.no != no);
                held.gaps.retain(|gap| {
                    let is_gone = is_of(gap);
                    opened.extend(is_gone.then_some(gap.piece));
                    !is_gone
                });
            }
            for piece in opened {
                self.count_near(piece, |count| count.saturating_sub(1));
            }
        }
    }

    fn count_inside(&mut self, obstacle: &Obstacle, change: impl Fn(u32) -> u32 + Copy) {
        if obstacle.filled {
            let cells = &mut self.cells;
            self.grid.inside(&obstacle.rings, |row, cols| {
                cells.change(row, cols, Over::Covered, change);
            });
        }
    }
    fn count_near(&mut self, piece: Segment, change: impl Fn(u32) -> u32 + Copy) {
        let cells = &mut self.cells;
        self.grid.along(piece, self.width / 4.0, |row, cols| {
            cells.change(row, cols, Over::Near, change);
        });
    }

    /// The squares that a box touches.
    fn bins_over(&self, bounds: Bounds) -> impl Iterator<Item = usize> + use<> {
        // A square's middle lies within half its side of all in it.
        self.bin_grid.in_box(bounds.grown(BIN_M * 0.501))
    }
    /// The sides of which a part may lie in a box; one may come several times.
    pub(super) fn sides_over(&self, bounds: Bounds) -> impl Iterator<Item = &Side> {
        self.bins_over(bounds).flat_map(|bin| self.bins[bin].sides.iter())
    }
    /// The gaps of which a part may lie in a box, each once.
    pub(super) fn gaps_over(&self, bounds: Bounds) -> impl Iterator<Item = &Gap> {
        self.bins_over(bounds.grown(self.width / 2.0))
            .flat_map(|bin| self.bins[bin].gaps.iter())
    }
    /// Whether a straight piece crosses or touches no edge.
    pub(super) fn is_clear(&self, piece: Segment) -> bool {
        self.is_clear_but_for(piece, &[])
    }
    /// Whether a straight piece crosses or touches no edge but those of some obstacles.
    pub(super) fn is_clear_but_for(&self, piece: Segment, away: &[ObstacleNo]) -> bool {
        self.sides_over(piece.bounds())
            .all(|side| !piece.touches(&side.piece) || away.contains(&side.of))
    }

    /// Closes the gaps between a side and those that are there.
    fn close_gaps_of(&mut self, own: Side) {
        let near = own.piece.bounds().grown(self.width);
        let mut sides: Vec<Side> = self
            .sides_over(near)
            .filter(|side| side.piece.bounds().meets(&near))
            .copied()
            .collect();
        sides.sort_unstable_by_key(|side| side.no);
        sides.dedup_by_key(|side| side.no);
        for other in sides {
            if other.of == own.of && own.piece.shares_end(&other.piece) {
                continue;
            }
            for piece in gaps_between(own.piece, other.piece, self.width, self.grid.cell) {
                self.count_near(piece, |count| count.saturating_add(1));
                let (between, sides) = ((own.of, other.of), (own.no, other.no));
                let middle = piece.from.middle(piece.to);
                if let Some(bin) = self.bin_grid.nearest(middle) {
                    Arc::make_mut(&mut self.bins[bin]).gaps.push(Gap {
                        between,
                        sides,
                        piece,
                    });
                }
            }
        }
    }

    /// The cells from which a goal is reached straight, each with the metres left to it.
    pub fn cells_at(&self, goal: &Goal) -> Vec<(usize, f64)> {
        let is_free = |row, col| self.is_free_at(row, col);
        self.cells_about(goal, &[], is_free)
    }
    /// The box in which those cells lie, and all that bars them.
    pub fn about(&self, goal: &Goal) -> Bounds {
        goal.bounds().grown(self.reach())
    }
    /// So far from a cell's middle, in metres, a goal is reached straight.
    fn reach(&self) -> f64 {
        self.width * 1.25
    }
    /// The same of other cells, with some obstacles away.
    pub(super) fn cells_about(
        &self,
        goal: &Goal,
        away: &[ObstacleNo],
        is_in: impl Fn(usize, usize) -> bool,
    ) -> Vec<(usize, f64)> {
        let reach = self.reach();
        let mut found = Vec::new();
        let (rows, cols) = self.grid.span(self.about(goal));
        for row in rows {
            for col in cols.clone().filter(|col| is_in(row, *col)) {
                let at = row * self.grid.cols + col;
                let from = self.grid.middle(at);
                let to = goal.nearest(from);
                let metres = from.distance(to);
                if metres > reach {
                    continue;
                }
                // The last piece is left out: a door lies on its wall, a bench has an edge of its own.
                let left = (metres - self.core()).max(0.0);
                let end = if metres > 0.0 {
                    from + (to - from) * (left / metres)
                } else {
                    from
                };
                if left <= 0.0 || self.is_clear_but_for(Segment { from, to: end }, away) {
                    found.push((at, metres));
                }
            }
        }
        found
    }
}
