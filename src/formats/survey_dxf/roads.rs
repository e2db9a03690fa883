//! Roads of their two edges: surveys draw kerbs, not middles.

use super::super::assemble::Raw;
use super::rings::between;

/// Widths of roads that are looked for, in metres.
const WIDTHS: std::ops::RangeInclusive<f64> = 1.5..=25.0;
/// The distance of two places at which an edge is looked at, in metres.
const STEP_M: f64 = 2.0;
/// Places of one edge at most.
const PLACES: usize = 120;
/// How much of each edge has to run beside the other one.
const BESIDE: f64 = 0.6;
/// Ends that are no farther apart than that are one place, in metres.
const CLOSED_M: f64 = 0.05;
/// More edges than this are not paired: each is held against each.
const MOST: usize = 600;

/// The areas between edges that run beside each other (the rings of each), and the edges that have no partner. An edge
/// that ends where it begins goes round a block.
pub(super) fn pair(mut edges: Vec<Vec<Raw>>) -> (Vec<Vec<Vec<Raw>>>, Vec<Vec<Raw>>) {
    if edges.len() > MOST {
        return (Vec::new(), edges);
    }
    for edge in &mut edges {
        // One that comes back to where it began goes round, also where its ends are a finger's width apart.
        if let (Some(first), Some(last)) = (edge.first().copied(), edge.last_mut())
            && between(first, *last) < CLOSED_M
        {
            *last = first;
        }
    }
    edges.sort_by(|a, b| length(b).total_cmp(&length(a)));
    let places: Vec<Vec<Raw>> = edges.iter().map(|edge| places_on(edge)).collect();
    let mut free = vec![true; edges.len()];
    let mut areas = Vec::new();
    for one in 0..edges.len() {
        if !free[one] {
            continue;
        }
        let others = (one + 1..edges.len()).filter(|other| free[*other]);
        let beside = others.filter_map(|other| {
            let width = apart(&places[one], &edges[other])?;
            apart(&places[other], &edges[one])?;
            Some((other, width))
        });
        let Some((other, _)) = beside.min_by(|a, b| a.1.total_cmp(&b.1)) else {
            continue;
        };
        (free[one], free[other]) = (false, false);
        areas.push(strip(&edges[one], &edges[other]));
    }
    let alone = edges
        .into_iter()
        .zip(free)
        .filter_map(|(edge, free)| free.then_some(edge));
    (areas, alone.collect())
}

/// How wide a closed line is if it is the outline of a road and no edge of one that goes round, in metres.
fn width_of(ring: &[Raw]) -> f64 {
    2.0 * super::things::area(ring) / length(ring).max(0.001)
}

/// Whether a closed line can be the outline of a road.
pub(super) fn is_outline(ring: &[Raw]) -> bool {
    WIDTHS.contains(&width_of(ring))
}

fn length(line: &[Raw]) -> f64 {
    line.windows(2).map(|pair| between(pair[0], pair[1])).sum()
}

/// Places along a line, evenly.
fn places_on(line: &[Raw]) -> Vec<Raw> {
    let total = length(line);
    let count = ((total / STEP_M) as usize).clamp(2, PLACES);
    let step = total / count as f64;
    let mut places = Vec::with_capacity(count + 1);
    let mut ahead = step / 2.0;
    for pair in line.windows(2) {
        let side = between(pair[0], pair[1]);
        while ahead < side {
            let share = ahead / side;
            places.push([0, 1].map(|axis| pair[0][axis] + (pair[1][axis] - pair[0][axis]) * share));
            ahead += step;
        }
        ahead -= side;
    }
    places
}

/// How far a line is from places that run beside it: the middle one of the distances, if most are near it.
fn apart(places: &[Raw], line: &[Raw]) -> Option<f64> {
    let mut far: Vec<f64> = places.iter().map(|place| from_line(*place, line)).collect();
    far.sort_by(f64::total_cmp);
    let count = far.len() as f64;
    // Where one edge is longer than the other, its far places say nothing; the width is that of the near ones.
    let width = *far.get((count * BESIDE / 2.0) as usize)?;
    let near = far
        .iter()
        .filter(|far| (*far - width).abs() <= 0.25 * width + 0.3)
        .count() as f64;
    (WIDTHS.contains(&width) && near >= BESIDE * count).then_some(width)
}

fn from_line(place: Raw, line: &[Raw]) -> f64 {
    let to_side = |pair: &[Raw]| {
        let (way, off) = (
            [pair[1][0] - pair[0][0], pair[1][1] - pair[0][1]],
            [place[0] - pair[0][0], place[1] - pair[0][1]],
        );
        let square = way[0] * way[0] + way[1] * way[1];
        let share = if square > 0.0 {
            ((way[0] * off[0] + way[1] * off[1]) / square).clamp(0.0, 1.0)
        } else {
            0.0
        };
        libm::hypot(off[0] - way[0] * share, off[1] - way[1] * share)
    };
    line.windows(2).map(to_side).fold(f64::INFINITY, f64::min)
}

fn strip(one: &[Raw], other: &[Raw]) -> Vec<Vec<Raw>> {
    let goes_round = |line: &[Raw]| line.first() == line.last();
    if goes_round(one) && goes_round(other) {
        // The longer one is outside.
        return [one, other].map(|line| line[..line.len() - 1].to_vec()).to_vec();
    }
    let mut ring = one.to_vec();
    let end = ring[ring.len() - 1];
    let turned = between(end, other[0]) > between(end, other[other.len() - 1]);
    if turned {
        ring.extend(other.iter().rev());
    } else {
        ring.extend(other);
    }
    vec![ring]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_kerbs_are_a_road_and_a_line_across_is_none() {
        let edges = vec![
            vec![[0.0, 0.0], [60.0, 0.0]],
            vec![[58.0, 5.0], [1.0, 5.0]],
            vec![[30.0, 10.0], [30.0, 40.0]],
        ];
        let (areas, alone) = pair(edges);
        assert_eq!(areas, [[[[0.0, 0.0], [60.0, 0.0], [58.0, 5.0], [1.0, 5.0]]]]);
        assert_eq!(alone.len(), 1);
    }
}
