//! What is wrong with a file, and where.

use crate::text::Message;

/// Where in a file a problem is.
#[derive(Clone, Debug, PartialEq)]
pub enum Place {
    /// The file as a whole.
    File,
    /// A feature by its number in the file, counted from 1, and its name where it has one.
    Feature(usize, String),
    /// A thing of OpenStreetMap: `node`, `way` or `relation`, and its number.
    Osm(&'static str, i64),
    /// A thing of a drawing: its layer, and where it begins, in metres as the drawing has them.
    Drawing(String, [f64; 2]),
}

/// Something in a file that could not be taken as it stands. The rest was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// What is wrong and what was done.
    pub message: Message,
}

impl Problem {
    /// A problem of the file as a whole.
    pub fn of_file(message: Message) -> Self {
        Self {
            place: Place::File,
            message,
        }
    }
    /// The whole sentence: where, then what.
    pub fn sentence(&self) -> Message {
        match &self.place {
            Place::File => self.message.clone(),
            Place::Feature(number, id) if id.is_empty() => Message::new("problem-at-feature")
                .with("number", *number)
                .with("what", self.message.clone()),
            Place::Feature(number, id) => Message::new("problem-at-named-feature")
                .with("number", *number)
                .with("id", id.as_str())
                .with("what", self.message.clone()),
            Place::Drawing(layer, [x, y]) => Message::new("problem-at-layer")
                .with("layer", layer.as_str())
                .with("x", format!("{x:.2}"))
                .with("y", format!("{y:.2}"))
                .with("what", self.message.clone()),
            Place::Osm(element, number) => Message::new("problem-at-osm")
                .with("element", *element)
                .with("number", number.to_string())
                .with("what", self.message.clone()),
        }
    }
}

/// Why nothing can be had from a file.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ReadFault {
    /// It is larger than any estate.
    #[error("the file has {bytes} bytes; at most {most} are read")]
    TooLarge {
        /// Its size.
        bytes: usize,
        /// The largest that is read.
        most: usize,
    },
    /// It has more points or features than any estate.
    #[error("the file has more than {most} points or features; cut it to the estate")]
    TooMany {
        /// The most that is read.
        most: usize,
    },
    /// It is not in the format.
    #[error("the file is not {format}: {why}")]
    NotInFormat {
        /// The name of the format.
        format: &'static str,
        /// What the parser said.
        why: String,
    },
    /// Its coordinates are in a system that this version does not read.
    #[error("coordinates in '{0}' are not read; convert the file to WGS-84, or say 'mulin:crs': 'local'")]
    UnknownCrs(String),
    /// Its coordinates are no degrees.
    #[error("the coordinates are not degrees; if they are metres, say 'mulin:crs': 'local'")]
    NotDegrees,
    /// All of it lies further from the origin than any sheet reaches.
    #[error("everything in the file lies more than {} km from its origin", crate::geometry::REACH_M / 1_000.0)]
    OutOfReach,
    /// It is a drawing in AutoCAD's own format, which no well-kept open program library reads.
    #[error("DWG is not read; save the drawing as DXF")]
    Dwg,
    /// Nothing in it is a thing of an estate.
    #[error("the file holds nothing that Mulin knows, such as a building or a road")]
    NothingKnown,
}

impl ReadFault {
    /// The sentence for people.
    pub fn message(&self) -> Message {
        match self {
            Self::TooLarge { bytes, most } => Message::new("file-too-large")
                .number("size", *bytes as f64 / 1_048_576.0, 1)
                .number("most", *most as f64 / 1_048_576.0, 0),
            Self::TooMany { most } => Message::new("file-too-many").with("most", *most),
            Self::NotInFormat { format, why } => Message::new("file-not-in-format")
                .with("format", *format)
                .with("why", why.as_str()),
            Self::UnknownCrs(crs) => Message::new("file-unknown-crs").with("crs", crs.as_str()),
            Self::NotDegrees => Message::new("file-not-degrees"),
            Self::OutOfReach => {
                Message::new("file-out-of-reach").number("reach", crate::geometry::REACH_M / 1_000.0, 0)
            }
            Self::Dwg => Message::new("file-dwg"),
            Self::NothingKnown => Message::new("file-nothing-known"),
        }
    }
}
