//! Bays are wide and long enough, with enough before them to turn in, and none are drawn at the kerb
//! of a road that is too narrow for them.

use crate::catalogue::{Kind, Layer, LaysOut};
use crate::design::PlacementShape;
use crate::estate::{Class, Feature, RoadUse, Shape};
use crate::geometry::{Outline, Region, Segment, WorldPt, WorldVec};
use crate::layout::BayAngle;
use crate::text::Message;

use super::classes::within_sentence;
use super::distance::{GRAIN_M, falls_short, farthest, to_feature};
use super::names::feature_name;
use super::placed::{Placed, Site};
use super::profile::Profile;
use super::short::short_by;
use super::{Finding, Rule};

const WIDTH: &str = "bay-size.width";
const LENGTH: &str = "bay-size.length";
const PARALLEL_WIDTH: &str = "bay-size.parallel-width";
const PARALLEL_LENGTH: &str = "bay-size.parallel-length";
const AISLE: &str = "bay-size.aisle";
const AISLE_60: &str = "bay-size.aisle-60";
const AISLE_SLANT: &str = "bay-size.aisle-slant";
const PARALLEL_AISLE: &str = "bay-size.parallel-aisle";
const STREET: &str = "bay-size.street";
const NUMBERS: &[&str] = &[
    WIDTH,
    LENGTH,
    PARALLEL_WIDTH,
    PARALLEL_LENGTH,
    AISLE,
    AISLE_60,
    AISLE_SLANT,
    PARALLEL_AISLE,
    STREET,
];
/// A bay no farther than this from a road, in metres, opens on it.
const ON_THE_ROAD_M: f64 = 0.6;
/// How far one looks for the road that a bay has left, in metres.
const FAR_M: f64 = 30.0;
/// Sharing more than this with a carriageway, in square metres, is standing on it.
const ON_CARRIAGEWAY_M2: f64 = 1.0;
/// Taking less of the way before a bay than this, in square metres, does not hinder a car.
const HINDERS_M2: f64 = 0.05;

/// The rule.
pub(super) static BAY_SIZE: Rule = Rule::within("bay-size", NUMBERS, reach, look);

/// What hinders lies before a bay, within its aisle.
fn reach(profile: &Profile) -> f64 {
    farthest(profile, &[AISLE, AISLE_60, AISLE_SLANT, PARALLEL_AISLE]) + ON_THE_ROAD_M
}

fn look(site: &Site, placed: &Placed) -> Vec<Finding> {
    let mut found = own(site, placed);
    if placed.layer() == Layer::Standing {
        for bay in site.neighbours_such(placed, reach(site.profile()), is_bay_kind) {
            // What stands before another's bay takes part in what is found of that bay.
            if is_bay(bay) {
                let about = |finding: &Finding| finding.placements.contains(placed.id());
                found.extend(own(site, bay).into_iter().filter(about));
            }
        }
    }
    found
}

fn is_bay_kind(kind: Option<&Kind>) -> bool {
    kind.is_some_and(|kind| kind.gain.bays > 0.0 && kind.lays_out.is_none())
}

fn is_bay(placed: &Placed) -> bool {
    is_bay_kind(placed.kind.as_deref()) && matches!(placed.thing.shape, PlacementShape::Rectangle { .. })
}

/// How far a bay that opened on a road is from one after a move, in metres; none where it opens on one
/// still. What ends a finding by leaving the road is no mend.
pub(super) fn off_its_road(site: &Site, before: &Placed, after: &Placed) -> Option<f64> {
    let opens = |bay: &Placed| to_road(site, bay, 0.0) <= ON_THE_ROAD_M;
    (is_bay(before) && opens(before) && !opens(after)).then(|| to_road(site, after, FAR_M) - ON_THE_ROAD_M)
}

/// How far a bay is from the nearest road in metres, of those within a distance.
fn to_road(site: &Site, bay: &Placed, within: f64) -> f64 {
    let reach = within + ON_THE_ROAD_M;
    let roads = site.features_within(bay, reach).into_iter();
    let roads = roads.filter(|feature| matches!(feature.class, Class::Road { width: Some(_), .. }));
    let away = roads.filter_map(|road| Some(to_feature(site, bay, road)?.length()));
    // What lies beyond is at least so far.
    away.fold(reach + GRAIN_M, f64::min)
}

fn own(site: &Site, placed: &Placed) -> Vec<Finding> {
    let Some(kind) = &placed.kind else {
        return Vec::new();
    };
    match &placed.thing.shape {
        PlacementShape::Rectangle { at, size, turn } if is_bay(placed) => {
            let long = if size.y >= size.x { 90.0 } else { 0.0 };
            let bay = Bay {
                site,
                placed,
                at: *at,
                length: size.x.max(size.y),
                width: size.x.min(size.y),
                along: WorldVec::toward(turn.degrees() + long),
            };
            bay.findings()
        }
        _ if kind.lays_out == Some(LaysOut::CarPark) && placed.capacity.bays > 0 => {
            let option = placed.thing.option(kind, "angle").and_then(BayAngle::from_option);
            laid_out(site, placed, option.unwrap_or_default())
        }
        _ => Vec::new(),
    }
}

/// The numbers that ask for the width, length and aisle of bays at an angle.
fn numbers(angle: BayAngle) -> [&'static str; 3] {
    match angle {
        BayAngle::Parallel => [PARALLEL_WIDTH, PARALLEL_LENGTH, PARALLEL_AISLE],
        BayAngle::Square => [WIDTH, LENGTH, AISLE],
        BayAngle::Sixty => [WIDTH, LENGTH, AISLE_60],
        BayAngle::FortyFive | BayAngle::Thirty => [WIDTH, LENGTH, AISLE_SLANT],
    }
}

/// A length of a thing that is less than a number asks; it is shown across the thing's middle.
fn missed(site: &Site, placed: &Placed, name: &str, measured: f64, key: &'static str) -> Option<Finding> {
    let number = site.provision(name)?;
    if !falls_short(measured, number.value) {
        return None;
    }
    let message = Message::new(key).with("thing", placed.name());
    let message = short_by(message, measured, number.value);
    let at = placed.thing.shape.centre();
    let found = Finding::missed(BAY_SIZE.id, number, measured, message).about(&[placed.id()], &[]);
    Some(Finding { at, ..found })
}

/// A car park is laid out in bays of one size about aisles of one width.
fn laid_out(site: &Site, park: &Placed, angle: BayAngle) -> Vec<Finding> {
    let [width, length, aisle] = numbers(angle);
    let (bay, free) = (angle.bay(), angle.aisle());
    let found = [
        missed(site, park, width, bay.y, "bay-size-width").map(|f| f.further("width")),
        missed(site, park, length, bay.x, "bay-size-length").map(|f| f.further("length")),
        missed(site, park, aisle, free, "bay-size-own-aisle").map(|f| f.further("aisle")),
    ];
    found.into_iter().flatten().collect()
}

/// A single bay on the sheet.
struct Bay<'a> {
    site: &'a Site<'a>,
    placed: &'a Placed,
    at: WorldPt,
    length: f64,
    width: f64,
    /// The direction of its length.
    along: WorldVec,
}

/// The road on which a bay opens.
struct Opening<'a> {
    road: &'a Feature,
    width: f64,
    /// The road's direction, its middle lying on the left of it as seen from the bay.
    along: WorldVec,
    /// The point of the road's middle nearest to the bay.
    middle: WorldPt,
    angle: BayAngle,
    on_carriageway: bool,
}

impl Bay<'_> {
    fn findings(&self) -> Vec<Finding> {
        let opening = self.opening();
        let angle = opening.as_ref().map_or(BayAngle::Square, |opening| opening.angle);
        let [width, length, _] = numbers(angle);
        let too_short = match angle {
            BayAngle::Parallel => "bay-size-parallel-length",
            _ => "bay-size-length",
        };
        let size = [
            missed(self.site, self.placed, width, self.width, "bay-size-width").map(|f| f.further("width")),
            missed(self.site, self.placed, length, self.length, too_short).map(|f| f.further("length")),
        ];
        let mut found: Vec<Finding> = size.into_iter().flatten().collect();
        if let Some(opening) = opening {
            found.extend(self.street(&opening));
            found.extend(self.aisle(&opening));
        }
        found
    }

    /// The road within whose reach the bay lies; of several the one it lies deepest in.
    fn opening(&self) -> Option<Opening<'_>> {
        let roads = self.site.features_within(self.placed, ON_THE_ROAD_M).into_iter();
        let near = roads.filter_map(|road| {
            let (
                Class::Road {
                    usage,
                    width: Some(width),
                    ..
                },
                Shape::Line(line),
            ) = (&road.class, &road.shape)
            else {
                return None;
            };
            let ground = self.site.terrain.ground(road)?;
            let gap = to_feature(self.site, self.placed, road)?;
            if *usage == RoadUse::City || gap.length() > ON_THE_ROAD_M {
                return None;
            }
            let nearest = line.segments().min_by(|a, b| {
                let away = |piece: &Segment| piece.nearest(self.at).distance(self.at);
                away(a).total_cmp(&away(b))
            })?;
            let along = (nearest.to - nearest.from).unit()?;
            let middle = nearest.nearest(self.at);
            let left = (middle - self.at).cross(along) <= 0.0;
            let opening = Opening {
                road: road.as_ref(),
                width: *width,
                along: if left { along } else { -along },
                middle,
                angle: angle_between(self.along, along),
                on_carriageway: self.placed.ground.shared(ground).area() > ON_CARRIAGEWAY_M2,
            };
            Some((middle.distance(self.at) - width / 2.0, opening))
        });
        near.min_by(|a, b| a.0.total_cmp(&b.0))
            .map(|(_, opening)| opening)
    }

    /// Bays stand at no kerb of a carriageway that is too narrow for them.
    fn street(&self, opening: &Opening) -> Option<Finding> {
        let number = self.site.provision(STREET)?;
        if !opening.on_carriageway || !falls_short(opening.width, number.value) {
            return None;
        }
        let message = Message::new("bay-size-street")
            .with("thing", self.placed.name())
            .with("where", feature_name(opening.road));
        let message = short_by(message, opening.width, number.value);
        let found = Finding::missed(BAY_SIZE.id, number, opening.width, message)
            .about(&[self.placed.id()], &[&opening.road.id])
            .further("street");
        Some(Finding { at: self.at, ..found })
    }

    /// What is free before the bay, as far as the road's other edge or what stands there first.
    fn aisle(&self, opening: &Opening) -> Option<Finding> {
        let number = self.site.provision(numbers(opening.angle)[2])?;
        let own = self.placed.thing.shape.outline()?;
        // In the road's own frame: x along it, y across it from its middle toward the bay.
        let across = -opening.along.left();
        let frame = |p: WorldPt| {
            (
                (p - opening.middle).dot(opening.along),
                (p - opening.middle).dot(across),
            )
        };
        let world = |x: f64, y: f64| opening.middle + opening.along * x + across * y;
        let corners: Vec<(f64, f64)> = own.corners().iter().map(|corner| frame(*corner)).collect();
        let least = |value: fn(&(f64, f64)) -> f64| corners.iter().map(value).fold(f64::MAX, f64::min);
        let most = |value: fn(&(f64, f64)) -> f64| corners.iter().map(value).fold(f64::MIN, f64::max);
        let (west, east, front, far) = (
            least(|c| c.0),
            most(|c| c.0),
            least(|c| c.1),
            -opening.width / 2.0,
        );
        if front <= far {
            // It lies across the whole road: that is for the rule of overlaps.
            return None;
        }
        let way = Outline::new([
            world(west, far),
            world(east, far),
            world(east, front),
            world(west, front),
        ])
        .ok()?;
        let blocked = self.first_in(&Region::from(&way), |p| frame(p).1, opening.road);
        let edge = blocked.as_ref().map_or(far, |(y, _)| *y);
        let free = front - edge;
        if !falls_short(free, number.value) {
            return None;
        }
        let thing = self.placed.name();
        let (key, what) = match &blocked {
            Some((_, Blocks::Thing(other))) => {
                let name = Message::new("near-thing").with("name", other.name());
                ("bay-size-aisle-blocked", name)
            }
            Some((_, Blocks::Feature(feature))) => ("bay-size-aisle-blocked", within_sentence(feature)),
            None => ("bay-size-aisle", feature_name(opening.road)),
        };
        let message = Message::new(key)
            .with("thing", thing)
            .with("where", feature_name(opening.road))
            .with("what", what);
        let found = Finding::missed(BAY_SIZE.id, number, free, short_by(message, free, number.value));
        let middle = (west + east) / 2.0;
        let piece = Segment {
            from: world(middle, front),
            to: world(middle, edge),
        };
        let (bay, road) = (self.placed.id(), &opening.road.id);
        let found = match &blocked {
            Some((_, Blocks::Thing(other))) => found.about(&[bay, other.id()], &[road]),
            Some((_, Blocks::Feature(feature))) => found.about(&[bay], &[road, &feature.id]),
            None => found.about(&[bay], &[road]),
        };
        Some(found.further("aisle").across(piece))
    }

    /// What of things and bays stands on the way before the bay, and how far it comes toward it.
    fn first_in(
        &self,
        way: &Region,
        height: impl Fn(WorldPt) -> f64,
        road: &Feature,
    ) -> Option<(f64, Blocks<'_>)> {
        let reach = self.site.provision(AISLE).map_or(0.0, |aisle| aisle.value) + road_width(road);
        // A kind that is not known stands.
        let stands =
            |kind: Option<&Kind>| kind.is_none_or(|kind| kind.layer == Layer::Standing && !kind.on_roads);
        let things = self.site.neighbours_such(self.placed, reach, stands).into_iter();
        let things = things.map(|other| (Blocks::Thing(other), other.standing_ground()));
        let features = self.site.features_within(self.placed, reach).into_iter();
        let bays = features.filter(|feature| matches!(feature.class, Class::Bay { .. }));
        let bays =
            bays.filter_map(|bay| Some((Blocks::Feature(bay.as_ref()), self.site.terrain.ground(bay)?)));
        let reached = things.chain(bays).filter_map(|(what, ground)| {
            if !ground.meets(way) || ground.shared(&self.placed.ground).area() > HINDERS_M2 {
                return None;
            }
            let taken = ground.shared(way);
            let corners = taken.pieces().flat_map(|(edge, _)| edge.corners().to_vec());
            let top = corners.map(&height).fold(f64::MIN, f64::max);
            (taken.area() > HINDERS_M2).then_some((top, what))
        });
        reached.max_by(|a, b| a.0.total_cmp(&b.0))
    }
}

enum Blocks<'a> {
    Thing(&'a Placed),
    Feature(&'a Feature),
}

fn road_width(road: &Feature) -> f64 {
    match road.class {
        Class::Road {
            width: Some(width), ..
        } => width,
        _ => 0.0,
    }
}

/// The layout's angle nearest to that between a bay and its road, by the sines half way between.
fn angle_between(bay: WorldVec, road: WorldVec) -> BayAngle {
    let sine = bay.cross(road).abs();
    match sine {
        s if s < 0.2588 => BayAngle::Parallel,
        s if s < 0.6088 => BayAngle::Thirty,
        s if s < 0.7934 => BayAngle::FortyFive,
        s if s < 0.9659 => BayAngle::Sixty,
        _ => BayAngle::Square,
    }
}
