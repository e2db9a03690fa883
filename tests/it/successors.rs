//! A drawing sent again goes on from what was sent before.

use mulin::design::Design;
use mulin::design::stored::{self, DesignName};
use mulin::submission::{freeze, last_version, revision_of};

const DRAFT: &str = "00112233445566778899aabbccddeeff";

#[test]
fn a_design_is_frozen_with_its_time_and_gone_on_with_as_its_successor() {
    let mut design = Design::new("beimen", "00112233445566778899aabbccddeeff");
    design.title = "树荫下的广场".into();
    let frozen = freeze(&design, "2026-11-23T09:30:00+08:00");
    assert_eq!(frozen.name, DesignName::of(&frozen.bytes));
    let (read, repairs) = stored::read(&frozen.bytes).unwrap();
    assert!(repairs.is_empty());
    assert_eq!(read.drawn, "2026-11-23T09:30:00+08:00");
    let next = revision_of(&read, &frozen.name);
    assert_eq!(next.supersedes, Some(frozen.name.to_string()));
    assert_eq!((next.drawn.as_str(), &next.draft), ("", &design.draft));
    assert_eq!(
        freeze(&design, "2026-11-23T09:30:00+08:00"),
        frozen,
        "the same bytes each time"
    );
}

/// What the device keeps of a drawing sent at a time in place of another version.
fn sent(title: &str, at: &str, before: Option<&DesignName>) -> (DesignName, Design) {
    let mut design = Design::new("beimen", DRAFT);
    design.title = title.into();
    if let Some(before) = before {
        design = revision_of(&design, before);
    }
    let frozen = freeze(&design, at);
    (frozen.name, stored::read(&frozen.bytes).unwrap().0)
}

#[test]
fn the_next_version_replaces_the_last_one_whether_it_waits_or_was_received() {
    let first = sent("1", "2026-11-23T09:30:00+08:00", None);
    let second = sent("2", "2026-11-23T09:40:00+08:00", Some(&first.0));
    assert_eq!(last_version(DRAFT, []), None);
    assert_eq!(last_version(DRAFT, [&first]), Some(first.0));
    // Whatever the order in which the device keeps them, and even if its clock went back.
    let third = sent("3", "2026-11-23T08:00:00+08:00", Some(&second.0));
    assert_eq!(last_version(DRAFT, [&third, &first, &second]), Some(third.0));
    assert_eq!(last_version("another drawing", [&first]), None);
}

#[test]
fn of_two_windows_that_sent_the_same_drawing_the_later_one_is_replaced() {
    let first = sent("1", "2026-11-23T09:30:00+08:00", None);
    let here = sent("2", "2026-11-23T09:40:00+08:00", Some(&first.0));
    let there = sent("3", "2026-11-23T09:50:00+08:00", Some(&first.0));
    assert_eq!(last_version(DRAFT, [&there, &first, &here]), Some(there.0));
}
