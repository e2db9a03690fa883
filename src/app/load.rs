//! The project that a page works on: found, fetched, read.

use std::sync::Arc;

use super::address::Address;
use super::browser::fetch::{self, FetchFault};
use super::browser::page;
use crate::formats::project_folder;
use crate::project::{Project, ProjectFault, ProjectFile, Underlay};
use crate::text::Message;

/// Where the demo estate lies beside the program, for hosts that are no endpoint.
const DEMO: &str = "./beimen/";

/// A project that was loaded.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The project.
    pub project: Arc<Project>,
    /// The folder that it came from, whole, with a slash at its end.
    pub folder: String,
    /// How many things of the estate could not be read.
    pub left_out: usize,
    /// The files that it was read from, for a worker to read them too.
    pub sources: Arc<Sources>,
}

impl Loaded {
    /// The picture underneath and its address; none where the project has none.
    pub fn underlay(&self) -> Option<(String, Underlay)> {
        let underlay = self.project.underlay()?;
        Some((page::resolved_in(&underlay.file, &self.folder)?, underlay))
    }
}

/// The files of a project as they came.
#[derive(Clone, Debug)]
pub struct Sources {
    /// `project.json`.
    pub file: Vec<u8>,
    /// The estate's file.
    pub estate: Vec<u8>,
    /// The folder that they came from, whole, with a slash at its end.
    pub folder: String,
}

/// The project that the address asks for: a folder of its own, else the endpoint's, else the demo
/// beside the program.
pub async fn project(address: &Address) -> Result<Loaded, Message> {
    match &address.project {
        Some(folder) => from_folder(folder).await.map_err(|(message, _)| message),
        None => match from_folder("./").await {
            // A static host has no project at its root, and may answer with a page of its own.
            Err((message, true)) => from_folder(DEMO).await.map_err(|_| message),
            other => other.map_err(|(message, _)| message),
        },
    }
}

/// The project of a folder; the fault with whether it is that no project lies there.
async fn from_folder(folder: &str) -> Result<Loaded, (Message, bool)> {
    let whole = |name: &str| {
        page::resolved(folder)
            .and_then(|folder| page::resolved_in(name, &folder))
            .ok_or_else(|| (Message::new("fetch-bad-address").with("url", folder), false))
    };
    let fetched = async |url: String| {
        let absent = |fault: &FetchFault| matches!(fault, FetchFault::NotThere | FetchFault::APage);
        fetch::bytes(&url)
            .await
            .map_err(|fault| (fault.message(&url), absent(&fault)))
    };
    let said = |fault: project_folder::FolderFault| (fault.message(), false);
    let bytes = fetched(whole("project.json")?).await?;
    let file = ProjectFile::read(&bytes).map_err(|fault: ProjectFault| said(fault.into()))?;
    let estate = fetched(whole(&file.estate)?)
        .await
        .map_err(|(message, _)| (message, false))?;
    let (project, problems) = project_folder::with_estate(file, &estate).map_err(said)?;
    let folder = whole("./")?;
    Ok(Loaded {
        project: Arc::new(project),
        folder: folder.clone(),
        left_out: problems.len(),
        sources: Arc::new(Sources {
            file: bytes,
            estate,
            folder,
        }),
    })
}

/// Where designs of a project are sent to and read from, with a slash at its end: the endpoint that
/// `project.json` names, taken from its folder, else the page's own.
pub fn endpoint(loaded: &Loaded) -> String {
    let named = loaded
        .project
        .file
        .extra
        .get("endpoint")
        .and_then(|value| value.as_str());
    let whole = named.and_then(|address| page::resolved_in(address, &loaded.folder));
    let whole = whole.or_else(|| page::resolved("./")).unwrap_or_default();
    if whole.ends_with('/') { whole } else { whole + "/" }
}
