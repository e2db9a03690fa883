//! The plan as a picture of points (PNG) of any size: the SVG of the display list, rasterised with a font that
//! is given, so that it looks the same on every machine.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use crate::design::Design;
use crate::geometry::{ScreenVec, View};
use crate::project::Project;
use crate::scene::{EstatePlan, SvgOptions, picture};
use crate::text::Message;

use super::project_picture::LaidPicture;

/// A page's longer side in the pixels in which lines and letters are measured.
const PAGE_PX: f64 = 1_680.0;
/// The longest side that is written, in points.
pub const MAX_SIDE: u32 = 12_000;
/// The most points that are written: while a picture is made, each takes eight bytes and more, and the page of a
/// browser has not more than a good gigabyte.
pub const MAX_POINTS: u64 = 72_000_000;

/// Why there is no picture.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum PictureFault {
    /// It is smaller or larger than any use, or has more points than memory.
    #[error("a picture of {0} by {1} points cannot be made; at most {MAX_SIDE} a side, {MAX_POINTS} in all")]
    Size(u32, u32),
    /// The drawing could not be rasterised.
    #[error("the picture could not be drawn: {0}")]
    Drawing(String),
}

impl PictureFault {
    /// The sentence for people.
    pub fn message(&self) -> Message {
        match self {
            Self::Size(width, height) => Message::new("picture-size")
                .with("width", width.to_string())
                .with("height", height.to_string())
                .with("most", MAX_SIDE as usize)
                .with("millions", (MAX_POINTS / 1_000_000) as usize),
            Self::Drawing(why) => Message::new("picture-drawing").with("why", why.as_str()),
        }
    }
}

/// The design on its estate as a PNG of a width and height in points, its letters from a font
/// (`public/assets/fonts/`). Lines and letters grow with the picture. `under` lies
/// beneath the plan.
pub fn write(
    project: &Project,
    design: &Design,
    (width, height): (u32, u32),
    font: &[u8],
    under: Option<&LaidPicture>,
) -> Result<Vec<u8>, PictureFault> {
    let fault = PictureFault::Size(width, height);
    let is_side = |side: u32| (16..=MAX_SIDE).contains(&side);
    if !is_side(width) || !is_side(height) || u64::from(width) * u64::from(height) > MAX_POINTS {
        return Err(fault);
    }
    let grown = f64::from(width.max(height)) / PAGE_PX;
    let size = ScreenVec::new(f64::from(width) / grown, f64::from(height) / grown);
    let plan = EstatePlan::over(Arc::clone(&project.estate), under.is_some());
    let options = SvgOptions {
        paper: true,
        title: &design.title,
        own_sizes: true,
        ..SvgOptions::default()
    };
    let under = |view: &View| under.map(|under| under.svg(view)).unwrap_or_default();
    let drawn = picture(&plan, design, &project.catalogue, size, options, &under);
    let mut fonts = fontdb::Database::new();
    fonts.load_font_data(font.to_vec());
    let options = Options {
        fontdb: Arc::new(fonts),
        font_family: "Noto Sans CJK SC".to_owned(),
        ..Options::default()
    };
    let tree = Tree::from_str(&drawn, &options).map_err(|why| PictureFault::Drawing(why.to_string()))?;
    let mut points = Pixmap::new(width, height).ok_or(fault)?;
    let grow = Transform::from_scale(grown as f32, grown as f32);
    resvg::render(&tree, grow, &mut points.as_mut());
    points
        .encode_png()
        .map_err(|why| PictureFault::Drawing(why.to_string()))
}
