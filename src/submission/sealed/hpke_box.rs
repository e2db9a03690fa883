//! One sealed part: HPKE's single shot of RFC 9180.

use std::convert::Infallible;

use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::rand_core::{TryCryptoRng, TryRng};
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};

/// Bytes of an encapsulated key.
pub const ENCAPSULATED: usize = 32;
/// Bytes by which hiding makes a text longer.
pub const TAG: usize = 16;

type Public = <X25519HkdfSha256 as Kem>::PublicKey;
type Secret = <X25519HkdfSha256 as Kem>::PrivateKey;
type Encapsulated = <X25519HkdfSha256 as Kem>::EncappedKey;

/// Chance that the caller drew: the library asks for 32 bytes, once.
struct Drawn<'a>(&'a [u8; 32]);

impl TryRng for Drawn<'_> {
    type Error = Infallible;
    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u32::from_le_bytes(bytes))
    }
    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u64::from_le_bytes(bytes))
    }
    fn try_fill_bytes(&mut self, into: &mut [u8]) -> Result<(), Infallible> {
        into.iter_mut()
            .zip(self.0.iter().cycle())
            .for_each(|(to, from)| *to = *from);
        Ok(())
    }
}

impl TryCryptoRng for Drawn<'_> {}

/// The keys that 32 bytes of chance give: secret, then public.
pub fn keys_of(chance: &[u8; 32]) -> ([u8; 32], [u8; 32]) {
    let (secret, public) = X25519HkdfSha256::derive_keypair(chance);
    (secret.to_bytes().into(), public.to_bytes().into())
}

/// The public key of a secret one.
pub fn public_of(secret: &[u8; 32]) -> Option<[u8; 32]> {
    let secret = Secret::from_bytes(secret).ok()?;
    Some(X25519HkdfSha256::sk_to_pk(&secret).to_bytes().into())
}

/// Hides a text. None when nothing can be sealed to the key.
pub fn seal(
    to: &[u8; 32],
    purpose: &[u8],
    bound: &[u8],
    text: &[u8],
    chance: &[u8; 32],
) -> Option<(Vec<u8>, Vec<u8>)> {
    let to = Public::from_bytes(to).ok()?;
    let (encapsulated, hidden) = hpke::single_shot_seal_with_rng::<
        ChaCha20Poly1305,
        HkdfSha256,
        X25519HkdfSha256,
    >(&OpModeS::Base, &to, purpose, text, bound, &mut Drawn(chance))
    .ok()?;
    Some((encapsulated.to_bytes().to_vec(), hidden))
}

/// Shows it again. None when it was changed or is not for this key.
pub fn open(
    secret: &[u8; 32],
    purpose: &[u8],
    bound: &[u8],
    encapsulated: &[u8],
    hidden: &[u8],
) -> Option<Vec<u8>> {
    let secret = Secret::from_bytes(secret).ok()?;
    let encapsulated = Encapsulated::from_bytes(encapsulated).ok()?;
    hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
        &OpModeR::Base,
        &secret,
        &encapsulated,
        purpose,
        hidden,
        bound,
    )
    .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_anywhere_shows_nothing() {
        let (secret, public) = keys_of(&[7; 32]);
        let (encapsulated, hidden) = seal(&public, b"p", b"b", b"text", &[9; 32]).unwrap();
        assert!(open(&secret, b"p", b"b", &encapsulated, &hidden).is_some());
        assert!(open(&secret, b"q", b"b", &encapsulated, &hidden).is_none());
        assert!(open(&secret, b"p", b"c", &encapsulated, &hidden).is_none());
        assert!(open(&keys_of(&[8; 32]).0, b"p", b"b", &encapsulated, &hidden).is_none());
        for at in 0..hidden.len() {
            let mut changed = hidden.clone();
            changed[at] ^= 1;
            assert!(
                open(&secret, b"p", b"b", &encapsulated, &changed).is_none(),
                "byte {at}"
            );
        }
        assert!(open(&secret, b"p", b"b", &encapsulated[1..], &hidden).is_none());
        assert!(open(&secret, b"p", b"b", &encapsulated, &hidden[..3]).is_none());
        assert!(
            seal(&[0; 32], b"p", b"b", b"text", &[9; 32]).is_none(),
            "a key of order one"
        );
    }
}
