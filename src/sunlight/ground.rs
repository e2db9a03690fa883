//! How much of a piece of ground lies in the sun.

use std::sync::OnceLock;

use crate::geometry::{Bounds, Region, WorldPt};

use super::{Day, Minutes, Solid, Track};

/// Points of ground are asked so many metres apart (GB/T 50947-2014: 1 to 5 m) …
const APART_M: f64 = 2.0;
/// … or further apart, where that would be more than so many points.
const MOST_POINTS: f64 = 60_000.0;

/// Ground among solids: points of it on a grid, each of which is in the sun or not. A point is asked
/// once, however many pieces of ground it lies in.
#[derive(Debug)]
pub struct LitGround {
    track: Track,
    all: Minutes,
    solids: Vec<Solid>,
    minutes: u32,
    segment: u32,
    min: WorldPt,
    step: f64,
    columns: usize,
    lit: Vec<OnceLock<bool>>,
}

impl LitGround {
    /// The ground of a box on a day at a latitude in degrees north. A point is in the sun that has at least
    /// so many minutes of it, stretches of sun shorter than `segment` minutes not counted: what lies
    /// outside the standard shadow line of GB 50180-2018 4.0.7.
    pub fn new(
        latitude: f64,
        day: Day,
        bounds: Bounds,
        solids: Vec<Solid>,
        minutes: u32,
        segment: u32,
    ) -> Self {
        let track = Track::new(latitude, day);
        let step = APART_M.max((bounds.width() * bounds.height() / MOST_POINTS).sqrt());
        let many = |length: f64| (length / step).ceil().max(1.0) as usize;
        let (columns, rows) = (many(bounds.width()), many(bounds.height()));
        Self {
            all: track.minutes(),
            track,
            solids,
            minutes,
            segment,
            min: bounds.min,
            step,
            columns,
            lit: (0..columns * rows).map(|_| OnceLock::new()).collect(),
        }
    }

    /// The share, 0 to 1, of a piece of ground that is in the sun. None for ground without area, outside
    /// the box, and where the sun does not rise that day.
    pub fn share(&self, ground: &Region) -> Option<f64> {
        if self.all.is_empty() {
            return None;
        }
        let inside = self.inside(ground);
        let sunny = match inside.as_slice() {
            // So thin that it lies between the points of the grid.
            [] => {
                let labels: Vec<WorldPt> = ground.pieces().map(|(edge, _)| edge.label_point()).collect();
                let sunny = labels.iter().filter(|point| self.is_sunny(**point)).count();
                return (!labels.is_empty()).then(|| sunny as f64 / labels.len() as f64);
            }
            points => points
                .iter()
                .filter(|(row, column)| self.is_lit(*row, *column))
                .count(),
        };
        Some(sunny as f64 / inside.len() as f64)
    }

    /// The points that lie inside, row by row: those between an odd crossing of the edges and the next.
    fn inside(&self, ground: &Region) -> Vec<(usize, usize)> {
        let rows = self.lit.len() / self.columns;
        let mut crossings: Vec<Vec<f64>> = vec![Vec::new(); rows];
        let at = |metres: f64| metres / self.step - 0.5;
        for ring in ground.rings() {
            for (n, from) in ring.iter().enumerate() {
                let to = ring[(n + 1) % ring.len()];
                let (low, high) = if from.y <= to.y { (*from, to) } else { (to, *from) };
                let first = at(low.y - self.min.y).ceil().max(0.0) as usize;
                for (row, crossings) in crossings.iter_mut().enumerate().skip(first) {
                    let y = self.min.y + (row as f64 + 0.5) * self.step;
                    if y >= high.y {
                        break;
                    }
                    crossings.push(low.x + (high.x - low.x) * ((y - low.y) / (high.y - low.y)));
                }
            }
        }
        let mut inside = Vec::new();
        for (row, crossings) in crossings.iter_mut().enumerate() {
            crossings.sort_by(f64::total_cmp);
            for pair in crossings.chunks_exact(2) {
                let from = at(pair[0] - self.min.x).ceil().max(0.0) as usize;
                let to = (at(pair[1] - self.min.x).ceil().max(0.0) as usize).min(self.columns);
                inside.extend((from..to).map(|column| (row, column)));
            }
        }
        inside
    }

    fn is_lit(&self, row: usize, column: usize) -> bool {
        let middle = |at: usize| (at as f64 + 0.5) * self.step;
        let point = || WorldPt::new(self.min.x + middle(column), self.min.y + middle(row));
        let known = self.lit.get(row * self.columns + column);
        known.is_some_and(|known| *known.get_or_init(|| self.is_sunny(point())))
    }

    fn is_sunny(&self, point: WorldPt) -> bool {
        let mut shaded = Minutes::default();
        for solid in &self.solids {
            self.track.shade(point, 0.0, solid, &mut shaded);
        }
        self.all.without(&shaded).counted(self.segment) >= self.minutes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{Outline, WorldVec};

    fn rectangle(x: f64, y: f64, width: f64, depth: f64) -> Outline {
        Outline::rectangle(WorldPt::new(x, y), WorldVec::new(width, depth), 0.0)
    }

    fn among(solids: Vec<Solid>, lawn: &Region) -> Option<f64> {
        let bounds = rectangle(0.0, 27.0, 20.0, 54.0).bounds();
        LitGround::new(35.41, Day::GreatCold, bounds, solids, 120, 5).share(lawn)
    }

    #[test]
    fn a_lawn_behind_a_slab_has_two_hours_of_sun_from_where_the_shadow_ends() {
        // 18 m high: on the ground the standard's two hours are had 18 × 1.5 m behind it (D2).
        let slab = Solid::standing(rectangle(0.0, -5.5, 4_000.0, 11.0), 18.0).unwrap();
        let lawn = Region::from(&rectangle(0.0, 27.0, 20.0, 54.0));
        let share = among(vec![slab], &lawn).unwrap();
        assert!((share - 0.5).abs() < 0.04, "{share}");
        assert_eq!(among(Vec::new(), &lawn), Some(1.0));
        let strip = Region::from(&rectangle(0.0, 50.0, 6.0, 0.3));
        assert_eq!(among(Vec::new(), &strip), Some(1.0));
    }

    #[test]
    fn no_ground_has_no_share() {
        assert_eq!(among(Vec::new(), &Region::default()), None);
    }
}
