//! The windows that a drawing does not show: sampled along the walls that look toward the sun.

use crate::geometry::{Outline, WorldPt, WorldVec, compass};

/// A window stands about every so many metres of wall; assumed, since no drawing shows them.
const APART_M: f64 = 3.0;
/// How wide a window is reckoned (GB/T 50947-2014: one wider than 1.8 m is best taken as 1.8 m).
const WINDOW_M: f64 = 1.8;
/// Shorter pieces of wall are reveals and have no window.
const LEAST_WALL_M: f64 = 1.2;
/// A wall has windows where walls looking its way are at least this share of the longest side: the
/// gables of a slab have none.
const LEAST_SHARE: f64 = 0.6;
/// Walls within so many degrees of each other look the same way.
const SAME_WAY_DEGREES: f64 = 20.0;
/// Windows stand this far before the wall, in metres, so that their own wall does not hide the sun.
const BEFORE_WALL_M: f64 = 0.01;
/// How far past due east or west a wall may look and still see the winter sun, in degrees: none.
const FROM_SOUTH_DEGREES: f64 = 90.0;

/// A stretch of wall with one window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// The ends of the window's sill, just before the wall.
    pub ends: [WorldPt; 2],
    /// The way that it looks, of eight: `south` ….
    pub side: &'static str,
    /// Its number on its side of the house, from 1, west to east.
    pub number: usize,
}

struct Wall {
    from: WorldPt,
    along: WorldVec,
    out: WorldVec,
    length: f64,
}

/// The stretches with a window of the walls that look within 90° of south, each about 3 m long.
pub fn stretches(outline: &Outline) -> Vec<Stretch> {
    let walls: Vec<Wall> = outline
        .sides()
        .filter_map(|side| Wall::new(side.from, side.to))
        .collect();
    let all_along: Vec<f64> = walls.iter().map(|wall| looking_its_way(&walls, wall)).collect();
    let longest = all_along.iter().copied().fold(0.0, f64::max);
    let mut found: Vec<Stretch> = walls
        .iter()
        .zip(all_along)
        .filter(|(wall, along)| wall.has_windows() && *along >= LEAST_SHARE * longest)
        .flat_map(|(wall, _)| wall.stretches())
        .collect();
    numbered(&mut found);
    found
}

/// Metres of wall that look the same way as a wall.
fn looking_its_way(walls: &[Wall], wall: &Wall) -> f64 {
    let least = libm::cos(SAME_WAY_DEGREES.to_radians());
    let same = walls.iter().filter(|other| other.out.dot(wall.out) >= least);
    same.map(|other| other.length).sum()
}

fn numbered(found: &mut [Stretch]) {
    found.sort_by(|a, b| {
        let order = a.side.cmp(b.side).then(a.ends[0].x.total_cmp(&b.ends[0].x));
        order.then(b.ends[0].y.total_cmp(&a.ends[0].y))
    });
    let mut last = ("", 0);
    for stretch in found {
        let number = if last.0 == stretch.side { last.1 + 1 } else { 1 };
        stretch.number = number;
        last = (stretch.side, number);
    }
}

impl Wall {
    /// A side of an outline that runs anticlockwise: the outside is on its right.
    fn new(from: WorldPt, to: WorldPt) -> Option<Self> {
        let along = (to - from).unit()?;
        Some(Self {
            from,
            along,
            out: -along.left(),
            length: from.distance(to),
        })
    }
    fn has_windows(&self) -> bool {
        // A hair of the circle's quarter is let go, for walls that look due east or west.
        let from_south = libm::atan2(self.out.x.abs(), -self.out.y).to_degrees();
        self.length >= LEAST_WALL_M && from_south <= FROM_SOUTH_DEGREES + 0.01
    }
    fn stretches(&self) -> Vec<Stretch> {
        let count = (self.length / APART_M).round().max(1.0);
        let each = self.length / count;
        let half = self.along * (WINDOW_M.min(each) / 2.0);
        (0..count as usize)
            .map(|at| {
                let middle = self.from + self.along * (each * (at as f64 + 0.5)) + self.out * BEFORE_WALL_M;
                Stretch {
                    ends: [middle - half, middle + half],
                    side: compass(self.out),
                    number: 0,
                }
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slab(turn: f64) -> Outline {
        Outline::rectangle(WorldPt::new(50.0, 50.0), WorldVec::new(44.4, 11.0), turn)
    }

    #[test]
    fn a_slab_has_windows_along_its_south_side_and_none_in_its_gables() {
        let found = stretches(&slab(0.0));
        assert_eq!(found.len(), 15);
        assert!(
            found
                .iter()
                .all(|stretch| stretch.side == "south" && stretch.ends[0].y < 44.5)
        );
        assert_eq!(
            found.iter().map(|stretch| stretch.number).collect::<Vec<_>>(),
            (1..=15).collect::<Vec<_>>()
        );
        assert!(found.windows(2).all(|pair| pair[0].ends[0].x < pair[1].ends[0].x));
    }

    #[test]
    fn a_slab_turned_across_has_windows_east_and_west() {
        let sides: std::collections::BTreeSet<_> = stretches(&slab(90.0)).iter().map(|s| s.side).collect();
        assert_eq!(sides.into_iter().collect::<Vec<_>>(), ["east", "west"]);
    }

    #[test]
    fn a_slab_with_balconies_keeps_its_windows() {
        let mut corners = vec![WorldPt::new(44.0, 11.0), WorldPt::new(0.0, 11.0)];
        for bay in 0..11 {
            let x = f64::from(bay) * 4.0;
            let out = if bay % 2 == 0 { 0.0 } else { -1.2 };
            corners.extend([WorldPt::new(x, out), WorldPt::new(x + 4.0, out)]);
        }
        let found = stretches(&Outline::new(corners).unwrap());
        assert_eq!(found.len(), 11);
    }
}
