//! One binary: what Mulin promises, driven through public doors.

mod address;
mod beimen;
mod catalogue;
mod check;
mod endpoint;
mod exports;
mod formats;
mod gate;
mod layout;
mod outbox;
mod place;
mod plan;
mod rules;
mod stored;
mod tally;
mod texts;
mod tidy;
mod totals;
