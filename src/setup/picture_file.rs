//! A picture's file laid under an estate as it is: what is read of it says how it is seen.

use std::sync::Arc;

use crate::formats::project_picture::{self, PictureKind};
use crate::geometry::WorldPt;
use crate::text::Message;

use super::{Draft, PictureChange};

impl Draft {
    /// The draft with a picture's file, as it is, underneath. Two places of it, where they are known, say where it lies: each
    /// in pixels across and down from its upper left corner, and in metres of the sheet.
    ///
    /// # Errors
    /// The sentence why it cannot lie there.
    pub fn over_picture(&self, bytes: Vec<u8>, places: &[[[f64; 2]; 2]]) -> Result<Self, Message> {
        let head = project_picture::head(&bytes)?;
        let file = match head.kind {
            PictureKind::Jpeg => "underlay.jpg",
            PictureKind::Png => "underlay.png",
            PictureKind::Webp => "underlay.webp",
        };
        let lay = PictureChange::Lay {
            file: file.to_owned(),
            pixels: head.pixels_seen(&bytes),
            bytes: Arc::new(bytes),
        };
        let laid = self.with_picture_changed(&lay).map_err(|why| why.message())?;
        let now = laid.picture.as_ref().map(|picture| picture.underlay.clone());
        let (Some(now), [first, second]) = (now, places) else {
            return match places {
                [] => Ok(laid),
                _ => Err(Message::new("picture-two-places").with("n", places.len())),
            };
        };
        let pair = |[[across, down], [x, y]]: [[f64; 2]; 2]| [now.place_of(across, down), WorldPt::new(x, y)];
        let points = PictureChange::Points {
            first: pair(*first),
            second: pair(*second),
        };
        laid.with_picture_changed(&points).map_err(|why| why.message())
    }
}
