//! Coordinates of a system into degrees and back.

use proj4rs::proj::Proj;
use proj4rs::transform::transform;

use super::{Crs, Zone};

/// Turns a system's coordinates into WGS-84 degrees, longitude first, and back. Projections by `proj4rs`, which
/// agrees with PROJ to a micrometre; GCJ-02 and BD-09 by `coordtransform`, whose way back is good to a millimetre.
#[derive(Debug)]
pub struct Converter {
    how: How,
}

#[derive(Debug)]
enum How {
    Degrees(fn(f64, f64) -> (f64, f64), fn(f64, f64) -> (f64, f64)),
    Grid { grid: Box<Proj>, degrees: Box<Proj> },
}

impl Converter {
    /// The converter of a system; none for a local grid, which lies nowhere.
    pub fn new(crs: Crs) -> Option<Self> {
        let how = match crs {
            Crs::Local => return None,
            Crs::Wgs84 => How::Degrees(|x, y| (x, y), |x, y| (x, y)),
            Crs::Gcj02 => How::Degrees(coordtransform::gcj02_to_wgs84, coordtransform::wgs84_to_gcj02),
            Crs::Bd09 => How::Degrees(coordtransform::bd09_to_wgs84, coordtransform::wgs84_to_bd09),
            Crs::Cgcs2000(zone) => How::grid(&gauss_krueger(zone), "GRS80")?,
            Crs::Utm { zone, south } => How::grid(&utm(zone, south), "WGS84")?,
        };
        Some(Self { how })
    }
    /// The place of a point (east, north), or (longitude, latitude) of a system in degrees; none where the system
    /// does not reach or the point is no number.
    pub fn degrees(&self, [x, y]: [f64; 2]) -> Option<[f64; 2]> {
        let (longitude, latitude) = match &self.how {
            How::Degrees(to, _) => {
                sound([x, y])?;
                to(x, y)
            }
            How::Grid { grid, degrees } => {
                // Beyond this no grid reaches, and projections were not made for such numbers.
                if !(x.abs() < 1e9 && y.abs() < 1e9) {
                    return None;
                }
                let mut point = (x, y, 0.0);
                transform(grid, degrees, &mut point).ok()?;
                (point.0.to_degrees(), point.1.to_degrees())
            }
        };
        sound([longitude, latitude])
    }
    /// The coordinates of a place, longitude first.
    pub fn from_degrees(&self, place: [f64; 2]) -> Option<[f64; 2]> {
        let [longitude, latitude] = sound(place)?;
        match &self.how {
            How::Degrees(_, from) => {
                let (x, y) = from(longitude, latitude);
                Some([x, y])
            }
            How::Grid { grid, degrees } => {
                let mut point = (longitude.to_radians(), latitude.to_radians(), 0.0);
                transform(degrees, grid, &mut point).ok()?;
                (point.0.is_finite() && point.1.is_finite()).then_some([point.0, point.1])
            }
        }
    }
}

impl How {
    fn grid(definition: &str, ellipsoid: &str) -> Option<Self> {
        let proj = |definition: &str| Proj::from_proj_string(definition).ok().map(Box::new);
        Some(Self::Grid {
            grid: proj(definition)?,
            degrees: proj(&format!("+proj=longlat +ellps={ellipsoid} +no_defs"))?,
        })
    }
}

/// A place that is one.
fn sound([longitude, latitude]: [f64; 2]) -> Option<[f64; 2]> {
    (longitude.abs() <= 180.0 && latitude.abs() <= 90.0).then_some([longitude, latitude])
}

/// A strip as PROJ writes it. The ellipsoid of CGCS2000 and that of GRS80 differ by a tenth of a millimetre at the
/// pole.
fn gauss_krueger(zone: Zone) -> String {
    let easting = 500_000 + u32::from(zone.prefix.unwrap_or(0)) * 1_000_000;
    let meridian = zone.meridian;
    format!(
        "+proj=tmerc +lat_0=0 +lon_0={meridian} +k=1 +x_0={easting} +y_0=0 +ellps=GRS80 +units=m +no_defs"
    )
}

fn utm(zone: u8, south: bool) -> String {
    let meridian = i32::from(zone) * 6 - 183;
    let northing = if south { 10_000_000 } else { 0 };
    format!(
        "+proj=tmerc +lat_0=0 +lon_0={meridian} +k=0.9996 +x_0=500000 +y_0={northing} +ellps=WGS84 +units=m +no_defs"
    )
}
