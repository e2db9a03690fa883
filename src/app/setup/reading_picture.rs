//! A picture, or the first page of a PDF, becomes what lies under a draft.

use std::sync::Arc;

use serde_json::Value;

use super::reading::Read;
use crate::app::browser::exchanger::{self, BothSaid, Course, Fault, Program};
use crate::app::browser::underlay::{self, Prepared};
use crate::app::browser::{fetch, page};
use crate::estate::Estate;
use crate::formats::{pdf_page, project_picture};
use crate::setup::{Change, Draft, PictureChange};
use crate::text::{Lang, Message};

/// The ends of the names of pictures, for the browser's dialog.
pub const PICTURES: &str = ".jpg,.jpeg,.png,.webp,.pdf,image/jpeg,image/png,image/webp,application/pdf";
/// What a picture is called in the project's folder.
const PICTURE_FILE: &str = "underlay.jpg";

/// A picture that was read.
pub struct ReadPicture {
    /// Lays it under the plan.
    pub change: PictureChange,
    /// What is to be said of the page of a PDF.
    pub page: Vec<BothSaid>,
    pixels: [u32; 2],
    was: [u32; 2],
}

impl ReadPicture {
    /// That it lies there, and that it was made smaller where it was.
    pub fn said(&self) -> Message {
        let key = if self.was == self.pixels {
            "picture-laid"
        } else {
            "picture-laid-smaller"
        };
        let with = |message: Message, names: [&'static str; 2], sides: [u32; 2]| {
            names
                .into_iter()
                .zip(sides)
                .fold(message, |message, (name, side)| message.with(name, side as usize))
        };
        let now = with(Message::new(key), ["width", "height"], self.pixels);
        with(now, ["waswidth", "washeight"], self.was)
    }
}

/// Whether a file is a picture, or meant to be one, by its name.
pub fn is_picture(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    [".jpg", ".jpeg", ".png", ".webp", ".pdf"]
        .iter()
        .any(|ending| name.ends_with(ending))
}

/// Reads a picture, or has the first page of a PDF drawn; nothing where a hand ended that.
pub async fn picture(bytes: &[u8], lang: Lang, course: Course) -> Result<Option<ReadPicture>, Message> {
    if !pdf_page::is_pdf(bytes) {
        return laid(bytes, Vec::new()).await.map(Some);
    }
    let font = page::resolved(fetch::FONT).unwrap_or_default();
    let letters = async move { fetch::bytes(&font).await };
    let Some(letters) = course.unless_stopped(letters).await else {
        return Ok(None);
    };
    // Without our letters the page is drawn with what it has, and says what is lacking.
    let font = letters.unwrap_or_default();
    match exchanger::ask_on(Program::PdfPage, &Value::Null, &[bytes, &font], Some(course)).await {
        Ok(drawn) => laid(&drawn.bytes, drawn.problems).await.map(Some),
        Err(Fault::Stopped) => Ok(None),
        Err(fault) => Err(fault.message(lang)),
    }
}

/// Makes a picture fit to lie underneath: how large it is stands in its head, so that one too large is never decoded.
async fn laid(bytes: &[u8], page: Vec<BothSaid>) -> Result<ReadPicture, Message> {
    project_picture::head(bytes)?;
    let Prepared { bytes, pixels, was } = underlay::prepared(bytes)
        .await
        .ok_or_else(|| Message::new("picture-unreadable"))?;
    Ok(ReadPicture {
        change: PictureChange::Lay {
            file: PICTURE_FILE.to_owned(),
            pixels,
            bytes: Arc::new(bytes),
        },
        page,
        pixels,
        was,
    })
}

/// A picture alone is the beginning of a map: nothing is on it but what is traced. Nothing where a hand ended it.
pub async fn begun_from_picture(
    name: &str,
    bytes: &[u8],
    lang: Lang,
    course: Course,
) -> Result<Option<Read>, Message> {
    let Some(read) = picture(bytes, lang, course).await? else {
        return Ok(None);
    };
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let blank = Draft::of_map(stem, Estate::new(None, Vec::new()));
    let draft = blank
        .apply(&Change::Picture(read.change))
        .map_err(|why| why.message())?;
    Ok(Some(Read {
        page: read.page,
        ..Read::of(draft)
    }))
}
