//! How the plan is painted, and the work of one frame: the plan moves on, what is in the hand is
//! looked at, all is painted.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Inner, Session};
use crate::app::address::{Place, with_place};
use crate::app::browser::frames::now_ms;
use crate::app::browser::page;
use crate::app::live::Looked;
use crate::editor::Event;
use crate::geometry::View;
use crate::rules::Survey;
use crate::scene::Layers;
use crate::text::Lang;

impl Session {
    /// The project as the checks look at it; none when the page is gone.
    pub fn survey(self) -> Option<Arc<Survey>> {
        self.inner
            .try_with_value(|inner| Arc::clone(inner.checker.survey()))
    }
    /// Paints with the colours of night or day, and figures in a language.
    pub fn set_manner(self, dark: bool, lang: Lang) {
        self.inner
            .update_value(|inner| inner.painting.set_manner(dark, lang));
        self.ask_frame();
    }
    /// Paints other layers.
    pub fn paint_layers(self, layers: Layers) {
        self.inner.update_value(|inner| inner.painting.set_layers(layers));
        self.ask_frame();
    }
    /// The page writes the lengths at the thing selected itself: the painting leaves them out.
    pub fn write_lengths(self) {
        self.inner
            .update_value(|inner| inner.painting.leave_out_lengths());
    }
    /// The work of one frame.
    pub(super) fn paint(self) {
        self.tick();
        let painted = self.inner.try_update_value(|inner| {
            let Inner {
                editor,
                painting,
                checker,
                live,
                proposed,
                pointed,
                ..
            } = inner;
            let looked = live.look(editor, checker, now_ms);
            if looked == Looked::New {
                painting.soil_overlay();
            }
            (
                painting.paint(
                    editor,
                    checker,
                    live.findings(),
                    proposed.as_ref(),
                    pointed.as_ref(),
                ),
                looked,
            )
        });
        let Some((painted, looked)) = painted else { return };
        self.show_live(looked);
        self.show_lengths();
        if painted.is_unfinished {
            self.ask_frame();
        }
        self.show_view(painted.view);
    }
    /// Lets the plan move on while something is held at its edge.
    fn tick(self) {
        let passed = self.inner.try_update_value(|inner| {
            let now = now_ms();
            let passed = now - std::mem::replace(&mut inner.frame_at, now);
            inner.editor.wants_ticks().then_some(passed)
        });
        if let Some(passed) = passed.flatten() {
            self.send(Event::Tick(passed));
            self.ask_frame();
        }
    }
    fn show_live(self, looked: Looked) {
        match looked {
            Looked::Same => {}
            Looked::New => {
                let now = self.inner.try_with_value(|inner| inner.live.preview().cloned());
                let now = now.flatten();
                // The same figures again would run the panels at every other frame for nothing.
                if self.live.with_untracked(|known| *known != now) {
                    self.live.set(now);
                }
            }
            Looked::Later(ms) => set_timeout(
                move || {
                    // The page may be gone by then.
                    if self.inner.try_update_value(|inner| inner.live.is_due()).is_some() {
                        self.ask_frame();
                    }
                },
                std::time::Duration::from_millis(ms),
            ),
        }
    }
    fn show_lengths(self) {
        let lengths = self
            .inner
            .try_with_value(|inner| inner.painting.lengths().to_vec());
        let Some(lengths) = lengths else { return };
        if self.lengths.with_untracked(|known| *known != lengths) {
            self.lengths.set(lengths);
        }
    }
    fn show_view(self, view: View) {
        if self.scale.get_untracked() != view.scale {
            self.scale.set(view.scale);
            self.beat();
        }
        if self.sights.view.get_untracked() != view {
            self.sights.view.set(view);
        }
        // Once the hand rests, a link to this page shows what is seen now.
        let rests = move || {
            let still = self.ask(|editor| editor.view() == view).unwrap_or_default();
            if still && self.shown.get_value() != Some(view) {
                self.shown.set_value(Some(view));
                page::replace_query(&with_place(&page::query(), Place::of(&view)));
                self.sights.keep(self);
            }
        };
        if self.shown.get_value() != Some(view) {
            set_timeout(rests, std::time::Duration::from_millis(250));
        }
    }
}
