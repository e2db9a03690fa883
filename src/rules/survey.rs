//! A project looked at once, for checking many designs on it.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use crate::cores::{Cores, OneCore};
use crate::design::Design;
use crate::geometry::Bounds;
use crate::project::Project;

use super::bill::{self, BillLine};
use super::concentrated_green::GreenBefore;
use super::facades::Facades;
use super::patches::Patches;
use super::placed::{Placed, Site};
use super::profile::Profile;
use super::rule::{Answer, Check, Rule};
use super::sunlit::Sunlit;
use super::terrain::Terrain;
use super::things::Things;
use super::totals::{self, Totals};
use super::{ALL, NotChecked, PartNotChecked, clearance, fire, not_checked, walking};

/// The rules that take longest.
const SLOWEST_FIRST: [&str; 2] = ["step-free", "fire-lane"];

/// A project with its grounds and its rules' numbers reckoned.
#[derive(Clone, Debug)]
pub struct Survey {
    pub(super) project: Project,
    pub(super) terrain: Terrain,
    /// What totals ask for of it.
    pub(super) patches: Patches,
    pub(super) facades: Facades,
    pub(super) profile: Arc<Profile>,
    /// The rules that can look at this project.
    pub(super) rules: Vec<&'static Rule>,
    not_checked: Vec<NotChecked>,
    reach: f64,
    /// The ground that people walk on without a drawing, once it was asked for; none inside where
    /// the estate is too large.
    pub(super) walking: OnceLock<Option<walking::Base>>,
    /// The concentrated green, reckoned when it is first asked for.
    pub(super) green: OnceLock<Option<Arc<GreenBefore>>>,
    /// The windows with their sun, reckoned when they are first asked for.
    sunlit: OnceLock<Option<Arc<Sunlit>>>,
    /// Where the fire engine gets before anything is drawn.
    pub(super) fire: fire::Kept,
}

impl Survey {
    /// Reckons the grounds of a project's features, and which rules can look at it.
    pub fn new(project: &Project) -> Arc<Self> {
        let (terrain, profile) = (Terrain::new(project), Profile::of(project));
        let mut survey = Self {
            facades: Facades::new(project, &terrain, &profile),
            patches: Patches::of(project, &terrain),
            terrain,
            profile,
            project: project.clone(),
            rules: Vec::new(),
            not_checked: Vec::new(),
            reach: 0.0,
            walking: OnceLock::new(),
            green: OnceLock::new(),
            sunlit: OnceLock::new(),
            fire: fire::Kept::default(),
        };
        let nothing = Things::default();
        let unable: Vec<_> = ALL
            .iter()
            .map(|rule| (*rule, rule.unable(&survey.site(&nothing, &[]))))
            .collect();
        let in_part = |rule: &Rule| (rule.lacks)(&survey.site(&nothing, &[]));
        let why: Vec<_> = unable
            .iter()
            .map(|(rule, why)| (*rule, why.clone().or_else(|| in_part(rule))))
            .collect();
        survey.not_checked = not_checked::among(&why);
        survey.rules = unable
            .into_iter()
            .filter(|(_, why)| why.is_none())
            .map(|(rule, _)| rule)
            .collect();
        survey.reach = survey
            .rules
            .iter()
            .map(|rule| survey.reach_of(rule))
            .fold(clearance::reach(&project.catalogue), f64::max);
        Arc::new(survey)
    }

    /// The project that was looked at.
    pub fn project(&self) -> &Project {
        &self.project
    }
    /// The numbers that its rules ask for.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }
    /// The rules of the contract that are not checked on it, each with why.
    pub fn not_checked(&self) -> &[NotChecked] {
        &self.not_checked
    }

    /// The parts of rules that are not checked though the rest of them is, each with why.
    pub fn parts_not_checked(&self) -> Vec<PartNotChecked> {
        not_checked::parts(self)
    }

    /// What a design wins, loses and costs, without its findings.
    pub fn totals(&self, design: &Design) -> Totals {
        // Of a few things each is held against all others sooner than they are put into an index.
        const FEW: usize = 100;
        if design.placements().len() <= FEW {
            return totals::sum(&self.site(&Things::default(), &[]), design);
        }
        let things = self.things(design);
        let site = self.site(&things, &[]);
        let mut totals = Totals::default();
        for placed in things.all() {
            totals += totals::share(&site, placed);
        }
        totals
    }

    /// What a design costs, line by line by kind and chosen price.
    pub fn bill(&self, design: &Design) -> Vec<BillLine> {
        bill::bill_of(self.things(design).all().into_iter())
    }

    /// Whether any rule that can look at this project is slow.
    pub fn has_far(&self) -> bool {
        self.rules.iter().any(|rule| rule.is_far())
    }

    /// Asks the slow rules of a design: what a worker is for.
    pub fn ask_far(&self, design: &Design) -> BTreeMap<&'static str, Answer> {
        self.far_answers(&self.things(design))
    }

    pub(super) fn far_answers(&self, things: &Things) -> BTreeMap<&'static str, Answer> {
        self.far_answers_of(things, |_| true)
    }

    /// The answers of those slow rules that are asked.
    pub(super) fn far_answers_of(
        &self,
        things: &Things,
        is_asked: impl Fn(&Rule) -> bool,
    ) -> BTreeMap<&'static str, Answer> {
        self.far_answers_on(&OneCore, things, is_asked)
    }

    /// The same, each rule on whichever core is free: no rule reads another's findings, and a drive that several ask
    /// for is driven once.
    pub(super) fn far_answers_on(
        &self,
        cores: &impl Cores,
        things: &Things,
        is_asked: impl Fn(&Rule) -> bool,
    ) -> BTreeMap<&'static str, Answer> {
        let site = self.site(things, &[]);
        let asked = self.rules.iter().filter(|rule| is_asked(rule));
        let asked = asked.filter_map(|rule| match rule.check {
            Check::Far(look) => Some((rule.id, look)),
            Check::Near { .. } | Check::Whole(_) => None,
        });
        let mut asked: Vec<_> = asked.collect();
        // What takes longest is begun first, so that no core is left with it at the end.
        asked.sort_by_key(|(id, _)| {
            SLOWEST_FIRST
                .iter()
                .position(|slow| slow == id)
                .unwrap_or(SLOWEST_FIRST.len())
        });
        let answers = cores.parts(asked.len(), |at| asked[at].1(&site));
        asked.into_iter().map(|(id, _)| id).zip(answers).collect()
    }

    /// The windows of dwellings and day-care with the sun that they have without the drawing.
    pub(super) fn sunlit(&self) -> Option<&Sunlit> {
        let reckon = || Sunlit::new(&self.project, &self.profile).map(Arc::new);
        self.sunlit.get_or_init(reckon).as_deref()
    }

    pub(super) fn things(&self, design: &Design) -> Things {
        let things = design.placements().iter();
        Things::new(things.map(|thing| Placed::new(&self.project.catalogue, thing.clone())))
    }

    pub(super) fn site<'a>(&'a self, things: &'a Things, instead: &'a [Placed]) -> Site<'a> {
        Site {
            project: &self.project,
            terrain: &self.terrain,
            survey: self,
            things,
            instead,
        }
    }

    /// The box within which a thing of these bounds may have changed what a rule says.
    pub(super) fn touched(&self, bounds: Bounds) -> Bounds {
        bounds.grown(self.reach)
    }

    /// How far any rule looks beyond a thing, in metres.
    pub(super) fn reach(&self) -> f64 {
        self.reach
    }

    fn reach_of(&self, rule: &Rule) -> f64 {
        match rule.check {
            Check::Near { reach, .. } => reach(&self.profile),
            Check::Whole(_) | Check::Far(_) => 0.0,
        }
    }
}
