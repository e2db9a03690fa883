//! What the layers of a drawing are: as its surveyor's table says, as CASS has them, or by the words in their names.
//!
//! A table of one's own is a JSON file: `{"schema":"mulin.layers/1","layers":{"JMD":"building-dwelling","TK":"skip"},
//! "blocks":{},"codes":{"141161":"building-dwelling"}}`, with `unit`, `crs`, `axes` and `close` where they are to hold
//! for every drawing of that surveyor. The words are those of [`What`]; `skip` leaves a layer out, and `edges` after
//! the word of a road says that its lines are its edges and not its middle.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::estate::What;
use crate::text::Message;

/// A table of layers as its file has it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LayerTable {
    /// [`LayerTable::SCHEMA`].
    pub schema: String,
    /// The unit of the drawing: `m`, `mm` ….
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The system of its coordinates, as `--crs` has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crs: Option<String>,
    /// `ne` where the northing comes first, `en` where the easting does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub axes: Option<String>,
    /// Gaps of lines around an area that are closed, in metres.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub close: Option<f64>,
    /// What layers are.
    #[serde(default)]
    pub layers: BTreeMap<String, String>,
    /// What uses of blocks are.
    #[serde(default)]
    pub blocks: BTreeMap<String, String>,
    /// What objects with a code of CASS are.
    #[serde(default)]
    pub codes: BTreeMap<String, String>,
    /// What is on layers and blocks with a word in their name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub words: BTreeMap<String, String>,
}

/// What a layer, a block or a code stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Nothing of an estate.
    Skip,
    /// A thing of it; `edges`: the lines are the two edges of a road.
    Is {
        /// What it is.
        what: What,
        /// Whether lines are edges.
        edges: bool,
    },
}

impl Entry {
    /// The entry of its words: `skip`, `tree`, `road-main edges`.
    pub fn from_words(words: &str) -> Option<Self> {
        let words = words.trim();
        if words == "skip" {
            return Some(Self::Skip);
        }
        let (word, edges) = match words.strip_suffix(" edges") {
            Some(word) => (word.trim(), true),
            None => (words, false),
        };
        What::from_word(word).map(|what| Self::Is { what, edges })
    }
    /// Its words.
    pub fn words(self) -> String {
        match self {
            Self::Skip => "skip".to_owned(),
            Self::Is { what, edges: true } => format!("{} edges", what.word()),
            Self::Is { what, edges: false } => what.word(),
        }
    }
    /// Whether a block for it is a sign at a place, whatever the sign is made of. A substation is often drawn as large
    /// as it is; a block of which its code says so is a sign.
    pub fn is_sign(self, has_code: bool) -> bool {
        use What::{Door, Gate, Hydrant, Lamp, Manhole, Substation, Tree};
        match self {
            Self::Is { what: Substation, .. } => has_code,
            Self::Is { what, .. } => matches!(what, Door | Gate(_) | Hydrant | Lamp | Manhole | Tree),
            Self::Skip => false,
        }
    }
}

/// The built-in table. A test reads it, so that it cannot be unsound.
static BUILT_IN: LazyLock<LayerTable> =
    LazyLock::new(|| serde_json::from_str(include_str!("cass.json")).unwrap_or_default());

impl LayerTable {
    /// The schema of this version.
    pub const SCHEMA: &'static str = "mulin.layers/1";

    /// A table of its file's bytes; the sentence when it cannot be used.
    pub fn read(bytes: &[u8]) -> Result<Self, Message> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let unusable = |why: String| Message::new("layers-unusable").with("why", why);
        let table: Self = serde_json::from_slice(bytes).map_err(|why| unusable(why.to_string()))?;
        if table.schema != Self::SCHEMA {
            let schema: String = table.schema.chars().take(40).collect();
            return Err(Message::new("layers-schema").with("schema", schema));
        }
        let entries = table
            .layers
            .iter()
            .chain(&table.blocks)
            .chain(&table.codes)
            .chain(&table.words);
        for (name, words) in entries {
            // Empty: not said yet, and so as it would be without the table.
            if !words.is_empty() && Entry::from_words(words).is_none() {
                let message = Message::new("layers-word").with("name", name.as_str());
                return Err(message.with("word", words.chars().take(40).collect::<String>()));
            }
        }
        if table.close.is_some_and(|metres| !(0.0..=5.0).contains(&metres)) {
            return Err(Message::new("layers-close"));
        }
        Ok(table)
    }
    /// Its file.
    pub fn write(&self) -> String {
        // Texts and numbers cannot fail to be written.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }
    /// What a thing is: by its code, else by its block, else by its layer; as this table says, else as the built-in one
    /// does. A layer that this table skips is skipped with all that is on it, but for what the table itself names.
    pub fn entry(&self, code: Option<u32>, block: Option<&str>, layer: &str) -> Option<Entry> {
        let of = |list: &BTreeMap<String, String>, name: &str| Entry::from_words(list.get(name)?);
        // A drawing that was bound into another has its file's name before its layers: plan$0$JMD.
        let bare = layer.rsplit_once('$').map_or(layer, |(_, bare)| bare);
        let by_code = |table: &Self| of(&table.codes, &code?.to_string());
        let by_block = |table: &Self| of(&table.blocks, block?).or_else(|| table.by_word(block?));
        let by_layer = |table: &Self| of(&table.layers, layer).or_else(|| of(&table.layers, bare));
        let own = by_code(self).or_else(|| by_block(self));
        let own = own.or_else(|| by_layer(self).filter(|entry| *entry == Entry::Skip));
        let by_thing = || by_code(&BUILT_IN).or_else(|| by_block(&BUILT_IN));
        let by_name = || {
            by_layer(self)
                .or_else(|| self.by_word(bare))
                .or_else(|| by_layer(&BUILT_IN))
        };
        own.or_else(by_thing)
            .or_else(by_name)
            .or_else(|| BUILT_IN.by_word(bare))
    }
    /// What lies on a layer of CASS that holds things of many kinds, so that it says nothing of one of them.
    pub fn mixed(layer: &str) -> Option<Message> {
        let bare = layer.rsplit_once('$').map_or(layer, |(_, bare)| bare);
        let key = match bare {
            "GXYZ" => "cass-layer-gxyz",
            "DLDW" => "cass-layer-dldw",
            _ => return None,
        };
        Some(Message::new(key))
    }
    /// What a layer is by its name alone.
    pub fn of_layer(&self, layer: &str) -> Option<Entry> {
        self.entry(None, None, layer)
    }

    /// By the longest word that a name has.
    fn by_word(&self, name: &str) -> Option<Entry> {
        let name = name.to_lowercase();
        let known = self.words.iter().filter(|(word, _)| name.contains(word.as_str()));
        let best = known.max_by_key(|(word, _)| word.chars().count());
        Entry::from_words(best?.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_table_is_sound() {
        let table = LayerTable::read(include_bytes!("cass.json")).unwrap();
        assert!(table.layers.len() > 10 && table.words.len() > 40);
    }

    #[test]
    fn a_layer_is_known_by_table_by_cass_and_by_the_words_in_its_name() {
        let mut own = LayerTable::default();
        own.layers.insert("0".to_owned(), "green".to_owned());
        let said = |layer: &str| own.of_layer(layer).map(Entry::words).unwrap_or_default();
        assert_eq!(said("0"), "green");
        assert_eq!(said("JMD"), "building-dwelling");
        assert_eq!(said("总图$0$JMD"), "building-dwelling");
        assert_eq!(said("现状_非机动车停车_BIKES"), "bay-bike");
        assert_eq!(said("DLSS"), "road-path edges");
        assert_eq!(said("图层1"), "");
    }
}
