//! The days on which sun is reckoned.

/// A day of the year by its solar term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Day {
    /// 大寒日, the day for dwellings in a large city of climate zone II (GB 50180-2018 4.0.9).
    GreatCold,
    /// 冬至日, the day for homes and day-care of the old.
    WinterSolstice,
    /// 春分, to look at.
    SpringEquinox,
    /// 夏至, to look at.
    SummerSolstice,
}

impl Day {
    /// Every day, the shortest first.
    pub const ALL: [Self; 4] = [
        Self::WinterSolstice,
        Self::GreatCold,
        Self::SpringEquinox,
        Self::SummerSolstice,
    ];

    /// The key of its name: `day-great-cold` ….
    pub fn key(self) -> &'static str {
        match self {
            Self::GreatCold => "day-great-cold",
            Self::WinterSolstice => "day-winter-solstice",
            Self::SpringEquinox => "day-spring-equinox",
            Self::SummerSolstice => "day-summer-solstice",
        }
    }
    /// How far north of the equator the sun stands, in degrees. The first two are those of the
    /// standard's base year 2001; the others the mean of the day.
    pub fn declination(self) -> f64 {
        match self {
            Self::GreatCold => -20.15,
            Self::WinterSolstice => -23.44,
            Self::SpringEquinox => 0.0,
            Self::SummerSolstice => 23.44,
        }
    }
    /// The equation of time in minutes: how far a sundial is ahead of an even clock. To a minute.
    pub fn equation_of_time(self) -> f64 {
        match self {
            Self::GreatCold => -11.0,
            Self::WinterSolstice => 1.7,
            Self::SpringEquinox => -7.4,
            Self::SummerSolstice => -1.8,
        }
    }
    /// The hours of true solar time within which sun counts: 8 to 16 on 大寒日, 9 to 15 on 冬至日
    /// (GB 50180-2018 4.0.9); the other days are only looked at, from 6 to 18.
    pub fn band(self) -> (u16, u16) {
        match self {
            Self::GreatCold => (8, 16),
            Self::WinterSolstice => (9, 15),
            Self::SpringEquinox | Self::SummerSolstice => (6, 18),
        }
    }
}
