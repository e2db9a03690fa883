//! Nothing stands on manholes and septic tanks, hydrants keep clear ground, and what is built keeps
//! off buried mains. How far houses keep from septic tanks is told by `building-spacing`.

use crate::catalogue::{Layer, LaysOut};
use crate::estate::{Class, Feature, PipeUse, Shape};
use crate::geometry::{Outline, Region, Segment};
use crate::text::Message;

use super::classes::{is_closed, is_refit};
use super::distance::{GRAIN_M, falls_short, farthest, pipe_key, to_feature, to_outer_side};
use super::names::feature_name;
use super::placed::{Placed, Site};
use super::profile::Provision;
use super::{Finding, Rule};

const MANHOLE: &str = "underground.manhole";
const HYDRANT: &str = "underground.hydrant";
const OVER_SEPTIC: &str = "underground.over-septic";
const OVER_MAIN: &str = "underground.over-main";
const OVER_PIPE: &str = "underground.over-pipe";
const WATER_LARGE: &str = "underground.water-large";
/// The diameter in metres above which a water main is a large one.
const WATER_LARGE_FROM: &str = "underground.water-large-from";
const NUMBERS: [&str; 14] = [
    MANHOLE,
    HYDRANT,
    OVER_SEPTIC,
    OVER_MAIN,
    OVER_PIPE,
    WATER_LARGE,
    WATER_LARGE_FROM,
    "underground.water",
    "underground.storm",
    "underground.sewer",
    "underground.gas",
    "underground.heat",
    "underground.power",
    "underground.telecom",
];
/// Half of a manhole's cover, in metres, where it is drawn as a spot: covers are 0.7 m across.
const COVER_M: f64 = 0.35;
/// Half of a septic tank, in metres, where it is drawn as a spot: tanks are 2.4 m wide (E2 [M 75%]).
const TANK_M: f64 = 1.2;

/// The rule.
pub(super) static UNDERGROUND: Rule = Rule::within("underground", &NUMBERS, |_| 0.0, look).needing(needs);

fn needs(site: &Site) -> Option<Message> {
    let any = |wanted: fn(&Class) -> bool| {
        let features = site.project.estate.features();
        features.iter().any(|feature| wanted(&feature.class))
    };
    let pipes = any(|class| matches!(class, Class::Pipe { .. }));
    (!pipes).then(|| Message::new("not-checked-no-pipes"))
}

/// What stands there. Parked cars stand in the bays of a car park, not on its aisles.
fn standing_ground(placed: &Placed) -> Option<&Region> {
    (placed.layer() == Layer::Standing).then(|| placed.parked_ground())
}

/// Whether it is built into the ground, so that it has to be torn down to dig for a pipe. Trees and
/// kit for sport have rules of their own.
fn is_built(placed: &Placed) -> bool {
    placed.kind.as_ref().is_some_and(|kind| {
        let flat = kind.height == 0.0 || kind.gain.bays > 0.0 || kind.lays_out == Some(LaysOut::CarPark);
        kind.layer == Layer::Standing && kind.seals && !flat && kind.gain.activity == 0.0
    })
}

fn look(site: &Site, placed: &Placed) -> Vec<Finding> {
    if placed.layer() != Layer::Standing {
        return Vec::new();
    }
    let reach = farthest(site.profile(), &NUMBERS) + TANK_M;
    let features = site.features_within(placed, reach);
    features
        .into_iter()
        .filter_map(|feature| with_feature(site, placed, feature))
        .collect()
}

fn with_feature(site: &Site, placed: &Placed, feature: &Feature) -> Option<Finding> {
    match feature.class {
        Class::Manhole => clear_of(site, placed, feature, MANHOLE, COVER_M),
        Class::Hydrant => clear_of(site, placed, feature, HYDRANT, 0.0),
        Class::Septic => septic(site, placed, feature),
        Class::Pipe { usage, diameter } if is_closed(placed) && !is_refit(site, placed) => {
            beside_pipe(site, placed, feature, usage, diameter)
        }
        Class::Pipe { usage, diameter } if is_built(placed) => {
            over_pipe(site, placed, feature, usage, diameter)
        }
        _ => None,
    }
}

/// Nothing stands within a distance of a spot of a radius.
fn clear_of(site: &Site, placed: &Placed, feature: &Feature, number: &str, radius: f64) -> Option<Finding> {
    let provision = site.provision(number)?;
    // Far things first: few things stand near a spot.
    let near = placed.bounds.grown(provision.value + radius);
    if !near.meets(&feature.shape.bounds()) {
        return None;
    }
    let piece = to_spot(site, standing_ground(placed)?, feature, radius)?;
    let metres = piece.length();
    if !falls_short(metres, provision.value) {
        return None;
    }
    let key = match (number, metres < GRAIN_M) {
        (HYDRANT, _) => "underground-hydrant",
        (_, true) => "underground-on-manhole",
        (_, false) => "underground-by-manhole",
    };
    Some(missed(placed, feature, provision, key, piece))
}

/// The shortest piece from ground to the outer side of a spot, or to the edge of an area.
fn to_spot(site: &Site, ground: &Region, feature: &Feature, radius: f64) -> Option<Segment> {
    let piece = crate::geometry::gap(&crate::geometry::edges(ground), site.terrain.edges(feature))?;
    let inside = match (&feature.shape, site.terrain.ground(feature)) {
        (Shape::Point(at), _) => ground.contains(*at),
        (_, Some(spot)) => ground.meets(spot),
        _ => false,
    };
    let is_point = matches!(feature.shape, Shape::Point(_));
    Some(match (inside, is_point) {
        (true, _) => Segment {
            from: piece.to,
            to: piece.to,
        },
        (false, true) => to_outer_side(piece, Some(radius * 2.0)),
        (false, false) => piece,
    })
}

fn septic(site: &Site, placed: &Placed, feature: &Feature) -> Option<Finding> {
    let ground = standing_ground(placed)?;
    let piece = to_spot(site, ground, feature, TANK_M)?;
    let tank = match &feature.shape {
        Shape::Point(at) => {
            let size = crate::geometry::WorldVec::new(TANK_M * 2.0, TANK_M * 2.0);
            Region::from(&Outline::rectangle(*at, size, 0.0))
        }
        _ => site.terrain.ground(feature)?.clone(),
    };
    let over = site.provision(OVER_SEPTIC)?;
    let both = if ground.meets(&tank) {
        ground.shared(&tank)
    } else {
        Region::default()
    };
    if both.area() > over.value + 0.02 {
        let message = named("underground-over-septic", placed, feature).number("area", both.area(), 1);
        let finding = Finding::missed(UNDERGROUND.id, over, both.area(), message);
        return Some(Finding {
            at: piece.to,
            ground: Some(both),
            ..finding.about(&[placed.id()], &[&feature.id])
        });
    }
    None
}

/// A building keeps its distance from a pipe, by what it carries and how wide it is.
fn beside_pipe(
    site: &Site,
    placed: &Placed,
    feature: &Feature,
    usage: PipeUse,
    diameter: Option<f64>,
) -> Option<Finding> {
    let large =
        diameter.is_some_and(|across| across > site.provision(WATER_LARGE_FROM).map_or(0.0, |p| p.value));
    let provision = site.provision(match usage {
        PipeUse::Water if large => WATER_LARGE,
        PipeUse::Water => "underground.water",
        PipeUse::Storm => "underground.storm",
        PipeUse::Sewer => "underground.sewer",
        PipeUse::Gas => "underground.gas",
        PipeUse::Heat => "underground.heat",
        PipeUse::Power => "underground.power",
        PipeUse::Telecom => "underground.telecom",
    })?;
    let piece = to_outer_side(to_feature(site, placed, feature)?, diameter);
    falls_short(piece.length(), provision.value).then(|| {
        let message = Message::new("underground-pipe")
            .with("thing", placed.name())
            .with("other", Message::new(pipe_key(usage)))
            .number("metres", piece.length(), 2)
            .number("asked", provision.value, 2);
        let finding = Finding::missed(UNDERGROUND.id, provision, piece.length(), message);
        finding.about(&[placed.id()], &[&feature.id]).across(piece)
    })
}

/// Nothing is built over a pipe.
fn over_pipe(
    site: &Site,
    placed: &Placed,
    feature: &Feature,
    usage: PipeUse,
    diameter: Option<f64>,
) -> Option<Finding> {
    let is_main = matches!(usage, PipeUse::Gas | PipeUse::Water);
    let provision = site.provision(if is_main { OVER_MAIN } else { OVER_PIPE })?;
    let Shape::Line(line) = &feature.shape else {
        return None;
    };
    if !placed.bounds.meets(&line.bounds().grown(0.5)) {
        return None;
    }
    let across = diameter.unwrap_or_default().max(0.02);
    let ground = placed.standing_ground();
    let strip = Region::strip(line, across);
    if !ground.meets(&strip) {
        return None;
    }
    let both = ground.shared(&strip);
    let metres = both.area() / across;
    (metres > provision.value + 0.01).then(|| {
        let message = Message::new("underground-over-pipe")
            .with("thing", placed.name())
            .with("other", Message::new(pipe_key(usage)))
            .number("metres", metres, 1);
        let finding = Finding::missed(UNDERGROUND.id, provision, metres, message);
        Finding {
            at: both
                .bounds()
                .map_or(placed.thing.shape.centre(), |bounds| bounds.centre()),
            ground: Some(both),
            ..finding.about(&[placed.id()], &[&feature.id])
        }
    })
}

fn named(key: &'static str, placed: &Placed, feature: &Feature) -> Message {
    Message::new(key)
        .with("thing", placed.name())
        .with("other", feature_name(feature))
}

fn missed(
    placed: &Placed,
    feature: &Feature,
    provision: &Provision,
    key: &'static str,
    piece: Segment,
) -> Finding {
    let message = named(key, placed, feature)
        .number("metres", piece.length(), 2)
        .number("asked", provision.value, 2);
    let finding = Finding::missed(UNDERGROUND.id, provision, piece.length(), message);
    finding.about(&[placed.id()], &[&feature.id]).across(piece)
}
