//! The letters of a sheet: measured by the font, and carried within the file as a subset of it.

use std::collections::{BTreeMap, BTreeSet};

use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Finish, Name, Pdf, Rect, Ref, Str};
use subsetter::GlyphRemapper;
use ttf_parser::{Face, GlyphId, OutlineBuilder, RawFace, Tag};

use crate::geometry::WorldPt;
use crate::scene::{Path, Piece};

use super::SheetFault;
use super::book::deflated;

/// The name of the font within the file; the six letters say that it is a subset.
const NAME: Name = Name(b"MULINA+NotoSansCJKsc-Regular");
const SYSTEM: SystemInfo = SystemInfo {
    registry: Str(b"Adobe"),
    ordering: Str(b"Identity"),
    supplement: 0,
};

/// A font and which of its letters a sheet uses.
pub(super) struct Letters<'f> {
    data: &'f [u8],
    face: Face<'f>,
    numbers: GlyphRemapper,
    /// What is carried: by its number in the file, the number in the font and the letter.
    used: BTreeMap<u16, (GlyphId, char)>,
    /// What the font does not have.
    pub missing: BTreeSet<char>,
}

impl<'f> Letters<'f> {
    /// The letters of a font file with outlines of the kind `CFF`.
    pub fn new(data: &'f [u8]) -> Result<Self, SheetFault> {
        let face = Face::parse(data, 0).map_err(|why| SheetFault::Font(why.to_string()))?;
        if face.tables().cff.is_none() {
            return Err(SheetFault::Font("no CFF outlines".to_owned()));
        }
        Ok(Self {
            data,
            face,
            numbers: GlyphRemapper::new(),
            used: BTreeMap::new(),
            missing: BTreeSet::new(),
        })
    }
    /// The width of a text in units of its size.
    pub fn width(&self, text: &str) -> f64 {
        let wide = |letter: char| {
            let glyph = self.face.glyph_index(shown(letter)).unwrap_or(GlyphId(0));
            f64::from(self.face.glyph_hor_advance(glyph).unwrap_or(0)) / self.units()
        };
        text.chars().map(wide).sum()
    }
    /// A text as the file writes it: two bytes a letter.
    pub fn written(&mut self, text: &str) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(text.len() * 2);
        for letter in text.chars().map(shown) {
            let glyph = self.face.glyph_index(letter).unwrap_or_else(|| {
                self.missing.insert(letter);
                GlyphId(0)
            });
            let number = self.numbers.remap(glyph.0);
            if glyph.0 != 0 {
                self.used.entry(number).or_insert((glyph, letter));
            }
            bytes.extend(number.to_be_bytes());
        }
        bytes
    }
    /// The outline of a letter in units of its size, from its place on the base line; and how far the next is.
    pub fn outline(&self, letter: char) -> (Path, f64) {
        let glyph = self.face.glyph_index(shown(letter)).unwrap_or(GlyphId(0));
        let mut pen = OutlinePen {
            path: Path::default(),
            unit: self.units(),
            at: WorldPt::default(),
        };
        // Without an outline, as a space is, the path stays empty.
        let _ = self.face.outline_glyph(glyph, &mut pen);
        let wide = f64::from(self.face.glyph_hor_advance(glyph).unwrap_or(0));
        (pen.path, wide / self.units())
    }
    fn units(&self) -> f64 {
        f64::from(self.face.units_per_em())
    }
    /// Writes the font: five objects, of which the first is named by pages.
    pub fn write(&self, pdf: &mut Pdf, own: [Ref; 5]) -> Result<(), SheetFault> {
        let [font, cid, descriptor, file, to_unicode] = own;
        let subset = subsetter::subset(self.data, 0, &self.numbers)
            .map_err(|why| SheetFault::Font(why.to_string()))?;
        // Within the file stands the table of outlines alone.
        let cff = RawFace::parse(&subset, 0)
            .ok()
            .and_then(|face| face.table(Tag::from_bytes(b"CFF ")))
            .ok_or_else(|| SheetFault::Font("its subset has no outlines".to_owned()))?;
        pdf.type0_font(font)
            .base_font(NAME)
            .encoding_predefined(Name(b"Identity-H"))
            .descendant_font(cid)
            .to_unicode(to_unicode);
        let per_mille = |value: f64| (value * 1_000.0 / self.units()) as f32;
        let mut cid_font = pdf.cid_font(cid);
        cid_font
            .subtype(CidFontType::Type0)
            .base_font(NAME)
            .system_info(SYSTEM)
            .font_descriptor(descriptor)
            .default_width(1_000.0);
        let mut widths = cid_font.widths();
        for (number, (glyph, _)) in &self.used {
            let wide = f64::from(self.face.glyph_hor_advance(*glyph).unwrap_or(0));
            widths.consecutive(*number, [per_mille(wide)]);
        }
        widths.finish();
        cid_font.finish();
        let frame = self.face.global_bounding_box();
        let corner = |value: i16| per_mille(f64::from(value));
        pdf.font_descriptor(descriptor)
            .name(NAME)
            .flags(FontFlags::SYMBOLIC)
            .bbox(Rect::new(
                corner(frame.x_min),
                corner(frame.y_min),
                corner(frame.x_max),
                corner(frame.y_max),
            ))
            .italic_angle(0.0)
            .ascent(corner(self.face.ascender()))
            .descent(corner(self.face.descender()))
            .cap_height(733.0)
            .stem_v(78.0)
            .font_file3(file);
        let mut stream_of = |id: Ref, bytes: &[u8], subtype: Option<Name>| {
            let packed = deflated(bytes);
            let mut stream = pdf.stream(id, &packed);
            stream.filter(pdf_writer::Filter::FlateDecode);
            if let Some(subtype) = subtype {
                stream.pair(Name(b"Subtype"), subtype);
            }
        };
        stream_of(file, cff, Some(Name(b"CIDFontType0C")));
        let mut map = UnicodeCmap::new(Name(b"Mulin"), SYSTEM);
        for (number, (_, letter)) in &self.used {
            map.pair(*number, *letter);
        }
        stream_of(to_unicode, map.finish().as_slice(), None);
        Ok(())
    }
}

/// What is drawn for a letter: a space for what breaks or steers lines.
fn shown(letter: char) -> char {
    if letter.is_control()
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    {
        ' '
    } else {
        letter
    }
}

/// Takes an outline of the font.
struct OutlinePen {
    path: Path,
    unit: f64,
    at: WorldPt,
}

impl OutlinePen {
    fn point(&self, x: f32, y: f32) -> WorldPt {
        WorldPt::new(f64::from(x) / self.unit, f64::from(y) / self.unit)
    }
}

impl OutlineBuilder for OutlinePen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.at = self.point(x, y);
        self.path.pieces.push(Piece::Move(self.at));
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.at = self.point(x, y);
        self.path.pieces.push(Piece::Line(self.at));
    }
    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (middle, to) = (self.point(x1, y1), self.point(x, y));
        let pull = |from: WorldPt| from + (middle - from) * (2.0 / 3.0);
        self.path.pieces.push(Piece::Curve(pull(self.at), pull(to), to));
        self.at = to;
    }
    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.at = self.point(x, y);
        let piece = Piece::Curve(self.point(x1, y1), self.point(x2, y2), self.at);
        self.path.pieces.push(piece);
    }
    fn close(&mut self) {
        self.path.pieces.push(Piece::Close);
    }
}
