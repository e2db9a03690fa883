//! Tables as CSV (RFC 4180) that spreadsheets open and that can do no harm there.
//!
//! UTF-8 with a byte order mark, so that Excel reads Chinese; lines end in CR LF; text that a
//! spreadsheet would take for a formula is set off by an apostrophe.

/// One cell.
pub(crate) enum Cell {
    /// Text as people wrote it; made harmless.
    Text(String),
    /// A number with the most decimals that it is written with.
    Number(f64, usize),
    /// Nothing.
    Empty,
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<usize> for Cell {
    fn from(count: usize) -> Self {
        Self::Number(count as f64, 0)
    }
}

/// A table of rows, the heads first.
pub(crate) fn table(rows: impl IntoIterator<Item = Vec<Cell>>) -> String {
    let mut out = String::from("\u{feff}");
    for row in rows {
        let cells: Vec<String> = row.iter().map(written).collect();
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    }
    out
}

fn written(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => quoted(&harmless(text)),
        Cell::Number(number, _) if !number.is_finite() => String::new(),
        Cell::Number(number, decimals) => {
            let text = format!("{number:.decimals$}");
            let text = match text.contains('.') {
                true => text.trim_end_matches('0').trim_end_matches('.'),
                false => &text,
            };
            if text == "-0" {
                "0".to_owned()
            } else {
                text.to_owned()
            }
        }
        Cell::Empty => String::new(),
    }
}

/// Text that no spreadsheet takes for a formula: one that begins with `=`, `+`, `-`, `@`, a tab or
/// a line break, also after spaces or in full width, gets an apostrophe before it (OWASP).
fn harmless(text: &str) -> String {
    let first = text
        .trim_start_matches([' ', '\u{3000}', '\u{a0}', '\u{feff}'])
        .chars()
        .next();
    let risky = matches!(
        first,
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
    );
    if risky {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

fn quoted(text: &str) -> String {
    if text.contains(['"', ',', '\r', '\n', ';', '\t']) || text != text.trim() {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> String {
        written(&Cell::from(text))
    }

    #[test]
    fn formulas_are_made_harmless() {
        assert_eq!(
            one("=HYPERLINK(\"http://x\")"),
            "\"'=HYPERLINK(\"\"http://x\"\")\""
        );
        for risky in ["+1", "-1", "@SUM(A1)", "\tx", "\r=1", " =1", "＝1"] {
            assert!(one(risky).trim_start_matches('"').starts_with('\''), "{risky:?}");
        }
        assert_eq!(one("7号楼"), "7号楼");
    }

    #[test]
    fn numbers_stay_numbers() {
        assert_eq!(written(&Cell::Number(-40.25, 1)), "-40.2");
        assert_eq!(written(&Cell::Number(120.0, 2)), "120");
        assert_eq!(written(&Cell::Number(-0.001, 1)), "0");
        assert_eq!(written(&Cell::Number(f64::NAN, 1)), "");
    }

    #[test]
    fn a_table_has_a_mark_quotes_and_line_ends() {
        let text = table([
            vec![Cell::from("a,b"), Cell::Empty],
            vec![Cell::from("c\nd"), Cell::from(3)],
        ]);
        assert_eq!(text, "\u{feff}\"a,b\",\r\n\"c\nd\",3\r\n");
    }
}
