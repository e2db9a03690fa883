//! Curves as corners. A corner stands every few degrees: on a bend of ten metres the chord is then off by less than
//! two centimetres, which is what a survey on 1:500 is good for.

use std::f64::consts::{PI, TAU};

use super::super::assemble::Raw;

/// The turn between two corners of a curve.
const STEP: f64 = PI / 40.0;
/// Corners of a curve through control points, a span.
const A_SPAN: usize = 8;
/// Corners of one such curve at most.
const MOST: usize = 2_000;

/// The corners of a circle.
pub(super) fn circle(centre: Raw, radius: f64) -> Vec<Raw> {
    let mut corners = arc(centre, radius, 0.0, TAU);
    corners.pop();
    corners
}

/// The corners of an arc, anticlockwise from one angle (radians) through a turn, or clockwise where it is negative.
pub(super) fn arc(centre: Raw, radius: f64, from: f64, turn: f64) -> Vec<Raw> {
    ellipse(centre, [radius, 0.0], 1.0, from, turn)
}

/// The corners of a part of an ellipse: its longer half axis, how long the other is to it, and its parameters.
pub(super) fn ellipse(centre: Raw, major: Raw, ratio: f64, from: f64, turn: f64) -> Vec<Raw> {
    if !(from.is_finite() && turn.is_finite()) {
        return Vec::new();
    }
    let turn = turn.clamp(-TAU, TAU);
    let steps = (turn.abs() / STEP).ceil().max(1.0) as usize;
    let minor = [-major[1] * ratio, major[0] * ratio];
    (0..=steps)
        .map(|step| {
            let (sin, cos) = libm::sincos(from + turn * step as f64 / steps as f64);
            [0, 1].map(|axis| centre[axis] + major[axis] * cos + minor[axis] * sin)
        })
        .collect()
}

/// The turn anticlockwise from one angle to another, in degrees, as radians; a whole one where they are the same.
pub(super) fn sweep(from: f64, to: f64) -> f64 {
    let turn = (to - from).rem_euclid(360.0);
    if turn < 1e-9 { TAU } else { turn.to_radians() }
}

/// Corners with bulges (the tangent of a quarter of the turn to the next corner) as corners alone.
pub(super) fn bulged(corners: &[(Raw, f64)], closed: bool) -> Vec<Raw> {
    let mut out = Vec::with_capacity(corners.len());
    for (at, (here, bulge)) in corners.iter().enumerate() {
        out.push(*here);
        let next = match corners.get(at + 1) {
            Some((next, _)) => *next,
            None if closed => corners[0].0,
            None => break,
        };
        if bulge.abs() < 1e-9 || !bulge.is_finite() {
            continue;
        }
        let turn = 4.0 * libm::atan(*bulge);
        let (dx, dy) = (next[0] - here[0], next[1] - here[1]);
        // The centre lies beside the middle of the chord, on the left where the bulge is positive.
        let off = (1.0 - bulge * bulge) / (4.0 * bulge);
        let centre = [
            (here[0] + next[0]) / 2.0 - dy * off,
            (here[1] + next[1]) / 2.0 + dx * off,
        ];
        let radius = libm::hypot(here[0] - centre[0], here[1] - centre[1]);
        let from = libm::atan2(here[1] - centre[1], here[0] - centre[0]);
        let points = arc(centre, radius, from, turn);
        out.extend(points.get(1..points.len().saturating_sub(1)).unwrap_or_default());
    }
    out
}

/// A curve through control points by de Boor, or the fit points where it is not whole.
pub(super) fn spline(
    degree: usize,
    knots: &[f64],
    weights: &[f64],
    control: &[Raw],
    fit: &[Raw],
) -> Vec<Raw> {
    let whole = (1..=10).contains(&degree)
        && control.len() > degree
        && knots.len() == control.len() + degree + 1
        && knots.windows(2).all(|pair| pair[0] <= pair[1])
        && (weights.is_empty() || weights.len() == control.len());
    if !whole {
        return if fit.len() > 1 {
            fit.to_vec()
        } else {
            control.to_vec()
        };
    }
    let (first, last) = (knots[degree], knots[control.len()]);
    let steps = ((control.len() - degree) * A_SPAN).min(MOST);
    (0..=steps)
        .map(|step| {
            let at = first + (last - first) * step as f64 / steps as f64;
            de_boor(degree, knots, weights, control, at)
        })
        .collect()
}

fn de_boor(degree: usize, knots: &[f64], weights: &[f64], control: &[Raw], at: f64) -> Raw {
    let mut span = degree;
    while span + 1 < control.len() && at >= knots[span + 1] {
        span += 1;
    }
    // Points with their weight as a third number.
    let mut points: Vec<[f64; 3]> = (0..=degree)
        .map(|j| {
            let index = span - degree + j;
            let weight = weights.get(index).copied().unwrap_or(1.0);
            [control[index][0] * weight, control[index][1] * weight, weight]
        })
        .collect();
    for level in 1..=degree {
        for j in (level..=degree).rev() {
            let left = span - degree + j;
            let length = knots[left + degree + 1 - level] - knots[left];
            let share = if length > 0.0 {
                (at - knots[left]) / length
            } else {
                0.0
            };
            let before = points[j - 1];
            for (here, before) in points[j].iter_mut().zip(before) {
                *here = before * (1.0 - share) + *here * share;
            }
        }
    }
    let [x, y, weight] = points[degree];
    if weight.abs() < 1e-12 {
        [x, y]
    } else {
        [x / weight, y / weight]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bulge_of_one_is_a_half_circle_on_the_right_of_the_way_there() {
        let points = bulged(&[([0.0, 0.0], 1.0), ([10.0, 0.0], 0.0)], false);
        let lowest = points.iter().map(|p| p[1]).fold(0.0, f64::min);
        assert!((lowest + 5.0).abs() < 1e-9, "{lowest}");
        assert!(
            points
                .iter()
                .all(|p| (libm::hypot(p[0] - 5.0, p[1]) - 5.0).abs() < 1e-9)
        );
    }

    #[test]
    fn a_curve_of_one_span_is_the_curve_of_bezier() {
        let control = [[0.0, 0.0], [0.0, 10.0], [10.0, 10.0], [10.0, 0.0]];
        let points = spline(3, &[0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0], &[], &control, &[]);
        assert_eq!(points[0], [0.0, 0.0]);
        assert!(
            points
                .iter()
                .any(|p| (p[0] - 5.0).abs() < 1e-9 && (p[1] - 7.5).abs() < 1e-9)
        );
        assert_eq!(points[points.len() - 1], [10.0, 0.0]);
    }

    #[test]
    fn a_curve_whose_knots_are_not_whole_goes_through_its_fit_points() {
        let fit = [[0.0, 0.0], [1.0, 1.0]];
        assert_eq!(spline(3, &[0.0], &[], &[], &fit), fit);
    }
}
