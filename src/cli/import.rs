//! `mulin import`: a map that others drew becomes an estate, or a whole project folder; and a design comes back.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args as ClapArgs;

use crate::estate::Estate;
use crate::exchange::{ReadWish, points, read};
use crate::formats::pdf_page::is_pdf;
use crate::formats::{MAX_BYTES, ReadFault, estate_geojson};
use crate::setup::{self, Draft};
use crate::text::Message;

use super::{Stop, design_back, pdf_page, small_picture, tell, warn};

/// What `mulin import` is told.
#[derive(Debug, ClapArgs)]
pub struct Args {
    /// The map: .dxf (CAD), .osm (OpenStreetMap XML), .json (Overpass) or .geojson
    #[arg(required_unless_present = "picture")]
    input: Vec<PathBuf>,
    /// What its coordinates are: EPSG:4548, wgs84, gcj02, bd09, or local
    #[arg(long)]
    crs: Option<String>,
    /// Which number comes first: en (easting, longitude) or ne (northing, latitude); else it is guessed
    #[arg(long)]
    axes: Option<String>,
    /// A point of a local grid and where it is known to lie in --crs, two or more of them: 1000,2000=116.58,35.41
    #[arg(long = "point", value_name = "X,Y=E,N", allow_hyphen_values = true)]
    points: Vec<String>,
    /// A drawing's unit: m, mm, cm, dm, ft, in; else it is guessed
    #[arg(long)]
    unit: Option<String>,
    /// What a drawing's layers are: a file that --write-layers wrote and that was corrected
    #[arg(long)]
    layers: Option<PathBuf>,
    /// Writes the table of a drawing's layers as it was understood, to be corrected and given as --layers
    #[arg(long)]
    write_layers: Option<PathBuf>,
    /// A photo or scan of a plan (JPEG, PNG, WebP, the first page of a PDF) that lies underneath; without a map it is what the project begins with,
    /// to be traced
    #[arg(long, value_name = "FILE")]
    picture: Option<PathBuf>,
    /// A place of the picture, in pixels across and down, and where it is on the plan, in metres east and north; two of
    /// them say where the picture lies: 120,840=0,0
    #[arg(
        long = "picture-point",
        value_name = "ACROSS,DOWN=X,Y",
        allow_hyphen_values = true
    )]
    picture_points: Vec<String>,
    /// How many seconds the page of a PDF may take to be drawn
    #[arg(long, value_name = "SECONDS", default_value_t = pdf_page::SECONDS, value_parser = clap::value_parser!(u64).range(1..=86_400))]
    picture_wait: u64,
    /// The file is a design that `mulin export` or the page wrote as .dxf or .geojson, and in which CAD or QGIS may have moved
    /// things: it is written as a design again, with each thing where the file has it
    #[arg(long, requires = "project", conflicts_with_all = ["crs", "axes", "points", "unit", "layers", "write_layers", "picture"])]
    design: bool,
    /// With --design: the folder of the project for which it was drawn
    #[arg(long, requires = "design", value_name = "DIR")]
    project: Option<PathBuf>,
    /// The estate to write, or a folder (ending in /) for a whole project; with --design a document, or a folder of them
    #[arg(short)]
    output: PathBuf,
}

/// Imports a map. What could not be taken goes to stderr, one sentence a line.
pub fn run(args: &Args) -> Result<ExitCode, Stop> {
    if let (true, Some(project)) = (args.design, &args.project) {
        return match args.input.as_slice() {
            [file] => design_back::run(file, project, &args.output),
            _ => Err(Stop(Message::new("cli-import-one"))),
        };
    }
    let misplaced = match args.picture {
        Some(_) => (!is_folder(&args.output)).then_some("cli-import-picture-folder"),
        None => (!args.picture_points.is_empty()).then_some("cli-import-no-picture"),
    };
    if let Some(key) = misplaced {
        return Err(Stop(Message::new(key)));
    }
    let (input, map) = match (args.input.as_slice(), &args.picture) {
        ([input], _) => (input, map_of(input, args)?),
        ([], Some(picture)) => (picture, Estate::new(None, Vec::new())),
        _ => return Err(Stop(Message::new("cli-import-one"))),
    };
    let stem = input
        .file_stem()
        .map(|stem| stem.to_string_lossy())
        .unwrap_or_default();
    let draft = Draft::of_map(&stem, map);
    let draft = match &args.picture {
        Some(picture) => over(&draft, picture, args)?,
        None => draft,
    };
    write(&args.output, &draft)?;
    tell(&summary(&args.output, &draft.estate));
    Ok(ExitCode::SUCCESS)
}

/// The draft with the picture where its two places say.
fn over(draft: &Draft, picture: &Path, args: &Args) -> Result<Draft, Stop> {
    let places = points(&args.picture_points).map_err(Stop)?;
    let mut places: Vec<_> = places.iter().map(|pair| [pair.local, pair.known]).collect();
    let stop = |why: Message| {
        let path = picture.display().to_string();
        Stop(
            Message::new("cli-import-picture")
                .with("path", path)
                .with("why", why),
        )
    };
    let mut bytes = bytes_of(picture)?;
    if is_pdf(&bytes) {
        let page = pdf_page::apart(bytes, args.picture_wait).map_err(stop)?;
        warn(&page.said);
        bytes = page.png;
    }
    let small = small_picture::of(bytes).map_err(stop)?;
    if let Some([was, now]) = small.made {
        warn(&made_smaller(was, now));
        // The places were measured in the file as it was given.
        for [own, _] in &mut places {
            *own = [0, 1].map(|axis| own[axis] * f64::from(now[axis]) / f64::from(was[axis]));
        }
    }
    draft.over_picture(small.bytes, &places).map_err(stop)
}

fn made_smaller(was: [u32; 2], now: [u32; 2]) -> Message {
    Message::new("picture-laid-smaller")
        .with("waswidth", was[0].to_string())
        .with("washeight", was[1].to_string())
        .with("width", now[0].to_string())
        .with("height", now[1].to_string())
}

/// The estate of a map.
fn map_of(input: &Path, args: &Args) -> Result<Estate, Stop> {
    let wish = ReadWish {
        crs: args.crs.clone(),
        axes: args.axes.clone(),
        unit: args.unit.clone(),
        points: args.points.clone(),
        layers: args.layers.as_deref().map(bytes_of).transpose()?,
    };
    let name = input.file_name().unwrap_or_default().to_string_lossy();
    let map = read(&name, &bytes_of(input)?, &wish).map_err(Stop)?;
    for problem in &map.problems {
        warn(&problem.sentence());
    }
    if let Some(path) = &args.write_layers {
        let Some(table) = &map.layers else {
            return Err(Stop(Message::new("import-only-drawings")));
        };
        std::fs::write(path, table.write()).map_err(|why| Stop::at("cli-unwritable", path, &why))?;
    }
    Ok(map.estate)
}

/// The file's bytes; one that is too large is not read at all.
pub(super) fn bytes_of(input: &Path) -> Result<Vec<u8>, Stop> {
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

/// Whether what is written is a folder.
pub(super) fn is_folder(output: &Path) -> bool {
    output.is_dir() || output.to_string_lossy().ends_with(['/', '\\'])
}

fn write(output: &Path, draft: &Draft) -> Result<(), Stop> {
    let unwritable = |why: std::io::Error| Stop::at("cli-unwritable", output, &why);
    if !is_folder(output) {
        return std::fs::write(output, estate_geojson::write(&draft.estate)).map_err(unwritable);
    }
    std::fs::create_dir_all(output).map_err(unwritable)?;
    // A project for the facilitator to go on with.
    for (name, bytes) in setup::files(draft) {
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
