//! Cuts one WebAssembly module into two that share memory, tables and globals.
//!
//! A function of the second part leaves a stub in the first where something there still asks for it:
//! it calls `bring`, which fetches the second part unless it is there, and then the function itself
//! through its slot of the function table. The second part imports what it needs from the first part's
//! exports and, once made, writes its functions into those slots and the data that only they read into memory.

use std::collections::{BTreeMap, HashMap, HashSet};

use walrus::ir::Value;
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind, GlobalKind,
    ImportKind, ImportedFunction, Module, ModuleConfig, TableId, ValType,
};

use super::data::{self, Piece};
use super::linked::Linked;
use super::{Fault, texts};

/// The module that the first part imports `bring` from.
pub const LATER: &str = "./later";
/// The function that sees to it that the second part is there.
pub const BRING: &str = "bring";
/// The module that the second part imports everything from: the exports of the first.
const FIRST: &str = "m";

/// The two parts.
pub struct Parts {
    /// What starts; its imports' names are yet to be shortened.
    pub first: Module,
    /// What comes after.
    pub later: Vec<u8>,
    /// The texts that left the first part.
    pub texts: Vec<Piece>,
    /// How many bytes of other data left it.
    pub data: usize,
}

/// Reads a module that will be written without names, and without what the linker said of a program that tools have
/// worked on since.
pub fn parse(wasm: &[u8]) -> Result<Module, Fault> {
    let mut config = ModuleConfig::new();
    config
        .generate_name_section(false)
        .generate_producers_section(false);
    let mut module = config.parse(wasm)?;
    let sections = module.customs.iter();
    let stale =
        sections.filter(|(_, section)| section.name() == "linking" || section.name().starts_with("reloc."));
    for id in stale.map(|(id, _)| id).collect::<Vec<_>>() {
        module.customs.delete(id);
    }
    Ok(module)
}

/// Cuts a module: functions whose name is `is_later` go to the second part, and with them what only they call and
/// the data that only they read, which `linked` tells.
pub fn split(wasm: &[u8], linked: &Linked, is_later: impl Fn(&str) -> bool) -> Result<Parts, Fault> {
    let mut first = parse(wasm)?;
    let table = first
        .tables
        .main_function_table()?
        .ok_or("the module has no function table")?;
    let moved: Vec<FunctionId> = first
        .funcs
        .iter_local()
        .map(|(id, _)| id)
        .filter(|id| {
            first
                .funcs
                .get(*id)
                .name
                .as_deref()
                .is_some_and(|name| is_later(name) || texts::reads(name))
        })
        .collect();

    if !linked.is_memory_of(&data::segments(&first)) {
        return Err("the linker wrote another program than Trunk built: make clean, then make build".into());
    }
    let whole = first
        .funcs
        .iter_local()
        .filter_map(|(id, _)| first.funcs.get(id).name.clone());
    let whole: HashSet<String> = whole.collect();
    let texts = texts::take(&mut first);
    let mut slots = slots(&first, table);
    let bring_type = first.types.add(&[], &[]);
    let (bring, _) = first.add_import_func(LATER, BRING, bring_type);
    for id in &moved {
        stub(&mut first, *id, bring, None);
    }
    let kept = kept(&mut first, bring);
    let mut size = u32::try_from(first.tables.get(table).initial)?;
    for id in moved.iter().filter(|id| kept.contains(id)) {
        let own = slots.entry(*id).or_default();
        if own.is_empty() {
            own.push(size);
            size += 1;
        }
        stub(&mut first, *id, bring, Some((table, own[0])));
    }
    resize(&mut first, table, size);

    let gone: HashSet<FunctionId> = moved.iter().copied().collect();
    let of_first = data::functions(&first, kept.difference(&gone).copied());
    let ranges = data::only_later(linked, &of_first, &whole)?;
    let pieces = data::take(&mut first, &ranges);
    let stays: HashSet<usize> = kept.difference(&gone).map(FunctionId::index).collect();
    let filled: BTreeMap<u32, usize> = moved
        .iter()
        .flat_map(|id| {
            slots
                .get(id)
                .into_iter()
                .flatten()
                .map(|slot| (*slot, id.index()))
        })
        .collect();
    let mut later = parse(wasm)?;
    lend(&mut later, &stays, size)?;
    fill(&mut later, &filled)?;
    data::put(&mut later, texts.iter().chain(&pieces))?;
    walrus::passes::gc::run(&mut later);
    join(&mut first, &mut later)?;
    walrus::passes::gc::run(&mut first);
    Ok(Parts {
        first,
        later: later.emit_wasm(),
        texts,
        data: pieces.iter().map(|piece| piece.bytes.len()).sum(),
    })
}

/// A module in which every function first sets a global of its own, exported as `ran0`, `ran1`, …, and the
/// names of those functions.
pub fn watched(wasm: &[u8]) -> Result<(Vec<u8>, Vec<String>), Fault> {
    let mut module = parse(wasm)?;
    let ids: Vec<_> = module.funcs.iter_local().map(|(id, _)| id).collect();
    let mut names = Vec::new();
    for id in ids {
        let zero = ConstExpr::Value(Value::I32(0));
        let ran = module.globals.add_local(ValType::I32, true, false, zero);
        module.exports.add(&format!("ran{}", names.len()), ran);
        let function = module.funcs.get_mut(id);
        names.push(function.name.clone().unwrap_or_default());
        if let FunctionKind::Local(body) = &mut function.kind {
            body.builder_mut()
                .func_body()
                .const_at(0, Value::I32(1))
                .global_set_at(1, ran);
        }
    }
    Ok((module.emit_wasm(), names))
}

/// The slots of the function table, by the function that they hold.
fn slots(module: &Module, table: TableId) -> HashMap<FunctionId, Vec<u32>> {
    let mut slots: HashMap<FunctionId, Vec<u32>> = HashMap::new();
    for element in module.elements.iter() {
        let ElementKind::Active {
            table: of,
            offset: ConstExpr::Value(Value::I32(begin)),
        } = &element.kind
        else {
            continue;
        };
        if let (ElementItems::Functions(functions), true) = (&element.items, *of == table) {
            for (slot, id) in (begin.cast_unsigned()..).zip(functions) {
                slots.entry(*id).or_default().push(slot);
            }
        }
    }
    slots
}

/// Puts a stub in a function's place: with a slot the whole one, without one what only asks for `bring`.
fn stub(module: &mut Module, id: FunctionId, bring: FunctionId, slot: Option<(TableId, u32)>) {
    let ty = module.funcs.get(id).ty();
    let (params, results) = module.types.params_results(ty);
    let (params, results) = (params.to_vec(), results.to_vec());
    let mut builder = FunctionBuilder::new(&mut module.types, &params, &results);
    let args: Vec<_> = params.iter().map(|ty| module.locals.add(*ty)).collect();
    let mut body = builder.func_body();
    body.call(bring);
    match slot {
        Some((table, slot)) => {
            for arg in &args {
                body.local_get(*arg);
            }
            body.i32_const(slot.cast_signed()).call_indirect(ty, table);
        }
        None => {
            body.unreachable();
        }
    }
    module.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(args));
}

/// The functions that the first part still needs. What the second may need of the page and of the globals
/// stays as well, until [`join`] has seen what it needs indeed.
fn kept(first: &mut Module, bring: FunctionId) -> HashSet<FunctionId> {
    let functions = first.imports.iter().filter_map(|import| match import.kind {
        ImportKind::Function(id) if id != bring => Some(ExportItem::Function(id)),
        _ => None,
    });
    let globals = first.globals.iter().map(|global| ExportItem::Global(global.id()));
    let tables = first.tables.iter().map(|table| ExportItem::Table(table.id()));
    let memories = first
        .memories
        .iter()
        .map(|memory| ExportItem::Memory(memory.id()));
    let items: Vec<_> = functions.chain(globals).chain(tables).chain(memories).collect();
    let held: Vec<_> = items
        .into_iter()
        .map(|item| first.exports.add("", item))
        .collect();
    walrus::passes::gc::run(first);
    for id in held {
        first.exports.delete(id);
    }
    first
        .funcs
        .iter()
        .map(|function| function.id())
        .filter(|id| *id != bring)
        .collect()
}

fn resize(module: &mut Module, table: TableId, size: u32) {
    let table = module.tables.get_mut(table);
    table.initial = u64::from(size);
    table.maximum = Some(u64::from(size));
}

/// Makes of the whole module the second part, to which all else is lent: `stays` are the functions of the
/// first, by their number in the whole.
fn lend(later: &mut Module, stays: &HashSet<usize>, size: u32) -> Result<(), Fault> {
    later.start = None;
    for id in later.exports.iter().map(|export| export.id()).collect::<Vec<_>>() {
        later.exports.delete(id);
    }
    for id in later.imports.iter().map(|import| import.id()).collect::<Vec<_>>() {
        later.imports.delete(id);
    }
    for id in later
        .elements
        .iter()
        .map(|element| element.id())
        .collect::<Vec<_>>()
    {
        later.elements.delete(id);
    }
    for id in later.data.iter().map(|data| data.id()).collect::<Vec<_>>() {
        later.data.delete(id);
    }
    let functions: Vec<_> = later.funcs.iter().map(|function| function.id()).collect();
    for id in functions.into_iter().filter(|id| stays.contains(&id.index())) {
        let import = later.imports.add(FIRST, "", ImportKind::Function(id));
        let function = later.funcs.get_mut(id);
        function.kind = FunctionKind::Import(ImportedFunction {
            import,
            ty: function.ty(),
        });
    }
    for id in later
        .memories
        .iter()
        .map(|memory| memory.id())
        .collect::<Vec<_>>()
    {
        let import = later.imports.add(FIRST, "", ImportKind::Memory(id));
        let memory = later.memories.get_mut(id);
        memory.import = Some(import);
        memory.data_segments.clear();
    }
    let main = later
        .tables
        .main_function_table()?
        .ok_or("the module has no function table")?;
    resize(later, main, size);
    for id in later.tables.iter().map(|table| table.id()).collect::<Vec<_>>() {
        let import = later.imports.add(FIRST, "", ImportKind::Table(id));
        let table = later.tables.get_mut(id);
        table.import = Some(import);
        table.elem_segments.clear();
    }
    for id in later.globals.iter().map(|global| global.id()).collect::<Vec<_>>() {
        let import = later.imports.add(FIRST, "", ImportKind::Global(id));
        later.globals.get_mut(id).kind = GlobalKind::Import(import);
    }
    Ok(())
}

/// Has the second part write its functions into their slots.
fn fill(later: &mut Module, filled: &BTreeMap<u32, usize>) -> Result<(), Fault> {
    let table = later
        .tables
        .main_function_table()?
        .ok_or("the module has no function table")?;
    let ids: HashMap<usize, FunctionId> = later
        .funcs
        .iter()
        .map(|function| (function.id().index(), function.id()))
        .collect();
    let mut runs: Vec<(u32, Vec<FunctionId>)> = Vec::new();
    let mut end = None;
    for (slot, number) in filled {
        match runs.last_mut() {
            Some((_, run)) if end == Some(*slot) => run.push(ids[number]),
            _ => runs.push((*slot, vec![ids[number]])),
        }
        end = Some(slot + 1);
    }
    for (begin, run) in runs {
        let offset = ConstExpr::Value(Value::I32(begin.cast_signed()));
        let element = later.elements.add(
            ElementKind::Active { table, offset },
            ElementItems::Functions(run),
        );
        later.tables.get_mut(table).elem_segments.insert(element);
    }
    Ok(())
}

/// Names what the second part imports, and has the first export it.
fn join(first: &mut Module, later: &mut Module) -> Result<(), Fault> {
    let here: HashMap<(u8, usize), ExportItem> = first
        .funcs
        .iter()
        .map(|function| ExportItem::Function(function.id()))
        .chain(first.tables.iter().map(|table| ExportItem::Table(table.id())))
        .chain(
            first
                .memories
                .iter()
                .map(|memory| ExportItem::Memory(memory.id())),
        )
        .chain(first.globals.iter().map(|global| ExportItem::Global(global.id())))
        .map(|item| (number(item), item))
        .collect();
    let mut names: HashMap<(u8, usize), String> = first
        .exports
        .iter()
        .map(|export| (number(export.item), export.name.clone()))
        .collect();
    let mut count = 0;
    for import in later.imports.iter_mut() {
        let wanted = match import.kind {
            ImportKind::Function(id) => ExportItem::Function(id),
            ImportKind::Table(id) => ExportItem::Table(id),
            ImportKind::Memory(id) => ExportItem::Memory(id),
            ImportKind::Global(id) => ExportItem::Global(id),
            ImportKind::Tag(id) => ExportItem::Tag(id),
        };
        let item = here
            .get(&number(wanted))
            .ok_or("the second part needs what the first does not have")?;
        let name = names.entry(number(wanted)).or_insert_with(|| {
            let name = letters(count);
            count += 1;
            first.exports.add(&name, *item);
            name
        });
        import.name.clone_from(name);
    }
    Ok(())
}

/// What identifies the same thing in both parts, since both were read from the same bytes.
fn number(item: ExportItem) -> (u8, usize) {
    match item {
        ExportItem::Function(id) => (0, id.index()),
        ExportItem::Table(id) => (1, id.index()),
        ExportItem::Memory(id) => (2, id.index()),
        ExportItem::Global(id) => (3, id.index()),
        ExportItem::Tag(id) => (4, id.index()),
    }
}

/// `a`, `b`, …, `z`, `aa`, …: short names.
fn letters(mut count: usize) -> String {
    let mut name = String::new();
    loop {
        name.insert(0, char::from(b'a' + u8::try_from(count % 26).unwrap_or_default()));
        if count < 26 {
            return name;
        }
        count = count / 26 - 1;
    }
}

#[cfg(test)]
mod tests;
