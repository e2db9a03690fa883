//! Printed plans: true to scale by the file's own numbers, with letters that anyone's printer has.

use mulin::design::Design;
use mulin::design::stored::{self, DesignName};
use mulin::formats::sheet::{self, Paper, Printed, Scale, SheetFault, SheetOptions};
use mulin::formats::{picture_png, project_folder};
use mulin::project::Project;
use mulin::text::{Lang, say};
use serde_json::json;

use super::pdf_reader;

const FONT: &[u8] = include_bytes!("../../public/assets/fonts/NotoSansSC-GB2312.otf");

/// An estate with one house of 10 by 12 metres, in a boundary of a size.
pub fn estate(width: f64, depth: f64) -> Project {
    let ring =
        |x: f64, y: f64, w: f64, d: f64| json!([[[x, y], [x + w, y], [x + w, y + d], [x, y + d], [x, y]]]);
    let feature = |class: &str, ring: serde_json::Value| {
        json!({ "type": "Feature", "id": class, "properties": { "mulin:class": class, "name": "七号楼" },
            "geometry": { "type": "Polygon", "coordinates": ring } })
    };
    let estate = json!({ "type": "FeatureCollection", "mulin:crs": "local", "features": [
        feature("boundary", ring(0.0, 0.0, width, depth)), feature("building", ring(20.0, 15.0, 10.0, 12.0)) ] });
    let file = json!({ "schema": "mulin.project/1", "id": "yard", "title": { "zh-CN": "小院", "en": "Yard" }, "budget": 90000 });
    let read = project_folder::read(file.to_string().as_bytes(), estate.to_string().as_bytes());
    read.unwrap().0
}

fn drawn(note: &str) -> (DesignName, Design) {
    let document = json!({ "schema": "mulin.design/1", "project": "yard", "title": "树下坐坐",
        "by": { "alias": "王阿姨", "building": "7" }, "drawn": "2026-11-24T05:00:00Z",
        "sheets": { "estate": [ { "id": "p1", "kind": "bench", "at": [10, 10], "size": [1.5, 0.6], "note": note },
            { "id": "p2", "kind": "bollard", "at": [12, 10], "size": [0.3, 0.3] },
            { "id": "p3", "kind": "parlour", "at": [40, 30], "size": [10, 7] } ] },
        "wishes": [ { "id": "w1", "text": "晚上亮一点", "at": [30, 5] } ], "draft": "00" });
    let bytes = document.to_string().into_bytes();
    (DesignName::of(&bytes), stored::read(&bytes).unwrap().0)
}

pub fn print(project: &Project, note: &str, scale: f64, paper: Paper) -> Result<Printed, SheetFault> {
    let (name, design) = drawn(note);
    let options = SheetOptions {
        scale: Scale::one_to(scale).unwrap(),
        paper,
        lang: Lang::ZhCn,
    };
    sheet::write(project, &design, &name, options, FONT, None)
}

fn sides(ring: &[[f64; 2]]) -> Vec<f64> {
    let far = |a: [f64; 2], b: [f64; 2]| (a[0] - b[0]).hypot(a[1] - b[1]);
    (0..ring.len())
        .map(|i| far(ring[i], ring[(i + 1) % ring.len()]))
        .collect()
}

#[test]
fn a_wall_of_ten_metres_is_ten_metres_by_the_scale_on_the_page() {
    for (scale, paper) in [
        (100.0, Paper::A1),
        (200.0, Paper::A3),
        (500.0, Paper::A4),
        (200.0, Paper::A0),
    ] {
        let printed = print(&estate(50.0, 40.0), "", scale, paper).unwrap();
        let pages = pdf_reader::pages(&printed.bytes);
        assert_eq!(pages.len(), printed.pages);
        let (wall, depth) = (10_000.0 / scale, 12_000.0 / scale);
        let is_house = |ring: &Vec<[f64; 2]>| {
            let sides = sides(ring);
            sides.len() == 4 && (sides[0] - wall).abs() < 0.1 && (sides[1] - depth).abs() < 0.1
        };
        let rings = pdf_reader::rings(&pages[0]);
        assert!(rings.iter().any(is_house), "1:{scale} on {}", paper.name());
    }
}

#[test]
fn what_is_larger_than_the_paper_comes_on_tiles_after_an_overview() {
    let whole = print(&estate(50.0, 40.0), "", 200.0, Paper::A3).unwrap();
    assert_eq!(whole.pages, 2);
    let tiled = print(&estate(300.0, 200.0), "", 200.0, Paper::A3).unwrap();
    // 310 × 210 m are 1550 × 1050 mm: six standing A3 side by side, three one over the other, and two pages more.
    assert_eq!(tiled.pages, 20);
    let words = pdf_reader::text(&tiled.bytes);
    for tile in ["A1", "F3"] {
        assert!(words.lines().any(|line| line == tile), "{tile}");
    }
    let endless = print(&estate(4_000.0, 4_000.0), "", 100.0, Paper::A4);
    assert!(matches!(endless, Err(SheetFault::TooManySheets { .. })));
}

#[test]
fn the_words_of_a_sheet_can_be_copied_from_it() {
    let printed = print(&estate(50.0, 40.0), "要有靠背", 200.0, Paper::A3).unwrap();
    let words = pdf_reader::text(&printed.bytes);
    let receipt = drawn("要有靠背").0.receipt().to_string();
    for wanted in [
        "小院",
        "树下坐坐",
        "王阿姨（7 号楼）",
        &receipt,
        "2026-11-24",
        "1:200 (A3)",
        "要有靠背",
        "晚上亮一点",
        "基础类",
        "完善类",
        "提升类",
        "合计",
    ] {
        assert!(words.contains(wanted), "{wanted}: {words}");
    }
    assert_eq!(printed.problems, []);
    assert!(
        words.contains("楼房") && !words.contains("绿地"),
        "the legend shows what is there: {words}"
    );
    // The file carries the letters that it uses and no others.
    assert!(printed.bytes.len() < 150_000, "{}", printed.bytes.len());
}

#[test]
fn letters_that_the_font_lacks_are_named_and_the_rest_is_printed() {
    let printed = print(&estate(50.0, 40.0), "椅子🪑\u{7}\u{202e}好", 200.0, Paper::A4).unwrap();
    assert_eq!(printed.problems.len(), 1);
    let said = mulin::text::say(Lang::En, &printed.problems[0].sentence());
    assert!(said.contains('🪑'), "{said}");
    assert!(
        sheet::write(
            &estate(50.0, 40.0),
            &drawn("").1,
            &drawn("").0,
            SheetOptions {
                scale: Scale::one_to(200.0).unwrap(),
                paper: Paper::A4,
                lang: Lang::En
            },
            b"no font",
            None
        )
        .is_err()
    );
}

#[test]
fn the_same_design_gives_the_same_file() {
    let once = print(&estate(50.0, 40.0), "好", 200.0, Paper::A3).unwrap();
    assert_eq!(once, print(&estate(50.0, 40.0), "好", 200.0, Paper::A3).unwrap());
}

#[test]
fn a_picture_is_as_large_as_asked_and_an_absurd_one_is_refused() {
    let (project, (_, design)) = (estate(50.0, 40.0), drawn("好"));
    let png = picture_png::write(&project, &design, (640, 360), FONT, None).unwrap();
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    assert_eq!(
        (&png[16..20], &png[20..24]),
        (&640_u32.to_be_bytes()[..], &360_u32.to_be_bytes()[..])
    );
    // Too small, too long, and more points than a page's memory has room for: nothing is drawn before it is said.
    for (width, height) in [(0, 100), (100, 1_000_000), (9_000, 9_000), (12_000, 12_000)] {
        let why = picture_png::write(&project, &design, (width, height), FONT, None).unwrap_err();
        let said = say(Lang::En, &why.message());
        assert!(
            said.contains(&width.to_string()) && said.contains("72 million"),
            "{said}"
        );
    }
}

#[test]
fn paper_to_work_on_has_the_estate_and_every_kind_at_its_true_size_to_cut_out() {
    let project = estate(50.0, 40.0);
    let options = SheetOptions {
        scale: Scale::one_to(200.0).unwrap(),
        paper: Paper::A3,
        lang: Lang::En,
    };
    let printed = sheet::kit(
        &project,
        options,
        "https://estate.example/?project=yard",
        FONT,
        None,
    )
    .unwrap();
    let words = pdf_reader::text(&printed.bytes);
    assert!(
        words.contains("\nBench, ") && words.contains("To cut out · 1:200 (A3)"),
        "{words}"
    );
    // A parlour of 10 by 7 metres is a roof of 50 by 35 mm on one of the pages of pieces.
    let is_parlour = |ring: &Vec<[f64; 2]>| {
        let sides = sides(ring);
        sides.len() == 4 && (sides[0] - 50.0).abs() < 0.1 && (sides[1] - 35.0).abs() < 0.1
    };
    let pages = pdf_reader::pages(&printed.bytes);
    assert!(
        pages[1..]
            .iter()
            .any(|page| pdf_reader::rings(page).iter().any(is_parlour))
    );
    // The code is some hundred squares of one path.
    let squares = pdf_reader::rings(&pages[0]);
    let is_module =
        |ring: &&Vec<[f64; 2]>| ring.len() == 4 && sides(ring).iter().all(|side| (1.0..2.0).contains(side));
    assert!(squares.iter().filter(is_module).count() > 200);
    let plain = sheet::kit(&project, options, "", FONT, None).unwrap();
    assert_eq!(plain.pages, printed.pages);
}
