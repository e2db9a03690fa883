//! The bytes that are sent: fixed when the resident submits, never touched again.

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
