//! Files of other programs, in and out by the names of their formats: what `mulin import` and
//! `mulin export` do, and the worker of the browser program that does the same.

mod back;
mod job;
#[cfg(feature = "pdf-page")]
pub mod page;
mod read;
mod to;
mod write;

pub use back::{Back, back, may_bring_back, one_back};
pub use job::{Done, perform, perform_telling};
pub use read::{ReadMap, ReadWish, points, read, read_telling};
pub use to::To;
pub use write::{SheetWish, Written, write};
