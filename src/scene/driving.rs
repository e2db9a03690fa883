//! A vehicle driven over the plan as a picture: where it gets, what stops it, and its way to one door.

use std::cell::Cell;
use std::fmt::Write;

use crate::geometry::{Bounds, Outline, Turn, View, WorldPt, WorldVec};
use crate::rules::{Drives, StopBy};

use super::path::pt;
use super::{Ink, Label, Length, Mark, Path, Scene, Shot, fill, line, wash};

/// How far around a way or a stop the picture shows the plan, in metres.
const AROUND_M: f64 = 14.0;
/// How fast the engine is shown to drive, in metres a second of the picture: quicker than it would.
const SPEED: f64 = 16.0;
/// Poses a metre.
const POSES: f64 = 2.0;

/// What of the drives a picture looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LooksAt {
    /// The whole estate.
    #[default]
    All,
    /// The way to a door, by its number.
    Door(usize),
    /// A stop, by its number.
    Stop(usize),
}

fn at(point: [f64; 2]) -> WorldPt {
    WorldPt::new(point[0], point[1])
}

/// The ways, the doors with whether they are reached, and what stops the vehicle.
pub fn drive_scene(drives: &Drives, looks_at: LooksAt, view: &View) -> Scene {
    let mut scene = Scene::default();
    let chosen = match looks_at {
        LooksAt::Door(door) => drives.doors.get(door).and_then(|door| door.route),
        _ => None,
    };
    for door in drives.doors.iter().filter(|door| door.reached) {
        if let Some(route) = door.route.filter(|route| Some(*route) != chosen) {
            let way = Path::open(drives.routes[route].line.iter().map(|p| at(*p)));
            scene.draw(way, line(Ink::Jade, 2.0));
        }
    }
    if let Some(route) = chosen {
        swept(&mut scene, drives, route);
    }
    for stop in &drives.stops {
        match stop.by {
            StopBy::Gap { from, to, left, .. } => gap(&mut scene, (at(from), at(to)), left, view),
            StopBy::Bend { at: middle, left, .. } => bend(&mut scene, at(middle), left, view),
        }
    }
    for (number, door) in drives.doors.iter().enumerate() {
        let mut own = Scene::default();
        let grown = if looks_at == LooksAt::Door(number) {
            1.5
        } else {
            1.0
        };
        if door.reached {
            own.draw(
                Path::circle(pt(0.0, 0.0), 4.0 * grown),
                fill(Ink::Jade).lined(Ink::Raised, 1.5),
            );
        } else {
            let square = Path::rectangle(pt(0.0, 0.0), 11.0 * grown, 11.0 * grown);
            own.draw(square, fill(Ink::Must).lined(Ink::Raised, 1.5));
            let cross =
                Path::segment(pt(-3.0, -3.0), pt(3.0, 3.0)).and(Path::segment(pt(-3.0, 3.0), pt(3.0, -3.0)));
            own.draw(cross, line(Ink::Raised, 1.6));
        }
        scene.marks.push(Mark::Pinned {
            at: at(door.at),
            turn: 0.0,
            marks: own.marks,
        });
        if let Some(away) = door.away.filter(|_| !door.reached) {
            let up = WorldVec::new(0.0, 14.0 / view.scale).turned(-view.turn);
            let text = format!("{away:.0} m");
            let label = Label::new(at(door.at) + up, text, Length::Px(11.0), Ink::Must);
            scene.marks.push(Mark::Label(label));
        }
    }
    scene
}

/// The ground that the body sweeps, and its line.
fn swept(scene: &mut Scene, drives: &Drives, route: usize) {
    let route = &drives.routes[route];
    let bodies: Vec<Outline> = route
        .poses
        .iter()
        .map(|(middle, heading)| body(drives, *middle, *heading))
        .collect();
    let swept = crate::geometry::Region::union_of(&bodies);
    scene.draw(
        Path::of_region(&swept),
        wash(Ink::Seal, 0.22).lined(Ink::Seal, 1.2),
    );
    scene.draw(
        Path::open(route.line.iter().map(|p| at(*p))),
        line(Ink::Seal, 1.6),
    );
    if let Some((middle, heading)) = route.poses.last() {
        let body = body(drives, *middle, *heading);
        scene.draw(Path::of_outline(&body), fill(Ink::Seal).lined(Ink::Raised, 1.5));
    }
}

fn body(drives: &Drives, middle: [f64; 2], heading: [f64; 2]) -> Outline {
    let heading = WorldVec::new(heading[0], heading[1]);
    let turn = Turn::default().by(heading.degrees());
    Outline::rectangle(
        at(middle),
        WorldVec::new(drives.body.0, drives.body.1),
        turn.degrees(),
    )
}

/// What is left where the vehicle is stopped, with its length.
fn gap(scene: &mut Scene, (from, to): (WorldPt, WorldPt), left: f64, view: &View) {
    let Some(along) = (to - from).unit() else { return };
    let tick = along.left() * view.metres_from_pixels(6.0);
    let path = Path::segment(from, to)
        .and(Path::segment(from - tick, from + tick))
        .and(Path::segment(to - tick, to + tick));
    scene.draw(path.clone(), line(Ink::Raised, 5.0));
    scene.draw(path, line(Ink::Must, 2.6));
    beside(scene, from.middle(to), format!("{left:.2} m"), view);
}

/// A bend that is too tight, with the inner radius that is left.
fn bend(scene: &mut Scene, middle: WorldPt, left: f64, view: &View) {
    let ring = Path::circle(middle, view.metres_from_pixels(9.0));
    scene.draw(ring.clone(), line(Ink::Raised, 5.0));
    scene.draw(ring, line(Ink::Must, 2.6));
    beside(scene, middle, format!("R {left:.1} m"), view);
}

/// A number to the right of a place on the screen.
fn beside(scene: &mut Scene, place: WorldPt, text: String, view: &View) {
    let right = WorldVec::new(34.0, 0.0) / view.scale;
    let place = place + right.turned(-view.turn);
    scene
        .marks
        .push(Mark::Label(Label::new(place, text, Length::Px(14.0), Ink::Must)));
}

/// The box that a picture of the drives shows.
fn looked_at(drives: &Drives, looks_at: LooksAt) -> Option<Bounds> {
    let points = match looks_at {
        LooksAt::All => return None,
        LooksAt::Door(door) => {
            let door = drives.doors.get(door)?;
            let way = door.route.map(|route| drives.routes[route].line.as_slice());
            let mut points: Vec<WorldPt> = way.unwrap_or_default().iter().map(|p| at(*p)).collect();
            points.push(at(door.at));
            points
        }
        LooksAt::Stop(stop) => {
            let stop = drives.stops.get(stop)?;
            match stop.by {
                StopBy::Gap { from, to, .. } => vec![at(from), at(to)],
                StopBy::Bend { at: middle, .. } => vec![at(middle)],
            }
        }
    };
    Some(Bounds::of(points)?.grown(AROUND_M))
}

impl Shot<'_> {
    /// The plan with a vehicle's ways over it, as SVG text; it drives along the way to the chosen
    /// door again and again where it is asked to.
    pub fn driving(&self, drives: &Drives, looks_at: LooksAt, plays: bool) -> String {
        let bounds = looked_at(drives, looks_at).unwrap_or(self.plan.bounds());
        let seen = Cell::new(None);
        let mut text = self.picture(bounds, 8.0, |scene, view| {
            seen.set(Some(*view));
            scene.over(drive_scene(drives, looks_at, view));
        });
        let LooksAt::Door(door) = looks_at else {
            return text;
        };
        let route = drives.doors.get(door).and_then(|door| door.route);
        if let (true, Some(route), Some(view)) = (plays, route, seen.get()) {
            let engine = moving(drives, route, &view, &self.theme.colour(Ink::Seal).hex());
            if let Some(end) = text.rfind("</svg>") {
                text.insert_str(end, &engine);
            }
        }
        text
    }
}

/// The body that moves along a way, as SVG text.
fn moving(drives: &Drives, route: usize, view: &View, colour: &str) -> String {
    let route = &drives.routes[route];
    let mut way = String::new();
    for (number, (middle, _)) in route.poses.iter().enumerate() {
        let seen = view.screen_from_world(at(*middle));
        let _ = write!(
            way,
            "{}{:.1} {:.1}",
            if number == 0 { 'M' } else { 'L' },
            seen.x,
            seen.y
        );
    }
    let (long, wide) = (drives.body.0 * view.scale, drives.body.1 * view.scale);
    let seconds = (route.poses.len() as f64 / POSES / SPEED).max(2.0);
    format!(
        "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"{long:.1}\" height=\"{wide:.1}\" rx=\"2\" fill=\"{colour}\" stroke=\"#fff\">\
         <animateMotion path=\"{way}\" dur=\"{seconds:.1}s\" rotate=\"auto\" repeatCount=\"indefinite\"/></rect>",
        -long / 2.0,
        -wide / 2.0,
    )
}
