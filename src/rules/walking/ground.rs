//! The ground that people walk on: what of the estate and of the drawing stands in the way.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::catalogue::{Group, Layer, LaysOut};
use crate::design::PlacementId;
use crate::estate::{Class, Feature, FeatureId, Shape};
use crate::geometry::{Bounds, Line, Outline, Region, WorldPt, WorldVec};
use crate::passage::{Goal, Islands, NarrowWays, Obstacle, ObstacleNo, Squares, WalkGround};

use super::super::placed::{Placed, Site};
use super::stands::Stands;
use super::targets::{self, Target};
use super::{Destination, Metres, doors, number};

/// The thinnest trunk, a hydrant and a lamp post, in metres across.
const TRUNK_M: f64 = 0.3;
const HYDRANT_M: f64 = 0.6;
const LAMP_M: f64 = 0.3;
/// A substation drawn as a point, in metres across.
const SUBSTATION_M: f64 = 2.4;
/// A fence leaves so much free on each side of a gate that lies on it, in metres.
const GATE_M: f64 = 1.5;
/// A gate within so much of a fence lies on it, in metres.
const ON_FENCE_M: f64 = 0.6;
/// A thing that covers this much of a bay or of a house that may go, in square metres, takes it.
const TAKES_M2: f64 = 0.3;
/// A ramp within so many metres of a door serves it.
const RAMP_M: f64 = 1.5;

/// The ground in one state, and what is on it to walk to.
#[derive(Clone, Debug)]
pub(in super::super) struct State {
    pub ground: WalkGround,
    /// In the order of [`Destination::ALL`].
    pub targets: [Vec<Target>; 6],
    /// The obstacles of the things of the drawing.
    pub blocking: Vec<Blocking>,
}

/// A thing of the drawing that stands in the way.
#[derive(Clone, Debug)]
pub(in super::super) struct Blocking {
    pub thing: PlacementId,
    pub obstacles: Vec<ObstacleNo>,
    /// The edges of the ground that it stands on, and the box about them.
    pub edges: Vec<Outline>,
    pub bounds: Bounds,
}

/// The estate without the drawing.
#[derive(Clone, Debug)]
pub(in super::super) struct Base {
    pub state: State,
    /// Every stair door, in the order of the map.
    pub doors: Vec<(FeatureId, Goal)>,
    of: BTreeMap<FeatureId, Vec<ObstacleNo>>,
    /// The pieces of green, in the order of their obstacles.
    greens: BTreeMap<FeatureId, Vec<Green>>,
    metres: OnceLock<Vec<[Metres; 6]>>,
    islands: OnceLock<Islands>,
    squares: OnceLock<Squares>,
    pub(super) stands: OnceLock<Stands>,
    /// What the rule of step-free ways finds without a drawing.
    pub reached: OnceLock<Vec<[bool; 4]>>,
}

impl State {
    /// Which destinations there are.
    pub fn exist(&self) -> [bool; 6] {
        [0, 1, 2, 3, 4, 5].map(|at| !self.targets[at].is_empty())
    }
    pub fn goals(&self, to: Destination) -> Vec<Goal> {
        self.targets[to.at()]
            .iter()
            .map(|target| target.place.clone())
            .collect()
    }
    /// The metres from each door to each destination.
    pub fn metres(&self, doors: &[(FeatureId, Goal)]) -> Vec<[Metres; 6]> {
        let mut all = vec![[None; 6]; doors.len()];
        for to in Destination::ALL {
            if self.targets[to.at()].is_empty() {
                continue;
            }
            let field = self.ground.field(&self.goals(to));
            for ((_, door), row) in doors.iter().zip(&mut all) {
                row[to.at()] = self.ground.metres(&field, door);
            }
        }
        all
    }
}

impl Base {
    /// The estate's ground; none where it is too large.
    pub fn new(site: &Site) -> Option<Self> {
        let estate = &site.project.estate;
        let width = number(site, "step-free.width", 1.2);
        let mut ground = WalkGround::new(estate.bounds().grown(2.0), estate.boundary(), width)?;
        let mut of = BTreeMap::new();
        let mut greens = BTreeMap::new();
        for feature in estate.features() {
            let obstacles = match feature.class {
                Class::Green => {
                    let pieces = green_without_ways(site, feature);
                    let obstacles = Obstacle::pieces(&pieces);
                    greens.insert(feature.id.clone(), green_pieces(&pieces));
                    obstacles
                }
                _ => obstacles_of(site, feature),
            };
            if !obstacles.is_empty() {
                let numbers = obstacles
                    .into_iter()
                    .map(|obstacle| ground.put(obstacle))
                    .collect();
                of.insert(feature.id.clone(), numbers);
            }
        }
        Some(Self {
            state: State {
                ground,
                targets: targets::existing(site, &[]),
                blocking: Vec::new(),
            },
            doors: doors(site),
            of,
            greens,
            metres: OnceLock::new(),
            islands: OnceLock::new(),
            squares: OnceLock::new(),
            stands: OnceLock::new(),
            reached: OnceLock::new(),
        })
    }
    /// Which ground hangs together without the drawing.
    pub fn islands(&self) -> &Islands {
        self.islands.get_or_init(|| self.state.ground.islands())
    }
    /// What is narrow on the ground with a drawing.
    pub fn narrow_ways<'a>(&'a self, after: &'a State, islands: &'a Islands) -> NarrowWays<'a> {
        let own = &self.state.ground;
        let squares = self.squares.get_or_init(|| Squares::new(own));
        NarrowWays::new(&after.ground, islands, Some((own, squares)))
    }
    /// The metres from each door to each destination without the drawing.
    pub fn metres(&self) -> &[[Metres; 6]] {
        self.metres.get_or_init(|| self.state.metres(&self.doors))
    }
    /// The estate with the drawing.
    pub fn after(&self, site: &Site) -> State {
        let things = site.all();
        let mut ground = self.state.ground.clone();
        self.change_features(site, &things, &mut ground);
        let paved: Vec<&Placed> = things.iter().copied().filter(|placed| is_paved(placed)).collect();
        let mut blocking = Vec::new();
        for placed in &things {
            let obstacles = in_the_way(placed, &paved);
            if obstacles.is_empty() {
                continue;
            }
            blocking.push(Blocking {
                thing: placed.id().clone(),
                obstacles: obstacles
                    .into_iter()
                    .map(|obstacle| ground.put(obstacle))
                    .collect(),
                edges: placed.standing_ground().pieces().map(|(edge, _)| edge).collect(),
                bounds: placed.standing_ground().bounds().unwrap_or_default(),
            });
        }
        let mut targets = targets::existing(site, &things);
        targets::add_placed(&mut targets, &things);
        State {
            ground,
            targets,
            blocking,
        }
    }
    /// What the drawing does to what was there: it paves green, and takes bays and houses away.
    fn change_features(&self, site: &Site, things: &[&Placed], ground: &mut WalkGround) {
        let mut touched: BTreeMap<&FeatureId, (&Feature, Vec<&Placed>)> = BTreeMap::new();
        for placed in things {
            for feature in site.features(placed) {
                let may_change = match feature.class {
                    Class::Green => is_paved(placed),
                    Class::Bay { .. } | Class::Building { remove: true, .. } => true,
                    _ => false,
                };
                if may_change {
                    let over = touched.entry(&feature.id).or_insert((feature, Vec::new()));
                    over.1.push(placed);
                }
            }
        }
        for (id, (feature, over)) in touched {
            let obstacles = self.of.get(id).into_iter().flatten();
            if let Some(pieces) = self.greens.get(id) {
                for (piece, no) in pieces.iter().zip(obstacles) {
                    pave(ground, piece, *no, &over);
                }
            } else if is_taken(site, feature, &over) {
                for no in obstacles {
                    ground.take(*no);
                }
            }
        }
    }
}

/// A piece of green with the box about it.
#[derive(Clone, Debug)]
struct Green {
    ground: Region,
    bounds: Bounds,
}

/// Green in its pieces, those that pass the gate as [`Obstacle::pieces`] lets them.
fn green_pieces(ground: &Region) -> Vec<Green> {
    let pieces = ground.pieces().map(|(edge, holes)| {
        let rings = std::iter::once(&edge).chain(&holes);
        Green {
            bounds: edge.bounds(),
            ground: Region::of_pieces([rings.map(|ring| ring.corners().to_vec()).collect()]),
        }
    });
    pieces.collect()
}

/// Takes out of a piece of green what is paved over it.
fn pave(ground: &mut WalkGround, piece: &Green, no: ObstacleNo, over: &[&Placed]) {
    let over = over
        .iter()
        .filter(|placed| placed.bounds.meets(&piece.bounds) && placed.ground.meets(&piece.ground));
    let mut left: Option<Region> = None;
    for placed in over {
        left = Some(left.as_ref().unwrap_or(&piece.ground).without(&placed.ground));
    }
    if let Some(left) = left {
        ground.replace(no, Obstacle::region(&left));
    }
}

/// Whether people walk on it: a plaza, a path, ground for activity, the aisles of a car park.
fn is_paved(placed: &Placed) -> bool {
    let Some(kind) = &placed.kind else { return false };
    let walked = placed.is_path() || placed.activity() > 0.0 || kind.acts_as().as_str() == "ramp";
    walked
        || kind.lays_out == Some(LaysOut::CarPark)
        || (kind.layer == Layer::Ground && kind.group != Group::Green)
}

/// What of a thing of the drawing stands in the way.
fn in_the_way(placed: &Placed, paved: &[&Placed]) -> Vec<Obstacle> {
    if let Some(park) = placed.park() {
        let bays = park.bays.iter();
        return bays.map(|bay| Obstacle::area(&bay.outline, &[])).collect();
    }
    if is_paved(placed) {
        return Vec::new();
    }
    let mut ground = placed.standing_ground().clone();
    if placed.layer() == Layer::Ground {
        let over = paved.iter().filter(|path| path.bounds.meets(&placed.bounds));
        ground = over.fold(ground, |left, path| left.without(&path.ground));
    }
    Obstacle::pieces(&ground)
}

/// What of a feature other than green stands in the way.
fn obstacles_of(site: &Site, feature: &Feature) -> Vec<Obstacle> {
    let spot = |across: f64| {
        let at = feature.shape.bounds().centre();
        vec![Obstacle::area(
            &Outline::rectangle(at, WorldVec::new(across, across), 0.0),
            &[],
        )]
    };
    let whole = || match &feature.shape {
        Shape::Area(edge, holes) => vec![Obstacle::area(edge, holes)],
        Shape::Line(line) => vec![Obstacle::line(line)],
        Shape::Point(_) => Vec::new(),
    };
    match feature.class {
        Class::Building { .. } | Class::Bay { .. } | Class::Water => whole(),
        Class::Tree { trunk, .. } => spot(trunk.max(TRUNK_M)),
        Class::Hydrant => spot(HYDRANT_M),
        Class::Lamp => spot(LAMP_M),
        Class::Substation => match feature.shape {
            Shape::Point(_) => spot(SUBSTATION_M),
            _ => whole(),
        },
        Class::Fence { .. } => match &feature.shape {
            Shape::Line(line) => fence_without_gates(site, line),
            _ => whole(),
        },
        _ => Vec::new(),
    }
}

/// Whether a thing of the drawing takes the place of a bay, or of a house that may go.
fn is_taken(site: &Site, feature: &Feature, things: &[&Placed]) -> bool {
    let Some(ground) = site.terrain.ground(feature) else {
        return false;
    };
    let bounds = feature.shape.bounds();
    things.iter().any(|placed| {
        placed.bounds.meets(&bounds)
            && placed.ground.meets(ground)
            && placed.standing_ground().shared(ground).area() > TAKES_M2
    })
}

/// Green without the roads, paved places and grounds that are drawn over it.
fn green_without_ways(site: &Site, green: &Feature) -> Region {
    let Some(ground) = site.terrain.ground(green) else {
        return Region::default();
    };
    let ways = site
        .project
        .estate
        .in_box(green.shape.bounds())
        .filter(|feature| {
            matches!(
                feature.class,
                Class::Road { .. } | Class::Paving | Class::Activity
            )
        });
    let mut ways: Vec<_> = ways.collect();
    ways.sort_by(|a, b| a.id.cmp(&b.id));
    let ways = ways
        .into_iter()
        .filter_map(|feature| site.terrain.ground(feature));
    let over = ways.filter(|way| way.meets(ground));
    over.fold(ground.clone(), |left, way| left.without(way))
}

/// A fence, open where gates lie on it.
fn fence_without_gates(site: &Site, fence: &Line) -> Vec<Obstacle> {
    let gates = site.project.estate.in_box(fence.bounds().grown(ON_FENCE_M));
    let gates: Vec<WorldPt> = gates
        .filter(|feature| matches!(feature.class, Class::Gate { .. }))
        .map(|gate| gate.shape.bounds().centre())
        .filter(|at| fence.nearest(*at).distance(*at) < ON_FENCE_M)
        .collect();
    let mut left = Vec::new();
    for piece in fence.segments() {
        // The shares of the piece's length that gates take.
        let length = piece.length();
        let taken = gates.iter().filter_map(|gate| {
            let at = piece.nearest(*gate);
            (at.distance(*gate) < GATE_M).then(|| {
                let middle = piece.from.distance(at);
                ((middle - GATE_M) / length, (middle + GATE_M) / length)
            })
        });
        let mut taken: Vec<(f64, f64)> = taken.collect();
        taken.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut from = 0.0;
        for (first, last) in taken.into_iter().chain([(1.0, 1.0)]) {
            if first > from {
                let ends = [from, first.min(1.0)].map(|share| piece.from + (piece.to - piece.from) * share);
                left.extend(Line::new(ends).as_ref().map(Obstacle::line));
            }
            from = last.max(from);
        }
    }
    left
}

/// Whether a ramp of the drawing stands at a door.
pub(in super::super) fn has_ramp(site: &Site, door: &Goal) -> bool {
    let Goal::Point(at) = door else { return false };
    let ramps = site.all().into_iter();
    let mut ramps = ramps.filter(|placed| placed.is_one_of(&["ramp"]));
    ramps.any(|placed| placed.distance_to(*at) <= RAMP_M)
}
