//! Short texts as directions: TF-IDF over n-grams of characters.
//!
//! No dictionary and no language model: Chinese has no spaces, residents write dialect and slips, and the same must
//! come out on every machine. Han characters count alone and in pairs (most words have two), other letters in threes
//! within their word (Cavnar & Trenkle 1994). Weights are those of scikit-learn's `TfidfVectorizer` with
//! `sublinear_tf` and `smooth_idf`: (1 + ln tf) · (ln((1 + n)/(1 + df)) + 1), then length 1.

use std::collections::BTreeMap;

/// A text's weights by n-gram, sorted, with length 1; empty for a text without letters.
pub(super) type Direction = Vec<(u32, f32)>;

/// The n-grams of a text, in order, each as often as it stands there.
fn grams(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let mut grams = Vec::new();
    let mut word: Vec<char> = Vec::new();
    let mut before: Option<char> = None;
    for c in lower.chars().chain([' ']) {
        if is_han(c) {
            grams.push(c.to_string());
            if let Some(before) = before {
                grams.push([before, c].iter().collect());
            }
            before = Some(c);
        } else {
            before = None;
        }
        if c.is_alphabetic() && !is_han(c) {
            word.push(c);
        } else if !word.is_empty() {
            let padded: Vec<char> = [' '].into_iter().chain(word.drain(..)).chain([' ']).collect();
            grams.extend(padded.windows(3).map(|three| three.iter().collect::<String>()));
        }
    }
    grams
}

/// Whether it is a Chinese character: the unified ideographs and their extensions.
fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// What two texts that say the same have in common: their letters, without case, digits and signs.
pub(super) fn folded(text: &str) -> String {
    text.to_lowercase()
        .chars()
        .filter(|c| c.is_alphabetic())
        .collect()
}

/// The directions of texts.
pub(super) fn directions(texts: &[&str]) -> Vec<Direction> {
    let counted: Vec<BTreeMap<String, u32>> = texts
        .iter()
        .map(|text| {
            let mut counts = BTreeMap::new();
            grams(text)
                .into_iter()
                .for_each(|gram| *counts.entry(gram).or_default() += 1);
            counts
        })
        .collect();
    let mut known: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for gram in counted.iter().flat_map(BTreeMap::keys) {
        known.entry(gram).or_default().1 += 1;
    }
    for (number, (own, _)) in known.values_mut().enumerate() {
        *own = number as u32;
    }
    let all = texts.len() as f64;
    let one = |counts: &BTreeMap<String, u32>| {
        let weight = |(gram, count): (&String, &u32)| {
            let (number, designs) = known[gram.as_str()];
            let rarity = libm::log((1.0 + all) / (1.0 + f64::from(designs))) + 1.0;
            (number, ((1.0 + libm::log(f64::from(*count))) * rarity) as f32)
        };
        unit(counts.iter().map(weight).collect())
    };
    counted.iter().map(one).collect()
}

/// The same direction with length 1.
pub(super) fn unit(mut direction: Direction) -> Direction {
    let square: f64 = direction
        .iter()
        .map(|(_, weight)| f64::from(*weight).powi(2))
        .sum();
    let length = libm::sqrt(square);
    if length > 0.0 {
        direction
            .iter_mut()
            .for_each(|(_, weight)| *weight = (f64::from(*weight) / length) as f32);
    }
    direction
}

/// The cosine of two directions of length 1.
pub(super) fn cosine(a: &Direction, b: &Direction) -> f64 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while let (Some((own, x)), Some((other, y))) = (a.get(i), b.get(j)) {
        match own.cmp(other) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                sum += f64::from(*x) * f64::from(*y);
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    sum
}
