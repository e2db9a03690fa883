//! The whole drawing: what is on its sheet, with its blocks put where they are used.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::text::Message;

use super::super::{MAX_FEATURES, Meter, Place, Problem, ReadFault};
use super::clean::{self, HEADS, PARTS};
use super::entities::{self, Drawn, Use, What};
use super::letters::decoded;
use super::look::{Look, Section, Sections};
use super::pairs::{Pair, Pairs};
use super::strokes::{Form, LayerNo, Stroke, Turn};

/// Points of a drawing at most, its blocks as often as they are used.
const MOST_POINTS: usize = 1_500_000;
/// How deep blocks may use blocks.
const DEEPEST: usize = 16;
/// Letters of entities that are handed to the crate at once.
const LOT: usize = 48 * 1024;
/// Problems of one sort that are listed one by one; the others are counted.
pub(super) const LISTED: usize = 20;

/// Names by number, so that a stroke carries no text.
#[derive(Default)]
pub(super) struct Names {
    numbers: HashMap<String, u32>,
    pub names: Vec<String>,
}

impl Names {
    pub fn number(&mut self, name: &str) -> u32 {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        // A file of 20 MB has no four billion names.
        let number = self.names.len() as u32;
        self.names.push(name.to_owned());
        self.numbers.insert(name.to_owned(), number);
        number
    }
    pub fn name(&self, number: u32) -> &str {
        self.names.get(number as usize).map_or("", String::as_str)
    }
}

struct Block {
    base: [f64; 2],
    things: Vec<Drawn>,
}

/// A drawing that was read, its blocks not yet put where they are used.
pub(super) struct Drawing {
    pub layers: Names,
    things: Vec<Drawn>,
    blocks: HashMap<String, Block>,
    /// Entities that say nothing of the ground here, by kind.
    pub unread: BTreeMap<String, usize>,
    spoilt: Vec<(String, String, [f64; 2])>,
}

/// The entities that wait for the crate.
#[derive(Default)]
struct Lot {
    text: String,
    heads: Vec<Head>,
}

struct Head {
    kind: String,
    /// The block that it belongs to; none for the sheet.
    block: Option<String>,
    from: usize,
    layer: String,
    place: [f64; 2],
}

impl Drawing {
    /// The drawing of a file.
    pub fn read(bytes: &[u8], look: &Look, meter: &mut Meter) -> Result<Self, ReadFault> {
        let mut drawing = Self {
            layers: Names::default(),
            things: Vec::new(),
            blocks: HashMap::new(),
            unread: BTreeMap::new(),
            spoilt: Vec::new(),
        };
        let mut sections = Sections::new();
        let mut lot = Lot::default();
        let mut block: Option<String> = None;
        let mut kind = String::new();
        let mut held: Vec<Pair> = Vec::new();
        let mut section = Section::Entities;
        let mut pairs = Pairs::new(bytes);
        while let Some(pair) = pairs.next() {
            let of = sections.of(&pair);
            if pair.code != 0 && of.is_some() {
                held.push(pair);
                continue;
            }
            if matches!(section, Section::Blocks | Section::Entities) && !kind.is_empty() {
                drawing.entity(&kind, &held, look, &mut block, &mut lot);
            }
            held.clear();
            meter.at(pairs.passed(), bytes.len());
            kind = if pair.code == 0 && of.is_some() {
                pair.word().to_owned()
            } else {
                String::new()
            };
            section = of.unwrap_or(section);
            if drawing.spoilt.len() > MAX_FEATURES {
                return Err(ReadFault::TooMany { most: MAX_FEATURES });
            }
        }
        // What is left when the file ends within an entity is not whole; in a whole file nothing is.
        if !look.cut && !kind.is_empty() && matches!(section, Section::Blocks | Section::Entities) {
            drawing.entity(&kind, &held, look, &mut block, &mut lot);
        }
        drawing.flush(&mut lot);
        Ok(drawing)
    }

    fn entity(&mut self, kind: &str, pairs: &[Pair], look: &Look, block: &mut Option<String>, lot: &mut Lot) {
        let encoding = look.encoding;
        match kind {
            "BLOCK" => {
                let name = pairs.iter().find(|pair| pair.code == 2);
                let name = name
                    .map(|pair| decoded(&pair.value, encoding))
                    .unwrap_or_default();
                let base = clean::place(pairs);
                let things = Vec::new();
                self.blocks.insert(name.clone(), Block { base, things });
                *block = Some(name);
            }
            "ENDBLK" => *block = None,
            "HATCH" => {
                let areas = super::hatch::areas(pairs);
                if areas.is_empty() || !clean::is_seen(pairs) {
                    *self.unread.entry(kind.to_owned()).or_default() += 1;
                    return;
                }
                let layer = clean::layer(pairs, encoding);
                for rings in areas {
                    let thing = Drawn {
                        layer: layer.clone(),
                        code: clean::code(pairs),
                        what: What::Form(Form::Area(rings)),
                    };
                    self.put(block.as_deref(), thing);
                }
            }
            _ if PARTS.contains(&kind) => match clean::entity(kind, pairs, encoding) {
                Some(text) => lot.text.push_str(&text),
                None => self.spoil(kind, pairs, look),
            },
            _ if HEADS.contains(&kind) && clean::is_seen(pairs) => {
                if lot.text.len() > LOT {
                    self.flush(lot);
                }
                let Some(text) = clean::entity(kind, pairs, encoding) else {
                    return self.spoil(kind, pairs, look);
                };
                lot.heads.push(Head {
                    kind: kind.to_owned(),
                    block: block.clone(),
                    from: lot.text.len(),
                    layer: clean::layer(pairs, encoding),
                    place: clean::place(pairs),
                });
                lot.text.push_str(&text);
            }
            _ => *self.unread.entry(kind.chars().take(24).collect()).or_default() += 1,
        }
    }

    fn spoil(&mut self, kind: &str, pairs: &[Pair], look: &Look) {
        let layer = clean::layer(pairs, look.encoding);
        self.spoilt.push((kind.to_owned(), layer, clean::place(pairs)));
    }

    /// Has the crate read what waits. Where it refuses the lot, each entity is given to it by itself.
    fn flush(&mut self, lot: &mut Lot) {
        let Lot { text, heads } = std::mem::take(lot);
        if let Some(things) = entities::read(&text, heads.len()) {
            for (head, thing) in heads.into_iter().zip(things) {
                self.take(head, thing);
            }
            return;
        }
        let ends: Vec<usize> = heads
            .iter()
            .skip(1)
            .map(|head| head.from)
            .chain([text.len()])
            .collect();
        for (head, end) in heads.into_iter().zip(ends) {
            match entities::read(&text[head.from..end], 1) {
                Some(mut things) => {
                    let thing = things.pop().flatten();
                    self.take(head, thing);
                }
                None => self.spoilt.push((head.kind, head.layer, head.place)),
            }
        }
    }

    fn take(&mut self, head: Head, thing: Option<Drawn>) {
        match thing {
            Some(thing) => self.put(head.block.as_deref(), thing),
            None => *self.unread.entry(head.kind).or_default() += 1,
        }
    }

    fn put(&mut self, block: Option<&str>, thing: Drawn) {
        self.layers.number(&thing.layer);
        match block.and_then(|name| self.blocks.get_mut(name)) {
            Some(block) => block.things.push(thing),
            None => self.things.push(thing),
        }
    }

    /// Everything on the sheet. A use of a block for which `is_sign` (a tree, a lamp) is one point; any other is what
    /// it is made of.
    pub fn strokes(
        &mut self,
        blocks: &mut Names,
        is_sign: &dyn Fn(&Use, &str, Option<u32>) -> bool,
        problems: &mut Vec<Problem>,
    ) -> Result<Vec<Stroke>, ReadFault> {
        let mut unfolding = Unfolding {
            blocks: &self.blocks,
            layers: &mut self.layers,
            block_names: blocks,
            is_sign,
            strokes: Vec::new(),
            points: 0,
            missing: HashSet::new(),
            circular: HashSet::new(),
        };
        let mut within = Vec::new();
        for thing in &self.things {
            unfolding.thing(thing, &Turn::NONE, None, &mut within)?;
        }
        let said = |key: &'static str, names: HashSet<String>| {
            let mut names: Vec<String> = names.into_iter().collect();
            names.sort();
            names
                .into_iter()
                .take(LISTED)
                .map(move |name| Problem::of_file(Message::new(key).with("block", name)))
        };
        problems.extend(said("dxf-block-missing", unfolding.missing));
        problems.extend(said("dxf-block-circular", unfolding.circular));
        Ok(unfolding.strokes)
    }

    /// What could not be read, said.
    pub fn problems(&mut self, unit: f64) -> Vec<Problem> {
        let spoilt = std::mem::take(&mut self.spoilt);
        let more = spoilt.len().saturating_sub(LISTED);
        let one = |(kind, layer, at): (String, String, [f64; 2])| Problem {
            place: Place::Drawing(layer, at.map(|n| n * unit)),
            message: Message::new("dxf-spoilt").with("kind", kind),
        };
        let mut problems: Vec<Problem> = spoilt.into_iter().take(LISTED).map(one).collect();
        if more > 0 {
            problems.push(Problem::of_file(
                Message::new("dxf-spoilt-more").with("count", more),
            ));
        }
        let kinds: Vec<String> = self
            .unread
            .iter()
            .map(|(kind, count)| format!("{count} × {kind}"))
            .collect();
        if !kinds.is_empty() {
            problems.push(Problem::of_file(
                Message::new("dxf-unread").with("kinds", kinds.join(", ")),
            ));
        }
        problems
    }
}

/// Blocks being put where they are used.
struct Unfolding<'a> {
    blocks: &'a HashMap<String, Block>,
    layers: &'a mut Names,
    block_names: &'a mut Names,
    is_sign: &'a dyn Fn(&Use, &str, Option<u32>) -> bool,
    strokes: Vec<Stroke>,
    points: usize,
    missing: HashSet<String>,
    circular: HashSet<String>,
}

impl<'a> Unfolding<'a> {
    /// `around` is the layer and the code of the use that a thing lies in: what a block has on layer 0 is of its use.
    fn thing(
        &mut self,
        thing: &'a Drawn,
        turn: &Turn,
        around: Option<(&str, Option<u32>)>,
        within: &mut Vec<&'a str>,
    ) -> Result<(), ReadFault> {
        let (layer, code) = around
            .filter(|_| thing.layer == "0")
            .unwrap_or((thing.layer.as_str(), None));
        let (layer, code) = (layer.to_owned(), thing.code.or(code));
        match &thing.what {
            What::Form(form) => {
                let layer = self.layers.number(&layer);
                self.put(layer, code, None, form.turned(turn))
            }
            What::Use(used) => self.used(used, &layer, code, turn, within),
        }
    }

    fn put(
        &mut self,
        layer: LayerNo,
        code: Option<u32>,
        block: Option<u32>,
        form: Form,
    ) -> Result<(), ReadFault> {
        self.points += form.count();
        if self.points > MOST_POINTS {
            return Err(ReadFault::TooMany { most: MOST_POINTS });
        }
        if form.is_finite() {
            self.strokes.push(Stroke {
                layer,
                code,
                block,
                form,
            });
        }
        Ok(())
    }

    fn used(
        &mut self,
        used: &'a Use,
        layer: &str,
        code: Option<u32>,
        turn: &Turn,
        within: &mut Vec<&'a str>,
    ) -> Result<(), ReadFault> {
        let turn = if used.mirrored {
            turn.after(&Turn::MIRROR)
        } else {
            *turn
        };
        let number = self.layers.number(layer);
        for (at, text) in &used.texts {
            self.put(number, code, None, Form::Text(turn.point(*at), text.clone()))?;
        }
        let is_sign = (self.is_sign)(used, layer, code);
        let block = self.blocks.get(&used.block);
        if block.is_none() && !is_sign {
            self.missing.insert(used.block.clone());
            return Ok(());
        }
        if within.len() >= DEEPEST || within.contains(&used.block.as_str()) {
            self.circular.insert(used.block.clone());
            return Ok(());
        }
        // Each copy costs something, also of a block that holds nothing.
        self.points += usize::from(used.times[0]) * usize::from(used.times[1]);
        for row in 0..used.times[1] {
            for column in 0..used.times[0] {
                let apart = [f64::from(column) * used.apart[0], f64::from(row) * used.apart[1]];
                let (sin, cos) = libm::sincos(used.degrees.to_radians());
                let at = [
                    used.at[0] + apart[0] * cos - apart[1] * sin,
                    used.at[1] + apart[0] * sin + apart[1] * cos,
                ];
                if is_sign {
                    let name = self.block_names.number(&used.block);
                    self.put(number, code, Some(name), Form::Point(turn.point(at)))?;
                    continue;
                }
                let Some(block) = block else { continue };
                let own = turn.after(&Turn::of_block(at, used.scale, used.degrees, block.base));
                within.push(&used.block);
                for thing in &block.things {
                    self.thing(thing, &own, Some((layer, code)), within)?;
                }
                within.pop();
            }
        }
        if self.points > MOST_POINTS {
            return Err(ReadFault::TooMany { most: MOST_POINTS });
        }
        Ok(())
    }
}
