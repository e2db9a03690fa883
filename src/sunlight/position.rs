//! Where the sun stands.

use crate::geometry::WorldVec;

use super::Day;

/// Where the sun stands at a moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sun {
    /// Height above the horizon in degrees; negative at night.
    pub altitude: f64,
    /// Degrees from south, positive toward the west.
    pub azimuth: f64,
}

impl Sun {
    /// The unit step on the sheet toward the sun, y being true north.
    pub fn toward(self) -> WorldVec {
        let (sin, cos) = libm::sincos(self.azimuth.to_radians());
        WorldVec::new(-sin, -cos)
    }
    /// How many metres a ray toward the sun rises for each metre over ground.
    pub fn rise(self) -> f64 {
        libm::tan(self.altitude.to_radians())
    }
}

/// Where the sun stands by the hour angle formulas, with no refraction, as the standard's
/// reckoning has it.
///
/// `latitude` and `declination` are degrees north, `hour` is true solar time: 12 is when the sun
/// stands in the south.
pub fn sun_at(latitude: f64, declination: f64, hour: f64) -> Sun {
    let (sin_lat, cos_lat) = libm::sincos(latitude.to_radians());
    let (sin_dec, cos_dec) = libm::sincos(declination.to_radians());
    let (sin_hour, cos_hour) = libm::sincos(((hour - 12.0) * 15.0).to_radians());
    let up = sin_lat * sin_dec + cos_lat * cos_dec * cos_hour;
    let west = cos_dec * sin_hour;
    let south = sin_lat * cos_dec * cos_hour - cos_lat * sin_dec;
    Sun {
        altitude: libm::asin(up.clamp(-1.0, 1.0)).to_degrees(),
        azimuth: libm::atan2(west, south).to_degrees(),
    }
}

/// What a clock in China shows at a true solar time, in minutes after midnight: the sun crosses the
/// 120th meridian first, and a sundial runs ahead of the clock or behind it.
///
/// `hour` is true solar time, `longitude` degrees east.
pub fn beijing_minutes(day: Day, longitude: f64, hour: f64) -> f64 {
    hour * 60.0 + (120.0 - longitude) * 4.0 - day.equation_of_time()
}

#[cfg(test)]
mod tests {
    use super::*;

    const JINING: f64 = 35.41;

    /// The table D2 of `domain.md`: hour, altitude and azimuth from south of both days.
    #[test]
    fn the_sun_stands_where_the_table_for_jining_has_it() {
        let table = [
            (8.0, 10.54, 55.79, 8.24, 53.40),
            (9.0, 19.96, 44.93, 17.35, 42.82),
            (10.0, 27.58, 31.98, 24.65, 30.31),
            (11.0, 32.65, 16.77, 29.46, 15.83),
            (12.0, 34.44, 0.0, 31.15, 0.0),
        ];
        for (hour, cold_alt, cold_az, winter_alt, winter_az) in table {
            for (day, altitude, azimuth) in [
                (Day::GreatCold, cold_alt, cold_az),
                (Day::WinterSolstice, winter_alt, winter_az),
            ] {
                let morning = sun_at(JINING, day.declination(), hour);
                let evening = sun_at(JINING, day.declination(), 24.0 - hour);
                assert!(
                    (morning.altitude - altitude).abs() < 0.1,
                    "{day:?} {hour} {morning:?}"
                );
                assert!(
                    (morning.azimuth + azimuth).abs() < 0.1,
                    "{day:?} {hour} {morning:?}"
                );
                assert!((evening.altitude - morning.altitude).abs() < 1e-9);
                assert!((evening.azimuth + morning.azimuth).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn shadows_are_as_long_as_the_table_has_them() {
        let table = [
            (8.0, 5.37, 3.02),
            (9.0, 2.75, 1.95),
            (10.0, 1.91, 1.62),
            (11.0, 1.56, 1.49),
            (12.0, 1.46, 1.46),
        ];
        for (hour, length, northward) in table {
            let sun = sun_at(JINING, Day::GreatCold.declination(), hour);
            assert!((1.0 / sun.rise() - length).abs() < 0.01, "{hour}");
            assert!((-sun.toward().y / sun.rise() - northward).abs() < 0.01, "{hour}");
        }
    }

    #[test]
    fn the_sun_rises_and_sets_when_the_table_says() {
        for (day, rise) in [(Day::GreatCold, 7.01), (Day::WinterSolstice, 7.20)] {
            let height = |hour| sun_at(JINING, day.declination(), hour).altitude;
            assert!(
                height(rise).abs() < 0.1 && height(24.0 - rise).abs() < 0.1,
                "{day:?}"
            );
        }
    }

    #[test]
    fn a_clock_in_jining_is_behind_the_sun() {
        let after = |day| beijing_minutes(day, 116.585, 12.0) - 720.0;
        assert!((after(Day::GreatCold) - 24.7).abs() < 0.1);
        assert!((after(Day::WinterSolstice) - 12.0).abs() < 0.1);
    }
}
