//! Paper, scales, and how a plan is laid out on sheets. A kernel: millimetres in, places out.

/// A size of paper (ISO 216), by its number: A0 the largest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// 841 × 1189 mm.
    A0,
    /// 594 × 841 mm.
    A1,
    /// 420 × 594 mm.
    A2,
    /// 297 × 420 mm.
    A3,
    /// 210 × 297 mm.
    A4,
}

impl Paper {
    /// Every size, the largest first.
    pub const ALL: [Self; 5] = [Self::A0, Self::A1, Self::A2, Self::A3, Self::A4];

    /// The size of a name: `A3` or `a3`.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|paper| paper.name().eq_ignore_ascii_case(name))
    }
    /// Its name: `A3`.
    pub fn name(self) -> &'static str {
        match self {
            Self::A0 => "A0",
            Self::A1 => "A1",
            Self::A2 => "A2",
            Self::A3 => "A3",
            Self::A4 => "A4",
        }
    }
    /// Its shorter and longer side in millimetres.
    pub fn sides(self) -> (f64, f64) {
        match self {
            Self::A0 => (841.0, 1_189.0),
            Self::A1 => (594.0, 841.0),
            Self::A2 => (420.0, 594.0),
            Self::A3 => (297.0, 420.0),
            Self::A4 => (210.0, 297.0),
        }
    }
    /// Width and height, lying or standing.
    pub fn laid(self, lying: bool) -> (f64, f64) {
        let (short, long) = self.sides();
        if lying { (long, short) } else { (short, long) }
    }
}

/// A scale of a plan: so many metres of the ground are one metre of the paper.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale(f64);

impl Scale {
    /// The largest and the smallest scale of a sheet.
    pub const RANGE: (f64, f64) = (20.0, 5_000.0);

    /// 1 to so many; none beyond what a sheet of an estate may have.
    pub fn one_to(number: f64) -> Option<Self> {
        (Self::RANGE.0..=Self::RANGE.1)
            .contains(&number)
            .then_some(Self(number))
    }
    /// The number after `1:`.
    pub fn number(self) -> f64 {
        self.0
    }
    /// Millimetres of the paper a metre of the ground.
    pub fn mm_a_metre(self) -> f64 {
        1_000.0 / self.0
    }
}

/// The overlap of two neighbouring tiles, in millimetres: where they are glued.
pub(super) const OVERLAP: f64 = 12.0;

/// How a plan larger than a sheet is cut into tiles.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Tiling {
    /// Whether the sheets lie.
    pub lying: bool,
    /// The room of a tile, in millimetres.
    pub room: (f64, f64),
    /// How many stand side by side and how many one over the other.
    pub count: (usize, usize),
}

/// So many tiles of a room, overlapping, hold so much.
fn needed(content: f64, room: f64) -> usize {
    if content <= room {
        return 1;
    }
    ((content - OVERLAP) / (room - OVERLAP)).ceil() as usize
}

/// The tiles of a content in millimetres, the sheets turned so that fewest are needed; `room` says
/// what of a lying or standing sheet a tile has.
pub(super) fn tiling(content: (f64, f64), room: impl Fn(bool) -> (f64, f64)) -> Tiling {
    let laid = |lying: bool| {
        let room = room(lying);
        Tiling {
            lying,
            room,
            count: (needed(content.0, room.0), needed(content.1, room.1)),
        }
    };
    let (lying, standing) = (laid(true), laid(false));
    let sheets = |tiling: &Tiling| tiling.count.0.saturating_mul(tiling.count.1);
    if sheets(&standing) < sheets(&lying) {
        standing
    } else {
        lying
    }
}

impl Tiling {
    /// The lower left corner of a tile in a content of a width and height, in millimetres: all of
    /// them together stand in its middle. Rows count from above.
    pub fn corner(&self, content: (f64, f64), column: usize, row: usize) -> (f64, f64) {
        let start = |content: f64, room: f64, count: usize| {
            let whole = room * count as f64 - OVERLAP * (count - 1) as f64;
            (content - whole) / 2.0
        };
        let from_below = self.count.1 - 1 - row;
        (
            start(content.0, self.room.0, self.count.0) + (self.room.0 - OVERLAP) * column as f64,
            start(content.1, self.room.1, self.count.1) + (self.room.1 - OVERLAP) * from_below as f64,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tiles_hold_the_content_and_overlap_by_what_is_glued() {
        let content = (1_500.0, 900.0);
        let tiles = tiling(
            content,
            |lying| if lying { (400.0, 277.0) } else { (277.0, 400.0) },
        );
        let (columns, rows) = tiles.count;
        let first = tiles.corner(content, 0, rows - 1);
        let last = tiles.corner(content, columns - 1, 0);
        assert!(first.0 <= 0.0 && first.1 <= 0.0);
        assert!(last.0 + tiles.room.0 >= content.0 && last.1 + tiles.room.1 >= content.1);
        let next = tiles.corner(content, 1, rows - 1);
        assert!((first.0 + tiles.room.0 - next.0 - OVERLAP).abs() < 1e-9);
        assert_eq!(tiling((100.0, 100.0), |_| (200.0, 150.0)).count, (1, 1));
    }

    #[test]
    fn paper_and_scales_are_read_by_name_and_number() {
        assert_eq!(Paper::named("a3"), Some(Paper::A3));
        assert_eq!(Paper::named("A5"), None);
        assert_eq!(Scale::one_to(200.0).map(Scale::mm_a_metre), Some(5.0));
        assert_eq!(Scale::one_to(f64::NAN), None);
        assert_eq!(Scale::one_to(0.0), None);
    }
}
