//! The picture underneath goes out with the plan: where it lies, as large as it is, and only where it is wished.

use mulin::design::stored::{self, DesignName};
use mulin::exchange::{SheetWish, To, Written, write};
use mulin::formats::project_folder;
use mulin::project::Project;
use mulin::text::{Lang, say};
use resvg::tiny_skia::{Color, Pixmap};
use serde_json::json;

use crate::pdf_reader;

const FONT: &[u8] = include_bytes!("../../public/assets/fonts/NotoSansSC-GB2312.otf");
/// 40 by 20 pixels of pure red.
const JPEG: &[u8] = include_bytes!("../fixtures/red.jpg");

/// An estate of 60 by 40 metres with a picture of 40 by 20 m about its middle, of which the left half is shown.
fn project(file: &str, crop: [f64; 4]) -> Project {
    project_with(file, crop, [40, 20])
}

fn project_with(file: &str, crop: [f64; 4], pixels: [u32; 2]) -> Project {
    let ring = [[0, 0], [60, 0], [60, 40], [0, 40], [0, 0]];
    let estate = json!({ "type": "FeatureCollection", "mulin:crs": "local", "features": [
        { "type": "Feature", "id": "b", "properties": { "mulin:class": "boundary" }, "geometry": { "type": "Polygon", "coordinates": [ring] } }] });
    let project = json!({ "schema": "mulin.project/1", "id": "yard", "title": { "en": "Yard" },
        "underlay": { "file": file, "pixels": pixels, "at": [30.0, 20.0], "metresPerPixel": 1.0, "crop": crop, "strength": 1.0 } });
    project_folder::read(project.to_string().as_bytes(), estate.to_string().as_bytes())
        .unwrap()
        .0
}

fn out(to: To, project: &Project, picture: Option<&[u8]>) -> Written {
    let document =
        json!({ "schema": "mulin.design/1", "project": "yard", "title": "x", "sheets": {}, "draft": "00" });
    let (design, _) = stored::read(document.to_string().as_bytes()).unwrap();
    let wish = SheetWish {
        picture: picture.map(<[u8]>::to_vec),
        paper: to.has_paper().then(|| "A4".to_owned()),
        ..SheetWish::default()
    };
    write(to, project, &DesignName::of(b"x"), &design, Lang::En, &wish, FONT).unwrap()
}

fn png() -> Vec<u8> {
    let mut points = Pixmap::new(40, 20).unwrap();
    points.fill(Color::from_rgba8(255, 0, 0, 255));
    points.encode_png().unwrap()
}

/// How many points of a picture are red.
fn red(picture: &Pixmap) -> usize {
    let is_red = |point: &&resvg::tiny_skia::PremultipliedColorU8| {
        point.red() > 240 && point.green() < 15 && point.blue() < 15
    };
    picture.pixels().iter().filter(is_red).count()
}

#[test]
fn a_picture_of_points_shows_it_where_it_lies_and_as_much_of_it_as_the_project_shows() {
    let whole = project("u.jpg", [0.0, 0.0, 1.0, 1.0]);
    let half = project("u.jpg", [0.0, 0.0, 0.5, 1.0]);
    let picture = |project: &Project, bytes: Option<&[u8]>| {
        Pixmap::decode_png(&out(To::Png, project, bytes).bytes).unwrap()
    };
    assert_eq!(red(&picture(&whole, None)), 0);
    let shown = picture(&whole, Some(JPEG));
    let (all, some) = (red(&shown) as f64, red(&picture(&half, Some(JPEG))) as f64);
    // The plan's own lines and names cover a little of it.
    assert!((0.42..0.58).contains(&(some / all)), "{some} of {all}");
    // 800 of the estate's 2,400 m²: what is red is a third of the estate, about its middle.
    let middle = shown.pixel(shown.width() / 2, shown.height() / 2 + 40).unwrap();
    assert!(middle.red() > 240 && middle.blue() < 15, "{middle:?}");
    assert!(all > 20_000.0, "{all}");
    assert!(red(&picture(&project("u.png", [0.0, 0.0, 1.0, 1.0]), Some(&png()))) as f64 > 0.95 * all);
}

#[test]
fn a_sharp_picture_carries_it_within_and_asks_nobody_for_it() {
    let project = project("u.jpg", [0.0, 0.0, 1.0, 1.0]);
    let text = String::from_utf8(out(To::Svg, &project, Some(JPEG)).bytes).unwrap();
    assert_eq!(text.matches("href=\"data:image/jpeg;base64,").count(), 1);
    let tree = resvg::usvg::Tree::from_str(&text, &Default::default()).unwrap();
    let mut points = Pixmap::new(1_680, 1_188).unwrap();
    resvg::render(&tree, Default::default(), &mut points.as_mut());
    assert!(red(&points) > 100_000);
    let without = String::from_utf8(out(To::Svg, &project, None).bytes).unwrap();
    assert!(!without.contains("<image"));
}

#[test]
fn a_sheet_carries_it_once_as_it_is_and_true_to_scale() {
    let project = project("u.jpg", [0.0, 0.0, 1.0, 1.0]);
    let pdf = out(To::Pdf, &project, Some(JPEG)).bytes;
    let count = |what: &[u8]| pdf.windows(what.len()).filter(|window| *window == what).count();
    assert_eq!((count(b"/DCTDecode"), count(b"/Subtype /Image")), (1, 1));
    assert_eq!(count(JPEG), 1, "byte for byte");
    // On A4 the estate needs tiles at 1:200; each shows the picture. The tile's own numbers say how large.
    let mut seen = 0;
    for page in pdf_reader::pages(&pdf) {
        let text = String::from_utf8_lossy(&page).into_owned();
        let unit = text.lines().find_map(|row| row.strip_suffix(" cm")).unwrap();
        let unit: f64 = unit.split(' ').next().unwrap().parse().unwrap();
        let Some((before, _)) = text.split_once("/U Do") else {
            continue;
        };
        let place = before
            .lines()
            .rev()
            .find_map(|row| row.strip_suffix(" cm"))
            .unwrap();
        let place: Vec<f64> = place.split(' ').map(|word| word.parse().unwrap()).collect();
        let mm = |n: f64| n * unit * 25.4 / 72.0;
        if (mm(place[0]) - 200.0).abs() < 0.1 {
            // 40 by 20 m are 200 by 100 mm at 1:200.
            assert!(
                (mm(place[3]) - 100.0).abs() < 0.1 && place[1].abs() < 1e-6,
                "{place:?}"
            );
            seen += 1;
        }
    }
    assert!(seen >= 1, "{seen}");
    // A PNG is kept as plain pixels.
    let pdf = out(
        To::Pdf,
        &self::project("u.png", [0.0, 0.0, 1.0, 1.0]),
        Some(&png()),
    )
    .bytes;
    assert!(!pdf.windows(10).any(|window| window == b"/DCTDecode"));
    assert!(pdf.windows(15).any(|window| window == b"/Subtype /Image"));
    let pdf = out(To::Pdf, &project, None).bytes;
    assert!(!pdf.windows(15).any(|window| window == b"/Subtype /Image"));
}

#[test]
fn a_picture_that_cannot_go_out_leaves_the_plan_without_it_and_says_so() {
    let project = project("u.jpg", [0.0, 0.0, 1.0, 1.0]);
    let mut huge = png();
    huge[16..20].copy_from_slice(&9_000_u32.to_be_bytes());
    huge[20..24].copy_from_slice(&9_000_u32.to_be_bytes());
    for (bytes, said) in [
        (&b"no picture"[..], "cannot be read"),
        (&huge, "81 million"),
        (&JPEG[..30], "cannot be read"),
    ] {
        for to in [To::Svg, To::Pdf, To::Png] {
            let written = out(to, &project, Some(bytes));
            let problem = say(Lang::En, &written.problems[0].sentence());
            assert!(problem.contains(said), "{problem}");
            assert!(!written.bytes.is_empty());
        }
    }
    // Whole at its head and spoilt within: the plan is there, the picture is not.
    for to in [To::Svg, To::Pdf, To::Png] {
        assert!(!out(to, &project, Some(&JPEG[..JPEG.len() - 60])).bytes.is_empty());
        assert!(!out(to, &project, Some(&png()[..60])).bytes.is_empty());
    }
    // What has no picture to show says nothing of one.
    assert_eq!(out(To::Csv, &project, Some(b"no picture")).problems, []);
}

/// A photo of 16 by 8 grey points, its left half black and its right half white, that was held as `way` says (EXIF).
fn photo(way: u8) -> Vec<u8> {
    let segment = |marker: u8, body: &[u8]| {
        let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
        [&[0xff, marker], &length[..], body].concat()
    };
    let exif = [
        &b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"[..],
        &[way],
        &[0; 6],
    ]
    .concat();
    // One letter a table: a step of seven bits for the mean of a block, and nothing else within it.
    let letter = |class: u8, value: u8| [&[class, 1][..], &[0; 15], &[value]].concat();
    [
        vec![0xff, 0xd8],
        segment(0xe1, &exif),
        segment(0xdb, &[&[0][..], &[16; 64]].concat()),
        segment(0xc0, &[8, 0, 8, 0, 16, 1, 1, 0x11, 0]),
        segment(0xc4, &letter(0x00, 7)),
        segment(0xc4, &letter(0x10, 0)),
        segment(0xda, &[1, 1, 0, 0, 63, 0]),
        // From grey down by 64 sixteens to black, up by 127 to white; the rest of the last byte is filled with ones.
        vec![0b0011_1111, 0b0011_1111, 0b1011_1111, 0xff, 0xd9],
    ]
    .concat()
}

/// On which side of the picture black is seen.
fn dark_side(points: &Pixmap) -> &'static str {
    let grey = |across: f64, down: f64| {
        let at = |side: u32, share: f64| (f64::from(side) * (0.5 + share)) as u32;
        let point = points.pixel(at(points.width(), across), at(points.height(), down));
        point.unwrap().green()
    };
    // Some five metres from the middle, where nothing of the plan is drawn.
    let sides = [
        grey(-0.06, 0.03),
        grey(0.06, 0.03),
        grey(0.02, -0.09),
        grey(0.02, 0.09),
    ];
    match sides.map(|side| side < 100) {
        [true, false, _, _] => "left",
        [false, true, _, _] => "right",
        [_, _, true, false] => "top",
        [_, _, false, true] => "bottom",
        _ => "none",
    }
}

/// An estate over the photo, which is seen so many pixels wide and high.
fn over_photo(pixels: [u32; 2]) -> Project {
    project_with("u.jpg", [0.0, 0.0, 1.0, 1.0], pixels)
}

#[test]
fn a_photo_held_any_way_is_seen_as_a_browser_shows_it() {
    let sides = ["left", "right", "right", "left", "top", "top", "bottom", "bottom"];
    for (way, side) in (1..).zip(sides) {
        let project = over_photo(if way < 5 { [32, 16] } else { [16, 32] });
        let svg = String::from_utf8(out(To::Svg, &project, Some(&photo(way))).bytes).unwrap();
        // Whoever is shown it does not turn it a second time: its bytes say nothing of it.
        let bytes = svg.split_once("base64,").unwrap().1;
        assert_eq!(bytes.starts_with("/9j/2w"), way != 1, "way {way}");
        let tree = resvg::usvg::Tree::from_str(&svg, &Default::default()).unwrap();
        let mut points = Pixmap::new(1_680, 1_188).unwrap();
        let scale = 1_680.0 / tree.size().width();
        let scale = resvg::tiny_skia::Transform::from_scale(scale, scale);
        resvg::render(&tree, scale, &mut points.as_mut());
        assert_eq!(dark_side(&points), side, "way {way}");
    }
}

#[test]
fn a_photo_held_upright_is_turned_in_pictures_of_points_and_on_sheets() {
    let (project, photo) = (over_photo([16, 32]), photo(6));
    let points = Pixmap::decode_png(&out(To::Png, &project, Some(&photo)).bytes).unwrap();
    assert_eq!(dark_side(&points), "top");
    assert_eq!(side_of_pdf(&out(To::Pdf, &project, Some(&photo)).bytes), "top");
}

/// Which side of the sheet the left half of the picture's own pixels lies on, by the numbers of its first page.
fn side_of_pdf(pdf: &[u8]) -> &'static str {
    let pages = pdf_reader::pages(pdf).into_iter();
    let mut texts = pages.map(|page| String::from_utf8_lossy(&page).into_owned());
    let page = texts.find(|text| text.contains("/U Do")).unwrap();
    let (before, _) = page.split_once("/U Do").unwrap();
    let place = before
        .lines()
        .rev()
        .find_map(|row| row.strip_suffix(" cm"))
        .unwrap();
    let [a, b] = std::array::from_fn(|at| place.split(' ').nth(at).unwrap().parse::<f64>().unwrap());
    // A file's pixels run along (a, b), and a sheet's heights rise.
    match (a.abs() > b.abs(), a > 0.0, b > 0.0) {
        (true, true, _) => "left",
        (true, false, _) => "right",
        (false, _, true) => "bottom",
        (false, _, false) => "top",
    }
}

#[test]
fn a_picture_of_points_has_the_size_that_is_asked_for() {
    let project = project("u.jpg", [0.0, 0.0, 1.0, 1.0]);
    let of = |points: &str| {
        let wish = SheetWish {
            points: Some(points.to_owned()),
            ..SheetWish::default()
        };
        let (design, _) =
            stored::read(br#"{"schema":"mulin.design/1","project":"yard","sheets":{}}"#).unwrap();
        write(
            To::Png,
            &project,
            &DesignName::of(b"x"),
            &design,
            Lang::En,
            &wish,
            FONT,
        )
    };
    for (points, size) in [("640x360", (640, 360)), ("300 × 500", (300, 500))] {
        let picture = Pixmap::decode_png(&of(points).unwrap().bytes).unwrap();
        assert_eq!((picture.width(), picture.height()), size);
    }
    for (points, said) in [
        ("large", "such as 1920x1080"),
        ("640", "such as 1920x1080"),
        ("-5x9", "such as 1920x1080"),
        ("640x99999999", "from 16 to 12,000"),
        ("0x0", "from 16 to 12,000"),
    ] {
        let why = say(Lang::En, &of(points).unwrap_err());
        assert!(why.contains(said), "{points}: {why}");
    }
}
