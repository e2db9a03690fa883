//! What a placed thing holds and what is counted of it, from the same kernels that draw it.

use crate::catalogue::{Kind, LaysOut, Price, PriceUnit};
use crate::design::{Placement, PlacementShape};
use crate::geometry::{Outline, WorldVec};
use crate::layout::{BayAngle, CarPark, bike_places, car_park, charging_shed, fitness_items};

/// What one thing holds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Capacity {
    /// Parking bays, the accessible ones among them.
    pub bays: u32,
    /// Accessible bays.
    pub accessible: u32,
    /// Charging slots for e-bikes.
    pub slots: u32,
    /// Places for bicycles.
    pub bikes: u32,
    /// Fitness items.
    pub items: u32,
    /// Seats.
    pub seats: u32,
}

/// The bays and aisles of a car park as its outline and angle lay them out; none for another kind.
pub fn car_park_of(kind: &Kind, thing: &Placement) -> Option<CarPark> {
    if kind.lays_out != Some(LaysOut::CarPark) {
        return None;
    }
    let angle = thing.option(kind, "angle").and_then(BayAngle::from_option);
    let outline = thing.shape.outline()?;
    Some(car_park(&outline, angle.unwrap_or_default()))
}

/// What a thing holds.
pub fn capacity(kind: &Kind, thing: &Placement) -> Capacity {
    let size = size_of(&thing.shape);
    let gain = &kind.gain;
    let seats = gain.seats + gain.seats_per_metre * size.x.max(size.y);
    let mut held = Capacity {
        bays: whole(gain.bays),
        accessible: whole(gain.accessible),
        slots: whole(gain.slots),
        seats: whole(seats),
        ..Capacity::default()
    };
    match kind.lays_out {
        Some(LaysOut::CarPark) => {
            let park = car_park_of(kind, thing).unwrap_or_default();
            held.bays = park.bays.len() as u32;
            held.accessible = park.accessible() as u32;
        }
        Some(LaysOut::ChargingShed) => held.slots = charging_shed(size).slots.len() as u32,
        Some(LaysOut::BikeRack) => held.bikes = bike_places(size),
        Some(LaysOut::FitnessStation) => {
            let (columns, rows) = fitness_items(size);
            held.items = columns * rows;
        }
        None => {}
    }
    held
}

/// The price that the chosen options ask for.
pub fn price<'a>(kind: &'a Kind, thing: &'a Placement) -> &'a Price {
    kind.params
        .iter()
        .filter_map(|param| thing.option(kind, &param.id))
        .find_map(|option| kind.option_prices.get(option))
        .unwrap_or(&kind.price)
}

/// How many of its price's units a thing is.
pub fn quantity(kind: &Kind, thing: &Placement, held: &Capacity) -> f64 {
    match kind.price.unit {
        PriceUnit::Each => 1.0,
        PriceUnit::SquareMetre => thing.shape.area(),
        PriceUnit::Metre => match &thing.shape {
            PlacementShape::Path { line, .. } => line.length(),
            other => {
                let size = size_of(other);
                size.x.max(size.y)
            }
        },
        PriceUnit::Bay => f64::from(held.bays),
        PriceUnit::Slot => f64::from(held.slots),
        PriceUnit::Bike => f64::from(held.bikes),
        PriceUnit::Item => f64::from(held.items),
        PriceUnit::Floor => thing.shape.area() * thing.number(kind, "storeys").unwrap_or(1.0),
    }
}

/// Width and depth in metres: of a rectangle its own, of an area those along its longest side, of
/// a path its length and width.
pub fn size_of(shape: &PlacementShape) -> WorldVec {
    match shape {
        PlacementShape::Rectangle { size, .. } => *size,
        PlacementShape::Area(outline) => along_longest_side(outline),
        PlacementShape::Path { line, width } => WorldVec::new(line.length(), *width),
    }
}

fn along_longest_side(outline: &Outline) -> WorldVec {
    let longest = outline
        .sides()
        .max_by(|a, b| a.length().total_cmp(&b.length()))
        .map_or(0.0, |side| (side.to - side.from).degrees());
    let about = outline.corners()[0];
    let (mut low, mut high) = (WorldVec::default(), WorldVec::default());
    for corner in outline.corners() {
        let own = (*corner - about).turned(-longest);
        low = WorldVec::new(low.x.min(own.x), low.y.min(own.y));
        high = WorldVec::new(high.x.max(own.x), high.y.max(own.y));
    }
    high - low
}

/// A count that was reckoned in fractions; a hair short of a whole one counts.
fn whole(value: f64) -> u32 {
    (value + 0.01).max(0.0).floor() as u32
}
