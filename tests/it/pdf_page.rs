//! The first page of a PDF becomes a picture: true to its paper, upright, on white, and what it lacks is said.

use mulin::exchange::page::draw_page;
use mulin::formats::pdf_page::{PagePicture, first_page, is_pdf};
use mulin::formats::sheet::Paper;
use mulin::formats::{Meter, project_picture};
use mulin::text::{Lang, Message, say};
use pdf_writer::types::{CidFontType, SystemInfo};
use pdf_writer::{Content, Finish as _, Name, Pdf, Rect, Ref, Str};
use resvg::tiny_skia::Pixmap;
use serde_json::Value;

use crate::{pdf_reader, sheets};

const FONT: &[u8] = include_bytes!("../../public/assets/fonts/NotoSansSC-GB2312.otf");
pub const LOCKED: &[u8] = include_bytes!("../fixtures/locked.pdf");
/// Two pages, whose objects are in streams, packed and not, and so is the list of where they are.
pub const PACKED: &[u8] = include_bytes!("../fixtures/packed.pdf");

fn drawn(pdf: &[u8]) -> Result<PagePicture, Message> {
    first_page(pdf.to_vec(), FONT.to_vec(), &mut Meter::deaf())
}

/// How dark a pixel is, of 765.
fn dark(picture: &Pixmap, x: u32, y: u32) -> u32 {
    let pixel = picture.pixel(x, y).unwrap();
    765 - u32::from(pixel.red()) - u32::from(pixel.green()) - u32::from(pixel.blue())
}

fn keys(page: &PagePicture) -> Vec<&str> {
    page.lacking.iter().map(|message| &*message.key).collect()
}

/// A PDF of one page: what it says of its size, and what is on it.
pub fn page_of(boxes: &[(&str, [f32; 4])], turned: i32, content: Content) -> Vec<u8> {
    let (catalog, tree, page, stream, font, cid) = (
        Ref::new(1),
        Ref::new(2),
        Ref::new(3),
        Ref::new(4),
        Ref::new(5),
        Ref::new(6),
    );
    let mut pdf = Pdf::new();
    pdf.catalog(catalog).pages(tree);
    pdf.pages(tree).kids([page]).count(1);
    let mut entry = pdf.page(page);
    for (name, [x0, y0, x1, y1]) in boxes {
        entry
            .insert(Name(name.as_bytes()))
            .primitive(Rect::new(*x0, *y0, *x1, *y1));
    }
    entry.parent(tree).rotate(turned).contents(stream);
    entry.resources().fonts().pair(Name(b"F"), font);
    entry.finish();
    pdf.stream(stream, &content.finish());
    let song = Name(b"STSong-Light");
    pdf.type0_font(font)
        .base_font(song)
        .encoding_predefined(Name(b"UniGB-UCS2-H"))
        .descendant_font(cid);
    pdf.cid_font(cid)
        .subtype(CidFontType::Type0)
        .base_font(song)
        .system_info(SystemInfo {
            registry: Str(b"Adobe"),
            ordering: Str(b"GB1"),
            supplement: 4,
        });
    pdf.finish()
}

fn square(x: f32, y: f32, side: f32) -> Content {
    let mut content = Content::new();
    content.rect(x, y, side, side).fill_nonzero();
    content
}

#[test]
fn a_sheet_that_was_printed_here_goes_back_in_and_its_wall_is_where_the_paper_has_it() {
    let printed = sheets::print(&sheets::estate(50.0, 40.0), "", 200.0, Paper::A3).unwrap();
    let page = drawn(&printed.bytes).unwrap();
    assert_eq!(keys(&page), [""; 0], "its letters are within");
    assert_eq!((page.pages, page.pixels), (printed.pages, [4_000, 2_829]));
    assert!((page.paper[0] - 420.0).abs() < 0.1 && (page.paper[1] - 297.0).abs() < 0.1);
    // The house of 10 × 12 m by the file's own numbers, in mm from the lower left corner.
    let rings = pdf_reader::rings(&pdf_reader::pages(&printed.bytes)[0]);
    let house = rings.iter().find(|ring| {
        let side = |a: [f64; 2], b: [f64; 2]| (a[0] - b[0]).hypot(a[1] - b[1]);
        ring.len() == 4
            && (side(ring[0], ring[1]) - 50.0).abs() < 0.1
            && (side(ring[1], ring[2]) - 60.0).abs() < 0.1
    });
    let house = house.unwrap();
    let of = |axis: usize, pick: fn(f64, f64) -> f64| house.iter().map(|at| at[axis]).reduce(pick).unwrap();
    let (left, right) = (of(0, f64::min), of(0, f64::max));
    // A third of the way up: the house's name is in its middle.
    let up = of(1, f64::min) + 20.0;
    let a_mm = 4_000.0 / page.paper[0];
    let row = ((page.paper[1] - up) * a_mm) as u32;
    let picture = Pixmap::decode_png(&page.png).unwrap();
    // A wall is where the picture is darkest within a millimetre of it.
    let wall = |mm: f64| {
        let about = (mm * a_mm) as u32;
        let darkest = (about - 9..about + 9)
            .map(|x| dark(&picture, x, row))
            .max()
            .unwrap();
        let there: Vec<u32> = (about - 9..about + 9)
            .filter(|x| dark(&picture, *x, row) + 30 > darkest)
            .collect();
        there.iter().map(|x| f64::from(*x) + 0.5).sum::<f64>() / there.len() as f64
    };
    let (seen_left, seen_right) = (wall(left), wall(right));
    assert!(
        (seen_left - left * a_mm).abs() < 1.0,
        "{seen_left} {}",
        left * a_mm
    );
    // Ten metres at 1:200 are 50 mm.
    assert!(
        (seen_right - seen_left - 50.0 * a_mm).abs() < 1.0,
        "{seen_left} {seen_right}"
    );
}

#[test]
fn a_page_whose_objects_are_in_streams_is_drawn_in_the_units_that_it_names() {
    let page = drawn(PACKED).unwrap();
    assert_eq!((page.pages, page.pixels), (2, [4_000, 5]));
    // 3,000 × 4 units of 2/72 inch.
    assert!((page.paper[0] - 2_116.7).abs() < 0.1 && (page.paper[1] - 2.8).abs() < 0.1);
}

#[test]
fn a_page_is_cut_by_its_crop_box_and_turned_as_it_is_looked_at() {
    let boxes = [
        ("MediaBox", [0.0, 0.0, 800.0, 600.0]),
        ("CropBox", [100.0, 100.0, 500.0, 400.0]),
    ];
    // A black square in the lower left corner of what the crop box leaves; a quarter turn brings it to the upper left.
    for (turned, pixels, [x, y]) in [
        (0, [4_000, 3_000], [200, 2_800]),
        (90, [3_000, 4_000], [200, 200]),
        (180, [4_000, 3_000], [3_800, 200]),
        (270, [3_000, 4_000], [2_800, 3_800]),
    ] {
        let page = drawn(&page_of(&boxes, turned, square(100.0, 100.0, 40.0))).unwrap();
        assert_eq!(page.pixels, pixels, "turned {turned}");
        assert_eq!(project_picture::head(&page.png).unwrap().pixels, pixels);
        assert!((page.paper[0] / page.paper[1] - f64::from(pixels[0]) / f64::from(pixels[1])).abs() < 0.01);
        let picture = Pixmap::decode_png(&page.png).unwrap();
        assert_eq!(dark(&picture, x, y), 765, "turned {turned}");
        let opposite = [pixels[0] - 1 - x, pixels[1] - 1 - y];
        assert_eq!(
            dark(&picture, opposite[0], opposite[1]),
            0,
            "turned {turned}: white ground"
        );
    }
}

#[test]
fn letters_whose_font_is_not_in_the_file_are_drawn_in_ours_and_it_is_said() {
    let mut content = Content::new();
    let letters: Vec<u8> = "北门小区".encode_utf16().flat_map(u16::to_be_bytes).collect();
    content
        .begin_text()
        .set_font(Name(b"F"), 60.0)
        .next_line(20.0, 30.0)
        .show(Str(&letters))
        .end_text();
    let pdf = page_of(&[("MediaBox", [0.0, 0.0, 300.0, 100.0])], 0, content);
    let ink = |page: &PagePicture| {
        let picture = Pixmap::decode_png(&page.png).unwrap();
        let rows = (0..picture.height()).step_by(4);
        rows.flat_map(|y| (0..picture.width()).step_by(4).map(move |x| (x, y)))
            .filter(|(x, y)| dark(&picture, *x, *y) > 400)
            .count()
    };
    let page = drawn(&pdf).unwrap();
    assert_eq!(keys(&page), ["pdf-page-fonts"]);
    for lang in Lang::ALL {
        assert!(say(lang, &page.lacking[0]).contains("STSong-Light"));
    }
    // Four letters of 60 points fill a third of the page, and a fifth of that is ink.
    assert!(ink(&page) > 5_000, "{}", ink(&page));
    let bare = first_page(pdf, Vec::new(), &mut Meter::deaf()).unwrap();
    assert!(keys(&bare).contains(&"pdf-page-fonts"), "{:?}", keys(&bare));
    assert!(ink(&bare) < ink(&page));
}

#[test]
fn the_worker_answers_with_the_picture_and_says_how_large_the_page_is_on_paper() {
    // A crowded page is painted in bands, and each is told.
    let mut content = square(9.0, 9.0, 9.0);
    for _ in 0..250_000 {
        content.move_to(500.0, 400.0).line_to(501.0, 401.0).end_path();
    }
    let pdf = page_of(&[("MediaBox", [0.0, 0.0, 1_190.55, 841.89])], 0, content);
    let mut told = Vec::new();
    let mut tell = |percent| told.push(percent);
    let done = draw_page("null", &[pdf, FONT.to_vec()], &mut Meter::new(&mut tell));
    assert_eq!(project_picture::head(&done.file).unwrap().pixels, [4_000, 2_829]);
    assert!(told.len() >= 3 && told.is_sorted(), "{told:?}");
    let said: Value = serde_json::from_str(&done.said).unwrap();
    let en = said["problems"][0]["en"].as_str().unwrap();
    assert!(
        en.contains("420 × 297 mm") && en.contains("4000 × 2829") && en.contains("210 m"),
        "{en}"
    );
    assert!(said["problems"][0]["zh-CN"].as_str().unwrap().contains("1:500"));
}

#[test]
fn what_is_no_page_is_refused_in_a_sentence() {
    let sized = |size: [f32; 4]| page_of(&[("MediaBox", size)], 0, square(0.0, 0.0, 1.0));
    let of_text = |media: &str| {
        format!(
            "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
             3 0 obj<</Type/Page/Parent 2 0 R/MediaBox{media}>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
        )
        .into_bytes()
    };
    let cases: [(Vec<u8>, &str); 9] = [
        (Vec::new(), "pdf-page-unreadable"),
        (b"%PDF-1.7 nothing follows".to_vec(), "pdf-page-unreadable"),
        (b"not a PDF at all".to_vec(), "pdf-page-unreadable"),
        (LOCKED.to_vec(), "pdf-page-password"),
        (sized([0.0, 0.0, 0.0, 0.0]), "pdf-page-size"),
        (sized([0.0, 0.0, 1e30, 1.0]), "pdf-page-size"),
        // Powers of ten are no numbers of PDF.
        (of_text("[0 0 1e308 1e308]"), "pdf-page-none"),
        (
            of_text(&format!("[0 0 1{} 500]", "0".repeat(308))),
            "pdf-page-size",
        ),
        (vec![b' '; 20 * 1024 * 1024 + 1], "file-too-large"),
    ];
    for (at, (pdf, key)) in cases.into_iter().enumerate() {
        let why = drawn(&pdf).expect_err(&format!("case {at}"));
        assert_eq!(&*why.key, key, "case {at}");
        for lang in Lang::ALL {
            assert!(!say(lang, &why).starts_with("pdf-page"));
        }
    }
    assert!(is_pdf(LOCKED) && !is_pdf(b"\x89PNG") && !is_pdf(b""));
}

#[test]
fn a_file_that_breaks_off_gives_what_can_be_had_and_says_so() {
    let whole = page_of(&[("MediaBox", [0.0, 0.0, 300.0, 20.0])], 0, square(9.0, 2.0, 9.0));
    let mut drawn_at_all = 0;
    for end in (20..whole.len() - 6).step_by(whole.len() / 40) {
        match drawn(&whole[..end]) {
            Ok(page) => {
                drawn_at_all += 1;
                assert!(keys(&page).contains(&"pdf-page-breaks-off"), "cut at {end}");
            }
            Err(why) => assert!(why.key.starts_with("pdf-page-"), "cut at {end}: {}", why.key),
        }
    }
    assert!(drawn_at_all > 0);
}
