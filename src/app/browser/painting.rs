//! The plan's picture: what rests, and over it what is in the hand; each painted anew only where it
//! changed.

use std::rc::Rc;
use std::sync::Arc;

use wasm_bindgen::JsCast;

use super::canvas::Painter;
use super::elements::pixel_ratio;
use super::frames::now_ms;
use super::hand::{Hand, Manner};
use super::resting::{Pace, Resting, Soiled};
use super::subject::{Ground, Means};
use super::underlay::LaidPicture;
use crate::design::Placement;
use crate::editor::{Editor, Length, LengthOf};
use crate::geometry::View;
use crate::rules::{Checker, Finding};
use crate::scene::{FindingMark, Held, Layers, Measured, Objects, Overlay, Pointed, Theme};
use crate::text::Lang;

/// The view rests once it has not moved for so long, in milliseconds.
const REST_MS: f64 = 90.0;

/// A pixel ratio is believed for so long, in milliseconds, unless the page says that all is to be painted anew.
const RATIO_MS: f64 = 100.0;

/// What a frame showed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Painted {
    /// The view that was shown.
    pub view: View,
    /// Whether something is still to be painted in the next frame.
    pub is_unfinished: bool,
}

/// The canvases and what is on them.
#[derive(Default)]
pub struct Painting {
    canvases: Option<(Resting, Hand)>,
    painter: Painter,
    dark: bool,
    lang: Lang,
    layers: Layers,
    ground: Ground,
    /// The page writes the lengths at the thing selected, and which.
    lengths: Option<Vec<Length>>,
    objects: Objects,
    soiled: Soiled,
    hand_soiled: bool,
    last_view: Option<View>,
    moved_at: f64,
    /// The pixel ratio, and when the browser was asked for it.
    ratio: Option<(f64, f64)>,
}

impl Painting {
    /// A picture on three canvases, lowest first; none where the browser draws no canvas.
    pub fn on([resting, many, glass]: [web_sys::HtmlCanvasElement; 3]) -> Option<Self> {
        Some(Self {
            canvases: Some((Resting::on(resting)?, Hand::on(many, glass)?)),
            ..Self::default()
        })
    }
    /// A picture of so many pixels a side on canvases that are in no page.
    pub fn unseen(side: u32) -> Option<Self> {
        let document = web_sys::window()?.document()?;
        let canvas = || {
            let canvas: web_sys::HtmlCanvasElement =
                document.create_element("canvas").ok()?.dyn_into().ok()?;
            canvas.set_width(side);
            canvas.set_height(side);
            Some(canvas)
        };
        Self::on([canvas()?, canvas()?, canvas()?])
    }
    /// Takes over the colours of another picture.
    #[must_use]
    pub fn coloured_as(mut self, other: &Self) -> Self {
        (self.dark, self.lang) = (other.dark, other.lang);
        self.layers = other.layers;
        self.lengths.clone_from(&other.lengths);
        self
    }
    /// The page writes the lengths at the thing selected: only their lines are painted.
    pub fn leave_out_lengths(&mut self) {
        self.lengths = Some(Vec::new());
    }
    /// The lengths that the page should write.
    pub fn lengths(&self) -> &[Length] {
        self.lengths.as_deref().unwrap_or_default()
    }
    /// Night or day, and the language of the figures at what is in the hand.
    pub fn set_manner(&mut self, dark: bool, lang: Lang) {
        (self.dark, self.lang) = (dark, lang);
        self.painter.forget();
        self.soil_all();
    }
    /// Shows other layers.
    pub fn set_layers(&mut self, layers: Layers) {
        self.layers = layers;
        self.soil_all();
    }
    /// Lays a picture under the plan, or takes it away.
    pub fn lay_under(&mut self, picture: Option<Rc<LaidPicture>>) {
        self.painter.lay_under(picture);
        self.soil_all();
    }
    /// What lies under the hand changed.
    pub fn soil_overlay(&mut self) {
        self.hand_soiled = true;
    }
    /// The things at rest changed.
    pub fn soil_objects(&mut self) {
        self.soiled.things = true;
        self.hand_soiled = true;
    }
    /// The view changed: what that asks for is found when the frame comes.
    pub fn soil_view(&mut self) {
        self.hand_soiled = true;
    }
    /// Everything changed.
    pub fn soil_all(&mut self) {
        self.ratio = None;
        self.soil_objects();
        self.soiled.ground = true;
    }

    /// Device pixels a CSS pixel. Asked ten times a second at most: the browser finishes its styles for each answer.
    fn ratio_at(&mut self, now: f64) -> f64 {
        match self.ratio {
            Some((ratio, asked)) if now - asked < RATIO_MS => ratio,
            _ => self.ratio.insert((pixel_ratio(), now)).0,
        }
    }

    /// Paints what must be painted. Without a `checker` nothing was found yet; `live` is what the rules would say of
    /// what is in the hand, `proposed` where a fix would put a thing, `pointed` the finding that is looked at;
    /// `at_once` paints all of it in this frame.
    pub fn paint(
        &mut self,
        editor: &Editor,
        checker: Option<&Checker>,
        live: &[Finding],
        proposed: Option<&Arc<Placement>>,
        pointed: Option<&Finding>,
        at_once: bool,
    ) -> Painted {
        let (view, now) = (editor.view(), now_ms());
        let ratio = self.ratio_at(now);
        if self.last_view != Some(view) {
            self.last_view = Some(view);
            self.moved_at = now;
        }
        let theme = if self.dark { Theme::DARK } else { Theme::LIGHT };
        let Some((resting, hand)) = &mut self.canvases else {
            return Painted {
                view,
                is_unfinished: false,
            };
        };
        let mut means = Means {
            painter: &mut self.painter,
            objects: &mut self.objects,
            ground: &mut self.ground,
            editor,
            checker,
            theme,
            lang: self.lang,
            ratio,
            layers: self.layers,
        };
        let rests = now - self.moved_at > REST_MS;
        let pace = if at_once { Pace::AtOnce } else { Pace::of(rests) };
        let is_finished = resting.paint(&mut means, view, &mut self.soiled, pace);
        if self.hand_soiled || !hand.is_of(view) {
            let mut manner = Manner {
                painter: &mut self.painter,
                catalogue: &editor.project().catalogue,
                theme,
                lang: self.lang,
                ratio,
            };
            let mut shown = editor.overlay();
            shown.findings = live.iter().map(FindingMark::of).collect();
            shown.findings.extend(pointed.map(|finding| FindingMark {
                chosen: true,
                ..FindingMark::of(finding)
            }));
            let (estate, design) = (&editor.project().estate, editor.design());
            shown.pointed = pointed.map(|finding| Pointed::of(finding, estate, design));
            if let Some(lengths) = &mut self.lengths {
                *lengths = editor.lengths();
                leave_out(&mut shown, lengths);
            }
            if let Some(there) = proposed {
                propose(&mut shown, editor, there);
            }
            hand.paint(&mut manner, shown, view);
            self.hand_soiled = false;
        }
        // What was set down stays in sight until it is part of the resting picture.
        if is_finished {
            hand.is_at_rest();
        }
        Painted {
            view,
            is_unfinished: !is_finished,
        }
    }
}

/// Takes the figures that the page writes off the lines that are painted, and draws the lines that
/// only the page has a figure for.
fn leave_out(shown: &mut Overlay, lengths: &[Length]) {
    let lines = || lengths.iter().filter_map(|length| length.line);
    for side in &mut shown.dimensions {
        if lines().any(|line| line.from == side.from && line.to == side.to) {
            side.metres = None;
        }
    }
    let gap = lengths.iter().find(|length| length.of == LengthOf::Gap);
    if let Some(line) = gap.and_then(|gap| gap.line) {
        shown.gap = Some(Measured { metres: None, ..line });
    }
}

/// A ghost where a thing would go, and how far that is from where it stands.
fn propose(shown: &mut Overlay, editor: &Editor, there: &Arc<Placement>) {
    if let Some(here) = editor.thing(&there.id) {
        let (from, to) = (here.shape.centre(), there.shape.centre());
        shown.guides.push(Measured::between(from, to));
    }
    shown.held.push(Held {
        thing: there.clone(),
        ghost: true,
        refused: false,
    });
}
