//! What each kind looks like from above: one file a family, one row here a kind.
//!
//! A drawing says what a thing is without its label, scales with its true size, and shows what
//! was chosen (style, surface).

mod bikes;
mod facility;
mod icon;
mod own;
mod parking;
mod pergola;
mod plants;
mod play;
mod roof;
mod seats;
mod service;
mod sign;
mod sport;
mod unknown;

pub use icon::{kind_icon, kind_icon_svg};

use crate::catalogue::{Group, Kind};
use crate::design::{Placement, PlacementShape};
use crate::geometry::{Line, Outline, Region, WorldPt};

use super::path::pt;
use super::pen::Pen;
use super::{Detail, Ink, Path, Scene};

/// Draws one thing in its own frame.
type Drawing = fn(&mut Pen, &Thing);

/// Each kind's drawing.
const DRAWINGS: &[(&str, Drawing)] = &[
    ("plaza", play::plaza),
    ("pavilion", roof::pavilion),
    ("pavilion-corridor", roof::pavilion_corridor),
    ("pergola", pergola::pergola),
    ("car-park", parking::car_park),
    ("bay", parking::bay),
    ("accessible-bay", parking::accessible_bay),
    ("ev-bay", parking::ev_bay),
    ("charging-shed", bikes::shed),
    ("bike-rack", bikes::rack),
    ("bench", seats::bench),
    ("chess-table", seats::chess_table),
    ("fitness-station", sport::fitness_station),
    ("fitness-path", sport::fitness_path),
    ("table-tennis", sport::table_tennis),
    ("badminton-court", sport::badminton),
    ("playground", play::playground),
    ("lawn", plants::lawn),
    ("flower-bed", plants::flower_bed),
    ("tree", plants::tree),
    ("lamp", facility::lamp),
    ("bin-station", facility::bin_station),
    ("parcel-cabinet", facility::parcel_cabinet),
    ("drying-rack", facility::drying_rack),
    ("ramp", facility::ramp),
    ("bollard", facility::bollard),
    ("day-care-centre", service::day_care),
    ("parlour", service::parlour),
];

/// A thing whose longer side is seen shorter than this, in pixels, is shown as a sign.
const SIGN_PX: f64 = 7.0;

/// A thing to draw, in its own frame: its middle at the origin, x along its width.
pub(super) struct Thing<'a> {
    placement: &'a Placement,
    kind: Option<&'a Kind>,
    /// Width in metres; of a path, its length.
    pub width: f64,
    /// Depth in metres; of a path, its width.
    pub depth: f64,
    /// The ground that it covers.
    pub ground: Path,
    /// The same ground, where it is one outline.
    pub outline: Option<Outline>,
    /// Its middle line, of a path.
    pub line: Option<Line>,
}

impl Thing<'_> {
    /// What was chosen of a param, or the kind's default; empty where there is none.
    pub fn option(&self, param: &str) -> &str {
        self.kind
            .and_then(|kind| self.placement.option(kind, param))
            .unwrap_or("")
    }
    /// Its rectangle shrunk by so many metres on each side.
    pub fn inner(&self, margin: f64) -> Path {
        Path::rectangle(
            pt(0.0, 0.0),
            (self.width - 2.0 * margin).max(0.02),
            (self.depth - 2.0 * margin).max(0.02),
        )
    }
    /// Its middle.
    pub fn middle(&self) -> WorldPt {
        self.line
            .as_ref()
            .map_or(pt(0.0, 0.0), |line| line.bounds().centre())
    }
    /// The name of the thing's kind, as documents write it.
    pub fn kind_id(&self) -> &str {
        self.placement.kind.as_str()
    }
    /// A number for everything that differs from thing to thing of one kind and stays the same
    /// from one drawing to the next.
    pub fn seed(&self) -> u64 {
        super::symbols::hash_of(self.placement.id.as_str())
    }
}

/// The drawing of one placed thing at a detail, in the sheet's metres.
pub fn placement_scene(placement: &Placement, kind: Option<&Kind>, detail: Detail) -> Scene {
    let (thing, at, turn) = framed(placement, kind);
    let mut pen = Pen::new(at, turn, detail);
    let own = kind.and_then(Kind::drawing);
    let known = kind.map_or(&placement.kind, Kind::acts_as).as_str();
    let drawing = DRAWINGS.iter().find(|(id, _)| *id == known);
    let seen = thing.width.max(thing.depth) * detail.scale();
    // A crown or a bed of a few pixels still says what it is.
    let grows = kind.is_some_and(|kind| kind.group == Group::Green);
    let least = if grows { 4.0 } else { SIGN_PX };
    pen.weigh(seen);
    match (own, drawing, kind) {
        (Some(_), _, Some(kind)) | (_, Some(_), Some(kind)) if seen < least => {
            pen.pin(thing.middle(), sign::marks(kind, detail))
        }
        (Some(own), ..) => own::draw(&mut pen, &thing, own),
        (None, Some((_, draw)), _) => draw(&mut pen, &thing),
        (None, None, _) => unknown::draw(&mut pen, &thing),
    }
    pen.finish()
}

/// The colour of a shelf of the palette, for signs and dots.
pub fn group_ink(group: Group) -> Ink {
    match group {
        Group::Parking => Ink::SignBlue,
        Group::Rest => Ink::Timber,
        Group::Green => Ink::Leaf,
        Group::Service => Ink::RoofWarm,
        Group::Facility => Ink::SteelDark,
    }
}

/// A thing in its own frame, with the frame's place and turn on the sheet.
fn framed<'a>(placement: &'a Placement, kind: Option<&'a Kind>) -> (Thing<'a>, WorldPt, f64) {
    let thing = |width, depth, ground, outline, line| Thing {
        placement,
        kind,
        width,
        depth,
        ground,
        outline,
        line,
    };
    match &placement.shape {
        PlacementShape::Rectangle { at, size, turn } => {
            let ground = Path::rectangle(pt(0.0, 0.0), size.x, size.y);
            let outline = Outline::rectangle(pt(0.0, 0.0), *size, 0.0);
            (
                thing(size.x, size.y, ground, Some(outline), None),
                *at,
                turn.degrees(),
            )
        }
        PlacementShape::Area(outline) => {
            let side = outline.sides().max_by(|a, b| a.length().total_cmp(&b.length()));
            let turn = side.map_or(0.0, |s| upright((s.to - s.from).degrees()));
            let at = outline.bounds().centre();
            let own = |p: WorldPt| pt(0.0, 0.0) + (p - at).turned(-turn);
            let local =
                Outline::new(outline.corners().iter().map(|p| own(*p))).unwrap_or_else(|_| outline.clone());
            let bounds = local.bounds();
            // The frame's origin goes to the middle of the box along its own axes.
            let shift = bounds.centre() - pt(0.0, 0.0);
            let local = local.moved(-shift).unwrap_or(local);
            let ground = Path::of_outline(&local);
            (
                thing(bounds.width(), bounds.height(), ground, Some(local), None),
                at + shift.turned(turn),
                turn,
            )
        }
        PlacementShape::Path { line, width } => {
            let ground = Path::of_region(&Region::strip(line, *width));
            (
                thing(line.length(), *width, ground, None, Some(line.clone())),
                pt(0.0, 0.0),
                0.0,
            )
        }
    }
}

/// A direction turned by a half turn where it points west, so that drawings stand upright.
fn upright(degrees: f64) -> f64 {
    if degrees > 90.0 + 1e-6 || degrees <= -90.0 + 1e-6 {
        degrees - 180.0 * degrees.signum()
    } else {
        degrees
    }
}
