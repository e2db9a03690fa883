//! The pages with the plan: one sheet, or an overview and the tiles to glue.

use crate::geometry::{Bounds, Region, WorldPt, WorldVec};
use crate::scene::{Ink, Label, Length, Mark, Path, Scene, fill, line, wash};

use super::block::Block;
use super::book::Book;
use super::content::{Content, box_of};
use super::nib::Space;
use super::painter::Painter;
use super::paper::{OVERLAP, Paper, Tiling};

/// The paper's edge that stays white: printers do not reach it. In millimetres.
pub(super) const MARGIN: f64 = 10.0;
/// The line at the foot of a tile.
const FOOT: f64 = 9.0;

/// The width of the title block, in millimetres.
pub(super) fn block_width(paper: Paper) -> f64 {
    match paper {
        Paper::A4 => 62.0,
        Paper::A3 => 74.0,
        Paper::A2 => 92.0,
        Paper::A1 | Paper::A0 => 120.0,
    }
}

/// What a sheet with the title block has for the plan, in millimetres.
pub(super) fn room_beside_block(paper: Paper, lying: bool) -> (f64, f64) {
    let (width, height) = paper.laid(lying);
    (width - 2.0 * MARGIN - block_width(paper), height - 2.0 * MARGIN)
}

/// What a tile has for the plan, in millimetres.
pub(super) fn room_of_tile(paper: Paper, lying: bool) -> (f64, f64) {
    let (width, height) = paper.laid(lying);
    (width - 2.0 * MARGIN, height - 2.0 * MARGIN - FOOT)
}

/// The plan and the title block on one sheet.
pub(super) fn one_sheet(book: &mut Book, content: &Content, block: &Block, lying: bool) {
    let paper = block.options.paper;
    let size = paper.laid(lying);
    let room = room_beside_block(paper, lying);
    let mm = block.options.scale.mm_a_metre();
    let mut painter = Painter::new(book);
    plan_in(&mut painter, content, mm, (MARGIN, MARGIN), room);
    block.draw(&mut painter, size, block.scale_words(), mm);
    if block.is_to_work_on() {
        corner_marks(&mut painter, (MARGIN, MARGIN), room);
    }
    painter.finish(size);
}

/// The whole plan as large as the sheet allows, with the tiles on it.
pub(super) fn overview(
    book: &mut Book,
    content: &Content,
    block: &Block,
    tiles: &Tiling,
    sheets: &[(usize, usize)],
) {
    let paper = block.options.paper;
    let (width, height) = (content.bounds.width(), content.bounds.height());
    let fit = |lying: bool| {
        let room = room_beside_block(paper, lying);
        (room.0 / width).min(room.1 / height)
    };
    let lying = fit(true) >= fit(false);
    let (size, room) = (paper.laid(lying), room_beside_block(paper, lying));
    let mm = fit(lying);
    let mut painter = Painter::new(book);
    let space = plan_in(&mut painter, content, mm, (MARGIN, MARGIN), room);
    let mut marks = Scene::default();
    for (column, row) in sheets {
        let ground = ground_of(content, tiles, block.options.scale.mm_a_metre(), *column, *row);
        let tile = box_of(ground);
        marks.draw(
            Path::of_outline(&tile),
            wash(Ink::Seal, 0.04).lined(Ink::Seal, 1.6),
        );
        // A tile that reaches over the sheet's edge has its name where it is seen.
        let seen = content.bounds.max.y.min(ground.max.y);
        let left = content.bounds.min.x.max(ground.min.x);
        let corner = WorldPt::new(left, seen) + WorldVec::new(11.0, -7.0) / mm;
        let name = Label::new(corner, called(*column, *row), Length::Px(26.0), Ink::Seal);
        marks.marks.push(Mark::Label(Label { bold: true, ..name }));
    }
    painter.nib.save();
    painter.nib.clip((MARGIN, MARGIN), room);
    painter.marks(&marks.marks, &space);
    painter.nib.restore();
    block.draw(&mut painter, size, block.overview_words(mm, sheets.len()), mm);
    painter.finish(size);
}

/// One tile.
pub(super) fn tile(
    book: &mut Book,
    content: &Content,
    block: &Block,
    tiles: &Tiling,
    sheets: &[(usize, usize)],
    (column, row): &(usize, usize),
) {
    let size = block.options.paper.laid(tiles.lying);
    let mm = block.options.scale.mm_a_metre();
    let ground = ground_of(content, tiles, mm, *column, *row);
    let corner = (MARGIN, MARGIN + FOOT);
    let space = Space {
        origin: (corner.0 - ground.min.x * mm, corner.1 - ground.min.y * mm),
        scale: mm,
        turn: 0.0,
    };
    let mut painter = Painter::new(book);
    clipped(&mut painter, content, &space, ground, corner, tiles.room);
    let has = |right: isize, down: isize| {
        let next = (column.checked_add_signed(right)?, row.checked_add_signed(down)?);
        sheets.contains(&next).then(|| called(next.0, next.1))
    };
    let (x0, y0) = corner;
    let (x1, y1) = (x0 + tiles.room.0, y0 + tiles.room.1);
    painter.frame(corner, tiles.room, 0.2, Ink::InkSoft);
    // Where the neighbour begins: cut or glue there.
    for (name, upright, at) in [
        (has(-1, 0), true, x0 + OVERLAP),
        (has(1, 0), true, x1 - OVERLAP),
        (has(0, 1), false, y0 + OVERLAP),
        (has(0, -1), false, y1 - OVERLAP),
    ] {
        let Some(name) = name else { continue };
        glue_line(&mut painter, upright, at, (x0, y0), (x1, y1), &name);
    }
    block.foot(&mut painter, size, &called(*column, *row), mm);
    if block.is_to_work_on() {
        corner_marks(&mut painter, corner, tiles.room);
    }
    painter.finish(size);
}

/// A dark square in each corner but the lower right, where it is hollow: by them a photo of the sheet is laid
/// straight, right side up and to scale.
pub(super) fn corner_marks(painter: &mut Painter, corner: (f64, f64), room: (f64, f64)) {
    const SIDE: f64 = 6.0;
    let low = (corner.0 + SIDE / 2.0 + 1.0, corner.1 + SIDE / 2.0 + 1.0);
    let high = (
        corner.0 + room.0 - SIDE / 2.0 - 1.0,
        corner.1 + room.1 - SIDE / 2.0 - 1.0,
    );
    for (x, y) in [(low.0, low.1), (low.0, high.1), (high.0, high.1), (high.0, low.1)] {
        let middle = WorldPt::new(x, y);
        let around = Path::rectangle(middle, SIDE + 2.0, SIDE + 2.0);
        painter.shape(&around, &fill(Ink::Raised), &Space::PAPER);
        let square = Path::rectangle(middle, SIDE, SIDE);
        painter.shape(&square, &fill(Ink::Ink), &Space::PAPER);
        if x == high.0 && y == low.1 {
            let hollow = Path::rectangle(middle, SIDE / 2.0, SIDE / 2.0);
            painter.shape(&hollow, &fill(Ink::Raised), &Space::PAPER);
        }
    }
}

/// A dashed line where two tiles meet, with ticks in the margin and the neighbour's name beside it.
fn glue_line(painter: &mut Painter, upright: bool, at: f64, low: (f64, f64), high: (f64, f64), name: &str) {
    let point = |along: f64| match upright {
        true => WorldPt::new(at, along),
        false => WorldPt::new(along, at),
    };
    let (from, to) = match upright {
        true => (low.1, high.1),
        false => (low.0, high.0),
    };
    let mut marks = Scene::default();
    let dashed = line(Ink::Seal, 1.0).dashed(Length::Px(12.0), Length::Px(8.0));
    marks.draw(Path::segment(point(from), point(to)), dashed);
    let ticks = [(from - 4.0, from), (to, to + 4.0)];
    marks.draw(
        Path::all(ticks.map(|(a, b)| Path::segment(point(a), point(b)))),
        line(Ink::Ink, 1.2),
    );
    let beside = if upright {
        WorldVec::new(0.0, 0.0)
    } else {
        WorldVec::new(0.0, 0.1)
    };
    for share in [0.25, 0.75] {
        let label = Label::new(
            point(from + (to - from) * share) + beside,
            name,
            Length::Px(13.0),
            Ink::Seal,
        );
        marks.marks.push(Mark::Label(Label { bold: true, ..label }));
    }
    painter.marks(&marks.marks, &Space::PAPER);
}

/// The tiles that show ground of the estate, by column and row; those with nothing but its surroundings save
/// paper.
pub(super) fn worth_printing(content: &Content, tiles: &Tiling, mm: f64) -> Vec<(usize, usize)> {
    let (columns, rows) = tiles.count;
    // A count that no one prints is not walked through.
    if columns.saturating_mul(rows) > 40 * super::MOST_TILES {
        return vec![(0, 0); super::MOST_TILES + 1];
    }
    let all = (0..rows).flat_map(|row| (0..columns).map(move |column| (column, row)));
    all.filter(|(column, row)| {
        let ground = ground_of(content, tiles, mm, *column, *row);
        content.ground.meets(&Region::from(&box_of(ground)))
    })
    .collect()
}

/// The ground of a tile.
fn ground_of(content: &Content, tiles: &Tiling, mm: f64, column: usize, row: usize) -> Bounds {
    let size = (content.bounds.width() * mm, content.bounds.height() * mm);
    let (x, y) = tiles.corner(size, column, row);
    let min = content.bounds.min + WorldVec::new(x, y) / mm;
    Bounds {
        min,
        max: min + WorldVec::new(tiles.room.0, tiles.room.1) / mm,
    }
}

/// A tile's name: its column as a letter, its row as a number.
fn called(column: usize, row: usize) -> String {
    let letter = char::from(b'A' + (column % 26) as u8);
    match column / 26 {
        0 => format!("{letter}{}", row + 1),
        more => format!("{letter}{more}-{}", row + 1),
    }
}

/// The plan in the middle of a room; gives its frame.
fn plan_in(painter: &mut Painter, content: &Content, mm: f64, corner: (f64, f64), room: (f64, f64)) -> Space {
    let centre = content.bounds.centre();
    let space = Space {
        origin: (
            corner.0 + room.0 / 2.0 - centre.x * mm,
            corner.1 + room.1 / 2.0 - centre.y * mm,
        ),
        scale: mm,
        turn: 0.0,
    };
    let half = WorldVec::new(room.0, room.1) / (2.0 * mm);
    let ground = Bounds {
        min: centre - half,
        max: centre + half,
    };
    clipped(painter, content, &space, ground, corner, room);
    space
}

fn clipped(
    painter: &mut Painter,
    content: &Content,
    space: &Space,
    ground: Bounds,
    corner: (f64, f64),
    room: (f64, f64),
) {
    painter.nib.save();
    painter.nib.clip(corner, room);
    if let Some(under) = &content.under {
        painter.under(&under.of, space);
    }
    painter.within = Some(ground);
    painter.marks(&content.scene(space.scale).marks, space);
    painter.within = None;
    painter.nib.restore();
}
