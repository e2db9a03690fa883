//! What a resident wishes in words.

use std::sync::Arc;

use crate::geometry::WorldPt;

use super::Members;

/// The name of a wish, unique in its design: `w1` ….
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WishId(Arc<str>);

impl WishId {
    /// A wish's name from text.
    pub fn new(id: &str) -> Self {
        Self(Arc::from(id))
    }
    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A wish in words, with or without a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Wish {
    /// Its name.
    pub id: WishId,
    /// The wish; plain text.
    pub text: String,
    /// What it is about: `seats`, `parking` …; empty when not said.
    pub topic: String,
    /// The place it is about.
    pub at: Option<WorldPt>,
    /// Members of the document that this version does not know; kept and written again.
    pub extra: Members,
}
