//! The layers, named in Chinese and English: what is there, what is new, and what is written.

use crate::catalogue::{Group, Kind};
use crate::estate::Class;
use crate::text::{Lang, Message, say};

use super::file::Layer;

/// A layer: the key of its name and its colour.
pub(super) type Row = (&'static str, u8);

/// Texts.
pub(super) const NOTES: Row = ("dxf-layer-notes", 7);
/// Edges and drawings of what is new and is no block.
pub(super) const EDGES: Row = ("dxf-layer-new-edges", 6);
/// New things of a kind that the catalogue does not know.
const UNKNOWN: Row = ("dxf-layer-new-other", 6);

/// What is there, by the word of its class.
const OLD: [(&str, Row); 18] = [
    ("boundary", ("dxf-layer-boundary", 1)),
    ("building", ("dxf-layer-building", 8)),
    ("door", ("dxf-layer-door", 8)),
    ("road", ("dxf-layer-road", 9)),
    ("gate", ("dxf-layer-gate", 1)),
    ("bay", ("dxf-layer-bay", 9)),
    ("green", ("dxf-layer-green", 94)),
    ("paving", ("dxf-layer-paving", 42)),
    ("activity", ("dxf-layer-activity", 42)),
    ("water", ("dxf-layer-water", 150)),
    ("tree", ("dxf-layer-tree", 94)),
    ("pipe", ("dxf-layer-pipe", 30)),
    ("manhole", ("dxf-layer-manhole", 30)),
    ("hydrant", ("dxf-layer-hydrant", 10)),
    ("lamp", ("dxf-layer-lamp", 40)),
    ("substation", ("dxf-layer-substation", 30)),
    ("septic", ("dxf-layer-septic", 30)),
    ("fence", ("dxf-layer-fence", 8)),
];

/// What is new, by its shelf.
const NEW: [(Group, Row); 5] = [
    (Group::Parking, ("dxf-layer-new-parking", 5)),
    (Group::Rest, ("dxf-layer-new-rest", 20)),
    (Group::Green, ("dxf-layer-new-green", 3)),
    (Group::Service, ("dxf-layer-new-service", 230)),
    (Group::Facility, ("dxf-layer-new-facility", 4)),
];

/// A layer's name: `现状_楼房_BUILDING`, the Chinese name first, without the signs that CAD forbids.
pub(super) fn layer((key, _): Row) -> String {
    let said = |lang| say(lang, &Message::new(key));
    let english = said(Lang::En).to_uppercase();
    format!("{}_{english}", said(Lang::ZhCn))
        .replace(|c: char| " <>/\\\":;?*|,=`'".contains(c) || c.is_control(), "_")
}

/// Every layer.
pub(super) fn all() -> Vec<Layer> {
    let rows = OLD.map(|(_, row)| row).into_iter().chain(NEW.map(|(_, row)| row));
    rows.chain([UNKNOWN, EDGES, NOTES])
        .map(|row| Layer {
            name: layer(row),
            colour: row.1,
        })
        .collect()
}

/// The layer of what is there.
pub(super) fn layer_of_class(class: &Class) -> String {
    let own = OLD.iter().find(|(word, _)| *word == class.word());
    layer(own.map_or(NOTES, |(_, row)| *row))
}

/// The layer of what is new.
pub(super) fn layer_of_kind(kind: Option<&Kind>) -> String {
    let own = kind.and_then(|kind| NEW.iter().find(|(group, _)| *group == kind.group));
    layer(own.map_or(UNKNOWN, |(_, row)| *row))
}
