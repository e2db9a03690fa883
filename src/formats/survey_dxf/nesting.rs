//! Which ring of a hatch lies in which: a hatch is any number of areas, each with its holes, and no flag of its paths
//! says so in the files of every program.

use super::super::assemble::{Raw, is_inside};
use super::things::area;

/// What lies between nested rings, as a hatch says (its code 75).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Islands {
    /// By turns hatched and not: an island in a hole is an area again.
    ByTurns,
    /// Only what is between the outermost rings and the next ones.
    Outermost,
    /// All within the outermost rings.
    None,
}

impl Islands {
    pub fn of_code(code: f64) -> Self {
        match code as i64 {
            1 => Self::Outermost,
            2 => Self::None,
            _ => Self::ByTurns,
        }
    }
}

/// An area: its edge, then its holes.
pub(super) type Area = Vec<Vec<Raw>>;

/// More rings of one hatch than this are none of an estate; each is held against all larger ones.
const MOST_RINGS: usize = 2_000;
/// Corners that are looked at, at most, to tell what lies in what. Rings beside each other take none.
const MOST_LOOKED_AT: usize = 2_000_000;
/// Points of a ring that are asked whether they lie in another one.
const PROBES: usize = 9;
/// A ring must be that much smaller than what it lies in: one that is drawn twice is no hole in itself.
const SMALLER: f64 = 0.9999;

/// The areas that rings make, in the order of the file; none where there are too many to tell. The first corner of a
/// ring is not repeated.
pub(super) fn areas(rings: Vec<Vec<Raw>>, islands: Islands) -> Option<Vec<Area>> {
    let rings: Vec<Ring> = rings.into_iter().map(Ring::of).collect();
    let around = around(&rings)?;
    let depth = |mut at: usize| {
        let mut depth = 0;
        while let Some(outer) = around[at] {
            (at, depth) = (outer, depth + 1);
        }
        depth
    };
    let depths: Vec<usize> = (0..rings.len()).map(depth).collect();
    let is_edge = |depth: usize| depth == 0 || (islands == Islands::ByTurns && depth.is_multiple_of(2));
    let is_hole = |depth: usize| match islands {
        Islands::ByTurns => !depth.is_multiple_of(2),
        Islands::Outermost => depth == 1,
        Islands::None => false,
    };
    let mut made: Vec<Area> = rings.iter().map(|_| Vec::new()).collect();
    for (at, ring) in rings.into_iter().enumerate() {
        match around[at] {
            Some(outer) if is_hole(depths[at]) => made[outer].push(ring.open()),
            // An edge stands before its holes, some of which may have come before it.
            _ if is_edge(depths[at]) => made[at].insert(0, ring.open()),
            _ => {}
        }
    }
    Some(made.into_iter().filter(|area| !area.is_empty()).collect())
}

/// The ring next around each; none where there is none, and nothing at all where it takes too long to tell.
fn around(rings: &[Ring]) -> Option<Vec<Option<usize>>> {
    if rings.len() > MOST_RINGS {
        return None;
    }
    let mut by_size: Vec<usize> = (0..rings.len()).collect();
    by_size.sort_by(|a, b| rings[*b].size.total_cmp(&rings[*a].size));
    let mut around = vec![None; rings.len()];
    let mut looked_at = 0;
    for (number, &at) in by_size.iter().enumerate() {
        // The smallest of those around it is the next one.
        for &outer in by_size[..number].iter().rev() {
            if !rings[outer].may_hold(&rings[at]) {
                continue;
            }
            looked_at += rings[outer].corners.len();
            if looked_at > MOST_LOOKED_AT {
                return None;
            }
            if rings[outer].holds(&rings[at]) {
                around[at] = Some(outer);
                break;
            }
        }
    }
    Some(around)
}

/// A ring with what is asked of it often.
struct Ring {
    /// The first is repeated.
    corners: Vec<Raw>,
    low: Raw,
    high: Raw,
    size: f64,
}

impl Ring {
    fn of(mut corners: Vec<Raw>) -> Self {
        let size = area(&corners);
        let axis = |at: usize| {
            let numbers = corners.iter().map(|corner| corner[at]);
            numbers.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), n| {
                (low.min(n), high.max(n))
            })
        };
        let (x, y) = (axis(0), axis(1));
        corners.extend(corners.first().copied());
        Self {
            corners,
            low: [x.0, y.0],
            high: [x.1, y.1],
            size,
        }
    }
    fn open(mut self) -> Vec<Raw> {
        self.corners.pop();
        self.corners
    }
    fn may_hold(&self, other: &Self) -> bool {
        let within = |at: usize| self.low[at] <= other.low[at] && other.high[at] <= self.high[at];
        within(0) && within(1) && other.size < self.size * SMALLER
    }
    /// Whether most of the other's sides run in it. A hole may touch the edge, where neither in nor out is sure.
    fn holds(&self, other: &Self) -> bool {
        let sides = other.corners.len().saturating_sub(1);
        let apart = sides.div_ceil(PROBES).max(1);
        let middles = other.corners.windows(2).step_by(apart);
        let middles = middles.map(|side| [0, 1].map(|axis| (side[0][axis] + side[1][axis]) / 2.0));
        let (mut inside, mut asked) = (0, 0);
        for middle in middles {
            asked += 1;
            inside += usize::from(is_inside(middle, &self.corners));
        }
        inside * 2 > asked
    }
}
