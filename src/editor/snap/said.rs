//! What was snapped to, in words.

use crate::estate::Class;
use crate::geometry::{Segment, WorldVec, compass};
use crate::rules::feature_name;
use crate::text::{Arg, Message};

use super::targets::{Named, Targets};

/// What kind of place it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum What {
    /// A wall, kerb or side.
    Side,
    /// Its line beyond its end.
    Extension,
    Corner,
    /// The middle of a side.
    Middle,
    /// A middle line.
    Axis,
    /// A door, lamp, tree.
    Place,
    /// Gaps of so many metres on both sides.
    Gaps(f64),
    /// A right angle to what is drawn.
    Square,
    /// Along or across the nearest wall.
    Along,
    Across,
    /// The grid, of so many metres.
    Grid(f64),
    /// With its back to it.
    Back,
    /// In the row of a bay.
    Row,
    /// Opening on a road.
    Opening,
}

/// What was snapped to, and whose it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Said {
    pub what: What,
    /// Where its owner stands among the names.
    pub of: Option<usize>,
    /// The side that is meant, its outside to the right; for the compass.
    pub side: Option<Segment>,
}

impl Said {
    pub fn of(what: What, of: usize) -> Self {
        Self {
            what,
            of: Some(of),
            side: None,
        }
    }
    pub fn side(what: What, of: usize, side: Segment) -> Self {
        Self {
            side: Some(side),
            ..Self::of(what, of)
        }
    }
    pub fn bare(what: What) -> Self {
        Self {
            what,
            of: None,
            side: None,
        }
    }
}

/// The sentence for one or two things snapped to.
pub fn message(said: &[Said], targets: &Targets) -> Option<Message> {
    match said {
        [] => None,
        [one] => Some(sentence(one, targets)),
        [one, other, ..] => {
            let (one, other) = (sentence(one, targets), sentence(other, targets));
            if one == other {
                return Some(one);
            }
            Some(Message::new("snap-both").with("one", one).with("other", other))
        }
    }
}

fn sentence(said: &Said, targets: &Targets) -> Message {
    let named = || said.of.and_then(|of| targets.names.get(of));
    let whose = || named().map_or(Arg::Text(String::new()), name);
    let to = |what: Message| Message::new("snap-to").with("what", what);
    match said.what {
        What::Side | What::Extension => to(side(said, targets)),
        What::Corner => to(Message::new("snap-corner").with("where", whose())),
        What::Middle => to(Message::new("snap-middle").with("where", whose())),
        What::Axis => to(Message::new("snap-axis").with("where", whose())),
        What::Place => to(Message::new("snap-place").with("where", whose())),
        What::Gaps(metres) => Message::new("snap-gaps").number("metres", metres, 2),
        What::Square => Message::new("snap-square"),
        What::Along => match named() {
            Some(named) => Message::new("snap-parallel").with("where", name(named)),
            None => Message::new("snap-straight"),
        },
        What::Across => match named() {
            Some(named) => Message::new("snap-across").with("where", name(named)),
            None => Message::new("snap-straight"),
        },
        What::Grid(metres) => Message::new("snap-grid").number("metres", metres, 1),
        What::Back => Message::new("snap-back").with("what", side(said, targets)),
        What::Row => Message::new("snap-row").with("where", whose()),
        What::Opening => Message::new("snap-opening").with("where", whose()),
    }
}

fn name(named: &Named) -> Arg {
    match named {
        Named::Feature(feature) => feature_name(feature).into(),
        Named::Thing(kind) => kind.name(),
    }
}

/// A side by its owner and, of a building, by the compass: 'the south wall of building 7'.
pub fn side(said: &Said, targets: &Targets) -> Message {
    let Some(named) = said.of.and_then(|of| targets.names.get(of)) else {
        return Message::new("snap-square");
    };
    let beyond = said.what == What::Extension;
    let class = match named {
        Named::Feature(feature) => Some(&feature.class),
        Named::Thing(_) => None,
    };
    let key = match (class, beyond) {
        (Some(Class::Building { .. }), false) => "snap-wall",
        (Some(Class::Building { .. }), true) => "snap-wall-line",
        (Some(Class::Road { .. }), false) => "snap-kerb",
        // Of a line that has one name there is nothing more to say.
        (Some(Class::Fence { .. } | Class::Boundary), false) => "snap-line",
        (_, false) => "snap-edge",
        (_, true) => "snap-edge-line",
    };
    let outward = said.side.map(|side| -(side.to - side.from).left());
    Message::new(key)
        .with("where", name(named))
        .with("side", wall_side(outward.unwrap_or_default()))
}

fn wall_side(outward: WorldVec) -> Message {
    Message::new(match compass(outward) {
        "north" => "wall-north",
        "north-east" => "wall-north-east",
        "north-west" => "wall-north-west",
        "south" => "wall-south",
        "south-east" => "wall-south-east",
        "south-west" => "wall-south-west",
        "west" => "wall-west",
        _ => "wall-east",
    })
}
