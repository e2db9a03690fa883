//! Nothing that somebody wrote into a design stands in what leaves the office, in whatever field it was.

use std::path::Path;

use mulin::design::stored::DesignName;
use mulin::submission::{Decision, ItemAnswer, Reply};
use serde_json::{Value, json};

use super::{BEIMEN, mulin, text};
use crate::pdf_reader;

/// What no field may carry out of the office.
const CANARY: &str = "Kanarienvogel";
/// What a wish says; the report tells the words of wishes that five or more made, without long numbers.
const WISHED: &str = "Zaunkoenig";

/// A design that has the canary in every text that it can have.
fn design(number: usize) -> Value {
    let thing = |id: &str, kind: &str, at: [f64; 2]| {
        json!({
            "id": id, "kind": kind, "at": at, "size": [1.8, 0.45], "turn": 0.0,
            "note": CANARY, "params": {"style": CANARY}, "group": CANARY, "memo": CANARY,
        })
    };
    let near = 0.2 * number as f64;
    json!({
        "schema": "mulin.design/1", "project": "beimen", "title": CANARY,
        "sheets": {
            "estate": [
                thing("p1", "bench", [85.0 + near, 80.0]),
                thing("p2", CANARY, [90.0 + near, 80.0]),
                thing("p3", "another Kanarienvogel", [95.0 + near, 80.0]),
            ],
            "floor": [{"id": CANARY, "kind": CANARY}],
        },
        "wishes": [
            {"id": "w1", "text": format!("{WISHED} 多放几张长椅"), "topic": CANARY, "memo": CANARY},
            {"id": "w2", "text": format!("{WISHED} 多放几张长椅"), "topic": "seats"},
        ],
        "answers": {"first": CANARY, CANARY: CANARY},
        "by": {
            "alias": CANARY, "building": CANARY, "age": CANARY, "channel": CANARY, "stair": CANARY,
            "memo": CANARY,
        },
        "contact": CANARY, "draft": format!("{CANARY}{number}"), "drawn": CANARY, "memo": {CANARY: CANARY},
    })
}

/// A store of such designs, each answered.
fn store(folder: &Path) -> Vec<Reply> {
    ["designs", "replies"]
        .iter()
        .for_each(|name| std::fs::create_dir_all(folder.join(name)).unwrap());
    let reply_to = |number: usize| {
        let bytes = serde_json::to_vec(&design(number)).unwrap();
        let name = DesignName::of(&bytes);
        std::fs::write(folder.join("designs").join(format!("{name}.json")), bytes).unwrap();
        let mut reply = Reply::to(&name);
        let answer = ItemAnswer {
            answer: Decision::Adopted,
            ..ItemAnswer::default()
        };
        for thing in ["p1", "p2"] {
            reply.placements.insert(thing.to_owned(), answer.clone());
        }
        reply.wishes.insert("w1".to_owned(), answer);
        let file = folder
            .join("replies")
            .join(format!("{}.json", name.receipt().compact()));
        std::fs::write(file, reply.write()).unwrap();
        reply
    };
    (0..9).map(reply_to).collect()
}

fn has(said: &str, word: &str) -> bool {
    let run_on: String = said.chars().filter(|c| !c.is_whitespace()).collect();
    run_on.to_lowercase().contains(&word.to_lowercase())
}

#[test]
fn no_text_of_a_design_leaves_the_office_but_the_words_of_many_wishes_in_the_report() {
    let folder = tempfile::tempdir().unwrap();
    let replies = store(folder.path());
    let at = |name: &str| folder.path().join(name);
    let file = |name: &str| std::fs::read(at(name)).unwrap();
    for report in ["round.html", "round.pdf"] {
        let run = mulin(&[
            "tally",
            folder.path().to_str().unwrap(),
            "--project",
            BEIMEN,
            "--public",
            "-o",
            at("tally.json").to_str().unwrap(),
            "--contours",
            at("lines.geojson").to_str().unwrap(),
            "--report",
            at(report).to_str().unwrap(),
        ]);
        assert!(run.status.success(), "{}", text(&run.stderr));
    }
    let (summary, lines) = (text(&file("tally.json")), text(&file("lines.geojson")));
    for (what, said) in [("summary", &summary), ("lines", &lines)] {
        assert!(!has(said, CANARY) && !has(said, WISHED), "{what}: {said}");
    }
    let reports = [text(&file("round.html")), pdf_reader::text(&file("round.pdf"))];
    for said in &reports {
        assert!(!has(said, CANARY), "{said}");
        assert!(has(said, WISHED), "the words of wishes that many made are told");
    }
    for reply in &replies {
        assert!(!has(&text(&reply.write()), CANARY));
    }
    let summary: Value = serde_json::from_str(&summary).unwrap();
    let coverage = &summary["agreement"]["coverage"];
    let other = json!({"value": "other", "designs": 9});
    assert_eq!(coverage["ages"], json!([other]));
    assert_eq!(coverage["channels"], json!([other]));
    let house = coverage["houses"].as_array().unwrap();
    assert!(
        house
            .iter()
            .any(|row| row["house"] == "other" && row["designs"] == 9)
    );
    assert!(
        summary["kinds"]
            .as_array()
            .unwrap()
            .contains(&json!({"kind": "other", "designs": 9, "things": 18}))
    );
}

#[test]
fn a_report_for_the_office_repeats_no_unknown_word_either() {
    let folder = tempfile::tempdir().unwrap();
    store(folder.path());
    let page = folder.path().join("round.html");
    let run = mulin(&[
        "tally",
        folder.path().to_str().unwrap(),
        "--project",
        BEIMEN,
        "-o",
        folder.path().join("tally.json").to_str().unwrap(),
        "--report",
        page.to_str().unwrap(),
    ]);
    assert!(run.status.success(), "{}", text(&run.stderr));
    let said = std::fs::read_to_string(page).unwrap();
    assert!(!has(&said, CANARY));
    assert!(
        said.contains("<td>Other</td>") || said.contains(">Other<"),
        "{said}"
    );
}
