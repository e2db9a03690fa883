//! The first look at a drawing: its letters, its unit and where it lies.

use encoding_rs::Encoding;

use super::super::Meter;
use super::letters::Sniffer;
use super::pairs::{Pair, Pairs, Type};

/// The parts of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    Header,
    Blocks,
    /// The drawing itself; also what stands in a file whose sections are not said.
    Entities,
    Other,
}

/// Keeps count of the section that pairs belong to.
pub(super) struct Sections {
    now: Section,
    named: bool,
}

impl Sections {
    pub fn new() -> Self {
        Self {
            now: Section::Entities,
            named: false,
        }
    }
    /// The section of a pair; none for the pairs that begin and end one.
    pub fn of(&mut self, pair: &Pair) -> Option<Section> {
        match (pair.code, pair.word()) {
            (0, "SECTION") => {
                self.named = true;
                return None;
            }
            (2, name) if self.named => {
                self.named = false;
                self.now = match name {
                    "HEADER" => Section::Header,
                    "BLOCKS" => Section::Blocks,
                    "ENTITIES" => Section::Entities,
                    _ => Section::Other,
                };
                return None;
            }
            (0, "ENDSEC" | "EOF") => return None,
            _ => self.named = false,
        }
        Some(self.now)
    }
}

/// The unit of a drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Metres, as surveys have them.
    Metre,
    /// Millimetres, as architects have them.
    Millimetre,
    /// Centimetres.
    Centimetre,
    /// Decimetres.
    Decimetre,
    /// Feet.
    Foot,
    /// Inches.
    Inch,
}

impl Unit {
    const ALL: [Self; 6] = [
        Self::Metre,
        Self::Millimetre,
        Self::Inch,
        Self::Foot,
        Self::Centimetre,
        Self::Decimetre,
    ];
    /// The word for it: `m`, `mm` ….
    pub fn word(self) -> &'static str {
        match self {
            Self::Metre => "m",
            Self::Millimetre => "mm",
            Self::Centimetre => "cm",
            Self::Decimetre => "dm",
            Self::Foot => "ft",
            Self::Inch => "in",
        }
    }
    /// The unit of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.word() == word)
    }
    /// Metres of one.
    pub fn metres(self) -> f64 {
        match self {
            Self::Metre => 1.0,
            Self::Millimetre => 0.001,
            Self::Centimetre => 0.01,
            Self::Decimetre => 0.1,
            Self::Foot => 0.3048,
            Self::Inch => 0.0254,
        }
    }
    /// The unit of `$INSUNITS`.
    fn of_header(number: f64) -> Option<Self> {
        Some(match number as i64 {
            1 => Self::Inch,
            2 => Self::Foot,
            4 => Self::Millimetre,
            5 => Self::Centimetre,
            6 => Self::Metre,
            14 => Self::Decimetre,
            _ => return None,
        })
    }
}

/// How a unit came to be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// The file says so, and the size of what is drawn agrees.
    Said,
    /// By the size of what is drawn.
    BySize,
    /// The file says another one, which the size of what is drawn belies.
    Against(Unit),
}

/// What the first look found.
pub(super) struct Look {
    pub encoding: &'static Encoding,
    /// Whether the file says another code page than its letters are in.
    pub letters_belie: bool,
    /// How far across what is drawn is, in its unit, without the tenth that lies farthest out.
    across: f64,
    said: Option<Unit>,
    /// Lengths written in feet and inches.
    feet: usize,
    pub damaged: usize,
    pub first_damaged: usize,
    pub cut: bool,
    pub pairs: usize,
    pub entities: usize,
}

/// The most points that the first look weighs: enough for a size.
const WEIGHED: usize = 20_000;

impl Look {
    pub fn at(bytes: &[u8], meter: &mut Meter) -> Self {
        let mut pairs = Pairs::new(bytes);
        let mut sections = Sections::new();
        let mut sniffer = Sniffer::default();
        let (mut variable, mut code_page, mut said) = (String::new(), String::new(), None);
        let mut spread = [Vec::new(), Vec::new()];
        let (mut feet, mut count, mut entities) = (0, 0, 0);
        while let Some(pair) = pairs.next() {
            count += 1;
            if pair.code == 0 {
                meter.at(pairs.passed(), bytes.len());
            }
            let section = sections.of(&pair);
            if Type::of(pair.code) == Type::Text && pair.code != 5 {
                sniffer.see(&pair.value);
            }
            match (section, pair.code) {
                (Some(Section::Header), 9) => pair.word().clone_into(&mut variable),
                (Some(Section::Header), 3) if variable == "$DWGCODEPAGE" => {
                    pair.word().clone_into(&mut code_page)
                }
                (Some(Section::Header), 70) if variable == "$INSUNITS" => {
                    said = pair.number().and_then(Unit::of_header)
                }
                (Some(Section::Entities), 0) => entities += 1,
                (Some(Section::Entities), 1) => feet += usize::from(is_in_feet(pair.word())),
                (Some(Section::Entities), 10 | 20) => {
                    let values = &mut spread[usize::from(pair.code == 20)];
                    if values.len() < WEIGHED {
                        values.extend(pair.number());
                    }
                }
                _ => {}
            }
        }
        let (encoding, letters_belie) = sniffer.encoding(&code_page);
        let [x, y] = spread.map(|mut values| inner_range(&mut values));
        Self {
            encoding,
            letters_belie,
            across: x.max(y),
            said,
            feet,
            damaged: pairs.damaged,
            first_damaged: pairs.first_damaged,
            cut: pairs.cut,
            pairs: count,
            entities,
        }
    }

    /// The unit, and why.
    pub fn unit(&self) -> (Unit, Why) {
        // Drawings of a house to drawings of a district.
        let plausible = |unit: &Unit| (8.0..=6_000.0).contains(&(self.across * unit.metres()));
        if let Some(said) = self.said.filter(plausible) {
            return (said, Why::Said);
        }
        let in_feet = [Unit::Inch, Unit::Foot];
        let metric = [Unit::Metre, Unit::Millimetre, Unit::Centimetre];
        let mut candidates = in_feet.into_iter().filter(|_| self.feet > 0).chain(metric);
        let unit = candidates.find(plausible).unwrap_or(Unit::Metre);
        match self.said {
            Some(said) if said != unit => (unit, Why::Against(said)),
            Some(_) => (unit, Why::Said),
            None => (unit, Why::BySize),
        }
    }
}

/// How far apart values lie, without the tenth to either side.
fn inner_range(values: &mut [f64]) -> f64 {
    if values.is_empty() {
        return 0.0;
    }
    let last = values.len() - 1;
    let (low, high) = (last / 10, last - last / 10);
    let low = *values.select_nth_unstable_by(low, f64::total_cmp).1;
    let high = *values.select_nth_unstable_by(high, f64::total_cmp).1;
    high - low
}

/// Whether a text is a length such as `12'-6"` or `8"`.
fn is_in_feet(text: &str) -> bool {
    let text = text.trim();
    let digits = text.chars().take_while(|c| c.is_ascii_digit()).count();
    digits > 0 && text[digits..].starts_with(['\'', '"'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_in_feet_and_inches_are_known_by_their_marks() {
        assert!(is_in_feet("12'-6\"") && is_in_feet("8\""));
        assert!(!is_in_feet("混6") && !is_in_feet("12") && !is_in_feet("it's"));
    }
}
