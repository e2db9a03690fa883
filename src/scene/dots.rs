//! Many small things as pixels. A canvas takes some ten microseconds for the path of a thing that is three pixels large on
//! the screen, most of them its own bookkeeping: two thousand designs took it half a second. Here they are laid over each
//! other as the canvas would, a thin wash each, and come as one picture.

use crate::geometry::{ScreenPt, ScreenVec, Turn, View, WorldPt, WorldVec};

use super::Rgb;

/// Half the width of the line around a thing, in CSS pixels.
const HALF_LINE: f64 = 0.4;
/// A thing of which both sides are at most so many device pixels is a dot.
const MOST_PX: f64 = 14.0;

/// A picture that washes are laid over each other on.
#[derive(Clone, Debug)]
pub struct Dots {
    view: View,
    ratio: f64,
    width: usize,
    height: usize,
    /// Red, green, blue and cover of each pixel, the colours times the cover, 0 to 1.
    pixels: Vec<[f32; 4]>,
}

/// A rectangle in device pixels.
#[derive(Clone, Copy)]
struct Rectangle {
    at: ScreenPt,
    /// Half of its width and depth.
    half: ScreenVec,
    cos: f64,
    sin: f64,
}

/// How much of a pixel lies between minus and plus a half width, of one whose middle is so far away.
fn within(from_middle: f64, half: f64) -> f64 {
    ((from_middle + 0.5).min(half) - (from_middle - 0.5).max(-half)).clamp(0.0, 1.0)
}

impl Rectangle {
    /// How much of the pixel about a point it covers.
    fn cover(&self, x: f64, y: f64) -> f64 {
        let (x, y) = (x - self.at.x, y - self.at.y);
        within(x * self.cos + y * self.sin, self.half.x) * within(y * self.cos - x * self.sin, self.half.y)
    }
    /// The same with sides further out by so much, or further in.
    fn grown(&self, by: f64) -> Self {
        let half = ScreenVec::new((self.half.x + by).max(0.0), (self.half.y + by).max(0.0));
        Self { half, ..*self }
    }
}

impl Dots {
    /// An empty picture of what a view shows, on a screen with so many device pixels a CSS pixel.
    pub fn new(view: View, ratio: f64) -> Self {
        let side = |pixels: f64| (pixels * ratio).round().clamp(1.0, 16_384.0) as usize;
        let (width, height) = (side(view.size.x), side(view.size.y));
        Self {
            view,
            ratio,
            width,
            height,
            pixels: vec![[0.0; 4]; width * height],
        }
    }
    /// Whether a rectangle of so many metres is small enough on the screen to be laid on here.
    pub fn takes(&self, size: WorldVec) -> bool {
        let most = MOST_PX / (self.view.scale * self.ratio);
        // Written so that what is no number is none.
        size.x <= most && size.y <= most
    }
    /// Lays a rectangle on: its ground as thinly as the first number says, its edge as the second.
    pub fn lay(&mut self, at: WorldPt, size: WorldVec, turn: Turn, colour: Rgb, (ground, edge): (f32, f32)) {
        let ScreenPt { x, y } = self.view.screen_from_world(at);
        let scale = self.view.scale * self.ratio;
        // The screen's y goes down, so that a turn against the clock is one with it there.
        let (sin, cos) = (-(turn.degrees() + self.view.turn)).to_radians().sin_cos();
        let own = Rectangle {
            at: ScreenPt::new(x * self.ratio, y * self.ratio),
            half: ScreenVec::new(size.x * scale / 2.0, size.y * scale / 2.0),
            cos,
            sin,
        };
        let line = HALF_LINE * self.ratio;
        let (outer, inner) = (own.grown(line), own.grown(-line));
        let reach = outer.half.x.hypot(outer.half.y) + 0.5;
        let (columns, rows) = (
            span(own.at.x, reach, self.width),
            span(own.at.y, reach, self.height),
        );
        let Rgb(red, green, blue) = colour;
        let colour = [red, green, blue].map(|part| f32::from(part) / 255.0);
        for row in rows {
            for column in columns.clone() {
                let (x, y) = (column as f64 + 0.5, row as f64 + 0.5);
                let pixel = &mut self.pixels[row * self.width + column];
                over(pixel, colour, ground * own.cover(x, y) as f32);
                over(
                    pixel,
                    colour,
                    edge * (outer.cover(x, y) - inner.cover(x, y)).max(0.0) as f32,
                );
            }
        }
    }
    /// Width and height in device pixels.
    pub fn size(&self) -> (u32, u32) {
        (self.width as u32, self.height as u32)
    }
    /// Red, green, blue and cover of all pixels, line by line from the top, as canvases take them: the colours are not
    /// times the cover.
    pub fn bytes(&self) -> Vec<u8> {
        let byte = |part: f32| (part * 255.0 + 0.5) as u8;
        let mut bytes = vec![0; self.pixels.len() * 4];
        for (pixel, to) in self.pixels.iter().zip(bytes.as_chunks_mut::<4>().0) {
            let [red, green, blue, cover] = *pixel;
            if cover > 0.0 {
                *to = [
                    byte(red / cover),
                    byte(green / cover),
                    byte(blue / cover),
                    byte(cover),
                ];
            }
        }
        bytes
    }
}

/// The pixels of a line of so many that lie within reach of a place.
fn span(middle: f64, reach: f64, most: usize) -> std::ops::Range<usize> {
    let end = |at: f64| at.clamp(0.0, most as f64) as usize;
    end((middle - reach).floor())..end((middle + reach).ceil())
}

/// Lays a colour over a pixel.
fn over(pixel: &mut [f32; 4], colour: [f32; 3], cover: f32) {
    if cover <= 0.0 {
        return;
    }
    for (part, own) in pixel.iter_mut().zip([colour[0], colour[1], colour[2], 1.0]) {
        *part = own * cover + *part * (1.0 - cover);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RED: Rgb = Rgb(200, 40, 20);

    fn dots(turn: f64) -> Dots {
        let view = View::new(WorldPt::default(), 2.0, ScreenVec::new(40.0, 30.0)).turned_to(turn);
        Dots::new(view, 1.0)
    }
    /// The cover of all pixels together, in pixels.
    fn covered(dots: &Dots) -> f64 {
        dots.bytes()
            .as_chunks::<4>()
            .0
            .iter()
            .map(|pixel| f64::from(pixel[3]) / 255.0)
            .sum()
    }
    fn lay(dots: &mut Dots, at: WorldPt, turn: f64, thin: (f32, f32)) {
        dots.lay(at, WorldVec::new(3.0, 1.0), Turn::new(turn), RED, thin);
    }

    #[test]
    fn a_thing_covers_its_ground_however_it_is_turned_and_has_its_colour() {
        for turn in [0.0, 15.0, 30.0, 45.0, 90.0, 133.0, 270.0] {
            for view in [0.0, 40.0] {
                let mut dots = dots(view);
                lay(&mut dots, WorldPt::new(0.3, -0.2), turn, (1.0, 0.0));
                // 3 m × 1 m at 2 pixels a metre.
                let covered = covered(&dots);
                assert!((covered - 12.0).abs() < 1.3, "{turn}° in {view}°: {covered}");
                let bytes = dots.bytes();
                let whole = bytes.as_chunks::<4>().0.iter().find(|pixel| pixel[3] > 200);
                assert_eq!(
                    whole.map(|pixel| &pixel[..3]),
                    Some(&[200, 40, 20][..]),
                    "{turn}°"
                );
            }
        }
    }

    #[test]
    fn it_lies_where_the_view_shows_it_and_as_it_is_turned() {
        let mut dots = dots(0.0);
        lay(&mut dots, WorldPt::new(5.0, 3.0), 90.0, (1.0, 0.0));
        let (bytes, (width, _)) = (dots.bytes(), dots.size());
        let cover = |x: u32, y: u32| bytes[((y * width + x) * 4 + 3) as usize];
        // The middle is at 30, 9: upright it is two pixels wide and six high.
        for y in 6..12 {
            assert_eq!((cover(29, y), cover(30, y)), (255, 255), "line {y}");
            assert_eq!((cover(28, y), cover(31, y)), (0, 0), "line {y}");
        }
        assert_eq!((cover(29, 5), cover(30, 12)), (0, 0));
    }

    #[test]
    fn what_many_chose_grows_strong_and_one_alone_stays_faint() {
        let strength = |times: usize| {
            let mut dots = dots(0.0);
            (0..times).for_each(|_| lay(&mut dots, WorldPt::default(), 0.0, (0.05, 0.1)));
            dots.bytes().as_chunks::<4>().0.iter().map(|pixel| pixel[3]).max()
        };
        let (one, ten, many) = (strength(1), strength(10), strength(200));
        assert!(one < Some(40) && one < ten && ten < many && many > Some(250));
    }

    #[test]
    fn what_lies_beyond_the_view_or_is_no_number_changes_nothing() {
        let mut dots = dots(0.0);
        for at in [
            WorldPt::new(1e9, 0.0),
            WorldPt::new(-40.0, 4.0),
            WorldPt::new(f64::NAN, 1.0),
            WorldPt::new(0.0, f64::INFINITY),
        ] {
            lay(&mut dots, at, 10.0, (1.0, 1.0));
        }
        assert_eq!(covered(&dots), 0.0);
        assert!(dots.takes(WorldVec::new(3.0, 1.0)));
        assert!(!dots.takes(WorldVec::new(30.0, 1.0)) && !dots.takes(WorldVec::new(f64::NAN, 1.0)));
    }
}
