//! What is added takes no sun from the windows that are there.
//!
//! The old estate is not judged: the minutes of each ground-floor window on 大寒日 and 冬至日 are
//! compared with those that it has without the drawing. Trees are exempt.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::estate::FeatureId;
use crate::geometry::{Outline, Region, WorldVec};
use crate::sunlight::{Kept, Shade, Solid, Windows};
use crate::text::{Arg, Message};

use super::names::feature_name;
use super::placed::{Placed, Site};
use super::rule::{Answer, Rule, Tiding};
use super::sunlit::{self, Place, Sunlit};
use super::{Finding, FindingId, Severity, shade};

/// The rule.
pub(super) static SUN: Rule = Rule::far("sun", &["sun.loss", "sun.segment", "sun.sill"], look).needing(needs);

/// How much sun matters beside other tidings: less than the fire engine, more than a bench.
const WEIGHT: f64 = 0.6;
/// How deep the strip is that shows a window on the plan, in metres.
const STRIP_M: f64 = 0.8;

fn needs(site: &Site) -> Option<Message> {
    if sunlit::latitude(site.project).is_none() {
        return Some(Message::new("not-checked-latitude"));
    }
    let none = sunlit::houses(site.project).next().is_none();
    none.then(|| Message::new("not-checked-houses"))
}

/// A side of a house that loses sun on a day.
type Side<'a> = (&'a FeatureId, &'static str);

fn look(site: &Site) -> Answer {
    let (Some(sunlit), Some(loss)) = (site.survey.sunlit(), site.provision("sun.loss")) else {
        return Answer::default();
    };
    let things: Vec<(&Placed, Arc<Shade>)> = site
        .all()
        .into_iter()
        .filter_map(|placed| Some((placed, sunlit.shade(placed)?)))
        .collect();
    let shades: Vec<&Shade> = things.iter().map(|(_, shade)| &**shade).collect();
    let kept = sunlit.windows.kept(&shades, &sunlit.gone(site));
    let mut sides: BTreeMap<Side, Vec<Kept>> = BTreeMap::new();
    for less in kept.iter().filter(|kept| lost(kept) > loss.value) {
        let place = &sunlit.places[less.window];
        sides
            .entry((&place.house.id, place.side))
            .or_default()
            .push(*less);
    }
    let findings = sides
        .values()
        .filter_map(|less| of_side(site, sunlit, less, &things));
    Answer {
        findings: findings.collect(),
        tidings: tidings(sunlit, &kept, loss.value),
        gave_up: None,
    }
}

/// Whether a thing by itself takes no sun from any window.
pub(super) fn is_clear(site: &Site, placed: &Placed) -> bool {
    let (Some(sunlit), Some(loss)) = (site.survey.sunlit(), site.provision("sun.loss")) else {
        return true;
    };
    let Some(shade) = sunlit.shade(placed) else {
        return true;
    };
    let kept = sunlit.windows.kept(&[&shade], &sunlit.gone(site));
    kept.iter().all(|kept| lost(kept) <= loss.value)
}

/// Minutes lost; negative where sun is won.
fn lost(kept: &Kept) -> f64 {
    f64::from(kept.before) - f64::from(kept.after)
}

/// The worst loss: first on the day that counts for the house, then on the other.
fn worst<'k>(sunlit: &Sunlit, less: &'k [Kept]) -> Option<&'k Kept> {
    let counts = |kept: &Kept| kept.day == sunlit.places[kept.window].day;
    let key = |kept: &&Kept| (counts(kept), lost(kept) as i64, std::cmp::Reverse(kept.window));
    less.iter().max_by_key(key)
}

fn of_side(site: &Site, sunlit: &Sunlit, less: &[Kept], things: &[(&Placed, Arc<Shade>)]) -> Option<Finding> {
    let worst = worst(sunlit, less)?;
    let place = &sunlit.places[worst.window];
    let provision = site.provision("sun.loss")?;
    let loss = provision.value;
    let mut windows: Vec<usize> = less.iter().map(|kept| kept.window).collect();
    windows.sort_unstable();
    windows.dedup();
    let key = if windows.len() > 1 {
        "sun-less-windows"
    } else {
        "sun-less"
    };
    let other = less
        .iter()
        .find(|kept| kept.window == worst.window && kept.day != worst.day);
    let message = about(key, place, worst)
        .number("number", place.number as f64, 0)
        .number("windows", windows.len() as f64, 0);
    let message = match other {
        None => message,
        Some(other) => Message::new("sun-also")
            .with("loss", message)
            .with("day", Message::new(Windows::DAYS[other.day].key()))
            .number("lost", lost(other), 0),
    };
    // Who takes the sun, the one that takes most first.
    let mut takers: Vec<(u32, &Placed)> = things
        .iter()
        .map(|(placed, shade)| {
            let covered = less
                .iter()
                .map(|kept| sunlit.windows.covered(shade, kept.window, kept.day));
            (covered.sum(), *placed)
        })
        .filter(|(covered, _)| *covered > 0)
        .collect();
    takers.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.id().cmp(b.1.id())));
    let message = with_height(sunlit, takers.first()?.1, loss, message);
    let ids: Vec<_> = takers.iter().map(|(_, placed)| placed.id()).collect();
    let mut finding =
        Finding::missed(SUN.id, provision, lost(worst), message).about(&ids, &[&place.house.id]);
    finding.id = FindingId(format!("{}:{}", finding.id.0, place.side));
    if worst.day != place.day {
        // The standard asks for sun on the other day; on this one it is good to know.
        finding.severity = Severity::Should;
        finding.verified = false;
    }
    finding.ground = strip(sunlit, &windows);
    let ends = sunlit.windows.window(worst.window)?.ends;
    finding.at = ends[0].middle(ends[1]);
    Some(finding)
}

/// The sentence, and how high the thing that takes most might be where it stands, had it been of
/// another height: a planner's first question.
fn with_height(sunlit: &Sunlit, taker: &Placed, loss: f64, message: Message) -> Message {
    let kind = taker.kind.as_deref();
    let Some(solid) = kind.and_then(|kind| shade::of_thing(kind, &taker.thing)) else {
        return message;
    };
    let takes = |height: f64| {
        let lower = Solid::lifted(solid.outline.clone(), solid.foot.min(height / 2.0), height);
        let shade = lower
            .map(|lower| sunlit.windows.shade(&lower))
            .unwrap_or_default();
        let kept = sunlit.windows.kept(&[&shade], &[]);
        kept.iter().any(|kept| lost(kept) > loss)
    };
    // To the decimetre, below what it has.
    let (mut safe, mut high) = (0, (solid.top * 10.0).ceil() as i32);
    while high - safe > 1 {
        let middle = (safe + high) / 2;
        if takes(f64::from(middle) / 10.0) {
            high = middle;
        } else {
            safe = middle;
        }
    }
    if safe == 0 {
        return message;
    }
    Message::new("sun-with-height")
        .with("loss", message)
        .number("metres", f64::from(safe) / 10.0, 1)
}

/// The sentence's house, side, day and minutes.
fn about(key: &'static str, place: &Place, kept: &Kept) -> Message {
    Message::new(key)
        .with("house", feature_name(&place.house))
        .with("side", side(place.side))
        .with("day", Message::new(Windows::DAYS[kept.day].key()))
        .number("lost", lost(kept).abs(), 0)
        .number("before", f64::from(kept.before), 0)
        .number("after", f64::from(kept.after), 0)
}

fn side(side: &str) -> Arg {
    Arg::Key {
        key: format!("side-{side}"),
        or: side.to_owned(),
    }
}

/// The windows as strips before their wall.
fn strip(sunlit: &Sunlit, windows: &[usize]) -> Option<Region> {
    let strips: Vec<Outline> = windows
        .iter()
        .filter_map(|at| sunlit.windows.window(*at))
        .map(|window| {
            let [from, to] = window.ends;
            let along = to - from;
            let size = WorldVec::new(along.length(), STRIP_M);
            Outline::rectangle(from.middle(to), size, along.degrees())
        })
        .collect();
    (!strips.is_empty()).then(|| Region::union_of(&strips))
}

/// The most that any window loses, and the most that any wins.
fn tidings(sunlit: &Sunlit, kept: &[Kept], loss: f64) -> Vec<Tiding> {
    let of = |change: fn(&Kept) -> f64, least: f64| {
        let changed: Vec<&Kept> = kept
            .iter()
            .filter(|kept| kept.day == sunlit.places[kept.window].day && change(kept) > least)
            .collect();
        let most = changed.iter().max_by(|a, b| {
            let order = change(a).total_cmp(&change(b));
            order.then(b.window.cmp(&a.window))
        });
        most.map(|most| (changed.len() as f64, **most))
    };
    let won = of(|kept| -lost(kept), 0.0).map(|found| (true, "sun-tiding-more", found));
    let less = of(lost, loss).map(|found| (false, "sun-tiding-less", found));
    let tiding = |(good, key, (windows, most)): (bool, &'static str, (f64, Kept))| Tiding {
        good,
        weight: WEIGHT,
        message: about(key, &sunlit.places[most.window], &most).number("windows", windows, 0),
    };
    [won, less].into_iter().flatten().map(tiding).collect()
}
