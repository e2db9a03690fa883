//! Which single designs a composed plan is measured against.

use std::collections::BTreeMap;

use crate::catalogue::KindId;
use crate::geometry::WorldPt;

use super::Stroke;
use super::ground::Ground;

/// More single designs than this are not measured: those that lie on the densest ground are.
const MOST_SINGLES: usize = 2_000;
/// A single design of more things than this is not measured.
const MOST_THINGS_OF_A_SINGLE: usize = 500;
/// What a plan is measured by: the kind and middle of each thing.
pub(super) fn things_of(strokes: &[Stroke]) -> Vec<(KindId, WorldPt)> {
    strokes
        .iter()
        .map(|thing| (thing.kind.clone(), thing.shape.centre()))
        .collect()
}

/// The single designs to be measured, those that could reach most first. Of very many, those that share most with
/// the candidates.
pub(super) fn singles(ground: &Ground) -> Vec<(f64, usize)> {
    let columns = ground.measure.columns();
    let mut shared = vec![0.0; columns.designs()];
    for candidate in &ground.candidates {
        let weight = candidate.backing.len() as f64;
        candidate
            .backing
            .iter()
            .for_each(|(design, same)| shared[*design as usize] += weight * same);
    }
    let fits = |at: &usize| (1..=MOST_THINGS_OF_A_SINGLE).contains(&columns.size_of(*at));
    let mut likely: Vec<usize> = (0..columns.designs()).filter(fits).collect();
    let promise = |at: usize| shared[at] / (columns.size_of(at) + 10) as f64;
    likely.sort_by(|a, b| promise(*b).total_cmp(&promise(*a)).then(a.cmp(b)));
    likely.truncate(MOST_SINGLES);
    let mut most = BTreeMap::new();
    let mut bound = |things: usize| {
        *most
            .entry(things)
            .or_insert_with(|| ground.measure.most_support(things))
    };
    let mut bounded: Vec<(f64, usize)> = likely
        .into_iter()
        .map(|at| (bound(columns.size_of(at)), at))
        .collect();
    bounded.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    bounded
}
