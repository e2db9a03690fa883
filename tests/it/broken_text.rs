//! Text and JSON that break programs, in every place where text or JSON enters.

use std::fmt::Write as _;

use mulin::formats::survey_dxf::LayerTable;
use mulin::formats::{project_folder, project_zip};

use mulin::submission::Reply;

use crate::broken_files::answer;
use crate::corpus::{naughty, suite};

#[test]
fn strings_that_break_text_are_names_like_any_other() {
    let strings = naughty();
    assert_eq!(strings.len(), 515);
    let mut entities = String::new();
    for (at, string) in strings.iter().enumerate() {
        let line = string.replace(['\r', '\n'], " ");
        let (x, y) = (at % 20 * 50, at / 20 * 20);
        write!(entities, "0\nLWPOLYLINE\n8\nJMD\n70\n1\n").unwrap();
        for (dx, dy) in [(0, 0), (40, 0), (40, 12), (0, 12)] {
            write!(entities, "10\n{}\n20\n{}\n", x + dx, y + dy).unwrap();
        }
        write!(
            entities,
            "0\nTEXT\n8\nJMD\n10\n{}\n20\n{}\n1\n{line}\n0\nLINE\n8\n{line}\n10\n0\n20\n0\n11\n1\n21\n1\n",
            x + 2,
            y + 2
        )
        .unwrap();
    }
    let map = answer(
        "n.dxf",
        format!("0\nSECTION\n2\nENTITIES\n{entities}0\nENDSEC\n0\nEOF\n").as_bytes(),
    )
    .unwrap();
    assert_eq!(map.estate.buildings().count(), strings.len());
    let table = map.layers.unwrap();
    assert_eq!(LayerTable::read(table.write().as_bytes()).unwrap(), table);
    // In JSON and in XML too.
    let features: Vec<serde_json::Value> = strings
        .iter()
        .map(|string| {
            serde_json::json!({ "type": "Feature", "id": string, "properties": { "mulin:class": "tree", "name": string },
                "geometry": { "type": "Point", "coordinates": [1.0, 2.0] } })
        })
        .collect();
    let file = serde_json::json!({ "type": "FeatureCollection", "mulin:crs": "local", "features": features })
        .to_string();
    let map = answer("n.geojson", file.as_bytes()).unwrap();
    let named = map.estate.features().iter().filter(|f| f.class.word() == "tree");
    assert!(
        named
            .zip(&strings)
            .all(|(tree, string)| tree.name == string.trim())
    );
    let escaped = |text: &str| {
        let plain = text
            .replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('"', "&quot;");
        plain
            .chars()
            .filter(|c| !c.is_control() && *c != '\u{fffe}' && *c != '\u{ffff}')
            .collect::<String>()
    };
    let nodes: String = strings.iter().enumerate().fold(String::new(), |mut xml, (at, string)| {
        let _ = write!(
            xml,
            "<node id=\"{}\" lat=\"48.1\" lon=\"10.1\"><tag k=\"natural\" v=\"tree\"/><tag k=\"name\" v=\"{}\"/></node>",
            at + 1,
            escaped(string)
        );
        xml
    });
    let map = answer("n.osm", format!("<osm>{nodes}</osm>").as_bytes()).unwrap();
    assert_eq!(
        map.estate
            .features()
            .iter()
            .filter(|f| f.class.word() == "tree")
            .count(),
        strings.len()
    );
}

#[test]
fn strings_that_break_text_are_names_of_overpass_too() {
    let strings = naughty();
    let elements: Vec<serde_json::Value> = strings
        .iter()
        .enumerate()
        .map(|(at, string)| {
            serde_json::json!({ "type": "node", "id": at + 1, "lat": 48.1, "lon": 10.1,
                "tags": { "natural": "tree", "name": string, "note": string } })
        })
        .collect();
    let file = serde_json::json!({ "version": 0.6, "elements": elements }).to_string();
    let map = answer("n.json", file.as_bytes()).unwrap();
    let trees: Vec<_> = map
        .estate
        .features()
        .iter()
        .filter(|f| f.class.word() == "tree")
        .collect();
    assert_eq!(trees.len(), strings.len());
    assert!(
        trees
            .iter()
            .zip(&strings)
            .all(|(tree, string)| tree.name == *string)
    );
}

#[test]
fn strings_that_break_text_name_blocks_and_stand_in_paragraphs_of_a_drawing() {
    let strings = naughty();
    let (mut blocks, mut entities) = (String::new(), String::new());
    for (at, string) in strings.iter().enumerate() {
        let line = string.replace(['\r', '\n'], " ");
        // Blocks are told apart by their names, which some of the strings share once they are trimmed.
        let name = format!("{at} {line}");
        write!(
            blocks,
            "0\nBLOCK\n2\n{name}\n10\n0\n20\n0\n0\nLWPOLYLINE\n8\nJMD\n70\n1\n"
        )
        .unwrap();
        for (x, y) in [(0, 0), (40, 0), (40, 12), (0, 12)] {
            write!(blocks, "10\n{x}\n20\n{y}\n").unwrap();
        }
        write!(blocks, "0\nENDBLK\n").unwrap();
        let (x, y) = (at % 20 * 50, at / 20 * 20);
        write!(entities, "0\nINSERT\n8\nJMD\n2\n{name}\n10\n{x}\n20\n{y}\n").unwrap();
        let (x, y) = (x + 2, y + 2);
        write!(
            entities,
            "0\nMTEXT\n8\nJMD\n10\n{x}\n20\n{y}\n3\n{line}\n1\n{line}\n"
        )
        .unwrap();
    }
    let file = format!(
        "0\nSECTION\n2\nBLOCKS\n{blocks}0\nENDSEC\n0\nSECTION\n2\nENTITIES\n{entities}0\nENDSEC\n0\nEOF\n"
    );
    let map = answer("n.dxf", file.as_bytes()).unwrap();
    assert_eq!(map.estate.buildings().count(), strings.len());
}

#[test]
fn json_is_what_the_suite_says_it_is_wherever_json_enters() {
    let documents = suite();
    assert_eq!(documents.len(), 318);
    for (name, document) in documents {
        let within = |head: &str| [head.as_bytes(), &document, b"}"].concat();
        let geojson = within(
            r#"{"type":"FeatureCollection","mulin:crs":"local","features":[{"type":"Feature","properties":{"mulin:class":"tree"},"geometry":{"type":"Point","coordinates":[1,2]}}],"foreign":"#,
        );
        let design =
            within(r#"{"schema":"mulin.design/1","project":"beimen","sheets":{"estate":[]},"foreign":"#);
        let overpass = within(
            r#"{"elements":[{"type":"node","id":1,"lat":48.1,"lon":10.1,"tags":{"natural":"tree"}}],"foreign":"#,
        );
        let table = within(r#"{"schema":"mulin.layers/1","layers":{},"foreign":"#);
        let estate = crate::formats::BEIMEN.as_bytes();
        let project = within(
            r#"{"schema":"mulin.project/1","id":"yard","title":{"en":"Yard"},"estate":"estate.geojson","foreign":"#,
        );
        let reply = within(r#"{"schema":"mulin.reply/1","receipt":"A","placements":{},"foreign":"#);
        // What breaks off is read as far as it goes, and says so; it is not taken for whole.
        let whole = |map: Option<mulin::exchange::ReadMap>| {
            let breaks_off = |map: &mulin::exchange::ReadMap| {
                let mut problems = map.problems.iter();
                problems.any(|problem| problem.message.key == "problem-file-breaks-off")
            };
            map.is_some_and(|map| !breaks_off(&map))
        };
        let accepted = [
            ("geojson", whole(answer("a.geojson", &geojson))),
            ("overpass", whole(answer("a.json", &overpass))),
            ("design", mulin::design::stored::read(&design).is_ok()),
            ("layers", LayerTable::read(&table).is_ok()),
            ("project", project_folder::read(&project, estate).is_ok()),
            ("reply", Reply::read(&reply).is_ok()),
        ];
        for (reader, ok) in accepted {
            match &name[..2] {
                "y_" => assert!(ok, "{reader} refuses {name}"),
                "n_" => assert!(!ok, "{reader} accepts {name}"),
                _ => {}
            }
        }
        // By itself none of them is a document of ours, and none is taken for one.
        for reader in ["a.geojson", "a.json", "a.osm", "a.dxf"] {
            assert!(answer(reader, &document).is_none(), "{reader} {name}");
        }
        assert!(mulin::design::stored::read(&document).is_err(), "{name}");
        assert!(project_folder::read(&document, estate).is_err(), "{name}");
        assert!(project_zip::read(&document).is_err(), "{name}");
        assert!(Reply::read(&document).is_err(), "{name}");
    }
}

#[test]
fn a_project_whose_words_break_text_is_read_and_written_as_it_is() {
    for string in naughty() {
        let project = serde_json::json!({ "schema": "mulin.project/1", "id": "yard", "title": { "en": string, "zh-CN": string },
            "estate": "estate.geojson", "questions": [{ "id": "q", "text": { "en": string } }],
            "catalogue": { "own": [{ "id": "shelf", "names": { "en": string }, "size": [1.2, 0.4] }] } });
        let estate = crate::formats::BEIMEN.as_bytes();
        let (opened, problems) = project_folder::read(project.to_string().as_bytes(), estate).unwrap();
        assert_eq!(opened.file.title["en"], string);
        let again: serde_json::Value = serde_json::to_value(&opened.file).unwrap();
        assert_eq!(again["questions"][0]["text"]["en"], string);
        assert_eq!(again["catalogue"], project["catalogue"], "{problems:?}");
        // A name that cannot be one is a sentence, and the kind is left out; any other is there.
        let shelf = opened.catalogue.kind(&mulin::catalogue::KindId::new("shelf"));
        assert!(shelf.is_some() || !problems.is_empty(), "{string:?}");
    }
}
