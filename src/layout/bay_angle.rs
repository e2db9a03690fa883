//! How bays stand to their aisle, with the sizes that follow.

use crate::geometry::WorldVec;

/// The angle between a bay and its aisle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum BayAngle {
    /// 90°, the most bays on a wide plot.
    #[default]
    Square,
    /// 60°.
    Sixty,
    /// 45°.
    FortyFive,
    /// 30°.
    Thirty,
    /// Along the aisle.
    Parallel,
}

/// Sizes of a bay and its aisle, in metres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct BaySize {
    /// Length of the bay itself.
    pub length: f64,
    /// Width of the bay itself.
    pub width: f64,
    /// Angle between the bay's length and the aisle, in degrees.
    pub degrees: f64,
    /// Depth of a row, across the aisle.
    pub depth: f64,
    /// What one bay more takes along the aisle.
    pub pitch: f64,
    /// Width of the aisle.
    pub aisle: f64,
}

impl BayAngle {
    /// Every angle, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Square,
        Self::Sixty,
        Self::FortyFive,
        Self::Thirty,
        Self::Parallel,
    ];

    /// The angle by the option's name in a design: `90`, `60`, `45`, `30`, `parallel`.
    pub fn from_option(option: &str) -> Option<Self> {
        match option {
            "90" => Some(Self::Square),
            "60" => Some(Self::Sixty),
            "45" => Some(Self::FortyFive),
            "30" => Some(Self::Thirty),
            "parallel" => Some(Self::Parallel),
            _ => None,
        }
    }
    /// Length and width of a bay in metres.
    pub fn bay(self) -> WorldVec {
        let size = self.size();
        WorldVec::new(size.length, size.width)
    }
    /// Width of the aisle in metres, which is also that of the entrance.
    pub fn aisle(self) -> f64 {
        self.size().aisle
    }
    /// The least depth in metres of a plot that holds one row with its aisle.
    pub fn least_depth(self) -> f64 {
        let size = self.size();
        size.depth + size.aisle
    }

    /// JGJ 100-2015 as domain.md A4 has it: 90° read in a copy [V S12, S47], the others [M 85%].
    pub(super) fn size(self) -> BaySize {
        let (length, width, degrees, depth, pitch, aisle) = match self {
            Self::Square => (5.3, 2.4, 90.0, 5.3, 2.4, 5.5),
            Self::Sixty => (5.3, 2.4, 60.0, 5.8, 2.8, 4.5),
            Self::FortyFive => (5.3, 2.4, 45.0, 5.5, 3.4, 3.8),
            Self::Thirty => (5.3, 2.4, 30.0, 4.8, 4.8, 3.8),
            Self::Parallel => (6.0, 2.4, 0.0, 2.4, 6.0, 3.8),
        };
        BaySize {
            length,
            width,
            degrees,
            depth,
            pitch,
            aisle,
        }
    }
}

impl BaySize {
    /// How far a single bay reaches along the aisle.
    pub fn extent(&self) -> f64 {
        let (sin, cos) = libm::sincos(self.degrees.to_radians());
        self.length * cos + self.width * sin
    }
    /// How far a single bay reaches across the aisle; at most `depth`.
    pub fn reach(&self) -> f64 {
        let (sin, cos) = libm::sincos(self.degrees.to_radians());
        self.length * sin + self.width * cos
    }
    /// What the side aisle of an accessible bay, 1.2 m wide (GB 50763 3.14), takes along the row.
    /// Beside a parallel bay it lies at the bay's end.
    pub fn side_aisle(&self) -> f64 {
        let sin = libm::sin(self.degrees.to_radians());
        if sin < 0.1 {
            SIDE_AISLE_M
        } else {
            SIDE_AISLE_M / sin
        }
    }
    /// How far the side aisle reaches along the row, corner to corner.
    pub fn side_aisle_extent(&self) -> f64 {
        let (sin, cos) = libm::sincos(self.degrees.to_radians());
        if sin < 0.1 {
            SIDE_AISLE_M
        } else {
            self.length * cos + SIDE_AISLE_M * sin
        }
    }
    /// What a bay alone takes along the row, without the joint that the pitch may add.
    pub fn step(&self) -> f64 {
        let sin = libm::sin(self.degrees.to_radians());
        if sin < 0.1 { self.length } else { self.width / sin }
    }
}

/// Width in metres of the aisle beside an accessible bay.
pub(super) const SIDE_AISLE_M: f64 = 1.2;
