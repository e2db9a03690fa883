//! Irregularity that is the same every time: SplitMix64 (Steele, Lea, Flood 2014).

/// A stream of numbers from a seed.
pub struct Seed(u64);

impl Seed {
    /// A stream; the same seed gives the same numbers.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
    /// A number from `low` up to `high`.
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        // The upper 53 bits are a fraction that a double holds exactly.
        let share = (self.next() >> 11) as f64 / (1_u64 << 53) as f64;
        low + (high - low) * share
    }
    /// Whether something of a chance from 0 to 1 happens.
    pub fn happens(&mut self, chance: f64) -> bool {
        self.between(0.0, 1.0) < chance
    }
}
