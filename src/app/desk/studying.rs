//! The worker that studies: what it is told, what is asked of it, and what becomes of its answers. An answer about designs
//! that the filters no longer show is thrown away.

use std::collections::HashMap;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::shown::Shown;
use super::state::{Desk, Tab};
use super::study::{Alike, Course, Grouped, Kept, Study};
use crate::app::browser::gather::Slice;
use crate::app::browser::worker::{Heard, Worker};
use crate::app::study::{Ask, Lot, Said, StudyBench};
use crate::app::words::{t, words};
use crate::design::stored::DesignName;
use crate::geometry::Bounds;
use crate::tally::{Received, WishLine};

/// So many things are told at once: a few milliseconds of the page.
const LOT_THINGS: usize = 20_000;
/// So many designs at most, however few things they have.
const LOT_DESIGNS: usize = 4_000;

/// What the desk knows of its worker.
#[derive(Default)]
struct Inner {
    worker: Option<Worker<StudyBench>>,
    /// Whether it hears.
    is_ready: bool,
    /// The designs that it was told, by their place in the order in which they were.
    told: HashMap<DesignName, u32>,
    /// Those that it is told next.
    lot: Lot,
    /// The number of the study that counts, and of which designs it is.
    study: u64,
    of: Option<Shown>,
    /// The number of the look that counts.
    look: u64,
    /// The number of the wishes that count, and which they are.
    alike: u64,
    wishes: Option<Kept<Vec<WishLine>>>,
}

/// The worker. Copies are the same.
#[derive(Clone, Copy)]
pub struct Studying {
    study: Study,
    ground: Bounds,
    inner: StoredValue<Inner, LocalStorage>,
}

impl Studying {
    /// None is started before something is asked.
    pub fn new(study: Study, ground: Bounds) -> Self {
        Self {
            study,
            ground,
            inner: StoredValue::new_local(Inner::default()),
        }
    }

    /// Studies what the filters show for as long as somebody looks at it.
    pub fn follow(self, desk: Desk) {
        let study = self.study;
        Effect::new(move |_| {
            let is_wanted = matches!(desk.tab.get(), Tab::Where | Tab::Who) || study.reporting.get();
            if is_wanted {
                self.begin(desk.shown.get());
            }
        });
        Effect::new(move |_| {
            let look = study.looked_at();
            self.inner.update_value(|inner| {
                inner.look += 1;
                inner.say(Ask::Look(inner.look, look));
            });
        });
    }

    /// Puts wishes of like words together.
    pub fn bring_together(self, lines: Kept<Vec<WishLine>>) {
        let is_known = self
            .inner
            .with_value(|inner| inner.wishes.as_ref() == Some(&lines));
        if is_known {
            return;
        }
        self.study.alike.set(None);
        self.inner.update_value(|inner| {
            inner.alike += 1;
            inner.wishes = Some(lines);
            inner.ask_for_wishes();
        });
        self.start();
    }

    fn begin(self, shown: Shown) {
        let is_known = self.inner.with_value(|inner| inner.of.as_ref() == Some(&shown));
        if is_known {
            return;
        }
        self.study.forget();
        self.inner.update_value(|inner| {
            inner.study += 1;
            inner.of = Some(shown);
        });
        self.start();
        self.tell();
    }

    /// Starts the worker where there is none; where there can be none, the page works itself.
    fn start(self) {
        if self.inner.with_value(|inner| inner.worker.is_some()) {
            return;
        }
        let worker = Worker::away(move |heard| self.hear(heard));
        let worker = worker.unwrap_or_else(|| Worker::here(move |heard| self.hear(heard)));
        self.inner.update_value(|inner| inner.worker = Some(worker));
    }

    fn hear(self, heard: Heard<Said>) {
        match heard {
            Heard::Ready => {
                let look = untrack(|| self.study.looked_at());
                self.inner.try_update_value(|inner| {
                    inner.is_ready = true;
                    inner.say(Ask::Ground(self.ground.min, self.ground.max));
                    inner.say(Ask::Look(inner.look, look));
                    inner.ask_for_wishes();
                });
                self.tell();
            }
            Heard::Said(said) => self.take(said),
            Heard::Lost => {
                self.inner.try_update_value(|inner| {
                    let worker = Worker::here(move |heard| self.hear(heard));
                    *inner = Inner {
                        worker: Some(worker),
                        // What is still being told has the places of the worker that is gone.
                        study: inner.study + 1,
                        of: inner.of.take(),
                        look: inner.look,
                        alike: inner.alike,
                        wishes: inner.wishes.take(),
                        ..Inner::default()
                    };
                });
            }
        }
    }

    /// Takes an answer, where it is about what is looked at now.
    fn take(self, said: Said) {
        let study = self.study;
        let numbers = |inner: &Inner| (inner.study, inner.look, inner.alike);
        let Some((number, look, alike)) = self.inner.try_with_value(numbers) else {
            return; // The page is gone.
        };
        match said {
            Said::Counted(of, counts) if of == number => study.counts.set(Some(Kept::of(counts))),
            Said::Progress(of, share) if of == number => study.course.set(Some(Course::Grouping(share))),
            Said::Seen(of, by, seen) if (of, by) == (number, look) => study.seen.set(Some(Kept::of(seen))),
            Said::Apart(of, apart) if of == number => study.apart.set(Kept::of(apart)),
            Said::Grouped(of, grouping) if of == number => {
                let shown = self.inner.with_value(|inner| inner.of.clone());
                let grouped = shown.map(|shown| Kept::of(Grouped { shown, grouping }));
                study.grouped.set(grouped);
                study.course.set(None);
            }
            Said::Alike(of, groups) if of == alike => {
                let lines = self.inner.with_value(|inner| inner.wishes.clone());
                let alike = lines.map(|lines| Kept::of(Alike { lines, groups }));
                study.alike.set(alike);
            }
            _ => {}
        }
    }

    /// Tells the worker the designs that it does not know, a slice at a time, and asks for the study that counts.
    fn tell(self) {
        let asked = |inner: &Inner| Some((inner.study, inner.is_ready.then(|| inner.of.clone())??));
        let Some((number, shown)) = self.inner.try_with_value(asked).flatten() else {
            return;
        };
        spawn_local(async move {
            let mut slice = Slice::new();
            let mut places = Vec::with_capacity(shown.len());
            for drawing in shown.iter() {
                let place = self.inner.try_update_value(|inner| {
                    // Another study takes the place of this one; what was told for it is known.
                    (inner.study == number).then(|| inner.place_of(&drawing.latest))
                });
                let Some(place) = place.flatten() else { return };
                places.push(place);
                slice.breathe().await;
            }
            self.inner.try_update_value(|inner| {
                if inner.study == number {
                    inner.tell_lot();
                    inner.say(Ask::Study(number, places));
                }
            });
        });
    }
}

impl Inner {
    fn say(&self, ask: Ask) {
        if let (true, Some(worker)) = (self.is_ready, &self.worker) {
            worker.say(ask);
        }
    }
    fn ask_for_wishes(&self) {
        if let Some(lines) = &self.wishes {
            let texts = lines.0.iter().map(|line| line.text.clone());
            self.say(Ask::Wishes(self.alike, texts.collect()));
        }
    }
    /// The place of a design among those that the worker knows; it is told of one that is new.
    fn place_of(&mut self, one: &Received) -> u32 {
        if let Some(place) = self.told.get(&one.name) {
            return *place;
        }
        let place = self.told.len() as u32;
        self.told.insert(one.name, place);
        self.lot.push(&one.name, &one.design);
        if self.lot.things() >= LOT_THINGS || self.lot.designs() >= LOT_DESIGNS {
            self.tell_lot();
        }
        place
    }
    fn tell_lot(&mut self) {
        let lot = std::mem::take(&mut self.lot);
        self.say(Ask::Designs(lot));
    }
}

/// What goes on, in a sentence and as a bar.
#[component]
pub fn Going(
    /// The study.
    study: Study,
) -> impl IntoView {
    let words = words();
    let key = Memo::new(move |_| {
        study.course.get().map(|course| match course {
            Course::Counting => "study-counting",
            Course::Grouping(_) => "study-grouping",
        })
    });
    let share = move || match study.course.get() {
        Some(Course::Grouping(share)) => Some(share.to_string()),
        _ => None,
    };
    view! {
        <div class="reading" data-testid="studying" hidden=move || key.get().is_none()>
            <progress aria-label=t!("study-progress") max="1" value=share></progress>
            <span role="status">{move || key.get().map(|key| words.key(key))}</span>
        </div>
    }
}
