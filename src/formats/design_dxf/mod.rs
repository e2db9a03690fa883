//! A design on its estate for CAD (DXF R2007): layers named in Chinese and English, blocks, closed lines at true
//! size in metres. Each placed thing carries what it is, so that the file can come back ([`read`]).

mod blocks;
mod file;
mod layers;
mod lying;
mod read;
mod structure;

pub(crate) use lying::coordinates;
pub use read::read;

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::design::stored::DesignName;
use crate::design::{Design, Placement, PlacementShape};
use crate::estate::{Class, Feature, Shape};
use crate::geometry::{Bounds, Outline, Region, WorldPt};
use crate::project::{Project, in_language};
use crate::rules::size_of;
use crate::text::{Lang, Message, say};

use super::carried::{self, Parts};
use super::placed_grid::PlacedGrid;
use blocks::{lines_of, of_thing, old_tree, sign};
use file::{Drawing, Form, Thing};
use layers::{EDGES, NOTES, layer, layer_of_class, layer_of_kind};

/// The names under which a stored thing has its place, which the geometry says here.
const PLACE: [&str; 6] = ["at", "size", "turn", "outline", "path", "width"];
/// The height of letters in metres: 2.5 mm at 1:200.
const LETTERS_M: f64 = 0.5;

/// The design as a DXF file, in the metres of the sheet.
pub fn write(project: &Project, design: &Design, name: &DesignName, lang: Lang) -> Vec<u8> {
    write_on(project, design, name, lang, None)
}

/// The design as a DXF file, in the metres of a grid that reaches it, or of the sheet.
pub(crate) fn write_on(
    project: &Project,
    design: &Design,
    name: &DesignName,
    lang: Lang,
    grid: Option<&PlacedGrid>,
) -> Vec<u8> {
    let mut drawing = Drawing {
        layers: layers::all(),
        ..Drawing::default()
    };
    drawing.blocks.push(old_tree());
    for (class, radius) in SIGNS {
        drawing.blocks.push(sign(&block_of_class(class), radius));
    }
    for feature in project.estate.features() {
        old(&mut drawing, feature);
    }
    let Parts { head, things, wishes } = carried::parts(design);
    let mut known: BTreeMap<String, String> = BTreeMap::new();
    for (thing, row) in design.placements().iter().zip(things) {
        new(&mut drawing, project, thing, row, &mut known, lang);
    }
    for wish in wishes {
        let at = design
            .wishes()
            .iter()
            .find(|own| Some(own.id.as_str()) == wish["id"].as_str());
        note(&mut drawing, at.and_then(|wish| wish.at), &wish, project);
    }
    let bounds = bounds_of(project, design);
    title(&mut drawing, project, design, name, head, bounds, lang);
    drawing.bounds = [[bounds.min.x, bounds.min.y], [bounds.max.x, bounds.max.y]];
    lying::say(&mut drawing, project.estate.frame, grid, bounds, lang);
    if let Some(grid) = grid {
        lying::lay(&mut drawing, grid);
    }
    drawing.write().into_bytes()
}

pub(crate) fn bounds_of(project: &Project, design: &Design) -> Bounds {
    let things = design.placements().iter().map(|thing| thing.shape.bounds());
    things.fold(project.estate.bounds(), Bounds::joined)
}

/// The classes of points of the estate, each with the radius of its sign in metres.
const SIGNS: [(&str, f64); 7] = [
    ("door", 0.6),
    ("gate", 1.0),
    ("manhole", 0.35),
    ("hydrant", 0.4),
    ("lamp", 0.3),
    ("substation", 1.0),
    ("septic", 1.0),
];

fn block_of_class(class: &str) -> String {
    format!("MULIN_{}", class.to_uppercase())
}

fn pair(p: WorldPt) -> [f64; 2] {
    [p.x, p.y]
}

fn ring(outline: &Outline) -> Form {
    Form::Lines {
        points: outline.corners().iter().map(|p| pair(*p)).collect(),
        closed: true,
        width: 0.0,
    }
}

/// The edges of ground on a layer.
fn rings_of(region: &Region, layer: &str) -> Vec<Thing> {
    let mut things = Vec::new();
    for (edge, holes) in region.pieces() {
        let rings = std::iter::once(&edge).chain(&holes);
        things.extend(rings.map(|outline| Thing {
            layer: layer.to_owned(),
            form: ring(outline),
            carried: None,
        }));
    }
    things
}

/// What is there.
fn old(drawing: &mut Drawing, feature: &Feature) {
    let on = layer_of_class(&feature.class);
    let mut add = |form: Form| {
        drawing.things.push(Thing {
            layer: on.clone(),
            form,
            carried: None,
        });
    };
    match (&feature.shape, &feature.class) {
        (Shape::Point(at), Class::Tree { crown, .. }) => add(Form::Block {
            name: "MULIN_TREE".to_owned(),
            at: pair(*at),
            turn: 0.0,
            grown: (crown / 2.0).max(0.1),
        }),
        (Shape::Point(at), class) => {
            let block = SIGNS.iter().find(|(name, _)| *name == class.word());
            add(match block {
                Some((name, _)) => Form::Block {
                    name: block_of_class(name),
                    at: pair(*at),
                    turn: 0.0,
                    grown: 1.0,
                },
                None => Form::Circle {
                    at: pair(*at),
                    radius: 0.5,
                },
            });
        }
        (Shape::Line(line), class) => {
            add(Form::Lines {
                points: line.points().iter().map(|p| pair(*p)).collect(),
                closed: false,
                width: 0.0,
            });
            if let Class::Road {
                width: Some(width), ..
            } = class
            {
                let edges = rings_of(&Region::strip(line, *width), &on);
                edges.into_iter().for_each(|edge| add(edge.form));
            }
        }
        (Shape::Area(edge, holes), _) => {
            add(ring(edge));
            holes.iter().for_each(|hole| add(ring(hole)));
        }
    }
    let at = match &feature.shape {
        Shape::Area(edge, _) => edge.label_point(),
        other => other.bounds().centre(),
    };
    if !feature.name.is_empty() && feature.class != Class::Boundary {
        let large = matches!(feature.class, Class::Building { .. });
        add(Form::Text {
            text: feature.name.clone(),
            at: pair(at),
            height: if large { 3.0 * LETTERS_M } else { LETTERS_M },
        });
    }
    if let Class::Building {
        storeys: Some(storeys),
        ..
    } = feature.class
    {
        add(Form::Text {
            text: format!("{storeys}F"),
            at: [at.x, at.y - 4.0 * LETTERS_M],
            height: LETTERS_M,
        });
    }
}

/// What is placed, with all that its geometry does not say; known blocks are named by what they look like.
fn new(
    drawing: &mut Drawing,
    project: &Project,
    thing: &Placement,
    mut row: Map<String, Value>,
    known: &mut BTreeMap<String, String>,
    lang: Lang,
) {
    let kind = project.catalogue.kind(&thing.kind).map(|kind| kind.as_ref());
    let on = layer_of_kind(kind);
    PLACE.iter().for_each(|name| {
        row.remove(*name);
    });
    let form = match &thing.shape {
        PlacementShape::Rectangle { at, size, turn } => {
            row.insert("size".to_owned(), json!([size.x, size.y]));
            let looks = format!("{}-{:?}-{:?}", thing.kind, size, thing.params);
            let name = match known.get(&looks) {
                Some(name) => name.clone(),
                None => {
                    let name = block_name(thing, known.len());
                    drawing.blocks.push(of_thing(name.clone(), thing, kind, *size));
                    known.insert(looks, name.clone());
                    name
                }
            };
            Form::Block {
                name,
                at: pair(*at),
                turn: turn.degrees(),
                grown: 1.0,
            }
        }
        PlacementShape::Area(outline) => ring(outline),
        PlacementShape::Path { line, width } => Form::Lines {
            points: line.points().iter().map(|p| pair(*p)).collect(),
            closed: false,
            width: *width,
        },
    };
    // What is no block has its drawing beside the line that says where it is.
    if !matches!(thing.shape, PlacementShape::Rectangle { .. }) {
        let edges = layer(EDGES);
        drawing.things.extend(rings_of(&thing.shape.region(), &edges));
        drawing.things.extend(lines_of(thing, kind, &edges));
    }
    drawing.things.push(Thing {
        layer: on,
        form,
        carried: Some(carried_text("thing", row)),
    });
    let size = size_of(&thing.shape);
    if size.x.max(size.y) > 3.0 {
        let called = Message::new("csv-kind").with("kind", project.catalogue.name_of(&thing.kind));
        drawing.things.push(Thing {
            layer: layer(NOTES),
            form: Form::Text {
                text: say(lang, &called),
                at: pair(thing.shape.centre()),
                height: LETTERS_M,
            },
            carried: None,
        });
    }
}

/// `MULIN_bench_1500x600_3`: what it is and how large, in millimetres.
fn block_name(thing: &Placement, number: usize) -> String {
    let size = size_of(&thing.shape);
    let word: String = thing.kind.as_str().chars().take(60).collect();
    let safe = word.replace(|c: char| !c.is_ascii_alphanumeric() && c != '-', "_");
    let mm = |metres: f64| (metres * 1_000.0).round();
    format!("MULIN_{safe}_{}x{}_{}", mm(size.x), mm(size.y), number + 1)
}

/// A wish: its words at its place, or below the plan.
fn note(drawing: &mut Drawing, at: Option<WorldPt>, wish: &Map<String, Value>, project: &Project) {
    let floor = project.estate.bounds().min;
    let below = drawing
        .things
        .iter()
        .filter(|thing| thing.carried.is_some())
        .count();
    let at = at.map_or([floor.x, floor.y - 12.0 - below as f64], pair);
    drawing.things.push(Thing {
        layer: layer(NOTES),
        form: Form::Text {
            text: wish["text"].as_str().unwrap_or_default().to_owned(),
            at,
            height: LETTERS_M,
        },
        carried: Some(carried_text("wish", wish.clone())),
    });
}

/// What the drawing is, under the plan; it carries the design's head.
fn title(
    drawing: &mut Drawing,
    project: &Project,
    design: &Design,
    name: &DesignName,
    head: Map<String, Value>,
    bounds: Bounds,
    lang: Lang,
) {
    let estate = in_language(&project.file.title, lang);
    let attribution = &project.estate.attribution;
    if !attribution.is_empty() {
        drawing.things.push(Thing {
            layer: layer(NOTES),
            form: Form::Text {
                text: attribution.clone(),
                at: [bounds.centre().x, bounds.min.y - 9.0],
                height: 2.0 * LETTERS_M,
            },
            carried: None,
        });
    }
    drawing.things.push(Thing {
        layer: layer(NOTES),
        form: Form::Text {
            text: format!("{estate} · {} · {}", design.title, name.receipt()),
            at: [bounds.centre().x, bounds.min.y - 6.0],
            height: 4.0 * LETTERS_M,
        },
        carried: Some(carried_text("design", head)),
    });
}

/// What an entity carries: one line of JSON, with carets escaped, for CAD reads them as escapes.
fn carried_text(what: &str, row: Map<String, Value>) -> String {
    json!({ what: row }).to_string().replace('^', "\\u005e")
}
