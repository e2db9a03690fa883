//! The browser program, built by Trunk.
fn main() {}
