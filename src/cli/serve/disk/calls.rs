//! The calls to the disk that durability is made of: few, so that a test can stand in for the disk and lose power.

use std::fmt::Debug;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

/// A disk. What a call has done is certain to survive a loss of power only as said here.
pub trait Calls: Debug + Send + Sync + 'static {
    /// Writes a file that must be new. Its bytes survive when this comes back well; its name does not yet.
    ///
    /// # Errors
    /// `AlreadyExists` where something has the name, and whatever the disk says.
    fn write_new(&self, file: &Path, parts: &[&[u8]]) -> io::Result<()>;
    /// Gives a file a second name that must be new.
    ///
    /// # Errors
    /// `AlreadyExists` where something has the name, and whatever the disk says.
    fn link(&self, file: &Path, name: &Path) -> io::Result<()>;
    /// Takes a name away.
    ///
    /// # Errors
    /// Whatever the disk says.
    fn remove(&self, name: &Path) -> io::Result<()>;
    /// All names that were in a folder when this began survive when it comes back well.
    ///
    /// # Errors
    /// Whatever the disk says.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
}

/// This machine's disk.
#[derive(Debug)]
pub struct Real;

impl Calls for Real {
    fn write_new(&self, file: &Path, parts: &[&[u8]]) -> io::Result<()> {
        let mut file = File::create_new(file)?;
        parts.iter().try_for_each(|part| file.write_all(part))?;
        file.sync_all()
    }
    fn link(&self, file: &Path, name: &Path) -> io::Result<()> {
        fs::hard_link(file, name)
    }
    fn remove(&self, name: &Path) -> io::Result<()> {
        fs::remove_file(name)
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        // Where a folder cannot be opened as a file (Windows) its names are durable without it.
        match std::env::consts::FAMILY {
            "unix" => File::open(folder)?.sync_all(),
            _ => Ok(()),
        }
    }
}
