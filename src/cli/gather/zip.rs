//! The designs of a zip, unpacked and read on all cores.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;

use crate::cli::Stop;
use crate::formats::designs_zip::{Content, Designs, Entry};

use super::Takes;

/// Entries that a core takes at a time: neighbours lie together in the file.
const LOT: usize = 64;

/// A store's folder, or some designs, in one zip.
pub fn read<T: Takes>(file: &Path, empty: &(impl Fn() -> T + Sync)) -> Result<T, Stop> {
    let unreadable = |why: &dyn std::error::Error| Stop::at("cli-store-unreadable", file, &why.to_string());
    let opened = Window::open(file).map_err(|why| unreadable(&why))?;
    let designs = Designs::open(opened).map_err(|why| unreadable(&why))?;
    let begin = || (designs.clone(), empty());
    let one = |(mut designs, mut taken): (Designs<Window>, T), at: usize| {
        if let Some(entry) = designs.entry(at) {
            take(&mut taken, entry);
        }
        (designs, taken)
    };
    Ok((0..designs.len())
        .into_par_iter()
        .with_min_len(LOT)
        .fold(begin, one)
        .map(|(_, taken)| taken)
        .reduce(empty, T::joined))
}

fn take<T: Takes>(taken: &mut T, Entry { name, content }: Entry) {
    match content {
        Content::Stored(bytes) => taken.stored(&name, &bytes),
        Content::Named(bytes) => taken.opened(&name, &bytes),
        Content::TooLarge(hash, bytes) => taken.collection().add_too_large(&name, hash, bytes),
        Content::Broken => taken.collection().add_withheld(&name),
    }
}

/// A file that several cores read, each at a place of its own and a piece at a time. It is opened once, so that all
/// of them read the same file even when another takes its name meanwhile.
#[derive(Clone, Debug)]
struct Window {
    file: Arc<Mutex<File>>,
    length: u64,
    at: u64,
    piece: Vec<u8>,
    from: u64,
}

impl Window {
    /// Bytes that are read at once: some entries with their heads.
    const PIECE: usize = 64 * 1024;

    fn open(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        Ok(Self {
            length: file.metadata()?.len(),
            file: Arc::new(Mutex::new(file)),
            at: 0,
            piece: Vec::new(),
            from: 0,
        })
    }
    /// What is here of the piece that was read last.
    fn here(&self) -> Option<&[u8]> {
        let into = usize::try_from(self.at.checked_sub(self.from)?).ok()?;
        self.piece.get(into..).filter(|rest| !rest.is_empty())
    }
    fn fetch(&mut self) -> io::Result<()> {
        self.piece.clear();
        self.from = self.at;
        // A core that panicked while it read has left nothing half done: every reader seeks first.
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(self.at))?;
        file.by_ref()
            .take(Self::PIECE as u64)
            .read_to_end(&mut self.piece)?;
        Ok(())
    }
}

impl Read for Window {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.here().is_none() {
            self.fetch()?;
        }
        let count = match self.here() {
            None => 0,
            Some(rest) => {
                let count = rest.len().min(into.len());
                into[..count].copy_from_slice(&rest[..count]);
                count
            }
        };
        self.at += count as u64;
        Ok(count)
    }
}

impl Seek for Window {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.length.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = at.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}
