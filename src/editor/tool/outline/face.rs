//! How the outline tool reads and looks in each of its states.

use crate::editor::Cursor;
use crate::geometry::{View, WorldPt};
use crate::scene::{Measured, Overlay, Sketch};
use crate::text::Message;

use super::super::super::stage::Stage;
use super::{Drawing, Mode};

impl Drawing {
    pub fn path(&self) -> &'static str {
        let (pulled, held, count) = (self.aim.pulled, self.held.is_some(), self.corners.len());
        match self.mode {
            Mode::Polygon if pulled && held => "outline.polygon.corner",
            Mode::Polygon if pulled && count == 0 => "outline.polygon.pulling",
            Mode::Polygon if !self.crossings.is_empty() => "outline.polygon.crossed",
            Mode::Polygon if count == 0 => "outline.polygon.first",
            Mode::Polygon => "outline.polygon.next",
            Mode::Rectangle if pulled && count == 0 => "outline.rectangle.pulling",
            Mode::Rectangle if count == 0 => "outline.rectangle.first",
            Mode::Rectangle => "outline.rectangle.second",
            Mode::Turned if pulled && count == 0 => "outline.turned.pulling",
            Mode::Turned if count == 0 => "outline.turned.first",
            Mode::Turned if count == 1 => "outline.turned.second",
            Mode::Turned => "outline.turned.third",
            Mode::Path if pulled && held => "outline.path.corner",
            Mode::Path if pulled && count == 0 => "outline.path.pulling",
            Mode::Path if count == 0 => "outline.path.first",
            Mode::Path => "outline.path.next",
        }
    }
    /// What the corner in the hand has snapped to.
    pub fn snapped_to(&self) -> Option<&Message> {
        self.aim.said.as_ref()
    }
    pub fn hint(&self) -> &'static str {
        match self.path() {
            "outline.polygon.corner" | "outline.path.corner" => "hint-reshaping",
            "outline.turned.pulling" => "hint-let-go-side",
            "outline.polygon.pulling" | "outline.rectangle.pulling" | "outline.path.pulling" => "hint-let-go",
            "outline.polygon.crossed" => "hint-outline-crossed",
            "outline.polygon.first" => "hint-outline-start",
            "outline.polygon.next" if self.is_enough() => "hint-outline-close",
            "outline.rectangle.first" => "hint-rectangle-start",
            "outline.rectangle.second" => "hint-rectangle-second",
            "outline.turned.first" => "hint-turned-start",
            "outline.turned.second" => "hint-turned-second",
            "outline.turned.third" => "hint-turned-third",
            "outline.path.first" => "hint-path-start",
            "outline.path.next" if self.is_enough() => "hint-path-end",
            _ => "hint-outline-next",
        }
    }

    pub fn cursor(&self) -> Cursor {
        if self.aim.pulled && self.held.is_some() {
            Cursor::Corner
        } else {
            Cursor::Cross
        }
    }

    /// How it looks while it is laid down.
    pub fn laid(&self) -> (Sketch, Vec<WorldPt>) {
        let sketch = Sketch {
            corners: self.corners.clone(),
            next: None,
            area: self.is_area(),
            width: if self.is_area() { 0.0 } else { self.kind.size.1 },
            closes: false,
            crosses: !self.crossings.is_empty(),
        };
        (sketch, self.crossings.clone())
    }
    pub fn overlay(&self, stage: &Stage) -> Overlay {
        let next = self.aim.next.filter(|_| self.held.is_none());
        let (mut sketch, mut signs) = self.laid();
        sketch.next = next;
        sketch.closes = next.is_some_and(|next| self.closes(next));
        if let (Some(at), false) = (next, sketch.closes) {
            signs.extend(self.crossings_at(at));
            sketch.crosses |= !signs.is_empty();
        }
        let whole = self.stretched(&stage.view);
        if let (None, Some(from)) = (&whole, self.pulled_from()) {
            sketch.corners = vec![from];
        }
        let mut dimensions = Vec::new();
        if let Some(corners) = whole {
            dimensions.extend([
                Measured::between(corners[0], corners[1]),
                Measured::between(corners[1], corners[2]),
            ]);
            sketch.corners = corners;
            sketch.next = None;
        }
        Overlay {
            sketch: Some(sketch),
            crossings: signs,
            guides: self.aim.guides.clone(),
            dimensions,
            cross: self.aim.cross,
            ..Overlay::default()
        }
    }

    /// Where the pull began that draws all by itself.
    pub(super) fn pulled_from(&self) -> Option<WorldPt> {
        let draws = self.aim.pulled && self.corners.is_empty();
        self.aim.began().filter(|_| draws)
    }
    /// The rectangle that is being stretched, where one is.
    pub(super) fn stretched(&self, view: &View) -> Option<Vec<WorldPt>> {
        let to = self.aim.next?;
        match (self.mode, self.pulled_from(), self.corners.len()) {
            (Mode::Polygon | Mode::Rectangle, Some(from), _) => Some(view.box_between(from, to).to_vec()),
            (Mode::Rectangle, None, 1) | (Mode::Turned, None, 2) => Some(self.rectangle_to(to, view)),
            _ => None,
        }
    }
}
