//! Patterns that repeat: what one tile of each shows, in a unit square.

use super::Path;
use super::path::pt;

/// A pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tile {
    /// Loose dots: grass.
    Stipple,
    /// Small tufts: lawn.
    Tufts,
    /// Slanted lines.
    Hatch,
    /// Slanted lines both ways.
    CrossHatch,
    /// Square joints.
    Squares,
    /// Joints of bricks laid half over half.
    Bricks,
    /// Herringbone of permeable brick.
    Herringbone,
    /// Blocks with grass between: turf-block.
    TurfBlock,
    /// Fine crumbs: rubber ground, sand.
    Crumbs,
    /// Lines across: roof tiles, decking.
    Lines,
}

/// One tile: filled spots and lines, in a unit square with y up. Line widths are shares of a side.
#[derive(Clone, Debug, PartialEq)]
pub struct TileArt {
    /// Filled.
    pub spots: Path,
    /// Lined.
    pub lines: Path,
    /// Width of the lines, as a share of the tile's side.
    pub width: f64,
}

impl Tile {
    /// Its name in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Stipple => "stipple",
            Self::Tufts => "tufts",
            Self::Hatch => "hatch",
            Self::CrossHatch => "cross-hatch",
            Self::Squares => "squares",
            Self::Bricks => "bricks",
            Self::Herringbone => "herringbone",
            Self::TurfBlock => "turf-block",
            Self::Crumbs => "crumbs",
            Self::Lines => "lines",
        }
    }
    /// What one tile shows.
    pub fn art(self) -> TileArt {
        let dots =
            |list: &[(f64, f64, f64)]| Path::all(list.iter().map(|&(x, y, r)| Path::circle(pt(x, y), r)));
        let strokes =
            |list: &[[f64; 4]]| Path::all(list.iter().map(|&[a, b, c, d]| Path::segment(pt(a, b), pt(c, d))));
        let none = Path::default;
        match self {
            Self::Stipple => TileArt {
                spots: dots(&[
                    (0.14, 0.2, 0.035),
                    (0.55, 0.1, 0.03),
                    (0.82, 0.36, 0.035),
                    (0.34, 0.5, 0.03),
                    (0.66, 0.66, 0.035),
                    (0.12, 0.82, 0.03),
                    (0.45, 0.88, 0.03),
                    (0.9, 0.9, 0.025),
                ]),
                lines: none(),
                width: 0.0,
            },
            Self::Tufts => TileArt {
                spots: dots(&[(0.8, 0.15, 0.025), (0.1, 0.6, 0.025)]),
                lines: strokes(&[
                    [0.2, 0.2, 0.14, 0.3],
                    [0.2, 0.2, 0.2, 0.33],
                    [0.2, 0.2, 0.26, 0.3],
                    [0.7, 0.6, 0.64, 0.7],
                    [0.7, 0.6, 0.7, 0.73],
                    [0.7, 0.6, 0.76, 0.7],
                ]),
                width: 0.04,
            },
            Self::Hatch => TileArt {
                spots: none(),
                lines: strokes(&[
                    [-0.1, -0.1, 1.1, 1.1],
                    [-0.1, 0.9, 0.1, 1.1],
                    [0.9, -0.1, 1.1, 0.1],
                ]),
                width: 0.1,
            },
            Self::CrossHatch => TileArt {
                spots: none(),
                lines: strokes(&[[0.0, 0.0, 1.0, 1.0], [0.0, 1.0, 1.0, 0.0]]),
                width: 0.08,
            },
            Self::Squares => TileArt {
                spots: none(),
                lines: strokes(&[[0.0, 0.0, 1.0, 0.0], [0.0, 0.0, 0.0, 1.0]]),
                width: 0.06,
            },
            Self::Bricks => TileArt {
                spots: none(),
                lines: strokes(&[
                    [0.0, 0.0, 1.0, 0.0],
                    [0.0, 0.5, 1.0, 0.5],
                    [0.0, 0.0, 0.0, 0.5],
                    [0.5, 0.5, 0.5, 1.0],
                ]),
                width: 0.045,
            },
            Self::Herringbone => TileArt {
                spots: none(),
                lines: strokes(&[
                    [0.0, 0.0, 0.5, 0.0],
                    [0.5, 0.0, 0.5, 0.5],
                    [0.25, 0.0, 0.25, 0.5],
                    [0.0, 0.5, 0.5, 0.5],
                    [0.5, 0.5, 1.0, 0.5],
                    [0.5, 0.25, 1.0, 0.25],
                    [0.5, 0.0, 1.0, 0.0],
                    [0.0, 0.0, 0.0, 1.0],
                    [0.5, 0.5, 0.5, 1.0],
                    [0.75, 0.5, 0.75, 1.0],
                    [0.0, 0.75, 0.5, 0.75],
                    [0.0, 1.0, 1.0, 1.0],
                    [1.0, 0.5, 1.0, 1.0],
                ]),
                width: 0.035,
            },
            Self::TurfBlock => TileArt {
                spots: Path::regular(pt(0.25, 0.25), 4, 0.17, 0.0).and(Path::regular(
                    pt(0.75, 0.75),
                    4,
                    0.17,
                    0.0,
                )),
                lines: none(),
                width: 0.0,
            },
            Self::Crumbs => TileArt {
                spots: dots(&[
                    (0.1, 0.12, 0.022),
                    (0.3, 0.3, 0.018),
                    (0.56, 0.16, 0.02),
                    (0.84, 0.26, 0.022),
                    (0.18, 0.58, 0.02),
                    (0.44, 0.66, 0.022),
                    (0.7, 0.5, 0.018),
                    (0.92, 0.62, 0.02),
                    (0.3, 0.9, 0.02),
                    (0.62, 0.86, 0.022),
                    (0.86, 0.94, 0.018),
                ]),
                lines: none(),
                width: 0.0,
            },
            Self::Lines => TileArt {
                spots: none(),
                lines: strokes(&[[0.0, 0.5, 1.0, 0.5]]),
                width: 0.12,
            },
        }
    }
}
