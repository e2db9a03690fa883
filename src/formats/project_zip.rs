//! A project's folder as one file: written by the set-up, read by whoever runs Mulin on it.

use std::io::{Cursor, Read as _, Write as _};

use zip::read::ZipFile;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::text::Message;

use super::zip_ends;

/// More files than this in a folder are refused.
const MOST_FILES: usize = 1_000;
/// More bytes than this are not unpacked, whatever the file says of itself.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// Why a file is not a project's folder.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ZipFault {
    /// It is no zip, or cut off.
    #[error("it is not a whole zip file: {0}")]
    NotZip(String),
    /// It holds more files than what it is read as may have.
    #[error("it holds more than {0} files")]
    TooMany(usize),
    /// Unpacked it is larger than any project.
    #[error("unpacked it is larger than {} MB", MOST_BYTES / 1_048_576)]
    TooLarge,
    /// A name leads out of the folder.
    #[error("its file '{0}' would be written outside of the folder")]
    Outside(String),
}

impl ZipFault {
    /// The sentence for people.
    pub fn message(&self) -> Message {
        match self {
            Self::NotZip(why) => Message::new("zip-not-zip").with("why", why.as_str()),
            Self::TooMany(most) => Message::new("zip-too-many").with("most", *most),
            Self::TooLarge => Message::new("zip-too-large").with("most", MOST_BYTES as usize / 1_048_576),
            Self::Outside(name) => Message::new("zip-outside").with("name", name.as_str()),
        }
    }
}

/// Packs files into one. The same files give the same bytes: no clock is asked.
pub fn write(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>, ZipFault> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        out.start_file(name.as_str(), SimpleFileOptions::default())
            .map_err(not_zip)?;
        out.write_all(bytes)
            .map_err(|why| ZipFault::NotZip(why.to_string()))?;
    }
    Ok(out.finish().map_err(not_zip)?.into_inner())
}

/// Unpacks a folder: its files with their names, which lead nowhere but into it. A folder around all of
/// them, as many programs add one, is taken off.
pub fn read(bytes: &[u8]) -> Result<Vec<(String, Vec<u8>)>, ZipFault> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(ZipFault::TooLarge);
    }
    zip_ends::look(&mut Cursor::new(bytes), MOST_FILES)?;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(not_zip)?;
    if archive.len() > MOST_FILES {
        return Err(ZipFault::TooMany(MOST_FILES));
    }
    let mut files = Vec::new();
    let mut left = MOST_BYTES;
    for at in 0..archive.len() {
        let file = archive.by_index(at).map_err(not_zip)?;
        if file.is_dir() {
            continue;
        }
        let name = name_of(&file)?;
        let size = file.size();
        if size > left {
            return Err(ZipFault::TooLarge);
        }
        // Room for what it says and no more: growing as it comes takes up to three times as much for a moment.
        let mut unpacked = Vec::with_capacity(usize::try_from(size).map_err(|_| ZipFault::TooLarge)?);
        // A bomb says little of its size, so what comes out is counted.
        let taken = file.take(size + 1).read_to_end(&mut unpacked);
        taken.map_err(|why| ZipFault::NotZip(why.to_string()))?;
        if unpacked.len() as u64 > size {
            return Err(ZipFault::NotZip(format!("'{name}' is larger than it says")));
        }
        unpacked.shrink_to_fit();
        left -= unpacked.len() as u64;
        files.push((name, unpacked));
    }
    Ok(without_folder(files))
}

fn name_of<R: std::io::Read>(file: &ZipFile<'_, R>) -> Result<String, ZipFault> {
    let outside = || ZipFault::Outside(file.name().chars().take(80).collect());
    let path = file.enclosed_name().ok_or_else(outside)?;
    let parts: Option<Vec<&str>> = path.iter().map(|part| part.to_str()).collect();
    let parts = parts.ok_or_else(outside)?;
    if file.is_symlink() || parts.iter().any(|part| part.contains(['\\', ':', '\0'])) {
        return Err(outside());
    }
    Ok(parts.join("/"))
}

fn without_folder(files: Vec<(String, Vec<u8>)>) -> Vec<(String, Vec<u8>)> {
    let folder = files
        .first()
        .and_then(|(name, _)| name.split_once('/'))
        .map(|(folder, _)| format!("{folder}/"));
    let is_around = |folder: &String| files.iter().all(|(name, _)| name.starts_with(folder.as_str()));
    match folder.filter(is_around) {
        Some(folder) => files
            .into_iter()
            .map(|(name, bytes)| (name[folder.len()..].to_owned(), bytes))
            .collect(),
        None => files,
    }
}

fn not_zip(why: zip::result::ZipError) -> ZipFault {
    ZipFault::NotZip(why.to_string())
}
