//! Contact details, sealed to the planners before they are kept or sent anywhere.
//!
//! HPKE (RFC 9180, base mode; X25519, HKDF-SHA256, ChaCha20-Poly1305) for each planner by itself, so
//! that any one of them can open it and nobody else: not the endpoint, not its disk, not who copies
//! either. The form is told in docs/sealed.md. Chance comes from the caller, as everywhere below
//! the programs.

mod hpke_box;
mod keys;
mod rehearsal;
mod vector;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::text::Message;

pub use keys::{KeyFault, KeyId, PublicKey, SecretKey};
pub use rehearsal::{Readiness, Rehearsal, readiness, standing};
pub use vector::published_vector_holds;

use hpke_box::{ENCAPSULATED, TAG};

/// The version of the form.
const VERSION: u8 = 1;
/// The fewest planners: one key that is lost must not lose every contact.
pub const FEWEST: usize = 2;
/// The most planners.
pub const MOST: usize = 8;
/// The most bytes of contact details (UTF-8).
pub const LONGEST: usize = 1_000;
/// Contacts are filled up to a multiple of this, so that the length of a box tells little.
const STEP: usize = 256;
/// What the box is for, so that it opens as nothing else.
const PURPOSE: &[u8] = b"mulin.sealed/1";

/// Why contact details cannot be sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealFault {
    /// The project names fewer than two planners' keys, or too many.
    NotSoManyKeys,
    /// There are more bytes than [`LONGEST`].
    TooLong,
    /// A key is not one that anything can be sealed to.
    UnsoundKey,
}

/// Why a box cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenFault {
    /// It is not a box at all.
    NotABox,
    /// A newer Mulin sealed it.
    Newer,
    /// It was sealed to other planners.
    NotForThisKey,
    /// It was changed, or taken from another drawing.
    Damaged,
}

impl SealFault {
    /// The sentence for people.
    pub fn message(self) -> Message {
        Message::new(match self {
            Self::NotSoManyKeys => "seal-not-so-many-keys",
            Self::TooLong => "seal-too-long",
            Self::UnsoundKey => "seal-unsound-key",
        })
    }
}

impl OpenFault {
    /// The sentence for people.
    pub fn message(self) -> Message {
        Message::new(match self {
            Self::NotABox => "open-not-a-box",
            Self::Newer => "open-newer",
            Self::NotForThisKey => "open-not-for-this-key",
            Self::Damaged => "open-damaged",
        })
    }
}

/// Seals contact details to planners' keys, as the text of a design's `contact`. It opens only beside
/// the drawing whose `draft` is given, so that nobody can put another's contact into a drawing of his own.
///
/// `chance` must be 32 bytes from the system's source of chance, and new for each call: who knows them
/// can open the box.
pub fn seal(contact: &str, draft: &str, to: &[PublicKey], chance: &[u8; 32]) -> Result<String, SealFault> {
    if !(FEWEST..=MOST).contains(&to.len()) {
        return Err(SealFault::NotSoManyKeys);
    }
    sealed(contact, draft, to, chance)
}

fn sealed(contact: &str, draft: &str, to: &[PublicKey], chance: &[u8; 32]) -> Result<String, SealFault> {
    if contact.len() > LONGEST {
        return Err(SealFault::TooLong);
    }
    let filled = filled(contact);
    let mut to = to.to_vec();
    to.sort_unstable_by_key(PublicKey::id);
    to.dedup();
    let bound = bound(to.iter().map(PublicKey::id), draft);
    let mut bytes = vec![VERSION, to.len() as u8];
    for (at, key) in to.iter().enumerate() {
        let (encapsulated, hidden) =
            hpke_box::seal(key.bytes(), PURPOSE, &bound, &filled, &portion(chance, at))
                .ok_or(SealFault::UnsoundKey)?;
        bytes.extend(key.id().bytes());
        bytes.extend(encapsulated);
        bytes.extend(hidden);
    }
    Ok(STANDARD.encode(bytes))
}

/// Opens a box with a planner's secret key, beside the drawing that it came with.
pub fn open(text: &str, draft: &str, key: &SecretKey) -> Result<String, OpenFault> {
    let bytes = STANDARD.decode(text.trim()).map_err(|_| OpenFault::NotABox)?;
    let parts = parts(&bytes)?;
    let bound = bound(parts.iter().map(|part| part.id), draft);
    let own = key.public().id();
    let part = parts
        .iter()
        .find(|part| part.id == own)
        .ok_or(OpenFault::NotForThisKey)?;
    let filled = hpke_box::open(key.bytes(), PURPOSE, &bound, part.encapsulated, part.hidden)
        .ok_or(OpenFault::Damaged)?;
    let (length, rest) = filled.split_first_chunk::<2>().ok_or(OpenFault::Damaged)?;
    let text = rest
        .get(..usize::from(u16::from_be_bytes(*length)))
        .ok_or(OpenFault::Damaged)?;
    String::from_utf8(text.to_vec()).map_err(|_| OpenFault::Damaged)
}

/// Whose keys open a box.
pub fn addressees(text: &str) -> Result<Vec<KeyId>, OpenFault> {
    let bytes = STANDARD.decode(text.trim()).map_err(|_| OpenFault::NotABox)?;
    Ok(parts(&bytes)?.iter().map(|part| part.id).collect())
}

/// What one planner opens.
struct Part<'a> {
    id: KeyId,
    encapsulated: &'a [u8],
    hidden: &'a [u8],
}

fn parts(bytes: &[u8]) -> Result<Vec<Part<'_>>, OpenFault> {
    let [version, count, rest @ ..] = bytes else {
        return Err(OpenFault::NotABox);
    };
    if *version > VERSION {
        return Err(OpenFault::Newer);
    }
    let count = usize::from(*count);
    if *version != VERSION || !(1..=MOST).contains(&count) || !rest.len().is_multiple_of(count) {
        return Err(OpenFault::NotABox);
    }
    let size = rest.len() / count;
    let head = KeyId::SIZE + ENCAPSULATED;
    if size < head + TAG + STEP || !(size - head - TAG).is_multiple_of(STEP) {
        return Err(OpenFault::NotABox);
    }
    rest.chunks_exact(size)
        .map(|part| {
            let (id, rest) = part.split_first_chunk().ok_or(OpenFault::NotABox)?;
            let (encapsulated, hidden) = rest.split_at(ENCAPSULATED);
            Ok(Part {
                id: KeyId::from(*id),
                encapsulated,
                hidden,
            })
        })
        .collect()
}

/// The length, the text, and zeros up to the next step.
fn filled(contact: &str) -> Vec<u8> {
    let mut bytes = (contact.len() as u16).to_be_bytes().to_vec();
    bytes.extend(contact.as_bytes());
    bytes.resize(bytes.len().next_multiple_of(STEP), 0);
    bytes
}

/// What a box is bound to: its planners, so that none is taken away or added, and its drawing.
fn bound(ids: impl Iterator<Item = KeyId>, draft: &str) -> Vec<u8> {
    let mut bytes = vec![VERSION];
    ids.for_each(|id| bytes.extend(id.bytes()));
    bytes.push(0);
    bytes.extend(draft.as_bytes());
    bytes
}

/// The chance of one part, of that of all.
fn portion(chance: &[u8; 32], at: usize) -> [u8; 32] {
    let mut hash = Sha256::new_with_prefix(b"mulin.sealed/1 portion");
    hash.update([at as u8]);
    hash.update(chance);
    hash.finalize().into()
}
