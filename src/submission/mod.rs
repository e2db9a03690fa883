//! What is sent: the frozen bytes of a design and the outbox that sends them.
//!
//! Nothing here sends, waits or stores. [`Outbox::step`] takes an event and the time and gives the
//! effects to perform, so that every order of answers, losses and restarts can be tested as data. What planners answer
//! is a [`Reply`].

mod answer;
mod draft;
mod freeze;
mod ledger;
mod merge;
mod outbox;
mod personal;
mod reply;
pub mod sealed;
pub mod series;

pub use answer::{Answer, Heard, Reason, classify, clock_is_doubtful};
pub use draft::Draft;
pub use freeze::{Frozen, freeze, last_version, revision_of};
pub use ledger::{Compared, Fate, Ledger, copy_is_newer};
pub use merge::{Clash, merge};
pub use outbox::{Effect, Event, Item, Outbox, Phase, Summary};
pub use personal::{Personal, personal_in};
pub use reply::{Decision, ItemAnswer, Reply, ReplyFault, Subject, Works};
