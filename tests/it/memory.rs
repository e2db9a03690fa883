//! What reading costs at most: 5,000 damaged files of a sort are read one after another in a process of its own, whose
//! memory never reaches 256 MB, and none of them works for 3 seconds. What each of them says is the matter of other tests.

use std::process::Command;
use std::time::Duration;

use mulin::earth::Crs;
use mulin::exchange::{ReadWish, read};
use mulin::formats::sheet::Paper;
use mulin::formats::{pdf_page, project_folder, project_zip};
use pdf_writer::Content;
use serde_json::json;

use crate::formats::KIRCHBERG;
use crate::pdf_page::{LOCKED, PACKED, page_of};
use crate::sheets;
use crate::survey_maker::{Kind, Maker, written};

/// As many as the issue asks for.
const FILES: usize = 5_000;
const SEED: u64 = 0x9e37_79b9_7f4a_7c15;
/// The most memory that the process may ever have had, in bytes.
const MOST: u64 = 256 * 1024 * 1024;
/// The longest that one file may work, of the processor's time: what else the machine does is not counted.
const LONGEST: Duration = Duration::from_secs(3);
/// Says to the process which files are read.
const SORT: &str = "MULIN_DAMAGED";

/// How long the file worked that worked longest.
#[derive(Default)]
struct Slowest(Duration);

impl Slowest {
    fn of<T>(&mut self, work: impl FnOnce() -> T) -> T {
        // Nanoseconds come first in it, as exact as the system's tick.
        let had = || {
            let said = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
            Duration::from_nanos(said.split(' ').next().unwrap().parse().unwrap())
        };
        let before = had();
        let done = work();
        self.0 = self.0.max(had() - before);
        done
    }
}

/// Numbers that follow each other by chance, the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % most.max(1) as u64) as usize
    }
    /// A file that is damaged in one to six places: bytes and numbers that are others, parts twice, gone or moved.
    fn damaged(&mut self, whole: &[u8], words: &[&[u8]]) -> Vec<u8> {
        let mut file = whole.to_vec();
        for _ in 0..=self.below(6) {
            let at = self.below(file.len());
            let to = (at + self.below(40)).min(file.len());
            match self.below(6) {
                0 => file[at] = self.below(256) as u8,
                1 => file[at..to].fill([0xff, 0x00, b'9', 0x7f][self.below(4)]),
                2 => drop(file.drain(at..to)),
                3 => {
                    let part = file[at..to].repeat(1 + self.below(200));
                    drop(file.splice(at..at, part));
                }
                4 => {
                    let word = words[self.below(words.len())];
                    drop(file.splice(at..(at + word.len()).min(file.len()), word.iter().copied()));
                }
                _ => file.rotate_left(at),
            }
            if file.is_empty() {
                file.push(0);
            }
        }
        file
    }
}

fn project() -> Vec<u8> {
    json!({ "schema": "mulin.project/1", "id": "yard", "title": { "zh-CN": "院", "en": "Yard" }, "budget": 120_000,
        "catalogue": { "prices": { "bench": 900 }, "leftOut": ["tree"], "own": [{ "id": "own-shelf", "name": { "en": "Shelf" },
            "size": { "min": [0.6, 0.3], "max": [2.4, 0.9], "usual": [1.2, 0.45] }, "price": 300 }] },
        "phases": [{ "id": "drawing", "from": "2026-11-01", "to": "2026-12-31" }],
        "rules": { "profile": "shandong", "numbers": { "bay.width": 2.5 } },
        "questions": [{ "id": "q", "text": { "en": "Where?" } }],
        "underlay": { "file": "u.jpg", "pixels": [40, 20], "at": [30.0, 20.0], "metresPerPixel": 1.0 } })
    .to_string()
    .into_bytes()
}

const ESTATE: &[u8] = br#"{"type":"FeatureCollection","mulin:crs":"local","features":[{"type":"Feature",
    "properties":{"mulin:class":"tree"},"geometry":{"type":"Point","coordinates":[1,2]}}]}"#;

const OVERPASS: &[u8] = br#"{"version":0.6,"elements":[{"type":"node","id":1,"lat":48.1,"lon":10.1},
    {"type":"node","id":2,"lat":48.1002,"lon":10.1},{"type":"node","id":3,"lat":48.1,"lon":10.1003},
    {"type":"way","id":4,"nodes":[1,2,3,1],"tags":{"building":"yes"}}]}"#;

fn opened(bytes: &[u8]) {
    if let Ok((project, _)) = project_folder::read(bytes, ESTATE) {
        let _ = mulin::rules::Profile::of(&project);
        let _ = mulin::setup::Phase::of(&project.file);
        let _ = project.underlay();
        let _ = serde_json::to_vec(&project.file);
    }
}

/// PDFs that are damaged are opened and looked at, five thousand of each sort; what draws them is bounded otherwise
/// (`pdf_bombs`).
fn looked_at(chance: &mut Chance, slowest: &mut Slowest) {
    let printed = sheets::print(&sheets::estate(50.0, 40.0), "", 200.0, Paper::A3).unwrap();
    let words: [&[u8]; 10] = [
        b"99999999",
        b"[[[[",
        b"<<",
        b"/Kids[2 0 R]",
        b"/Type/ObjStm",
        b"/Filter[/FlateDecode/LZWDecode]",
        b"/DecodeParms<</Predictor 12/Columns 9999999>>",
        b"stream",
        b"3 0 R",
        b"\xff\xff\xff\xff",
    ];
    let boxes = [
        ("MediaBox", [0.0, 0.0, 300.0, 20.0]),
        ("CropBox", [9.0, 2.0, 290.0, 18.0]),
    ];
    let plain = page_of(&boxes, 90, Content::new());
    let mut opened = 0;
    for whole in [PACKED, LOCKED, &plain, &printed.bytes] {
        for _ in 0..FILES {
            let damaged = chance.damaged(whole, &words);
            opened += usize::from(slowest.of(|| pdf_page::Opened::of(damaged).is_ok()));
        }
    }
    assert!(opened > FILES, "{opened}");
}

/// Runs in the process of its own, asked by name; by itself it does nothing.
#[test]
#[ignore = "asked for by the tests of this file, in a process of its own"]
fn the_reading_itself() {
    let (mut chance, mut slowest) = (Chance(SEED), Slowest::default());
    println!("the seed: {SEED:#x}");
    match std::env::var(SORT).as_deref() {
        Ok("zip") => {
            let files = [
                ("project.json".to_owned(), project()),
                ("estate.geojson".to_owned(), ESTATE.repeat(40)),
                ("maps/underlay.jpg".to_owned(), vec![0; 300_000]),
            ];
            let whole = project_zip::write(&files).unwrap();
            let words: [&[u8]; 6] = [
                b"PK\x05\x06",
                b"PK\x01\x02",
                b"PK\x03\x04",
                b"PK\x06\x06",
                b"PK\x06\x07",
                b"\xff\xff\xff\x03",
            ];
            for _ in 0..FILES {
                let damaged = chance.damaged(&whole, &words);
                slowest.of(|| {
                    if let Ok(files) = project_zip::read(&damaged) {
                        files.iter().for_each(|(_, bytes)| opened(bytes));
                    }
                });
            }
        }
        Ok("project") => {
            let words: [&[u8]; 8] = [
                b"1e308",
                b"[[[[",
                b"999999999",
                b"0.000001",
                b"{\"",
                b"null",
                b"\"own\":[",
                b"-1",
            ];
            for _ in 0..FILES {
                let damaged = chance.damaged(&project(), &words);
                slowest.of(|| opened(&damaged));
            }
        }
        Ok("map") => {
            let crs = Crs::from_word("EPSG:4548").unwrap();
            let drawing = Maker::new(crs, false).few(6).survey("AC1015", "ANSI_936");
            let files = [
                ("m.dxf", written(&drawing, Kind::R2000)),
                ("m.dxf", written(&drawing, Kind::Binary)),
                ("m.osm", KIRCHBERG.to_vec()),
                ("m.geojson", ESTATE.to_vec()),
                ("m.json", OVERPASS.to_vec()),
            ];
            let words: [&[u8]; 8] = [
                b"1e308",
                b"-999999999999",
                b"[[[[",
                b"<way id=\"1\">",
                b"0\r\nINSERT\r\n2\r\nTREE\r\n70\r\n32767\r\n71\r\n32767\r\n",
                b"<!ENTITY a \"&b;\">",
                b"\"coordinates\":[[[[",
                b"\xff\xff\xff\x7f",
            ];
            for (name, whole) in files {
                for _ in 0..FILES / 5 {
                    let damaged = chance.damaged(&whole, &words);
                    let _ = slowest.of(|| read(name, &damaged, &ReadWish::default()));
                }
            }
        }
        Ok("pdf") => looked_at(&mut chance, &mut slowest),
        _ => return,
    }
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let most = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .unwrap();
    let most: u64 = most.trim().trim_end_matches(" kB").parse().unwrap();
    println!("the most memory: {} bytes", most * 1024);
    println!("the longest: {} ms", slowest.0.as_millis());
}

/// Has a process read all of a sort, and looks at the most memory that it had and at the file that worked longest.
fn takes_less_than_256_mb_and_3_s_each(sort: &str) {
    let child = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "memory::the_reading_itself",
            "--ignored",
            "--nocapture",
        ])
        .env(SORT, sort)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&child.stdout).into_owned();
    assert!(
        child.status.success(),
        "{sort}: {said}{}",
        String::from_utf8_lossy(&child.stderr)
    );
    let number = |after: &str| -> u64 {
        let number = said.split(after).nth(1).unwrap().split_whitespace().next();
        number.unwrap().parse().unwrap()
    };
    let (most, longest) = (
        number("the most memory: "),
        Duration::from_millis(number("the longest: ")),
    );
    println!("{sort}: {} MB, {longest:?}", most / 1_048_576);
    assert!(most < MOST, "{} MB", most / 1_048_576);
    assert!(longest < LONGEST, "{longest:?}");
}

#[test]
#[cfg_attr(
    not(target_os = "linux"),
    ignore = "the most memory of a process is asked of Linux"
)]
fn five_thousand_damaged_zips_take_less_than_256_mb_and_3_s_each() {
    takes_less_than_256_mb_and_3_s_each("zip");
}

#[test]
#[cfg_attr(
    not(target_os = "linux"),
    ignore = "the most memory of a process is asked of Linux"
)]
fn five_thousand_damaged_projects_take_less_than_256_mb_and_3_s_each() {
    takes_less_than_256_mb_and_3_s_each("project");
}

#[test]
#[cfg_attr(
    not(target_os = "linux"),
    ignore = "the most memory of a process is asked of Linux"
)]
fn five_thousand_damaged_maps_take_less_than_256_mb_and_3_s_each() {
    takes_less_than_256_mb_and_3_s_each("map");
}

#[test]
#[cfg_attr(
    not(target_os = "linux"),
    ignore = "the most memory of a process is asked of Linux"
)]
fn five_thousand_damaged_pdfs_of_each_sort_are_opened_with_less_than_256_mb_and_3_s_each() {
    takes_less_than_256_mb_and_3_s_each("pdf");
}
