//! The pages after the plan: what was written at it, and what it costs.

use crate::catalogue::Works;
use crate::design::Design;
use crate::geometry::WorldPt;
use crate::project::{Project, in_language};
use crate::rules::BillLine;
use crate::scene::{Ink, wrapped};
use crate::text::{Arg, Message, say};

use super::block::{Block, Column};
use super::book::Book;
use super::content::{Content, numbered};
use super::nib::Space;
use super::painter::Painter;

/// A4, standing, in millimetres.
const PAGE: (f64, f64) = (210.0, 297.0);
const EDGE: f64 = 18.0;
const BODY: f64 = 3.7;

/// Pages that are filled from above, and begun anew when they are full.
struct Page<'b, 'f, 'p> {
    painter: Painter<'b, 'f>,
    block: &'p Block<'p>,
    column: Column,
}

impl<'b, 'f, 'p> Page<'b, 'f, 'p> {
    fn begin(book: &'b mut Book<'f>, block: &'p Block<'p>) -> Self {
        let mut page = Self {
            painter: Painter::new(book),
            block,
            column: Column {
                x: EDGE,
                y: 0.0,
                width: PAGE.0 - 2.0 * EDGE,
            },
        };
        page.head();
        page
    }
    /// The line at the head of each page: what it belongs to.
    fn head(&mut self) {
        let y = PAGE.1 - EDGE;
        let words = format!("{} · {}", self.block.estate, self.block.title);
        let right = PAGE.0 - EDGE;
        let receipt = &self.block.receipt;
        self.painter.text((EDGE, y), 3.2, &words, Ink::InkSoft, false);
        self.painter
            .text_to((right, y), 3.2, receipt, Ink::InkSoft, false);
        self.painter
            .rule((EDGE, y - 2.0), (right, y - 2.0), 0.3, Ink::Ink);
        self.column.y = y - 6.0;
    }
    fn end(self) {
        self.painter.finish(PAGE);
    }
    /// Begins a new page where so much does not fit below.
    fn room(&mut self, height: f64) {
        if self.column.y - height < EDGE {
            self.painter.next(PAGE);
            self.head();
        }
    }
    fn gap(&mut self, height: f64) {
        self.column.y -= height;
    }
    fn heading(&mut self, words: &str) {
        self.room(24.0);
        self.column.words(&mut self.painter, 5.6, words, Ink::Ink, true);
        self.gap(2.0);
    }
    fn words(&mut self, size: f64, words: &str, ink: Ink) {
        self.words_at(size, words, ink, 0.0);
    }
    /// Lines that begin so far in, over as many pages as they need.
    fn words_at(&mut self, size: f64, words: &str, ink: Ink, within: f64) {
        let letters = &self.painter.book.letters;
        let lines = wrapped(words, self.column.width - within, |part| {
            letters.width(part) * size
        });
        for line in lines {
            self.room(size * 1.5);
            self.column.y -= size * 1.5;
            let at = (self.column.x + within, self.column.y + size * 0.35);
            self.painter.text(at, size, &line, ink, false);
        }
    }
    /// A note with its number as it stands on the plan.
    fn numbered(&mut self, number: usize, words: &str) {
        self.gap(1.6);
        self.room(BODY * 1.5);
        let at = WorldPt::new(EDGE + 2.6, self.column.y - BODY * 0.82);
        self.painter.marks(&[numbered(at, number)], &Space::PAPER);
        self.words_at(BODY, words, Ink::Ink, 7.0);
    }
    fn rule(&mut self) {
        self.gap(1.2);
        let right = EDGE + self.column.width;
        let y = self.column.y;
        self.painter.rule((EDGE, y), (right, y), 0.18, Ink::InkSoft);
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
                let x = EDGE + ENDS[at];
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
    let mut page = Page::begin(book, block);
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
fn answers(page: &mut Page, project: &Project, design: &Design, block: &Block) {
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
fn bill(page: &mut Page, project: &Project, block: &Block, lines: &[BillLine]) {
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
