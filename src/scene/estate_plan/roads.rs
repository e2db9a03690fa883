//! Streets of the city, roads with their kerbs, fire lanes, gates.

use crate::estate::{Class, Estate, Feature, GateUse, RoadUse, Shape};

use super::super::path::pt;
use super::super::{Detail, Ink, Length, Mark, Path, Scene, fill, line};
use super::ground::point;
use super::of_class;

/// Width in metres of a road that does not say.
const WIDTH_M: f64 = 3.5;
/// Width of a kerb in pixels; half of it shows beside the ground.
const KERB_PX: f64 = 2.0;

/// The roads. Each kind is one area of parts that lie over each other: its kerbs are drawn first and its ground over
/// them, so that kerbs run round corners and not across junctions.
pub(super) struct Roads {
    city: Path,
    city_middles: Path,
    inner: Path,
    fire: Path,
}

impl Roads {
    pub fn new(estate: &Estate) -> Self {
        let is_road = |f: &Feature| matches!(f.class, Class::Road { .. });
        let (mut city, mut inner, mut fire) = (Path::default(), Path::default(), Path::default());
        let mut middles = Path::default();
        for feature in of_class(estate, is_road) {
            let Class::Road {
                usage,
                fire: is_fire,
                width,
            } = feature.class
            else {
                continue;
            };
            let ground = match &feature.shape {
                Shape::Area(edge, holes) => Path::of_area(edge, holes),
                Shape::Line(line) => {
                    if usage == RoadUse::City {
                        middles.add(Path::of_line(line));
                    }
                    Path::strip(line, width.unwrap_or(WIDTH_M))
                }
                Shape::Point(_) => continue,
            };
            if usage == RoadUse::City {
                city.add(ground);
            } else {
                if is_fire {
                    fire.add(ground.clone());
                }
                inner.add(ground);
            }
        }
        Self {
            city,
            city_middles: middles,
            inner,
            fire,
        }
    }
    pub fn draw(&self, scene: &mut Scene, estate: &Estate, detail: Detail) {
        // On the smallest pictures a kerb is no line that anybody sees.
        let shows_kerbs = detail.shows(1.0, 1.2);
        if shows_kerbs {
            scene.draw(self.city.clone(), line(Ink::Kerb, KERB_PX));
        }
        scene.draw(self.city.clone(), fill(Ink::Street));
        if shows_kerbs {
            let middle = line(Ink::Marking, 1.2).dashed(Length::Metres(4.0), Length::Metres(4.0));
            scene.draw(self.city_middles.clone(), middle.faint(0.8));
            scene.draw(self.inner.clone(), line(Ink::Kerb, KERB_PX));
            let edge = line(Ink::FireLane, 2.2 * KERB_PX).dashed(Length::Px(6.0), Length::Px(5.0));
            scene.draw(self.fire.clone(), edge.faint(0.62));
        }
        scene.draw(self.inner.clone(), fill(Ink::Road));
        for feature in of_class(estate, |f| matches!(f.class, Class::Gate { .. })) {
            if let (Class::Gate { usage }, Some(at)) = (&feature.class, point(&feature.shape)) {
                scene.marks.push(Mark::Pinned {
                    at,
                    turn: 0.0,
                    marks: gate_sign(*usage, if detail.shows(1.0, 1.3) { 1.0 } else { 0.55 }),
                });
            }
        }
    }
}

/// A gate as the sign 门 is drawn: two posts and a beam, larger for vehicles.
fn gate_sign(usage: GateUse, size: f64) -> Vec<Mark> {
    let k = if usage == GateUse::Vehicle {
        size
    } else {
        0.75 * size
    };
    let mut scene = Scene::default();
    scene.draw(
        Path::rounded(pt(0.0, 0.0), 18.0 * k, 18.0 * k, 5.0 * k),
        fill(Ink::Raised).lined(Ink::InkSoft, 1.0),
    );
    let posts = Path::open([
        pt(-5.0 * k, -5.0 * k),
        pt(-5.0 * k, 4.0 * k),
        pt(5.0 * k, 4.0 * k),
        pt(5.0 * k, -5.0 * k),
    ]);
    scene.draw(posts, line(Ink::Ink, 1.8 * k));
    scene.draw(
        Path::segment(pt(-6.5 * k, 4.0 * k), pt(6.5 * k, 4.0 * k)),
        line(Ink::Ink, 1.8 * k),
    );
    scene.marks
}
