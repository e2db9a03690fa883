//! The counts of a night: `make soak` sets `SOAK`.

/// Whether the counts of the night are taken.
pub fn is_soak() -> bool {
    std::env::var_os("SOAK").is_some()
}

/// A count of `make test`, or that of `make soak`; `SOAK_PART=100` a hundredth of the way from one to the other, so
/// that a night can be tried in minutes.
pub fn count(usual: usize, soak: usize) -> usize {
    let part: usize = std::env::var("SOAK_PART")
        .ok()
        .and_then(|part| part.parse().ok())
        .unwrap_or(1);
    match is_soak() {
        true => usual + soak.saturating_sub(usual) / part.max(1),
        false => usual,
    }
}
