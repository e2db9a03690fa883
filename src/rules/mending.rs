//! Where the thing of a finding would be right, slow rules asked: the nearest place that ends the finding and
//! breaks no other rule that must be kept. Looked for a slice at a time, since each try asks a slow rule.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use crate::design::{Change, Design, Params, Placement, PlacementShape};
use crate::geometry::WorldVec;

use super::checker::Fixer;
use super::placed::Placed;
use super::sun::SUN;
use super::things::Things;
use super::{Answer, Checker, Finding, FindingId, Fix, Severity, Survey, is_far};

/// What came of looking for a better place.
#[derive(Clone, Debug, PartialEq)]
pub enum Mended {
    /// Here it is right.
    At(Fix),
    /// Nowhere near: what ends the finding breaks the rule of this id.
    Against(&'static str),
    /// Nothing near ends it.
    Nowhere,
}

/// Distances tried, in metres, each in every direction; between two of them the nearest that does is found.
const RINGS_M: [f64; 6] = [0.5, 1.5, 4.0, 9.0, 18.0, 30.0];
/// Directions tried about the place.
const DIRECTIONS: u32 = 8;
/// A place is found to so many metres.
const FINE_M: f64 = 0.1;
/// So often the slow rule is asked whether a place is right.
const MOST_ASKED: usize = 64;
/// So many places that break another rule are asked about, near and far ones, to say which two rules
/// contradict each other.
const MOST_BLOCKED: usize = 24;
/// So many places are looked at in a slice, where none of them needs the slow rule.
const A_SLICE: usize = 40;
/// A little more than what is missing, in metres.
const SPARE_M: f64 = 0.02;

/// A place to be tried.
#[derive(Clone, Debug)]
struct Place {
    thing: Placement,
    /// How far it is, in metres.
    away: f64,
    /// The ring before it and the direction, of a place on a ring.
    after: Option<(f64, WorldVec)>,
}

/// The nearest place in a direction, between one that does not do and one that does.
#[derive(Clone, Debug)]
struct Closing {
    from: Placement,
    direction: WorldVec,
    least: f64,
    most: f64,
    found: Placement,
}

/// A search under way.
#[derive(Debug)]
pub struct Mending {
    checker: Checker,
    target: Finding,
    /// What must be mended already: it is not held against a place.
    known: BTreeSet<FindingId>,
    looked_finely: bool,
    places: VecDeque<Place>,
    /// Between a place that does not do and one that does.
    closing: Option<Closing>,
    /// Places that break a near rule, with that rule.
    blocked: VecDeque<(Placement, &'static str)>,
    /// Of the blocked places, those that are asked about were chosen.
    sampled: bool,
    asked: usize,
    /// The rule that a place broke which ended the finding.
    against: Option<&'static str>,
}

impl Mending {
    /// Begins to look; none where the design has no such finding, or nothing of it can be moved.
    pub fn new(survey: &Arc<Survey>, design: &Design, finding: &FindingId) -> Option<Self> {
        Self::knowing(survey, design, finding, None)
    }

    /// Begins to look, where it may be known already what the slow rules say of the design.
    pub fn knowing(
        survey: &Arc<Survey>,
        design: &Design,
        finding: &FindingId,
        far: Option<BTreeMap<&'static str, Answer>>,
    ) -> Option<Self> {
        let mut checker = Checker::on(survey.clone(), design);
        match far {
            Some(answers) => checker.take_far(answers),
            None => checker.ask_far(),
        }
        let mending = Self::of(checker, finding)?;
        // Where the engine gets now is found once: each try is then driven only where it differs.
        mending.ends_at(mending.checker.things());
        Some(mending)
    }

    /// Begins to look for a finding of a design that was checked, its slow rules asked.
    pub(super) fn of(checker: Checker, finding: &FindingId) -> Option<Self> {
        let found = checker.findings();
        let target = found.iter().find(|found| found.id == *finding)?;
        let target = (*target).clone();
        let must = found.iter().filter(|found| found.severity == Severity::Must);
        let known = must.map(|found| found.id.clone()).collect();
        let places = places(&checker, &target);
        (!places.is_empty()).then_some(Self {
            checker,
            target,
            known,
            looked_finely: false,
            places,
            closing: None,
            blocked: VecDeque::new(),
            sampled: false,
            asked: 0,
            against: None,
        })
    }

    /// Looks until it is known.
    pub(super) fn run(mut self) -> Mended {
        loop {
            if let Some(done) = self.step() {
                return done;
            }
        }
    }

    /// Looks a little further; gives what came of it once that is known.
    pub fn step(&mut self) -> Option<Mended> {
        if !is_far(self.target.rule) {
            return Some(Fixer::new(&self.checker).mended(&self.target));
        }
        // Whether a place takes sun is told there at once: the nearest of all is found more finely so.
        if self.target.rule == SUN.id && !std::mem::replace(&mut self.looked_finely, true) {
            let found = Fixer::new(&self.checker).mended(&self.target);
            return matches!(found, Mended::At(_)).then_some(found);
        }
        if let Some(closing) = self.closing.take() {
            return self.close(closing);
        }
        for _ in 0..A_SLICE {
            if self.asked >= MOST_ASKED {
                break;
            }
            let Some(place) = self.places.pop_front() else {
                break;
            };
            match self.breaks_near(&place.thing) {
                Some(rule) => self.blocked.push_back((place.thing, rule)),
                None => return self.ask(place),
            }
        }
        if self.asked < MOST_ASKED && !self.places.is_empty() {
            return None;
        }
        if let Some(rule) = self.against {
            return Some(Mended::Against(rule));
        }
        if !self.sampled {
            self.sampled = true;
            let every = self.blocked.len().div_ceil(MOST_BLOCKED).max(1);
            self.blocked = std::mem::take(&mut self.blocked)
                .into_iter()
                .step_by(every)
                .collect();
        }
        // Nothing free is right: would a place be right that breaks another rule?
        let Some((place, rule)) = self.blocked.pop_front() else {
            return Some(Mended::Nowhere);
        };
        if self.ends_at(&self.things_with(&place)) {
            return Some(Mended::Against(rule));
        }
        None
    }

    fn ask(&mut self, place: Place) -> Option<Mended> {
        self.asked += 1;
        let things = self.things_with(&place.thing);
        if !self.ends_at(&things) {
            return None;
        }
        if let Some(rule) = self.breaks_any(&place.thing, &things) {
            // That the same rule finds another fault there is no contradiction of two.
            if rule != self.target.rule {
                self.against.get_or_insert(rule);
            }
            return None;
        }
        let from = self.checker.thing(&place.thing.id).cloned();
        let (Some((least, direction)), Some(from)) = (place.after, from) else {
            return Some(at(place.thing));
        };
        self.closing = Some(Closing {
            from,
            direction,
            least,
            most: place.away,
            found: place.thing,
        });
        None
    }

    /// Halves what lies between the place that does and the one that does not.
    fn close(&mut self, mut closing: Closing) -> Option<Mended> {
        if closing.most - closing.least <= FINE_M {
            return Some(at(closing.found));
        }
        let middle = (closing.least + closing.most) / 2.0;
        let there = moved(&closing.from, closing.direction * middle);
        let does = there.filter(|there| {
            let things = self.things_with(there);
            let near = self.breaks_near(there);
            near.is_none() && self.ends_at(&things) && self.breaks_any(there, &things).is_none()
        });
        match does {
            Some(there) => {
                closing.found = there;
                closing.most = middle;
            }
            None => closing.least = middle,
        }
        self.closing = Some(closing);
        None
    }

    /// The rule that must be kept and that a thing would newly break there, of those that look near.
    fn breaks_near(&self, place: &Placement) -> Option<&'static str> {
        let there = self.checker.preview(&[Arc::new(place.clone())]);
        self.newly_broken(&there.findings)
    }
    fn newly_broken<'a>(&self, found: impl IntoIterator<Item = &'a Finding>) -> Option<&'static str> {
        let must = |found: &&Finding| found.severity == Severity::Must && !self.known.contains(&found.id);
        found.into_iter().find(must).map(|found| found.rule)
    }
    /// What is placed, with the thing there: what was driven over with it elsewhere is driven over again only where
    /// that matters.
    fn things_with(&self, place: &Placement) -> Things {
        let mut things = self.checker.things().clone();
        let catalogue = &self.checker.survey().project().catalogue;
        things.put(Placed::new(catalogue, Arc::new(place.clone())));
        things
    }
    /// Whether the finding is none with the thing there.
    fn ends_at(&self, things: &Things) -> bool {
        let answers = self
            .checker
            .survey()
            .far_answers_of(things, |rule| rule.id == self.target.rule);
        answers.get(self.target.rule).is_some_and(|answer| {
            let still = answer.findings.iter().any(|found| found.id == self.target.id);
            answer.gave_up.is_none() && !still
        })
    }
    /// The rule that must be kept and that the design would newly break with the thing there.
    fn breaks_any(&self, place: &Placement, things: &Things) -> Option<&'static str> {
        let was = self.checker.thing(&place.id)?;
        let mut checker = self.checker.clone();
        checker.recheck_changes(&[Change::Altered(Arc::new(was.clone()), Arc::new(place.clone()))]);
        checker.take_far(self.checker.survey().far_answers(things));
        self.newly_broken(checker.findings())
    }
}

fn at(thing: Placement) -> Mended {
    Mended::At(Fix {
        placement: thing.id,
        shape: thing.shape,
        params: Params::default(),
    })
}

/// The places to be tried, the nearest first: by what is missing, if that is known, in rings, and turned.
fn places(checker: &Checker, target: &Finding) -> VecDeque<Place> {
    let things = target.placements.iter().filter_map(|id| checker.thing(id));
    let mut things: Vec<&Placement> = things.filter(|thing| !thing.locked).collect();
    // Of two things, the one placed later gives way: p10 before p2.
    things.sort_by_key(|thing| std::cmp::Reverse((thing.id.as_str().len(), thing.id.as_str().to_owned())));
    let mut all: Vec<Place> = Vec::new();
    for thing in things.into_iter().take(2) {
        let steps = missing(target).into_iter();
        all.extend(steps.filter_map(|by| place(thing, by, None)));
        for (at, away) in RINGS_M.into_iter().enumerate() {
            let least = at.checked_sub(1).map_or(0.0, |before| RINGS_M[before]);
            for direction in 0..DIRECTIONS {
                let toward = WorldVec::toward(f64::from(direction) * 360.0 / f64::from(DIRECTIONS));
                all.extend(place(thing, toward * away, Some((least, toward))));
            }
        }
        all.extend(turned(thing));
    }
    all.sort_by(|a, b| a.away.total_cmp(&b.away));
    all.into()
}

fn place(thing: &Placement, by: WorldVec, after: Option<(f64, WorldVec)>) -> Option<Place> {
    Some(Place {
        thing: moved(thing, by)?,
        away: by.length(),
        after,
    })
}

/// A rectangle turned where it stands.
fn turned(thing: &Placement) -> Vec<Place> {
    let PlacementShape::Rectangle { at, .. } = thing.shape else {
        return Vec::new();
    };
    let turned = [90.0, 45.0, -45.0].into_iter().filter_map(|degrees| {
        let shape = thing.shape.turned(at, degrees).ok()?;
        let thing = Placement {
            shape,
            ..thing.clone()
        };
        Some(Place {
            thing,
            away: 1.0,
            after: None,
        })
    });
    turned.collect()
}

/// Steps along what is missing, each way.
fn missing(target: &Finding) -> Vec<WorldVec> {
    let (Some((from, to)), Some(measured), Some(required)) = (target.gap, target.measured, target.required)
    else {
        return Vec::new();
    };
    let short = (required - measured).abs() + SPARE_M;
    match (to - from).unit() {
        Some(along) if target.unit == "m" && short < 30.0 => vec![along * short, along * -short],
        _ => Vec::new(),
    }
}

fn moved(thing: &Placement, by: WorldVec) -> Option<Placement> {
    let shape = thing.shape.moved(by).ok()?;
    Some(Placement {
        shape,
        ..thing.clone()
    })
}
