//! Kinds of a project's own: what `project.json` says of them is taken or refused with a sentence, and what is taken
//! behaves as the built-in kinds do.

use std::sync::Arc;

use mulin::catalogue::{Catalogue, CatalogueChoice, KindId};
use mulin::design::stored::{self, DesignName};
use mulin::design::{Command, Design, Placement, PlacementId};
use mulin::formats::{bill_csv, design_dxf, design_geojson};
use mulin::geometry::{Turn, WorldPt};
use mulin::project::Project;
use mulin::rules::{Finding, Plan, bill, check_all, totals};
use mulin::scene::{Detail, Mark, Theme, kind_icon_svg, placement_scene};
use mulin::search::{Query, kinds, no_initial, things};
use mulin::text::{Lang, Message, say};
use serde_json::{Map, Value, json};

use crate::plan;

/// A tea kiosk of the project's own.
pub fn kiosk() -> Value {
    json!({
        "id": "tea-kiosk", "names": { "zh-CN": "茶亭", "en": "Tea kiosk" },
        "hints": { "zh-CN": "喝茶的小亭", "en": "A small place for tea" },
        "group": "service", "size": [3.0, 2.4], "width": { "min": 2.4, "max": 6.0 }, "depth": { "min": 2.4, "max": 3.0 },
        "height": 3.0, "stands": "back-to-wall", "works": "service",
        "price": { "unit": "square-metre", "yuan": 2500, "low": 2000, "high": 3000, "source": "quoted by the carpenter" },
        "gain": { "seats": 6 },
        "clearances": [{ "from": "house", "metres": 5.0 }, { "from": "same", "metres": 20.0 }, { "from": "tree", "metres": 2.0 }],
        "drawing": { "parts": [
            { "part": "boards", "material": "timber" },
            { "part": "hip-roof", "material": "warm-roof", "size": [0.9, 0.8] },
            { "part": "label", "material": "white", "text": "茶", "size": [0.4, 0.4] } ] }
    })
}

/// A longer bench at another price, which people may only choose with a back.
fn long_bench() -> Value {
    json!({ "id": "long-bench", "like": "bench", "names": { "zh-CN": "长条椅", "en": "Long bench" },
        "size": [3.0, 0.45], "width": { "min": 2.4, "max": 4.0 }, "price": { "yuan": 2600 }, "params": { "style": ["back"] } })
}

pub fn read(own: Value) -> (CatalogueChoice, Vec<String>) {
    let members: Map<String, Value> = json!({ "catalogue": { "own": own } })
        .as_object()
        .unwrap()
        .clone();
    let (choice, unusable) = CatalogueChoice::read(&members, Catalogue::built_in());
    let mut said: Vec<String> = choice.faults.iter().map(|fault| say(Lang::En, fault)).collect();
    said.extend(unusable);
    (choice, said)
}

pub fn with_own(mut project: Project, own: Value) -> Project {
    let (choice, faults) = read(own);
    assert_eq!(faults, Vec::<String>::new());
    project.catalogue = Arc::new(Catalogue::built_in().chosen(&choice));
    project
}

pub fn put(project: &Project, id: &str, kind: &str, at: (f64, f64)) -> Placement {
    let kind = project.catalogue.kind(&KindId::new(kind)).expect("a kind");
    Placement::new(
        PlacementId::new(id),
        kind,
        WorldPt::new(at.0, at.1),
        Turn::default(),
    )
}

pub fn design(things: Vec<Placement>) -> Design {
    let empty = Design::new("small", "Tea for all");
    empty.apply(&Command::Put(things)).expect("they can be placed")
}

pub fn findings(project: &Project, design: &Design) -> Vec<Finding> {
    check_all(&Plan { project, design })
}

#[test]
fn an_own_kind_and_a_variant_are_read_with_all_that_is_said_of_them() {
    let (choice, faults) = read(json!([kiosk(), long_bench()]));
    assert_eq!(faults, Vec::<String>::new());
    let catalogue = Catalogue::built_in().chosen(&choice);
    let kiosk = catalogue.kind(&KindId::new("tea-kiosk")).unwrap();
    assert_eq!(
        (kiosk.size, kiosk.width.max, kiosk.height),
        ((3.0, 2.4), 6.0, 3.0)
    );
    assert_eq!(kiosk.clearances().len(), 3);
    assert_eq!(kiosk.drawing().unwrap().parts.len(), 3);
    let bench = catalogue.kind(&KindId::new("long-bench")).unwrap();
    let usual = catalogue.kind(&KindId::new("bench")).unwrap();
    assert_eq!(bench.acts_as().as_str(), "bench");
    assert_eq!(
        (bench.height, bench.stands, bench.gain),
        (usual.height, usual.stands, usual.gain)
    );
    assert_eq!(bench.param("style").unwrap().options, ["back"]);
    assert!(bench.option_prices.is_empty(), "its price is for every option");
    assert_eq!(catalogue.kinds().len(), Catalogue::built_in().kinds().len() + 2);
}

#[test]
fn what_is_written_again_is_what_was_read_and_unknown_members_stay() {
    let mut own = kiosk();
    own["fromLater"] = json!({ "x": [1, null] });
    let before = json!({ "catalogue": { "own": [own], "leftOut": ["plaza", "tea-kiosk"], "prices": { "tea-kiosk": 9.5 }, "later": 7 } });
    let members = before.as_object().unwrap().clone();
    let (choice, unusable) = CatalogueChoice::read(&members, Catalogue::built_in());
    assert_eq!((unusable.len(), choice.faults.len()), (0, 0));
    let mut after = Map::new();
    choice.write(&mut after);
    assert_eq!(Value::Object(after), before);
    let catalogue = Catalogue::built_in().chosen(&choice);
    assert!(
        catalogue.offered().all(|kind| kind.id.as_str() != "tea-kiosk"),
        "switched off"
    );
    assert_eq!(catalogue.kind(&KindId::new("tea-kiosk")).unwrap().price.yuan, 9.5);
}

#[test]
fn what_cannot_be_used_is_left_out_with_a_sentence_that_says_what_and_the_rest_is_taken() {
    let altered = |member: &str, value: Value| {
        let mut kind = kiosk();
        kind[member] = value;
        kind
    };
    let drawn = |parts: Value| altered("drawing", json!({ "parts": parts }));
    let path = |d: &str| drawn(json!([{ "part": "paths", "paths": [{ "fill": "red", "d": d }] }]));
    let many = "L0,0".repeat(3_000);
    let cases = [
        (json!(7), "not an object"),
        (altered("id", json!("Tea Kiosk")), "its id"),
        (altered("id", json!("../etc")), "its id"),
        (altered("id", json!("a".repeat(50))), "its id"),
        (altered("id", json!("bench")), "built-in kind"),
        (altered("like", json!("no-such")), "no built-in kind"),
        (altered("names", json!({})), "no name"),
        (altered("names", json!({ "en": 3 })), "no text"),
        (altered("names", json!({ "en": "x".repeat(90) })), "too long"),
        (altered("names", json!({ "en": "a\u{0}b" })), "signs"),
        (altered("size", json!([3.0])), "two numbers"),
        (altered("size", json!([1e308, 2.0])), "two numbers"),
        (altered("size", json!([-3.0, 2.4])), "two numbers"),
        (altered("size", json!([3.0, "NaN"])), "two numbers"),
        (altered("width", json!({ "min": 5.0, "max": 2.0 })), "smallest"),
        (altered("width", json!({ "min": 4.0, "max": 6.0 })), "is not from"),
        (altered("width", json!({ "min": 0, "max": 6.0 })), "width.min"),
        (altered("height", json!(4_000)), "height"),
        (altered("group", json!("toys")), "parking, rest, green"),
        (altered("layer", json!(["ground"])), "standing, ground"),
        (altered("round", json!("yes")), "neither true nor false"),
        (altered("price", json!({ "yuan": -1 })), "price.yuan"),
        (altered("price", json!({ "yuan": 1e12 })), "price.yuan"),
        (altered("price", json!({ "unit": "each" })), "price.yuan"),
        (altered("price", json!({ "yuan": 5, "low": 6 })), "not between"),
        (altered("price", json!({ "yuan": 5, "unit": "slot" })), "variant"),
        (altered("gain", json!({ "green": 1.5 })), "gain.green"),
        (
            altered("gain", json!({ "bays": 1, "accessible": 2 })),
            "more accessible",
        ),
        (altered("clearances", json!({ "from": "house" })), "not a list"),
        (
            altered("clearances", json!([{ "from": "moon", "metres": 3 }])),
            "house, door",
        ),
        (
            altered("clearances", json!([{ "from": "house", "metres": 1e5 }])),
            "clearances.metres",
        ),
        (
            altered(
                "clearances",
                json!([{ "from": "house", "metres": 1 }, { "from": "house", "metres": 2 }]),
            ),
            "twice",
        ),
        (altered("params", json!({ "style": ["flat"] })), "params.style"),
        (altered("drawing", json!("<svg/>")), "not an object"),
        (drawn(json!([{ "part": "dragon" }])), "hip-roof"),
        (drawn(json!([{ "part": "plate", "material": "gold" }])), "timber"),
        (drawn(json!([{ "part": "plate", "at": [9, 0] }])), "drawing.at"),
        (
            drawn(json!([{ "part": "label", "text": "far too long" }])),
            "drawing.text",
        ),
        (drawn(json!(vec![json!({ "part": "plate" }); 41])), "parts"),
        (path("M0,0 L0.5,0.5"), ""),
        (path("M0,0 Q1,1 0,0"), "not a path"),
        (path("M0,0 L9,0"), "not a path"),
        (path("M0,0 L1e999,0"), "not a path"),
        (path("M0,0 LNaN,0"), "not a path"),
        (path("L0,0"), "not a path"),
        (path("M0,0 L"), "not a path"),
        (path("M0,0 L1,1,1"), "not a path"),
        (path(&format!("M0,0{many}")), "pieces"),
    ];
    for (own, meant) in cases {
        let (choice, said) = read(json!([own.clone(), long_bench()]));
        assert!(
            choice.kinds.iter().any(|kind| kind.id.as_str() == "long-bench"),
            "the rest is taken: {own}"
        );
        if meant.is_empty() {
            assert_eq!(said, Vec::<String>::new(), "{own}");
            continue;
        }
        assert_eq!(said.len(), 1, "{own}: {said:?}");
        assert!(said[0].contains(meant), "{meant}: {}", said[0]);
        assert!(said[0].starts_with("project.json: kind 1"), "{}", said[0]);
    }
    let (choice, said) = read(json!([kiosk(), kiosk()]));
    assert_eq!((choice.kinds.len(), said.len()), (1, 1));
    assert!(said[0].contains("twice"));
    let crowd: Vec<Value> = (0..140)
        .map(|n| {
            let mut k = kiosk();
            k["id"] = json!(format!("k{n}"));
            k
        })
        .collect();
    let (choice, said) = read(json!(crowd));
    assert_eq!((choice.kinds.len(), said.len()), (100, 1));
    assert!(read(json!({})).1[0].contains("not a list"));
}

#[test]
fn its_name_stands_in_each_language_wherever_a_kind_is_named() {
    let project = with_own(
        plan::project(vec![plan::slab("h1", "7", (20.0, 40.0), (70.0, 52.0))]),
        json!([kiosk(), long_bench()]),
    );
    let drawn = design(vec![
        put(&project, "p1", "tea-kiosk", (40.0, 36.0)),
        put(&project, "p2", "long-bench", (100.0, 100.0)),
    ]);
    let plan = Plan {
        project: &project,
        design: &drawn,
    };
    for (lang, kiosk, bench) in [
        (Lang::ZhCn, "茶亭", "长条椅"),
        (Lang::En, "Tea kiosk", "Long bench"),
    ] {
        let csv = bill_csv::write(&bill(&plan), lang);
        assert!(csv.contains(kiosk) && csv.contains(bench), "{csv}");
        assert!(csv.contains("quoted by the carpenter"));
        let said: Vec<String> = findings(&project, &drawn)
            .iter()
            .map(|found| say(lang, &found.message))
            .collect();
        assert!(said.iter().any(|said| said.contains(kiosk)), "{said:?}");
        // What names a kind by its key alone, as the steps of the history do, is named by the catalogue.
        let step = Message::new("csv-kind").with("kind", KindId::new("tea-kiosk").name());
        assert_eq!(say(lang, &project.catalogue.naming(&step)), kiosk);
        let found = kinds(&project.catalogue, &Query::new(kiosk), no_initial);
        assert_eq!(found[0].1.as_str(), "tea-kiosk");
        assert_eq!(
            things(&drawn, &project.catalogue, &Query::new(bench), no_initial, 5).len(),
            1
        );
        let dxf =
            String::from_utf8(design_dxf::write(&project, &drawn, &DesignName::of(b"x"), lang)).unwrap();
        assert!(dxf.contains("MULIN_tea-kiosk_3000x2400"));
    }
    let name = DesignName::of(b"x");
    let geojson: Value = serde_json::from_str(&design_geojson::write([(&name, &drawn)], &project)).unwrap();
    let row = &geojson["features"][0]["properties"];
    assert_eq!(
        (&row["kind"], &row["kind_zh"], &row["kind_en"]),
        (&json!("tea-kiosk"), &json!("茶亭"), &json!("Tea kiosk"))
    );
    assert_eq!(row["cost_yuan"], json!(18_000));
}

#[test]
fn a_name_in_one_language_only_serves_in_both() {
    let mut own = kiosk();
    own["names"] = json!({ "zh-CN": "茶亭" });
    let project = with_own(plan::project(Vec::new()), json!([own]));
    let kind = project.catalogue.kind(&KindId::new("tea-kiosk")).unwrap();
    assert_eq!(
        say(Lang::En, &Message::new("csv-kind").with("kind", kind.name())),
        "茶亭"
    );
}

#[test]
fn it_is_drawn_at_every_scale_in_its_own_ground_and_a_variant_as_its_parent() {
    let project = with_own(plan::project(Vec::new()), json!([kiosk(), long_bench()]));
    for id in ["tea-kiosk", "long-bench"] {
        let kind = project.catalogue.kind(&KindId::new(id)).unwrap();
        let thing = put(&project, "p", id, (50.0, 50.0));
        for scale in [0.2, 1.0, 5.0, 20.0, 100.0] {
            let scene = placement_scene(&thing, Some(kind), Detail::of(scale));
            assert!(!scene.marks.is_empty(), "{id} at {scale}");
            let bounds = scene.bounds().unwrap();
            assert!(
                thing.shape.bounds().grown(1.5).contains(bounds.min)
                    && thing.shape.bounds().grown(1.5).contains(bounds.max)
            );
        }
        let svg = kind_icon_svg(kind, &Default::default(), 64.0, Theme::LIGHT);
        assert!(svg.contains("<path"), "{svg}");
    }
    let bench = project.catalogue.kind(&KindId::new("long-bench")).unwrap();
    let scene = placement_scene(
        &put(&project, "p", "long-bench", (0.0, 0.0)),
        Some(bench),
        Detail::of(40.0),
    );
    assert!(
        scene.marks.iter().all(|mark| !matches!(mark, Mark::Label(_))),
        "no box with a bare id"
    );
}

#[test]
fn every_part_is_drawn_and_gives_cad_a_line() {
    for part in mulin::catalogue::PartShape::WORDS {
        let mut own = kiosk();
        own["drawing"] =
            json!({ "parts": [{ "part": part, "material": "stone", "text": "茶", "count": 3 }] });
        let project = with_own(plan::project(Vec::new()), json!([own]));
        let kind = project.catalogue.kind(&KindId::new("tea-kiosk")).unwrap();
        let scene = placement_scene(
            &put(&project, "p", "tea-kiosk", (0.0, 0.0)),
            Some(kind),
            Detail::of(40.0),
        );
        let lined = scene.marks.iter().any(|mark| match mark {
            Mark::Shape { style, .. } => style.line.is_some(),
            Mark::Label(_) => true,
            _ => false,
        });
        assert!(lined, "{part}");
    }
}

#[test]
fn a_design_whose_kind_is_not_in_the_catalogue_is_kept_as_before() {
    let project = with_own(plan::project(Vec::new()), json!([kiosk()]));
    let drawn = design(vec![put(&project, "p1", "tea-kiosk", (50.0, 50.0))]);
    let (read, _) = stored::read(&stored::write(&drawn)).unwrap();
    assert_eq!(read.placements(), drawn.placements());
    let stranger = plan::project(Vec::new());
    let plan = Plan {
        project: &stranger,
        design: &read,
    };
    assert_eq!(totals(&plan).cost, 0.0);
    let csv = bill_csv::write(&bill(&plan), Lang::En);
    assert!(!csv.contains("Tea kiosk"));
    let geojson = design_geojson::write([(&DesignName::of(b"x"), &read)], &stranger);
    assert!(geojson.contains("tea-kiosk"));
}
