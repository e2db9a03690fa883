//! Selection, handles, ghosts, snap lines and live dimensions: fine seal-red.

use crate::design::PlacementShape;
use crate::geometry::{Region, View, WorldPt, WorldVec};
use crate::text::{Lang, Message, say};

use super::super::path::pt;
use super::super::{Anchor, Ink, Label, Length, Mark, Path, Scene, fill, line, wash};
use super::{AngleMark, FindingMark, Handle, HandleKind, Held, Measured, Overlay, Sketch};

/// How far a figure stays from the middle of a sign, in pixels: half of each and some air.
const SIGN_PX: f64 = 42.0;
/// The seen width of a handle in pixels; the hand may touch 44.
const HANDLE_PX: f64 = 24.0;

pub(super) fn edge(shape: &PlacementShape) -> Path {
    match shape {
        PlacementShape::Path { line, width } => Path::of_region(&Region::strip(line, *width)),
        _ => shape
            .outline()
            .map(|outline| Path::of_outline(&outline))
            .unwrap_or_default(),
    }
}

pub(super) fn ghost_edge(scene: &mut Scene, held: &Held) {
    let path = edge(&held.thing.shape);
    let style = if held.refused {
        wash(Ink::Must, 0.12).lined(Ink::Must, 1.6)
    } else {
        line(Ink::Seal, 1.4)
    };
    scene.draw(path, style.dashed(Length::Px(6.0), Length::Px(4.0)));
}

pub(super) fn hovered(scene: &mut Scene, shape: &PlacementShape) {
    scene.draw(edge(shape), line(Ink::Seal, 1.5).faint(0.6));
}

/// So many outlines are one path: fewer and larger paths cost a canvas less, until closing a part takes
/// it as long as the path has become.
const OUTLINES_A_PATH: usize = 24;

pub(super) fn selected(scene: &mut Scene, shapes: &[PlacementShape]) {
    for some in shapes.chunks(OUTLINES_A_PATH) {
        let path = Path::all(some.iter().map(edge));
        scene.draw(path.clone(), line(Ink::Raised, 4.0).faint(0.85));
        scene.draw(path, line(Ink::Seal, 2.0));
    }
}

/// What was looked for: a broad ring around it.
pub(super) fn found(scene: &mut Scene, shape: &PlacementShape) {
    let path = edge(shape);
    scene.draw(path.clone(), wash(Ink::Seal, 0.16).lined(Ink::Raised, 7.0));
    scene.draw(
        path,
        line(Ink::Seal, 3.5).dashed(Length::Px(10.0), Length::Px(4.0)),
    );
}

/// What a newer version has: green, with a whole edge.
pub(super) fn added(scene: &mut Scene, shape: &PlacementShape) {
    scene.draw(edge(shape), wash(Ink::Jade, 0.14).lined(Ink::Jade, 2.0));
}

/// What an older version had: red, with a broken edge.
pub(super) fn removed(scene: &mut Scene, shape: &PlacementShape) {
    let style = wash(Ink::Must, 0.06).lined(Ink::Must, 1.6);
    scene.draw(edge(shape), style.dashed(Length::Px(5.0), Length::Px(4.0)));
}

/// A ghost's width and depth along two of its sides.
pub(super) fn ghost_size(scene: &mut Scene, shape: &PlacementShape, view: &View, lang: Lang) {
    let PlacementShape::Rectangle { at, size, turn } = shape else {
        return;
    };
    let corner =
        |x: f64, y: f64| *at + WorldVec::new(x * size.x / 2.0, y * size.y / 2.0).turned(turn.degrees());
    let sides = [
        (corner(-1.0, -1.0), corner(1.0, -1.0), size.x),
        (corner(1.0, -1.0), corner(1.0, 1.0), size.y),
    ];
    for (from, to, metres) in sides {
        dimension(
            scene,
            &Measured {
                from,
                to,
                metres: Some(metres),
            },
            view,
            lang,
        );
    }
}

/// A length as it is said on the plan: to a centimetre, without zeros at the end.
pub(super) fn metres_text(metres: f64, lang: Lang) -> String {
    say(lang, &Message::new("length-metres").number("value", metres, 2))
}

/// A small card with a few figures, that keeps its size on the screen.
pub(super) fn card(at: WorldPt, offset: (f64, f64), text: &str, ink: Ink, ground: Ink) -> Mark {
    let px = 13.0;
    let width = Label::width_in_ems(text) * px + 12.0;
    let middle = pt(offset.0, offset.1);
    let mut scene = Scene::default();
    scene.draw(
        Path::rounded(middle, width, 20.0, 6.0),
        wash(ground, 0.94).lined(ink, 1.0),
    );
    let mut label = Label::new(middle, text, Length::Px(px), ink);
    label.halo = None;
    label.bold = true;
    label.anchor = Anchor::Middle;
    scene.marks.push(Mark::Label(label));
    Mark::Pinned {
        at,
        turn: 0.0,
        marks: scene.marks,
    }
}

/// How far outside a side its length stands, in pixels: clear of a handle under a finger.
pub const DIMENSION_PX: f64 = 44.0;

/// A side with its length outside it: a fine line with ticks at its ends, the length on it, and
/// thin lines that lead there from the side.
pub(super) fn dimension(scene: &mut Scene, side: &Measured, view: &View, lang: Lang) {
    let Some(along) = (side.to - side.from).unit() else {
        return;
    };
    // Corners run anticlockwise, so the outside lies on the right.
    let out = -along.left();
    let px = |pixels: f64| out * view.metres_from_pixels(pixels);
    let (from, to) = (side.from + px(DIMENSION_PX), side.to + px(DIMENSION_PX));
    let tick = (along + out) * view.metres_from_pixels(4.0);
    let path = Path::segment(from, to)
        .and(Path::segment(from - tick, from + tick))
        .and(Path::segment(to - tick, to + tick));
    let leads = [side.from, side.to].map(|end| Path::segment(end + px(15.0), end + px(DIMENSION_PX + 5.0)));
    scene.draw(Path::all(leads), line(Ink::Seal, 0.8).faint(0.5));
    scene.draw(path, line(Ink::Seal, 1.2));
    said_at(scene, from.middle(to), (0.0, 0.0), side.metres, lang);
}

/// The free way from a wall to a thing. Its figure steps aside where the sign of a finding would cover it.
pub(super) fn gap(scene: &mut Scene, gap: &Measured, signs: &[FindingMark], view: &View, lang: Lang) {
    let style = line(Ink::InkSoft, 1.2).dashed(Length::Px(2.0), Length::Px(3.0));
    scene.draw(Path::segment(gap.from, gap.to), style);
    for end in [gap.from, gap.to] {
        scene.draw(
            Path::circle(end, view.metres_from_pixels(2.2)),
            fill(Ink::InkSoft),
        );
    }
    let middle = gap.from.middle(gap.to);
    let aside = (gap.to - gap.from).unit().unwrap_or_default().left();
    // How far the figure would stand from the nearest sign; farther than it must is no better.
    let clear = |px: &f64| {
        let at = middle + aside * view.metres_from_pixels(*px);
        let nearest = signs.iter().map(|sign| sign.at.distance(at) * view.scale);
        nearest.fold(SIGN_PX, f64::min)
    };
    // Of places as good the last counts.
    let places = [-SIGN_PX, SIGN_PX, 0.0].into_iter();
    let px = places.max_by(|a, b| clear(a).total_cmp(&clear(b)));
    let out = aside.turned(view.turn) * px.unwrap_or_default();
    said_at(scene, middle, (out.x, out.y), gap.metres, lang);
}

fn said_at(scene: &mut Scene, at: WorldPt, offset: (f64, f64), metres: Option<f64>, lang: Lang) {
    if let Some(metres) = metres {
        let text = metres_text(metres, lang);
        scene.marks.push(card(at, offset, &text, Ink::Seal, Ink::Raised));
    }
}

/// A snap line, with the distance that it bridges.
pub(super) fn guide(scene: &mut Scene, guide: &Measured, scale: f64, lang: Lang) {
    if guide.from == guide.to {
        return met(scene, guide.from, scale);
    }
    let whole = Path::segment(guide.from, guide.to);
    match guide.metres {
        Some(metres) => {
            scene.draw(whole, line(Ink::Seal, 1.2));
            for end in [guide.from, guide.to] {
                scene.draw(Path::circle(end, 2.6 / scale), fill(Ink::Seal));
            }
            let text = metres_text(metres, lang);
            scene.marks.push(card(
                guide.from.middle(guide.to),
                (0.0, 0.0),
                &text,
                Ink::Seal,
                Ink::Raised,
            ));
        }
        None => scene.draw(
            whole,
            line(Ink::Seal, 1.0)
                .dashed(Length::Px(5.0), Length::Px(4.0))
                .faint(0.85),
        ),
    }
}

/// A place that was met: a corner, a middle, a point of the grid.
fn met(scene: &mut Scene, at: WorldPt, scale: f64) {
    let (near, far) = (2.0 / scale, 7.0 / scale);
    let arms = [(1.0, 1.0), (1.0, -1.0), (-1.0, 1.0), (-1.0, -1.0)].map(|(x, y)| {
        let arm = WorldVec::new(x, y);
        Path::segment(at + arm * near, at + arm * far)
    });
    let arms = Path::all(arms);
    scene.draw(arms.clone(), line(Ink::Raised, 4.0));
    scene.draw(arms, line(Ink::Seal, 1.8));
}

pub(super) fn handles(scene: &mut Scene, input: &Overlay) {
    if !input.frame.is_empty() {
        let frame = Path::ring(input.frame.iter().copied());
        scene.draw(frame.clone(), line(Ink::Raised, 3.0).faint(0.7));
        scene.draw(frame, line(Ink::Seal, 1.0).faint(0.8));
    }
    if let Some((from, to)) = input.stem {
        scene.draw(Path::segment(from, to), line(Ink::Seal, 1.4));
    }
    for handle in &input.handles {
        scene.marks.push(Mark::Pinned {
            at: handle.at,
            turn: 0.0,
            marks: disc(handle),
        });
    }
}

fn disc(handle: &Handle) -> Vec<Mark> {
    let mut scene = Scene::default();
    let zero = pt(0.0, 0.0);
    let radius = match handle.kind {
        HandleKind::Insert(_) => HANDLE_PX * 0.32,
        _ => HANDLE_PX / 2.0 - 1.0,
    };
    let (ground, ink) = if handle.active {
        (Ink::Seal, Ink::Raised)
    } else {
        (Ink::Raised, Ink::Seal)
    };
    scene.draw(Path::circle(pt(0.0, -1.0), radius + 1.0), wash(Ink::Shadow, 0.18));
    scene.draw(Path::circle(zero, radius), fill(ground).lined(Ink::Seal, 2.0));
    match handle.kind {
        HandleKind::Turn => {
            scene.draw(Path::arc(zero, 5.2, 130.0, 280.0), line(ink, 1.8));
            scene.draw(
                Path::ring([pt(-6.3, 6.2), pt(-5.6, 0.8), pt(-1.2, 4.2)]),
                fill(ink),
            );
        }
        HandleKind::Insert(_) => {
            let plus =
                Path::segment(pt(-3.2, 0.0), pt(3.2, 0.0)).and(Path::segment(pt(0.0, -3.2), pt(0.0, 3.2)));
            scene.draw(plus, line(ink, 1.5));
        }
        HandleKind::Corner(_) => scene.draw(Path::circle(zero, 3.6), fill(ink)),
        HandleKind::Size(..) => {}
    }
    scene.marks
}

pub(super) fn angle(scene: &mut Scene, angle: &AngleMark) {
    let text = format!("{:.0}°", angle.degrees);
    let (ink, ground) = if angle.snapped {
        (Ink::Raised, Ink::Seal)
    } else {
        (Ink::Seal, Ink::Raised)
    };
    scene.marks.push(card(angle.at, (0.0, 0.0), &text, ink, ground));
}

pub(super) fn marquee(scene: &mut Scene, corners: &[WorldPt]) {
    scene.draw(
        Path::ring(corners.iter().copied()),
        wash(Ink::Seal, 0.08)
            .lined(Ink::Seal, 1.2)
            .dashed(Length::Px(5.0), Length::Px(3.0)),
    );
}

pub(super) fn sketch(scene: &mut Scene, sketch: &Sketch, view: &View, lang: Lang) {
    let ink = if sketch.crosses { Ink::Must } else { Ink::Seal };
    let points = || sketch.corners.iter().copied().chain(sketch.next);
    if sketch.area {
        scene.draw(Path::ring(points()), wash(ink, 0.12));
    } else {
        scene.draw(
            Path::open(points()),
            super::super::band(ink, sketch.width).faint(0.18),
        );
    }
    let whole = sketch.area && sketch.next.is_none() && sketch.corners.len() > 2;
    let edge = if whole {
        Path::ring(points())
    } else {
        Path::open(points().take(sketch.corners.len()))
    };
    scene.draw(edge, line(ink, 2.0));
    // The side that will close it is not drawn by a hand yet: it is only hinted at.
    if let (true, false, [first, _, _, .., last]) = (sketch.area, whole, sketch.corners.as_slice()) {
        let end = sketch.next.unwrap_or(*last);
        let style = line(ink, 1.2).dashed(Length::Px(3.0), Length::Px(5.0));
        scene.draw(Path::segment(end, *first), style.faint(0.7));
    }
    if let (Some(last), Some(next)) = (sketch.corners.last(), sketch.next) {
        let style = line(ink, 1.6).dashed(Length::Px(6.0), Length::Px(4.0));
        scene.draw(Path::segment(*last, next), style);
        let live = Measured::between(*last, next);
        if last.distance(next) * view.scale > 30.0 {
            dimension(scene, &live, view, lang);
        }
    }
    for (i, corner) in sketch.corners.iter().enumerate() {
        let active = i == 0 && sketch.closes;
        let handle = Handle {
            kind: HandleKind::Corner(i),
            at: *corner,
            active,
        };
        scene.marks.push(Mark::Pinned {
            at: *corner,
            turn: 0.0,
            marks: disc(&handle),
        });
    }
}

/// The cross that the keys move: seen on anything, by a light line under the red one.
pub(super) fn cross(scene: &mut Scene, at: WorldPt) {
    let mut own = Scene::default();
    let arm = |x: f64, y: f64| Path::segment(pt(x * 5.0, y * 5.0), pt(x * 16.0, y * 16.0));
    let path = Path::all([arm(1.0, 0.0), arm(-1.0, 0.0), arm(0.0, 1.0), arm(0.0, -1.0)]);
    own.draw(path.clone(), line(Ink::Raised, 5.0));
    own.draw(path, line(Ink::Seal, 2.2));
    own.draw(Path::circle(pt(0.0, 0.0), 1.8), fill(Ink::Seal));
    scene.marks.push(Mark::Pinned {
        at,
        turn: 0.0,
        marks: own.marks,
    });
}
