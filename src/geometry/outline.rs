//! The gate: the only way in which a ring of points becomes a shape that `geo` is shown.
//!
//! Raw rings make `geo` panic (NaN, 1e308, fewer than three points); rings that passed the gate
//! did not in any of 18 operations on thousands of pairs.

use geo::{Area, BoundingRect, Contains, ConvexHull, Distance, Euclidean, Intersects, LineString, Polygon};

use super::{Bounds, REACH_M, Region, Segment, WorldPt, WorldVec};

/// A closed ring that does not cross itself: three or more distinct points within reach, on the
/// millimetre grid, anticlockwise, without the first point repeated.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    points: Vec<WorldPt>,
    polygon: Polygon<f64>,
}

/// Why a ring of points is not an outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OutlineFault {
    /// A coordinate is not a number.
    #[error("a corner has a coordinate that is not a number")]
    NotFinite,
    /// A coordinate lies beyond [`REACH_M`].
    #[error("a corner lies more than {} m from the sheet's origin", REACH_M)]
    OutOfReach,
    /// Fewer than three distinct corners.
    #[error("it has fewer than three distinct corners")]
    TooFewCorners,
    /// All corners lie on a line.
    #[error("it has no area")]
    NoArea,
    /// Two of its sides cross or touch.
    #[error("its sides cross each other")]
    CrossesItself,
    /// More corners than any outline needs.
    #[error("it has more than {} corners", Outline::MAX_CORNERS)]
    TooManyCorners,
}

impl OutlineFault {
    /// The key of the sentence that says it to a resident.
    pub fn key(self) -> &'static str {
        match self {
            Self::NotFinite => "outline-not-finite",
            Self::OutOfReach => "outline-out-of-reach",
            Self::TooFewCorners => "outline-too-few-corners",
            Self::NoArea => "outline-no-area",
            Self::CrossesItself => "outline-crosses-itself",
            Self::TooManyCorners => "outline-too-many-corners",
        }
    }
}

impl Outline {
    /// More corners than this are refused, so that no document can stall a phone.
    pub const MAX_CORNERS: usize = 2_000;

    /// An outline from a ring of points, which may repeat its first point at the end.
    pub fn new(points: impl IntoIterator<Item = WorldPt>) -> Result<Self, OutlineFault> {
        let mut kept: Vec<WorldPt> = Vec::new();
        for point in points {
            if !point.x.is_finite() || !point.y.is_finite() {
                return Err(OutlineFault::NotFinite);
            }
            if !point.is_within_reach() {
                return Err(OutlineFault::OutOfReach);
            }
            let point = point.snapped();
            if kept.last() != Some(&point) {
                kept.push(point);
            }
            if kept.len() > Self::MAX_CORNERS {
                return Err(OutlineFault::TooManyCorners);
            }
        }
        while kept.len() > 1 && kept.first() == kept.last() {
            kept.pop();
        }
        if kept.len() < 3 {
            return Err(OutlineFault::TooFewCorners);
        }
        let doubled_area: f64 = signed_double_area(&kept);
        if doubled_area.abs() < 2e-6 {
            // The two halves of a bow tie take each other's area away.
            let is_bow = !is_flat(&kept) && crosses_itself(&kept);
            return Err(if is_bow {
                OutlineFault::CrossesItself
            } else {
                OutlineFault::NoArea
            });
        }
        if crosses_itself(&kept) {
            return Err(OutlineFault::CrossesItself);
        }
        if doubled_area < 0.0 {
            kept.reverse();
        }
        Ok(Self::trusted(kept))
    }

    fn trusted(points: Vec<WorldPt>) -> Self {
        let ring: LineString<f64> = points.iter().map(|p| (p.x, p.y)).collect();
        Self {
            polygon: Polygon::new(ring, Vec::new()),
            points,
        }
    }

    /// The rectangle of a size about a centre, turned anticlockwise in degrees. Sides under a
    /// centimetre are taken as a centimetre, and a centre out of reach is brought within it.
    pub fn rectangle(centre: WorldPt, size: WorldVec, turn: f64) -> Self {
        Self::trusted(Self::rectangle_corners(centre, size, turn).to_vec())
    }
    /// The corners of [`Outline::rectangle`], for whom they are enough.
    pub fn rectangle_corners(centre: WorldPt, size: WorldVec, turn: f64) -> [WorldPt; 4] {
        let sound = |v: f64, limit: f64| {
            if v.is_finite() {
                v.clamp(-limit, limit)
            } else {
                0.0
            }
        };
        let half = WorldVec::new(sound(size.x, 1_000.0).max(0.01), sound(size.y, 1_000.0).max(0.01)) / 2.0;
        let limit = REACH_M - 800.0;
        let centre = WorldPt::new(sound(centre.x, limit), sound(centre.y, limit));
        let turn = sound(turn, 36_000.0);
        // As `WorldVec::turned` has it; one look at the circle serves all four.
        let along = WorldVec::toward(turn);
        [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)].map(|(x, y)| {
            let (x, y) = (x * half.x, y * half.y);
            let step = WorldVec::new(x * along.x - y * along.y, x * along.y + y * along.x);
            (centre + step).snapped()
        })
    }

    /// The smallest outline without a dent around points, at a distance in metres from it.
    pub fn around(points: impl IntoIterator<Item = WorldPt>, metres: f64) -> Result<Self, OutlineFault> {
        let corners: Vec<(f64, f64)> = points
            .into_iter()
            .filter(|p| p.is_within_reach())
            .map(|p| (p.x, p.y))
            .collect();
        let hull = geo::MultiPoint::from(corners).convex_hull();
        let hull = Self::new(hull.exterior().points().map(|p| WorldPt::new(p.x(), p.y())))?;
        let grown = Region::union_of([&hull]).grown(metres);
        match grown.pieces().next() {
            Some((edge, _)) => Ok(edge),
            None => Ok(hull),
        }
    }

    /// Its corners, anticlockwise, the first not repeated.
    pub fn corners(&self) -> &[WorldPt] {
        &self.points
    }
    /// Its sides, anticlockwise.
    pub fn sides(&self) -> impl Iterator<Item = Segment> + '_ {
        (0..self.points.len()).map(|i| self.side(i))
    }
    /// The side that starts at a corner, counted round.
    pub fn side(&self, corner: usize) -> Segment {
        let count = self.points.len();
        Segment {
            from: self.points[corner % count],
            to: self.points[(corner + 1) % count],
        }
    }
    /// Area in square metres.
    pub fn area(&self) -> f64 {
        self.polygon.unsigned_area()
    }
    /// Length of its edge in metres.
    pub fn perimeter(&self) -> f64 {
        self.sides().map(|side| side.length()).sum()
    }
    /// The box around it.
    pub fn bounds(&self) -> Bounds {
        let rect = self.polygon.bounding_rect();
        rect.map_or_else(Bounds::default, |r| Bounds {
            min: WorldPt::new(r.min().x, r.min().y),
            max: WorldPt::new(r.max().x, r.max().y),
        })
    }
    /// Its centre of gravity.
    pub fn centroid(&self) -> WorldPt {
        use geo::Centroid;
        self.polygon
            .centroid()
            .map_or(self.points[0], |c| WorldPt::new(c.x(), c.y()))
    }
    /// A point inside it where a label reads well: its centre of gravity, or where that lies
    /// outside (an L, a U), a point in the middle of its widest part.
    pub fn label_point(&self) -> WorldPt {
        use geo::InteriorPoint;
        let centre = self.centroid();
        if self.contains(centre) {
            return centre;
        }
        self.polygon
            .interior_point()
            .map_or(centre, |p| WorldPt::new(p.x(), p.y()))
    }
    /// Whether a point lies inside it or on its edge.
    pub fn contains(&self, point: WorldPt) -> bool {
        self.polygon.intersects(&geo::Point::new(point.x, point.y))
    }
    /// Whether another outline lies wholly inside it; a shared edge is inside.
    pub fn contains_outline(&self, other: &Self) -> bool {
        self.polygon.contains(&other.polygon)
            || super::Region::from(other)
                .without(&super::Region::from(self))
                .area()
                < 1e-3
    }
    /// Whether the two share a point.
    pub fn meets(&self, other: &Self) -> bool {
        self.polygon.intersects(&other.polygon)
    }
    /// Distance in metres between the two, 0 where they meet.
    pub fn distance(&self, other: &Self) -> f64 {
        Euclidean.distance(&self.polygon, &other.polygon)
    }
    /// Distance in metres from a point, 0 inside.
    pub fn distance_to(&self, point: WorldPt) -> f64 {
        Euclidean.distance(&self.polygon, &geo::Point::new(point.x, point.y))
    }
    /// The point of its edge nearest to a point.
    pub fn nearest_on_edge(&self, point: WorldPt) -> WorldPt {
        self.sides()
            .map(|side| side.nearest(point))
            .min_by(|a, b| a.distance(point).total_cmp(&b.distance(point)))
            .unwrap_or(point)
    }
    /// The outline moved by a step, or the fault that the move would bring.
    pub fn moved(&self, by: WorldVec) -> Result<Self, OutlineFault> {
        Self::new(self.points.iter().map(|p| *p + by))
    }
    /// The outline turned about a point, anticlockwise in degrees.
    pub fn turned(&self, about: WorldPt, degrees: f64) -> Result<Self, OutlineFault> {
        Self::new(self.points.iter().map(|p| p.turned_about(about, degrees)))
    }
    pub(super) fn polygon(&self) -> &Polygon<f64> {
        &self.polygon
    }
    pub(super) fn into_polygon(self) -> Polygon<f64> {
        self.polygon
    }
    pub(super) fn from_ring(ring: &LineString<f64>) -> Option<Self> {
        Self::new(ring.coords().map(|c| WorldPt::new(c.x, c.y))).ok()
    }
}

fn signed_double_area(points: &[WorldPt]) -> f64 {
    // Shifted to the first point, so that large coordinates do not eat the small area.
    let origin = points[0];
    points
        .windows(2)
        .map(|pair| (pair[0] - origin).cross(pair[1] - origin))
        .sum()
}

/// Whether all points lie on one line.
fn is_flat(points: &[WorldPt]) -> bool {
    let along = points[1] - points[0];
    points
        .iter()
        .all(|point| along.cross(*point - points[0]).abs() < 1e-9)
}

/// Whether any two sides that are not neighbours touch, or a neighbour folds back on its side.
fn crosses_itself(points: &[WorldPt]) -> bool {
    let count = points.len();
    let side = |i: usize| (points[i % count], points[(i + 1) % count]);
    let folds = (0..count).any(|i| {
        let (a, b) = side(i);
        let (_, c) = side(i + 1);
        (b - a).cross(c - b).abs() < 1e-9 && (b - a).dot(c - b) < 0.0
    });
    if folds {
        return true;
    }
    for i in 0..count {
        for j in i + 2..count {
            let neighbours = i == 0 && j == count - 1;
            if !neighbours && touch(side(i), side(j)) {
                return true;
            }
        }
    }
    false
}

fn touch((a, b): (WorldPt, WorldPt), (c, d): (WorldPt, WorldPt)) -> bool {
    if a.x.max(b.x) < c.x.min(d.x)
        || c.x.max(d.x) < a.x.min(b.x)
        || a.y.max(b.y) < c.y.min(d.y)
        || c.y.max(d.y) < a.y.min(b.y)
    {
        return false;
    }
    let line = |p: WorldPt, q: WorldPt| geo::Line::new((p.x, p.y), (q.x, q.y));
    line(a, b).intersects(&line(c, d))
}
