//! A kind of the project's own while it is typed in: the row of `project.json`, changed member by member.

use serde_json::{Map, Value, json};

use crate::catalogue::Kind;

/// A new kind of which little is said yet.
pub fn new_kind(id: &str) -> Value {
    json!({
        "id": id, "names": {}, "group": "facility", "size": [2.0, 2.0],
        "width": { "min": 2.0, "max": 2.0 }, "depth": { "min": 2.0, "max": 2.0 }, "height": 1.0,
        "price": { "unit": "each", "yuan": 0.0 },
        "drawing": { "parts": [{ "part": "block", "material": "timber" }] }
    })
}

/// A variant of a built-in kind: the same measures, to be changed.
pub fn variant_of(kind: &Kind, id: &str) -> Value {
    json!({
        "id": id, "like": kind.id.as_str(), "names": {}, "size": [kind.size.0, kind.size.1],
        "width": { "min": kind.width.min, "max": kind.width.max },
        "depth": { "min": kind.depth.min, "max": kind.depth.max }, "height": kind.height,
    })
}

/// A copy of a row under another id, without its names.
pub fn copy_of(row: &Value, id: &str) -> Value {
    let mut copy = row.clone();
    copy["id"] = json!(id);
    copy["names"] = json!({});
    copy
}

/// Sets what a pointer such as `/price/yuan` or `/size/0` leads to, making what is missing on the way; none takes it out.
pub fn set(row: &mut Value, pointer: &str, value: Option<Value>) {
    let mut at = row;
    let mut names = pointer.split('/').skip(1).peekable();
    while let Some(name) = names.next() {
        let is_last = names.peek().is_none();
        if let (Value::Array(list), Ok(place)) = (&mut *at, name.parse::<usize>()) {
            // Cannot grow beyond what there is.
            if place >= list.len() {
                return;
            }
        } else if !at.is_object() {
            *at = Value::Object(Map::new());
        }
        let next = match at {
            Value::Array(list) => name.parse::<usize>().ok().and_then(|place| list.get_mut(place)),
            Value::Object(members) if is_last && value.is_none() => {
                members.remove(name);
                return;
            }
            Value::Object(members) => Some(members.entry(name).or_insert(Value::Null)),
            _ => None,
        };
        let Some(next) = next else { return };
        at = next;
    }
    *at = value.unwrap_or(Value::Null);
}
