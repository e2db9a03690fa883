//! Whole entities out of the pairs of a file, as text that the crate `dxf` reads.

use std::fmt::Write as _;

use encoding_rs::Encoding;

use super::letters::decoded;
use super::pairs::{Pair, Type};

/// Entities that begin a thing.
pub(super) const HEADS: [&str; 11] = [
    "LINE",
    "LWPOLYLINE",
    "POLYLINE",
    "ARC",
    "CIRCLE",
    "ELLIPSE",
    "SPLINE",
    "TEXT",
    "MTEXT",
    "INSERT",
    "POINT",
];
/// Entities that belong to the one before.
pub(super) const PARTS: [&str; 3] = ["VERTEX", "SEQEND", "ATTRIB"];

/// Numbers of places beyond this are no places.
const FAR: f64 = 1e12;

/// Which codes of an entity say something of its form. All others, such as colours, are left out, and so is
/// everything that could only be wrong.
fn codes(kind: &str) -> &'static [i32] {
    match kind {
        "LINE" => &[10, 20, 11, 21],
        "POINT" => &[10, 20],
        "CIRCLE" => &[10, 20, 40, 210, 220, 230],
        "ARC" => &[10, 20, 40, 50, 51, 210, 220, 230],
        "ELLIPSE" => &[10, 20, 11, 21, 40, 41, 42, 210, 220, 230],
        "LWPOLYLINE" => &[70, 43, 10, 20, 42, 210, 220, 230],
        "POLYLINE" => &[66, 70, 40, 210, 220, 230],
        "VERTEX" => &[10, 20, 42, 70],
        "SPLINE" => &[71, 40, 41, 10, 20, 11, 21],
        "TEXT" | "ATTRIB" => &[1, 10, 20, 11, 21, 210, 220, 230],
        "MTEXT" => &[1, 3, 10, 20],
        "INSERT" => &[66, 2, 10, 20, 41, 42, 50, 70, 71, 44, 45, 210, 220, 230],
        _ => &[],
    }
}

/// An entity as text, or none where a number of it is none. `pairs` are those after its name.
pub(super) fn entity(kind: &str, pairs: &[Pair], encoding: &'static Encoding) -> Option<String> {
    let mut text = format!("  0\n{kind}\n");
    let wanted = codes(kind);
    let mut application = false;
    for pair in pairs {
        match pair.code {
            8 => put(&mut text, 8, decoded(&pair.value, encoding)),
            // Of other programs' data only the surveyors' code is asked for, its name first.
            1001 => {
                application = pair.word() == "SOUTH";
                if application {
                    put(&mut text, 1001, "SOUTH");
                }
            }
            1000 if application => put(&mut text, 1000, decoded(&pair.value, encoding)),
            // The crate reads a caret as the sign of what follows; the name of the block is not read by it.
            2 if kind == "INSERT" => put(&mut text, 2, decoded(&pair.value, encoding).replace('^', "^ ")),
            1002.. => {}
            code if !wanted.contains(&code) => {}
            code => match Type::of(code) {
                Type::Text => put(&mut text, code, decoded(&pair.value, encoding)),
                Type::Double => {
                    let number = pair.number().filter(|n| n.abs() < FAR)?;
                    put(&mut text, code, number);
                    // The crate counts a point of a curve by its three numbers.
                    if kind == "SPLINE" && matches!(code, 20 | 21) {
                        put(&mut text, code + 10, 0.0);
                    }
                }
                // Flags and counts: in range of what the format has for them.
                _ => put(
                    &mut text,
                    code,
                    pair.number().filter(|n| n.abs() <= 32_767.0)? as i16,
                ),
            },
        }
    }
    Some(text)
}

fn put(text: &mut String, code: i32, value: impl std::fmt::Display) {
    // Writing to a text cannot fail.
    let _ = writeln!(text, "{code:>3}\n{value}");
}

/// Whether an entity is drawn on the sheet of the model, and is to be seen.
pub(super) fn is_seen(pairs: &[Pair]) -> bool {
    let says_one = |code: i32| {
        pairs
            .iter()
            .any(|pair| pair.code == code && pair.number() == Some(1.0))
    };
    !says_one(67) && !says_one(60)
}

/// Where an entity is, for telling of it.
pub(super) fn place(pairs: &[Pair]) -> [f64; 2] {
    [10, 20].map(|code| {
        let own = pairs.iter().find(|pair| pair.code == code);
        own.and_then(Pair::number).unwrap_or_default()
    })
}

/// The layer of an entity.
pub(super) fn layer(pairs: &[Pair], encoding: &'static Encoding) -> String {
    let own = pairs.iter().find(|pair| pair.code == 8);
    own.map_or_else(|| "0".to_owned(), |pair| decoded(&pair.value, encoding))
}

/// The surveyors' code of an entity that the crate does not read: the first text of its XDATA of `SOUTH`.
pub(super) fn code(pairs: &[Pair]) -> Option<u32> {
    let is_own = |pair: &&Pair| pair.code == 1001 && pair.word() == "SOUTH";
    let mut own = pairs.iter().skip_while(|pair| !is_own(pair)).skip(1);
    let text = own
        .by_ref()
        .take_while(|pair| pair.code != 1001)
        .find(|pair| pair.code == 1000)?;
    text.word().get(..6)?.parse().ok()
}
