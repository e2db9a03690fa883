//! The edges of the ground that is left free, cut into short pieces, and where two of them come
//! near to each other.

use crate::geometry::{Bounds, Index, Segment, WorldPt, WorldVec};

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
#[derive(Default)]
pub(super) struct Edges {
    pub pieces: Vec<Piece>,
    sides: u32,
}

impl Edges {
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

    /// Adds the edges of surfaces where no other surface goes on beyond them, and no gate lies on
    /// them: there a road goes on beyond the map.
    pub fn add_surfaces(&mut self, surfaces: &[Surface], gates: &[WorldPt]) -> Result<(), GaveUp> {
        let boxes = surfaces
            .iter()
            .enumerate()
            .filter_map(|(at, surface)| Some((at, Bounds::of(surface.rings.iter().flatten().copied())?)));
        let index = Index::bulk(boxes);
        for (own, surface) in surfaces.iter().enumerate() {
            for ring in &surface.rings {
                for (at, from) in ring.iter().enumerate() {
                    let side = Segment {
                        from: *from,
                        to: ring[(at + 1) % ring.len()],
                    };
                    let ends_at = |gate: &WorldPt| length(side.nearest(*gate) - *gate) < AT_GATE_M;
                    if length(side.to - side.from) < WIDEST_ROAD_M && gates.iter().any(ends_at) {
                        continue;
                    }
                    let near = box_of(side).grown(2.0 * JOIN_M);
                    let mut others: Vec<usize> =
                        index.in_box(near).copied().filter(|at| *at != own).collect();
                    others.sort_unstable();
                    let others: Vec<&Surface> = others.into_iter().map(|at| &surfaces[at]).collect();
                    self.add_open_parts(side, surface.of, &others);
                }
            }
            if self.pieces.len() > MOST_PIECES {
                return Err(GaveUp::TooManyEdges);
            }
        }
        Ok(())
    }

    /// Adds the parts of a surface's side beyond which no other surface goes on. The surface lies
    /// to the left of its side.
    fn add_open_parts(&mut self, side: Segment, of: Mark, others: &[&Surface]) {
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

    /// Every two pieces that are nearer to each other than a width and do not touch, each with the
    /// shortest way between them.
    pub fn narrows(&self, width: f64) -> Result<Vec<Narrow>, GaveUp> {
        if self.pieces.len() > MOST_PIECES {
            return Err(GaveUp::TooManyEdges);
        }
        let Some(bounds) = Bounds::of(self.pieces.iter().flat_map(|p| [p.line.from, p.line.to])) else {
            return Ok(Vec::new());
        };
        let bins = Bins::new(bounds, width.max(PIECE_M), &self.pieces);
        let mut found = Vec::new();
        let mut seen = vec![u32::MAX; self.pieces.len()];
        let mut pairs = 0_usize;
        for (at, piece) in self.pieces.iter().enumerate() {
            let near = box_of(piece.line).grown(width);
            for bin in bins.over(near) {
                for other in &bins.held[bin] {
                    let other = *other as usize;
                    if other <= at || seen[other] == at as u32 {
                        continue;
                    }
                    seen[other] = at as u32;
                    pairs += 1;
                    let second = &self.pieces[other];
                    if second.side != piece.side && box_of(second.line).meets(&near) {
                        found.extend(narrow(piece, second, width));
                    }
                }
            }
            if pairs > MOST_PAIRS {
                return Err(GaveUp::TooManyEdges);
            }
        }
        Ok(found)
    }
}

fn narrow(one: &Piece, other: &Piece, width: f64) -> Option<Narrow> {
    let across = closest(one.line, other.line);
    let distance = length(across.to - across.from);
    (distance > TOUCH_M && distance < width - HAIR_M).then(|| Narrow {
        between: (one.of, other.of),
        across,
        width_mm: (distance * 1_000.0).round().min(65_000.0) as u16,
    })
}

/// Pieces by the square in which their boxes lie.
struct Bins {
    first: WorldPt,
    side: f64,
    cols: usize,
    rows: usize,
    held: Vec<Vec<u32>>,
}

impl Bins {
    fn new(bounds: Bounds, side: f64, pieces: &[Piece]) -> Self {
        // Far flung pieces get larger squares, so that the squares stay few.
        let side = side.max(bounds.width() / 1_000.0).max(bounds.height() / 1_000.0);
        let cols = (bounds.width() / side) as usize + 1;
        let rows = (bounds.height() / side) as usize + 1;
        let mut bins = Self {
            first: bounds.min,
            side,
            cols,
            rows,
            held: vec![Vec::new(); cols * rows],
        };
        for (at, piece) in pieces.iter().enumerate() {
            for bin in bins.over(box_of(piece.line)) {
                bins.held[bin].push(at as u32);
            }
        }
        bins
    }
    fn over(&self, bounds: Bounds) -> impl Iterator<Item = usize> + use<> {
        let clamp = |metres: f64, count: usize| (metres / self.side).clamp(0.0, count as f64 - 1.0) as usize;
        let cols =
            clamp(bounds.min.x - self.first.x, self.cols)..=clamp(bounds.max.x - self.first.x, self.cols);
        let rows =
            clamp(bounds.min.y - self.first.y, self.rows)..=clamp(bounds.max.y - self.first.y, self.rows);
        let wide = self.cols;
        rows.flat_map(move |row| cols.clone().map(move |col| row * wide + col))
    }
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
