//! A step-free way, wide enough for a wheelchair, from every stair door to the gate, the plaza, the
//! day-care centre and the waste station: GB 55019-2021 2.2.2 asks for 1.2 m.
//!
//! An old estate is not judged: a door counts only where there was a way and the drawing takes it,
//! or the other way round. The steps at a door are the door's own and are told in its card.

use std::collections::{BTreeMap, BTreeSet};

use crate::estate::FeatureId;
use crate::geometry::Segment;
use crate::passage::{Goal, Islands, NarrowWays};
use crate::text::Message;

use super::Finding;
use super::names::door_name;
use super::placed::Site;
use super::rule::{Answer, Rule, Tiding};
use super::walking::{self, Base, Blame, CutOff, Destination, State};

const WIDTH: &str = "step-free.width";

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
    let islands = after.ground.islands();
    let plan = Plan::new(base, &after, &islands);
    let was = base
        .reached
        .get_or_init(|| Plan::new(base, &base.state, base.islands()).reached());
    let is = plan.reached();
    let mut answer = Answer::default();
    // What is narrow is found once for both.
    let mut ways = base.narrow_ways(&after, &islands);
    cut_off(site, &plan, (was, &is), &mut ways, &mut answer);
    shut_in(site, &plan, &mut ways, &mut answer);
    opened(base, &after, (was, &is), &mut answer);
    ramps(site, base, &mut answer);
    answer
}

/// The ground in one state with its pieces, and those on which the doors and goals lie.
struct Plan<'a> {
    base: &'a Base,
    after: &'a State,
    islands: &'a Islands,
    doors: Vec<Vec<u32>>,
    /// In the order of [`ASKED`], for each goal.
    goals: [Vec<Vec<u32>>; 4],
}

impl<'a> Plan<'a> {
    fn new(base: &'a Base, after: &'a State, islands: &'a Islands) -> Self {
        let ground = &after.ground;
        let on = |cells: &[usize]| ground.islands_of(islands, cells.iter().copied());
        let doors = 0..base.doors.len();
        let goals = ASKED.map(|to| {
            let targets = after.targets[to.at()].iter();
            targets
                .map(|target| on(&base.goal_cells(ground, to, &target.place)))
                .collect()
        });
        Self {
            base,
            after,
            islands,
            doors: doors.map(|door| on(&base.door_cells(ground, door))).collect(),
            goals,
        }
    }
    fn ends(&self, asked: usize) -> BTreeSet<u32> {
        self.goals[asked].iter().flatten().copied().collect()
    }
    fn reached(&self) -> Reached {
        let ends = [0, 1, 2, 3].map(|asked| self.ends(asked));
        let doors = self.doors.iter();
        doors
            .map(|own| [0, 1, 2, 3].map(|at| own.iter().any(|island| ends[at].contains(island))))
            .collect()
    }
    /// The cells about all goals of a destination for someone as narrow as need be.
    fn open_goals(&self, to: Destination) -> Vec<usize> {
        let targets = self.after.targets[to.at()].iter();
        let cells = targets.flat_map(|target| {
            self.base
                .open_goal_cells(&self.after.ground, to, &target.place)
                .into_owned()
        });
        cells.collect()
    }
    /// The cells about all doors for someone as narrow as need be.
    fn open_doors(&self) -> Vec<usize> {
        let doors = 0..self.base.doors.len();
        let cells = doors.flat_map(|door| self.base.open_door_cells(&self.after.ground, door).into_owned());
        cells.collect()
    }
}

/// Doors that had a way and have none now, those together that lie on one piece of ground.
fn cut_off<'a>(
    site: &Site,
    plan: &Plan<'a>,
    (was, is): (&Reached, &Reached),
    ways: &mut NarrowWays<'a>,
    answer: &mut Answer,
) {
    let lost = |door: usize| {
        (0..ASKED.len()).find(|at| was[door][*at] && !is[door][*at] && !plan.goals[*at].is_empty())
    };
    // A door on no ground at all is alone.
    let mut groups: BTreeMap<(usize, &[u32], usize), Vec<usize>> = BTreeMap::new();
    for door in 0..plan.doors.len() {
        if let Some(at) = lost(door) {
            let ground = plan.doors[door].as_slice();
            let alone = if ground.is_empty() { door + 1 } else { 0 };
            groups.entry((at, ground, alone)).or_default().push(door);
        }
    }
    let mut blame = Blame::new(plan.after, plan.islands);
    let mut ends: BTreeMap<usize, Ends> = BTreeMap::new();
    for ((at, ..), doors) in groups {
        let ends = ends.entry(at).or_insert_with(|| Ends::new(plan, at));
        if let Some(finding) = cut_off_finding(site, plan, ends, &doors, (&mut *ways, &mut blame)) {
            let tiding = tiding(false, "tiding-step-free-lost", doors.len(), ends.to);
            answer.tidings.push(tiding);
            answer.findings.push(finding);
        }
    }
}

/// All that there is of one destination.
struct Ends {
    to: Destination,
    goals: Vec<Goal>,
    open: Vec<usize>,
    islands: BTreeSet<u32>,
}

impl Ends {
    fn new(plan: &Plan, asked: usize) -> Self {
        let to = ASKED[asked];
        Self {
            to,
            goals: plan.after.goals(to),
            open: plan.open_goals(to),
            islands: plan.ends(asked),
        }
    }
}

fn cut_off_finding<'a>(
    site: &Site,
    plan: &Plan<'a>,
    ends: &Ends,
    doors: &[usize],
    (ways, blame): (&mut NarrowWays<'a>, &mut Blame<'a>),
) -> Option<Finding> {
    let provision = site.provision(WIDTH)?;
    let door = *doors.first()?;
    let (first, place) = plan.base.doors.get(door)?;
    let open = plan.base.open_door_cells(&plan.after.ground, door);
    let narrow = ways.widest(&open, &ends.open);
    let width = narrow.map_or(0.0, |narrow| narrow.width);
    let at = place_of(place);
    let piece = narrow.map_or(Segment { from: at, to: at }, |narrow| narrow.piece);
    let message = sentence("step-free-cut", narrow.is_some(), width, provision.value)
        .with("door", door_name(&site.project.estate, first))
        .number("others", doors.len() as f64 - 1.0, 0)
        .with("to", Message::new(ends.to.key()));
    let blame = blame.of(&CutOff {
        place,
        goals: &ends.goals,
        own: &plan.doors[door],
        ends: &ends.islands,
        narrow: piece,
    });
    let features: Vec<&FeatureId> = doors.iter().map(|door| &plan.base.doors[*door].0).collect();
    let mut finding = Finding::missed(STEP_FREE.id, provision, width, message);
    finding = finding
        .about(&blame.iter().collect::<Vec<_>>(), &features)
        .across(piece);
    // Named by the door: what is said stays the same when another thing is to blame.
    finding.id = super::FindingId(format!("step-free:{first}:{}", ends.to.word()));
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

/// Things to walk to that no door reaches.
fn shut_in<'a>(site: &Site, plan: &Plan<'a>, ways: &mut NarrowWays<'a>, answer: &mut Answer) {
    let Some(provision) = site.provision(WIDTH) else {
        return;
    };
    let homes: BTreeSet<u32> = plan.doors.iter().flatten().copied().collect();
    let mut doors: Option<Vec<usize>> = None;
    for (to, islands) in ASKED.into_iter().zip(&plan.goals) {
        for (target, own) in plan.after.targets[to.at()].iter().zip(islands) {
            let Some(id) = &target.thing else { continue };
            let (Some(thing), false) = (site.things.get(id), own.iter().any(|at| homes.contains(at))) else {
                continue;
            };
            let doors = doors.get_or_insert_with(|| plan.open_doors());
            let narrow = ways.widest(&plan.after.ground.open_cells_at(&target.place), doors);
            let width = narrow.map_or(0.0, |narrow| narrow.width);
            let message = sentence("step-free-thing", narrow.is_some(), width, provision.value)
                .with("thing", thing.name());
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
