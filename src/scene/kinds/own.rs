//! Kinds of a project's own: drawn by their parts, each laid into its box of the thing.

use crate::catalogue::{Drawing, Material, OwnPiece, Part, PartShape};
use crate::geometry::{WorldPt, WorldVec};

use super::super::path::{Piece, pt};
use super::super::pen::Pen;
use super::super::{Ink, Length, Path, Style, Tile, band, fill, line, tiled, wash};
use super::Thing;

pub(super) fn draw(pen: &mut Pen, thing: &Thing, drawing: &Drawing) {
    for part in &drawing.parts {
        let field = Field::of(part, thing);
        let is_field = matches!(
            part.shape,
            PartShape::Plate | PartShape::Paving | PartShape::Boards | PartShape::Hatching
        );
        if thing.line.is_some() && !(is_field && field.is_whole) {
            // A path bends: what has a place in a box has none along it.
            continue;
        }
        draw_part(pen, thing, part, &field);
    }
    if drawing.parts.is_empty() {
        super::unknown::draw(pen, thing);
    }
}

/// The box of a part, and the ground that it fills.
struct Field {
    middle: WorldPt,
    width: f64,
    depth: f64,
    ground: Path,
    /// Whether it covers all of the thing.
    is_whole: bool,
}

impl Field {
    fn of(part: &Part, thing: &Thing) -> Self {
        let (width, depth) = (part.size.0 * thing.width, part.size.1 * thing.depth);
        let middle = pt(part.at.0 * thing.width, part.at.1 * thing.depth);
        let is_whole = part.at == (0.0, 0.0) && part.size == (1.0, 1.0);
        let round = thing.kind.is_some_and(|kind| kind.round);
        let ground = match is_whole {
            true if round => Path::ellipse(middle, width / 2.0, depth / 2.0),
            true => thing.ground.clone(),
            false => Path::rectangle(middle, width, depth),
        };
        Self {
            middle,
            width,
            depth,
            ground,
            is_whole,
        }
    }
    /// A point of the box: x and y from −1 to 1.
    fn at(&self, x: f64, y: f64) -> WorldPt {
        self.middle + WorldVec::new(x * self.width / 2.0, y * self.depth / 2.0)
    }
    /// Whether it is deeper than wide.
    fn is_upright(&self) -> bool {
        self.depth > self.width
    }
    /// A point of the box by its longer and its shorter side, each from −1 to 1.
    fn along(&self, long: f64, short: f64) -> WorldPt {
        if self.is_upright() {
            self.at(-short, long)
        } else {
            self.at(long, short)
        }
    }
    fn longer(&self) -> f64 {
        self.width.max(self.depth)
    }
    fn shorter(&self) -> f64 {
        self.width.min(self.depth)
    }
}

/// A material in the light, from the side and in the shade.
fn inks(material: Material) -> [Ink; 3] {
    match material {
        Material::Timber => [Ink::TimberLight, Ink::Timber, Ink::TimberDark],
        Material::Stone => [Ink::Stone, Ink::Stone, Ink::StoneDark],
        Material::Slate => super::roof::SLATE,
        Material::WarmRoof => [Ink::RoofWarmLight, Ink::RoofWarm, Ink::RoofWarmDark],
        Material::JadeRoof => [Ink::RoofJadeLight, Ink::RoofJade, Ink::RoofJadeDark],
        Material::Steel => [Ink::Steel, Ink::Steel, Ink::SteelDark],
        Material::Glass => [Ink::SkyLight, Ink::SkyLight, Ink::Sky],
        Material::White => [Ink::CarWhite, Ink::CarWhite, Ink::StoneDark],
        Material::Asphalt => [Ink::Asphalt, Ink::Asphalt, Ink::SteelDark],
        Material::Rubber => [Ink::RubberLight, Ink::Rubber, Ink::Rubber],
        Material::Green => [Ink::Lawn, Ink::Lawn, Ink::LawnDark],
        Material::Leaf => [Ink::LeafLight, Ink::Leaf, Ink::LeafDark],
        Material::Soil => [Ink::Clay, Ink::Soil, Ink::Soil],
        Material::Sand => [Ink::Sand, Ink::Sand, Ink::ClayLine],
        Material::Water => [Ink::Water, Ink::Water, Ink::WaterLine],
        Material::Red => [Ink::PlayRed, Ink::PlayRed, Ink::BinRed],
        Material::Yellow => [Ink::PlayYellow, Ink::PlayYellow, Ink::Timber],
        Material::Blue => [Ink::PlayBlue, Ink::PlayBlue, Ink::SignBlue],
        Material::Ink => [Ink::Outline, Ink::Outline, Ink::Outline],
    }
}

fn draw_part(pen: &mut Pen, thing: &Thing, part: &Part, field: &Field) {
    let [light, plain, dark] = inks(part.material);
    let height = thing.kind.map_or(0.0, |kind| kind.height);
    let pattern = |tile, metres| tiled(tile, dark, 0.8, Length::Metres(metres));
    match &part.shape {
        PartShape::Plate => pen.outlined(field.ground.clone(), fill(plain)),
        PartShape::Paving => laid(pen, field, plain, pattern(Tile::Squares, 0.6), 0.6),
        PartShape::Boards => laid(pen, field, plain, pattern(Tile::Lines, 0.3), 0.3),
        PartShape::Hatching => laid(pen, field, light, pattern(Tile::Hatch, 0.9), 0.9),
        PartShape::HipRoof => sloped(pen, field, [light, plain, dark], height, true),
        PartShape::GableRoof => sloped(pen, field, [light, plain, dark], height, false),
        PartShape::FlatRoof => flat(pen, field, plain, dark, height),
        PartShape::Posts => posts(pen, field, part.count, plain),
        PartShape::Seat => seat(pen, field, [light, plain, dark]),
        PartShape::Block => {
            let block = Path::rounded(field.middle, field.width, field.depth, field.shorter() * 0.08);
            pen.shadow(&block, height.clamp(0.4, 1.2));
            pen.outlined(block, fill(plain));
        }
        PartShape::Disc => {
            let disc = Path::ellipse(field.middle, field.width / 2.0, field.depth / 2.0);
            pen.shadow(&disc, height.clamp(0.3, 0.9));
            pen.outlined(disc, fill(plain));
            let inner = Path::ellipse(field.middle, field.width * 0.36, field.depth * 0.36);
            pen.draw(inner, line(light, 1.0));
        }
        PartShape::Crown => crowns(pen, field, part.count, [light, plain, dark], height),
        PartShape::Court => court(pen, field, plain),
        PartShape::Label(text) => {
            let letters = text.chars().count().max(1) as f64;
            let size = (field.depth * 0.8).min(field.width / letters);
            if !text.is_empty() && pen.detail.shows(size, 6.0) {
                let at = field.middle;
                pen.label(at, text.clone(), Length::Metres(size), plain);
            }
        }
        PartShape::Paths(paths) => {
            for path in paths {
                brought_in(pen, field, path);
            }
        }
    }
}

/// A field with a pattern, where its joints can be seen.
fn laid(pen: &mut Pen, field: &Field, ink: Ink, pattern: Style, joint: f64) {
    pen.draw(field.ground.clone(), fill(ink));
    if pen.detail.shows(joint, 4.0) {
        pen.draw(field.ground.clone(), pattern);
    }
    pen.outlined(field.ground.clone(), Style::default());
}

/// A roof with a ridge along its longer side: of four slopes, or of two.
fn sloped(pen: &mut Pen, field: &Field, inks: [Ink; 3], height: f64, hip: bool) {
    let edge = Path::rectangle(field.middle, field.width, field.depth);
    pen.shadow(&edge, height.max(1.0));
    // The ridge of a hip roof ends as far from the short sides as it lies from the long ones.
    let end = if hip {
        1.0 - field.shorter() / field.longer().max(0.01)
    } else {
        1.0
    };
    let ridge = [field.along(-end, 0.0), field.along(end, 0.0)];
    let corner = |long: f64, short: f64| field.along(long, short);
    let mut slopes = vec![
        vec![corner(-1.0, -1.0), corner(1.0, -1.0), ridge[1], ridge[0]],
        vec![corner(1.0, 1.0), corner(-1.0, 1.0), ridge[0], ridge[1]],
    ];
    if hip {
        slopes.push(vec![corner(1.0, -1.0), corner(1.0, 1.0), ridge[1]]);
        slopes.push(vec![corner(-1.0, 1.0), corner(-1.0, -1.0), ridge[0]]);
    }
    for slope in slopes {
        let looks = (slope[0].middle(slope[1]) - field.middle).degrees();
        let lit = pen.lit(looks, inks);
        pen.draw(Path::ring(slope), fill(lit));
    }
    pen.outlined(edge, Style::default());
    let mut ridges = Path::segment(ridge[0], ridge[1]);
    if hip {
        for (long, at) in [(-1.0, ridge[0]), (1.0, ridge[1])] {
            ridges.add(Path::segment(at, corner(long, -1.0)));
            ridges.add(Path::segment(at, corner(long, 1.0)));
        }
    }
    let thick = (field.shorter() * 0.05).clamp(0.04, 0.2);
    if pen.detail.shows(thick, 2.0) {
        pen.draw(ridges.clone(), band(inks[2], thick));
        pen.draw(ridges, band(inks[0], thick * 0.55));
    } else {
        pen.draw(ridges, line(inks[2], 1.2));
    }
}

fn flat(pen: &mut Pen, field: &Field, plain: Ink, dark: Ink, height: f64) {
    let edge = Path::rectangle(field.middle, field.width, field.depth);
    pen.shadow(&edge, height.max(1.0));
    pen.outlined(edge, fill(plain));
    let rim = (field.shorter() * 0.08).clamp(0.05, 0.3);
    let inner = Path::rectangle(field.middle, field.width - 2.0 * rim, field.depth - 2.0 * rim);
    pen.draw(inner, line(dark, 1.0));
}

fn posts(pen: &mut Pen, field: &Field, count: u32, ink: Ink) {
    let radius = (field.shorter() * 0.05).clamp(0.05, 0.16);
    let steps = count.max(2) - 1;
    for i in 0..=steps {
        for side in [-1.0, 1.0] {
            let at = field.along(2.0 * f64::from(i) / f64::from(steps) - 1.0, side);
            pen.outlined(Path::circle(at, radius), fill(ink));
        }
    }
}

/// Slats along the longer side, on two feet.
fn seat(pen: &mut Pen, field: &Field, [light, plain, dark]: [Ink; 3]) {
    let whole = Path::rectangle(field.middle, field.width, field.depth);
    pen.shadow(&whole, 0.45);
    pen.draw(whole, fill(dark));
    let slats = (field.shorter() / 0.14).round().clamp(2.0, 6.0);
    for i in 0..slats as u32 {
        let at = |edge: f64| 2.0 * (f64::from(i) + edge) / slats - 1.0;
        let corners = [(-1.0, 0.08), (1.0, 0.08), (1.0, 0.92), (-1.0, 0.92)];
        let slat = Path::ring(corners.map(|(long, short)| field.along(long, at(short))));
        pen.draw(slat, fill(plain).lined(Ink::Outline, 0.9));
        let middle = Path::segment(field.along(-0.97, at(0.5)), field.along(0.97, at(0.5)));
        pen.draw(middle, line(light, 0.9));
    }
}

/// Crowns in a row along the longer side, each with its trunk.
fn crowns(pen: &mut Pen, field: &Field, count: u32, [light, plain, dark]: [Ink; 3], height: f64) {
    let fits = (field.longer() / field.shorter().max(0.01)).round().max(1.0);
    let count = f64::from(count).min(fits);
    let radius = (field.shorter() / 2.0).min(field.longer() / count / 2.0);
    for i in 0..count as u32 {
        let at = field.along((2.0 * f64::from(i) + 1.0) / count - 1.0, 0.0);
        let around = (0..9).map(|k| {
            let far = if k % 2 == 0 { 1.0 } else { 0.86 };
            at + WorldVec::toward(40.0 * f64::from(k)) * (radius * far)
        });
        let crown = Path::smooth_ring(&around.collect::<Vec<_>>());
        pen.shadow(&crown, height.max(0.6));
        pen.outlined(crown, fill(plain));
        let lit = at + WorldVec::new(-0.18, -0.22) * radius;
        pen.draw(Path::circle(lit, radius * 0.55), wash(light, 0.6));
        pen.draw(Path::circle(at, (radius * 0.12).clamp(0.04, 0.25)), fill(dark));
    }
}

/// The lines of a court: its edge, the line across its middle and a circle on it.
fn court(pen: &mut Pen, field: &Field, ink: Ink) {
    let rim = Path::rectangle(field.middle, field.width * 0.94, field.depth * 0.94);
    let lines = rim
        .and(Path::segment(field.along(0.0, -0.94), field.along(0.0, 0.94)))
        .and(Path::circle(field.middle, field.shorter() * 0.16));
    let style = if pen.detail.shows(0.08, 1.2) {
        band(ink, 0.08)
    } else {
        line(ink, 1.1)
    };
    pen.draw(lines, style);
}

fn brought_in(pen: &mut Pen, field: &Field, own: &crate::catalogue::OwnPath) {
    let place = |p: [f64; 2]| field.at(2.0 * p[0], 2.0 * p[1]);
    let piece = |piece: &OwnPiece| match *piece {
        OwnPiece::Move(p) => Piece::Move(place(p)),
        OwnPiece::Line(p) => Piece::Line(place(p)),
        OwnPiece::Curve([ax, ay, bx, by, x, y]) => {
            Piece::Curve(place([ax, ay]), place([bx, by]), place([x, y]))
        }
        OwnPiece::Close => Piece::Close,
    };
    let path = Path {
        pieces: own.pieces.iter().map(piece).collect(),
    };
    if let Some(material) = own.fill {
        // With a fine line of its own, so that CAD, which has no fills, shows it.
        pen.draw(
            path.clone(),
            fill(inks(material)[1]).lined(inks(material)[2], 0.6),
        );
    }
    if let Some((material, width)) = own.line {
        let ink = inks(material)[1];
        let metres = width * field.longer();
        let style = if pen.detail.shows(metres, 1.0) {
            band(ink, metres)
        } else {
            line(ink, 1.0)
        };
        pen.draw(path, style.ends(true));
    }
}
