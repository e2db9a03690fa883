//! An SVG becomes the paths of an own kind's drawing: what is seen of it, in Mulin's own colours, within its box.
//! What is not taken (pictures, letters, effects) is told. It is done once, when a kind is made, so that whoever draws
//! needs no reader of SVG.

use resvg::tiny_skia::{PathSegment, Point, Transform};
use resvg::usvg::{self, Group, Node, Options, Paint, Tree};
use serde_json::{Value, json};

use crate::catalogue::{MOST_PIECES, Material};
use crate::text::Message;

use super::Problem;

/// A larger file is no drawing of a kind.
const MOST_BYTES: usize = 300_000;
/// What is laid on thinner than this is not seen.
const LEAST_ALPHA: f32 = 0.08;
/// What is repeated within itself grows without end; so few repeats stay few.
const MOST_USES: usize = 16;
/// Tags deeper in each other than this are no drawing; the reader would run out of room.
const MOST_DEPTH: usize = 200;

/// Why an SVG cannot be taken.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum SvgFault {
    /// It is too large.
    #[error("the SVG is larger than {} kB", MOST_BYTES / 1_000)]
    TooLarge,
    /// It is no SVG.
    #[error("it is no SVG: {0}")]
    NotSvg(String),
    /// It repeats parts of itself.
    #[error("the SVG repeats parts of itself (use, marker, entities); save it as plain paths")]
    Repeats,
    /// Nothing of it can be drawn.
    #[error("the SVG has no lines or areas")]
    Empty,
    /// It is finer than a kind may be.
    #[error("the SVG has more than {MOST_PIECES} pieces of lines")]
    TooFine,
}

impl SvgFault {
    /// The sentence for people.
    pub fn message(&self) -> Message {
        match self {
            Self::TooLarge => Message::new("kind-svg-large").with("most", MOST_BYTES / 1_000),
            Self::NotSvg(why) => Message::new("kind-svg-none").with("why", why.as_str()),
            Self::Repeats => Message::new("kind-svg-repeats"),
            Self::Empty => Message::new("kind-svg-empty"),
            Self::TooFine => Message::new("kind-svg-fine").with("most", MOST_PIECES),
        }
    }
}

/// The part of a drawing that shows the SVG, as `project.json` has it, the width of the SVG over its height, and what
/// was not taken.
pub fn read(bytes: &[u8]) -> Result<(Value, f64, Vec<Problem>), SvgFault> {
    if bytes.len() > MOST_BYTES {
        return Err(SvgFault::TooLarge);
    }
    if depth(bytes) > MOST_DEPTH {
        return Err(SvgFault::NotSvg(format!(
            "its tags lie more than {MOST_DEPTH} deep in each other"
        )));
    }
    let text = std::str::from_utf8(bytes).map_err(|why| SvgFault::NotSvg(why.to_string()))?;
    if text.matches("<use").count() > MOST_USES || text.contains("<marker") || text.contains("<!ENTITY") {
        return Err(SvgFault::Repeats);
    }
    let mut options = Options::default();
    // Nothing outside of the file is looked at.
    options.image_href_resolver.resolve_string = Box::new(|_, _| None);
    options.image_href_resolver.resolve_data = Box::new(|_, _, _| None);
    let lost = text.contains("<image")
        || text.contains("<text")
        || text.contains("<filter")
        || text.contains("<mask");
    let tree = Tree::from_str(text, &options).map_err(|why| SvgFault::NotSvg(why.to_string()))?;
    let (width, height) = (f64::from(tree.size().width()), f64::from(tree.size().height()));
    let mut reduced = Reduced {
        width,
        height,
        paths: Vec::new(),
        pieces: 0,
    };
    reduced.group(tree.root(), 1.0)?;
    if reduced.paths.is_empty() {
        return Err(SvgFault::Empty);
    }
    let problems = match lost {
        true => vec![Problem::of_file(Message::new("kind-svg-lost"))],
        false => Vec::new(),
    };
    let part = json!({ "part": "paths", "material": "ink", "paths": reduced.paths });
    Ok((part, width / height, problems))
}

/// How deep tags lie in each other, roughly: an opening tag goes one deeper, a closing one comes back.
fn depth(bytes: &[u8]) -> usize {
    let (mut now, mut most) = (0_usize, 0);
    for pair in bytes.windows(2) {
        match pair {
            [b'<', b'/'] | [b'/', b'>'] => now = now.saturating_sub(1),
            [b'<', next] if next.is_ascii_alphabetic() => {
                now += 1;
                most = most.max(now);
            }
            _ => {}
        }
    }
    most
}

struct Reduced {
    width: f64,
    height: f64,
    paths: Vec<Value>,
    pieces: usize,
}

impl Reduced {
    fn group(&mut self, group: &Group, alpha: f32) -> Result<(), SvgFault> {
        let alpha = alpha * group.opacity().get();
        for node in group.children() {
            match node {
                Node::Group(inner) => self.group(inner, alpha)?,
                Node::Path(path) => self.path(path, alpha)?,
                Node::Image(_) | Node::Text(_) => {}
            }
        }
        Ok(())
    }

    fn path(&mut self, path: &usvg::Path, alpha: f32) -> Result<(), SvgFault> {
        let seen = |opacity: f32| opacity * alpha >= LEAST_ALPHA;
        let fill = path.fill().filter(|fill| seen(fill.opacity().get()));
        let line = path.stroke().filter(|stroke| seen(stroke.opacity().get()));
        if !path.is_visible() || (fill.is_none() && line.is_none()) {
            return Ok(());
        }
        let place = path.abs_transform();
        let d = self.pieces_of(path.data(), place)?;
        if d.is_empty() {
            return Ok(());
        }
        let mut row = json!({ "d": d });
        if let Some(fill) = fill {
            row["fill"] = json!(nearest(fill.paint()).word());
        }
        if let Some(line) = line {
            let grown = f64::from(place.sx.hypot(place.ky)) * f64::from(line.width().get());
            let width = (grown / self.width.max(self.height)).clamp(0.0, 0.5);
            row["line"] = json!(nearest(line.paint()).word());
            row["width"] = json!((width * 1e5).round() / 1e5);
        }
        self.paths.push(row);
        Ok(())
    }

    /// The pieces as `M`, `L`, `C` and `Z`, in shares of the whole from its middle, y up.
    fn pieces_of(&mut self, path: &resvg::tiny_skia::Path, place: Transform) -> Result<String, SvgFault> {
        let (mut d, mut from) = (String::new(), Point::zero());
        let mut whole = true;
        let mut put = |d: &mut String, letter: char, points: &[Point]| {
            d.push(letter);
            for (i, point) in points.iter().enumerate() {
                let mut point = *point;
                place.map_point(&mut point);
                let x = f64::from(point.x) / self.width - 0.5;
                let y = 0.5 - f64::from(point.y) / self.height;
                // Far beyond its own page there is nothing to see.
                whole &= x.abs() <= 2.0 && y.abs() <= 2.0;
                let gap = if i == 0 { "" } else { " " };
                d.push_str(&format!("{gap}{},{}", rounded(x), rounded(y)));
            }
        };
        for segment in path.segments() {
            self.pieces += 1;
            if self.pieces > MOST_PIECES {
                return Err(SvgFault::TooFine);
            }
            match segment {
                PathSegment::MoveTo(p) => put(&mut d, 'M', &[p]),
                PathSegment::LineTo(p) => put(&mut d, 'L', &[p]),
                PathSegment::QuadTo(c, p) => {
                    let toward = |end: Point| {
                        Point::from_xy(
                            end.x + (c.x - end.x) * 2.0 / 3.0,
                            end.y + (c.y - end.y) * 2.0 / 3.0,
                        )
                    };
                    put(&mut d, 'C', &[toward(from), toward(p), p]);
                }
                PathSegment::CubicTo(a, b, p) => put(&mut d, 'C', &[a, b, p]),
                PathSegment::Close => put(&mut d, 'Z', &[]),
            }
            if let PathSegment::MoveTo(p)
            | PathSegment::LineTo(p)
            | PathSegment::QuadTo(_, p)
            | PathSegment::CubicTo(_, _, p) = segment
            {
                from = p;
            }
        }
        Ok(if whole { d } else { String::new() })
    }
}

fn rounded(share: f64) -> f64 {
    (share * 1e4).round() / 1e4 + 0.0
}

/// What each material looks like by day, for finding the nearest.
const LOOKS: [(Material, [i32; 3]); 19] = [
    (Material::Timber, [176, 132, 84]),
    (Material::Stone, [222, 214, 200]),
    (Material::Slate, [104, 116, 124]),
    (Material::WarmRoof, [186, 100, 70]),
    (Material::JadeRoof, [84, 138, 120]),
    (Material::Steel, [160, 166, 172]),
    (Material::Glass, [200, 224, 236]),
    (Material::White, [252, 251, 248]),
    (Material::Asphalt, [128, 126, 124]),
    (Material::Rubber, [196, 120, 92]),
    (Material::Green, [168, 198, 132]),
    (Material::Leaf, [92, 146, 84]),
    (Material::Soil, [134, 104, 78]),
    (Material::Sand, [232, 214, 168]),
    (Material::Water, [150, 196, 216]),
    (Material::Red, [200, 70, 56]),
    (Material::Yellow, [240, 190, 60]),
    (Material::Blue, [62, 120, 180]),
    (Material::Ink, [36, 34, 31]),
];

fn nearest(paint: &Paint) -> Material {
    let [r, g, b] = match paint {
        Paint::Color(colour) => [colour.red, colour.green, colour.blue],
        Paint::LinearGradient(fade) => middle(fade.stops()),
        Paint::RadialGradient(fade) => middle(fade.stops()),
        Paint::Pattern(_) => [200, 200, 200],
    }
    .map(i32::from);
    // Weighed as eyes see: green tells most, and red of a light colour more than blue.
    let away = |look: &[i32; 3]| {
        let [dr, dg, db] = [look[0] - r, look[1] - g, look[2] - b];
        3 * dr * dr + 4 * dg * dg + 2 * db * db
    };
    let nearest = LOOKS.iter().min_by_key(|(_, look)| away(look));
    nearest.map_or(Material::Ink, |(material, _)| *material)
}

fn middle(stops: &[usvg::Stop]) -> [u8; 3] {
    let colour = stops.get(stops.len() / 2).map(|stop| stop.color());
    colour.map_or([200; 3], |colour| [colour.red, colour.green, colour.blue])
}
