//! What most things of a document have none of.

use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::LazyLock;

use serde_json::{Map, Value};

use super::Params;

/// What most things have none of: then it is a word of memory, where a map is up to eleven. It reads as an empty one.
#[derive(Clone, Default)]
pub struct Rare<T>(Option<Box<T>>);

/// Members of a document that this version does not know; kept and written again.
pub type Members = Rare<Map<String, Value>>;

/// What can be empty, and has one empty one that all may read.
pub trait Blank: Default + PartialEq + 'static {
    /// The empty one.
    fn blank() -> &'static Self;
}

impl Blank for Map<String, Value> {
    fn blank() -> &'static Self {
        static NONE: LazyLock<Map<String, Value>> = LazyLock::new(Map::new);
        &NONE
    }
}

impl Blank for Params {
    fn blank() -> &'static Self {
        static NONE: Params = Params::new();
        &NONE
    }
}

impl Blank for String {
    fn blank() -> &'static Self {
        static NONE: String = String::new();
        &NONE
    }
}

impl<T: Blank> Rare<T> {
    /// All of it, taken out of its place.
    pub fn into_inner(self) -> T {
        self.0.map(|whole| *whole).unwrap_or_default()
    }
    /// Takes all out.
    pub fn clear(&mut self) {
        self.0 = None;
    }
}

impl Members {
    /// Takes one out; none where there is none.
    pub fn remove(&mut self, name: &str) -> Option<Value> {
        self.0.as_mut()?.remove(name)
    }
}

impl<T: Blank> Deref for Rare<T> {
    type Target = T;
    fn deref(&self) -> &T {
        match &self.0 {
            Some(whole) => whole,
            None => T::blank(),
        }
    }
}

impl<T: Blank> DerefMut for Rare<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.0.get_or_insert_default()
    }
}

impl<T: Blank> From<T> for Rare<T> {
    fn from(whole: T) -> Self {
        Self((whole != *T::blank()).then(|| Box::new(whole)))
    }
}

impl<T: Blank> PartialEq for Rare<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: Blank + fmt::Debug> fmt::Debug for Rare<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
