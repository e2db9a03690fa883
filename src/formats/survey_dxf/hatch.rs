//! Hatches, which the crate `dxf` does not know: areas by their edges.

use super::super::assemble::Raw;
use super::curves;
use super::nesting::{self, Area, Islands};
use super::pairs::Pair;

/// More edges of one hatch than this are none of an estate.
const MOST: usize = 20_000;

/// The areas of a hatch; empty where it has none that can be read, or more rings than can be told apart. `pairs` are
/// those after its name.
pub(super) fn areas(pairs: &[Pair]) -> Vec<Area> {
    let mut hatch = Hatch { pairs, at: 0 };
    let paths = hatch.after(91).unwrap_or(0.0).clamp(0.0, MOST as f64) as usize;
    let mut rings: Vec<Vec<Raw>> = Vec::new();
    for _ in 0..paths {
        let Some(flags) = hatch.after(92) else { break };
        let ring = if flags as i64 & 2 == 2 {
            hatch.polyline()
        } else {
            hatch.edges()
        };
        let Some(mut ring) = ring else { break };
        if ring.first() == ring.last() {
            ring.pop();
        }
        if ring.len() > 2 {
            rings.push(ring);
        }
    }
    let islands = hatch.after(75).map_or(Islands::ByTurns, Islands::of_code);
    nesting::areas(rings, islands).unwrap_or_default()
}

struct Hatch<'a> {
    pairs: &'a [Pair<'a>],
    at: usize,
}

impl Hatch<'_> {
    /// The number of the next pair of a code.
    fn after(&mut self, code: i32) -> Option<f64> {
        let ahead = self
            .pairs
            .get(self.at..)?
            .iter()
            .position(|pair| pair.code == code)?;
        self.at += ahead + 1;
        self.pairs[self.at - 1].number()
    }
    /// The number of the very next pair, if it has that code.
    fn next(&mut self, code: i32) -> Option<f64> {
        let pair = self.pairs.get(self.at).filter(|pair| pair.code == code)?;
        self.at += 1;
        pair.number()
    }
    fn point(&mut self, code: i32) -> Option<Raw> {
        Some([self.after(code)?, self.after(code + 10)?])
    }
    fn count(&mut self, code: i32) -> Option<usize> {
        let count = self.after(code)?;
        (0.0..=MOST as f64).contains(&count).then_some(count as usize)
    }

    fn polyline(&mut self) -> Option<Vec<Raw>> {
        let mut corners = Vec::new();
        for _ in 0..self.count(93)? {
            let point = self.point(10)?;
            let bulge = self.next(42).unwrap_or(0.0);
            corners.push((point, bulge));
        }
        Some(curves::bulged(&corners, true))
    }

    fn edges(&mut self) -> Option<Vec<Raw>> {
        let mut ring: Vec<Raw> = Vec::new();
        for _ in 0..self.count(93)? {
            let mut edge = match self.after(72)? as i64 {
                1 => vec![self.point(10)?, self.point(11)?],
                kind @ (2 | 3) => {
                    let centre = self.point(10)?;
                    let major = if kind == 3 { self.point(11)? } else { [0.0, 0.0] };
                    let size = self.after(40)?;
                    let (from, to) = (self.after(50)?, self.after(51)?);
                    let way = if self.after(73)? == 0.0 { -1.0 } else { 1.0 };
                    let turn = curves::sweep(from, to) * way;
                    let from = from.to_radians() * way;
                    match kind {
                        2 => curves::arc(centre, size, from, turn),
                        _ => curves::ellipse(centre, major, size, from, turn),
                    }
                }
                4 => self.spline()?,
                _ => return None,
            };
            // An edge may be written against the way round.
            if let (Some(end), Some(first), Some(last)) = (ring.last(), edge.first(), edge.last())
                && far(*end, *last) < far(*end, *first)
            {
                edge.reverse();
            }
            let known = ring.last().is_some_and(|end| edge.first() == Some(end));
            ring.extend(edge.into_iter().skip(usize::from(known)));
        }
        Some(ring)
    }

    fn spline(&mut self) -> Option<Vec<Raw>> {
        let degree = self.count(94)?;
        let (knots, control) = (self.count(95)?, self.count(96)?);
        let knots: Option<Vec<f64>> = (0..knots).map(|_| self.after(40)).collect();
        let mut points = Vec::new();
        let mut weights = Vec::new();
        for _ in 0..control {
            points.push(self.point(10)?);
            weights.extend(self.next(42));
        }
        Some(curves::spline(degree, &knots?, &weights, &points, &[]))
    }
}

fn far(a: Raw, b: Raw) -> f64 {
    libm::hypot(a[0] - b[0], a[1] - b[1])
}
