//! Small components that pages share.

pub mod gathering;
