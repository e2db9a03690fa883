//! What a thing of the map is: its class and use in one choice, as a facilitator picks it from a list and as
//! a table of layers has it.

use super::{BayUse, BuildingUse, Class, GateUse, PipeUse, RoadUse, Shape};

/// What a thing of the map is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum What {
    Boundary,
    Building(BuildingUse),
    Door,
    Road(RoadUse),
    Gate(GateUse),
    Bay(BayUse),
    Green,
    Paving,
    Activity,
    Water,
    Tree,
    Pipe(PipeUse),
    Manhole,
    Hydrant,
    Lamp,
    Substation,
    Septic,
    Fence,
}

/// What a thing is where the map says nothing else of it: a tree's crown and trunk and a fence's height in
/// metres, as `formats` assumes them.
const CROWN_M: f64 = 5.0;
const TRUNK_M: f64 = 0.25;
const FENCE_M: f64 = 1.8;

impl What {
    /// Everything that a thing can be, in the order of the contract.
    pub fn all() -> impl Iterator<Item = Self> {
        [Self::Boundary]
            .into_iter()
            .chain(BuildingUse::ALL.iter().copied().map(Self::Building))
            .chain([Self::Door])
            .chain(RoadUse::ALL.iter().copied().map(Self::Road))
            .chain(GateUse::ALL.iter().copied().map(Self::Gate))
            .chain(BayUse::ALL.iter().copied().map(Self::Bay))
            .chain([Self::Green, Self::Paving, Self::Activity, Self::Water, Self::Tree])
            .chain(PipeUse::ALL.iter().copied().map(Self::Pipe))
            .chain([
                Self::Manhole,
                Self::Hydrant,
                Self::Lamp,
                Self::Substation,
                Self::Septic,
                Self::Fence,
            ])
    }
    /// What a thing of a class is.
    pub fn of(class: &Class) -> Self {
        match class {
            Class::Boundary => Self::Boundary,
            Class::Building { usage, .. } => Self::Building(*usage),
            Class::Door { .. } => Self::Door,
            Class::Road { usage, .. } => Self::Road(*usage),
            Class::Gate { usage } => Self::Gate(*usage),
            Class::Bay { usage } => Self::Bay(*usage),
            Class::Green => Self::Green,
            Class::Paving => Self::Paving,
            Class::Activity => Self::Activity,
            Class::Water => Self::Water,
            Class::Tree { .. } => Self::Tree,
            Class::Pipe { usage, .. } => Self::Pipe(*usage),
            Class::Manhole => Self::Manhole,
            Class::Hydrant => Self::Hydrant,
            Class::Lamp => Self::Lamp,
            Class::Substation => Self::Substation,
            Class::Septic => Self::Septic,
            Class::Fence { .. } => Self::Fence,
        }
    }
    /// The word for it: `building-dwelling`, `road-main`, `green`; ends the key of its text, `what-…`.
    pub fn word(self) -> String {
        let usage = match self {
            Self::Building(usage) => usage.word(),
            Self::Road(usage) => usage.word(),
            Self::Gate(usage) => usage.word(),
            Self::Bay(usage) => usage.word(),
            Self::Pipe(usage) => usage.word(),
            _ => "",
        };
        let class = self.class(None);
        let class = class.word();
        if usage.is_empty() {
            class.to_owned()
        } else {
            format!("{class}-{usage}")
        }
    }
    /// What a word stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::all().find(|what| what.word() == word)
    }
    /// Whether a thing of that shape can be this.
    pub fn takes(self, shape: &Shape) -> bool {
        match self {
            Self::Boundary | Self::Building(_) | Self::Bay(_) => matches!(shape, Shape::Area(..)),
            Self::Green | Self::Paving | Self::Activity | Self::Water => matches!(shape, Shape::Area(..)),
            Self::Door | Self::Gate(_) | Self::Tree => matches!(shape, Shape::Point(_)),
            Self::Manhole | Self::Hydrant | Self::Lamp | Self::Substation | Self::Septic => {
                matches!(shape, Shape::Point(_) | Shape::Area(..))
            }
            Self::Road(_) => matches!(shape, Shape::Line(_) | Shape::Area(..)),
            Self::Pipe(_) | Self::Fence => matches!(shape, Shape::Line(_)),
        }
    }
    /// The class of a thing that is this. What was known of it before and still means something is kept:
    /// a house that becomes a day-care centre keeps its storeys.
    pub fn class(self, before: Option<&Class>) -> Class {
        match (self, before) {
            (
                Self::Building(usage),
                Some(Class::Building {
                    storeys,
                    height,
                    households,
                    remove,
                    ..
                }),
            ) => Class::Building {
                usage,
                storeys: *storeys,
                height: *height,
                households: if usage == BuildingUse::Dwelling {
                    *households
                } else {
                    0
                },
                remove: *remove,
            },
            (Self::Road(usage), Some(Class::Road { fire, width, .. })) => Class::Road {
                usage,
                fire: *fire,
                width: *width,
            },
            (Self::Pipe(usage), Some(Class::Pipe { diameter, .. })) => Class::Pipe {
                usage,
                diameter: *diameter,
            },
            (what, Some(before)) if Self::of(before) == what => before.clone(),
            (what, _) => what.bare(),
        }
    }

    fn bare(self) -> Class {
        match self {
            Self::Boundary => Class::Boundary,
            Self::Building(usage) => Class::Building {
                usage,
                storeys: None,
                height: None,
                households: 0,
                remove: false,
            },
            Self::Door => Class::Door {
                building: None,
                stair: None,
                households: 0,
            },
            Self::Road(usage) => Class::Road {
                usage,
                fire: false,
                width: None,
            },
            Self::Gate(usage) => Class::Gate { usage },
            Self::Bay(usage) => Class::Bay { usage },
            Self::Green => Class::Green,
            Self::Paving => Class::Paving,
            Self::Activity => Class::Activity,
            Self::Water => Class::Water,
            Self::Tree => Class::Tree {
                crown: CROWN_M,
                trunk: TRUNK_M,
                kept: false,
            },
            Self::Pipe(usage) => Class::Pipe {
                usage,
                diameter: None,
            },
            Self::Manhole => Class::Manhole,
            Self::Hydrant => Class::Hydrant,
            Self::Lamp => Class::Lamp,
            Self::Substation => Class::Substation,
            Self::Septic => Class::Septic,
            Self::Fence => Class::Fence { height: FENCE_M },
        }
    }
}
