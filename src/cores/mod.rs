//! How work that falls into parts is done: one part after another, or on several cores by who has them.

/// What does the parts. Kernels name neither threads nor a browser: the native program spreads parts over its cores, a
/// page does them in turn, and both give the same.
pub trait Cores: Sync {
    /// What `work` gives for each of so many parts, in their order.
    fn parts<T: Send>(&self, count: usize, work: impl Fn(usize) -> T + Send + Sync) -> Vec<T>;
}

/// One part after another.
#[derive(Clone, Copy, Debug, Default)]
pub struct OneCore;

impl Cores for OneCore {
    fn parts<T: Send>(&self, count: usize, work: impl Fn(usize) -> T + Send + Sync) -> Vec<T> {
        (0..count).map(work).collect()
    }
}
