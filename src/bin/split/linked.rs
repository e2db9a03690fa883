//! What the linker knew of a program: which function reads which data and calls which function. It says so
//! where it was asked to (`--emit-relocs`), in sections that nothing after it keeps true; so this reads the
//! file that the linker wrote.

use std::collections::HashMap;
use std::ops::Range;

use wasmparser::{
    DataKind, KnownCustom, Linking, Name, Operator, Parser, Payload, RelocationEntry, RelocationType,
    SymbolInfo, TypeRef,
};

use super::Fault;

/// A function of the linker's file.
#[derive(Debug, Default)]
pub struct Function {
    pub name: String,
    /// The bytes of its body.
    pub size: usize,
    /// Functions that it calls or takes the address of, by their number.
    pub calls: Vec<usize>,
    /// Data that it holds addresses of: its place in [`Linked::data`], and the address that it holds.
    pub reads: Vec<(usize, u32)>,
}

/// A piece of data that stays in one piece: a constant, a table of a trait's functions, a variable.
#[derive(Debug, Default)]
pub struct Datum {
    /// Its addresses in memory.
    pub at: Range<u32>,
    /// Data that it holds addresses of.
    pub reads: Vec<usize>,
}

/// A program as the linker wrote it.
#[derive(Debug, Default)]
pub struct Linked {
    /// All functions by their number in the file; those that the page gives have no body.
    pub functions: Vec<Function>,
    pub data: Vec<Datum>,
    /// Data whose addresses lie in bytes that are part of no piece of data, so that nobody knows who reads them.
    pub held: Vec<usize>,
    /// The bytes that memory begins with, and from which address.
    pub memory: Vec<(u32, Vec<u8>)>,
}

/// What a symbol of the linker stands for here.
#[derive(Clone, Copy)]
enum Symbol {
    Function(usize),
    Datum(usize),
    Other,
}

/// The pieces of a module as they come, before what points where is put together.
#[derive(Default)]
struct Raw<'a> {
    imported: usize,
    /// Where in the code section each body lies.
    bodies: Vec<Range<usize>>,
    code: Option<(u32, usize)>,
    data: Option<(u32, usize)>,
    /// Where in memory and in the data section each segment lies.
    segments: Vec<(u32, Range<usize>)>,
    names: HashMap<usize, &'a str>,
    symbols: Vec<SymbolInfo<'a>>,
    relocations: Vec<(u32, RelocationEntry)>,
}

impl Linked {
    /// Reads the file that the linker wrote.
    ///
    /// # Errors
    /// It is no WebAssembly, or the linker was not asked to say what points where.
    pub fn read(wasm: &[u8]) -> Result<Self, Fault> {
        let mut linked = Self::default();
        let raw = Raw::read(wasm, &mut linked.memory)?;
        if raw.symbols.is_empty() || raw.relocations.is_empty() {
            return Err("the linker did not say what points where: it wants --emit-relocs".into());
        }
        linked.functions = (0..raw.imported + raw.bodies.len())
            .map(|number| Function {
                name: raw.names.get(&number).copied().unwrap_or_default().to_owned(),
                size: number
                    .checked_sub(raw.imported)
                    .map_or(0, |body| raw.bodies[body].len()),
                ..Function::default()
            })
            .collect();
        let symbols = linked.name_symbols(&raw);
        linked.follow(&raw, &symbols)?;
        Ok(linked)
    }

    /// Takes in what data there is, and says what each symbol stands for.
    fn name_symbols(&mut self, raw: &Raw) -> Vec<Symbol> {
        let mut symbols = Vec::with_capacity(raw.symbols.len());
        for symbol in &raw.symbols {
            symbols.push(match symbol {
                SymbolInfo::Func { index, .. } if (*index as usize) < self.functions.len() => {
                    Symbol::Function(*index as usize)
                }
                SymbolInfo::Data {
                    symbol: Some(datum), ..
                } => match raw.segments.get(datum.index as usize) {
                    Some((address, _)) => {
                        let from = address + datum.offset;
                        self.data.push(Datum {
                            at: from..from + datum.size,
                            reads: Vec::new(),
                        });
                        Symbol::Datum(self.data.len() - 1)
                    }
                    None => Symbol::Other,
                },
                _ => Symbol::Other,
            });
        }
        symbols
    }

    /// Puts together what points where.
    fn follow(&mut self, raw: &Raw, symbols: &[Symbol]) -> Result<(), Fault> {
        let by_place = self.data_by_address();
        for (section, entry) in &raw.relocations {
            let target = symbols
                .get(entry.index as usize)
                .copied()
                .unwrap_or(Symbol::Other);
            match (raw.code, raw.data) {
                (Some((code, _)), _) if *section == code => {
                    let body = holder(&raw.bodies, entry.offset as usize);
                    let body = body.ok_or("a relocation of the code lies in no function")?;
                    let function = &mut self.functions[raw.imported + body];
                    match target {
                        Symbol::Function(callee) => function.calls.push(callee),
                        Symbol::Datum(datum) if is_address(entry.ty) => {
                            let held = i64::from(self.data[datum].at.start) + entry.addend;
                            function.reads.push((datum, held as u32));
                        }
                        _ => {}
                    }
                }
                (_, Some((data, _))) if *section == data => {
                    let Symbol::Datum(datum) = target else { continue };
                    let segment = raw
                        .segments
                        .iter()
                        .find(|(_, bytes)| bytes.contains(&(entry.offset as usize)))
                        .ok_or("a relocation of the data lies in no segment")?;
                    let address = segment.0 + (entry.offset as usize - segment.1.start) as u32;
                    let holders = holders(&self.data, &by_place, address);
                    if holders.is_empty() {
                        self.held.push(datum);
                    }
                    for from in holders {
                        self.data[from].reads.push(datum);
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn data_by_address(&self) -> Vec<usize> {
        let mut places: Vec<_> = (0..self.data.len()).collect();
        places.sort_by_key(|place| self.data[*place].at.start);
        places
    }

    /// Whether a module begins memory with the same bytes; where it leaves some out they are nought.
    pub fn is_memory_of(&self, segments: &[(u32, &[u8])]) -> bool {
        let at = |address: u32| {
            let held = self
                .memory
                .iter()
                .find_map(|(from, bytes)| bytes.get(address.checked_sub(*from)? as usize));
            held.copied().unwrap_or(0)
        };
        segments
            .iter()
            .all(|(from, bytes)| (*from..).zip(*bytes).all(|(address, byte)| at(address) == *byte))
    }
}

impl<'a> Raw<'a> {
    fn read(wasm: &'a [u8], memory: &mut Vec<(u32, Vec<u8>)>) -> Result<Self, Fault> {
        let mut raw = Self::default();
        let mut section = 0;
        for payload in Parser::new(0).parse_all(wasm) {
            let payload = payload?;
            let of_this = section;
            if payload.as_section().is_some() {
                section += 1;
            }
            match payload {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        raw.imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionStart { range, .. } => raw.code = Some((of_this, range.start)),
                Payload::CodeSectionEntry(body) => {
                    let begin = raw.code.map_or(0, |(_, begin)| begin);
                    raw.bodies
                        .push(body.range().start - begin..body.range().end - begin);
                }
                Payload::DataSection(segments) => {
                    let begin = segments.range().start;
                    raw.data = Some((of_this, begin));
                    for segment in segments {
                        let segment = segment?;
                        let DataKind::Active { offset_expr, .. } = segment.kind else {
                            continue;
                        };
                        let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
                            continue;
                        };
                        let end = segment.range.end - begin;
                        raw.segments
                            .push((value.cast_unsigned(), end - segment.data.len()..end));
                        memory.push((value.cast_unsigned(), segment.data.to_vec()));
                    }
                }
                Payload::CustomSection(custom) => raw.read_custom(custom.as_known())?,
                _ => {}
            }
        }
        Ok(raw)
    }

    fn read_custom(&mut self, section: KnownCustom<'a>) -> Result<(), Fault> {
        match section {
            KnownCustom::Name(names) => {
                for part in names {
                    if let Name::Function(list) = part? {
                        for naming in list {
                            let naming = naming?;
                            self.names.insert(naming.index as usize, naming.name);
                        }
                    }
                }
            }
            KnownCustom::Linking(linking) => {
                for part in linking.subsections() {
                    if let Linking::SymbolTable(symbols) = part? {
                        self.symbols = symbols.into_iter().collect::<Result<_, _>>()?;
                    }
                }
            }
            KnownCustom::Reloc(list) => {
                for entry in list.entries() {
                    self.relocations.push((list.section_index(), entry?));
                }
            }
            _ => {}
        }
        Ok(())
    }
}

fn is_address(ty: RelocationType) -> bool {
    matches!(
        ty,
        RelocationType::MemoryAddrLeb | RelocationType::MemoryAddrSleb | RelocationType::MemoryAddrI32
    )
}

/// The one of many ranges, one behind the other, that holds a place.
fn holder(ranges: &[Range<usize>], place: usize) -> Option<usize> {
    let after = ranges.partition_point(|range| range.end <= place);
    ranges.get(after)?.contains(&place).then_some(after)
}

/// All data that an address lies in; alike constants share one place.
fn holders(data: &[Datum], by_place: &[usize], address: u32) -> Vec<usize> {
    let after = by_place.partition_point(|place| data[*place].at.start <= address);
    // No piece is longer than memory's beginning, but only a few begin within so many bytes before.
    let near = by_place[..after].iter().rev().take(64);
    near.copied()
        .filter(|place| data[*place].at.contains(&address))
        .collect()
}

#[cfg(test)]
mod tests;
