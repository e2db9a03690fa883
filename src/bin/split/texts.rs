//! The texts that leave the first part: those between the marks that src/text/rest.rs sets.

use std::ops::Range;

use walrus::Module;
use walrus::ir::{Const, Value, Visitor, dfs_in_order};

use super::data::{Piece, segments};

/// How a text begins that only the second part has.
const BEGINS: &[u8] = b"## the other texts begin\n";
/// How one begins that also lies beside the program, by the tag of its language.
const FIRST: [(&str, &[u8]); 2] = [
    ("zh", b"## the first texts begin: zh\n"),
    ("en", b"## the first texts begin: en\n"),
];
const ENDS: &[u8] = b"## the texts end\n";

/// The language that a first visit needs a text in; none for the other texts.
pub fn first(text: &Piece) -> Option<&'static str> {
    let of = FIRST.iter().find(|(_, begins)| text.bytes.starts_with(begins))?;
    Some(of.0)
}

/// Whether a function is one of those that read the texts: it goes to the second part with them.
pub fn reads(name: &str) -> bool {
    name.contains("::text::rest::")
}

/// Takes the texts out of a module and leaves zeros; or leaves them where the functions that read them
/// became part of others, which then hold their addresses.
pub fn take(module: &mut Module) -> Vec<Piece> {
    let texts = find(module);
    if let Some(reader) = other_reader(module, &texts) {
        println!("The texts of src/text/rest.rs stay in the first part: {reader} seems to read them.");
        return Vec::new();
    }
    let ids: Vec<_> = module.data.iter().map(|data| data.id()).collect();
    for id in ids {
        let data = module.data.get_mut(id);
        while let Some(range) = marked(&data.value) {
            data.value[range].fill(0);
        }
    }
    texts
}

/// All texts of a module.
pub fn find(module: &Module) -> Vec<Piece> {
    let mut texts = Vec::new();
    for (offset, value) in segments(module) {
        let mut from = 0;
        while let Some(range) = marked(&value[from..]) {
            let at = offset + u32::try_from(from + range.start).unwrap_or(u32::MAX);
            texts.push(Piece {
                at,
                bytes: value[from..][range.clone()].to_vec(),
            });
            from += range.end;
        }
    }
    texts
}

/// The name of a function that holds a number which may be an address within the texts, and is none of
/// those that go with them.
fn other_reader(module: &Module, texts: &[Piece]) -> Option<String> {
    let mut others = module
        .funcs
        .iter_local()
        .map(|(id, function)| (module.funcs.get(id), function));
    others.find_map(|(named, function)| {
        let name = named.name.as_deref().unwrap_or_default();
        let mut seen = Addresses { texts, found: false };
        dfs_in_order(&mut seen, function, function.entry_block());
        (seen.found && !reads(name)).then(|| name.to_owned())
    })
}

/// The first marked range.
fn marked(bytes: &[u8]) -> Option<Range<usize>> {
    let find = |mark: &[u8], from: usize| {
        bytes[from..]
            .windows(mark.len())
            .position(|window| window == mark)
            .map(|at| from + at)
    };
    let begins = FIRST.iter().map(|(_, begins)| *begins).chain([BEGINS]);
    let start = begins.filter_map(|mark| find(mark, 0)).min()?;
    let end = find(ENDS, start)? + ENDS.len();
    Some(start..end)
}

struct Addresses<'a> {
    texts: &'a [Piece],
    found: bool,
}

impl Visitor<'_> for Addresses<'_> {
    fn visit_const(&mut self, instr: &Const) {
        if let Value::I32(value) = instr.value {
            let value = value.cast_unsigned() as usize;
            self.found |= self.texts.iter().any(|text| {
                let at = text.at as usize;
                (at..at + text.bytes.len()).contains(&value)
            });
        }
    }
}
