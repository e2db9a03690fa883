//! `mulin import`: a map that others drew becomes an estate, or a whole project folder.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args as ClapArgs;

use crate::estate::Estate;
use crate::formats::estate_geojson::Coordinates;
use crate::formats::{MAX_BYTES, Problem, ReadFault, estate_geojson, osm};
use crate::setup::{self, Draft};
use crate::text::Message;

use super::{Stop, tell, warn};

/// What `mulin import` is told.
#[derive(Debug, ClapArgs)]
pub struct Args {
    /// The map: .osm (OpenStreetMap XML) or .geojson
    #[arg(required = true)]
    input: Vec<PathBuf>,
    /// What its coordinates are: wgs84, or local metres
    #[arg(long)]
    crs: Option<String>,
    /// Which layer is what; for drawings, which this version does not read
    #[arg(long)]
    layers: Option<PathBuf>,
    /// The estate to write, or a folder (ending in /) for a whole project
    #[arg(short)]
    output: PathBuf,
}

/// Imports a map. What could not be taken goes to stderr, one sentence a line.
pub fn run(args: &Args) -> Result<ExitCode, Stop> {
    let [input] = args.input.as_slice() else {
        return Err(Stop(Message::new("cli-import-one")));
    };
    if args.layers.is_some() {
        return Err(Stop(Message::new("cli-import-no-layers")));
    }
    let bytes = bytes_of(input)?;
    let (estate, problems) = read(input, &bytes, coordinates(args.crs.as_deref())?)?;
    for problem in &problems {
        warn(&problem.sentence());
    }
    write(&args.output, input, &estate)?;
    tell(&summary(&args.output, &estate));
    Ok(ExitCode::SUCCESS)
}

fn coordinates(crs: Option<&str>) -> Result<Coordinates, Stop> {
    match crs {
        None => Ok(Coordinates::AsWritten),
        Some("wgs84" | "EPSG:4326") => Ok(Coordinates::Degrees),
        Some("local") => Ok(Coordinates::Metres),
        Some(other) => Err(Stop(Message::new("cli-import-crs").with("crs", other))),
    }
}

/// The file's bytes; one that is too large is not read at all.
fn bytes_of(input: &Path) -> Result<Vec<u8>, Stop> {
    let unreadable = |why: std::io::Error| Stop::at("cli-import-unreadable", input, &why);
    let length = std::fs::metadata(input).map_err(unreadable)?.len();
    match usize::try_from(length) {
        Ok(bytes) if bytes <= MAX_BYTES => std::fs::read(input).map_err(unreadable),
        other => {
            let fault = ReadFault::TooLarge {
                bytes: other.unwrap_or(usize::MAX),
                most: MAX_BYTES,
            };
            Err(Stop(fault.message()))
        }
    }
}

fn read(input: &Path, bytes: &[u8], coordinates: Coordinates) -> Result<(Estate, Vec<Problem>), Stop> {
    let extension = input.extension().and_then(|end| end.to_str()).unwrap_or_default();
    let outcome = match extension.to_ascii_lowercase().as_str() {
        "osm" | "xml" if coordinates == Coordinates::Metres => {
            return Err(Stop(Message::new("cli-import-osm-is-wgs84")));
        }
        "osm" | "xml" => osm::read(bytes),
        "geojson" | "json" => estate_geojson::read_as(bytes, coordinates),
        other => return Err(Stop(Message::new("cli-import-format").with("extension", other))),
    };
    outcome.map_err(|fault| Stop(fault.message()))
}

fn write(output: &Path, input: &Path, estate: &Estate) -> Result<(), Stop> {
    let unwritable = |why: std::io::Error| Stop::at("cli-unwritable", output, &why);
    let is_folder = output.is_dir() || output.to_string_lossy().ends_with(['/', '\\']);
    if !is_folder {
        return std::fs::write(output, estate_geojson::write(estate)).map_err(unwritable);
    }
    std::fs::create_dir_all(output).map_err(unwritable)?;
    // A project for the facilitator to go on with.
    let stem = input
        .file_stem()
        .map(|stem| stem.to_string_lossy())
        .unwrap_or_default();
    let draft = Draft::of_map(&stem, estate.clone());
    for (name, bytes) in setup::files(&draft) {
        std::fs::write(output.join(name), bytes).map_err(unwritable)?;
    }
    Ok(())
}

fn summary(output: &Path, estate: &Estate) -> Message {
    Message::new("cli-imported")
        .with("features", estate.features().len())
        .with("buildings", estate.buildings().count())
        .with("path", output.display().to_string())
}
