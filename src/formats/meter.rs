//! How far a reading is: whole percents that only rise, told as the bytes go by.

/// Counts a piece of work whose parts follow each other, and tells each whole percent once.
pub struct Meter<'a> {
    tell: Option<&'a mut dyn FnMut(u8)>,
    told: u8,
    from: u8,
    to: u8,
}

impl<'a> Meter<'a> {
    /// A meter that tells nobody.
    pub fn deaf() -> Self {
        Self::over(None)
    }
    /// A meter that tells each percent when it is reached.
    pub fn new(tell: &'a mut dyn FnMut(u8)) -> Self {
        Self::over(Some(tell))
    }
    fn over(tell: Option<&'a mut dyn FnMut(u8)>) -> Self {
        Self {
            tell,
            told: 0,
            from: 0,
            to: 0,
        }
    }
    /// The part before is done, and the next goes as far as `to` percent of the whole.
    pub fn part(&mut self, to: u8) {
        self.reach(self.to);
        self.from = self.to;
        self.to = to.clamp(self.from, 100);
    }
    /// So much of the part is done: bytes, things, whatever it counts in.
    pub fn at(&mut self, done: usize, of: usize) {
        let share = done.min(of) as f64 / of.max(1) as f64;
        self.reach(self.from + (f64::from(self.to - self.from) * share) as u8);
    }
    /// All of it is done.
    pub fn finish(&mut self) {
        self.reach(100);
    }

    fn reach(&mut self, percent: u8) {
        if percent > self.told {
            self.told = percent;
            if let Some(tell) = &mut self.tell {
                tell(percent);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_percent_is_told_once_and_they_rise_through_all_parts() {
        let mut told = Vec::new();
        let mut tell = |percent| told.push(percent);
        let mut meter = Meter::new(&mut tell);
        meter.part(50);
        for done in 0..=1_000 {
            meter.at(done, 1_000);
        }
        meter.part(90);
        meter.at(7, 4); // More than there was to be done is all of it.
        meter.at(1, 4); // And nothing goes back.
        meter.part(95);
        meter.finish();
        assert_eq!(told, (1..=50).chain([90, 100]).collect::<Vec<u8>>());
    }

    #[test]
    fn a_part_of_nothing_is_no_fault() {
        let mut meter = Meter::deaf();
        meter.part(10);
        meter.at(0, 0);
        meter.part(3);
        meter.finish();
    }
}
