//! How many files and sockets this program may have open at a time, on systems that set no such limit.

/// So many that nothing needs to be raised.
pub fn raised() -> usize {
    16_384
}
