//! The words of a DXF file: pairs of a code and a value, handles, and the entities that are drawn. What stands
//! around them is in `structure`. The crate that reads DXF also writes it, but leaves out owners, layouts and
//! dictionaries, which a strict reader has to repair.

use std::fmt::{Display, Write as _};

/// A layer: its name and its colour, a number of CAD's own list.
pub(super) struct Layer {
    pub name: String,
    pub colour: u8,
}

/// What is drawn, in the unit of the drawing.
pub(super) enum Form {
    /// Straight lines through points, closed or open, of a width.
    Lines {
        points: Vec<[f64; 2]>,
        closed: bool,
        width: f64,
    },
    /// A block at a place, turned so many degrees anticlockwise, grown so many times.
    Block {
        name: String,
        at: [f64; 2],
        turn: f64,
        grown: f64,
    },
    /// A line of text about its middle.
    Text { text: String, at: [f64; 2], height: f64 },
    /// A circle.
    Circle { at: [f64; 2], radius: f64 },
}

/// One entity.
pub(super) struct Thing {
    /// The layer's name.
    pub layer: String,
    pub form: Form,
    /// What it carries for Mulin; a text without line breaks.
    pub carried: Option<String>,
}

/// A block: what is drawn once and placed often, about its origin.
pub(super) struct Block {
    pub name: String,
    pub things: Vec<Thing>,
}

/// A drawing in metres.
#[derive(Default)]
pub(super) struct Drawing {
    pub layers: Vec<Layer>,
    pub blocks: Vec<Block>,
    pub things: Vec<Thing>,
    /// The box of it all.
    pub bounds: [[f64; 2]; 2],
    /// What stands at the head of the file, for who opens it as text.
    pub comment: String,
}

/// The name under which entities carry what Mulin knows of them.
pub(super) const APP: &str = "MULIN";
/// A text of extended data has at most 255 bytes.
const CHUNK: usize = 240;

/// A handle: a number that no other object of the file has.
#[derive(Clone, Copy)]
pub(super) struct Handle(pub u32);

impl Display for Handle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:X}", self.0)
    }
}

pub(super) const NONE: Handle = Handle(0);

pub(super) struct Pairs {
    pub text: String,
    pub last: u32,
}

impl Pairs {
    pub fn handle(&mut self) -> Handle {
        self.last += 1;
        Handle(self.last)
    }
    pub fn pair(&mut self, code: u16, value: impl Display) {
        // Writing to a String cannot fail.
        let _ = write!(self.text, "{code}\n{value}\n");
    }
    pub fn all<V: Display>(&mut self, pairs: impl IntoIterator<Item = (u16, V)>) {
        for (code, value) in pairs {
            self.pair(code, value);
        }
    }
    pub fn real(&mut self, code: u16, value: f64) {
        self.pair(
            code,
            format!("{:.6}", if value.is_finite() { value + 0.0 } else { 0.0 }),
        );
    }
    pub fn point(&mut self, code: u16, [x, y]: [f64; 2]) {
        self.real(code, x);
        self.real(code + 10, y);
    }
    pub fn point_3d(&mut self, code: u16, at: [f64; 2]) {
        self.point(code, at);
        self.real(code + 20, 0.0);
    }
    /// The beginning of an object: its type, handle and owner.
    pub fn object(&mut self, kind: &str, handle: Handle, owner: Handle) {
        self.pair(0, kind);
        self.pair(if kind == "DIMSTYLE" { 105 } else { 5 }, handle);
        self.pair(330, owner);
    }
    /// The beginning of a table; gives its handle.
    pub fn table(&mut self, name: &str, count: usize) -> Handle {
        let handle = self.handle();
        self.all([(0, "TABLE"), (2, name)]);
        self.pair(5, handle);
        self.pair(330, NONE);
        self.pair(100, "AcDbSymbolTable");
        self.pair(70, count);
        if name == "DIMSTYLE" {
            self.pair(100, "AcDbDimStyleTable");
        }
        handle
    }
    /// The beginning of a table's row.
    pub fn row(&mut self, kind: &str, table: Handle, class: &str, name: &str) -> Handle {
        let handle = self.handle();
        self.row_of(handle, kind, table, class, name);
        handle
    }
    pub fn row_of(&mut self, handle: Handle, kind: &str, table: Handle, class: &str, name: &str) {
        self.object(kind, handle, table);
        self.all([(100, "AcDbSymbolTableRecord"), (100, class), (2, name)]);
    }
    pub fn thing(&mut self, thing: &Thing, owner: Handle) {
        let handle = self.handle();
        let (kind, class) = match thing.form {
            Form::Lines { .. } => ("LWPOLYLINE", "AcDbPolyline"),
            Form::Block { .. } => ("INSERT", "AcDbBlockReference"),
            Form::Text { .. } => ("TEXT", "AcDbText"),
            Form::Circle { .. } => ("CIRCLE", "AcDbCircle"),
        };
        self.object(kind, handle, owner);
        self.all([(100, "AcDbEntity"), (8, &thing.layer), (100, class)]);
        match &thing.form {
            Form::Lines {
                points,
                closed,
                width,
            } => {
                self.pair(90, points.len());
                self.pair(70, u8::from(*closed));
                self.real(43, *width);
                for point in points {
                    self.point(10, *point);
                }
            }
            Form::Block {
                name,
                at,
                turn,
                grown,
            } => {
                self.pair(2, name);
                self.point_3d(10, *at);
                for code in [41, 42, 43] {
                    self.real(code, *grown);
                }
                self.real(50, *turn);
            }
            Form::Text { text, at, height } => {
                self.point_3d(10, *at);
                self.real(40, *height);
                self.pair(1, plain(text));
                self.pair(7, "Standard");
                self.pair(72, 1);
                self.point_3d(11, *at);
                self.pair(100, "AcDbText");
                self.pair(73, 2);
            }
            Form::Circle { at, radius } => {
                self.point_3d(10, *at);
                self.real(40, *radius);
            }
        }
        if let Some(carried) = &thing.carried {
            self.pair(1001, APP);
            for part in chunks(carried) {
                self.pair(1000, part);
            }
        }
    }
}

/// Text as a line of the file: a caret begins an escape there.
pub(super) fn plain(text: &str) -> String {
    let clean = text.chars().map(|c| if c.is_control() { ' ' } else { c });
    clean.collect::<String>().replace('^', "^ ")
}

/// A text in pieces that extended data can hold, cut between letters.
fn chunks(text: &str) -> Vec<&str> {
    let mut rest = text;
    let mut parts = Vec::new();
    while !rest.is_empty() {
        let cut = rest.floor_char_boundary(CHUNK.min(rest.len()));
        let (part, more) = rest.split_at(cut);
        parts.push(part);
        rest = more;
    }
    parts
}
