//! `mulin demo`: invented designs for a project, so that wall and desk can be looked at and tried.

mod chance;
mod designs;
mod sites;

pub use designs::designs;
