//! A document of words, tables and pictures as pages of A4.

use crate::formats::document::{Document, Figure, Piece, Table};
use crate::geometry::WorldVec;
use crate::scene::{Ink, wrapped};

use super::book::{About, Book};
use super::flow::{BODY, Flow};
use super::nib::Space;
use super::{Printed, SheetFault, printed};

/// Letters of tables and captions.
const SMALL: f64 = 3.2;
/// Between two columns of a table.
const BETWEEN: f64 = 4.0;
/// The first column of a table, which names its rows, is never narrower.
const NAMES: f64 = 50.0;

/// The pages of a document, with the letters of a font (`public/assets/fonts/`).
pub fn document(of: &Document, font: &[u8]) -> Result<Printed, SheetFault> {
    let mut book = Book::new(font)?;
    let mut flow = Flow::begin(&mut book, (of.title.clone(), String::new()));
    flow.gap(4.0);
    flow.column
        .words(&mut flow.painter, 8.0, &of.title, Ink::Ink, true);
    flow.gap(3.0);
    for words in &of.lead {
        flow.words(BODY, words, Ink::InkSoft);
    }
    for section in &of.sections {
        flow.gap(6.0);
        flow.heading(&section.title);
        for piece in &section.pieces {
            match piece {
                Piece::Paragraph(words) => {
                    flow.gap(1.2);
                    flow.words(BODY, words, Ink::Ink);
                }
                Piece::List(sentences) => list(&mut flow, sentences),
                Piece::Table(rows) => table(&mut flow, rows),
                Piece::Figure(drawn) => figure(&mut flow, drawn),
            }
        }
    }
    flow.end();
    let about = About {
        title: of.title.clone(),
        author: String::new(),
        language: of.lang.tag(),
    };
    printed(book, &about)
}

fn list(flow: &mut Flow, sentences: &[String]) {
    for sentence in sentences {
        flow.gap(1.0);
        flow.room(BODY * 1.5);
        let at = (flow.column.x + 1.0, flow.column.y - BODY * 1.15);
        flow.painter.text(at, BODY, "·", Ink::Seal, true);
        flow.words_at(BODY, sentence, Ink::Ink, 4.5);
    }
}

/// How wide the columns of figures are: as wide as what stands in them, as long as the names keep their room.
fn widths(flow: &Flow, table: &Table) -> Vec<f64> {
    let letters = &flow.painter.book.letters;
    let figures = table.heads.len().saturating_sub(1);
    let most = (flow.column.width - NAMES) / figures.max(1) as f64 - BETWEEN;
    (1..table.heads.len())
        .map(|at| {
            let cells = table.rows.iter().filter_map(|row| row.get(at));
            let cells = cells.chain(table.heads.get(at));
            let widest = cells.map(|cell| letters.width(cell) * SMALL).fold(0.0, f64::max);
            widest.min(most)
        })
        .collect()
}

fn table(flow: &mut Flow, table: &Table) {
    let widths = widths(flow, table);
    flow.gap(2.5);
    flow.room(22.0);
    if !table.caption.is_empty() {
        flow.words(SMALL, &table.caption, Ink::InkSoft);
    }
    row(flow, &table.heads, &widths, Ink::InkSoft);
    for cells in &table.rows {
        flow.rule();
        flow.gap(0.6);
        let height = lines_of(flow, cells, &widths)
            .iter()
            .map(Vec::len)
            .max()
            .unwrap_or(1) as f64
            * SMALL
            * 1.45;
        // The heads stand again above what goes on on the next page.
        if flow.room(height + 2.0) {
            row(flow, &table.heads, &widths, Ink::InkSoft);
            flow.rule();
            flow.gap(0.6);
        }
        row(flow, cells, &widths, Ink::Ink);
    }
    flow.rule();
    flow.gap(2.0);
}

/// The cells of a row, each broken into lines where its column ends.
fn lines_of(flow: &Flow, cells: &[String], widths: &[f64]) -> Vec<Vec<String>> {
    let letters = &flow.painter.book.letters;
    let figures: f64 = widths.iter().map(|width| width + BETWEEN).sum();
    let names = (flow.column.width - figures).max(NAMES);
    let cells = cells.iter().enumerate();
    cells
        .map(|(at, cell)| {
            let width = if at == 0 {
                names
            } else {
                widths.get(at - 1).copied().unwrap_or(NAMES)
            };
            // A hair more, so that what was measured fits into its own measure.
            wrapped(cell, width + 0.01, |part| letters.width(part) * SMALL)
        })
        .collect()
}

/// A row: its name from the left, figures to the right.
fn row(flow: &mut Flow, cells: &[String], widths: &[f64], ink: Ink) {
    let lines = lines_of(flow, cells, widths);
    let step = SMALL * 1.45;
    let most = lines.iter().map(Vec::len).max().unwrap_or(0).max(1) as f64;
    flow.room(step * most + 1.0);
    let (left, right, top) = (flow.column.x, flow.column.x + flow.column.width, flow.column.y);
    for (at, lines) in lines.iter().enumerate() {
        let after: f64 = widths.iter().skip(at).map(|width| width + BETWEEN).sum();
        for (number, words) in lines.iter().enumerate() {
            let y = top - step * (number + 1) as f64 + SMALL * 0.3;
            if at == 0 {
                flow.painter.text((left, y), SMALL, words, ink, false);
            } else {
                flow.painter.text_to((right - after, y), SMALL, words, ink, false);
            }
        }
    }
    flow.gap(step * most);
}

/// A picture as wide as the page, in its frame, with its caption below on the same page.
fn figure(flow: &mut Flow, figure: &Figure) {
    let size = figure.view.size;
    let (width, mm_a_pixel) = (flow.column.width, flow.column.width / size.x.max(1.0));
    let height = size.y * mm_a_pixel;
    flow.gap(3.0);
    flow.room(height + SMALL * 3.0 + 2.0);
    let corner = (flow.column.x, flow.column.y - height);
    let scale = figure.view.scale * mm_a_pixel;
    let centre = figure.view.centre;
    let step = WorldVec::new(centre.x, centre.y).turned(figure.view.turn) * scale;
    let space = Space {
        origin: (corner.0 + width / 2.0 - step.x, corner.1 + height / 2.0 - step.y),
        scale,
        turn: figure.view.turn,
    };
    let painter = &mut flow.painter;
    painter.nib.save();
    painter.nib.clip(corner, (width, height));
    let px = std::mem::replace(&mut painter.px, mm_a_pixel);
    painter.within = Some(figure.view.bounds());
    painter.marks(&figure.scene.marks, &space);
    painter.within = None;
    painter.px = px;
    painter.nib.restore();
    painter.frame(corner, (width, height), 0.18, Ink::InkSoft);
    flow.gap(height + 1.0);
    flow.words(SMALL, &figure.caption, Ink::InkSoft);
    flow.gap(1.5);
}
