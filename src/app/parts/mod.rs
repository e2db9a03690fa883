//! Small components that pages share.
