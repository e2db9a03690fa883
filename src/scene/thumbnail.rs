//! A small picture of a whole design on its estate, light enough for a list of hundreds.

use crate::catalogue::Catalogue;
use crate::design::Design;
use crate::geometry::{ScreenPt, ScreenVec, View, WorldPt};

use super::{Detail, EstatePlan, Part, Shown, SvgOptions, Theme, design_scene, furniture, svg};

/// From this many pixels on its shorter side a picture is a page and no thumbnail.
const PAGE_PX: f64 = 480.0;

/// A design on its estate as SVG text of a width and height in pixels.
pub fn thumbnail(
    plan: &EstatePlan,
    design: &Design,
    catalogue: &Catalogue,
    size: ScreenVec,
    theme: Theme,
) -> String {
    let options = SvgOptions {
        theme,
        paper: true,
        title: &design.title,
        ..SvgOptions::default()
    };
    picture(plan, design, catalogue, size, options, &|_| String::new())
}

/// A design on its estate as SVG text of a width and height in pixels, written in a way of one's own; `under` gives
/// what lies beneath it in that view.
pub fn picture(
    plan: &EstatePlan,
    design: &Design,
    catalogue: &Catalogue,
    size: ScreenVec,
    options: SvgOptions,
    under: &dyn Fn(&View) -> String,
) -> String {
    let view = View::new(WorldPt::default(), 1.0, size).fitted(plan.bounds(), 4.0);
    let detail = Detail::of(view.scale);
    // A picture as large as a page also says the names, and which way is north.
    let is_page = size.x.min(size.y) >= PAGE_PX;
    let mut scene = plan.scene(detail, Shown::default().with(Part::Names, is_page), view.turn);
    // Else half an octave coarser than it is shown: small things as signs say more at that size.
    let things = if is_page {
        detail
    } else {
        Detail::of(view.scale * 0.7)
    };
    scene.over(design_scene(design, catalogue, things));
    if is_page {
        scene.over(furniture(&view, ScreenPt::new(24.0, size.y - 24.0), 140.0));
    }
    let under = under(&view);
    svg(
        &scene,
        &view,
        SvgOptions {
            under: &under,
            ..options
        },
    )
}
