//! The files that keys lie in: a planner's own, and the project's.

use std::io::Write as _;
use std::path::Path;

use crate::cli::Stop;
use crate::project::ProjectFile;
use crate::submission::sealed::SecretKey;
use crate::text::Message;

/// Writes a secret key into a new file that its owner alone can read (mode 600, as temporary files are).
pub fn write_secret(file: &Path, key: &SecretKey) -> Result<(), Stop> {
    let folder = folder_of(file);
    let text = format!("{}\n{}\n", key.public(), key.text());
    tempfile::NamedTempFile::new_in(folder)
        .and_then(|mut new| {
            new.write_all(text.as_bytes())?;
            new.as_file().sync_all()?;
            new.persist_noclobber(file)?;
            Ok(())
        })
        .map_err(|why| Stop::at("keys-unwritable", file, &why))
}

/// Reads the secret key of a file: the line that is one.
pub fn read_secret(file: &Path) -> Result<SecretKey, Stop> {
    let text = std::fs::read_to_string(file).map_err(|why| Stop::at("keys-unreadable", file, &why))?;
    text.lines()
        .find_map(|line| line.parse().ok())
        .ok_or_else(|| Stop(Message::new("keys-no-secret").with("path", file.display().to_string())))
}

/// Reads `project.json` of a folder.
pub fn read_project(folder: &Path) -> Result<ProjectFile, Stop> {
    let file = folder.join("project.json");
    let bytes = std::fs::read(&file).map_err(|why| Stop::at("cli-project-unreadable", &file, &why))?;
    ProjectFile::read(&bytes).map_err(|why| Stop::at("cli-project-unreadable", &file, &why))
}

/// Writes it again, whole or not at all.
pub fn write_project(folder: &Path, project: &ProjectFile) -> Result<(), Stop> {
    let file = folder.join("project.json");
    let text =
        serde_json::to_string_pretty(project).map_err(|why| Stop::at("keys-unwritable", &file, &why))?;
    let permissions = std::fs::metadata(&file).map(|data| data.permissions());
    tempfile::NamedTempFile::new_in(folder)
        .and_then(|mut new| {
            writeln!(new, "{text}")?;
            new.as_file().sync_all()?;
            // What a web server could read it goes on reading.
            new.as_file().set_permissions(permissions?)?;
            new.persist(&file)?;
            Ok(())
        })
        .map_err(|why| Stop::at("keys-unwritable", &file, &why))
}

fn folder_of(file: &Path) -> &Path {
    file.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}
