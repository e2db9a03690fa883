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

    fn bytes(hex: &str) -> Vec<u8> {
        (0..hex.len())
            .step_by(2)
            .map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap())
            .collect()
    }
    fn key(hex: &str) -> [u8; 32] {
        bytes(hex).try_into().unwrap()
    }

    /// RFC 9180, appendix A.2.1: base mode, and its encryption with sequence number 0.
    #[test]
    fn the_published_vector_of_rfc_9180_is_sealed_and_opened_byte_for_byte() {
        let purpose = bytes("4f6465206f6e2061204772656369616e2055726e");
        let text = bytes("4265617574792069732074727574682c20747275746820626561757479");
        let bound = bytes("436f756e742d30");
        let chance = key("909a9b35d3dc4713a5e72a4da274b55d3d3821a37e5d099e74a647db583a904b");
        let (secret, public) = keys_of(&key(
            "1ac01f181fdf9f352797655161c58b75c656a6cc2716dcb66372da835542e1df",
        ));
        assert_eq!(
            public,
            key("4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a")
        );
        assert_eq!(
            public_of(&key(
                "8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb"
            )),
            Some(public)
        );
        let (encapsulated, hidden) = seal(&public, &purpose, &bound, &text, &chance).unwrap();
        assert_eq!(
            encapsulated,
            bytes("1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a")
        );
        assert_eq!(
            hidden,
            bytes(
                "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28"
            )
        );
        assert_eq!(
            open(&secret, &purpose, &bound, &encapsulated, &hidden),
            Some(text)
        );
    }

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
