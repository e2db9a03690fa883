//! The coloured map: ground from which a destination is so many minutes away, as outlines.

use serde::{Deserialize, Serialize};

use crate::design::Design;
use crate::geometry::WorldPt;
use crate::passage::{Field, WalkGround};

use super::{Destination, NoWalks, base, speed};
use crate::rules::Survey;

/// Cells of the walking ground that one square of the map is wide.
const COARSE: usize = 2;

/// Ground of one band.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Band {
    /// Rings of corners in metres: edges anticlockwise, holes clockwise.
    pub rings: Vec<Vec<(f32, f32)>>,
}

/// The map of one destination.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WalkMap {
    /// Up to 1, 2, 3, 5 minutes, more, and ground from which there is no way without steps.
    pub bands: [Band; 6],
    /// Whether there is anything to walk to at all.
    pub exists: bool,
}

impl WalkMap {
    /// The minutes at which the first bands end.
    pub const MINUTES: [f64; 4] = [1.0, 2.0, 3.0, 5.0];
}

/// The map of a destination, as it is or with a design.
pub fn walk_map(
    survey: &Survey,
    design: &Design,
    to: Destination,
    with_design: bool,
) -> Result<WalkMap, NoWalks> {
    let things = survey.things(design);
    let site = survey.site(&things, &[]);
    let base = base(&site)?;
    let after;
    let state = if with_design {
        after = base.after(&site);
        &after
    } else {
        &base.state
    };
    let goals = state.goals(to);
    let field = state.ground.field(&goals);
    // Ground that nobody reaches from any door, such as between a hedge and a wall, is left bare.
    let homes: Vec<_> = base.doors.iter().map(|(_, door)| door.clone()).collect();
    let walked = state.ground.field(&homes);
    Ok(WalkMap {
        bands: bands(&state.ground, &field, &walked, speed(&site)),
        exists: !goals.is_empty(),
    })
}

fn bands(ground: &WalkGround, field: &Field, walked: &Field, speed: f64) -> [Band; 6] {
    let grid = ground.grid();
    let (cols, rows) = (grid.cols / COARSE, grid.rows / COARSE);
    // 0 where nobody walks, else the number of the band and one.
    let mut of = vec![0_u8; cols * rows];
    for row in 0..rows {
        for col in 0..cols {
            let cell = row * COARSE * grid.cols + col * COARSE;
            of[row * cols + col] = match field.at(cell) {
                Some(metres) => {
                    let minutes = metres / speed / 60.0;
                    1 + WalkMap::MINUTES.iter().filter(|end| minutes > **end).count() as u8
                }
                None if walked.at(cell).is_some() => 6,
                None => 0,
            };
        }
    }
    let step = grid.cell * COARSE as f64;
    let first = grid.middle(0);
    let corner = |x: usize, y: usize| {
        // Squares lie about the middles of their cells.
        let at = WorldPt::new(
            first.x + (x as f64 - 0.5) * step,
            first.y + (y as f64 - 0.5) * step,
        );
        (at.x as f32, at.y as f32)
    };
    [1, 2, 3, 4, 5, 6].map(|band| {
        let rings = rings(cols, rows, |at| of[at] == band);
        let rings = rings.into_iter();
        Band {
            rings: rings
                .map(|ring| ring.into_iter().map(|(x, y)| corner(x, y)).collect())
                .collect(),
        }
    })
}

/// East, north, west, south.
const WAYS: [(i64, i64); 4] = [(1, 0), (0, 1), (-1, 0), (0, -1)];

/// The edges about the squares of a grid that are in, as rings of corners with the squares to
/// their left.
fn rings(cols: usize, rows: usize, is_in: impl Fn(usize) -> bool) -> Vec<Vec<(usize, usize)>> {
    let inside = |x: i64, y: i64| {
        let there = x >= 0 && y >= 0 && x < cols as i64 && y < rows as i64;
        there && is_in(y as usize * cols + x as usize)
    };
    let wide = cols + 1;
    // For each corner of squares, the ways in which an edge leaves it, as bits.
    let mut leaves = vec![0_u8; wide * (rows + 1)];
    for y in 0..=rows as i64 {
        for x in 0..=cols as i64 {
            // The squares to the left and right of an edge that leaves east, north, west, south.
            let sides = [
                ((x, y), (x, y - 1)),
                ((x - 1, y), (x, y)),
                ((x - 1, y - 1), (x - 1, y)),
                ((x, y - 1), (x - 1, y - 1)),
            ];
            for (way, (left, right)) in sides.into_iter().enumerate() {
                if inside(left.0, left.1) && !inside(right.0, right.1) {
                    leaves[y as usize * wide + x as usize] |= 1 << way;
                }
            }
        }
    }
    let mut found = Vec::new();
    for start in 0..leaves.len() {
        while leaves[start] != 0 {
            found.push(ring_from(start, wide, &mut leaves));
        }
    }
    found
}

/// The ring that leaves a corner, taken out of the edges; only corners where it turns.
fn ring_from(start: usize, wide: usize, leaves: &mut [u8]) -> Vec<(usize, usize)> {
    let mut ring = Vec::new();
    let (mut at, mut heading) = (start, usize::MAX);
    loop {
        // Where two rings meet at a corner, turning left keeps them apart.
        let order = if heading == usize::MAX {
            [0, 1, 2, 3]
        } else {
            [1, 0, 3, 2].map(|turn| (heading + turn) % 4)
        };
        let Some(way) = order.into_iter().find(|way| leaves[at] & (1 << way) != 0) else {
            return ring;
        };
        leaves[at] &= !(1 << way);
        if way != heading {
            ring.push((at % wide, at / wide));
        }
        let (dx, dy) = WAYS[way];
        at = (at as i64 + dy * wide as i64 + dx) as usize;
        heading = way;
        if at == start && leaves[start] == 0 {
            return ring;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(ring: &[(usize, usize)]) -> f64 {
        let turned = |a: (usize, usize), b: (usize, usize)| a.0 as f64 * b.1 as f64 - b.0 as f64 * a.1 as f64;
        (0..ring.len())
            .map(|at| turned(ring[at], ring[(at + 1) % ring.len()]))
            .sum::<f64>()
            / 2.0
    }

    #[test]
    fn rings_go_round_the_squares_and_round_their_holes_the_other_way() {
        let picture = ["#####...", "#...#.#.", "#.#.#...", "#...#.##", "#####.##"];
        let filled = |at: usize| picture[at / 8].as_bytes()[at % 8] == b'#';
        let found = rings(8, 5, filled);
        let all: f64 = found.iter().map(|ring| area(ring)).sum();
        assert_eq!(all, 22.0);
        assert_eq!(found.iter().filter(|ring| area(ring) < 0.0).count(), 1);
        assert_eq!(found.len(), 5);
        assert!(found.iter().all(|ring| ring.len() >= 4));
    }

    #[test]
    fn squares_that_touch_at_a_corner_are_whole() {
        let picture = ["#.#", ".#.", "#.#"];
        let found = rings(3, 3, |at| picture[at / 3].as_bytes()[at % 3] == b'#');
        assert_eq!(found.iter().map(|ring| area(ring)).sum::<f64>(), 5.0);
    }
}
