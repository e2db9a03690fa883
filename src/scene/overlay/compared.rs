//! A few designs over each other: what all have recedes, what some have is of their own ink, dash and number.

use super::super::{Ink, Label, Length, Mark, Path, Scene, line, wash};
use crate::design::Design;

/// Inks and dashes in pixels of the first four designs; the dash tells them apart where colours do not.
const LOOKS: [(Ink, Option<(f64, f64)>); 4] = [
    (Ink::Seal, None),
    (Ink::Jade, Some((7.0, 4.0))),
    (Ink::Amber, Some((2.0, 3.0))),
    (Ink::Ink, Some((12.0, 5.0))),
];

/// The designs over each other. With each comes, for every thing of it, whether all of them have it. At most four.
pub fn compared(designs: &[(&Design, Vec<bool>)]) -> Scene {
    let mut scene = Scene::default();
    // What all have is drawn once, as the first has it.
    if let Some((design, in_all)) = designs.first() {
        for (thing, _) in design.placements().iter().zip(in_all).filter(|(_, all)| **all) {
            let edge = super::hand::edge(&thing.shape);
            scene.draw(edge.clone(), wash(Ink::InkSoft, 0.18));
            scene.draw(edge, line(Ink::InkSoft, 1.0));
        }
    }
    for ((design, in_all), (number, (ink, dash))) in designs.iter().zip(LOOKS.iter().enumerate()) {
        let own = design.placements().iter().zip(in_all).filter(|(_, all)| !**all);
        for (thing, _) in own {
            let edge = super::hand::edge(&thing.shape);
            scene.draw(edge.clone(), wash(*ink, 0.16));
            scene.draw(edge.clone(), line(Ink::Halo, 4.0).faint(0.7));
            let edged = line(*ink, 2.0);
            scene.draw(
                edge,
                match dash {
                    Some((on, off)) => edged.dashed(Length::Px(*on), Length::Px(*off)),
                    None => edged,
                },
            );
            scene.marks.push(Mark::Pinned {
                at: thing.shape.centre(),
                turn: 0.0,
                marks: numbered(number + 1, *ink),
            });
        }
    }
    scene
}

fn numbered(number: usize, ink: Ink) -> Vec<Mark> {
    let disc = Mark::Shape {
        path: Path::circle(Default::default(), 8.0),
        style: wash(Ink::Raised, 0.95).lined(ink, 1.5),
    };
    let letter = Mark::Label(Label {
        halo: None,
        bold: true,
        ..Label::new(Default::default(), number.to_string(), Length::Px(11.0), Ink::Ink)
    });
    vec![disc, letter]
}
