//! All cores of this machine, for kernels that name no threads.

use rayon::prelude::*;

use crate::cores::Cores;

/// Parts on all cores, each begun as soon as one is free.
pub struct AllCores;

impl Cores for AllCores {
    fn parts<T: Send>(&self, count: usize, work: impl Fn(usize) -> T + Send + Sync) -> Vec<T> {
        let parts = (0..count).into_par_iter().with_max_len(1);
        parts.map(work).collect()
    }
}
