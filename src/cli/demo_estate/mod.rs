//! `mulin demo-estate`: the demo estate, Beimen, drawn by this generator from the numbers of `facts/domain.md` E1–E3,
//! so that it can be corrected; the files under `public/beimen` are what it writes.
//!
//! The shapes are invented, and `project.json` says so. Nothing here is random: the same program
//! writes the same bytes.

mod bays;
mod ground;
mod mains;
mod names;
mod roads;
mod sheet;
mod site;
mod slabs;
mod trees;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args as ClapArgs;

use crate::estate::Estate;
use crate::formats::estate_geojson;

use super::Stop;
use sheet::Sheet;

/// What `mulin demo-estate` is told.
#[derive(Debug, ClapArgs)]
pub struct Args {
    /// The project's folder to write
    #[arg(short, default_value = "public/beimen")]
    output: PathBuf,
}

/// Writes the demo project.
pub fn run(args: &Args) -> Result<ExitCode, Stop> {
    let files = files();
    let unwritable = |why| Stop::at("cli-unwritable", &args.output, &why);
    std::fs::create_dir_all(&args.output).map_err(unwritable)?;
    for (name, text) in [("project.json", files.project), ("estate.geojson", files.estate)] {
        std::fs::write(args.output.join(name), text).map_err(unwritable)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The files of the demo project.
pub struct Files {
    /// `project.json`.
    pub project: String,
    /// `estate.geojson`.
    pub estate: String,
}

/// The files as the generator makes them.
pub fn files() -> Files {
    Files {
        project: include_str!("project.json").to_owned(),
        estate: estate_geojson::write(&estate()),
    }
}

/// The estate as the generator draws it.
pub fn estate() -> Estate {
    let mut sheet = Sheet::default();
    ground::draw_boundary(&mut sheet);
    slabs::draw(&mut sheet);
    slabs::draw_small_houses(&mut sheet);
    roads::draw(&mut sheet);
    roads::draw_streets(&mut sheet);
    roads::draw_edge(&mut sheet);
    bays::draw(&mut sheet);
    ground::draw_places(&mut sheet);
    ground::draw_green(&mut sheet);
    trees::draw(&mut sheet);
    mains::draw(&mut sheet);
    mains::draw_hydrants(&mut sheet);
    mains::draw_lamps(&mut sheet);
    Estate::new(Some(site::ORIGIN), sheet.into_features())
}
