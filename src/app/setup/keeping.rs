//! The set-up is kept on the device as it goes, so that a closed tab costs nothing.

use std::sync::Arc;

use super::reading::Read;
use crate::app::browser::exchanger::BothSaid;
use crate::app::browser::{kept_picture, page};
use crate::formats::project_folder;
use crate::project::Underlay;
use crate::setup::{Draft, Picture, files};
use crate::text::Message;

/// Where the two files of the folder are kept.
const KEYS: [&str; 2] = ["mulin.setup.project", "mulin.setup.estate"];

/// Keeps a draft; the sentence when the device does not.
pub fn keep(draft: &Draft) -> Result<(), Message> {
    for ((_, bytes), key) in files(draft).into_iter().zip(KEYS) {
        if !page::keep_whole(key, &String::from_utf8_lossy(&bytes)) {
            return Err(Message::new("store-full"));
        }
    }
    Ok(())
}

/// The draft that was kept; none where there is none, a sentence where it cannot be read any more.
pub fn kept() -> Option<Result<Draft, Message>> {
    let [file, estate] = KEYS.map(page::kept);
    let read = project_folder::read(file?.as_bytes(), estate?.as_bytes());
    Some(match read {
        Ok((project, _)) => Ok(Draft {
            estate: project.estate,
            file: project.file,
            picture: None,
        }),
        Err(why) => Err(why.message()),
    })
}

/// What was kept, with its picture, which lies elsewhere and takes a moment; a picture that the device has lost
/// is said.
pub async fn with_picture(draft: Draft) -> Read {
    let underlay = Underlay::of(&draft.file.extra).and_then(Result::ok);
    let mut read = Read {
        draft,
        problems: Vec::new(),
        source: None,
    };
    if let Some(underlay) = underlay {
        match kept_picture::kept().await {
            Some(bytes) => {
                let bytes = Arc::new(bytes);
                read.draft.picture = Some(Picture { underlay, bytes });
            }
            None => read.problems.push(BothSaid::of(&Message::new("picture-lost"))),
        }
    }
    read
}

/// Keeps the picture; whether the device did.
pub async fn keep_picture(bytes: &[u8]) -> bool {
    kept_picture::keep(bytes).await
}

/// Forgets it.
pub fn forget() {
    KEYS.iter().for_each(|key| page::forget(key));
}
