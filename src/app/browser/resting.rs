//! The resting picture: the estate and the things that no hand holds, painted out of sight and
//! shown when it is whole.
//!
//! A change of a few things paints only the ground around them. Another view moves the picture that
//! is there and paints the new one in slices of a frame, so that no frame waits for it.

use std::sync::Arc;

use super::frames::now_ms;
use super::screen::{Screen, Surface, Window};
use super::subject::{LETTERS_PX, MOST_PATCHED, Means, SHADOW_M, Subject, differing, subject, touched};
use crate::design::Placement;
use crate::geometry::View;
use crate::scene::{Detail, grid, overlay};

/// A picture that costs more than this, in milliseconds, is painted in slices.
const CHEAP_MS: f64 = 9.0;
/// What a slice should cost, in milliseconds: it shares a frame with the browser's own work.
const SLICE_MS: f64 = 5.0;

/// What must be painted anew.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Soiled {
    pub ground: bool,
    pub things: bool,
}

/// How a picture is brought nearer to a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pace {
    /// The view moves: what is being painted is finished first.
    Moving,
    /// The view rests: what is of another view is begun anew.
    Resting,
    /// As for a view at rest, and all of it in one frame: nobody has the plan in hand yet.
    AtOnce,
}

impl Pace {
    /// The pace for a view that rests, or does not.
    pub fn of(rests: bool) -> Self {
        if rests { Self::Resting } else { Self::Moving }
    }
}

/// A picture that is being painted.
struct Job {
    subject: Subject,
    /// Marks of the ground painted so far; none once it is whole.
    ground: Option<usize>,
    /// The things in the order in which they are painted.
    things: Vec<Arc<Placement>>,
    painted: usize,
    spent_ms: f64,
}

/// The resting picture.
pub(super) struct Resting {
    ground: Surface,
    things: Surface,
    probe: Surface,
    screen: Screen,
    shown: Option<Subject>,
    /// The view for which the ground is painted whole.
    ground_of: Option<(View, f64)>,
    job: Option<Job>,
    /// Marks or things a slice.
    pace: usize,
    cost_ms: f64,
    is_moved: bool,
}

impl Resting {
    /// A picture on a canvas of the page; none where the browser draws no canvas.
    pub fn on(canvas: web_sys::HtmlCanvasElement) -> Option<Self> {
        Some(Self {
            ground: Surface::new()?,
            things: Surface::new()?,
            probe: Surface::new()?,
            screen: Screen::new(canvas)?,
            shown: None,
            ground_of: None,
            job: None,
            pace: 60,
            cost_ms: 0.0,
            is_moved: false,
        })
    }

    /// Brings the picture nearer to a view; true once it shows it sharply.
    pub fn paint(&mut self, means: &mut Means, view: View, soiled: &mut Soiled, pace: Pace) -> bool {
        let is_sharp = self.is_of(view, means.ratio) && !soiled.ground;
        if is_sharp && self.job.is_none() {
            if !std::mem::take(&mut soiled.things) || self.patch(means, view) {
                return true;
            }
            self.begin(means, view, false);
        } else if soiled.ground
            || soiled.things
            || self.wants_another(view, means.ratio, pace != Pace::Moving)
        {
            self.begin(means, view, soiled.ground);
        }
        *soiled = Soiled::default();
        // A hand that moves the plan before all of it is there must not wait for it.
        let still = self.shown.as_ref().is_none_or(|shown| shown.view == view);
        let at_once = pace == Pace::AtOnce && still;
        let is_dear = !at_once && self.shown.is_some() && self.cost_ms > CHEAP_MS;
        if self.advance(means, is_dear) {
            self.present();
        }
        self.place(view);
        self.job.is_none() && self.is_of(view, means.ratio)
    }

    fn is_of(&self, view: View, ratio: f64) -> bool {
        self.shown
            .as_ref()
            .is_some_and(|shown| shown.view == view && shown.ratio == ratio)
    }
    /// Whether what is being painted would not be of use.
    fn wants_another(&self, view: View, ratio: f64, rests: bool) -> bool {
        match &self.job {
            None => true,
            Some(job) => job.subject.ratio != ratio || rests && job.subject.view != view,
        }
    }

    fn begin(&mut self, means: &mut Means, view: View, ground: bool) {
        let subject = subject(means, view);
        let has_ground = !ground && self.ground_of == Some((view, means.ratio));
        let near = view
            .bounds()
            .grown(SHADOW_M + view.metres_from_pixels(LETTERS_PX));
        let catalogue = &means.editor.project().catalogue;
        let rests = |thing: &Placement| !subject.lifted.contains(&thing.id) && !means.editor.hides(thing);
        let things = means.objects.order(&subject.design, catalogue, near, rests);
        means.objects.keep_only(&subject.design);
        self.job = Some(Job {
            subject,
            ground: (!has_ground).then_some(0),
            things,
            painted: 0,
            spent_ms: 0.0,
        });
    }

    /// Paints on: a slice, or all that is left. True when the picture is whole.
    fn advance(&mut self, means: &mut Means, slice: bool) -> bool {
        let began = now_ms();
        let Some(mut job) = self.job.take() else {
            return false;
        };
        let whole = loop {
            let share = if slice { self.pace } else { usize::MAX };
            let whole = match job.ground {
                Some(from) => {
                    job.ground = self.paint_ground(means, &job.subject, from, share);
                    if job.ground.is_none() {
                        self.ground_of = Some((job.subject.view, job.subject.ratio));
                    }
                    false
                }
                None => self.paint_things(means, &mut job, share),
            };
            if whole || slice {
                break whole;
            }
        };
        if slice {
            let surface = if job.ground.is_some() {
                &self.ground
            } else {
                &self.things
            };
            surface.settle(&self.probe);
        }
        let spent = now_ms() - began;
        job.spent_ms += spent;
        if slice && !whole {
            let wanted = self.pace as f64 * (SLICE_MS / spent.max(0.5)).clamp(0.5, 2.0);
            self.pace = wanted.clamp(8.0, 4_000.0) as usize;
        }
        self.job = Some(job);
        whole
    }

    fn paint_ground(&self, means: &mut Means, of: &Subject, from: usize, share: usize) -> Option<usize> {
        let scene = means.ground.scene(means.editor, &of.view, means.layers.shown);
        if from == 0 {
            let context = self.ground.wiped(&Window::whole(&of.view, of.ratio));
            let shown = means.layers.shown;
            means
                .painter
                .ground(context, &of.view, &means.theme, of.ratio, shown);
        }
        let end = from.saturating_add(share).min(scene.marks.len());
        let (context, marks) = (self.ground.context(), &scene.marks[from..end]);
        means
            .painter
            .paint_from(context, marks, &of.view, &means.theme, of.ratio, (0.0, 0.0));
        if end < scene.marks.len() {
            return Some(end);
        }
        // What is there is made fainter by paper over it, so that it shows no seams.
        let (view, theme) = (&of.view, &means.theme);
        let veil = 1.0 - means.layers.strength;
        means.painter.veil(context, view, theme, of.ratio, veil);
        if means.layers.grid {
            means.painter.paint(context, &grid(view), view, theme, of.ratio);
        }
        None
    }

    fn paint_things(&self, means: &mut Means, job: &mut Job, share: usize) -> bool {
        let of = &job.subject;
        if job.painted == 0 {
            self.things.wiped(&Window::whole(&of.view, of.ratio));
        }
        let end = job.painted.saturating_add(share).min(job.things.len());
        let catalogue = &means.editor.project().catalogue;
        for thing in &job.things[job.painted..end] {
            let drawn = means.objects.drawn(thing, catalogue, Detail::of(of.view.scale));
            means.painter.paint_from(
                self.things.context(),
                &drawn.scene.marks,
                &of.view,
                &means.theme,
                of.ratio,
                (0.0, 0.0),
            );
        }
        job.painted = end;
        if end < job.things.len() {
            return false;
        }
        // Signs lie with the things at rest, so that a drag among many of them paints none.
        let signs = overlay(&of.signs, catalogue, &of.view);
        means
            .painter
            .paint(self.things.context(), &signs, &of.view, &means.theme, of.ratio);
        true
    }

    /// Shows the picture that is whole now.
    fn present(&mut self) {
        let Some(job) = self.job.take() else { return };
        let began = now_ms();
        self.show(&job.subject);
        self.cost_ms = job.spent_ms + now_ms() - began;
        self.shown = Some(job.subject);
        self.is_moved = true; // Moved for the picture before, so it is laid right in any case.
    }
    fn show(&self, of: &Subject) {
        let window = Window::whole(&of.view, of.ratio);
        self.screen
            .show(&[(&self.ground, 1.0), (&self.things, 1.0)], &window, of.ratio);
    }
    /// Lays what is shown where it belongs in a view.
    fn place(&mut self, view: View) {
        let Some(shown) = &self.shown else { return };
        let is_moved = shown.view != view;
        if is_moved {
            self.screen.move_to(&shown.view, &view);
        } else if self.is_moved {
            self.screen.stay();
        }
        self.is_moved = is_moved;
    }

    /// Paints anew only the ground around the things that changed. False when that is too much.
    fn patch(&mut self, means: &mut Means, view: View) -> bool {
        let Some(shown) = self.shown.take() else {
            return false;
        };
        let now = subject(means, view);
        let Some(boxes) = differing(means, &shown, &now) else {
            self.shown = Some(shown);
            return false;
        };
        let whole = Window::whole(&view, means.ratio);
        let windows: Vec<Window> = boxes
            .iter()
            .filter_map(|extent| Window::of(&extent.grown(2.0), means.ratio, whole))
            .collect();
        let Some(around) = windows.iter().copied().reduce(Window::joined) else {
            self.shown = Some(now);
            return true;
        };
        let pixels: u64 = windows.iter().map(Window::pixels).sum();
        if windows.len() > MOST_PATCHED || pixels * 2 > whole.pixels() {
            self.shown = Some(shown);
            return false;
        }
        let things = touched(means, &now, &windows, around);
        self.paint_patch(means, &now, &windows, &things);
        self.show(&now);
        self.shown = Some(now);
        true
    }

    fn paint_patch(&self, means: &mut Means, of: &Subject, windows: &[Window], things: &[Arc<Placement>]) {
        let context = self.things.context();
        context.save();
        let _ = context.reset_transform();
        context.begin_path();
        for window in windows {
            let (x, y) = window.corner();
            context.rect(x, y, f64::from(window.width), f64::from(window.height));
        }
        context.clip();
        for window in windows {
            let (x, y) = window.corner();
            context.clear_rect(x, y, f64::from(window.width), f64::from(window.height));
        }
        let catalogue = &means.editor.project().catalogue;
        for thing in things {
            let drawn = means.objects.drawn(thing, catalogue, Detail::of(of.view.scale));
            means
                .painter
                .paint(context, &drawn.scene, &of.view, &means.theme, of.ratio);
        }
        let signs = overlay(&of.signs, catalogue, &of.view);
        means
            .painter
            .paint(context, &signs, &of.view, &means.theme, of.ratio);
        context.restore();
    }
}
