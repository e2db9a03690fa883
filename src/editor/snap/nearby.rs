//! What lies around the hand, and what snapping makes of it by the mode: the door to the kernels.

use std::collections::HashSet;
use std::sync::Arc;

use crate::catalogue::{Kind, Stands};
use crate::design::{PlacementId, PlacementShape};
use crate::geometry::{Bounds, Segment, WorldPt, WorldVec, grid_metres};
use crate::scene::Measured;
use crate::text::Message;

use super::super::handles::direction_of;
use super::super::stage::Stage;
use super::angle::{Click, clicked};
use super::clear::clear_way;
use super::point::{Wanted, on_lines};
use super::said::{self, Said, What};
use super::targets::{Targets, targets_around};
use super::{Chosen, Snap, SnapMode, Stood, TOLERANCE_PX, align, chosen, gap, mark, onto_grid, stand};

/// What lay around a box when it was last looked; looked at anew only once the box has moved on.
#[derive(Clone, Debug, Default)]
pub struct Nearby {
    /// The things in the hand, which are no targets.
    skip: HashSet<PlacementId>,
    /// Where a box may be for what was found to hold, and what was found.
    known: Option<(Bounds, Arc<Targets>)>,
}

impl Nearby {
    /// What lies around, but for the things in the hand.
    pub fn without(skip: HashSet<PlacementId>) -> Self {
        Self { skip, known: None }
    }

    fn around(&mut self, stage: &Stage, bounds: Bounds) -> Arc<Targets> {
        match &self.known {
            Some((holds, found)) if holds.contains(bounds.min) && holds.contains(bounds.max) => found.clone(),
            _ => {
                let (reach, found) = targets_around(stage, bounds, &self.skip);
                let found = Arc::new(found);
                self.known = Some((bounds.grown(reach / 4.0), found.clone()));
                found
            }
        }
    }

    /// A thing that is moved as a whole. `began` is where its middle was when the move began.
    pub fn body(
        &mut self,
        stage: &Stage,
        shape: &PlacementShape,
        round: bool,
        began: Option<WorldPt>,
    ) -> Snap {
        let middle = shape.centre();
        if stage.snap == SnapMode::Grid {
            return on_grid(middle, stage);
        }
        let targets = self.around(stage, shape.bounds());
        let tolerance = tolerance(stage);
        if stage.snap == SnapMode::RightAngles {
            let beside: Vec<_> = began
                .map(|from| (from, WorldVec::new(1.0, 0.0)))
                .into_iter()
                .collect();
            let wanted = Wanted {
                edges: false,
                beyond: false,
                // The sheet's own axes count where no wall gives others.
                square: targets.walls.is_empty(),
                wall: true,
            };
            return straight(on_lines(middle, &beside, &targets, wanted, tolerance), &targets);
        }
        let sides = if round { Vec::new() } else { super::sides_of(shape) };
        let aligns = stage.snap == SnapMode::Alignment;
        let mut candidates = align::on_sides(&sides, &targets, aligns, tolerance);
        if aligns {
            candidates.extend(align::on_axes(middle, &targets, tolerance));
            if let Some(outline) = shape.outline() {
                let degrees = direction_of(shape);
                candidates.extend(gap::equal_gaps(outline.corners(), degrees, &targets, tolerance));
            }
        }
        let found = chosen(&candidates, tolerance);
        align::slid(found, &sides, &targets, tolerance).into_snap(&targets)
    }

    /// Sides that are pulled, about a place.
    pub fn sides(&mut self, stage: &Stage, sides: &[Segment], bounds: Bounds) -> Snap {
        if !stage.snap.has_edges() {
            return Snap::default();
        }
        let targets = self.around(stage, bounds);
        let (beyond, tolerance) = (stage.snap == SnapMode::Alignment, tolerance(stage));
        chosen(&align::on_sides(sides, &targets, beyond, tolerance), tolerance).into_snap(&targets)
    }

    /// A corner that is set or moved. `neighbours` pairs a corner beside it with a direction to
    /// which square is meant.
    pub fn corner(&mut self, stage: &Stage, point: WorldPt, neighbours: &[(WorldPt, WorldVec)]) -> Snap {
        let (edges, aligns) = (stage.snap.has_edges(), stage.snap == SnapMode::Alignment);
        let angles = stage.snap == SnapMode::RightAngles;
        match stage.snap {
            SnapMode::Off => return Snap::default(),
            SnapMode::Grid => return on_grid(point, stage),
            _ => {}
        }
        let targets = self.around(
            stage,
            Bounds {
                min: point,
                max: point,
            },
        );
        let wanted = Wanted {
            edges,
            beyond: aligns,
            square: aligns || angles,
            wall: angles,
        };
        on_lines(point, neighbours, &targets, wanted, tolerance(stage)).into_snap(&targets)
    }

    /// A turn in degrees of a shape, clicked to round angles and the nearest wall; whether it
    /// clicked, and to what, in words.
    pub fn turn(
        &mut self,
        stage: &Stage,
        shape: &PlacementShape,
        degrees: f64,
    ) -> (f64, bool, Option<Message>) {
        let targets = self.around(stage, shape.bounds());
        let wall = targets.nearest_wall(shape.centre());
        let direction = wall.map(|wall| (wall.line.to - wall.line.from).degrees());
        let (degrees, click) = clicked(degrees, direction);
        let what = match click {
            Click::Free => return (degrees, false, None),
            Click::Round => return (degrees, true, None),
            Click::Along => What::Along,
            Click::Across => What::Across,
        };
        let said = wall.map(|wall| Said::of(what, wall.of));
        let said: Vec<Said> = said.into_iter().collect();
        (degrees, true, said::message(&said, &targets))
    }

    /// How a thing of a kind and size stands by the wall, road or row near a point; none where
    /// nothing is near, or where its kind stands freely.
    pub fn stood(&mut self, stage: &Stage, kind: &Kind, at: WorldPt, size: WorldVec) -> Option<Stood> {
        if !stage.snap.turns_backs() || kind.stands == Stands::Freely {
            return None;
        }
        let targets = self.around(stage, Bounds { min: at, max: at }.grown(size.x.max(size.y)));
        match kind.stands {
            Stands::Freely => None,
            Stands::BackToWall => stand::backed(at, size, &targets),
            Stands::InRow => stand::lined_up(at, size, &targets),
        }
    }
    /// The free way from the nearest wall, kerb, fence or boundary to a shape, and whose it is.
    pub fn gap(&mut self, stage: &Stage, shape: &PlacementShape) -> Option<(Measured, Message)> {
        let targets = self.around(stage, shape.bounds());
        let clear = clear_way(shape, &targets)?;
        let said = Said::side(What::Side, clear.of, clear.wall);
        Some((
            Measured::between(clear.from, clear.to),
            said::side(&said, &targets),
        ))
    }
    /// Of a thing that stands by a wall or in a row, by what, in words.
    pub fn stood_said(&self, stood: &Stood) -> Option<Message> {
        let (_, targets) = self.known.as_ref()?;
        said::message(&[stood.said], targets)
    }
}

fn tolerance(stage: &Stage) -> f64 {
    stage.view.metres_from_pixels(TOLERANCE_PX)
}

fn on_grid(point: WorldPt, stage: &Stage) -> Snap {
    let spacing = grid_metres(stage.view.scale);
    let by = onto_grid(point, spacing);
    let said = Said::bare(What::Grid(spacing));
    Snap {
        by,
        guides: vec![mark(point + by)],
        said: said::message(&[said], &Targets::default()),
    }
}

/// Straight from where it was: that is no right angle to anything drawn.
fn straight(mut found: Chosen, targets: &Targets) -> Snap {
    for line in &mut found.lines {
        if line.said.what == What::Square {
            line.said = Said::bare(What::Along);
        }
    }
    found.into_snap(targets)
}
