//! What a design wins, loses and costs.
//!
//! Each thing has its share, reckoned from itself and its neighbours, so that moving one thing
//! reckons a few shares again. Ground is never counted twice: a piece of ground that two things
//! cover belongs to the one whose name comes first.

use std::collections::BTreeMap;
use std::ops::{AddAssign, SubAssign};

use crate::catalogue::{KindId, PriceUnit, Works};
use crate::estate::{BayUse, Class};
use crate::geometry::Region;

use super::capacity::{price, quantity};
use super::placed::{Placed, Site};

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
    let mut share = Totals::default();
    let Some(kind) = &placed.kind else {
        return share;
    };
    let held = &placed.capacity;
    let (price, units) = (price(kind, &placed.thing), quantity(kind, &placed.thing, held));
    share.cost = price.yuan * units;
    share.cost_low = price.low * units;
    share.cost_high = price.high * units;
    share.cost_by_works[kind.works as usize] = share.cost;
    share.bays_won = f64::from(held.bays);
    share.accessible = f64::from(held.accessible);
    share.slots = f64::from(held.slots);
    share.bikes = f64::from(held.bikes);
    share.seats = f64::from(held.seats);
    let around = Around::new(site, placed);
    if placed.green() > 0.0 {
        share.green_won = placed.green()
            * around.won(
                |q, earlier| q.takes_green() || (earlier && q.green() > 0.0),
                &Class::Green,
            );
    }
    if placed.takes_green() {
        share.green_lost = around.lost(Placed::takes_green, &Class::Green);
    }
    if placed.activity() > 0.0 {
        share.activity_won = placed.activity()
            * around.won(
                |q, earlier| q.takes_activity() || (earlier && q.activity() > 0.0),
                &Class::Activity,
            );
    }
    if placed.takes_activity() {
        share.activity_lost = around.lost(Placed::takes_activity, &Class::Activity);
    }
    share.bays_lost = around.bays_lost();
    share
}

/// A thing with the things and features whose boxes meet its box.
struct Around<'a> {
    site: &'a Site<'a>,
    placed: &'a Placed,
    others: Vec<&'a Placed>,
}

impl<'a> Around<'a> {
    fn new(site: &'a Site<'a>, placed: &'a Placed) -> Self {
        Self {
            others: site.neighbours(placed),
            site,
            placed,
        }
    }

    /// The thing's ground without that of others.
    fn ground_without(&self, counts: impl Fn(&Placed, bool) -> bool) -> Region {
        self.others
            .iter()
            .filter(|q| counts(q, q.id() < self.placed.id()))
            .filter(|q| q.ground.meets(&self.placed.ground))
            .fold(self.placed.ground.clone(), |left, q| left.without(&q.ground))
    }

    fn existing(&self, wanted: impl Fn(&Class) -> bool) -> Option<Region> {
        self.site
            .features(self.placed)
            .into_iter()
            .filter(|feature| wanted(&feature.class))
            .filter_map(|feature| self.site.terrain.ground(feature))
            .filter(|ground| ground.meets(&self.placed.ground))
            .fold(None, |all: Option<Region>, ground| {
                Some(all.map_or_else(|| ground.clone(), |all| all.with(ground)))
            })
    }

    /// Ground that is new of its class: not what is there already, nor under a building that stays,
    /// nor outside the estate.
    fn won(&self, counts: impl Fn(&Placed, bool) -> bool, class: &Class) -> f64 {
        let mut left = self.ground_without(counts);
        let stays = |c: &Class| c == class || matches!(c, Class::Building { remove: false, .. });
        if let Some(there) = self.existing(stays) {
            left = left.without(&there);
        }
        if let Some(edge) = self.site.project.estate.boundary()
            && !super::boundary::is_clear(self.site, self.placed)
        {
            left = left.shared(&Region::from(edge));
        }
        left.area()
    }

    /// Existing ground of a class that the thing takes and no earlier one took.
    fn lost(&self, takes: impl Fn(&Placed) -> bool, class: &Class) -> f64 {
        let Some(there) = self.existing(|c| c == class) else {
            return 0.0;
        };
        self.ground_without(|q, earlier| earlier && takes(q))
            .shared(&there)
            .area()
    }

    /// Existing bays that the thing builds over. A bay is lost as a whole; a mapped car park of
    /// unknown bays loses one for each 25 m² (open lots take 25–30 m² a bay, GB/T 51149 [M 90%]).
    fn bays_lost(&self) -> f64 {
        const ONE_BAY_M2: f64 = 20.0;
        const LOT_M2_PER_BAY: f64 = 25.0;
        const TOUCHED_M2: f64 = 0.3;
        let own = self.placed.standing_ground();
        let touches =
            |ground: &Region, bay: &Region| ground.meets(bay) && ground.shared(bay).area() > TOUCHED_M2;
        self.site
            .features(self.placed)
            .into_iter()
            .filter(|f| matches!(f.class, Class::Bay { usage } if usage != BayUse::Bike))
            .filter_map(|feature| self.site.terrain.ground(feature))
            .filter(|bay| touches(own, bay))
            .map(|bay| {
                let earlier = self.others.iter().filter(|q| q.id() < self.placed.id());
                if bay.area() <= ONE_BAY_M2 {
                    let gone = earlier.clone().any(|q| touches(q.standing_ground(), bay));
                    return if gone { 0.0 } else { 1.0 };
                }
                let left = earlier.fold(own.clone(), |left, q| left.without(q.standing_ground()));
                left.shared(bay).area() / LOT_M2_PER_BAY
            })
            .sum()
    }
}

/// One line of what a design costs.
#[derive(Clone, Debug, PartialEq)]
pub struct BillLine {
    /// What is paid for.
    pub kind: KindId,
    /// The chosen option that sets the price; none for the kind's own price.
    pub option: Option<String>,
    /// How many things.
    pub count: usize,
    /// How many units.
    pub quantity: f64,
    /// The unit.
    pub unit: PriceUnit,
    /// Yuan a unit, estimated.
    pub price: f64,
    /// The cost with the price at its lowest.
    pub low: f64,
    /// The cost with the price at its highest.
    pub high: f64,
    /// The estimated cost.
    pub total: f64,
    /// The class of works.
    pub works: Works,
    /// Where the price comes from.
    pub source: String,
}

/// What a design costs, line by line in the catalogue's order.
pub(super) fn bill_of<'a>(things: impl Iterator<Item = &'a Placed>) -> Vec<BillLine> {
    let mut lines: BTreeMap<(KindId, Option<String>), BillLine> = BTreeMap::new();
    for placed in things {
        let Some(kind) = &placed.kind else { continue };
        let option = kind
            .params
            .iter()
            .filter_map(|param| placed.thing.option(kind, &param.id))
            .find(|option| kind.option_prices.contains_key(*option))
            .map(str::to_owned);
        let price = price(kind, &placed.thing);
        let units = quantity(kind, &placed.thing, &placed.capacity);
        let line = lines
            .entry((kind.id.clone(), option.clone()))
            .or_insert_with(|| BillLine {
                kind: kind.id.clone(),
                option,
                count: 0,
                quantity: 0.0,
                unit: kind.price.unit,
                price: price.yuan,
                low: 0.0,
                high: 0.0,
                total: 0.0,
                works: kind.works,
                source: price.source.clone(),
            });
        line.count += 1;
        line.quantity += units;
        line.low += units * price.low;
        line.high += units * price.high;
        line.total += units * price.yuan;
    }
    lines.into_values().collect()
}
