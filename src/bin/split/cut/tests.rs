//! A small module cut in two.

use walrus::{FunctionId, RefType};

use super::super::linked::Function;
use super::*;

/// What the linker knew of the small module: its functions, and no data.
fn linked() -> Linked {
    let names = ["shared", "inner", "dialog", "start", "shown"];
    Linked {
        functions: names
            .map(|name| Function {
                name: name.to_owned(),
                ..Function::default()
            })
            .into(),
        ..Linked::default()
    }
}

/// A function that only calls others.
fn calls(module: &mut Module, name: &str, others: &[FunctionId]) -> FunctionId {
    let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
    builder.name(name.to_owned());
    for other in others {
        builder.func_body().call(*other);
    }
    builder.finish(Vec::new(), &mut module.funcs)
}

/// `start` calls `dialog` and `shared`, `dialog` calls `inner`, `shared` and a function of the page;
/// `shown` is reached through the table alone.
fn whole() -> Vec<u8> {
    let mut module = Module::default();
    let ty = module.types.add(&[], &[]);
    let (page, _) = module.add_import_func("./app_bg.js", "__wbg_alert", ty);
    let shared = calls(&mut module, "shared", &[]);
    let inner = calls(&mut module, "inner", &[]);
    let dialog = calls(&mut module, "dialog", &[inner, shared, page]);
    let start = calls(&mut module, "start", &[dialog, shared]);
    let shown = calls(&mut module, "shown", &[shared]);
    let table = module.tables.add_local(false, 2, Some(2), RefType::FUNCREF);
    let offset = ConstExpr::Value(Value::I32(1));
    let element = module.elements.add(
        ElementKind::Active { table, offset },
        ElementItems::Functions(vec![shown]),
    );
    module.tables.get_mut(table).elem_segments.insert(element);
    module.exports.add("table", table);
    module.exports.add("start", start);
    module.memories.add_local(false, false, 1, None, None);
    module.emit_wasm()
}

fn imports(module: &Module) -> Vec<(&str, &str)> {
    let mut list: Vec<_> = module
        .imports
        .iter()
        .map(|import| (&*import.module, &*import.name))
        .collect();
    list.sort_unstable();
    list
}

#[test]
fn each_part_is_sound_and_has_its_functions() {
    let parts = split(&whole(), &linked(), |name| name == "dialog" || name == "shown").unwrap();
    let mut first = parts.first;
    // Reading a module validates it.
    let first = Module::from_buffer(&first.emit_wasm()).unwrap();
    let later = Module::from_buffer(&parts.later).unwrap();
    // start, shared, and two stubs; inner is asked for by dialog alone.
    assert_eq!(first.funcs.iter_local().count(), 4);
    assert_eq!(later.funcs.iter_local().count(), 3);
    assert_eq!(
        imports(&first),
        [("./app_bg.js", "__wbg_alert"), ("./later", "bring")]
    );
    // The page's function, shared, and the table.
    assert_eq!(imports(&later), [("m", "a"), ("m", "b"), ("m", "table")]);
    let exported: Vec<_> = first.exports.iter().map(|export| export.name.as_str()).collect();
    assert!(
        ["a", "b", "start", "table"]
            .iter()
            .all(|name| exported.contains(name)),
        "{exported:?}"
    );
}

#[test]
fn the_second_part_fills_the_slots_that_the_stubs_call() {
    let parts = split(&whole(), &linked(), |name| name == "dialog" || name == "shown").unwrap();
    let later = Module::from_buffer(&parts.later).unwrap();
    let table = later.tables.main_function_table().unwrap().unwrap();
    // Slot 1 was shown's; dialog had none and got one behind the end.
    assert_eq!(later.tables.get(table).initial, 3);
    let mut filled: Vec<u32> = slots(&later, table).into_values().flatten().collect();
    filled.sort_unstable();
    assert_eq!(filled, [1, 2]);
    let first = parts.first;
    let table = first.tables.main_function_table().unwrap().unwrap();
    assert_eq!(first.tables.get(table).initial, 3);
}

#[test]
fn short_names_are_letters() {
    assert_eq!([0, 25, 26, 701, 702].map(letters), ["a", "z", "aa", "zz", "aaa"]);
}
