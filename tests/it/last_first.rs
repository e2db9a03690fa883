//! Cores that do the last part first: no part may lean on one before it.

use mulin::cores::Cores;

/// Parts done from the last to the first.
pub struct LastFirst;

impl Cores for LastFirst {
    fn parts<T: Send>(&self, count: usize, work: impl Fn(usize) -> T + Send + Sync) -> Vec<T> {
        let mut done: Vec<T> = (0..count).rev().map(work).collect();
        done.reverse();
        done
    }
}
