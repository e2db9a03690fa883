//! What is measured: a fine line with ticks, its lengths, and what it comes to.

use crate::geometry::{Outline, View, WorldPt};
use crate::text::{Lang, Message, say};

use super::super::path::pt;
use super::super::{Ink, Length, Mark, Path, Scene, fill, line, wash};
use super::MeasureMark;
use super::hand::{card, metres_text};

/// A piece shorter than this on the screen has no length of its own, in pixels.
const PIECE_PX: f64 = 64.0;

/// A measure with the lengths of its pieces and its sum.
pub(super) fn measure(scene: &mut Scene, measure: &MeasureMark, view: &View, lang: Lang) {
    let points: Vec<WorldPt> = measure.points.iter().copied().chain(measure.next).collect();
    let ring = measure.ring && points.len() > 2;
    let edge = if ring {
        Path::ring(points.iter().copied())
    } else {
        Path::open(points.iter().copied())
    };
    if ring {
        scene.draw(edge.clone(), wash(Ink::Seal, 0.1));
    }
    scene.draw(edge.clone(), line(Ink::Raised, 4.5).faint(0.8));
    scene.draw(
        edge,
        match measure.done {
            true => line(Ink::Seal, 2.0),
            false => line(Ink::Seal, 2.0).dashed(Length::Px(7.0), Length::Px(4.0)),
        },
    );
    for point in &points {
        let mut dot = Scene::default();
        dot.draw(
            Path::circle(pt(0.0, 0.0), 4.5),
            fill(Ink::Raised).lined(Ink::Seal, 2.0),
        );
        scene.marks.push(Mark::Pinned {
            at: *point,
            turn: 0.0,
            marks: dot.marks,
        });
    }
    lengths(scene, &points, ring, view, lang);
    sum(scene, measure, &points, lang);
}

/// The length of each piece in its middle.
fn lengths(scene: &mut Scene, points: &[WorldPt], ring: bool, view: &View, lang: Lang) {
    let back = points
        .last()
        .copied()
        .zip(points.first().copied())
        .filter(|_| ring);
    let pieces = points.windows(2).map(|pair| (pair[0], pair[1])).chain(back);
    for (from, to) in pieces {
        let metres = from.distance(to);
        if metres * view.scale >= PIECE_PX {
            let text = metres_text(metres, lang);
            scene
                .marks
                .push(card(from.middle(to), (0.0, 0.0), &text, Ink::Seal, Ink::Raised));
        }
    }
}

/// The square metres in the middle of an area; the whole length at the end of a way.
fn sum(scene: &mut Scene, measure: &MeasureMark, points: &[WorldPt], lang: Lang) {
    let said = |at, below: f64, text: &str| card(at, (0.0, below), text, Ink::Raised, Ink::Seal);
    match (measure.square_metres, points) {
        (Some(area), [first, ..]) => {
            let middle = Outline::new(points.iter().copied()).map(|outline| outline.label_point());
            let text = say(
                lang,
                &Message::new("length-square-metres").number("value", area, 1),
            );
            scene.marks.push(said(middle.unwrap_or(*first), 0.0, &text));
        }
        (None, [_, _, .., end]) if !measure.ring => {
            let length = points.windows(2).map(|pair| pair[0].distance(pair[1])).sum();
            let text = format!("Σ {}", metres_text(length, lang));
            scene.marks.push(said(*end, 26.0, &text));
        }
        _ => {}
    }
}
