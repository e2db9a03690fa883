//! The plan's picture: the estate, the things at rest and what is in the hand, each on a canvas of
//! its own, painted anew only when it changed.

use std::sync::Arc;

use super::canvas::Painter;
use super::elements::pixel_ratio;
use super::frames::now_ms;
use super::layers::Layer;
use crate::design::{Placement, PlacementId};
use crate::editor::Editor;
use crate::geometry::View;
use crate::rules::{Checker, Finding};
use crate::scene::{
    Detail, EstatePlan, FindingMark, Layers, Objects, Overlay, Scene, Shown, Theme, grid, overlay,
};

/// A picture of the estate and the things that costs more than this to paint, in milliseconds, is
/// moved first and painted once the hand rests.
const CHEAP_MS: f64 = 9.0;
/// How long the view must rest before a moved picture is painted, in milliseconds.
const REST_MS: f64 = 90.0;
/// A moved picture is painted at the latest after this long, in milliseconds.
const LONGEST_BLUR_MS: f64 = 320.0;

/// What a frame showed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Painted {
    /// The view that was shown.
    pub view: View,
    /// Whether what is shown was only moved, and wants another frame to become sharp.
    pub is_blurred: bool,
}

/// The canvases and what is on them.
#[derive(Default)]
pub struct Painting {
    layers: Option<[Layer; 3]>,
    painter: Painter,
    dark: bool,
    estate: Option<EstatePlan>,
    layers_shown: Layers,
    estate_drawn: Option<((Detail, f64, Shown), Scene)>,
    objects: Objects,
    soiled: Soiled,
    last_view: Option<View>,
    moved_at: f64,
    sharp_at: f64,
    cost_ms: f64,
}

/// Which layers must be painted.
#[derive(Clone, Copy, Debug, Default)]
struct Soiled {
    base: bool,
    objects: bool,
    overlay: bool,
}

impl Painting {
    /// A picture on three canvases, lowest first; none where the browser draws no canvas.
    pub fn on(canvases: [web_sys::HtmlCanvasElement; 3]) -> Option<Self> {
        let [base, objects, overlay] = canvases.map(Layer::new);
        Some(Self {
            layers: Some([base?, objects?, overlay?]),
            ..Self::default()
        })
    }
    /// Takes over the colours of another picture.
    #[must_use]
    pub fn coloured_as(mut self, other: &Self) -> Self {
        self.dark = other.dark;
        self.layers_shown = other.layers_shown;
        self
    }
    /// Night or day.
    pub fn set_dark(&mut self, dark: bool) {
        self.dark = dark;
        self.painter.forget();
        self.soil_all();
    }
    /// Shows other layers.
    pub fn set_layers(&mut self, layers: Layers) {
        self.layers_shown = layers;
        self.soil_all();
    }
    /// What lies under the hand changed.
    pub fn soil_overlay(&mut self) {
        self.soiled.overlay = true;
    }
    /// The things at rest changed.
    pub fn soil_objects(&mut self) {
        self.soiled.objects = true;
        self.soiled.overlay = true;
    }
    /// The view changed; which layers that soils is found when the frame comes.
    pub fn soil_view(&mut self) {
        self.soil_objects();
    }
    /// Everything changed.
    pub fn soil_all(&mut self) {
        self.soil_objects();
        self.soiled.base = true;
    }

    /// Paints what must be painted; `live` is what the rules would say of what is in the hand.
    pub fn paint(&mut self, editor: &Editor, checker: &Checker, live: &[Finding]) -> Painted {
        let view = editor.view();
        let now = now_ms();
        if self.last_view != Some(view) {
            self.last_view = Some(view);
            self.moved_at = now;
        }
        let painted = Painted {
            view,
            is_blurred: false,
        };
        let Some(mut layers) = self.layers.take() else {
            return painted;
        };
        let is_sharp = layers[0].is_sharp(view);
        let may_wait = !is_sharp && !self.soiled.base && self.cost_ms > CHEAP_MS && layers[0].was_painted();
        let rests = now - self.moved_at > REST_MS || now - self.sharp_at > LONGEST_BLUR_MS;
        let is_blurred = may_wait && !rests;
        if is_blurred {
            layers[0].shifted(view);
            layers[1].shifted(view);
        } else {
            let [base, objects, _] = &mut layers;
            if !is_sharp || self.soiled.base {
                self.paint_base(base, editor, view);
            }
            if !objects.is_sharp(view) || self.soiled.objects {
                self.paint_objects(objects, editor, checker, view);
            }
            self.cost_ms = now_ms() - now;
            self.sharp_at = now_ms();
            self.soiled.base = false;
            self.soiled.objects = false;
        }
        if self.soiled.overlay || !layers[2].is_sharp(view) {
            self.paint_overlay(&mut layers[2], editor, live, view);
            self.soiled.overlay = false;
        }
        self.layers = Some(layers);
        Painted {
            is_blurred,
            ..painted
        }
    }

    fn theme(&self) -> Theme {
        if self.dark { Theme::DARK } else { Theme::LIGHT }
    }

    fn paint_base(&mut self, layer: &mut Layer, editor: &Editor, view: View) {
        let sight = (Detail::of(view.scale), view.turn, self.layers_shown.shown);
        let estate = self
            .estate
            .get_or_insert_with(|| EstatePlan::new(editor.project().estate.clone()));
        let scene = match self.estate_drawn.take() {
            Some((drawn, scene)) if drawn == sight => scene,
            _ => estate.scene(sight.0, sight.2, sight.1),
        };
        let (theme, ratio) = (self.theme(), pixel_ratio());
        let context = layer.wiped(view, ratio);
        self.painter.ground(context, &view, &theme, ratio);
        self.painter.paint(context, &scene, &view, &theme, ratio);
        // What is there is made fainter by paper over it, so that it shows no seams.
        self.painter
            .veil(context, &view, &theme, ratio, 1.0 - self.layers_shown.strength);
        if self.layers_shown.grid {
            self.painter.paint(context, &grid(&view), &view, &theme, ratio);
        }
        self.estate_drawn = Some((sight, scene));
    }

    fn paint_objects(&mut self, layer: &mut Layer, editor: &Editor, checker: &Checker, view: View) {
        let held = editor.overlay().held;
        let hidden =
            |thing: &Placement| held.iter().any(|held| held.thing.id == thing.id) || editor.hides(thing);
        let catalogue = &editor.project().catalogue;
        let scenes: Vec<Arc<Scene>> = self.objects.visible(
            editor.design(),
            catalogue,
            Detail::of(view.scale),
            view.bounds(),
            &hidden,
        );
        self.objects.keep_only(editor.design());
        let (theme, ratio) = (self.theme(), pixel_ratio());
        let context = layer.wiped(view, ratio);
        for scene in scenes {
            self.painter.paint(context, &scene, &view, &theme, ratio);
        }
        if !self.layers_shown.notes {
            return;
        }
        // Signs lie with the things at rest, so that a drag among many of them paints none.
        let signs = overlay(
            &signs(editor, checker, view, |id| {
                held.iter().any(|held| held.thing.id == *id)
            }),
            catalogue,
            &view,
        );
        self.painter.paint(context, &signs, &view, &theme, ratio);
    }

    fn paint_overlay(&mut self, layer: &mut Layer, editor: &Editor, live: &[Finding], view: View) {
        let mut shown = editor.overlay();
        shown.findings = live.iter().map(FindingMark::of).collect();
        let scene = overlay(&shown, &editor.project().catalogue, &view);
        let (theme, ratio) = (self.theme(), pixel_ratio());
        let context = layer.wiped(view, ratio);
        self.painter.paint(context, &scene, &view, &theme, ratio);
    }
}

/// What the checks and the wishes say at their places, as far as it is seen. What is said of the
/// things in the hand is painted with them.
fn signs(editor: &Editor, checker: &Checker, view: View, in_hand: impl Fn(&PlacementId) -> bool) -> Overlay {
    let seen = view.bounds();
    let findings = checker
        .findings()
        .into_iter()
        .filter(|finding| seen.contains(finding.at))
        .filter(|finding| !finding.placements.iter().any(&in_hand));
    Overlay {
        findings: findings.map(FindingMark::of).collect(),
        wishes: editor.resting_pins().map(|at| (at, false)).collect(),
        ..Overlay::default()
    }
}
