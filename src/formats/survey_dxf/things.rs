//! Strokes become things of an estate, by the table of layers.

use std::collections::{BTreeMap, HashSet};

use crate::estate::{Class, What};
use crate::text::Message;

use super::super::assemble::{Raw, RawFeature, RawShape};
use super::super::attributes::USUAL_ROAD_M;
use super::super::{Place, Problem};
use super::drawing::{LISTED, Names};
use super::rings::{self, between};
use super::roads;
use super::strokes::{Form, Stroke};
use super::table::{Entry, LayerTable};

/// Gaps that are closed where the table says nothing, in metres.
const USUAL_CLOSE_M: f64 = 0.3;
/// Crowns that a tree drawn as a circle may have, as diameters in metres.
const CROWNS_M: std::ops::RangeInclusive<f64> = 0.8..=25.0;
/// What is drawn as a sign of that size or less is a thing at a place, in metres.
const SIGN_M: f64 = 12.0;
/// A door or gate drawn as a line is its middle, if it is no longer than that, in metres.
const DOORWAY_M: f64 = 12.0;

/// What came of strokes.
#[derive(Default)]
pub(super) struct Things {
    pub features: Vec<RawFeature>,
    pub texts: Vec<(Raw, String)>,
    pub problems: Vec<Problem>,
    /// Layers that nobody knows, with how much is on them.
    pub unknown: BTreeMap<String, usize>,
    /// Every layer with something on it, and what it was taken for.
    pub known: BTreeMap<String, Option<Entry>>,
    open: BTreeMap<(String, String), Vec<Vec<Raw>>>,
    edges: BTreeMap<(String, String), Vec<Vec<Raw>>>,
    widths_assumed: usize,
    crowns_assumed: usize,
    doubles: usize,
    seen: HashSet<[i64; 6]>,
}

/// The things that strokes (in metres) are.
pub(super) fn of(strokes: Vec<Stroke>, layers: &Names, blocks: &Names, table: &LayerTable) -> Things {
    let mut things = Things::default();
    for stroke in strokes {
        let layer = layers.name(stroke.layer);
        let block = stroke.block.map(|number| blocks.name(number));
        things
            .known
            .entry(layer.to_owned())
            .or_insert_with(|| table.of_layer(layer));
        if let Form::Text(at, text) = stroke.form {
            things.texts.push((at, text));
            continue;
        }
        match table.entry(stroke.code, block, layer) {
            Some(Entry::Skip) => {}
            Some(Entry::Is { what, edges }) => things.take(layer, what, edges, stroke.form),
            None => *things.unknown.entry(layer.to_owned()).or_default() += 1,
        }
    }
    things.join(table.close.unwrap_or(USUAL_CLOSE_M));
    things.pair();
    things.say();
    things
}

/// The shape that what something is asks for.
enum Wants {
    Point,
    Line,
    Area,
    PointOrArea,
    Road,
}

/// What people call it.
fn name_of(what: What) -> Message {
    Message {
        key: format!("what-{}", what.word()).into(),
        args: Vec::new(),
    }
}

fn wants(what: What) -> Wants {
    match what {
        What::Door | What::Gate(_) | What::Tree => Wants::Point,
        What::Pipe(_) | What::Fence => Wants::Line,
        What::Manhole | What::Hydrant | What::Lamp | What::Substation | What::Septic => Wants::PointOrArea,
        What::Road(_) => Wants::Road,
        _ => Wants::Area,
    }
}

impl Things {
    fn take(&mut self, layer: &str, what: What, edges: bool, form: Form) {
        // A line of no length, as files that break off have it.
        if matches!(&form, Form::Line(points, ..) if points.len() < 2) {
            return;
        }
        match (wants(what), form) {
            // A sign on a layer of green is a tree: so CASS draws them.
            (Wants::Area, Form::Point(at)) if what == What::Green => self.point(layer, What::Tree, at),
            (Wants::Area, Form::Point(_)) => {}
            (Wants::Point | Wants::PointOrArea, Form::Point(at)) => self.point(layer, what, at),
            (Wants::Point, Form::Circle(at, radius)) if what == What::Tree => {
                self.tree(layer, at, radius * 2.0)
            }
            (Wants::Point | Wants::PointOrArea, Form::Circle(at, _)) => self.point(layer, what, at),
            (Wants::Point, Form::Line(points, closed, _)) => self.sign(layer, what, &points, closed),
            (Wants::Point, Form::Area(rings)) => {
                if let Some(ring) = rings.first() {
                    self.sign(layer, what, ring, true);
                }
            }
            (Wants::Line, Form::Line(mut points, closed, _)) => {
                if closed {
                    points.extend(points.first().copied());
                }
                self.put(layer, what.class(None), RawShape::Line(points));
            }
            (Wants::Line, _) => {}
            (Wants::Road, Form::Line(points, false, _)) if edges => {
                let key = (layer.to_owned(), what.word());
                self.edges.entry(key).or_default().push(points);
            }
            (Wants::Road, Form::Line(mut points, true, _)) if edges && !roads::is_outline(&points) => {
                points.extend(points.first().copied());
                self.edges
                    .entry((layer.to_owned(), what.word()))
                    .or_default()
                    .push(points);
            }
            (Wants::Road, Form::Line(points, false, width)) => {
                let mut class = what.class(None);
                let said = width > 0.5;
                self.widths_assumed += usize::from(!said);
                if let Class::Road { width: own, .. } = &mut class {
                    *own = Some(if said { width } else { USUAL_ROAD_M });
                }
                self.put(layer, class, RawShape::Line(points));
            }
            (Wants::Area | Wants::PointOrArea, Form::Line(points, false, _)) => {
                let key = (layer.to_owned(), what.word());
                self.open.entry(key).or_default().push(points);
            }
            (_, Form::Line(points, true, _)) => self.area(layer, what, vec![points]),
            (_, Form::Circle(at, radius)) => self.area(layer, what, vec![super::curves::circle(at, radius)]),
            (_, Form::Area(rings)) => self.area(layer, what, rings),
            (Wants::Road, Form::Point(_)) | (_, Form::Text(..)) => {}
        }
    }

    fn put(&mut self, layer: &str, class: Class, shape: RawShape) {
        let at = match &shape {
            RawShape::Point(at) => Some(*at),
            RawShape::Line(points) => points.first().copied(),
            RawShape::Area(rings) => rings.first().and_then(|ring| ring.first().copied()),
        };
        self.features.push(RawFeature {
            place: Place::Drawing(layer.to_owned(), at.unwrap_or_default()),
            id: String::new(),
            class,
            name: String::new(),
            shape,
        });
    }
    fn point(&mut self, layer: &str, what: What, at: Raw) {
        self.crowns_assumed += usize::from(what == What::Tree);
        self.put(layer, what.class(None), RawShape::Point(at));
    }
    fn tree(&mut self, layer: &str, at: Raw, across: f64) {
        if !CROWNS_M.contains(&across) {
            return self.point(layer, What::Tree, at);
        }
        let mut class = What::Tree.class(None);
        if let Class::Tree { crown, .. } = &mut class {
            *crown = across;
        }
        self.put(layer, class, RawShape::Point(at));
    }
    /// A thing at a place that is drawn as lines.
    fn sign(&mut self, layer: &str, what: What, points: &[Raw], closed: bool) {
        let (low, high) = bounds(points);
        let size = between(low, high);
        let is_doorway = matches!(what, What::Door | What::Gate(_)) && size <= DOORWAY_M;
        if (closed && size <= SIGN_M) || is_doorway {
            self.point(layer, what, [0, 1].map(|axis| (low[axis] + high[axis]) / 2.0));
        }
    }
    /// An area, once: hatches lie in outlines, and outlines are drawn twice.
    fn area(&mut self, layer: &str, what: What, mut rings: Vec<Vec<Raw>>) {
        let Some(edge) = rings.first().filter(|edge| edge.len() > 2) else {
            return;
        };
        let (low, high) = bounds(edge);
        let cm = |metres: f64| (metres * 100.0).round() as i64;
        let word = what
            .word()
            .bytes()
            .fold(0_i64, |sum, b| sum.wrapping_mul(31).wrapping_add(i64::from(b)));
        let key = [
            cm(low[0]),
            cm(low[1]),
            cm(high[0]),
            cm(high[1]),
            cm(area(edge)),
            word,
        ];
        if !self.seen.insert(key) {
            self.doubles += 1;
            return;
        }
        for ring in &mut rings {
            ring.extend(ring.first().copied());
        }
        self.put(layer, what.class(None), RawShape::Area(rings));
    }

    /// Closes what is nearly closed, and lists it.
    fn join(&mut self, tolerance: f64) {
        let mut listed = Listed::default();
        for ((layer, word), lines) in std::mem::take(&mut self.open) {
            let Some(what) = What::from_word(&word) else {
                continue;
            };
            let (rings, open) = rings::join(lines, tolerance);
            for ring in rings {
                if ring.gap > 0.001 {
                    let said = Message::new("dxf-closed").number("gap", ring.gap, 2);
                    listed.put(Place::Drawing(layer.clone(), ring.corners[0]), said);
                }
                self.area(&layer, what, vec![ring.corners]);
            }
            for line in open {
                let gap = between(line[0], line[line.len() - 1]);
                let said = Message::new("dxf-open")
                    .number("gap", gap, 2)
                    .with("what", name_of(what));
                listed.put(Place::Drawing(layer.clone(), line[0]), said);
            }
        }
        self.problems.extend(listed.all("dxf-lines-more"));
    }

    /// Makes roads of their edges, and lists the edges that have no partner.
    fn pair(&mut self) {
        let mut listed = Listed::default();
        let mut made = 0;
        for ((layer, word), edges) in std::mem::take(&mut self.edges) {
            let Some(what) = What::from_word(&word) else {
                continue;
            };
            let (areas, alone) = roads::pair(edges);
            made += areas.len();
            for rings in areas {
                self.area(&layer, what, rings);
            }
            for line in alone {
                listed.put(
                    Place::Drawing(layer.clone(), line[0]),
                    Message::new("dxf-road-edge-alone"),
                );
            }
        }
        if made > 0 {
            self.problems.push(Problem::of_file(
                Message::new("dxf-roads-of-edges").with("count", made),
            ));
        }
        self.problems.extend(listed.all("dxf-edges-more"));
    }

    fn say(&mut self) {
        let counted = [
            ("problem-road-widths-assumed", self.widths_assumed),
            ("problem-crowns-assumed", self.crowns_assumed),
            ("dxf-doubles", self.doubles),
        ];
        for (key, count) in counted {
            if count > 0 {
                self.problems
                    .push(Problem::of_file(Message::new(key).with("count", count)));
            }
        }
        for (layer, count) in &self.unknown {
            let said = match LayerTable::mixed(layer) {
                Some(what) => Message::new("dxf-layer-mixed").with("what", what),
                None => Message::new("dxf-layer-unknown"),
            };
            let said = said.with("layer", layer.as_str());
            self.problems.push(Problem::of_file(said.with("count", *count)));
        }
    }
}

/// Problems of a sort: the first ones by themselves, the others counted.
#[derive(Default)]
pub(super) struct Listed {
    problems: Vec<Problem>,
    more: usize,
}

impl Listed {
    pub fn put(&mut self, place: Place, message: Message) {
        if self.problems.len() < LISTED {
            self.problems.push(Problem { place, message });
        } else {
            self.more += 1;
        }
    }
    pub fn all(self, more: &'static str) -> Vec<Problem> {
        let rest = (self.more > 0).then(|| Problem::of_file(Message::new(more).with("count", self.more)));
        self.problems.into_iter().chain(rest).collect()
    }
}

fn bounds(points: &[Raw]) -> (Raw, Raw) {
    let first = points.first().copied().unwrap_or_default();
    let grown = |(low, high): (Raw, Raw), point: &Raw| {
        let axis = |at: usize| (low[at].min(point[at]), high[at].max(point[at]));
        let (x, y) = (axis(0), axis(1));
        ([x.0, y.0], [x.1, y.1])
    };
    points.iter().fold((first, first), grown)
}

/// The area of a ring whose first corner is not repeated.
pub(super) fn area(ring: &[Raw]) -> f64 {
    let Some(origin) = ring.first() else { return 0.0 };
    let off = |p: &Raw| [p[0] - origin[0], p[1] - origin[1]];
    let cross = |pair: &[Raw]| {
        let (a, b) = (off(&pair[0]), off(&pair[1]));
        a[0] * b[1] - a[1] * b[0]
    };
    (ring.windows(2).map(cross).sum::<f64>() / 2.0).abs()
}
