//! What things snap to: one switch with five places.

/// What things snap to; the module's docstring says what each takes in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SnapMode {
    /// The points of a grid that suits the zoom.
    Grid,
    /// Corners, edges and the middles of edges.
    Edges,
    /// Edges, and alignments, equal gaps and extension lines.
    #[default]
    Alignment,
    /// Right angles to what is drawn and to the nearest wall.
    RightAngles,
    /// Nothing.
    Off,
}

impl SnapMode {
    /// Every place of the switch, in its order.
    pub const ALL: [Self; 5] = [
        Self::Grid,
        Self::Edges,
        Self::Alignment,
        Self::RightAngles,
        Self::Off,
    ];

    /// The next place of the switch, the first after the last.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|mode| *mode == self).unwrap_or(0);
        Self::ALL[(at + 1) % Self::ALL.len()]
    }
    /// The word for it in the page: `grid`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Grid => "grid",
            Self::Edges => "edges",
            Self::Alignment => "alignment",
            Self::RightAngles => "right-angles",
            Self::Off => "off",
        }
    }
    /// The key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Grid => "snap-mode-grid",
            Self::Edges => "snap-mode-edges",
            Self::Alignment => "snap-mode-alignment",
            Self::RightAngles => "snap-mode-right-angles",
            Self::Off => "snap-mode-off",
        }
    }
    /// The key of the sentence that says what it does, when it is chosen.
    pub fn said_key(self) -> &'static str {
        match self {
            Self::Grid => "say-snap-grid",
            Self::Edges => "say-snap-edges",
            Self::Alignment => "say-snap-alignment",
            Self::RightAngles => "say-snap-right-angles",
            Self::Off => "say-snap-off",
        }
    }
    /// Whether a thing dropped by a wall turns its back to it, and a bay lines up.
    pub(in crate::editor) fn turns_backs(self) -> bool {
        matches!(self, Self::Edges | Self::Alignment | Self::RightAngles)
    }
    pub(super) fn has_edges(self) -> bool {
        matches!(self, Self::Edges | Self::Alignment)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_presses_come_round() {
        let mut mode = SnapMode::default();
        for _ in SnapMode::ALL {
            mode = mode.next();
        }
        assert_eq!(mode, SnapMode::default());
        assert_eq!(SnapMode::Off.next(), SnapMode::Grid);
    }
}
