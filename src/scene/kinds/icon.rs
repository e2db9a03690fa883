//! A kind's picture for the palette: the same drawing, fitted in a square.

use crate::catalogue::{Form, Kind};
use crate::design::{Params, Placement, PlacementId, PlacementShape};
use crate::geometry::{Line, ScreenVec, Turn, View, WorldPt};

use super::super::{Detail, Scene, SvgOptions, Theme, svg};
use super::placement_scene;

/// How many times as wide as deep a kind is shown at most: what it is made of must still be seen.
fn widest(kind: &Kind) -> f64 {
    match kind.acts_as().as_str() {
        "pavilion-corridor" => 4.0,
        "bike-rack" => 0.9,
        "charging-shed" => 1.3,
        _ => 1.7,
    }
}

/// The drawing of a kind with chosen params and the view that fits it in a square of a side in
/// pixels. Very long kinds are shown shorter than they are placed.
pub fn kind_icon(kind: &Kind, params: &Params, side: f64) -> (Scene, View) {
    let (width, depth) = kind.size;
    let mut shown = kind.clone();
    if kind.form == Form::Rectangle {
        shown.size = (width.min((depth * widest(kind)).max(kind.width.min)), depth);
    }
    let mut thing = Placement::new(
        PlacementId::new("icon"),
        &shown,
        WorldPt::default(),
        Turn::default(),
    );
    if let (Form::Path, Some(line)) = (kind.form, bend()) {
        thing.shape = PlacementShape::Path { line, width: depth };
    }
    thing.params = params.clone().into();
    let own = thing.shape.bounds();
    let rough = View::new(WorldPt::default(), 1.0, ScreenVec::new(side, side)).fitted(own, side * 0.08);
    let drawn = placement_scene(&thing, Some(kind), Detail::of(rough.scale));
    let bounds = drawn.bounds().map_or(own, |b| b.joined(own));
    (drawn, rough.fitted(bounds.grown(0.02), side * 0.05))
}

/// A path that winds, as paths for walking do.
fn bend() -> Option<Line> {
    Line::new((0..=16).map(|i| {
        let x = f64::from(i) / 16.0;
        WorldPt::new(
            (x - 0.5) * 7.6,
            1.9 * (std::f64::consts::TAU * (x - 0.25)).sin() * (0.4 + x * 0.6),
        )
    }))
}

/// The picture as SVG text.
pub fn kind_icon_svg(kind: &Kind, params: &Params, side: f64, theme: Theme) -> String {
    let (scene, view) = kind_icon(kind, params, side);
    // Palettes show many pictures in one page, and one kind in several sizes and styles.
    let chosen = super::super::symbols::hash_of(&format!("{params:?}{side}{:?}", theme.scheme));
    let ids = format!("{}-{:x}-", kind.id, chosen as u32);
    svg(
        &scene,
        &view,
        SvgOptions {
            theme,
            ids: &ids,
            ..SvgOptions::default()
        },
    )
}
