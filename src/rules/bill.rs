//! What a design costs, line by line.

use std::collections::BTreeMap;

use crate::catalogue::{KindId, PriceUnit, Works};
use crate::text::Arg;

use super::capacity::{price, quantity};
use super::placed::Placed;

/// One line of what a design costs.
#[derive(Clone, Debug, PartialEq)]
pub struct BillLine {
    /// What is paid for.
    pub kind: KindId,
    /// What people call it.
    pub name: Arg,
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
                name: kind.name(),
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
