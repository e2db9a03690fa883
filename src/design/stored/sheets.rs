//! The sheets of a document: the one that is drawn, read straight into its rows, and the others as they are.
//!
//! A design of ten thousand things was read twice when its sheets went through a map of any values first.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Map, Value};

use crate::design::Design;

/// The member `sheets`: the rows of the drawn sheet (none where the document has no such sheet), and the others.
pub(super) struct Sheets<Row> {
    pub drawn: Option<Vec<Row>>,
    pub others: Map<String, Value>,
}

impl<Row> Default for Sheets<Row> {
    fn default() -> Self {
        Self {
            drawn: None,
            others: Map::new(),
        }
    }
}

impl<Row: Serialize> Serialize for Sheets<Row> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some(rows) = &self.drawn {
            map.serialize_entry(Design::SHEET, rows)?;
        }
        for (name, sheet) in &self.others {
            map.serialize_entry(name, sheet)?;
        }
        map.end()
    }
}

impl<'de, Row: Deserialize<'de>> Deserialize<'de> for Sheets<Row> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader<Row>(Sheets<Row>);

        impl<'de, Row: Deserialize<'de>> Visitor<'de> for Reader<Row> {
            type Value = Sheets<Row>;

            fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                formatter.write_str("sheets by name")
            }

            fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Self::Value, A::Error> {
                while let Some(name) = map.next_key::<String>()? {
                    if name != Design::SHEET {
                        self.0.others.insert(name, map.next_value()?);
                    } else if self
                        .0
                        .drawn
                        .replace(map.next_value_seed(Rows(PhantomData))?)
                        .is_some()
                    {
                        // Two drawings under one name: neither can be told to be the right one.
                        return Err(A::Error::duplicate_field(Design::SHEET));
                    }
                }
                Ok(self.0)
            }
        }

        deserializer.deserialize_map(Reader(Sheets::default()))
    }
}

/// Rows into a list that has room for what most designs have: else it moves five times while it grows.
struct Rows<Row>(PhantomData<Row>);

impl<'de, Row: Deserialize<'de>> DeserializeSeed<'de> for Rows<Row> {
    type Value = Vec<Row>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<Row>, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de, Row: Deserialize<'de>> Visitor<'de> for Rows<Row> {
    type Value = Vec<Row>;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("a list of things")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<Row>, A::Error> {
        const MOST_HAVE: usize = 32;
        let mut rows = Vec::with_capacity(MOST_HAVE);
        while let Some(row) = list.next_element()? {
            rows.push(row);
        }
        Ok(rows)
    }
}
