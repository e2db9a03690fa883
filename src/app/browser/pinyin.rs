//! The first letters of Chinese characters' sounds, from the order in which the browser sorts them.

use std::cell::RefCell;
use std::collections::HashMap;

use js_sys::{Array, Function, Intl, Object};
use wasm_bindgen::JsValue;

/// The first character, in the order of sounds, of each letter that a sound may begin with.
const FIRST: [(char, char); 23] = [
    ('a', '\u{963f}'),
    ('b', '\u{516b}'),
    ('c', '\u{5693}'),
    ('d', '\u{54d2}'),
    ('e', '\u{59b8}'),
    ('f', '\u{53d1}'),
    ('g', '\u{65ee}'),
    ('h', '\u{54c8}'),
    ('j', '\u{8ba5}'),
    ('k', '\u{5494}'),
    ('l', '\u{5783}'),
    ('m', '\u{75f3}'),
    ('n', '\u{62cf}'),
    ('o', '\u{5662}'),
    ('p', '\u{5991}'),
    ('q', '\u{4e03}'),
    ('r', '\u{5465}'),
    ('s', '\u{6268}'),
    ('t', '\u{5b83}'),
    ('w', '\u{7a75}'),
    ('x', '\u{5915}'),
    ('y', '\u{4e2b}'),
    ('z', '\u{5e00}'),
];

thread_local! {
    static COMPARE: Option<Function> = sorts();
    static KNOWN: RefCell<HashMap<char, Option<char>>> = RefCell::default();
}

/// How the browser sorts by sound; none where it cannot.
fn sorts() -> Option<Function> {
    let by_sound = Array::of1(&"zh-CN-u-co-pinyin".into());
    let compare = Intl::Collator::new(&by_sound, &Object::new()).compare();
    // A browser without the order of sounds sorts by code, which would give wrong letters.
    let sound =
        comes_before(&compare, '\u{963f}', '\u{516b}') && comes_before(&compare, '\u{516b}', '\u{54c8}');
    sound.then_some(compare)
}

fn comes_before(compare: &Function, one: char, other: char) -> bool {
    let (one, other) = (
        JsValue::from_str(&one.to_string()),
        JsValue::from_str(&other.to_string()),
    );
    let order = compare.call2(&JsValue::NULL, &one, &other);
    order
        .ok()
        .and_then(|order| order.as_f64())
        .is_some_and(|order| order < 0.0)
}

/// The first letter of a character's sound; none where it is not known.
pub fn initial(letter: char) -> Option<char> {
    if let Some(known) = KNOWN.with_borrow(|known| known.get(&letter).copied()) {
        return known;
    }
    let found = COMPARE.with(|compare| {
        let compare = compare.as_ref()?;
        let not_yet = FIRST.partition_point(|(_, first)| !comes_before(compare, letter, *first));
        Some(FIRST[not_yet.checked_sub(1)?].0)
    });
    KNOWN.with_borrow_mut(|known| known.insert(letter, found));
    found
}
