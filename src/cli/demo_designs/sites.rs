//! Free ground in an estate, where a demo's designs put their things.

use crate::estate::{BuildingUse, Class, Estate};
use crate::geometry::{Bounds, Outline, WorldPt};

use crate::cli::chance::Chance;

/// Whether a thing may lie there: inside the boundary, on no building that stays and in no water.
pub fn is_free(estate: &Estate, outline: &Outline) -> bool {
    let bounds = outline.bounds();
    let inside = estate
        .boundary()
        .is_none_or(|edge| edge.contains_outline(outline));
    inside
        && !estate.in_box(bounds).any(|feature| {
            stands_in_the_way(&feature.class)
                && feature.shape.outline().is_some_and(|edge| edge.meets(outline))
        })
}

fn stands_in_the_way(class: &Class) -> bool {
    match class {
        Class::Building { remove, usage, .. } => !remove && *usage != BuildingUse::Shed,
        Class::Water | Class::Substation => true,
        _ => false,
    }
}

/// Places with so many metres free around them as can be had up to `reach`, far from each other,
/// and away from roads where that is possible. At least one, even in an estate without free ground.
pub fn sites(estate: &Estate, reach: f64, count: usize, chance: &mut Chance) -> Vec<WorldPt> {
    const TRIES: usize = 500;
    let whole = estate.bounds();
    let mut tried: Vec<(f64, WorldPt)> = (0..TRIES)
        .map(|_| {
            let x = chance.between(whole.min.x, whole.max.x);
            let y = chance.between(whole.min.y, whole.max.y);
            let place = WorldPt::new(x, y);
            (clearance(estate, place, reach), place)
        })
        .collect();
    tried.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut chosen: Vec<WorldPt> = Vec::new();
    for (_, place) in &tried {
        if chosen.len() < count && chosen.iter().all(|other| other.distance(*place) > 3.0 * reach) {
            chosen.push(*place);
        }
    }
    chosen
}

/// Metres free around a place, up to `reach`; roads count half, the outside not at all.
fn clearance(estate: &Estate, place: WorldPt, reach: f64) -> f64 {
    if estate.boundary().is_some_and(|edge| !edge.contains(place)) {
        return -1.0;
    }
    let around = Bounds {
        min: place,
        max: place,
    }
    .grown(reach);
    let nearest = |roads: bool| {
        estate
            .in_box(around)
            .filter(|f| {
                if roads {
                    matches!(f.class, Class::Road { .. })
                } else {
                    stands_in_the_way(&f.class)
                }
            })
            .map(|f| f.shape.distance_to(place))
            .fold(reach, f64::min)
    };
    nearest(false) + 0.5 * nearest(true)
}
