//! Many designs in one zip: each of its files is unpacked, and none is more than a design may be.
#![no_main]

use std::io::Cursor;

use libfuzzer_sys::fuzz_target;
use mulin::design::stored::MAX_BYTES;
use mulin::formats::designs_zip::{Content, Designs};

fuzz_target!(|bytes: &[u8]| {
    let Ok(designs) = Designs::open(Cursor::new(bytes)) else { return };
    for entry in designs {
        if let Content::Stored(bytes) | Content::Named(bytes) = entry.content {
            assert!(bytes.len() <= MAX_BYTES);
        }
    }
});
