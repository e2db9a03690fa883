//! The edges of the ground that is left free, cut into short pieces, and where two of them come
//! near to each other.

use std::cmp::Ordering;

use crate::geometry::{Bounds, Segment, WorldPt, WorldVec};

use super::bins::Bins;
use super::lane::{GaveUp, Mark, Surface};

/// Edges are cut into pieces no longer than this, in metres, so that a long narrow way is closed
/// all along and not in one place.
const PIECE_M: f64 = 2.0;
/// Two surfaces with less than this between them, in metres, join: drawn kerbs are not exact.
const JOIN_M: f64 = 0.1;
/// A gate as near as this, in metres, lies on an edge; and what is longer is no road's end.
const AT_GATE_M: f64 = 0.5;
const WIDEST_ROAD_M: f64 = 30.0;
/// Nearer than this, in metres, two pieces touch.
const TOUCH_M: f64 = 0.001;
/// Stored coordinates are whole millimetres; less than this below a width, in metres, is not narrower.
const HAIR_M: f64 = 0.000_5;
/// More pieces than this are not looked at.
const MOST_PIECES: usize = 200_000;
/// More pairs of pieces than this are not looked at.
const MOST_PAIRS: usize = 30_000_000;

/// A short straight piece of an edge.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub line: Segment,
    /// Whose edge it is.
    pub of: Mark,
    /// Pieces of one straight side have one number.
    side: u32,
}

/// Two edges that are nearer to each other than the vehicle is wide, or an edge itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Narrow {
    /// What the two edges belong to.
    pub between: (Mark, Mark),
    /// From the one edge to the other: the shortest way.
    pub across: Segment,
    /// Its length in whole millimetres.
    pub width_mm: u16,
}

/// Gathers pieces.
#[derive(Clone, Debug, Default)]
pub(super) struct Edges {
    pub pieces: Vec<Piece>,
    sides: u32,
}

impl Edges {
    /// For sides that are added to those of others.
    pub fn beside(others: &Self) -> Self {
        Self {
            pieces: Vec::new(),
            sides: others.sides,
        }
    }

    /// Whether there are more pieces than are looked at.
    pub fn too_many(&self) -> Result<(), GaveUp> {
        match self.pieces.len() > MOST_PIECES {
            true => Err(GaveUp::TooManyEdges),
            false => Ok(()),
        }
    }

    /// Cuts a straight side into pieces.
    pub fn add(&mut self, side: Segment, of: Mark) {
        self.sides += 1;
        let count = (length(side.to - side.from) / PIECE_M).ceil().max(1.0) as usize;
        let step = (side.to - side.from) / count as f64;
        for at in 0..count.min(MOST_PIECES) {
            let from = side.from + step * at as f64;
            let to = if at + 1 == count { side.to } else { from + step };
            self.pieces.push(Piece {
                line: Segment { from, to },
                of,
                side: self.sides,
            });
        }
    }

    /// Adds the parts of a surface's side beyond which no other surface goes on. The surface lies
    /// to the left of its side.
    pub fn add_open_parts(&mut self, side: Segment, of: Mark, others: &[&Surface]) {
        let step = side.to - side.from;
        let long = length(step);
        if long < 1e-9 {
            return;
        }
        let beyond = step.left() * (-JOIN_M / long);
        let outer = Segment {
            from: side.from + beyond,
            to: side.to + beyond,
        };
        let mut cuts = vec![0.0, 1.0];
        for other in others {
            for edge in other.sides() {
                cuts.extend(crossing_share(outer, edge));
            }
        }
        cuts.sort_by(f64::total_cmp);
        let mut open_from: Option<f64> = None;
        for pair in cuts.windows(2) {
            if (pair[1] - pair[0]) * long < 1e-6 {
                continue;
            }
            let middle = outer.from + step * ((pair[0] + pair[1]) / 2.0);
            let goes_on = others.iter().any(|other| other.contains(middle));
            match (goes_on, open_from) {
                (false, None) => open_from = Some(pair[0]),
                (true, Some(from)) => {
                    self.add(part(side, from, pair[0]), of);
                    open_from = None;
                }
                _ => {}
            }
        }
        if let Some(from) = open_from {
            self.add(part(side, from, 1.0), of);
        }
    }
}

/// Two pieces that come nearer to each other than a width and do not touch: the narrow place, and the
/// numbers of the pieces.
pub(super) type Pair = (Narrow, [usize; 2]);

/// Pieces found by place.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    boxes: Vec<Bounds>,
    bins: Bins,
}

impl Found {
    /// Pieces of which those nearer to each other than a width are asked for.
    pub fn new(pieces: &[Piece], width: f64) -> Self {
        let boxes: Vec<Bounds> = pieces.iter().map(|piece| box_of(piece.line)).collect();
        Self {
            bins: Bins::new(&boxes, width.max(PIECE_M)),
            boxes,
        }
    }

    /// The pieces whose boxes meet a box, in their order.
    pub fn near(&self, bounds: Bounds) -> Vec<usize> {
        self.bins.near(bounds, |at| self.boxes[at].meets(&bounds))
    }

    /// The same of those pieces alone that come after one.
    fn near_after(&self, bounds: Bounds, one: usize) -> Vec<usize> {
        self.bins
            .near(bounds, |at| at > one && self.boxes[at].meets(&bounds))
    }

    /// The pieces that may meet any of some boxes, in their order.
    pub fn near_any(&self, all: &[Bounds]) -> Vec<usize> {
        self.bins.near_any(all)
    }
}

/// Counts pairs of pieces that are compared, so that no drawing of a million edges is waited for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Compared(usize);

impl Compared {
    fn count(&mut self, pairs: usize) -> Result<(), GaveUp> {
        self.0 += pairs;
        match self.0 > MOST_PAIRS {
            true => Err(GaveUp::TooManyEdges),
            false => Ok(()),
        }
    }
}

/// Every two of some pieces that are nearer to each other than a width and do not touch.
pub(super) fn narrows_among(
    pieces: &[Piece],
    found: &Found,
    width: f64,
    compared: &mut Compared,
) -> Result<Vec<Pair>, GaveUp> {
    let mut pairs = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let later = found.near_after(box_of(piece.line).grown(width), at);
        compared.count(later.len())?;
        let later = later.into_iter();
        pairs.extend(later.filter_map(|other| Some((narrow(piece, &pieces[other], width)?, [at, other]))));
    }
    Ok(pairs)
}

/// The narrow places between one piece and others of which those that count are said.
pub(super) fn narrows_beside(
    piece: &Piece,
    others: &[Piece],
    found: &Found,
    width: f64,
    compared: &mut Compared,
    counts: impl Fn(usize) -> bool,
) -> Result<Vec<Narrow>, GaveUp> {
    let near = found.near(box_of(piece.line).grown(width));
    compared.count(near.len())?;
    let near = near.into_iter().filter(|other| counts(*other));
    Ok(near
        .filter_map(|other| narrow(piece, &others[other], width))
        .collect())
}

/// The same from both pieces, whichever is named first.
fn narrow(one: &Piece, other: &Piece, width: f64) -> Option<Narrow> {
    if one.side == other.side {
        return None;
    }
    let (one, other) = match one.order(other) {
        Ordering::Greater => (other, one),
        _ => (one, other),
    };
    let across = closest(one.line, other.line);
    let distance = length(across.to - across.from);
    (distance > TOUCH_M && distance < width - HAIR_M).then(|| Narrow {
        between: (one.of, other.of),
        across,
        width_mm: (distance * 1_000.0).round().min(65_000.0) as u16,
    })
}

impl Piece {
    /// By whose they are, then by place: an order that does not ask in which they were found.
    fn order(&self, other: &Self) -> Ordering {
        self.of.cmp(&other.of).then(by_place(self.line, other.line))
    }
}

impl Narrow {
    /// The narrower first; of two as narrow always the same.
    pub fn order(&self, other: &Self) -> Ordering {
        self.width_mm
            .cmp(&other.width_mm)
            .then(self.between.cmp(&other.between))
            .then(by_place(self.across, other.across))
    }
}

fn by_place(one: Segment, other: Segment) -> Ordering {
    let numbers = |line: Segment| [line.from.x, line.from.y, line.to.x, line.to.y];
    let pairs = numbers(one).into_iter().zip(numbers(other));
    pairs.fold(Ordering::Equal, |order, (a, b)| order.then(a.total_cmp(&b)))
}

/// Whether a road goes on beyond the map at a side: a gate lies on it.
pub(super) fn leads_on(side: Segment, gates: &[WorldPt]) -> bool {
    let ends_at = |gate: &WorldPt| length(side.nearest(*gate) - *gate) < AT_GATE_M;
    length(side.to - side.from) < WIDEST_ROAD_M && gates.iter().any(ends_at)
}

/// The box in which surfaces may lie that go on beyond a side.
pub(super) fn beyond(side: Segment) -> Bounds {
    box_of(side).grown(2.0 * JOIN_M)
}

pub(super) fn box_of(piece: Segment) -> Bounds {
    let (a, b) = (piece.from, piece.to);
    Bounds {
        min: WorldPt::new(a.x.min(b.x), a.y.min(b.y)),
        max: WorldPt::new(a.x.max(b.x), a.y.max(b.y)),
    }
}

/// Length in metres; unlike `hypot`, the same to the last bit on every machine.
pub(super) fn length(step: WorldVec) -> f64 {
    step.dot(step).sqrt()
}

fn part(side: Segment, from: f64, to: f64) -> Segment {
    let step = side.to - side.from;
    let end = |share: f64| {
        if share >= 1.0 {
            side.to
        } else {
            side.from + step * share
        }
    };
    Segment {
        from: end(from),
        to: end(to),
    }
}

/// The share of the first piece at which the second crosses it.
pub(super) fn crossing_share(one: Segment, other: Segment) -> Option<f64> {
    let (u, v) = (one.to - one.from, other.to - other.from);
    let flat = u.cross(v);
    if flat.abs() < 1e-12 {
        return None;
    }
    let between = other.from - one.from;
    let (s, t) = (between.cross(v) / flat, between.cross(u) / flat);
    ((0.0..=1.0).contains(&s) && (0.0..=1.0).contains(&t)).then_some(s)
}

/// The shortest way from one piece to another; of no length where they cross.
pub(super) fn closest(one: Segment, other: Segment) -> Segment {
    if let Some(share) = crossing_share(one, other) {
        let at = one.from + (one.to - one.from) * share;
        return Segment { from: at, to: at };
    }
    let ways = [
        (one.from, other.nearest(one.from)),
        (one.to, other.nearest(one.to)),
        (one.nearest(other.from), other.from),
        (one.nearest(other.to), other.to),
    ];
    let mut best = ways[0];
    for way in ways {
        let (step, least) = (way.1 - way.0, best.1 - best.0);
        if step.dot(step) < least.dot(least) - 1e-12 {
            best = way;
        }
    }
    Segment {
        from: best.0,
        to: best.1,
    }
}
