//! A map that others drew, and what its bringer says of it.

use crate::earth::{Crs, Pair};
use crate::estate::Estate;
use crate::formats::estate_geojson::{self, Coordinates};
use crate::formats::grid::Grid;
use crate::formats::survey_dxf::{self, LayerTable, Unit};
use crate::formats::{MAX_BYTES, Meter, Problem, ReadFault, json_cut, osm};
use crate::text::Message;

/// What is said of a map, in the words of the command line. What is not said is guessed where it can be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReadWish {
    /// Its coordinates: `EPSG:4548`, `wgs84`, `gcj02`, `bd09`, `local`.
    pub crs: Option<String>,
    /// `en` where the easting comes first, `ne` where the northing does.
    pub axes: Option<String>,
    /// A drawing's unit: `m`, `mm` ….
    pub unit: Option<String>,
    /// Points of a local grid that are known: `1000,2000=462305.24,3920159.18`, the other side as `crs` has it.
    pub points: Vec<String>,
    /// What the layers of a drawing are: the bytes of a table.
    pub layers: Option<Vec<u8>>,
}

/// A map that was read.
#[derive(Debug)]
pub struct ReadMap {
    /// The estate.
    pub estate: Estate,
    /// What could not be taken and what was assumed.
    pub problems: Vec<Problem>,
    /// Of a drawing: its layers, as they were understood.
    pub layers: Option<LayerTable>,
}

/// Reads a map by the end of its file's name; the sentence when nothing can be had from it.
pub fn read(name: &str, bytes: &[u8], wish: &ReadWish) -> Result<ReadMap, Message> {
    read_telling(name, bytes, wish, &mut Meter::deaf())
}

/// Reads a map, and tells how far it is.
pub fn read_telling(
    name: &str,
    bytes: &[u8],
    wish: &ReadWish,
    meter: &mut Meter,
) -> Result<ReadMap, Message> {
    let extension = ending(name);
    if extension == "dxf" || extension == "dwg" {
        return drawing(bytes, wish, meter);
    }
    if wish.layers.is_some() || wish.unit.is_some() {
        return Err(Message::new("import-only-drawings"));
    }
    let is_json = matches!(extension.as_str(), "geojson" | "json") && bytes.len() <= MAX_BYTES;
    match is_json.then(|| json_cut::mended(bytes)).flatten() {
        Some((whole, why)) => {
            let mut map = written(&extension, &whole, wish, meter)?;
            let broken = Message::new("problem-file-breaks-off").with("why", why);
            map.problems.insert(0, Problem::of_file(broken));
            Ok(map)
        }
        None => written(&extension, bytes, wish, meter),
    }
}

/// What a file's name ends in, in small letters; nothing where it has no end.
pub(super) fn ending(name: &str) -> String {
    name.rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase())
        .unwrap_or_default()
}

/// Reads a map that is no drawing.
fn written(extension: &str, bytes: &[u8], wish: &ReadWish, meter: &mut Meter) -> Result<ReadMap, Message> {
    let plain = |(estate, problems)| ReadMap {
        estate,
        problems,
        layers: None,
    };
    let is_osm = matches!(extension, "osm" | "xml") || extension == "json" && osm::is_overpass(bytes);
    let is_elsewhere = |crs: &String| crs_of(crs) != Ok(Crs::Wgs84);
    match extension {
        _ if is_osm && wish.crs.as_ref().is_some_and(is_elsewhere) => {
            Err(Message::new("cli-import-osm-is-wgs84"))
        }
        _ if is_osm => osm::read_telling(bytes, meter)
            .map(plain)
            .map_err(|fault| fault.message()),
        "geojson" | "json" => geojson(bytes, wish, meter).map(plain),
        _ => Err(Message::new("setup-format").with("extension", extension)),
    }
}

fn geojson(bytes: &[u8], wish: &ReadWish, meter: &mut Meter) -> Result<(Estate, Vec<Problem>), Message> {
    let crs = match &wish.crs {
        Some(word) => Some(crs_of(word)?),
        None => estate_geojson::named_crs(bytes).and_then(|name| Crs::from_word(&name)),
    };
    let axes = axes(wish.axes.as_deref())?;
    let points = points(&wish.points)?;
    let read = if !points.is_empty() {
        let mut grid = Grid::fitted(crs.unwrap_or(Crs::Wgs84), &points)?;
        estate_geojson::read_on(bytes, &mut grid, meter)
    } else {
        match (crs, axes) {
            (Some(Crs::Local), _) => estate_geojson::read_telling(bytes, Coordinates::Metres, meter),
            (Some(crs), _) => estate_geojson::read_on(bytes, &mut Grid::new(crs, axes), meter),
            (None, Some(_)) => estate_geojson::read_on(bytes, &mut Grid::new(Crs::Wgs84, axes), meter),
            (None, None) => as_it_stands(bytes, meter),
        }
    };
    read.map_err(|fault| fault.message())
}

/// A file of which nothing is said. Degrees that are none as they stand may be written with the latitude first.
fn as_it_stands(bytes: &[u8], meter: &mut Meter) -> Result<(Estate, Vec<Problem>), ReadFault> {
    let read = estate_geojson::read_telling(bytes, Coordinates::AsWritten, meter);
    if !matches!(read, Err(ReadFault::NotDegrees)) {
        return read;
    }
    match estate_geojson::read_on(bytes, &mut Grid::new(Crs::Wgs84, None), meter) {
        Ok((estate, problems)) if problems.iter().any(|one| one.message.key == "crs-northing-first") => {
            Ok((estate, problems))
        }
        _ => read,
    }
}

fn drawing(bytes: &[u8], wish: &ReadWish, meter: &mut Meter) -> Result<ReadMap, Message> {
    let table = wish
        .layers
        .as_deref()
        .map(LayerTable::read)
        .transpose()?
        .unwrap_or_default();
    let said = |own: &Option<String>, of_table: &Option<String>| own.clone().or_else(|| of_table.clone());
    let unit = said(&wish.unit, &table.unit);
    let unit =
        unit.map(|word| Unit::from_word(&word).ok_or_else(|| Message::new("import-unit").with("unit", word)));
    let crs = said(&wish.crs, &table.crs)
        .map(|word| crs_of(&word))
        .transpose()?;
    let swapped = axes(said(&wish.axes, &table.axes).as_deref())?;
    let mut table = table;
    table.crs = table.crs.or_else(|| wish.crs.clone());
    table.axes = table.axes.or_else(|| wish.axes.clone());
    let wish = survey_dxf::Wish {
        unit: unit.transpose()?,
        crs,
        swapped,
        points: points(&wish.points)?,
        table,
    };
    let survey = survey_dxf::read_telling(bytes, &wish, meter)?;
    Ok(ReadMap {
        estate: survey.estate,
        problems: survey.problems,
        layers: Some(survey.table),
    })
}

fn crs_of(word: &str) -> Result<Crs, Message> {
    let unknown = || Message::new("cli-import-crs").with("crs", word.chars().take(40).collect::<String>());
    Crs::from_word(word).ok_or_else(unknown)
}

fn axes(word: Option<&str>) -> Result<Option<bool>, Message> {
    match word {
        None => Ok(None),
        Some("en" | "xy") => Ok(Some(false)),
        Some("ne" | "yx") => Ok(Some(true)),
        Some(other) => {
            Err(Message::new("import-axes").with("axes", other.chars().take(40).collect::<String>()))
        }
    }
}

/// Known points as they are written on the command line: a place, and where it is known to lie, `1000,2000=116.58,35.41`.
pub fn points(words: &[String]) -> Result<Vec<Pair>, Message> {
    let two = |text: &str| -> Option<[f64; 2]> {
        let (x, y) = text.split_once(',')?;
        Some([x.trim().parse().ok()?, y.trim().parse().ok()?])
    };
    let pair = |word: &String| {
        let (local, known) = word.split_once('=')?;
        Some(Pair {
            local: two(local)?,
            known: two(known)?,
        })
    };
    let wrong =
        |word: &String| Message::new("import-point").with("point", word.chars().take(60).collect::<String>());
    words
        .iter()
        .map(|word| pair(word).ok_or_else(|| wrong(word)))
        .collect()
}
