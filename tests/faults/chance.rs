//! Chance that can be had again: the seed is printed, and `SEED` gives it back.

/// A stream of numbers from a seed (SplitMix64).
pub struct Chance(u64);

impl Chance {
    /// The stream of a test. What it prints is shown when the test fails.
    pub fn of(test: &str) -> Self {
        let given = std::env::var("SEED").ok().and_then(|seed| seed.parse().ok());
        let seed = given.unwrap_or(20_261_129);
        println!("{test}: SEED={seed}");
        Self::from(seed)
    }
    pub fn from(seed: u64) -> Self {
        Self(seed)
    }
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
    /// A number below another.
    pub fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }
    /// Whether something of so many in a hundred happens.
    pub fn percent(&mut self, of_hundred: u64) -> bool {
        self.below(100) < of_hundred
    }
}

/// Whether the counts of the night are taken.
pub fn is_soak() -> bool {
    std::env::var_os("SOAK").is_some()
}

/// A count of `make test`, or that of `make soak`.
pub fn count(usual: usize, soak: usize) -> usize {
    if is_soak() { soak } else { usual }
}
