//! The browser program: the pages draw, wall and desk in Leptos.

pub mod browser;
