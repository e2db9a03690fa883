//! Points waiting to be looked at, the nearest first: most are put there a step ahead of the one just looked at, so
//! that a wheel of buckets holds them; those that are there from the beginning lie sorted beside it.

/// Buckets of points by what they cost; no step costs more than there are buckets less one.
pub(super) struct Wheel {
    /// The farthest first.
    first: Vec<(u32, u32)>,
    buckets: Vec<Vec<u32>>,
    waiting: usize,
    now: u32,
}

impl Wheel {
    /// Points with their costs, and the most that a step costs.
    pub fn new(mut first: Vec<(u32, u32)>, longest: u32) -> Self {
        first.sort_unstable_by_key(|(cost, _)| std::cmp::Reverse(*cost));
        Self {
            now: first.last().map_or(0, |(cost, _)| *cost),
            first,
            buckets: vec![Vec::new(); longest as usize + 1],
            waiting: 0,
        }
    }

    /// The next point and what it costs.
    pub fn next(&mut self) -> Option<(u32, usize)> {
        loop {
            if let Some((cost, at)) = self.first.last().copied()
                && (cost == self.now || self.waiting == 0)
            {
                self.first.pop();
                self.now = cost;
                return Some((cost, at as usize));
            }
            if self.waiting == 0 {
                return None;
            }
            let bucket = self.now as usize % self.buckets.len();
            if let Some(at) = self.buckets[bucket].pop() {
                self.waiting -= 1;
                return Some((self.now, at as usize));
            }
            self.now += 1;
        }
    }

    /// Puts a point a step ahead of the one that came last.
    pub fn put(&mut self, cost: u32, at: usize) {
        debug_assert!(cost > self.now && ((cost - self.now) as usize) < self.buckets.len());
        let bucket = cost as usize % self.buckets.len();
        self.buckets[bucket].push(at as u32);
        self.waiting += 1;
    }
}
