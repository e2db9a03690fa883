//! `mulin.design/1`: the document as the contract has it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::catalogue::KindId;
use crate::design::{Author, Design, GroupId, Params, Placement, PlacementId, PlacementShape, Wish, WishId};
use crate::geometry::{Line, Outline, OutlineFault, Turn, WorldPt, WorldVec};

use super::names::{Kinds, Taken};
use super::sheets::Sheets;
use super::{ReadFault, Repair};

/// The name of this version in documents.
pub const SCHEMA: &str = "mulin.design/1";
/// The largest document that is read or taken, in bytes.
pub const MAX_BYTES: usize = 2 * 1024 * 1024;

#[derive(Serialize, Deserialize)]
struct Document<'a> {
    schema: String,
    project: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    #[serde(borrow)]
    sheets: Sheets<PlacementRow<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    wishes: Vec<WishRow>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    answers: BTreeMap<String, Value>,
    #[serde(default)]
    by: AuthorRow,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    contact: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    supersedes: Option<String>,
    #[serde(default)]
    draft: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    drawn: String,
    #[serde(flatten)]
    extra: Map<String, Value>,
}

#[derive(Serialize, Deserialize)]
struct PlacementRow<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow)]
    kind: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at: Option<[f64; 2]>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    size: Option<[f64; 2]>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    turn: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    outline: Option<Vec<[f64; 2]>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    path: Option<Vec<[f64; 2]>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    width: Option<f64>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    params: Params,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    #[serde(flatten)]
    extra: Map<String, Value>,
}

#[derive(Serialize, Deserialize)]
struct WishRow {
    id: String,
    text: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    topic: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at: Option<[f64; 2]>,
    #[serde(flatten)]
    extra: Map<String, Value>,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct AuthorRow {
    #[serde(skip_serializing_if = "String::is_empty")]
    alias: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    building: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    age: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    channel: String,
    #[serde(flatten)]
    extra: Map<String, Value>,
}

/// Reads a design from its bytes, with what had to be repaired on the way in.
pub fn read(bytes: &[u8]) -> Result<(Design, Vec<Repair>), ReadFault> {
    if bytes.len() > MAX_BYTES {
        return Err(ReadFault::TooLarge {
            bytes: bytes.len(),
            most: MAX_BYTES,
        });
    }
    // Editors on some systems put a byte order mark before the text; it carries no meaning.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut document: Document = match serde_json::from_slice(bytes) {
        Ok(document) => document,
        Err(why) => {
            // What cannot be read may be of a newer version, which is another fault.
            check_version(bytes)?;
            return Err(ReadFault::NotADesign(why.to_string()));
        }
    };
    check_schema(&document.schema)?;
    let rows = document.sheets.drawn.take().unwrap_or_default();
    if rows.len() > Design::MAX_PLACEMENTS || document.wishes.len() > Design::MAX_WISHES {
        return Err(ReadFault::TooMany);
    }
    let mut repairs = Vec::new();
    let placements = placements_from(rows, &mut repairs);
    Ok((design_from(document, placements), repairs))
}

/// The bytes of a design, the same for the same design; [`super::DesignName::of`] names them.
pub fn write(design: &Design) -> Vec<u8> {
    let rows: Vec<PlacementRow> = design.placements().iter().map(|thing| row_from(thing)).collect();
    let document = Document {
        schema: SCHEMA.to_owned(),
        project: design.project.clone(),
        title: design.title.clone(),
        sheets: Sheets {
            drawn: Some(rows),
            others: design.other_sheets.clone().into_inner(),
        },
        wishes: design.wishes().iter().map(|wish| wish_row_from(wish)).collect(),
        answers: design.answers.clone(),
        by: AuthorRow {
            alias: design.by.alias.clone(),
            building: design.by.building.clone(),
            age: design.by.age.clone(),
            channel: design.by.channel.clone(),
            extra: design.by.extra.clone().into_inner(),
        },
        contact: design.contact.clone(),
        supersedes: design.supersedes.clone(),
        draft: design.draft.clone(),
        drawn: design.drawn.clone(),
        extra: design.extra.clone().into_inner(),
    };
    // Strings, numbers and maps with text keys cannot fail to be written.
    serde_json::to_vec(&document).unwrap_or_default()
}

/// One thing as the document writes it.
pub(super) fn row_of(thing: &Placement) -> Value {
    serde_json::to_value(row_from(thing)).unwrap_or_default()
}

fn check_version(bytes: &[u8]) -> Result<(), ReadFault> {
    #[derive(Deserialize)]
    struct Head {
        schema: Option<String>,
    }
    let head: Head = serde_json::from_slice(bytes).map_err(|why| ReadFault::NotADesign(why.to_string()))?;
    match head.schema {
        Some(schema) => check_schema(&schema),
        None => Err(ReadFault::NotADesign("it has no member 'schema'".to_owned())),
    }
}

fn check_schema(schema: &str) -> Result<(), ReadFault> {
    if schema == SCHEMA {
        Ok(())
    } else if is_newer(schema) {
        Err(ReadFault::Newer(schema.to_owned()))
    } else {
        Err(ReadFault::NotADesign(format!(
            "its schema is '{schema}', not '{SCHEMA}'"
        )))
    }
}

fn is_newer(schema: &str) -> bool {
    schema
        .strip_prefix("mulin.design/")
        .and_then(|n| n.parse::<u32>().ok())
        .is_some_and(|n| n > 1)
}

fn placements_from(rows: Vec<PlacementRow>, repairs: &mut Vec<Repair>) -> Vec<Arc<Placement>> {
    let mut taken = Taken::default();
    let mut kinds = Kinds::default();
    let mut placements = Vec::with_capacity(rows.len());
    for row in rows {
        let shape = match shape_from(&row) {
            Ok(Some(shape)) => shape,
            Ok(None) => {
                repairs.push(Repair::NoShape {
                    id: row.id.into_owned(),
                });
                continue;
            }
            Err(fault) => {
                let corners = row.outline.filter(|_| fault == OutlineFault::CrossesItself);
                let point = |[x, y]: [f64; 2]| WorldPt::new(x, y);
                repairs.push(Repair::ShapeLeftOut {
                    id: row.id.into_owned(),
                    kind: KindId::new(&row.kind),
                    corners: corners.unwrap_or_default().into_iter().map(point).collect(),
                    fault,
                });
                continue;
            }
        };
        let id = taken.free(&row.id);
        if *id != row.id {
            repairs.push(Repair::Renamed {
                id: row.id.clone().into_owned(),
                to: id.to_string(),
            });
        }
        let id = PlacementId::new(&id);
        taken.add(&id);
        let mut extra = row.extra;
        let (group, locked) = held_from(&mut extra);
        placements.push(Arc::new(Placement {
            id,
            kind: kinds.named(&row.kind),
            shape,
            params: row.params.into(),
            note: row.note.into(),
            group,
            locked,
            extra: extra.into(),
        }));
    }
    placements
}

/// The group and the lock of a row. They came after the first documents, in which these members
/// may have meant something else: what is no name and no truth value stays as it was read.
fn held_from(extra: &mut Map<String, Value>) -> (Option<GroupId>, bool) {
    let group = extra.get("group").and_then(Value::as_str).and_then(GroupId::new);
    if group.is_some() {
        extra.remove("group");
    }
    let locked = extra.get("locked").and_then(Value::as_bool);
    if locked.is_some() {
        extra.remove("locked");
    }
    (group, locked.unwrap_or(false))
}

fn shape_from(row: &PlacementRow) -> Result<Option<PlacementShape>, OutlineFault> {
    let point = |[x, y]: [f64; 2]| WorldPt::new(x, y);
    if let Some(corners) = &row.outline {
        return Outline::new(corners.iter().copied().map(point)).map(|o| Some(PlacementShape::Area(o)));
    }
    if let Some(points) = &row.path {
        if points.iter().any(|[x, y]| !x.is_finite() || !y.is_finite()) {
            return Err(OutlineFault::NotFinite);
        }
        if points.len() > Outline::MAX_CORNERS {
            return Err(OutlineFault::TooManyCorners);
        }
        let width = row
            .width
            .filter(|w| w.is_finite())
            .unwrap_or(1.5)
            .clamp(0.1, 50.0);
        let line = Line::new(points.iter().copied().map(point)).ok_or(OutlineFault::TooFewCorners)?;
        return Ok(Some(PlacementShape::Path { line, width }));
    }
    let (Some(at), Some(size)) = (row.at, row.size) else {
        return Ok(None);
    };
    let at = point(at);
    if !at.x.is_finite() || !at.y.is_finite() || !size.iter().all(|s| s.is_finite()) {
        return Err(OutlineFault::NotFinite);
    }
    if !at.is_within_reach() || size.iter().any(|s| *s > 1_000.0) {
        return Err(OutlineFault::OutOfReach);
    }
    if size.iter().any(|s| *s < 0.01) {
        return Err(OutlineFault::NoArea);
    }
    Ok(Some(PlacementShape::Rectangle {
        at: at.snapped(),
        size: WorldVec::new(size[0], size[1]),
        turn: Turn::new(row.turn.unwrap_or(0.0)),
    }))
}

/// A thing as a row of the document.
pub(crate) fn row(thing: &Placement) -> Value {
    // Text, numbers and lists cannot fail to be written.
    serde_json::to_value(row_from(thing)).unwrap_or_default()
}

fn row_from(thing: &Placement) -> PlacementRow<'_> {
    let pair = |p: &WorldPt| [p.x, p.y];
    let mut row = PlacementRow {
        id: thing.id.as_str().into(),
        kind: thing.kind.as_str().into(),
        at: None,
        size: None,
        turn: None,
        outline: None,
        path: None,
        width: None,
        params: thing.params.clone().into_inner(),
        note: thing.note.clone().into_inner(),
        extra: thing.extra.clone().into_inner(),
    };
    if let Some(group) = &thing.group {
        row.extra.insert("group".to_owned(), group.as_str().into());
    }
    if thing.locked {
        row.extra.insert("locked".to_owned(), true.into());
    }
    match &thing.shape {
        PlacementShape::Rectangle { at, size, turn } => {
            row.at = Some(pair(at));
            row.size = Some([size.x, size.y]);
            row.turn = Some(turn.degrees());
        }
        PlacementShape::Area(outline) => row.outline = Some(outline.corners().iter().map(pair).collect()),
        PlacementShape::Path { line, width } => {
            row.path = Some(line.points().iter().map(pair).collect());
            row.width = Some(*width);
        }
    }
    row
}

fn wish_row_from(wish: &Wish) -> WishRow {
    WishRow {
        id: wish.id.as_str().to_owned(),
        text: wish.text.clone(),
        topic: wish.topic.clone(),
        at: wish.at.map(|p| [p.x, p.y]),
        extra: wish.extra.clone().into_inner(),
    }
}

fn design_from(document: Document, placements: Vec<Arc<Placement>>) -> Design {
    let place = |[x, y]: [f64; 2]| Some(WorldPt::new(x, y)).filter(|p| p.is_within_reach());
    let wishes = document.wishes.into_iter().map(|row| {
        Arc::new(Wish {
            id: WishId::new(&row.id),
            text: row.text,
            topic: row.topic,
            at: row.at.and_then(place),
            extra: row.extra.into(),
        })
    });
    Design {
        project: document.project,
        title: document.title,
        placements,
        wishes: wishes.collect(),
        answers: document.answers,
        by: Author {
            alias: document.by.alias,
            building: document.by.building,
            age: document.by.age,
            channel: document.by.channel,
            extra: document.by.extra.into(),
        },
        contact: document.contact,
        supersedes: document.supersedes,
        draft: document.draft,
        drawn: document.drawn,
        other_sheets: document.sheets.others.into(),
        extra: document.extra.into(),
    }
}
