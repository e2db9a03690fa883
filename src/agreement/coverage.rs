//! Who has spoken, against who lives there.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::Value;

use crate::estate::{Class, Estate, FeatureId};
use crate::tally::{Drawing, Facet, facets};

/// A house with its households and designs.
#[derive(Clone, Debug, PartialEq)]
pub struct HouseRow {
    /// What people call it: `7`; empty for designs that name no house.
    pub house: String,
    /// Households in it as the map says; none for a house that the map does not have.
    pub households: Option<u32>,
    /// Designs from it.
    pub designs: usize,
    /// The weight of each of its designs so that houses count as their households do: the house's share of the
    /// households over its share of the designs. None where it has no design or no households.
    pub weight: Option<f64>,
}

/// A stair with its households and designs.
#[derive(Clone, Debug, PartialEq)]
pub struct StairRow {
    /// The house.
    pub house: String,
    /// The stair: `2`.
    pub stair: String,
    /// Its door on the map.
    pub door: FeatureId,
    /// Households behind it; where the map says none for any stair of its house, those of the house shared out.
    pub households: f64,
    /// Designs that name this stair.
    pub designs: usize,
    /// Whether nobody of its house spoke at all.
    pub house_is_silent: bool,
}

/// Who has spoken, against who lives there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Coverage {
    /// Designs that count.
    pub designs: usize,
    /// Households of the estate.
    pub households: u32,
    /// Every house of the map with households, and every other that a design names; by number.
    pub houses: Vec<HouseRow>,
    /// Every stair of the map; those to visit next first: of silent houses, then of houses that few spoke from,
    /// and among those with most households.
    pub stairs: Vec<StairRow>,
    /// Age bands, with how many designs have each.
    pub ages: Vec<Facet>,
    /// Ways by which designs came.
    pub channels: Vec<Facet>,
    /// Houses with households from which nobody spoke.
    pub silent_houses: usize,
    /// Pearson's χ² of the designs of the houses against their households, and its degrees of freedom; none where
    /// fewer than two houses have households or nobody named one. It says how far the sample is from even, not why.
    pub chi_square: Option<(f64, usize)>,
    /// So many designs of an even sample would say as much as these do with their weights: (Σw)²/Σw² (Kish 1965).
    pub effective: Option<f64>,
}

/// A house's name as designs and map are compared by: its number, or its name in lower case.
pub fn house_key(name: &str) -> String {
    let name = name.trim();
    let wide = |c: char| match c {
        '０'..='９' => char::from(b'0' + (c as u32 - '０' as u32) as u8),
        c => c,
    };
    let name: String = name.chars().map(wide).collect::<String>().to_lowercase();
    let digits: String = name.chars().take_while(char::is_ascii_digit).collect();
    let rest = name[digits.len()..].trim_start();
    // `7`, and `7号楼` as the same; `7a` is another house.
    if digits.is_empty() || rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-') {
        return name;
    }
    let number = digits.trim_start_matches('0');
    if number.is_empty() {
        "0".to_owned()
    } else {
        number.to_owned()
    }
}

/// Who has spoken, of the versions that stand.
pub fn coverage<'a>(
    estate: &Estate,
    drawings: impl IntoIterator<Item = &'a Drawing, IntoIter: Clone>,
) -> Coverage {
    let drawings = drawings.into_iter();
    let homes = Homes::of(estate);
    // Counted as they are written, since many write the same; then as they are compared.
    let mut written: BTreeMap<&str, usize> = BTreeMap::new();
    let mut stairs: BTreeMap<(&str, Cow<str>), usize> = BTreeMap::new();
    for drawing in drawings.clone() {
        let by = &drawing.latest.design.by;
        *written.entry(&by.building).or_default() += 1;
        if let Some(stair) = by.extra.get("stair").and_then(stair_written) {
            *stairs.entry((&by.building, stair)).or_default() += 1;
        }
    }
    let mut designs: BTreeMap<String, usize> = BTreeMap::new();
    for (house, count) in written {
        *designs.entry(house_key(house)).or_default() += count;
    }
    let mut by_stair: BTreeMap<(String, String), usize> = BTreeMap::new();
    for ((house, stair), count) in stairs {
        *by_stair.entry((house_key(house), house_key(&stair))).or_default() += count;
    }
    let households: u32 = homes.households.values().sum();
    let spoken: usize = homes
        .households
        .keys()
        .map(|house| designs.get(house).copied().unwrap_or_default())
        .sum();
    let houses = house_rows(&homes, &designs, households, spoken);
    let known = facets(drawings.clone());
    Coverage {
        designs: drawings.count(),
        households,
        silent_houses: houses
            .iter()
            .filter(|row| row.designs == 0 && row.households.is_some_and(|n| n > 0))
            .count(),
        chi_square: chi_square(&houses, households, spoken),
        effective: effective(&houses),
        stairs: stair_rows(&homes, &designs, &by_stair),
        houses,
        ages: known.ages,
        channels: known.channels,
    }
}

/// A stair as a design names it, as text or as a number.
fn stair_written(stair: &Value) -> Option<Cow<'_, str>> {
    match stair.as_str() {
        Some(text) => Some(text.into()),
        None => Some(stair.as_u64()?.to_string().into()),
    }
}

/// What the map says of homes.
struct Homes {
    households: BTreeMap<String, u32>,
    /// House, stair, door, households where the map says them.
    stairs: Vec<(String, String, FeatureId, Option<u32>)>,
}

impl Homes {
    fn of(estate: &Estate) -> Self {
        let mut homes = Self {
            households: BTreeMap::new(),
            stairs: Vec::new(),
        };
        for house in estate.buildings() {
            if let Class::Building { households, .. } = house.class
                && households > 0
            {
                *homes.households.entry(house_key(&house.name)).or_default() += households;
            }
        }
        for door in estate.features() {
            let Class::Door {
                building: Some(building),
                stair,
                households,
            } = &door.class
            else {
                continue;
            };
            let Some(house) = estate.feature(building).map(|house| house_key(&house.name)) else {
                continue;
            };
            let said = (*households > 0).then_some(*households);
            homes
                .stairs
                .push((house, stair.clone().unwrap_or_default(), door.id.clone(), said));
        }
        for (house, _, _, said) in &homes.stairs {
            // A house of which only the stairs say how many live there.
            if let (false, Some(said)) = (homes.households.contains_key(house), said) {
                homes.households.insert(house.clone(), *said);
            }
        }
        homes
    }
}

fn by_number(house: &str) -> (bool, u64, String) {
    let digits: String = house.chars().take_while(char::is_ascii_digit).collect();
    (
        house.is_empty(),
        digits.parse().unwrap_or(u64::MAX),
        house.to_owned(),
    )
}

fn house_rows(
    homes: &Homes,
    designs: &BTreeMap<String, usize>,
    households: u32,
    spoken: usize,
) -> Vec<HouseRow> {
    let mut names: Vec<&String> = homes.households.keys().chain(designs.keys()).collect();
    names.sort_by_key(|house| by_number(house));
    names.dedup();
    let row = |house: &String| {
        let own = homes.households.get(house).copied();
        let count = designs.get(house).copied().unwrap_or_default();
        let weight = own
            .filter(|_| count > 0 && households > 0 && spoken > 0)
            .map(|own| (f64::from(own) / f64::from(households)) / (count as f64 / spoken as f64));
        HouseRow {
            house: house.clone(),
            households: own,
            designs: count,
            weight,
        }
    };
    names.into_iter().map(row).collect()
}

fn stair_rows(
    homes: &Homes,
    designs: &BTreeMap<String, usize>,
    by_stair: &BTreeMap<(String, String), usize>,
) -> Vec<StairRow> {
    let doors = |house: &str| -> Vec<Option<u32>> {
        let own = homes.stairs.iter().filter(|(other, ..)| other == house);
        own.map(|(.., said)| *said).collect()
    };
    let of_house = |house: &String| designs.get(house).copied().unwrap_or_default();
    let mut rows: Vec<StairRow> = homes
        .stairs
        .iter()
        .map(|(house, stair, door, said)| {
            let none_says = doors(house).iter().all(Option::is_none);
            let shared = homes.households.get(house).filter(|_| none_says);
            let shared = shared.map(|n| f64::from(*n) / doors(house).len() as f64);
            StairRow {
                house: house.clone(),
                stair: stair.clone(),
                door: door.clone(),
                households: said.map(f64::from).or(shared).unwrap_or_default(),
                designs: by_stair
                    .get(&(house.clone(), house_key(stair)))
                    .copied()
                    .unwrap_or_default(),
                house_is_silent: of_house(house) == 0,
            }
        })
        .collect();
    rows.sort_by(|a, b| {
        let share = |row: &StairRow| {
            let households = homes.households.get(&row.house).copied().unwrap_or_default();
            of_house(&row.house) as f64 / f64::from(households.max(1))
        };
        (a.designs > 0)
            .cmp(&(b.designs > 0))
            .then(b.house_is_silent.cmp(&a.house_is_silent))
            .then(share(a).total_cmp(&share(b)))
            .then(b.households.total_cmp(&a.households))
            .then(by_number(&a.house).cmp(&by_number(&b.house)))
            .then(by_number(&a.stair).cmp(&by_number(&b.stair)))
    });
    rows
}

fn chi_square(houses: &[HouseRow], households: u32, spoken: usize) -> Option<(f64, usize)> {
    let known = houses
        .iter()
        .filter_map(|row| Some((row.households.filter(|n| *n > 0)?, row.designs)));
    let known: Vec<(u32, usize)> = known.collect();
    if known.len() < 2 || spoken == 0 {
        return None;
    }
    let expected = |own: u32| f64::from(own) / f64::from(households) * spoken as f64;
    let sum = known.iter().map(|(own, count)| {
        let off = *count as f64 - expected(*own);
        off * off / expected(*own)
    });
    Some((sum.sum(), known.len() - 1))
}

fn effective(houses: &[HouseRow]) -> Option<f64> {
    let weights = || {
        houses
            .iter()
            .filter_map(|row| Some((row.weight?, row.designs as f64)))
    };
    let sum: f64 = weights().map(|(weight, count)| weight * count).sum();
    let squares: f64 = weights().map(|(weight, count)| weight * weight * count).sum();
    (squares > 0.0).then(|| sum * sum / squares)
}
