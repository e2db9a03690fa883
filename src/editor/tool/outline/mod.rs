//! Drawing an area or a path by its corners: a polygon, a rectangle by two corners, a rectangle
//! at any angle by three, a path with a width. By taps, by pulls or by keys.

mod face;
mod mode;

use std::sync::Arc;

use crate::catalogue::{Form, Kind};
use crate::design::{Command, Placement, PlacementId, PlacementShape};
use crate::editor::{Action, Mods, StepLabel};
use crate::geometry::{
    Bounds, Line, Outline, OutlineFault, Turn, View, WorldPt, WorldVec, crossings, crossings_of_next,
};
use crate::text::Message;

use super::super::{say, stage::Stage};
use super::aim::{Aim, Aimed, Beside, beside};
use super::{Input, Tool, nudge};

pub(in crate::editor) use mode::Mode;

/// What a tap or a pull led to.
enum Next {
    Goes,
    Done(PlacementShape),
}

/// The outline tool in its state.
#[derive(Clone, Debug)]
pub(in crate::editor) struct Drawing {
    kind: Arc<Kind>,
    mode: Mode,
    corners: Vec<WorldPt>,
    aim: Aim,
    /// A corner that the press is on, and where it was; it moves with a pull.
    held: Option<(usize, WorldPt)>,
    /// Where the sides set so far cross, the closing side among them.
    crossings: Vec<WorldPt>,
}

impl Drawing {
    pub fn new(kind: Arc<Kind>, mode: Mode) -> Self {
        let mode = match kind.form {
            Form::Path => Mode::Path,
            _ if mode == Mode::Path => Mode::Polygon,
            _ => mode,
        };
        Self {
            kind,
            mode,
            corners: Vec::new(),
            aim: Aim::default(),
            held: None,
            crossings: Vec::new(),
        }
    }
    /// A polygon of corners that cannot stand as they are; refused where no corner could be kept.
    pub fn begun(kind: Arc<Kind>, corners: Vec<WorldPt>) -> Result<Self, OutlineFault> {
        let corners = match Outline::new(corners.iter().copied()) {
            Ok(_) | Err(OutlineFault::CrossesItself) => corners,
            Err(fault) => return Err(fault),
        };
        let mut drawing = Self::new(kind, Mode::Polygon);
        drawing.corners = corners.into_iter().map(WorldPt::snapped).collect();
        drawing.corners.dedup();
        if drawing.corners.first() == drawing.corners.last() {
            drawing.corners.pop();
        }
        drawing.look_for_crossings();
        Ok(drawing)
    }
    /// Corners that were set before, taken up again.
    pub fn resumed(kind: Arc<Kind>, mode: Mode, corners: Vec<WorldPt>) -> Self {
        let mut drawing = Self::new(kind, mode);
        drawing.corners = corners;
        drawing.corners.truncate(drawing.mode.most());
        drawing.look_for_crossings();
        drawing
    }
    /// The same corners, as far as they mean something, in another mode or of another kind.
    #[must_use]
    pub fn changed_to(self, kind: Arc<Kind>, mode: Mode) -> Self {
        let mut next = Self::new(kind, mode);
        next.corners = self.corners;
        next.corners.truncate(next.mode.most());
        next.aim.cross = self.aim.cross;
        next.aim.put_back();
        next.look_for_crossings();
        next
    }
    pub fn takes(&self, action: Action) -> bool {
        let back = matches!(action, Action::PointBack | Action::Undo) && self.has_corners();
        let moves = nudge(action, Mods::default(), 1.0, 1.0).is_some();
        moves || back || matches!(action, Action::PlaceHere | Action::Done | Action::Cancel)
    }
    #[must_use]
    pub fn on(mut self, input: Input, stage: &mut Stage) -> Tool {
        stage.asked.overlay = true;
        let next = match input {
            Input::Act(Action::Cancel, _) if !self.is_pressed() => return Tool::default(),
            Input::PutBack | Input::Act(Action::Cancel, _) => {
                self.put_back();
                Next::Goes
            }
            Input::Act(action, mods) => {
                let last = self.corners.last().copied();
                match self.aim.nudged(action, mods, last, stage) {
                    true => Next::Goes,
                    false => self.act(action, stage),
                }
            }
            // The second tap of two came as a tap on the last corner, which closed the outline.
            Input::Double(_) => Next::Goes,
            Input::Down(_) | Input::Move(..) | Input::Up(_) => self.point(input, stage),
        };
        match next {
            Next::Goes => Tool::Outline(self),
            Next::Done(shape) => self.put_down(shape, stage),
        }
    }

    fn point(&mut self, input: Input, stage: &mut Stage) -> Next {
        let square = self.beside();
        let aimed = self.aim.point(input, &square, stage);
        if let Input::Down(pointer) = input {
            let pressed = stage.world(pointer.at);
            self.held = self.corner_at(pressed).map(|at| (at, self.corners[at]));
        }
        match (aimed, self.held) {
            (Aimed::Waits, Some((at, _))) if self.aim.pulled => {
                if let Some(to) = self.aim.next {
                    self.corners[at] = to;
                    self.look_for_crossings();
                }
                Next::Goes
            }
            (Aimed::Waits, _) => Next::Goes,
            (Aimed::Pulled(_, to), Some((at, _))) => {
                self.held = None;
                self.corners[at] = to;
                self.look_for_crossings();
                Next::Goes
            }
            (Aimed::Pulled(from, to), None) if self.corners.is_empty() => self.pull(from, to, stage),
            (Aimed::Set(to) | Aimed::Pulled(_, to), _) => {
                self.held = None;
                self.add(to, stage)
            }
        }
    }

    /// The corner of a polygon or path that a press is on.
    fn corner_at(&self, at: WorldPt) -> Option<usize> {
        if matches!(self.mode, Mode::Rectangle | Mode::Turned) {
            return None;
        }
        let off = |corner: &usize| self.corners[*corner].distance(at);
        (0..self.corners.len())
            .filter(|corner| off(corner) <= self.aim.reach)
            .min_by(|a, b| off(a).total_cmp(&off(b)))
    }

    fn put_back(&mut self) {
        if let Some((at, was)) = self.held.take() {
            self.corners[at] = was;
            self.look_for_crossings();
        }
        self.aim.put_back();
    }

    /// Draws in one pull, from where the press began to where it was let go; of a rectangle at an
    /// angle the pull gives the first side.
    fn pull(&mut self, from: WorldPt, to: WorldPt, stage: &mut Stage) -> Next {
        match self.mode {
            Mode::Polygon | Mode::Rectangle => self.ended(stage.view.box_between(from, to).to_vec(), stage),
            Mode::Path => self.ended(vec![from, to], stage),
            Mode::Turned => {
                self.corners = vec![from, to];
                stage.announce(say::corner_set(2));
                Next::Goes
            }
        }
    }

    /// Sets a corner; on the first corner it closes the outline, on the last it ends the drawing.
    fn add(&mut self, at: WorldPt, stage: &mut Stage) -> Next {
        let near = |corner: Option<&WorldPt>, within: f64| corner.is_some_and(|c| c.distance(at) <= within);
        let open = matches!(self.mode, Mode::Polygon | Mode::Path);
        if open && self.is_enough() && (self.closes(at) || near(self.corners.last(), self.aim.reach / 2.0)) {
            return self.finish(stage);
        }
        if near(self.corners.last(), 0.05) {
            return Next::Goes;
        }
        if self.corners.len() >= self.mode.most() {
            if open {
                stage.tell(say::outline_fault(OutlineFault::TooManyCorners));
                return Next::Goes;
            }
            return self.ended(self.rectangle_to(at, &stage.view), stage);
        }
        if !at.is_within_reach() {
            stage.tell(say::outline_fault(OutlineFault::OutOfReach));
            return Next::Goes;
        }
        let crossed = !self.crossings_at(at).is_empty();
        self.corners.push(at);
        self.aim.settle();
        self.look_for_crossings();
        if crossed {
            // Kept as a draft, with a sign where it crosses, until it is mended; the hint shows this too.
            stage.announce(Message::new("why-crossed-draft"));
        } else {
            stage.announce(say::corner_set(self.corners.len()));
        }
        Next::Goes
    }

    /// The rectangle that the corners set make with one more.
    fn rectangle_to(&self, at: WorldPt, view: &View) -> Vec<WorldPt> {
        match (self.mode, self.corners.as_slice()) {
            (Mode::Rectangle, [from, ..]) => view.box_between(*from, at).to_vec(),
            (Mode::Turned, [from, to, ..]) => {
                let side = *to - *from;
                let across = side.unit().map_or(WorldVec::default(), WorldVec::left);
                let depth = across * (at - *from).dot(across);
                vec![*from, *to, *to + depth, *from + depth]
            }
            _ => self.corners.clone(),
        }
    }

    fn finish(&mut self, stage: &mut Stage) -> Next {
        match self.can_finish() {
            Ok(()) => self.ended(self.corners.clone(), stage),
            Err(why) => {
                stage.tell(Message::new(why));
                Next::Goes
            }
        }
    }
    /// Ends the drawing with these corners; where they make no shape it is told why, and what was
    /// drawn stays.
    fn ended(&mut self, corners: Vec<WorldPt>, stage: &mut Stage) -> Next {
        match self.shape(corners) {
            Ok(shape) => Next::Done(shape),
            Err(fault) => {
                // Of a rectangle two corners in one place mean that it has no width.
                let narrow = fault == OutlineFault::TooFewCorners && self.mode != Mode::Path;
                let fault = if narrow { OutlineFault::NoArea } else { fault };
                stage.tell(say::outline_fault(fault));
                self.aim.put_back();
                Next::Goes
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

    fn thing(&self, id: PlacementId, shape: PlacementShape) -> Placement {
        let mut thing = Placement::new(id, &self.kind, shape.centre(), Turn::default());
        thing.shape = shape;
        thing
    }
    /// What the corners would make with the next one, under the name that it would get; none while
    /// they make nothing yet.
    pub fn in_hand(&self, stage: &Stage) -> Option<Arc<Placement>> {
        let next = self.aim.next.filter(|_| self.held.is_none());
        let corners = match (self.stretched(&stage.view), self.pulled_from(), next) {
            (Some(corners), ..) => corners,
            (None, Some(from), Some(to)) => vec![from, to],
            (None, None, Some(next)) if !self.closes(next) => {
                self.corners.iter().copied().chain([next]).collect()
            }
            _ => self.corners.clone(),
        };
        let shape = self.shape(corners).ok()?;
        Some(Arc::new(self.thing(stage.board.fresh_id().clone(), shape)))
    }

    fn act(&mut self, action: Action, stage: &mut Stage) -> Next {
        match action {
            Action::PlaceHere => match self.aim.enter(self.corners.last().copied(), stage) {
                Some(at) => self.add(at, stage),
                None => Next::Goes,
            },
            Action::Done => self.finish(stage),
            Action::PointBack | Action::Undo => {
                self.put_back();
                self.corners.pop();
                self.look_for_crossings();
                stage.announce(Message::new("say-point-back").with("n", self.corners.len()));
                Next::Goes
            }
            _ => Next::Goes,
        }
    }

    fn shape(&self, corners: Vec<WorldPt>) -> Result<PlacementShape, OutlineFault> {
        if self.is_area() {
            return Outline::new(corners).map(PlacementShape::Area);
        }
        let line = Line::new(corners).ok_or(OutlineFault::TooFewCorners)?;
        Ok(PlacementShape::Path {
            line,
            width: self.kind.size.1,
        })
    }
    /// Whether Done would end the drawing, and if not, why.
    pub fn can_finish(&self) -> Result<(), &'static str> {
        match self.mode {
            _ if self.corners.is_empty() => Err("why-nothing-drawn-yet"),
            Mode::Rectangle => Err("why-rectangle-second"),
            Mode::Turned => Err("why-turned-third"),
            Mode::Polygon if self.is_enough() && !self.crossings.is_empty() => Err("why-crossed-draft"),
            Mode::Polygon | Mode::Path => self
                .shape(self.corners.clone())
                .map(|_| ())
                .map_err(say::outline_fault_key),
        }
    }

    fn is_area(&self) -> bool {
        self.mode != Mode::Path
    }
    fn is_enough(&self) -> bool {
        self.corners.len() >= if self.is_area() { 3 } else { 2 }
    }
    /// Whether a corner set here would close the outline.
    fn closes(&self, at: WorldPt) -> bool {
        self.mode == Mode::Polygon && self.is_enough() && self.corners[0].distance(at) <= self.aim.reach
    }
    fn look_for_crossings(&mut self) {
        // Fewer than four sides cannot cross; a third corner on the line of two others is seen by
        // the gate as no area.
        self.crossings = match self.mode {
            Mode::Polygon => crossings(&self.corners, self.corners.len() > 3),
            _ => Vec::new(),
        };
    }
    /// Where the side to a corner set here would cross those before it.
    fn crossings_at(&self, at: WorldPt) -> Vec<WorldPt> {
        match self.mode {
            Mode::Polygon if !self.closes(at) => crossings_of_next(&self.corners, at),
            _ => Vec::new(),
        }
    }
    fn beside(&self) -> Vec<Beside> {
        match self.mode {
            Mode::Rectangle => Vec::new(),
            Mode::Turned => beside(&self.corners, false),
            Mode::Polygon | Mode::Path => beside(&self.corners, self.is_area()),
        }
    }

    pub fn kind(&self) -> &Arc<Kind> {
        &self.kind
    }
    pub fn mode(&self) -> Mode {
        self.mode
    }
    pub fn has_corners(&self) -> bool {
        !self.corners.is_empty()
    }
    pub fn set_corners(&self) -> &[WorldPt] {
        &self.corners
    }
    pub fn corners(&self) -> usize {
        self.corners.len()
    }
    pub fn has_cross(&self) -> bool {
        self.aim.cross.is_some()
    }
    pub fn bounds(&self) -> Option<Bounds> {
        Bounds::of(self.corners.iter().copied())
    }
    pub fn is_pressed(&self) -> bool {
        self.aim.is_pressed()
    }
}
