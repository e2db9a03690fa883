//! A survey as CAD has it (DXF R9 to R2018, ASCII or binary) as an estate.
//!
//! The file is looked at once for its letters, its unit and where it lies; then its entities are read, blocks put
//! where they are used, lines joined, and each made what its layer, block or code says ([`LayerTable`]). What was
//! guessed is said, and can be said otherwise by a [`Wish`].

mod clean;
mod curves;
mod drawing;
mod entities;
mod hatch;
mod houses;
mod labels;
mod letters;
mod look;
mod nesting;
mod pairs;
mod rings;
mod roads;
mod strokes;
mod table;
mod things;

use crate::earth::{self, Crs, Pair};
use crate::estate::Estate;
use crate::geometry::REACH_M;
use crate::text::Message;

use super::assemble::{Ground, RawFeature, assemble, median_of};
use super::grid::Grid;
use super::{MAX_BYTES, MAX_FEATURES, Meter, Problem, ReadFault, placed_grid};
use drawing::{Drawing, Names};
use look::{Look, Why};

pub use look::Unit;
pub use table::{Entry, LayerTable};

/// What its bringer says of a drawing. What is not said is guessed from the drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wish {
    /// What its layers are.
    pub table: LayerTable,
    /// Its unit.
    pub unit: Option<Unit>,
    /// The system of its coordinates, or of the known points.
    pub crs: Option<Crs>,
    /// Whether the northing comes first.
    pub swapped: Option<bool>,
    /// Points of its local grid that are known in `crs`.
    pub points: Vec<Pair>,
}

/// How far each part of the work goes, in percent of the time that a large survey takes; the rest is its caller's.
const LOOKED: u8 = 12;
const READ: u8 = 75;
const UNDERSTOOD: u8 = 85;
const PLACED: u8 = 92;

/// A drawing that was read.
#[derive(Debug)]
pub struct Survey {
    /// The estate.
    pub estate: Estate,
    /// What could not be taken and what was assumed.
    pub problems: Vec<Problem>,
    /// The table as it was understood: every layer of the drawing with what it was taken for (empty: nobody knows), to
    /// be corrected and used for the next drawing of that surveyor.
    pub table: LayerTable,
}

/// Reads a drawing. A fault is the sentence when nothing can be had from it.
pub fn read(bytes: &[u8], wish: &Wish) -> Result<Survey, Message> {
    read_telling(bytes, wish, &mut Meter::deaf())
}

/// Reads a drawing, and tells how far it is.
pub fn read_telling(bytes: &[u8], wish: &Wish, meter: &mut Meter) -> Result<Survey, Message> {
    check(bytes).map_err(|fault| fault.message())?;
    meter.part(LOOKED);
    let look = Look::at(bytes, meter);
    if look.entities == 0 && look.pairs < 8 {
        let why = ReadFault::NotInFormat {
            format: "DXF",
            why: "0 SECTION …".to_owned(),
        };
        return Err(why.message());
    }
    let (unit, why) = wish.unit.map_or_else(|| look.unit(), |unit| (unit, Why::Said));
    let mut problems = said_of(&look, unit, why, wish.unit.is_some());
    let mut read = || -> Result<(Vec<RawFeature>, LayerTable, Vec<Problem>), ReadFault> {
        let mut problems = Vec::new();
        meter.part(READ);
        let mut drawing = Drawing::read(bytes, &look, meter)?;
        meter.part(UNDERSTOOD);
        problems.extend(drawing.problems(unit.metres()));
        let mut blocks = Names::default();
        let table = &wish.table;
        let is_sign = |used: &entities::Use, layer: &str, code: Option<u32>| {
            table
                .entry(code, Some(&used.block), layer)
                .is_some_and(|entry| entry.is_sign(code.is_some()))
        };
        let mut strokes = drawing.strokes(&mut blocks, &is_sign, &mut problems)?;
        let metres = strokes::Turn::of_block([0.0, 0.0], [unit.metres(); 2], 0.0, [0.0, 0.0]);
        for stroke in &mut strokes {
            stroke.form = stroke.form.turned(&metres);
        }
        let mut things = things::of(strokes, &drawing.layers, &blocks, table);
        houses::furnish(&mut things);
        let mut understood = table.clone();
        LayerTable::SCHEMA.clone_into(&mut understood.schema);
        for (layer, entry) in &things.known {
            let words = entry.map(Entry::words).unwrap_or_default();
            understood.layers.entry(layer.clone()).or_insert(words);
        }
        understood.unit = understood.unit.or_else(|| Some(unit.word().to_owned()));
        problems.extend(things.problems);
        if things.features.len() > MAX_FEATURES {
            return Err(ReadFault::TooMany { most: MAX_FEATURES });
        }
        Ok((things.features, understood, problems))
    };
    let (features, table, more) = read().map_err(|fault| fault.message())?;
    problems.extend(more);
    meter.part(PLACED);
    let estate = place(features, wish, &mut problems)?;
    Ok(Survey {
        estate,
        problems,
        table,
    })
}

fn check(bytes: &[u8]) -> Result<(), ReadFault> {
    if bytes.len() > MAX_BYTES {
        return Err(ReadFault::TooLarge {
            bytes: bytes.len(),
            most: MAX_BYTES,
        });
    }
    // DWG begins with its version and a few zeros: AC1015, AC1032 ….
    if bytes.starts_with(b"AC10") && bytes.get(6).is_some_and(|byte| *byte == 0) {
        return Err(ReadFault::Dwg);
    }
    Ok(())
}

fn said_of(look: &Look, unit: Unit, why: Why, is_wished: bool) -> Vec<Problem> {
    let mut said = Vec::new();
    if !is_wished {
        let named = |key| Message::new(key).with("unit", unit.word());
        said.push(match why {
            Why::Said => named("dxf-unit-said"),
            Why::BySize => named("dxf-unit-by-size"),
            Why::Against(other) => named("dxf-unit-against").with("said", other.word()),
        });
    }
    if look.letters_belie {
        said.push(Message::new("dxf-letters-belie").with("letters", look.encoding.name()));
    }
    if look.cut {
        said.push(Message::new("dxf-cut"));
    }
    if look.damaged > 0 {
        let damaged = Message::new("dxf-damaged").with("count", look.damaged);
        said.push(damaged.with("line", look.first_damaged));
    }
    said.into_iter().map(Problem::of_file).collect()
}

/// Puts the things on the earth, or on a sheet of their own where nobody knows their place.
fn place(mut features: Vec<RawFeature>, wish: &Wish, problems: &mut Vec<Problem>) -> Result<Estate, Message> {
    let median = median_of(&features);
    let grid = match wish.crs {
        Some(crs) if !wish.points.is_empty() => Some(Grid::fitted(crs, &wish.points)?),
        None if !wish.points.is_empty() => Some(Grid::fitted(Crs::Wgs84, &wish.points)?),
        Some(Crs::Local) => None,
        Some(crs) => Some(Grid::new(crs, wish.swapped)),
        None => guessed(median, wish, problems),
    };
    let mut assembled = |ground: Ground<'_>, features| assemble(features, ground, problems);
    let estate = match grid {
        Some(mut grid) => assembled(Ground::Grid(&mut grid), features),
        None => {
            let local = moved(&mut features, median, wish);
            let estate = assembled(Ground::Local(None), features);
            let origin = local.map(|(said, origin)| {
                problems.push(Problem::of_file(said));
                origin
            });
            estate.map(|mut estate| {
                estate.grid = origin.map(placed_grid::moved);
                estate
            })
        }
    };
    estate.map_err(|fault| fault.message())
}

/// What the numbers seem to be, said.
fn guessed(median: [f64; 2], wish: &Wish, problems: &mut Vec<Problem>) -> Option<Grid> {
    let (crs, swapped) = earth::guess(median)?;
    let Some(crs) = crs else {
        problems.push(Problem::of_file(Message::new("crs-zone-unknown")));
        return None;
    };
    problems.push(Problem::of_file(
        Message::new("crs-guessed").with("crs", crs.word()),
    ));
    Some(Grid::new(crs, wish.swapped.or(Some(swapped))))
}

/// Brings numbers that are large, or northing first, to the middle of a sheet; says so, and where the sheet's
/// origin (east, north) then lies in them.
fn moved(features: &mut [RawFeature], median: [f64; 2], wish: &Wish) -> Option<(Message, [f64; 2])> {
    let northing_first = earth::guess(median).is_some_and(|(_, swapped)| swapped);
    let swapped = wish.swapped.unwrap_or(northing_first);
    let is_far = median.iter().any(|n| n.abs() > REACH_M / 2.0);
    if !is_far && !swapped {
        return None;
    }
    // A round number, so that a person can take it off by hand.
    let origin = median.map(|n| if is_far { (n / 100.0).round() * 100.0 } else { 0.0 });
    for feature in features {
        for point in feature.shape.points_mut() {
            let [x, y] = [point[0] - origin[0], point[1] - origin[1]];
            *point = if swapped { [y, x] } else { [x, y] };
        }
    }
    let said = Message::new("crs-origin-moved").with("x", format!("{:.0}", origin[0]));
    let said = said.with("y", format!("{:.0}", origin[1]));
    let [x, y] = origin;
    Some((said, if swapped { [y, x] } else { [x, y] }))
}
