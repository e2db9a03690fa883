//! How far a thing is from what is there, as the shortest piece that shows it.

use crate::estate::{Class, Feature, PipeUse};
use crate::geometry::{Region, Segment, WorldPt, gap};

use super::placed::{Placed, Site};
use super::profile::Profile;

/// Corners are rounded to a millimetre: less than this, in metres, is not missed.
pub(super) const GRAIN_M: f64 = 0.001;

/// Whether a length in metres falls short of what is asked.
pub(super) fn falls_short(metres: f64, asked: f64) -> bool {
    metres < asked - GRAIN_M
}

/// The greatest of some numbers of a profile: how far a rule looks that asks for them as metres.
pub(super) fn farthest(profile: &Profile, numbers: &[&str]) -> f64 {
    let values = numbers.iter().filter_map(|name| profile.provision(name));
    values.map(|provision| provision.value).fold(0.0, f64::max)
}

/// The shortest piece from a thing to a feature; of length 0 where they share ground.
pub(super) fn to_feature(site: &Site, placed: &Placed, feature: &Feature) -> Option<Segment> {
    shortest(placed, site.terrain.edges(feature), site.terrain.ground(feature))
}

/// The shortest piece from a thing to another; of length 0 where they share ground.
pub(super) fn to_thing(placed: &Placed, other: &Placed) -> Option<Segment> {
    shortest(placed, &other.edges, Some(other.standing_ground()))
}

fn shortest(placed: &Placed, edge: &[Segment], ground: Option<&Region>) -> Option<Segment> {
    let piece = placed.gap_to(edge)?;
    // Where one lies wholly within the other their edges are apart and they are not.
    let within = piece.length() > 0.0
        && (placed.standing_ground().contains(piece.to)
            || ground.is_some_and(|ground| ground.contains(piece.from)));
    Some(if within { of_no_length(piece) } else { piece })
}

/// The shortest piece from a point to a feature; of length 0 within its ground.
pub(super) fn from_point(site: &Site, at: WorldPt, feature: &Feature) -> Option<Segment> {
    let piece = gap(&[Segment { from: at, to: at }], site.terrain.edges(feature))?;
    let inside = site
        .terrain
        .ground(feature)
        .is_some_and(|ground| ground.contains(at));
    Some(if inside { of_no_length(piece) } else { piece })
}

/// A piece to a pipe's middle line, as far as the pipe's outer side. A pipe of unknown diameter is
/// taken as its middle line.
pub(super) fn to_outer_side(piece: Segment, diameter: Option<f64>) -> Segment {
    let (length, radius) = (piece.length(), diameter.unwrap_or_default() / 2.0);
    if length <= radius || length < GRAIN_M {
        return of_no_length(piece);
    }
    Segment {
        from: piece.from,
        to: piece.from + (piece.to - piece.from) * ((length - radius) / length),
    }
}

fn of_no_length(piece: Segment) -> Segment {
    Segment {
        from: piece.to,
        to: piece.to,
    }
}

/// Whether people live or are cared for or served behind a feature's walls, so that they have
/// windows; what may be taken away does not count.
pub(super) fn has_windows(class: &Class) -> bool {
    use crate::estate::BuildingUse::{DayCare, Dwelling, Service};
    matches!(
        class,
        Class::Building {
            usage: Dwelling | DayCare | Service,
            remove: false,
            ..
        }
    )
}

/// Whether a feature is a house that people live in.
pub(super) fn is_dwelling(class: &Class) -> bool {
    use crate::estate::BuildingUse::Dwelling;
    matches!(class, Class::Building { usage: Dwelling, .. })
}

/// The key of what people call a pipe.
pub(super) fn pipe_key(usage: PipeUse) -> &'static str {
    match usage {
        PipeUse::Water => "pipe-water",
        PipeUse::Storm => "pipe-storm",
        PipeUse::Sewer => "pipe-sewer",
        PipeUse::Gas => "pipe-gas",
        PipeUse::Heat => "pipe-heat",
        PipeUse::Power => "pipe-power",
        PipeUse::Telecom => "pipe-telecom",
    }
}
