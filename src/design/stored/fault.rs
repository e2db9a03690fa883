//! What can be wrong with a document.

use crate::catalogue::KindId;
use crate::geometry::{OutlineFault, WorldPt};
use crate::text::Message;

/// Why a document cannot be read at all.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ReadFault {
    /// It is larger than any design.
    #[error("the document has {bytes} bytes; a design has at most {most}")]
    TooLarge {
        /// Its size.
        bytes: usize,
        /// The largest that is read.
        most: usize,
    },
    /// It is not JSON, or not the JSON of a design.
    #[error("the document is not a design: {0}")]
    NotADesign(String),
    /// A newer Mulin wrote it.
    #[error("the document is of version '{0}', newer than this program; open it with a newer Mulin")]
    Newer(String),
    /// It has more things than a design may.
    #[error("the document holds more things than a design may")]
    TooMany,
}

impl ReadFault {
    /// The sentence for people.
    pub fn message(&self) -> Message {
        match self {
            Self::TooLarge { bytes, most } => Message::new("design-too-large")
                .with("bytes", *bytes)
                .with("most", *most),
            Self::NotADesign(why) => Message::new("design-not-a-design").with("why", why.as_str()),
            Self::Newer(version) => Message::new("design-newer").with("version", version.as_str()),
            Self::TooMany => Message::new("design-too-many"),
        }
    }
}

/// Something in a document that could not be taken as it stands. The rest was read.
#[derive(Clone, Debug, PartialEq)]
pub enum Repair {
    /// A thing was left out because its shape is none.
    ShapeLeftOut {
        /// Its name.
        id: String,
        /// Its kind.
        kind: KindId,
        /// The corners of an outline that crosses itself, for the hand to mend; else none.
        corners: Vec<WorldPt>,
        /// What is wrong with its outline.
        fault: OutlineFault,
    },
    /// A thing was left out because it has neither place nor outline.
    NoShape {
        /// Its name.
        id: String,
    },
    /// A second thing of a name was given another name.
    Renamed {
        /// The name that was there twice.
        id: String,
        /// Its new name.
        to: String,
    },
}

impl Repair {
    /// The sentence for people.
    pub fn message(&self) -> Message {
        match self {
            Self::ShapeLeftOut { id, fault, .. } => Message::new("repair-shape-left-out")
                .with("id", id.as_str())
                .with("why", Message::new(fault.key())),
            Self::NoShape { id } => Message::new("repair-no-shape").with("id", id.as_str()),
            Self::Renamed { id, to } => Message::new("repair-renamed")
                .with("id", id.as_str())
                .with("to", to.as_str()),
        }
    }
}
