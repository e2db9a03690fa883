//! What a design costs as a table: one row a kind, in the order of the classes of works with the sum of each,
//! then the sum of all.

use crate::catalogue::Works;
use crate::rules::BillLine;
use crate::text::{Arg, Lang, Message, say};

use super::csv::{Cell, table};

const HEADS: [&str; 11] = [
    "csv-bill-works",
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
    let row = |line: &BillLine| {
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
            text(&Message::new(line.works.key())),
            text(&Message::new("csv-kind").with("kind", line.name.clone())),
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
    };
    let sum = |lines: &[&BillLine], what: Message, note: Cell| {
        let sum = |of: fn(&BillLine) -> f64| Cell::Number(lines.iter().map(|line| of(line)).sum(), 0);
        let mut cells = vec![text(&what)];
        cells.extend((0..6).map(|_| Cell::Empty));
        cells.extend([sum(|l| l.low), sum(|l| l.high), sum(|l| l.total), note]);
        cells
    };
    let mut rows = vec![heads];
    for works in Works::ALL {
        let own: Vec<&BillLine> = lines.iter().filter(|line| line.works == works).collect();
        rows.extend(own.iter().map(|line| row(line)));
        if !own.is_empty() {
            let what = Message::new("csv-bill-works-sum").with("works", Message::new(works.key()));
            rows.push(sum(&own, what, Cell::Empty));
        }
    }
    let all: Vec<&BillLine> = lines.iter().collect();
    let estimate = text(&Message::new("csv-bill-estimate"));
    rows.push(sum(&all, Message::new("csv-bill-sum"), estimate));
    table(rows)
}
