//! The cells that lie in gaps, each with the narrowest, by squares of the ground: those of an estate
//! are kept, so that with a drawing only the squares that it changes are looked at.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::geometry::{Bounds, Segment};

use super::narrow::Width;
use super::walk::millimetres;
use super::walk_ground::WalkGround;

/// Cells along the side of a square.
const SIDE: usize = 16;
/// No gap.
const NONE: u16 = u16::MAX;
/// The columns and rows to the neighbours of a cell.
const BESIDE: [(i64, i64); 8] = [
    (1, 0),
    (-1, 0),
    (0, 1),
    (0, -1),
    (1, 1),
    (1, -1),
    (-1, 1),
    (-1, -1),
];

/// The squares of a ground that does not change, each found when it is first asked for.
#[derive(Clone, Debug)]
pub struct Squares(Vec<OnceLock<Kept>>);

#[derive(Clone, Debug)]
struct Kept {
    square: Square,
    /// By cell, a bit for each neighbour to which no edge lies between.
    clear: Box<[u8]>,
}

#[derive(Clone, Debug)]
struct Square {
    gaps: Vec<Width>,
    /// By cell, the narrowest gap in which it lies where it is not free and nothing covers it.
    narrowest: Box<[u16]>,
}

impl Squares {
    /// Of a ground of this size.
    pub fn new(ground: &WalkGround) -> Self {
        let grid = ground.grid();
        let many = grid.cols.div_ceil(SIDE) * grid.rows.div_ceil(SIDE);
        Self(vec![OnceLock::new(); many])
    }
}

/// The gaps of a ground, with what is kept of that from which it was copied.
pub(super) struct Gaps<'a> {
    ground: &'a WalkGround,
    origin: Option<(&'a WalkGround, &'a Squares)>,
    /// What is kept of each square that was asked for, or what it is now.
    found: BTreeMap<usize, Result<&'a Kept, Square>>,
}

impl<'a> Gaps<'a> {
    pub fn new(ground: &'a WalkGround, origin: Option<(&'a WalkGround, &'a Squares)>) -> Self {
        Self {
            ground,
            origin,
            found: BTreeMap::new(),
        }
    }

    /// The narrowest gap in which a cell lies that is not free and that nothing covers.
    pub fn at(&mut self, at: usize) -> Option<Width> {
        let (no, local) = self.place(at);
        self.find(no);
        let square = match self.found.get(&no)? {
            Ok(kept) => &kept.square,
            Err(square) => square,
        };
        square.gaps.get(square.narrowest[local] as usize).copied()
    }

    /// Whether no edge lies between two neighbouring cells, one of which was asked for.
    pub fn is_clear(&self, from: usize, to: usize) -> bool {
        for (from, to) in [(from, to), (to, from)] {
            let (no, local) = self.place(from);
            if let Some(Ok(kept)) = self.found.get(&no)
                && (kept.square.narrowest[local]) != NONE
            {
                let cols = self.ground.grid().cols as i64;
                let step = to as i64 - from as i64;
                let way = BESIDE.iter().position(|(col, row)| row * cols + col == step);
                return way.is_some_and(|way| kept.clear[local] & (1 << way) != 0);
            }
        }
        between(self.ground, from, to)
    }

    fn find(&mut self, no: usize) {
        if self.found.contains_key(&no) {
            return;
        }
        let kept = self.origin.and_then(|(origin, squares)| {
            let near = near(self.ground, no);
            let kept = squares
                .0
                .get(no)
                .filter(|_| self.ground.is_shared(origin, near))?;
            Some(kept.get_or_init(|| keep(origin, no)))
        });
        let found = kept.ok_or_else(|| square(self.ground, no));
        self.found.insert(no, found);
    }

    /// The number of a cell's square, and its own in it.
    fn place(&self, at: usize) -> (usize, usize) {
        let cols = self.ground.grid().cols;
        let (row, col) = (at / cols, at % cols);
        let no = (row / SIDE) * cols.div_ceil(SIDE) + col / SIDE;
        (no, (row % SIDE) * SIDE + col % SIDE)
    }
}

/// Whether no edge lies between the middles of two cells.
fn between(ground: &WalkGround, from: usize, to: usize) -> bool {
    let (from, to) = (ground.grid().middle(from), ground.grid().middle(to));
    ground.is_clear(Segment { from, to })
}

/// The first and the last cell of a square, by row and column.
fn corners(ground: &WalkGround, no: usize) -> ((usize, usize), (usize, usize)) {
    let grid = ground.grid();
    let wide = grid.cols.div_ceil(SIDE);
    let (row, col) = (no / wide * SIDE, no % wide * SIDE);
    (
        (row, col),
        ((row + SIDE).min(grid.rows), (col + SIDE).min(grid.cols)),
    )
}

fn reach(ground: &WalkGround) -> f64 {
    ground.core().max(ground.grid().cell)
}

/// The box about all that a square says.
fn near(ground: &WalkGround, no: usize) -> Bounds {
    let ((row, col), (rows, cols)) = corners(ground, no);
    let grid = ground.grid();
    let corners = Bounds {
        min: grid.middle(row * grid.cols + col),
        max: grid.middle((rows - 1) * grid.cols + cols - 1),
    };
    // What passes within reach of a cell, with the gap's own length.
    corners.grown(reach(ground) + ground.width() / 2.0)
}

fn keep(ground: &WalkGround, no: usize) -> Kept {
    let square = square(ground, no);
    let ((row, col), _) = corners(ground, no);
    let grid = ground.grid();
    let clear = square.narrowest.iter().enumerate().map(|(local, gap)| {
        let (row, col) = (row + local / SIDE, col + local % SIDE);
        let beside = BESIDE.iter().enumerate().filter(|_| *gap != NONE);
        let clear = beside.filter(|(_, (right, up))| {
            let (x, y) = (col as i64 + right, row as i64 + up);
            let inside = x >= 0 && y >= 0 && x < grid.cols as i64 && y < grid.rows as i64;
            inside && between(ground, row * grid.cols + col, y as usize * grid.cols + x as usize)
        });
        clear.fold(0, |bits, (way, _)| bits | 1 << way)
    });
    Kept {
        clear: clear.collect(),
        square,
    }
}

fn square(ground: &WalkGround, no: usize) -> Square {
    let ((row, col), (rows, cols)) = corners(ground, no);
    let grid = ground.grid();
    let (near, reach) = (near(ground, no), reach(ground));
    let own = near.grown(-ground.width() / 2.0);
    let gaps = ground.gaps_over(near).map(|gap| gap.piece);
    let mut gaps: Vec<Segment> = gaps.filter(|gap| gap.bounds().meets(&own)).collect();
    // The narrowest first, so that the first to come to a cell stays; of equals always the same one.
    gaps.sort_unstable_by(narrower);
    gaps.truncate(usize::from(NONE));
    let mut narrowest = vec![NONE; SIDE * SIDE].into_boxed_slice();
    for (gap, piece) in gaps.iter().enumerate() {
        grid.along(*piece, reach, |at_row, at_cols| {
            if !(row..rows).contains(&at_row) {
                return;
            }
            for at_col in at_cols.start.max(col)..at_cols.end.min(cols) {
                let at = &mut narrowest[(at_row - row) * SIDE + at_col - col];
                let can_stand =
                    !ground.is_free_at(at_row, at_col) && ground.is_open(at_row * grid.cols + at_col);
                if *at == NONE && can_stand {
                    *at = gap as u16;
                }
            }
        });
    }
    let widths = gaps.into_iter().map(|piece| Width {
        mm: millimetres(piece.length()),
        piece: Some(piece),
    });
    Square {
        gaps: widths.collect(),
        narrowest,
    }
}

/// The narrower first; of equals always the same one, in whatever order they are met.
fn narrower(one: &Segment, other: &Segment) -> Ordering {
    let key = |piece: &Segment| {
        let (from, to) = (piece.from, piece.to);
        [(to - from).dot(to - from), from.x, from.y, to.x, to.y]
    };
    let (one, other) = (key(one), key(other));
    let mut different = one.iter().zip(&other).map(|(a, b)| a.total_cmp(b));
    different.find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
}
