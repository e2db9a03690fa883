//! Buildings: warm grey, hatched, a darker south edge, a soft shadow, stair doors as notches.

use std::sync::Arc;

use crate::estate::{BuildingUse, Class, Estate, Feature, Shape};
use crate::geometry::{Bounds, Outline, Segment, WorldPt, WorldVec, inset};

use super::super::{Detail, Ink, Length, Path, Scene, Tile, fill, line, tiled, wash};
use super::of_class;

/// Metres of shadow toward the north for a metre of height. Short on purpose: the plan shows
/// that houses are high, the sun rule says what they shade.
const SHADOW: f64 = 0.16;
/// How far within the walls the parapet is drawn, in metres.
const PARAPET_M: f64 = 0.7;

/// The buildings prepared.
pub(super) struct Buildings {
    houses: Path,
    sheds: Path,
    to_remove: Path,
    parapets: Path,
    south: Path,
    shadow: Path,
    doors: Vec<Door>,
}

/// A stair door: a place in a wall.
struct Door {
    at: WorldPt,
    /// The unit step out of the building.
    out: WorldVec,
}

impl Buildings {
    pub fn new(estate: &Estate) -> Self {
        let mut all = Self {
            houses: Path::default(),
            sheds: Path::default(),
            to_remove: Path::default(),
            parapets: Path::default(),
            south: Path::default(),
            shadow: Path::default(),
            doors: doors(estate),
        };
        for feature in estate.buildings() {
            let (Class::Building { usage, remove, .. }, Shape::Area(edge, holes)) =
                (&feature.class, &feature.shape)
            else {
                continue;
            };
            let path = Path::of_area(edge, holes);
            let low = matches!(usage, BuildingUse::Shed | BuildingUse::Substation);
            let tall = feature.class.building_height().unwrap_or(0.0);
            let step = WorldVec::new(0.3, 1.0) * (tall.clamp(0.0, 60.0) * SHADOW);
            all.shadow.add(Path::swept_beyond(edge, step));
            let south = edge.sides().filter(faces_south);
            all.south
                .add(Path::all(south.map(|side| Path::segment(side.from, side.to))));
            if !low {
                all.parapets.add(Path::ring(inset(edge, PARAPET_M)));
            }
            if *remove {
                all.to_remove.add(path.clone());
            }
            if low { &mut all.sheds } else { &mut all.houses }.add(path);
        }
        all
    }
    pub fn draw(&self, scene: &mut Scene, detail: Detail) {
        // Some three pixels of a tenth of grey are seen by nobody.
        if detail.shows(1.0, 1.2) {
            scene.draw(self.shadow.clone(), wash(Ink::Shadow, 0.1));
        }
        scene.draw(self.houses.clone(), fill(Ink::Building));
        scene.draw(self.sheds.clone(), fill(Ink::Shed));
        if detail.shows(1.0, 1.4) {
            let hatch = tiled(Tile::Hatch, Ink::BuildingHatch, 0.55, Length::Px(9.0));
            scene.draw(self.houses.clone(), hatch);
            scene.draw(
                self.sheds.clone(),
                tiled(Tile::Lines, Ink::BuildingHatch, 0.9, Length::Px(5.0)),
            );
        }
        if detail.shows(1.0, 3.5) {
            scene.draw(self.parapets.clone(), line(Ink::BuildingLine, 0.7).faint(0.7));
        }
        let thin = if detail.shows(1.0, 2.5) { 1.2 } else { 0.9 };
        scene.draw(self.houses.clone(), line(Ink::BuildingLine, thin));
        scene.draw(self.sheds.clone(), line(Ink::BuildingLine, 0.8));
        scene.draw(
            self.south.clone(),
            line(Ink::BuildingSouth, 2.0 * thin).ends(false),
        );
        // What may be taken away says so by a dashed edge.
        let leaving = line(Ink::InkSoft, 1.4).dashed(Length::Px(4.0), Length::Px(3.0));
        scene.draw(self.to_remove.clone(), leaving);
        if detail.shows(1.0, 2.5) {
            self.doors.iter().for_each(|door| door.draw(scene));
        }
    }
    /// The boxes that no label may cover.
    pub fn door_boxes(&self) -> Vec<Bounds> {
        let around = |door: &Door| {
            let middle = door.at + door.out * 0.3;
            Bounds {
                min: middle,
                max: middle,
            }
            .grown(1.1)
        };
        self.doors.iter().map(around).collect()
    }
}

impl Door {
    /// A notch in the wall, and a small triangle that points in.
    fn draw(&self, scene: &mut Scene) {
        let (out, along) = (self.out, self.out.left());
        let at = |x: f64, y: f64| self.at + along * x + out * y;
        let notch = Path::ring([at(-0.8, 0.12), at(-0.8, -1.0), at(0.8, -1.0), at(0.8, 0.12)]);
        scene.draw(notch.clone(), fill(Ink::Raised));
        let jambs = Path::open([at(-0.8, 0.12), at(-0.8, -1.0), at(0.8, -1.0), at(0.8, 0.12)]);
        scene.draw(jambs, line(Ink::BuildingSouth, 1.2));
        scene.draw(
            Path::ring([at(0.0, -0.55), at(0.62, 0.75), at(-0.62, 0.75)]),
            fill(Ink::BuildingSouth),
        );
    }
}

fn doors(estate: &Estate) -> Vec<Door> {
    let wall_of = |feature: &Arc<Feature>| -> Option<Door> {
        let Shape::Point(at) = feature.shape else {
            return None;
        };
        let near = Bounds { min: at, max: at }.grown(3.0);
        let sides = estate
            .in_box(near)
            .filter(|f| matches!(f.class, Class::Building { .. }))
            .filter_map(|f| f.shape.outline())
            .flat_map(Outline::sides);
        let wall = sides.min_by(|a, b| a.nearest(at).distance(at).total_cmp(&b.nearest(at).distance(at)))?;
        Some(Door {
            at: wall.nearest(at),
            out: -(wall.to - wall.from).unit()?.left(),
        })
    };
    of_class(estate, |f| matches!(f.class, Class::Door { .. }))
        .filter_map(wall_of)
        .collect()
}

/// Whether a side of an anticlockwise outline looks south.
fn faces_south(side: &Segment) -> bool {
    (side.to - side.from).unit().is_some_and(|along| along.x > 0.6)
}
