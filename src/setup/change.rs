//! What a facilitator can do to a draft, and why something is refused.

use crate::estate::{FeatureId, GateUse};
use crate::geometry::{OutlineFault, WorldPt};
use crate::text::Message;

use super::{KindsChange, PictureChange, PictureFault, What};

/// One step. Lengths in metres.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Says what things are.
    Call(Vec<FeatureId>, What),
    /// Gives a thing the name that people use, such as a house number.
    Name(FeatureId, String),
    /// Says how many storeys buildings have; none where nobody knows.
    Storeys(Vec<FeatureId>, Option<f64>),
    /// Says how many homes are in a building.
    Homes(FeatureId, u32),
    /// Reckons the homes of every dwelling that has none said, by its doors and storeys.
    ReckonHomes,
    /// Says how wide a road is that is drawn as its middle line; none where nobody knows.
    Width(FeatureId, Option<f64>),
    /// Says whether roads are the fire engine's.
    FireLane(Vec<FeatureId>, bool),
    /// Takes things out of the map.
    Remove(Vec<FeatureId>),
    /// Draws the edge of the estate by its corners.
    Edge(Vec<WorldPt>),
    /// Draws the edge around things, at a distance.
    EdgeAround(Vec<FeatureId>, f64),
    /// Takes everything out of the map that lies farther than this outside of the edge.
    Cut(f64),
    /// A stair door in the wall nearest to a place.
    Door(WorldPt),
    /// A gate at a place.
    Gate(WorldPt, GateUse),
    /// A thing drawn by its points, as from the picture underneath: its corners, or those of its middle line
    /// where it is a line.
    Trace(What, Vec<WorldPt>),
    /// Changes the picture underneath.
    Picture(PictureChange),
    /// What residents can place.
    Kinds(KindsChange),
}

/// Why a step is refused.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Refusal {
    /// Nothing was chosen, or it is gone.
    #[error("nothing is chosen that is on the map")]
    Nothing,
    /// Nothing of its shape can be that.
    #[error("a thing of that shape cannot be '{}'", .0.word())]
    Shape(What),
    /// The corners are no outline.
    #[error("the edge cannot be drawn: {0}")]
    Outline(#[from] OutlineFault),
    /// There is no edge to cut at.
    #[error("the estate has no edge yet")]
    NoEdge,
    /// No wall of a building is near.
    #[error("no building has a wall within {0} m of there")]
    NoWall(f64),
    /// It makes no sense as a number.
    #[error("{value} is not from {least} to {most}")]
    Number {
        /// What was given.
        value: f64,
        /// The least.
        least: f64,
        /// The most.
        most: f64,
    },
    /// Points that make no line.
    #[error("a line needs two points or more")]
    Line,
    /// The picture underneath stays as it is.
    #[error(transparent)]
    Picture(#[from] PictureFault),
    /// Nothing had to be reckoned, or nothing could be.
    #[error("no dwelling without homes has its storeys said")]
    NothingToReckon,
    /// What is said of a kind of the project's own does not fit.
    #[error("the kind cannot be used ({})", .0.key)]
    Kind(Message),
    /// A built-in kind has that id.
    #[error("'{0}' is the id of a built-in kind")]
    KindId(String),
    /// There are as many kinds of the project's own as there can be.
    #[error("a project has at most {0} kinds of its own")]
    ManyKinds(usize),
    /// The other project has no kind that is not here.
    #[error("there is no kind in it that is not here already")]
    NoNewKinds,
}

impl Refusal {
    /// The sentence for people.
    pub fn message(&self) -> Message {
        match self {
            Self::Nothing => Message::new("setup-no-thing"),
            Self::Shape(what) => Message::new("setup-no-shape").with("what", what.name()),
            Self::Outline(fault) => {
                Message::new("setup-no-edge-shape").with("why", Message::new(fault.key()))
            }
            Self::NoEdge => Message::new("setup-no-edge"),
            Self::NoWall(reach) => Message::new("setup-no-wall").number("metres", *reach, 0),
            Self::Number { value, least, most } => Message::new("setup-no-number")
                .number("value", *value, 2)
                .number("least", *least, 1)
                .number("most", *most, 0),
            Self::Line => Message::new("setup-no-line"),
            Self::Picture(fault) => fault.message(),
            Self::NothingToReckon => Message::new("setup-nothing-to-reckon"),
            Self::Kind(why) => Message::new("kinds-not-put").with("why", why.clone()),
            Self::KindId(id) => Message::new("kinds-not-put")
                .with("why", Message::new("own-id-built-in").with("id", id.as_str())),
            Self::ManyKinds(most) => Message::new("own-too-many").with("most", *most),
            Self::NoNewKinds => Message::new("kinds-none-new"),
        }
    }
}

impl What {
    /// What people call it.
    pub fn name(self) -> Message {
        Message {
            key: format!("what-{}", self.word()).into(),
            args: Vec::new(),
        }
    }
}
