//! Many designs: checked by name, folded by version, filtered and counted, in whatever order they came.

use mulin::catalogue::KindId;
use mulin::design::stored::DesignName;
use mulin::rules::Survey;
use mulin::tally::{
    AsideReason, Collection, Filter, Standing, facets, kind_counts, summary_json, wish_lines,
};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A design's bytes: a title, when it was drawn, what it replaces, and kinds placed in a row.
fn design(title: &str, drawn: &str, supersedes: Option<&DesignName>, kinds: &[&str]) -> Value {
    let things: Vec<Value> = kinds
        .iter()
        .enumerate()
        .map(|(at, kind)| json!({"id": format!("p{at}"), "kind": kind, "at": [at as f64 * 9.0, 5.0], "size": [3.0, 3.0]}))
        .collect();
    let mut document = json!({"schema": "mulin.design/1", "project": "beimen", "title": title,
        "sheets": {"estate": things}, "by": {}, "draft": format!("{title:0>32}"), "drawn": drawn});
    if let Some(name) = supersedes {
        document["supersedes"] = json!(name.to_string());
    }
    document
}

fn file(document: &Value) -> (String, Vec<u8>) {
    let bytes = serde_json::to_vec(document).unwrap();
    (format!("{}.json", DesignName::of(&bytes)), bytes)
}

fn name(document: &Value) -> DesignName {
    DesignName::of(&serde_json::to_vec(document).unwrap())
}

pub fn collected(files: &[(String, Vec<u8>)]) -> Collection {
    let mut collection = Collection::new(Some("beimen"));
    for (file, bytes) in files {
        collection.add_stored(file, bytes);
    }
    collection
}

/// A first version, two that both replace it, one that replaces a design that never arrived, one
/// that was cut short on the way, one of another project, one that is no design, and a copy.
pub fn mixed() -> Vec<(String, Vec<u8>)> {
    let first = design("first", "2026-11-20T08:00:00+08:00", None, &["plaza"]);
    let second = design(
        "second",
        "2026-11-21T08:00:00+08:00",
        Some(&name(&first)),
        &["plaza", "bench"],
    );
    let rival = design(
        "rival",
        "2026-11-21T07:00:00+08:00",
        Some(&name(&first)),
        &["lawn"],
    );
    let never_sent = design("never sent", "2026-11-19T08:00:00+08:00", None, &[]);
    let orphan = design(
        "orphan",
        "2026-11-22T08:00:00+08:00",
        Some(&name(&never_sent)),
        &["bench", "bench"],
    );
    let mut cut = file(&design("cut", "2026-11-22T09:00:00+08:00", None, &["lamp"]));
    cut.1.truncate(40);
    let mut other = design("other", "2026-11-22T10:00:00+08:00", None, &[]);
    other["project"] = json!("nanmen");
    let page = b"<html>404</html>".to_vec();
    let page = (format!("{}.json", DesignName::of(&page)), page);
    let note = ("notes.txt".to_owned(), b"to do".to_vec());
    let mut files: Vec<_> = [&first, &second, &rival, &orphan, &other].map(file).into();
    files.extend([cut, page, note, file(&second)]);
    files
}

#[test]
fn what_was_received_is_what_stands_what_was_replaced_and_what_was_set_aside() {
    let collection = collected(&mixed());
    let expected = Standing {
        received: 8,
        accepted: 2,
        superseded: 2,
        set_aside: 4,
        withdrawn: 0,
        doubles: 1,
    };
    assert_eq!(collection.standing(), expected);
    let titles: Vec<_> = collection
        .drawings()
        .iter()
        .map(|d| d.latest.design.title.clone())
        .collect();
    assert_eq!(titles, ["orphan", "second"], "the one sent last first");
    let older: Vec<_> = collection.drawings()[1]
        .older
        .iter()
        .map(|o| o.design.title.clone())
        .collect();
    assert_eq!(older, ["rival", "first"], "all versions are kept");
}

#[test]
fn a_file_that_cannot_be_used_is_set_aside_with_the_reason() {
    let reasons: Vec<&str> = collected(&mixed())
        .aside()
        .map(|aside| aside.reason.word())
        .collect();
    for word in [
        "name-disagrees",
        "not-named-by-hash",
        "unreadable",
        "other-project",
    ] {
        assert_eq!(
            reasons.iter().filter(|r| **r == word).count(),
            1,
            "{word} in {reasons:?}"
        );
    }
}

#[test]
fn a_file_opened_by_hand_may_have_a_name_of_its_own_but_a_hash_must_agree() {
    let (hash, bytes) = file(&design("mine", "2026-11-20T08:00:00Z", None, &["plaza"]));
    let mut collection = Collection::new(Some("beimen"));
    assert!(collection.add_opened("my plaza.json", &bytes).is_some());
    assert!(
        collection
            .add_opened(&format!("C:\\talk\\{hash}"), &bytes)
            .is_some()
    );
    assert!(collection.add_opened(&hash, &bytes[..20]).is_none());
    let expected = Standing {
        received: 2,
        accepted: 1,
        superseded: 0,
        set_aside: 1,
        withdrawn: 0,
        doubles: 1,
    };
    assert_eq!(collection.standing(), expected);
    let aside = collection.aside().next().unwrap();
    assert!(matches!(aside.reason, AsideReason::NameDisagrees { .. }));
}

#[test]
fn the_version_that_stands_is_the_last_of_the_chain_whatever_its_clock_says() {
    let first = design("first", "2026-11-25T08:00:00Z", None, &[]);
    let second = design("second", "2019-01-01T00:00:00Z", Some(&name(&first)), &[]);
    let third = design("third", "no date", Some(&name(&second)), &[]);
    let drawings = collected(&[file(&third), file(&first), file(&second)]).drawings();
    assert_eq!(drawings.len(), 1);
    assert_eq!(drawings[0].latest.design.title, "third");
    assert_eq!(drawings[0].older.len(), 2);
}

#[test]
fn of_two_versions_of_the_same_second_the_name_decides() {
    let first = design("first", "2026-11-20T08:00:00Z", None, &[]);
    let one = design("one", "2026-11-21T08:00:00Z", Some(&name(&first)), &[]);
    let other = design("other", "2026-11-21T16:00:00+08:00", Some(&name(&first)), &[]);
    let stands = name(&one).max(name(&other));
    for files in [[file(&one), file(&other)], [file(&other), file(&one)]] {
        assert_eq!(collected(&files).drawings()[0].latest.name, stands);
    }
}

/// A design's file with a title, who drew it where and when, and one wish.
pub fn with_author(title: &str, building: &str, age: &str, drawn: &str, wish: &str) -> (String, Vec<u8>) {
    let mut document = design(title, drawn, None, &["plaza", "bench"]);
    document["by"] = json!({"alias": "老王", "building": building, "age": age, "channel": "phone"});
    document["wishes"] = json!([{"id": "w1", "text": wish, "topic": "seats"}]);
    file(&document)
}

#[test]
fn a_filter_asks_for_building_age_day_kind_and_words() {
    let files = [
        with_author(
            "Shade",
            "7",
            "60+",
            "2026-11-20T23:30:00+08:00",
            "Benches with backs",
        ),
        with_author(
            "Plaza",
            "12",
            "18-34",
            "2026-11-22T08:00:00+08:00",
            "长椅要有靠背",
        ),
    ];
    let drawings = collected(&files).drawings();
    let shown = |filter: Filter| -> Vec<String> {
        drawings
            .iter()
            .filter(|d| filter.matches(d))
            .map(|d| d.latest.design.title.clone())
            .collect()
    };
    let set = |value: &str| [value.to_owned()].into();
    assert_eq!(shown(Filter::default()), ["Plaza", "Shade"]);
    assert_eq!(
        shown(Filter {
            buildings: set("7"),
            ..Filter::default()
        }),
        ["Shade"]
    );
    assert_eq!(
        shown(Filter {
            ages: set("18-34"),
            ..Filter::default()
        }),
        ["Plaza"]
    );
    assert_eq!(
        shown(Filter {
            channels: set("paper"),
            ..Filter::default()
        }),
        [""; 0]
    );
    assert_eq!(
        shown(Filter {
            to: "2026-11-20".parse().ok(),
            ..Filter::default()
        }),
        ["Shade"]
    );
    assert_eq!(
        shown(Filter {
            from: "2026-11-21".parse().ok(),
            ..Filter::default()
        }),
        ["Plaza"]
    );
    assert_eq!(
        shown(Filter {
            text: "老王 靠背".into(),
            ..Filter::default()
        }),
        ["Plaza"]
    );
    assert_eq!(
        shown(Filter {
            text: "BENCHES".into(),
            ..Filter::default()
        }),
        ["Shade"]
    );
    let kinds = [KindId::new("plaza"), KindId::new("lawn")].into();
    assert_eq!(
        shown(Filter {
            kinds,
            ..Filter::default()
        }),
        [""; 0],
        "every kind asked for must be there"
    );
}

#[test]
fn kinds_wishes_and_values_are_counted_over_the_versions_that_stand() {
    let mut files = mixed();
    files.push(with_author(
        "a",
        "12",
        "60+",
        "2026-11-20T08:00:00Z",
        " 长椅要有靠背 ",
    ));
    files.push(with_author("b", "7", "60+", "2026-11-20T08:00:00Z", "  "));
    let drawings = collected(&files).drawings();
    let counts: Vec<_> = kind_counts(&drawings)
        .iter()
        .map(|c| (c.kind.to_string(), c.designs, c.things))
        .collect();
    assert_eq!(counts, [("bench".into(), 4, 5), ("plaza".into(), 3, 3)]);
    let wishes: Vec<_> = wish_lines(&drawings).into_iter().map(|w| w.text).collect();
    assert_eq!(wishes, ["长椅要有靠背"], "a wish without words is none");
    let buildings: Vec<_> = facets(&drawings)
        .buildings
        .into_iter()
        .map(|f| (f.value, f.designs))
        .collect();
    assert_eq!(buildings, [("7".into(), 1), ("12".into(), 1), (String::new(), 2)]);
}

proptest! {
    #[test]
    fn the_summary_is_the_same_bytes_in_whatever_order_files_come(
        links in prop::collection::vec((any::<prop::sample::Index>(), any::<bool>(), 0_u8..3), 1..24),
        order in any::<u64>(),
    ) {
        let mut documents: Vec<Value> = Vec::new();
        for (at, (link, linked, day)) in links.iter().enumerate() {
            let before = (*linked && at > 0).then(|| name(&documents[link.index(at)]));
            let drawn = format!("2026-11-2{day}T08:00:00+08:00");
            documents.push(design(&format!("d{at}"), &drawn, before.as_ref(), &["bench", "lamp"][..at % 3]));
        }
        let mut files: Vec<_> = documents.iter().map(file).chain(mixed()).collect();
        let survey = Survey::new(&crate::plan::project(Vec::new()));
        let summary = summary_json(&collected(&files), &survey).to_string();
        shuffle(&mut files, order);
        let collection = collected(&files);
        prop_assert_eq!(summary_json(&collection, &survey).to_string(), summary);
        let standing = collection.standing();
        prop_assert_eq!(standing.received, standing.accepted + standing.superseded + standing.set_aside);
        prop_assert_eq!(standing.received + standing.doubles, files.len());
        let kept: usize = collection.drawings().iter().map(|d| 1 + d.older.len()).sum();
        prop_assert_eq!(kept, standing.accepted + standing.superseded, "no version is lost");
    }
}

/// A seeded Fisher-Yates shuffle.
fn shuffle<T>(items: &mut [T], mut seed: u64) {
    for last in (1..items.len()).rev() {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        items.swap(last, (seed >> 33) as usize % (last + 1));
    }
}

#[test]
fn v7_a_receipt_finds_its_drawing_also_when_an_older_version_was_given_it() {
    let collection = collected(&mixed());
    let drawings = collection.drawings();
    let drawing = drawings.iter().find(|drawing| !drawing.older.is_empty()).unwrap();
    for one in drawing.older.iter().chain([&drawing.latest]) {
        let typed = one.name.receipt().to_string().to_lowercase().replace('-', " ");
        let filter = Filter {
            text: typed,
            ..Filter::default()
        };
        let found: Vec<_> = drawings
            .iter()
            .filter(|drawing| filter.matches(drawing))
            .collect();
        assert_eq!(found, [drawing]);
    }
}
