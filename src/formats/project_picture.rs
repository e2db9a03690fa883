//! The file of the picture underneath: what its head says, before anything of it is decoded, and how it goes out with a
//! plan.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use imagesize::ImageType;
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use crate::geometry::View;
use crate::project::{Project, Underlay};
use crate::text::Message;

use super::MAX_BYTES;
use super::orientation::{Orientation, without_exif};

/// More pixels than this are not decoded: they would take the memory of the whole page.
const MOST_PIXELS: usize = 120_000_000;

/// A picture of more pixels than this does not go out with a plan: whoever paints it holds four bytes a pixel, twice.
const MOST_DECODED: u64 = 17_000_000;

/// The formats of pictures that lie underneath.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureKind {
    /// JPEG, which is what the set-up keeps.
    Jpeg,
    /// PNG.
    Png,
    /// WebP.
    Webp,
}

/// What the head of a picture says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PictureHead {
    /// Its format, by its first bytes and not by its name.
    pub kind: PictureKind,
    /// Its pixels across and down; neither is 0, and there are at most 120 million.
    pub pixels: [u32; 2],
}

/// Reads the head of a picture.
///
/// # Errors
/// The sentence: it is no JPEG, PNG or WebP, or one of more pixels than can be decoded.
pub fn head(bytes: &[u8]) -> Result<PictureHead, Message> {
    let unreadable = || Message::new("picture-unreadable");
    let kind = match imagesize::image_type(bytes).map_err(|_| unreadable())? {
        ImageType::Jpeg => PictureKind::Jpeg,
        ImageType::Png => PictureKind::Png,
        ImageType::Webp => PictureKind::Webp,
        _ => return Err(unreadable()),
    };
    let size = imagesize::blob_size(bytes).map_err(|_| unreadable())?;
    let count = size.width.saturating_mul(size.height);
    if count > MOST_PIXELS {
        let said = Message::new("picture-too-large").with("millions", count / 1_000_000);
        return Err(said.with("most", MOST_PIXELS / 1_000_000));
    }
    let side = |pixels: usize| u32::try_from(pixels).ok().filter(|side| *side > 0);
    match (side(size.width), side(size.height)) {
        (Some(width), Some(height)) => Ok(PictureHead {
            kind,
            pixels: [width, height],
        }),
        _ => Err(unreadable()),
    }
}

impl PictureHead {
    /// Its pixels across and down as it is seen: a JPEG may say that it was held aside.
    pub fn pixels_seen(&self, bytes: &[u8]) -> [u32; 2] {
        let [width, height] = self.pixels;
        match self.kind == PictureKind::Jpeg && Orientation::of_jpeg(bytes).is_aside() {
            true => [height, width],
            false => [width, height],
        }
    }
}

/// The picture underneath as it goes out with a plan.
#[derive(Clone, Debug)]
pub struct LaidPicture {
    /// Where it lies.
    pub of: Underlay,
    head: PictureHead,
    orientation: Orientation,
    bytes: Vec<u8>,
}

/// A picture as a PDF holds it.
pub(super) struct PdfPicture {
    pub pixels: [u32; 2],
    /// How its pixels lie in what is to be seen.
    pub orientation: Orientation,
    pub bytes: Vec<u8>,
    /// Whether the bytes are a JPEG; else three bytes a pixel.
    pub is_jpeg: bool,
    pub is_grey: bool,
}

impl LaidPicture {
    /// The picture of a project of its file's bytes; none where the project has none.
    ///
    /// # Errors
    /// The sentence why the plan goes out without it.
    pub fn of(project: &Project, bytes: Vec<u8>) -> Result<Option<Self>, Message> {
        let Some(of) = project.underlay() else {
            return Ok(None);
        };
        let head = head(&bytes)?;
        let count = u64::from(head.pixels[0]) * u64::from(head.pixels[1]);
        if bytes.len() > MAX_BYTES || count > MOST_DECODED {
            let said = Message::new("export-picture-large").with("millions", (count / 1_000_000) as usize);
            return Err(said.with("most", (MOST_DECODED / 1_000_000) as usize));
        }
        let orientation = match head.kind {
            PictureKind::Jpeg => Orientation::of_jpeg(&bytes),
            PictureKind::Png | PictureKind::Webp => Orientation::UPRIGHT,
        };
        // It is turned where it is laid; a browser that is shown the plan would turn it once more.
        let bytes = match orientation {
            Orientation::UPRIGHT => bytes,
            _ => without_exif(&bytes),
        };
        Ok(Some(Self {
            of,
            head,
            orientation,
            bytes,
        }))
    }

    /// It as SVG, seen through a view: what is shown of it, as faint as the project has it.
    pub fn svg(&self, view: &View) -> String {
        let place = |across: f64, down: f64| view.screen_from_world(self.of.place_of(across, down));
        let (zero, right, below) = (place(0.0, 0.0), place(1.0, 0.0), place(0.0, 1.0));
        let [width, height] = self.of.pixels.map(f64::from);
        let [left, top, to_right, to_bottom] = self.of.crop;
        let n = |number: f64| format!("{number:.6}");
        let matrix = [
            right.x - zero.x,
            right.y - zero.y,
            below.x - zero.x,
            below.y - zero.y,
            zero.x,
            zero.y,
        ];
        format!(
            "<clipPath id=\"underlay\"><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/></clipPath>\n\
             <g transform=\"matrix({})\" opacity=\"{}\"><g clip-path=\"url(#underlay)\">\
             <image {} preserveAspectRatio=\"none\" href=\"{}\"/></g></g>\n",
            n(left * width),
            n(top * height),
            n((to_right - left) * width),
            n((to_bottom - top) * height),
            matrix.map(n).join(" "),
            n(self.of.strength),
            self.turned([width, height]),
            self.address(),
        )
    }
    /// The size of its own pixels and how they lie in what is seen, which is so wide and high.
    fn turned(&self, [width, height]: [f64; 2]) -> String {
        if self.orientation == Orientation::UPRIGHT {
            return format!("width=\"{width}\" height=\"{height}\"");
        }
        let [own_width, own_height] = match self.orientation.is_aside() {
            true => [height, width],
            false => [width, height],
        };
        let seen = |place| {
            let [across, down] = self.orientation.seen(place);
            [across * width, down * height]
        };
        let (zero, right, below) = (seen([0.0, 0.0]), seen([1.0, 0.0]), seen([0.0, 1.0]));
        let matrix = [
            (right[0] - zero[0]) / own_width,
            (right[1] - zero[1]) / own_width,
            (below[0] - zero[0]) / own_height,
            (below[1] - zero[1]) / own_height,
            zero[0],
            zero[1],
        ];
        let matrix = matrix.map(|number| number.to_string()).join(" ");
        format!("width=\"{own_width}\" height=\"{own_height}\" transform=\"matrix({matrix})\"")
    }
    fn address(&self) -> String {
        let kind = match self.head.kind {
            PictureKind::Jpeg => "jpeg",
            PictureKind::Png => "png",
            PictureKind::Webp => "webp",
        };
        format!("data:image/{kind};base64,{}", STANDARD.encode(&self.bytes))
    }

    /// It as a PDF holds it: a JPEG of grey or of three colours as it is, everything else as plain pixels on white.
    pub(super) fn for_pdf(&self) -> Option<PdfPicture> {
        let pixels = self.head.pixels;
        if self.head.kind == PictureKind::Jpeg
            && let Some(colours @ (1 | 3)) = colours_of(&self.bytes)
        {
            return Some(PdfPicture {
                pixels,
                orientation: self.orientation,
                bytes: self.bytes.clone(),
                is_jpeg: true,
                is_grey: colours == 1,
            });
        }
        let [width, height] = pixels;
        let drawn = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\"><image width=\"{width}\" \
             height=\"{height}\" preserveAspectRatio=\"none\" href=\"{}\"/></svg>",
            self.address()
        );
        let tree = Tree::from_str(&drawn, &Options::default()).ok()?;
        let mut points = Pixmap::new(width, height)?;
        points.fill(Color::WHITE);
        resvg::render(&tree, Transform::identity(), &mut points.as_mut());
        let bytes = points
            .data()
            .chunks_exact(4)
            .flat_map(|one| one[..3].to_vec())
            .collect();
        Some(PdfPicture {
            pixels,
            orientation: self.orientation,
            bytes,
            is_jpeg: false,
            is_grey: false,
        })
    }
}

/// How many colours a JPEG has, by the head of its frame.
fn colours_of(jpeg: &[u8]) -> Option<u8> {
    let mut rest = jpeg.get(2..)?;
    loop {
        let [0xff, marker, high, low, ..] = *rest else {
            return None;
        };
        // The heads of frames; DHT, JPG and DAC have numbers among theirs.
        if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            return rest.get(9).copied();
        }
        let length = usize::from(u16::from_be_bytes([high, low]));
        rest = rest.get(2 + length..)?;
    }
}
