//! What was received and cannot be used, kept in sight with the reason.

use crate::design::stored::{DesignName, ReadFault};
use crate::text::Message;

/// Why a file was set aside.
#[derive(Clone, Debug, PartialEq)]
pub enum AsideReason {
    /// Its name is not the hash of its bytes: it was damaged on the way or changed by hand.
    NameDisagrees {
        /// The hash of the bytes that are there.
        actual: DesignName,
    },
    /// It is not named by a hash at all.
    NotNamedByHash,
    /// Its bytes are not a design that this program can read.
    Unreadable(ReadFault),
    /// It was drawn for another project.
    OtherProject(String),
    /// It is listed, and its host does not give it out, as it does with damaged files.
    Withheld,
}

/// A file that was received and set aside.
#[derive(Clone, Debug, PartialEq)]
pub struct Aside {
    /// Its name in the store or folder, as text.
    pub file: String,
    /// How large it is, in bytes.
    pub bytes: usize,
    /// Why.
    pub reason: AsideReason,
}

impl AsideReason {
    /// The word in files: `name-disagrees` ….
    pub fn word(&self) -> &'static str {
        match self {
            Self::NameDisagrees { .. } => "name-disagrees",
            Self::NotNamedByHash => "not-named-by-hash",
            Self::Unreadable(_) => "unreadable",
            Self::OtherProject(_) => "other-project",
            Self::Withheld => "withheld",
        }
    }
    /// The sentence for people.
    pub fn message(&self) -> Message {
        match self {
            Self::NameDisagrees { .. } => Message::new("aside-name-disagrees"),
            Self::NotNamedByHash => Message::new("aside-not-named-by-hash"),
            Self::Unreadable(fault) => Message::new("aside-unreadable").with("why", fault.message()),
            Self::OtherProject(project) => {
                Message::new("aside-other-project").with("project", project.as_str())
            }
            Self::Withheld => Message::new("aside-withheld"),
        }
    }
}
