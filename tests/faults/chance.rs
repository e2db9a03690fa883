//! Chance that can be had again: the seed is printed, and `SEED` gives it back.

/// The numbers of a seed.
pub struct Chance(mulin::cli::chance::Chance);

impl Chance {
    /// The stream of a test. What it prints is shown when the test fails.
    pub fn of(test: &str) -> Self {
        let given = std::env::var("SEED").ok().and_then(|seed| seed.parse().ok());
        let seed = given.unwrap_or(20_261_129);
        println!("{test}: SEED={seed}");
        Self::from(seed)
    }
    pub fn from(seed: u64) -> Self {
        Self(mulin::cli::chance::Chance::new(seed))
    }
    pub fn next(&mut self) -> u64 {
        self.0.bits()
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
