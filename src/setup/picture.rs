//! The picture underneath while the estate is set up: laid, scaled by what is known, cropped, held.

use std::sync::Arc;

use crate::geometry::{Bounds, WorldPt};
use crate::project::{Underlay, UnderlayFault};
use crate::text::Message;

use super::{Draft, Refusal};

/// A picture about which nothing is known yet is laid so wide, in metres.
const UNKNOWN_WIDTH_M: f64 = 200.0;
/// Two places nearer than this in the picture say nothing of its scale, in metres of the sheet.
const NEAR_M: f64 = 0.01;
/// Lengths that are known on a plan, in metres.
const LENGTH_M: (f64, f64) = (0.1, 10_000.0);

/// A picture with its file.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Where it lies.
    pub underlay: Underlay,
    /// The bytes of its file.
    pub bytes: Arc<Vec<u8>>,
}

/// What can be done to the picture underneath.
#[derive(Clone, Debug, PartialEq)]
pub enum PictureChange {
    /// Lays a picture file of so many pixels under the plan, about its middle.
    Lay {
        /// The name that the file gets in the project's folder.
        file: String,
        /// Its pixels across and down.
        pixels: [u32; 2],
        /// Its bytes.
        bytes: Arc<Vec<u8>>,
    },
    /// Scales it so that the way between two places of it is so many metres.
    Length {
        /// One end, which stays.
        from: WorldPt,
        /// The other.
        to: WorldPt,
        /// What is known of the way, in metres.
        metres: f64,
    },
    /// Moves, turns and scales it: each pair is where a place of it lies now and where it belongs.
    Points {
        /// The first place, which is met whatever the second says.
        first: [WorldPt; 2],
        /// The second.
        second: [WorldPt; 2],
    },
    /// Moves it so that what lies at the first place lies at the second.
    Move(WorldPt, WorldPt),
    /// Turns it about its middle, in degrees anticlockwise.
    Turn(f64),
    /// Shows only so much of it, as shares of its sides: from the left, from the top, to the right, to the bottom.
    Crop([f64; 4]),
    /// Makes it stronger or fainter: 1 covers the paper.
    Strength(f64),
    /// Keeps it where it is, or lets it go again.
    Lock(bool),
    /// Takes it away.
    Remove,
}

/// Why the picture stays as it is.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum PictureFault {
    /// There is none.
    #[error("no picture lies underneath")]
    None,
    /// It is held where it is.
    #[error("the picture is locked")]
    Locked,
    /// Two places are one.
    #[error("the two places are one, so they say nothing of the scale")]
    OnePlace,
    /// A number makes no sense.
    #[error(transparent)]
    Underlay(#[from] UnderlayFault),
}

impl PictureFault {
    /// The sentence for people.
    pub fn message(&self) -> Message {
        Message::new(match self {
            Self::None => "picture-none",
            Self::Locked => "picture-is-locked",
            Self::OnePlace => "picture-one-place",
            Self::Underlay(UnderlayFault::Pixels) => "picture-too-many-pixels",
            Self::Underlay(UnderlayFault::Crop) => "picture-crop-nothing",
            Self::Underlay(UnderlayFault::Scale) => "picture-no-scale",
            Self::Underlay(UnderlayFault::Place) => "picture-off-the-sheet",
            Self::Underlay(UnderlayFault::File | UnderlayFault::Form) => "picture-no-file",
        })
    }
}

impl Draft {
    /// The draft with its picture changed.
    pub(super) fn with_picture_changed(&self, change: &PictureChange) -> Result<Self, Refusal> {
        let picture = match change {
            PictureChange::Lay { file, pixels, bytes } => Some(Picture {
                underlay: self.first_laid(file, *pixels)?,
                bytes: Arc::clone(bytes),
            }),
            PictureChange::Remove => None,
            change => {
                let picture = self.picture.as_ref().ok_or(PictureFault::None)?;
                Some(Picture {
                    underlay: changed(&picture.underlay, change)?,
                    bytes: Arc::clone(&picture.bytes),
                })
            }
        };
        Ok(Self {
            picture,
            ..self.clone()
        })
    }

    /// Where a new picture is laid until somebody says better: over all that is there.
    fn first_laid(&self, file: &str, pixels: [u32; 2]) -> Result<Underlay, PictureFault> {
        let things = self.estate.features().iter().map(|thing| thing.shape.bounds());
        let there = things.reduce(Bounds::joined);
        let (at, width) = match there {
            Some(there) if there.width() > 1.0 => (there.centre(), there.width()),
            _ => (WorldPt::default(), UNKNOWN_WIDTH_M),
        };
        Ok(Underlay::laid(file, pixels, at, width)?)
    }
}

fn changed(now: &Underlay, change: &PictureChange) -> Result<Underlay, Refusal> {
    let is_held = !matches!(change, PictureChange::Strength(_) | PictureChange::Lock(_));
    if now.locked && is_held {
        return Err(PictureFault::Locked.into());
    }
    let next = match *change {
        PictureChange::Length { from, to, metres } => {
            let (least, most) = LENGTH_M;
            if !(least..=most).contains(&metres) {
                return Err(Refusal::Number {
                    value: metres,
                    least,
                    most,
                });
            }
            apart(from, to)?;
            now.with_length(from, to, metres).ok_or(PictureFault::OnePlace)?
        }
        PictureChange::Points { first, second } => {
            apart(first[0], second[0])?;
            apart(first[1], second[1])?;
            now.with_two_points(first, second).ok_or(PictureFault::OnePlace)?
        }
        PictureChange::Move(from, to) => now.moved(from, to),
        PictureChange::Turn(degrees) => now.turned(degrees, now.centre()),
        PictureChange::Crop(crop) => Underlay { crop, ..now.clone() },
        PictureChange::Strength(strength) => Underlay {
            strength,
            ..now.clone()
        },
        PictureChange::Lock(locked) => Underlay {
            locked,
            ..now.clone()
        },
        PictureChange::Lay { .. } | PictureChange::Remove => now.clone(),
    };
    Ok(next.checked().map_err(PictureFault::from)?)
}

fn apart(one: WorldPt, other: WorldPt) -> Result<(), PictureFault> {
    if one.distance(other) >= NEAR_M {
        Ok(())
    } else {
        Err(PictureFault::OnePlace)
    }
}
