//! Measuring: between two points, along a way, or an area. What was measured stays on the plan
//! until Escape or the next measure.

use crate::editor::{Action, Cursor, Mods};
use crate::geometry::{Outline, WorldPt, crossings};
use crate::scene::{MeasureMark, Overlay};
use crate::text::Message;

use super::super::{say, stage::Stage};
use super::aim::{Aim, Aimed, beside};
use super::{Input, Tool, nudge};

/// What is measured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::editor) enum Of {
    #[default]
    Distance,
    Path,
    Area,
}

impl Of {
    /// The mode that an action chooses.
    pub fn chosen_by(action: Action) -> Option<Self> {
        match action {
            Action::MeasureDistance => Some(Self::Distance),
            Action::MeasurePath => Some(Self::Path),
            Action::MeasureArea => Some(Self::Area),
            _ => None,
        }
    }
    /// The action that chooses it.
    pub fn action(self) -> Action {
        match self {
            Self::Distance => Action::MeasureDistance,
            Self::Path => Action::MeasurePath,
            Self::Area => Action::MeasureArea,
        }
    }
    fn least(self) -> usize {
        if self == Self::Area { 3 } else { 2 }
    }
}

/// What was measured.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::editor) struct Measure {
    of: Of,
    points: Vec<WorldPt>,
}

impl Measure {
    fn length(&self) -> f64 {
        self.points.windows(2).map(|pair| pair[0].distance(pair[1])).sum()
    }
    /// What it came to, in a sentence.
    pub fn said(&self) -> Message {
        match (self.of, Outline::new(self.points.iter().copied())) {
            (Of::Area, Ok(outline)) => Message::new("measured-area")
                .number("area", outline.area(), 1)
                .number("m", outline.perimeter(), 1),
            (Of::Path, _) => Message::new("measured-path")
                .with("n", self.points.len().saturating_sub(1))
                .number("m", self.length(), 2),
            _ => Message::new("measured-distance").number("m", self.length(), 2),
        }
    }
    pub fn mark(&self) -> MeasureMark {
        let outline = Outline::new(self.points.iter().copied()).ok();
        MeasureMark {
            points: self.points.clone(),
            next: None,
            square_metres: (self.of == Of::Area)
                .then(|| outline.map(|outline| outline.area()))
                .flatten(),
            ring: self.of == Of::Area,
            done: true,
        }
    }
}

/// The measure tool in its state.
#[derive(Clone, Debug, Default)]
pub(in crate::editor) struct Measuring {
    of: Of,
    points: Vec<WorldPt>,
    aim: Aim,
    crossings: Vec<WorldPt>,
}

impl Measuring {
    pub fn new(of: Of) -> Self {
        Self {
            of,
            ..Self::default()
        }
    }
    pub fn takes(&self, action: Action) -> bool {
        let back = matches!(action, Action::PointBack | Action::Undo) && self.has_points();
        let moves = nudge(action, Mods::default(), 1.0, 1.0).is_some();
        moves || back || matches!(action, Action::PlaceHere | Action::Done | Action::Cancel)
    }
    #[must_use]
    pub fn on(mut self, input: Input, stage: &mut Stage) -> Tool {
        stage.asked.overlay = true;
        if let Input::Act(action, mods) = input {
            let last = self.points.last().copied();
            if !self.aim.nudged(action, mods, last, stage) {
                return self.act(action, stage);
            }
            return Tool::Measure(self);
        }
        if let Input::PutBack = input {
            self.aim.put_back();
            return Tool::Measure(self);
        }
        let square = beside(&self.points, self.of == Of::Area);
        match self.aim.point(input, &square, stage) {
            Aimed::Waits => {}
            Aimed::Pulled(from, to) if self.points.is_empty() => self.pull(from, to, stage),
            Aimed::Set(at) | Aimed::Pulled(_, at) => self.set(at, stage),
        }
        Tool::Measure(self)
    }

    /// A pull measures at once: straight, or the rectangle that it spans.
    fn pull(&mut self, from: WorldPt, to: WorldPt, stage: &mut Stage) {
        self.points = match self.of {
            Of::Distance | Of::Path => vec![from, to],
            Of::Area => stage.view.box_between(from, to).to_vec(),
        };
        self.finish(stage);
        // What came to nothing is not kept as points to go on from.
        self.points.clear();
        self.changed();
    }

    fn set(&mut self, at: WorldPt, stage: &mut Stage) {
        let reach = self.aim.reach;
        let near = |point: Option<&WorldPt>, within: f64| point.is_some_and(|p| p.distance(at) <= within);
        let enough = self.points.len() >= self.of.least();
        let closes = self.of == Of::Area && near(self.points.first(), reach);
        if enough && (closes || near(self.points.last(), reach / 2.0)) {
            return self.finish(stage);
        }
        if near(self.points.last(), 0.001) {
            return;
        }
        if self.points.len() >= Outline::MAX_CORNERS {
            return stage.tell(Message::new("why-too-many-corners"));
        }
        if self.points.is_empty() {
            stage.measured = None;
        }
        self.points.push(at);
        self.aim.settle();
        self.changed();
        match self.of {
            Of::Distance if self.points.len() == 2 => self.finish(stage),
            _ => stage.announce(say::corner_set(self.points.len())),
        }
    }

    /// Leaves what was measured on the plan, and waits for the next.
    fn finish(&mut self, stage: &mut Stage) {
        if let Err(why) = self.can_finish() {
            return stage.tell(Message::new(why));
        }
        let measure = Measure {
            of: self.of,
            points: std::mem::take(&mut self.points),
        };
        stage.announce(measure.said());
        stage.measured = Some(measure);
        self.aim.put_back();
        self.changed();
    }
    pub fn can_finish(&self) -> Result<(), &'static str> {
        let area = self.of == Of::Area;
        if self.points.len() < self.of.least() {
            return Err(if area {
                "why-too-few-corners"
            } else {
                "why-measure-second"
            });
        }
        if !self.crossings.is_empty() {
            return Err("why-crossed-draft");
        }
        if area {
            let outline = Outline::new(self.points.iter().copied());
            return outline.map(|_| ()).map_err(say::outline_fault_key);
        }
        if self.points.windows(2).all(|pair| pair[0] == pair[1]) {
            return Err("why-measure-second");
        }
        Ok(())
    }
    fn changed(&mut self) {
        self.crossings = if self.of == Of::Area {
            crossings(&self.points, true)
        } else {
            Vec::new()
        };
    }

    fn act(mut self, action: Action, stage: &mut Stage) -> Tool {
        let last = self.points.last().copied();
        match action {
            Action::PlaceHere => {
                if let Some(at) = self.aim.enter(last, stage) {
                    self.set(at, stage);
                }
            }
            Action::Done => self.finish(stage),
            Action::PointBack | Action::Undo => {
                self.points.pop();
                self.changed();
                stage.announce(Message::new("say-point-back").with("n", self.points.len()));
            }
            // Escape takes back one thing at a time: the press, the points, what was measured.
            Action::Cancel if self.aim.is_pressed() => self.aim.put_back(),
            Action::Cancel if self.has_points() => self = Self::new(self.of),
            Action::Cancel if stage.measured.is_some() => stage.measured = None,
            Action::Cancel => return Tool::default(),
            _ => {}
        }
        Tool::Measure(self)
    }

    pub fn of(&self) -> Of {
        self.of
    }
    pub fn path(&self) -> &'static str {
        match (self.of, self.aim.pulled, self.points.is_empty()) {
            (Of::Distance, true, _) => "measure.distance.pulling",
            (Of::Distance, false, true) => "measure.distance.first",
            (Of::Distance, false, false) => "measure.distance.second",
            (Of::Path, true, true) => "measure.path.pulling",
            (Of::Path, _, true) => "measure.path.first",
            (Of::Path, _, false) => "measure.path.next",
            (Of::Area, true, true) => "measure.area.pulling",
            (Of::Area, _, true) => "measure.area.first",
            (Of::Area, _, false) => "measure.area.next",
        }
    }
    /// What the point in the hand has snapped to.
    pub fn snapped_to(&self) -> Option<&Message> {
        self.aim.said.as_ref()
    }
    pub fn hint(&self, stage: &Stage) -> Message {
        if !self.crossings.is_empty() {
            return Message::new("hint-outline-crossed");
        }
        match (self.has_points(), &stage.measured) {
            (false, Some(measured)) => Message::new("hint-measured").with("what", measured.said()),
            (false, None) => Message::new(match self.of {
                Of::Distance => "hint-measure-distance",
                Of::Path => "hint-measure-path",
                Of::Area => "hint-measure-area",
            }),
            (true, _) => Message::new(match self.of {
                Of::Distance => "hint-measure-second",
                Of::Path => "hint-measure-path-next",
                Of::Area => "hint-measure-area-next",
            }),
        }
    }
    pub fn cursor(&self) -> Cursor {
        Cursor::Cross
    }
    pub fn overlay(&self, stage: &Stage) -> Overlay {
        let ring = self.of == Of::Area;
        let mut points = self.points.clone();
        let mut next = self.aim.next;
        if let (true, true, Some(from), Some(to)) = (
            self.aim.pulled,
            points.is_empty(),
            self.aim.began(),
            self.aim.next,
        ) {
            points = if ring {
                next = None;
                stage.view.box_between(from, to).to_vec()
            } else {
                vec![from]
            };
        }
        let ground = points.iter().copied().chain(next);
        let outline = ring.then(|| Outline::new(ground).ok()).flatten();
        let mark = (!points.is_empty()).then(|| MeasureMark {
            square_metres: outline.map(|outline| outline.area()),
            points,
            next,
            ring,
            done: false,
        });
        Overlay {
            measure: mark.or_else(|| stage.measured.as_ref().map(Measure::mark)),
            crossings: self.crossings.clone(),
            guides: self.aim.guides.clone(),
            cross: self.aim.cross,
            ..Overlay::default()
        }
    }
    pub fn has_points(&self) -> bool {
        !self.points.is_empty()
    }
    pub fn points(&self) -> usize {
        self.points.len()
    }
    pub fn has_cross(&self) -> bool {
        self.aim.cross.is_some()
    }
    pub fn is_pressed(&self) -> bool {
        self.aim.is_pressed()
    }
}
