//! A document of words, tables and pictures: what it says, apart from the file that it becomes. As HTML it stands alone
//! ([`Document::html`]); as pages of paper it is [`super::sheet::document`].

mod html;

use crate::geometry::View;
use crate::scene::Scene;
use crate::text::Lang;

/// A document in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The language of its words.
    pub lang: Lang,
    /// What it is called.
    pub title: String,
    /// Paragraphs below the title.
    pub lead: Vec<String>,
    /// Its parts, in their order.
    pub sections: Vec<Section>,
}

/// A heading and what is under it.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// A name for links, of letters, digits and hyphens.
    pub id: &'static str,
    /// The heading.
    pub title: String,
    /// What is under it.
    pub pieces: Vec<Piece>,
}

/// A piece of a section.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// A paragraph.
    Paragraph(String),
    /// Sentences, each for itself.
    List(Vec<String>),
    /// A table.
    Table(Table),
    /// A picture.
    Figure(Box<Figure>),
}

/// Rows of cells; the first cell of a row names it, the others are figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What it is about; may be empty.
    pub caption: String,
    /// What stands above each column.
    pub heads: Vec<String>,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
}

/// A picture with its caption.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What is drawn.
    pub scene: Scene,
    /// How it is looked at, and how many pixels it is wide and high.
    pub view: View,
    /// What it shows, in words, for who does not see it too.
    pub caption: String,
}

impl Piece {
    /// A table without a caption.
    pub fn table(heads: Vec<String>, rows: Vec<Vec<String>>) -> Self {
        Self::Table(Table {
            caption: String::new(),
            heads,
            rows,
        })
    }
}
