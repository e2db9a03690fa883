//! Seeded chance for demos, estates and tests: the kernel's own.

pub use crate::agreement::Chance;
