//! Designs on their way to CAD and QGIS, and back.

use std::path::Path;

use mulin::design::Design;
use mulin::design::stored::{self, DesignName};
use mulin::formats::{ReadFault, design_dxf, design_geojson, project_folder};
use mulin::project::Project;
use mulin::text::Lang;
use serde_json::json;

use super::exports::in_metres;

fn beimen() -> Project {
    let file = include_bytes!("../../public/beimen/project.json");
    let estate = include_bytes!("../../public/beimen/estate.geojson");
    project_folder::read(file, estate).unwrap().0
}

/// One thing of each form, with all that a document can say of it, and words that a file's escapes could break.
fn every_form() -> Design {
    let document = json!({ "schema": "mulin.design/1", "project": "beimen", "title": "楼前^空地 %%c \\U+4E00 \"好\"",
        "by": { "alias": "王阿姨\n\t\u{7}", "building": "7" }, "answers": { "first": "路灯" }, "drawn": "2026-11-24T05:00:00Z",
        "sheets": { "estate": [
            { "id": "p1", "kind": "bench", "at": [90.123, 80.456], "size": [1.5, 0.6], "turn": 33.33, "note": "要靠背 ^J {;} \\P", "group": "g1", "locked": true },
            { "id": "p2", "kind": "car-park", "outline": [[30.001, 29], [60, 29.5], [60, 45], [30, 45]], "params": { "surface": "turf" } },
            { "id": "p3", "kind": "fitness-path", "path": [[100, 100], [120, 105.5], [140, 100]], "width": 1.8 },
            { "id": "p4", "kind": "a/b:c*?|<>", "at": [20, 20], "size": [2, 2], "params": { "x": 2.5 } },
            { "id": "p5", "kind": "tree", "at": [50, 60], "size": [5, 5], "note": "长".repeat(1_500) } ] },
        "wishes": [ { "id": "w1", "text": "长椅\n要多", "topic": "seats", "at": [99, 80] }, { "id": "w2", "text": "灯" } ],
        "draft": "0123456789abcdef0123456789abcdef" });
    let (design, repairs) = stored::read(document.to_string().as_bytes()).unwrap();
    assert_eq!(repairs, []);
    design
}

fn designs() -> Vec<Design> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/designs");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.retain(|file| file.extension().is_some_and(|end| end == "json"));
    files.sort();
    let read = |file: &std::path::PathBuf| stored::read(&std::fs::read(file).unwrap()).unwrap().0;
    std::iter::once(every_form())
        .chain(files.iter().map(read))
        .collect()
}

fn dxf(project: &Project, design: &Design) -> Vec<u8> {
    design_dxf::write(project, design, &DesignName::of(b"design"), Lang::ZhCn)
}

#[test]
fn a_design_comes_back_from_cad_as_it_went() {
    let project = beimen();
    for mut design in designs() {
        let (back, problems) = design_dxf::read(&dxf(&project, &design)).unwrap();
        // Sealed contact details stay behind: the file goes from hand to hand.
        design.contact = None;
        assert_eq!(back, design);
        assert_eq!(problems, []);
    }
}

#[test]
fn layers_are_named_in_both_languages_and_lengths_are_true() {
    let text = String::from_utf8(dxf(&beimen(), &every_form())).unwrap();
    for layer in [
        "现状_楼房_EX_BUILDING",
        "新增_停车充电_NEW_PARKING",
        "新增_休息活动_NEW_REST",
    ] {
        assert!(
            text.contains(&format!("\n2\n{layer}\n")) && text.contains(&format!("\n8\n{layer}\n")),
            "{layer}"
        );
    }
    // A bench of 1.5 by 0.6 metres is a block of that size, placed once, not grown.
    assert!(
        text.contains(
            "\n2\nMULIN_bench_1500x600_1\n10\n90.123000\n20\n80.456000\n30\n0.000000\n41\n1.000000\n"
        )
    );
    let corners = "10\n0.750000\n20\n0.300000\n";
    assert!(text.contains(corners));
}

#[test]
fn what_is_moved_and_turned_in_cad_is_read_where_it_is() {
    let text = String::from_utf8(dxf(&beimen(), &every_form())).unwrap();
    let moved = text.replace("10\n90.123000\n20\n80.456000\n", "10\n91.123400\n20\n80.456000\n");
    let (back, _) = design_dxf::read(moved.replace("50\n33.330000\n", "50\n93.330000\n").as_bytes()).unwrap();
    let bench = &back.placements()[0].shape;
    assert!((bench.centre().x - 91.123).abs() < 1e-9);
    assert!(
        matches!(bench, mulin::design::PlacementShape::Rectangle { turn, .. } if turn.degrees() == 93.33)
    );
}

#[test]
fn other_files_and_broken_ones_are_refused_in_a_sentence() {
    let text = dxf(&beimen(), &every_form());
    for bytes in [
        &b""[..],
        b"no dxf",
        b"0\nSECTION\n2\nENTITIES\n0\nENDSEC\n0\nEOF\n",
        b"\xff\xfe\x00",
    ] {
        assert!(design_dxf::read(bytes).is_err());
    }
    assert!(matches!(
        design_dxf::read(&vec![b'0'; 21 * 1024 * 1024]),
        Err(ReadFault::TooLarge { .. })
    ));
    // With bytes changed here and there too (a linear congruence draws them, the same each time).
    let mut chance = 20_261_124_u64;
    let mut next = |below: usize| {
        chance = chance
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (chance >> 33) as usize % below
    };
    let tail = text.len() - 6_000;
    for _ in 0..60 {
        let mut broken = text[tail - next(20_000)..].to_vec();
        broken.splice(0..0, b"0\nSECTION\n2\nENTITIES\n".iter().copied());
        for _ in 0..1 + next(8) {
            let at = next(broken.len());
            broken[at] = next(256) as u8;
        }
        let _ = design_dxf::read(&broken);
    }
    // Cut anywhere, it ends in a design or a sentence.
    for cut in (0..text.len()).step_by(text.len() / 40) {
        let _ = design_dxf::read(&text[..cut]);
    }
}

#[test]
fn a_design_comes_back_from_qgis_as_it_went_in_degrees_and_in_metres() {
    let project = beimen();
    let local = in_metres(beimen());
    let mut designs = designs();
    designs.iter_mut().for_each(|design| design.contact = None);
    let names: Vec<DesignName> = designs
        .iter()
        .map(|design| DesignName::of(&stored::write(design)))
        .collect();
    for project in [&project, &local] {
        let text = design_geojson::write(names.iter().zip(&designs), project);
        let back = design_geojson::read(text.as_bytes(), project.estate.frame).unwrap();
        assert_eq!(back.len(), names.len());
        for returned in back {
            let at = names
                .iter()
                .position(|name| name.to_string() == returned.name)
                .unwrap();
            assert_eq!(returned.design, designs[at]);
            assert_eq!(returned.problems, []);
        }
    }
    assert!(design_geojson::read(b"{\"features\":[]}", None).is_err());
    assert!(design_geojson::read(b"[1", None).is_err());
}

#[test]
fn what_is_moved_in_qgis_is_read_where_it_is() {
    let project = in_metres(beimen());
    let design = every_form();
    let name = DesignName::of(b"design");
    let text = design_geojson::write([(&name, &design)], &project);
    let mut document: serde_json::Value = serde_json::from_str(&text).unwrap();
    for feature in document["features"].as_array_mut().unwrap() {
        let rings = match feature["geometry"]["type"].as_str().unwrap() {
            "Polygon" => feature["geometry"]["coordinates"].as_array_mut().unwrap(),
            _ => continue,
        };
        for point in rings.iter_mut().flat_map(|ring| ring.as_array_mut().unwrap()) {
            point[0] = json!(point[0].as_f64().unwrap() + 2.5);
        }
    }
    let back = design_geojson::read(document.to_string().as_bytes(), None)
        .unwrap()
        .remove(0)
        .design;
    for (was, is) in design.placements().iter().zip(back.placements()) {
        let step = is.shape.centre() - was.shape.centre();
        assert!(
            (step.x - 2.5).abs() < 0.002 && step.y.abs() < 0.002,
            "{}: {step:?}",
            was.id
        );
        assert!((was.shape.area() - is.shape.area()).abs() < 0.1, "{}", was.id);
    }
}
