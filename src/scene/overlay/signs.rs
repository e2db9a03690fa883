//! Signs at their place: findings, wishes, the presenter's pointer. Told apart by shape first,
//! by colour second.

use crate::geometry::{View, WorldPt};
use crate::rules::Severity;
use crate::text::Lang;

use super::super::path::pt;
use super::super::{Ink, Length, Mark, Path, Scene, Tile, fill, line, tiled, wash};
use super::FindingMark;
use super::hand::{card, metres_text};

fn ink(finding: &FindingMark) -> Ink {
    ink_of(finding.severity)
}

pub(super) fn ink_of(severity: Severity) -> Ink {
    if severity == Severity::Must {
        Ink::Must
    } else {
        Ink::Amber
    }
}

/// What is missing, as a piece with ticks at its ends and its length, once it can be seen.
pub(super) fn gap(scene: &mut Scene, finding: &FindingMark, view: &View, lang: Lang) {
    let Some((from, to)) = finding.gap else { return };
    let along = (to - from)
        .unit()
        .filter(|_| from.distance(to) * view.scale >= 14.0);
    let Some(along) = along else { return };
    let ink = ink(finding);
    let tick = along.left() * view.metres_from_pixels(6.0);
    let path = Path::segment(from, to)
        .and(Path::segment(from - tick, from + tick))
        .and(Path::segment(to - tick, to + tick));
    scene.draw(path.clone(), line(Ink::Raised, 4.0));
    scene.draw(path, line(ink, 1.8));
    // Beside the piece, so that the sign in the middle of the ground and the length keep apart.
    let text = metres_text(from.distance(to), lang);
    let out = along.left().turned(view.turn) * 20.0;
    scene.marks.push(card(
        from.middle(to),
        (out.x * 1.6, out.y),
        &text,
        ink,
        Ink::Raised,
    ));
}

/// The ground that a finding is about, hatched.
pub(super) fn ground(scene: &mut Scene, finding: &FindingMark) {
    let Some(region) = &finding.ground else { return };
    let ink = ink(finding);
    let path = Path::of_region(region);
    scene.draw(path.clone(), wash(ink, 0.14));
    scene.draw(path.clone(), tiled(Tile::Hatch, ink, 0.75, Length::Px(8.0)));
    scene.draw(path, line(ink, 1.6));
}

/// A must-finding is a filled triangle, a should-finding a ring, everything else a small dot.
pub(super) fn finding(scene: &mut Scene, finding: &FindingMark) {
    let mut own = Scene::default();
    let zero = pt(0.0, 0.0);
    if finding.chosen {
        own.draw(
            Path::circle(zero, 17.0),
            wash(Ink::Seal, 0.12).lined(Ink::Seal, 1.5),
        );
    }
    match finding.severity {
        Severity::Must => {
            let triangle = Path::ring([pt(-11.0, -8.0), pt(11.0, -8.0), pt(0.0, 11.0)]);
            own.draw(triangle.clone(), line(Ink::Raised, 5.0));
            own.draw(triangle, fill(Ink::Must).lined(Ink::Must, 1.5));
            own.draw(Path::segment(pt(0.0, 5.0), pt(0.0, -1.0)), line(Ink::Raised, 2.2));
            own.draw(Path::circle(pt(0.0, -4.6), 1.5), fill(Ink::Raised));
        }
        Severity::Should => {
            own.draw(Path::circle(zero, 8.0), line(Ink::Raised, 6.0));
            own.draw(
                Path::circle(zero, 8.0),
                fill(Ink::AmberWash).lined(Ink::Amber, 2.6),
            );
            own.draw(Path::segment(pt(0.0, 4.0), pt(0.0, -0.6)), line(Ink::Amber, 2.0));
            own.draw(Path::circle(pt(0.0, -3.7), 1.2), fill(Ink::Amber));
        }
        Severity::Local | Severity::Practice | Severity::Info => {
            own.draw(
                Path::circle(zero, 5.0),
                fill(Ink::Raised).lined(Ink::InkSoft, 2.0),
            );
        }
    }
    scene.marks.push(Mark::Pinned {
        at: finding.at,
        turn: 0.0,
        marks: own.marks,
    });
}

/// Where sides cross: a small cross in a ring, by its shape no finding.
pub(super) fn crossing(scene: &mut Scene, at: WorldPt) {
    let mut own = Scene::default();
    let arms = Path::segment(pt(-4.0, -4.0), pt(4.0, 4.0)).and(Path::segment(pt(-4.0, 4.0), pt(4.0, -4.0)));
    own.draw(
        Path::circle(pt(0.0, 0.0), 11.0),
        fill(Ink::Raised).lined(Ink::Must, 2.4),
    );
    own.draw(arms, line(Ink::Must, 2.4));
    scene.marks.push(Mark::Pinned {
        at,
        turn: 0.0,
        marks: own.marks,
    });
}

/// A wish: a pin with a speech bubble for its head.
pub(super) fn wish(scene: &mut Scene, at: WorldPt, chosen: bool) {
    let mut own = Scene::default();
    let (ground, ink) = if chosen {
        (Ink::Seal, Ink::Raised)
    } else {
        (Ink::Raised, Ink::Jade)
    };
    let edge = if chosen { Ink::Seal } else { Ink::Jade };
    own.draw(Path::ellipse(pt(0.0, 0.0), 4.0, 1.8), wash(Ink::Shadow, 0.25));
    let head = Path::rounded(pt(0.0, 18.0), 26.0, 19.0, 8.0);
    own.draw(head.clone(), line(edge, 3.6));
    own.draw(
        Path::ring([pt(-5.0, 9.0), pt(0.0, 0.0), pt(5.0, 9.0)]),
        fill(ground).lined(edge, 1.8),
    );
    own.draw(head, fill(ground));
    for x in [-6.0, 0.0, 6.0] {
        own.draw(Path::circle(pt(x, 18.0), 1.8), fill(ink));
    }
    scene.marks.push(Mark::Pinned {
        at,
        turn: 0.0,
        marks: own.marks,
    });
}

/// A pointer that everyone in a room can follow.
pub(super) fn pointer(scene: &mut Scene, at: WorldPt) {
    let mut own = Scene::default();
    own.draw(
        Path::circle(pt(0.0, 0.0), 26.0),
        wash(Ink::Seal, 0.18).lined(Ink::Seal, 3.0),
    );
    own.draw(
        Path::circle(pt(0.0, 0.0), 6.0),
        fill(Ink::Seal).lined(Ink::Raised, 2.0),
    );
    scene.marks.push(Mark::Pinned {
        at,
        turn: 0.0,
        marks: own.marks,
    });
}
