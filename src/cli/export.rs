//! `mulin export`: a design for other programs.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args as ClapArgs, ValueEnum};

use crate::exchange::{SheetWish, To, write};
use crate::text::Message;

use super::documents::{design_in, picture_in, project_in};
use super::{Stop, tell, terminal_lang, warn};

/// The letters of printed sheets, which a browser fetches when one is printed.
pub(super) const FONT: &[u8] = include_bytes!("../../public/assets/fonts/NotoSansSC-GB2312.otf");

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
    /// Paper of a printed sheet or a picture: A4, A3 (the default), A2, A1 or A0
    #[arg(long)]
    paper: Option<String>,
    /// With png: how many points across and down, such as 1920x1080, instead of the paper's size
    #[arg(long, value_name = "WIDTHxHEIGHT")]
    points: Option<String>,
    /// With pdf: paper to work on instead of the design. The estate and pieces to cut out, with the project's
    /// address as a code
    #[arg(long, value_name = "ADDRESS")]
    cut_out: Option<String>,
    /// With dxf: the grid of its coordinates. `project` is the one in which the survey came, and the default where it is
    /// known; `sheet` the metres of the plan; `cgcs2000` and `utm` the strip in which the estate lies; or EPSG:4548
    #[arg(long)]
    grid: Option<String>,
    /// With pdf, png and svg: leave the picture underneath out
    #[arg(long)]
    no_picture: bool,
}

/// The formats of the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// CAD: layers, blocks and closed lines in metres
    Dxf,
    /// For QGIS: a feature a thing
    Geojson,
    /// A picture of the plan
    Svg,
    /// The bill, for a spreadsheet
    Csv,
    /// A printed sheet at true scale, in tiles where it is larger than the paper
    Pdf,
    /// A picture of points, as large as the paper at 150 points an inch or of the size that --points says
    Png,
}

/// Writes the design in the format.
pub fn run(args: &Args) -> Result<ExitCode, Stop> {
    let to = match args.to {
        Format::Geojson => To::Geojson,
        Format::Svg => To::Svg,
        Format::Csv => To::Csv,
        Format::Pdf => To::Pdf,
        Format::Dxf => To::Dxf,
        Format::Png => To::Png,
    };
    let wish = SheetWish {
        scale: args.scale,
        paper: args.paper.clone(),
        points: args.points.clone(),
        cut_out: args.cut_out.clone(),
        grid: args.grid.clone(),
        picture: None,
    };
    let project = project_in(&args.project)?;
    let wish = SheetWish {
        picture: match args.no_picture {
            true => None,
            false => picture_in(&args.project, &project)?,
        },
        ..wish
    };
    let (name, design) = design_in(&args.design, &project)?;
    let written = write(to, &project, &name, &design, terminal_lang(), &wish, FONT).map_err(Stop)?;
    for problem in written.problems {
        warn(&problem.sentence());
    }
    std::fs::write(&args.output, written.bytes)
        .map_err(|why| Stop::at("cli-unwritable", &args.output, &why))?;
    let done = Message::new("cli-exported").with("path", args.output.display().to_string());
    tell(&done);
    Ok(ExitCode::SUCCESS)
}
