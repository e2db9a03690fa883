//! The properties of an estate's features by `mulin:class`, read and written.

use serde_json::{Map, Value, json};

use crate::estate::{BayUse, BuildingUse, Class, Feature, FeatureId, GateUse, PipeUse, RoadUse};
use crate::text::Message;

/// A tree's crown where the file says nothing, in metres.
pub(super) const USUAL_CROWN_M: f64 = 5.0;
/// A tree's trunk where the file says nothing, in metres.
pub(super) const USUAL_TRUNK_M: f64 = 0.25;
/// A fence's height where the file says nothing, in metres.
pub(super) const USUAL_FENCE_M: f64 = 1.8;
/// A road's width where it is a line and the file says nothing, in metres.
pub(super) const USUAL_ROAD_M: f64 = 4.0;

/// Reads properties and notes what cannot be used.
pub(super) struct Reader<'a> {
    properties: &'a Map<String, Value>,
    /// What cannot be used, in the order in which it was asked for.
    pub faults: Vec<Message>,
}

impl<'a> Reader<'a> {
    /// A reader of properties.
    pub fn new(properties: &'a Map<String, Value>) -> Self {
        Self {
            properties,
            faults: Vec::new(),
        }
    }
    /// Text, or a number as text; empty without.
    pub fn text(&self, key: &str) -> String {
        match self.properties.get(key) {
            Some(Value::String(text)) => text.trim().to_owned(),
            Some(Value::Number(number)) => number.to_string(),
            _ => String::new(),
        }
    }
    /// A number within a range; one outside of it is a fault and counts as not given.
    pub fn number(&mut self, key: &'static str, least: f64, most: f64) -> Option<f64> {
        let value = self.properties.get(key)?;
        let number = match value {
            Value::Null => return None,
            Value::Number(number) => number.as_f64(),
            Value::String(text) => text.trim().parse().ok(),
            _ => None,
        };
        let sound = number.filter(|n: &f64| n.is_finite() && (least..=most).contains(n));
        if sound.is_none() {
            self.faults.push(
                Message::new("problem-bad-number")
                    .with("key", key)
                    .with("value", short(value))
                    .number("least", least, 2)
                    .number("most", most, 2),
            );
        }
        sound
    }
    fn count(&mut self, key: &'static str) -> u32 {
        // In range of u32 by the bounds just asked for.
        self.number(key, 0.0, 100_000.0).map_or(0, |n| n as u32)
    }
    fn flag(&self, key: &str) -> bool {
        match self.properties.get(key) {
            Some(Value::Bool(flag)) => *flag,
            Some(Value::String(text)) => matches!(text.as_str(), "true" | "yes" | "1"),
            Some(Value::Number(number)) => number.as_f64() == Some(1.0),
            _ => false,
        }
    }
    fn usage<T: Copy>(&mut self, from_word: fn(&str) -> Option<T>, usual: T) -> T {
        let word = self.text("use");
        if word.is_empty() {
            return usual;
        }
        from_word(&word).unwrap_or_else(|| {
            self.faults
                .push(Message::new("problem-unknown-use").with("use", word.as_str()));
            usual
        })
    }
    /// The class that a word of `mulin:class` names, with what is known of it.
    pub fn class(&mut self, word: &str) -> Option<Class> {
        Some(match word {
            "boundary" => Class::Boundary,
            "building" => self.building(),
            "door" => Class::Door {
                building: Some(self.text("building"))
                    .filter(|id| !id.is_empty())
                    .map(|id| FeatureId::new(&id)),
                stair: Some(self.text("stair")).filter(|stair| !stair.is_empty()),
                households: self.count("households"),
            },
            "road" => Class::Road {
                usage: self.usage(RoadUse::from_word, RoadUse::Path),
                fire: self.flag("fire"),
                width: self.number("width", 0.3, 100.0),
            },
            "gate" => Class::Gate {
                usage: self.usage(GateUse::from_word, GateUse::Foot),
            },
            "bay" => Class::Bay {
                usage: self.usage(BayUse::from_word, BayUse::Car),
            },
            "green" => Class::Green,
            "paving" => Class::Paving,
            "activity" => Class::Activity,
            "water" => Class::Water,
            "tree" => Class::Tree {
                crown: self.number("crown", 0.1, 60.0).unwrap_or(USUAL_CROWN_M),
                trunk: self.number("trunk", 0.0, 10.0).unwrap_or(USUAL_TRUNK_M),
                kept: self.flag("kept"),
            },
            "pipe" => Class::Pipe {
                usage: self.usage(PipeUse::from_word, PipeUse::Water),
                diameter: self.number("diameter", 0.0, 10.0),
            },
            "manhole" => Class::Manhole,
            "hydrant" => Class::Hydrant,
            "lamp" => Class::Lamp,
            "substation" => Class::Substation,
            "septic" => Class::Septic,
            "fence" => Class::Fence {
                height: self.number("height", 0.0, 20.0).unwrap_or(USUAL_FENCE_M),
            },
            _ => return None,
        })
    }
    fn building(&mut self) -> Class {
        let word = self.text("use");
        Class::Building {
            usage: if word.is_empty() {
                BuildingUse::Dwelling
            } else {
                // The contract leaves the list of uses open.
                BuildingUse::from_word(&word).unwrap_or(BuildingUse::Other)
            },
            storeys: self.number("storeys", 0.0, 200.0),
            height: self.number("height", 0.0, 1_000.0),
            households: self.count("households"),
            remove: self.flag("remove"),
        }
    }
}

/// At most thirty characters of a value, for a sentence.
fn short(value: &Value) -> String {
    let text = match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    text.chars().take(30).collect()
}

/// The properties of a feature as they are written; what is not known is left out.
pub(super) fn properties(feature: &Feature) -> Map<String, Value> {
    let mut out = Map::new();
    out.insert("mulin:class".to_owned(), json!(feature.class.word()));
    let mut put = |key: &str, value: Value| {
        out.insert(key.to_owned(), value);
    };
    if !feature.name.is_empty() {
        put("name", json!(feature.name));
    }
    match &feature.class {
        Class::Building {
            usage,
            storeys,
            height,
            households,
            remove,
        } => {
            put("use", json!(usage.word()));
            storeys.iter().for_each(|n| put("storeys", number(*n)));
            height.iter().for_each(|n| put("height", number(*n)));
            if *households > 0 {
                put("households", json!(households));
            }
            if *remove {
                put("remove", json!(true));
            }
        }
        Class::Door {
            building,
            stair,
            households,
        } => {
            building.iter().for_each(|id| put("building", json!(id.as_str())));
            stair.iter().for_each(|stair| put("stair", json!(stair)));
            if *households > 0 {
                put("households", json!(households));
            }
        }
        Class::Road { usage, fire, width } => {
            put("use", json!(usage.word()));
            width.iter().for_each(|n| put("width", number(*n)));
            if *fire {
                put("fire", json!(true));
            }
        }
        Class::Gate { usage } => put("use", json!(usage.word())),
        Class::Bay { usage } => put("use", json!(usage.word())),
        Class::Tree { crown, trunk, kept } => {
            put("crown", number(*crown));
            put("trunk", number(*trunk));
            if *kept {
                put("kept", json!(true));
            }
        }
        Class::Pipe { usage, diameter } => {
            put("use", json!(usage.word()));
            diameter.iter().for_each(|n| put("diameter", number(*n)));
        }
        Class::Fence { height } => put("height", number(*height)),
        Class::Boundary | Class::Green | Class::Paving | Class::Activity | Class::Water => {}
        Class::Manhole | Class::Hydrant | Class::Lamp | Class::Substation | Class::Septic => {}
    }
    out
}

/// A number without `.0` where it is whole, as people write it.
pub(super) fn number(value: f64) -> Value {
    if value.fract() == 0.0 && value.abs() < 1e15 {
        json!(value as i64)
    } else {
        json!(value)
    }
}
