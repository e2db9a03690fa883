//! Every thing of every design as a row, for tables and for engines that read GeoParquet. No aliases, wishes or
//! contact details: a row names its design by the receipt only.

use std::io::{self, Write};

use crate::agreement::{Columns, Grouping, group_letter};
use crate::geometry::WorldPt;
use crate::project::Project;
use crate::tally::Drawing;

use super::lean::Round;

/// One thing of one design.
#[derive(Clone, Debug, PartialEq)]
pub struct ObjectRow {
    /// The receipt of the design.
    pub receipt: String,
    /// The thing's name in it.
    pub object: String,
    /// Its kind.
    pub kind: String,
    /// Its middle in metres on the sheet.
    pub at: WorldPt,
    /// Its middle as longitude and latitude (WGS-84); none for an estate without a place on the earth.
    pub degrees: Option<(f64, f64)>,
    /// Its width in metres.
    pub width: f64,
    /// Its depth in metres.
    pub depth: f64,
    /// Its turn in degrees; none for areas and paths.
    pub turn: Option<f64>,
    /// Its ground in square metres.
    pub area: f64,
    /// The group of its design: `A` ….
    pub group: String,
    /// Its author's house.
    pub building: String,
    /// Its author's age band.
    pub age: String,
    /// How the design came.
    pub channel: String,
    /// When it was sent.
    pub drawn: String,
}

/// The rows of all drawings, in their order. The round was read with its details.
pub fn rows<'a>(
    drawings: &'a [Drawing],
    round: &'a Round<'a>,
    project: &'a Project,
    columns: &'a Columns,
    grouping: &'a Grouping,
) -> impl Iterator<Item = ObjectRow> + 'a {
    drawings.iter().flat_map(move |drawing| {
        let one = &drawing.latest;
        let group = columns
            .index_of(&one.name)
            .and_then(|at| grouping.of.get(at).copied().flatten());
        let group = group
            .map(|group| group_letter(group as usize).to_string())
            .unwrap_or_default();
        let receipt = one.name.receipt().to_string();
        let lean = round.get(&one.name);
        let things = lean
            .into_iter()
            .flat_map(|lean| lean.things.iter().zip(&lean.details));
        things.map(move |(thing, detail)| {
            let (at, by) = (detail.at, &one.design.by);
            ObjectRow {
                receipt: receipt.clone(),
                object: detail.id.to_string(),
                kind: thing.kind.to_string(),
                at,
                degrees: project.estate.frame.map(|frame| frame.degrees_from_world(at)),
                width: detail.size.0,
                depth: detail.size.1,
                turn: detail.turn,
                area: detail.area,
                group: group.clone(),
                building: by.building.clone(),
                age: by.age.clone(),
                channel: by.channel.clone(),
                drawn: one.design.drawn.clone(),
            }
        })
    })
}

/// The heads of the table, the same as the columns of the GeoParquet.
pub const HEADS: [&str; 14] = [
    "receipt", "object", "kind", "x", "y", "width_m", "depth_m", "turn_deg", "area_m2", "group", "building",
    "age", "channel", "drawn",
];

/// Writes the rows as CSV (RFC 4180) as they come, UTF-8 with its mark; no cell is one that a spreadsheet would run.
pub fn csv(rows: impl Iterator<Item = ObjectRow>, mut text: impl Write) -> io::Result<()> {
    write!(text, "\u{feff}{}\r\n", HEADS.join(","))?;
    for row in rows {
        let turn = row.turn.map(|turn| turn.to_string()).unwrap_or_default();
        let texts = [&row.receipt, &row.object, &row.kind].map(|text| cell(text));
        let who = [&row.group, &row.building, &row.age, &row.channel, &row.drawn].map(|text| cell(text));
        write!(
            text,
            "{},{:.3},{:.3},{:.3},{:.3},{turn},{:.3},{}\r\n",
            texts.join(","),
            row.at.x,
            row.at.y,
            row.width,
            row.depth,
            row.area,
            who.join(","),
        )?;
    }
    text.flush()
}

fn cell(text: &str) -> String {
    let runs = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if runs { format!("'{text}") } else { text.to_owned() };
    match text.contains(['"', ',', '\r', '\n']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text,
    }
}
