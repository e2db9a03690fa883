//! The stored form: the JSON document of the contract, its versions and its name.
//!
//! What is in memory is another type; [`read`] goes through version, limits and gate, and says in
//! a sentence what is wrong; [`write`] gives the bytes that are hashed and sent.

pub mod clip;
mod fault;
mod name;
mod names;
mod sheets;
mod v1;
mod withdrawal;
mod without_contact;

pub use fault::{ReadFault, Repair};
pub use name::{DesignName, Receipt, ReceiptFault};
pub(crate) use v1::row;
pub use v1::{MAX_BYTES, SCHEMA, read, write};
pub use withdrawal::Withdrawal;
pub use without_contact::{before_in, binds, was_in, without_contact};
