//! The data that leaves the first part: what none of its functions can reach.
//!
//! Half of what a program's memory begins with is read by dialogs alone: tables for odd numbers, names,
//! the functions of views. Which function reads which data the linker knew ([`Linked`]); wasm-opt
//! worked on the functions since, and put small ones into others. So a piece of data stays in the first part when
//! one of two ways leads to it: by the linker's word, from a function of the first part, or from one that may have
//! become part of it; or by sight, because a function of the first part, as it is now, holds a number that is its
//! address. And so does all that such a piece points to.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use walrus::ir::{Const, Load, Store, Value, Visitor, dfs_in_order};
use walrus::{ConstExpr, DataKind, FunctionId, FunctionKind, Module};

use super::Fault;
use super::linked::Linked;

/// A function of no more bytes may have become part of those that call it, and be there by itself too. Wasm-opt
/// puts up to 30 instructions into others (see Trunk.toml), which rarely take a hundred bytes.
const MAY_MOVE_IN: usize = 512;

/// How the names end of functions that wasm-bindgen put before others.
const SHIMS: [&str; 2] = [" externref shim", " multivalue shim"];

/// Bytes and where in memory they belong.
#[derive(Clone)]
pub struct Piece {
    pub at: u32,
    pub bytes: Vec<u8>,
}

/// A function of the first part, as it is now.
pub struct First {
    pub name: String,
    /// The numbers that may be addresses.
    pub numbers: HashSet<u32>,
}

/// The functions of a module with these ids.
pub fn functions(module: &Module, ids: impl Iterator<Item = FunctionId>) -> Vec<First> {
    let named = ids.map(|id| module.funcs.get(id));
    let local = named.filter_map(|function| match &function.kind {
        FunctionKind::Local(body) => Some((function.name.clone().unwrap_or_default(), body)),
        _ => None,
    });
    local
        .map(|(name, body)| {
            let mut seen = Numbers::default();
            dfs_in_order(&mut seen, body, body.entry_block());
            First {
                name,
                numbers: seen.0,
            }
        })
        .collect()
}

/// The addresses of the data that only the second part can reach, in order. `whole` has the names of all functions
/// that there are now.
///
/// # Errors
/// A function of the first part is none that the linker knew, so that nobody can say what it reads.
pub fn only_later(
    linked: &Linked,
    first: &[First],
    whole: &HashSet<String>,
) -> Result<Vec<Range<u32>>, Fault> {
    let mut numbered: HashMap<String, Vec<usize>> = HashMap::new();
    for (number, function) in linked.functions.iter().enumerate() {
        numbered.entry(family(&function.name)).or_default().push(number);
    }
    let mut asked = Vec::new();
    let mut unknown = Vec::new();
    // One without a name is what wasm-opt made of several that are alike; those, which it left as calls of the one, or
    // whoever they became part of, are asked.
    for function in first.iter().filter(|function| !function.name.is_empty()) {
        match numbered.get(&family(&function.name)) {
            Some(known) => asked.extend(known),
            // What wasm-bindgen makes itself counts objects of the page; its shim before a function of the program has
            // that one's name.
            None if is_of_bindgen(&function.name) => {}
            None => unknown.push(&*function.name),
        }
    }
    if !unknown.is_empty() {
        return Err(format!("the linker did not know {}", unknown.join(", ")).into());
    }
    let there: HashSet<String> = whole.iter().map(|name| family(name)).collect();
    let may_be_inside = |number: &usize| {
        let function = &linked.functions[*number];
        function.size <= MAY_MOVE_IN || !there.contains(&family(&function.name))
    };
    let read = reached(asked, |number, next| {
        next.extend(
            linked.functions[number]
                .calls
                .iter()
                .filter(|callee| may_be_inside(callee)),
        );
    });
    let mut needed: Vec<usize> = linked.held.clone();
    needed.extend(
        read.iter()
            .flat_map(|number| linked.functions[*number].reads.iter().map(|(datum, _)| *datum)),
    );
    needed.extend(seen(linked, first));
    let needed = reached(needed, |datum, next| next.extend(&linked.data[datum].reads));
    Ok(left(linked, &needed))
}

/// The data whose addresses stand in functions as they are now.
fn seen(linked: &Linked, first: &[First]) -> Vec<usize> {
    let numbers: HashSet<u32> = first
        .iter()
        .flat_map(|function| &function.numbers)
        .copied()
        .collect();
    let mut sorted: Vec<u32> = numbers.iter().copied().collect();
    sorted.sort_unstable();
    let holds_one = |at: &Range<u32>| {
        let from = sorted.partition_point(|number| *number < at.start);
        sorted.get(from).is_some_and(|number| *number < at.end)
    };
    let within = linked
        .data
        .iter()
        .enumerate()
        .filter(|(_, datum)| holds_one(&datum.at));
    let reads = linked.functions.iter().flat_map(|function| &function.reads);
    // An address before a table's beginning, from which it is counted, lies in another piece.
    let beside = reads.filter(|(_, held)| numbers.contains(held));
    within
        .map(|(datum, _)| datum)
        .chain(beside.map(|(datum, _)| *datum))
        .collect()
}

/// Everything that can be come to from some, by the steps that `leads` adds.
fn reached(mut open: Vec<usize>, leads: impl Fn(usize, &mut Vec<usize>)) -> HashSet<usize> {
    let mut done = HashSet::new();
    while let Some(next) = open.pop() {
        if done.insert(next) {
            leads(next, &mut open);
        }
    }
    done
}

/// The addresses of data that is not needed and shares no byte with what is.
fn left(linked: &Linked, needed: &HashSet<usize>) -> Vec<Range<u32>> {
    let end = linked.data.iter().map(|datum| datum.at.end).max().unwrap_or(0);
    let begin = linked.data.iter().map(|datum| datum.at.start).min().unwrap_or(0);
    let mut goes = vec![false; (end - begin) as usize];
    let mut mark = |is_needed: bool, to: bool| {
        for (datum, of) in linked.data.iter().enumerate() {
            if needed.contains(&datum) == is_needed {
                goes[(of.at.start - begin) as usize..(of.at.end - begin) as usize].fill(to);
            }
        }
    };
    mark(false, true);
    mark(true, false);
    let mut ranges: Vec<Range<u32>> = Vec::new();
    for (address, goes) in (begin..).zip(goes) {
        match ranges.last_mut() {
            Some(range) if goes && range.end == address => range.end += 1,
            _ if goes => ranges.push(address..address + 1),
            _ => {}
        }
    }
    ranges
}

/// The bytes of memory that a module's data begins, by address.
pub fn segments(module: &Module) -> Vec<(u32, &[u8])> {
    let active = module.data.iter().filter_map(|data| match data.kind {
        DataKind::Active {
            offset: ConstExpr::Value(Value::I32(offset)),
            ..
        } => Some((offset.cast_unsigned(), data.value.as_slice())),
        _ => None,
    });
    active.collect()
}

/// Takes the bytes at some addresses out of a module and leaves zeros.
pub fn take(module: &mut Module, ranges: &[Range<u32>]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let ids: Vec<_> = module.data.iter().map(|data| data.id()).collect();
    for id in ids {
        let data = module.data.get_mut(id);
        let DataKind::Active {
            offset: ConstExpr::Value(Value::I32(offset)),
            ..
        } = data.kind
        else {
            continue;
        };
        let from = offset.cast_unsigned();
        let until = from + u32::try_from(data.value.len()).unwrap_or(u32::MAX);
        let within = ranges.partition_point(|range| range.end <= from);
        for range in ranges[within..].iter().take_while(|range| range.start < until) {
            let (start, end) = (range.start.max(from), range.end.min(until));
            let bytes = &mut data.value[(start - from) as usize..(end - from) as usize];
            if bytes.iter().any(|byte| *byte != 0) {
                pieces.push(Piece {
                    at: start,
                    bytes: bytes.to_vec(),
                });
                bytes.fill(0);
            }
        }
    }
    pieces
}

/// Puts pieces into the second part, whose making writes them to where they belong.
pub fn put<'a>(later: &mut Module, pieces: impl Iterator<Item = &'a Piece>) -> Result<(), Fault> {
    let memory = later
        .memories
        .iter()
        .next()
        .ok_or("the module has no memory")?
        .id();
    for piece in pieces {
        let offset = ConstExpr::Value(Value::I32(piece.at.cast_signed()));
        let id = later
            .data
            .add(DataKind::Active { memory, offset }, piece.bytes.clone());
        later.memories.get_mut(memory).data_segments.insert(id);
    }
    Ok(())
}

fn is_of_bindgen(name: &str) -> bool {
    name.starts_with("__wbindgen_") || SHIMS.iter().any(|shim| name.contains(shim))
}

/// The name that a function shares with those which differ from it by a number that a tool gave them, and with the
/// shims that wasm-bindgen put before them.
fn family(name: &str) -> String {
    let mut name = format!("{}", rustc_demangle::demangle(name));
    for shim in SHIMS {
        if let Some(at) = name.find(shim) {
            name.truncate(at);
        }
    }
    loop {
        let bare = name.strip_suffix(']').unwrap_or(&name);
        let bare = bare.trim_end_matches(|letter: char| letter.is_ascii_digit());
        let shorter = if name.ends_with(']') {
            bare.strip_suffix('[')
        } else {
            bare.strip_suffix('.')
        };
        match shorter {
            Some(shorter) if !shorter.is_empty() => name.truncate(shorter.len()),
            _ => return name,
        }
    }
}

#[derive(Default)]
struct Numbers(HashSet<u32>);

impl Visitor<'_> for Numbers {
    fn visit_const(&mut self, instr: &Const) {
        if let Value::I32(value) = instr.value {
            self.0.insert(value.cast_unsigned());
        }
    }
    fn visit_load(&mut self, instr: &Load) {
        self.0.extend(u32::try_from(instr.arg.offset));
    }
    fn visit_store(&mut self, instr: &Store) {
        self.0.extend(u32::try_from(instr.arg.offset));
    }
}

#[cfg(test)]
mod tests;
