//! Paints a plan that is only looked at: the estate below, one design or many above.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use wasm_bindgen::{Clamped, JsCast};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData};

use super::canvas::Painter;
use super::canvas_pass::blank;
use super::underlay::LaidPicture;
use crate::design::Design;
use crate::geometry::{Bounds, ScreenVec, View, WorldPt};
use crate::project::Project;
use crate::scene::{Detail, Dots, EstatePlan, Part, Scene, Shown, Theme, design_scene, footprints, tint};

/// What lies on the estate.
#[derive(Clone, Debug, Default)]
pub enum Laid {
    /// Nothing.
    #[default]
    Nothing,
    /// One design, fully drawn.
    One(Arc<Design>),
    /// One design, and a list over it.
    Marked(Arc<Design>, Arc<Scene>),
    /// A list of its own.
    Marks(Arc<Scene>),
    /// Many designs, each a thin wash, so that what they share grows strong.
    Many(Arc<Vec<Arc<Design>>>),
}

impl PartialEq for Laid {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Nothing, Self::Nothing) => true,
            (Self::One(a), Self::One(b)) => Arc::ptr_eq(a, b),
            (Self::Marked(a, x), Self::Marked(b, y)) => Arc::ptr_eq(a, b) && Arc::ptr_eq(x, y),
            (Self::Marks(a), Self::Marks(b)) => Arc::ptr_eq(a, b),
            (Self::Many(a), Self::Many(b)) => {
                a.len() == b.len() && a.iter().zip(b.iter()).all(|(a, b)| Arc::ptr_eq(a, b))
            }
            _ => false,
        }
    }
}

/// More lists than this are thrown away.
const KEPT_GROUNDS: usize = 24;

/// What a list of the estate is drawn for: detail, layers, and the turn in tenths of a degree.
type Sight = (Detail, Shown, i32);

/// What all plans of a page share: the estate prepared for drawing, its lists, the painter.
pub struct Look {
    project: Arc<Project>,
    estate: EstatePlan,
    /// Lists by what they show.
    grounds: RefCell<HashMap<Sight, Rc<Scene>>>,
    painter: RefCell<Painter>,
    theme: RefCell<Option<Theme>>,
}

impl Look {
    /// Prepares the estate of a project.
    pub fn new(project: Arc<Project>) -> Self {
        Self {
            estate: EstatePlan::over(project.estate.clone(), project.underlay().is_some()),
            project,
            grounds: RefCell::default(),
            painter: RefCell::default(),
            theme: RefCell::new(None),
        }
    }
    /// Lays a picture under all plans of the page, or takes it away.
    pub fn lay_under(&self, picture: Option<Rc<LaidPicture>>) {
        self.painter.borrow_mut().lay_under(picture);
    }
    /// The picture that lies underneath.
    pub fn underlay(&self) -> Option<Rc<LaidPicture>> {
        self.painter.borrow().underlay().cloned()
    }
    /// The box that a first view shows: the edge's where there is one, else that of all things and of the
    /// picture underneath.
    pub fn bounds(&self) -> Bounds {
        let estate = &self.project.estate;
        let picture = self.underlay().and_then(|picture| picture.bounds());
        match (estate.boundary(), picture, estate.features().is_empty()) {
            (None, Some(picture), true) => picture,
            (None, Some(picture), false) => picture.joined(estate.bounds()),
            _ => estate.bounds(),
        }
    }
    /// Paints the estate.
    pub fn paint_ground(&self, context: &CanvasRenderingContext2d, view: &View, theme: &Theme, ratio: f64) {
        self.paint_estate(context, view, theme, ratio, Shown::default());
    }
    /// Paints the estate with some of its layers.
    pub fn paint_estate(
        &self,
        context: &CanvasRenderingContext2d,
        view: &View,
        theme: &Theme,
        ratio: f64,
        shown: Shown,
    ) {
        let scene = self.ground(view, shown);
        let mut painter = self.painter_for(theme);
        painter.ground(context, view, theme, ratio, shown);
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
            Laid::Marks(scene) => return self.paint_over(context, scene, view, theme, ratio),
            Laid::One(design) | Laid::Marked(design, _) => {
                design_scene(design, catalogue, Detail::of(view.scale))
            }
            Laid::Many(designs) => {
                let mut dots = Dots::new(*view, ratio);
                let large = tint(designs.iter().map(Arc::as_ref), catalogue, &mut dots, theme);
                self.painter_for(theme).paint(context, &large, view, theme, ratio);
                return paint_dots(context, &dots);
            }
        };
        self.painter_for(theme).paint(context, &scene, view, theme, ratio);
        if let Laid::Marked(_, marks) = laid {
            self.paint_over(context, marks, view, theme, ratio);
        }
    }
    /// Paints where each new thing will stand, as a dashed edge, on what is there now.
    pub fn paint_footprints(
        &self,
        context: &CanvasRenderingContext2d,
        design: &Design,
        view: &View,
        theme: &Theme,
        ratio: f64,
    ) {
        let scene = footprints(design);
        self.painter_for(theme).paint(context, &scene, view, theme, ratio);
    }
    /// Paints a list over what a canvas shows.
    pub fn paint_over(
        &self,
        context: &CanvasRenderingContext2d,
        scene: &Scene,
        view: &View,
        theme: &Theme,
        ratio: f64,
    ) {
        self.painter_for(theme).paint(context, scene, view, theme, ratio);
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
        let seen = around([design], 70.0).unwrap_or_else(|| self.bounds());
        let view = View::new(WorldPt::default(), 1.0, size).fitted(seen, 4.0);
        // Letters would cover what so small a picture is about.
        let shown = Shown::default().with(Part::Names, false);
        self.picture(canvas, &Laid::One(design.clone()), &view, theme, shown);
    }
    /// Paints the estate and what lies on it on a canvas that becomes as large as the view.
    pub fn picture(&self, canvas: &HtmlCanvasElement, laid: &Laid, view: &View, theme: &Theme, shown: Shown) {
        let ratio = super::elements::pixel_ratio();
        canvas.set_width((view.size.x * ratio).round().max(1.0) as u32);
        canvas.set_height((view.size.y * ratio).round().max(1.0) as u32);
        let Some(context) = context_of(canvas) else { return };
        self.paint_estate(&context, view, theme, ratio, shown);
        self.paint_laid(&context, laid, view, theme, ratio);
    }

    fn ground(&self, view: &View, shown: Shown) -> Rc<Scene> {
        let detail = Detail::of(view.scale);
        let sight = (detail, shown, (view.turn * 10.0).round() as i32);
        let mut grounds = self.grounds.borrow_mut();
        if grounds.len() > KEPT_GROUNDS {
            // Each turn of the view is a list of its own.
            grounds.clear();
        }
        let drawn = || Rc::new(self.estate.scene(detail, shown, view.turn));
        grounds.entry(sight).or_insert_with(drawn).clone()
    }
    fn painter_for(&self, theme: &Theme) -> std::cell::RefMut<'_, Painter> {
        let mut painter = self.painter.borrow_mut();
        if self.theme.replace(Some(*theme)) != Some(*theme) {
            painter.forget();
        }
        painter
    }
}

/// Lays a picture of dots over what the canvas shows.
fn paint_dots(context: &CanvasRenderingContext2d, dots: &Dots) {
    let (width, height) = dots.size();
    let bytes = dots.bytes();
    let Ok(image) = ImageData::new_with_u8_clamped_array_and_sh(Clamped(&bytes), width, height) else {
        return;
    };
    // Put on the canvas itself it would wipe what is there.
    let Some((canvas, own)) = blank(f64::from(width), f64::from(height)) else {
        return;
    };
    if own.put_image_data(&image, 0.0, 0.0).is_ok() {
        let _ = context.reset_transform();
        context.set_global_alpha(1.0);
        let _ = context.draw_image_with_html_canvas_element(&canvas, 0.0, 0.0);
    }
}

/// The context of a canvas; none where the browser draws no canvas.
fn context_of(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

/// The ground around the things of designs, at least so many metres wide, so that the place is
/// recognised; none without any thing.
pub fn around<'a>(designs: impl IntoIterator<Item = &'a Arc<Design>>, narrowest_m: f64) -> Option<Bounds> {
    let things = designs.into_iter().flat_map(|design| design.placements());
    let own = things.map(|thing| thing.shape.bounds()).reduce(Bounds::joined)?;
    let short = narrowest_m - own.width().max(own.height());
    Some(own.grown(if short > 0.0 { short / 2.0 } else { 8.0 }))
}
