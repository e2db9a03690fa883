//! A design as it is stored: what is read can be written, and is read again as the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mulin::design::stored;

fuzz_target!(|bytes: &[u8]| {
    if let Ok((design, _)) = stored::read(bytes) {
        let written = stored::write(&design);
        assert_eq!(stored::read(&written).map(|(again, _)| again).ok(), Some(design));
    }
});
