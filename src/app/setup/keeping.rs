//! The set-up is kept on the device as it goes, so that a closed tab costs nothing.

use crate::app::browser::page;
use crate::formats::project_folder;
use crate::setup::{Draft, files};
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
        }),
        Err(why) => Err(why.message()),
    })
}

/// Forgets it.
pub fn forget() {
    KEYS.iter().for_each(|key| page::forget(key));
}
