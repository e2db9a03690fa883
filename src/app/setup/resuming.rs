//! What was kept of a set-up is gone on with.

use std::sync::Arc;

use super::keeping::{ELSEWHERE, KEYS};
use super::reading::Read;
use crate::app::browser::exchanger::BothSaid;
use crate::app::browser::kept_setup::{self, Part};
use crate::app::browser::page;
use crate::formats::project_folder::{self, FolderFault};
use crate::project::{ByLanguage, ProjectFile, Underlay};
use crate::setup::{Draft, Picture};
use crate::text::Message;

/// A set-up that was kept.
#[derive(Clone, Debug)]
pub enum Kept {
    /// All but its picture is at hand.
    Whole(Draft),
    /// Its map is large, lies in the database, and is read when it is wanted.
    Apart(ProjectFile),
}

impl Kept {
    /// What the estate is called.
    pub fn title(&self) -> &ByLanguage {
        match self {
            Self::Whole(draft) => &draft.file.title,
            Self::Apart(file) => &file.title,
        }
    }
}

/// What was kept; none where there is nothing, a sentence where it cannot be read any more.
pub fn kept() -> Option<Result<Kept, Message>> {
    let [file, estate] = KEYS.map(page::kept);
    let (file, estate) = (file?, estate?);
    if estate == ELSEWHERE {
        let read = ProjectFile::read(file.as_bytes());
        return Some(
            read.map(Kept::Apart)
                .map_err(|why| FolderFault::from(why).message()),
        );
    }
    Some(match project_folder::read(file.as_bytes(), estate.as_bytes()) {
        Ok((project, _)) => Ok(Kept::Whole(Draft {
            estate: project.estate,
            file: project.file,
            picture: None,
        })),
        Err(why) => Err(why.message()),
    })
}

/// All of what was kept; the sentence where the device has lost the map. A picture that it has lost is said.
pub async fn resumed(kept: Kept) -> Result<Read, Message> {
    let draft = match kept {
        Kept::Whole(draft) => draft,
        Kept::Apart(file) => {
            let estate = kept_setup::kept(Part::Estate).await;
            let estate = estate.ok_or_else(|| Message::new("setup-map-lost"))?;
            let (project, _) = project_folder::with_estate(file, &estate).map_err(|why| why.message())?;
            Draft {
                estate: project.estate,
                file: project.file,
                picture: None,
            }
        }
    };
    let underlay = Underlay::of(&draft.file.extra).and_then(Result::ok);
    let mut read = Read {
        is_kept: true,
        ..Read::of(draft)
    };
    if let Some(underlay) = underlay {
        match kept_setup::kept(Part::Picture).await {
            Some(bytes) => {
                let bytes = Arc::new(bytes);
                read.draft.picture = Some(Picture { underlay, bytes });
            }
            None => read.problems.push(BothSaid::of(&Message::new("picture-lost"))),
        }
    }
    Ok(read)
}

/// Forgets it.
pub fn forget() {
    KEYS.iter().for_each(|key| page::forget(key));
}
