//! The ground between fire lanes and the façades that they serve, reckoned once a project.

use crate::estate::{Class, Feature, FeatureId, Shape};
use crate::geometry::{Bounds, Index, Outline, Region, Segment};
use crate::project::Project;

use super::distance::has_windows;
use super::profile::Profile;
use super::terrain::Terrain;

/// Strips shorter than this along a wall, in metres, are corners that a lane only passes.
const SHORTEST_M: f64 = 0.5;
/// A lane passes a wall where it runs within 45° of it, by the cosine.
const ALONG: f64 = 0.7;

/// The ground between a stretch of lane and a wall.
#[derive(Clone, Debug)]
pub(super) struct Strip {
    pub building: FeatureId,
    pub lane: FeatureId,
    pub ground: Region,
}

/// All of them, by place.
#[derive(Clone, Debug, Default)]
pub(super) struct Facades {
    strips: Vec<Strip>,
    index: Index<usize>,
}

impl Facades {
    /// The strips of a project, as far as the profile says that a lane serves a wall.
    pub fn new(project: &Project, terrain: &Terrain, profile: &Profile) -> Self {
        let Some(served) = profile.provision("fire-facade.served") else {
            return Self::default();
        };
        let estate = &project.estate;
        let mut strips = Vec::new();
        for lane in estate.features() {
            let (
                Class::Road {
                    fire: true,
                    width: Some(width),
                    ..
                },
                Shape::Line(line),
            ) = (&lane.class, &lane.shape)
            else {
                continue;
            };
            for piece in line.segments() {
                let around = Bounds::of([piece.from, piece.to]).unwrap_or_default();
                let mut near: Vec<&Feature> = estate
                    .in_box(around.grown(served.value + width))
                    .map(AsRef::as_ref)
                    .filter(|feature| has_windows(&feature.class))
                    .collect();
                near.sort_by(|a, b| a.id.cmp(&b.id));
                for building in near {
                    let walls = terrain.walls(building).iter();
                    strips.extend(walls.filter_map(|wall| {
                        let outline = between(&wall.side, &piece, width / 2.0, served.value)?;
                        Some(Strip {
                            building: building.id.clone(),
                            lane: lane.id.clone(),
                            ground: Region::from(&outline),
                        })
                    }));
                }
            }
        }
        let bounds = |strip: &Strip| strip.ground.bounds().unwrap_or_default();
        let index = Index::bulk(strips.iter().enumerate().map(|(at, strip)| (at, bounds(strip))));
        Self { strips, index }
    }
    /// The strips whose boxes meet a box.
    pub fn in_box(&self, bounds: Bounds) -> Vec<&Strip> {
        let mut found: Vec<usize> = self.index.in_box(bounds).copied().collect();
        found.sort_unstable();
        found.into_iter().map(|at| &self.strips[at]).collect()
    }
}

/// What lies between a wall and the near edge of a lane that passes it within so many metres.
fn between(wall: &Segment, lane: &Segment, half: f64, served: f64) -> Option<Outline> {
    let along = (wall.to - wall.from).unit()?;
    // Corners run anticlockwise, so the outside lies on the right.
    let out = -along.left();
    let run = (lane.to - lane.from).unit()?.dot(along);
    if run.abs() < ALONG {
        return None;
    }
    let frame = |p| {
        let step: crate::geometry::WorldVec = p - wall.from;
        (step.dot(along), step.dot(out) - half / run.abs())
    };
    let (mut from, mut to) = (frame(lane.from), frame(lane.to));
    if from.0 > to.0 {
        std::mem::swap(&mut from, &mut to);
    }
    let slope = (to.1 - from.1) / (to.0 - from.0);
    let edge = |t: f64| from.1 + slope * (t - from.0);
    let (mut low, mut high) = (from.0.max(0.0), to.0.min(wall.to.distance(wall.from)));
    // Only where the edge lies before the wall and not farther than served.
    for (limit, keeps_below) in [(0.0, false), (served, true)] {
        if slope.abs() < 1e-9 {
            let kept = if keeps_below {
                from.1 <= limit
            } else {
                from.1 > limit
            };
            if !kept {
                return None;
            }
            continue;
        }
        let crossing = from.0 + (limit - from.1) / slope;
        if (slope > 0.0) == keeps_below {
            high = high.min(crossing);
        } else {
            low = low.max(crossing);
        }
    }
    if high - low < SHORTEST_M {
        return None;
    }
    let world = |t: f64, h: f64| wall.from + along * t + out * h;
    Outline::new([
        world(low, 0.0),
        world(high, 0.0),
        world(high, edge(high).max(0.01)),
        world(low, edge(low).max(0.01)),
    ])
    .ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::WorldPt;

    fn piece(from: (f64, f64), to: (f64, f64)) -> Segment {
        Segment {
            from: WorldPt::new(from.0, from.1),
            to: WorldPt::new(to.0, to.1),
        }
    }

    #[test]
    fn a_lane_along_a_wall_leaves_a_strip_as_long_as_both_and_as_wide_as_the_gap() {
        // The wall looks north: its outside lies on the right of its run to the west.
        let wall = piece((40.0, 0.0), (0.0, 0.0));
        let strip = between(&wall, &piece((10.0, 8.0), (60.0, 8.0)), 2.0, 10.0).unwrap();
        assert!((strip.area() - 30.0 * 6.0).abs() < 1e-6, "{}", strip.area());
    }

    #[test]
    fn a_lane_behind_a_wall_across_it_or_far_from_it_serves_it_not() {
        let wall = piece((40.0, 0.0), (0.0, 0.0));
        for lane in [
            piece((0.0, -8.0), (40.0, -8.0)),
            piece((20.0, 1.0), (20.0, 30.0)),
            piece((0.0, 13.0), (40.0, 13.0)),
        ] {
            assert!(between(&wall, &lane, 2.0, 10.0).is_none());
        }
    }

    #[test]
    fn a_lane_that_swings_away_serves_the_wall_as_far_as_it_is_near() {
        let wall = piece((40.0, 0.0), (0.0, 0.0));
        let strip = between(&wall, &piece((0.0, 2.0), (40.0, 22.0)), 0.0, 12.0).unwrap();
        assert!((strip.bounds().max.x - 20.0).abs() < 0.01, "{:?}", strip.bounds());
    }
}
