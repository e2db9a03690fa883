//! The desk: a planner collects designs, filters them, looks at one or many, and takes them along.

mod address;
mod adoption;
mod answer_of;
mod answering;
mod answers;
mod bar;
mod chosen;
mod comparing;
mod composing;
mod contact;
mod filters;
mod found_filters;
mod map;
mod one;
mod page;
mod people;
mod places;
mod popover;
mod publishing;
mod reckoned;
mod rows;
mod rules;
mod saved;
mod shown;
mod sight;
mod state;
mod study;
mod studying;
mod tables;
mod take;
mod who;
mod wishes;

pub use map::theme;
pub use page::Page;
