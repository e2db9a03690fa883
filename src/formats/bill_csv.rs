//! What a design costs as a table: one row a kind, then the sum.

use crate::rules::{BillLine, kind_name};
use crate::text::{Arg, Lang, Message, say};

use super::csv::{Cell, table};

const HEADS: [&str; 10] = [
    "csv-bill-kind",
    "csv-bill-option",
    "csv-bill-count",
    "csv-bill-quantity",
    "csv-bill-unit",
    "csv-bill-price",
    "csv-bill-low",
    "csv-bill-high",
    "csv-bill-total",
    "csv-bill-source",
];

/// The table of a bill's lines in a language. All prices are estimates, and the last row says so.
pub fn write(lines: &[BillLine], lang: Lang) -> String {
    let text = |message: &Message| Cell::from(say(lang, message));
    let heads = HEADS.map(|key| text(&Message::new(key))).into();
    let rows = lines.iter().map(|line| {
        let option = line.option.as_ref().map_or(Cell::Empty, |option| {
            text(&Message::new("csv-kind").with(
                "kind",
                Arg::Key {
                    key: format!("option-{option}"),
                    or: option.clone(),
                },
            ))
        });
        vec![
            text(&Message::new("csv-kind").with("kind", kind_name(&line.kind))),
            option,
            Cell::from(line.count),
            Cell::Number(line.quantity, 2),
            text(&Message::new(line.unit.key())),
            Cell::Number(line.price, 2),
            Cell::Number(line.low, 0),
            Cell::Number(line.high, 0),
            Cell::Number(line.total, 0),
            Cell::from(line.source.as_str()),
        ]
    });
    let sum = |of: fn(&BillLine) -> f64| Cell::Number(lines.iter().map(of).sum(), 0);
    let mut last = vec![text(&Message::new("csv-bill-sum"))];
    last.extend((0..5).map(|_| Cell::Empty));
    last.extend([sum(|l| l.low), sum(|l| l.high), sum(|l| l.total)]);
    last.push(text(&Message::new("csv-bill-estimate")));
    table(std::iter::once(heads).chain(rows).chain(std::iter::once(last)))
}
