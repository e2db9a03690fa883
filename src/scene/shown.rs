//! Which layers of a plan are shown, and how strongly: of what is there, and of what is new.

use crate::catalogue::Group;
use crate::estate::{Class, PipeUse};

/// A layer of what is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Buildings with their doors.
    Buildings,
    /// Roads, paving, gates, bays.
    Roads,
    /// Greens, squares for activity, water, trees.
    Green,
    /// Fences.
    Fences,
    /// Hydrants, manholes, lamps, substations, septic tanks.
    Hydrants,
    /// House numbers, names of roads and places.
    Names,
    /// The picture underneath.
    Picture,
    /// Pipes of one kind.
    Pipe(PipeUse),
}

impl Part {
    /// Every layer in the order of the panel.
    pub const ALL: [Self; 14] = [
        Self::Buildings,
        Self::Roads,
        Self::Green,
        Self::Fences,
        Self::Hydrants,
        Self::Names,
        Self::Picture,
        Self::Pipe(PipeUse::Water),
        Self::Pipe(PipeUse::Storm),
        Self::Pipe(PipeUse::Sewer),
        Self::Pipe(PipeUse::Gas),
        Self::Pipe(PipeUse::Heat),
        Self::Pipe(PipeUse::Power),
        Self::Pipe(PipeUse::Telecom),
    ];

    /// The layer that things of a class are on; the boundary is on none and always shown.
    pub fn of(class: &Class) -> Option<Self> {
        Some(match class {
            Class::Boundary => return None,
            Class::Building { .. } | Class::Door { .. } => Self::Buildings,
            Class::Road { .. } | Class::Gate { .. } | Class::Bay { .. } | Class::Paving => Self::Roads,
            Class::Green | Class::Activity | Class::Water | Class::Tree { .. } => Self::Green,
            Class::Fence { .. } => Self::Fences,
            Class::Manhole | Class::Hydrant | Class::Lamp | Class::Substation | Class::Septic => {
                Self::Hydrants
            }
            Class::Pipe { usage, .. } => Self::Pipe(*usage),
        })
    }
    /// The key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Buildings => "layer-buildings",
            Self::Roads => "layer-roads",
            Self::Green => "layer-green",
            Self::Fences => "layer-fences",
            Self::Hydrants => "layer-hydrants",
            Self::Names => "layer-names",
            Self::Picture => "layer-picture",
            Self::Pipe(PipeUse::Water) => "layer-pipe-water",
            Self::Pipe(PipeUse::Storm) => "layer-pipe-storm",
            Self::Pipe(PipeUse::Sewer) => "layer-pipe-sewer",
            Self::Pipe(PipeUse::Gas) => "layer-pipe-gas",
            Self::Pipe(PipeUse::Heat) => "layer-pipe-heat",
            Self::Pipe(PipeUse::Power) => "layer-pipe-power",
            Self::Pipe(PipeUse::Telecom) => "layer-pipe-telecom",
        }
    }
    /// Whether it is a kind of pipe.
    pub fn is_pipe(self) -> bool {
        matches!(self, Self::Pipe(_))
    }
    const fn bit(self) -> u16 {
        1 << match self {
            Self::Buildings => 0,
            Self::Roads => 1,
            Self::Green => 2,
            Self::Fences => 3,
            Self::Hydrants => 4,
            Self::Names => 5,
            Self::Pipe(usage) => 6 + usage as u16,
            Self::Picture => 15,
        }
    }
}

/// Which layers of what is there are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Shown(u16);

/// Everything but the pipes, which few ask for.
impl Default for Shown {
    fn default() -> Self {
        let drawn = Part::ALL.into_iter().filter(|part| !part.is_pipe());
        drawn.fold(Self(0), |shown, part| shown.with(part, true))
    }
}

impl Shown {
    /// Whether a layer is shown.
    pub fn has(self, part: Part) -> bool {
        self.0 & part.bit() != 0
    }
    /// The same with a layer shown or hidden.
    #[must_use]
    pub fn with(self, part: Part, shown: bool) -> Self {
        if shown {
            Self(self.0 | part.bit())
        } else {
            Self(self.0 & !part.bit())
        }
    }
    /// The same with all kinds of pipes shown or hidden.
    #[must_use]
    pub fn with_pipes(self, shown: bool) -> Self {
        let pipes = Part::ALL.into_iter().filter(|part| part.is_pipe());
        pipes.fold(self, |all, part| all.with(part, shown))
    }
    /// Whether any pipe is shown.
    pub fn has_pipes(self) -> bool {
        Part::ALL.into_iter().any(|part| part.is_pipe() && self.has(part))
    }
    /// Whether things of a class are shown.
    pub fn shows(self, class: &Class) -> bool {
        Part::of(class).is_none_or(|part| self.has(part))
    }
}

/// What a person chose to see of a plan. Kept on the device and never in a design.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layers {
    /// Of what is there.
    pub shown: Shown,
    /// How strongly what is there is painted, from [`Layers::FAINTEST`] to 1.
    pub strength: f64,
    /// Of what is new, the groups of the catalogue that are hidden, as bits in the order of
    /// [`Group::ALL`].
    hidden: u8,
    /// Wishes with a place, and the signs of the checks.
    pub notes: bool,
    /// A grid over the plan.
    pub grid: bool,
}

impl Default for Layers {
    fn default() -> Self {
        Self {
            shown: Shown::default(),
            strength: 1.0,
            hidden: 0,
            notes: true,
            grid: false,
        }
    }
}

impl Layers {
    /// The faintest that what is there is painted: a drawing on nothing could not be placed.
    pub const FAINTEST: f64 = 0.2;

    /// Whether new things of a group are shown.
    pub fn shows(&self, group: Group) -> bool {
        self.hidden & bit_of(group) == 0
    }
    /// Shows or hides new things of a group.
    pub fn show(&mut self, group: Group, shown: bool) {
        if shown {
            self.hidden &= !bit_of(group);
        } else {
            self.hidden |= bit_of(group);
        }
    }
    /// The groups whose new things are hidden.
    pub fn hidden(&self) -> Vec<Group> {
        Group::ALL
            .into_iter()
            .filter(|group| !self.shows(*group))
            .collect()
    }
    /// Sets how strongly what is there is painted; what is no number leaves it as it is.
    pub fn set_strength(&mut self, strength: f64) {
        if strength.is_finite() {
            self.strength = strength.clamp(Self::FAINTEST, 1.0);
        }
    }
}

fn bit_of(group: Group) -> u8 {
    let place = Group::ALL.iter().position(|known| *known == group);
    1 << place.unwrap_or_default()
}
