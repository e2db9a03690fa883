//! Planners' keys: what is written into a project, and what a planner keeps.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use super::hpke_box;

/// What the text of a public key begins with.
const PUBLIC: &str = "mulin-key-1:";
/// What the text of a secret key begins with.
const SECRET: &str = "mulin-secret-key-1:";
/// Bytes that catch a slip in a text that was typed or cut.
const CHECK: usize = 4;

/// The short name of a key: the first 64 bits of its hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct KeyId([u8; KeyId::SIZE]);

impl KeyId {
    /// Its bytes.
    pub const SIZE: usize = 8;
    /// The bytes themselves.
    pub fn bytes(self) -> [u8; Self::SIZE] {
        self.0
    }
}

impl From<[u8; Self::SIZE]> for KeyId {
    fn from(bytes: [u8; Self::SIZE]) -> Self {
        Self(bytes)
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Why a text is not a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyFault {
    /// It does not begin as a key does.
    #[error("a key begins with 'mulin-key-1:', a secret one with 'mulin-secret-key-1:'")]
    NotAKey,
    /// A character was mistyped, or part of it is missing.
    #[error("the key was mistyped or cut off; copy it once more")]
    Mistyped,
}

/// What contact details are sealed to. Anybody may know it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PublicKey([u8; 32]);

/// What opens them. Its planner keeps it, and nobody else; it is not shown by `Debug`.
#[derive(Clone)]
pub struct SecretKey {
    secret: [u8; 32],
    public: PublicKey,
}

impl PublicKey {
    /// Its short name.
    pub fn id(&self) -> KeyId {
        let hash: [u8; 32] = Sha256::digest(self.0).into();
        let mut id = [0; KeyId::SIZE];
        id.copy_from_slice(&hash[..KeyId::SIZE]);
        KeyId(id)
    }
    pub(super) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl SecretKey {
    /// The key that 32 bytes from the system's source of chance give.
    pub fn of_chance(chance: &[u8; 32]) -> Self {
        let (secret, public) = hpke_box::keys_of(chance);
        Self {
            secret,
            public: PublicKey(public),
        }
    }
    /// What is sealed to.
    pub fn public(&self) -> PublicKey {
        self.public
    }
    /// The text in the planner's key file.
    pub fn text(&self) -> String {
        written(SECRET, &self.secret)
    }
    pub(super) fn bytes(&self) -> &[u8; 32] {
        &self.secret
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&written(PUBLIC, &self.0))
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the secret key of {:?}", self.public)
    }
}

impl FromStr for PublicKey {
    type Err = KeyFault;
    fn from_str(text: &str) -> Result<Self, KeyFault> {
        read(PUBLIC, text).map(Self)
    }
}

impl FromStr for SecretKey {
    type Err = KeyFault;
    fn from_str(text: &str) -> Result<Self, KeyFault> {
        let secret = read(SECRET, text)?;
        let public = hpke_box::public_of(&secret).ok_or(KeyFault::Mistyped)?;
        Ok(Self {
            secret,
            public: PublicKey(public),
        })
    }
}

fn check(kind: &str, key: &[u8; 32]) -> [u8; CHECK] {
    let hash: [u8; 32] = Sha256::new_with_prefix(kind).chain_update(key).finalize().into();
    let mut check = [0; CHECK];
    check.copy_from_slice(&hash[..CHECK]);
    check
}

fn written(kind: &str, key: &[u8; 32]) -> String {
    let bytes = [&key[..], &check(kind, key)].concat();
    kind.to_owned() + &URL_SAFE_NO_PAD.encode(bytes)
}

fn read(kind: &str, text: &str) -> Result<[u8; 32], KeyFault> {
    let text = text.trim().strip_prefix(kind).ok_or(KeyFault::NotAKey)?;
    let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| KeyFault::Mistyped)?;
    let (key, rest) = bytes.split_first_chunk::<32>().ok_or(KeyFault::Mistyped)?;
    if rest == check(kind, key) {
        Ok(*key)
    } else {
        Err(KeyFault::Mistyped)
    }
}
