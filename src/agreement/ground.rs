//! What all choosing of one composition shares.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::catalogue::Catalogue;
use crate::cores::Cores;
use crate::design::Design;
use crate::rules::{Checker, Finding, Severity, Survey, capacity, price, quantity};

use super::candidates::Candidate;
use super::measure::Measure;

/// What all choosing of one composition shares.
pub(super) struct Ground {
    pub survey: Arc<Survey>,
    pub measure: Measure,
    pub candidates: Vec<Candidate>,
    /// What each candidate costs as it is built first, in yuan.
    pub costs: Vec<f64>,
    /// Yuan that may be spent.
    pub budget: Option<f64>,
    /// Must-findings of the estate with nothing drawn, which no drawing can be blamed for.
    pub unblamed: BTreeSet<String>,
}

impl Ground {
    pub fn new(
        survey: Arc<Survey>,
        catalogue: &Catalogue,
        measure: Measure,
        candidates: Vec<Candidate>,
        budget: Option<f64>,
    ) -> Self {
        let cost = |candidate: &Candidate| {
            let thing = candidate.forms.first();
            let known = catalogue.kind(&candidate.kind).zip(thing);
            known.map_or(0.0, |(kind, thing)| {
                price(kind, thing).yuan * quantity(kind, thing, &capacity(kind, thing))
            })
        };
        let costs = candidates.iter().map(cost).collect();
        let mut ground = Self {
            survey,
            measure,
            candidates,
            costs,
            budget,
            unblamed: BTreeSet::new(),
        };
        let empty = Checker::on(ground.survey.clone(), &Design::default());
        ground.unblamed = empty
            .findings()
            .iter()
            .filter(|f| f.severity == Severity::Must)
            .map(|f| f.id.0.clone())
            .collect();
        ground
    }
    /// How many designs are composed from.
    pub fn designs(&self) -> usize {
        self.measure.columns().designs()
    }
    /// How many must-findings a design has, slow rules among them.
    pub fn broken_by(&self, design: &Design, cores: &impl Cores) -> usize {
        let mut checker = Checker::on_cores(self.survey.clone(), design, cores);
        checker.ask_far_on(cores);
        checker
            .findings()
            .into_iter()
            .filter(|finding| self.blames(finding))
            .count()
    }
    /// Whether a finding is one that a composed plan may not have.
    pub fn blames(&self, finding: &Finding) -> bool {
        finding.severity == Severity::Must && !self.unblamed.contains(&finding.id.0)
    }
}

/// The logarithm of the product over the groups; 0 designs in a group count as half agreeing.
pub(super) fn score(ground: &Ground, sums: &[f64]) -> f64 {
    sums.iter()
        .zip(ground.measure.sizes())
        .map(|(sum, designs)| libm::log((sum + 1.0) / (*designs as f64 + 2.0)))
        .sum()
}
