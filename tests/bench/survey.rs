//! Large surveys read as estates, each against the bare parser crate on the same bytes: DXF against `dxf`, OpenStreetMap XML
//! against `quick-xml`, Overpass JSON against `serde_json`. Prints JSON on stdout: `make bench`, or
//! `cargo run --release --features cli --example bench_survey`.
//!
//! Each reading is a program of its own, which reads the file from the disk, so that the most memory it ever had
//! (`VmHWM`, the file's bytes included) is that reading's alone. Ours and the bare one go in turns; the middle one counts.

#![allow(clippy::unwrap_used)] // A measurement that cannot be taken may stop.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use mulin::exchange::{ReadWish, read};

/// Houses with texts and much that nobody here asks for, until the file has so many bytes.
fn drawing(bytes: usize) -> Vec<u8> {
    let mut text = String::from(
        "0\nSECTION\n2\nBLOCKS\n0\nBLOCK\n2\n树\n10\n0\n20\n0\n0\nCIRCLE\n8\n0\n10\n0\n20\n0\n40\n1\n0\nENDBLK\n",
    );
    text.push_str("0\nENDSEC\n0\nSECTION\n2\nENTITIES\n");
    let mut at = 0_u32;
    while text.len() < bytes {
        let (x, y) = (f64::from(at % 200) * 20.0, f64::from(at / 200) * 20.0);
        write!(
            text,
            "0\nLWPOLYLINE\n5\n{at:X}\n100\nAcDbEntity\n8\nJMD\n100\nAcDbPolyline\n90\n4\n70\n1\n"
        )
        .unwrap();
        for (dx, dy) in [(0.0, 0.0), (12.0, 0.0), (12.0, 9.0), (0.0, 9.0)] {
            write!(text, "10\n{:.4}\n20\n{:.4}\n", x + dx, y + dy).unwrap();
        }
        write!(
            text,
            "0\nTEXT\n8\nJMD\n10\n{:.4}\n20\n{:.4}\n40\n2.5\n1\n混6\n",
            x + 5.0,
            y + 5.0
        )
        .unwrap();
        // Most of a survey is what nobody here asks for: heights and contours.
        for step in 0..6 {
            write!(text, "0\nPOINT\n5\n{at:X}\n100\nAcDbEntity\n8\nGCD\n100\nAcDbPoint\n10\n{:.4}\n20\n{y:.4}\n30\n37.6\n", x + f64::from(step)).unwrap();
            write!(text, "0\nLINE\n5\n{at:X}\n100\nAcDbEntity\n8\nDGX\n100\nAcDbLine\n10\n{x:.4}\n20\n{y:.4}\n30\n0.0\n11\n{:.4}\n21\n{y:.4}\n31\n0.0\n", x + 3.0).unwrap();
        }
        at += 1;
    }
    text.push_str("0\nENDSEC\n0\nEOF\n");
    text.into_bytes()
}

/// The four corners of the house of a number: their names, latitudes and longitudes.
fn corners(house: u32) -> [(u32, f64, f64); 4] {
    let (lon, lat) = (
        116.5 + f64::from(house % 200) * 3e-4,
        35.4 + f64::from(house / 200) * 2e-4,
    );
    [(0, 0.0, 0.0), (1, 1.2e-4, 0.0), (2, 1.2e-4, 9e-5), (3, 0.0, 9e-5)]
        .map(|(n, dx, dy)| (house * 10 + n, lat + dy, lon + dx))
}

/// Houses of four corners with their nodes as extracts have them, until the file has so many bytes.
fn osm(bytes: usize) -> Vec<u8> {
    let mut text =
        String::from("<?xml version='1.0' encoding='UTF-8'?>\n<osm version=\"0.6\" generator=\"bench\">\n");
    let (mut ways, mut at) = (String::new(), 1_u32);
    while text.len() + ways.len() < bytes {
        for (id, lat, lon) in corners(at) {
            writeln!(text, "\t<node id=\"{}\" lat=\"{:.7}\" lon=\"{:.7}\" version=\"3\" timestamp=\"2020-08-10T00:00:00Z\" changeset=\"123456\" uid=\"4711\" user=\"surveyor\"/>", id, lat, lon).unwrap();
        }
        let nodes = [0, 1, 2, 3, 0]
            .map(|n| format!("\t\t<nd ref=\"{}\"/>\n", at * 10 + n))
            .concat();
        write!(ways, "\t<way id=\"{at}\" version=\"2\" timestamp=\"2020-08-10T00:00:00Z\">\n{nodes}\t\t<tag k=\"building\" v=\"apartments\"/>\n\t\t<tag k=\"building:levels\" v=\"6\"/>\n\t\t<tag k=\"addr:housenumber\" v=\"{at}号楼\"/>\n\t</way>\n").unwrap();
        at += 1;
    }
    (text + &ways + "</osm>\n").into_bytes()
}

/// The same as an answer of Overpass.
fn overpass(bytes: usize) -> Vec<u8> {
    let mut text = String::from(
        "{\n  \"version\": 0.6,\n  \"elements\": [\n{\"type\":\"node\",\"id\":1,\"lat\":35.4,\"lon\":116.5}",
    );
    let mut at = 1_u32;
    while text.len() < bytes {
        for (id, lat, lon) in corners(at) {
            write!(text, ",\n{{\n  \"type\": \"node\",\n  \"id\": {},\n  \"lat\": {:.7},\n  \"lon\": {:.7},\n  \"timestamp\": \"2020-08-10T00:00:00Z\",\n  \"version\": 3,\n  \"changeset\": 123456,\n  \"user\": \"surveyor\",\n  \"uid\": 4711\n}}", id, lat, lon).unwrap();
        }
        let nodes = [0, 1, 2, 3, 0]
            .map(|n| format!("{}", at * 10 + n))
            .join(",\n    ");
        write!(text, ",\n{{\n  \"type\": \"way\",\n  \"id\": {at},\n  \"nodes\": [\n    {nodes}\n  ],\n  \"tags\": {{\n    \"building\": \"apartments\",\n    \"building:levels\": \"6\",\n    \"addr:housenumber\": \"{at}号楼\"\n  }}\n}}").unwrap();
        at += 1;
    }
    (text + "\n  ]\n}\n").into_bytes()
}

/// The bare parser: how much it found.
fn bare(name: &str, file: &[u8]) -> usize {
    match name.rsplit('.').next() {
        Some("dxf") => {
            let drawing = dxf::Drawing::load_with_encoding(&mut &*file, encoding_rs::UTF_8).unwrap();
            drawing.entities().count()
        }
        Some("json") => {
            let answer: serde_json::Value = serde_json::from_slice(file).unwrap();
            answer["elements"].as_array().map_or(0, Vec::len)
        }
        _ => {
            // Elements and their attributes, as everything that reads XML has to look at them.
            let mut reader = quick_xml::Reader::from_str(std::str::from_utf8(file).unwrap());
            let mut found = 0;
            loop {
                match reader.read_event().unwrap() {
                    quick_xml::events::Event::Eof => return found,
                    quick_xml::events::Event::Start(tag) | quick_xml::events::Event::Empty(tag) => {
                        found += 1 + tag.attributes().flatten().count();
                    }
                    _ => {}
                }
            }
        }
    }
}

/// The most memory that this process ever had, in bytes.
fn most() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .unwrap();
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() * 1024
}

/// Seconds that a processor worked for this thread, which is all that reading takes: what waits for other programs of
/// the machine does not count.
fn worked() -> f64 {
    let said = std::fs::read_to_string("/proc/self/schedstat").unwrap();
    said.split(' ').next().unwrap().parse::<f64>().unwrap() / 1e9
}

/// One reading, in this process: prints seconds of work, memory and what was found.
fn one(whose: &str, path: &Path) {
    let file = std::fs::read(path).unwrap();
    let name = path.file_name().unwrap().to_str().unwrap();
    let before = worked();
    let found = match whose {
        "ours" => read(name, &file, &ReadWish::default())
            .unwrap()
            .estate
            .features()
            .len(),
        _ => bare(name, &file),
    };
    println!("{} {} {found}", worked() - before, most());
}

/// One reading in a process of its own.
fn measured(whose: &str, path: &Path) -> [f64; 3] {
    let run = Command::new(std::env::current_exe().unwrap())
        .arg(whose)
        .arg(path)
        .output()
        .unwrap();
    let said = String::from_utf8(run.stdout).unwrap();
    let numbers: Vec<f64> = said
        .split_whitespace()
        .map(|word| word.parse().unwrap())
        .collect();
    numbers.try_into().unwrap_or_else(|_| {
        panic!(
            "{whose} {}: {}",
            path.display(),
            String::from_utf8_lossy(&run.stderr)
        )
    })
}

fn middle(mut runs: Vec<[f64; 3]>) -> [f64; 3] {
    runs.sort_by(|a, b| a[0].total_cmp(&b[0]));
    runs[runs.len() / 2]
}

/// Makes a file of so many bytes.
type Maker = fn(usize) -> Vec<u8>;

const ROUNDS: usize = 5;
/// What the readers take at most, and a little less: 20 MB.
const BYTES: usize = 20 * 1024 * 1024 - 4096;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let [whose, path] = &words[..] {
        return one(whose, Path::new(path));
    }
    let folder = tempfile::tempdir().unwrap();
    let made: [(&str, Maker); 3] = [
        ("survey.dxf", drawing),
        ("extract.osm", osm),
        ("answer.json", overpass),
    ];
    let mut rows = Vec::new();
    for (name, make) in made {
        let path = folder.path().join(name);
        std::fs::write(&path, make(BYTES)).unwrap();
        let size = std::fs::metadata(&path).unwrap().len() as f64;
        let (mut ours, mut bare) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            ours.push(measured("ours", &path));
            bare.push(measured("bare", &path));
        }
        let most = ours.iter().map(|run| run[1]).fold(0.0, f64::max);
        let (ours, bare) = (middle(ours), middle(bare));
        rows.push(serde_json::json!({
            "name": name, "bytes": size, "things": ours[2], "ours": ours[0], "bare": bare[0],
            "ratio": ours[0] / bare[0], "most": most, "times": most / size,
        }));
    }
    println!("{:#}", serde_json::Value::from(rows));
}
