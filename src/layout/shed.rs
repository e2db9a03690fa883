//! Slots in a charging shed: groups of at most 25 slots and 20 m with 2 m between them
//! (domain.md A5: 25 bikes and 20 m [V S15], 2 m [V S14], slot and aisle [M 85%]).

use crate::geometry::{WorldPt, WorldVec};

use super::grid::fits;

/// Along the shed for one e-bike.
const SLOT_WIDTH_M: f64 = 0.8;
/// Across the shed for one e-bike.
const SLOT_DEPTH_M: f64 = 2.0;
/// Between two groups, so that a fire does not pass from one to the next.
const GROUP_GAP_M: f64 = 2.0;
/// Slots along one group: 25 make 20 m.
const GROUP_SLOTS: u32 = 25;
/// No shed is longer than this.
const LONGEST_M: f64 = 1_000.0;
/// The depth from which there is a row on each side of the aisle: 2.0 + 2.6 + 2.0.
const TWO_ROWS_M: f64 = 6.6;

/// A slot in the shed's own axes, from the middle of the shed: x along it, y away from the aisle
/// of a single row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slot {
    /// Its middle.
    pub at: WorldPt,
    /// Its width and depth in metres.
    pub size: WorldVec,
}

/// The slots of a shed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChargingShed {
    /// Every slot.
    pub slots: Vec<Slot>,
    /// The roofs: middle and size of each group in the shed's own axes.
    pub groups: Vec<(WorldPt, WorldVec)>,
}

/// Lays the slots out in a shed of a width (along it) and depth in metres. One row at the back
/// with the aisle in front, or from 6.6 m on a row on each side. In a shed of two rows a group is
/// half as long, so that no group holds more than 25.
///
/// A shed longer than 1 km is laid out as one of 1 km, so that no document can stall a phone.
pub fn charging_shed(size: WorldVec) -> ChargingShed {
    let size = WorldVec::new(size.x.min(LONGEST_M), size.y);
    let two_rows = size.y + 0.001 >= TWO_ROWS_M;
    let rows: &[f64] = if two_rows { &[1.0, -1.0] } else { &[1.0] };
    if size.y + 0.001 < SLOT_DEPTH_M {
        return ChargingShed::default();
    }
    let along = if two_rows { GROUP_SLOTS / 2 } else { GROUP_SLOTS };
    let back = size.y / 2.0 - SLOT_DEPTH_M / 2.0;
    let slot = WorldVec::new(SLOT_WIDTH_M, SLOT_DEPTH_M);
    let mut shed = ChargingShed::default();
    let mut from = -size.x / 2.0;
    loop {
        let count = fits(size.x / 2.0 - from, SLOT_WIDTH_M).min(along);
        if count == 0 {
            return shed;
        }
        let length = f64::from(count) * SLOT_WIDTH_M;
        shed.groups.push((
            WorldPt::new(from + length / 2.0, 0.0),
            WorldVec::new(length, size.y),
        ));
        for row in rows {
            shed.slots.extend((0..count).map(|i| Slot {
                at: WorldPt::new(from + (f64::from(i) + 0.5) * SLOT_WIDTH_M, row * back),
                size: slot,
            }));
        }
        from += length + GROUP_GAP_M;
    }
}

/// The width in metres of a single-row shed that holds so many slots.
pub fn charging_shed_width(slots: u32) -> f64 {
    let gaps = slots.saturating_sub(1) / GROUP_SLOTS;
    f64::from(slots) * SLOT_WIDTH_M + f64::from(gaps) * GROUP_GAP_M
}
