//! The report of a round: what leaves the office, so what it must not tell.

use mulin::agreement::{Columns, Grouping, coverage};
use mulin::catalogue::KindId;
use mulin::design::stored::{self, DesignName};
use mulin::design::{Author, Command, Design, Wish, WishId};
use mulin::formats::document::{Document, Piece};
use mulin::formats::sheet;
use mulin::project::Project;
use mulin::report::{AdoptionRow, Round, adoption, coverage_csv, report, shown_adoption};
use mulin::submission::Reply;
use mulin::tally::{Collection, Drawing};
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

fn collected(designs: &[Design]) -> Collection {
    let mut collection = Collection::new(Some("small"));
    for design in designs {
        let bytes = stored::write(design);
        collection.add_stored(&format!("{}.json", DesignName::of(&bytes)), &bytes);
    }
    collection
}

fn drawings(designs: &[Design]) -> Vec<Drawing> {
    collected(designs).drawings()
}

fn document(project: &Project, designs: &[Design], lang: Lang) -> Document {
    let collection = collected(designs);
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

/// A design with one more wish.
fn wishing(design: &Design, number: usize, text: &str) -> Design {
    let wish = Wish {
        id: WishId::new(&format!("more{number}")),
        text: text.to_owned(),
        topic: String::new(),
        at: None,
        extra: Default::default(),
    };
    design.apply(&Command::PutWish(wish)).unwrap()
}

#[test]
fn one_person_who_wishes_the_same_five_times_is_not_quoted() {
    let project = plan::project(Vec::new());
    let mut designs = round();
    designs[0] = (0..6).fold(designs[0].clone(), |design, number| {
        wishing(&design, number, "楼下王小明家太吵了")
    });
    let page = html(&project, &designs, Lang::ZhCn);
    assert!(page.contains("长椅要有靠背") && !page.contains("太吵了"));
}

#[test]
fn a_report_says_what_is_kept_back_by_a_word_of_its_own() {
    let house = |id: &str, name: &str, y: f64| plan::slab(id, name, (20.0, y), (70.0, y + 12.0));
    let project = plan::project(vec![house("h3", "3号楼", 40.0), house("h7", "7号楼", 80.0)]);
    for (lang, word) in [(Lang::En, "hidden"), (Lang::ZhCn, "不显示")] {
        let said = texts(&document(&project, &round(), lang));
        assert!(
            said.contains(&word.to_owned()),
            "12 of 15 would tell three: {said:?}"
        );
        assert!(
            !said
                .iter()
                .any(|text| text.contains("χ² =") || text.starts_with("× "))
        );
        let csv = coverage_csv(&project, &drawings(&round()), lang);
        let counts: Vec<&str> = csv
            .lines()
            .skip(1)
            .filter_map(|row| row.split(',').nth(2))
            .collect();
        assert_eq!(counts, [word, "<5"]);
    }
}

#[test]
fn what_was_adopted_of_few_is_told_neither_by_rows_nor_by_sums() {
    let row = |kind: &str, by: [usize; 4]| AdoptionRow {
        kind: Some(KindId::new(kind)),
        topic: String::new(),
        all: by.iter().sum(),
        by,
    };
    let shown = shown_adoption(&[row("bench", [10, 2, 0, 0]), row("tree", [6, 7, 0, 0])]);
    let said: Vec<Vec<String>> = shown
        .iter()
        .map(|row| row.iter().map(ToString::to_string).collect())
        .collect();
    assert_eq!(said[0], ["12", "hidden", "<5", "0", "0"], "12 less 10 would be 2");
    assert!(
        said[1..].iter().any(|row| row[2] == "hidden"),
        "the column tells no 2 either: {said:?}"
    );
    assert!(
        said[1..].iter().any(|row| row[1] == "hidden"),
        "nor does that of the ten: {said:?}"
    );
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
