//! The name of a design (the hash of its bytes) and its receipt.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};
use sha2::{Digest, Sha256};

/// The lowercase hex SHA-256 of a design's bytes.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct DesignName([u8; 32]);

impl DesignName {
    /// The first eight bytes as a number of the same order.
    fn first(&self) -> u64 {
        let [a, b, c, d, e, f, g, h, ..] = self.0;
        u64::from_be_bytes([a, b, c, d, e, f, g, h])
    }
}

/// The order of the bytes. Names are hashes, so that the first eight bytes tell nearly all apart.
impl Ord for DesignName {
    fn cmp(&self, other: &Self) -> Ordering {
        let firsts = self.first().cmp(&other.first());
        firsts.then_with(|| self.0.cmp(&other.0))
    }
}

impl PartialOrd for DesignName {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl DesignName {
    /// The name of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }
    /// The name that a SHA-256 reckoned elsewhere stands for.
    pub fn from_digest(digest: [u8; 32]) -> Self {
        Self(digest)
    }
    /// The SHA-256 itself.
    pub fn digest(&self) -> [u8; 32] {
        self.0
    }
    /// The receipt of the design of this name.
    pub fn receipt(&self) -> Receipt {
        let first = self.0[..7]
            .iter()
            .fold(0_u64, |bits, byte| (bits << 8) | u64::from(*byte));
        Receipt(first >> 6)
    }
}

/// The digits of a name, all at once: a tally writes millions of names.
struct Digits([u8; 64]);

impl Digits {
    fn of(name: &DesignName) -> Self {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut digits = [0; 64];
        for (pair, byte) in digits.chunks_exact_mut(2).zip(name.0) {
            pair[0] = DIGITS[usize::from(byte >> 4)];
            pair[1] = DIGITS[usize::from(byte & 15)];
        }
        Self(digits)
    }
    fn text(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for DesignName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Digits::of(self).text())
    }
}

/// As documents name it.
impl Serialize for DesignName {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(Digits::of(self).text())
    }
}

impl fmt::Debug for DesignName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for DesignName {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let digits: &[u8; 64] = text.as_bytes().try_into().map_err(|_| ())?;
        let value = |digit: u8| match digit {
            b'0'..=b'9' => Ok(digit - b'0'),
            b'a'..=b'f' => Ok(digit - b'a' + 10),
            _ => Err(()),
        };
        let mut name = [0; 32];
        for (byte, pair) in name.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = value(pair[0])? << 4 | value(pair[1])?;
        }
        Ok(Self(name))
    }
}

/// The code that a resident keeps: the first 50 bits of the name as ten characters of Crockford's
/// base32 in two groups, and two check characters: `7K3MQ-9XB2R-4T`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Receipt(u64);

/// Why text is not a receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReceiptFault {
    /// It has not twelve characters of the alphabet.
    #[error("a receipt has twelve letters and digits, such as 7K3MQ-9XB2R-4T")]
    NotAReceipt,
    /// The check characters do not fit: a slip of the finger.
    #[error("one of the characters was mistyped; compare it with the receipt")]
    Mistyped,
}

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// The largest prime that two characters can tell: catches every single slip and every swap of
/// two characters, since no difference 32ᵃ·d (|d| < 32) or 32ᵃ·d·(32ᵇ−1) with b ≤ 9 is a multiple of it.
const CHECK_PRIME: u64 = 1_021;

impl Receipt {
    fn check(self) -> u64 {
        self.0 % CHECK_PRIME
    }
    /// Whether this is the receipt of the design of that name.
    pub fn is_of(&self, name: &DesignName) -> bool {
        name.receipt() == *self
    }
    /// The code without separators, as replies are named in the endpoint.
    pub fn compact(&self) -> String {
        self.characters().map(char::from).into_iter().collect()
    }
    /// The ten characters and the two that check them.
    fn characters(self) -> [u8; 12] {
        let all = self.0 << 10 | self.check();
        std::array::from_fn(|place| ALPHABET[(all >> (5 * (11 - place))) as usize & 31])
    }
}

impl fmt::Display for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use fmt::Write;
        let code = self.characters();
        code.into_iter().enumerate().try_for_each(|(place, character)| {
            if place == 5 || place == 10 {
                f.write_char('-')?;
            }
            f.write_char(char::from(character))
        })
    }
}

/// As documents name it.
impl Serialize for Receipt {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl FromStr for Receipt {
    type Err = ReceiptFault;
    /// Reads what people type: any case, spaces and dashes anywhere, `O` for 0, `I` and `L` for 1.
    fn from_str(text: &str) -> Result<Self, ReceiptFault> {
        let values: Vec<u64> = text
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '—' | '_'))
            .map(|c| match c.to_ascii_uppercase() {
                'O' => Some(0),
                'I' | 'L' => Some(1),
                c => ALPHABET
                    .iter()
                    .position(|a| char::from(*a) == c)
                    .map(|at| at as u64),
            })
            .collect::<Option<_>>()
            .ok_or(ReceiptFault::NotAReceipt)?;
        if values.len() != 12 {
            return Err(ReceiptFault::NotAReceipt);
        }
        let number = |part: &[u64]| part.iter().fold(0, |n, value| n << 5 | value);
        let receipt = Self(number(&values[..10]));
        if receipt.check() == number(&values[10..]) {
            Ok(receipt)
        } else {
            Err(ReceiptFault::Mistyped)
        }
    }
}
