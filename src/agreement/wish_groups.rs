//! Wishes by likeness of their words: agglomerative clustering with average linkage (Sokal & Michener 1958) over
//! [`super::ngrams`], by the crate `kodama` (Müllner's algorithms, 2011).

use std::collections::BTreeMap;

use kodama::{Method, linkage};
use serde::{Deserialize, Serialize};

use super::ngrams::{Direction, cosine, directions, folded, unit};

/// Two groups are one as long as their wishes are on average at least so alike (the cosine, 0 to 1).
pub const LEAST_ALIKE: f64 = 0.16;
/// So many different texts are clustered; a matrix of all pairs is held. Further ones join the group they are most
/// like, or stay alone.
const MOST_CLUSTERED: usize = 2_000;

/// Wishes that say much the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WishGroup {
    /// Which wishes, by their place in the list: every original.
    pub wishes: Vec<usize>,
    /// The one that is most like all of them: what the group is called.
    pub typical: usize,
}

/// Groups wishes by likeness, the largest group first. The same wishes give the same groups in whatever order they
/// come. What says nothing in letters is a group of its own.
pub fn wish_groups(texts: &[&str]) -> Vec<WishGroup> {
    let mut same: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, text) in texts.iter().enumerate() {
        same.entry(folded(text)).or_default().push(at);
    }
    let distinct: Vec<(&String, &Vec<usize>)> = same.iter().collect();
    let said: Vec<&str> = distinct.iter().map(|(_, all)| texts[all[0]]).collect();
    let found = directions(&said);
    let mut groups: Vec<WishGroup> = clusters(&found)
        .into_iter()
        .map(|members| {
            let best = typical(&members, &found, |at| distinct[at].1.len());
            let mut wishes: Vec<usize> = members
                .iter()
                .flat_map(|at| distinct[*at].1.iter().copied())
                .collect();
            wishes.sort_unstable();
            WishGroup {
                wishes,
                typical: distinct[best].1[0],
            }
        })
        .collect();
    groups.sort_by(|a, b| {
        let key = |group: &WishGroup| {
            (
                std::cmp::Reverse(group.wishes.len()),
                folded(texts[group.typical]),
            )
        };
        key(a).cmp(&key(b))
    });
    groups
}

/// Which of the directions belong together.
fn clusters(found: &[Direction]) -> Vec<Vec<usize>> {
    let fitted: Vec<usize> = match found.len() <= MOST_CLUSTERED {
        true => (0..found.len()).collect(),
        // Evenly in the order of their texts, so that the order in which they came changes nothing.
        false => (0..MOST_CLUSTERED)
            .map(|n| n * found.len() / MOST_CLUSTERED)
            .collect(),
    };
    let mut groups = linked(&fitted.iter().map(|at| &found[*at]).collect::<Vec<_>>());
    groups.iter_mut().flatten().for_each(|at| *at = fitted[*at]);
    if fitted.len() < found.len() {
        join_others(found, &fitted, &mut groups);
    }
    groups
}

/// Clusters by average linkage, cut where groups are less alike than [`LEAST_ALIKE`].
fn linked(found: &[&Direction]) -> Vec<Vec<usize>> {
    let count = found.len();
    let mut away: Vec<f32> = Vec::with_capacity(count * count.saturating_sub(1) / 2);
    for (at, one) in found.iter().enumerate() {
        away.extend(
            found[at + 1..]
                .iter()
                .map(|other| (1.0 - cosine(one, other)) as f32),
        );
    }
    let mut members: Vec<Option<Vec<usize>>> = (0..count).map(|at| Some(vec![at])).collect();
    for step in linkage(&mut away, count, Method::Average).steps() {
        // Each step's cluster has the next number; what is too unlike is not joined, nor is anything above it.
        let joined = (f64::from(step.dissimilarity) <= 1.0 - LEAST_ALIKE).then(|| {
            let mut both = members[step.cluster1].take()?;
            both.extend(members[step.cluster2].take()?);
            Some(both)
        });
        members.push(joined.flatten());
    }
    members.into_iter().flatten().collect()
}

/// Those that were not clustered join the group whose middle they are most like; who is like none stays alone.
fn join_others(found: &[Direction], fitted: &[usize], groups: &mut Vec<Vec<usize>>) {
    let middles: Vec<Direction> = groups.iter().map(|members| middle(members, found)).collect();
    let mut is_fitted = vec![false; found.len()];
    fitted.iter().for_each(|at| is_fitted[*at] = true);
    for (at, one) in found.iter().enumerate().filter(|(at, _)| !is_fitted[*at]) {
        let alike = middles.iter().map(|middle| cosine(one, middle)).enumerate();
        match alike.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0))) {
            Some((group, alike)) if alike >= LEAST_ALIKE => groups[group].push(at),
            _ => groups.push(vec![at]),
        }
    }
}

fn middle(members: &[usize], found: &[Direction]) -> Direction {
    let mut sum: BTreeMap<u32, f32> = BTreeMap::new();
    for (gram, weight) in members.iter().flat_map(|at| &found[*at]) {
        *sum.entry(*gram).or_default() += weight;
    }
    unit(sum.into_iter().collect())
}

/// The member that is most like the middle; each counts as often as it was said.
fn typical(members: &[usize], found: &[Direction], times: impl Fn(usize) -> usize) -> usize {
    let mut sum: BTreeMap<u32, f32> = BTreeMap::new();
    for at in members {
        for (gram, weight) in &found[*at] {
            *sum.entry(*gram).or_default() += weight * times(*at) as f32;
        }
    }
    let middle = unit(sum.into_iter().collect());
    let alike = |at: &usize| cosine(&found[*at], &middle);
    let best = members
        .iter()
        .copied()
        .max_by(|a, b| alike(a).total_cmp(&alike(b)).then(b.cmp(a)));
    best.unwrap_or_default()
}
