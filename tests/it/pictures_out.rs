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
    let ring = [[0, 0], [60, 0], [60, 40], [0, 40], [0, 0]];
    let estate = json!({ "type": "FeatureCollection", "mulin:crs": "local", "features": [
        { "type": "Feature", "id": "b", "properties": { "mulin:class": "boundary" }, "geometry": { "type": "Polygon", "coordinates": [ring] } }] });
    let project = json!({ "schema": "mulin.project/1", "id": "yard", "title": { "en": "Yard" },
        "underlay": { "file": file, "pixels": [40, 20], "at": [30.0, 20.0], "metresPerPixel": 1.0, "crop": crop, "strength": 1.0 } });
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
