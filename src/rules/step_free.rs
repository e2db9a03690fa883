//! A step-free way, wide enough for a wheelchair, from every stair door to the gate, the plaza, the
//! day-care centre and the waste station: GB 55019-2021 2.2.2 asks for 1.2 m.
//!
//! An old estate is not judged: a door counts only where there was a way and the drawing takes it,
//! or the other way round. The steps at a door are the door's own and are told in its card.

use std::collections::BTreeMap;

use crate::design::PlacementId;
use crate::estate::FeatureId;
use crate::geometry::Segment;
use crate::passage::{Goal, Islands, WalkGround};
use crate::text::Message;

use super::Finding;
use super::names::{door_name, kind_name};
use super::placed::Site;
use super::rule::{Answer, Rule, Tiding};
use super::walking::{self, Base, Destination, State};

const WIDTH: &str = "step-free.width";
/// So many things about a door are tried as what cuts it off, the nearest first.
const MOST_TRIED: usize = 12;

/// What must be reached, the most important first.
const ASKED: [Destination; 4] = [
    Destination::Gate,
    Destination::DayCare,
    Destination::Plaza,
    Destination::Bins,
];

/// The rule.
pub(super) static STEP_FREE: Rule = Rule::far("step-free", &[WIDTH], look).needing(needs);

fn needs(site: &Site) -> Option<Message> {
    (!walking::has_doors(site)).then(|| Message::new("not-checked-doors"))
}

/// Which of the destinations asked for are reached from each door.
type Reached = Vec<[bool; 4]>;

fn look(site: &Site) -> Answer {
    let base = match walking::base(site) {
        Ok(base) => base,
        Err(why) => {
            return Answer {
                gave_up: Some(Message::new(why.key())),
                ..Answer::default()
            };
        }
    };
    if site.all().is_empty() {
        return Answer::default();
    }
    let after = base.after(site);
    let before = base.islands();
    let islands = after.ground.islands_since(&base.state.ground, before);
    let was = reached(&base.state, before, base);
    let is = reached(&after, &islands, base);
    let mut answer = Answer::default();
    cut_off(site, base, &after, &islands, (&was, &is), &mut answer);
    shut_in(site, base, &after, &islands, &mut answer);
    opened(base, &after, (&was, &is), &mut answer);
    ramps(site, base, &mut answer);
    answer
}

fn reached(state: &State, islands: &Islands, base: &Base) -> Reached {
    let on = |place: &Goal| state.ground.islands_at(islands, place);
    let ends = ASKED.map(|to| {
        let mut all: Vec<u32> = state.goals(to).iter().flat_map(on).collect();
        all.sort_unstable();
        all.dedup();
        all
    });
    base.doors
        .iter()
        .map(|(_, door)| {
            let own = on(door);
            [0, 1, 2, 3].map(|at| own.iter().any(|island| ends[at].binary_search(island).is_ok()))
        })
        .collect()
}

/// Doors that had a way and have none now, those together that lie on one piece of ground.
fn cut_off(
    site: &Site,
    base: &Base,
    after: &State,
    islands: &Islands,
    (was, is): (&Reached, &Reached),
    answer: &mut Answer,
) {
    let lost = |door: usize| {
        (0..ASKED.len())
            .find(|at| was[door][*at] && !is[door][*at] && !after.targets[ASKED[*at].at()].is_empty())
    };
    // A door on no ground at all is alone.
    let mut groups: BTreeMap<(usize, Vec<u32>, usize), Vec<usize>> = BTreeMap::new();
    for door in 0..base.doors.len() {
        if let Some(at) = lost(door) {
            let ground = after.ground.islands_at(islands, &base.doors[door].1);
            let alone = if ground.is_empty() { door + 1 } else { 0 };
            groups.entry((at, ground, alone)).or_default().push(door);
        }
    }
    for ((at, ..), doors) in groups {
        if let Some(finding) = cut_off_finding(site, base, (after, islands), ASKED[at], &doors) {
            answer
                .tidings
                .push(tiding(false, "tiding-step-free-lost", doors.len(), ASKED[at]));
            answer.findings.push(finding);
        }
    }
}

fn cut_off_finding(
    site: &Site,
    base: &Base,
    (after, islands): (&State, &Islands),
    to: Destination,
    doors: &[usize],
) -> Option<Finding> {
    let provision = site.provision(WIDTH)?;
    let (first, place) = base.doors.get(*doors.first()?)?;
    let goals = after.goals(to);
    let narrow = after.ground.widest(place, &goals);
    let width = narrow.map_or(0.0, |narrow| narrow.width);
    let at = place_of(place);
    let piece = narrow.map_or(Segment { from: at, to: at }, |narrow| narrow.piece);
    let message = sentence("step-free-cut", narrow.is_some(), width, provision.value)
        .with("door", door_name(&site.project.estate, first))
        .number("others", doors.len() as f64 - 1.0, 0)
        .with("to", Message::new(to.key()));
    let blame = culprits(after, islands, place, &goals, piece);
    let features: Vec<&FeatureId> = doors.iter().map(|door| &base.doors[*door].0).collect();
    let mut finding = Finding::missed(STEP_FREE.id, provision, width, message);
    finding = finding
        .about(&blame.iter().collect::<Vec<_>>(), &features)
        .across(piece);
    // Named by the door: what is said stays the same when another thing is to blame.
    finding.id = super::FindingId(format!("step-free:{first}:{}", to.word()));
    if narrow.is_none() {
        finding.gap = None;
    }
    Some(finding)
}

/// With a bottleneck the centimetres that it lacks, else that nobody gets through.
fn sentence(key: &'static str, through: bool, width: f64, asked: f64) -> Message {
    let key = match (key, through) {
        ("step-free-cut", true) => "step-free-cut-narrow",
        ("step-free-cut", false) => "step-free-cut-closed",
        (_, true) => "step-free-thing-narrow",
        (_, false) => "step-free-thing-closed",
    };
    Message::new(key)
        .number("width", width, 2)
        .number("missing", ((asked - width) * 100.0).ceil(), 0)
}

/// The things that alone cut a place off: without one of them it is reached again. Where several
/// do it together, those at the narrowest place.
fn culprits(
    after: &State,
    islands: &Islands,
    place: &Goal,
    goals: &[Goal],
    narrow: Segment,
) -> Vec<PlacementId> {
    let middle = narrow.from.middle(narrow.to);
    let away = |ground: &crate::geometry::Region| {
        let pieces = ground.pieces();
        pieces
            .map(|(edge, _)| edge.distance_to(middle))
            .fold(f64::MAX, f64::min)
    };
    let mut near: Vec<(f64, usize)> = after
        .blocking
        .iter()
        .enumerate()
        .map(|(at, blocking)| (away(&blocking.ground), at))
        .collect();
    near.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    near.truncate(MOST_TRIED);
    let on = |goal: &Goal| after.ground.islands_at(islands, goal);
    let own = on(place);
    let ends: Vec<u32> = goals.iter().flat_map(on).collect();
    let mut probe = after.ground.clone();
    let mut found = Vec::new();
    for (_, at) in &near {
        let blocking = &after.blocking[*at];
        let taken: Vec<_> = blocking
            .obstacles
            .iter()
            .filter_map(|no| probe.take(*no))
            .collect();
        let within = blocking.ground.bounds().unwrap_or_default();
        let joined = after.ground.joined(islands, &probe, within);
        // A door that nothing else is before stands on no piece of ground until the thing is away.
        let again = own
            .iter()
            .any(|a| ends.iter().any(|b| joined.one(*a) == joined.one(*b)))
            || (own.is_empty() && reaches(&probe, place, goals));
        if again {
            found.push(blocking.thing.clone());
        }
        for obstacle in taken {
            probe.put(obstacle);
        }
    }
    if found.is_empty() {
        let reach = narrow.length() + 1.0;
        let at_it = near.iter().filter(|(away, _)| *away <= reach);
        found = at_it.map(|(_, at)| after.blocking[*at].thing.clone()).collect();
    }
    found.sort();
    found
}

/// Whether a place and any of the goals lie on one piece of ground.
fn reaches(ground: &WalkGround, place: &Goal, goals: &[Goal]) -> bool {
    let islands = ground.islands();
    let own = ground.islands_at(&islands, place);
    goals
        .iter()
        .flat_map(|goal| ground.islands_at(&islands, goal))
        .any(|island| own.contains(&island))
}

/// Things to walk to that no door reaches.
fn shut_in(site: &Site, base: &Base, after: &State, islands: &Islands, answer: &mut Answer) {
    let Some(provision) = site.provision(WIDTH) else {
        return;
    };
    let homes = base
        .doors
        .iter()
        .flat_map(|(_, door)| after.ground.islands_at(islands, door));
    let homes: std::collections::BTreeSet<u32> = homes.collect();
    for to in ASKED {
        for target in &after.targets[to.at()] {
            let Some(id) = &target.thing else { continue };
            let own = after.ground.islands_at(islands, &target.place);
            let (Some(thing), false) = (site.things.get(id), own.iter().any(|at| homes.contains(at))) else {
                continue;
            };
            let doors: Vec<Goal> = base.doors.iter().map(|(_, door)| door.clone()).collect();
            let narrow = after.ground.widest(&target.place, &doors);
            let width = narrow.map_or(0.0, |narrow| narrow.width);
            let message = sentence("step-free-thing", narrow.is_some(), width, provision.value)
                .with("thing", kind_name(&thing.thing.kind));
            let mut finding = Finding::missed(STEP_FREE.id, provision, width, message).about(&[id], &[]);
            finding.at = thing.thing.shape.centre();
            if let Some(narrow) = narrow {
                finding = finding.across(narrow.piece);
            }
            answer.findings.push(finding);
        }
    }
}

/// Doors whose steps a ramp of the drawing takes away.
fn ramps(site: &Site, base: &Base, answer: &mut Answer) {
    let doors = base.doors.iter();
    let count = doors.filter(|(_, door)| walking::has_ramp(site, door)).count();
    if count > 0 {
        answer.tidings.push(Tiding {
            good: true,
            weight: 0.5,
            message: Message::new("tiding-ramps").with("count", count),
        });
    }
}

/// Doors that had no way and have one now.
fn opened(base: &Base, after: &State, (was, is): (&Reached, &Reached), answer: &mut Answer) {
    for (at, to) in ASKED.into_iter().enumerate() {
        let is_old = !base.state.targets[to.at()].is_empty() && !after.targets[to.at()].is_empty();
        let won = (0..base.doors.len())
            .filter(|door| !was[*door][at] && is[*door][at])
            .count();
        if is_old && won > 0 {
            answer.tidings.push(tiding(true, "tiding-step-free-won", won, to));
            return;
        }
    }
}

fn tiding(good: bool, key: &'static str, doors: usize, to: Destination) -> Tiding {
    Tiding {
        good,
        weight: 0.7,
        message: Message::new(key)
            .with("count", doors)
            .with("to", Message::new(to.key())),
    }
}

fn place_of(goal: &Goal) -> crate::geometry::WorldPt {
    match goal {
        Goal::Point(at) => *at,
        Goal::Area(edge) => edge.centroid(),
    }
}
