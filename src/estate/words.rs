//! The words that files use for what a feature is used for.

use super::{BayUse, BuildingUse, GateUse, PipeUse, RoadUse};

macro_rules! words {
    ($usage:ident: $($value:ident $word:literal),+) => {
        impl $usage {
            /// Every value, in the order of the contract.
            pub const ALL: &'static [Self] = &[$(Self::$value),+];

            /// The word for it in files.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$value => $word),+
                }
            }
            /// The value of a word, if there is one.
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|usage| usage.word() == word)
            }
        }
    };
}

words!(BuildingUse:
    Dwelling "dwelling", DayCare "day-care", Service "service", Substation "substation", Shed "shed",
    Other "other");
words!(RoadUse: Main "main", Ring "ring", Path "path", City "city");
words!(GateUse: Vehicle "vehicle", Foot "foot");
words!(BayUse: Car "car", Accessible "accessible", Ev "ev", Bike "bike");
words!(PipeUse:
    Water "water", Storm "storm", Sewer "sewer", Gas "gas", Heat "heat", Power "power",
    Telecom "telecom");
