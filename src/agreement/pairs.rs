//! Which thing of one design is which of another.

use std::collections::HashMap;

use crate::design::{Design, PlacementId};

use super::measure::sameness;

/// How much the same two things of a kind are at least that are taken for one: to within about 9 m.
const SAME: f64 = 0.5;

/// The things that two designs both have, as pairs of places in their lists: of versions of one drawing by name, however
/// far a thing was moved; else of one kind within about 9 m, the nearest first. Each is in one pair at most.
pub fn same_things(one: &Design, other: &Design) -> Vec<(usize, usize)> {
    let named = match !one.draft.is_empty() && one.draft == other.draft {
        true => by_name(one, other),
        false => Vec::new(),
    };
    by_place(one, other, named)
}

fn by_name(one: &Design, other: &Design) -> Vec<(usize, usize)> {
    let known: HashMap<&PlacementId, usize> = other
        .placements()
        .iter()
        .map(|thing| &thing.id)
        .zip(0..)
        .collect();
    let pair = |(at, thing): (usize, &std::sync::Arc<crate::design::Placement>)| {
        let to = *known.get(&thing.id)?;
        // A name is given anew after its thing was deleted.
        (other.placements()[to].kind == thing.kind).then_some((at, to))
    };
    one.placements().iter().enumerate().filter_map(pair).collect()
}

/// The pairs that are there already, and those of one kind that lie near enough.
pub(super) fn by_place(one: &Design, other: &Design, mut pairs: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    let mut taken = (
        vec![false; one.placements().len()],
        vec![false; other.placements().len()],
    );
    for (at, to) in &pairs {
        (taken.0[*at], taken.1[*to]) = (true, true);
    }
    let mut near: Vec<(f64, usize, usize)> = Vec::new();
    for (at, thing) in one
        .placements()
        .iter()
        .enumerate()
        .filter(|(at, _)| !taken.0[*at])
    {
        let others = other.placements().iter().enumerate();
        for (to, other) in others.filter(|(to, other)| !taken.1[*to] && other.kind == thing.kind) {
            let same = sameness(other.shape.centre().distance(thing.shape.centre()));
            if same >= SAME {
                near.push((same, at, to));
            }
        }
    }
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    for (_, at, to) in near {
        if !taken.0[at] && !taken.1[to] {
            (taken.0[at], taken.1[to]) = (true, true);
            pairs.push((at, to));
        }
    }
    pairs
}
