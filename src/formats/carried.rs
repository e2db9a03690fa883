//! A design carried within a file of another format: what the format cannot say itself goes along as the parts
//! of its stored form, and is put together again when the file comes back.

use serde_json::{Map, Value, json};

use crate::design::Design;
use crate::design::stored::{self, ReadFault, Repair};

/// A design's parts.
pub(super) struct Parts {
    /// All but the things and wishes.
    pub head: Map<String, Value>,
    /// The things as they are stored, first placed first.
    pub things: Vec<Map<String, Value>>,
    /// The wishes as they are stored.
    pub wishes: Vec<Map<String, Value>>,
}

fn objects(value: Option<Value>) -> Vec<Map<String, Value>> {
    let Some(Value::Array(rows)) = value else {
        return Vec::new();
    };
    let object = |row| match row {
        Value::Object(object) => Some(object),
        _ => None,
    };
    rows.into_iter().filter_map(object).collect()
}

/// A design in its parts. Sealed contact details stay behind: such a file goes from hand to hand.
pub(super) fn parts(design: &Design) -> Parts {
    // What this program wrote it reads.
    let stored = serde_json::from_slice(&stored::write(design)).unwrap_or(Value::Null);
    let Value::Object(mut head) = stored else {
        return Parts {
            head: Map::new(),
            things: Vec::new(),
            wishes: Vec::new(),
        };
    };
    head.remove("contact");
    let wishes = objects(head.remove("wishes"));
    let sheet = |sheets: &mut Value| sheets.as_object_mut()?.remove(Design::SHEET);
    let things = objects(head.get_mut("sheets").and_then(sheet));
    Parts { head, things, wishes }
}

/// The design of its parts, through the gate of the stored form.
pub(super) fn together(parts: Parts) -> Result<(Design, Vec<Repair>), ReadFault> {
    let mut head = parts.head;
    let sheets = head.entry("sheets").or_insert_with(|| json!({}));
    if !sheets.is_object() {
        *sheets = json!({});
    }
    if let Some(sheets) = sheets.as_object_mut() {
        sheets.insert(Design::SHEET.to_owned(), json!(parts.things));
    }
    if !parts.wishes.is_empty() {
        head.insert("wishes".to_owned(), json!(parts.wishes));
    }
    stored::read(Value::Object(head).to_string().as_bytes())
}
