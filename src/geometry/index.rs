//! Boxes, and an index that finds the things in a box without asking every thing.

use std::collections::HashMap;
use std::hash::Hash;

use rstar::{AABB, RTree, RTreeObject};

use super::{WorldPt, WorldVec};

/// An upright box, in metres.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bounds {
    /// South-west corner.
    pub min: WorldPt,
    /// North-east corner.
    pub max: WorldPt,
}

impl Bounds {
    /// The smallest box around the points, or none without points.
    pub fn of(points: impl IntoIterator<Item = WorldPt>) -> Option<Self> {
        points
            .into_iter()
            .map(|p| Self { min: p, max: p })
            .reduce(Self::joined)
    }
    /// The smallest box around both.
    #[must_use]
    pub fn joined(self, other: Self) -> Self {
        Self {
            min: WorldPt::new(self.min.x.min(other.min.x), self.min.y.min(other.min.y)),
            max: WorldPt::new(self.max.x.max(other.max.x), self.max.y.max(other.max.y)),
        }
    }
    /// Its corners.
    pub fn corners(&self) -> [WorldPt; 4] {
        let (min, max) = (self.min, self.max);
        [min, WorldPt::new(max.x, min.y), max, WorldPt::new(min.x, max.y)]
    }
    /// The box with a margin in metres on each side.
    #[must_use]
    pub fn grown(self, margin: f64) -> Self {
        let step = WorldVec::new(margin, margin);
        Self {
            min: self.min - step,
            max: self.max + step,
        }
    }
    /// Width from west to east in metres.
    pub fn width(&self) -> f64 {
        self.max.x - self.min.x
    }
    /// Height from south to north in metres.
    pub fn height(&self) -> f64 {
        self.max.y - self.min.y
    }
    /// The middle.
    pub fn centre(&self) -> WorldPt {
        self.min.middle(self.max)
    }
    /// Whether a point lies in the box or on its edge.
    pub fn contains(&self, p: WorldPt) -> bool {
        p.x >= self.min.x && p.x <= self.max.x && p.y >= self.min.y && p.y <= self.max.y
    }
    /// Whether two boxes share a point.
    pub fn meets(&self, other: &Self) -> bool {
        self.min.x <= other.max.x
            && other.min.x <= self.max.x
            && self.min.y <= other.max.y
            && other.min.y <= self.max.y
    }
}

/// An index of things by their boxes.
#[derive(Clone, Debug)]
pub struct Index<Id: Clone + Eq + Hash> {
    tree: RTree<Entry<Id>>,
    boxes: HashMap<Id, Bounds>,
}

#[derive(Clone, Debug, PartialEq)]
struct Entry<Id> {
    id: Id,
    bounds: Bounds,
}

impl<Id> RTreeObject for Entry<Id> {
    type Envelope = AABB<[f64; 2]>;
    fn envelope(&self) -> Self::Envelope {
        envelope(&self.bounds)
    }
}

fn envelope(bounds: &Bounds) -> AABB<[f64; 2]> {
    AABB::from_corners([bounds.min.x, bounds.min.y], [bounds.max.x, bounds.max.y])
}

impl<Id: Clone + Eq + Hash> Default for Index<Id> {
    fn default() -> Self {
        Self {
            tree: RTree::new(),
            boxes: HashMap::new(),
        }
    }
}

impl<Id: Clone + Eq + Hash> Index<Id> {
    /// An index of many things at once, packed better than one by one.
    pub fn bulk(items: impl IntoIterator<Item = (Id, Bounds)>) -> Self {
        let boxes: HashMap<Id, Bounds> = items.into_iter().collect();
        let entries = boxes
            .iter()
            .map(|(id, bounds)| Entry {
                id: id.clone(),
                bounds: *bounds,
            })
            .collect();
        Self {
            tree: RTree::bulk_load(entries),
            boxes,
        }
    }
    /// Puts a thing in, or moves it to its new box.
    pub fn insert(&mut self, id: Id, bounds: Bounds) {
        self.remove(&id);
        self.boxes.insert(id.clone(), bounds);
        self.tree.insert(Entry { id, bounds });
    }
    /// Takes a thing out; says whether it was there.
    pub fn remove(&mut self, id: &Id) -> bool {
        let Some(bounds) = self.boxes.remove(id) else {
            return false;
        };
        self.tree.remove(&Entry {
            id: id.clone(),
            bounds,
        });
        true
    }
    /// The things whose boxes meet the box, in no particular order.
    pub fn in_box(&self, bounds: Bounds) -> impl Iterator<Item = &Id> {
        self.tree
            .locate_in_envelope_intersecting(&envelope(&bounds))
            .map(|entry| &entry.id)
    }
    /// The box of a thing.
    pub fn bounds_of(&self, id: &Id) -> Option<Bounds> {
        self.boxes.get(id).copied()
    }
    /// The box around everything, or none when empty.
    pub fn bounds(&self) -> Option<Bounds> {
        self.boxes.values().copied().reduce(Bounds::joined)
    }
    /// How many things it holds.
    pub fn len(&self) -> usize {
        self.boxes.len()
    }
    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.boxes.is_empty()
    }
}
