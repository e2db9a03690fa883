//! A round as one document: maps, tables, how it was reckoned, and what is uncertain.
//!
//! It can be posted, archived and printed: [`crate::formats::document`] writes it as HTML, [`crate::formats::sheet`] as PDF.
//! Every count in it is one that may leave the office: below 5 it is hidden.

mod adoption;
mod closing;
mod maps;
mod page;
mod sections;

pub use adoption::{AdoptionRow, adoption, joined};
pub use maps::{apart_scene, coverage_scene, density_scene};
pub use page::{Round, report};
