//! The measures of the site (facts E1–E3), in metres east and north of its south-west corner.
//!
//! The 205 × 210 m of the facts lie with the longer side from west to east: four slabs of 44.4 m
//! with gaps of 6 m and a ring road of 5 m on both sides need 210 m.

use crate::estate::Frame;

/// Where the south-west corner lies: the place of the town, not of a surveyed plot.
pub const ORIGIN: Frame = Frame {
    longitude: 116.585,
    latitude: 35.41,
};

/// From west to east.
pub const WIDTH: f64 = 210.0;
/// From south to north.
pub const DEPTH: f64 = 205.0;

/// The middle of the ring road: west, south, east and north.
pub const RING: (f64, f64, f64, f64) = (3.2, 3.4, 206.8, 195.2);
/// The ring road's width.
pub const RING_WIDTH: f64 = 5.0;
/// The middle of the spine.
pub const SPINE_X: f64 = 71.2;
/// The width of the spine and of the way to the east gate.
pub const MAIN_WIDTH: f64 = 6.0;
/// The middle of the way from the spine to the east gate.
pub const EAST_WAY_Y: f64 = 61.0;
/// The middle of the ring's cross piece, where the spine ends.
pub const CROSS_Y: f64 = 128.2;

/// One stair's length of a slab: two flats a floor.
pub const STAIR: f64 = 14.8;
/// Depth of a slab.
pub const SLAB_DEPTH: f64 = 11.0;
/// Storeys of a slab.
pub const STOREYS: f64 = 6.0;
/// Height of a slab to its parapet.
pub const HEIGHT: f64 = 18.0;

/// One slab: its west end, number of stairs, and how far it stands south of its row's line.
pub struct Slab {
    /// Its west end.
    pub west: f64,
    /// Its stairs, two flats a floor each.
    pub stairs: u8,
    /// How far it stands back to the south.
    pub back: f64,
}

/// A row of slabs: the line of their south faces, and the slabs from west to east.
pub struct Row {
    /// The line of the south faces.
    pub south: f64,
    /// From west to east.
    pub slabs: &'static [Slab],
}

impl Row {
    /// The line of the north faces, where the stair doors are.
    pub fn north(&self) -> f64 {
        self.south + SLAB_DEPTH
    }
}

const fn slab(west: f64, stairs: u8, back: f64) -> Slab {
    Slab { west, stairs, back }
}

/// The six rows from south to north; the third gives way to the old heat station's square, the
/// second to the service centre.
pub const ROWS: [Row; 6] = [
    Row {
        south: 11.5,
        slabs: &[slab(7.2, 4, 0.0), slab(76.2, 4, 0.6), slab(142.0, 4, 0.0)],
    },
    Row {
        south: 44.5,
        slabs: &[slab(7.2, 4, 0.6), slab(104.2, 3, 0.0), slab(155.4, 3, 0.8)],
    },
    Row {
        south: 78.0,
        slabs: &[slab(8.0, 3, 0.0), slab(107.0, 3, 0.0), slab(157.8, 3, 0.6)],
    },
    Row {
        south: 112.0,
        slabs: &[slab(7.2, 4, 0.0), slab(76.6, 4, 0.8), slab(142.8, 4, 0.2)],
    },
    Row {
        south: 145.5,
        slabs: &[
            slab(7.2, 3, 0.4),
            slab(57.6, 3, 0.0),
            slab(108.0, 3, 0.0),
            slab(158.4, 3, 0.9),
        ],
    },
    Row {
        south: 178.5,
        slabs: &[
            slab(7.2, 3, 0.0),
            slab(57.6, 3, 0.7),
            slab(108.0, 3, 0.3),
            slab(158.4, 3, 0.0),
        ],
    },
];

/// The middle line of the path along the north of each row, west of the spine or along the whole
/// row: height and width. The fourth is the ring's cross piece and the sixth its north side.
pub const PATHS: [(f64, f64); 6] = [
    (26.8, 3.2),
    (59.7, 3.0),
    (93.4, 3.5),
    (CROSS_Y, RING_WIDTH),
    (160.8, 3.4),
    (RING.3, RING_WIDTH),
];
