//! Paints a display list as SVG text: exports, icons, thumbnails, tests.
//!
//! All text is escaped here; nothing else of a document reaches the file.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::geometry::{ScreenVec, View, WorldPt};

use super::svg_text::{Space, escaped, number, path_data};
use super::{Anchor, Label, Length, Mark, Paint, Path, Scene, Stroke, Style, Symbol, Theme, Wash};

/// How a picture is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SvgOptions<'a> {
    /// What its colours are.
    pub theme: Theme,
    /// Digits after the point of a pixel.
    pub digits: u8,
    /// Whether the paper is painted behind it.
    pub paper: bool,
    /// What it shows, for those who do not see it; nothing where it is only an ornament.
    pub title: &'a str,
    /// What the names of its patterns and symbols begin with. Pictures that stand in one page must
    /// not share names, or one is drawn with the other's patterns.
    pub ids: &'a str,
    /// What lies between the paper and the scene, as SVG.
    pub under: &'a str,
    /// Whether each size of a symbol is drawn on its own: for painters that do not know of lines which keep
    /// their width in whatever grows.
    pub own_sizes: bool,
}

impl Default for SvgOptions<'_> {
    fn default() -> Self {
        Self {
            theme: Theme::LIGHT,
            digits: 1,
            paper: false,
            title: "",
            ids: "",
            under: "",
            own_sizes: false,
        }
    }
}

/// The fonts of labels, Chinese first.
pub const FONTS: &str = "'PingFang SC','HarmonyOS Sans SC','Noto Sans SC','Noto Sans CJK SC','Microsoft YaHei','WenQuanYi Micro Hei',system-ui,sans-serif";

/// The scene as an SVG file, seen through a view.
pub fn svg(scene: &Scene, view: &View, options: SvgOptions) -> String {
    let mut painter = Svg {
        options,
        body: String::new(),
        tiles: BTreeMap::new(),
        symbols: BTreeMap::new(),
        in_symbol: false,
    };
    let zero = view.screen_from_world(WorldPt::default());
    let space = Space {
        origin: (zero.x, zero.y),
        scale: view.scale,
        turn: view.turn,
    };
    painter.marks(&scene.marks, &space);
    painter.file(view.size)
}

struct Svg<'a> {
    options: SvgOptions<'a>,
    body: String,
    /// Each pattern's number and text, by all that it looks like.
    tiles: BTreeMap<String, (usize, String)>,
    symbols: BTreeMap<String, String>,
    /// A symbol is being drawn: its lines in pixels must not grow with the stamp.
    in_symbol: bool,
}

impl Svg<'_> {
    fn file(self, size: ScreenVec) -> String {
        let (w, h) = (number(size.x, 2), number(size.y, 2));
        let name = if self.options.title.is_empty() {
            " aria-hidden=\"true\"".to_owned()
        } else {
            format!(" role=\"img\" aria-label=\"{}\"", escaped(self.options.title))
        };
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\" font-family=\"{FONTS}\" stroke-linejoin=\"round\" stroke-linecap=\"round\"{name}>\n"
        );
        if !self.tiles.is_empty() || !self.symbols.is_empty() {
            out.push_str("<defs>\n");
            self.tiles
                .values()
                .map(|(_, text)| text)
                .chain(self.symbols.values())
                .for_each(|text| out.push_str(text));
            out.push_str("</defs>\n");
        }
        if self.options.paper {
            let paper = self.options.theme.colour(super::Ink::Paper).hex();
            let _ = writeln!(out, "<rect width=\"{w}\" height=\"{h}\" fill=\"{paper}\"/>");
        }
        out.push_str(self.options.under);
        out.push_str(&self.body);
        out.push_str("</svg>\n");
        out
    }
    fn marks(&mut self, marks: &[Mark], space: &Space) {
        for mark in marks {
            match mark {
                Mark::Shape { path, style } => self.shape(path, style, space),
                Mark::Label(label) => self.label(label, space),
                Mark::Stamp {
                    symbol,
                    at,
                    turn,
                    grown,
                } => self.stamp(symbol, *at, *turn, *grown, space),
                Mark::Pinned { at, turn, marks } => {
                    let inner = Space {
                        origin: space.at(*at),
                        scale: 1.0,
                        turn: *turn,
                    };
                    self.marks(marks, &inner);
                }
                Mark::Faded { alpha, marks } => {
                    let _ = writeln!(self.body, "<g opacity=\"{}\">", number(*alpha, 2));
                    self.marks(marks, space);
                    self.body.push_str("</g>\n");
                }
            }
        }
    }
    fn shape(&mut self, path: &Path, style: &Style, space: &Space) {
        if let Some(Paint::Tiled { side, .. }) = style.fill
            && side.pixels(space.scale) < 2.0
        {
            return;
        }
        let mut attributes = match &style.fill {
            Some(paint) => self.fill(paint, space),
            None => " fill=\"none\"".to_owned(),
        };
        if let Some(stroke) = &style.line {
            attributes.push_str(&self.stroke(stroke, space.scale));
        }
        let data = path_data(path, space, self.options.digits);
        let _ = writeln!(self.body, "<path d=\"{data}\"{attributes}/>");
    }
    fn fill(&mut self, paint: &Paint, space: &Space) -> String {
        match *paint {
            Paint::Flat(wash) => self.wash("fill", wash),
            Paint::Tiled {
                tile,
                wash,
                side,
                turn,
                origin,
            } => {
                let px = side.pixels(space.scale);
                let (x, y) = space.at(origin);
                let turn = turn + space.turn;
                // A pattern repeats, so its corner is only known up to whole tiles when it is not turned.
                let (x, y) = if turn == 0.0 {
                    (x.rem_euclid(px), y.rem_euclid(px))
                } else {
                    (x, y)
                };
                let colour = self.options.theme.colour(wash.ink).hex();
                let key = format!(
                    "{}-{colour}-{}-{}-{}-{}-{}",
                    tile.word(),
                    number(wash.alpha, 2),
                    number(px, 2),
                    number(turn, 1),
                    number(x, 1),
                    number(y, 1)
                );
                let next = self.tiles.len();
                let number_of = self.tiles.get(&key).map_or(next, |(known, _)| *known);
                let id = format!("{}t{number_of}", self.options.ids);
                if !self.tiles.contains_key(&key) {
                    let art = tile.art();
                    let unit = Space {
                        origin: (0.0, 0.0),
                        scale: px,
                        turn: 0.0,
                    };
                    let mut text = format!(
                        "<pattern id=\"{id}\" patternUnits=\"userSpaceOnUse\" width=\"{s}\" height=\"{s}\" patternTransform=\"translate({} {}) rotate({})\">",
                        number(x, 2),
                        number(y, 2),
                        number(-turn, 2),
                        s = number(px, 3)
                    );
                    if !art.spots.is_empty() {
                        let _ = write!(
                            text,
                            "<path d=\"{}\"{}/>",
                            path_data(&art.spots.mapped(flipped), &unit, 2),
                            self.wash("fill", wash)
                        );
                    }
                    if !art.lines.is_empty() {
                        let width = number(art.width * px, 2);
                        let _ = write!(
                            text,
                            "<path d=\"{}\" fill=\"none\"{} stroke-width=\"{width}\"/>",
                            path_data(&art.lines.mapped(flipped), &unit, 2),
                            self.wash("stroke", wash)
                        );
                    }
                    text.push_str("</pattern>\n");
                    self.tiles.insert(key, (next, text));
                }
                format!(" fill=\"url(#{id})\"")
            }
        }
    }
    fn stroke(&self, stroke: &Stroke, scale: f64) -> String {
        let width = match stroke.width {
            Length::Px(px) => px * self.options.theme.line,
            Length::Metres(metres) => metres * scale,
        };
        let mut text = self.wash("stroke", stroke.wash);
        let _ = write!(text, " stroke-width=\"{}\"", number(width, 2));
        if self.in_symbol && matches!(stroke.width, Length::Px(_)) {
            text.push_str(" vector-effect=\"non-scaling-stroke\"");
        }
        if !stroke.round {
            text.push_str(" stroke-linecap=\"butt\"");
        }
        if let Some((on, off)) = stroke.dash {
            let _ = write!(
                text,
                " stroke-dasharray=\"{} {}\"",
                number(on.pixels(scale), 2),
                number(off.pixels(scale), 2)
            );
        }
        text
    }
    fn wash(&self, what: &str, wash: Wash) -> String {
        let mut text = format!(" {what}=\"{}\"", self.options.theme.colour(wash.ink).hex());
        if wash.alpha < 1.0 {
            let _ = write!(text, " {what}-opacity=\"{}\"", number(wash.alpha, 2));
        }
        text
    }
    fn label(&mut self, label: &Label, space: &Space) {
        let (x, y) = space.at(label.at);
        let size = match label.size {
            Length::Px(px) => px * self.options.theme.text,
            Length::Metres(metres) => metres * space.scale,
        };
        let anchor = match label.anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        // The middle of Chinese and of capital letters is 0.35 of their size above the base line.
        let mut place = format!("x=\"{}\" y=\"{}\"", number(x, 1), number(y + 0.35 * size, 1));
        let turn = label.screen_turn(space.turn);
        if turn != 0.0 {
            let _ = write!(
                place,
                " transform=\"rotate({} {} {})\"",
                number(-turn, 1),
                number(x, 1),
                number(y, 1)
            );
        }
        let weight = if label.bold { " font-weight=\"600\"" } else { "" };
        let halo = label.halo.map_or(String::new(), |halo| {
            format!(
                "{} stroke-width=\"{}\" stroke-linejoin=\"round\" paint-order=\"stroke\"",
                self.wash("stroke", halo),
                number((size * 0.24).clamp(2.0, 6.0), 1)
            )
        });
        let _ = writeln!(
            self.body,
            "<text {place} font-size=\"{}\"{weight} text-anchor=\"{anchor}\"{}{halo}>{}</text>",
            number(size, 1),
            self.wash("fill", label.wash),
            escaped(&label.text)
        );
    }
    fn stamp(&mut self, symbol: &Symbol, at: WorldPt, turn: f64, grown: f64, space: &Space) {
        // A symbol in pinned marks is as many pixels large as it is metres elsewhere: another picture.
        let (drawn_at, grown) = match self.options.own_sizes {
            true => (space.scale * grown, 1.0),
            false => (space.scale, grown),
        };
        let id = format!(
            "{}{}-{}",
            self.options.ids,
            symbol_id(&symbol.name),
            symbol_id(&number(drawn_at, 2))
        );
        if !self.symbols.contains_key(&id) {
            let outer = std::mem::take(&mut self.body);
            let inner = Space {
                origin: (0.0, 0.0),
                scale: drawn_at,
                turn: 0.0,
            };
            self.in_symbol = !self.options.own_sizes;
            self.marks(&symbol.marks, &inner);
            self.in_symbol = false;
            let drawn = std::mem::replace(&mut self.body, outer);
            self.symbols
                .insert(id.clone(), format!("<g id=\"{id}\">\n{drawn}</g>\n"));
        }
        let (x, y) = space.at(at);
        let mut transform = format!("translate({} {})", number(x, 1), number(y, 1));
        if turn + space.turn != 0.0 {
            let _ = write!(transform, " rotate({})", number(-turn - space.turn, 1));
        }
        if grown != 1.0 {
            let _ = write!(transform, " scale({})", number(grown, 2));
        }
        let _ = writeln!(self.body, "<use href=\"#{id}\" transform=\"{transform}\"/>");
    }
}

/// Tiles are drawn with y up and patterns repeat with y down.
fn flipped(p: WorldPt) -> WorldPt {
    WorldPt::new(p.x, p.y - 1.0)
}

fn symbol_id(name: &str) -> String {
    name.chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect()
}
