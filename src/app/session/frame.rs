//! How the plan is painted, and the work of one frame: the plan moves on, what is in the hand is
//! looked at, all is painted.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Inner, Session, ToolState};
use crate::app::address::{Place, with_place};
use crate::app::browser::frames::now_ms;
use crate::app::browser::page;
use crate::editor::Event;
use crate::geometry::View;
use crate::rules::Survey;
use crate::scene::Layers;
use crate::text::Lang;

impl Session {
    /// The project as the checks look at it; none when the page is gone.
    pub fn survey(self) -> Option<Arc<Survey>> {
        self.inner
            .try_update_value(|inner| Arc::clone(inner.checker.begin().survey()))
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
    /// Lays a picture under the plan.
    pub fn lay_under(self, picture: std::rc::Rc<crate::app::browser::underlay::LaidPicture>) {
        self.inner
            .update_value(|inner| inner.painting.lay_under(Some(picture)));
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
        // Nobody has the plan in hand yet, so it need not be painted in slices.
        let at_once = self.awaited.try_get_value().flatten().is_some();
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
            let painted = painting.paint(
                editor,
                checker.get(),
                live.findings(),
                proposed.as_ref(),
                pointed.as_ref(),
                at_once,
            );
            (painted, live.wants(editor, now_ms()))
        });
        let Some((painted, looks_in)) = painted else {
            return;
        };
        if let Some(ms) = looks_in {
            // By itself, so that no picture of a move waits for it.
            set_timeout(move || self.look(), std::time::Duration::from_millis(ms));
        }
        self.show_lengths();
        if painted.is_unfinished {
            self.ask_frame();
        } else if self.awaited.try_get_value() == Some(Some(0)) {
            self.awaited.set_value(None);
            page::after_paint(move || {
                page::mark_ready();
                self.ready.set(true);
                self.check_what_waits();
            });
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
    /// Looks at what the hand would make, and shows it.
    fn look(self) {
        let found = self.inner.try_update_value(|inner| {
            let is_new = inner.live.look(&inner.editor, inner.checker.begin(), now_ms);
            is_new.then(|| {
                inner.painting.soil_overlay();
                inner.live.preview().cloned()
            })
        });
        let Some(now) = found.flatten() else { return };
        // The same figures again would run the panels at every other frame for nothing.
        if self.live.with_untracked(|known| *known != now) {
            self.live.set(now);
        }
        self.ask_frame();
    }
    /// Shows in the panels what the hand took, after the picture of it: what a finger lifts goes with it at once, and
    /// buttons, list and card follow.
    pub(super) fn show_hand_soon(self) {
        let ask = |inner: &mut Inner| std::mem::replace(&mut inner.hand_asked, true);
        if self.inner.try_update_value(ask) != Some(false) {
            return;
        }
        let show = move || {
            self.inner.try_update_value(|inner| inner.hand_asked = false);
            let selection = self.ask(|editor| editor.selection().to_vec()).unwrap_or_default();
            if self.selection.with_untracked(|known| *known != selection) {
                self.show_selection();
            }
            self.show_tool();
        };
        request_animation_frame(move || set_timeout(show, std::time::Duration::ZERO));
    }
    /// Shows in the panels what is selected and what is hidden.
    pub(super) fn show_selection(self) {
        if let Some(selection) = self.ask(|editor| editor.selection().to_vec()) {
            self.selection.set(selection);
        }
        if let Some(hidden) = self.ask(|editor| editor.hidden().clone())
            && self.hidden.with_untracked(|known| *known != hidden)
        {
            self.hidden.set(hidden);
        }
        self.beat();
    }
    /// Shows in the panels which tool is in the hand, and in which state.
    pub(super) fn show_tool(self) {
        if let Some(state) = self.ask(ToolState::of) {
            self.tool.set(state);
        }
        self.beat();
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
