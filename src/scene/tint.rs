//! Many designs in one list: each thing a thin wash of its shelf's colour, so that a place that
//! many chose grows strong and a single thing stays faint.

use crate::catalogue::{Catalogue, Layer};
use crate::design::{Design, Placement, PlacementShape};

use super::{Dots, Length, Path, Scene, Style, Theme, band, group_ink, line, wash};

/// The designs over each other, what lies on the ground first: what is large on the screen as a list, and what is small
/// laid on the picture, which goes over it.
pub fn tint<'a>(
    designs: impl IntoIterator<Item = &'a Design>,
    catalogue: &Catalogue,
    dots: &mut Dots,
    theme: &Theme,
) -> Scene {
    let designs: Vec<&Design> = designs.into_iter().collect();
    let thin = thinness(designs.len());
    let (mut ground, mut standing) = (Scene::default(), Scene::default());
    for thing in designs.iter().flat_map(|design| design.placements()) {
        let Some(kind) = catalogue.kind(&thing.kind) else {
            continue;
        };
        let ink = group_ink(kind.group);
        let on_ground = kind.layer == Layer::Ground;
        let scene = if on_ground { &mut ground } else { &mut standing };
        // What stands is small, so it is laid on twice as strong as a plaza.
        let alpha = if on_ground { thin } else { (2.0 * thin).min(0.7) };
        let (path, style) = match &thing.shape {
            PlacementShape::Rectangle { at, size, turn } if dots.takes(*size) => {
                let edge = (2.0 * alpha).min(0.9);
                dots.lay(*at, *size, *turn, theme.colour(ink), (alpha as f32, edge as f32));
                continue;
            }
            PlacementShape::Path { line, width } => (
                Path::open(line.points().iter().copied()),
                band(ink, *width).faint(alpha),
            ),
            _ => (
                outline(thing),
                filled(wash(ink, alpha), line(ink, 1.0).faint((2.0 * alpha).min(0.9))),
            ),
        };
        scene.draw(path, style);
    }
    ground.over(standing);
    ground
}

/// How strong one design of so many is: alone half covering, and of forty so that eight over each
/// other cover most.
fn thinness(count: usize) -> f64 {
    (6.0 / count.max(1) as f64).clamp(0.05, 0.5)
}

fn outline(thing: &Placement) -> Path {
    thing
        .shape
        .outline()
        .map_or_else(Path::default, |edge| Path::ring(edge.corners().iter().copied()))
}

fn filled(fill: Style, edge: Style) -> Style {
    Style {
        line: edge.line.map(|stroke| super::Stroke {
            width: Length::Px(0.8),
            ..stroke
        }),
        ..fill
    }
}
