//! The desk: a planner collects designs, filters them, looks at one or many, and takes them along.

mod bar;
mod filters;
mod map;
mod one;
mod page;
mod rows;
mod rules;
mod state;
mod tables;
mod take;
mod who;

pub use map::theme;
pub use page::Page;
