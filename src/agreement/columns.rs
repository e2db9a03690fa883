//! All things of all designs as columns: what the kernels run over.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use crate::catalogue::KindId;
use crate::design::Design;
use crate::design::stored::DesignName;
use crate::geometry::WorldPt;
use crate::tally::{Drawing, KindCount};

/// The rows of one kind, as slices of equal length in the order of the designs.
#[derive(Clone, Copy, Debug)]
pub struct Rows<'a> {
    /// The design of each row, as its index.
    pub design: &'a [u32],
    /// Metres east of the sheet's origin; to half a millimetre within reach.
    pub x: &'a [f32],
    /// Metres north of it.
    pub y: &'a [f32],
    /// The share of its design's one vote for the kind: 1 over how many of the kind the design has.
    pub vote: &'a [f32],
    /// Which of its design's things it is.
    pub thing: &'a [u32],
}

/// What columns are made of: a design, or what is left of one.
pub trait Drawn {
    /// Each thing's kind and middle.
    fn things(&self) -> impl Iterator<Item = (&KindId, WorldPt)>;
}

impl Drawn for Design {
    fn things(&self) -> impl Iterator<Item = (&KindId, WorldPt)> {
        self.placements()
            .iter()
            .map(|thing| (&thing.kind, thing.shape.centre()))
    }
}

/// The kinds that were met, with how often: each has a number in the order in which they were. Of few kinds each is sooner
/// compared than looked up.
#[derive(Default)]
struct Met<'a> {
    kinds: Vec<(&'a KindId, usize)>,
    /// The numbers of those after the first few.
    further: HashMap<&'a KindId, usize>,
}

impl<'a> Met<'a> {
    const FEW: usize = 32;

    fn number(&self, kind: &KindId) -> Option<usize> {
        let mut first = self.kinds.iter().take(Self::FEW);
        // Things that were read on one core share the names of their kinds.
        let shared = first.clone().position(|(known, _)| known.is_shared_with(kind));
        let known = shared.or_else(|| first.position(|(known, _)| *known == kind));
        known.or_else(|| self.further.get(kind).copied())
    }
    fn count(&mut self, kind: &'a KindId) {
        if let Some(number) = self.number(kind) {
            self.kinds[number].1 += 1;
            return;
        }
        if self.kinds.len() >= Self::FEW {
            self.further.insert(kind, self.kinds.len());
        }
        self.kinds.push((kind, 1));
    }
    /// How often each was met, by name.
    fn counts(&self) -> BTreeMap<&'a KindId, usize> {
        self.kinds.iter().copied().collect()
    }
    /// The place by name of each number.
    fn places(&self, counts: &BTreeMap<&KindId, usize>) -> Vec<usize> {
        let place: HashMap<&KindId, usize> =
            counts.keys().enumerate().map(|(at, kind)| (*kind, at)).collect();
        self.kinds.iter().map(|(kind, _)| place[kind]).collect()
    }
}

/// The things of many designs, 20 bytes each, by kind and within a kind by design. Designs are sorted by name,
/// so that the same set of designs gives the same columns in whatever order they came.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    names: Vec<DesignName>,
    sizes: Vec<u32>,
    kinds: Vec<KindId>,
    ranges: Vec<Range<usize>>,
    design: Vec<u32>,
    x: Vec<f32>,
    y: Vec<f32>,
    vote: Vec<f32>,
    thing: Vec<u32>,
}

impl Columns {
    /// The columns of the versions that stand.
    pub fn of<'a>(drawings: impl IntoIterator<Item = &'a Drawing>) -> Self {
        Self::of_designs(
            drawings
                .into_iter()
                .map(|drawing| (drawing.latest.name, &*drawing.latest.design)),
        )
    }

    /// The columns of designs with their names. Of two with one name the first counts.
    pub fn of_designs<'a, D: Drawn + 'a>(designs: impl IntoIterator<Item = (DesignName, &'a D)>) -> Self {
        let mut sorted: Vec<(DesignName, &D)> = designs.into_iter().collect();
        sorted.sort_by_key(|(name, _)| *name);
        sorted.dedup_by_key(|(name, _)| *name);
        let mut met = Met::default();
        for (_, design) in &sorted {
            design.things().for_each(|(kind, _)| met.count(kind));
        }
        let counts = met.counts();
        let mut columns = Self::with_room(&counts);
        let place = met.places(&counts);
        let mut next: Vec<usize> = columns.ranges.iter().map(|range| range.start).collect();
        let mut here: Vec<u32> = vec![0; counts.len()];
        for (at, (name, design)) in sorted.iter().enumerate() {
            let place = |kind: &KindId| met.number(kind).map_or(0, |number| place[number]);
            columns.put(at, *name, *design, place, &mut next, &mut here);
        }
        columns
    }

    fn with_room(counts: &BTreeMap<&KindId, usize>) -> Self {
        let mut columns = Self::default();
        let mut from = 0;
        for (kind, count) in counts {
            columns.kinds.push((*kind).clone());
            columns.ranges.push(from..from + count);
            from += count;
        }
        columns.design = vec![0; from];
        columns.x = vec![0.0; from];
        columns.y = vec![0.0; from];
        columns.vote = vec![0.0; from];
        columns.thing = vec![0; from];
        columns
    }

    fn put<D: Drawn>(
        &mut self,
        at: usize,
        name: DesignName,
        design: &D,
        place: impl Fn(&KindId) -> usize,
        next: &mut [usize],
        here: &mut [u32],
    ) {
        self.names.push(name);
        here.fill(0);
        let kinds: Vec<usize> = design.things().map(|(kind, _)| place(kind)).collect();
        self.sizes.push(kinds.len() as u32);
        kinds.iter().for_each(|kind| here[*kind] += 1);
        for (number, ((_, centre), kind)) in design.things().zip(kinds).enumerate() {
            let row = next[kind];
            next[kind] += 1;
            self.design[row] = at as u32;
            self.x[row] = centre.x as f32;
            self.y[row] = centre.y as f32;
            self.vote[row] = 1.0 / here[kind] as f32;
            self.thing[row] = number as u32;
        }
    }

    /// How many designs there are.
    pub fn designs(&self) -> usize {
        self.names.len()
    }
    /// How many things there are.
    pub fn things(&self) -> usize {
        self.design.len()
    }
    /// How many things a design has.
    pub fn size_of(&self, design: usize) -> usize {
        self.sizes.get(design).map_or(0, |size| *size as usize)
    }
    /// The names of the designs, by index.
    pub fn names(&self) -> &[DesignName] {
        &self.names
    }
    /// The index of a design.
    pub fn index_of(&self, name: &DesignName) -> Option<usize> {
        self.names.binary_search(name).ok()
    }
    /// The kinds that anybody placed, by name.
    pub fn kinds(&self) -> &[KindId] {
        &self.kinds
    }
    /// The rows of a kind; empty for one that nobody placed.
    pub fn of_kind(&self, kind: &KindId) -> Rows<'_> {
        let range = self
            .kinds
            .binary_search(kind)
            .map_or(0..0, |at| self.ranges[at].clone());
        Rows {
            design: &self.design[range.clone()],
            x: &self.x[range.clone()],
            y: &self.y[range.clone()],
            vote: &self.vote[range.clone()],
            thing: &self.thing[range],
        }
    }
    /// How often each kind was used, the kind that most designs use first; as [`crate::tally::kind_counts`] has it.
    pub fn kind_counts(&self) -> Vec<KindCount> {
        let count = |(kind, range): (&KindId, &Range<usize>)| {
            let mut designs = self.design[range.clone()].to_vec();
            designs.dedup();
            KindCount {
                kind: kind.clone(),
                designs: designs.len(),
                things: range.len(),
            }
        };
        let mut counts: Vec<KindCount> = self.kinds.iter().zip(&self.ranges).map(count).collect();
        counts.sort_by_key(|count| (Reverse(count.designs), Reverse(count.things)));
        counts
    }
    /// The same things under other names of their kinds; kinds that get one name become one, in which a design has one vote.
    #[must_use]
    pub fn renamed(&self, name: impl Fn(&KindId) -> KindId) -> Self {
        let mut rows: BTreeMap<KindId, Vec<usize>> = BTreeMap::new();
        for (kind, range) in self.kinds.iter().zip(&self.ranges) {
            rows.entry(name(kind)).or_default().extend(range.clone());
        }
        let counts: BTreeMap<&KindId, usize> = rows.iter().map(|(kind, rows)| (kind, rows.len())).collect();
        let mut columns = Self {
            names: self.names.clone(),
            sizes: self.sizes.clone(),
            ..Self::with_room(&counts)
        };
        let mut to = 0;
        for mut own in rows.into_values() {
            own.sort_by_key(|row| (self.design[*row], self.thing[*row]));
            for of_design in own.chunk_by(|a, b| self.design[*a] == self.design[*b]) {
                for row in of_design {
                    columns.design[to] = self.design[*row];
                    (columns.x[to], columns.y[to]) = (self.x[*row], self.y[*row]);
                    columns.vote[to] = 1.0 / of_design.len() as f32;
                    columns.thing[to] = self.thing[*row];
                    to += 1;
                }
            }
        }
        columns
    }
    /// The kind that most designs have, of several the first by name; none where nobody placed anything.
    pub fn usual_kind(counts: &[KindCount]) -> Option<&KindId> {
        let most = counts
            .iter()
            .max_by_key(|count| (count.designs, Reverse(&count.kind)))?;
        Some(&most.kind)
    }
    /// Bytes that the columns take an object.
    pub const BYTES_A_THING: usize = 20;
}

impl Rows<'_> {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.design.len()
    }
    /// Whether nobody placed one.
    pub fn is_empty(&self) -> bool {
        self.design.is_empty()
    }
    /// Where the thing of a row is.
    pub fn at(&self, row: usize) -> WorldPt {
        WorldPt::new(f64::from(self.x[row]), f64::from(self.y[row]))
    }
}
