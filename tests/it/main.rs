//! One binary: what Mulin promises, driven through public doors.

#![allow(clippy::unwrap_used)] // A helper of a test may stop the test, as the test itself may.

mod address;
mod beimen;
mod catalogue;
mod check;
mod checker;
mod commands;
mod demo_designs;
mod endpoint;
mod exports;
mod formats;
mod gate;
mod handles;
mod history_panel;
mod import;
mod in_hand;
mod keyboard;
mod keys;
mod layers;
mod layout;
mod measure;
mod note;
mod outbox;
mod outline;
mod palette_search;
mod place;
mod placing;
mod plan;
mod random_hands;
mod relative;
mod rules;
mod scene;
mod select;
mod snapping;
mod stored;
mod tally;
mod test_editor;
mod texts;
mod tidy;
mod totals;
mod touch;
mod undo;
mod versions;
mod view;
