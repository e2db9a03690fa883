//! What is held in a drag: computed from where it began, put back whole, put down as one step.

use std::collections::HashSet;
use std::sync::Arc;

use crate::design::{Command, Placement, PlacementId, PlacementShape};
use crate::editor::{Mods, Pointer, SnapMode, StepLabel};
use crate::geometry::{Bounds, OutlineFault, Segment, WorldPt, WorldVec, grid_metres};
use crate::scene::Carried;
use crate::scene::{AngleMark, HandleKind, Measured};
use crate::text::Message;

use super::super::handles::direction_of;
use super::super::reshape::{self, Frame, Pull, in_frame, resized};
use super::super::snap::{self, Snap};
use super::super::{say, stage::Stage};
use super::press::Press;

/// What the drag does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::editor) enum Hold {
    Move,
    Size(i8, i8),
    Turn,
    Corner(usize),
}

/// Things in the hand.
#[derive(Clone, Debug)]
pub(in crate::editor) struct Grip {
    pub press: Press,
    pub hold: Hold,
    /// The things as they were, the one that was grasped first.
    start: Arc<[Arc<Placement>]>,
    /// The shape from which the grasped one is computed: its own, or with a corner put in.
    base: PlacementShape,
    pub now: Vec<Arc<Placement>>,
    pub guides: Vec<Measured>,
    pub angle: Option<AngleMark>,
    /// It stands by a wall or in a row, and so is turned.
    stood: bool,
    /// The free way to the nearest wall.
    pub gap: Option<Measured>,
    /// What it snapped to, in words.
    pub said: Option<Message>,
    /// How far all of them are moved, where they are only moved.
    by: WorldVec,
    /// What was selected before, to be put back.
    before: (Vec<PlacementId>, Option<usize>),
    nearby: snap::Nearby,
    /// That it cannot be done was said once.
    told: bool,
}

impl Grip {
    /// Takes what is selected into the hand, by one of its things; none when that is not there.
    pub fn take(
        stage: &mut Stage,
        press: Press,
        by: &PlacementId,
        handle: Option<HandleKind>,
        before: (Vec<PlacementId>, Option<usize>),
    ) -> Option<Self> {
        let grasped = stage.board.thing(by)?.clone();
        let mut start = vec![grasped.clone()];
        let mut base = grasped.shape.clone();
        let hold = match handle {
            None => {
                start.extend(
                    stage
                        .selected_things()
                        .into_iter()
                        .filter(|thing| &thing.id != by && !thing.locked)
                        .cloned(),
                );
                Hold::Move
            }
            Some(HandleKind::Size(x, y)) => Hold::Size(x, y),
            Some(HandleKind::Turn) => Hold::Turn,
            Some(HandleKind::Corner(at)) => match rectangle_corner(&base, at) {
                // A rectangle stays one; with Control or Command its corner goes its own way.
                Some((x, y)) if !press.mods.command => Hold::Size(x, y),
                _ => Hold::Corner(at),
            },
            Some(HandleKind::Insert(side)) => {
                let points = reshape::corners(&base)?;
                let middle = points.get(side)?.middle(points[(side + 1) % points.len()]);
                base = reshape::inserted(&base, side, middle).ok()?;
                Hold::Corner(side + 1)
            }
        };
        let skip: HashSet<PlacementId> = start.iter().map(|thing| thing.id.clone()).collect();
        stage.lift(skip.iter().cloned());
        if let Hold::Corner(at) = hold {
            stage.choose_corner(Some(at));
        }
        Some(Self {
            press,
            hold,
            now: start.clone(),
            start: start.into(),
            by: WorldVec::default(),
            base,
            guides: Vec::new(),
            angle: None,
            stood: false,
            gap: None,
            said: None,
            before,
            nearby: snap::Nearby::without(skip),
            told: false,
        })
    }

    /// The things as they were taken and how far they are moved, where they are only moved.
    pub fn carried(&self) -> Option<Carried> {
        (self.hold == Hold::Move && !self.stood).then(|| Carried {
            things: self.start.clone(),
            by: self.by,
        })
    }

    /// Brings what is held to where the pointer is.
    pub fn to(&mut self, pointer: Pointer, stage: &mut Stage) {
        let world = stage.world(pointer.at);
        let by = world - self.press.world;
        let snapping = stage.snaps(pointer.mods);
        self.guides.clear();
        self.angle = None;
        self.said = None;
        self.stood = false;
        let fault = match self.hold {
            Hold::Move => self.shift(by, pointer.mods, snapping, stage),
            Hold::Size(x, y) => self.resize((x, y), by, pointer.mods, snapping, stage),
            Hold::Turn => self.turn(world, pointer.mods, snapping, stage),
            Hold::Corner(at) => self.move_corner(at, by, snapping, stage),
        };
        match fault {
            Ok(()) => self.told = false,
            // The last sound shape stays in the hand; said once, not at every pixel.
            Err(fault) if !self.told => {
                self.told = true;
                stage.tell(say::outline_fault(fault));
            }
            Err(_) => {}
        }
        let single = self.now.len() == 1 && self.hold != Hold::Turn;
        self.gap = match single {
            true => self.nearby.gap(stage, &self.now[0].shape).map(|(gap, _)| gap),
            false => None,
        };
        stage.asked.overlay = true;
    }

    fn shift(&mut self, by: WorldVec, mods: Mods, snapping: bool, stage: &Stage) -> Result<(), OutlineFault> {
        let by = match (mods.shift, by.x.abs() >= by.y.abs()) {
            (false, _) => by,
            (true, true) => WorldVec::new(by.x, 0.0),
            (true, false) => WorldVec::new(0.0, by.y),
        };
        let moved = self.base.moved(by)?;
        if let (true, Some(shape)) = (snapping, self.stood(&moved, stage)) {
            self.now = vec![with_shape(&self.start[0], shape)];
            self.stood = true;
            return Ok(());
        }
        let snap = if snapping {
            self.snapped(&moved, stage)
        } else {
            Snap::default()
        };
        let by = by + snap.by;
        let shapes: Vec<_> = self
            .start
            .iter()
            .map(|thing| thing.shape.moved(by))
            .collect::<Result<_, _>>()?;
        self.take_snap(snap);
        self.by = by;
        self.now = self
            .start
            .iter()
            .zip(shapes)
            .map(|(thing, shape)| with_shape(thing, shape))
            .collect();
        Ok(())
    }

    fn take_snap(&mut self, snap: Snap) {
        self.guides = snap.guides;
        self.said = snap.said.or_else(|| self.said.take());
    }

    fn snapped(&mut self, moved: &PlacementShape, stage: &Stage) -> Snap {
        let round = stage.kind(&self.start[0]).is_some_and(|kind| kind.round);
        self.nearby.body(stage, moved, round, Some(self.base.centre()))
    }

    /// A single thing that stands by what it is held to: with its back to a wall, in the row of
    /// bays. None where its kind stands freely or nothing is near.
    fn stood(&mut self, moved: &PlacementShape, stage: &Stage) -> Option<PlacementShape> {
        let ([thing], PlacementShape::Rectangle { at, size, .. }) = (&self.start[..], moved) else {
            return None;
        };
        let kind = stage.kind(thing)?.clone();
        let stood = self.nearby.stood(stage, &kind, *at, *size)?;
        let shape = PlacementShape::Rectangle {
            at: stood.at,
            size: *size,
            turn: stood.turn,
        };
        let snap = self.nearby.body(stage, &shape, kind.round, None);
        let (by, said) = (snap.by, self.nearby.stood_said(&stood));
        self.guides = snap.guides;
        self.said = said;
        shape.moved(by).ok()
    }

    fn resize(
        &mut self,
        handle: (i8, i8),
        by: WorldVec,
        mods: Mods,
        snapping: bool,
        stage: &Stage,
    ) -> Result<(), OutlineFault> {
        let Some(frame) = Frame::of(&self.base) else {
            return Ok(());
        };
        let kind = stage.kind(&self.start[0]).map(|kind| &**kind);
        let mut pull = Pull {
            handle,
            // A round thing is pulled by its radius: its middle stays.
            about_centre: mods.alt || kind.is_some_and(|kind| kind.round),
            grain: match stage.snap {
                SnapMode::Off => 0.01,
                SnapMode::Grid => grid_metres(stage.view.scale),
                _ => 0.1,
            },
        };
        let mut to = frame.place(handle) + by;
        let round = kind.is_some_and(|kind| kind.round);
        if snapping && !round {
            let free = Pull { grain: 0.001, ..pull };
            let sides = pulled_sides(&resized(&frame, free, to, None), handle);
            let bounds = Bounds::of([frame.at, to]).unwrap_or_default();
            let snap = self.nearby.sides(stage, &sides, bounds);
            if !snap.guides.is_empty() {
                to = to + snap.by;
                pull.grain = 0.001;
                self.take_snap(snap);
            }
        }
        let shape = in_frame(&self.base, &resized(&frame, pull, to, kind));
        self.now = vec![with_shape(&self.start[0], shape)];
        Ok(())
    }

    fn turn(
        &mut self,
        world: WorldPt,
        mods: Mods,
        snapping: bool,
        stage: &Stage,
    ) -> Result<(), OutlineFault> {
        let centre = self.base.centre();
        let began = direction_of(&self.base);
        let swept = (world - centre).degrees() - (self.press.world - centre).degrees();
        let (turn, snapped) = match (mods.shift, snapping) {
            (true, _) => (((began + swept) / 15.0).round() * 15.0, true),
            (false, true) => {
                let (turn, clicked, said) = self.nearby.turn(stage, &self.base, began + swept);
                self.said = said;
                (turn, clicked)
            }
            (false, false) => (began + swept, false),
        };
        let shape = self.base.turned(centre, turn - began)?;
        self.angle = Some(AngleMark {
            at: centre,
            degrees: turn.rem_euclid(360.0),
            snapped,
        });
        self.now = vec![with_shape(&self.start[0], shape)];
        Ok(())
    }

    fn move_corner(
        &mut self,
        corner: usize,
        by: WorldVec,
        snapping: bool,
        stage: &Stage,
    ) -> Result<(), OutlineFault> {
        let points = reshape::corners(&self.base).unwrap_or_default();
        let Some(from) = points.get(corner).copied() else {
            return Ok(());
        };
        let mut to = from + by;
        if snapping {
            let beside = neighbours(points, corner, matches!(self.base, PlacementShape::Area(_)));
            let snap = self.nearby.corner(stage, to, &beside);
            to = to + snap.by;
            self.guides = snap.guides;
            self.said = snap.said;
        }
        let shape = reshape::moved_corner(&self.base, corner, to)?;
        self.now = vec![with_shape(&self.start[0], shape)];
        Ok(())
    }

    /// Puts what is held down where it is now, as one step.
    pub fn put_down(self, stage: &mut Stage) {
        stage.set_down();
        let key = match self.hold {
            Hold::Move => "step-moved",
            Hold::Size(..) => "step-resized",
            Hold::Turn => "step-turned",
            Hold::Corner(_) => "step-reshaped",
        };
        let label = StepLabel::of(key, self.now.iter().map(|thing| &**thing));
        let things: Vec<Placement> = self.now.iter().map(|thing| (**thing).clone()).collect();
        let changed = stage.commit(&Command::Put(things), label);
        match (changed, self.hold) {
            (false, Hold::Corner(_)) => stage.choose_corner(self.before.1),
            (false, _) => {}
            (true, hold) => {
                let first = &self.now[0];
                let said = match hold {
                    Hold::Move => say::moved(stage, &self.now),
                    Hold::Size(..) => say::resized(first),
                    Hold::Turn => say::turned(first, direction_of(&first.shape)),
                    Hold::Corner(_) => say::reshaped(first),
                };
                stage.announce(say::with_snap(said, self.said));
            }
        }
    }

    /// Puts everything back as it was when the drag began.
    pub fn put_back(self, stage: &mut Stage) {
        stage.set_down();
        stage.select(self.before.0);
        stage.choose_corner(self.before.1);
    }
}

/// A corner of an area that is a rectangle, as signs along its axes; else none.
fn rectangle_corner(shape: &PlacementShape, corner: usize) -> Option<(i8, i8)> {
    let PlacementShape::Area(outline) = shape else {
        return None;
    };
    Frame::of_outline(outline)?;
    [(-1, -1), (1, -1), (1, 1), (-1, 1)].get(corner).copied()
}

fn with_shape(thing: &Arc<Placement>, shape: PlacementShape) -> Arc<Placement> {
    if thing.shape == shape {
        return thing.clone();
    }
    Arc::new(Placement {
        shape,
        ..(**thing).clone()
    })
}

/// The sides that a handle moves.
fn pulled_sides(frame: &Frame, (x, y): (i8, i8)) -> Vec<Segment> {
    let side = |a: (i8, i8), b: (i8, i8)| Segment {
        from: frame.place(a),
        to: frame.place(b),
    };
    let across = (x != 0).then(|| side((x, -1), (x, 1)));
    let along = (y != 0).then(|| side((-1, y), (1, y)));
    across.into_iter().chain(along).collect()
}

/// The corners beside a corner, each with the direction of its further side: square to it, or in
/// its line, is where a corner is meant to be.
pub(super) fn neighbours(points: &[WorldPt], corner: usize, closed: bool) -> Vec<(WorldPt, WorldVec)> {
    let count = points.len();
    let step = |at: usize, by: usize| (closed || at + by < count).then(|| points[(at + by) % count]);
    let back = |at: usize, by: usize| (closed || at >= by).then(|| points[(at + count - by % count) % count]);
    let mut found = Vec::new();
    for (near, far) in [
        (step(corner, 1), step(corner, 2)),
        (back(corner, 1), back(corner, 2)),
    ] {
        if let Some(near) = near {
            found.push((near, far.map_or(WorldVec::new(1.0, 0.0), |far| far - near)));
        }
    }
    found
}
