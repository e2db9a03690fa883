//! The pages after the plan: what was written at it, and what it costs.

use crate::catalogue::Works;
use crate::design::Design;
use crate::geometry::WorldPt;
use crate::project::{Project, in_language};
use crate::rules::BillLine;
use crate::scene::{Ink, wrapped};
use crate::text::{Arg, Message, say};

use super::block::Block;
use super::book::Book;
use super::content::{Content, numbered};
use super::flow::{BODY, Flow};
use super::nib::Space;

impl Flow<'_, '_> {
    /// A note with its number as it stands on the plan.
    fn numbered(&mut self, number: usize, words: &str) {
        self.gap(1.6);
        self.room(BODY * 1.5);
        let at = WorldPt::new(self.column.x + 2.6, self.column.y - BODY * 0.82);
        self.painter.marks(&[numbered(at, number)], &Space::PAPER);
        self.words_at(BODY, words, Ink::Ink, 7.0);
    }
    /// A row of a table: words from the left in the first two columns and the unit, figures to the right.
    fn row(&mut self, cells: &[String; 6], ink: Ink, bold: bool) {
        const SIZE: f64 = 3.2;
        let letters = &self.painter.book.letters;
        let wide = |at: usize| match at {
            0 => 58.0,
            1 => 30.0,
            3 => 28.0,
            _ => f64::INFINITY,
        };
        let lines: Vec<Vec<String>> = cells
            .iter()
            .enumerate()
            .map(|(at, cell)| wrapped(cell, wide(at), |part| letters.width(part) * SIZE))
            .collect();
        let most = lines.iter().map(Vec::len).max().unwrap_or(0).max(1);
        let step = SIZE * 1.45;
        self.room(step * most as f64 + 1.0);
        for (at, lines) in lines.iter().enumerate() {
            for (number, words) in lines.iter().enumerate() {
                let y = self.column.y - step * (number + 1) as f64 + SIZE * 0.3;
                let x = self.column.x + ENDS[at];
                if matches!(at, 2 | 4 | 5) {
                    self.painter.text_to((x, y), SIZE, words, ink, bold);
                } else {
                    self.painter.text((x, y), SIZE, words, ink, bold);
                }
            }
        }
        self.gap(step * most as f64 + 0.5);
    }
}

/// Where the columns of the bill begin or, of figures, end, in millimetres from the left edge.
const ENDS: [f64; 6] = [0.0, 60.0, 107.0, 109.0, 150.0, 174.0];

/// Writes the notes and the bill.
pub(super) fn write(
    book: &mut Book,
    project: &Project,
    design: &Design,
    content: &Content,
    block: &Block,
    lines: &[BillLine],
) {
    let lang = block.options.lang;
    let head = (
        format!("{} · {}", block.estate, block.title),
        block.receipt.clone(),
    );
    let mut page = Flow::begin(book, head);
    page.heading(&block.said("sheet-notes"));
    page.words(BODY, in_language(&project.file.about, lang), Ink::InkSoft);
    page.gap(2.0);
    if content.notes.is_empty() {
        page.words(BODY, &block.said("sheet-no-notes"), Ink::Ink);
    }
    for (number, note) in content.notes.iter().enumerate() {
        let words = match note.about.is_empty() {
            true => note.text.clone(),
            false => {
                let message = Message::new("sheet-note-at").with("what", note.about.as_str());
                say(lang, &message.with("note", note.text.as_str()))
            }
        };
        page.numbered(number + 1, &words);
    }
    answers(&mut page, project, design, block);
    page.gap(5.0);
    bill(&mut page, project, block, lines);
    page.end();
}

/// What was answered to the project's questions.
fn answers(page: &mut Flow, project: &Project, design: &Design, block: &Block) {
    let lang = block.options.lang;
    for question in &project.file.questions {
        let Some(answer) = design.answers.get(&question.id) else {
            continue;
        };
        let said = answer.as_str().map_or_else(|| answer.to_string(), str::to_owned);
        let option = question.options.iter().find(|option| option.value == said);
        let said = option.map_or(said.clone(), |option| in_language(&option.text, lang).to_owned());
        page.gap(1.5);
        page.words(BODY, in_language(&question.text, lang), Ink::InkSoft);
        page.words(BODY, &said, Ink::Ink);
    }
}

/// What it costs, by class of works, with sums.
fn bill(page: &mut Flow, project: &Project, block: &Block, lines: &[BillLine]) {
    let lang = block.options.lang;
    let message = |key: &'static str| Message::new(key);
    page.heading(&block.said("sheet-bill"));
    if lines.is_empty() {
        page.words(BODY, &block.said("sheet-bill-empty"), Ink::Ink);
        return;
    }
    let heads = [
        "csv-bill-kind",
        "csv-bill-option",
        "csv-bill-quantity",
        "csv-bill-unit",
        "csv-bill-price",
        "csv-bill-total",
    ];
    page.row(&heads.map(|key| block.said(key)), Ink::InkSoft, false);
    let yuan = |value: f64| say(lang, &message("sheet-number").number("n", value, 0));
    for works in Works::ALL {
        let own: Vec<&BillLine> = lines.iter().filter(|line| line.works == works).collect();
        if own.is_empty() {
            continue;
        }
        let sum: f64 = own.iter().map(|line| line.total).sum();
        page.rule();
        let blank = String::new;
        page.row(
            &[
                block.said(works.key()),
                blank(),
                blank(),
                blank(),
                blank(),
                yuan(sum),
            ],
            Ink::Ink,
            true,
        );
        for line in own {
            let option = line.option.as_ref().map_or_else(String::new, |option| {
                let key = Arg::Key {
                    key: format!("option-{option}"),
                    or: option.clone(),
                };
                say(lang, &message("csv-kind").with("kind", key))
            });
            page.row(
                &[
                    say(lang, &message("csv-kind").with("kind", line.name.clone())),
                    option,
                    say(lang, &message("sheet-number").number("n", line.quantity, 1)),
                    block.said(line.unit.key()),
                    yuan(line.price),
                    yuan(line.total),
                ],
                Ink::Ink,
                false,
            );
        }
    }
    page.rule();
    let sum = |of: fn(&BillLine) -> f64| lines.iter().map(of).sum::<f64>();
    let blank = String::new;
    page.row(
        &[
            block.said("csv-bill-sum"),
            blank(),
            blank(),
            blank(),
            blank(),
            yuan(sum(|line| line.total)),
        ],
        Ink::Ink,
        true,
    );
    page.gap(2.0);
    let between = message("sheet-bill-between")
        .number("low", sum(|line| line.low), 0)
        .number("high", sum(|line| line.high), 0);
    page.words(BODY, &say(lang, &between), Ink::InkSoft);
    if let Some(budget) = project.file.budget {
        let words = message("sheet-bill-budget").number("yuan", budget, 0);
        page.words(BODY, &say(lang, &words), Ink::InkSoft);
    }
}
