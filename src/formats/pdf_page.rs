//! The first page of a PDF as a picture that can lie underneath.
//!
//! What drawing a page costs cannot be told from its file: a dashed line across the universe, or a stream that unpacks to
//! gigabytes, is a few bytes of it. So whoever calls this gives it a program of its own that has [`MOST_MEMORY`] and no
//! more, and takes its end for an answer: a worker in the browser, a process of `mulin` natively.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use hayro::hayro_interpret::font::{FontData, FontQuery};
use hayro::hayro_interpret::{InterpreterSettings, InterpreterWarning, TransformExt as _};
use hayro::hayro_syntax::page::Page;
use hayro::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro::kurbo::Affine;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::vello_cpu::{Pixmap, PixmapMut, RasterizerSettings, RenderContext, Resources, TargetInit};
use hayro::{RenderCache, RenderSettings, render_into};

use super::{MAX_BYTES, Meter, ReadFault};
use crate::text::Message;

/// The most memory that a program may have which draws a page, in bytes.
pub const MOST_MEMORY: u64 = 256 * 1024 * 1024;
/// The longer side of the picture, in pixels: an A3 at 240 dots an inch, and never more than 16 million pixels.
const SIDE: f64 = 4_000.0;
/// A page's sides in points of 1/72 inch: longer than a millimetre, shorter than a furlong.
const SIDES: std::ops::Range<f64> = 3.0..600_000.0;
/// What the painter remembers of a crowded plan is for as many rows as it paints at once: some 50 MB for so many bytes of
/// what is to be drawn, on the whole page.
const AT_ONCE: usize = 2 * 1024 * 1024;
/// A page is painted in no more bands than this: each has all of its pictures unpacked anew.
const MOST_BANDS: usize = 12;
/// The header stands within so many first bytes and the end within so many last ones, as other readers have it.
const ABOUT: usize = 1_024;
/// Plans of whole estates are often printed at 1:500: what a page would show then is said, and nothing is made of it.
const LIKELY_SCALE: f64 = 500.0;
const MM_PER_POINT: f64 = 25.4 / 72.0;

/// A page that was drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct PagePicture {
    /// The picture on white, a PNG.
    pub png: Vec<u8>,
    /// Its pixels across and down.
    pub pixels: [u32; 2],
    /// The page's width and height on paper as it is looked at, in mm.
    pub paper: [f64; 2],
    /// How many pages the PDF has.
    pub pages: usize,
    /// What of the page is not as the file has it.
    pub lacking: Vec<Message>,
}

impl PagePicture {
    /// What is to be said of it: which page it is, how large on paper and as a picture, and then what is lacking.
    pub fn said(&self) -> Vec<Message> {
        let drawn = Message::new("pdf-page-drawn")
            .with("pages", self.pages)
            .number("width", self.paper[0], 0)
            .number("height", self.paper[1], 0)
            .with("across", self.pixels[0].to_string())
            .with("down", self.pixels[1].to_string())
            .number("metres", self.paper[0] / 1_000.0 * LIKELY_SCALE, 0);
        std::iter::once(drawn)
            .chain(self.lacking.iter().cloned())
            .collect()
    }
}

/// What is said when the program that drew a page ended without an answer.
pub fn broke() -> Message {
    Message::new("pdf-page-broke").with("most", (MOST_MEMORY / 1_048_576) as usize)
}

/// Whether a file is a PDF, by its first bytes and not by its name.
pub fn is_pdf(bytes: &[u8]) -> bool {
    holds(&bytes[..bytes.len().min(ABOUT)], b"%PDF-")
}

fn holds(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|window| window == what)
}

/// Draws the first page of a PDF. Letters whose font is not in the file are drawn with `font` where they are Chinese,
/// Japanese or Korean and it has them, and with a standard font otherwise.
///
/// # Errors
/// The sentence why there is no picture.
pub fn first_page(bytes: Vec<u8>, font: Vec<u8>, meter: &mut Meter) -> Result<PagePicture, Message> {
    Opened::of(bytes)?.drawn(font, meter)
}

/// A PDF that has a first page of a size that can be drawn.
pub struct Opened {
    pdf: Pdf,
    /// In units of the page.
    size: [f64; 2],
    /// How many 1/72 inch a unit is.
    unit: f64,
    breaks_off: bool,
}

impl Opened {
    /// Opens a PDF and looks at its first page, and draws nothing yet. A file may ask for any memory here already: what
    /// says where its things are may be packed.
    ///
    /// # Errors
    /// The sentence why nothing of it can be drawn.
    pub fn of(bytes: Vec<u8>) -> Result<Self, Message> {
        if bytes.len() > MAX_BYTES {
            let (bytes, most) = (bytes.len(), MAX_BYTES);
            return Err(ReadFault::TooLarge { bytes, most }.message());
        }
        let breaks_off = !holds(&bytes[bytes.len().saturating_sub(ABOUT)..], b"%%EOF");
        let pdf = Pdf::new(bytes).map_err(|why| unread(&why))?;
        let page = first_of(&pdf)?;
        let (size, unit) = (size_of(page)?, user_unit(page));
        Ok(Self {
            pdf,
            size,
            unit,
            breaks_off,
        })
    }

    /// The page's width and height on paper as it is looked at, in mm.
    pub fn paper(&self) -> [f64; 2] {
        self.size.map(|side| side * self.unit * MM_PER_POINT)
    }

    /// How many pages the PDF has.
    pub fn pages(&self) -> usize {
        self.pdf.pages().len()
    }

    fn drawn(&self, font: Vec<u8>, meter: &mut Meter) -> Result<PagePicture, Message> {
        let scale = SIDE / self.size[0].max(self.size[1]);
        let pixels = self.size.map(|side| ((side * scale).round() as u16).max(1));
        let lacking = Arc::new(Mutex::new(Lacking::default()));
        let settings = settings(font, &lacking);
        let png = painted(first_of(&self.pdf)?, pixels, scale, &settings, meter)
            .into_png()
            .map_err(|_| Message::new("pdf-page-unreadable"))?;
        let lacking = lacking.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(PagePicture {
            png,
            pixels: pixels.map(u32::from),
            paper: self.paper(),
            pages: self.pages(),
            lacking: lacking.said(self.breaks_off),
        })
    }
}

fn first_of(pdf: &Pdf) -> Result<&Page<'_>, Message> {
    pdf.pages().first().ok_or(Message::new("pdf-page-none"))
}

fn unread(why: &LoadPdfError) -> Message {
    Message::new(match why {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => "pdf-page-password",
        LoadPdfError::Decryption(_) => "pdf-page-encrypted",
        LoadPdfError::Invalid => "pdf-page-unreadable",
    })
}

/// The page's width and height as it is looked at: what its crop box leaves, turned as it says.
fn size_of(page: &Page<'_>) -> Result<[f64; 2], Message> {
    let left = page.intersected_crop_box();
    let sides = [left.width(), left.height()];
    if sides.iter().any(|side| !SIDES.contains(side)) {
        return Err(Message::new("pdf-page-size"));
    }
    let (width, height) = page.render_dimensions();
    Ok([f64::from(width), f64::from(height)])
}

/// How many 1/72 inch the page's unit is: pages larger than 5 m have larger units.
fn user_unit(page: &Page<'_>) -> f64 {
    let unit = page.raw().get::<f32>(b"UserUnit").map(f64::from);
    unit.filter(|unit| (1.0..=75_000.0).contains(unit)).unwrap_or(1.0)
}

/// Paints the page a band after the other, on white.
fn painted(
    page: &Page<'_>,
    [width, height]: [u16; 2],
    scale: f64,
    settings: &InterpreterSettings,
    meter: &mut Meter,
) -> Pixmap {
    let mut picture = Pixmap::new(width, height);
    let upright = Affine::scale(scale) * page.initial_transform(true).to_kurbo();
    let row = usize::from(width) * 4;
    let cache = RenderCache::new();
    let crowded = page.page_stream().map_or(0, <[u8]>::len);
    let bands = (1 + crowded / AT_ONCE).min(MOST_BANDS);
    let most_rows = usize::from(height).div_ceil(bands);
    meter.part(95);
    for (at, band) in picture
        .data_as_u8_slice_mut()
        .chunks_mut(most_rows * row)
        .enumerate()
    {
        let rows = (band.len() / row) as u16;
        let above = (at * most_rows) as f64;
        let mut brush = RenderContext::new(width, rows);
        let to_band = Affine::translate((0.0, -above)) * upright;
        render_into(
            page,
            &cache,
            settings,
            &RenderSettings::default(),
            &mut brush,
            to_band,
        );
        brush.flush();
        let onto = PixmapMut::new(width, rows, band);
        let on_white = RasterizerSettings {
            target_init: TargetInit::Clear(WHITE),
            ..RasterizerSettings::default()
        };
        if let Some(onto) = onto {
            brush.render_with(onto, &mut Resources::default(), on_white);
        }
        meter.at(at + 1, bands);
    }
    picture.set_may_have_transparency(false);
    picture
}

/// What of a page could not be drawn as its file has it.
#[derive(Debug, Default)]
struct Lacking {
    /// The names of fonts that are not in the file.
    fonts: BTreeSet<String>,
    letters: bool,
    pictures: bool,
    marks: bool,
}

impl Lacking {
    fn note(&mut self, warning: InterpreterWarning) {
        match warning {
            InterpreterWarning::UnsupportedFont => self.letters = true,
            InterpreterWarning::ImageDecodeFailure => self.pictures = true,
            _ => self.marks = true,
        }
    }
    fn said(&self, breaks_off: bool) -> Vec<Message> {
        let fonts = (!self.fonts.is_empty()).then(|| {
            let named: Vec<&str> = self.fonts.iter().take(6).map(String::as_str).collect();
            Message::new("pdf-page-fonts").with("fonts", named.join(", "))
        });
        let said = |is: bool, key: &'static str| is.then(|| Message::new(key));
        [
            said(breaks_off, "pdf-page-breaks-off"),
            fonts,
            said(self.letters, "pdf-page-letters"),
            said(self.pictures, "pdf-page-pictures"),
            said(self.marks, "pdf-page-marks"),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// Draws with our letters where the file has none, and writes down what is lacking.
fn settings(font: Vec<u8>, lacking: &Arc<Mutex<Lacking>>) -> InterpreterSettings {
    let font: FontData = Arc::new(font);
    let (of_fonts, of_all) = (Arc::clone(lacking), Arc::clone(lacking));
    let note = |lacking: &Mutex<Lacking>, what: &dyn Fn(&mut Lacking)| {
        what(&mut lacking.lock().unwrap_or_else(PoisonError::into_inner));
    };
    InterpreterSettings {
        font_resolver: Arc::new(move |query| match query {
            // The fourteen that every reader has.
            FontQuery::Standard(standard) => Some(standard.get_font_data()),
            FontQuery::Fallback(wanted) => {
                let name = wanted.post_script_name.as_deref().unwrap_or("?");
                // A name in GBK, as some CAD programs write it, is no name here.
                let name: String = name
                    .chars()
                    .filter(|letter| !letter.is_control())
                    .take(40)
                    .collect();
                note(&of_fonts, &|lacking| {
                    lacking.fonts.insert(name.clone());
                });
                match wanted.character_collection {
                    Some(_) => Some((Arc::clone(&font), 0)),
                    None => Some(wanted.pick_standard_font().get_font_data()),
                }
            }
        }),
        warning_sink: Arc::new(move |warning| note(&of_all, &|lacking| lacking.note(warning))),
        ..InterpreterSettings::default()
    }
}
