//! The title block of a sheet: what it is, whose, when, at which scale, and what its signs mean.

use crate::catalogue::Kind;
use crate::design::stored::DesignName;
use crate::design::{Design, Params};
use crate::estate::Class;
use crate::formats::qr::modules;
use crate::geometry::{ScreenPt, ScreenVec, View, WorldPt};
use crate::project::{Project, in_language};
use crate::rules::BillLine;
use crate::scene::{Ink, Length, Path, Style, fill, furniture, kind_icon, line, wrapped};
use crate::text::{Message, say};

use super::SheetOptions;
use super::nib::Space;
use super::painter::{MM_A_PIXEL, Painter};
use super::plan::{MARGIN, block_width};

/// What stands in the title block.
pub(super) struct Block<'p> {
    pub options: SheetOptions,
    project: &'p Project,
    /// The estate's title.
    pub estate: String,
    /// The design's title.
    pub title: String,
    rows: Vec<(String, String)>,
    pub receipt: String,
    kinds: Vec<(Kind, usize)>,
    /// On paper to work on, the address of the project, shown as a code; empty for none.
    address: Option<String>,
}

/// Where lines of a column go, from above.
pub(super) struct Column {
    pub x: f64,
    pub y: f64,
    pub width: f64,
}

impl Column {
    /// Lines of a text, each broken where the column ends.
    pub fn words(&mut self, painter: &mut Painter, size: f64, words: &str, ink: Ink, bold: bool) {
        let letters = &painter.book.letters;
        for words in wrapped(words, self.width, |part| letters.width(part) * size) {
            self.y -= size * 1.45;
            painter.text((self.x, self.y + size * 0.3), size, &words, ink, bold);
        }
    }
}

impl<'p> Block<'p> {
    pub fn new(
        project: &'p Project,
        design: &Design,
        name: &DesignName,
        options: SheetOptions,
        lines: &[BillLine],
    ) -> Self {
        let lang = options.lang;
        let said = |key: &'static str| say(lang, &Message::new(key));
        let title = match design.title.is_empty() {
            true => said("sheet-untitled"),
            false => design.title.clone(),
        };
        let receipt = name.receipt().to_string();
        let author = match (design.by.alias.as_str(), design.by.building.as_str()) {
            ("", "") => said("sheet-unsaid"),
            (alias, "") => alias.to_owned(),
            (alias, building) => {
                let message = Message::new("sheet-author").with("alias", alias);
                say(lang, &message.with("building", building))
            }
        };
        // The day alone, as its author's clock said it.
        let day = design
            .drawn
            .get(..10)
            .map_or(said("sheet-not-sent"), str::to_owned);
        let rows = vec![
            (said("sheet-design"), title.clone()),
            (said("sheet-by"), author),
            (said("sheet-receipt"), receipt.clone()),
            (said("sheet-date"), day),
        ];
        let mut kinds: Vec<(Kind, usize)> = Vec::new();
        for line in lines {
            match kinds.iter_mut().find(|(kind, _)| kind.id == line.kind) {
                Some((_, count)) => *count += line.count,
                None => {
                    let known = project.catalogue.kind(&line.kind);
                    kinds.extend(known.map(|kind| (kind.as_ref().clone(), line.count)));
                }
            }
        }
        Self {
            options,
            project,
            estate: in_language(&project.file.title, lang).to_owned(),
            title,
            rows,
            receipt,
            kinds,
            address: None,
        }
    }
    /// Of the estate alone, to work on with scissors: what it is for, and the address of the project.
    pub fn to_work_on(project: &'p Project, options: SheetOptions, address: &str) -> Self {
        let lang = options.lang;
        let said = |key: &'static str| say(lang, &Message::new(key));
        let blank = || ("sheet-blank-line", String::new());
        let rows = [
            ("sheet-kit", said("sheet-kit-how")),
            ("sheet-by", String::new()),
            blank(),
            ("sheet-date", String::new()),
        ];
        Self {
            options,
            project,
            estate: in_language(&project.file.title, lang).to_owned(),
            title: said("sheet-kit"),
            rows: rows.map(|(key, value)| (said(key), value)).into(),
            receipt: project.file.id.clone(),
            kinds: Vec::new(),
            address: Some(address.to_owned()),
        }
    }
    /// Whether it is a sheet for scissors and pens.
    pub fn is_to_work_on(&self) -> bool {
        self.address.is_some()
    }
    pub fn said(&self, key: &'static str) -> String {
        say(self.options.lang, &Message::new(key))
    }
    /// `1:200 (A3)`.
    pub fn scale_words(&self) -> String {
        format!(
            "1:{} ({})",
            self.options.scale.number(),
            self.options.paper.name()
        )
    }
    /// What the overview's scale is, and that of its tiles.
    pub fn overview_words(&self, mm: f64, tiles: usize) -> String {
        let message = Message::new("sheet-overview-scale")
            .with("about", format!("1:{:.0}", (1_000.0 / mm / 10.0).round() * 10.0))
            .with("scale", format!("1:{}", self.options.scale.number()));
        say(self.options.lang, &message.with("n", tiles))
    }
    /// Draws the frame of a sheet and the block at its right.
    pub fn draw(&self, painter: &mut Painter, size: (f64, f64), scale: String, mm: f64) {
        let wide = block_width(self.options.paper);
        let k = wide / 74.0;
        let x = size.0 - MARGIN - wide;
        let height = size.1 - 2.0 * MARGIN;
        painter.frame((MARGIN, MARGIN), (size.0 - 2.0 * MARGIN, height), 0.7, Ink::Ink);
        painter.rule((x, MARGIN), (x, size.1 - MARGIN), 0.5, Ink::Ink);
        let pad = 4.0 * k;
        let mut column = Column {
            x: x + pad,
            y: size.1 - MARGIN - pad,
            width: wide - 2.0 * pad,
        };
        column.words(painter, 6.2 * k, &self.estate, Ink::Ink, true);
        column.y -= 3.0 * k;
        let scale_row = (self.said("sheet-scale"), scale);
        for (label, value) in self.rows.iter().chain([&scale_row]) {
            painter.rule((x, column.y), (size.0 - MARGIN, column.y), 0.18, Ink::InkSoft);
            column.y -= 0.9 * k;
            painter.text(
                (column.x, column.y - 3.6 * k),
                2.8 * k,
                label,
                Ink::InkSoft,
                false,
            );
            let mut value_column = Column {
                x: column.x + 17.0 * k,
                y: column.y,
                width: column.width - 17.0 * k,
            };
            value_column.words(painter, 3.3 * k, value, Ink::Ink, false);
            // A row without words is written in by hand.
            let written = if value.is_empty() { 9.0 * k } else { 0.0 };
            column.y = value_column.y.min(column.y - written) - 1.3 * k;
        }
        painter.rule((x, column.y), (size.0 - MARGIN, column.y), 0.18, Ink::InkSoft);
        column.y -= 21.0 * k;
        self.north_and_bar(
            painter,
            (column.x + 2.0, column.y + 3.0 * k),
            mm,
            column.width - 10.0,
        );
        self.legend(painter, &mut column, k);
        self.code(painter, (column.x, MARGIN + 26.0 * k), column.width.min(44.0 * k));
        self.small_print(painter, &column, k);
    }
    /// North, and a bar of metres whose left end is at a place, at most so long.
    fn north_and_bar(&self, painter: &mut Painter, at: (f64, f64), mm: f64, longest: f64) {
        // Larger paper is looked at from farther away.
        let px = MM_A_PIXEL * (block_width(self.options.paper) / 74.0).max(1.0);
        let view = View::new(WorldPt::default(), mm / px, ScreenVec::new(2.0, 2.0));
        let scene = furniture(&view, ScreenPt::new(1.0, 1.0), longest / px);
        let space = Space {
            origin: at,
            scale: mm,
            turn: 0.0,
        };
        let before = std::mem::replace(&mut painter.px, px);
        painter.marks(&scene.marks, &space);
        painter.px = before;
    }
    /// What is placed, each with its picture and how many; then what stands already.
    fn legend(&self, painter: &mut Painter, column: &mut Column, k: f64) {
        let lang = self.options.lang;
        let code = if self.is_to_work_on() { 46.0 * k } else { 0.0 };
        let floor = MARGIN + 24.0 * k + code;
        let row = 6.6 * k;
        let mut shown = 0;
        if !self.kinds.is_empty() {
            column.y -= 1.0 * k;
            column.words(painter, 3.4 * k, &self.said("sheet-legend-new"), Ink::Ink, true);
            column.y -= 1.0 * k;
        }
        for (kind, count) in &self.kinds {
            if column.y - row < floor {
                break;
            }
            column.y -= row;
            picture(painter, kind, (column.x, column.y), 6.0 * k);
            let words = Message::new("sheet-legend-row")
                .with("what", kind.name())
                .with("n", *count);
            self.legend_words(painter, column, k, &say(lang, &words));
            shown += 1;
        }
        if shown < self.kinds.len() {
            let more = Message::new("sheet-legend-more").with("n", self.kinds.len() - shown);
            column.words(painter, 2.6 * k, &say(lang, &more), Ink::InkSoft, false);
        }
        if column.y - 3.0 * row < floor {
            return;
        }
        column.y -= 2.0 * k;
        column.words(painter, 3.4 * k, &self.said("sheet-legend-old"), Ink::Ink, true);
        column.y -= 1.0 * k;
        let there = self.project.estate.features();
        for (key, style, is_it) in old_things() {
            if !there.iter().any(|feature| is_it(&feature.class)) {
                continue;
            }
            if column.y - row < floor {
                break;
            }
            column.y -= row;
            let middle = WorldPt::new(column.x + 4.0 * k, column.y + 2.7 * k);
            let swatch = match style.fill {
                Some(_) => Path::rectangle(middle, 7.0 * k, 4.2 * k),
                None => Path::segment(
                    WorldPt::new(middle.x - 3.6 * k, middle.y),
                    WorldPt::new(middle.x + 3.6 * k, middle.y),
                ),
            };
            painter.shape(&swatch, &style, &Space::PAPER);
            self.legend_words(painter, column, k, &self.said(key));
        }
    }
    fn legend_words(&self, painter: &mut Painter, column: &Column, k: f64, words: &str) {
        painter.text(
            (column.x + 10.0 * k, column.y + 1.9 * k),
            2.9 * k,
            words,
            Ink::Ink,
            false,
        );
    }
    /// Whose map it is, and that it prints true at full size only.
    fn small_print(&self, painter: &mut Painter, column: &Column, k: f64) {
        let mut foot = Column {
            x: column.x,
            y: MARGIN + 22.0 * k,
            width: column.width,
        };
        painter.rule(
            (foot.x, foot.y),
            (foot.x + foot.width, foot.y),
            0.18,
            Ink::InkSoft,
        );
        foot.y -= 0.8 * k;
        let size = 2.3 * k;
        foot.words(
            painter,
            size,
            &self.said("sheet-print-whole"),
            Ink::InkSoft,
            false,
        );
        foot.words(
            painter,
            size,
            &self.said("sheet-not-for-building"),
            Ink::InkSoft,
            false,
        );
        let attribution = &self.project.estate.attribution;
        if !attribution.is_empty() {
            foot.words(painter, size, attribution, Ink::InkSoft, false);
        }
    }
    /// The project's address as a code of a side, with its lower left corner at a place.
    pub fn code(&self, painter: &mut Painter, at: (f64, f64), side: f64) {
        let address = self.address.as_deref().filter(|address| !address.is_empty());
        let Some((width, dark)) = address.and_then(modules) else {
            return;
        };
        let module = side / width as f64;
        let corner = |column: usize, row: usize| {
            WorldPt::new(
                at.0 + (column as f64 + 0.5) * module,
                at.1 + side - (row as f64 + 0.5) * module,
            )
        };
        // All modules as one path: painters that smooth edges leave no lines between them.
        let places = dark.iter().enumerate().filter(|(_, dark)| **dark);
        let path =
            Path::all(places.map(|(i, _)| Path::rectangle(corner(i % width, i / width), module, module)));
        painter.shape(&path, &fill(Ink::Ink), &Space::PAPER);
    }
    /// The line at the foot of a tile.
    pub fn foot(&self, painter: &mut Painter, size: (f64, f64), tile: &str, mm: f64) {
        let y = MARGIN + 1.6;
        painter.text((MARGIN, y), 6.0, tile, Ink::Seal, true);
        let words = format!("{} · {} · {}", self.estate, self.title, self.receipt);
        painter.text((MARGIN + 17.0, y + 0.6), 3.0, &words, Ink::Ink, false);
        let right = size.0 - MARGIN;
        painter.text_to((right, y + 0.6), 3.4, &self.scale_words(), Ink::Ink, true);
        self.north_and_bar(painter, (right - 92.0, y - 0.6), mm, 52.0);
    }
}

/// The picture of a kind in a square whose lower left corner is at a place.
pub(super) fn picture(painter: &mut Painter, kind: &Kind, at: (f64, f64), side: f64) {
    let (scene, view) = kind_icon(kind, &Params::new(), side / MM_A_PIXEL);
    let scale = view.scale * MM_A_PIXEL;
    let space = Space {
        origin: (
            at.0 + side / 2.0 - view.centre.x * scale,
            at.1 + side / 2.0 - view.centre.y * scale,
        ),
        scale,
        turn: 0.0,
    };
    painter.marks(&scene.marks, &space);
}

/// What stands already, as the plan paints it: what it is called, and which classes are it.
type Old = (&'static str, Style, fn(&Class) -> bool);

fn old_things() -> [Old; 6] {
    [
        (
            "sheet-old-building",
            fill(Ink::Building).lined(Ink::BuildingLine, 1.4),
            |class| matches!(class, Class::Building { .. }),
        ),
        ("sheet-old-road", fill(Ink::Road).lined(Ink::Kerb, 1.0), |class| {
            matches!(class, Class::Road { .. })
        }),
        (
            "sheet-old-paving",
            fill(Ink::Paving).lined(Ink::Joint, 0.7),
            |class| matches!(class, Class::Paving),
        ),
        (
            "sheet-old-green",
            fill(Ink::Green).lined(Ink::Stipple, 0.7),
            |class| matches!(class, Class::Green),
        ),
        (
            "sheet-old-tree",
            fill(Ink::Crown).lined(Ink::CrownLine, 0.9),
            |class| matches!(class, Class::Tree { .. }),
        ),
        (
            "sheet-old-boundary",
            line(Ink::InkSoft, 1.8).dashed(Length::Px(12.0), Length::Px(4.0)),
            |class| matches!(class, Class::Boundary),
        ),
    ]
}
