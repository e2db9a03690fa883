//! House numbers, storeys, names of roads and places: biggest first, never on a door.

use crate::estate::{Class, Estate, Feature, RoadUse, Shape};
use crate::geometry::{Outline, Segment, WorldPt, WorldVec};

use super::super::label::{Wanted, placed};
use super::super::{Detail, Ink, Label, Length, Mark, Scene, Shown};
use super::buildings::Buildings;

/// How the sheet is seen: at which detail, and how many degrees anticlockwise it lies turned.
#[derive(Clone, Copy)]
pub(super) struct Sight {
    pub detail: Detail,
    pub turn: f64,
}

impl Sight {
    /// So many pixels to the right and up on the screen, as a step on the sheet.
    fn step(self, right: f64, up: f64) -> WorldVec {
        WorldVec::new(right, up).turned(-self.turn)
    }
}

/// A label that would like to be shown, with the box that it needs.
struct Candidate {
    label: Label,
    wanted: Wanted,
}

pub(super) fn draw(scene: &mut Scene, estate: &Estate, buildings: &Buildings, shown: Shown, sight: Sight) {
    let detail = sight.detail;
    let mut candidates = Vec::new();
    for feature in estate
        .features()
        .iter()
        .filter(|feature| shown.shows(&feature.class))
    {
        match &feature.class {
            Class::Building { storeys, .. } => building(&mut candidates, feature, *storeys, sight),
            Class::Road { usage, .. } => candidates.extend(road(feature, *usage, sight)),
            Class::Green | Class::Activity | Class::Paving | Class::Water | Class::Gate { .. } => {
                candidates.extend(place(feature, sight));
            }
            _ => {}
        }
    }
    let doors = if detail.shows(1.0, 2.5) {
        buildings.door_boxes()
    } else {
        Vec::new()
    };
    let (mut labels, wanted): (Vec<_>, Vec<_>) = candidates.into_iter().map(|c| (c.label, c.wanted)).unzip();
    for (i, chosen) in placed(&wanted, &doors).into_iter().enumerate() {
        if let Some(place) = chosen {
            labels[i].at = wanted[i].places[place];
            show(scene, &labels[i], sight);
        }
    }
}

/// A label as its script is written: a Chinese name along a road that runs up the screen stands
/// character over character, each upright; everything else is one turned line.
fn show(scene: &mut Scene, label: &Label, sight: Sight) {
    let is_chinese = label.text.chars().all(|c| c >= '\u{2e80}');
    let seen = label.screen_turn(sight.turn);
    if !is_chinese || seen.abs() < 60.0 {
        scene.marks.push(Mark::Label(label.clone()));
        return;
    }
    let up = WorldVec::toward(seen - sight.turn) * seen.signum();
    let pitch = label.size.metres(sight.detail.scale()) * 1.08;
    let count = label.text.chars().count() as f64;
    for (i, c) in label.text.chars().enumerate() {
        let down = pitch * (i as f64 - (count - 1.0) / 2.0);
        let own = Label {
            at: label.at - up * down,
            text: c.to_string(),
            turn: None,
            ..label.clone()
        };
        scene.marks.push(Mark::Label(own));
    }
}

/// A label with the box that its text needs at a detail.
fn candidate(label: Label, rank: f64, sight: Sight) -> Candidate {
    let em = label.size.metres(sight.detail.scale());
    let half = WorldVec::new(Label::width_in_ems(&label.text) * em / 2.0 + em * 0.25, em * 0.62);
    let wanted = Wanted {
        places: vec![label.at],
        half,
        turn: label.turn.unwrap_or(-sight.turn),
        rank,
    };
    Candidate { label, wanted }
}

fn building(candidates: &mut Vec<Candidate>, feature: &Feature, storeys: Option<f64>, sight: Sight) {
    let detail = sight.detail;
    let Some(edge) = feature.shape.outline() else {
        return;
    };
    let middle = edge.label_point();
    let bounds = edge.bounds();
    let scale = detail.scale();
    let number = house_number(&feature.name);
    let metres = |wanted: f64| wanted.min(bounds.height().min(bounds.width()) * 0.55).max(0.5);
    if let Some(number) = number {
        // Large in metres, and never so small on the screen that it cannot be read.
        let size = if metres(6.0) * scale < 12.0 {
            Length::Px(12.0)
        } else {
            Length::Metres(metres(6.0))
        };
        let mut label = Label::new(middle, number, size, Ink::BuildingText);
        label.bold = true;
        if bounds.width().max(bounds.height()) * scale > 16.0 {
            candidates.push(candidate(label, 100.0, sight));
        }
    } else if !feature.name.is_empty() {
        let px = (2.2 * scale).clamp(11.0, 20.0);
        let label = Label::new(middle, &*feature.name, Length::Px(px), Ink::BuildingText);
        let fits = Label::width_in_ems(&feature.name) * px < (bounds.width() * scale * 1.6).max(30.0);
        if fits && edge.area().sqrt() * scale > 12.0 {
            let mut wish = candidate(label, 60.0 + edge.area().sqrt() * 0.1, sight);
            let below = bounds.height() / 2.0 + px * 0.8 / scale;
            wish.wanted.places.push(middle + sight.step(0.0, -below));
            wish.wanted.places.push(middle + sight.step(0.0, below));
            candidates.push(wish);
        }
    }
    if let Some(storeys) = storeys
        && detail.shows(1.0, 4.5)
        && number.is_some()
    {
        let side = WorldVec::toward(longest(edge).map_or(0.0, |s| (s.to - s.from).degrees()));
        let reach = bounds.width().max(bounds.height()) / 2.0 - 2.6;
        let step = if side.x.abs() > 0.3 {
            side * side.x.signum()
        } else {
            side
        } * reach.max(0.0);
        let label = Label::new(
            middle + step,
            format!("{storeys:.0}F"),
            Length::Px((1.6 * scale).clamp(10.0, 16.0)),
            Ink::RoadName,
        );
        candidates.push(candidate(label, 10.0, sight));
    }
}

/// The digits at the front of a house's name: `7号楼` is 7. None for a house with another name.
fn house_number(name: &str) -> Option<&str> {
    let end = name.find(|c: char| !c.is_ascii_digit()).unwrap_or(name.len());
    let rest = &name[end..];
    let known =
        rest.is_empty() || rest.starts_with('号') || rest.starts_with('#') || rest.chars().count() <= 1;
    (end > 0 && end <= 4 && known).then(|| &name[..end])
}

fn road(feature: &Feature, usage: RoadUse, sight: Sight) -> Option<Candidate> {
    // From so far that a whole estate is as large as a thumb, names only hide it.
    if feature.name.is_empty() || !sight.detail.shows(1.0, 0.45) {
        return None;
    }
    let along: Segment = match &feature.shape {
        Shape::Line(line) => line.segments().max_by(|a, b| a.length().total_cmp(&b.length()))?,
        Shape::Area(edge, _) => middle_of(edge)?,
        Shape::Point(_) => return None,
    };
    let px = match usage {
        RoadUse::City => 14.0,
        RoadUse::Main | RoadUse::Ring => 12.0,
        RoadUse::Path => 11.0,
    };
    if Label::width_in_ems(&feature.name) * px > along.length() * sight.detail.scale() {
        return None;
    }
    let at = |share: f64| along.from + (along.to - along.from) * share;
    let mut label = Label::new(at(0.5), &*feature.name, Length::Px(px), Ink::RoadName);
    label.turn = Some((along.to - along.from).degrees());
    label.halo = label.halo.map(|mut halo| {
        halo.ink = if usage == RoadUse::City {
            Ink::Street
        } else {
            Ink::Road
        };
        halo
    });
    let mut wish = candidate(label, 40.0 + px, sight);
    wish.wanted.places.extend([0.35, 0.65, 0.2, 0.8].map(at));
    Some(wish)
}

/// The middle line of a long area, between the middles of its two ends, as far as one straight
/// piece tells it.
fn middle_of(edge: &Outline) -> Option<Segment> {
    let side = longest(edge)?;
    let along = (side.to - side.from).unit()?;
    let middle = edge.label_point();
    let half = along * (side.length() / 2.0);
    let centre = WorldPt::new(middle.x, middle.y);
    Some(Segment {
        from: centre - half,
        to: centre + half,
    })
}

fn longest(edge: &Outline) -> Option<Segment> {
    edge.sides().max_by(|a, b| a.length().total_cmp(&b.length()))
}

fn place(feature: &Feature, sight: Sight) -> Option<Candidate> {
    if feature.name.is_empty() {
        return None;
    }
    let scale = sight.detail.scale();
    let (at, reach) = match &feature.shape {
        Shape::Point(p) => (*p, 14.0),
        Shape::Area(edge, _) => (edge.label_point(), edge.bounds().width()),
        Shape::Line(_) => return None,
    };
    let px = 12.0;
    let width = Label::width_in_ems(&feature.name) * px;
    if width > reach * scale * 1.2 {
        return None;
    }
    let mut wish = candidate(
        Label::new(at, &*feature.name, Length::Px(px), Ink::InkSoft),
        30.0,
        sight,
    );
    if matches!(feature.shape, Shape::Point(_)) {
        // Beside the gate's sign, not on it.
        let (side, up) = ((width / 2.0 + 14.0) / scale, 18.0 / scale);
        wish.wanted.places = [(side, 0.0), (-side, 0.0), (0.0, up), (0.0, -up)]
            .map(|(x, y)| at + sight.step(x, y))
            .to_vec();
    }
    Some(wish)
}
