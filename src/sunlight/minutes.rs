//! Minutes of a day, as a set.

/// How many minutes a set can hold: fifteen hours.
const MOST: usize = 960;
const WORDS: usize = MOST / 64;

/// A set of the minutes of a day's band, the first being 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Minutes([u64; WORDS]);

impl Minutes {
    /// Puts a minute in; one beyond the day is left out.
    pub fn put(&mut self, minute: usize) {
        if minute < MOST {
            self.0[minute / 64] |= 1 << (minute % 64);
        }
    }
    /// Whether a minute is in it.
    pub fn has(&self, minute: usize) -> bool {
        minute < MOST && self.0[minute / 64] & (1 << (minute % 64)) != 0
    }
    /// Whether none is in it.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }
    /// What is in either.
    #[must_use]
    pub fn with(mut self, other: &Self) -> Self {
        for (own, more) in self.0.iter_mut().zip(other.0) {
            *own |= more;
        }
        self
    }
    /// What is in this and not in the other.
    #[must_use]
    pub fn without(mut self, other: &Self) -> Self {
        for (own, less) in self.0.iter_mut().zip(other.0) {
            *own &= !less;
        }
        self
    }
    /// What is in both.
    #[must_use]
    pub fn shared(mut self, other: &Self) -> Self {
        for (own, more) in self.0.iter_mut().zip(other.0) {
            *own &= more;
        }
        self
    }
    /// How many minutes are in it that lie in a run of at least `segment` minutes: shorter stretches
    /// of sun do not count.
    pub fn counted(&self, segment: u32) -> u32 {
        let mut counted = 0;
        let mut run = 0;
        for minute in 0..=MOST {
            if self.has(minute) {
                run += 1;
                continue;
            }
            if run >= segment {
                counted += run;
            }
            run = 0;
        }
        counted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_of_four_minutes_does_not_count_and_one_of_five_does() {
        let mut lit = Minutes::default();
        (10..14).for_each(|minute| lit.put(minute));
        (60..65).for_each(|minute| lit.put(minute));
        assert_eq!((lit.counted(5), lit.counted(4), lit.counted(0)), (5, 9, 9));
    }
}
