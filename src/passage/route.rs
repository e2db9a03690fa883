//! A way as a vehicle would drive it: pulled straight, its corners rounded, and the vehicle on it
//! step by step.

use crate::geometry::{Outline, Region, WorldPt, WorldVec};

use super::drive::Driven;
use super::edges::length;
use super::lane::{LaneGround, Vehicle};

/// No straight piece is looked for over more lattice points than this.
const LOOK_AHEAD: usize = 160;
/// Radii tried at a corner, as shares of the vehicle's own.
const RADII: [f64; 6] = [1.0, 0.8, 0.6, 0.45, 0.3, 0.2];
/// Pieces of a rounded corner.
const ROUND: usize = 8;
/// From one picture of the vehicle to the next, in metres.
const STEP_M: f64 = 0.5;
/// The body that lies before the front axle, as a share of what the axles do not span.
const FRONT: f64 = 0.4;

/// Where a vehicle's body is and where it heads.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pose {
    /// The middle of the body.
    pub at: WorldPt,
    /// A step of length one, forward.
    pub heading: WorldVec,
}

/// A way that is driven.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Route {
    /// The line of the vehicle's front axle, from the gate on.
    pub line: Vec<WorldPt>,
    /// The vehicle on it, half a metre apart.
    pub poses: Vec<Pose>,
}

impl Route {
    /// The ground that the body sweeps.
    pub fn swept(&self, vehicle: &Vehicle) -> Region {
        let bodies: Vec<Outline> = self.poses.iter().map(|pose| pose.body(vehicle)).collect();
        Region::union_of(&bodies)
    }
}

impl Pose {
    /// The outline of the body.
    pub fn body(&self, vehicle: &Vehicle) -> Outline {
        Outline::rectangle(
            self.at,
            WorldVec::new(vehicle.length, vehicle.body),
            self.heading.degrees(),
        )
    }
}

impl Driven {
    /// How the vehicle drives to where it stands for a target; none where it gets nowhere.
    pub fn drives(&self, ground: &LaneGround, target: usize) -> Option<Route> {
        let stand = self.targets.get(target)?.stand?;
        let points = self.points_to(ground, stand);
        let line = rounded(ground, &pulled_straight(ground, &points));
        Some(Route {
            poses: poses(&line, &ground.vehicle),
            line,
        })
    }
}

/// The corners of the way with straight pieces between them that are no nearer to edges than the way was.
fn pulled_straight(ground: &LaneGround, points: &[usize]) -> Vec<WorldPt> {
    let mut corners: Vec<usize> = Vec::new();
    let mut at = 0;
    while at + 1 < points.len() {
        corners.push(points[at]);
        let mut room = ground.room()[points[at]];
        let mut farthest = at + 1;
        for next in at + 1..points.len().min(at + LOOK_AHEAD) {
            room = room.min(ground.room()[points[next]]);
            if is_clear(
                ground,
                ground.lattice.at(points[at]),
                ground.lattice.at(points[next]),
                room,
            ) {
                farthest = next;
            } else if next > farthest + 12 {
                break;
            }
        }
        at = farthest;
    }
    corners.extend(points.last());
    corners.into_iter().map(|at| ground.lattice.at(at)).collect()
}

/// Whether a straight piece runs over free ground with so much room beside it, less a cell.
fn is_clear(ground: &LaneGround, from: WorldPt, to: WorldPt, room: u8) -> bool {
    let step = to - from;
    let count = (length(step) / ground.lattice.cell * 1.5).ceil().max(1.0) as usize;
    (0..=count).all(|at| {
        let point = from + step * (at as f64 / count as f64);
        let near = ground.lattice.nearest(point);
        near.is_some_and(|near| ground.free[near] && ground.room()[near] + 1 >= room)
    })
}

fn rounded(ground: &LaneGround, corners: &[WorldPt]) -> Vec<WorldPt> {
    let mut line: Vec<WorldPt> = corners.first().copied().into_iter().collect();
    for three in corners.windows(3) {
        line.extend(round(ground, three[0], three[1], three[2]));
    }
    line.extend(corners.last().filter(|_| corners.len() > 1));
    line
}

/// A corner rounded as far as the ground allows.
fn round(ground: &LaneGround, before: WorldPt, corner: WorldPt, after: WorldPt) -> Vec<WorldPt> {
    let (back, on) = (before - corner, after - corner);
    let (Some(back_unit), Some(on_unit)) = (unit(back), unit(on)) else {
        return vec![corner];
    };
    let vehicle = &ground.vehicle;
    let largest = vehicle.inner_radius + vehicle.width / 2.0;
    // The tangent's length for a radius: r / tan(half the angle between the two pieces).
    let cos = back_unit.dot(on_unit);
    let tangent = ((1.0 + cos) / (1.0 - cos).max(1e-9)).max(0.0).sqrt();
    let room = ground
        .lattice
        .nearest(corner)
        .map_or(0, |near| ground.room()[near]);
    for share in RADII {
        let reach = largest * share * tangent;
        let reach = reach.min(length(back) / 2.0).min(length(on) / 2.0);
        let (from, to) = (corner + back_unit * reach, corner + on_unit * reach);
        let arc: Vec<WorldPt> = (0..=ROUND)
            .map(|n| {
                let t = n as f64 / ROUND as f64;
                // The square curve through both ends that touches both pieces.
                let (one, other) = (from + (corner - from) * t, corner + (to - corner) * t);
                one + (other - one) * t
            })
            .collect();
        if arc
            .windows(2)
            .all(|pair| is_clear(ground, pair[0], pair[1], room.saturating_sub(1)))
        {
            return arc;
        }
    }
    vec![corner]
}

fn unit(step: WorldVec) -> Option<WorldVec> {
    let long = length(step);
    (long > 1e-9).then(|| step / long)
}

/// The vehicle along a line: its front axle is led along it and its rear axle follows.
fn poses(line: &[WorldPt], vehicle: &Vehicle) -> Vec<Pose> {
    let (Some(first), Some(second)) = (line.first(), line.get(1)) else {
        return Vec::new();
    };
    let Some(mut heading) = unit(*second - *first) else {
        return Vec::new();
    };
    let mut rear = *first - heading * vehicle.wheelbase;
    let ahead = vehicle.wheelbase + (vehicle.length - vehicle.wheelbase) * FRONT - vehicle.length / 2.0;
    let mut found = Vec::new();
    let mut since = STEP_M;
    for pair in line.windows(2) {
        let step = pair[1] - pair[0];
        let count = (length(step) / (STEP_M / 2.0)).ceil().max(1.0) as usize;
        for at in 0..count {
            let front = pair[0] + step * (at as f64 / count as f64);
            heading = unit(front - rear).unwrap_or(heading);
            rear = front - heading * vehicle.wheelbase;
            since += length(step) / count as f64;
            if since >= STEP_M {
                since = 0.0;
                found.push(Pose {
                    at: rear + heading * ahead,
                    heading,
                });
            }
        }
    }
    if let Some(last) = line.last() {
        heading = unit(*last - rear).unwrap_or(heading);
        found.push(Pose {
            at: *last - heading * (vehicle.wheelbase - ahead),
            heading,
        });
    }
    found
}
