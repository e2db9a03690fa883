//! The document: what a resident placed and wished, and the only way to change it.
//!
//! A [`Design`] is a value. [`Design::apply`] with a [`Command`] gives the next one; undo is the
//! editor's business, which keeps values. The form that is stored and sent is another type, in
//! [`stored`], with its versions.

mod bands;
mod change;
mod command;
mod difference;
mod dismissed;
mod document;
mod few_kinds;
mod placement;
mod rare;
mod shared_names;
pub mod stored;
mod wish;

pub use bands::{AGE_BANDS, CHANNELS};
pub use change::{Change, changes};
pub use command::{Command, CommandFault};
pub use difference::{Became, Difference, difference, how_changed};
pub use document::{Author, Design};
pub use few_kinds::FewKinds;
pub use placement::{GroupId, ParamValue, Params, Placement, PlacementId, PlacementShape};
pub use rare::{Members, Rare};
pub use shared_names::SharedNames;
pub use wish::{Wish, WishId};
