//! Reads the documents that commands are given: a project's folder, a design, a store's designs.

use std::path::{Path, PathBuf};

use crate::design::Design;
use crate::design::stored::{self, DesignName, ReadFault};
use crate::formats::project_folder::{self, FolderFault};
use crate::project::{Project, ProjectFile};
use crate::text::Message;

use super::place::ProjectPlace;
use super::{Stop, warn};

/// The project of a folder, or of one that is a zip. What could not be taken of its estate was said when it was imported.
pub fn project_in(path: &Path) -> Result<Project, Stop> {
    let place = ProjectPlace::open(path)?;
    let folder = place.folder();
    let read = |name: &str| {
        let file = folder.join(name);
        std::fs::read(&file).map_err(|why| Stop::at("cli-project-unreadable", &file, &why))
    };
    let file =
        ProjectFile::read(&read("project.json")?).map_err(|why| Stop(FolderFault::from(why).message()))?;
    let estate = read(&file.estate)?;
    let (project, _) = project_folder::with_estate(file, &estate).map_err(|fault| Stop(fault.message()))?;
    Ok(project)
}

/// The bytes of the picture that lies under a project's plan; none where it has none, or where its file is not there.
pub fn picture_in(path: &Path, project: &Project) -> Result<Option<Vec<u8>>, Stop> {
    let Some(underlay) = project.underlay() else {
        return Ok(None);
    };
    let place = ProjectPlace::open(path)?;
    Ok(std::fs::read(place.folder().join(&underlay.file)).ok())
}

/// The design of a file, with its name. What had to be mended in it goes to stderr, and so does
/// that it was drawn for another project.
pub fn design_in(file: &Path, project: &Project) -> Result<(DesignName, Design), Stop> {
    let unusable = |fault: ReadFault| {
        let path = file.display().to_string();
        let message = Message::new("cli-design-unusable").with("path", path);
        Stop(message.with("why", fault.message()))
    };
    let bytes = bytes_of(file)?.map_err(unusable)?;
    let (design, repairs) = stored::read(&bytes).map_err(unusable)?;
    for repair in repairs {
        warn(&repair.message());
    }
    warn_of_other(&design, project);
    Ok((DesignName::of(&bytes), design))
}

/// Says on stderr that a design was drawn for another project, where it was.
pub fn warn_of_other(design: &Design, project: &Project) {
    if design.project != project.file.id {
        let message = Message::new("cli-design-of-other-project")
            .with("drawn", design.project.as_str())
            .with("project", project.file.id.as_str());
        warn(&message);
    }
}

/// The file's bytes; one that is larger than any design is not read at all.
fn bytes_of(file: &Path) -> Result<Result<Vec<u8>, ReadFault>, Stop> {
    let unreadable = |why: std::io::Error| Stop::at("cli-design-unreadable", file, &why);
    let length = std::fs::metadata(file).map_err(unreadable)?.len();
    match usize::try_from(length) {
        Ok(bytes) if bytes <= stored::MAX_BYTES => std::fs::read(file).map(Ok).map_err(unreadable),
        other => Ok(Err(ReadFault::TooLarge {
            bytes: other.unwrap_or(usize::MAX),
            most: stored::MAX_BYTES,
        })),
    }
}

/// The files among a store's designs, in the order of their names.
pub fn files_in(store: &Path) -> Result<Vec<PathBuf>, Stop> {
    files_of(&store.join("designs"))
}

fn files_of(folder: &Path) -> Result<Vec<PathBuf>, Stop> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect())
        .map_err(|why| Stop::at("cli-store-unreadable", folder, &why))?;
    // All lie in one folder: their texts compare as their names do, and a path is not taken apart each time.
    files.sort_unstable_by(|a, b| a.as_os_str().cmp(b.as_os_str()));
    Ok(files)
}

/// The designs of a folder, or of a store's, in the order of their names: its files that end in
/// `.json`.
pub fn designs_in(folder: &Path) -> Result<Vec<PathBuf>, Stop> {
    let files = match folder.join("designs").is_dir() {
        true => files_in(folder)?,
        false => files_of(folder)?,
    };
    let is_document = |file: &PathBuf| file.extension().is_some_and(|ending| ending == "json");
    Ok(files.into_iter().filter(is_document).collect())
}
