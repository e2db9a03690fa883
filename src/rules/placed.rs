//! The things placed, with what the rules ask of them often, found by place.

use std::sync::{Arc, OnceLock};

use crate::catalogue::{Catalogue, Form, Group, Kind, KindId, Layer};
use crate::design::{Placement, PlacementId, PlacementShape};
use crate::estate::{Class, Feature};
use crate::geometry::{Bounds, Outline, Region, Segment, WorldPt, WorldVec, edges, gap, sides};
use crate::layout::CarPark;
use crate::project::Project;
use crate::sunlight::Shade;
use crate::text::Arg;

use super::capacity::{Capacity, capacity, car_park_of};
use super::profile::{Profile, Provision};
use super::survey::Survey;
use super::terrain::Terrain;
use super::things::Things;

/// One thing placed, with its kind and ground reckoned once.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub thing: Arc<Placement>,
    /// None for a kind that this project's catalogue does not have.
    pub kind: Option<Arc<Kind>>,
    /// The ground of its outline.
    pub ground: Region,
    /// The ground that it stands on, where that is less: a tree's pit.
    pub foot: Option<Outline>,
    foot_ground: Option<Region>,
    /// The edge of the ground that it stands on.
    pub edges: Vec<Segment>,
    pub bounds: Bounds,
    pub capacity: Capacity,
    /// The shade that it throws on the windows of the one project that it is checked on, once that was asked for.
    pub shade: OnceLock<Option<Arc<Shade>>>,
    /// The bays and aisles of a car park, once they were asked for: laying them out is dear.
    park: OnceLock<Option<Arc<CarPark>>>,
    /// The ground of its bays, likewise.
    parked: OnceLock<Arc<Region>>,
}

impl Placed {
    pub fn new(catalogue: &Catalogue, thing: Arc<Placement>) -> Self {
        let placed = Self::new_without_capacity(catalogue, thing);
        let capacity = placed.kind.as_ref().map(|kind| capacity(kind, &placed.thing));
        Self {
            capacity: capacity.unwrap_or_default(),
            ..placed
        }
    }
    /// The same with nothing counted, for trying many places.
    pub fn new_without_capacity(catalogue: &Catalogue, thing: Arc<Placement>) -> Self {
        let kind = catalogue.kind(&thing.kind).cloned();
        let foot = kind.as_ref().and_then(|kind| foot_of(kind, &thing));
        let ground = thing.shape.region();
        let own = || thing.shape.outline();
        Self {
            capacity: Capacity::default(),
            edges: match foot.clone().or_else(own) {
                Some(outline) => sides(&outline),
                None => edges(&ground),
            },
            foot_ground: foot.as_ref().map(Region::from),
            ground,
            bounds: thing.shape.bounds(),
            foot,
            kind,
            thing,
            shade: OnceLock::new(),
            park: OnceLock::new(),
            parked: OnceLock::new(),
        }
    }
    /// The same with no edges and nothing that it holds, for who only counts ground; its kind and box are known there.
    pub fn to_count(kind: Option<&Arc<Kind>>, thing: &Arc<Placement>, bounds: Bounds) -> Self {
        let foot = kind.and_then(|kind| foot_of(kind, thing));
        Self {
            capacity: Capacity::default(),
            edges: Vec::new(),
            foot_ground: foot.as_ref().map(Region::from),
            ground: thing.shape.region(),
            bounds,
            foot,
            kind: kind.cloned(),
            thing: thing.clone(),
            shade: OnceLock::new(),
            park: OnceLock::new(),
            parked: OnceLock::new(),
        }
    }
    pub fn id(&self) -> &PlacementId {
        &self.thing.id
    }
    /// The ground that it stands on.
    pub fn standing_ground(&self) -> &Region {
        self.foot_ground.as_ref().unwrap_or(&self.ground)
    }
    /// The bays and aisles of a car park; none of another thing.
    pub fn park(&self) -> Option<&CarPark> {
        let lay_out = || car_park_of(self.kind.as_deref()?, &self.thing).map(Arc::new);
        self.park.get_or_init(lay_out).as_deref()
    }
    /// The ground that it stands on, of a car park that of its bays.
    pub fn parked_ground(&self) -> &Region {
        let Some(park) = self.park() else {
            return self.standing_ground();
        };
        let bays = || Arc::new(Region::union_of(park.bays.iter().map(|bay| &bay.outline)));
        self.parked.get_or_init(bays)
    }
    /// What people call it.
    pub fn name(&self) -> Arg {
        match &self.kind {
            Some(kind) => kind.name(),
            None => self.thing.kind.name(),
        }
    }
    /// Whether it is, or is a variant, of one of these kinds of the built-in catalogue.
    pub fn is_one_of(&self, kinds: &[&str]) -> bool {
        kinds.contains(&self.acts_as().as_str())
    }
    /// The built-in kind that it behaves as: a variant as what it is a variant of.
    pub fn acts_as(&self) -> &KindId {
        self.kind.as_ref().map_or(&self.thing.kind, |kind| kind.acts_as())
    }
    /// The shortest piece from the ground that it stands on to an edge; of length 0 where they meet.
    pub fn gap_to(&self, edge: &[Segment]) -> Option<Segment> {
        gap(&self.edges, edge)
    }
    /// What it may share ground with; a kind that is not known stands.
    pub fn layer(&self) -> Layer {
        self.kind.as_ref().map_or(Layer::Standing, |kind| kind.layer)
    }
    pub fn is_path(&self) -> bool {
        self.kind.as_ref().is_some_and(|kind| kind.form == Form::Path)
            || matches!(self.thing.shape, PlacementShape::Path { .. })
    }
    pub fn may_stand_on_roads(&self) -> bool {
        self.kind.as_ref().is_some_and(|kind| kind.on_roads)
    }
    /// Distance in metres of a point from the ground that it stands on.
    pub fn distance_to(&self, point: WorldPt) -> f64 {
        match (&self.foot, &self.thing.shape) {
            (Some(foot), _) => foot.distance_to(point),
            (None, PlacementShape::Path { line, width }) => {
                (line.nearest(point).distance(point) - width / 2.0).max(0.0)
            }
            (None, shape) => shape.outline().map_or(f64::MAX, |edge| edge.distance_to(point)),
        }
    }
    /// Share of its ground that is green.
    pub fn green(&self) -> f64 {
        self.kind.as_ref().map_or(0.0, |kind| kind.gain.green)
    }
    /// Share of its ground that is for activity.
    pub fn activity(&self) -> f64 {
        self.kind.as_ref().map_or(0.0, |kind| kind.gain.activity)
    }
    /// Whether green under it is lost.
    pub fn takes_green(&self) -> bool {
        self.kind.as_deref().is_some_and(takes_green)
    }
    /// Whether ground for activity under it is lost; things to sit in or play with keep it.
    pub fn takes_activity(&self) -> bool {
        self.kind.as_deref().is_some_and(takes_activity)
    }
}

/// Whether green under a thing of a kind is lost.
pub(super) fn takes_green(kind: &Kind) -> bool {
    kind.seals && kind.gain.green == 0.0
}

/// Whether ground for activity under a thing of a kind is lost; things to sit in or play with keep it.
pub(super) fn takes_activity(kind: &Kind) -> bool {
    kind.seals && kind.group != Group::Rest && kind.gain.activity == 0.0
}

/// The ground that a thing stands on, where its kind stands on less than it covers.
fn foot_of(kind: &Kind, thing: &Placement) -> Option<Outline> {
    let across = kind.foot?;
    Some(Outline::rectangle(
        thing.shape.centre(),
        WorldVec::new(across, across),
        0.0,
    ))
}

/// What a rule sees: the project, its grounds, and everything placed.
#[derive(Clone, Copy)]
pub struct Site<'a> {
    /// The estate, catalogue and budget.
    pub project: &'a Project,
    pub(super) terrain: &'a Terrain,
    pub(super) survey: &'a Survey,
    pub(super) things: &'a Things,
    /// Things looked at in place of those of their names, such as one that is being dragged.
    pub(super) instead: &'a [Placed],
}

impl<'a> Site<'a> {
    /// The numbers that the project's rules ask for.
    pub(super) fn profile(&self) -> &'a Profile {
        &self.survey.profile
    }
    /// One of them. A rule names in [`super::rule::Rule::numbers`] those that it needs, and is not
    /// asked where one is missing.
    pub(super) fn provision(&self, name: &str) -> Option<&'a Provision> {
        self.survey.profile.provision(name)
    }
    /// Every thing placed, by name.
    pub(super) fn all(&self) -> Vec<&'a Placed> {
        let mut all = self.things.all();
        all.retain(|other| self.instead.iter().all(|newer| newer.id() != other.id()));
        all.extend(self.instead);
        all.sort_by(|a, b| a.id().cmp(b.id()));
        all
    }
    /// The other things whose boxes meet that of a thing, by name.
    pub(super) fn neighbours(&self, of: &Placed) -> Vec<&'a Placed> {
        self.neighbours_within(of, 0.0)
    }
    /// The other things whose boxes meet that of a thing grown by so many metres, by name.
    pub(super) fn neighbours_within(&self, of: &Placed, metres: f64) -> Vec<&'a Placed> {
        self.neighbours_such(of, metres, |_| true)
    }
    /// Those of the neighbours within so many metres that are of certain kinds, by name: a thing among
    /// thousands of benches that asks for sheds passes over no bench. A kind that the catalogue does not
    /// have is asked for as none.
    pub(super) fn neighbours_such(
        &self,
        of: &Placed,
        metres: f64,
        such: impl Fn(Option<&Kind>) -> bool,
    ) -> Vec<&'a Placed> {
        let bounds = of.bounds.grown(metres);
        let replaced = |other: &&Placed| self.instead.iter().all(|newer| newer.id() != other.id());
        let newer = self
            .instead
            .iter()
            .filter(|newer| such(newer.kind.as_deref()) && newer.bounds.meets(&bounds));
        let mut found: Vec<&Placed> = self
            .things
            .near(bounds, &such)
            .filter(replaced)
            .chain(newer)
            .collect();
        found.retain(|other| other.id() != of.id());
        found.sort_by(|a, b| a.id().cmp(b.id()));
        found
    }
    /// The features whose boxes meet that of a thing, by name, without the boundary.
    pub(super) fn features(&self, of: &Placed) -> Vec<&'a Arc<Feature>> {
        self.features_within(of, 1.0)
    }
    /// The features whose boxes meet that of a thing grown by so many metres, by name, without the
    /// boundary.
    pub(super) fn features_within(&self, of: &Placed, metres: f64) -> Vec<&'a Arc<Feature>> {
        let mut found: Vec<_> = self
            .project
            .estate
            .in_box(of.bounds.grown(metres))
            .filter(|feature| feature.class != Class::Boundary)
            .collect();
        found.sort_by(|a, b| a.id.cmp(&b.id));
        found
    }
}
