//! What the desk looks at, as an address: tab, filters, order, what is chosen. Pure, so that a link is tested without a
//! browser. The names stand beside the page's own (`view`, `project`, `lang` …) and touch none of them.

use form_urlencoded::Serializer;

use super::order::Order;
use super::state::Tab;
use crate::design::stored::Receipt;
use crate::geometry::WorldPt;
use crate::tally::Filter;

/// The parameters of the desk; all others of an address stay as they are.
const OWN: [&str; 18] = [
    "tab",
    "as",
    "sort",
    "here",
    "pick",
    "one",
    "where",
    "bandwidth",
    "house",
    "age",
    "channel",
    "rule",
    "kind",
    "from",
    "to",
    "musts",
    "cost",
    "q",
];
/// More chosen designs than this stand in no link: it would be cut off on its way.
const MOST_PICKED: usize = 40;

/// What the desk looks at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sight {
    /// What the left side shows.
    pub tab: Tab,
    /// The order of the list.
    pub order: Order,
    /// Whether the list is a table.
    pub as_table: bool,
    /// What drawings must be to be shown.
    pub filter: Filter,
    /// The place that designs must have something at.
    pub here: Option<WorldPt>,
    /// The designs that were picked, by receipt.
    pub picked: Vec<Receipt>,
    /// The design that is shown alone.
    pub open: Option<Receipt>,
    /// The kind whose density is shown.
    pub kind: Option<String>,
    /// The bandwidth in metres, where another than the usual one was chosen.
    pub bandwidth: Option<f64>,
}

impl Sight {
    /// Reads the query of an address. What cannot be used is passed over.
    pub fn read(query: &str) -> Self {
        let mut sight = Self::default();
        for (name, value) in form_urlencoded::parse(query.trim_start_matches('?').as_bytes()) {
            match name.as_ref() {
                "tab" => sight.tab = by_word(&Tab::ALL, &value, Tab::word),
                "sort" => sight.order = Order::from_word(&value),
                "as" => sight.as_table = value == "table",
                "here" => sight.here = point(&value),
                "pick" if sight.picked.len() < MOST_PICKED => sight.picked.extend(value.parse::<Receipt>()),
                "one" => sight.open = value.parse().ok(),
                "where" => sight.kind = (!value.is_empty()).then(|| value.into_owned()),
                "bandwidth" => sight.bandwidth = value.parse().ok().filter(|m| (0.5..=500.0).contains(m)),
                _ => drop(sight.filter.take_query(&name, &value)),
            }
        }
        sight
    }

    /// The parameters alone, without a `?`; nothing where the desk is as it opens.
    pub fn write(&self) -> String {
        let mut parts = Serializer::new(String::new());
        if self.tab != Tab::default() {
            parts.append_pair("tab", self.tab.word());
        }
        if self.order != Order::default() {
            parts.append_pair("sort", &self.order.word());
        }
        if self.as_table {
            parts.append_pair("as", "table");
        }
        parts.extend_pairs(self.filter.to_query());
        if let Some(here) = self.here {
            parts.append_pair("here", &format!("{:.1},{:.1}", here.x, here.y));
        }
        for receipt in self.picked.iter().take(MOST_PICKED) {
            parts.append_pair("pick", &receipt.compact());
        }
        if let Some(receipt) = &self.open {
            parts.append_pair("one", &receipt.compact());
        }
        if let Some(kind) = &self.kind {
            parts.append_pair("where", kind);
        }
        if let Some(bandwidth) = self.bandwidth {
            parts.append_pair("bandwidth", &bandwidth.to_string());
        }
        parts.finish()
    }

    /// An address with these parameters in place of those of the desk; what else stands in it stays as it was.
    pub fn in_query(&self, query: &str) -> String {
        let is_own = |part: &&str| OWN.contains(&part.split('=').next().unwrap_or_default());
        let others = query
            .trim_start_matches('?')
            .split('&')
            .filter(|part| !part.is_empty() && !is_own(part));
        let mut parts: Vec<&str> = others.collect();
        let own = self.write();
        if !own.is_empty() {
            parts.push(&own);
        }
        format!("?{}", parts.join("&"))
    }
}

fn by_word<T: Copy + Default>(all: &[T], value: &str, word: fn(T) -> &'static str) -> T {
    all.iter()
        .copied()
        .find(|one| word(*one) == value)
        .unwrap_or_default()
}

fn point(text: &str) -> Option<WorldPt> {
    let (x, y) = text.split_once(',')?;
    let point = WorldPt::new(x.parse().ok()?, y.parse().ok()?);
    point.is_within_reach().then_some(point)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::desk::order::Column;
    use crate::catalogue::KindId;
    use crate::design::stored::DesignName;

    fn full() -> Sight {
        let mut filter = Filter::default();
        filter.buildings.extend(["3".to_owned(), "A&B 座=1".to_owned()]);
        filter.kinds.insert(KindId::new("bench"));
        filter.rules.insert("fire-lane".to_owned());
        filter.musts = Some(false);
        filter.cost_to = Some(50_000.0);
        filter.from = "2026-11-01".parse().ok();
        filter.text = "靠背 长椅 & 灯".to_owned();
        Sight {
            tab: Tab::Where,
            order: Order::by(Column::Title),
            as_table: true,
            filter,
            here: Some(WorldPt::new(99.5, 80.0)),
            picked: vec![DesignName::of(b"one").receipt(), DesignName::of(b"two").receipt()],
            open: Some(DesignName::of(b"one").receipt()),
            kind: Some("bench".to_owned()),
            bandwidth: Some(12.0),
        }
    }

    #[test]
    fn a_link_opens_what_it_was_made_of() {
        assert_eq!(Sight::read(&full().write()), full());
        assert_eq!(Sight::default().write(), "");
        assert_eq!(Sight::read(""), Sight::default());
    }

    #[test]
    fn what_else_stands_in_the_address_stays() {
        let before = "?view=desk&lang=en&tab=who&house=9&project=a%20b";
        let after = full().in_query(before);
        assert!(
            after.starts_with("?view=desk&lang=en&project=a%20b&tab=where"),
            "{after}"
        );
        assert_eq!(Sight::read(&after), full());
        assert_eq!(
            Sight::default().in_query(&after),
            "?view=desk&lang=en&project=a%20b"
        );
    }

    #[test]
    fn what_cannot_be_used_is_passed_over() {
        let odd = "tab=nonsense&sort=&here=1e99,2&pick=zzz&one=%FF&bandwidth=-3&cost=x-y&musts=maybe&from=2026-02-30&house=7";
        let mut expected = Sight::default();
        expected.filter.buildings.insert("7".to_owned());
        assert_eq!(Sight::read(odd), expected);
        let long = format!("q={}", "字".repeat(9_000));
        assert_eq!(Sight::read(&long).filter.text.chars().count(), 200);
    }
}
