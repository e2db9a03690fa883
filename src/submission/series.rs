//! A design as a series of short texts, each small enough for a QR code that a phone reads at once: the
//! way from one phone to another where nothing can be sent.
//!
//! A part is `1.<series>.<number>.<of>.<check>.<data>`: the form's version; the first 16 digits of the
//! design's name; the part's number, from 1; how many there are; the first 8 digits of the SHA-256 of all
//! before and after it; base64url without padding of a piece of the design, which may be packed. It
//! is made of letters, digits, `.`, `-` and `_`, and so can stand in an address after `#`, which no
//! browser sends to any server.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use crate::design::stored::DesignName;

/// The version of the form.
const VERSION: &str = "1";
/// Bytes of a piece: with base64 and an address some 500 characters, a code of 85 to 93 modules a side on a
/// phone's screen.
const PIECE: usize = 300;
/// The most parts: more is for a file.
pub const MOST: usize = 40;
/// Digits of the design's name that tell a series.
const SERIES: usize = 16;
/// Digits of a part's check.
const CHECK: usize = 8;

/// Why a text is not a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartFault {
    /// It is none, or was cut off or changed.
    Damaged,
    /// A newer Mulin wrote it.
    Newer,
}

/// A part of a design.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which design it is of: the beginning of its name.
    pub series: String,
    /// Its number, from 1.
    pub number: usize,
    /// How many there are.
    pub of: usize,
    data: Vec<u8>,
}

/// The series of a design's packed bytes, and none when it is too long for one.
pub fn series(name: &DesignName, packed: &[u8]) -> Option<Vec<String>> {
    let pieces: Vec<&[u8]> = packed.chunks(PIECE).collect();
    let of = pieces.len();
    (1..=MOST).contains(&of).then(|| {
        let series = &name.to_string()[..SERIES];
        let part = |(at, piece): (usize, &&[u8])| {
            let (head, data) = (head(series, at + 1, of), URL_SAFE_NO_PAD.encode(piece));
            format!("{head}.{}.{data}", check(&head, &data))
        };
        pieces.iter().enumerate().map(part).collect()
    })
}

/// Reads a part.
pub fn part(text: &str) -> Result<Part, PartFault> {
    let fields: Vec<&str> = text.trim().split('.').collect();
    if fields.first().and_then(|version| version.parse::<u32>().ok()) > Some(1) {
        return Err(PartFault::Newer);
    }
    let [VERSION, series, number, of, sum, data] = fields[..] else {
        return Err(PartFault::Damaged);
    };
    let read = |text: &str| text.parse::<usize>().map_err(|_| PartFault::Damaged);
    let (number, of) = (read(number)?, read(of)?);
    let sound = series.len() == SERIES
        && series.bytes().all(|byte| byte.is_ascii_hexdigit())
        && (1..=MOST).contains(&of)
        && (1..=of).contains(&number)
        && sum == check(&head(series, number, of), data);
    let data = URL_SAFE_NO_PAD.decode(data).map_err(|_| PartFault::Damaged)?;
    if !sound || data.is_empty() || data.len() > PIECE {
        return Err(PartFault::Damaged);
    }
    Ok(Part {
        series: series.to_owned(),
        number,
        of,
        data,
    })
}

/// The parts of one design, as far as they came, in any order and however often.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Collected {
    of: usize,
    parts: BTreeMap<usize, Part>,
}

impl Collected {
    /// Those of these parts that are of the same design, in as many parts, as the last one.
    pub fn of(parts: impl IntoIterator<Item = Part>) -> Self {
        let parts: Vec<Part> = parts.into_iter().collect();
        let Some(last) = parts.last().cloned() else {
            return Self::default();
        };
        let same = |part: &Part| part.series == last.series && part.of == last.of;
        Self {
            of: last.of,
            parts: parts
                .into_iter()
                .filter(same)
                .map(|part| (part.number, part))
                .collect(),
        }
    }
    /// How many there are in all.
    pub fn in_all(&self) -> usize {
        self.of
    }
    /// The numbers that did not come yet.
    pub fn missing(&self) -> Vec<usize> {
        (1..=self.of)
            .filter(|number| !self.parts.contains_key(number))
            .collect()
    }
    /// The packed bytes, once all parts are there.
    pub fn packed(&self) -> Option<Vec<u8>> {
        let whole = self.of > 0 && self.missing().is_empty();
        whole.then(|| {
            self.parts
                .values()
                .flat_map(|part| part.data.iter().copied())
                .collect()
        })
    }
    /// Whether unpacked bytes are those of the design that the series is of.
    pub fn is_of(&self, bytes: &[u8]) -> bool {
        let name = DesignName::of(bytes).to_string();
        self.parts.values().all(|part| name.starts_with(&part.series))
    }
}

fn head(series: &str, number: usize, of: usize) -> String {
    format!("{VERSION}.{series}.{number}.{of}")
}

fn check(head: &str, data: &str) -> String {
    let hash = Sha256::new_with_prefix(head)
        .chain_update([0])
        .chain_update(data)
        .finalize();
    hash.iter()
        .take(CHECK / 2)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
