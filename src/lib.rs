#![doc = include_str!("ARCHITECTURE.md")]

pub mod catalogue;
pub mod design;
pub mod estate;
pub mod geometry;
pub mod project;
pub mod rules;
pub mod text;
