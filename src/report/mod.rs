//! A round as one document: maps, tables, how it was reckoned, and what is uncertain.
//!
//! It can be posted, archived and printed: [`crate::formats::document`] writes it as HTML, [`crate::formats::sheet`] as PDF.
//! Every count in it is one that may leave the office: below 5 it is hidden, and so is what would tell one. It repeats no house,
//! age, channel, topic or kind that the project does not know.

mod adoption;
mod closing;
mod coverage_csv;
mod maps;
mod page;
mod people;
mod sections;

pub use adoption::{AdoptionRow, adoption, joined, known_adoption, raw_adoption, shown_adoption};
pub use coverage_csv::coverage_csv;
pub use maps::{apart_scene, coverage_scene, density_scene};
pub use page::{Round, report};
