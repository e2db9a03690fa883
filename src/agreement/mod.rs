//! Where many designs agree: what stands where how densely, who has spoken, which groups there are, and the
//! one plan that is composed of all.
//!
//! Kernels: plain data in, plain data out. Chance comes from a seed, and nothing depends on the order in which
//! designs came: rows are sorted by the designs' names, which are hashes of their bytes.

mod answers;
mod candidates;
mod centres;
mod chance;
mod choose;
mod columns;
mod compose;
mod composition;
mod contours;
mod coverage;
mod coverage_shown;
mod density;
mod ground;
mod group_fit;
mod group_search;
mod groups;
mod hidden;
mod known;
mod measure;
mod nearby;
mod ngrams;
mod pairs;
mod peaks;
mod posted;
mod raster;
mod report;
mod shared;
mod singles;
mod sketch;
mod traits;
mod vectors;
mod weighted;
mod wish_groups;
mod wish_met;

pub use answers::{Verdict, proposed_answers};
pub use candidates::Candidate;
pub use chance::Chance;
pub use choose::Why;
pub use columns::{Columns, Drawn, Rows};
pub use compose::{Composer, compose, compose_on};
pub use composition::{Backing, Composition, LeftOut, Limits, NothingWhy, Progress, Proposal};
pub use contours::{Isoline, contours, contours_geojson, isolines, levels};
pub use coverage::{Coverage, HouseRow, StairRow, coverage, house_key};
pub use coverage_shown::ShownCoverage;
pub use density::{DEFAULT_BANDWIDTH_M, Vote, density, difference};
pub use group_search::GroupSearch;
pub use groups::{Grouping, MOST_GROUPS, group_letter, group_things};
pub use hidden::{shown_list, shown_table};
pub use known::{Known, OTHER};
pub use measure::{Group, Measure, REACH_M, Support};
pub use nearby::{Proposed, proposed_at};
pub use pairs::same_things;
pub use peaks::{HotSpot, hot_spots, hot_spots_of};
pub use posted::{read_composition, write_composition};
pub use raster::Raster;
pub use report::{Agreement, composition_json};
pub use shared::held_by;
pub use sketch::{Sketch, Sketches, Stroke};
pub use traits::{Trait, traits_of};
pub use weighted::{weighted_kinds, weighted_share};
pub use wish_groups::{LEAST_ALIKE, WishGroup, wish_groups};
pub use wish_met::{Met, kinds_named, met_by};
