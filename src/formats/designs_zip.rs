//! Many designs in one zip: a store's folder, or whatever a person packed. Read an entry at a time, so that a file of
//! a hundred thousand costs the memory of one.

use std::io::{Read, Seek};
use std::sync::Arc;

use zip::ZipArchive;

use crate::design::stored::{DesignName, MAX_BYTES};

use super::project_zip::ZipFault;
use super::zip_ends;

/// More entries than this are refused.
const MOST_ENTRIES: usize = 2_000_000;

/// One file of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its name, without folders.
    pub name: String,
    /// What it holds.
    pub content: Content,
}

/// What a file of it holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// The bytes of a file that lay in a store, whose name must be their hash.
    Stored(Vec<u8>),
    /// The bytes of a file that a person gave its name.
    Named(Vec<u8>),
    /// More than a design may have: the hash of its beginning, and how many bytes there are.
    TooLarge(DesignName, usize),
    /// It cannot be unpacked.
    Broken,
}

/// An opened zip of designs: it gives one file after another, or any of them. A clone reads at a place of its own where
/// its reader does, so that several cores share one zip; what is known of its entries is held once.
#[derive(Clone, Debug)]
pub struct Designs<R> {
    archive: ZipArchive<R>,
    entries: Arc<[usize]>,
    at: usize,
    is_store: bool,
}

impl<R: Read + Seek> Designs<R> {
    /// Opens it. What lies in a folder `designs` counts, as in a store; where there is none, every file whose name
    /// ends in `.json`.
    pub fn open(mut file: R) -> Result<Self, ZipFault> {
        zip_ends::look(&mut file, MOST_ENTRIES)?;
        let archive = ZipArchive::new(file).map_err(|why| ZipFault::NotZip(why.to_string()))?;
        if archive.len() > MOST_ENTRIES {
            return Err(ZipFault::TooMany(MOST_ENTRIES));
        }
        let names: Vec<String> = (0..archive.len())
            .map(|at| archive.name_for_index(at).unwrap_or_default().to_owned())
            .collect();
        let is_file = |name: &String| !name.ends_with(['/', '\\']) && !name.starts_with("__MACOSX/");
        let in_store = |name: &String| {
            let mut folders = name.rsplit(['/', '\\']);
            folders.next().is_some_and(|file| !file.contains('#')) && folders.next() == Some("designs")
        };
        let is_store = names.iter().any(|name| is_file(name) && in_store(name));
        let counts = |name: &String| match is_store {
            true => is_file(name) && in_store(name),
            false => is_file(name) && name.to_ascii_lowercase().ends_with(".json"),
        };
        let entries = names
            .iter()
            .enumerate()
            .filter(|(_, name)| counts(name))
            .map(|(at, _)| at)
            .collect();
        Ok(Self {
            archive,
            entries,
            at: 0,
            is_store,
        })
    }
    /// How many files there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
    /// The file at a place, counted from 0 in the order of the zip; none beyond the last.
    pub fn entry(&mut self, at: usize) -> Option<Entry> {
        let entry = *self.entries.get(at)?;
        let Ok(file) = self.archive.by_index(entry) else {
            let name = entry.to_string();
            return Some(Entry {
                name,
                content: Content::Broken,
            });
        };
        let name = file
            .name()
            .rsplit(['/', '\\'])
            .next()
            .unwrap_or_default()
            .to_owned();
        let said = usize::try_from(file.size()).unwrap_or(usize::MAX);
        let mut bytes = Vec::new();
        // What comes out is counted, whatever the entry says of itself.
        let content = match file.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes) {
            Err(_) => Content::Broken,
            Ok(_) if bytes.len() > MAX_BYTES => {
                Content::TooLarge(DesignName::of(&bytes), said.max(bytes.len()))
            }
            Ok(_) if self.is_store => Content::Stored(bytes),
            Ok(_) => Content::Named(bytes),
        };
        Some(Entry { name, content })
    }
}

impl<R: Read + Seek> Iterator for Designs<R> {
    type Item = Entry;
    fn next(&mut self) -> Option<Entry> {
        let entry = self.entry(self.at)?;
        self.at += 1;
        Some(entry)
    }
}
