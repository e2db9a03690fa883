//! Bytes that the browser holds: read where they lie, a window at a time. The program's own memory never gives back what it
//! once took, so that a zip of hundreds of megabytes does not come into it.

use std::io::{self, Read, Seek, SeekFrom};

use js_sys::Uint8Array;

/// So many bytes are copied at once: a read across the border costs as much as a hundred bytes.
const WINDOW: u64 = 128 * 1024;

/// Bytes with a place to read at.
pub struct Held {
    bytes: Uint8Array,
    at: u64,
    /// What was copied last, and from where.
    window: Vec<u8>,
    from: u64,
}

impl Held {
    /// Holds them.
    pub fn new(bytes: Uint8Array) -> Self {
        Self {
            bytes,
            at: 0,
            window: Vec::new(),
            from: 0,
        }
    }
    /// All of them, as the program's own.
    pub fn to_vec(&self) -> Vec<u8> {
        self.bytes.to_vec()
    }
    fn len(&self) -> u64 {
        u64::from(self.bytes.length())
    }
    /// What of the window lies at the place and after it.
    fn within(&self) -> &[u8] {
        let inside = self.at.checked_sub(self.from);
        let inside = inside.and_then(|inside| self.window.get(usize::try_from(inside).ok()?..));
        inside.unwrap_or_default()
    }
}

impl Read for Held {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        if self.within().is_empty() {
            let from = self.at.min(self.len());
            let end = (from + WINDOW).min(self.len());
            // A typed array is shorter than four billion bytes.
            self.window = self.bytes.subarray(from as u32, end as u32).to_vec();
            self.from = from;
        }
        let within = self.within();
        let count = within.len().min(to.len());
        to[..count].copy_from_slice(&within[..count]);
        self.at += count as u64;
        Ok(count)
    }
}

impl Seek for Held {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.len().checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = at.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}
