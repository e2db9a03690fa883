//! A printed plan (PDF) at true scale: the display list as vectors, on one sheet or on tiles to glue, with
//! its title block, and the notes and the bill on pages after it. Its letters are carried within, as a subset.
//!
//! Nothing here reads a clock or a file: what is asked for comes in, bytes and [`Problem`]s go out.

mod block;
mod book;
mod content;
mod document;
mod flow;
mod letters;
mod nib;
mod notes;
mod painter;
mod paper;
mod pieces;
mod plan;

pub use document::document;
pub use paper::{Paper, Scale};

use crate::design::Design;
use crate::design::stored::DesignName;
use crate::project::{Project, in_language};
use crate::rules::{Plan, bill};
use crate::text::{Lang, Message, say};

use super::Problem;
use super::project_picture::LaidPicture;
use block::Block;
use book::{About, Book};
use content::Content;
use paper::tiling;

/// How a sheet is asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SheetOptions {
    /// The scale of its plan.
    pub scale: Scale,
    /// Its paper; notes and bill are on A4.
    pub paper: Paper,
    /// The language of its words.
    pub lang: Lang,
}

/// A file and what could not be shown in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Printed {
    /// The PDF.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// What is not as it should be.
    pub problems: Vec<Problem>,
}

/// Why there is no sheet.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum SheetFault {
    /// The font cannot be used.
    #[error("the font cannot be used: {0}")]
    Font(String),
    /// The plan would fill more sheets than anyone glues.
    #[error("the plan needs {needed} sheets at this scale, more than {most}")]
    TooManySheets {
        /// How many it would fill.
        needed: usize,
        /// The most that are written.
        most: usize,
    },
}

impl SheetFault {
    /// The sentence for people.
    pub fn message(&self) -> Message {
        match self {
            Self::Font(why) => Message::new("sheet-font").with("why", why.as_str()),
            Self::TooManySheets { needed, most } => Message::new("sheet-too-many")
                .with("needed", *needed)
                .with("most", *most),
        }
    }
}

/// So many letters that the font lacks are named.
const MOST_NAMED: usize = 40;
/// More tiles than this are not written.
pub const MOST_TILES: usize = 150;

/// The design as a printed sheet, with the letters of a font (`public/assets/fonts/`); `under` lies beneath the plan.
pub fn write(
    project: &Project,
    design: &Design,
    name: &DesignName,
    options: SheetOptions,
    font: &[u8],
    under: Option<LaidPicture>,
) -> Result<Printed, SheetFault> {
    let mut book = Book::new(font)?;
    let lines = bill(&Plan { project, design });
    let content = Content::new(project, design, options.lang, under);
    let block = Block::new(project, design, name, options, &lines);
    book.lay_under(content.under.as_ref());
    plans(&mut book, &content, &block)?;
    notes::write(&mut book, project, design, &content, &block, &lines);
    let called = match design.title.is_empty() {
        true => Message::new("sheet-untitled"),
        false => Message::new("csv-kind").with("kind", design.title.as_str()),
    };
    finished(book, project, &called, &design.by.alias, options.lang)
}

/// The pages with the plan: on one sheet, or an overview and tiles.
fn plans(book: &mut Book, content: &Content, block: &Block) -> Result<(), SheetFault> {
    let options = block.options;
    let mm = options.scale.mm_a_metre();
    let size = (content.bounds.width() * mm, content.bounds.height() * mm);
    let fits = |lying: bool| {
        let room = plan::room_beside_block(options.paper, lying);
        size.0 <= room.0 && size.1 <= room.1
    };
    match [true, false].into_iter().find(|lying| fits(*lying)) {
        Some(lying) => plan::one_sheet(book, content, block, lying),
        None => {
            let tiles = tiling(size, |lying| plan::room_of_tile(options.paper, lying));
            let sheets = plan::worth_printing(content, &tiles, mm);
            if sheets.len() > MOST_TILES {
                return Err(SheetFault::TooManySheets {
                    needed: sheets.len(),
                    most: MOST_TILES,
                });
            }
            plan::overview(book, content, block, &tiles, &sheets);
            for sheet in &sheets {
                plan::tile(book, content, block, &tiles, &sheets, sheet);
            }
        }
    }
    Ok(())
}

/// Paper to work on: the estate at a scale with marks in the corners and the project's address as a code, and
/// what may be placed at the same scale, to cut out.
pub fn kit(
    project: &Project,
    options: SheetOptions,
    address: &str,
    font: &[u8],
    under: Option<LaidPicture>,
) -> Result<Printed, SheetFault> {
    let mut book = Book::new(font)?;
    let nothing = Design::new(&project.file.id, "");
    let content = Content::new(project, &nothing, options.lang, under);
    let block = Block::to_work_on(project, options, address);
    book.lay_under(content.under.as_ref());
    plans(&mut book, &content, &block)?;
    pieces::write(&mut book, project, &block);
    finished(book, project, &Message::new("sheet-kit"), "", options.lang)
}

/// The file of a plan.
fn finished(
    book: Book,
    project: &Project,
    called: &Message,
    author: &str,
    lang: Lang,
) -> Result<Printed, SheetFault> {
    let about = About {
        title: format!(
            "{} – {}",
            in_language(&project.file.title, lang),
            say(lang, called)
        ),
        author: author.to_owned(),
        language: lang.tag(),
    };
    printed(book, &about)
}

/// The file, and which letters its font lacks.
fn printed(book: Book, about: &About) -> Result<Printed, SheetFault> {
    let mut problems = Vec::new();
    if !book.letters.missing.is_empty() {
        let mut letters: String = book.letters.missing.iter().take(MOST_NAMED).collect();
        if book.letters.missing.len() > MOST_NAMED {
            letters.push('…');
        }
        problems.push(Problem::of_file(
            Message::new("sheet-letters-missing").with("letters", letters),
        ));
    }
    let pages = book.pages();
    Ok(Printed {
        bytes: book.finish(about)?,
        pages,
        problems,
    })
}
