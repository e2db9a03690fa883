//! The systems by the names that people give them.

/// A strip of the Gauss-Krüger projection and how its eastings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Zone {
    /// Its middle meridian, degrees east.
    pub meridian: u8,
    /// Its number where the eastings begin with it (39 462 305); none where they do not (462 305).
    pub prefix: Option<u8>,
}

/// A system of coordinates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Crs {
    /// Degrees of WGS-84. CGCS2000 degrees (EPSG:4490) are the same within a decimetre and are taken as such.
    Wgs84,
    /// Degrees as the Chinese map services shift them (AMap, Tencent).
    Gcj02,
    /// Degrees as Baidu shifts them once more.
    Bd09,
    /// CGCS2000 in Gauss-Krüger strips of 3° or 6°.
    Cgcs2000(Zone),
    /// WGS-84 in a UTM zone, north or south of the equator.
    Utm {
        /// The zone, 1 to 60.
        zone: u8,
        /// Whether it is south of the equator.
        south: bool,
    },
    /// Metres of a grid that nobody has placed.
    Local,
}

impl Crs {
    /// The system of a name: `EPSG:4548`, `wgs84`, `gcj02`, `bd09`, `local`. EPSG:4513–4554 are the strips of 3°
    /// (25 to 45 with their number, then without), 4491–4512 those of 6°.
    pub fn from_word(word: &str) -> Option<Self> {
        let word = word.trim().to_ascii_lowercase();
        match word.as_str() {
            "wgs84" | "wgs-84" => return Some(Self::Wgs84),
            "gcj02" | "gcj-02" => return Some(Self::Gcj02),
            "bd09" | "bd-09" => return Some(Self::Bd09),
            "local" => return Some(Self::Local),
            _ => {}
        }
        // Also as GeoJSON of 2008 and QGIS write it: urn:ogc:def:crs:EPSG::4548, and OGC's name for degrees.
        if word.ends_with("crs84") {
            return Some(Self::Wgs84);
        }
        let code = word.rsplit(':').next()?;
        if !word.contains("epsg") {
            return None;
        }
        let strip = |first: u16, code: u16, step: u8, number: u8, has_prefix: bool| {
            let at = u8::try_from(code - first).ok()?;
            Some(Self::Cgcs2000(Zone {
                meridian: 75 + step * at,
                prefix: has_prefix.then_some(number + at),
            }))
        };
        match code.parse().ok()? {
            4326 | 4490 | 4979 => Some(Self::Wgs84),
            code @ 4491..=4501 => strip(4491, code, 6, 13, true),
            code @ 4502..=4512 => strip(4502, code, 6, 13, false),
            code @ 4513..=4533 => strip(4513, code, 3, 25, true),
            code @ 4534..=4554 => strip(4534, code, 3, 25, false),
            code @ 32601..=32660 => Some(Self::Utm {
                zone: (code - 32600) as u8,
                south: false,
            }),
            code @ 32701..=32760 => Some(Self::Utm {
                zone: (code - 32700) as u8,
                south: true,
            }),
            _ => None,
        }
    }
    /// The name that [`Crs::from_word`] reads.
    pub fn word(self) -> String {
        match self {
            Self::Wgs84 => "wgs84".to_owned(),
            Self::Gcj02 => "gcj02".to_owned(),
            Self::Bd09 => "bd09".to_owned(),
            Self::Local => "local".to_owned(),
            Self::Utm { zone, south } => {
                format!("EPSG:{}", u16::from(zone) + if south { 32700 } else { 32600 })
            }
            Self::Cgcs2000(zone) => format!("EPSG:{}", zone.code()),
        }
    }
    /// The UTM zone of a place, longitude first.
    pub fn utm_of([longitude, latitude]: [f64; 2]) -> Self {
        let zone = ((longitude + 180.0) / 6.0).floor() + 1.0;
        Self::Utm {
            // In range of u8 by the bounds just set.
            zone: zone.clamp(1.0, 60.0) as u8,
            south: latitude < 0.0,
        }
    }
    /// The strip of 3° of CGCS2000 in which a place lies, eastings without its number; none outside of China's.
    pub fn strip_of([longitude, _]: [f64; 2]) -> Option<Self> {
        let number = (longitude / 3.0).round();
        // In range of u8 by the bounds just set.
        (25.0..=45.0).contains(&number).then(|| {
            Self::Cgcs2000(Zone {
                meridian: number as u8 * 3,
                prefix: None,
            })
        })
    }
    /// Whether its coordinates are degrees.
    pub fn is_degrees(self) -> bool {
        matches!(self, Self::Wgs84 | Self::Gcj02 | Self::Bd09)
    }
}

impl Zone {
    /// The strip of 3° with that number, 25 to 45.
    pub fn of_three_degrees(number: u8) -> Option<Self> {
        (25..=45).contains(&number).then(|| Self {
            meridian: number * 3,
            prefix: Some(number),
        })
    }
    /// The strip of 6° with that number, 13 to 23.
    pub fn of_six_degrees(number: u8) -> Option<Self> {
        (13..=23).contains(&number).then(|| Self {
            meridian: number * 6 - 3,
            prefix: Some(number),
        })
    }
    /// Its number if it is a strip of 3°: a middle meridian that both have is that of 3°, the usual one of estates.
    fn number(self) -> u8 {
        self.prefix.unwrap_or(self.meridian / 3)
    }
    /// Its number at the European Petroleum Survey Group.
    fn code(self) -> u16 {
        let at = u16::from(self.number());
        match self.prefix {
            Some(13..=23) => 4491 + at - 13,
            Some(_) => 4513 + at - 25,
            None => 4534 + at - 25,
        }
    }
}
