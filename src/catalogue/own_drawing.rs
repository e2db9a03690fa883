//! Reads the drawing of an own kind at the border.

use serde_json::Value;

use crate::text::Message;

use super::own_row::Row;
use super::{Drawing, Material, OwnPath, OwnPiece, Part, PartShape};

/// More parts than this no drawing has.
pub const MOST_PARTS: usize = 40;
/// More pieces of paths than this no drawing has: hundreds of such things stand on one plan.
pub const MOST_PIECES: usize = 2_000;
/// A label has at most so many letters.
const MOST_LETTERS: usize = 8;

pub(super) fn drawing(value: &Value) -> Result<Drawing, Message> {
    let row = Row::of(value, "drawing")?;
    let list = row.members.get("parts").and_then(Value::as_array);
    let list = list.ok_or_else(|| row.fault("own-not-a-list", ".parts"))?;
    if list.len() > MOST_PARTS {
        return Err(Message::new("own-many-parts").with("most", MOST_PARTS));
    }
    let mut left = MOST_PIECES;
    let parts: Result<Vec<Part>, Message> = list.iter().map(|one| part(one, &mut left)).collect();
    Ok(Drawing { parts: parts? })
}

fn part(value: &Value, left: &mut usize) -> Result<Part, Message> {
    let row = Row::of(value, "drawing.")?;
    let word = row.text("part").unwrap_or_default();
    let mut shape = PartShape::from_word(word).ok_or_else(|| {
        let known = PartShape::WORDS.join(", ");
        let shown: String = word.chars().take(30).collect();
        row.fault("own-word", "part")
            .with("value", shown)
            .with("words", known)
    })?;
    match &mut shape {
        PartShape::Label(text) => {
            let given = row.text("text").unwrap_or_default().trim();
            if given.chars().count() > MOST_LETTERS || given.chars().any(char::is_control) {
                return Err(row.fault("own-text", "text").with("most", MOST_LETTERS));
            }
            given.clone_into(text);
        }
        PartShape::Paths(paths) => *paths = own_paths(&row, left)?,
        _ => {}
    }
    Ok(Part {
        shape,
        material: material(&row, "material")?.unwrap_or(Material::Timber),
        at: row.pair("at", (-0.5, 0.5))?.unwrap_or((0.0, 0.0)),
        size: row.pair("size", (0.01, 1.0))?.unwrap_or((1.0, 1.0)),
        count: row.number("count", (1.0, 40.0))?.map_or(4, |count| count as u32),
    })
}

fn material(row: &Row, member: &'static str) -> Result<Option<Material>, Message> {
    let Some(word) = row.text(member) else {
        return Ok(None);
    };
    let found = Material::ALL.iter().find(|known| known.word() == word);
    found.map(|known| Some(*known)).ok_or_else(|| {
        let known: Vec<&str> = Material::ALL.iter().map(|material| material.word()).collect();
        let shown: String = word.chars().take(30).collect();
        row.fault("own-word", member)
            .with("value", shown)
            .with("words", known.join(", "))
    })
}

fn own_paths(row: &Row, left: &mut usize) -> Result<Vec<OwnPath>, Message> {
    let list = row.members.get("paths").and_then(Value::as_array);
    let list = list.ok_or_else(|| row.fault("own-not-a-list", "paths"))?;
    let path = |value: &Value| {
        let row = Row::of(value, "drawing.paths.")?;
        let text = row.text("d").unwrap_or_default();
        let pieces = pieces(text).ok_or_else(|| row.fault("own-path", "d"))?;
        *left = left
            .checked_sub(pieces.len())
            .ok_or_else(|| Message::new("own-many-pieces").with("most", MOST_PIECES))?;
        let line = material(&row, "line")?;
        let width = row.number("width", (0.0, 0.5))?.unwrap_or(0.0);
        Ok(OwnPath {
            fill: material(&row, "fill")?,
            line: line.map(|material| (material, width)),
            pieces,
        })
    };
    list.iter().map(path).collect()
}

/// `M-0.5,0 L0.5,0 C… Z`, absolute commands only; none where it is anything else or leads far out of the box.
fn pieces(text: &str) -> Option<Vec<OwnPiece>> {
    let mut pieces = Vec::new();
    for part in text.split_inclusive(|c: char| c.is_ascii_alphabetic()) {
        // Each part ends with the letter of the next command: what comes before it are the numbers of the last one.
        let (numbers, letter) = match part.char_indices().last() {
            Some((at, letter)) if letter.is_ascii_alphabetic() => (&part[..at], Some(letter)),
            _ => (part, None),
        };
        let mut values = numbers
            .split([',', ' '])
            .filter(|word| !word.is_empty())
            .map(|word| {
                let number: f64 = word.parse().ok()?;
                (number.abs() <= 2.0).then_some(number)
            });
        let mut fill = |into: &mut [f64]| {
            into.iter_mut()
                .try_for_each(|slot| values.next()?.map(|value| *slot = value))
        };
        match pieces.last_mut() {
            Some(OwnPiece::Move(to) | OwnPiece::Line(to)) => fill(to)?,
            Some(OwnPiece::Curve(to)) => fill(to)?,
            Some(OwnPiece::Close) | None => {}
        }
        if values.next().is_some() {
            return None;
        }
        pieces.extend(match letter {
            None => None,
            Some('M') => Some(OwnPiece::Move([0.0; 2])),
            Some('Z') if !pieces.is_empty() => Some(OwnPiece::Close),
            Some('L') if !pieces.is_empty() => Some(OwnPiece::Line([0.0; 2])),
            Some('C') if !pieces.is_empty() => Some(OwnPiece::Curve([0.0; 6])),
            Some(_) => return None,
        });
    }
    // A last command whose numbers never came has none of its own.
    let ends_open = text.trim_end().ends_with(['M', 'L', 'C']);
    (!pieces.is_empty() && !ends_open).then_some(pieces)
}
