//! The published vector of what seals: RFC 9180, appendix A.2.1, base mode, sequence number 0. It runs
//! natively and, as the program `vectors`, as wasm (tests/browser/sealed.test.mjs).

use super::hpke_box::{keys_of, open, public_of, seal};

const PURPOSE: &str = "4f6465206f6e2061204772656369616e2055726e";
const TEXT: &str = "4265617574792069732074727574682c20747275746820626561757479";
const BOUND: &str = "436f756e742d30";
const CHANCE: &str = "909a9b35d3dc4713a5e72a4da274b55d3d3821a37e5d099e74a647db583a904b";
const SEED: &str = "1ac01f181fdf9f352797655161c58b75c656a6cc2716dcb66372da835542e1df";
const SECRET: &str = "8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb";
const PUBLIC: &str = "4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a";
const ENCAPSULATED: &str = "1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a";
const HIDDEN: &str =
    "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28";

/// Whether this machine derives, seals and opens as the vector says, byte for byte, and shows nothing
/// of a box in which one bit was changed.
pub fn published_vector_holds() -> bool {
    holds().unwrap_or(false)
}

fn holds() -> Option<bool> {
    let (secret, public) = keys_of(&key(SEED)?);
    let derived = public == key(PUBLIC)? && public_of(&key(SECRET)?)? == public;
    let (purpose, bound, text) = (bytes(PURPOSE)?, bytes(BOUND)?, bytes(TEXT)?);
    let (encapsulated, hidden) = seal(&public, &purpose, &bound, &text, &key(CHANCE)?)?;
    let sealed = encapsulated == bytes(ENCAPSULATED)? && hidden == bytes(HIDDEN)?;
    let opened = open(&secret, &purpose, &bound, &encapsulated, &hidden)? == text;
    let mut changed = hidden;
    changed[7] ^= 1;
    let closed = open(&secret, &purpose, &bound, &encapsulated, &changed).is_none();
    Some(derived && sealed && opened && closed)
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    let digits = (0..hex.len()).step_by(2);
    digits
        .map(|at| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok())
        .collect()
}

fn key(hex: &str) -> Option<[u8; 32]> {
    bytes(hex)?.try_into().ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_published_vector_of_rfc_9180_is_sealed_and_opened_byte_for_byte() {
        assert!(super::published_vector_holds());
    }
}
