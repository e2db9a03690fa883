//! Records as the database keeps them: plain objects of texts, numbers and bytes.

use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

/// A record of these members.
pub fn record(members: &[(&str, JsValue)]) -> JsValue {
    let record = Object::new();
    for (name, value) in members {
        // An object that was just made refuses nothing.
        let _ = Reflect::set(&record, &JsValue::from_str(name), value);
    }
    record.into()
}

/// Bytes as a record keeps them.
pub fn kept_bytes(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}

fn member(record: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(record, &JsValue::from_str(name)).ok()
}

/// A member of text.
pub fn text(record: &JsValue, name: &str) -> Option<String> {
    member(record, name)?.as_string()
}

/// A member of number.
pub fn number(record: &JsValue, name: &str) -> Option<f64> {
    member(record, name)?.as_f64()
}

/// A member of bytes.
pub fn bytes(record: &JsValue, name: &str) -> Option<Vec<u8>> {
    let bytes = member(record, name)?.dyn_into::<Uint8Array>().ok()?;
    Some(bytes.to_vec())
}
