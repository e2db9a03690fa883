//! Paints a plan that is only looked at: the estate below, one design or many above.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::canvas::Painter;
use crate::design::Design;
use crate::geometry::{Bounds, ScreenVec, View, WorldPt};
use crate::project::Project;
use crate::scene::{Detail, EstatePlan, Scene, Shown, Theme, design_scene, tint};

/// What lies on the estate.
#[derive(Clone, Debug, Default)]
pub enum Laid {
    /// Nothing.
    #[default]
    Nothing,
    /// One design, fully drawn.
    One(Arc<Design>),
    /// Many designs, each a thin wash, so that what they share grows strong.
    Many(Arc<Vec<Arc<Design>>>),
}

impl PartialEq for Laid {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Nothing, Self::Nothing) => true,
            (Self::One(a), Self::One(b)) => Arc::ptr_eq(a, b),
            (Self::Many(a), Self::Many(b)) => {
                a.len() == b.len() && a.iter().zip(b.iter()).all(|(a, b)| Arc::ptr_eq(a, b))
            }
            _ => false,
        }
    }
}

/// What all plans of a page share: the estate prepared for drawing, its lists, the painter.
pub struct Look {
    project: Arc<Project>,
    estate: EstatePlan,
    grounds: RefCell<HashMap<Detail, Rc<Scene>>>,
    painter: RefCell<Painter>,
    theme: RefCell<Option<Theme>>,
}

impl Look {
    /// Prepares the estate of a project.
    pub fn new(project: Arc<Project>) -> Self {
        Self {
            estate: EstatePlan::new(project.estate.clone()),
            project,
            grounds: RefCell::default(),
            painter: RefCell::default(),
            theme: RefCell::new(None),
        }
    }
    /// The box that a first view shows.
    pub fn bounds(&self) -> Bounds {
        self.project.estate.bounds()
    }
    /// Paints the estate.
    pub fn paint_ground(&self, context: &CanvasRenderingContext2d, view: &View, theme: &Theme, ratio: f64) {
        let scene = self.ground(Detail::of(view.scale));
        let mut painter = self.painter_for(theme);
        painter.ground(context, view, theme, ratio);
        painter.paint(context, &scene, view, theme, ratio);
    }
    /// Paints what lies on it, on a canvas that is clear.
    pub fn paint_laid(
        &self,
        context: &CanvasRenderingContext2d,
        laid: &Laid,
        view: &View,
        theme: &Theme,
        ratio: f64,
    ) {
        let catalogue = &self.project.catalogue;
        let scene = match laid {
            Laid::Nothing => return,
            Laid::One(design) => design_scene(design, catalogue, Detail::of(view.scale)),
            Laid::Many(designs) => tint(designs.iter().map(Arc::as_ref), catalogue),
        };
        self.painter_for(theme).paint(context, &scene, view, theme, ratio);
    }
    /// Paints a small picture of a design and where in the estate it is, on a canvas of a size in
    /// CSS pixels.
    pub fn thumbnail(
        &self,
        canvas: &HtmlCanvasElement,
        design: &Arc<Design>,
        size: ScreenVec,
        theme: &Theme,
    ) {
        let ratio = super::elements::pixel_ratio();
        canvas.set_width((size.x * ratio).round().max(1.0) as u32);
        canvas.set_height((size.y * ratio).round().max(1.0) as u32);
        let Some(context) = context_of(canvas) else { return };
        let view = View::new(WorldPt::default(), 1.0, size).fitted(around(design, self.bounds()), 4.0);
        self.paint_ground(&context, &view, theme, ratio);
        self.paint_laid(&context, &Laid::One(design.clone()), &view, theme, ratio);
    }

    fn ground(&self, detail: Detail) -> Rc<Scene> {
        let mut grounds = self.grounds.borrow_mut();
        let drawn = || Rc::new(self.estate.scene(detail, Shown::default()));
        grounds.entry(detail).or_insert_with(drawn).clone()
    }
    fn painter_for(&self, theme: &Theme) -> std::cell::RefMut<'_, Painter> {
        let mut painter = self.painter.borrow_mut();
        if self.theme.replace(Some(*theme)) != Some(*theme) {
            painter.forget();
        }
        painter
    }
}

/// The context of a canvas; none where the browser draws no canvas.
fn context_of(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

/// The ground around a design's things, wide enough to be recognised; the whole estate without any.
fn around(design: &Design, whole: Bounds) -> Bounds {
    const NARROWEST_M: f64 = 90.0;
    let things = design.placements().iter().map(|thing| thing.shape.bounds());
    let Some(own) = things.reduce(Bounds::joined) else {
        return whole;
    };
    let short = NARROWEST_M - own.width().max(own.height());
    own.grown(if short > 0.0 { short / 2.0 } else { 8.0 })
}
