//! One binary: what Mulin promises, driven through public doors.

#![allow(clippy::unwrap_used)] // A helper of a test may stop the test, as the test itself may.

mod address;
mod align;
mod backs;
mod beimen;
mod catalogue;
mod check;
mod checker;
mod clipboard;
mod commands;
mod demo_designs;
<<<<<<< HEAD
mod dimensions;
=======
mod edge_pan;
>>>>>>> a89b018 (The plan moves on while something is held at its edge; a rectangular area stays one when a corner is pulled)
mod endpoint;
mod exports;
mod formats;
mod formats_broken;
mod gate;
mod groups;
mod handles;
mod history_panel;
mod import;
mod in_hand;
mod keyboard;
mod keys;
mod lasso;
mod layers;
mod layout;
mod locking;
mod measure;
mod note;
mod nudge_runs;
mod outbox;
mod outbox_world;
mod outline;
mod outline_modes;
mod palette_search;
mod place;
mod placing;
mod plan;
mod random_hands;
mod relative;
mod replace_kind;
mod rows;
mod rules;
mod scene;
mod select;
mod snapping;
mod stored;
mod successors;
mod tally;
mod test_editor;
mod texts;
mod tidy;
mod together;
mod totals;
mod touch;
mod undo;
mod versions;
mod view;
