//! The wall: designs for a room full of people, on a projector or a screen of nine square metres.
//!
//! Nothing personal is in this page: no alias, building, age or contact, seen or read aloud.

pub mod asked;
pub mod tour;

#[cfg(feature = "app")]
pub mod page;
