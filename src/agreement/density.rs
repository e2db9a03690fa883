//! How densely a kind was put where: a kernel estimate with a stated bandwidth.

use crate::catalogue::KindId;
use crate::geometry::Bounds;

use super::{Columns, Raster};

/// The bandwidth that is used where none is stated, in metres: about the width of a small square between houses.
pub const DEFAULT_BANDWIDTH_M: f64 = 8.0;
/// Nodes along the longer side of the grid.
const NODES: usize = 512;
/// There are this many nodes a bandwidth and no more: a finer grid shows nothing more.
const NODES_A_BANDWIDTH: f64 = 8.0;

/// What counts as one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Vote {
    /// Each design has one vote for a kind, shared among its things of it: who puts a hundred benches weighs no
    /// more than who puts one.
    #[default]
    Designs,
    /// Each thing counts as one.
    Things,
}

/// Votes for a kind a square metre, by a Gaussian kernel whose standard deviation is `bandwidth` metres
/// (Silverman 1986, §4.2), binned linearly. `counts` says which designs count, by index; none: all. The grid covers
/// the box and three bandwidths around it; what lies beyond is left out.
pub fn density(
    columns: &Columns,
    kind: &KindId,
    bounds: Bounds,
    bandwidth: f64,
    vote: Vote,
    counts: Option<&[bool]>,
) -> Raster {
    let bandwidth = if bandwidth.is_finite() {
        bandwidth.clamp(0.5, 500.0)
    } else {
        DEFAULT_BANDWIDTH_M
    };
    let mut raster = Raster::over(
        bounds.grown(3.0 * bandwidth),
        NODES,
        bandwidth / NODES_A_BANDWIDTH,
    );
    let rows = columns.of_kind(kind);
    let places = rows.x.iter().zip(rows.y);
    match (vote, counts) {
        (Vote::Designs, None) => raster.bin(places.zip(rows.vote).map(|((x, y), vote)| (*x, *y, *vote))),
        (Vote::Things, None) => raster.bin(places.map(|(x, y)| (*x, *y, 1.0))),
        (vote, Some(counts)) => {
            let counted = places.zip(rows.vote).zip(rows.design);
            let counted = counted.filter(|(_, design)| counts.get(**design as usize) == Some(&true));
            raster.bin(
                counted
                    .map(|(((x, y), share), _)| (*x, *y, if vote == Vote::Designs { *share } else { 1.0 })),
            )
        }
    };
    raster.blur(bandwidth);
    let per_area = 1.0 / (raster.cell * raster.cell);
    raster.values.iter_mut().for_each(|value| *value *= per_area);
    raster
}

/// How much more one group wants a kind at a place than another: the density of each a design of its group, the
/// second taken from the first. A group of nobody wants nothing.
pub fn difference(
    columns: &Columns,
    kind: &KindId,
    bounds: Bounds,
    bandwidth: f64,
    first: &[bool],
    second: &[bool],
) -> Raster {
    let of = |group: &[bool]| {
        let people = group.iter().filter(|member| **member).count().max(1) as f64;
        let mut raster = density(columns, kind, bounds, bandwidth, Vote::Designs, Some(group));
        raster.values.iter_mut().for_each(|value| *value /= people);
        raster
    };
    let (mut first, second) = (of(first), of(second));
    first
        .values
        .iter_mut()
        .zip(second.values)
        .for_each(|(own, other)| *own -= other);
    first
}
