//! The report of a round: what leaves the office, so what it must not tell.

use mulin::agreement::{Columns, Grouping, coverage};
use mulin::design::stored::{self, DesignName};
use mulin::design::{Author, Command, Design, Wish, WishId};
use mulin::formats::document::{Document, Piece};
use mulin::formats::sheet;
use mulin::project::Project;
use mulin::report::{Round, adoption, report};
use mulin::submission::Reply;
use mulin::tally::Collection;
use mulin::text::Lang;

use crate::{pdf_reader, plan};

const FONT: &[u8] = include_bytes!("../../public/assets/fonts/NotoSansSC-GB2312.otf");

fn design(number: usize, house: &str, kind: &str, wish: &str) -> Design {
    let mut design = Design::new("small", &format!("{number:032x}"));
    design.title = format!("王小明的方案 {number}");
    let by = Author {
        alias: "王小明".to_owned(),
        building: house.to_owned(),
        ..Author::default()
    };
    let wish = Wish {
        id: WishId::new("w1"),
        text: wish.to_owned(),
        topic: "<b>seats</b>".to_owned(),
        at: None,
        extra: Default::default(),
    };
    let at = (60.0 + number as f64, 60.0);
    [
        Command::SetAuthor(by),
        Command::Put(vec![plan::thing("p1", kind, at)]),
        Command::PutWish(wish),
    ]
    .iter()
    .fold(design, |design, command| design.apply(command).unwrap())
}

fn document(project: &Project, designs: &[Design], lang: Lang) -> Document {
    let mut collection = Collection::new(Some("small"));
    for design in designs {
        let bytes = stored::write(design);
        collection.add_stored(&format!("{}.json", DesignName::of(&bytes)), &bytes);
    }
    let drawings = collection.drawings();
    let columns = Columns::of(&drawings);
    let grouping = Grouping::by_likeness(&columns, project.estate.bounds(), 1);
    let rows = adoption(&drawings, Reply::to);
    report(
        &Round {
            project,
            standing: collection.standing(),
            drawings: &drawings,
            columns: &columns,
            grouping: &grouping,
            coverage: &coverage(&project.estate, &drawings),
            bandwidth: 8.0,
            adoption: Some(&rows),
            day: "2026-11-29",
        },
        lang,
    )
}

fn html(project: &Project, designs: &[Design], lang: Lang) -> String {
    document(project, designs, lang).html()
}

fn round() -> Vec<Design> {
    let many = (0..12).map(|n| design(n, "3", "bench", &format!("长椅要有靠背 {n}")));
    let few = (12..15).map(|n| design(n, "7", "table-tennis", "乒乓球台给我家，电话 138 0013 8000"));
    many.chain(few).collect()
}

#[test]
fn a_report_names_nobody_and_hides_small_counts() {
    let project = plan::project(Vec::new());
    for lang in Lang::ALL {
        let page = html(&project, &round(), lang);
        for secret in ["王小明", "138 0013", "13800138000", "给我家"] {
            assert!(!page.contains(secret), "{secret}");
        }
        assert!(!page.contains("<b>seats"), "words of people are no markup");
        assert!(page.contains("&lt;5"), "three designs are hidden");
        assert!(page.contains("<svg"), "it has its maps in it");
        assert!(!page.contains("<script") && !page.contains("http://www.example"));
        for id in [
            "kinds",
            "where",
            "who",
            "groups",
            "wishes",
            "answers",
            "method",
            "uncertain",
        ] {
            assert_eq!(page.matches(&format!("<section id=\"{id}\"")).count(), 1, "{id}");
        }
    }
    let chinese = html(&project, &round(), Lang::ZhCn);
    assert!(chinese.contains("意见采纳情况表") && chinese.contains("长椅要有靠背"));
}

#[test]
fn a_report_of_nothing_and_of_one_is_a_report() {
    let project = plan::project(Vec::new());
    for designs in [vec![], vec![design(1, "", "bench", "")]] {
        let page = html(&project, &designs, Lang::En);
        assert!(page.starts_with("<!doctype html>") && page.trim_end().ends_with("</html>"));
    }
}

#[test]
fn the_same_designs_give_the_same_report_in_whatever_order() {
    let project = plan::project(Vec::new());
    let mut designs = round();
    let first = html(&project, &designs, Lang::En);
    designs.reverse();
    assert_eq!(html(&project, &designs, Lang::En), first);
}

/// Words without what breaks lines.
fn run_on(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Every text of a document, in its order.
fn texts(document: &Document) -> Vec<String> {
    let of_piece = |piece: &Piece| match piece {
        Piece::Paragraph(words) => vec![words.clone()],
        Piece::List(sentences) => sentences.clone(),
        Piece::Table(table) => table
            .rows
            .iter()
            .chain([&table.heads])
            .flatten()
            .cloned()
            .collect(),
        Piece::Figure(figure) => vec![figure.caption.clone()],
    };
    let sections = document.sections.iter();
    let below = sections.flat_map(|section| {
        std::iter::once(section.title.clone()).chain(section.pieces.iter().flat_map(of_piece))
    });
    document.lead.iter().cloned().chain(below).collect()
}

#[test]
fn the_pdf_says_all_that_the_page_says_and_nothing_that_leaves_no_office() {
    let project = plan::project(Vec::new());
    for lang in Lang::ALL {
        let document = document(&project, &round(), lang);
        let printed = sheet::document(&document, FONT).unwrap();
        assert_eq!(printed.problems, []);
        let said = run_on(&pdf_reader::text(&printed.bytes));
        for words in texts(&document) {
            // A line may end within the words; so each tenth of them is looked for.
            let letters: Vec<char> = run_on(&words).chars().collect();
            for part in letters.chunks(6) {
                let part: String = part.iter().collect();
                assert!(
                    said.contains(&part) || letters.len() > 40,
                    "{words}: {part} is not in the file"
                );
            }
        }
        for secret in ["王小明", "138 0013", "13800138000", "给我家"] {
            assert!(!said.contains(secret), "{secret}");
        }
        assert!(printed.pages >= 3, "{} pages", printed.pages);
    }
}

#[test]
fn the_maps_of_the_pdf_lie_within_its_pages() {
    let project = plan::project(Vec::new());
    let printed = sheet::document(&document(&project, &round(), Lang::En), FONT).unwrap();
    let mut framed = 0;
    for page in pdf_reader::pages(&printed.bytes) {
        for ring in pdf_reader::rings(&page) {
            let is_frame = ring.len() >= 4 && {
                let across = ring.iter().map(|p| p[0]).fold(f64::MIN, f64::max) - ring[0][0].min(ring[1][0]);
                (across - 174.0).abs() < 0.01
            };
            framed += usize::from(is_frame);
            if is_frame {
                assert!(
                    ring.iter()
                        .all(|[x, y]| (17.9..=192.1).contains(x) && (17.9..=280.0).contains(y)),
                    "{ring:?}"
                );
            }
        }
    }
    assert!(framed >= 2, "{framed} maps: one of a kind and one of the houses");
}

#[test]
fn the_pdf_of_a_long_table_says_its_heads_on_every_page() {
    let project = plan::project(Vec::new());
    let mut document = document(&project, &[], Lang::En);
    let rows = (0..200)
        .map(|n| vec![format!("row {n}"), "1".to_owned()])
        .collect();
    document.sections[0].pieces = vec![Piece::table(vec!["name".to_owned(), "quxs".to_owned()], rows)];
    let printed = sheet::document(&document, FONT).unwrap();
    let said = pdf_reader::text(&printed.bytes);
    assert!(said.contains("row 199"));
    let heads = said.matches("quxs").count();
    assert!(
        (4..=printed.pages).contains(&heads),
        "{heads} heads on {} pages",
        printed.pages
    );
}
