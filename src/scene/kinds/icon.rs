//! A kind's picture for the palette: the same drawing, fitted in a square.

use crate::catalogue::Kind;
use crate::design::{Params, Placement, PlacementId};
use crate::geometry::{ScreenVec, Turn, View, WorldPt};

use super::super::{Detail, Scene, SvgOptions, Theme, svg};
use super::placement_scene;

/// The share of a long thing that its picture shows, at most so many metres: what a thing is made
/// of must still be seen.
const LONGEST_M: f64 = 14.0;

/// The drawing of a kind with chosen params and the view that fits it in a square of a side in
/// pixels. Very long kinds are shown shorter than they are placed.
pub fn kind_icon(kind: &Kind, params: &Params, side: f64) -> (Scene, View) {
    let (width, depth) = kind.size;
    let mut shown = kind.clone();
    let longest = LONGEST_M.max(kind.width.min).max(depth);
    if kind.form != crate::catalogue::Form::Area && width > longest {
        shown.size = (longest, depth);
    }
    let mut thing = Placement::new(
        PlacementId::new("icon"),
        &shown,
        WorldPt::default(),
        Turn::default(),
    );
    thing.params = params.clone();
    let own = thing.shape.bounds();
    let rough = View::new(WorldPt::default(), 1.0, ScreenVec::new(side, side)).fitted(own, side * 0.08);
    let drawn = placement_scene(&thing, Some(kind), Detail::of(rough.scale));
    let bounds = drawn.bounds().map_or(own, |b| b.joined(own));
    (drawn, rough.fitted(bounds.grown(0.02), side * 0.05))
}

/// The picture as SVG text.
pub fn kind_icon_svg(kind: &Kind, params: &Params, side: f64, theme: Theme) -> String {
    let (scene, view) = kind_icon(kind, params, side);
    svg(
        &scene,
        &view,
        SvgOptions {
            theme,
            digits: 1,
            paper: false,
            title: "",
        },
    )
}
