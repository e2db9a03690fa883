//! Chooses among the candidates: always the one that raises the group-informed support most and breaks no
//! must-rule within the budget; then tries to exchange what was chosen for something better.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::cores::Cores;
use crate::design::{Change, Design, Placement, PlacementId};
use crate::rules::{Checker, Finding};

use super::ground::{Ground, score};
use super::measure::{FAR_M, REACH_M};

/// More things than this are in no composed plan.
const MOST_CHOSEN: usize = 120;
/// So many candidates are scored in one part of the work.
const CANDIDATES_A_PART: usize = 25;
/// So many of the best are tried in place of one thing.
const TRIED_INSTEAD: usize = 5;
/// So often the slow rules are asked, each time without what they blamed.
const MOST_FAR_ROUNDS: usize = 24;
const MOST_SWAPS: usize = 12;
/// Support rises by less than this share: it is the same.
const NO_GAIN: f64 = 1e-9;

/// Why a candidate is not in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The rule of that id would be broken, however it is built and within 8 m.
    Rule(&'static str),
    /// The budget would not hold.
    Budget,
    /// It would lower the support: too few want it beside what is there.
    Support,
    /// It is in an earlier proposal, and half of that may be taken over at most.
    Taken,
}

pub(super) struct Chosen {
    pub candidate: usize,
    pub thing: Arc<Placement>,
    /// Which of the candidate's forms it has; the number of forms for one that was mended.
    form: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    Adding,
    Swapping(usize),
    Far,
    Done,
}

/// One plan being chosen, a step at a time.
pub(super) struct Chooser {
    checker: Checker,
    pub chosen: Vec<Chosen>,
    pub refused: BTreeMap<usize, Why>,
    /// What each design shares with the plan, in the order of the columns.
    shared: Vec<f64>,
    /// Candidates of earlier proposals, of which so many may be taken.
    before: BTreeSet<usize>,
    most_taken: usize,
    /// Whether what gains most for its money comes first, not what gains most.
    by_money: bool,
    banned: BTreeSet<usize>,
    /// Forms of candidates that the slow rules blamed: those before this one are not tried again.
    from_form: BTreeMap<usize, usize>,
    swaps: usize,
    far_rounds: usize,
    next_id: usize,
    phase: Phase,
}

impl Chooser {
    pub fn new(ground: &Ground, before: BTreeSet<usize>, most_taken: usize, by_money: bool) -> Self {
        Self {
            checker: Checker::on(ground.survey.clone(), &Design::default()),
            chosen: Vec::new(),
            refused: BTreeMap::new(),
            shared: vec![0.0; ground.measure.columns().designs()],
            before,
            most_taken,
            by_money,
            banned: BTreeSet::new(),
            from_form: BTreeMap::new(),
            swaps: 0,
            far_rounds: 0,
            next_id: 1,
            phase: Phase::Adding,
        }
    }
    pub fn is_done(&self) -> bool {
        self.phase == Phase::Done
    }
    pub fn checker(&self) -> &Checker {
        &self.checker
    }
    /// The support of what is chosen, as the search reckons it.
    pub fn score(&self, ground: &Ground) -> f64 {
        score(ground, &self.sums(ground, self.chosen.len()))
    }
    /// Does one piece of the work: some milliseconds, or one asking of the slow rules.
    pub fn step(&mut self, ground: &Ground, cores: &impl Cores) {
        self.phase = match self.phase {
            Phase::Adding => match self.add(ground, cores) {
                true => Phase::Adding,
                false => Phase::Swapping(0),
            },
            Phase::Swapping(at) => self.swap(ground, at, cores),
            Phase::Far => self.ask_far(ground, cores),
            Phase::Done => Phase::Done,
        };
    }

    /// The agreement summed for each group if the plan had so many things and shared what it shares now.
    fn sums(&self, ground: &Ground, things: usize) -> Vec<f64> {
        let mut sums = vec![0.0; ground.measure.sizes().len()];
        let columns = ground.measure.columns();
        for (at, group) in ground.measure.grouping().of.iter().enumerate() {
            if let Some(group) = group {
                sums[*group as usize] += 2.0 * self.shared[at] / (columns.size_of(at) + things).max(1) as f64;
            }
        }
        sums
    }

    /// The candidates that would raise the support above a score, best first, each with its score.
    fn ranked(&self, ground: &Ground, cores: &impl Cores, above: f64) -> Vec<(f64, usize)> {
        let things = self.chosen.len() + 1;
        let base = self.sums(ground, things);
        let taken: BTreeSet<usize> = self.chosen.iter().map(|own| own.candidate).collect();
        let may_take = taken.intersection(&self.before).count() < self.most_taken;
        let is_free = |at: &usize| {
            !taken.contains(at)
                && !self.banned.contains(at)
                && !self.refused.contains_key(at)
                && (may_take || !self.before.contains(at))
        };
        let free: Vec<usize> = (0..ground.candidates.len()).filter(is_free).collect();
        let scores = cores.parts(free.len().div_ceil(CANDIDATES_A_PART), |part| {
            let own = free.iter().skip(part * CANDIDATES_A_PART);
            let score = |at: &usize| (score_with(ground, *at, base.clone(), things), *at);
            own.take(CANDIDATES_A_PART).map(score).collect::<Vec<_>>()
        });
        let better = scores
            .into_iter()
            .flatten()
            .filter(|(score, _)| *score > above + NO_GAIN);
        let order = |(score, at): (f64, usize)| match self.by_money {
            true => ((score - above) / ground.costs[at].max(1.0), at),
            false => (score, at),
        };
        let mut ranked: Vec<(f64, usize)> = better.map(order).collect();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        ranked
    }

    /// Adds the best that fits; whether one was.
    fn add(&mut self, ground: &Ground, cores: &impl Cores) -> bool {
        if self.chosen.len() >= MOST_CHOSEN {
            return false;
        }
        for (_, candidate) in self.ranked(ground, cores, self.score(ground)) {
            match self.place(ground, candidate) {
                Ok(()) => return true,
                Err(why) => drop(self.refused.insert(candidate, why)),
            }
        }
        false
    }

    fn place(&mut self, ground: &Ground, at: usize) -> Result<(), Why> {
        let candidate = &ground.candidates[at];
        let first = self.from_form.get(&at).copied().unwrap_or_default();
        let mut why = Why::Support;
        for (number, form) in candidate.forms.iter().enumerate().skip(first) {
            match self.put(ground, (at, number), form.clone()) {
                Ok(()) => return Ok(()),
                Err(fault) => why = fault,
            }
        }
        if let (Why::Rule(_), Some(form)) = (why, candidate.forms.first())
            && first == 0
            && let Some(mended) = self.mended(ground, form)
            && mended.shape.centre().distance(candidate.at) <= REACH_M
        {
            return self.put(ground, (at, candidate.forms.len()), mended);
        }
        Err(why)
    }

    /// The nearest way to build it that ends the first must-finding about it.
    fn mended(&mut self, ground: &Ground, form: &Placement) -> Option<Placement> {
        let thing = Arc::new(Placement {
            id: PlacementId::new("p0"),
            ..form.clone()
        });
        self.checker.recheck_share(&[Change::Added(thing.clone())]);
        let finding = self
            .checker
            .findings_of(&thing.id)
            .into_iter()
            .find(|finding| ground.blames(finding));
        let fix = finding
            .and_then(|finding| self.checker.fix(&finding))
            .filter(|fix| fix.placement == thing.id);
        self.checker.recheck_share(&[Change::Removed(thing.clone())]);
        fix.map(|fix| fix.of(&thing))
    }

    fn put(
        &mut self,
        ground: &Ground,
        (candidate, number): (usize, usize),
        form: Placement,
    ) -> Result<(), Why> {
        let thing = Arc::new(Placement {
            id: PlacementId::new(&format!("p{}", self.next_id)),
            ..form
        });
        if !thing.shape.is_within_reach() {
            return Err(Why::Rule("boundary"));
        }
        let preview = self.checker.preview(std::slice::from_ref(&thing));
        if ground
            .budget
            .is_some_and(|budget| preview.totals.cost > budget + 0.5)
        {
            return Err(Why::Budget);
        }
        if let Some(finding) = preview.findings.iter().find(|finding| ground.blames(finding)) {
            return Err(why_of(finding));
        }
        self.checker.recheck_changes(&[Change::Added(thing.clone())]);
        let broken = self
            .checker
            .findings()
            .into_iter()
            .find(|finding| ground.blames(finding))
            .map(why_of);
        if let Some(why) = broken {
            self.checker.recheck_changes(&[Change::Removed(thing)]);
            return Err(why);
        }
        self.next_id += 1;
        self.share(ground, candidate, 1.0);
        self.chosen.push(Chosen {
            candidate,
            thing,
            form: number,
        });
        Ok(())
    }

    fn share(&mut self, ground: &Ground, candidate: usize, times: f64) {
        for (design, same) in &ground.candidates[candidate].backing {
            self.shared[*design as usize] += times * same;
        }
    }

    fn take_out(&mut self, ground: &Ground, at: usize) -> Chosen {
        let out = self.chosen.remove(at);
        self.checker
            .recheck_changes(&[Change::Removed(out.thing.clone())]);
        self.share(ground, out.candidate, -1.0);
        out
    }

    /// Tries to exchange the thing at a place in the list for one that raises the support more.
    fn swap(&mut self, ground: &Ground, at: usize, cores: &impl Cores) -> Phase {
        if at >= self.chosen.len() || self.swaps >= MOST_SWAPS {
            return Phase::Far;
        }
        let before = self.score(ground);
        let out = self.take_out(ground, at);
        // What did not fit because of it may fit now.
        let refused = std::mem::take(&mut self.refused);
        let stays: BTreeMap<usize, Why> = refused
            .iter()
            .filter(|(other, why)| match why {
                Why::Rule(_) => {
                    ground.candidates[**other].at.distance(out.thing.shape.centre()) > 2.0 * FAR_M
                }
                _ => false,
            })
            .map(|(other, why)| (*other, *why))
            .collect();
        self.refused = stays;
        self.refused.insert(out.candidate, Why::Support);
        let better = self.ranked(ground, cores, before);
        for (_, other) in better.into_iter().take(TRIED_INSTEAD) {
            if self.place(ground, other).is_ok() {
                self.swaps += 1;
                self.refused.clear();
                return Phase::Adding;
            }
        }
        self.refused = refused;
        self.checker.recheck_changes(&[Change::Added(out.thing.clone())]);
        self.share(ground, out.candidate, 1.0);
        self.chosen.insert(at, out);
        Phase::Swapping(at + 1)
    }

    /// Asks the slow rules, and takes out what they blame: for each finding the one of its things that fewest designs
    /// back, unless it went already.
    fn ask_far(&mut self, ground: &Ground, cores: &impl Cores) -> Phase {
        self.checker.ask_far_on(cores);
        let found = self.checker.findings().into_iter();
        let blamed: Vec<Finding> = found.filter(|finding| ground.blames(finding)).cloned().collect();
        if blamed.is_empty() {
            return Phase::Done;
        }
        // They spoke of a plan that is another now: what is added next is asked about when all is added.
        self.checker.take_far(BTreeMap::new());
        self.far_rounds += 1;
        let last = self.far_rounds >= MOST_FAR_ROUNDS;
        let before = self.chosen.len();
        for finding in &blamed {
            self.give_up_weakest(ground, finding, last);
        }
        if self.chosen.len() == before {
            return Phase::Done;
        }
        self.swaps = MOST_SWAPS;
        // In the end nothing more is added; what the slow rules blame still goes.
        if last { Phase::Far } else { Phase::Adding }
    }

    /// Takes out the thing of a finding that fewest designs back. As somebody else drew it, it may be sound.
    fn give_up_weakest(&mut self, ground: &Ground, finding: &Finding, last: bool) {
        let named = |chosen: &Chosen| finding.placements.contains(&chosen.thing.id);
        let there = self.chosen.iter().filter(|chosen| named(chosen)).count();
        if there < finding.placements.len() {
            return;
        }
        let backing = |chosen: &Chosen| ground.candidates[chosen.candidate].backing.len();
        let all = self.chosen.iter().enumerate();
        let mine = all.filter(|(_, chosen)| finding.placements.is_empty() || named(chosen));
        let weakest = mine.min_by_key(|(_, chosen)| (backing(chosen), std::cmp::Reverse(chosen.candidate)));
        let Some(at) = weakest.map(|(at, _)| at) else {
            return;
        };
        let out = self.take_out(ground, at);
        let next = out.form + 1;
        if last || next >= ground.candidates[out.candidate].forms.len() {
            self.banned.insert(out.candidate);
            self.refused.insert(out.candidate, why_of(finding));
        }
        self.from_form.insert(out.candidate, next);
    }
}

/// The score of a plan of so many things of which one is a candidate; `sums` are the groups' without it.
fn score_with(ground: &Ground, candidate: usize, mut sums: Vec<f64>, things: usize) -> f64 {
    let (columns, groups) = (ground.measure.columns(), &ground.measure.grouping().of);
    for (design, same) in &ground.candidates[candidate].backing {
        if let Some(Some(group)) = groups.get(*design as usize) {
            sums[*group as usize] += 2.0 * same / (columns.size_of(*design as usize) + things) as f64;
        }
    }
    score(ground, &sums)
}

fn why_of(finding: &Finding) -> Why {
    if finding.rule == "budget" {
        Why::Budget
    } else {
        Why::Rule(finding.rule)
    }
}
