//! The native program `mulin`: serve, compress, import, check, export, tally, verify.
