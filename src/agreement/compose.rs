//! One plan composed from many designs: three proposals that differ, each measured by the same measure as every
//! single design.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::json;

use crate::catalogue::KindId;
use crate::cores::{Cores, OneCore};
use crate::design::stored::DesignName;
use crate::design::{Command, Design, Placement, PlacementId};
use crate::geometry::WorldPt;
use crate::project::Project;
use crate::rules::Survey;
use crate::tally::shown_count;

use super::candidates::candidates;
use super::choose::{Chooser, Why};
use super::composition::{Backing, Composition, LeftOut, Limits, NothingWhy, Progress, Proposal};
use super::ground::Ground;
use super::measure::{Measure, Support, sameness};
use super::singles::{singles, things_of};
use super::{Grouping, Sketches};

/// So many single designs are measured in one step.
const SINGLES_A_STEP: usize = 25;
/// A design is behind a thing of the plan when its own is the same at least by this: about 9 m away.
const BEHIND: f64 = 0.5;

enum Stage {
    Singles(usize),
    Choosing(Box<Chooser>),
    Done,
}

/// Composes a step at a time, so that a page can show how far it is and stop it.
pub struct Composer<C: Cores = OneCore> {
    cores: C,
    ground: Ground,
    sketches: Sketches,
    limits: Limits,
    project: String,
    /// Single designs to be measured, with the most that they could reach.
    singles: Vec<(f64, usize)>,
    best_single: Option<(DesignName, Support)>,
    measured: usize,
    done: Vec<(Vec<usize>, Proposal)>,
    stage: Stage,
    rival: Option<Box<Chooser>>,
    refused_for: Vec<Why>,
    reached: f64,
}

impl Composer {
    /// Begins with the sketches of designs, in the groups given for their columns.
    pub fn new(
        project: &Project,
        survey: Arc<Survey>,
        sketches: Sketches,
        grouping: Grouping,
        limits: Limits,
    ) -> Self {
        Self::on(OneCore, project, survey, sketches, grouping, limits)
    }
}

impl<C: Cores> Composer<C> {
    /// The same on several cores; the plans are the same on however many.
    pub fn on(
        cores: C,
        project: &Project,
        survey: Arc<Survey>,
        sketches: Sketches,
        grouping: Grouping,
        limits: Limits,
    ) -> Self {
        let bounds = project.estate.bounds();
        let found = candidates(&cores, &sketches, &project.catalogue, bounds, limits.bandwidth);
        let measure = Measure::new(sketches.columns().clone(), Arc::new(grouping));
        let ground = Ground::new(survey, &project.catalogue, measure, found, project.file.budget);
        let singles = singles(&ground);
        Self {
            cores,
            ground,
            sketches,
            limits,
            project: project.file.id.clone(),
            singles,
            best_single: None,
            measured: 0,
            done: Vec::new(),
            stage: Stage::Singles(0),
            rival: None,
            refused_for: Vec::new(),
            reached: 0.0,
        }
    }

    /// Does one piece of the work; none when all is done.
    pub fn step(&mut self) -> Option<Progress> {
        match std::mem::replace(&mut self.stage, Stage::Done) {
            Stage::Done => return None,
            Stage::Singles(from) => self.stage = self.measure_singles(from),
            Stage::Choosing(mut chooser) => {
                if !chooser.is_done() {
                    chooser.step(&self.ground, &self.cores);
                }
                self.stage = if chooser.is_done() {
                    self.chosen(chooser)
                } else {
                    Stage::Choosing(chooser)
                };
            }
        }
        Some(self.progress())
    }

    fn progress(&mut self) -> Progress {
        const SINGLES_SHARE: f64 = 0.2;
        let proposals = self.limits.proposals.max(1) as f64;
        let (share, proposal) = match &self.stage {
            Stage::Singles(at) => (SINGLES_SHARE * *at as f64 / self.singles.len().max(1) as f64, 0),
            Stage::Choosing(chooser) => {
                // Nobody knows how many things it will be; each brings the end nearer.
                let inner = 1.0 - 1.0 / (1.0 + chooser.chosen.len() as f64 / 8.0);
                let done = (self.done.len() as f64 + inner) / proposals;
                (SINGLES_SHARE + (1.0 - SINGLES_SHARE) * done, self.done.len() + 1)
            }
            Stage::Done => (1.0, self.done.len()),
        };
        self.reached = self.reached.max(share.min(1.0));
        Progress {
            share: self.reached,
            proposal,
        }
    }

    fn measure_singles(&mut self, from: usize) -> Stage {
        let to = (from + SINGLES_A_STEP).min(self.singles.len());
        // Sorted by what they could reach: none that follows can be better.
        let may_be_better = |reach: f64, best: &Option<(DesignName, Support)>| {
            best.as_ref().is_none_or(|(_, best)| reach > best.product)
        };
        let likely = self.singles[from..to].iter();
        let likely: Vec<(f64, usize)> = likely
            .take_while(|(reach, _)| may_be_better(*reach, &self.best_single))
            .copied()
            .collect();
        let supports = self.cores.parts(likely.len(), |number| {
            let plan = things_of(self.sketches.strokes(likely[number].1));
            self.ground.measure.support(&plan)
        });
        for ((reach, at), support) in likely.into_iter().zip(supports) {
            if may_be_better(reach.min(support.product), &self.best_single) {
                self.best_single = Some((self.sketches.columns().names()[at], support));
            }
        }
        self.measured += to - from;
        if to < self.singles.len() {
            return Stage::Singles(to);
        }
        self.next_choosing()
    }

    fn next_choosing(&self) -> Stage {
        if self.done.len() >= self.limits.proposals || self.ground.candidates.is_empty() {
            return Stage::Done;
        }
        self.choosing(false)
    }

    /// The next plan is chosen: at most half of it from those before it; `by_money` by what gains most for its money.
    fn choosing(&self, by_money: bool) -> Stage {
        let before: BTreeSet<usize> = self
            .done
            .iter()
            .flat_map(|(own, _)| own.iter().copied())
            .collect();
        let most_taken = self.done.first().map_or(0, |(own, _)| own.len() / 2);
        Stage::Choosing(Box::new(Chooser::new(&self.ground, before, most_taken, by_money)))
    }

    fn chosen(&mut self, chooser: Box<Chooser>) -> Stage {
        let short_of_money = chooser.refused.values().any(|why| *why == Why::Budget);
        let best = match self.rival.take() {
            // Where money is short, what gains most for its money is tried as well.
            None if short_of_money => {
                self.rival = Some(chooser);
                return self.choosing(true);
            }
            None => chooser,
            Some(rival) if rival.score(&self.ground) >= chooser.score(&self.ground) => rival,
            Some(_) => chooser,
        };
        self.refused_for.extend(best.refused.values().copied());
        let own: Vec<usize> = best.chosen.iter().map(|chosen| chosen.candidate).collect();
        let known = |earlier: &(Vec<usize>, Proposal)| own.iter().all(|one| earlier.0.contains(one));
        if own.is_empty() || self.done.iter().any(known) {
            // What is left differs in nothing new.
            return Stage::Done;
        }
        let proposal = self.proposal(&best);
        self.done.push((own, proposal));
        self.next_choosing()
    }

    fn proposal(&self, chooser: &Chooser) -> Proposal {
        let things: Vec<Placement> = chooser
            .chosen
            .iter()
            .enumerate()
            .map(|(at, chosen)| {
                let backing = &self.ground.candidates[chosen.candidate].backing;
                let mut thing = Placement {
                    id: PlacementId::new(&format!("p{}", at + 1)),
                    ..(*chosen.thing).clone()
                };
                // What stands in a document that leaves the desk names nobody.
                let told =
                    json!({ "designs": shown_count(backing.len()).to_string(), "of": self.ground.designs() });
                thing.extra.insert("backing".to_owned(), told);
                thing
            })
            .collect();
        let plan: Vec<(KindId, WorldPt)> = things
            .iter()
            .map(|thing| (thing.kind.clone(), thing.shape.centre()))
            .collect();
        let support = self.ground.measure.support(&plan);
        let backing = things
            .iter()
            .zip(&chooser.chosen)
            .map(|(thing, chosen)| self.backing(thing, chosen.candidate))
            .collect();
        let number = self.done.len();
        let title = self
            .limits
            .titles
            .get(number)
            .or(self.limits.titles.last())
            .cloned()
            .unwrap_or_default();
        let draft = DesignName::of(format!("{number} {plan:?}").as_bytes()).to_string();
        let mut design = Design::new(&self.project, &draft[..32]);
        design.title = title;
        // No more things than a design may hold, all within reach: it cannot be refused.
        let design = design.apply(&Command::Put(things)).unwrap_or(design);
        Proposal {
            beats_singles: self
                .best_single
                .as_ref()
                .is_none_or(|(_, best)| support.product > best.product),
            totals: chooser.checker().totals(),
            backing,
            left_out: self.left_out(chooser),
            support,
            design,
        }
    }

    fn backing(&self, thing: &Placement, candidate: usize) -> Backing {
        let at = thing.shape.centre();
        let grouping = self.ground.measure.grouping();
        let mut groups: Vec<(usize, usize)> = self
            .ground
            .measure
            .sizes()
            .iter()
            .map(|size| (0, *size))
            .collect();
        let mut names = Vec::new();
        for (design, _) in &self.ground.candidates[candidate].backing {
            let own = self.sketches.strokes(*design as usize).iter();
            let same = own
                .filter(|other| other.kind == thing.kind)
                .map(|other| sameness(other.shape.centre().distance(at)))
                .fold(0.0, f64::max);
            if same >= BEHIND {
                names.push(self.sketches.columns().names()[*design as usize]);
                if let Some(Some(group)) = grouping.of.get(*design as usize) {
                    groups[*group as usize].0 += 1;
                }
            }
        }
        Backing {
            thing: thing.id.clone(),
            designs: names,
            groups,
        }
    }

    fn left_out(&self, chooser: &Chooser) -> Vec<LeftOut> {
        const MOST_TOLD: usize = 12;
        let least = self.ground.designs().div_ceil(10).max(1);
        let chosen: BTreeSet<usize> = chooser.chosen.iter().map(|chosen| chosen.candidate).collect();
        let wanted = self.ground.candidates.iter().enumerate();
        let wanted = wanted.filter(|(at, one)| !chosen.contains(at) && one.backing.len() >= least);
        let before = |at: &usize| self.done.iter().any(|(own, _)| own.contains(at));
        let told = wanted.map(|(at, one)| LeftOut {
            kind: one.kind.clone(),
            at: one.at,
            designs: one.backing.len(),
            why: chooser.refused.get(&at).copied().unwrap_or(if before(&at) {
                Why::Taken
            } else {
                Why::Support
            }),
        });
        told.take(MOST_TOLD).collect()
    }

    /// What was composed; before the last step, what there is so far.
    pub fn finish(self) -> Composition {
        let columns = self.ground.measure.columns();
        let silent = (0..columns.designs())
            .filter(|at| columns.size_of(*at) == 0)
            .count();
        let broken = self.best_single.as_ref().and_then(|(name, _)| {
            let sketch = self.sketches.get(columns.index_of(name)?)?;
            Some(self.ground.broken_by(&sketch.design(), &self.cores))
        });
        let nothing = self.done.is_empty().then(|| {
            if columns.designs() == 0 {
                NothingWhy::NoDesigns
            } else if self.ground.candidates.is_empty() {
                NothingWhy::NothingDrawn
            } else if !matches!(self.stage, Stage::Done) {
                // What the designs would have agreed on nobody knows yet.
                NothingWhy::Stopped
            } else if self.refused_for.contains(&Why::Budget) {
                NothingWhy::Budget
            } else if self.refused_for.iter().any(|why| matches!(why, Why::Rule(_))) {
                NothingWhy::Rules
            } else {
                NothingWhy::NoAgreement
            }
        });
        Composition {
            proposals: self.done.into_iter().map(|(_, proposal)| proposal).collect(),
            nothing,
            best_single: self.best_single,
            best_single_breaks: broken.unwrap_or_default(),
            singles: self.measured,
            designs: columns.designs(),
            silent,
            groups: self.ground.measure.sizes().to_vec(),
        }
    }
}

/// Composes to the end.
pub fn compose(
    project: &Project,
    survey: Arc<Survey>,
    sketches: Sketches,
    grouping: Grouping,
    limits: Limits,
) -> Composition {
    compose_on(OneCore, project, survey, sketches, grouping, limits)
}

/// The same on several cores; the plans are the same on however many.
pub fn compose_on(
    cores: impl Cores,
    project: &Project,
    survey: Arc<Survey>,
    sketches: Sketches,
    grouping: Grouping,
    limits: Limits,
) -> Composition {
    let mut composer = Composer::on(cores, project, survey, sketches, grouping, limits);
    while composer.step().is_some() {}
    composer.finish()
}
