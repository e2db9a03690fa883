//! What several designs have in common, and what only one of them has.

use crate::design::Design;

use super::pairs::same_things;

/// Of each thing of each design, which of the designs have it, as bits, as [`same_things`] finds it; its own design always.
/// At most 32 designs; further ones are not looked at.
pub fn held_by(designs: &[&Design]) -> Vec<Vec<u32>> {
    let designs = &designs[..designs.len().min(32)];
    let of = |at: usize| {
        let own = designs[at];
        let mut held = vec![1_u32 << at; own.placements().len()];
        for (number, other) in designs.iter().enumerate().filter(|(number, _)| *number != at) {
            for (at, _) in same_things(own, other) {
                held[at] |= 1 << number;
            }
        }
        held
    };
    (0..designs.len()).map(of).collect()
}
