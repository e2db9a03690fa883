//! What the wall knows: the designs, the tour through them, and the ground that is seen.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::tour::{Act, STAYS, Tour};
use crate::app::browser::fullscreen;
use crate::app::browser::look::around;
use crate::app::load::Loaded;
use crate::app::parts::gathering::Gathering;
use crate::app::parts::plan_view::{STEP, SharedLook, Tie};
use crate::project::Project;
use crate::rules::Survey;
use crate::scene::Theme;
use crate::tally::Received;

/// How often the tour looks at its clock.
const TICK: Duration = Duration::from_millis(250);

/// The state of the wall, to be copied into its components.
#[derive(Clone, Copy)]
pub struct Wall {
    /// The project.
    pub project: StoredValue<Arc<Project>>,
    /// The estate prepared for checks.
    pub survey: StoredValue<Arc<Survey>>,
    /// Where designs come from.
    pub gathering: Gathering,
    /// The designs that are shown, the one sent last first.
    pub designs: Memo<Designs>,
    /// Where the tour is.
    pub tour: RwSignal<Tour>,
    /// How long it stays, in seconds.
    pub stay: RwSignal<u32>,
    /// Whether the wall is dark.
    pub dark: RwSignal<bool>,
    /// The ground that is seen, on all plans alike.
    pub tie: Tie,
    /// Whether the sheet to add designs is open.
    pub adding: RwSignal<bool>,
    /// Milliseconds that the tour has been with these designs.
    waited: StoredValue<u32>,
}

/// Designs told apart by address.
#[derive(Clone, Debug, Default)]
pub struct Designs(pub Arc<Vec<Arc<Received>>>);

impl PartialEq for Designs {
    fn eq(&self, other: &Self) -> bool {
        self.0.len() == other.0.len() && self.0.iter().zip(other.0.iter()).all(|(a, b)| Arc::ptr_eq(a, b))
    }
}

impl Wall {
    /// A wall for a project, with nothing gathered yet.
    pub fn new(loaded: &Loaded, look: SharedLook) -> Self {
        let gathering = Gathering::new(&loaded.project.file.id);
        let designs = Memo::new(move |_| {
            let gathered = gathering.gathered.get();
            let latest = gathered.drawings.iter().map(|drawing| drawing.latest.clone());
            Designs(Arc::new(latest.collect()))
        });
        let tour = RwSignal::new(Tour::default());
        // What is on the wall together is framed together, so that all plans show the same ground.
        let frame = Signal::derive(move || {
            let designs = designs.read();
            let seen = designs.0.get(tour.get().shown()).unwrap_or_default();
            around(seen.iter().map(|one| &one.design), 150.0)
        });
        let wall = Self {
            project: StoredValue::new(loaded.project.clone()),
            survey: StoredValue::new(Survey::new(&loaded.project)),
            gathering,
            designs,
            tour,
            stay: RwSignal::new(STAYS[1]),
            dark: RwSignal::new(true),
            tie: Tie::new(look, frame),
            adding: RwSignal::new(false),
            waited: StoredValue::new(0),
        };
        Effect::new(move |_| {
            let count = designs.read().0.len();
            wall.tour.update(|tour| *tour = tour.with_count(count));
        });
        wall.run();
        wall
    }
    /// Does what a hand asks.
    pub fn act(self, act: Act) {
        let step = 0.12;
        match act {
            Act::Fullscreen => fullscreen::toggle(),
            Act::Dress => self.dark.update(|dark| *dark = !*dark),
            Act::Fit => self.tie.fit(),
            Act::ZoomIn => self.tie.zoom(STEP),
            Act::ZoomOut => self.tie.zoom(1.0 / STEP),
            Act::Pan(east, north) => self.tie.pan(step * f64::from(east), step * f64::from(north)),
            Act::One | Act::Four => self.tie.pose.set(None),
            _ => {}
        }
        self.waited.set_value(0);
        self.tour.update(|tour| *tour = tour.after(act));
    }
    /// The tour stands still, since a hand is on the plan.
    pub fn pause(self) {
        if self.tour.get_untracked().is_running() {
            self.tour.update(|tour| *tour = tour.paused());
        }
    }
    /// The theme of the plans: strong lines and letters, for eyes six metres away.
    pub fn theme(self) -> Signal<Theme> {
        Signal::derive(move || {
            if self.dark.get() {
                Theme::WALL
            } else {
                Theme::WALL_PAPER
            }
        })
    }
    /// The designs that are seen now.
    pub fn seen(self) -> Vec<Arc<Received>> {
        let designs = self.designs.get();
        designs
            .0
            .get(self.tour.get().shown())
            .map(<[_]>::to_vec)
            .unwrap_or_default()
    }

    /// Counts the time and goes on when it is over; a wall that is not looked at does not hurry.
    fn run(self) {
        let tick = move || {
            if !self
                .tour
                .try_get_untracked()
                .is_some_and(|tour| tour.is_running())
            {
                self.waited.set_value(0);
                return;
            }
            let waited = self.waited.get_value() + TICK.as_millis() as u32;
            if waited >= self.stay.get_untracked() * 1_000 {
                self.waited.set_value(0);
                self.tour.update(|tour| *tour = tour.after_stay());
            } else {
                self.waited.set_value(waited);
            }
        };
        if let Ok(timer) = set_interval_with_handle(tick, TICK) {
            on_cleanup(move || timer.clear());
        }
    }
}
