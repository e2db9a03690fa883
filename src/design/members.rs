//! Members of a document that this version does not know.

use std::ops::{Deref, DerefMut};
use std::sync::LazyLock;

use serde_json::{Map, Value};

static NONE: LazyLock<Map<String, Value>> = LazyLock::new(Map::new);

/// Members of a document that this version does not know; kept and written again. Most things have none, and then it is
/// a word of memory: a map is eleven of them.
#[derive(Clone, Debug, Default)]
pub struct Members(Option<Box<Map<String, Value>>>);

impl Members {
    /// Takes one out; none where there is none.
    pub fn remove(&mut self, name: &str) -> Option<Value> {
        self.0.as_mut()?.remove(name)
    }
    /// Takes all out.
    pub fn clear(&mut self) {
        self.0 = None;
    }
}

impl Deref for Members {
    type Target = Map<String, Value>;
    fn deref(&self) -> &Self::Target {
        self.0.as_deref().unwrap_or(&NONE)
    }
}

impl DerefMut for Members {
    fn deref_mut(&mut self) -> &mut Self::Target {
        self.0.get_or_insert_default()
    }
}

impl PartialEq for Members {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl From<Map<String, Value>> for Members {
    fn from(members: Map<String, Value>) -> Self {
        Self((!members.is_empty()).then(|| Box::new(members)))
    }
}

impl From<Members> for Map<String, Value> {
    fn from(members: Members) -> Self {
        members.0.map(|members| *members).unwrap_or_default()
    }
}
