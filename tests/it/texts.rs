//! What people read: every language has every sentence, and every sentence can be said.

use std::collections::BTreeSet;

use mulin::text::{Arg, Lang, Message, keys, say};

#[test]
fn every_language_has_every_key_once() {
    let [zh, en] = Lang::ALL.map(keys);
    for list in [&zh, &en] {
        let unique: BTreeSet<_> = list.iter().collect();
        let twice: Vec<_> = unique
            .iter()
            .filter(|key| list.iter().filter(|k| *k == **key).count() > 1)
            .collect();
        assert!(twice.is_empty(), "keys there twice: {twice:?}");
    }
    let (zh, en): (BTreeSet<_>, BTreeSet<_>) = (zh.into_iter().collect(), en.into_iter().collect());
    let missing: Vec<_> = zh.symmetric_difference(&en).collect();
    assert!(missing.is_empty(), "keys in one language only: {missing:?}");
}

#[test]
fn every_language_file_is_sound_fluent() {
    for tag in ["zh-CN", "en"] {
        let folder = format!("{}/src/text/{tag}", env!("CARGO_MANIFEST_DIR"));
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let text = std::fs::read_to_string(&path).unwrap();
            if let Err((_, faults)) = fluent_bundle::FluentResource::try_new(text) {
                panic!("{}: {faults:?}", path.display());
            }
        }
    }
}

#[test]
fn a_key_that_no_file_has_is_seen_and_never_blank() {
    assert_eq!(say(Lang::En, &Message::new("no-such-key")), "no-such-key");
    let named = Arg::Key {
        key: "kind-no-such".into(),
        or: "swing".into(),
    };
    let message = Message::new("no-such-key").with("what", named);
    assert_eq!(say(Lang::ZhCn, &message), "no-such-key");
}

#[test]
fn a_language_is_known_by_the_tags_that_browsers_send() {
    assert_eq!(Lang::from_tag("zh-Hans-CN"), Some(Lang::ZhCn));
    assert_eq!(Lang::from_tag("en-GB"), Some(Lang::En));
    assert_eq!(Lang::from_tag("fr"), None);
}

#[test]
fn every_sentence_that_code_names_is_in_the_files() {
    fn walk(folder: &std::path::Path, missing: &mut Vec<String>, keys: &BTreeSet<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, missing, keys);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let code = std::fs::read_to_string(&path).unwrap();
                let named = code.split("Message::new(").skip(1).filter_map(|rest| {
                    let key = rest.trim_start().strip_prefix('"')?.split('"').next()?;
                    (!keys.contains(key)).then(|| format!("{}: {key}", path.display()))
                });
                missing.extend(named);
            }
        }
    }
    let keys: BTreeSet<String> = keys(Lang::En).into_iter().collect();
    let mut missing = Vec::new();
    let folder = format!("{}/src", env!("CARGO_MANIFEST_DIR"));
    walk(std::path::Path::new(&folder), &mut missing, &keys);
    assert!(missing.is_empty(), "no such sentence: {missing:#?}");
}

/// A number carries how it is written; one with such a mark was never the `0` that a text names.
#[test]
fn a_number_that_a_text_names_is_met() {
    let benches = |n: usize| {
        let said = Message::new("walking-benches-said")
            .with("n", n)
            .with("all", 9_usize);
        say(
            Lang::En,
            &said.number("every", 50.0, 0).number("longest", 80.0, 1),
        )
    };
    assert!(
        benches(0).contains("every door there is a seat"),
        "{}",
        benches(0)
    );
    assert!(benches(2).contains("2 of 9 doors"), "{}", benches(2));
    let pressed = |n: usize| say(Lang::ZhCn, &Message::new("picture-length-pressed").with("n", n));
    assert_ne!(pressed(0), pressed(1));
    assert_ne!(pressed(1), pressed(2));
}
