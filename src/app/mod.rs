//! The browser program: three pages on one shell.
//!
//! `browser` holds every use of the browser's own interfaces; everything else is Leptos
//! components and the signals between them. What needs no browser is compiled and tested natively.

pub mod address;
pub mod bench;
pub mod composer;
pub mod hands;
pub mod inquiry;
pub mod kept_view;
pub mod live;
pub mod slow;
pub mod study;

#[cfg(feature = "app")]
pub mod browser;
#[cfg(feature = "app")]
pub mod desk;
#[cfg(feature = "app")]
pub mod draw;
#[cfg(feature = "app")]
pub mod load;
#[cfg(feature = "app")]
pub mod outbox;
#[cfg(feature = "app")]
pub mod parts;
#[cfg(feature = "app")]
pub mod prefs;
#[cfg(feature = "app")]
pub mod session;
#[cfg(feature = "app")]
pub mod setup;
#[cfg(feature = "app")]
pub mod shell;
#[cfg(feature = "app")]
pub mod sights;
#[cfg(feature = "app")]
pub mod tool_state;
pub mod wall;
#[cfg(feature = "app")]
pub mod words;
