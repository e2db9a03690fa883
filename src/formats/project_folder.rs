//! A project of the files of its folder.

use std::sync::Arc;

use crate::catalogue::{Catalogue, CatalogueChoice};
use crate::estate::Estate;
use crate::project::{Project, ProjectFault, ProjectFile, Underlay};
use crate::text::Message;

use super::{Problem, ReadFault, estate_geojson};

/// Why a project's folder cannot be used.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum FolderFault {
    /// `project.json` cannot be used.
    #[error(transparent)]
    Project(#[from] ProjectFault),
    /// The estate's file cannot be used.
    #[error("the estate of the project cannot be used: {0}")]
    Estate(#[from] ReadFault),
}

impl FolderFault {
    /// The sentence for people.
    pub fn message(&self) -> Message {
        match self {
            Self::Project(ProjectFault::NotAProject(why)) => {
                Message::new("project-not-a-project").with("why", why.as_str())
            }
            Self::Project(ProjectFault::Newer(version)) => {
                Message::new("project-newer").with("version", version.as_str())
            }
            Self::Estate(fault) => Message::new("project-estate-unusable").with("why", fault.message()),
        }
    }
}

/// A project of the bytes of `project.json` and of the estate that it names, with the built-in
/// catalogue, and what could not be taken of the estate.
pub fn read(project: &[u8], estate: &[u8]) -> Result<(Project, Vec<Problem>), FolderFault> {
    with_estate(ProjectFile::read(project)?, estate)
}

/// A project of its file as read and the bytes of the estate that it names.
pub fn with_estate(file: ProjectFile, estate: &[u8]) -> Result<(Project, Vec<Problem>), FolderFault> {
    let underlay = Underlay::of(&file.extra);
    let (estate, mut problems) = match estate_geojson::read(estate) {
        // Nothing is traced from the picture yet.
        Err(ReadFault::NothingKnown) if underlay.is_some() => (Estate::new(None, Vec::new()), Vec::new()),
        read => read?,
    };
    let (choice, unusable) = CatalogueChoice::read(&file.extra, Catalogue::built_in());
    problems.extend(choice.faults.iter().cloned().map(Problem::of_file));
    problems.extend(unusable.into_iter().map(|what| {
        let what: String = what.chars().take(60).collect();
        Problem::of_file(Message::new("problem-catalogue").with("what", what))
    }));
    if let Some(Err(fault)) = underlay {
        let what = fault.to_string();
        problems.push(Problem::of_file(
            Message::new("problem-underlay").with("what", what),
        ));
    }
    let project = Project {
        file,
        estate: Arc::new(estate),
        catalogue: Arc::new(Catalogue::built_in().chosen(&choice)),
    };
    Ok((project, problems))
}
