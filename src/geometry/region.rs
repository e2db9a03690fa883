//! Areas that may fall apart or have holes: what union, difference and offset give.

use geo::{
    Area, BooleanOps, BoundingRect, Buffer, Contains, Distance, Euclidean, Intersects, MultiPolygon,
    Translate, unary_union,
};

use super::{Bounds, Line, Outline, Segment, WorldPt, WorldVec, clip, depth};

/// An area of any number of pieces, each with any number of holes. Every piece came through the
/// gate of [`Outline`], or from an operation on pieces that did.
#[derive(Clone, Debug, PartialEq)]
pub struct Region(MultiPolygon<f64>);

impl Default for Region {
    fn default() -> Self {
        Self(MultiPolygon::new(Vec::new()))
    }
}

impl From<&Outline> for Region {
    fn from(outline: &Outline) -> Self {
        Self(MultiPolygon::new(vec![outline.polygon().clone()]))
    }
}

impl From<Outline> for Region {
    fn from(outline: Outline) -> Self {
        Self(MultiPolygon::new(vec![outline.into_polygon()]))
    }
}

impl Region {
    /// All of the outlines as one area.
    pub fn union_of<'a>(outlines: impl IntoIterator<Item = &'a Outline>) -> Self {
        let polygons: Vec<_> = outlines.into_iter().map(Outline::polygon).collect();
        Self(unary_union(polygons))
    }
    /// All of the areas as one.
    pub fn union_of_all<'a>(regions: impl IntoIterator<Item = &'a Self>) -> Self {
        let polygons: Vec<_> = regions.into_iter().flat_map(|region| &region.0).collect();
        Self(unary_union(polygons))
    }
    /// The strip of a width in metres along a line, with round joins and flat ends.
    pub fn strip(line: &Line, width: f64) -> Self {
        use geo::buffer::{BufferStyle, LineCap, LineJoin};
        let string: geo::LineString<f64> = line.points().iter().map(|p| (p.x, p.y)).collect();
        let style = BufferStyle::new(width.max(0.01) / 2.0)
            .line_cap(LineCap::Butt)
            .line_join(LineJoin::Round(0.3));
        Self(string.buffer_with_style(style))
    }
    /// Area in square metres.
    pub fn area(&self) -> f64 {
        self.0.unsigned_area()
    }
    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.0.0.is_empty()
    }
    /// The area moved by a step.
    #[must_use]
    pub fn moved(&self, by: WorldVec) -> Self {
        Self(self.0.translate(by.x, by.y))
    }
    /// What is in either.
    #[must_use]
    pub fn with(&self, other: &Self) -> Self {
        Self(self.0.union(&other.0))
    }
    /// What is in both.
    #[must_use]
    pub fn shared(&self, other: &Self) -> Self {
        Self(self.0.intersection(&other.0))
    }
    /// Area in square metres of what is in both, quicker than [`Region::shared`] where one of the two
    /// is convex.
    pub fn shared_area(&self, other: &Self) -> f64 {
        if let Some(convex) = self.convex() {
            return other.clipped_area(&convex);
        }
        match other.convex() {
            Some(convex) => self.clipped_area(&convex),
            None => self.shared(other).area(),
        }
    }
    /// How far, in metres, it can be moved at least whatever the direction and still shares ground with
    /// another; 0 where that is not known.
    pub fn depth_in(&self, other: &Self) -> f64 {
        match (self.convex(), other.convex()) {
            (Some(one), Some(other)) => depth(&one, &other).unwrap_or_default(),
            (Some(one), None) => {
                // While its middle lies in the other, so does ground about it.
                let middle = Bounds::of(one).map(|bounds| bounds.centre());
                middle
                    .filter(|middle| other.contains(*middle))
                    .map_or(0.0, |middle| other.inside_by(middle))
            }
            _ => 0.0,
        }
    }
    /// How far a point that lies inside is from the edge, in metres.
    fn inside_by(&self, point: WorldPt) -> f64 {
        let rings = self
            .0
            .iter()
            .flat_map(|piece| std::iter::once(piece.exterior()).chain(piece.interiors()));
        let sides = rings.flat_map(|ring| ring.lines());
        let away = sides.map(|side| {
            let world = |c: geo::Coord<f64>| WorldPt::new(c.x, c.y);
            let side = Segment {
                from: world(side.start),
                to: world(side.end),
            };
            side.nearest(point).distance(point)
        });
        away.fold(f64::MAX, f64::min)
    }
    /// Its only piece, where that is convex and has no hole.
    fn convex(&self) -> Option<clip::Ring> {
        let [polygon] = self.0.0.as_slice() else {
            return None;
        };
        let ring: clip::Ring = points_of(polygon.exterior()).collect();
        (polygon.interiors().is_empty() && clip::is_convex(&ring)).then_some(ring)
    }
    fn clipped_area(&self, convex: &[WorldPt]) -> f64 {
        let of = |ring: &geo::LineString<f64>| clip::shared_area(points_of(ring), convex);
        let pieces = self.0.iter();
        pieces
            .map(|piece| of(piece.exterior()) - piece.interiors().iter().map(of).sum::<f64>())
            .sum()
    }
    /// What is in this and not in the other.
    #[must_use]
    pub fn without(&self, other: &Self) -> Self {
        Self(self.0.difference(&other.0))
    }
    /// The area grown by a distance in metres on all sides; a negative one shrinks it.
    #[must_use]
    pub fn grown(&self, metres: f64) -> Self {
        Self(self.0.buffer(metres))
    }
    /// Its parts that are at least so many metres wide: where a square of that width turned along
    /// its edges fits.
    #[must_use]
    pub fn at_least_wide(&self, metres: f64) -> Self {
        use geo::buffer::{BufferStyle, LineJoin};
        // Half a centimetre less, so that what is just wide enough does not vanish by rounding.
        let half = (metres / 2.0 - 0.005).max(0.0);
        let style = |by: f64| BufferStyle::new(by).line_join(LineJoin::Miter(0.2));
        let core = self.0.buffer_with_style(style(-half));
        Self(core.buffer_with_style(style(half))).shared(self)
    }
    /// Its pieces, each as an area of its own with its holes.
    pub fn apart(&self) -> impl Iterator<Item = Self> + '_ {
        self.0
            .iter()
            .map(|piece| Self(MultiPolygon::new(vec![piece.clone()])))
    }
    /// Whether a point lies inside it or on its edge.
    pub fn contains(&self, point: WorldPt) -> bool {
        self.0.intersects(&geo::Point::new(point.x, point.y))
    }
    /// Whether an outline lies wholly inside it.
    pub fn contains_outline(&self, outline: &Outline) -> bool {
        self.0.contains(outline.polygon())
    }
    /// Whether the two share a point.
    pub fn meets(&self, other: &Self) -> bool {
        self.0.intersects(&other.0)
    }
    /// Distance in metres between the two, 0 where they meet.
    pub fn distance(&self, other: &Self) -> f64 {
        Euclidean.distance(&self.0, &other.0)
    }
    /// The box around it.
    pub fn bounds(&self) -> Option<Bounds> {
        self.0.bounding_rect().map(|r| Bounds {
            min: WorldPt::new(r.min().x, r.min().y),
            max: WorldPt::new(r.max().x, r.max().y),
        })
    }
    /// The area of pieces, each the corners of its edge and of its holes, as [`Region::pieces`] gives
    /// them. A ring that does not pass the gate is left out; holes take away what of them lies in the piece, and once
    /// where they lie over each other.
    pub fn of_pieces(pieces: impl IntoIterator<Item = Vec<Vec<WorldPt>>>) -> Self {
        let areas = pieces.into_iter().filter_map(|rings| {
            let mut rings = rings.into_iter().map(Outline::new);
            let edge = Self::from(rings.next()?.ok()?);
            let holes: Vec<Outline> = rings.flatten().collect();
            Some(if holes.is_empty() {
                edge
            } else {
                edge.without(&Self::union_of(&holes))
            })
        });
        Self(MultiPolygon::new(areas.flat_map(|area| area.0).collect()))
    }
    /// Its rings as they are, to be drawn: edges anticlockwise, holes clockwise, the first point not
    /// repeated. Unlike [`Region::pieces`] nothing is left out, so a ring may touch itself.
    pub fn rings(&self) -> Vec<Vec<WorldPt>> {
        use geo::Orient;
        use geo::orient::Direction;
        // What an operation gives has now and then a hole that runs the wrong way.
        let sound = self.0.orient(Direction::Default);
        let rings = sound
            .iter()
            .flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()));
        rings
            .map(|ring| {
                let open = ring.0.split_last().map_or(&[][..], |(_, open)| open);
                open.iter().map(|c| WorldPt::new(c.x, c.y)).collect()
            })
            .collect()
    }
    /// Its pieces: the edge of each and the edges of its holes. Slivers that do not pass the gate
    /// are left out.
    pub fn pieces(&self) -> impl Iterator<Item = (Outline, Vec<Outline>)> + '_ {
        self.0.iter().filter_map(|polygon| {
            let edge = Outline::from_ring(polygon.exterior())?;
            Some((
                edge,
                polygon
                    .interiors()
                    .iter()
                    .filter_map(Outline::from_ring)
                    .collect(),
            ))
        })
    }
}

/// The corners of a closed ring, the last of which is its first again.
fn points_of(ring: &geo::LineString<f64>) -> impl ExactSizeIterator<Item = WorldPt> {
    let many = ring.0.len().saturating_sub(1);
    ring.0[..many].iter().map(|c| WorldPt::new(c.x, c.y))
}
