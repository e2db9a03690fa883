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

    /// How alike a design and each centre are: their cosines where all have length 1.
    pub fn likenesses(&self, one: &Direction) -> Likenesses {
        match self.many {
            1 => self.of_so_many::<1>(one),
            2 => self.of_so_many::<2>(one),
            3 => self.of_so_many::<3>(one),
            4 => self.of_so_many::<4>(one),
            _ => self.of_so_many::<MOST_GROUPS>(one),
        }
    }

    /// Four sums run beside each other a centre, always the same four, so that no addition waits for the one before it.
    fn of_so_many<const MANY: usize>(&self, one: &Direction) -> Likenesses {
        let add = |sums: &mut [f64; MANY], (at, value): &(u32, f32)| {
            let from = self.places.get(*at as usize * MANY..);
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
        let mut alike = [f64::NEG_INFINITY; MOST_GROUPS];
        for (at, alike) in alike.iter_mut().take(MANY).enumerate() {
            *alike = sums[0][at] + sums[1][at] + (sums[2][at] + sums[3][at]) + rest[at];
        }
        Likenesses(alike)
    }
}

/// How alike a design is to each centre; what is beyond their number is like nothing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Likenesses([f64; MOST_GROUPS]);

impl Likenesses {
    /// The nearest centre and how alike it is, of two the first; and how alike the next one is.
    pub fn nearest(&self) -> (usize, f64, f64) {
        let (mut at, mut own, mut next) = (0, f64::NEG_INFINITY, f64::NEG_INFINITY);
        for (one, alike) in self.0.into_iter().enumerate() {
            if alike > own {
                (at, own, next) = (one, alike, own);
            } else {
                next = next.max(alike);
            }
        }
        (at, own, next)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::vectors::{Direction, likeness};
    use super::Beside;

    proptest! {
        #[test]
        fn all_centres_at_once_are_as_alike_as_one_by_one(
            centres in prop::collection::vec(prop::collection::vec(0.0_f32..1.0, 40), 1..=5),
            parts in prop::collection::btree_map(0_u32..40, 0.0_f32..1.0, 0..20),
        ) {
            let one: Direction = parts.into_iter().collect();
            let (at, own, next) = Beside::of(&centres).likenesses(&one).nearest();
            let mut alike: Vec<f64> = centres.iter().map(|centre| likeness(&one, centre)).collect();
            prop_assert_eq!(own, alike[at]);
            prop_assert!(alike[..at].iter().all(|before| *before < own), "of two the first");
            alike.swap_remove(at);
            prop_assert_eq!(next, alike.into_iter().fold(f64::NEG_INFINITY, f64::max));
        }
    }
}
