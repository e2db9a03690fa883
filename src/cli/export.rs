//! `mulin export`: a design for other programs.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args as ClapArgs, ValueEnum};

use crate::design::Design;
use crate::design::stored::DesignName;
use crate::formats::{bill_csv, design_geojson};
use crate::geometry::ScreenVec;
use crate::project::Project;
use crate::rules::{Plan, bill};
use crate::scene::{EstatePlan, Theme, thumbnail};
use crate::text::Message;

use super::documents::{design_in, project_in};
use super::{Stop, tell, terminal_lang};

/// The picture's width and height in pixels: the shape of an A3 sheet.
const PICTURE: ScreenVec = ScreenVec {
    x: 1_680.0,
    y: 1_188.0,
};

/// What `mulin export` is told.
#[derive(Debug, ClapArgs)]
pub struct Args {
    /// The design's document
    design: PathBuf,
    /// The project's folder, with project.json
    #[arg(long)]
    project: PathBuf,
    /// The format
    #[arg(long)]
    to: Format,
    /// The file to write
    #[arg(short)]
    output: PathBuf,
    /// Scale of a printed sheet, as in 1:200; of formats that this version does not write
    #[arg(long)]
    scale: Option<f64>,
    /// Paper of a printed sheet; of formats that this version does not write
    #[arg(long)]
    paper: Option<String>,
}

/// The formats of the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// CAD; in a later version
    Dxf,
    /// For QGIS: a feature a thing
    Geojson,
    /// A picture of the plan
    Svg,
    /// The bill, for a spreadsheet
    Csv,
    /// A printed sheet; in a later version
    Pdf,
    /// A picture of points; in a later version
    Png,
}

/// Writes the design in the format.
pub fn run(args: &Args) -> Result<ExitCode, Stop> {
    let write = match args.to {
        Format::Geojson => geojson,
        Format::Svg => svg,
        Format::Csv => csv,
        later @ (Format::Dxf | Format::Pdf | Format::Png) => {
            let format = format!("{later:?}").to_ascii_lowercase();
            return Err(Stop(Message::new("cli-export-later").with("format", format)));
        }
    };
    if args.scale.is_some() || args.paper.is_some() {
        return Err(Stop(Message::new("cli-export-no-sheet")));
    }
    let project = project_in(&args.project)?;
    let (name, design) = design_in(&args.design, &project)?;
    std::fs::write(&args.output, write(&name, &design, &project))
        .map_err(|why| Stop::at("cli-unwritable", &args.output, &why))?;
    let done = Message::new("cli-exported").with("path", args.output.display().to_string());
    tell(&done);
    Ok(ExitCode::SUCCESS)
}

fn geojson(name: &DesignName, design: &Design, project: &Project) -> String {
    design_geojson::write([(name, design)], project)
}

fn csv(_: &DesignName, design: &Design, project: &Project) -> String {
    bill_csv::write(&bill(&Plan { project, design }), terminal_lang())
}

fn svg(_: &DesignName, design: &Design, project: &Project) -> String {
    let plan = EstatePlan::new(Arc::clone(&project.estate));
    thumbnail(&plan, design, &project.catalogue, PICTURE, Theme::LIGHT)
}
