//! What was looked up of the kinds in one document, so that it is looked up once a kind and not once a thing.

use crate::catalogue::KindId;

/// So many are sooner compared than looked up; of further ones nothing is remembered.
const FEW: usize = 32;

/// What was found of kinds, by their names. Things of one document that were read together share the names of its kinds, so
/// that a name is known again by where it lies; an equal one that lies elsewhere is looked up for itself.
#[derive(Clone, Debug)]
pub struct FewKinds<'a, T> {
    known: Vec<(&'a KindId, T)>,
}

impl<T> Default for FewKinds<'_, T> {
    fn default() -> Self {
        Self { known: Vec::new() }
    }
}

impl<'a, T: Clone> FewKinds<'a, T> {
    /// What is known of a kind, or is found now.
    pub fn of(&mut self, kind: &'a KindId, find: impl FnOnce(&'a KindId) -> T) -> T {
        let known = self.known.iter().find(|(known, _)| known.is_shared_with(kind));
        if let Some((_, found)) = known {
            return found.clone();
        }
        let found = find(kind);
        if self.known.len() < FEW {
            self.known.push((kind, found.clone()));
        }
        found
    }
}
