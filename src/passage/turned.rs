//! Where a vehicle gets that takes some bends no more, since it cannot turn as tightly: over all other ways that are as
//! wide as it asks, and round no new bend that is too tight for it either.
//!
//! Whether a swath gets round a bend is told exactly (`turn.rs`); here that decides on which side of a junction the
//! vehicle may go on (`states.rs`).

use super::drive::{Driven, LONGEST};
use super::edges::length;
use super::hoses::Hoses;
use super::junction::{APART_M, Junction};
use super::known_turns::TurnsToday;
use super::lane::LaneGround;
use super::states::States;
use super::turn::{Bend, ONE_BEND_M, around_a_bend, bends_of};
use super::wheel::Wheel;

/// So often bends are looked for that a way round a closed one meets; then what is left counts as passed.
const MOST_ROUNDS: usize = 8;

/// Where a vehicle gets that cannot take some bends.
#[derive(Clone, Debug)]
pub struct Turned {
    /// By target, how far it is from where the vehicle gets to, in metres along the ground; none where it gets nowhere
    /// from which ground leads there.
    pub away_m: Vec<Option<f64>>,
    /// By target, whether the vehicle serves it.
    pub serves: Vec<bool>,
}

/// What is reached: by state, the state from which it was.
struct Reach {
    states: States,
    /// By point, the nearest state in which it was reached.
    first: Vec<u32>,
    from: Vec<u32>,
}

/// No state.
const NONE: u32 = u32::MAX;

impl Driven {
    /// Where the vehicle gets without some bends. `known` are the bends of the ways of today: they were judged, and
    /// those that are not closed are taken. A bend of another way must be as wide as `asked`.
    pub fn without_bends(
        &self,
        ground: &LaneGround,
        closed: &[Bend],
        known: &[Bend],
        asked: f64,
        today: Option<TurnsToday>,
    ) -> Turned {
        let mut closed: Vec<Bend> = closed.to_vec();
        let mut turned = self.turned(ground, &closed);
        for _ in 0..MOST_ROUNDS {
            let (ways, seen) = &turned;
            let bends = bends_of_all(ground, ways, seen.stands.iter().flatten());
            let is_far = |bend: &Bend, from: &Bend| length(bend.at - from.at) > ONE_BEND_M;
            let mut tight: Vec<Bend> = Vec::new();
            for bend in bends {
                let is_new = known
                    .iter()
                    .chain(&closed)
                    .chain(&tight)
                    .all(|other| is_far(&bend, other));
                let radius = || ground.turning_radius(&bend, asked, today, |_| true);
                if is_new && radius().is_none_or(|radius| radius < asked) {
                    tight.push(bend);
                }
            }
            if tight.is_empty() {
                break;
            }
            closed.extend(tight);
            turned = self.turned(ground, &closed);
        }
        turned.1.told
    }

    fn turned(&self, ground: &LaneGround, closed: &[Bend]) -> (Reach, Seen) {
        let mut apart: Vec<&Bend> = Vec::new();
        for bend in closed {
            // Where two closed bends lie over each other, the first stands for both.
            if apart
                .iter()
                .all(|other| length(bend.at - other.at) >= 2.0 * APART_M)
            {
                apart.push(bend);
            }
        }
        let junctions = apart
            .into_iter()
            .filter_map(|bend| Junction::about(ground, self, bend));
        let ways = search(ground, self, junctions.collect());
        let seen = Seen::from(ground, &ways);
        (ways, seen)
    }
}

/// The bends of the ways to some places. What several ways have in common, from the gate on, is looked at once.
fn bends_of_all<'a>(ground: &LaneGround, ways: &Reach, to: impl Iterator<Item = &'a usize>) -> Vec<Bend> {
    let mut is_known = vec![false; ground.lattice.len()];
    let mut bends = Vec::new();
    for stand in to {
        let way = ways.to(*stand);
        let new = way.iter().position(|at| !is_known[*at]).unwrap_or(way.len());
        // A bend is told from what lies before it and after it.
        let from = new.saturating_sub(around_a_bend(ground));
        if new < way.len() {
            bends.extend(bends_of(ground, &way[from..]));
        }
        way.into_iter().for_each(|at| is_known[at] = true);
    }
    bends
}

/// What is served from where the vehicle gets.
struct Seen {
    told: Turned,
    stands: Vec<Option<usize>>,
}

impl Seen {
    fn from(ground: &LaneGround, ways: &Reach) -> Self {
        let width = |first: &u32| if *first == NONE { 0 } else { ground.asked_mm() };
        let width: Vec<u16> = ways.first.iter().map(width).collect();
        let hoses = Hoses::new(ground, &width);
        let end = |target| {
            let threshold = ground.threshold(*ground.targets.get(target)?)?;
            let end = hoses.end(threshold.at)?;
            Some((ground.metres(end.cost, threshold), end.at as usize))
        };
        let ends: Vec<Option<(f64, usize)>> = (0..ground.targets.len()).map(end).collect();
        let serves =
            |end: &Option<(f64, usize)>| end.is_some_and(|(metres, _)| metres <= ground.vehicle.reach);
        Self {
            told: Turned {
                away_m: ends.iter().map(|end| end.map(|(metres, _)| metres)).collect(),
                serves: ends.iter().map(serves).collect(),
            },
            stands: ends
                .iter()
                .map(|end| end.filter(|_| serves(end)).map(|(_, at)| at))
                .collect(),
        }
    }
}

/// All ways of full width that the junctions let through, the shortest first.
fn search(ground: &LaneGround, driven: &Driven, junctions: Vec<Junction>) -> Reach {
    let states = States::of(ground, driven, junctions);
    let mut cost = vec![u32::MAX; states.len()];
    let mut ways = Reach {
        first: vec![NONE; ground.lattice.len()],
        from: vec![NONE; states.len()],
        states,
    };
    let room = ground.room();
    let first = ground.entries.iter().map(|at| ways.states.first(*at));
    let first: Vec<(u32, u32)> = first.map(|state| (0, state as u32)).collect();
    first.iter().for_each(|(_, state)| cost[*state as usize] = 0);
    let mut waiting = Wheel::new(first, LONGEST);
    while let Some((now, state)) = waiting.next() {
        if cost[state] != now {
            continue;
        }
        let at = ways.states.point(state);
        if ways.first[at] == NONE {
            ways.first[at] = state as u32;
        }
        ground.full.each(at, |next, aslant| {
            let Some(to) = ways.states.after(state, next) else {
                return;
            };
            let then = now + ground.step_cost(room, next, aslant);
            if then < cost[to] {
                cost[to] = then;
                ways.from[to] = state as u32;
                waiting.put(then, to);
            }
        });
    }
    ways
}

impl Reach {
    /// The points of the nearest way to a point that is reached, from the gate on.
    fn to(&self, at: usize) -> Vec<usize> {
        let mut points = Vec::new();
        let mut state = self.first[at];
        while state != NONE {
            points.push(self.states.point(state as usize));
            state = self.from[state as usize];
        }
        points.reverse();
        points
    }
}
