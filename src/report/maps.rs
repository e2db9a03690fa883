//! Density, hot spots and coverage as display lists: one hue from light to dark, and figures.

use crate::agreement::{Coverage, Isoline, house_key};
use crate::estate::Class;
use crate::geometry::WorldPt;
use crate::project::Project;
use crate::scene::{Ink, Label, Length, Mark, Path, Scene, line, wash};

/// Hot spots that have their number on the map.
const NUMBERED: usize = 12;

/// Soft isolines and the numbers of hot spots.
pub fn density_scene(lines: &[Isoline], spots: impl IntoIterator<Item = WorldPt>) -> Scene {
    let mut scene = Scene::default();
    lay(&mut scene, lines, Ink::Seal, false);
    for (at, spot) in spots.into_iter().take(NUMBERED).enumerate() {
        let text = format!("{}", at + 1);
        let disc = [
            Mark::Shape {
                path: Path::circle(Default::default(), 11.0),
                style: wash(Ink::Raised, 0.95).lined(Ink::Seal, 1.5),
            },
            Mark::Label(Label {
                halo: None,
                bold: true,
                ..Label::new(Default::default(), text, Length::Px(13.0), Ink::Ink)
            }),
        ];
        scene.marks.push(Mark::Pinned {
            at: spot,
            turn: 0.0,
            marks: disc.into(),
        });
    }
    scene
}

/// The isolines of one group held against the others: what they want more is dashed and of another ink.
pub fn apart_scene(more: &[Isoline], less: &[Isoline]) -> Scene {
    let mut scene = Scene::default();
    lay(&mut scene, more, Ink::Seal, false);
    lay(&mut scene, less, Ink::Jade, true);
    scene
}

fn lay(scene: &mut Scene, lines: &[Isoline], ink: Ink, dashed: bool) {
    for isoline in lines {
        for rings in &isoline.areas {
            let path = Path::all(rings.iter().map(|ring| Path::ring(ring.iter().copied())));
            let edge = line(ink, 1.2).faint(0.7);
            let edge = if dashed {
                edge.dashed(Length::Px(5.0), Length::Px(4.0))
            } else {
                edge
            };
            scene.draw(
                path,
                crate::scene::Style {
                    line: edge.line,
                    ..wash(ink, 0.11)
                },
            );
        }
    }
}

/// At each house how many designs came from how many households; silent houses are ringed.
pub fn coverage_scene(coverage: &Coverage, project: &Project) -> Scene {
    let mut scene = Scene::default();
    for house in project.estate.buildings() {
        let key = house_key(&house.name);
        let row = coverage.houses.iter().find(|row| row.house == key);
        let Class::Building { households, .. } = house.class else {
            continue;
        };
        let (Some(row), Some(outline)) = (row.filter(|_| households > 0), house.shape.outline()) else {
            continue;
        };
        let silent = row.designs == 0;
        let share = row.designs as f64 / f64::from(households.max(1));
        let tint = wash(Ink::Jade, (0.15 + 2.0 * share).min(0.65));
        let style = if silent {
            line(Ink::Must, 2.0).dashed(Length::Px(6.0), Length::Px(4.0))
        } else {
            tint
        };
        scene.draw(Path::of_outline(outline), style);
        let text = format!("{}/{households}", row.designs);
        let ink = if silent { Ink::Must } else { Ink::Ink };
        // Below the house's own number.
        let label = Label {
            bold: true,
            ..Label::new(Default::default(), text, Length::Px(12.0), ink)
        };
        let low = Label {
            at: WorldPt::new(0.0, -16.0),
            ..label
        };
        scene.marks.push(Mark::Pinned {
            at: outline.label_point(),
            turn: 0.0,
            marks: vec![Mark::Label(low)],
        });
    }
    scene
}
