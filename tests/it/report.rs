//! The report of a round: what leaves the office, so what it must not tell.

use mulin::agreement::{Columns, Grouping, coverage};
use mulin::design::stored::{self, DesignName};
use mulin::design::{Author, Command, Design, Wish, WishId};
use mulin::project::Project;
use mulin::report::{Round, adoption, report_html};
use mulin::submission::Reply;
use mulin::tally::Collection;
use mulin::text::Lang;

use crate::plan;

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

fn report(project: &Project, designs: &[Design], lang: Lang) -> String {
    let mut collection = Collection::new(Some("small"));
    for design in designs {
        let bytes = stored::write(design);
        collection.add_stored(&format!("{}.json", DesignName::of(&bytes)), &bytes);
    }
    let drawings = collection.drawings();
    let columns = Columns::of(&drawings);
    let grouping = Grouping::by_likeness(&columns, project.estate.bounds(), 1);
    let rows = adoption(&drawings, Reply::to);
    report_html(
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

fn round() -> Vec<Design> {
    let many = (0..12).map(|n| design(n, "3", "bench", &format!("长椅要有靠背 {n}")));
    let few = (12..15).map(|n| design(n, "7", "table-tennis", "乒乓球台给我家，电话 138 0013 8000"));
    many.chain(few).collect()
}

#[test]
fn a_report_names_nobody_and_hides_small_counts() {
    let project = plan::project(Vec::new());
    for lang in Lang::ALL {
        let html = report(&project, &round(), lang);
        for secret in ["王小明", "138 0013", "13800138000", "给我家"] {
            assert!(!html.contains(secret), "{secret}");
        }
        assert!(!html.contains("<b>seats"), "words of people are no markup");
        assert!(html.contains("&lt;5"), "three designs are hidden");
        assert!(html.contains("<svg"), "it has its maps in it");
        assert!(!html.contains("<script") && !html.contains("http://www.example"));
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
            assert_eq!(html.matches(&format!("<section id=\"{id}\"")).count(), 1, "{id}");
        }
    }
    let chinese = report(&project, &round(), Lang::ZhCn);
    assert!(chinese.contains("意见采纳情况表") && chinese.contains("长椅要有靠背"));
}

#[test]
fn a_report_of_nothing_and_of_one_is_a_report() {
    let project = plan::project(Vec::new());
    for designs in [vec![], vec![design(1, "", "bench", "")]] {
        let html = report(&project, &designs, Lang::En);
        assert!(html.starts_with("<!doctype html>") && html.trim_end().ends_with("</html>"));
    }
}

#[test]
fn the_same_designs_give_the_same_report_in_whatever_order() {
    let project = plan::project(Vec::new());
    let mut designs = round();
    let first = report(&project, &designs, Lang::En);
    designs.reverse();
    assert_eq!(report(&project, &designs, Lang::En), first);
}
