//! What is sent: the frozen bytes of a design and the outbox that sends them.
//!
//! Nothing here sends, waits or stores. [`Outbox::step`] takes an event and the time and gives the
//! effects to perform, so that every order of answers, losses and restarts can be tested as data.

mod answer;
mod freeze;
mod ledger;
mod outbox;
pub mod sealed;

pub use answer::{Answer, Heard, Reason, classify};
pub use freeze::{Frozen, freeze, last_version, revision_of};
pub use ledger::{Fate, missing};
pub use outbox::{Effect, Event, Item, Outbox, Phase, Summary};
