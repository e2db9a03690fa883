//! A round as one document: maps, tables, how it was reckoned, and what is uncertain.
//!
//! HTML that stands alone, without scripts and with its pictures in it, so that it can be posted, archived and printed;
//! a browser's print dialog makes the PDF. Every count in it is one that may leave the office: below 5 it is hidden.

mod adoption;
mod closing;
mod html;
mod maps;
mod page;
mod sections;

pub use adoption::{AdoptionRow, adoption, joined};
pub use maps::{coverage_scene, density_scene};
pub use page::{Round, report_html};
