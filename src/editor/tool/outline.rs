//! Drawing an area or a path by its corners: tap by tap, or an area in one pull as a rectangle.

use std::collections::HashSet;
use std::sync::Arc;

use crate::catalogue::{Form, Kind};
use crate::design::{Command, Placement, PlacementId, PlacementShape};
use crate::editor::{Action, Mods, Pointer, StepLabel};
use crate::geometry::{Bounds, Line, Outline, OutlineFault, Turn, WorldPt, WorldVec};
use crate::scene::{Measured, Overlay, Sketch};

use super::super::handles::reach_px;
use super::super::snap;
use super::super::{say, stage::Stage};
use super::press::Press;
use super::{Input, Tool, nudge};

/// How far the cross goes by a key, and with Shift, in metres.
const STEP_M: (f64, f64) = (0.5, 5.0);

/// The outline tool in its state.
#[derive(Clone, Debug)]
pub(in crate::editor) struct Drawing {
    kind: Arc<Kind>,
    corners: Vec<WorldPt>,
    /// Where the next corner would be.
    next: Option<WorldPt>,
    /// A pointer is down; with it the place where it began, snapped.
    press: Option<(Press, WorldPt)>,
    /// The press became a pull: an area is drawn as a rectangle, a path as a straight piece.
    pulled: bool,
    /// The cross that the keys move.
    cross: Option<WorldPt>,
    guides: Vec<Measured>,
    nearby: snap::Nearby,
    /// How near to the first corner a corner closes the outline, in metres.
    reach: f64,
}

impl Drawing {
    pub fn new(kind: Arc<Kind>) -> Self {
        Self {
            kind,
            corners: Vec::new(),
            next: None,
            press: None,
            pulled: false,
            cross: None,
            guides: Vec::new(),
            nearby: snap::Nearby::default(),
            reach: 0.3,
        }
    }
    pub fn takes(&self, action: Action) -> bool {
        let corner = matches!(action, Action::RemoveCorner | Action::Undo) && self.has_corners();
        let moves = nudge(action, Mods::default(), 1.0, 1.0).is_some();
        moves || corner || matches!(action, Action::PlaceHere | Action::Done | Action::Cancel)
    }
    #[must_use]
    pub fn on(mut self, input: Input, stage: &mut Stage) -> Tool {
        stage.asked.overlay = true;
        if let Input::Down(pointer) | Input::Move(pointer, _) | Input::Up(pointer) = input {
            self.reach = stage.view.metres_from_pixels(reach_px(pointer.kind));
        }
        match input {
            Input::Down(pointer) => {
                let place = self.snapped(stage.world(pointer.at), pointer.mods, stage);
                self.press = Some((Press::of(pointer, stage), place));
                self.next = Some(place);
                self.cross = None;
                Tool::Outline(self)
            }
            Input::Move(pointer, _) => {
                self.next = Some(self.snapped(stage.world(pointer.at), pointer.mods, stage));
                self.pulled |=
                    self.corners.is_empty() && self.press.is_some_and(|(press, _)| press.is_drag(pointer.at));
                Tool::Outline(self)
            }
            Input::Up(pointer) => self.let_go(pointer, stage),
            // The second tap of two came as a tap on the last corner, which closed the outline.
            Input::Double(_) => Tool::Outline(self),
            Input::PutBack => Tool::Outline(self.unpressed()),
            Input::Act(action, mods) => self.act(action, mods, stage),
        }
    }

    fn unpressed(mut self) -> Self {
        self.press = None;
        self.pulled = false;
        self.next = None;
        self.guides.clear();
        self
    }

    fn let_go(mut self, pointer: Pointer, stage: &mut Stage) -> Tool {
        let Some((_, from)) = self.press.take() else {
            return Tool::Outline(self);
        };
        let to = self.snapped(stage.world(pointer.at), pointer.mods, stage);
        if self.pulled {
            self.pulled = false;
            return self.pull(from, to, stage);
        }
        let reach = self.reach;
        self.add(to, reach, stage)
    }

    /// Draws in one pull, from where the press began to where it was let go.
    fn pull(self, from: WorldPt, to: WorldPt, stage: &mut Stage) -> Tool {
        let corners = match self.kind.form {
            Form::Path => vec![from, to],
            Form::Area | Form::Rectangle => rectangle(from, to).to_vec(),
        };
        let drawing = Self {
            corners,
            ..self.clone()
        };
        match drawing.shape() {
            Ok(shape) => self.put_down(shape, stage),
            Err(fault) => {
                stage.tell(say::outline_fault(fault));
                Tool::Outline(self.unpressed())
            }
        }
    }

    /// Sets a corner; on the first corner it closes the outline, on the last it ends the drawing.
    fn add(mut self, at: WorldPt, reach: f64, stage: &mut Stage) -> Tool {
        let ends = self.closes(at, reach)
            || (self.is_enough()
                && self
                    .corners
                    .last()
                    .is_some_and(|last| last.distance(at) <= reach / 2.0));
        if ends {
            return self.finish(stage);
        }
        if self.corners.last().is_some_and(|last| last.distance(at) < 0.05) {
            return Tool::Outline(self);
        }
        if self.would_cross(at) {
            stage.tell(say::outline_fault(OutlineFault::CrossesItself));
            return Tool::Outline(self);
        }
        self.corners.push(at);
        self.guides.clear();
        stage.announce(say::corner_set(self.corners.len()));
        Tool::Outline(self)
    }

    fn finish(self, stage: &mut Stage) -> Tool {
        match self.shape() {
            Ok(shape) => self.put_down(shape, stage),
            Err(fault) => {
                stage.tell(say::outline_fault(fault));
                Tool::Outline(self)
            }
        }
    }

    fn put_down(self, shape: PlacementShape, stage: &mut Stage) -> Tool {
        let Some(id) = stage.board.design().fresh_placement_ids(1).pop() else {
            return Tool::default();
        };
        let thing = self.thing(id.clone(), shape);
        let label = StepLabel::new("step-drawn", 1, Some(&self.kind.id));
        if stage.commit(&Command::Put(vec![thing.clone()]), label) {
            stage.select(vec![id]);
            stage.announce(say::placed(stage, &thing));
        }
        Tool::default()
    }

    fn act(mut self, action: Action, mods: Mods, stage: &mut Stage) -> Tool {
        if let Some(by) = nudge(action, mods, STEP_M.0, STEP_M.1) {
            let from = self
                .cross
                .or(self.corners.last().copied())
                .unwrap_or(stage.view.centre);
            let at = (from + stage.view.upright(by)).snapped();
            self.cross = Some(at);
            self.next = Some(at);
            stage.reveal(Bounds { min: at, max: at });
            return Tool::Outline(self);
        }
        match action {
            Action::PlaceHere => match self.cross {
                Some(at) => self.add(at, 0.3, stage),
                None => Tool::Outline(self),
            },
            Action::Done => self.finish(stage),
            Action::RemoveCorner | Action::Undo => {
                self.corners.pop();
                Tool::Outline(self)
            }
            Action::Cancel => Tool::default(),
            _ => Tool::Outline(self),
        }
    }

    fn shape(&self) -> Result<PlacementShape, OutlineFault> {
        match self.kind.form {
            Form::Path => {
                let line = Line::new(self.corners.iter().copied()).ok_or(OutlineFault::TooFewCorners)?;
                Ok(PlacementShape::Path {
                    line,
                    width: self.kind.size.1,
                })
            }
            Form::Area | Form::Rectangle => {
                Outline::new(self.corners.iter().copied()).map(PlacementShape::Area)
            }
        }
    }

    fn is_area(&self) -> bool {
        self.kind.form != Form::Path
    }
    fn is_enough(&self) -> bool {
        self.corners.len() >= if self.is_area() { 3 } else { 2 }
    }
    /// Whether a corner set here would close the outline.
    fn closes(&self, at: WorldPt, reach: f64) -> bool {
        self.is_area() && self.is_enough() && self.corners[0].distance(at) <= reach
    }
    /// Whether a corner set here would make the sides drawn so far cross each other.
    fn would_cross(&self, at: WorldPt) -> bool {
        if !self.is_area() || self.corners.len() < 2 {
            return false;
        }
        // The side that will close the outline is not drawn yet and is not asked here; the gate
        // asks it in the end.
        let [.., before, last] = self.corners.as_slice() else {
            return false;
        };
        let folds =
            (*last - *before).cross(at - *last).abs() < 1e-9 && (*last - *before).dot(at - *last) < 0.0;
        let drawn = self.corners.windows(2).take(self.corners.len() - 2);
        folds || drawn.into_iter().any(|side| crosses(side[0], side[1], *last, at))
    }

    fn snapped(&mut self, at: WorldPt, mods: Mods, stage: &Stage) -> WorldPt {
        self.guides.clear();
        if !stage.snapping || mods.alt {
            return at.snapped();
        }
        let targets = self
            .nearby
            .around(stage, Bounds { min: at, max: at }, &HashSet::new());
        let east = WorldVec::new(1.0, 0.0);
        let mut beside = Vec::new();
        if let Some(last) = self.corners.last() {
            let before = self
                .corners
                .len()
                .checked_sub(2)
                .map(|before| self.corners[before]);
            beside.push((*last, before.map_or(east, |before| before - *last)));
        }
        if let ([first, second, _, ..], true) = (self.corners.as_slice(), self.is_area()) {
            beside.push((*first, *second - *first));
        }
        let snap = snap::snapped_point(
            at,
            &beside,
            &targets,
            stage.view.metres_from_pixels(snap::TOLERANCE_PX),
        );
        self.guides = snap.guides;
        (at + snap.by).snapped()
    }

    pub fn path(&self) -> &'static str {
        match (self.press, self.pulled, self.corners.is_empty()) {
            (Some(_), true, _) => "outline.pulling",
            (Some(_), false, _) => "outline.pointing",
            (None, _, true) => "outline.idle",
            (None, _, false) => "outline.drawing",
        }
    }
    pub fn hint(&self) -> &'static str {
        match (self.pulled, self.corners.is_empty(), self.is_area()) {
            (true, ..) => "hint-let-go",
            (false, true, true) => "hint-outline-start",
            (false, true, false) => "hint-path-start",
            (false, false, true) if self.is_enough() => "hint-outline-close",
            (false, false, false) if self.is_enough() => "hint-path-end",
            _ => "hint-outline-next",
        }
    }
    pub fn overlay(&self) -> Overlay {
        let next = self.next.or(self.cross);
        let from = self.corners.last().copied().or(self.press.map(|(_, from)| from));
        let mut corners = self.corners.clone();
        let mut dimensions = Vec::new();
        match (self.pulled, self.press, next) {
            (true, Some((_, from)), Some(to)) if self.is_area() => {
                corners = rectangle(from, to).to_vec();
                dimensions.extend([
                    Measured::between(corners[0], corners[1]),
                    Measured::between(corners[1], corners[2]),
                ]);
            }
            (true, Some((_, from)), _) => corners = vec![from],
            _ => {}
        }
        if let (Some(from), Some(to), true) = (from, next, dimensions.is_empty()) {
            dimensions.push(Measured::between(from, to));
        }
        let closes = next.is_some_and(|next| self.closes(next, self.reach));
        Overlay {
            sketch: Some(Sketch {
                next: if self.pulled && self.is_area() { None } else { next },
                area: self.is_area(),
                width: if self.is_area() { 0.0 } else { self.kind.size.1 },
                closes,
                crosses: !closes && next.is_some_and(|next| self.would_cross(next)),
                corners,
            }),
            guides: self.guides.clone(),
            dimensions,
            cross: self.cross,
            ..Overlay::default()
        }
    }
    fn thing(&self, id: PlacementId, shape: PlacementShape) -> Placement {
        let mut thing = Placement::new(id, &self.kind, shape.centre(), Turn::default());
        thing.shape = shape;
        thing
    }
    /// What the corners would make with the next one, under the name that it would get; none while
    /// they make nothing yet.
    pub fn in_hand(&self, stage: &Stage) -> Option<Arc<Placement>> {
        let mut drawn = self.clone();
        match (self.pulled, self.press, self.next) {
            (true, Some((_, from)), Some(to)) if self.is_area() => {
                drawn.corners = rectangle(from, to).to_vec()
            }
            (true, Some((_, from)), Some(to)) => drawn.corners = vec![from, to],
            (_, _, Some(next)) if !self.closes(next, self.reach) => drawn.corners.push(next),
            _ => {}
        }
        let shape = drawn.shape().ok()?;
        Some(Arc::new(self.thing(stage.board.fresh_id().clone(), shape)))
    }
    pub fn kind(&self) -> &Arc<Kind> {
        &self.kind
    }
    pub fn has_corners(&self) -> bool {
        !self.corners.is_empty()
    }
    pub fn has_cross(&self) -> bool {
        self.cross.is_some()
    }
    pub fn is_pressed(&self) -> bool {
        self.press.is_some()
    }
}

/// The upright rectangle between two opposite corners.
fn rectangle(a: WorldPt, b: WorldPt) -> [WorldPt; 4] {
    [a, WorldPt::new(b.x, a.y), b, WorldPt::new(a.x, b.y)]
}

/// Whether two pieces cross in their inner parts, or the second ends on the first.
fn crosses(a: WorldPt, b: WorldPt, c: WorldPt, d: WorldPt) -> bool {
    let side = |p: WorldPt, q: WorldPt, r: WorldPt| (q - p).cross(r - p);
    let (c_side, d_side) = (side(a, b, c), side(a, b, d));
    let (a_side, b_side) = (side(c, d, a), side(c, d, b));
    c_side * d_side <= 0.0 && a_side * b_side <= 0.0 && (c_side, d_side) != (0.0, 0.0)
}
