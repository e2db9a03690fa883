//! The drawings of placed things, kept until a thing changes or the detail does.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::catalogue::{Catalogue, KindId, Layer};
use crate::design::{Design, Placement, PlacementId};
use crate::geometry::Bounds;

use super::{Detail, Scene, placement_scene};

/// One placed thing, drawn.
#[derive(Clone, Debug)]
pub struct ObjectScene {
    /// The thing as it was drawn.
    pub placement: Arc<Placement>,
    /// Its drawing.
    pub scene: Arc<Scene>,
    /// The box around the drawing with its shadow.
    pub bounds: Bounds,
    /// Whether it lies on the ground, under what stands.
    pub ground: bool,
    detail: Detail,
}

impl ObjectScene {
    /// Draws a thing.
    pub fn new(placement: &Arc<Placement>, catalogue: &Catalogue, detail: Detail) -> Self {
        let kind = catalogue.kind(&placement.kind);
        let scene = placement_scene(placement, kind.map(Arc::as_ref), detail);
        let own = placement.shape.bounds();
        let bounds = scene.bounds().map_or(own, |drawn| drawn.joined(own));
        let ground = kind.is_some_and(|kind| kind.layer == Layer::Ground);
        Self {
            placement: placement.clone(),
            scene: Arc::new(scene),
            bounds,
            ground,
            detail,
        }
    }
}

/// The drawings of a design's things by name.
#[derive(Debug, Default)]
pub struct Objects {
    drawn: HashMap<PlacementId, ObjectScene>,
}

impl Objects {
    /// None drawn yet.
    pub fn new() -> Self {
        Self::default()
    }
    /// The drawings of the things within a box but those that a test hides, in the order in which they
    /// are painted: what lies on the ground first, then what stands, each as it was placed.
    pub fn visible(
        &mut self,
        design: &Design,
        catalogue: &Catalogue,
        detail: Detail,
        within: Bounds,
        hidden: impl Fn(&Placement) -> bool,
    ) -> Vec<Arc<Scene>> {
        let (mut ground, mut standing) = (Vec::new(), Vec::new());
        for placement in design.placements() {
            // Far outside even with the longest shadow: not drawn at all.
            if hidden(placement) || !placement.shape.bounds().grown(8.0).meets(&within) {
                continue;
            }
            let drawn = self.drawn(placement, catalogue, detail);
            if drawn.bounds.meets(&within) {
                if drawn.ground { &mut ground } else { &mut standing }.push(drawn.scene.clone());
            }
        }
        ground.append(&mut standing);
        ground
    }
    /// The things of a design that rest and may be seen in a box, in the order in which they are
    /// painted. Nothing is drawn.
    pub fn order(
        &self,
        design: &Design,
        catalogue: &Catalogue,
        within: Bounds,
        rests: impl Fn(&Placement) -> bool,
    ) -> Vec<Arc<Placement>> {
        let (mut ground, mut standing) = (Vec::new(), Vec::new());
        // Things of a kind often follow each other, and asking the catalogue is dear.
        let mut last: Option<(&KindId, bool)> = None;
        for thing in design.placements() {
            if !thing.shape.bounds().meets(&within) || !rests(thing) {
                continue;
            }
            let low = match last {
                Some((kind, low)) if *kind == thing.kind => low,
                _ => is_ground(thing, catalogue),
            };
            last = Some((&thing.kind, low));
            if low { &mut ground } else { &mut standing }.push(thing.clone());
        }
        ground.append(&mut standing);
        ground
    }
    /// Brings things of a design into the order in which they are painted.
    pub fn sort(&self, things: &mut [Arc<Placement>], design: &Design, catalogue: &Catalogue) {
        let wanted: HashSet<*const Placement> = things.iter().map(Arc::as_ptr).collect();
        let places = design.placements().iter().enumerate();
        let places: HashMap<*const Placement, usize> = places
            .filter(|(_, thing)| wanted.contains(&Arc::as_ptr(thing)))
            .map(|(at, thing)| (Arc::as_ptr(thing), at))
            .collect();
        things.sort_by_key(|thing| {
            (
                !is_ground(thing, catalogue),
                places.get(&Arc::as_ptr(thing)).copied(),
            )
        });
    }
    /// Lets go of the drawings of things that the design no longer has, once they are many.
    pub fn keep_only(&mut self, design: &Design) {
        if self.drawn.len() < design.placements().len() + 256 {
            return;
        }
        let there: HashSet<&PlacementId> = design.placements().iter().map(|p| &p.id).collect();
        self.drawn.retain(|id, _| there.contains(id));
    }
    /// The drawing of one thing.
    pub fn drawn(
        &mut self,
        placement: &Arc<Placement>,
        catalogue: &Catalogue,
        detail: Detail,
    ) -> &ObjectScene {
        let is_current = self
            .drawn
            .get(&placement.id)
            .is_some_and(|kept| kept.detail == detail && Arc::ptr_eq(&kept.placement, placement));
        if !is_current {
            let drawn = ObjectScene::new(placement, catalogue, detail);
            self.drawn.insert(placement.id.clone(), drawn);
        }
        self.drawn
            .entry(placement.id.clone())
            .or_insert_with(|| ObjectScene::new(placement, catalogue, detail))
    }
}

fn is_ground(thing: &Placement, catalogue: &Catalogue) -> bool {
    catalogue
        .kind(&thing.kind)
        .is_some_and(|kind| kind.layer == Layer::Ground)
}

/// A whole design in one list, as exports and thumbnails want it.
pub fn design_scene(design: &Design, catalogue: &Catalogue, detail: Detail) -> Scene {
    let everywhere = Bounds::default().grown(2.0 * crate::geometry::REACH_M);
    let mut whole = Scene::default();
    for scene in Objects::new().visible(design, catalogue, detail, everywhere, |_| false) {
        whole.marks.extend(scene.marks.iter().cloned());
    }
    whole
}
