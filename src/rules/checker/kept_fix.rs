//! A fix that breaks no rule of the whole plan either: found by what lies near, then asked of every rule
//! that the change can bear on.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use crate::cores::{Cores, OneCore};
use crate::design::{Change, Placement, PlacementId};

use super::super::mend::Mender;
use super::super::placed::Placed;
use super::super::rule::{Answer, Rule};
use super::super::things::Things;
use super::super::{Finding, FindingId, Fix, Mended, Mending, Severity, fire, is_far};
use super::Checker;

/// So many places are asked about with every rule, where the nearest breaks one; then none is offered.
const MOST_ASKED: usize = 16;
/// The slow rules by how long they take: what is broken is known sooner.
const QUICK_FIRST: [&str; 5] = [
    "sun",
    "concentrated-green",
    "step-free",
    "fire-lane",
    "fire-dead-end",
];

/// Looks for the fixes of one checker's findings. What was asked of a place for one finding serves the next.
pub(in crate::rules) struct Fixer<'a> {
    checker: &'a Checker,
    menders: BTreeMap<PlacementId, Mender<'a>>,
    /// What must be mended now, by name.
    known: Rc<BTreeSet<FindingId>>,
    tried: Rc<RefCell<AllTried<'a>>>,
}

/// What was tried of each thing.
type AllTried<'a> = BTreeMap<PlacementId, Vec<Rc<Tried<'a>>>>;

/// What the rules say with a thing elsewhere.
struct Tried<'a> {
    checker: &'a Checker,
    thing: Arc<Placement>,
    things: Things,
    near: Vec<Told>,
    /// The slow rules that the change can bear on, the quick ones first, each asked when it comes to it.
    slow: Vec<(&'static Rule, OnceCell<Slow>)>,
}

/// What a slow rule says.
struct Slow {
    told: Vec<Told>,
    /// What was not reckoned to its end is not known to be kept, unless it never was.
    gave_up: bool,
}

/// A finding, and whether it must be mended and was not there.
struct Told {
    id: FindingId,
    severity: Severity,
    rule: &'static str,
    is_new: bool,
}

impl<'a> Fixer<'a> {
    pub fn new(checker: &'a Checker) -> Self {
        let found = checker.findings().into_iter();
        let must = found.filter(|found| found.severity == Severity::Must);
        Self {
            checker,
            menders: BTreeMap::new(),
            known: Rc::new(must.map(|found| found.id.clone()).collect()),
            tried: Rc::default(),
        }
    }

    /// The nearest change after which a finding is gone and no must-rule is broken that was not broken
    /// before: slow ones among them, once they were asked of this design. Of two things the one placed later
    /// gives way, and the other where that one cannot. Where there is none, the rule that the nearest change
    /// breaks, if any change ends the finding at all.
    fn fix_or_against(&mut self, finding: &Finding) -> Result<Fix, Option<&'static str>> {
        let fix = self.fix(finding);
        fix.map_err(|nearest| nearest?.broken_by(finding, &self.known))
    }

    /// The same, and where nothing that breaks a rule was tried, what stands against a place that would end the
    /// finding by what lies near: what the page says and what is saved.
    pub fn mended(&mut self, finding: &Finding) -> Mended {
        match self.fix_or_against(finding) {
            Ok(fix) => Mended::At(fix),
            Err(Some(rule)) if rule != finding.rule => Mended::Against(rule),
            Err(_) => {
                let against = self.checker.against(finding);
                against.map_or(Mended::Nowhere, Mended::Against)
            }
        }
    }

    /// Where there is none, the nearest change that ends the finding and breaks a rule.
    fn fix(&mut self, finding: &Finding) -> Result<Fix, Option<Rc<Tried<'a>>>> {
        let checker = self.checker;
        let mut nearest = None;
        for placed in checker.may_move(finding) {
            let mender = self.menders.entry(placed.id().clone());
            let mender = mender.or_insert_with(|| Mender::new(checker.site(&[]), placed));
            let Some(fix) = mender.mend(finding) else {
                continue;
            };
            let there = Arc::new(fix.of(&placed.thing));
            let tried = try_out(checker, &self.tried, &self.known, &there);
            if !tried.breaks(finding, &self.known) {
                return Ok(fix);
            }
            nearest.get_or_insert(tried);
            if let Some(fix) = self.fix_keeping(placed, finding) {
                return Ok(fix);
            }
        }
        Err(nearest)
    }

    /// The same of one thing, each place asked of every rule; none where the nearest of them all break one.
    fn fix_keeping(&self, placed: &'a Placed, finding: &Finding) -> Option<Fix> {
        let asked = Cell::new(1);
        let finding_of = finding.clone();
        let (checker, tried, known) = (self.checker, self.tried.clone(), self.known.clone());
        let keeps = move |there: &Placed| {
            asked.set(asked.get() + 1);
            asked.get() <= MOST_ASKED
                && !try_out(checker, &tried, &known, &there.thing).breaks(&finding_of, &known)
        };
        Mender::keeping(checker.site(&[]), placed, Rc::new(keeps)).mend(finding)
    }
}

/// What the rules say with a thing so, asked once.
fn try_out<'a>(
    checker: &'a Checker,
    tried: &RefCell<AllTried<'a>>,
    known: &BTreeSet<FindingId>,
    thing: &Arc<Placement>,
) -> Rc<Tried<'a>> {
    let of_thing = |all: &AllTried<'a>| {
        let tried = all.get(&thing.id)?.iter().find(|tried| tried.thing == *thing);
        tried.cloned()
    };
    if let Some(known) = of_thing(&tried.borrow()) {
        return known;
    }
    let new = Rc::new(Tried::new(checker, known, thing));
    let mut all = tried.borrow_mut();
    all.entry(thing.id.clone()).or_default().push(new.clone());
    new
}

impl<'a> Tried<'a> {
    fn new(checker: &'a Checker, known: &BTreeSet<FindingId>, thing: &Arc<Placement>) -> Self {
        let there = Placed::new(checker.catalogue(), thing.clone());
        let was = checker.things.get(&thing.id);
        let change = match was {
            Some(was) => Change::Altered(was.thing.clone(), thing.clone()),
            None => Change::Added(thing.clone()),
        };
        let mut next = checker.clone();
        next.far.clear();
        next.recheck_changes(&[change]);
        let near = next.findings().into_iter().map(|found| Told::of(found, known));
        let near = near.collect();
        let bears = |rule: &Rule| {
            let places = was.into_iter().chain([&there]);
            places.into_iter().any(|placed| checker.bears_on(rule, placed))
        };
        let asked = |rule: &&'static Rule| rule.is_far() && !checker.far.is_empty() && bears(rule);
        let rules = checker.survey.rules.iter().copied().filter(asked);
        let mut slow: Vec<_> = rules.map(|rule| (rule, OnceCell::new())).collect();
        let order = |id| QUICK_FIRST.iter().position(|quick| *quick == id);
        slow.sort_by_key(|(rule, _)| order(rule.id).unwrap_or(QUICK_FIRST.len()));
        Self {
            checker,
            thing: thing.clone(),
            things: next.things,
            near,
            slow,
        }
    }

    /// Whether a finding stays there, or a rule is newly broken that must be kept; no more is asked than it takes
    /// to know.
    fn breaks(&self, finding: &Finding, known: &BTreeSet<FindingId>) -> bool {
        let against = |told: &[Told]| told.iter().any(|told| told.is_against(finding));
        against(&self.near)
            || self.slow.iter().any(|(rule, slow)| {
                let slow = self.ask(rule, slow, known);
                slow.gave_up || against(&slow.told)
            })
    }

    /// The rule that is newly broken there though it must be kept, or that of the finding where that
    /// stays; none where all is right.
    fn broken_by(&self, finding: &Finding, known: &BTreeSet<FindingId>) -> Option<&'static str> {
        let against = |told: &&Told| told.is_against(finding);
        if let Some(told) = self.near.iter().find(against) {
            return Some(told.rule);
        }
        let slow = self.slow.iter();
        let slow: Vec<_> = slow
            .map(|(rule, slow)| (rule.id, self.ask(rule, slow, known)))
            .collect();
        let told = slow.iter().flat_map(|(_, slow)| &slow.told).filter(against);
        let first = told.min_by_key(|told| (told.severity, &told.id));
        let gave_up = || {
            slow.iter()
                .filter(|(_, slow)| slow.gave_up)
                .map(|(id, _)| *id)
                .min()
        };
        first.map(|told| told.rule).or_else(gave_up)
    }

    fn ask<'b>(&self, rule: &Rule, slow: &'b OnceCell<Slow>, known: &BTreeSet<FindingId>) -> &'b Slow {
        slow.get_or_init(|| {
            let answers = self
                .checker
                .survey
                .far_answers_of(&self.things, |other| other.id == rule.id);
            let before = self.checker.far.get(rule.id);
            let gave_up = |answer: &Answer| answer.gave_up.is_some();
            Slow {
                gave_up: answers.values().any(gave_up) && !before.is_some_and(gave_up),
                told: answers
                    .values()
                    .flat_map(|answer| &answer.findings)
                    .map(|found| Told::of(found, known))
                    .collect(),
            }
        })
    }
}

impl Told {
    fn of(found: &Finding, known: &BTreeSet<FindingId>) -> Self {
        Self {
            id: found.id.clone(),
            severity: found.severity,
            rule: found.rule,
            is_new: found.severity == Severity::Must && !known.contains(&found.id),
        }
    }
    fn is_against(&self, finding: &Finding) -> bool {
        self.is_new || self.id == finding.id
    }
}

impl Checker {
    /// Every finding with its fix, or where there is none with the rule that is against it, gravest first, then by
    /// name. Once the slow rules were asked, a fix breaks none of them either.
    pub fn findings_with_fixes(&self) -> Vec<Finding> {
        self.findings_with_fixes_on(&OneCore)
    }

    /// The same, what slow rules find mended on as many cores as there are: each such search is one of its own.
    pub fn findings_with_fixes_on(&self, cores: &impl Cores) -> Vec<Finding> {
        let found = self.findings();
        let slow: Vec<&Finding> = found
            .iter()
            .copied()
            .filter(|finding| is_far(finding.rule))
            .collect();
        let slow = cores.parts(slow.len(), |at| {
            let search = Mending::of(self.clone(), &slow[at].id);
            search.map_or(Mended::Nowhere, Mending::run)
        });
        let (mut slow, mut fixer) = (slow.into_iter(), Fixer::new(self));
        let with_fix = |finding: &Finding| {
            let mended = match is_far(finding.rule) {
                true => slow.next().unwrap_or(Mended::Nowhere),
                false => fixer.mended(finding),
            };
            let (fix, against) = match mended {
                Mended::At(fix) => (Some(fix), None),
                Mended::Against(rule) => (None, Some(rule)),
                Mended::Nowhere => (None, None),
            };
            Finding {
                fix,
                against,
                ..finding.clone()
            }
        };
        found.into_iter().map(with_fix).collect()
    }

    /// Whether a thing can change what a slow rule says.
    fn bears_on(&self, rule: &Rule, placed: &Placed) -> bool {
        match rule.id {
            "fire-lane" | "fire-dead-end" | "fire-turning" => fire::bears_on_lanes(&self.site(&[]), placed),
            "concentrated-green" => placed.takes_green() || placed.green() > 0.0,
            _ => true,
        }
    }
}
