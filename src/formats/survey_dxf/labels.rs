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
    built_as: Vec<String>,
    /// What a house is for, before its storeys.
    lived_in: Vec<String>,
    /// What stands after the number of a house, of a stair and of storeys.
    names: Vec<String>,
    stairs: Vec<String>,
    storeys: Vec<String>,
}

#[derive(Default, Deserialize)]
struct Table {
    labels: Words,
}

impl Words {
    /// A text without what stands before its number of storeys: what the house is built of.
    fn after_built<'a>(&self, text: &'a str) -> &'a str {
        let mut rest = text;
        loop {
            let word = self
                .built_as
                .iter()
                .find_map(|word| rest.strip_prefix(word.as_str()));
            match word.or_else(|| rest.strip_prefix(|c| self.built_of.contains(c))) {
                Some(after) => rest = after,
                None => return rest,
            }
        }
    }
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
    let bare = words.after_built(&text);
    // After the storeys stand those of the cellar.
    let above = bare.split(['-', '/', '+', '(']).next().unwrap_or_default();
    let lived_in = words.lived_in.iter();
    let storeys = lived_in.fold(above, |rest, word| {
        rest.strip_prefix(word.as_str()).unwrap_or(rest)
    });
    let counted = words
        .storeys
        .iter()
        .find_map(|end| storeys.strip_suffix(end.as_str()));
    let number: Option<f64> = counted
        .or_else(|| (bare.len() < text.len()).then_some(above))
        .and_then(|number| number.parse().ok());
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
        for six in [
            "混凝土6",
            "钢筋混凝土结构6",
            "混合6",
            "框架6层",
            "住宅6层",
            "混6（1）",
            "6F/-1",
            "6层+1",
        ] {
            assert_eq!(said(six), Some(Label::Storeys(6.0)), "{six}");
        }
        assert_eq!(said("住宅6"), Some(Label::Words("住宅6".to_owned())));
        assert_eq!(said("6层"), Some(Label::Storeys(6.0)));
        assert_eq!(said("3号楼"), Some(Label::Name("3".to_owned())));
        assert_eq!(said("12 #"), Some(Label::Name("12".to_owned())));
        assert_eq!(said("2单元"), Some(Label::Stair("2".to_owned())));
        assert_eq!(said("居委会"), Some(Label::Words("居委会".to_owned())));
        for nothing in [
            "",
            "混",
            "6",
            "混999",
            "草",
            "3.5",
            "FLOOR PLAN",
            "混砖",
            "混凝土",
            "6-1",
        ] {
            assert_eq!(said(nothing), None, "{nothing}");
        }
    }
}
