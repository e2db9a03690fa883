//! Kinds of a project's own as a facilitator makes them: in the set-up, step by step and back, and with an SVG.

use mulin::catalogue::{Catalogue, KindId, own_kind};
use mulin::exchange::perform;
use mulin::formats::kind_svg::{self, SvgFault};
use mulin::formats::project_folder;
use mulin::scene::{Detail, placement_scene};
use mulin::setup::{
    Change, Draft, History, KindsChange, Refusal, choice_of, copy_of, files, new_kind, set_member, variant_of,
};
use mulin::text::{Lang, say};
use serde_json::{Value, json};

use crate::formats::{feature, local, read};
use crate::own_kinds::kiosk;
use crate::plan;

fn small() -> History {
    let ring = json!([[[0.0, 0.0], [20.0, 0.0], [20.0, 20.0], [0.0, 20.0], [0.0, 0.0]]]);
    let house = json!({ "type": "Polygon", "coordinates": ring });
    let map = local(json!([feature("building", house)]));
    History::new(Draft::of_map("small", read(&map).unwrap().0))
}

fn kinds(change: KindsChange) -> Change {
    Change::Kinds(change)
}

fn own_ids(history: &History) -> Vec<String> {
    let choice = choice_of(&history.now().file);
    choice.kinds.iter().map(|kind| kind.id.to_string()).collect()
}

#[test]
fn a_kind_is_put_changed_copied_switched_off_and_taken_out_and_each_step_goes_back() {
    let mut setup = small();
    setup.apply(&kinds(KindsChange::Put(kiosk()))).unwrap();
    setup.write(|file| file.budget = Some(5.0));
    let mut changed = kiosk();
    set_member(&mut changed, "/price/yuan", Some(json!(2_900)));
    setup.apply(&kinds(KindsChange::Put(changed))).unwrap();
    assert_eq!(own_ids(&setup), ["tea-kiosk"], "the same id is the same kind");
    let id = KindId::new("tea-kiosk");
    let price = |history: &History| history.now().catalogue().kind(&id).map(|kind| kind.price.yuan);
    assert_eq!(price(&setup), Some(2_900.0));
    setup
        .apply(&kinds(KindsChange::Price(id.clone(), Some(7.0))))
        .unwrap();
    setup
        .apply(&kinds(KindsChange::Offer(id.clone(), false)))
        .unwrap();
    let nameless = kinds(KindsChange::Put(copy_of(&kiosk(), "own-2")));
    assert!(matches!(setup.apply(&nameless), Err(Refusal::Kind(_))));
    setup
        .apply(&kinds(KindsChange::Put(named(copy_of(&kiosk(), "own-2")))))
        .unwrap();
    assert_eq!(own_ids(&setup), ["tea-kiosk", "own-2"]);
    setup.apply(&kinds(KindsChange::Drop(id.clone()))).unwrap();
    assert_eq!(own_ids(&setup), ["own-2"]);
    assert!(setup.undo() && own_ids(&setup) == ["tea-kiosk", "own-2"]);
    assert!(
        !setup.now().catalogue().offered().any(|kind| kind.id == id),
        "it is switched off again"
    );
    assert!(setup.undo() && setup.undo() && setup.undo());
    assert_eq!(price(&setup), Some(2_900.0));
    assert!(setup.undo());
    assert_eq!(price(&setup), Some(2_500.0));
    assert_eq!(setup.now().file.budget, Some(5.0), "what was written stays");
    assert!(setup.undo() && own_ids(&setup).is_empty());
    assert!(setup.redo() && setup.redo());
    assert_eq!(price(&setup), Some(2_900.0));
}

fn named(mut row: Value) -> Value {
    row["names"] = json!({ "en": "Named" });
    row
}

#[test]
fn what_does_not_fit_is_refused_with_a_sentence_and_changes_nothing() {
    let mut setup = small();
    let refused = |setup: &mut History, row: Value| {
        let why = setup.apply(&kinds(KindsChange::Put(row))).unwrap_err();
        for lang in Lang::ALL {
            let said = say(lang, &why.message());
            assert!(!said.contains("own-") && !said.contains("kinds-"), "{said}");
        }
        why
    };
    assert!(
        matches!(refused(&mut setup, new_kind("own-1")), Refusal::Kind(_)),
        "it has no name yet"
    );
    let mut bench = named(new_kind("bench"));
    assert!(matches!(refused(&mut setup, bench.clone()), Refusal::KindId(_)));
    set_member(&mut bench, "/id", Some(json!("a b")));
    assert!(matches!(refused(&mut setup, bench), Refusal::Kind(_)));
    for number in [-1.0, f64::NAN, f64::INFINITY, 1e12] {
        let price = kinds(KindsChange::Price(KindId::new("bench"), Some(number)));
        assert!(setup.apply(&price).is_err());
    }
    assert!(
        setup
            .apply(&kinds(KindsChange::Drop(KindId::new("no-such"))))
            .is_err()
    );
    let useless = kinds(KindsChange::Take(vec![json!(3), new_kind("x")]));
    assert_eq!(setup.apply(&useless), Err(Refusal::NoNewKinds));
    for n in 0..100 {
        setup
            .apply(&kinds(KindsChange::Put(named(new_kind(&format!("k{n}"))))))
            .unwrap();
    }
    assert!(matches!(
        refused(&mut setup, named(new_kind("k100"))),
        Refusal::ManyKinds(100)
    ));
}

#[test]
fn own_kinds_go_with_the_saved_folder_and_into_another_project() {
    let mut setup = small();
    setup.apply(&kinds(KindsChange::Put(kiosk()))).unwrap();
    let written = files(setup.now());
    let (project, problems) = project_folder::read(&written[0].1, &written[1].1).unwrap();
    assert_eq!(problems, []);
    assert!(project.catalogue.kind(&KindId::new("tea-kiosk")).is_some());
    let mut other = small();
    let rows = choice_of(&project.file).own;
    other.apply(&kinds(KindsChange::Take(rows.clone()))).unwrap();
    assert_eq!(choice_of(&other.now().file).own, rows, "as they are written");
    assert_eq!(
        other.apply(&kinds(KindsChange::Take(rows))),
        Err(Refusal::NoNewKinds)
    );
    assert_eq!(other.now().free_kind_id(), "own-1");
}

#[test]
fn a_fault_in_a_project_that_is_opened_is_told_and_the_rest_serves() {
    let mut setup = small();
    setup.write(|file| {
        file.extra
            .insert("catalogue".to_owned(), json!({ "own": [{ "id": "x" }, kiosk()] }));
    });
    let written = files(setup.now());
    let (project, problems) = project_folder::read(&written[0].1, &written[1].1).unwrap();
    let said: Vec<String> = problems
        .iter()
        .map(|problem| say(Lang::En, &problem.sentence()))
        .collect();
    assert_eq!(said.len(), 1);
    assert!(said[0].contains("kind 1") && said[0].contains("“x”"), "{said:?}");
    assert!(project.catalogue.kind(&KindId::new("tea-kiosk")).is_some());
}

#[test]
fn a_variant_of_every_built_in_kind_can_be_put_as_it_is_and_is_drawn() {
    for parent in Catalogue::built_in().kinds() {
        let row = named(variant_of(parent, "own-1"));
        let kind = own_kind(&row, Catalogue::built_in())
            .unwrap_or_else(|why| panic!("{}: {}", parent.id, say(Lang::En, &why)));
        assert_eq!(
            (kind.size, kind.width, kind.gain, &kind.price),
            (parent.size, parent.width, parent.gain, &parent.price)
        );
        let mut thing = plan::thing("p", parent.id.as_str(), (10.0, 10.0));
        let usual = placement_scene(&thing, Some(parent), Detail::of(20.0));
        thing.kind = kind.id.clone();
        assert_eq!(
            placement_scene(&thing, Some(&kind), Detail::of(20.0)),
            usual,
            "{}",
            parent.id
        );
    }
}

const SVG: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><defs><linearGradient id="g"><stop stop-color="#0a0"/><stop offset="1" stop-color="#3a3"/></linearGradient></defs>
    <g transform="translate(10 5)"><rect width="20" height="10" fill="#b5382a"/></g><circle cx="20" cy="10" r="4" fill="url(#g)" stroke="#000" stroke-width="2"/>
    <path d="M0 20 Q20 0 40 20" fill="none" stroke="white"/><text x="3" y="3">hi</text></svg>"##;

#[test]
fn an_svg_becomes_paths_in_the_box_in_colours_of_the_plan_and_what_is_lost_is_told() {
    let (part, aspect, problems) = kind_svg::read(SVG.as_bytes()).unwrap();
    assert_eq!(aspect, 2.0);
    assert_eq!(problems.len(), 1, "its letters are left out");
    let paths = part["paths"].as_array().unwrap();
    assert_eq!(paths.len(), 3);
    assert_eq!(
        (&paths[0]["fill"], &paths[0]["d"]),
        (
            &json!("red"),
            &json!("M-0.25,0.25L0.25,0.25L0.25,-0.25L-0.25,-0.25Z")
        )
    );
    assert_eq!(
        (&paths[1]["fill"], &paths[1]["line"], &paths[1]["width"]),
        (&json!("leaf"), &json!("ink"), &json!(0.05))
    );
    assert_eq!(paths[2]["line"], json!("white"));
    let mut row = kiosk();
    row["drawing"] = json!({ "parts": [part] });
    let kind = own_kind(&row, Catalogue::built_in()).expect("what is reduced can be read");
    let thing = mulin::design::Placement::new(
        mulin::design::PlacementId::new("p"),
        &kind,
        Default::default(),
        Default::default(),
    );
    let scene = placement_scene(&thing, Some(&kind), Detail::of(50.0));
    let bounds = scene.bounds().unwrap();
    assert!(
        (bounds.width() - 3.0).abs() < 0.01,
        "as wide as the kind: {bounds:?}"
    );
}

#[test]
fn a_hostile_svg_is_refused_with_a_sentence_and_none_makes_the_reader_stop() {
    let wrap = |inner: &str| {
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{inner}</svg>"#
        )
    };
    let deep = |n: usize| {
        wrap(&format!(
            "{}<path d='M0 0L9 9' stroke='red'/>{}",
            "<g>".repeat(n),
            "</g>".repeat(n)
        ))
    };
    let laughs = r#"<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/>&b;</svg>"#;
    let uses: String = (0..30)
        .map(|n| {
            format!(
                "<g id='u{}'><use xlink:href='#u{n}'/><use xlink:href='#u{n}'/></g>",
                n + 1
            )
        })
        .collect();
    let cases = [
        (String::new(), "NotSvg"),
        ("<html/>".to_owned(), "NotSvg"),
        (wrap("<rect"), "NotSvg"),
        (wrap(""), "Empty"),
        (wrap("<path d='M0 0L9 9'/>".repeat(2_000).as_str()), "TooFine"),
        (wrap(&"x".repeat(400_000)), "TooLarge"),
        (deep(5_000), "NotSvg"),
        (laughs.to_owned(), "Repeats"),
        (wrap(&uses), "Repeats"),
        (wrap("<marker id='m'><path d='M0 0L1 1'/></marker>"), "Repeats"),
        (wrap("<image href='/etc/passwd' width='9' height='9'/>"), "Empty"),
        (wrap("<path d='M0 0L1e30 9' stroke='red'/>"), "Empty"),
    ];
    for (svg, meant) in cases {
        let fault = kind_svg::read(svg.as_bytes()).expect_err(&svg.chars().take(80).collect::<String>());
        assert!(format!("{fault:?}").starts_with(meant), "{meant}: {fault:?}");
        assert!(!say(Lang::ZhCn, &fault.message()).contains("kind-svg"));
    }
    assert!(kind_svg::read(&[0xff, 0xfe, 0x00]).is_err());
    assert!(kind_svg::read(deep(100).as_bytes()).is_ok());
    // Cut at every place and with bytes changed: what is given is drawn or refused.
    let bytes = SVG.as_bytes();
    for cut in 0..bytes.len() {
        let _ = kind_svg::read(&bytes[..cut]);
        let mut altered = bytes.to_vec();
        altered[cut] = b'0' + (cut % 70) as u8;
        if let Ok((part, ..)) = kind_svg::read(&altered) {
            let mut row = kiosk();
            row["drawing"] = json!({ "parts": [part] });
            let read = own_kind(&row, Catalogue::built_in());
            assert!(read.is_ok(), "{}", String::from_utf8_lossy(&altered));
        }
    }
    assert!(matches!(
        kind_svg::read(wrap("").as_bytes()),
        Err(SvgFault::Empty)
    ));
}

#[test]
fn the_worker_reduces_an_svg_or_says_why_not() {
    let done = perform(r#"{"do":"drawing"}"#, &[SVG.as_bytes().to_vec()]);
    let told: Value = serde_json::from_slice(&done.file).unwrap();
    assert_eq!(
        (&told["part"]["part"], &told["aspect"]),
        (&json!("paths"), &json!(2.0))
    );
    let said: Value = serde_json::from_str(&done.said).unwrap();
    assert!(said["problems"][0]["zh-CN"].as_str().unwrap().contains("文字"));
    let done = perform(r#"{"do":"drawing"}"#, &[b"no".to_vec()]);
    let said: Value = serde_json::from_str(&done.said).unwrap();
    assert!(said["fault"]["en"].as_str().unwrap().contains("SVG"));
}
