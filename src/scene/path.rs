//! Paths of straight and curved pieces.

use crate::geometry::{Bounds, Line, Outline, Region, WorldPt, WorldVec};

/// One piece of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Piece {
    /// Starts a new part at a point.
    Move(WorldPt),
    /// Straight to a point.
    Line(WorldPt),
    /// A cubic Bézier curve by two control points to a point.
    Curve(WorldPt, WorldPt, WorldPt),
    /// Straight back to where the part began.
    Close,
}

/// A path of one or more parts. Areas are what has a winding number other than zero: parts run
/// anticlockwise, holes clockwise.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Path {
    /// Its pieces in order.
    pub pieces: Vec<Piece>,
}

/// A point, for drawings written in numbers.
pub(super) const fn pt(x: f64, y: f64) -> WorldPt {
    WorldPt::new(x, y)
}

/// The share of the radius at which the control points of a quarter circle lie.
const QUARTER: f64 = 0.552_285;

impl Path {
    /// Straight pieces through points.
    pub fn open(points: impl IntoIterator<Item = WorldPt>) -> Self {
        let mut path = Self::default();
        for (i, point) in points.into_iter().enumerate() {
            path.pieces.push(if i == 0 {
                Piece::Move(point)
            } else {
                Piece::Line(point)
            });
        }
        path
    }
    /// A ring of straight pieces.
    pub fn ring(points: impl IntoIterator<Item = WorldPt>) -> Self {
        let mut path = Self::open(points);
        if !path.pieces.is_empty() {
            path.pieces.push(Piece::Close);
        }
        path
    }
    /// One straight piece.
    pub fn segment(from: WorldPt, to: WorldPt) -> Self {
        Self::open([from, to])
    }
    /// An upright rectangle about a centre.
    pub fn rectangle(centre: WorldPt, width: f64, depth: f64) -> Self {
        let (w, d) = (width / 2.0, depth / 2.0);
        let corner = |x: f64, y: f64| centre + WorldVec::new(x, y);
        Self::ring([corner(-w, -d), corner(w, -d), corner(w, d), corner(-w, d)])
    }
    /// An upright rectangle with round corners.
    pub fn rounded(centre: WorldPt, width: f64, depth: f64, radius: f64) -> Self {
        let r = radius.min(width / 2.0).min(depth / 2.0).max(0.0);
        let (w, d) = (width / 2.0, depth / 2.0);
        let k = r * (1.0 - QUARTER);
        let p = |x: f64, y: f64| centre + WorldVec::new(x, y);
        Self {
            pieces: vec![
                Piece::Move(p(-w + r, -d)),
                Piece::Line(p(w - r, -d)),
                Piece::Curve(p(w - k, -d), p(w, -d + k), p(w, -d + r)),
                Piece::Line(p(w, d - r)),
                Piece::Curve(p(w, d - k), p(w - k, d), p(w - r, d)),
                Piece::Line(p(-w + r, d)),
                Piece::Curve(p(-w + k, d), p(-w, d - k), p(-w, d - r)),
                Piece::Line(p(-w, -d + r)),
                Piece::Curve(p(-w, -d + k), p(-w + k, -d), p(-w + r, -d)),
                Piece::Close,
            ],
        }
    }
    /// An ellipse about a centre.
    pub fn ellipse(centre: WorldPt, across: f64, up: f64) -> Self {
        let p = |x: f64, y: f64| centre + WorldVec::new(x * across, y * up);
        let k = QUARTER;
        Self {
            pieces: vec![
                Piece::Move(p(1.0, 0.0)),
                Piece::Curve(p(1.0, k), p(k, 1.0), p(0.0, 1.0)),
                Piece::Curve(p(-k, 1.0), p(-1.0, k), p(-1.0, 0.0)),
                Piece::Curve(p(-1.0, -k), p(-k, -1.0), p(0.0, -1.0)),
                Piece::Curve(p(k, -1.0), p(1.0, -k), p(1.0, 0.0)),
                Piece::Close,
            ],
        }
    }
    /// A circle.
    pub fn circle(centre: WorldPt, radius: f64) -> Self {
        Self::ellipse(centre, radius, radius)
    }
    /// A part of a circle from one direction anticlockwise over an angle, both in degrees.
    pub fn arc(centre: WorldPt, radius: f64, from: f64, sweep: f64) -> Self {
        let steps = (sweep.abs() / 90.0).ceil().max(1.0);
        let step = sweep / steps;
        let pull = 4.0 / 3.0 * (step.to_radians() / 4.0).tan() * radius;
        let on = |angle: f64| centre + WorldVec::toward(angle) * radius;
        let mut pieces = vec![Piece::Move(on(from))];
        for i in 0..steps as usize {
            let (a, b) = (from + step * i as f64, from + step * (i + 1) as f64);
            let (p, q) = (on(a), on(b));
            pieces.push(Piece::Curve(
                p + WorldVec::toward(a).left() * pull,
                q - WorldVec::toward(b).left() * pull,
                q,
            ));
        }
        Self { pieces }
    }
    /// A regular polygon about a centre, its first corner in a direction in degrees.
    pub fn regular(centre: WorldPt, corners: usize, radius: f64, first: f64) -> Self {
        let step = 360.0 / corners.max(3) as f64;
        Self::ring((0..corners.max(3)).map(|i| centre + WorldVec::toward(first + step * i as f64) * radius))
    }
    /// A smooth closed curve through points.
    pub fn smooth_ring(points: &[WorldPt]) -> Self {
        let count = points.len();
        if count < 3 {
            return Self::ring(points.iter().copied());
        }
        let at = |i: usize| points[i % count];
        let mut pieces = vec![Piece::Move(points[0])];
        for i in 0..count {
            let (before, from, to, after) = (at(i + count - 1), at(i), at(i + 1), at(i + 2));
            pieces.push(Piece::Curve(
                from + (to - before) / 6.0,
                to - (after - from) / 6.0,
                to,
            ));
        }
        pieces.push(Piece::Close);
        Self { pieces }
    }
    /// The ring of an outline.
    pub fn of_outline(outline: &Outline) -> Self {
        Self::ring(outline.corners().iter().copied())
    }
    /// The ring of an outline with holes.
    pub fn of_area(edge: &Outline, holes: &[Outline]) -> Self {
        let mut path = Self::of_outline(edge);
        for hole in holes {
            path.add(Self::ring(hole.corners().iter().rev().copied()));
        }
        path
    }
    /// All pieces of a region.
    pub fn of_region(region: &Region) -> Self {
        let mut path = Self::default();
        for (edge, holes) in region.pieces() {
            path.add(Self::of_area(&edge, &holes));
        }
        path
    }
    /// The pieces of a line.
    pub fn of_line(line: &Line) -> Self {
        Self::open(line.points().iter().copied())
    }
    /// The strip of a width in metres along a line, with round joins and flat ends: parts that lie over each other.
    pub fn strip(line: &Line, width: f64) -> Self {
        let half = width.max(0.01) / 2.0;
        let pieces = line.segments().filter_map(|piece| {
            let across = (piece.to - piece.from).unit()?.left() * half;
            let corners = [
                piece.from - across,
                piece.to - across,
                piece.to + across,
                piece.from + across,
            ];
            Some(Self::ring(corners))
        });
        let points = line.points();
        let joins = points.iter().skip(1).take(points.len().saturating_sub(2));
        Self::all(pieces.chain(joins.map(|at| Self::circle(*at, half))))
    }
    /// The ground beyond an outline that it sweeps over along a step: parts that lie over each other. What leaves the
    /// outline leaves it through a side that looks where it goes, so those sides alone sweep anything.
    pub fn swept_beyond(outline: &Outline, step: WorldVec) -> Self {
        let ahead = outline
            .sides()
            .filter(|side| (side.to - side.from).cross(step) < 0.0);
        let sides = ahead.map(|side| Self::ring([side.from, side.from + step, side.to + step, side.to]));
        Self::all(sides)
    }
    /// Adds another path's parts.
    pub fn add(&mut self, other: Self) {
        self.pieces.extend(other.pieces);
    }
    /// The path with another's parts.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.add(other);
        self
    }
    /// All parts of several paths.
    pub fn all(paths: impl IntoIterator<Item = Self>) -> Self {
        paths.into_iter().fold(Self::default(), Self::and)
    }
    /// Whether there is nothing to draw.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }
    /// The path with every point moved by a rule.
    #[must_use]
    pub fn mapped(&self, to: impl Fn(WorldPt) -> WorldPt) -> Self {
        let piece = |piece: &Piece| match *piece {
            Piece::Move(p) => Piece::Move(to(p)),
            Piece::Line(p) => Piece::Line(to(p)),
            Piece::Curve(a, b, p) => Piece::Curve(to(a), to(b), to(p)),
            Piece::Close => Piece::Close,
        };
        Self {
            pieces: self.pieces.iter().map(piece).collect(),
        }
    }
    /// The path moved by a step.
    #[must_use]
    pub fn moved(&self, by: WorldVec) -> Self {
        self.mapped(|p| p + by)
    }
    /// The points that its pieces run to.
    pub fn corners(&self) -> impl Iterator<Item = WorldPt> + '_ {
        self.pieces.iter().filter_map(|piece| match *piece {
            Piece::Move(p) | Piece::Line(p) | Piece::Curve(_, _, p) => Some(p),
            Piece::Close => None,
        })
    }
    /// The box around its points and control points.
    pub fn bounds(&self) -> Option<Bounds> {
        let points = self.pieces.iter().flat_map(|piece| match *piece {
            Piece::Move(p) | Piece::Line(p) => vec![p],
            Piece::Curve(a, b, p) => vec![a, b, p],
            Piece::Close => Vec::new(),
        });
        Bounds::of(points)
    }
}
