//! Chance.

use std::fmt::Write as _;

/// 128 random bits in hex: what makes a drawing's name one that nobody can guess. None when the
/// browser has no source of them.
pub fn draft_id() -> Option<String> {
    let mut bits = [0_u8; 16];
    getrandom::fill(&mut bits).ok()?;
    Some(bits.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    }))
}

/// 256 random bits that nobody can guess, to seal with. None when the browser has no source of them.
pub fn secret_bits() -> Option<[u8; 32]> {
    let mut bits = [0; 32];
    getrandom::fill(&mut bits).ok()?;
    Some(bits)
}

/// A number in 0..1 that need not be hard to guess.
pub fn chance() -> f64 {
    js_sys::Math::random()
}
