//! What may be placed, at the scale of the plan, to cut out.

use std::sync::Arc;

use crate::catalogue::Kind;
use crate::design::{Placement, PlacementId};
use crate::geometry::{Bounds, Turn, WorldPt};
use crate::project::Project;
use crate::scene::{Detail, Ink, Length, Path, line, placement_scene};
use crate::text::{Message, say};

use super::block::{Block, Column};
use super::book::Book;
use super::nib::Space;
use super::painter::{MM_A_PIXEL, Painter};
use super::plan::MARGIN;

/// White around a piece up to the line where it is cut, in millimetres.
const EDGE: f64 = 1.2;
const GAP: f64 = 3.0;
const WORDS: f64 = 3.0;

/// Pages of pieces, filled in rows from above.
struct Shelves<'b, 'f, 'p> {
    painter: Painter<'b, 'f>,
    block: &'p Block<'p>,
    size: (f64, f64),
    /// Where the row being filled is: its left end so far, its upper edge, its height.
    x: f64,
    y: f64,
    height: f64,
}

/// Writes the pieces of every kind that the project offers.
pub(super) fn write(book: &mut Book, project: &Project, block: &Block) {
    let size = block.options.paper.laid(true);
    let mut shelves = Shelves {
        painter: Painter::new(book),
        block,
        size,
        x: MARGIN,
        y: 0.0,
        height: 0.0,
    };
    shelves.head();
    let mut kinds: Vec<&Arc<Kind>> = project.catalogue.offered().collect();
    // Like heights stand side by side.
    kinds.sort_by(|a, b| b.size.1.total_cmp(&a.size.1));
    for kind in kinds {
        shelves.kind(kind);
    }
    shelves.painter.finish(size);
}

/// How many pieces of a kind are cut out: many benches, few halls.
fn copies(kind: &Kind) -> usize {
    match kind.size.0.max(kind.size.1) {
        side if side <= 3.0 => 8,
        side if side <= 8.0 => 4,
        side if side <= 14.0 => 2,
        _ => 1,
    }
}

impl Shelves<'_, '_, '_> {
    fn head(&mut self) {
        let y = self.size.1 - MARGIN - 5.0;
        let words = Message::new("sheet-pieces").with("scale", self.block.scale_words());
        let words = say(self.block.options.lang, &words);
        self.painter.text((MARGIN, y), 5.0, &words, Ink::Ink, true);
        let right = self.size.0 - MARGIN;
        self.painter
            .text_to((right, y), 3.0, &self.block.estate, Ink::InkSoft, false);
        self.y = y - 5.0;
        self.x = MARGIN;
        self.height = 0.0;
    }
    /// Begins a new row, or a new page where so much does not fit below.
    fn row(&mut self, height: f64) {
        self.y -= self.height + GAP;
        self.x = MARGIN;
        self.height = 0.0;
        if self.y - height < MARGIN {
            self.painter.next(self.size);
            self.head();
        }
    }
    /// The pieces of a kind under its name.
    fn kind(&mut self, kind: &Kind) {
        let mm = self.block.options.scale.mm_a_metre();
        let lang = self.block.options.lang;
        let (width, depth) = kind.size;
        let piece = (width * mm + 2.0 * EDGE, depth * mm + 2.0 * EDGE);
        let room = (self.size.0 - 2.0 * MARGIN, self.size.1 - 2.0 * MARGIN - 20.0);
        let fits = piece.0 <= room.0 && piece.1 <= room.1;
        let key = if fits {
            "sheet-piece"
        } else {
            "sheet-piece-too-large"
        };
        let words = Message::new(key)
            .with("what", kind.name())
            .number("width", width, 2)
            .number("depth", depth, 2);
        let words = say(lang, &words);
        let count = if fits { copies(kind) } else { 0 };
        let words_wide = self.painter.book.letters.width(&words) * WORDS;
        // As many beside each other as a row holds.
        let across = (((room.0 + GAP) / (piece.0 + GAP)) as usize).clamp(1, count.max(1));
        let rows = count.div_ceil(across);
        let wide = (across as f64 * (piece.0 + GAP) - GAP)
            .max(words_wide)
            .min(room.0);
        let high = WORDS * 1.8 + rows as f64 * (piece.1 + GAP);
        if self.x + wide > self.size.0 - MARGIN || self.y - high < MARGIN {
            self.row(high);
        }
        let mut column = Column {
            x: self.x,
            y: self.y,
            width: room.0,
        };
        column.words(&mut self.painter, WORDS, &words, Ink::Ink, false);
        for number in 0..count {
            let (across_at, down) = (number % across, number / across);
            let left = self.x + across_at as f64 * (piece.0 + GAP);
            let upper = self.y - WORDS * 1.8 - down as f64 * (piece.1 + GAP);
            self.piece(kind, (left, upper - piece.1), piece, mm);
        }
        self.x += wide + 2.0 * GAP;
        self.height = self.height.max(high);
    }
    /// One piece with the line where it is cut.
    fn piece(&mut self, kind: &Kind, at: (f64, f64), size: (f64, f64), mm: f64) {
        let middle = WorldPt::new(at.0 + size.0 / 2.0, at.1 + size.1 / 2.0);
        let cut = line(Ink::InkSoft, 0.9).dashed(Length::Px(7.0), Length::Px(5.0));
        let edge = Path::rectangle(middle, size.0, size.1);
        self.painter.shape(&edge, &cut, &Space::PAPER);
        let thing = Placement::new(
            PlacementId::new("piece"),
            kind,
            WorldPt::default(),
            Turn::default(),
        );
        let scene = placement_scene(&thing, Some(kind), Detail::of(mm / MM_A_PIXEL));
        let space = Space {
            origin: (middle.x, middle.y),
            scale: mm,
            turn: 0.0,
        };
        self.painter.nib.save();
        self.painter.nib.clip(at, size);
        self.painter.within = Some(Bounds::default().grown(kind.size.0 + kind.size.1));
        self.painter.marks(&scene.marks, &space);
        self.painter.within = None;
        self.painter.nib.restore();
    }
}
