//! Checks a plan once, then only what changed.

mod kept_fix;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::catalogue::Catalogue;
use crate::cores::{Cores, OneCore};
use crate::design::{Change, Design, Placement, PlacementId, changes};
use crate::geometry::Bounds;
use crate::project::Project;
use crate::text::{Arg, Message};

use super::bill::{self, BillLine};
use super::mend::Mender;
use super::placed::{Placed, Site};
use super::rule::{Answer, Check, Rule};
use super::survey::Survey;
use super::things::Things;
use super::totals::{self, Totals};
use super::{Finding, Fix, Plan, Tiding, contradiction};

pub(super) use kept_fix::Fixer;

/// So many things are looked at by a core before it takes others.
const A_LOT: usize = 32;

/// What a design would be with some things elsewhere.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preview {
    /// What the whole design would win, lose and cost.
    pub totals: Totals,
    /// What the rules would say in which one of the things takes part, gravest first.
    pub findings: Vec<Finding>,
}

/// The findings and totals of one design, kept up to date change by change. The cost of a change
/// grows with what lies near the changed thing, not with the number of things.
#[derive(Clone, Debug)]
pub struct Checker {
    survey: Arc<Survey>,
    things: Things,
    findings: BTreeMap<PlacementId, Vec<Finding>>,
    shares: BTreeMap<PlacementId, Totals>,
    totals: Totals,
    /// What the rules that look at the whole plan say of it now.
    whole: BTreeMap<&'static str, Answer>,
    /// What the slow rules said when they were last asked.
    far: BTreeMap<&'static str, Answer>,
}

impl Checker {
    /// Checks a whole design.
    pub fn new(project: &Project, design: &Design) -> Self {
        Self::on(Survey::new(project), design)
    }

    /// Checks a whole design on a project that was surveyed before.
    pub fn on(survey: Arc<Survey>, design: &Design) -> Self {
        Self::on_cores(survey, design, &OneCore)
    }

    /// The same, the things of the design on whichever core is free.
    pub fn on_cores(survey: Arc<Survey>, design: &Design, cores: &impl Cores) -> Self {
        let mut checker = Self {
            things: survey.things(design),
            survey,
            findings: BTreeMap::new(),
            shares: BTreeMap::new(),
            totals: Totals::default(),
            whole: BTreeMap::new(),
            far: BTreeMap::new(),
        };
        let all: BTreeSet<PlacementId> = design.placements().iter().map(|thing| thing.id.clone()).collect();
        checker.look_again(&all, cores);
        checker.recheck_whole();
        checker
    }

    /// Brings findings and totals from one design to the next.
    pub fn recheck(&mut self, before: &Design, after: &Design) {
        self.recheck_changes(&changes(before, after));
    }

    /// Brings findings and totals up to date with changes.
    pub fn recheck_changes(&mut self, changes: &[Change]) {
        self.recheck_share(changes);
        self.recheck_whole();
    }

    /// Brings the findings about things up to date with a share of many changes. After the last share,
    /// [`Checker::recheck_whole`] asks the rules that look at the whole plan: they cost as much for a few changes
    /// as for all.
    pub fn recheck_share(&mut self, changes: &[Change]) {
        let mut touched: Vec<Bounds> = Vec::new();
        for change in changes {
            if let Some(old) = self.things.remove(change.id()) {
                touched.push(old.bounds);
            }
            match change {
                Change::Removed(_) => {}
                Change::Added(thing) | Change::Altered(_, thing) => {
                    let placed = Placed::new(self.catalogue(), thing.clone());
                    touched.push(placed.bounds);
                    self.things.put(placed);
                }
            }
            self.findings.remove(change.id());
            if let Some(share) = self.shares.remove(change.id()) {
                self.totals -= share;
            }
        }
        let near: BTreeSet<PlacementId> = touched
            .into_iter()
            .flat_map(|bounds| self.things.in_box(self.survey.touched(bounds)))
            .map(|placed| placed.id().clone())
            .collect();
        self.look_again(&near, &OneCore);
    }

    /// Asks the rules that look at the whole plan again.
    pub fn recheck_whole(&mut self) {
        let site = self.site(&[]);
        let asked = self.survey.rules.iter().filter_map(|rule| match rule.check {
            Check::Whole(look) => Some((rule.id, look(&site, &self.totals))),
            Check::Near { .. } | Check::Far(_) => None,
        });
        self.whole = asked.collect();
    }

    /// Asks the slow rules now, where there is no worker to ask them: on the command line.
    pub fn ask_far(&mut self) {
        self.ask_far_on(&OneCore);
    }

    /// The same, each rule on whichever core is free.
    pub fn ask_far_on(&mut self, cores: &impl Cores) {
        let answers = self.survey.far_answers_on(cores, &self.things, |_| true);
        self.take_far(answers);
    }

    /// Takes what the slow rules say of this design, asked elsewhere by [`Survey::ask_far`].
    pub fn take_far(&mut self, answers: BTreeMap<&'static str, Answer>) {
        self.far = answers;
    }

    /// Says that the slow rules gave up on this design, and why: what they said of the one before does
    /// not hold any more.
    pub fn give_up_far(&mut self, why: &Message) {
        let gave_up = |rule: &&'static Rule| Answer {
            gave_up: Some(why.clone().with(
                "rule",
                Arg::Key {
                    key: format!("rule-{}", rule.id),
                    or: rule.id.to_owned(),
                },
            )),
            ..Answer::default()
        };
        let slow = self.survey.rules.iter().filter(|rule| rule.is_far());
        self.far = slow.map(|rule| (rule.id, gave_up(rule))).collect();
    }

    /// Whether every thing that a finding names is there: a slow rule may speak of one that was taken
    /// away since.
    pub fn knows_all_of(&self, finding: &Finding) -> bool {
        finding.placements.iter().all(|id| self.things.get(id).is_some())
    }

    /// What the whole-plan rules say: their findings, tidings, and where one gave up.
    pub fn answers(&self) -> impl Iterator<Item = (&'static str, &Answer)> {
        self.whole
            .iter()
            .chain(&self.far)
            .map(|(id, answer)| (*id, answer))
    }

    /// What changed on the whole plan, good and bad.
    pub fn tidings(&self) -> impl Iterator<Item = &Tiding> {
        self.answers().flat_map(|(_, answer)| &answer.tidings)
    }

    pub(super) fn things(&self) -> &Things {
        &self.things
    }

    /// The project that it checks on.
    pub fn survey(&self) -> &Arc<Survey> {
        &self.survey
    }

    fn look_again(&mut self, ids: &BTreeSet<PlacementId>, cores: &impl Cores) {
        let ids: Vec<&PlacementId> = ids.iter().collect();
        let lots: Vec<&[&PlacementId]> = ids.chunks(A_LOT).collect();
        let seen = cores.parts(lots.len(), |lot| {
            let seen = lots[lot].iter().map(|id| self.look_at(id));
            seen.collect::<Vec<_>>()
        });
        let seen = seen.into_iter().flatten();
        for (id, (own, share)) in ids
            .into_iter()
            .zip(seen)
            .filter_map(|(id, seen)| Some((id, seen?)))
        {
            if own.is_empty() {
                self.findings.remove(id);
            } else {
                self.findings.insert(id.clone(), own);
            }
            if let Some(old) = self.shares.insert(id.clone(), share) {
                self.totals -= old;
            }
            self.totals += share;
        }
        if self.shares.is_empty() {
            // What adding and taking away left behind in the last digits.
            self.totals = Totals::default();
        }
    }

    /// What is found of a thing, and its share of the totals; none where there is no such thing. A finding about two
    /// things is kept under the first of them.
    fn look_at(&self, id: &PlacementId) -> Option<(Vec<Finding>, Totals)> {
        let placed = self.things.get(id)?;
        let site = self.site(&[]);
        let found = look(&site, placed).into_iter();
        let own = found.filter(|finding| finding.placements.first() == Some(id));
        Some((own.collect(), totals::share(&site, placed)))
    }

    fn site<'a>(&'a self, instead: &'a [Placed]) -> Site<'a> {
        self.survey.site(&self.things, instead)
    }

    fn catalogue(&self) -> &Catalogue {
        &self.survey.project.catalogue
    }

    /// Every finding, gravest first, then by name. Their fixes are not reckoned: ask [`Checker::fix`].
    pub fn findings(&self) -> Vec<&Finding> {
        let of_the_whole = self.answers().flat_map(|(_, answer)| &answer.findings);
        let mut all: Vec<&Finding> = self.findings.values().flatten().chain(of_the_whole).collect();
        all.sort_by(|a, b| (a.severity, &a.id).cmp(&(b.severity, &b.id)));
        all
    }

    /// A thing of the design.
    pub fn thing(&self, id: &PlacementId) -> Option<&Placement> {
        self.things.get(id).map(|placed| &*placed.thing)
    }

    /// The findings in which a thing takes part, gravest first.
    pub fn findings_of(&self, id: &PlacementId) -> Vec<Finding> {
        let Some(placed) = self.things.get(id) else {
            return Vec::new();
        };
        let mut found = look(&self.site(&[]), placed);
        let of_the_whole = self.answers().flat_map(|(_, answer)| &answer.findings);
        found.extend(
            of_the_whole
                .filter(|finding| finding.placements.contains(id))
                .cloned(),
        );
        sorted(found)
    }

    /// What the totals would be, and what the rules would say of these things, if they were where
    /// they are given, in place of those of their names: for live words while they are dragged.
    /// What it costs grows with what lies near them, not with the number of things.
    pub fn preview(&self, things: &[Arc<Placement>]) -> Preview {
        let instead: Vec<Placed> = things
            .iter()
            .map(|thing| Placed::new(self.catalogue(), thing.clone()))
            .collect();
        let site = self.site(&instead);
        let mut findings = sorted(instead.iter().flat_map(|placed| look(&site, placed)).collect());
        findings.dedup_by(|a, b| a.id == b.id);
        Preview {
            totals: self.totals_with(&site),
            findings,
        }
    }

    /// What the design wins, loses and costs.
    pub fn totals(&self) -> Totals {
        self.totals
    }

    /// The totals with the things that a site has instead.
    fn totals_with(&self, site: &Site) -> Totals {
        let mut totals = self.totals;
        let mut near: BTreeSet<&PlacementId> = BTreeSet::new();
        for placed in site.instead {
            let was = self.things.get(placed.id()).map(|old| old.bounds);
            for bounds in [Some(placed.bounds), was].into_iter().flatten() {
                near.extend(self.things.in_box(bounds).iter().map(|other| other.id()));
            }
        }
        for placed in site.instead {
            near.remove(placed.id());
            if let Some(old) = self.shares.get(placed.id()) {
                totals -= *old;
            }
            totals += totals::share(site, placed);
        }
        for id in near {
            if let (Some(old), Some(other)) = (self.shares.get(id), self.things.get(id)) {
                totals -= *old;
                totals += totals::share(site, other);
            }
        }
        totals
    }

    /// What the design costs, line by line.
    pub fn bill(&self) -> Vec<BillLine> {
        bill::bill_of(self.things.all().into_iter())
    }

    /// The nearest place, and turn where that helps, at which a finding ends and no must-rule that
    /// looks near is broken, within 30 m; none when there is none. Reckoned when asked, since it tries
    /// many places. What rules of the whole plan say of it is for [`Checker::findings_with_fixes`].
    pub fn fix(&self, finding: &Finding) -> Option<Fix> {
        self.fix_by(&mut BTreeMap::new(), finding)
    }

    /// The rule that is against every near place that ends a finding for which there is no [`Checker::fix`];
    /// none where none is known.
    pub fn against(&self, finding: &Finding) -> Option<&'static str> {
        let mut things = self.may_move(finding).into_iter();
        things.find_map(|placed| contradiction::against(&self.site(&[]), placed, finding))
    }

    /// What of a finding may be moved, first what gives way: of two things that overlap, the one placed
    /// later, p10 before p2.
    fn may_move(&self, finding: &Finding) -> Vec<&Placed> {
        let mut ids: Vec<&PlacementId> = finding.placements.iter().collect();
        ids.sort_by_key(|id| std::cmp::Reverse((id.as_str().len(), id.as_str().to_owned())));
        let things = ids.into_iter().filter_map(|id| self.things.get(id));
        things.filter(|placed| !placed.thing.locked).collect()
    }

    /// The same, with what was learnt of each thing by earlier findings.
    fn fix_by<'a>(
        &'a self,
        menders: &mut BTreeMap<PlacementId, Mender<'a>>,
        finding: &Finding,
    ) -> Option<Fix> {
        self.may_move(finding).into_iter().find_map(|placed| {
            let mender = menders.entry(placed.id().clone());
            let mender = mender.or_insert_with(|| Mender::new(self.site(&[]), placed));
            mender.mend(finding)
        })
    }
}

fn look(site: &Site, placed: &Placed) -> Vec<Finding> {
    let near = site.survey.rules.iter().filter_map(|rule| match rule.check {
        Check::Near { look, .. } => Some(look),
        Check::Whole(_) | Check::Far(_) => None,
    });
    near.flat_map(|look| look(site, placed)).collect()
}

fn sorted(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by(|a, b| (a.severity, &a.id).cmp(&(b.severity, &b.id)));
    findings
}

/// Every finding of a plan with its fix, gravest first, then by name.
pub fn check_all(plan: &Plan) -> Vec<Finding> {
    check_on(&Survey::new(plan.project), plan.design)
}

/// Every finding of a design with its fix, on a project that was surveyed before.
pub fn check_on(survey: &Arc<Survey>, design: &Design) -> Vec<Finding> {
    let mut checker = Checker::on(survey.clone(), design);
    checker.ask_far();
    checker.findings_with_fixes()
}

/// What a plan wins, loses and costs.
pub fn totals(plan: &Plan) -> Totals {
    Survey::new(plan.project).totals(plan.design)
}

/// What a plan costs, line by line.
pub fn bill(plan: &Plan) -> Vec<BillLine> {
    Survey::new(plan.project).bill(plan.design)
}
