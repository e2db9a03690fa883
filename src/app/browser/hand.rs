//! What lies over the resting plan: what is in the hand, handles, lines, letters.
//!
//! All of it is painted anew at every move on a glass no larger than it must be. Many things that
//! are moved together are painted once, and their picture is moved.

use std::sync::Arc;

use super::canvas::Painter;
use super::screen::{Glass, Screen, Surface, Window};
use crate::catalogue::Catalogue;
use crate::design::Placement;
use crate::geometry::{View, WorldVec};
use crate::scene::{Carried, Held, Overlay, Theme, extent, overlay};
use crate::text::Lang;

/// So many things are painted anew at every move; more are painted once and moved.
const FEW: usize = 8;

/// How the hand's picture is painted.
pub(super) struct Manner<'a> {
    pub painter: &'a mut Painter,
    pub catalogue: &'a Catalogue,
    pub theme: Theme,
    pub lang: Lang,
    /// Device pixels a CSS pixel.
    pub ratio: f64,
}

/// The canvases of what is in the hand.
pub(super) struct Hand {
    glass: Glass,
    screen: Screen,
    surface: Surface,
    shown: Option<Picture>,
    /// Whether those things are in the hand; else they were set down.
    carries: bool,
    view: Option<View>,
}

/// The things whose picture is shown, and where they were when it was painted.
struct Picture {
    things: Arc<[Arc<Placement>]>,
    by: WorldVec,
    view: View,
    ratio: f64,
}

impl Hand {
    /// A hand's picture on two canvases, lowest first; none where the browser draws no canvas.
    pub fn on(many: web_sys::HtmlCanvasElement, glass: web_sys::HtmlCanvasElement) -> Option<Self> {
        let screen = Screen::new(many)?;
        screen.hide(true);
        Some(Self {
            glass: Glass::new(glass)?,
            screen,
            surface: Surface::new()?,
            shown: None,
            carries: false,
            view: None,
        })
    }
    /// Whether what is painted is of this view.
    pub fn is_of(&self, view: View) -> bool {
        self.view == Some(view)
    }
    /// What was set down is part of the resting picture by now, and need not be shown any more.
    pub fn is_at_rest(&mut self) {
        if !self.carries {
            self.put_away();
        }
    }
    /// Paints what lies over the plan.
    pub fn paint(&mut self, manner: &mut Manner, mut shown: Overlay, view: View) {
        shown.lang = manner.lang;
        self.view = Some(view);
        let carried = shown.carried.take().filter(|carried| carried.things.len() > FEW);
        self.carries = carried.is_some();
        if let Some(carried) = carried {
            shown.held.clear();
            shown.selected.clear();
            self.carry(manner, &carried, view);
        }
        let scene = overlay(&shown, manner.catalogue, &view);
        let whole = Window::whole(&view, manner.ratio);
        let covers = extent(&scene.marks, &view, &manner.theme)
            .and_then(|extent| Window::of(&extent.grown(2.0), manner.ratio, whole));
        match covers {
            None => self.glass.wipe(),
            Some(covers) => {
                let (context, corner) = self.glass.wiped(covers, whole, manner.ratio);
                manner
                    .painter
                    .paint_from(context, &scene.marks, &view, &manner.theme, manner.ratio, corner);
            }
        }
    }
    /// Takes the picture of many things out of sight.
    pub fn put_away(&mut self) {
        if self.shown.take().is_some() {
            self.screen.hide(true);
        }
    }

    fn carry(&mut self, manner: &mut Manner, carried: &Carried, view: View) {
        let on_screen = |step: WorldVec| {
            let step = step.turned(view.turn) * view.scale;
            (step.x, -step.y)
        };
        let still_good = self.shown.as_ref().filter(|shown| {
            let (x, y) = on_screen(carried.by - shown.by);
            Arc::ptr_eq(&shown.things, &carried.things)
                && shown.view == view
                && shown.ratio == manner.ratio
                // Half a plan's width around was painted too.
                && x.abs() <= view.size.x / 2.0
                && y.abs() <= view.size.y / 2.0
        });
        if let Some(shown) = still_good {
            // By whole pixels of the screen, so that it stays sharp.
            let grain = |px: f64| (px * manner.ratio).round() / manner.ratio;
            let (x, y) = on_screen(carried.by - shown.by);
            self.screen.shift(grain(x), grain(y));
            return;
        }
        self.paint_many(manner, carried, view);
    }

    fn paint_many(&mut self, manner: &mut Manner, carried: &Carried, view: View) {
        // Things moved by a step look as if they were seen from a place moved the other way.
        let seen = View {
            centre: view.centre - carried.by,
            ..view
        };
        let held = carried.things.iter().map(|thing| Held {
            thing: thing.clone(),
            ghost: false,
            refused: false,
        });
        let input = Overlay {
            held: held.collect(),
            selected: carried.things.iter().map(|thing| thing.shape.clone()).collect(),
            lang: manner.lang,
            ..Overlay::default()
        };
        let scene = overlay(&input, manner.catalogue, &seen);
        let whole = Window::whole(&view, manner.ratio);
        let room = Window {
            x: -(whole.width as i32 / 2),
            y: -(whole.height as i32 / 2),
            width: whole.width * 2,
            height: whole.height * 2,
        };
        let window = extent(&scene.marks, &seen, &manner.theme)
            .and_then(|extent| Window::of(&extent.grown(2.0), manner.ratio, room));
        let Some(window) = window else {
            return self.put_away();
        };
        let context = self.surface.wiped(&window);
        manner.painter.paint_from(
            context,
            &scene.marks,
            &seen,
            &manner.theme,
            manner.ratio,
            window.corner(),
        );
        self.screen.show(&[(&self.surface, 1.0)], &window, manner.ratio);
        self.screen.shift(0.0, 0.0);
        self.screen.hide(false);
        self.shown = Some(Picture {
            things: carried.things.clone(),
            by: carried.by,
            view,
            ratio: manner.ratio,
        });
    }
}
