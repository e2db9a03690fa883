//! Everything placed, found by name and by place.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::catalogue::{Kind, KindId};
use crate::design::PlacementId;
use crate::geometry::{Bounds, Index};

use super::fire::{Drawn, Drive};
use super::placed::Placed;

/// Everything placed. Each kind has an index of its own, since most rules ask for the neighbours of a
/// few kinds alone.
#[derive(Clone, Debug, Default)]
pub(super) struct Things {
    by_id: HashMap<PlacementId, Arc<Placed>>,
    kinds: BTreeMap<KindId, OfKind>,
    /// Where the fire engine gets between them, once it was asked for: with cars, and without.
    pub driven: [Drawn; 2],
    /// Where it got before they were last changed: most of it is as it was.
    pub driven_before: [Option<Arc<Drive>>; 2],
}

#[derive(Clone, Debug, Default)]
struct OfKind {
    /// None for a kind that the catalogue does not have.
    kind: Option<Arc<Kind>>,
    index: Index<PlacementId>,
}

impl Things {
    pub fn new(placed: impl IntoIterator<Item = Placed>) -> Self {
        let placed = placed.into_iter().map(|p| (p.id().clone(), Arc::new(p)));
        let by_id: HashMap<PlacementId, Arc<Placed>> = placed.collect();
        let mut boxes: BTreeMap<&KindId, Vec<&Placed>> = BTreeMap::new();
        for placed in by_id.values() {
            boxes.entry(&placed.thing.kind).or_default().push(placed);
        }
        let of_kind = |all: Vec<&Placed>| OfKind {
            kind: all.first().and_then(|one| one.kind.clone()),
            index: Index::bulk(all.into_iter().map(|p| (p.id().clone(), p.bounds))),
        };
        let kinds = boxes
            .into_iter()
            .map(|(kind, all)| (kind.clone(), of_kind(all)))
            .collect();
        Self {
            by_id,
            kinds,
            driven: Default::default(),
            driven_before: Default::default(),
        }
    }
    pub fn get(&self, id: &PlacementId) -> Option<&Placed> {
        self.by_id.get(id).map(|placed| &**placed)
    }
    pub fn put(&mut self, placed: Placed) {
        // One of another kind may have had its name.
        self.remove(placed.id());
        let of_kind = self.kinds.entry(placed.thing.kind.clone()).or_default();
        of_kind.kind.clone_from(&placed.kind);
        of_kind.index.insert(placed.id().clone(), placed.bounds);
        self.by_id.insert(placed.id().clone(), Arc::new(placed));
    }
    pub fn remove(&mut self, id: &PlacementId) -> Option<Arc<Placed>> {
        self.drive_again();
        let placed = self.by_id.remove(id)?;
        if let Some(of_kind) = self.kinds.get_mut(&placed.thing.kind) {
            of_kind.index.remove(id);
        }
        Some(placed)
    }
    fn drive_again(&mut self) {
        for (driven, before) in self.driven.iter_mut().zip(&mut self.driven_before) {
            if let Some(Ok(drive)) = driven.take() {
                *before = Some(drive);
            }
        }
    }
    /// Every thing, by name.
    pub fn all(&self) -> Vec<&Placed> {
        let mut all: Vec<&Placed> = self.by_id.values().map(|placed| &**placed).collect();
        all.sort_by(|a, b| a.id().cmp(b.id()));
        all
    }
    /// The things whose boxes meet a box, by name.
    pub fn in_box(&self, bounds: Bounds) -> Vec<&Placed> {
        let mut found: Vec<&Placed> = self.near(bounds, |_| true).collect();
        found.sort_by(|a, b| a.id().cmp(b.id()));
        found
    }
    /// The things of certain kinds whose boxes meet a box, in no particular order.
    pub fn near(
        &self,
        bounds: Bounds,
        such: impl Fn(Option<&Kind>) -> bool,
    ) -> impl Iterator<Item = &Placed> {
        let kinds = self.kinds.values().filter(move |of| such(of.kind.as_deref()));
        let ids = kinds.flat_map(move |of| of.index.in_box(bounds));
        ids.filter_map(|id| self.get(id))
    }
}
