//! How loud it gets at the house when people dance on a plaza or play chess, as if nothing stood
//! between: L(r) = L(r₁) − 20 lg (r / r₁). An estimate for comparing, not a measurement.

use crate::estate::FeatureId;
use crate::geometry::{Bounds, Outline, WorldPt};
use crate::passage::Goal;
use crate::text::Message;

use super::super::placed::Site;
use super::super::walking;
use super::{Becomes, CardRow, Destination, less};

/// Group dance is measured at so many metres, chess and talk at one.
const DANCE_AT_M: f64 = 5.0;
/// Nobody dances on less, in square metres.
const DANCE_M2: f64 = 100.0;
/// One household's rooms reach so far from their stair door, in metres: half a stair and the depth
/// of a slab (domain.md E2).
const HOME_M: f64 = 14.0;
/// From floor to floor, and a window's middle above its floor, in metres (domain.md E2).
const STOREY_M: f64 = 2.8;
const WINDOW_M: f64 = 1.5;
/// Below this nobody notices it beside the town's own noise, in dB.
const QUIET_DB: f64 = 40.0;
/// A change that is hardly heard, in dB.
const SAME_DB: f64 = 1.0;

/// Something that is heard: where from, and how loud at a metre.
struct Source {
    at: WorldPt,
    level: f64,
}

pub(super) fn row(site: &Site, house: Option<&FeatureId>, door: WorldPt, floor: u32) -> Option<CardRow> {
    let dance = site.provision("noise.dance")?.value + 20.0 * libm::log10(DANCE_AT_M);
    let chess = site.provision("noise.chess")?.value;
    let limit = site.provision("noise.day")?.value;
    let house = house.and_then(|id| site.project.estate.feature(id));
    let walls = house
        .and_then(|house| house.shape.outline())
        .map_or_else(|| vec![door], |outline| walls_near(outline, door));
    let up = f64::from(floor.max(1) - 1) * STOREY_M + WINDOW_M;
    let heard = |sources: &[Source]| -> f64 {
        let levels = sources.iter().map(|source| {
            let flat = walls
                .iter()
                .map(|wall| wall.distance(source.at))
                .fold(f64::MAX, f64::min);
            let away = (flat * flat + up * up).sqrt().max(1.0);
            source.level - 20.0 * libm::log10(away)
        });
        let power: f64 = levels.map(|level| libm::pow(10.0, level / 10.0)).sum();
        if power > 0.0 {
            10.0 * libm::log10(power)
        } else {
            0.0
        }
    };
    let (before, after) = sources(site, dance, chess);
    let (before, after) = (heard(&before), heard(&after));
    let said = |level: f64| {
        let key = match level {
            level if level < QUIET_DB => "door-noise-quiet",
            level if level > limit => "door-noise-loud",
            _ => "door-noise-level",
        };
        Message::new(key)
            .number("level", level.round(), 0)
            .number("limit", limit, 0)
    };
    let becomes = if before < QUIET_DB && after < QUIET_DB {
        Becomes::Same
    } else {
        less(before.max(QUIET_DB), after.max(QUIET_DB), SAME_DB)
    };
    Some(CardRow {
        about: "noise",
        label: Message::new("door-noise"),
        before: said(before),
        after: said(after),
        becomes,
    })
}

/// What is heard before and after: plazas large enough to dance on, and chess tables.
fn sources(site: &Site, dance: f64, chess: f64) -> (Vec<Source>, Vec<Source>) {
    let plazas = |targets: &[walking::Target]| -> Vec<Source> {
        let areas = targets.iter().filter_map(|target| match &target.place {
            Goal::Area(edge) if edge.area() >= DANCE_M2 => Some(edge.centroid()),
            _ => None,
        });
        areas.map(|at| Source { at, level: dance }).collect()
    };
    let plaza = Destination::Plaza.at();
    let before = plazas(&walking::targets_before(site)[plaza]);
    let mut after = plazas(&walking::targets_after(site)[plaza]);
    let tables = site.all().into_iter();
    let tables = tables.filter(|placed| placed.is_one_of(&["chess-table"]));
    after.extend(tables.map(|placed| Source {
        at: placed.thing.shape.centre(),
        level: chess,
    }));
    (before, after)
}

/// Points of the walls that may be one household's, a metre apart.
fn walls_near(outline: &Outline, door: WorldPt) -> Vec<WorldPt> {
    let near = Bounds { min: door, max: door }.grown(HOME_M);
    let mut found = vec![outline.nearest_on_edge(door)];
    for side in outline.sides() {
        let steps = side.length().ceil().max(1.0);
        let along =
            (0..=steps as u32).map(|step| side.from + (side.to - side.from) * (f64::from(step) / steps));
        found.extend(along.filter(|at| near.contains(*at) && at.distance(door) <= HOME_M));
    }
    found
}
