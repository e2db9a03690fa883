//! Strings that break programs, and JSON of every kind, in each member of the documents that people write and send:
//! designs, projects with their catalogue and rules, replies.

use mulin::design::stored::{self, DesignName};
use mulin::exchange::{SheetWish, To, write};
use mulin::formats::{design_dxf, design_geojson, project_folder, project_zip};
use mulin::project::ProjectFile;
use mulin::rules::{Profile, fault_message, rules_said};
use mulin::submission::Reply;
use mulin::text::{Lang, Message, say};
use serde_json::{Map, Value, json};

use crate::corpus::{naughty, suite};

const FONT: &[u8] = include_bytes!("../../public/assets/fonts/NotoSansSC-GB2312.otf");
const ESTATE: &[u8] =
    br#"{"type":"FeatureCollection","mulin:crs":"local","features":[{"type":"Feature","id":"t",
    "properties":{"mulin:class":"tree"},"geometry":{"type":"Point","coordinates":[1,2]}}]}"#;

#[track_caller]
fn is_sentence(message: &Message) {
    for lang in Lang::ALL {
        assert!(!say(lang, message).is_empty(), "{}", message.key);
    }
}

/// A design that holds a string wherever a design holds text.
fn design_of(string: &str) -> Value {
    json!({ "schema": "mulin.design/1", "project": string, "title": string,
        "sheets": { "estate": [
            { "id": string, "kind": "bench", "at": [10, 10], "size": [1.5, 0.6], "note": string, "params": { "style": string } },
            { "id": "p2", "kind": string, "at": [20, 20], "size": [2, 2], "params": { string: string }, "foreign": string } ],
            "other": string },
        "wishes": [{ "id": string, "text": string, "topic": string, "at": [5, 5] }],
        "answers": { string: string }, "by": { "alias": string, "building": string, "age": string, "channel": string },
        "supersedes": string, "draft": string, "drawn": string, "foreign": { string: string } })
}

#[test]
fn strings_that_break_text_are_text_like_any_other_in_designs() {
    for string in naughty() {
        let bytes = design_of(&string).to_string().into_bytes();
        let (design, _) = stored::read(&bytes).unwrap();
        let written = stored::write(&design);
        let (again, repairs) = stored::read(&written).unwrap();
        assert_eq!(again, design, "{string:?}");
        assert_eq!(repairs, []);
        assert_eq!(
            stored::write(&again),
            written,
            "the same bytes have the same name"
        );
        assert_eq!((&*design.title, &*design.by.alias), (&*string, &*string));
        assert_eq!(design.wishes()[0].text, string);
        assert_eq!(design.placements()[0].note.as_str(), string);
    }
}

#[test]
fn strings_that_break_text_go_out_in_every_format_and_come_back() {
    let (project, _) = project_folder::read(
        br#"{"schema":"mulin.project/1","id":"a","title":{"en":"<b>&\"'"}}"#,
        ESTATE,
    )
    .unwrap();
    // Many in one design, so that each format is written a few times only.
    for (at, some) in naughty().chunks(103).enumerate() {
        let row = |(n, string): (usize, &String)| {
            json!({ "id": format!("p{n}"), "kind": if n % 3 == 0 { "bench" } else { string },
                "at": [n % 20, n / 20], "size": [1.5, 0.6], "note": string, "params": { string: string } })
        };
        let wish = |(n, string): (usize, &String)| json!({ "id": format!("w{n}"), "text": string, "topic": string, "at": [n, 5] });
        let document = json!({ "schema": "mulin.design/1", "project": "a", "title": some[0], "draft": "00",
            "sheets": { "estate": some.iter().enumerate().map(row).collect::<Vec<_>>() },
            "wishes": some.iter().enumerate().map(wish).collect::<Vec<_>>(), "by": { "alias": some[1] } });
        let (design, _) = stored::read(document.to_string().as_bytes()).unwrap();
        let name = DesignName::of(&[at as u8]);
        // Points are painted once: their letters are those of the SVG, which is written each time.
        for to in To::ALL.into_iter().filter(|to| *to != To::Png || at == 0) {
            let lang = Lang::ALL[at % 2];
            let wish = SheetWish {
                paper: to.has_paper().then(|| "A4".to_owned()),
                ..SheetWish::default()
            };
            let written = write(to, &project, &name, &design, lang, &wish, FONT)
                .unwrap()
                .bytes;
            assert!(!written.is_empty());
            match to {
                To::Svg => drop(resvg::usvg::Tree::from_data(&written, &Default::default()).unwrap()),
                To::Geojson => drop(serde_json::from_slice::<Value>(&written).unwrap()),
                _ => {}
            }
        }
        let texts = |design: &mulin::design::Design| -> Vec<(String, String)> {
            let notes = design
                .placements()
                .iter()
                .map(|thing| (thing.kind.as_str().to_owned(), thing.note.to_string()));
            notes
                .chain(
                    design
                        .wishes()
                        .iter()
                        .map(|wish| (wish.topic.clone(), wish.text.clone())),
                )
                .collect()
        };
        let cad = design_dxf::write(&project, &design, &name, Lang::En);
        assert_eq!(texts(&design_dxf::read(&cad).unwrap().0), texts(&design));
        let gis = design_geojson::write([(&name, &design)], &project);
        let back = design_geojson::read(gis.as_bytes(), project.estate.frame).unwrap();
        assert_eq!(texts(&back[0].design), texts(&design));
    }
}

/// A project that holds a value wherever its file has a member, with text where only text can be.
fn project_of(string: &str) -> Value {
    json!({ "schema": "mulin.project/1", "id": string, "title": { "zh-CN": string, string: string }, "about": { "en": string },
        "estate": string, "rules": { "profile": string, "off": [string], "numbers": { string: 1.0 } },
        "questions": [{ "id": string, "text": { string: string }, "options": [{ "value": string, "text": { "en": string } }] }],
        "phases": [{ "id": "drawing", "from": string, "to": string }], "endpoint": string, "attribution": string,
        "underlay": { "file": string, "pixels": [10, 10], "at": [0, 0], "metresPerPixel": 0.1 },
        "catalogue": { "leftOut": [string], "prices": { string: 10 }, "own": [
            { "id": string, "names": { "en": string } },
            { "id": "kiosk", "names": { "en": string, string: string }, "hints": { string: string }, "size": [3, 2],
              "group": string, "price": { "yuan": 5, "source": string } },
            { "id": "stall", "names": { "en": string }, "size": [3, 2], "price": { "yuan": 5, "source": string },
              "drawing": { "parts": [{ "part": "label", "text": string }] } },
            { "id": "seat", "like": string, "names": { "en": "Seat" } } ] },
        "foreign": { string: string } })
}

/// Opens a project and asks everything of it that its file can make go wrong.
fn opened(bytes: &[u8]) -> bool {
    match project_folder::read(bytes, ESTATE) {
        Ok((project, problems)) => {
            problems
                .iter()
                .for_each(|problem| is_sentence(&problem.sentence()));
            Profile::of(&project)
                .faults()
                .iter()
                .for_each(|fault| is_sentence(&fault_message(fault)));
            rules_said(&project.file.rules).iter().for_each(is_sentence);
            let _ = (
                mulin::setup::Phase::of(&project.file).is_upside_down(),
                project.underlay(),
            );
            let written = serde_json::to_vec(&project.file).unwrap();
            assert_eq!(ProjectFile::read(&written).unwrap(), project.file);
            for kind in project.catalogue.kinds() {
                assert!(!kind.id.as_str().is_empty());
            }
            true
        }
        Err(fault) => {
            is_sentence(&fault.message());
            false
        }
    }
}

#[test]
fn strings_that_break_text_are_text_or_left_out_with_a_sentence_in_projects() {
    for string in naughty() {
        assert!(opened(project_of(&string).to_string().as_bytes()), "{string:?}");
    }
}

#[test]
fn strings_that_break_text_are_reasons_like_any_other_in_replies() {
    for string in naughty() {
        let reply = json!({ "schema": "mulin.reply/1", "receipt": string, "written": string, "foreign": string,
            "placements": { string.clone(): { "answer": string, "reason": { string.clone(): string }, "more": string } },
            "wishes": { string.clone(): { "answer": "adopted", "reason": { "en": string } } } });
        let read = Reply::read(reply.to_string().as_bytes()).unwrap();
        assert_eq!(Reply::read(&read.write()).unwrap(), read);
        assert_eq!(read.wishes[&string].reason_in("en"), string);
    }
}

#[test]
fn names_that_break_text_lead_out_of_no_folder() {
    for string in naughty() {
        let Ok(zip) = project_zip::write(&[(string.clone(), b"x".to_vec())]) else {
            continue;
        };
        if let Ok(files) = project_zip::read(&zip) {
            for (name, _) in files {
                let leads_out = |part: &str| part == ".." || part.contains(['\\', ':', '\0']);
                assert!(
                    !name.starts_with('/') && !name.split('/').any(leads_out),
                    "{name:?}"
                );
            }
        }
    }
}

/// A document in which one member is another document's bytes, whatever they are.
fn with_bytes(document: &Value, pointer: &str, bytes: &[u8]) -> Vec<u8> {
    let mut marked = document.clone();
    *marked.pointer_mut(pointer).unwrap() = json!("HERE-IT-IS");
    let text = marked.to_string();
    let (before, after) = text.split_once("\"HERE-IT-IS\"").unwrap();
    [before.as_bytes(), bytes, after.as_bytes()].concat()
}

#[test]
fn json_of_every_kind_is_taken_or_refused_in_every_member() {
    let (design, project) = (design_of("a"), project_of("a"));
    let reply = json!({ "schema": "mulin.reply/1", "receipt": "a", "placements": { "p1": { "answer": "adopted" } }, "foreign": 1 });
    // Members that this version does not know are kept, so that any JSON may stand in them, and nothing else.
    let foreign = "/foreign";
    let members = |document: &Value| -> Vec<String> {
        let Value::Object(members) = document else {
            unreachable!()
        };
        let own: &Map<String, Value> = members;
        own.keys().map(|name| format!("/{name}")).collect()
    };
    let deeper = [
        "/catalogue/own",
        "/catalogue/own/1",
        "/catalogue/own/1/size",
        "/catalogue/prices/a",
        "/catalogue/leftOut/0",
        "/catalogue/own/2/drawing",
        "/catalogue/own/2/drawing/parts/0",
        "/rules/numbers/a",
        "/questions/0",
        "/underlay/pixels",
    ];
    let things = [
        "/sheets/estate",
        "/sheets/estate/0",
        "/sheets/estate/0/at",
        "/sheets/estate/0/params/style",
        "/wishes/0",
        "/by/alias",
    ];
    for (name, document) in suite() {
        let known = |ok: bool, what: &str| match &name[..2] {
            "y_" => assert!(ok, "{what} refuses {name}"),
            "n_" => assert!(!ok, "{what} accepts {name}"),
            _ => {}
        };
        known(opened(&with_bytes(&project, foreign, &document)), "project");
        known(
            stored::read(&with_bytes(&design, foreign, &document)).is_ok(),
            "design",
        );
        known(
            Reply::read(&with_bytes(&reply, foreign, &document)).is_ok(),
            "reply",
        );
        for pointer in members(&project).iter().map(String::as_str).chain(deeper) {
            opened(&with_bytes(&project, pointer, &document));
        }
        for pointer in members(&design).iter().map(String::as_str).chain(things) {
            match stored::read(&with_bytes(&design, pointer, &document)) {
                Ok((design, _)) => assert!(stored::read(&stored::write(&design)).is_ok(), "{pointer} {name}"),
                Err(fault) => is_sentence(&fault.message()),
            }
        }
        for pointer in members(&reply)
            .iter()
            .map(String::as_str)
            .chain(["/placements/p1", "/placements/p1/answer"])
        {
            let _ = Reply::read(&with_bytes(&reply, pointer, &document));
        }
        assert!(Reply::read(&document).is_err(), "{name}");
    }
}
