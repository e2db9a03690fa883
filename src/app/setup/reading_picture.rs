//! A picture becomes what lies under a draft.

use std::sync::Arc;

use super::reading::Read;
use crate::app::browser::underlay::{self, Prepared};
use crate::estate::Estate;
use crate::formats::project_picture;
use crate::setup::{Change, Draft, PictureChange};
use crate::text::Message;

/// The ends of the names of pictures, for the browser's dialog.
pub const PICTURES: &str = ".jpg,.jpeg,.png,.webp,image/jpeg,image/png,image/webp";
/// What a picture is called in the project's folder.
const PICTURE_FILE: &str = "underlay.jpg";

/// A picture that was read.
pub struct ReadPicture {
    /// Lays it under the plan.
    pub change: PictureChange,
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
    [".jpg", ".jpeg", ".png", ".webp"]
        .iter()
        .any(|ending| name.ends_with(ending))
}

/// Reads a picture: how large it is stands in its head, so that one too large is never decoded.
pub async fn picture(bytes: &[u8]) -> Result<ReadPicture, Message> {
    if bytes.starts_with(b"%PDF") {
        return Err(Message::new("picture-is-pdf"));
    }
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
        pixels,
        was,
    })
}

/// A picture alone is the beginning of a map: nothing is on it but what is traced.
pub async fn begun_from_picture(name: &str, bytes: &[u8]) -> Result<Read, Message> {
    let read = picture(bytes).await?;
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let blank = Draft::of_map(stem, Estate::new(None, Vec::new()));
    let draft = blank
        .apply(&Change::Picture(read.change))
        .map_err(|why| why.message())?;
    Ok(Read::of(draft))
}
