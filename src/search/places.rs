//! Houses by their number, and roads, gates and grounds by their name.

use super::{Initial, Query};
use crate::estate::{Class, Feature, FeatureId};
use crate::project::Project;
use crate::rules::feature_name;
use crate::text::{Lang, say};

/// The named places that fit a query, best first, at most so many.
pub fn places(project: &Project, query: &Query, initial: Initial, most: usize) -> Vec<(u32, FeatureId)> {
    if query.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(u32, usize, &Feature)> = project
        .estate
        .features()
        .iter()
        .filter(|feature| is_looked_for(feature))
        .filter_map(|feature| Some((score(feature, query, initial)?, feature.name.len(), &**feature)))
        .collect();
    found.sort_by(|a, b| (a.0, a.1, &a.2.name, &a.2.id).cmp(&(b.0, b.1, &b.2.name, &b.2.id)));
    found.truncate(most);
    found
        .into_iter()
        .map(|(score, _, feature)| (score, feature.id.clone()))
        .collect()
}

fn is_looked_for(feature: &Feature) -> bool {
    let place = !matches!(
        feature.class,
        Class::Boundary | Class::Door { .. } | Class::Bay { .. } | Class::Pipe { .. } | Class::Manhole
    );
    place && !feature.name.trim().is_empty()
}

fn score(feature: &Feature, query: &Query, initial: Initial) -> Option<u32> {
    let name = feature.name.trim();
    let by_number = query
        .house()
        .filter(|_| matches!(feature.class, Class::Building { .. }))
        .and_then(|house| match name.strip_prefix(house) {
            Some("") => Some(0),
            Some(rest) if !rest.starts_with(|c: char| c.is_ascii_digit()) => Some(2),
            Some(_) => Some(5),
            None => None,
        });
    let said = Lang::ALL.map(|lang| say(lang, &feature_name(feature)));
    let by_name = query.best([name].into_iter().chain(said.iter().map(String::as_str)), initial);
    by_number.into_iter().chain(by_name).min()
}
