//! Designs from zips and several sources, and filters by what is reckoned of them.

use std::io::Write as _;

use mulin::formats::designs_zip::{Content, Designs, Entry};
use mulin::formats::project_zip::{self, ZipFault};
use mulin::rules::Survey;
use mulin::tally::{Collection, Facts, Filter, Found, found_in, summary_json};
use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::tally::{collected, mixed};

#[test]
fn a_filter_asks_what_the_rules_find_and_what_it_costs() {
    let project = crate::plan::project(Vec::new());
    let survey = Survey::new(&project);
    let lone = crate::plan::design(vec![crate::plan::thing("p1", "bench", (50.0, 50.0))]);
    let clash = crate::plan::design(vec![
        crate::plan::thing("p1", "bench", (50.0, 50.0)),
        crate::plan::thing("p2", "bench", (50.3, 50.0)),
    ]);
    let found = |design| found_in(&survey, design);
    assert!(!found(&lone).rules.contains("overlap"));
    assert!(found(&clash).rules.contains("overlap"), "{:?}", found(&clash));

    let facts = |cost: Option<f64>, found: Option<Found>| Facts { cost, found };
    let unknown = Facts::default();
    let asks = |change: &dyn Fn(&mut Filter)| {
        let mut filter = Filter::default();
        change(&mut filter);
        filter
    };
    let overlapping = asks(&|filter| filter.rules.extend(["overlap".to_owned()]));
    assert!(overlapping.matches_facts(&facts(None, Some(found(&clash)))));
    assert!(!overlapping.matches_facts(&facts(None, Some(found(&lone)))));
    assert!(
        !overlapping.matches_facts(&unknown),
        "what is not known is not claimed"
    );
    let sound = asks(&|filter| filter.musts = Some(false));
    assert_eq!(
        sound.matches_facts(&facts(None, Some(found(&clash)))),
        found(&clash).musts == 0
    );
    let range = asks(&|filter| (filter.cost_from, filter.cost_to) = (Some(100.0), Some(200.0)));
    let costs = [99.9, 100.0, 200.0, 200.1].map(|yuan| range.matches_facts(&facts(Some(yuan), None)));
    assert_eq!(costs, [false, true, true, false]);
    assert!(!range.matches_facts(&unknown) && Filter::default().matches_facts(&unknown));
}

proptest! {
    /// A filter written into an address is read from it as it was.
    #[test]
    fn a_filter_comes_back_from_an_address(
        houses in prop::collection::btree_set("[^\\x00]{0,12}", 0..4),
        text in "[^\\x00]{0,40}",
        musts in prop::option::of(any::<bool>()),
        from in prop::option::of(0_u32..1_000_000),
        to in prop::option::of(0_u32..1_000_000),
    ) {
        let filter = Filter {
            buildings: houses, text: if text.trim().is_empty() { String::new() } else { text }, musts,
            cost_from: from.map(f64::from), cost_to: to.map(f64::from), ..Filter::default()
        };
        let mut read = Filter::default();
        for (name, value) in filter.to_query() {
            prop_assert!(read.take_query(name, &value), "{name}={value}");
        }
        prop_assert_eq!(read, filter);
    }
}

/// What a zip holds, as a store's folder would have given it.
fn of_zip(bytes: &[u8]) -> Collection {
    let mut collection = Collection::new(Some("beimen"));
    for Entry { name, content } in Designs::open(std::io::Cursor::new(bytes)).unwrap() {
        match content {
            Content::Stored(bytes) => drop(collection.add_stored(&name, &bytes)),
            Content::Named(bytes) => drop(collection.add_opened(&name, &bytes)),
            Content::TooLarge(hash, bytes) => collection.add_too_large(&name, hash, bytes),
            Content::Broken => collection.add_withheld(&name),
        }
    }
    collection
}

#[test]
fn a_zip_and_several_of_them_give_the_numbers_of_the_folder() {
    let mut files = mixed();
    // A zip has no file twice.
    files.sort();
    files.dedup();
    let zipped = |files: &[(String, Vec<u8>)], folder: &str| {
        let named = files
            .iter()
            .map(|(name, bytes)| (format!("{folder}{name}"), bytes.clone()));
        let reply = ("office/replies/ABCD.json".to_owned(), b"{}".to_vec());
        project_zip::write(&named.chain([reply]).collect::<Vec<_>>()).unwrap()
    };
    let survey = Survey::new(&crate::plan::project(Vec::new()));
    let whole = collected(&files);
    let store = of_zip(&zipped(&files, "office/designs/"));
    assert_eq!(store.standing(), whole.standing());
    assert_eq!(summary_json(&store, &survey), summary_json(&whole, &survey));

    let half = files.len() / 2;
    let parts = [&files[..half + 1], &files[half..]].map(|part| of_zip(&zipped(part, "a/designs/")));
    let [one, other] = parts;
    let (mut there, mut back) = (one.clone(), other.clone());
    there.join(other);
    back.join(one);
    assert_eq!(summary_json(&there, &survey), summary_json(&back, &survey));
    assert_eq!(there.standing().received, whole.standing().received);
    assert_eq!(there.standing().accepted, whole.standing().accepted);
    assert_eq!(there.standing().set_aside, whole.standing().set_aside);
}

#[test]
fn a_zip_that_is_none_and_an_entry_that_is_too_large_are_said() {
    assert!(Designs::open(std::io::Cursor::new(b"no zip".as_slice())).is_err());
    let large = vec![b' '; mulin::design::stored::MAX_BYTES + 1];
    let zip = project_zip::write(&[("designs/x.json".to_owned(), large)]).unwrap();
    let read = of_zip(&zip);
    assert_eq!((read.standing().received, read.standing().set_aside), (1, 1));
    assert!(Designs::open(std::io::Cursor::new(&zip[..zip.len() - 9])).is_err());
}

#[test]
fn a_zip_of_designs_that_is_nothing_but_ends_is_refused_at_once() {
    // Each end had the crate look through all that stands before it: hours for 20 MB.
    let ends = crate::project_zip::end(5, 0).repeat(20 * 1024 * 1024 / 22);
    let fault = Designs::open(std::io::Cursor::new(ends)).unwrap_err();
    assert!(matches!(fault, ZipFault::NotZip(_)), "{fault}");
    // The ends of larger zips before one end, each of which is looked at for itself.
    let mut large = [&b"PK\x06\x06"[..], &[0; 52]].concat().repeat(1_000);
    large.extend([&b"PK\x06\x07"[..], &[0; 12], &[1, 0, 0, 0]].concat());
    large.extend(crate::project_zip::end(u16::MAX, u32::MAX));
    let fault = Designs::open(std::io::Cursor::new(large)).unwrap_err();
    assert!(matches!(fault, ZipFault::NotZip(_)), "{fault}");
}

/// A zip of so many files of two bytes, which no design is. Unpacked, since packing each takes a millisecond.
fn zip_of(files: usize) -> Vec<u8> {
    let mut out = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let as_it_is = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for at in 0..files {
        out.start_file(format!("designs/{at}.json"), as_it_is).unwrap();
        out.write_all(b"{}").unwrap();
    }
    out.finish().unwrap().into_inner()
}

#[test]
fn a_zip_of_more_files_than_two_bytes_count_is_opened_and_one_that_lies_about_them_is_not() {
    let files = usize::from(u16::MAX) + 10;
    let mut zip = zip_of(files);
    let opened = Designs::open(std::io::Cursor::new(zip.as_slice())).unwrap();
    assert_eq!(opened.len(), files);

    let large = zip.windows(4).rposition(|mark| mark == b"PK\x06\x06").unwrap();
    for (said, refused) in [
        (2_000_001_u64, ZipFault::TooMany(2_000_000)),
        (1_000_000, no_room()),
    ] {
        for at in [24, 32] {
            zip[large + at..large + at + 8].copy_from_slice(&said.to_le_bytes());
        }
        assert_eq!(
            Designs::open(std::io::Cursor::new(zip.as_slice())).unwrap_err(),
            refused
        );
    }
}

fn no_room() -> ZipFault {
    ZipFault::NotZip("its list says more files than there is room for".to_owned())
}
