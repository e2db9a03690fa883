//! One format a file, in and out.
//!
//! A reader gives what could be read and the list of its [`Problem`]s; only a file from which
//! nothing can be had is a [`ReadFault`]. Every limit that a reader keeps is a constant of this
//! file, so that no document can stall a phone.

mod assemble;
mod attributes;
pub mod estate_geojson;
mod mend;
pub mod osm;
mod osm_tags;
mod osm_xml;
mod problem;
pub mod project_folder;

pub use problem::{Place, Problem, ReadFault};

/// Larger files are refused before they are parsed, in bytes.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;
/// More points than this in one file are refused.
pub const MAX_POINTS: usize = 200_000;
/// More features than this in one file are refused.
pub const MAX_FEATURES: usize = 50_000;
/// More holes of an area, or more member ways of a relation, than this are not taken: joining and
/// comparing them costs the square of their number.
pub const MAX_PARTS: usize = 500;
