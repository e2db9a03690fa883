//! A rehearsal of the first drag, on a plan that nobody sees.
//!
//! A browser compiles a function of the program when it is called first. Of the first move of a drag on a slow phone a
//! third was compiling; so once the page has nothing else to do, a bench is placed and dragged through the same
//! functions, on canvases that are in no page, a step at a time. The hand then finds everything compiled.

use std::collections::VecDeque;
use std::time::Duration;

use leptos::prelude::*;

use super::Session;
use crate::app::browser::frames::now_ms;
use crate::app::browser::painting::Painting;
use crate::app::live::Live;
use crate::design::Design;
use crate::editor::{Button, Editor, Event, Mods, Pointer, PointerKind};
use crate::geometry::{ScreenPt, ScreenVec};

/// Between two steps, so that what the page has to do comes first.
const PAUSE: Duration = Duration::from_millis(60);

/// The unseen plan is so small, in pixels, that painting it costs nothing.
const SIDE: f64 = 64.0;
/// Pixels a metre: a bench fills a third of it.
const SCALE: f64 = 12.0;

/// An editor of its own with its own picture.
struct Rehearsal {
    editor: Editor,
    painting: Painting,
    live: Live,
    left: VecDeque<Event>,
}

impl Session {
    /// Drags once where nobody sees it, unless a hand is quicker.
    pub(super) fn rehearse_soon(self) {
        set_timeout(
            move || {
                if let Some(rehearsal) = self.rehearsal() {
                    self.rehearse(rehearsal);
                }
            },
            PAUSE,
        );
    }

    fn rehearsal(self) -> Option<Rehearsal> {
        let project = self.project.try_get_value()?;
        let view = self.ask(Editor::view)?;
        let kind = project.catalogue.kinds().first()?.id.clone();
        let design = Design::new(&project.file.id, "");
        let editor = Editor::new(project, design, ScreenVec::new(SIDE, SIDE));
        let painting = self.inner.try_update_value(|inner| {
            Painting::unseen(SIDE as u32).map(|unseen| unseen.coloured_as(&inner.painting))
        })??;
        let [middle, aside, there] = [0.5, 0.6, 0.8].map(|part| ScreenPt::new(SIDE * part, SIDE * part));
        let tap = |at| {
            [
                Event::Move(finger(at)),
                Event::Down(finger(at)),
                Event::Up(finger(at)),
            ]
        };
        let drag = [
            Event::Down(finger(middle)),
            Event::Move(finger(aside)),
            Event::Move(finger(there)),
            Event::Up(finger(there)),
        ];
        let left = [Event::Look(view.centre, Some(SCALE)), Event::Pick(kind)]
            .into_iter()
            .chain(tap(middle))
            .chain(drag);
        Some(Rehearsal {
            editor,
            painting,
            live: Live::default(),
            left: left.collect(),
        })
    }

    /// One step, and the next after a pause. A hand that takes something meanwhile ends it: it compiles what it needs.
    fn rehearse(self, mut rehearsal: Rehearsal) {
        let rests = self.ask(|editor| !editor.holds() && !editor.is_touched());
        let Some(event) = rehearsal.left.pop_front().filter(|_| rests == Some(true)) else {
            return;
        };
        let Rehearsal {
            editor,
            painting,
            live,
            ..
        } = &mut rehearsal;
        // What it asks of the shell is for nobody.
        drop(editor.handle(event));
        painting.soil_objects();
        let _ = self.inner.try_update_value(|inner| {
            let checker = inner.checker.begin();
            live.look(editor, checker, now_ms);
            painting.paint(editor, Some(checker), live.findings(), None, None, true);
        });
        set_timeout(move || self.rehearse(rehearsal), PAUSE);
    }
}

fn finger(at: ScreenPt) -> Pointer {
    Pointer {
        id: 1,
        kind: PointerKind::Touch,
        at,
        button: Button::Primary,
        mods: Mods::default(),
    }
}
