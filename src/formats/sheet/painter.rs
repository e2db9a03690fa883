//! Paints a display list on paper.

use crate::geometry::{Bounds, WorldPt, WorldVec};
use crate::project::Underlay;
use crate::scene::{
    Anchor, Ink, Label, Length, Mark, Paint, Path, Rgb, Stroke, Style, Symbol, Theme, Tile, Wash,
};

use super::book::{Book, PICTURE, POINTS_A_MM};
use super::nib::{Matrix, Nib, Space, matrix};

/// So large is a pixel of the display list on paper, in millimetres: fine lines are as fine as a pen's.
pub(super) const MM_A_PIXEL: f64 = 0.22;
/// Lines in pixels are this much finer on paper than on a screen, which cannot draw finer ones.
const FINER: f64 = 0.72;

/// Paints on one page.
pub(super) struct Painter<'b, 'f> {
    pub book: &'b mut Book<'f>,
    pub nib: Nib,
    /// So large is a pixel of the display list, in millimetres.
    pub px: f64,
    /// What is painted at all, in the unit of the frame: what lies outside is not.
    pub within: Option<Bounds>,
    /// Millimetres become points outside of a kept drawing, and a pattern must know.
    base: f64,
}

impl<'b, 'f> Painter<'b, 'f> {
    /// On a new page.
    pub fn new(book: &'b mut Book<'f>) -> Self {
        Self {
            book,
            nib: in_millimetres(),
            px: MM_A_PIXEL,
            within: None,
            base: POINTS_A_MM,
        }
    }
    /// Ends the page.
    pub fn finish(self, size: (f64, f64)) {
        self.book.page(size, self.nib.finish());
    }
    /// Ends the page and begins the next.
    pub fn next(&mut self, size: (f64, f64)) {
        let done = std::mem::replace(&mut self.nib, in_millimetres());
        self.book.page(size, done.finish());
    }
    /// The picture underneath, in a frame.
    pub fn under(&mut self, of: &Underlay, space: &Space) {
        let Some(orientation) = self.book.picture_lies() else {
            return;
        };
        let [width, height] = of.pixels.map(f64::from);
        // A picture of a file is one unit wide and high, from its lower left corner.
        let place = |own: [f64; 2]| {
            let [across, down] = orientation.seen(own);
            space.at(of.place_of(across * width, down * height))
        };
        let (zero, right, above) = (place([0.0, 1.0]), place([1.0, 1.0]), place([0.0, 0.0]));
        let alpha = (hundredths(of.strength), 100);
        self.nib.save();
        self.nib.clip_to(&of.corners().map(|corner| space.at(corner)));
        self.nib.alpha(alpha, || self.book.alpha(alpha.0, alpha.1));
        let way = |(x, y): (f64, f64)| (x - zero.0, y - zero.1);
        let ((a, b), (c, d)) = (way(right), way(above));
        self.nib.form(PICTURE, [a, b, c, d, zero.0, zero.1]);
        self.nib.restore();
    }
    /// Paints marks in a frame.
    pub fn marks(&mut self, marks: &[Mark], space: &Space) {
        for mark in marks {
            if !self.is_seen(mark) {
                continue;
            }
            match mark {
                Mark::Shape { path, style } => self.shape(path, style, space),
                Mark::Label(label) => self.label(label, space),
                Mark::Stamp {
                    symbol,
                    at,
                    turn,
                    grown,
                } => self.stamp(symbol, *at, *turn, *grown, space),
                Mark::Pinned { at, turn, marks } => {
                    let inner = Space {
                        origin: space.at(*at),
                        scale: self.px,
                        turn: *turn,
                    };
                    let within = self.within.take();
                    self.marks(marks, &inner);
                    self.within = within;
                }
                // A sheet shows nothing faded; what is, is painted as it is.
                Mark::Faded { marks, .. } => self.marks(marks, space),
            }
        }
    }
    fn millimetres(&self, length: Length, space: &Space) -> f64 {
        match length {
            Length::Px(px) => px * self.px,
            Length::Metres(metres) => metres * space.scale,
        }
    }
    fn is_seen(&self, mark: &Mark) -> bool {
        let Some(within) = self.within else {
            return true;
        };
        match mark {
            Mark::Shape { path, .. } => path.bounds().is_some_and(|b| b.grown(1.0).meets(&within)),
            // Letters reach over their point.
            Mark::Label(label) => within.grown(25.0).contains(label.at),
            Mark::Stamp {
                symbol, at, grown, ..
            } => {
                let reach = (symbol.bounds.width() + symbol.bounds.height()) * grown;
                within.grown(reach).contains(*at)
            }
            Mark::Pinned { at, .. } => within.grown(10.0).contains(*at),
            Mark::Faded { .. } => true,
        }
    }
    /// A path in a style.
    pub fn shape(&mut self, path: &Path, style: &Style, space: &Space) {
        let mut alpha = (100, 100);
        match style.fill {
            Some(Paint::Flat(wash)) => {
                self.nib.fill(colour(wash.ink));
                alpha.0 = hundredths(wash.alpha);
            }
            Some(Paint::Tiled {
                tile,
                wash,
                side,
                turn,
                origin,
            }) => {
                let side = self.millimetres(side, space);
                if side < 0.4 {
                    return;
                }
                alpha.0 = hundredths(wash.alpha);
                let name = self.pattern(tile, wash, side, turn + space.turn, space.at(origin));
                self.nib.fill_with_pattern(&name);
            }
            None => {}
        }
        if let Some(stroke) = style.line {
            alpha.1 = hundredths(stroke.wash.alpha);
            self.stroke(&stroke, space);
        }
        let book = &mut *self.book;
        self.nib.alpha(alpha, || book.alpha(alpha.0, alpha.1));
        self.nib
            .path(path, space, style.fill.is_some(), style.line.is_some());
    }
    fn stroke(&mut self, stroke: &Stroke, space: &Space) {
        let width = match stroke.width {
            Length::Px(px) => px * self.px * FINER,
            Length::Metres(metres) => metres * space.scale,
        };
        let dash = stroke
            .dash
            .map(|(on, off)| (self.millimetres(on, space), self.millimetres(off, space)));
        self.nib.line(colour(stroke.wash.ink), width, stroke.round, dash);
    }
    fn pattern(&mut self, tile: Tile, wash: Wash, side: f64, turn: f64, at: (f64, f64)) -> String {
        let folded = match turn == 0.0 {
            true => (at.0.rem_euclid(side), at.1.rem_euclid(side)),
            false => at,
        };
        let ink = colour(wash.ink);
        let base = self.base;
        let key = format!(
            "{}-{}-{side:.3}-{turn:.1}-{:.2}-{:.2}-{base:.1}",
            tile.word(),
            ink.hex(),
            folded.0,
            folded.1
        );
        let place = matrix((folded.0 * base, folded.1 * base), turn, base);
        self.book.pattern(key, side, place, || {
            let art = tile.art();
            let mut nib = Nib::new();
            let unit = Space {
                scale: side,
                ..Space::PAPER
            };
            if !art.spots.is_empty() {
                nib.fill(ink);
                nib.path(&art.spots, &unit, true, false);
            }
            if !art.lines.is_empty() {
                nib.line(ink, art.width * side, false, None);
                nib.path(&art.lines, &unit, false, true);
            }
            nib.finish()
        })
    }
    fn stamp(&mut self, symbol: &Symbol, at: WorldPt, turn: f64, grown: f64, space: &Space) {
        let key = format!("{}-{:.4}-{grown:.3}-{:.3}", symbol.name, space.scale, self.px);
        let name = match self.book.form(&key) {
            Some(name) => name,
            None => {
                let scale = space.scale * grown;
                let own = Space {
                    scale,
                    ..Space::PAPER
                };
                let zero = WorldPt::default();
                let corner = |p: WorldPt| zero + (p - zero) * scale;
                let bounds = Bounds {
                    min: corner(symbol.bounds.min),
                    max: corner(symbol.bounds.max),
                };
                let content = self.kept(|painter| painter.marks(&symbol.marks, &own));
                self.book.keep_form(key, content, bounds.grown(0.5))
            }
        };
        self.opaque();
        self.nib.form(&name, matrix(space.at(at), turn + space.turn, 1.0));
    }
    /// What is drawn in a drawing of its own.
    fn kept(&mut self, draw: impl FnOnce(&mut Self)) -> Vec<u8> {
        let page = std::mem::replace(&mut self.nib, Nib::new());
        let (base, within) = (self.base, self.within.take());
        self.base = 1.0;
        draw(self);
        self.base = base;
        self.within = within;
        std::mem::replace(&mut self.nib, page).finish()
    }
    /// A kept drawing begins with the state of its page, so that is made plain before.
    fn opaque(&mut self) {
        let book = &mut *self.book;
        self.nib.alpha((100, 100), || book.alpha(100, 100));
        self.nib.line(Rgb(0, 0, 0), 0.1, true, None);
    }
    fn label(&mut self, label: &Label, space: &Space) {
        let size = self.millimetres(label.size, space);
        let turn = label.screen_turn(space.turn);
        let wide = self.book.letters.width(&label.text) * size;
        let back = match label.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => 0.5,
            Anchor::End => 1.0,
        };
        let (x, y) = space.at(label.at);
        // The middle of Chinese and of capital letters is 0.35 of their size above the base line.
        let step = WorldVec::new(-back * wide, -0.35 * size).turned(turn);
        let place = matrix((x + step.x, y + step.y), turn, 1.0);
        if let Some(halo) = label.halo {
            self.halo(&label.text, size, place, colour(halo.ink));
        }
        self.letters(&label.text, size, place, colour(label.wash.ink), label.bold);
    }
    /// The edge around letters, which keeps them legible: drawn of their outlines, so that the words stand
    /// in the file once.
    fn halo(&mut self, text: &str, size: f64, place: Matrix, ink: Rgb) {
        let mut along = 0.0;
        // As wide as on a screen; thousandths of the size, in steps, so that few drawings are kept.
        let wide = (size * 0.24).clamp(2.0 * self.px, 6.0 * self.px) / size;
        let width = (wide * 25.0).round() * 40.0;
        for letter in text.chars() {
            let key = format!("halo-{letter}-{width}-{}", ink.hex());
            let (outline, wide) = self.book.letters.outline(letter);
            if !outline.is_empty() {
                let name = match self.book.form(&key) {
                    Some(name) => name,
                    None => {
                        // Drawn a thousand times its size: the file's numbers have three digits after the point.
                        let own = Space {
                            scale: 1_000.0,
                            ..Space::PAPER
                        };
                        let content = self.kept(|painter| {
                            painter.nib.line(ink, width, true, None);
                            painter.nib.path(&outline, &own, false, true);
                        });
                        let em = Bounds {
                            min: WorldPt::new(-500.0, -500.0),
                            max: WorldPt::new(1_700.0, 1_500.0),
                        };
                        self.book.keep_form(key, content, em)
                    }
                };
                self.opaque();
                let k = size / 1_000.0;
                let at = (place[4] + place[0] * along, place[5] + place[1] * along);
                let grown = [place[0] * k, place[1] * k, place[2] * k, place[3] * k, at.0, at.1];
                self.nib.form(&name, grown);
            }
            along += wide * size;
        }
    }
    fn letters(&mut self, text: &str, size: f64, place: Matrix, ink: Rgb, bold: bool) {
        let written = self.book.letters.written(text);
        let book = &mut *self.book;
        self.nib.alpha((100, 100), || book.alpha(100, 100));
        self.nib.fill(ink);
        if bold {
            self.nib.line(ink, size * 0.035, true, None);
        }
        self.nib.text(&written, size, place, bold);
    }
    /// A line of text on the paper from a place on its base line.
    pub fn text(&mut self, at: (f64, f64), size: f64, text: &str, ink: Ink, bold: bool) {
        self.letters(text, size, matrix(at, 0.0, 1.0), colour(ink), bold);
    }
    /// A line of text that ends at a place.
    pub fn text_to(&mut self, at: (f64, f64), size: f64, text: &str, ink: Ink, bold: bool) {
        let wide = self.book.letters.width(text) * size;
        self.text((at.0 - wide, at.1), size, text, ink, bold);
    }
    /// A straight line on the paper of a width in millimetres.
    pub fn rule(&mut self, from: (f64, f64), to: (f64, f64), width: f64, ink: Ink) {
        let path = Path::segment(WorldPt::new(from.0, from.1), WorldPt::new(to.0, to.1));
        let book = &mut *self.book;
        self.nib.alpha((100, 100), || book.alpha(100, 100));
        self.nib.line(colour(ink), width, false, None);
        self.nib.path(&path, &Space::PAPER, false, true);
    }
    /// The edge of a box on the paper.
    pub fn frame(&mut self, at: (f64, f64), size: (f64, f64), width: f64, ink: Ink) {
        let middle = WorldPt::new(at.0 + size.0 / 2.0, at.1 + size.1 / 2.0);
        let path = Path::rectangle(middle, size.0, size.1);
        let book = &mut *self.book;
        self.nib.alpha((100, 100), || book.alpha(100, 100));
        self.nib.line(colour(ink), width, false, None);
        self.nib.path(&path, &Space::PAPER, false, true);
    }
}

/// The steps of a page, whose unit is the millimetre.
fn in_millimetres() -> Nib {
    let mut nib = Nib::new();
    nib.transform([POINTS_A_MM, 0.0, 0.0, POINTS_A_MM, 0.0, 0.0]);
    nib
}

fn hundredths(alpha: f64) -> u8 {
    (alpha.clamp(0.0, 1.0) * 100.0).round() as u8
}

fn colour(ink: Ink) -> Rgb {
    Theme::PRINT.colour(ink)
}
