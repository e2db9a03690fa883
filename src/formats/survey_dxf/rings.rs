//! Loose lines joined into rings: houses in surveys are often drawn as lines that nearly meet.

use std::collections::{HashMap, HashSet};

use super::super::assemble::Raw;

/// A ring that was joined of lines.
pub(super) struct Joined {
    /// Its corners, the first not repeated.
    pub corners: Vec<Raw>,
    /// The widest gap that was closed, in metres.
    pub gap: f64,
}

/// The rings that lines make when gaps up to `tolerance` metres are closed, and the lines that make none.
pub(super) fn join(lines: Vec<Vec<Raw>>, tolerance: f64) -> (Vec<Joined>, Vec<Vec<Raw>>) {
    let lines = without_doubles(lines);
    let mut ends = Ends::new(&lines, tolerance);
    let mut used = vec![false; lines.len()];
    let mut rings = Vec::new();
    let mut open = Vec::new();
    for at in 0..lines.len() {
        if std::mem::replace(&mut used[at], true) {
            continue;
        }
        ends.take(at);
        let mut chain = lines[at].clone();
        let mut gap: f64 = 0.0;
        // First on from its end, then, turned round, on from its beginning.
        for _ in 0..2 {
            while !is_closed(&chain, tolerance) {
                let Some(last) = chain.last().copied() else { break };
                let Some((next, from_end, far)) = ends.nearest(last) else {
                    break;
                };
                ends.take(next);
                used[next] = true;
                gap = gap.max(far);
                let mut piece = lines[next].clone();
                if from_end {
                    piece.reverse();
                }
                chain.extend(piece.into_iter().skip(usize::from(far < 1e-6)));
            }
            if is_closed(&chain, tolerance) {
                break;
            }
            chain.reverse();
        }
        if is_closed(&chain, tolerance) {
            let far = between(chain[0], chain[chain.len() - 1]);
            gap = gap.max(far);
            if far < 1e-6 {
                chain.pop();
            }
            rings.push(Joined { corners: chain, gap });
        } else {
            open.push(chain);
        }
    }
    (rings, open)
}

/// Lines once each, whichever way they run, and none that is a point.
fn without_doubles(lines: Vec<Vec<Raw>>) -> Vec<Vec<Raw>> {
    let mut seen = HashSet::new();
    let cell = |point: &Raw| point.map(|n| (n * 100.0).round() as i64);
    let mut once = Vec::with_capacity(lines.len());
    for line in lines {
        let (Some(first), Some(last)) = (line.first(), line.last()) else {
            continue;
        };
        let length: f64 = line.windows(2).map(|pair| between(pair[0], pair[1])).sum();
        if length < 0.001 {
            continue;
        }
        let (a, b) = (cell(first), cell(last));
        let key = (a.min(b), a.max(b), line.len(), (length * 100.0).round() as i64);
        if seen.insert(key) {
            once.push(line);
        }
    }
    once
}

fn is_closed(chain: &[Raw], tolerance: f64) -> bool {
    match (chain.first(), chain.last()) {
        (Some(first), Some(last)) => {
            let length: f64 = chain.windows(2).map(|pair| between(pair[0], pair[1])).sum();
            chain.len() > 3 && between(*first, *last) <= tolerance && length > 4.0 * tolerance
        }
        _ => false,
    }
}

/// The distance of two points.
pub(super) fn between(a: Raw, b: Raw) -> f64 {
    libm::hypot(a[0] - b[0], a[1] - b[1])
}

/// The free ends of lines, found by where they are.
struct Ends<'a> {
    lines: &'a [Vec<Raw>],
    tolerance: f64,
    cells: HashMap<[i64; 2], Vec<(usize, bool)>>,
}

impl<'a> Ends<'a> {
    fn new(lines: &'a [Vec<Raw>], tolerance: f64) -> Self {
        let mut ends = Self {
            lines,
            tolerance: tolerance.max(0.001),
            cells: HashMap::new(),
        };
        for at in 0..lines.len() {
            for is_end in [false, true] {
                let cell = ends.cell(ends.point(at, is_end));
                ends.cells.entry(cell).or_default().push((at, is_end));
            }
        }
        ends
    }
    fn point(&self, at: usize, is_end: bool) -> Raw {
        let line = &self.lines[at];
        // Lines of no points were left out.
        if is_end { line[line.len() - 1] } else { line[0] }
    }
    fn cell(&self, point: Raw) -> [i64; 2] {
        point.map(|n| (n / self.tolerance).floor() as i64)
    }
    fn take(&mut self, at: usize) {
        for is_end in [false, true] {
            let cell = self.cell(self.point(at, is_end));
            if let Some(ends) = self.cells.get_mut(&cell) {
                ends.retain(|(line, _)| *line != at);
            }
        }
    }
    /// The nearest free end within the tolerance, whether it is the line's end, and how far it is.
    fn nearest(&self, from: Raw) -> Option<(usize, bool, f64)> {
        let [x, y] = self.cell(from);
        let cells = (-1..=1).flat_map(|dx| (-1..=1).map(move |dy| [x + dx, y + dy]));
        let ends = cells.filter_map(|cell| self.cells.get(&cell)).flatten();
        let far = ends.map(|(line, is_end)| (*line, *is_end, between(from, self.point(*line, *is_end))));
        far.filter(|(.., far)| *far <= self.tolerance)
            .min_by(|a, b| a.2.total_cmp(&b.2))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_lines_that_nearly_meet_are_a_house_and_say_by_how_much() {
        let lines = vec![
            vec![[0.0, 0.0], [10.0, 0.0]],
            vec![[10.0, 8.0], [10.05, 0.0]],
            vec![[10.0, 0.0], [0.0, 0.0]],
            vec![[0.0, 8.0], [10.0, 8.0]],
            vec![[0.0, 8.0], [0.0, 0.1]],
            vec![[50.0, 0.0], [60.0, 0.0]],
        ];
        let (rings, open) = join(lines, 0.2);
        assert_eq!((rings.len(), open.len()), (1, 1));
        assert!((rings[0].gap - 0.1).abs() < 1e-9);
        assert!(rings[0].corners.len() >= 4);
    }

    #[test]
    fn lines_farther_apart_than_the_tolerance_stay_open() {
        let lines = vec![vec![[0.0, 0.0], [10.0, 0.0], [10.0, 8.0], [0.0, 8.0], [0.0, 0.5]]];
        assert_eq!(join(lines.clone(), 0.2).0.len(), 0);
        assert_eq!(join(lines, 0.6).0.len(), 1);
    }
}
