//! What people look for by typing: words against names, house numbers, initials of Chinese names.
//!
//! Pure: whoever has a table of initials (the browser knows the order of Chinese characters) gives
//! it as a function.

mod fold;
mod places;
mod query;
mod things;

pub use places::places;
pub use query::{Initial, Query, no_initial};
pub use things::{kinds, things};
