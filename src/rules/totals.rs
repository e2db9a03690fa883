//! What a design wins, loses and costs.
//!
//! Each thing has its share, reckoned from itself and its neighbours, so that moving one thing
//! reckons a few shares again. Ground is never counted twice: a piece of ground that two things
//! cover belongs to the one whose name comes first.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::{AddAssign, SubAssign};
use std::sync::Arc;

use crate::catalogue::{Kind, Works};
use crate::design::{Design, FewKinds, Placement, PlacementId};
use crate::estate::Class;
use crate::geometry::{Bounds, Region};

use super::capacity::{Capacity, capacity, price, quantity};
use super::patches::{Near, Patch};
use super::placed::{Placed, Site, takes_activity, takes_green};

/// What a design wins, loses and costs. Money in yuan, all of it estimated; areas in square metres.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Totals {
    /// Estimated cost.
    pub cost: f64,
    /// The cost with every price at its lowest.
    pub cost_low: f64,
    /// The cost with every price at its highest.
    pub cost_high: f64,
    /// The cost by class of works, in the order of [`Works::ALL`].
    pub cost_by_works: [f64; 3],
    /// Parking bays laid out.
    pub bays_won: f64,
    /// Existing parking bays built over.
    pub bays_lost: f64,
    /// Accessible bays laid out.
    pub accessible: f64,
    /// Charging slots for e-bikes.
    pub slots: f64,
    /// Places for bicycles.
    pub bikes: f64,
    /// Green area laid out where there was none.
    pub green_won: f64,
    /// Existing green area built over.
    pub green_lost: f64,
    /// Ground for activity laid out where there was none.
    pub activity_won: f64,
    /// Existing ground for activity built over.
    pub activity_lost: f64,
    /// Seats.
    pub seats: f64,
}

impl Totals {
    /// Bays won less bays lost.
    pub fn bays(&self) -> f64 {
        (self.bays_won - self.bays_lost).round()
    }
    /// Green area won less lost.
    pub fn green(&self) -> f64 {
        self.green_won - self.green_lost
    }
    /// Ground for activity won less lost.
    pub fn activity(&self) -> f64 {
        self.activity_won - self.activity_lost
    }
    /// The cost of one class of works.
    pub fn cost_of(&self, works: Works) -> f64 {
        self.cost_by_works[works as usize]
    }

    fn fields(&mut self) -> [&mut f64; 16] {
        let [basic, better, service] = &mut self.cost_by_works;
        [
            &mut self.cost,
            &mut self.cost_low,
            &mut self.cost_high,
            basic,
            better,
            service,
            &mut self.bays_won,
            &mut self.bays_lost,
            &mut self.accessible,
            &mut self.slots,
            &mut self.bikes,
            &mut self.green_won,
            &mut self.green_lost,
            &mut self.activity_won,
            &mut self.activity_lost,
            &mut self.seats,
        ]
    }
}

impl AddAssign for Totals {
    fn add_assign(&mut self, mut other: Self) {
        for (own, more) in self.fields().into_iter().zip(other.fields()) {
            *own += *more;
        }
    }
}

impl SubAssign for Totals {
    fn sub_assign(&mut self, mut other: Self) {
        for (own, less) in self.fields().into_iter().zip(other.fields()) {
            *own -= *less;
        }
    }
}

/// The share of one thing.
pub(super) fn share(site: &Site, placed: &Placed) -> Totals {
    let Some(kind) = &placed.kind else {
        return Totals::default();
    };
    let mut share = held_share(kind, &placed.thing, &placed.capacity);
    let around = Around {
        patches: site.survey.patches.near(placed.bounds),
        others: site.neighbours(placed),
        site,
        placed,
    };
    around.add_to(&mut share);
    share
}

/// The sum of the shares of a design's things, for who asks for nothing else: what has no ground to win or lose where it
/// lies is never given any.
pub(super) fn sum<'a>(site: &'a Site, design: &'a Design) -> Totals {
    let catalogue = &site.project.catalogue;
    let mut things: Vec<&Arc<Placement>> = design.placements().iter().collect();
    things.sort_by_cached_key(|thing: &&'a Arc<Placement>| (first_letters(&thing.id), &thing.id));
    let mut kinds = FewKinds::default();
    let counted = |thing: &'a Arc<Placement>| {
        let kind = kinds.of(&thing.kind, |kind| catalogue.kind(kind));
        Counted::of(thing, kind)
    };
    let things: Vec<Counted> = things.into_iter().map(counted).collect();
    let mut totals = Totals::default();
    for (at, own) in things.iter().enumerate() {
        let Some(kind) = own.kind else {
            continue;
        };
        let held = capacity(kind, own.thing);
        let mut share = held_share(kind, own.thing, &held);
        let patches = site.survey.patches.near(own.bounds);
        if asks_for_ground(kind, &patches) {
            let meets = |(other, thing): &(usize, &Counted)| *other != at && thing.bounds.meets(&own.bounds);
            let others = things.iter().enumerate().filter(meets);
            let around = Around {
                others: others.map(|(_, thing)| thing.placed()).collect(),
                patches,
                site,
                placed: own.placed(),
            };
            around.add_to(&mut share);
        }
        totals += share;
    }
    totals
}

/// The first letters of a name as a number of the same order: sooner compared than names, which lie apart.
fn first_letters(id: &PlacementId) -> u64 {
    let mut first = [0; 8];
    first
        .iter_mut()
        .zip(id.as_str().bytes())
        .for_each(|(to, letter)| *to = letter);
    u64::from_be_bytes(first)
}

/// One thing of a design that is only counted; its ground is reckoned when it is first asked for.
struct Counted<'a> {
    thing: &'a Arc<Placement>,
    /// None for a kind that this project's catalogue does not have.
    kind: Option<&'a Arc<Kind>>,
    bounds: Bounds,
    placed: OnceCell<Placed>,
}

impl<'a> Counted<'a> {
    fn of(thing: &'a Arc<Placement>, kind: Option<&'a Arc<Kind>>) -> Self {
        Self {
            kind,
            thing,
            bounds: thing.shape.bounds(),
            placed: OnceCell::new(),
        }
    }
    fn placed(&self) -> &Placed {
        self.placed
            .get_or_init(|| Placed::to_count(self.kind, self.thing, self.bounds))
    }
}

/// Whether a thing of a kind wins or may lose ground among these.
fn asks_for_ground(kind: &Kind, patches: &[&Patch]) -> bool {
    let wins = kind.gain.green > 0.0 || kind.gain.activity > 0.0;
    let loses = |patch: &&Patch| match patch.class {
        Class::Bay { .. } => true,
        Class::Green => takes_green(kind),
        Class::Activity => takes_activity(kind),
        _ => false,
    };
    wins || patches.iter().any(loses)
}

/// What a thing costs and holds, wherever it is.
fn held_share(kind: &Kind, thing: &Placement, held: &Capacity) -> Totals {
    let (price, units) = (price(kind, thing), quantity(kind, thing, held));
    let mut share = Totals {
        cost: price.yuan * units,
        cost_low: price.low * units,
        cost_high: price.high * units,
        bays_won: f64::from(held.bays),
        accessible: f64::from(held.accessible),
        slots: f64::from(held.slots),
        bikes: f64::from(held.bikes),
        seats: f64::from(held.seats),
        ..Totals::default()
    };
    share.cost_by_works[kind.works as usize] = share.cost;
    share
}

/// A thing with the things and grounds whose boxes meet its box.
struct Around<'a> {
    site: &'a Site<'a>,
    placed: &'a Placed,
    others: Vec<&'a Placed>,
    patches: Near<'a>,
}

impl<'a> Around<'a> {
    /// Adds the ground that the thing wins and loses, and the bays.
    fn add_to(&self, share: &mut Totals) {
        (share.green_won, share.green_lost) =
            self.won_and_lost(&Class::Green, Placed::green, Placed::takes_green);
        (share.activity_won, share.activity_lost) =
            self.won_and_lost(&Class::Activity, Placed::activity, Placed::takes_activity);
        share.bays_lost = self.bays_lost();
    }

    /// Ground of a class that the thing wins and loses: by the part of its ground that it makes such, and by whether it
    /// takes such.
    fn won_and_lost(
        &self,
        class: &Class,
        part: impl Fn(&Placed) -> f64,
        takes: impl Fn(&Placed) -> bool,
    ) -> (f64, f64) {
        let (own, mut won, mut lost) = (part(self.placed), 0.0, 0.0);
        if own > 0.0 {
            won = own * self.won(|q, earlier| takes(q) || (earlier && part(q) > 0.0), class);
        }
        if takes(self.placed) {
            lost = self.lost(&takes, class);
        }
        (won, lost)
    }

    /// The thing's ground without that of others; as it is where none of them counts.
    fn ground_without(&self, counts: impl Fn(&Placed, bool) -> bool) -> Cow<'a, Region> {
        self.others
            .iter()
            .filter(|q| counts(q, q.id() < self.placed.id()))
            .filter(|q| q.ground.meets(&self.placed.ground))
            .fold(Cow::Borrowed(&self.placed.ground), |left, q| {
                Cow::Owned(left.without(&q.ground))
            })
    }

    /// The existing grounds that are wanted, among which each place is found once.
    fn existing(&self, wanted: impl Fn(&Class) -> bool) -> Vec<Cow<'a, Region>> {
        let wanted = self.patches.iter().filter(|patch| wanted(&patch.class));
        let mut found: Near<'a> = wanted.copied().collect();
        let apart = |patch: &&Patch| self.site.survey.patches.lies_apart(patch);
        if found.len() < 2 || found.iter().all(apart) {
            return found
                .into_iter()
                .map(|patch| Cow::Borrowed(&patch.ground))
                .collect();
        }
        found.retain(|patch| patch.ground.meets(&self.placed.ground));
        let grounds = found.into_iter().map(|patch| Cow::Borrowed(&patch.ground));
        let one = grounds.reduce(|all, ground| Cow::Owned(all.with(&ground)));
        one.into_iter().collect()
    }

    /// Ground that is new of its class: not what is there already, nor under a building that stays,
    /// nor outside the estate.
    fn won(&self, counts: impl Fn(&Placed, bool) -> bool, class: &Class) -> f64 {
        let left = self.ground_without(counts);
        let stays = |c: &Class| c == class || matches!(c, Class::Building { remove: false, .. });
        let there = self.existing(stays);
        let edge = self.site.project.estate.boundary();
        let is_inside = || {
            self.site.survey.patches.surely_inside(self.placed.bounds)
                || super::boundary::is_clear(self.site, self.placed)
        };
        match edge.filter(|_| !is_inside()) {
            None => (left.area() - shared_areas(&left, &there)).max(0.0),
            Some(edge) => there
                .iter()
                .fold(left, |left, there| Cow::Owned(left.without(there)))
                .shared_area(&Region::from(edge)),
        }
    }

    /// Existing ground of a class that the thing takes and no earlier one took.
    fn lost(&self, takes: impl Fn(&Placed) -> bool, class: &Class) -> f64 {
        let there = self.existing(|c| c == class);
        if there.is_empty() {
            return 0.0;
        }
        shared_areas(&self.ground_without(|q, earlier| earlier && takes(q)), &there)
    }

    /// Existing bays that the thing builds over. A bay is lost as a whole; a mapped car park of
    /// unknown bays loses one for each 25 m² (open lots take 25–30 m² a bay, GB/T 51149 [M 90%]).
    fn bays_lost(&self) -> f64 {
        const ONE_BAY_M2: f64 = 20.0;
        const LOT_M2_PER_BAY: f64 = 25.0;
        const TOUCHED_M2: f64 = 0.3;
        // Corners lie on whole millimetres, so that exactly so much is common; it is no touch, whatever the last digit.
        const HAIR_M2: f64 = 1e-6;
        let own = self.placed.standing_ground();
        let touches = |ground: &Region, bay: &Region| {
            ground.meets(bay) && ground.shared_area(bay) > TOUCHED_M2 + HAIR_M2
        };
        self.patches
            .iter()
            .filter(|patch| matches!(patch.class, Class::Bay { .. }))
            .map(|patch| &patch.ground)
            .filter(|bay| touches(own, bay))
            .map(|bay| {
                let earlier = self.others.iter().filter(|q| q.id() < self.placed.id());
                if bay.area() <= ONE_BAY_M2 {
                    let gone = earlier.clone().any(|q| touches(q.standing_ground(), bay));
                    return if gone { 0.0 } else { 1.0 };
                }
                let left = earlier.fold(Cow::Borrowed(own), |left, q| {
                    match left.meets(q.standing_ground()) {
                        true => Cow::Owned(left.without(q.standing_ground())),
                        false => left,
                    }
                });
                left.shared_area(bay) / LOT_M2_PER_BAY
            })
            .sum()
    }
}

/// The area that a ground shares with others that lie apart from each other.
fn shared_areas(ground: &Region, others: &[Cow<Region>]) -> f64 {
    others.iter().map(|other| ground.shared_area(other)).sum()
}
