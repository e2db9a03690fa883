//! Several things scaled or turned by the handles of their common box: computed from where it
//! began, put back whole, put down as one step.

use std::collections::HashSet;
use std::sync::Arc;

use crate::design::{Command, Placement, PlacementId};
use crate::editor::{Pointer, PointerKind};
use crate::geometry::{OutlineFault, View, WorldPt, WorldVec};
use crate::scene::{AngleMark, Handle, HandleKind, Measured};
use crate::text::Message;

use super::super::handles::{Handles, direction_of, reach_px};
use super::super::reshape::Frame;
use super::super::stage::Stage;
use super::super::tool::Press;
use super::super::{say, snap};
use super::scale::{common_frame, scaled_about};

/// How far from the box its handles stand, and the turning handle above it, in pixels.
const OUT_PX: f64 = 8.0;
const STEM_PX: f64 = 34.0;

/// What the handle does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    Scale,
    Turn,
}

/// Several things in the hand by a handle of their common box.
#[derive(Clone, Debug)]
pub struct Together {
    press: Press,
    pub hold: By,
    start: Vec<Arc<Placement>>,
    pub now: Vec<Arc<Placement>>,
    frame: Frame,
    factor: f64,
    degrees: f64,
    pub angle: Option<AngleMark>,
    /// What the turn clicked to, in words.
    pub said: Option<Message>,
    nearby: snap::Nearby,
    told: bool,
}

/// The handles of the common box: its four corners scale, the one above it turns.
pub fn handles_of_common(things: &[Arc<Placement>], stage: &Stage) -> Option<Handles> {
    let view = &stage.view;
    let frame = grown(common_frame(things, stage)?, view);
    let corners = [(1, 1), (-1, 1), (-1, -1), (1, -1)];
    let handle = |kind, at| Handle {
        kind,
        at,
        active: false,
    };
    let mut all: Vec<Handle> = corners
        .iter()
        .map(|(x, y)| handle(HandleKind::Size(*x, *y), frame.place((*x, *y))))
        .collect();
    let foot = frame.place((0, 1));
    let top = foot + WorldVec::toward(frame.turn + 90.0) * view.metres_from_pixels(STEM_PX);
    all.push(handle(HandleKind::Turn, top));
    Some(Handles {
        all,
        frame: corners.map(|corner| frame.place(corner)).to_vec(),
        stem: Some((foot, top)),
    })
}

fn grown(frame: Frame, view: &View) -> Frame {
    let out = 2.0 * view.metres_from_pixels(OUT_PX);
    Frame {
        size: frame.size + WorldVec::new(out, out),
        ..frame
    }
}

/// The handle of a common box under a point.
pub fn handle_at_common(
    handles: &Handles,
    view: &View,
    point: WorldPt,
    kind: PointerKind,
) -> Option<HandleKind> {
    let reach = view.metres_from_pixels(reach_px(kind));
    let near = handles
        .all
        .iter()
        .map(|handle| (handle.at.distance(point), handle.kind));
    near.filter(|(off, _)| *off <= reach)
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, kind)| kind)
}

impl Together {
    /// Takes what is chosen and free into the hand; none when nothing is.
    pub fn take(stage: &mut Stage, press: Press, handle: HandleKind) -> Option<Self> {
        let start = stage.free_things();
        let frame = common_frame(&start, stage)?;
        let ids: HashSet<PlacementId> = start.iter().map(|thing| thing.id.clone()).collect();
        stage.lift(ids.iter().cloned());
        Some(Self {
            press,
            hold: if handle == HandleKind::Turn {
                By::Turn
            } else {
                By::Scale
            },
            now: start.clone(),
            start,
            frame,
            factor: 1.0,
            degrees: 0.0,
            angle: None,
            said: None,
            nearby: snap::Nearby::without(ids),
            told: false,
        })
    }

    /// Brings what is held to where the pointer is.
    pub fn to(&mut self, pointer: Pointer, stage: &mut Stage) {
        let world = stage.world(pointer.at);
        let snapping = stage.snaps(pointer.mods);
        let done = match self.hold {
            By::Scale => self.scale(world, snapping, stage),
            By::Turn => self.turn(world, pointer.mods.shift, snapping, stage),
        };
        match done {
            Ok(()) => self.told = false,
            // The last sound shapes stay in the hand; said once, not at every pixel.
            Err(fault) if !self.told => {
                self.told = true;
                stage.tell(say::outline_fault(fault));
            }
            Err(_) => {}
        }
        stage.asked.overlay = true;
    }

    fn scale(&mut self, world: WorldPt, snapping: bool, stage: &Stage) -> Result<(), OutlineFault> {
        let arm = self.press.world - self.frame.at;
        let square = arm.dot(arm).max(1e-6);
        let wanted = ((world - self.frame.at).dot(arm) / square).clamp(0.05, 20.0);
        // Rounded to a twentieth, so that a hand finds the size it began with again.
        let factor = if snapping {
            ((wanted * 20.0).round() / 20.0).max(0.05)
        } else {
            wanted
        };
        let centre = self.frame.at;
        let next = self.start.iter().map(|thing| {
            let kind = stage.kind(thing).map(|kind| &**kind);
            scaled_about(&thing.shape, centre, factor, kind).map(|shape| with_shape(thing, shape))
        });
        self.now = next.collect::<Result<_, _>>()?;
        self.factor = factor;
        Ok(())
    }

    fn turn(
        &mut self,
        world: WorldPt,
        even: bool,
        snapping: bool,
        stage: &Stage,
    ) -> Result<(), OutlineFault> {
        let centre = self.frame.at;
        let swept = (world - centre).degrees() - (self.press.world - centre).degrees();
        let (degrees, snapped) = match (even, snapping) {
            (true, _) => ((swept / 15.0).round() * 15.0, true),
            (false, true) => self.clicked(swept, stage),
            (false, false) => (swept, false),
        };
        if even || !snapping {
            self.said = None;
        }
        let next = self.start.iter().map(|thing| {
            thing
                .shape
                .turned(centre, degrees)
                .map(|shape| with_shape(thing, shape))
        });
        self.now = next.collect::<Result<_, _>>()?;
        self.degrees = degrees;
        self.angle = Some(AngleMark {
            at: centre,
            degrees: degrees.rem_euclid(360.0),
            snapped,
        });
        Ok(())
    }

    /// What was swept, clicked to where the first thing lies along or across the wall nearest to it,
    /// else to a round angle; and whether it clicked.
    fn clicked(&mut self, swept: f64, stage: &Stage) -> (f64, bool) {
        self.said = None;
        if let Some(first) = self.start.first() {
            let began = direction_of(&first.shape);
            let (turn, _, said) = self.nearby.turn(stage, &first.shape, began + swept);
            // Only a wall is named; a round angle is counted from where all of them began.
            if said.is_some() {
                self.said = said;
                return (turn - began, true);
            }
        }
        let (degrees, click) = snap::angle::clicked(swept, None);
        (degrees, click != snap::angle::Click::Free)
    }

    /// Width and depth of the common box as it is now.
    pub fn dimensions(&self, stage: &Stage) -> Vec<Measured> {
        let frame = common_frame(&self.now, stage).filter(|_| self.hold == By::Scale);
        let sides = frame.map(|frame| {
            let place = |x, y| frame.place((x, y));
            vec![
                Measured::between(place(-1, -1), place(1, -1)),
                Measured::between(place(1, -1), place(1, 1)),
            ]
        });
        sides.unwrap_or_default()
    }

    /// Puts what is held down where it is now, as one step.
    pub fn put_down(self, stage: &mut Stage) {
        stage.set_down();
        let key = match self.hold {
            By::Scale => "step-resized",
            By::Turn => "step-turned",
        };
        let things = self.now.iter().map(|thing| (**thing).clone()).collect();
        if stage.commit(&Command::Put(things), say::label(key, &self.now)) {
            stage.announce(match self.hold {
                By::Scale => Message::new("say-scaled").with("n", self.now.len()).number(
                    "percent",
                    self.factor * 100.0,
                    0,
                ),
                By::Turn => say::turned_many(self.now.len(), self.degrees),
            });
        }
    }

    /// Puts everything back as it was when the drag began.
    pub fn put_back(self, stage: &mut Stage) {
        stage.set_down();
    }
}

fn with_shape(thing: &Arc<Placement>, shape: crate::design::PlacementShape) -> Arc<Placement> {
    if thing.shape == shape {
        return thing.clone();
    }
    Arc::new(Placement {
        shape,
        ..(**thing).clone()
    })
}
