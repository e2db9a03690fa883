//! The set-up is kept on the device as it goes, so that a closed tab costs nothing.
//!
//! `project.json` and a small map lie in `localStorage`, written at each change. A map of thousands of things is larger
//! than browsers take there, and writing it takes longer than a hand waits: it is written once the hand rests, a part at a
//! time, into the database. Who closes the page in that second is asked by the browser whether to leave.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::browser::clock::pause;
use crate::app::browser::kept_setup::{self, Part};
use crate::app::browser::page;
use crate::app::parts::Teller;
use crate::estate::Estate;
use crate::formats::estate_geojson::{self, Writer};
use crate::setup::{Draft, project_json};
use crate::text::Message;

/// Where the two files of the folder are kept.
pub(super) const KEYS: [&str; 2] = ["mulin.setup.project", "mulin.setup.estate"];
/// What stands in place of the estate where the database has it.
pub(super) const ELSEWHERE: &str = "database";
/// A map of more things than this is written when the hand rests.
const MOST_AT_ONCE: usize = 2_000;
/// So long nothing was changed when it rests.
const REST: Duration = Duration::from_millis(700);
/// Things that are written before the page has its turn.
const THINGS_A_TURN: usize = 400;

/// Keeps what changes.
#[derive(Clone, Copy)]
pub struct Keeper {
    teller: Teller,
    /// The map and the picture that the device has, or is being given.
    estate: StoredValue<Option<Arc<Estate>>>,
    picture: StoredValue<Option<Arc<Vec<u8>>>>,
    /// A large map that is not written yet.
    waiting: StoredValue<Option<Arc<Estate>>>,
    /// Rises with each map, so that the writing of an older one ends.
    turn: StoredValue<u64>,
}

impl Keeper {
    /// Of a set-up; `kept` is the map that the device has already, where it was gone on with.
    pub fn new(teller: Teller, kept: Option<Arc<Estate>>) -> Self {
        let keeper = Self {
            teller,
            estate: StoredValue::new(kept),
            picture: StoredValue::new(None),
            waiting: StoredValue::new(None),
            turn: StoredValue::new(0),
        };
        let leaving = window_event_listener(leptos::ev::beforeunload, move |event| {
            if keeper.waiting.with_value(Option::is_some) {
                event.prevent_default();
            }
        });
        // A phone ends a page that nobody sees when it likes.
        let hidden = window_event_listener_untyped("visibilitychange", move |_| {
            if document().hidden() {
                keeper.hurry();
            }
        });
        on_cleanup(move || {
            leaving.remove();
            hidden.remove();
        });
        keeper
    }
    /// Keeps what of a draft is another than before.
    pub fn keep(self, draft: &Draft) {
        let same = |known: Option<Arc<Estate>>| known.is_some_and(|known| Arc::ptr_eq(&known, &draft.estate));
        let is_kept = same(self.estate.get_value());
        if !is_kept && self.estate.with_value(Option::is_none) {
            // Another map is begun: never may its project stand beside the map of before.
            page::forget(KEYS[1]);
        }
        if !page::keep_whole(KEYS[0], &project_json(draft)) {
            self.failed();
        }
        if !is_kept {
            self.estate.set_value(Some(Arc::clone(&draft.estate)));
            self.keep_map(Arc::clone(&draft.estate));
        }
        self.keep_picture(draft);
    }

    fn keep_map(self, estate: Arc<Estate>) {
        let turn = self.turn.get_value() + 1;
        self.turn.set_value(turn);
        self.waiting.set_value(None);
        let is_small = estate.features().len() <= MOST_AT_ONCE;
        if is_small && page::keep_whole(KEYS[1], &estate_geojson::write(&estate)) {
            return;
        }
        self.waiting.set_value(Some(Arc::clone(&estate)));
        spawn_local(async move {
            pause(REST).await;
            let mut writer = Writer::new(estate);
            while self.is_at(turn) && !writer.step(THINGS_A_TURN) {
                pause(Duration::ZERO).await;
            }
            if self.is_at(turn) {
                self.lay_down(turn, writer.finish()).await;
            }
        });
    }
    /// Writes at once what waits.
    fn hurry(self) {
        let Some(estate) = self.waiting.get_value() else {
            return;
        };
        let turn = self.turn.get_value() + 1;
        self.turn.set_value(turn);
        let text = estate_geojson::write(&estate);
        spawn_local(async move { self.lay_down(turn, text).await });
    }
    async fn lay_down(self, turn: u64, text: String) {
        let is_down = kept_setup::keep(Part::Estate, text.as_bytes()).await;
        if !self.is_at(turn) {
            return;
        }
        self.waiting.set_value(None);
        if !is_down || !page::keep_whole(KEYS[1], ELSEWHERE) {
            self.failed();
        }
    }
    /// Whether no other map came meanwhile, and the set-up is still there.
    fn is_at(self, turn: u64) -> bool {
        self.turn.try_get_value() == Some(turn)
    }
    /// The picture is kept when it is another one: it is large, and seldom is.
    fn keep_picture(self, draft: &Draft) {
        let Some(bytes) = draft.picture.as_ref().map(|picture| Arc::clone(&picture.bytes)) else {
            return;
        };
        let known = self.picture.get_value();
        if known.is_some_and(|known| Arc::ptr_eq(&known, &bytes)) {
            return;
        }
        self.picture.set_value(Some(Arc::clone(&bytes)));
        spawn_local(async move {
            if !kept_setup::keep(Part::Picture, &bytes).await {
                self.failed();
            }
        });
    }
    fn failed(self) {
        let why = Message::new("store-full");
        self.teller.tell(Message::new("setup-not-kept").with("why", why));
    }
}
