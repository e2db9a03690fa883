//! Reads a project's own kinds at the border: each as it is written in `project.json`, or a sentence why it is left
//! out. Its form is written down in `docs/own-kinds.md`.

use std::sync::Arc;

use serde_json::Value;

use crate::text::{ByLanguage, Message};

use super::own_drawing::drawing;
use super::own_row::Row;
use super::{
    Catalogue, Clearance, Drawing, Form, Gain, Group, Kind, KindId, Layer, Near, Own, Price, PriceUnit,
    Range, Stands, Works,
};

/// More kinds of its own than this no project has.
pub const MOST_KINDS: usize = 100;
/// A name or hint has at most so many letters.
const MOST_LETTERS: usize = 60;
/// Sizes that make sense, in metres.
pub(super) const SIZES_M: (f64, f64) = (0.1, 400.0);
const HEIGHTS_M: (f64, f64) = (0.0, 40.0);
const YUAN: (f64, f64) = (0.0, 1e8);
const COUNTS: (f64, f64) = (0.0, 2_000.0);
const SHARES: (f64, f64) = (0.0, 1.0);
const CLEAR_M: (f64, f64) = (0.0, 100.0);

/// What was read of the own kinds: those that can be used, and a sentence for each that cannot.
pub(super) fn own_kinds(member: &Value, built_in: &Catalogue) -> (Vec<Arc<Kind>>, Vec<Message>) {
    let (mut kinds, mut faults): (Vec<Arc<Kind>>, Vec<Message>) = (Vec::new(), Vec::new());
    let Some(rows) = member.as_array() else {
        return (kinds, vec![Message::new("own-no-list")]);
    };
    for (number, row) in rows.iter().enumerate() {
        if number == MOST_KINDS {
            faults.push(Message::new("own-too-many").with("most", MOST_KINDS));
            break;
        }
        let taken = |id: &KindId| {
            let known = if built_in.kind(id).is_some() {
                "own-id-built-in"
            } else {
                "own-id-twice"
            };
            let is = built_in.kind(id).is_some() || kinds.iter().any(|kind| kind.id == *id);
            is.then(|| Message::new(known).with("id", id.as_str()))
        };
        match own_kind(row, built_in).and_then(|kind| taken(&kind.id).map_or(Ok(kind), Err)) {
            Ok(kind) => kinds.push(Arc::new(kind)),
            Err(why) => {
                let id: String = row["id"].as_str().unwrap_or("?").chars().take(40).collect();
                let said = Message::new("own-left-out").with("number", number + 1);
                faults.push(said.with("id", id).with("why", why));
            }
        }
    }
    (kinds, faults)
}

/// One kind of a project's own as it is written, or the sentence why it cannot be used.
pub fn own_kind(row: &Value, built_in: &Catalogue) -> Result<Kind, Message> {
    let row = Row::of(row, "")?;
    let id = row.text("id").unwrap_or_default();
    if !is_id(id) {
        return Err(Message::new("own-id").with("id", id.chars().take(60).collect::<String>()));
    }
    let like = row.text("like").map(KindId::new);
    let parent = match &like {
        Some(like) => Some(built_in.kind(like).ok_or_else(|| {
            Message::new("own-no-parent").with("like", like.as_str().chars().take(60).collect::<String>())
        })?),
        None => None,
    };
    let mut kind = match parent {
        Some(parent) => (**parent).clone(),
        None => blank(&row)?,
    };
    kind.id = KindId::new(id);
    kind.source = "project.json".to_owned();
    sizes(&row, &mut kind)?;
    looks(&row, &mut kind)?;
    gains(&row, &mut kind.gain)?;
    prices(&row, &mut kind)?;
    choices(&row, &mut kind)?;
    kind.own = Some(Arc::new(Own {
        names: texts(&row, "names", true)?,
        hints: texts(&row, "hints", false)?,
        drawing: match row.members.get("drawing") {
            Some(given) => Some(drawing(given)?),
            None => like.is_none().then(Drawing::plain),
        },
        clearances: clearances(&row, &kind)?,
        like,
    }));
    Ok(kind)
}

/// Small Latin letters, digits and hyphens, a letter first.
pub fn is_id(id: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    id.len() <= 40 && id.starts_with(|c: char| c.is_ascii_lowercase()) && id.chars().all(fits)
}

/// A kind that is no variant, before what is written of it: a block of its size that stands.
fn blank(row: &Row) -> Result<Kind, Message> {
    let (width, depth) = row
        .pair("size", SIZES_M)?
        .ok_or_else(|| row.fault("own-missing", "size"))?;
    Ok(Kind {
        id: KindId::new(""),
        group: Group::Facility,
        form: Form::Rectangle,
        layer: Layer::Standing,
        size: (width, depth),
        width: Range {
            min: width,
            max: width,
        },
        depth: Range {
            min: depth,
            max: depth,
        },
        height: 0.0,
        round: false,
        foot: None,
        on_roads: false,
        shelters: false,
        seals: true,
        stands: Stands::Freely,
        lays_out: None,
        params: Vec::new(),
        price: Price {
            unit: PriceUnit::Each,
            yuan: 0.0,
            low: 0.0,
            high: 0.0,
            source: "project.json".to_owned(),
        },
        option_prices: Default::default(),
        gain: Gain::default(),
        works: Works::Better,
        source: String::new(),
        own: None,
    })
}

fn sizes(row: &Row, kind: &mut Kind) -> Result<(), Message> {
    if let Some(size) = row.pair("size", SIZES_M)? {
        kind.size = size;
    }
    let parent = (kind.width, kind.depth);
    for (member, range, own) in [
        ("width", &mut kind.width, kind.size.0),
        ("depth", &mut kind.depth, kind.size.1),
    ] {
        if let Some(given) = row.inner(member)? {
            let end = |name: &str, or: f64| Ok::<f64, Message>(given.number(name, SIZES_M)?.unwrap_or(or));
            (range.min, range.max) = (end("min", own)?, end("max", own)?);
        }
        if range.min > range.max {
            return Err(row
                .fault("own-upside-down", member)
                .number("least", range.min, 2)
                .number("most", range.max, 2));
        }
        if !(range.min..=range.max).contains(&own) {
            return Err(row
                .fault("own-size-outside", member)
                .number("size", own, 2)
                .number("least", range.min, 2)
                .number("most", range.max, 2));
        }
    }
    // What lays bays or slots out needs their room: a variant stays within what its parent can be.
    let within = |own: Range, parent: Range| own.min >= parent.min && own.max <= parent.max;
    if kind.lays_out.is_some() && !(within(kind.width, parent.0) && within(kind.depth, parent.1)) {
        return Err(Message::new("own-layout-room")
            .number("w0", parent.0.min, 1)
            .number("w1", parent.0.max, 1)
            .number("d0", parent.1.min, 1)
            .number("d1", parent.1.max, 1));
    }
    if let Some(height) = row.number("height", HEIGHTS_M)? {
        kind.height = height;
    }
    if let Some(foot) = row.number("foot", SIZES_M)? {
        kind.foot = Some(foot);
    }
    Ok(())
}

fn looks(row: &Row, kind: &mut Kind) -> Result<(), Message> {
    set(&mut kind.group, row.word("group", &GROUPS)?);
    set(&mut kind.works, row.word("works", &WORKS)?);
    set(&mut kind.layer, row.word("layer", &LAYERS)?);
    set(&mut kind.stands, row.word("stands", &STANDS)?);
    if let Some(form) = row.word("form", &FORMS)? {
        if kind.lays_out.is_some() && form != kind.form {
            return Err(row.fault("own-layout-form", "form"));
        }
        kind.form = form;
    }
    set(&mut kind.round, row.flag("round")?);
    set(&mut kind.on_roads, row.flag("onRoads")?);
    set(&mut kind.shelters, row.flag("shelters")?);
    set(&mut kind.seals, row.flag("seals")?);
    if kind.round {
        kind.size.1 = kind.size.0;
        kind.depth = kind.width;
    }
    Ok(())
}

fn gains(row: &Row, gain: &mut Gain) -> Result<(), Message> {
    let Some(given) = row.inner("gain")? else {
        return Ok(());
    };
    set(&mut gain.seats, given.number("seats", COUNTS)?);
    set(
        &mut gain.seats_per_metre,
        given.number("seatsPerMetre", (0.0, 20.0))?,
    );
    set(&mut gain.bays, given.number("bays", COUNTS)?);
    set(&mut gain.accessible, given.number("accessible", COUNTS)?);
    set(&mut gain.slots, given.number("slots", COUNTS)?);
    set(&mut gain.green, given.number("green", SHARES)?);
    set(&mut gain.activity, given.number("activity", SHARES)?);
    if gain.accessible > gain.bays {
        return Err(Message::new("own-more-accessible"));
    }
    Ok(())
}

/// One price for all options: who sets a price means what it costs here.
fn prices(row: &Row, kind: &mut Kind) -> Result<(), Message> {
    let Some(given) = row.inner("price")? else {
        return Ok(());
    };
    let price = &mut kind.price;
    if let Some(unit) = given.word("unit", &UNITS)? {
        let needs_layout = matches!(
            unit,
            PriceUnit::Bay | PriceUnit::Slot | PriceUnit::Bike | PriceUnit::Item
        );
        if needs_layout && kind.lays_out.is_none() && unit != price.unit {
            return Err(given.fault("own-unit-layout", "unit"));
        }
        price.unit = unit;
    }
    let yuan = given
        .number("yuan", YUAN)?
        .ok_or_else(|| given.fault("own-missing", "yuan"))?;
    let (low, high) = (
        given.number("low", YUAN)?.unwrap_or(yuan),
        given.number("high", YUAN)?.unwrap_or(yuan),
    );
    if !(low <= yuan && yuan <= high) {
        return Err(Message::new("own-price-outside")
            .number("yuan", yuan, 2)
            .number("low", low, 2)
            .number("high", high, 2));
    }
    (price.yuan, price.low, price.high) = (yuan, low, high);
    let source = given.text("source").unwrap_or("project.json");
    price.source = source.chars().take(200).collect();
    kind.option_prices.clear();
    Ok(())
}

/// What of its parent's choices a variant offers, first what a new thing has; `{"style": ["flat"], "plinth": 15}`.
fn choices(row: &Row, kind: &mut Kind) -> Result<(), Message> {
    let Some(given) = row.inner("params")? else {
        return Ok(());
    };
    for (id, value) in given.members {
        let unknown = || Message::new("own-param").with("member", id.chars().take(40).collect::<String>());
        let param = kind
            .params
            .iter_mut()
            .find(|param| param.id == *id)
            .ok_or_else(unknown)?;
        if let Some(number) = &mut param.number {
            number.default = given
                .number(id, (number.range.min, number.range.max))?
                .ok_or_else(unknown)?;
            continue;
        }
        let words: Option<Vec<&str>> = value
            .as_array()
            .map(|all| all.iter().filter_map(Value::as_str).collect());
        let words = words.filter(|words| !words.is_empty()).ok_or_else(unknown)?;
        let fits = |word: &&str| param.options.iter().any(|option| option == word);
        if !words.iter().all(fits) {
            return Err(unknown());
        }
        let mut options: Vec<String> = Vec::new();
        for word in words {
            if options.iter().all(|known| known != word) {
                options.push(word.to_owned());
            }
        }
        param.options = options;
    }
    Ok(())
}

fn clearances(row: &Row, kind: &Kind) -> Result<Vec<Clearance>, Message> {
    let Some(list) = row.members.get("clearances") else {
        return Ok(Vec::new());
    };
    let list = list
        .as_array()
        .ok_or_else(|| row.fault("own-not-a-list", "clearances"))?;
    let words = Near::ALL.map(|near| (near.word(), near));
    let mut all: Vec<Clearance> = Vec::new();
    for one in list {
        let one = Row::of(one, "clearances.")?;
        let from = one
            .word("from", &words)?
            .ok_or_else(|| one.fault("own-missing", "from"))?;
        let metres = one
            .number("metres", CLEAR_M)?
            .ok_or_else(|| one.fault("own-missing", "metres"))?;
        if all.iter().any(|known| known.from == from) {
            return Err(Message::new("own-clearance-twice").with("from", from.word()));
        }
        if from == Near::Front && (kind.round || kind.form != Form::Rectangle) {
            return Err(Message::new("own-no-front"));
        }
        all.push(Clearance { from, metres });
    }
    Ok(all)
}

fn texts(row: &Row, member: &'static str, needed: bool) -> Result<ByLanguage, Message> {
    let mut texts = ByLanguage::new();
    for (tag, text) in row.inner(member)?.map(|row| row.members).into_iter().flatten() {
        let text = text
            .as_str()
            .ok_or_else(|| row.fault("own-not-text", member))?
            .trim();
        if text.chars().count() > MOST_LETTERS || text.chars().any(char::is_control) {
            return Err(row.fault("own-text", member).with("most", MOST_LETTERS));
        }
        if !text.is_empty() {
            texts.insert(tag.chars().take(20).collect(), text.to_owned());
        }
    }
    if needed && texts.is_empty() {
        return Err(Message::new("own-no-name"));
    }
    Ok(texts)
}

fn set<T>(to: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *to = value;
    }
}

const GROUPS: [(&str, Group); 5] = [
    ("parking", Group::Parking),
    ("rest", Group::Rest),
    ("green", Group::Green),
    ("service", Group::Service),
    ("facility", Group::Facility),
];
const WORKS: [(&str, Works); 3] = [
    ("basic", Works::Basic),
    ("better", Works::Better),
    ("service", Works::Service),
];
const LAYERS: [(&str, Layer); 2] = [("standing", Layer::Standing), ("ground", Layer::Ground)];
const FORMS: [(&str, Form); 3] = [
    ("rectangle", Form::Rectangle),
    ("area", Form::Area),
    ("path", Form::Path),
];
const STANDS: [(&str, Stands); 3] = [
    ("freely", Stands::Freely),
    ("back-to-wall", Stands::BackToWall),
    ("in-row", Stands::InRow),
];
const UNITS: [(&str, PriceUnit); 8] = [
    ("each", PriceUnit::Each),
    ("square-metre", PriceUnit::SquareMetre),
    ("metre", PriceUnit::Metre),
    ("bay", PriceUnit::Bay),
    ("slot", PriceUnit::Slot),
    ("bike", PriceUnit::Bike),
    ("item", PriceUnit::Item),
    ("floor", PriceUnit::Floor),
];
