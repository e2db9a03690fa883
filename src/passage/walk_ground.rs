//! Ground on which someone of a width walks without steps: a grid for the lengths of ways, and
//! the edges of all obstacles for what is too narrow.
//!
//! A grid alone cannot tell a gap of 1.19 m from one of 1.20 m. So each place where two edges
//! come nearer to each other than the walker is wide is closed by the straight piece between
//! them: no circle of the walker's width can have its middle on that piece, and none gets from one
//! side to the other without crossing one. The cells then only have to keep apart what edges and
//! closed gaps keep apart (a core of a quarter of the width about each, which two cells' middles
//! cannot jump) and to hold together what is wide enough.

use crate::geometry::{Bounds, Outline, Segment, WorldPt};

use super::obstacle::{Goal, Obstacle};
use super::raster::Grid;

/// Ground of more cells than this is not reckoned: about a square kilometre for a walker 1.2 m wide.
const MOST_CELLS: usize = 6_250_000;
/// The side of the squares in which edges are looked up, in metres.
const BIN_M: f64 = 4.0;
/// Nearer than this, in metres, two edges touch.
const TOUCH_M: f64 = 0.001;
/// Gaps are measured to the millimetre of stored coordinates; a hair below is not too narrow.
const HAIR_M: f64 = 0.0005;

/// The name of an obstacle on its ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ObstacleNo(u32);

/// A place where two edges are nearer to each other than the walker is wide.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    between: (ObstacleNo, ObstacleNo),
    /// From the one edge to the other.
    pub piece: Segment,
}

#[derive(Clone, Copy, Debug)]
struct Side {
    piece: Segment,
    of: ObstacleNo,
}

/// The ground.
#[derive(Clone, Debug)]
pub struct WalkGround {
    width: f64,
    grid: Grid,
    /// How many obstacles cover each cell, how many edges are too near to its middle, and how many
    /// closed gaps.
    covered: Vec<u32>,
    too_near: Vec<u32>,
    closed: Vec<u32>,
    obstacles: Vec<Option<Obstacle>>,
    sides: Vec<Side>,
    /// Sides by the square in which their boxes lie, of a grid of squares.
    bins: Vec<Vec<u32>>,
    bin_grid: Grid,
    gaps: Vec<Gap>,
}

impl WalkGround {
    /// Bare ground in a box, or in the part of it inside an edge, for a walker of a width in
    /// metres (0.3 to 3); none where it would be too large to reckon.
    pub fn new(bounds: Bounds, within: Option<&Outline>, width: f64) -> Option<Self> {
        // Wider walkers would need longer rings of buckets in `walk`.
        let sound = (0.3..=3.0).contains(&width);
        let grid = Grid::over(bounds, width / 3.0, MOST_CELLS).filter(|_| sound)?;
        let bin_grid = Grid::over(bounds.grown(BIN_M), BIN_M, MOST_CELLS)?;
        let mut covered = vec![u32::from(within.is_some()); grid.len()];
        if let Some(edge) = within {
            grid.inside(&[edge.corners().to_vec()], |at| covered[at] = 0);
        }
        Some(Self {
            width,
            covered,
            too_near: vec![0; grid.len()],
            closed: vec![0; grid.len()],
            obstacles: Vec::new(),
            sides: Vec::new(),
            bins: vec![Vec::new(); bin_grid.len()],
            gaps: Vec::new(),
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
        self.covered[at] == 0 && self.too_near[at] == 0 && self.closed[at] == 0
    }
    /// Whether no obstacle lies over the middle of a cell.
    pub(super) fn is_open(&self, at: usize) -> bool {
        self.covered[at] == 0
    }
    /// The gaps that are too narrow.
    pub(super) fn gaps(&self) -> &[Gap] {
        &self.gaps
    }
    pub(super) fn core(&self) -> f64 {
        self.width / 4.0
    }

    /// Puts an obstacle down; its number is for taking it away again.
    pub fn put(&mut self, obstacle: Obstacle) -> ObstacleNo {
        let no = ObstacleNo(self.obstacles.len() as u32);
        self.count(&obstacle, |count| *count = count.saturating_add(1));
        let first = self.sides.len();
        for (from, to) in obstacle.sides() {
            self.sides.push(Side {
                piece: Segment { from, to },
                of: no,
            });
        }
        for at in first..self.sides.len() {
            self.close_gaps_of(at);
            let piece = self.sides[at].piece;
            for bin in self.bins_of(piece, 0.0) {
                self.bins[bin].push(at as u32);
            }
        }
        self.obstacles.push(Some(obstacle));
        no
    }
    /// Takes an obstacle away, and gives it back; none where it is away already.
    pub fn take(&mut self, no: ObstacleNo) -> Option<Obstacle> {
        let obstacle = self.obstacles.get_mut(no.0 as usize).and_then(Option::take)?;
        self.count(&obstacle, |count| *count = count.saturating_sub(1));
        let gaps = std::mem::take(&mut self.gaps);
        let (gone, kept): (Vec<Gap>, Vec<Gap>) = gaps
            .into_iter()
            .partition(|gap| gap.between.0 == no || gap.between.1 == no);
        self.gaps = kept;
        for gap in gone {
            let closed = &mut self.closed;
            self.grid.along(gap.piece, self.width / 4.0, |at| {
                closed[at] = closed[at].saturating_sub(1)
            });
        }
        if let Some(bounds) = obstacle.bounds() {
            let sides = &self.sides;
            for bin in self.bin_grid.in_box(bounds.grown(BIN_M)) {
                self.bins[bin].retain(|at| sides[*at as usize].of != no);
            }
        }
        Some(obstacle)
    }

    fn count(&mut self, obstacle: &Obstacle, change: impl Fn(&mut u32)) {
        if obstacle.filled {
            let covered = &mut self.covered;
            self.grid.inside(&obstacle.rings, |at| change(&mut covered[at]));
        }
        let too_near = &mut self.too_near;
        for (from, to) in obstacle.sides() {
            self.grid.along(Segment { from, to }, self.width / 4.0, |at| {
                change(&mut too_near[at])
            });
        }
    }

    /// The squares that a straight piece with so much room about it may lie in.
    fn bins_of(&self, piece: Segment, room: f64) -> impl Iterator<Item = usize> + use<> {
        let bounds = Bounds::of([piece.from, piece.to]).unwrap_or_default();
        // A square's middle lies within half its side of all in it.
        self.bin_grid.in_box(bounds.grown(room + BIN_M / 2.0 + TOUCH_M))
    }
    /// The sides near a straight piece, each once, in the order in which they were put down.
    fn sides_near(&self, piece: Segment, room: f64) -> Vec<u32> {
        let mut near: Vec<u32> = self
            .bins_of(piece, room)
            .flat_map(|bin| self.bins[bin].iter().copied())
            .collect();
        near.sort_unstable();
        near.dedup();
        near
    }
    /// Whether a straight piece crosses or touches no edge.
    pub(super) fn is_clear(&self, piece: Segment) -> bool {
        let near = self.sides_near(piece, 0.0);
        near.into_iter()
            .all(|at| !crosses(piece, self.sides[at as usize].piece))
    }

    fn close_gaps_of(&mut self, at: usize) {
        let own = self.sides[at];
        for other in self.sides_near(own.piece, self.width) {
            let other = self.sides[other as usize];
            let corner_of_one = other.of == own.of && meet(own.piece, other.piece);
            if corner_of_one || !boxes_near(own.piece, other.piece, self.width) {
                continue;
            }
            for piece in gaps_between(own.piece, other.piece, self.width, self.grid.cell) {
                let closed = &mut self.closed;
                self.grid.along(piece, self.width / 4.0, |at| {
                    closed[at] = closed[at].saturating_add(1);
                });
                let between = (own.of, other.of);
                self.gaps.push(Gap { between, piece });
            }
        }
    }

    /// The cells from which a goal is reached straight, each with the metres left to it.
    pub(super) fn cells_at(&self, goal: &Goal) -> Vec<(usize, f64)> {
        let reach = self.width * 1.25;
        let mut found = Vec::new();
        for at in self.grid.in_box(goal.bounds().grown(reach)) {
            if !self.is_free(at) {
                continue;
            }
            let from = self.grid.middle(at);
            let to = goal.nearest(from);
            let metres = from.distance(to);
            if metres > reach {
                continue;
            }
            // The last piece is left out: a door lies on its wall, a bench has an edge of its own.
            let left = (metres - self.width / 4.0).max(0.0);
            let end = if metres > 0.0 {
                from + (to - from) * (left / metres)
            } else {
                from
            };
            if left <= 0.0 || self.is_clear(Segment { from, to: end }) {
                found.push((at, metres));
            }
        }
        found
    }
}

/// The straight pieces between two sides that are shorter than a width, one for each step along
/// either side.
fn gaps_between(one: Segment, other: Segment, width: f64, step: f64) -> Vec<Segment> {
    let mut found = Vec::new();
    for (side, across, turned) in [(one, other, false), (other, one, true)] {
        let (first, last) = stretch_near(side, across, width);
        let length = side.length() * (last - first);
        let steps = (length / step).ceil().max(1.0) as usize;
        for at in 0..=steps {
            let share = first + (last - first) * at as f64 / steps as f64;
            let from = side.from + (side.to - side.from) * share;
            let to = across.nearest(from);
            let metres = from.distance(to);
            if metres > TOUCH_M && metres < width - HAIR_M {
                let piece = if turned {
                    Segment { from: to, to: from }
                } else {
                    Segment { from, to }
                };
                found.push(piece);
            }
        }
        // The nearest of all may lie between two steps.
        for end in [across.from, across.to] {
            let at = side.nearest(end);
            let metres = at.distance(end);
            if metres > TOUCH_M && metres < width - HAIR_M {
                found.push(Segment { from: at, to: end });
            }
        }
    }
    found
}

/// The part of a side, as shares of its length, that lies in the box about another with a width's room.
fn stretch_near(side: Segment, other: Segment, room: f64) -> (f64, f64) {
    let bounds = Bounds::of([other.from, other.to]).unwrap_or_default().grown(room);
    let step = side.to - side.from;
    let clip = |from: f64, step: f64, low: f64, high: f64| {
        if step.abs() < 1e-9 {
            return (0.0, 1.0);
        }
        let (a, b) = ((low - from) / step, (high - from) / step);
        (a.min(b), a.max(b))
    };
    let x = clip(side.from.x, step.x, bounds.min.x, bounds.max.x);
    let y = clip(side.from.y, step.y, bounds.min.y, bounds.max.y);
    let first = x.0.max(y.0).clamp(0.0, 1.0);
    let last = x.1.min(y.1).clamp(0.0, 1.0);
    (first, last.max(first))
}

fn boxes_near(one: Segment, other: Segment, room: f64) -> bool {
    let of = |piece: Segment| Bounds::of([piece.from, piece.to]).unwrap_or_default();
    of(one).grown(room).meets(&of(other))
}

fn meet(one: Segment, other: Segment) -> bool {
    [one.from, one.to]
        .iter()
        .any(|end| *end == other.from || *end == other.to)
}

/// Whether two straight pieces cross or touch.
fn crosses(one: Segment, other: Segment) -> bool {
    let turn = |a: WorldPt, b: WorldPt, c: WorldPt| {
        let (ab, ac) = (b - a, c - a);
        ab.x * ac.y - ab.y * ac.x
    };
    let (a, b) = (
        turn(one.from, one.to, other.from),
        turn(one.from, one.to, other.to),
    );
    let (c, d) = (
        turn(other.from, other.to, one.from),
        turn(other.from, other.to, one.to),
    );
    boxes_near(one, other, 0.0) && a * b <= 0.0 && c * d <= 0.0
}
