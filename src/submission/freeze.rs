//! The bytes that are sent: fixed when the resident submits, never touched again.

use std::collections::HashSet;

use crate::design::Design;
use crate::design::stored::{self, DesignName};

/// A design as it is sent, and the name that its bytes give it.
#[derive(Clone, Debug, PartialEq)]
pub struct Frozen {
    /// What is sent, byte for byte.
    pub bytes: Vec<u8>,
    /// The hash of the bytes.
    pub name: DesignName,
}

/// Freezes a design at a time (RFC 3339, of the resident's clock). Whatever is changed afterwards
/// is another design with another name.
pub fn freeze(design: &Design, now: &str) -> Frozen {
    let mut sent = design.clone();
    sent.drawn = now.to_owned();
    let bytes = stored::write(&sent);
    Frozen {
        name: DesignName::of(&bytes),
        bytes,
    }
}

/// The drawing that goes on from one that was sent and will replace it.
pub fn revision_of(design: &Design, name: &DesignName) -> Design {
    let mut next = design.clone();
    next.supersedes = Some(name.to_string());
    next.drawn = String::new();
    next
}

/// The version of a drawing that its next one replaces: of those that no other supersedes, the one
/// drawn last. Two such heads are there when two windows sent the same drawing; their times are
/// compared as they are written, by one device's clock.
pub fn last_version<'a>(
    draft: &str,
    versions: impl IntoIterator<Item = &'a (DesignName, Design)>,
) -> Option<DesignName> {
    let own: Vec<_> = versions
        .into_iter()
        .filter(|(_, design)| design.draft == draft)
        .collect();
    let replaced: HashSet<&str> = own
        .iter()
        .filter_map(|(_, design)| design.supersedes.as_deref())
        .collect();
    own.iter()
        .filter(|(name, _)| !replaced.contains(name.to_string().as_str()))
        .max_by(|a, b| (&a.1.drawn, a.0).cmp(&(&b.1.drawn, b.0)))
        .map(|(name, _)| *name)
}
