#![doc = include_str!("ARCHITECTURE.md")]

pub mod agreement;
pub mod app;
pub mod catalogue;
#[cfg(all(feature = "cli", not(target_arch = "wasm32")))]
pub mod cli;
pub mod design;
#[cfg(feature = "exchange")]
pub mod earth;
pub mod editor;
pub mod estate;
#[cfg(feature = "exchange")]
pub mod exchange;
pub mod formats;
pub mod geometry;
pub mod layout;
pub mod passage;
pub mod project;
pub mod report;
pub mod rules;
pub mod scene;
pub mod search;
pub mod setup;
pub mod submission;
pub mod sunlight;
pub mod tally;
pub mod text;
