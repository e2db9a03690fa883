//! A design in the format of another program.

use std::sync::Arc;

use crate::design::Design;
use crate::design::stored::DesignName;
use crate::formats::sheet::{self, Paper, Scale, SheetOptions};
use crate::formats::{Problem, bill_csv, design_dxf, design_geojson, picture_png};
use crate::geometry::ScreenVec;
use crate::project::Project;
use crate::rules::{Plan, bill};
use crate::scene::{EstatePlan, Theme, thumbnail};
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
    /// Paper to work on instead of the design: the estate, and pieces to cut out, with this address of the project
    /// as a code.
    pub cut_out: Option<String>,
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
    let plain = |bytes: Vec<u8>| Written {
        bytes,
        problems: Vec::new(),
    };
    let text = |text: String| plain(text.into_bytes());
    Ok(match to {
        To::Geojson => text(design_geojson::write([(name, design)], project)),
        To::Csv => text(bill_csv::write(&bill(&Plan { project, design }), lang)),
        To::Svg => {
            let plan = EstatePlan::new(Arc::clone(&project.estate));
            text(thumbnail(
                &plan,
                design,
                &project.catalogue,
                PICTURE,
                Theme::LIGHT,
            ))
        }
        To::Dxf => plain(design_dxf::write(project, design, name, lang)),
        To::Png => {
            let (width, height) = sheet_options(wish, lang)?.paper.laid(true);
            let size = ((width * POINTS_A_MM) as u32, (height * POINTS_A_MM) as u32);
            let picture = picture_png::write(project, design, size, font);
            plain(picture.map_err(|fault| fault.message())?)
        }
        To::Pdf => {
            let options = sheet_options(wish, lang)?;
            let printed = match &wish.cut_out {
                Some(address) => sheet::kit(project, options, address, font),
                None => sheet::write(project, design, name, options, font),
            };
            let printed = printed.map_err(|fault| fault.message())?;
            Written {
                bytes: printed.bytes,
                problems: printed.problems,
            }
        }
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
