//! The file: its pages, and what they share. Lengths are millimetres of the paper, from its lower left corner.

use std::collections::{BTreeMap, BTreeSet};

use pdf_writer::types::{PaintType, TilingType};
use pdf_writer::{Filter, Finish, Name, Pdf, Rect, Ref, TextStr};

use crate::geometry::Bounds;

use super::super::orientation::Orientation;
use super::super::project_picture::{LaidPicture, PdfPicture};
use super::letters::Letters;
use super::{SheetFault, nib::Matrix};

/// The name of the picture underneath.
pub(super) const PICTURE: &str = "U";
/// Points of the file a millimetre.
pub(super) const POINTS_A_MM: f64 = 72.0 / 25.4;

/// Bytes packed as the file wants them.
pub(super) fn deflated(bytes: &[u8]) -> Vec<u8> {
    miniz_oxide::deflate::compress_to_vec_zlib(bytes, 7)
}

/// A page, done.
struct Leaf {
    size: (f64, f64),
    content: Vec<u8>,
}

/// A pattern, done: one tile of it.
struct Pattern {
    number: usize,
    content: Vec<u8>,
    side: f64,
    matrix: Matrix,
}

/// A drawing that is used often, done.
struct Form {
    number: usize,
    content: Vec<u8>,
    bounds: Bounds,
}

/// What the file says of itself.
pub(super) struct About {
    pub title: String,
    pub author: String,
    pub language: &'static str,
}

/// A file in the making.
pub(super) struct Book<'f> {
    pub letters: Letters<'f>,
    leaves: Vec<Leaf>,
    alphas: BTreeSet<(u8, u8)>,
    patterns: BTreeMap<String, Pattern>,
    forms: BTreeMap<String, Form>,
    picture: Option<PdfPicture>,
}

impl<'f> Book<'f> {
    /// Without pages, with the letters of a font.
    pub fn new(font: &'f [u8]) -> Result<Self, SheetFault> {
        Ok(Self {
            letters: Letters::new(font)?,
            leaves: Vec::new(),
            alphas: BTreeSet::new(),
            patterns: BTreeMap::new(),
            forms: BTreeMap::new(),
            picture: None,
        })
    }
    /// Takes the picture that pages have underneath; it is in the file once, however many they are.
    pub fn lay_under(&mut self, picture: Option<&LaidPicture>) {
        self.picture = picture.and_then(LaidPicture::for_pdf);
    }
    /// How its pixels lie in what is to be seen; none where there is no picture.
    pub fn picture_lies(&self) -> Option<Orientation> {
        self.picture.as_ref().map(|picture| picture.orientation)
    }
    /// How many pages there are.
    pub fn pages(&self) -> usize {
        self.leaves.len()
    }
    /// Adds a page of a width and height.
    pub fn page(&mut self, size: (f64, f64), content: Vec<u8>) {
        self.leaves.push(Leaf { size, content });
    }
    /// The name of how thickly fills and lines are laid on, in hundredths.
    pub fn alpha(&mut self, fill: u8, line: u8) -> String {
        self.alphas.insert((fill, line));
        alpha_name(fill, line)
    }
    /// The name of a pattern, by all that it looks like; what it is made of is asked once.
    pub fn pattern(
        &mut self,
        key: String,
        side: f64,
        matrix: Matrix,
        draw: impl FnOnce() -> Vec<u8>,
    ) -> String {
        let number = self.patterns.len();
        let pattern = self.patterns.entry(key).or_insert_with(|| Pattern {
            number,
            content: draw(),
            side,
            matrix,
        });
        format!("P{}", pattern.number)
    }
    /// The name of a drawing, where it was drawn already.
    pub fn form(&self, key: &str) -> Option<String> {
        self.forms.get(key).map(|form| format!("X{}", form.number))
    }
    /// Keeps a drawing, and gives its name.
    pub fn keep_form(&mut self, key: String, content: Vec<u8>, bounds: Bounds) -> String {
        let number = self.forms.len();
        self.forms.insert(
            key,
            Form {
                number,
                content,
                bounds,
            },
        );
        format!("X{number}")
    }
    /// The file's bytes.
    pub fn finish(self, about: &About) -> Result<Vec<u8>, SheetFault> {
        let mut numbers = 1..;
        let mut next = || Ref::new(numbers.next().unwrap_or(i32::MAX));
        let mut pdf = Pdf::new();
        let (catalogue, tree, info, resources) = (next(), next(), next(), next());
        let font = [next(), next(), next(), next(), next()];
        let patterns: Vec<(&Pattern, Ref)> = self.patterns.values().map(|p| (p, next())).collect();
        let forms: Vec<(&Form, Ref)> = self.forms.values().map(|f| (f, next())).collect();
        let leaves: Vec<(&Leaf, Ref, Ref)> = self.leaves.iter().map(|l| (l, next(), next())).collect();

        let mut root = pdf.catalog(catalogue);
        root.pages(tree).lang(TextStr(about.language));
        // At 'fit to page' the scale would be gone, so the file asks for none.
        root.viewer_preferences()
            .display_doc_title(true)
            .pair(Name(b"PrintScaling"), Name(b"None"));
        root.finish();
        pdf.document_info(info)
            .title(TextStr(&about.title))
            .author(TextStr(&about.author))
            .creator(TextStr("Mulin"));
        pdf.pages(tree)
            .kids(leaves.iter().map(|(_, page, _)| *page))
            .count(leaves.len() as i32);
        for (leaf, page, content) in &leaves {
            let (width, height) = (leaf.size.0 * POINTS_A_MM, leaf.size.1 * POINTS_A_MM);
            let mut written = pdf.page(*page);
            written
                .parent(tree)
                .media_box(Rect::new(0.0, 0.0, width as f32, height as f32))
                .contents(*content);
            written.pair(Name(b"Resources"), resources);
            written.finish();
            pdf.stream(*content, &deflated(&leaf.content))
                .filter(Filter::FlateDecode);
        }
        self.letters.write(&mut pdf, font)?;
        for (pattern, id) in &patterns {
            let packed = deflated(&pattern.content);
            let mut written = pdf.tiling_pattern(*id, &packed);
            let side = pattern.side as f32;
            written
                .paint_type(PaintType::Colored)
                .tiling_type(TilingType::ConstantSpacing)
                // Lines run a little over the tile's edge, so that they join.
                .bbox(Rect::new(-0.12 * side, -0.12 * side, 1.12 * side, 1.12 * side))
                .x_step(side)
                .y_step(side)
                .matrix(pattern.matrix.map(|n| n as f32));
            written.filter(Filter::FlateDecode);
            written.pair(Name(b"Resources"), resources);
        }
        for (form, id) in &forms {
            let packed = deflated(&form.content);
            let mut written = pdf.form_xobject(*id, &packed);
            let (min, max) = (form.bounds.min, form.bounds.max);
            written.bbox(Rect::new(min.x as f32, min.y as f32, max.x as f32, max.y as f32));
            written.filter(Filter::FlateDecode);
            written.pair(Name(b"Resources"), resources);
        }
        let picture = self.picture.as_ref().map(|picture| (picture, next()));
        if let Some((picture, id)) = &picture {
            image(&mut pdf, *id, picture);
        }
        let mut shared = pdf.indirect(resources).dict();
        shared.insert(Name(b"Font")).dict().pair(Name(b"F"), font[0]);
        let mut named = shared.insert(Name(b"Pattern")).dict();
        for (pattern, id) in &patterns {
            named.pair(Name(format!("P{}", pattern.number).as_bytes()), *id);
        }
        named.finish();
        let mut named = shared.insert(Name(b"XObject")).dict();
        for (form, id) in &forms {
            named.pair(Name(format!("X{}", form.number).as_bytes()), *id);
        }
        if let Some((_, id)) = &picture {
            named.pair(Name(PICTURE.as_bytes()), *id);
        }
        named.finish();
        let mut named = shared.insert(Name(b"ExtGState")).dict();
        for (fill, line) in &self.alphas {
            let mut state = named.insert(Name(alpha_name(*fill, *line).as_bytes())).dict();
            state.pair(Name(b"ca"), f32::from(*fill) / 100.0);
            state.pair(Name(b"CA"), f32::from(*line) / 100.0);
        }
        named.finish();
        shared.finish();
        Ok(pdf.finish())
    }
}

/// A picture as it is kept: JPEG as it came, pixels packed.
fn image(pdf: &mut Pdf, id: Ref, picture: &PdfPicture) {
    let packed = (!picture.is_jpeg).then(|| deflated(&picture.bytes));
    let mut written = pdf.image_xobject(id, packed.as_ref().unwrap_or(&picture.bytes));
    let [width, height] = picture.pixels.map(|side| i32::try_from(side).unwrap_or(i32::MAX));
    written.width(width).height(height).bits_per_component(8);
    match picture.is_grey {
        true => written.color_space().device_gray(),
        false => written.color_space().device_rgb(),
    }
    written.filter(if picture.is_jpeg {
        Filter::DctDecode
    } else {
        Filter::FlateDecode
    });
}

fn alpha_name(fill: u8, line: u8) -> String {
    format!("A{fill}-{line}")
}
