//! The set-up of a new estate, a page of the desk: a map is picked, its things are said to be what they
//! are, what is missing is added, and all is saved as a project folder. Nothing leaves the device.

mod doors;
mod edge;
mod entry;
mod homes;
mod keeping;
mod kind_fields;
mod kind_form;
mod kind_parts;
mod kind_picture;
mod kinds;
mod map;
mod page;
mod picture;
mod press;
mod reading;
mod reading_bar;
mod reading_picture;
mod resuming;
mod round;
mod save;
mod source;
mod state;
mod steps;
mod things;
mod trace;

pub use page::Page;
