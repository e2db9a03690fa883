//! Designs as a study is told of them: names and columns.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::agreement::{Columns, Drawn};
use crate::catalogue::KindId;
use crate::design::Design;
use crate::design::stored::DesignName;
use crate::geometry::WorldPt;

/// A thing: the place of its kind among those of the lot, and its middle in metres, as columns have it.
type Thing = (u32, f32, f32);

/// Some designs, as they are told.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Lot {
    kinds: Vec<KindId>,
    designs: Vec<([u8; 32], Vec<Thing>)>,
    things: usize,
    #[serde(skip)]
    places: HashMap<KindId, u32>,
}

impl Lot {
    /// Adds a design.
    pub fn push(&mut self, name: &DesignName, design: &Design) {
        let things: Vec<Thing> = design
            .things()
            .map(|(kind, at)| (self.place_of(kind), at.x as f32, at.y as f32))
            .collect();
        self.things += things.len();
        self.designs.push((name.digest(), things));
    }
    /// The place of a kind among those of the lot.
    fn place_of(&mut self, kind: &KindId) -> u32 {
        if let Some(place) = self.places.get(kind) {
            return *place;
        }
        let place = self.kinds.len() as u32;
        self.kinds.push(kind.clone());
        self.places.insert(kind.clone(), place);
        place
    }
    /// How many things all its designs have.
    pub fn things(&self) -> usize {
        self.things
    }
    /// How many designs it has.
    pub fn designs(&self) -> usize {
        self.designs.len()
    }
}

/// All designs that were told.
#[derive(Default)]
pub(super) struct Told {
    kinds: Vec<KindId>,
    known: HashMap<KindId, u32>,
    designs: Vec<(DesignName, Box<[Thing]>)>,
}

impl Told {
    /// Takes some more.
    pub(super) fn take(&mut self, lot: Lot) {
        let own: Vec<u32> = lot.kinds.into_iter().map(|kind| self.kind(kind)).collect();
        let designs = lot.designs.into_iter().map(|(name, things)| {
            let things = things
                .into_iter()
                .filter_map(|(kind, x, y)| Some((*own.get(kind as usize)?, x, y)));
            (DesignName::from_digest(name), things.collect())
        });
        self.designs.extend(designs);
    }
    fn kind(&mut self, kind: KindId) -> u32 {
        let next = self.kinds.len() as u32;
        *self.known.entry(kind).or_insert_with_key(|kind| {
            self.kinds.push(kind.clone());
            next
        })
    }
    /// The columns of some of them, and where among the columns each is; what was not told is passed over.
    pub(super) fn columns(&self, asked: &[u32]) -> (Columns, Vec<usize>) {
        let kinds = &self.kinds;
        let one = |at: &u32| {
            let (name, things) = self.designs.get(*at as usize)?;
            Some((*name, OneTold { kinds, things }))
        };
        let seen: Vec<(DesignName, OneTold)> = asked.iter().filter_map(one).collect();
        let columns = Columns::of_designs(seen.iter().map(|(name, one)| (*name, one)));
        let place = |(name, _): &(DesignName, OneTold)| columns.index_of(name).unwrap_or_default();
        let order = seen.iter().map(place).collect();
        (columns, order)
    }
}

/// A design that was told.
struct OneTold<'a> {
    kinds: &'a [KindId],
    things: &'a [Thing],
}

impl Drawn for OneTold<'_> {
    fn things(&self) -> impl Iterator<Item = (&KindId, WorldPt)> {
        self.things.iter().filter_map(|(kind, x, y)| {
            let kind = self.kinds.get(*kind as usize)?;
            Some((kind, WorldPt::new(f64::from(*x), f64::from(*y))))
        })
    }
}
