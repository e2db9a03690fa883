//! What is drawn, through the crate `dxf`: it is given whole entities in small lots, so that one that it refuses costs
//! no other, and a large file costs no more memory than a small one.

use dxf::entities::{Entity, EntityType, Insert};
use dxf::{Drawing, Vector, XDataItem};

use super::super::assemble::Raw;
use super::curves;
use super::letters::plain;
use super::strokes::{Form, Turn};

/// A thing of the drawing, its layer and code as the file has them.
pub(super) struct Drawn {
    pub layer: String,
    pub code: Option<u32>,
    pub what: What,
}

/// What it is.
pub(super) enum What {
    Form(Form),
    Use(Use),
}

/// A use of a block.
#[derive(Clone, Debug)]
pub(super) struct Use {
    pub block: String,
    pub at: Raw,
    pub scale: [f64; 2],
    pub degrees: f64,
    /// Columns and rows, and how far apart they are.
    pub times: [u16; 2],
    pub apart: [f64; 2],
    pub mirrored: bool,
    /// Texts that belong to this use.
    pub texts: Vec<(Raw, String)>,
}

/// More copies of a block in one use than this are none of an estate.
const MOST_COPIES: u32 = 10_000;

/// The things of a lot of entities, in order, one for each of the heads; none for what is nothing that is drawn. The
/// lot as a whole is none where the crate refuses it or loses some of it.
pub(super) fn read(lot: &str, heads: usize) -> Option<Vec<Option<Drawn>>> {
    let file = format!("  0\nSECTION\n  2\nENTITIES\n{lot}  0\nENDSEC\n  0\nEOF\n");
    let drawing = Drawing::load_with_encoding(&mut file.as_bytes(), encoding_rs::UTF_8).ok()?;
    let things: Vec<Option<Drawn>> = drawing.entities().map(drawn).collect();
    (things.len() == heads).then_some(things)
}

fn drawn(entity: &Entity) -> Option<Drawn> {
    Some(Drawn {
        layer: entity.common.layer.clone(),
        code: code(entity),
        what: what(&entity.specific)?,
    })
}

/// The code of the object in the surveyors' program CASS: XDATA of `SOUTH`.
fn code(entity: &Entity) -> Option<u32> {
    let own = entity
        .common
        .x_data
        .iter()
        .find(|data| data.application_name == "SOUTH")?;
    own.items.iter().find_map(|item| match item {
        XDataItem::Str(text) => text.trim().get(..6)?.parse().ok(),
        _ => None,
    })
}

fn what(entity: &EntityType) -> Option<What> {
    let (form, normal) = match entity {
        EntityType::Insert(insert) => return used(insert).map(What::Use),
        EntityType::Line(line) => (open(vec![[line.p1.x, line.p1.y], [line.p2.x, line.p2.y]]), None),
        EntityType::ModelPoint(point) => (Form::Point([point.location.x, point.location.y]), None),
        EntityType::Circle(circle) => {
            let at = [circle.center.x, circle.center.y];
            (Form::Circle(at, circle.radius.abs()), Some(&circle.normal))
        }
        EntityType::Arc(arc) => {
            let turn = curves::sweep(arc.start_angle, arc.end_angle);
            let (at, from) = ([arc.center.x, arc.center.y], arc.start_angle.to_radians());
            (open(curves::arc(at, arc.radius, from, turn)), Some(&arc.normal))
        }
        EntityType::Ellipse(one) => {
            let turn = curves::sweep(one.start_parameter.to_degrees(), one.end_parameter.to_degrees());
            let (at, major) = ([one.center.x, one.center.y], [one.major_axis.x, one.major_axis.y]);
            let ratio = one.minor_axis_ratio;
            // Its points are the world's, whichever way its normal looks: that only turns it round.
            let turn = if one.normal.z < 0.0 { -turn } else { turn };
            (
                open(curves::ellipse(at, major, ratio, one.start_parameter, turn)),
                None,
            )
        }
        EntityType::LwPolyline(line) => {
            let corners: Vec<(Raw, f64)> = line.vertices.iter().map(|v| ([v.x, v.y], v.bulge)).collect();
            let closed = line.flags & 1 == 1;
            let points = curves::bulged(&corners, closed);
            (
                Form::Line(points, closed, line.constant_width.abs()),
                Some(&line.extrusion_direction),
            )
        }
        EntityType::Polyline(line) => {
            // Meshes (16) and faces (64) are bodies.
            if line.flags & (16 | 64) != 0 {
                return None;
            }
            // What a curve's frame is made of (16) is not drawn.
            let corners = line.vertices().filter(|v| v.flags & 16 == 0);
            let corners: Vec<(Raw, f64)> = corners.map(|v| ([v.location.x, v.location.y], v.bulge)).collect();
            let closed = line.flags & 1 == 1;
            let width = line.default_starting_width.abs();
            (
                Form::Line(curves::bulged(&corners, closed), closed, width),
                Some(&line.normal),
            )
        }
        EntityType::Spline(line) => {
            let points = |list: &[dxf::Point]| list.iter().map(|p| [p.x, p.y]).collect::<Vec<Raw>>();
            let degree = usize::try_from(line.degree_of_curve).unwrap_or(0);
            let (control, fit) = (points(&line.control_points), points(&line.fit_points));
            let curve = curves::spline(degree, &line.knot_values, &line.weight_values, &control, &fit);
            (open(curve), None)
        }
        EntityType::Text(text) => {
            let second = &text.second_alignment_point;
            // Where a second point is given, the text is set about it.
            let at = if second.x == 0.0 && second.y == 0.0 {
                &text.location
            } else {
                second
            };
            (Form::Text([at.x, at.y], plain(&text.value)), Some(&text.normal))
        }
        EntityType::MText(text) => {
            let words = text.extended_text.concat() + &text.text;
            let at = [text.insertion_point.x, text.insertion_point.y];
            (Form::Text(at, plain(&words)), None)
        }
        _ => return None,
    };
    let mirrored = normal.is_some_and(|normal: &Vector| normal.z < 0.0);
    Some(What::Form(if mirrored {
        form.turned(&Turn::MIRROR)
    } else {
        form
    }))
}

/// A line; one that ends where it began is closed.
fn open(mut points: Vec<Raw>) -> Form {
    let closed = points.len() > 3 && points.first() == points.last();
    if closed {
        points.pop();
    }
    Form::Line(points, closed, 0.0)
}

fn used(insert: &Insert) -> Option<Use> {
    let times = [insert.column_count, insert.row_count].map(|n| u16::try_from(n).unwrap_or(0).max(1));
    if u32::from(times[0]) * u32::from(times[1]) > MOST_COPIES {
        return None;
    }
    let texts = insert.attributes().map(|text| {
        let second = &text.second_alignment_point;
        let at = if second.x == 0.0 && second.y == 0.0 {
            &text.location
        } else {
            second
        };
        ([at.x, at.y], plain(&text.value))
    });
    Some(Use {
        block: insert.name.clone(),
        at: [insert.location.x, insert.location.y],
        scale: [insert.x_scale_factor, insert.y_scale_factor],
        degrees: insert.rotation,
        times,
        apart: [insert.column_spacing, insert.row_spacing],
        mirrored: insert.extrusion_direction.z < 0.0,
        texts: texts.collect(),
    })
}
