//! How the mouse looks.

/// How the mouse looks over the plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Cursor {
    #[default]
    Arrow,
    /// Over something that can be chosen.
    Pointer,
    /// Over what is selected: it can be moved.
    Move,
    /// The hand, open and closed.
    Grab,
    Grabbing,
    /// Where the next corner or thing goes.
    Cross,
    /// Over a handle that changes the size, by the direction it pulls on the screen.
    EastWest,
    NorthSouth,
    NorthEastSouthWest,
    NorthWestSouthEast,
    /// Over a corner.
    Corner,
    /// Over the turning handle.
    Turn,
    /// Let go here, nothing is placed.
    Refused,
}

impl Cursor {
    /// The word that CSS has for it.
    pub fn css(self) -> &'static str {
        match self {
            Self::Arrow => "default",
            Self::Pointer => "pointer",
            Self::Move | Self::Corner => "move",
            Self::Grab => "grab",
            Self::Grabbing => "grabbing",
            Self::Cross => "crosshair",
            Self::EastWest => "ew-resize",
            Self::NorthSouth => "ns-resize",
            Self::NorthEastSouthWest => "nesw-resize",
            Self::NorthWestSouthEast => "nwse-resize",
            Self::Turn => "alias",
            Self::Refused => "not-allowed",
        }
    }
    /// The cursor of a handle that pulls in a direction, degrees anticlockwise from east.
    pub fn resizing(degrees: f64) -> Self {
        match (degrees / 45.0).round().rem_euclid(4.0) as u8 {
            0 => Self::EastWest,
            1 => Self::NorthEastSouthWest,
            2 => Self::NorthSouth,
            _ => Self::NorthWestSouthEast,
        }
    }
}
