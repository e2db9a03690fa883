//! A survey of Beimen as the surveyors' program CASS would write it: layers, object codes, signs as blocks, houses
//! drawn as closed lines, as lines that nearly close and as single strokes. Every kind of DXF file of it can be had.

use std::fmt::Write as _;

use mulin::earth::{Converter, Crs};
use mulin::estate::{Class, Estate, Feature, Shape};
use mulin::formats::estate_geojson;
use mulin::geometry::WorldPt;

use crate::formats::BEIMEN;

/// A code and its value.
pub type Pair = (i32, String);

/// Where the gaps of houses are that nearly close, in metres.
pub const GAP_M: f64 = 0.08;

/// How a drawing is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// R12: no LWPOLYLINE; letters in GBK.
    R12,
    /// R2000: letters in GBK.
    R2000,
    /// R2007: letters in UTF-8.
    R2007,
    /// R2000, binary, letters in GBK.
    Binary,
    /// R12, binary with codes of one byte, letters in GBK.
    OldBinary,
}

pub fn beimen() -> Estate {
    estate_geojson::read(BEIMEN.as_bytes()).unwrap().0
}

/// The survey as pairs. `crs` is the grid it is drawn in.
pub struct Maker {
    pub pairs: Vec<Pair>,
    estate: Estate,
    grid: Converter,
    old: bool,
    most: usize,
}

impl Maker {
    pub fn new(crs: Crs, old: bool) -> Self {
        Self {
            pairs: Vec::new(),
            estate: beimen(),
            grid: Converter::new(crs).unwrap(),
            old,
            most: usize::MAX,
        }
    }
    /// So many of each sort alone.
    pub fn few(mut self, most: usize) -> Self {
        self.most = most;
        self
    }
    /// A point of the estate in the grid.
    pub fn at(&self, point: WorldPt) -> [f64; 2] {
        let (longitude, latitude) = self.estate.frame.unwrap().degrees_from_world(point);
        self.grid.from_degrees([longitude, latitude]).unwrap()
    }
    pub fn put(&mut self, code: i32, value: impl ToString) {
        self.pairs.push((code, value.to_string()));
    }
    fn begin(&mut self, kind: &str, layer: &str) {
        self.put(0, kind);
        self.put(8, layer);
    }
    fn xy(&mut self, code: i32, [x, y]: [f64; 2]) {
        self.put(code, format!("{x:.4}"));
        self.put(code + 10, format!("{y:.4}"));
    }
    fn coded(&mut self, code: &str) {
        if !code.is_empty() {
            self.put(1001, "SOUTH");
            self.put(1000, code);
        }
    }
    pub fn line(&mut self, layer: &str, points: &[[f64; 2]], closed: bool, code: &str) {
        if self.old {
            self.begin("POLYLINE", layer);
            self.put(66, 1);
            self.put(70, i32::from(closed));
            self.coded(code);
            for point in points {
                self.begin("VERTEX", layer);
                self.xy(10, *point);
            }
            return self.begin("SEQEND", layer);
        }
        self.begin("LWPOLYLINE", layer);
        self.put(90, points.len());
        self.put(70, i32::from(closed));
        for point in points {
            self.xy(10, *point);
        }
        self.coded(code);
    }
    pub fn stroke(&mut self, layer: &str, a: [f64; 2], b: [f64; 2]) {
        self.begin("LINE", layer);
        self.xy(10, a);
        self.xy(11, b);
    }
    pub fn text(&mut self, layer: &str, at: [f64; 2], text: &str) {
        self.begin("TEXT", layer);
        self.xy(10, at);
        self.put(40, 2.5);
        self.put(1, text);
    }
    pub fn sign(&mut self, layer: &str, block: &str, at: [f64; 2]) {
        self.begin("INSERT", layer);
        self.put(2, block);
        self.xy(10, at);
        self.put(41, 0.5);
        self.put(42, 0.5);
        self.put(50, 30);
    }

    /// A house, drawn in one of four ways.
    fn house(&mut self, number: usize, corners: &[[f64; 2]]) {
        let code = "141161";
        let mut round = corners.to_vec();
        round.push(corners[0]);
        match number % 4 {
            0 => self.line("JMD", corners, true, code),
            1 => self.line("JMD", &round, false, code),
            2 => {
                for (at, side) in round.windows(2).enumerate() {
                    let (a, b) = if at % 2 == 0 {
                        (side[0], side[1])
                    } else {
                        (side[1], side[0])
                    };
                    self.stroke("JMD", a, b);
                }
            }
            _ => {
                // Its last corner stops short of the first.
                let last = round.len() - 1;
                let (to, from) = (round[last], round[last - 1]);
                let length = (to[0] - from[0]).hypot(to[1] - from[1]);
                let share = (length - GAP_M) / length;
                round[last] = [0, 1].map(|axis| from[axis] + (to[axis] - from[axis]) * share);
                self.line("JMD", &round, false, code);
            }
        }
    }

    fn feature(&mut self, number: usize, feature: &Feature) {
        let points = |maker: &Self, list: &[WorldPt]| list.iter().map(|p| maker.at(*p)).collect::<Vec<_>>();
        match (&feature.class, &feature.shape) {
            (Class::Building { storeys, .. }, Shape::Area(edge, _)) => {
                let corners = points(self, edge.corners());
                self.house(number, &corners);
                let middle = self.at(edge.label_point());
                if let Some(storeys) = storeys {
                    self.text("JMD", middle, &format!("混{storeys}"));
                }
                if !feature.name.is_empty() {
                    self.text(
                        "ZJ",
                        [middle[0] + 0.5, middle[1] + 0.5],
                        &if feature.name.chars().all(|c| c.is_ascii_digit()) {
                            format!("{}号楼", feature.name)
                        } else {
                            feature.name.clone()
                        },
                    );
                }
            }
            (Class::Door { stair, .. }, Shape::Point(at)) => {
                // Doors of Beimen are in north walls: half a metre outside, or written a metre inside.
                let [x, y] = self.at(*at);
                match stair {
                    Some(stair) if number.is_multiple_of(2) => {
                        self.text("ZJ", [x, y - 1.0], &format!("{stair}单元"))
                    }
                    _ => self.sign("门", "单元门", [x, y + 0.5]),
                }
            }
            (
                Class::Road {
                    width: Some(width), ..
                },
                Shape::Line(line),
            ) => {
                let middle = points(self, line.points());
                for side in [width / 2.0, -width / 2.0] {
                    let kerb = beside(&middle, side);
                    self.line("DLSS", &kerb, false, "");
                }
            }
            (Class::Tree { .. }, Shape::Point(at)) => {
                let at = self.at(*at);
                self.sign("ZBTZ", "阔叶树", at);
            }
            (Class::Lamp, Shape::Point(at)) => {
                let at = self.at(*at);
                self.sign("DLDW", "路灯", at);
            }
            (Class::Hydrant, Shape::Point(at)) => {
                let at = self.at(*at);
                self.sign("GXYZ", "消火栓", at);
            }
            (Class::Bay { .. }, Shape::Area(edge, _)) => {
                let corners = points(self, edge.corners());
                self.line("停车位", &corners, true, "");
            }
            (Class::Boundary, Shape::Area(edge, _)) => {
                let corners = points(self, edge.corners());
                self.line("用地红线", &corners, true, "");
            }
            (Class::Green, Shape::Area(edge, _)) if !self.old => {
                let corners = points(self, edge.corners());
                self.hatch("ZBTZ", &corners);
            }
            _ => {}
        }
    }

    pub fn hatch(&mut self, layer: &str, corners: &[[f64; 2]]) {
        self.begin("HATCH", layer);
        self.xy(10, [0.0, 0.0]);
        self.put(2, "GRASS");
        self.put(91, 1);
        self.put(92, 3);
        self.put(72, 0);
        self.put(73, 1);
        self.put(93, corners.len());
        for corner in corners {
            self.xy(10, *corner);
        }
        self.put(97, 0);
        self.put(75, 1);
        self.put(98, 0);
    }

    fn head(&mut self, version: &str, code_page: &str) {
        for (code, value) in [
            (0, "SECTION"),
            (2, "HEADER"),
            (9, "$ACADVER"),
            (1, version),
            (9, "$DWGCODEPAGE"),
            (3, code_page),
            (9, "$INSUNITS"),
            (70, "6"),
            (0, "ENDSEC"),
        ] {
            self.put(code, value);
        }
    }

    fn blocks(&mut self) {
        self.put(0, "SECTION");
        self.put(2, "BLOCKS");
        for (name, inner) in [
            ("圈", ""),
            ("阔叶树", "圈"),
            ("路灯", "圈"),
            ("消火栓", "圈"),
            ("单元门", ""),
        ] {
            self.begin("BLOCK", "0");
            self.put(2, name);
            self.put(70, 0);
            self.xy(10, [0.0, 0.0]);
            self.begin("CIRCLE", "0");
            self.xy(10, [0.0, 0.0]);
            self.put(40, 0.8);
            if !inner.is_empty() {
                self.sign("0", inner, [0.3, 0.0]);
            }
            self.begin("ENDBLK", "0");
        }
        self.put(0, "ENDSEC");
    }

    /// The whole survey.
    pub fn survey(mut self, version: &str, code_page: &str) -> Vec<Pair> {
        self.head(version, code_page);
        self.blocks();
        self.put(0, "SECTION");
        self.put(2, "ENTITIES");
        let features = self.estate.features().to_vec();
        let mut numbers = std::collections::HashMap::new();
        for feature in &features {
            let number = numbers.entry(feature.class.word()).or_insert(0);
            if *number < self.most {
                self.feature(*number, feature);
            }
            *number += 1;
        }
        self.clutter();
        self.put(0, "ENDSEC");
        self.put(0, "EOF");
        self.pairs
    }

    /// What every survey has beside: a frame, heights, a north arrow's dimension.
    fn clutter(&mut self) {
        let [x, y] = self.at(WorldPt::new(0.0, 0.0));
        let frame = [
            [x - 50.0, y - 50.0],
            [x + 250.0, y - 50.0],
            [x + 250.0, y + 250.0],
            [x - 50.0, y + 250.0],
        ];
        self.line("TK", &frame, true, "");
        for step in 0..20 {
            let at = [x + f64::from(step) * 9.0, y + 3.0];
            self.begin("POINT", "GCD");
            self.xy(10, at);
            self.text("GCD", at, "37.62");
        }
        self.begin("DIMENSION", "标注");
        self.text("图层1", [x, y], "北门小区");
        self.line("图层1", &[[x, y], [x + 3.0, y]], false, "");
    }
}

/// A line beside another one.
fn beside(line: &[[f64; 2]], side: f64) -> Vec<[f64; 2]> {
    let off = |a: [f64; 2], b: [f64; 2]| {
        let length = (b[0] - a[0]).hypot(b[1] - a[1]);
        [-(b[1] - a[1]) / length * side, (b[0] - a[0]) / length * side]
    };
    let at = |index: usize| {
        let before = off(
            line[index.saturating_sub(1).min(line.len() - 2)],
            line[index.max(1)],
        );
        let after = off(
            line[index.min(line.len() - 2)],
            line[(index + 1).min(line.len() - 1)],
        );
        [0, 1].map(|axis| line[index][axis] + (before[axis] + after[axis]) / 2.0)
    };
    (0..line.len()).map(at).collect()
}

/// The survey in EPSG:4548 as a file.
pub fn file(kind: Kind) -> Vec<u8> {
    let crs = Crs::from_word("EPSG:4548").unwrap();
    let old = matches!(kind, Kind::R12 | Kind::OldBinary);
    let (version, page) = match kind {
        Kind::R12 | Kind::OldBinary => ("AC1009", "ANSI_936"),
        Kind::R2000 | Kind::Binary => ("AC1015", "ANSI_936"),
        Kind::R2007 => ("AC1021", "ANSI_936"),
    };
    let pairs = Maker::new(crs, old).survey(version, page);
    written(&pairs, kind)
}

/// Pairs as a file of a kind.
pub fn written(pairs: &[Pair], kind: Kind) -> Vec<u8> {
    let letters = |text: &str| match kind {
        Kind::R2007 => text.as_bytes().to_vec(),
        _ => encoding_rs::GBK.encode(text).0.into_owned(),
    };
    match kind {
        Kind::Binary | Kind::OldBinary => {
            let mut file = b"AutoCAD Binary DXF\r\n\x1a\0".to_vec();
            for (code, value) in pairs {
                match kind {
                    Kind::Binary => file.extend((*code as i16).to_le_bytes()),
                    _ if *code >= 255 => {
                        file.push(255);
                        file.extend((*code as i16).to_le_bytes());
                    }
                    _ => file.push(*code as u8),
                }
                match code {
                    10..=59 | 210..=239 => file.extend(value.parse::<f64>().unwrap().to_le_bytes()),
                    60..=79 => file.extend(value.parse::<i16>().unwrap().to_le_bytes()),
                    90..=99 => file.extend(value.parse::<i32>().unwrap().to_le_bytes()),
                    _ => {
                        file.extend(letters(value));
                        file.push(0);
                    }
                }
            }
            file
        }
        _ => {
            let mut text = String::new();
            for (code, value) in pairs {
                write!(text, "{code:>3}\r\n{value}\r\n").unwrap();
            }
            letters(&text)
        }
    }
}
