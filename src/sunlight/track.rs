//! The sun's way through a day's band, minute by minute.

use crate::geometry::{Bounds, WorldPt, WorldVec};

use super::{Day, Minutes, Solid, sun_at};

/// Lower than this a ray rises less than a degree: the sun is taken to be down.
const LEAST_RISE: f64 = 0.017_5;

/// Where the sun stands in the middle of one minute.
#[derive(Clone, Copy, Debug)]
struct Moment {
    toward: WorldVec,
    rise: f64,
    azimuth: f64,
}

/// The sun's way through the hours of a day that count, at a latitude.
#[derive(Clone, Debug)]
pub struct Track {
    moments: Vec<Moment>,
    /// The minute of the first moment, counted in the day's band.
    first: usize,
    /// How far a shadow reaches for each metre of height: west, south, east and north at most.
    reach: Bounds,
}

impl Track {
    /// The way at a latitude in degrees north. Where the sun does not rise, there is no moment.
    pub fn new(latitude: f64, day: Day) -> Self {
        let (from, to) = day.band();
        let mut track = Self {
            moments: Vec::new(),
            first: 0,
            reach: Bounds::default(),
        };
        for minute in 0..usize::from(to - from) * 60 {
            // Reckoned in the middle of the minute, so that the morning mirrors the afternoon.
            let hour = f64::from(from) + (minute as f64 + 0.5) / 60.0;
            let sun = sun_at(latitude, day.declination(), hour);
            let (toward, rise) = (sun.toward(), sun.rise());
            if rise < LEAST_RISE {
                continue;
            }
            if track.moments.is_empty() {
                track.first = minute;
            }
            let shadow = WorldPt::default() - toward / rise;
            track.reach = track.reach.joined(Bounds {
                min: shadow,
                max: shadow,
            });
            track.moments.push(Moment {
                toward,
                rise,
                azimuth: sun.azimuth,
            });
        }
        track
    }

    /// Every minute in which the sun is up.
    pub fn minutes(&self) -> Minutes {
        let mut all = Minutes::default();
        (0..self.moments.len()).for_each(|at| all.put(self.first + at));
        all
    }

    /// The box of all points at a height from which a solid can hide the sun, in metres.
    pub fn shaded_box(&self, solid: &Solid, height: f64) -> Option<Bounds> {
        let above = solid.top - height;
        (above > 0.0).then(|| {
            let of = solid.outline.bounds();
            Bounds {
                min: of.min + (self.reach.min - WorldPt::default()) * above,
                max: of.max + (self.reach.max - WorldPt::default()) * above,
            }
        })
    }

    /// Puts in the minutes in which a solid hides the sun from a point at a height. Minutes that
    /// are in already are not reckoned again.
    pub fn shade(&self, eye: WorldPt, height: f64, solid: &Solid, into: &mut Minutes) {
        let above = solid.top - height;
        if !self
            .shaded_box(solid, height)
            .is_some_and(|shaded| shaded.contains(eye))
        {
            return;
        }
        let (from, to) = self.span(eye, solid);
        let mut walls = Vec::new();
        for (at, moment) in self.moments.iter().enumerate().take(to).skip(from) {
            let minute = self.first + at;
            if into.has(minute) {
                continue;
            }
            solid.inside(eye, moment.toward, &mut walls);
            let hides = walls
                .chunks_exact(2)
                .any(|way| way[0] * moment.rise < above && way[1] * moment.rise > solid.foot - height);
            if hides {
                into.put(minute);
            }
        }
    }

    /// The moments, from and up to, in which the sun stands behind a solid's outline.
    fn span(&self, eye: WorldPt, solid: &Solid) -> (usize, usize) {
        let all = (0, self.moments.len());
        if solid.outline.bounds().grown(0.01).contains(eye) {
            return all;
        }
        let mut least = f64::MAX;
        let mut most = f64::MIN;
        for corner in solid.outline.corners() {
            let step = *corner - eye;
            let azimuth = libm::atan2(-step.x, -step.y).to_degrees();
            (least, most) = (least.min(azimuth), most.max(azimuth));
        }
        if most - least > 179.0 {
            // It lies around the point or across the north, where azimuths jump.
            return all;
        }
        let before = |limit: f64| self.moments.partition_point(|moment| moment.azimuth < limit);
        (before(least - 0.01), before(most + 0.01))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Outline;

    const JINING: f64 = 35.41;
    const SILL: f64 = 1.5;

    fn block(west: f64, south: f64, east: f64, north: f64) -> Outline {
        let pt = WorldPt::new;
        Outline::new([pt(west, south), pt(east, south), pt(east, north), pt(west, north)]).unwrap()
    }

    fn sun_minutes(day: Day, eye: WorldPt, solids: &[Solid]) -> u32 {
        let track = Track::new(JINING, day);
        let mut shaded = Minutes::default();
        solids
            .iter()
            .for_each(|solid| track.shade(eye, SILL, solid, &mut shaded));
        track.minutes().without(&shaded).counted(5)
    }

    /// D2 of `domain.md`: the row spacing at which an endless slab leaves so many hours.
    #[test]
    fn an_endless_slab_leaves_the_hours_that_its_distance_gives() {
        for (day, hours, metres) in [
            (Day::GreatCold, 1.0, 24.2),
            (Day::GreatCold, 2.0, 24.7),
            (Day::GreatCold, 3.0, 25.5),
            (Day::WinterSolstice, 1.0, 1.53 * 18.0),
            (Day::WinterSolstice, 2.0, 1.56 * 18.0),
        ] {
            let slab = Solid::standing(block(-2_000.0, -11.0, 2_000.0, 0.0), 18.0).unwrap();
            let at = |distance: f64| {
                f64::from(sun_minutes(
                    day,
                    WorldPt::new(0.0, distance),
                    std::slice::from_ref(&slab),
                )) / 60.0
            };
            // The sun climbs steeply along the parapet: 0.2 m are worth more than half an hour.
            assert!(
                at(metres - 0.2) < hours && at(metres + 0.2) > hours,
                "{day:?} {hours} {metres}: {}",
                at(metres)
            );
        }
    }

    /// D3 of `domain.md`: hours on 大寒日 behind two rows of 44 m slabs, 18 m high, with 8 m gaps.
    #[test]
    fn ground_floor_sun_behind_rows_is_what_the_simulation_gave() {
        let table = [
            (1.0, [0.0, 0.0, 0.5, 1.0]),
            (1.2, [0.0, 0.3, 0.7, 1.0]),
            (1.3, [0.1, 0.45, 0.8, 1.05]),
            (1.39, [2.9, 3.1, 3.2, 2.5]),
            (1.5, [4.8, 4.6, 4.1, 4.1]),
        ];
        for (ratio, hours) in table {
            let distance = ratio * 18.0;
            let mut solids = Vec::new();
            for row in 0..2 {
                let north = -distance - f64::from(row) * (distance + 11.0);
                for column in -3..=3 {
                    let middle = f64::from(column) * 52.0;
                    solids.extend(Solid::standing(
                        block(middle - 22.0, north - 11.0, middle + 22.0, north),
                        18.0,
                    ));
                }
            }
            for (x, expected) in [0.0, 7.0, 14.0, 21.0].into_iter().zip(hours) {
                let found = f64::from(sun_minutes(Day::GreatCold, WorldPt::new(x, 0.0), &solids)) / 60.0;
                assert!(
                    (found - expected).abs() <= 0.15,
                    "{ratio} H, x {x}: {found:.2} for {expected}"
                );
            }
        }
    }

    /// D4 of `domain.md`: h ≤ 1.5 + d/coef due south of a window.
    #[test]
    fn a_low_thing_far_enough_off_takes_nothing() {
        for (metres, safe) in [(3.0, 2.5), (5.0, 3.15), (6.0, 3.45), (8.0, 4.14), (10.0, 4.8)] {
            let taken = |height: f64| {
                let wall = Solid::standing(block(-100.0, -metres - 4.0, 100.0, -metres), height).unwrap();
                480 - sun_minutes(Day::GreatCold, WorldPt::default(), &[wall])
            };
            assert!(
                taken(safe - 0.03) == 0,
                "{metres} m: {} taken by {safe}",
                taken(safe - 0.03)
            );
            assert!(taken(safe + 0.15) > 0, "{metres} m");
        }
        let pavilion = Solid::standing(block(-1.8, -11.6, 1.8, -8.0), 4.0).unwrap();
        assert_eq!(sun_minutes(Day::GreatCold, WorldPt::default(), &[pavilion]), 480);
        let nearer = Solid::standing(block(-8.0, -9.0, -3.0, -4.0), 4.0).unwrap();
        assert!(sun_minutes(Day::GreatCold, WorldPt::default(), &[nearer]) < 480);
    }

    #[test]
    fn the_afternoon_mirrors_the_morning() {
        let east = Solid::standing(block(4.0, -20.0, 14.0, -6.0), 9.0).unwrap();
        let west = Solid::standing(block(-14.0, -20.0, -4.0, -6.0), 9.0).unwrap();
        for day in Day::ALL {
            let (morning, evening) = (
                sun_minutes(day, WorldPt::default(), std::slice::from_ref(&east)),
                sun_minutes(day, WorldPt::default(), std::slice::from_ref(&west)),
            );
            assert_eq!(morning, evening, "{day:?}");
        }
    }

    #[test]
    fn the_sun_shines_in_under_a_roof_on_posts() {
        let ground = block(-10.0, -3.0, 10.0, -2.0);
        let closed = Solid::standing(ground.clone(), 3.0).unwrap();
        let open = Solid::lifted(ground, 2.6, 3.0).unwrap();
        let taken = |solid| 480 - sun_minutes(Day::GreatCold, WorldPt::default(), &[solid]);
        assert!(taken(open) < taken(closed));
    }

    #[test]
    fn what_has_no_height_throws_no_shadow_and_a_point_inside_sees_no_sun() {
        let ground = block(-1.0, -1.0, 1.0, 1.0);
        for (foot, top) in [
            (0.0, 0.0),
            (0.0, -2.0),
            (3.0, 2.0),
            (0.0, f64::NAN),
            (f64::INFINITY, f64::INFINITY),
        ] {
            assert_eq!(Solid::lifted(ground.clone(), foot, top), None);
        }
        let house = Solid::standing(ground, 400.0).unwrap();
        assert_eq!(sun_minutes(Day::GreatCold, WorldPt::default(), &[house]), 0);
    }

    #[test]
    fn where_the_sun_does_not_rise_no_minute_is_lit() {
        assert!(Track::new(80.0, Day::WinterSolstice).minutes().is_empty());
    }
}
