//! A design in the format of another program.

use std::sync::Arc;

use crate::design::Design;
use crate::design::stored::DesignName;
use crate::formats::placed_grid::PlacedGrid;
use crate::formats::project_picture::LaidPicture;
use crate::formats::sheet::{self, Paper, Scale, SheetOptions};
use crate::formats::{Problem, bill_csv, design_dxf, design_geojson, picture_png};
use crate::geometry::{ScreenVec, View};
use crate::project::Project;
use crate::rules::{Plan, bill};
use crate::scene::{EstatePlan, SvgOptions, picture as picture_svg};
use crate::text::{Lang, Message};

use super::To;

/// A picture's width and height in pixels: the shape of an A3 sheet.
const PICTURE: ScreenVec = ScreenVec {
    x: 1_680.0,
    y: 1_188.0,
};
/// Points of a picture a millimetre of the paper: 150 an inch.
const POINTS_A_MM: f64 = 150.0 / 25.4;
/// Scale and paper of a sheet for which none is asked.
const USUAL_SCALE: f64 = 200.0;
const USUAL_PAPER: &str = "A3";

/// How a sheet is wished, in the words of the command line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetWish {
    /// 200 for 1:200.
    pub scale: Option<f64>,
    /// A4 to A0.
    pub paper: Option<String>,
    /// Of a picture of points: how many across and down, `1920x1080`; as large as the paper where nothing is said.
    pub points: Option<String>,
    /// Paper to work on instead of the design: the estate, and pieces to cut out, with this address of the project
    /// as a code.
    pub cut_out: Option<String>,
    /// Of a drawing for CAD: the grid of its coordinates, as [`PlacedGrid::asked`] has it; the project's own where
    /// nothing is said.
    pub grid: Option<String>,
    /// The bytes of the picture underneath, where it is to be seen: of a printed sheet and of pictures. Others cannot
    /// show it.
    pub picture: Option<Vec<u8>>,
}

/// A file, and what could not be shown in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What is not as it should be.
    pub problems: Vec<Problem>,
}

/// Writes a design. `font` is the letters of a sheet, asked for by sheets and pictures alone; a fault is the sentence.
pub fn write(
    to: To,
    project: &Project,
    name: &DesignName,
    design: &Design,
    lang: Lang,
    wish: &SheetWish,
    font: &[u8],
) -> Result<Written, Message> {
    if (wish.scale.is_some() || wish.cut_out.is_some()) && !to.is_sheet()
        || wish.paper.is_some() && !to.has_paper()
    {
        return Err(Message::new("cli-export-no-sheet"));
    }
    if wish.grid.is_some() && to != To::Dxf {
        return Err(Message::new("cli-export-no-grid"));
    }
    let mut without = Vec::new();
    let shows = matches!(to, To::Svg | To::Png | To::Pdf);
    let picture = wish.picture.clone().filter(|_| shows);
    let under = match picture.map(|bytes| LaidPicture::of(project, bytes)).transpose() {
        Ok(under) => under.flatten(),
        Err(why) => {
            without.push(Problem::of_file(
                Message::new("export-without-picture").with("why", why),
            ));
            None
        }
    };
    let plain = |bytes: Vec<u8>| Written {
        bytes,
        problems: Vec::new(),
    };
    let text = |text: String| plain(text.into_bytes());
    let mut written = match to {
        To::Geojson => text(design_geojson::write([(name, design)], project)),
        To::Csv => text(bill_csv::write(&bill(&Plan { project, design }), lang)),
        To::Svg => {
            let plan = EstatePlan::over(Arc::clone(&project.estate), under.is_some());
            let options = SvgOptions {
                paper: true,
                title: &design.title,
                ..SvgOptions::default()
            };
            let below = |view: &View| under.as_ref().map(|under| under.svg(view)).unwrap_or_default();
            text(picture_svg(
                &plan,
                design,
                &project.catalogue,
                PICTURE,
                options,
                &below,
            ))
        }
        To::Dxf => {
            let grid = PlacedGrid::asked(wish.grid.as_deref(), &project.estate)?;
            if let Some(grid) = grid
                .as_ref()
                .filter(|grid| !grid.reaches(design_dxf::bounds_of(project, design)))
            {
                return Err(Message::new("export-grid-far").with("grid", grid.called()));
            }
            Written {
                bytes: design_dxf::write_on(project, design, name, lang, grid.as_ref()),
                problems: vec![Problem::of_file(design_dxf::coordinates(grid.as_ref()))],
            }
        }
        To::Png => {
            let size = points(wish, lang)?;
            let picture = picture_png::write(project, design, size, font, under.as_ref());
            plain(picture.map_err(|fault| fault.message())?)
        }
        To::Pdf => {
            let options = sheet_options(wish, lang)?;
            let printed = match &wish.cut_out {
                Some(address) => sheet::kit(project, options, address, font, under),
                None => sheet::write(project, design, name, options, font, under),
            };
            let printed = printed.map_err(|fault| fault.message())?;
            Written {
                bytes: printed.bytes,
                problems: printed.problems,
            }
        }
    };
    written.problems.extend(without);
    Ok(written)
}

/// How many points a picture has across and down.
fn points(wish: &SheetWish, lang: Lang) -> Result<(u32, u32), Message> {
    let Some(said) = &wish.points else {
        let (width, height) = sheet_options(wish, lang)?.paper.laid(true);
        return Ok(((width * POINTS_A_MM) as u32, (height * POINTS_A_MM) as u32));
    };
    let two = said.split_once(['x', 'X', '×', '*']);
    let side = |text: &str| text.trim().parse::<u32>().ok();
    two.and_then(|(width, height)| Some((side(width)?, side(height)?)))
        .ok_or_else(|| {
            let said = said.chars().take(40).collect::<String>();
            Message::new("export-points").with("points", said)
        })
}

fn sheet_options(wish: &SheetWish, lang: Lang) -> Result<SheetOptions, Message> {
    let asked = wish.scale.unwrap_or(USUAL_SCALE);
    let scale = Scale::one_to(asked).ok_or_else(|| {
        let (least, most) = Scale::RANGE;
        let message = Message::new("cli-export-scale").with("scale", asked.to_string());
        message.number("least", least, 0).number("most", most, 0)
    })?;
    let named = wish.paper.as_deref().unwrap_or(USUAL_PAPER);
    let paper = Paper::named(named).ok_or_else(|| Message::new("cli-export-paper").with("paper", named))?;
    Ok(SheetOptions { scale, paper, lang })
}
