//! A picture that is to lie underneath, made as small as the set-up in the browser makes it: phones fetch it too.

use std::io::Cursor;

use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::webp::WebPDecoder;
use image::metadata::Orientation;
use image::{DynamicImage, ExtendedColorType, ImageDecoder, RgbImage};

use crate::formats::project_picture::{PictureHead, PictureKind, head};
use crate::text::Message;

use super::shrunk::Shrunk;

/// More pixels across or down than this are made fewer: a sheet A1 at 120 dots an inch.
const MOST_SIDE: u32 = 4_096;
/// How well it is kept, of 100.
const QUALITY: u8 = 88;
/// The memory that making it smaller may take, in bytes: 256 MB with the program itself.
const ROOM: u64 = 240 * 1024 * 1024;

/// A picture that is small enough.
pub struct Small {
    /// Its file.
    pub bytes: Vec<u8>,
    /// Its pixels across and down, as it is seen, before and now, where it was made smaller.
    pub made: Option<[[u32; 2]; 2]>,
}

/// Makes a picture small enough; one that is so already is kept as it is.
///
/// # Errors
/// The sentence: it cannot be read, or not with the memory that there is.
pub fn of(bytes: Vec<u8>) -> Result<Small, Message> {
    let head = head(&bytes)?;
    let longer = head.pixels[0].max(head.pixels[1]);
    if longer <= MOST_SIDE {
        return Ok(Small { bytes, made: None });
    }
    let was = head.pixels_seen(&bytes);
    let smaller = |side: u32| {
        (f64::from(side) * f64::from(MOST_SIDE) / f64::from(longer))
            .round()
            .max(1.0)
    };
    let to = head.pixels.map(|side| smaller(side) as u32);
    let most = needed(&head, &bytes) + u64::from(to[0]) * u64::from(to[1]) * 3 + bytes.len() as u64;
    if most > ROOM {
        let millions = u64::from(head.pixels[0]) * u64::from(head.pixels[1]) / 1_000_000;
        return Err(Message::new("picture-too-large-to-shrink").with("millions", millions as usize));
    }
    let shrunk = Shrunk::new(head.pixels, to);
    let (kept, orientation) = match head.kind {
        PictureKind::Png => lines_of_png(&bytes, shrunk)?,
        PictureKind::Jpeg => whole(JpegDecoder::new(Cursor::new(bytes)), shrunk)?,
        // Of a WebP nobody here asks how it was held.
        PictureKind::Webp => {
            let (kept, _) = whole(WebPDecoder::new(Cursor::new(bytes)), shrunk)?;
            (kept, Orientation::NoTransforms)
        }
    };
    let picture = RgbImage::from_raw(to[0], to[1], kept).ok_or_else(unreadable)?;
    let mut picture = DynamicImage::ImageRgb8(picture);
    // What is written says nothing of how it was held, so it is turned.
    picture.apply_orientation(orientation);
    let now = [picture.width(), picture.height()];
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, QUALITY)
        .encode(picture.as_bytes(), now[0], now[1], ExtendedColorType::Rgb8)
        .map_err(|_| unreadable())?;
    Ok(Small {
        bytes,
        made: Some([was, now]),
    })
}

fn unreadable() -> Message {
    Message::new("picture-unreadable")
}

/// The memory that decoding takes, in bytes. A PNG goes by line by line, unless its lines are not in order.
fn needed(head: &PictureHead, bytes: &[u8]) -> u64 {
    let pixels = u64::from(head.pixels[0]) * u64::from(head.pixels[1]);
    match head.kind {
        PictureKind::Png if bytes.get(28) == Some(&0) => 0,
        PictureKind::Png => pixels * 4,
        PictureKind::Jpeg => pixels * Frame::of(bytes).map_or(9, |frame| frame.bytes_a_pixel()),
        // What loses nothing, and what is clear in parts, is held twice.
        PictureKind::Webp if bytes.get(12..16) == Some(b"VP8 ") => pixels * 5,
        PictureKind::Webp => pixels * 8,
    }
}

/// What the head of a JPEG's frame says.
struct Frame {
    colours: u8,
    /// It comes in several passes, so that all of it is held until the last.
    in_passes: bool,
}

impl Frame {
    fn of(jpeg: &[u8]) -> Option<Self> {
        let mut rest = jpeg.get(2..)?;
        loop {
            let [0xff, marker, high, low, ..] = *rest else {
                return None;
            };
            // DHT, JPG and DAC have numbers among those of frames.
            if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
                let colours = *rest.get(9)?;
                return Some(Self {
                    colours,
                    in_passes: !matches!(marker, 0xc0 | 0xc1),
                });
            }
            rest = rest.get(2 + usize::from(u16::from_be_bytes([high, low]))..)?;
        }
    }
    /// What is decoded, and of several passes two bytes more for each colour.
    fn bytes_a_pixel(&self) -> u64 {
        let decoded = if self.colours == 1 { 1 } else { 3 };
        decoded
            + if self.in_passes {
                2 * u64::from(self.colours)
            } else {
                0
            }
    }
}

/// What is kept of a picture that has to be decoded as a whole, and how it was held.
fn whole<D: ImageDecoder>(
    decoder: image::ImageResult<D>,
    mut shrunk: Shrunk,
) -> Result<(Vec<u8>, Orientation), Message> {
    let mut decoder = decoder.map_err(|_| unreadable())?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let samples = usize::from(decoder.color_type().channel_count());
    let line = decoder.dimensions().0 as usize * samples;
    let size = usize::try_from(decoder.total_bytes()).map_err(|_| unreadable())?;
    if decoder.color_type().bytes_per_pixel() as usize != samples {
        return Err(unreadable());
    }
    let mut pixels = vec![0; size];
    decoder.read_image(&mut pixels).map_err(|_| unreadable())?;
    pixels
        .chunks(line.max(1))
        .for_each(|line| shrunk.line(on_white(line, samples)));
    drop(pixels);
    Ok((shrunk.done(), orientation))
}

/// What is kept of a PNG, whose lines are decoded one by one where they are in order.
fn lines_of_png(bytes: &[u8], mut shrunk: Shrunk) -> Result<(Vec<u8>, Orientation), Message> {
    let mut decoder = png::Decoder::new(Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(|_| unreadable())?;
    let samples = reader.output_color_type().0.samples();
    if reader.info().interlaced {
        let size = reader.output_buffer_size().ok_or_else(unreadable)?;
        let mut pixels = vec![0; size];
        let frame = reader.next_frame(&mut pixels).map_err(|_| unreadable())?;
        pixels
            .chunks(frame.line_size)
            .for_each(|line| shrunk.line(on_white(line, samples)));
    } else {
        while let Some(row) = reader.next_row().map_err(|_| unreadable())? {
            shrunk.line(on_white(row.data(), samples));
        }
    }
    Ok((shrunk.done(), Orientation::NoTransforms))
}

/// The pixels of a line as red, green and blue; what is clear is paper.
fn on_white(line: &[u8], samples: usize) -> impl Iterator<Item = [u8; 3]> {
    line.chunks_exact(samples.max(1)).map(move |pixel| match *pixel {
        [red, green, blue] => [red, green, blue],
        [red, green, blue, there] => [red, green, blue].map(|colour| over_paper(colour, there)),
        [grey, there] => [over_paper(grey, there); 3],
        [grey, ..] => [grey; 3],
        [] => [255; 3],
    })
}

fn over_paper(colour: u8, there: u8) -> u8 {
    let (colour, there) = (u32::from(colour), u32::from(there));
    ((colour * there + 255 * (255 - there) + 127) / 255) as u8
}
