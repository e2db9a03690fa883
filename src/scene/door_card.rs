//! The card of one's own door as a picture that can be sent: the plan about the door, and below it
//! what is before and after in words.

use std::fmt::Write as _;

use super::svg_text::escaped;
use super::{FONTS, Ink, Theme};

/// What the card says, in the language of whoever sends it.
pub struct CardText {
    /// Whose card it is.
    pub title: String,
    /// The title of the design, or nothing.
    pub design: String,
    /// What stands over the two columns.
    pub columns: (String, String),
    /// What it is about, how it is, how it would be, and the sign and word of what becomes of it.
    pub rows: Vec<CardLine>,
    /// What is estimated.
    pub note: String,
}

/// One line of the card.
pub struct CardLine {
    /// What it is about.
    pub label: String,
    /// How it is.
    pub before: String,
    /// How it would be.
    pub after: String,
    /// The sign and word of what becomes of it.
    pub becomes: String,
    /// The ink of that word.
    pub ink: Ink,
}

/// The width of the card in pixels.
pub const CARD_PX: f64 = 720.0;
/// The height of its picture in pixels.
pub const CARD_PICTURE_PX: f64 = 420.0;
const HEAD: f64 = 84.0;
const ROW: f64 = 56.0;
const MARGIN: f64 = 28.0;
/// So many letters' sizes is a line of the notes long.
const NOTE_EMS: f64 = 46.0;

/// Where the lines of the notes begin, and the height of the whole, in pixels.
fn ends(text: &CardText) -> (f64, f64) {
    let notes_at = HEAD + CARD_PICTURE_PX + 44.0 + ROW * text.rows.len() as f64 + 24.0;
    let lines = wrapped(&text.note, NOTE_EMS).len() as f64;
    (notes_at, notes_at + 22.0 * lines + 12.0)
}

/// The height of the card in pixels.
pub fn card_height(text: &CardText) -> f64 {
    ends(text).1
}

/// The card as an SVG file; `picture` is one of [`CARD_PX`] by [`CARD_PICTURE_PX`].
pub fn door_card(text: &CardText, picture: &str, theme: Theme) -> String {
    let note_lines = wrapped(&text.note, NOTE_EMS);
    let rows_at = HEAD + CARD_PICTURE_PX + 44.0;
    let (notes_at, height) = ends(text);
    let colour = |ink: Ink| theme.colour(ink).hex();
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{CARD_PX}\" height=\"{height}\" viewBox=\"0 0 {CARD_PX} {height}\" font-family=\"{FONTS}\">\n<rect width=\"{CARD_PX}\" height=\"{height}\" fill=\"{}\"/>\n",
        colour(Ink::Raised)
    );
    let mut write = |x: f64, y: f64, size: f64, weight: u32, ink: Ink, words: &str| {
        let _ = writeln!(
            out,
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{}\">{}</text>",
            colour(ink),
            escaped(words)
        );
    };
    write(MARGIN, 42.0, 28.0, 700, Ink::Ink, &text.title);
    write(MARGIN, 68.0, 17.0, 400, Ink::InkSoft, &text.design);
    write(
        MARGIN + 250.0,
        rows_at - 12.0,
        16.0,
        400,
        Ink::InkSoft,
        &text.columns.0,
    );
    write(
        MARGIN + 450.0,
        rows_at - 12.0,
        16.0,
        400,
        Ink::InkSoft,
        &text.columns.1,
    );
    for (at, row) in text.rows.iter().enumerate() {
        let top = rows_at + ROW * at as f64;
        for (line, words) in wrapped(&row.label, 12.5).iter().take(2).enumerate() {
            write(
                MARGIN,
                top + 24.0 + 22.0 * line as f64,
                18.0,
                400,
                Ink::Ink,
                words,
            );
        }
        for (line, words) in wrapped(&row.before, 10.5).iter().take(2).enumerate() {
            write(
                MARGIN + 250.0,
                top + 24.0 + 22.0 * line as f64,
                17.0,
                400,
                Ink::InkSoft,
                words,
            );
        }
        for (line, words) in wrapped(&row.after, 8.6).iter().take(2).enumerate() {
            write(
                MARGIN + 450.0,
                top + 24.0 + 22.0 * line as f64,
                17.0,
                700,
                Ink::Ink,
                words,
            );
        }
        write(MARGIN + 600.0, top + 24.0, 17.0, 700, row.ink, &row.becomes);
    }
    for (at, words) in note_lines.iter().enumerate() {
        write(
            MARGIN,
            notes_at + 22.0 * at as f64,
            14.0,
            400,
            Ink::InkSoft,
            words,
        );
    }
    for at in 0..=text.rows.len() {
        let y = rows_at + ROW * at as f64 - 2.0;
        let _ = writeln!(
            out,
            "<path d=\"M{MARGIN} {y}H{}\" stroke=\"{}\"/>",
            CARD_PX - MARGIN,
            colour(Ink::Hairline)
        );
    }
    // The picture is a file of its own; within another it needs only its place.
    let placed = picture.replacen("<svg ", &format!("<svg x=\"0\" y=\"{HEAD}\" "), 1);
    out.push_str(&placed);
    out.push_str("</svg>\n");
    out
}

/// Words in lines of at most so many times the size of their letters.
fn wrapped(words: &str, widest: f64) -> Vec<String> {
    super::wrapped(words, widest, super::Label::width_in_ems)
}
