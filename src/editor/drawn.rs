//! What the editor shows over the plan, as the scene wants it.

use crate::scene::{HandleLook, HandleMark, Held, Measured, Overlay, SketchMark};

use super::overlay::{EditorOverlay, HandleKind};

impl EditorOverlay {
    /// The same, as the scene's input; what the checks and the wishes add is left empty.
    pub fn drawn(&self) -> Overlay {
        let look = |kind| match kind {
            HandleKind::Size(..) => HandleLook::Size,
            HandleKind::Turn => HandleLook::Turn,
            HandleKind::Corner(_) => HandleLook::Corner,
            HandleKind::Insert(_) => HandleLook::Insert,
        };
        Overlay {
            held: self
                .lifted
                .iter()
                .map(|l| Held {
                    thing: l.thing.clone(),
                    ghost: l.ghost,
                    refused: l.refused,
                })
                .collect(),
            selected: self.selected.clone(),
            hovered: self.hovered.clone(),
            handles: self
                .handles
                .iter()
                .map(|h| HandleMark {
                    look: look(h.kind),
                    at: h.at,
                    active: h.active,
                })
                .collect(),
            stem: self.stem,
            guides: self
                .guides
                .iter()
                .map(|g| Measured {
                    from: g.from,
                    to: g.to,
                    metres: g.metres,
                })
                .collect(),
            dimensions: self
                .dimensions
                .iter()
                .map(|d| Measured {
                    from: d.from,
                    to: d.to,
                    metres: Some(d.metres),
                })
                .collect(),
            angle: self.angle.map(|a| (a.at, a.degrees, a.snapped)),
            marquee: self.marquee,
            sketch: self.sketch.as_ref().map(|s| SketchMark {
                corners: s.corners.clone(),
                next: s.next,
                area: s.area,
                width: s.width,
                closes: s.closes,
                crosses: s.crosses,
            }),
            cross: self.cross,
            ..Overlay::default()
        }
    }
}
