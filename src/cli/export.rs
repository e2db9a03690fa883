//! `mulin export`: a design for other programs.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args as ClapArgs, ValueEnum};

use crate::design::Design;
use crate::design::stored::DesignName;
use crate::formats::sheet::{self, Paper, Scale, SheetOptions};
use crate::formats::{Problem, bill_csv, design_geojson};
use crate::geometry::ScreenVec;
use crate::project::Project;
use crate::rules::{Plan, bill};
use crate::scene::{EstatePlan, Theme, thumbnail};
use crate::text::Message;

use super::documents::{design_in, project_in};
use super::{Stop, tell, terminal_lang, warn};

/// The picture's width and height in pixels: the shape of an A3 sheet.
const PICTURE: ScreenVec = ScreenVec {
    x: 1_680.0,
    y: 1_188.0,
};

/// The letters of printed sheets, which a browser fetches when one is printed.
const FONT: &[u8] = include_bytes!("../../public/assets/fonts/NotoSansSC-GB2312.otf");

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
    /// Scale of a printed sheet: 200 is 1:200, which is the default
    #[arg(long)]
    scale: Option<f64>,
    /// Paper of a printed sheet: A4, A3 (the default), A2, A1 or A0
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
    /// A printed sheet at true scale, in tiles where it is larger than the paper
    Pdf,
    /// A picture of points; in a later version
    Png,
}

/// What is exported: the bytes, and what could not be shown in them.
type Exported = Result<(Vec<u8>, Vec<Problem>), Stop>;

/// Writes the design in the format.
pub fn run(args: &Args) -> Result<ExitCode, Stop> {
    let write = match args.to {
        Format::Geojson => geojson,
        Format::Svg => svg,
        Format::Csv => csv,
        Format::Pdf => pdf,
        later @ (Format::Dxf | Format::Png) => {
            let format = format!("{later:?}").to_ascii_lowercase();
            return Err(Stop(Message::new("cli-export-later").with("format", format)));
        }
    };
    if args.to != Format::Pdf && (args.scale.is_some() || args.paper.is_some()) {
        return Err(Stop(Message::new("cli-export-no-sheet")));
    }
    let options = sheet_options(args)?;
    let project = project_in(&args.project)?;
    let (name, design) = design_in(&args.design, &project)?;
    let (bytes, problems) = write(&name, &design, &project, options)?;
    for problem in problems {
        warn(&problem.sentence());
    }
    std::fs::write(&args.output, bytes).map_err(|why| Stop::at("cli-unwritable", &args.output, &why))?;
    let done = Message::new("cli-exported").with("path", args.output.display().to_string());
    tell(&done);
    Ok(ExitCode::SUCCESS)
}

/// The scale and paper that were asked for.
fn sheet_options(args: &Args) -> Result<SheetOptions, Stop> {
    let asked = args.scale.unwrap_or(200.0);
    let scale = Scale::one_to(asked).ok_or_else(|| {
        let message = Message::new("cli-export-scale").with("scale", asked.to_string());
        let (least, most) = Scale::RANGE;
        Stop(message.number("least", least, 0).number("most", most, 0))
    })?;
    let named = args.paper.as_deref().unwrap_or("A3");
    let paper =
        Paper::named(named).ok_or_else(|| Stop(Message::new("cli-export-paper").with("paper", named)))?;
    Ok(SheetOptions {
        scale,
        paper,
        lang: terminal_lang(),
    })
}

fn geojson(name: &DesignName, design: &Design, project: &Project, _: SheetOptions) -> Exported {
    Ok((
        design_geojson::write([(name, design)], project).into_bytes(),
        Vec::new(),
    ))
}

fn csv(_: &DesignName, design: &Design, project: &Project, options: SheetOptions) -> Exported {
    let table = bill_csv::write(&bill(&Plan { project, design }), options.lang);
    Ok((table.into_bytes(), Vec::new()))
}

fn svg(_: &DesignName, design: &Design, project: &Project, _: SheetOptions) -> Exported {
    let plan = EstatePlan::new(Arc::clone(&project.estate));
    let picture = thumbnail(&plan, design, &project.catalogue, PICTURE, Theme::LIGHT);
    Ok((picture.into_bytes(), Vec::new()))
}

fn pdf(name: &DesignName, design: &Design, project: &Project, options: SheetOptions) -> Exported {
    let printed =
        sheet::write(project, design, name, options, FONT).map_err(|fault| Stop(fault.message()))?;
    Ok((printed.bytes, printed.problems))
}
