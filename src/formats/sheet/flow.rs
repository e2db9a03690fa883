//! Pages of A4 that are filled from above with words, and begun anew when they are full. Lengths are millimetres.

use crate::scene::{Ink, wrapped};

use super::block::Column;
use super::book::Book;
use super::painter::Painter;

/// A4, standing.
const PAGE: (f64, f64) = (210.0, 297.0);
/// The margin on all sides.
const EDGE: f64 = 18.0;
/// The size of letters that are read.
pub(super) const BODY: f64 = 3.7;

/// Pages in the making.
pub(super) struct Flow<'b, 'f> {
    pub painter: Painter<'b, 'f>,
    pub column: Column,
    /// What stands at the head of each page: what it belongs to, from the left, and to the right.
    head: (String, String),
}

impl<'b, 'f> Flow<'b, 'f> {
    /// On a new page; `head` stands at the head of each.
    pub fn begin(book: &'b mut Book<'f>, head: (String, String)) -> Self {
        let mut flow = Self {
            painter: Painter::new(book),
            column: Column {
                x: EDGE,
                y: 0.0,
                width: PAGE.0 - 2.0 * EDGE,
            },
            head,
        };
        flow.begin_page();
        flow
    }
    fn begin_page(&mut self) {
        let (y, right) = (PAGE.1 - EDGE, PAGE.0 - EDGE);
        let (left_words, right_words) = &self.head;
        self.painter.text((EDGE, y), 3.2, left_words, Ink::InkSoft, false);
        self.painter
            .text_to((right, y), 3.2, right_words, Ink::InkSoft, false);
        self.painter
            .rule((EDGE, y - 2.0), (right, y - 2.0), 0.3, Ink::Ink);
        self.column.y = y - 6.0;
    }
    /// Ends the last page.
    pub fn end(self) {
        self.painter.finish(PAGE);
    }
    /// Begins a new page where so much does not fit below; whether it did.
    pub fn room(&mut self, height: f64) -> bool {
        let is_full = self.column.y - height < EDGE;
        if is_full {
            self.painter.next(PAGE);
            self.begin_page();
        }
        is_full
    }
    /// Leaves so much free.
    pub fn gap(&mut self, height: f64) {
        self.column.y -= height;
    }
    /// A heading, which never stands alone at the foot of a page.
    pub fn heading(&mut self, words: &str) {
        self.room(24.0);
        self.column.words(&mut self.painter, 5.6, words, Ink::Ink, true);
        self.gap(2.0);
    }
    /// Lines of a text over as many pages as they need.
    pub fn words(&mut self, size: f64, words: &str, ink: Ink) {
        self.words_at(size, words, ink, 0.0);
    }
    /// Lines that begin so far in.
    pub fn words_at(&mut self, size: f64, words: &str, ink: Ink, within: f64) {
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
    /// A fine line across.
    pub fn rule(&mut self) {
        self.gap(1.2);
        let (left, y) = (self.column.x, self.column.y);
        self.painter
            .rule((left, y), (left + self.column.width, y), 0.18, Ink::InkSoft);
    }
}
