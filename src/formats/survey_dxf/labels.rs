//! What texts of a survey say of houses: `混6` has six storeys, `3号楼` is its name, `2单元` is a stair.

use std::sync::LazyLock;

use serde::Deserialize;

/// What a text says.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Label {
    /// How many storeys a house has.
    Storeys(f64),
    /// The number that people call a house by.
    Name(String),
    /// Words that stand in a house: what it is, or whose.
    Words(String),
    /// The number of a stair.
    Stair(String),
}

/// The words of surveys, from the table of CASS.
#[derive(Default, Deserialize)]
struct Words {
    /// What houses are built of, as it is written before the number of storeys (GB/T 20257.1).
    built_of: String,
    structure: String,
    /// What stands after the number of a house, of a stair and of storeys.
    names: Vec<String>,
    stairs: Vec<String>,
    storeys: Vec<String>,
}

#[derive(Default, Deserialize)]
struct Table {
    labels: Words,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    serde_json::from_str::<Table>(include_str!("cass.json"))
        .unwrap_or_default()
        .labels
});

/// Letters of a name at most.
const LONGEST: usize = 12;

/// What a text says of a house; none where it says nothing that is known.
pub(super) fn label(text: &str) -> Option<Label> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).map(narrow).collect();
    let words = &*WORDS;
    let number_before = |ends: &[String]| {
        let mut numbers = ends.iter().filter_map(|end| text.strip_suffix(end.as_str()));
        let sound =
            |number: &&str| (1..=4).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
        numbers.find(sound).map(str::to_owned)
    };
    if let Some(number) = number_before(&words.names) {
        return Some(Label::Name(number));
    }
    if let Some(number) = number_before(&words.stairs) {
        return Some(Label::Stair(number));
    }
    let bare = text.trim_start_matches(|c| words.built_of.contains(c));
    let is_built = bare.len() < text.len();
    let bare = bare.trim_start_matches(words.structure.as_str());
    // After the storeys stand those of the cellar.
    let number = number_before(&words.storeys)
        .or_else(|| is_built.then(|| bare.split(['-', '/', '+']).next().unwrap_or_default().to_owned()));
    let number: Option<f64> = number.and_then(|number| number.parse().ok());
    if let Some(number) = number.filter(|number| (1.0..=120.0).contains(number)) {
        return Some(Label::Storeys(number));
    }
    let is_word = |c: char| c.is_alphanumeric() && !c.is_ascii();
    let length = text.chars().count();
    let named = (2..=LONGEST).contains(&length) && text.chars().filter(|c| is_word(*c)).count() > 1;
    (named && bare.chars().any(|c| !c.is_numeric() && !"-/+.".contains(c))).then_some(Label::Words(text))
}

/// Wide digits and signs as surveys type them, as narrow ones.
fn narrow(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(letter as u32 - 0xfee0).unwrap_or(letter),
        '\u{fe5f}' => '#',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn storeys_names_and_stairs_are_told_apart() {
        let said = |text| label(text);
        assert_eq!(said("混6"), Some(Label::Storeys(6.0)));
        assert_eq!(said("砼１８"), Some(Label::Storeys(18.0)));
        assert_eq!(said("砖混 6-1"), Some(Label::Storeys(6.0)));
        assert_eq!(said("6层"), Some(Label::Storeys(6.0)));
        assert_eq!(said("3号楼"), Some(Label::Name("3".to_owned())));
        assert_eq!(said("12 #"), Some(Label::Name("12".to_owned())));
        assert_eq!(said("2单元"), Some(Label::Stair("2".to_owned())));
        assert_eq!(said("居委会"), Some(Label::Words("居委会".to_owned())));
        for nothing in ["", "混", "6", "混999", "草", "3.5", "FLOOR PLAN", "混砖"] {
            assert_eq!(said(nothing), None, "{nothing}");
        }
    }
}
