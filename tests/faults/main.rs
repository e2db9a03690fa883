//! Faults, at the counts that issue 6 states: killed processes, full disks, bad networks, slow and
//! hostile clients, on three hosts. Names carry the entry of the fault table (docs/faults.md).
//!
//! These are a stage of their own after `build`: `MULIN` names the program under test, otherwise it is the
//! one that Cargo built for tests. `SEED` replays a run; `SOAK=1` takes the nightly counts.

#![allow(clippy::unwrap_used)] // A helper of a test may stop the test, as the test itself may.

mod chance;
mod client;
mod clocks;
mod contract;
mod corpora;
#[path = "../corpora/corpus.rs"]
mod corpus;
mod descriptors;
mod disk;
mod garage;
mod hostile;
mod hosts;
mod kills;
mod network;
mod nginx;
mod night;
mod order;
mod proxy;
mod race;
mod restore;
mod round;
mod s3;
mod slow;
mod soak;
