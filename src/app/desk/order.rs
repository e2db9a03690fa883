//! The order of the list of designs: by what a column shows, from either end. Pure, so that it is tested without a browser.

use std::cmp::Ordering;

use crate::design::Design;
use crate::tally::Drawing;

/// A column of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// The title.
    Title,
    /// The house of its author.
    Building,
    /// The age band.
    Age,
    /// How it came.
    Channel,
    /// The day on which it was drawn.
    #[default]
    Day,
    /// How many things it has.
    Things,
    /// How many wishes it has.
    Wishes,
    /// How many versions of it came.
    Versions,
}

/// What a column holds decides which end comes first, and what the ends are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Text,
    Day,
    Number,
}

impl Column {
    /// Every column, as they stand beside each other.
    pub const ALL: [Self; 8] = [
        Self::Title,
        Self::Building,
        Self::Age,
        Self::Channel,
        Self::Day,
        Self::Things,
        Self::Wishes,
        Self::Versions,
    ];

    /// The word in an address.
    pub fn word(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Building => "building",
            Self::Age => "age",
            Self::Channel => "channel",
            Self::Day => "day",
            Self::Things => "things",
            Self::Wishes => "wishes",
            Self::Versions => "versions",
        }
    }
    /// The key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Title => "desk-column-title",
            Self::Building => "desk-filter-building",
            Self::Age => "desk-filter-age",
            Self::Channel => "desk-filter-channel",
            Self::Day => "desk-column-day",
            Self::Things => "desk-column-things",
            Self::Wishes => "desk-tab-wishes",
            Self::Versions => "desk-column-versions",
        }
    }
    fn sort(self) -> Sort {
        match self {
            Self::Title | Self::Building | Self::Age | Self::Channel => Sort::Text,
            Self::Day => Sort::Day,
            Self::Things | Self::Wishes | Self::Versions => Sort::Number,
        }
    }
}

/// The order of the list; by itself the one that came last is first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// What decides.
    pub by: Column,
    /// Whether the other end comes first: the oldest, the last of the alphabet, the fewest.
    pub turned: bool,
}

impl Order {
    /// By a column, from its usual end.
    pub fn by(column: Column) -> Self {
        Self {
            by: column,
            turned: false,
        }
    }
    /// What pressing the head of a column makes of it: by that column, and from the other end where it was by it already.
    pub fn pressed(self, column: Column) -> Self {
        let usual = Self::by(column);
        Self {
            turned: self == usual,
            ..usual
        }
    }
    /// Whether numbers grow and days get younger from first to last.
    pub fn rises(self) -> bool {
        (self.by.sort() == Sort::Text) != self.turned
    }
    /// The key of what comes first.
    pub fn key(self) -> &'static str {
        match (self.by.sort(), self.turned) {
            (Sort::Day, false) => "desk-first-newest",
            (Sort::Day, true) => "desk-first-oldest",
            (Sort::Number, false) => "desk-first-most",
            (Sort::Number, true) => "desk-first-fewest",
            (Sort::Text, false) => "desk-first-a",
            (Sort::Text, true) => "desk-first-z",
        }
    }
    /// The word in an address.
    pub fn word(self) -> String {
        let turned = if self.turned { "-" } else { "" };
        format!("{turned}{}", self.by.word())
    }
    /// The order of a word; the usual one where there is no such word.
    pub fn from_word(word: &str) -> Self {
        let (turned, column) = match word.strip_prefix('-') {
            Some(column) => (true, column),
            None => (false, word),
        };
        let by = Column::ALL.into_iter().find(|one| one.word() == column);
        by.map(|by| Self { by, turned }).unwrap_or_default()
    }

    /// Puts drawings, which are there with the last that came first, into order. Those that are alike in what decides stay as
    /// they are, and those that do not say it come last, whichever end is first.
    pub fn arrange<'a>(self, places: &mut Vec<u32>, of: impl Fn(u32) -> &'a Drawing) {
        let design = |place: u32| -> &'a Design { &of(place).latest.design };
        match self.by {
            Column::Day if self.turned => places.reverse(),
            Column::Day => {}
            Column::Title => self.put(places, |place| natural(&design(place).title)),
            Column::Building => self.put(places, |place| natural(&design(place).by.building)),
            Column::Age => self.put(places, |place| natural(&design(place).by.age)),
            Column::Channel => self.put(places, |place| natural(&design(place).by.channel)),
            Column::Things => self.put(places, |place| Some(design(place).placements().len())),
            Column::Wishes => self.put(places, |place| Some(design(place).wishes().len())),
            Column::Versions => self.put(places, |place| Some(of(place).older.len())),
        }
    }

    fn put<K: Ord>(self, places: &mut Vec<u32>, key: impl Fn(u32) -> Option<K>) {
        let mut keyed: Vec<(Option<K>, u32)> = places.iter().map(|place| (key(*place), *place)).collect();
        keyed.sort_by(|(a, _), (b, _)| match (a, b) {
            (Some(a), Some(b)) if self.rises() => a.cmp(b),
            (Some(a), Some(b)) => b.cmp(a),
            (None, None) => Ordering::Equal,
            (None, Some(_)) => Ordering::Greater,
            (Some(_), None) => Ordering::Less,
        });
        places.clear();
        places.extend(keyed.into_iter().map(|(_, place)| place));
    }
}

/// A text by the number with which it begins, so that house 10 comes after house 9; nothing of an empty one.
fn natural(text: &str) -> Option<(u64, &str)> {
    let text = text.trim();
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let number = text[..digits].parse().unwrap_or(u64::MAX);
    (!text.is_empty()).then_some((number, text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tally::Collection;

    /// Designs of these houses and so many benches, the last that came first; each is named by its place in the list.
    fn drawings(given: &[(&str, usize)]) -> Vec<Drawing> {
        let mut collection = Collection::new(Some("yard"));
        for (at, (building, benches)) in given.iter().enumerate() {
            let bench = |n: usize| serde_json::json!({ "id": format!("p{n}"), "kind": "bench", "at": [n, 0], "size": [1.5, 0.6] });
            let design = serde_json::json!({ "schema": "mulin.design/1", "project": "yard", "title": at.to_string(),
                "by": { "building": building }, "draft": format!("{at:032}"),
                "drawn": format!("2026-11-{:02}T08:00:00Z", 28 - at),
                "sheets": { "estate": (0..*benches).map(bench).collect::<Vec<_>>() } });
            collection.add_opened(&at.to_string(), design.to_string().as_bytes());
        }
        collection.drawings()
    }

    /// The places in the list that an order gives, one after the other.
    fn places(word: &str, drawings: &[Drawing]) -> String {
        let mut places: Vec<u32> = (0..drawings.len() as u32).collect();
        Order::from_word(word).arrange(&mut places, |place| &drawings[place as usize]);
        let title = |place: &u32| drawings[*place as usize].latest.design.title.clone();
        places.iter().map(title).collect()
    }

    #[test]
    fn each_column_orders_from_either_end_and_who_does_not_say_comes_last() {
        let drawings = drawings(&[("10", 1), ("9", 3), ("", 2), ("10", 2), ("A座", 0)]);
        for (word, shown) in [
            ("day", "01234"),
            ("-day", "43210"),
            // House 9 before house 10; of two of a house the one that came last is first.
            ("building", "10342"),
            ("-building", "40312"),
            ("things", "12304"),
            ("-things", "40231"),
            ("title", "01234"),
            ("-title", "43210"),
            ("wishes", "01234"),
        ] {
            assert_eq!(places(word, &drawings), shown, "{word}");
        }
    }

    #[test]
    fn an_order_is_its_word_and_pressing_a_head_again_turns_it() {
        for by in Column::ALL {
            for turned in [false, true] {
                let order = Order { by, turned };
                assert_eq!(Order::from_word(&order.word()), order);
            }
        }
        assert_eq!(Order::from_word("nonsense"), Order::default());
        let once = Order::default().pressed(Column::Things);
        assert_eq!((once, once.rises()), (Order::by(Column::Things), false));
        let twice = once.pressed(Column::Things);
        assert!(twice.turned && twice.rises());
        assert_eq!(twice.pressed(Column::Title), Order::by(Column::Title));
    }
}
