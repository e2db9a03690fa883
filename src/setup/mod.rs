//! A new estate, set up by a facilitator: a map is read, its things are said to be what they are, what is
//! missing is added, until residents can draw on it.
//!
//! A [`Draft`] is a value and changes only through [`Draft::apply`], so that each step can be taken back;
//! [`Draft::missing`] says what is still to be done and where. Nothing here reads a file or a clock.

mod apply;
mod change;
mod draft;
mod folder;
mod history;
mod homes;
mod kind_row;
mod kinds;
mod missing;
mod picture;
#[cfg(feature = "exchange")]
mod picture_file;
mod round;

pub use crate::estate::What;
pub use change::{Change, Refusal};
pub use draft::{Draft, project_id};
pub use folder::{files, project_json};
pub use history::History;
pub use homes::{HOMES_A_FLOOR_AND_STAIR, House};
pub use kind_row::{copy_of, new_kind, set as set_member, variant_of};
pub use kinds::{KindsChange, choice_of};
pub use missing::{Missing, Step};
pub use picture::{Picture, PictureChange, PictureFault};
pub use round::{Phase, add_question};
