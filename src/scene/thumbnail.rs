//! A small picture of a whole design on its estate, light enough for a list of hundreds.

use crate::catalogue::Catalogue;
use crate::design::Design;
use crate::geometry::{ScreenVec, View, WorldPt};

use super::{Detail, EstatePlan, Scene, Shown, SvgOptions, Theme, design_scene, svg};

/// A design on its estate as SVG text of a width and height in pixels.
pub fn thumbnail(
    plan: &EstatePlan,
    design: &Design,
    catalogue: &Catalogue,
    size: ScreenVec,
    theme: Theme,
) -> String {
    let view = View::new(WorldPt::default(), 1.0, size).fitted(plan.bounds(), 4.0);
    let detail = Detail::of(view.scale);
    let mut scene: Scene = plan.scene(
        detail,
        Shown {
            pipes: false,
            labels: false,
        },
    );
    // Half an octave coarser than it is shown: small things as signs say more at this size.
    scene.over(design_scene(design, catalogue, Detail::of(view.scale * 0.7)));
    svg(
        &scene,
        &view,
        SvgOptions {
            theme,
            digits: 1,
            paper: true,
            title: &design.title,
        },
    )
}
