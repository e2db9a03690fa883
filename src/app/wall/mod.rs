//! The wall: designs for a room full of people, on a projector or a screen of nine square metres.
//!
//! Nothing personal is in this page: no alias, building, age or contact, seen or read aloud.

pub mod asked;
pub mod tour;

#[cfg(feature = "app")]
mod bar;
#[cfg(feature = "app")]
mod entry;
#[cfg(feature = "app")]
pub mod page;
#[cfg(feature = "app")]
mod screen;
#[cfg(feature = "app")]
mod state;
