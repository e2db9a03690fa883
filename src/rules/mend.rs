//! The nearest place at which a finding ends and no other must-rule is broken.
//!
//! First straight away from what is too near, or in from outside: the least move there is. Else about
//! the place as [`march`] looks, and turned where that is nearer by more than a turn is worth.

use std::rc::Rc;
use std::sync::Arc;

use crate::catalogue::Catalogue;
use crate::design::{Placement, PlacementShape};
use crate::geometry::WorldVec;

use super::altered::{altered, turns};
use super::distance::GRAIN_M;
use super::march::{Said, Wrong, march};
use super::placed::{Placed, Site};
use super::rule::{Check, Rule};
use super::{Finding, Fix, Severity, bay_size, boundary, deep, fire_facade, overlap, sun, waste_radius};

/// Places farther than this, in metres, are no longer what was meant.
pub(super) const FAR_M: f64 = 30.0;
/// How often it is pushed away from what is too near, for a corner between two houses.
const PUSHES: u32 = 5;
/// Farther from the estate than this, in metres, is nowhere.
const NOWHERE_M: f64 = 50.0;
/// A hair further than asked, in metres, so that rounding to the millimetre leaves nothing short.
const HAIR_M: f64 = 0.002;
/// A turn is worth this many metres of the way.
const TURN_WORTH_M: f64 = 2.0;
/// A thing is not turned where it need not go farther than this, in metres.
const NEAR_ENOUGH_M: f64 = 4.0;

/// Looks for better places of one thing. What it finds to be wrong about one finding serves the next.
pub(super) struct Mender<'a> {
    site: Site<'a>,
    placed: &'a Placed,
    /// The thing as it stands, and turned each way, with the moves that break a must-rule whatever is mended.
    turned: Vec<(Placed, Vec<Wrong>)>,
    /// What is wrong of it wherever it stands, once that was asked.
    anywhere: Option<Vec<(&'static str, bool)>>,
    /// The nearest place by the rule whose findings it ends.
    nearest: Vec<(&'static str, Option<Placed>)>,
    /// What else is asked of a place that is right by all that lies near.
    keeps: Option<Keeps<'a>>,
}

/// Whether the rules of the whole plan, slow ones among them, let a thing stand somewhere.
pub(super) type Keeps<'a> = Rc<dyn Fn(&Placed) -> bool + 'a>;

impl<'a> Mender<'a> {
    pub fn new(site: Site<'a>, placed: &'a Placed) -> Self {
        Self {
            site,
            placed,
            turned: vec![(placed.clone(), Vec::new())],
            anywhere: None,
            nearest: Vec::new(),
            keeps: None,
        }
    }

    /// The same, with more asked of each place.
    pub fn keeping(site: Site<'a>, placed: &'a Placed, keeps: Keeps<'a>) -> Self {
        Self {
            keeps: Some(keeps),
            ..Self::new(site, placed)
        }
    }

    /// The nearest change of the thing's place, and turn where that helps, after which a finding about it
    /// is gone, it lies inside, overlaps nothing, takes no window's sun and breaks no must-rule. None where
    /// there is none within 30 m, and for a rule of the whole plan other than those of the sun and of waste
    /// stations, which a place alone does not end: that is for `Mending`.
    pub fn mend(&mut self, finding: &Finding) -> Option<Fix> {
        let rule = self
            .site
            .survey
            .rules
            .iter()
            .find(|rule| rule.id == finding.rule)?;
        let is_near = matches!(rule.check, Check::Near { .. });
        if let Some(base) = altered(&self.site, self.placed, finding) {
            let mut of_that_size = Mender {
                keeps: self.keeps.clone(),
                ..Mender::new(self.site, &base)
            };
            return of_that_size.place(rule, finding).map(|found| self.fix(found));
        }
        if rule.id == waste_radius::WASTE_RADIUS.id {
            return self.nearer_station(rule, finding).map(|found| self.fix(found));
        }
        if !is_near && rule.id != sun::SUN.id {
            return None;
        }
        self.place(rule, finding).map(|found| self.fix(found))
    }

    fn fix(&self, found: Placed) -> Fix {
        let was = &self.placed.thing.params;
        let params = found.thing.params.iter();
        let other = params.filter(|(name, value)| was.get(*name) != Some(*value));
        Fix {
            placement: found.id().clone(),
            shape: found.thing.shape.clone(),
            params: other.map(|(name, value)| (name.clone(), value.clone())).collect(),
        }
    }

    fn place(&mut self, rule: &'static Rule, finding: &Finding) -> Option<Placed> {
        let (site, placed) = (self.site, self.placed);
        let keeps = self.keeps.clone();
        let clear = |there: &Placed| said(&site, placed, there, rule, keeps.as_deref()) == Said::Right;
        // Only a thing of another size is right where it stands; what rules of the whole plan alone see
        // is not ended by staying.
        if site
            .things
            .get(placed.id())
            .is_none_or(|was| was.thing != placed.thing)
            && clear(placed)
        {
            return Some(placed.clone());
        }
        let anywhere = self.anywhere.get_or_insert_with(|| anywhere(&site, placed));
        if anywhere.iter().any(|(id, must)| *must || *id == rule.id) {
            return None;
        }
        pushed(&site, placed, finding, &clear)
            .or_else(|| inward(&site, placed, &clear))
            .or_else(|| self.nearest(rule))
    }

    /// The nearest place, turned where that is much nearer.
    fn nearest(&mut self, rule: &'static Rule) -> Option<Placed> {
        if let Some((_, known)) = self.nearest.iter().find(|(id, _)| *id == rule.id) {
            return known.clone();
        }
        let plain = self.about(0, rule, FAR_M);
        let mut best = plain.as_ref().map_or(FAR_M, |there| away(self.placed, there));
        let mut found = plain;
        if best > NEAR_ENOUGH_M {
            if self.turned.len() == 1 {
                let turns = turns(&self.site, self.placed).into_iter();
                self.turned.extend(turns.map(|turned| (turned, Vec::new())));
            }
            for turn in 1..self.turned.len() {
                if let Some(there) = self.about(turn, rule, best - TURN_WORTH_M) {
                    best = away(self.placed, &there) + TURN_WORTH_M;
                    found = Some(there);
                }
            }
        }
        self.nearest.push((rule.id, found.clone()));
        found
    }

    /// The nearest place of a waste station from which it reaches the doors of a finding, if the stations
    /// that there are can.
    fn nearer_station(&self, rule: &'static Rule, finding: &Finding) -> Option<Placed> {
        let (site, placed) = (self.site, self.placed);
        let catalogue = &site.project.catalogue;
        let ask = |by: WorldVec| {
            let Some(there) = moved(catalogue, placed, by) else {
                return Said::WrongForAll(0.0);
            };
            let instead = [there.clone()];
            match waste_radius::short_by(&with(&site, &instead), finding) {
                // A move brings the farthest door nearer by no more than its length.
                Some(short) => Said::Wrong((short - GRAIN_M).max(0.0)),
                None => said(&site, placed, &there, rule, self.keeps.as_deref()),
            }
        };
        let by = march(FAR_M, &mut Vec::new(), ask)?;
        moved(catalogue, placed, by)
    }

    fn about(&mut self, turn: usize, rule: &'static Rule, far: f64) -> Option<Placed> {
        let (site, placed, keeps) = (self.site, self.placed, self.keeps.clone());
        let (turned, wrong) = self.turned.get_mut(turn)?;
        let catalogue = &site.project.catalogue;
        let ask = |by: WorldVec| match moved(catalogue, turned, by) {
            Some(there) => said(&site, placed, &there, rule, keeps.as_deref()),
            None => Said::WrongForAll(0.0),
        };
        let by = march(far, wrong, ask)?;
        moved(catalogue, turned, by)
    }
}

/// The rules that find something of a thing wherever it stands, with whether it must be mended: no move
/// ends that.
fn anywhere(site: &Site, placed: &Placed) -> Vec<(&'static str, bool)> {
    let all = site.project.estate.bounds();
    let away = all.max + WorldVec::new(1.0, 1.0) * (NOWHERE_M + site.survey.reach());
    let Some(there) = moved(&site.project.catalogue, placed, away - placed.bounds.min) else {
        return Vec::new();
    };
    let instead = [there.clone()];
    let site = with(site, &instead);
    let near = site
        .survey
        .rules
        .iter()
        .filter(|rule| rule.id != boundary::BOUNDARY.id);
    let found = near.filter_map(|rule| match rule.check {
        Check::Near { look, .. } => Some((rule.id, look(&site, &there))),
        Check::Whole(_) | Check::Far(_) => None,
    });
    let found = found.filter(|(_, found)| !found.is_empty());
    found
        .map(|(id, found)| (id, found.iter().any(|found| found.severity == Severity::Must)))
        .collect()
}

/// Whether a thing is right there: what a rule found of it is gone and nothing that must be is broken;
/// what is most likely to be wrong is asked first.
fn said(
    site: &Site,
    before: &Placed,
    there: &Placed,
    own: &Rule,
    keeps: Option<&dyn Fn(&Placed) -> bool>,
) -> Said {
    let instead = [there.clone()];
    let site = with(site, &instead);
    if let Some(away) = bay_size::off_its_road(&site, before, there) {
        return Said::WrongForAll(away);
    }
    if let Some(said) = broken(&site, there, own, true) {
        return said;
    }
    if let Some(out) = boundary::outside_by(&site, there) {
        return Said::WrongForAll(out);
    }
    if let Some(deep) = overlap::depth_of(&site, there) {
        return Said::WrongForAll(deep);
    }
    let mut others = site.survey.rules.iter().filter(|rule| rule.id != own.id);
    if let Some(said) = others.find_map(|rule| broken(&site, there, rule, false)) {
        return said;
    }
    match sun::is_clear(&site, there) && keeps.is_none_or(|keeps| keeps(there)) {
        true => Said::Right,
        false => Said::WrongForAll(0.0),
    }
}

/// What a near rule says against a place: of its own findings the rule that is mended may leave none,
/// another none that must be mended.
fn broken(site: &Site, there: &Placed, rule: &Rule, own: bool) -> Option<Said> {
    let Check::Near { look, .. } = rule.check else {
        return None;
    };
    // These two are asked in a quicker way.
    if [boundary::BOUNDARY.id, overlap::OVERLAP.id].contains(&rule.id) {
        return None;
    }
    let found = look(site, there);
    let must = |found: &&Finding| found.severity == Severity::Must;
    let about = |found: &mut dyn Iterator<Item = &Finding>| {
        found.map(|found| certain(site, there, found)).reduce(f64::max)
    };
    let must = about(&mut found.iter().filter(must)).map(Said::WrongForAll);
    must.or_else(|| about(&mut found.iter().filter(|_| own)).map(Said::Wrong))
}

/// The rules whose distances are the shortest to something: a move changes them by no more than its length.
const STEADY: [&str; 8] = [
    "shed-distance",
    "shed-group",
    "lot-distance",
    "tree-distance",
    "underground",
    "building-spacing",
    "fitness-distance",
    "noise",
];

/// How far, in metres, a thing can be moved at least without ending a finding.
pub(super) fn certain(site: &Site, placed: &Placed, finding: &Finding) -> f64 {
    let (Some(measured), Some(required)) = (finding.measured, finding.required) else {
        return 0.0;
    };
    let short = (required - measured - GRAIN_M * 2.0).max(0.0);
    let feature = || site.project.estate.feature(finding.features.first()?);
    match (finding.rule, finding.gap) {
        // What stands before it may be passed sideways; a road is as narrow everywhere.
        ("bay-size", Some(_)) if finding.placements.len() + finding.features.len() == 2 => short,
        ("fire-facade", None) => fire_facade::depth_of(site, placed),
        ("activity-traffic" | "shed-distance" | "underground", None) => {
            feature().map_or(0.0, |feature| deep::in_feature(site, placed, feature))
        }
        (rule, Some(_)) if finding.unit == "m" && STEADY.contains(&rule) => short,
        _ => 0.0,
    }
}

pub(super) fn with<'a>(site: &Site<'a>, instead: &'a [Placed]) -> Site<'a> {
    Site { instead, ..*site }
}

fn away(from: &Placed, to: &Placed) -> f64 {
    from.thing.shape.centre().distance(to.thing.shape.centre())
}

/// A thing of another shape; what it holds stays, since a move and a turn change nothing of it.
pub(super) fn with_shape(catalogue: &Catalogue, placed: &Placed, shape: PlacementShape) -> Placed {
    let thing = Placement {
        shape,
        ..(*placed.thing).clone()
    };
    let mut there = Placed::new_without_capacity(catalogue, Arc::new(thing));
    there.capacity = placed.capacity;
    there
}

pub(super) fn moved(catalogue: &Catalogue, placed: &Placed, by: WorldVec) -> Option<Placed> {
    let shape = placed.thing.shape.moved(by).ok()?;
    Some(with_shape(catalogue, placed, shape))
}

/// Away from what is too near by what is missing, and again from what is then too near.
fn pushed(
    site: &Site,
    placed: &Placed,
    finding: &Finding,
    clear: &dyn Fn(&Placed) -> bool,
) -> Option<Placed> {
    let rule = site.survey.rules.iter().find(|rule| rule.id == finding.rule)?;
    let Check::Near { look, .. } = rule.check else {
        return None;
    };
    let mut there = placed.clone();
    let mut next = finding.clone();
    for _ in 0..PUSHES {
        there = moved(&site.project.catalogue, &there, push(placed, &next)?)?;
        if clear(&there) {
            return Some(there);
        }
        next = look(site, &there)
            .into_iter()
            .find(|found| push(placed, found).is_some())?;
    }
    None
}

/// The step by which a thing gains what a finding says is missing of a distance.
fn push(placed: &Placed, finding: &Finding) -> Option<WorldVec> {
    let (from, to) = finding.gap?;
    let missing = finding.required? - finding.measured?;
    if missing <= 0.0 || finding.unit != "m" {
        return None;
    }
    // The piece runs from the first of the things to what it is too near to.
    let is_first = finding.placements.first() == Some(placed.id());
    let back = if is_first { from - to } else { to - from };
    Some(back.unit()? * (missing + HAIR_M))
}

/// Straight in from outside the boundary, a few times for a corner each.
fn inward(site: &Site, placed: &Placed, clear: &dyn Fn(&Placed) -> bool) -> Option<Placed> {
    let mut there = placed.clone();
    for _ in 0..6 {
        let by = boundary::inward(site, &there)?;
        there = moved(&site.project.catalogue, &there, by)?;
        if clear(&there) {
            return Some(there);
        }
    }
    None
}
