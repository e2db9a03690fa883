//! What of the plan is seen, and what of that the device remembers: layers, before and after, the
//! small map, and which part of the plan was on the screen.

use std::rc::Rc;

use leptos::prelude::*;

use super::address::Place;
use super::browser::look::Look;
use super::browser::page;
use super::kept_view::KeptView;
use super::session::Session;
use crate::editor::{Action, Event};
use crate::geometry::{ScreenVec, View, WorldPt};
use crate::scene::Layers;
use crate::text::Message;

/// What is there, what it becomes, or both side by side.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Compare {
    /// The design on the estate, to be drawn on.
    #[default]
    After,
    /// The estate as it is, to be looked at.
    Before,
    /// As it is in this share of the plan's width from the left, as it becomes beside it.
    Split(f64),
}

impl Compare {
    /// The share of the plan's width in which the estate is shown as it is.
    pub fn share(self) -> f64 {
        match self {
            Self::After => 0.0,
            Self::Before => 1.0,
            Self::Split(share) => share,
        }
    }
}

/// What is seen, to be copied into every component of the page.
#[derive(Clone, Copy)]
pub struct Sights {
    /// The part of the plan that is seen, as it was last painted.
    pub view: RwSignal<View>,
    /// Which layers are shown.
    pub layers: RwSignal<Layers>,
    /// Before and after.
    pub compare: RwSignal<Compare>,
    /// The screen's pixels in a CSS pixel, set when that changes.
    pub ratio: RwSignal<f64>,
    /// Whether the small map is open; none before anybody chose.
    pub map: RwSignal<Option<bool>>,
    /// Whether two fingers turn the plan.
    pub pinch_turns: RwSignal<bool>,
    first: StoredValue<Option<Place>>,
    look: StoredValue<Option<Rc<Look>>, LocalStorage>,
    /// Counts what keys did to the view, so that only the last of a run is said.
    looks: StoredValue<u32>,
}

/// Keys that move the view rest once none came for so long.
const KEYS_REST: std::time::Duration = std::time::Duration::from_millis(600);

fn name_of(session: Session) -> String {
    session
        .project
        .with_value(|project| format!("mulin.view.{}", project.file.id))
}

impl Sights {
    /// What the device remembers of a project.
    pub fn of(project: &str) -> Self {
        let kept = page::kept(&format!("mulin.view.{project}"));
        let kept = kept.map_or_else(KeptView::default, |text| KeptView::read(&text));
        Self {
            view: RwSignal::new(View::new(WorldPt::default(), 1.0, ScreenVec::default())),
            layers: RwSignal::new(kept.layers),
            compare: RwSignal::new(Compare::default()),
            ratio: RwSignal::new(1.0),
            map: RwSignal::new(kept.map),
            pinch_turns: RwSignal::new(kept.pinch_turns),
            first: StoredValue::new(kept.place),
            look: StoredValue::new_local(None),
            looks: StoredValue::new(0),
        }
    }
    /// Says what is seen once the keys that move the view rest.
    pub fn say_at_rest(self, session: Session) {
        let count = self.looks.get_value().wrapping_add(1);
        self.looks.set_value(count);
        let say = move || {
            let rests = self.looks.try_get_value() == Some(count);
            if let (true, Some(seen)) = (rests, session.ask(|editor| editor.seen())) {
                session.teller.say(seen);
            }
        };
        set_timeout(say, KEYS_REST);
    }
    /// The part of the plan that was seen when it was last left.
    pub fn remembered(self) -> Option<Place> {
        self.first.get_value()
    }
    /// The estate prepared for pictures that are only looked at; made when it is first asked for.
    pub fn look(self, session: Session) -> Rc<Look> {
        if let Some(look) = self.look.get_value() {
            return look;
        }
        let look = Rc::new(Look::new(session.project.get_value()));
        self.look.set_value(Some(look.clone()));
        look
    }
    /// Shows what is chosen from here on, and keeps each choice.
    pub fn follow(self, session: Session) {
        Effect::new(move |_| {
            let layers = self.layers.get();
            session.paint_layers(layers);
            session.send(Event::HideGroups(layers.hidden()));
        });
        Effect::new(move |before: Option<()>| {
            self.layers.track();
            self.map.track();
            session.send(Event::PinchTurns(self.pinch_turns.get()));
            if before.is_some() {
                self.keep(session);
            }
        });
    }
    /// Keeps what is seen now on the device.
    pub fn keep(self, session: Session) {
        let view = self.view.get_untracked();
        let seen = view.size.x > 0.0;
        let kept = KeptView {
            place: seen.then_some(Place::of(&view)),
            layers: self.layers.get_untracked(),
            pinch_turns: self.pinch_turns.get_untracked(),
            map: self.map.get_untracked(),
        };
        page::keep(&name_of(session), &kept.write());
    }
    /// Whether the plan is shown as it is now at a share of its width from the left.
    pub fn is_before(self, share: f64) -> bool {
        share < self.compare.get_untracked().share()
    }
    /// Does an action that is about what is seen; says whether it was one.
    pub fn perform(self, session: Session, action: Action) -> bool {
        let said = match action {
            Action::TogglePipes => {
                let shown = !self.layers.get_untracked().shown.has_pipes();
                self.layers
                    .update(|layers| layers.shown = layers.shown.with_pipes(shown));
                if shown { "say-pipes-on" } else { "say-pipes-off" }
            }
            Action::ToggleBefore => match self.compare.get_untracked() {
                Compare::After => self.compared(Compare::Before),
                Compare::Before | Compare::Split(_) => self.compared(Compare::After),
            },
            Action::ToggleSplit => match self.compare.get_untracked() {
                Compare::Split(_) => self.compared(Compare::After),
                Compare::Before | Compare::After => self.compared(Compare::Split(0.5)),
            },
            Action::ToggleMap => {
                let open = !self.map.get_untracked().unwrap_or_default();
                self.map.set(Some(open));
                if open { "say-map-on" } else { "say-map-off" }
            }
            _ => return false,
        };
        session.teller.say(Message::new(said));
        true
    }
    /// Chooses between before and after; gives the key of what is said of it.
    pub fn compared(self, compare: Compare) -> &'static str {
        self.compare.set(compare);
        match compare {
            Compare::After => "say-after",
            Compare::Before => "say-before",
            Compare::Split(_) => "say-split",
        }
    }
}
