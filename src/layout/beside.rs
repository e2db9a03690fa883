//! Where a thing stands so many metres beside another: '6 m south of house 3'.

use crate::geometry::{Bounds, Region, Segment, WorldPt, WorldVec};

/// A direction of eight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Heading {
    North,
    NorthEast,
    East,
    SouthEast,
    South,
    SouthWest,
    West,
    NorthWest,
}

impl Heading {
    /// Every direction, clockwise from north.
    pub const ALL: [Self; 8] = [
        Self::North,
        Self::NorthEast,
        Self::East,
        Self::SouthEast,
        Self::South,
        Self::SouthWest,
        Self::West,
        Self::NorthWest,
    ];

    /// The step of one metre that way.
    pub fn step(self) -> WorldVec {
        let eighths = 2.0 - self as u8 as f64;
        WorldVec::toward(eighths * 45.0)
    }
    /// The key of its name: `side-south`.
    pub fn key(self) -> &'static str {
        match self {
            Self::North => "side-north",
            Self::NorthEast => "side-north-east",
            Self::East => "side-east",
            Self::SouthEast => "side-south-east",
            Self::South => "side-south",
            Self::SouthWest => "side-south-west",
            Self::West => "side-west",
            Self::NorthWest => "side-north-west",
        }
    }
    fn is_diagonal(self) -> bool {
        self as u8 % 2 == 1
    }
}

/// The step that brings ground to lie a gap in metres beside other ground, measured between their
/// nearest edges. Toward north, east, south or west its middle lies on the line through the middle
/// of the other; toward a corner of the compass, on the line through the other's corner there.
/// None where either is no ground.
pub fn beside(thing: &Region, other: &Region, heading: Heading, gap: f64) -> Option<WorldVec> {
    let (own, bounds) = (thing.bounds()?, other.bounds()?);
    let toward = heading.step();
    let from = match heading.is_diagonal() {
        true => farthest(other, toward)?,
        false => bounds.centre(),
    };
    let to_line = from - own.centre();
    let away = |along: f64| thing.moved(to_line + toward * along).distance(other);
    // From far enough to be free, inward until it would be nearer than the gap: so a yard that the
    // other ground encloses is never taken for its outside.
    let mut far = reach(own) + reach(bounds) + gap + 1.0;
    const STRIDE: f64 = 1.0;
    while far > -reach(bounds) && away(far - STRIDE) > gap {
        far -= STRIDE;
    }
    let (mut near, mut far) = (far - STRIDE, far);
    for _ in 0..30 {
        let middle = (near + far) / 2.0;
        match away(middle) > gap {
            true => far = middle,
            false => near = middle,
        }
    }
    // What only touches lies at its edge and not a hair inside.
    Some(to_line + toward * far)
}

/// The side of ground that looks most in a direction.
pub fn facing(ground: &Region, heading: Heading) -> Option<Segment> {
    let toward = heading.step();
    let look = |side: &Segment| {
        let along = (side.to - side.from).unit().unwrap_or_default();
        // Corners run anticlockwise, so the outside lies on the right.
        ((-along.left()).dot(toward) * 1_000.0).round() as i64
    };
    let sides = ground
        .pieces()
        .flat_map(|(edge, _)| edge.sides().collect::<Vec<_>>());
    sides.filter(|side| side.length() > 0.05).max_by(|a, b| {
        (look(a), a.length())
            .partial_cmp(&(look(b), b.length()))
            .unwrap_or(std::cmp::Ordering::Equal)
    })
}

fn reach(bounds: Bounds) -> f64 {
    libm::hypot(bounds.width(), bounds.height()) / 2.0
}

fn farthest(ground: &Region, toward: WorldVec) -> Option<WorldPt> {
    let corners = ground.pieces().flat_map(|(edge, _)| edge.corners().to_vec());
    let far = |point: &WorldPt| (*point - WorldPt::default()).dot(toward);
    corners.max_by(|a, b| far(a).total_cmp(&far(b)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Outline;

    fn block(at: (f64, f64), size: (f64, f64), turn: f64) -> Region {
        let outline = Outline::rectangle(WorldPt::new(at.0, at.1), WorldVec::new(size.0, size.1), turn);
        Region::from(&outline)
    }

    #[test]
    fn the_gap_is_measured_from_the_facade_in_all_eight_directions() {
        for turn in [0.0, 12.0, 30.0, 45.0] {
            let house = block((100.0, 80.0), (40.0, 12.0), turn);
            let bench = block((0.0, 0.0), (1.8, 0.6), 0.0);
            for heading in Heading::ALL {
                for gap in [0.0, 0.5, 6.0, 25.0] {
                    let by = beside(&bench, &house, heading, gap).unwrap_or_default();
                    let placed = bench.moved(by);
                    assert!(
                        (placed.distance(&house) - gap).abs() < 1e-6,
                        "{heading:?} {gap} {turn}"
                    );
                    let step = WorldPt::new(by.x, by.y) - WorldPt::new(100.0, 80.0);
                    assert!(step.dot(heading.step()) > 0.0, "{heading:?} {gap} {turn}");
                }
            }
        }
    }

    #[test]
    fn south_is_below_the_middle_of_the_house() {
        let house = block((100.0, 80.0), (40.0, 12.0), 0.0);
        let by = beside(&block((0.0, 0.0), (4.0, 2.0), 0.0), &house, Heading::South, 6.0).unwrap_or_default();
        assert!(
            (by.x - 100.0).abs() < 1e-6 && (by.y - 67.0).abs() < 1e-6,
            "{by:?}"
        );
        let side = facing(&house, Heading::South).map(|side| (side.from.y, side.to.y));
        assert_eq!(side, Some((74.0, 74.0)));
    }

    #[test]
    fn a_yard_is_not_taken_for_the_outside() {
        let walls = [
            block((0.0, 10.0), (30.0, 4.0), 0.0),
            block((0.0, -10.0), (30.0, 4.0), 0.0),
            block((-13.0, 0.0), (4.0, 24.0), 0.0),
            block((13.0, 0.0), (4.0, 24.0), 0.0),
        ];
        let yard = walls
            .iter()
            .skip(1)
            .fold(walls[0].clone(), |all, wall| all.with(wall));
        let by = beside(&block((0.0, 0.0), (1.0, 1.0), 0.0), &yard, Heading::South, 2.0).unwrap_or_default();
        assert!((by.y + 14.5).abs() < 1e-6, "{by:?}");
    }
}
