//! Where the sheet lies on the earth.

use crate::geometry::WorldPt;

/// A place on the earth (WGS-84) that is the sheet's origin; x east and y north from there.
///
/// The sheet is the plane that touches the earth at the origin, reckoned on the WGS-84 ellipsoid
/// with its two radii of curvature there; over 1 km the error stays under 1 cm.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Longitude of the origin, degrees east.
    pub longitude: f64,
    /// Latitude of the origin, degrees north.
    pub latitude: f64,
}

impl Frame {
    /// Metres a degree of longitude and a degree of latitude at the origin.
    fn metres_per_degree(self) -> (f64, f64) {
        const SEMI_MAJOR_M: f64 = 6_378_137.0;
        const ECCENTRICITY_SQUARED: f64 = 0.006_694_379_990_141_316;
        let (sin, cos) = libm::sincos(self.latitude.to_radians());
        let w = (1.0 - ECCENTRICITY_SQUARED * sin * sin).sqrt();
        let meridian = SEMI_MAJOR_M * (1.0 - ECCENTRICITY_SQUARED) / (w * w * w);
        let normal = SEMI_MAJOR_M / w;
        (normal * cos * 1_f64.to_radians(), meridian * 1_f64.to_radians())
    }
    /// The sheet's point at a place on the earth.
    pub fn world_from_degrees(self, longitude: f64, latitude: f64) -> WorldPt {
        let (east, north) = self.metres_per_degree();
        WorldPt::new(
            (longitude - self.longitude) * east,
            (latitude - self.latitude) * north,
        )
    }
    /// The place on the earth (longitude, latitude in degrees) of a point of the sheet.
    pub fn degrees_from_world(self, point: WorldPt) -> (f64, f64) {
        let (east, north) = self.metres_per_degree();
        (self.longitude + point.x / east, self.latitude + point.y / north)
    }
}
