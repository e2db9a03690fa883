//! Days and moments as documents say them (RFC 3339), without a clock.

use std::fmt;
use std::str::FromStr;

/// A day as its author's clock said: `2026-11-23`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

/// A moment: seconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Moment(pub i64);

fn number(text: &str) -> Option<i64> {
    (!text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

impl Day {
    /// The day at the start of a date or of a moment's text; none when it does not begin with one.
    pub fn at_start_of(text: &str) -> Option<Self> {
        text.get(..10)?.parse().ok()
    }

    /// Days since 1970-01-01 in the Gregorian calendar (Howard Hinnant's `days_from_civil`).
    fn since_1970(self) -> i64 {
        let (month, day) = (i64::from(self.month), i64::from(self.day));
        // Years are reckoned from March, so that the leap day comes last.
        let year = i64::from(self.year) - i64::from(month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }
}

impl FromStr for Day {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let mut parts = text.split('-').map(number);
        let (Some(Some(year)), Some(Some(month)), Some(Some(day)), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(());
        };
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let longest = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        if !(1..=9999).contains(&year) || !(1..=12).contains(&month) || !(1..=longest).contains(&day) {
            return Err(());
        }
        Ok(Self {
            year: year as u16,
            month: month as u8,
            day: day as u8,
        })
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Moment {
    type Err = ();
    /// Reads `2026-11-23T09:30:00+08:00`; parts of a second are left out, a moment without a zone
    /// is none.
    fn from_str(text: &str) -> Result<Self, ()> {
        let day = Day::at_start_of(text).ok_or(())?;
        let rest = text.get(10..).ok_or(())?;
        let rest = rest.strip_prefix(['T', 't', ' ']).ok_or(())?;
        let clock = rest.get(..8).ok_or(())?;
        let zone = rest.get(8..).ok_or(())?;
        let zone = match zone.strip_prefix('.') {
            Some(fraction) => fraction.trim_start_matches(|c: char| c.is_ascii_digit()),
            None => zone,
        };
        let [hour, minute, second] = of_clock(clock).ok_or(())?;
        // A leap second is 60.
        if hour > 23 || minute > 59 || second > 60 {
            return Err(());
        }
        let seconds = day.since_1970() * 86_400 + hour * 3_600 + minute * 60 + second;
        Ok(Self(seconds - zone_seconds(zone).ok_or(())?))
    }
}

fn of_clock(text: &str) -> Option<[i64; 3]> {
    let mut parts = text.split(':').map(number);
    let found = [parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then_some(found)
}

fn zone_seconds(zone: &str) -> Option<i64> {
    if zone.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let sign = match zone.get(..1)? {
        "+" => 1,
        "-" => -1,
        _ => return None,
    };
    let (hours, minutes) = zone.get(1..)?.split_once(':')?;
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    (hours <= 23 && minutes <= 59).then_some(sign * (hours * 3_600 + minutes * 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_read_with_its_zone_and_nonsense_is_none() {
        let cases = [
            ("1970-01-01T00:00:00Z", Some(0)),
            ("2026-11-23T09:30:00+08:00", Some(1_795_397_400)),
            ("2026-11-23T01:30:00Z", Some(1_795_397_400)),
            ("2026-11-23T01:30:00.123Z", Some(1_795_397_400)),
            ("2024-02-29T12:00:00-05:30", Some(1_709_227_800)),
            ("1969-12-31T23:59:59Z", Some(-1)),
            ("2026-02-29T00:00:00Z", None),
            ("2026-13-01T00:00:00Z", None),
            ("2026-11-23T25:00:00Z", None),
            ("2026-11-23T09:30:00", None),
            ("2026-11-23", None),
            ("昨天下午三点的时候", None),
            ("", None),
        ];
        for (text, seconds) in cases {
            assert_eq!(text.parse().ok(), seconds.map(Moment), "{text}");
        }
    }

    #[test]
    fn days_are_ordered_and_said_as_they_were_read() {
        let day = |text| Day::at_start_of(text);
        assert!(day("2026-02-28T10:00:00Z") < day("2026-03-01"));
        assert_eq!(
            day("2026-11-23T09:30:00+08:00").map(|d| d.to_string()).as_deref(),
            Some("2026-11-23")
        );
        assert_eq!(day("2026-11-3"), None);
        assert_eq!(day("二〇二六年"), None);
    }
}
