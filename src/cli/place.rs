//! Where a project lies on the disk: its folder, or the folder as one file.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::formats::project_zip;

use super::Stop;

/// A project's folder. One that was a zip is unpacked beside the system's other passing files, and goes
/// away with this value.
pub struct ProjectPlace {
    folder: PathBuf,
    _unpacked: Option<TempDir>,
}

impl ProjectPlace {
    /// The folder at a path, unpacked where it is a file.
    pub fn open(path: &Path) -> Result<Self, Stop> {
        if !path.is_file() {
            return Ok(Self {
                folder: path.to_owned(),
                _unpacked: None,
            });
        }
        let unreadable = |why: std::io::Error| Stop::at("cli-project-unreadable", path, &why);
        let bytes = std::fs::read(path).map_err(unreadable)?;
        let files = project_zip::read(&bytes).map_err(|fault| Stop(fault.message()))?;
        let unpacked = tempfile::tempdir().map_err(unreadable)?;
        for (name, bytes) in files {
            let file = unpacked.path().join(name);
            if let Some(folder) = file.parent() {
                std::fs::create_dir_all(folder).map_err(unreadable)?;
            }
            std::fs::write(&file, bytes).map_err(unreadable)?;
        }
        Ok(Self {
            folder: unpacked.path().to_owned(),
            _unpacked: Some(unpacked),
        })
    }
    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}
