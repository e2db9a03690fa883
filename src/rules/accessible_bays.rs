//! Bays for wheelchair users: so many of the estate's, one in each car park at least, and an aisle
//! beside each. Of what was there before only what the drawing takes away is told.

use crate::estate::{BayUse, Class};
use crate::geometry::WorldVec;
use crate::text::Message;

use super::distance::{GRAIN_M, falls_short, to_thing};
use super::placed::{Placed, Site};
use super::profile::Provision;
use super::rule::{Answer, Rule, Tiding};
use super::totals::Totals;
use super::{Finding, FindingId};

/// Of all bays of the estate, in percent.
const SHARE: &str = "accessible-bays.share";
/// In each car park.
const LEAST: &str = "accessible-bays.least";
/// In a large car park, in percent …
const LARGE: &str = "accessible-bays.share-mandatory";
/// … from so many bays.
const LARGE_FROM: &str = "accessible-bays.large";
const AISLE: &str = "accessible-bays.aisle";
const WIDTH: &str = "bay-size.width";

/// The rule.
pub(super) static ACCESSIBLE_BAYS: Rule = Rule::whole(
    "accessible-bays",
    &[SHARE, LEAST, LARGE, LARGE_FROM, AISLE, WIDTH],
    look,
);

/// An accessible bay so near to a car park, in metres, is one of its bays.
const OF_THE_LOT_M: f64 = 0.5;
/// Two accessible bays so near to each other, in metres, share an aisle.
const SIDE_BY_SIDE_M: f64 = 0.05;
/// A bay of which a thing takes less than this, in square metres, stays.
const TOUCHED_M2: f64 = 0.3;
/// A mapped area larger than this, in square metres, is a car park of bays of the other size.
const ONE_BAY_M2: f64 = 20.0;
const LOT_M2_PER_BAY: f64 = 25.0;

fn look(site: &Site, totals: &Totals) -> Answer {
    let all = site.all();
    let accessible: Vec<&Placed> = all
        .iter()
        .copied()
        .filter(|placed| is_accessible_bay(placed))
        .collect();
    let (estate, tiding) = of_the_estate(site, totals, &all);
    let mut findings: Vec<Finding> = all
        .iter()
        .filter_map(|lot| of_a_lot(site, lot, &accessible))
        .collect();
    // What one car park lacks is told of it, and not of the whole estate again.
    findings.extend(estate.filter(|_| findings.is_empty()));
    findings.extend(accessible.iter().filter_map(|bay| aisle(site, bay, &accessible)));
    Answer {
        findings,
        tidings: tiding.into_iter().collect(),
        gave_up: None,
    }
}

fn is_accessible_bay(placed: &Placed) -> bool {
    placed
        .kind
        .as_ref()
        .is_some_and(|kind| kind.gain.accessible > 0.0)
}

/// How many bays there were, and how many of them accessible.
fn there_before(site: &Site) -> (f64, f64) {
    let mut bays = (0.0, 0.0);
    for feature in site.project.estate.features() {
        let Class::Bay { usage } = feature.class else {
            continue;
        };
        if usage == BayUse::Bike {
            continue;
        }
        let area = site.terrain.ground(feature).map_or(0.0, |ground| ground.area());
        let count = if area <= ONE_BAY_M2 {
            1.0
        } else {
            area / LOT_M2_PER_BAY
        };
        bays.0 += count;
        bays.1 += if usage == BayUse::Accessible { count } else { 0.0 };
    }
    (bays.0.round(), bays.1.round())
}

/// How many accessible bays that were there the drawing builds over.
fn lost(site: &Site, all: &[&Placed]) -> f64 {
    let features = site.project.estate.features().iter();
    let lost = features.filter(|feature| {
        let Class::Bay {
            usage: BayUse::Accessible,
        } = feature.class
        else {
            return false;
        };
        let bounds = feature.bounds();
        site.terrain.ground(feature).is_some_and(|bay| {
            all.iter()
                .filter(|placed| placed.bounds.meets(&bounds))
                .any(|placed| {
                    let own = placed.standing_ground();
                    own.meets(bay) && own.shared(bay).area() > TOUCHED_M2
                })
        })
    });
    lost.count() as f64
}

fn of_the_estate(site: &Site, totals: &Totals, all: &[&Placed]) -> (Option<Finding>, Option<Tiding>) {
    let Some(provision) = site.provision(SHARE) else {
        return (None, None);
    };
    let asked = |bays: f64| (bays * provision.value / 100.0 - 1e-9).ceil().max(0.0);
    let (bays, accessible) = there_before(site);
    let before = (asked(bays) - accessible).max(0.0);
    let bays = bays + totals.bays();
    let accessible = accessible + totals.accessible - lost(site, all);
    let after = (asked(bays) - accessible).max(0.0);
    if after < before {
        let message = Message::new("accessible-bays-won").number("count", before - after, 0);
        let tiding = Tiding {
            good: true,
            weight: 0.4,
            message,
        };
        return (None, Some(tiding));
    }
    if after <= before {
        return (None, None);
    }
    let message = Message::new("accessible-bays-estate")
        .number("bays", bays, 0)
        .number("count", accessible, 0)
        .number("asked", asked(bays), 0);
    let finding = Finding::missed(
        ACCESSIBLE_BAYS.id,
        provision,
        accessible / bays.max(1.0) * 100.0,
        message,
    );
    let at = site.project.estate.bounds().centre();
    (Some(Finding { at, ..finding }), None)
}

/// A car park that the drawing lays out has accessible bays of its own, or beside it.
fn of_a_lot(site: &Site, lot: &Placed, accessible: &[&Placed]) -> Option<Finding> {
    let held = lot.capacity;
    if lot.kind.as_ref()?.lays_out.is_none() || held.bays == 0 {
        return None;
    }
    let beside = accessible.iter().filter(|bay| {
        bay.bounds.meets(&lot.bounds.grown(OF_THE_LOT_M))
            && to_thing(lot, bay).is_some_and(|piece| piece.length() <= OF_THE_LOT_M)
    });
    let beside = beside.count() as f64;
    let (bays, has) = (f64::from(held.bays) + beside, f64::from(held.accessible) + beside);
    let large = bays >= site.provision(LARGE_FROM)?.value;
    let provision = site.provision(if large { LARGE } else { LEAST })?;
    let asked = if large {
        (bays * provision.value / 100.0 - 1e-9).ceil()
    } else {
        provision.value
    };
    if has >= asked {
        return None;
    }
    let message = Message::new("accessible-bays-lot")
        .with("thing", lot.name())
        .number("bays", bays, 0)
        .number("count", has, 0)
        .number("asked", asked, 0);
    let measured = if large { has / bays * 100.0 } else { has };
    Some(about(lot, provision, measured, message))
}

/// Beside a bay for wheelchair users there is an aisle; two bays may share one.
fn aisle(site: &Site, bay: &Placed, accessible: &[&Placed]) -> Option<Finding> {
    let (provision, width) = (site.provision(AISLE)?, site.provision(WIDTH)?.value);
    let own = super::capacity::size_of(&bay.thing.shape);
    let metres = (own.x.min(own.y) - width).max(0.0);
    if !falls_short(metres, provision.value) {
        return None;
    }
    let shares = accessible.iter().any(|other| {
        other.id() != bay.id()
            && other.bounds.meets(&bay.bounds.grown(SIDE_BY_SIDE_M))
            && to_thing(bay, other).is_some_and(|piece| piece.length() <= SIDE_BY_SIDE_M)
            && {
                let size = super::capacity::size_of(&other.thing.shape);
                metres + size.x.min(size.y) - width >= provision.value - GRAIN_M
            }
    });
    if shares {
        return None;
    }
    let message = Message::new("accessible-bays-aisle")
        .with("thing", bay.name())
        .number("metres", metres, 2)
        .number("asked", provision.value, 2);
    Some(about(bay, provision, metres, message))
}

/// The size in metres with which a bay that lacks its aisle has one; none of what lacks none.
pub(super) fn size_with_aisle(site: &Site, bay: &Placed, finding: &Finding) -> Option<WorldVec> {
    if finding.rule != ACCESSIBLE_BAYS.id || !is_accessible_bay(bay) {
        return None;
    }
    let own = super::capacity::size_of(&bay.thing.shape);
    let wide = site.provision(WIDTH)?.value + site.provision(AISLE)?.value;
    let (short, long) = (own.x.min(own.y), own.x.max(own.y));
    (short < wide).then(|| match own.x <= own.y {
        true => WorldVec::new(wide, long.max(wide)),
        false => WorldVec::new(long.max(wide), wide),
    })
}

fn about(placed: &Placed, provision: &Provision, measured: f64, message: Message) -> Finding {
    let finding = Finding::missed(ACCESSIBLE_BAYS.id, provision, measured, message);
    let finding = finding.about(&[placed.id()], &[]);
    Finding {
        id: FindingId(format!("{}:{}", ACCESSIBLE_BAYS.id, placed.id())),
        at: placed.thing.shape.centre(),
        ..finding
    }
}
