//! What stands before every opening of a zip: a look at how it ends, which costs one pass over its bytes.
//!
//! A zip is read from its end. The crate makes room for as many files as an end says, reads their whole list, and where
//! that fails looks for another end before it: a file of nothing but ends would keep it busy for hours, and one that
//! claims more files than it has room for would take all memory.

use std::io::{Read, Seek, SeekFrom};

use memchr::memmem;

use super::project_zip::ZipFault;

/// How the record begins that ends a zip.
const END: &[u8] = b"PK\x05\x06";
/// How the record begins that ends a zip of more or larger files, before the other one.
const LARGE_END: &[u8] = b"PK\x06\x06";
/// The bytes of the longer of both records.
const RECORD: usize = 56;
/// Such records that a file may have: zips within a zip have their own, and packed bytes look like one by chance.
const MOST_ENDS: usize = 16;
/// A file in the list has as many bytes at least.
const LISTED: u64 = 46;
/// Bytes that are looked at together.
const PIECE: usize = 64 * 1024;

/// Refuses a zip of more files than `most_files`, and what would take much time or memory before a single file of it is
/// seen. The reader is left at its beginning.
pub(super) fn look<R: Read + Seek>(file: &mut R, most_files: usize) -> Result<(), ZipFault> {
    let unreadable = |why: std::io::Error| ZipFault::NotZip(why.to_string());
    file.rewind().map_err(unreadable)?;
    let mut piece: Vec<u8> = Vec::with_capacity(PIECE + RECORD);
    let (mut from, mut ends) = (0_u64, 0);
    loop {
        let kept = piece.len();
        file.by_ref()
            .take(PIECE as u64)
            .read_to_end(&mut piece)
            .map_err(unreadable)?;
        // A record that the piece cuts is looked at with the next one; at the end of the file there is none.
        let is_last = piece.len() == kept;
        let whole = if is_last {
            kept
        } else {
            (piece.len() + 1).saturating_sub(RECORD)
        };
        for at in memmem::find_iter(&piece, b"PK").take_while(|at| *at < whole) {
            let Some(end) = End::at(&piece[at..]) else {
                continue;
            };
            ends += 1;
            if ends > MOST_ENDS {
                return Err(ZipFault::NotZip(format!("it has more than {MOST_ENDS} ends")));
            }
            end.check(from + at as u64, most_files)?;
        }
        if is_last {
            return file.seek(SeekFrom::Start(0)).map(drop).map_err(unreadable);
        }
        piece.drain(..whole);
        from += whole as u64;
    }
}

/// What a record says that ends a zip.
struct End {
    files: u64,
    list_from: u64,
    is_large: bool,
}

impl End {
    /// The record that begins here, as far as it is there; none where none begins.
    fn at(record: &[u8]) -> Option<Self> {
        let number = |from: usize, bytes: usize| {
            let bytes = record.get(from..from + bytes).unwrap_or_default();
            bytes
                .iter()
                .rev()
                .fold(0, |number, byte| (number << 8) | u64::from(*byte))
        };
        let (files, list_from, is_large) = match record.get(..4)? {
            END => (number(8, 2).max(number(10, 2)), number(16, 4), false),
            LARGE_END => (number(24, 8).max(number(32, 8)), number(48, 8), true),
            _ => return None,
        };
        Some(Self {
            files,
            list_from,
            is_large,
        })
    }
    /// Refuses it for what it says, where the crate would go by that.
    fn check(&self, at: u64, most_files: usize) -> Result<(), ZipFault> {
        // The largest numbers say that the record for larger zips stands before it, which is looked at by itself.
        let is_elsewhere = !self.is_large && self.files == u64::from(u16::MAX);
        let may_be = is_elsewhere || self.list_from == u64::from(u32::MAX) || self.list_from < at;
        if may_be && self.files > most_files as u64 {
            return Err(ZipFault::TooMany(most_files));
        }
        if self.is_large && may_be && self.files > at / LISTED {
            return Err(ZipFault::NotZip(
                "its list says more files than there is room for".to_owned(),
            ));
        }
        Ok(())
    }
}
