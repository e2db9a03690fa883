//! How alike a design is to each of a few centres, all reckoned in one walk along the design.

use super::groups::MOST_GROUPS;
use super::vectors::Direction;

/// Whole directions, the numbers of one place beside each other.
pub(super) struct Beside {
    many: usize,
    places: Vec<f32>,
}

impl Beside {
    /// Those of as many centres as there are groups at most.
    pub fn of(centres: &[Vec<f32>]) -> Self {
        let many = centres.len();
        let length = centres.first().map_or(0, Vec::len);
        let mut places = vec![0.0; many * length];
        for (at, centre) in centres.iter().enumerate() {
            let own = places.iter_mut().skip(at).step_by(many.max(1));
            own.zip(centre).for_each(|(place, value)| *place = *value);
        }
        Self { many, places }
    }

    /// The centre that a design is nearest to and how alike it is, of two the first; and how alike the next one is. What
    /// is beyond their number is like nothing.
    pub fn nearest(&self, one: &Direction) -> (usize, f64, f64) {
        match self.many {
            1 => nearest_of(alike::<1>(&self.places, one)),
            2 => nearest_of(alike::<2>(&self.places, one)),
            3 => nearest_of(alike::<3>(&self.places, one)),
            4 => nearest_of(alike::<4>(&self.places, one)),
            _ => nearest_of(alike::<MOST_GROUPS>(&self.places, one)),
        }
    }
}

/// How alike a design and one whole direction are: their cosine where both have length 1.
pub(super) fn likeness(one: &Direction, whole: &[f32]) -> f64 {
    alike::<1>(whole, one)[0]
}

/// How alike a design is to so many centres that lie beside each other. Four sums run beside each other a centre, always
/// the same four, so that no addition waits for the one before it.
fn alike<const MANY: usize>(places: &[f32], one: &Direction) -> [f64; MANY] {
    let add = |sums: &mut [f64; MANY], (at, value): &(u32, f32)| {
        let from = places.get(*at as usize * MANY..);
        let place = from.and_then(|from| from.first_chunk::<MANY>());
        for (sum, own) in sums.iter_mut().zip(place.into_iter().flatten()) {
            *sum += f64::from(*value) * f64::from(*own);
        }
    };
    let (mut sums, mut rest) = ([[0.0; MANY]; 4], [0.0; MANY]);
    let fours = one.chunks_exact(4);
    fours.remainder().iter().for_each(|part| add(&mut rest, part));
    for four in fours {
        sums.iter_mut().zip(four).for_each(|(sums, part)| add(sums, part));
    }
    std::array::from_fn(|at| sums[0][at] + sums[1][at] + (sums[2][at] + sums[3][at]) + rest[at])
}

fn nearest_of<const MANY: usize>(alike: [f64; MANY]) -> (usize, f64, f64) {
    let (mut at, mut own, mut next) = (0, f64::NEG_INFINITY, f64::NEG_INFINITY);
    for (one, alike) in alike.into_iter().enumerate() {
        if alike > own {
            (at, own, next) = (one, alike, own);
        } else {
            next = next.max(alike);
        }
    }
    (at, own, next)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::vectors::Direction;
    use super::{Beside, likeness};

    proptest! {
        #[test]
        fn all_centres_at_once_are_as_alike_as_one_by_one(
            centres in prop::collection::vec(prop::collection::vec(0.0_f32..1.0, 40), 1..=5),
            parts in prop::collection::btree_map(0_u32..40, 0.0_f32..1.0, 0..20),
        ) {
            let one: Direction = parts.into_iter().collect();
            let (at, own, next) = Beside::of(&centres).nearest(&one);
            let mut alike: Vec<f64> = centres.iter().map(|centre| likeness(&one, centre)).collect();
            prop_assert_eq!(own, alike[at]);
            prop_assert!(alike[..at].iter().all(|before| *before < own), "of two the first");
            alike.swap_remove(at);
            prop_assert_eq!(next, alike.into_iter().fold(f64::NEG_INFINITY, f64::max));
        }
    }
}
