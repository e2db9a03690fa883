//! The stored form: what is read is written again, and what is wrong is said in a sentence.

use std::str::FromStr;

use mulin::design::stored::{DesignName, ReadFault, Receipt, ReceiptFault, Repair, read, write};
use proptest::prelude::*;
use serde_json::{Value, json};

fn document() -> Value {
    json!({ "schema": "mulin.design/1", "project": "beimen", "title": "树荫下的广场",
      "sheets": { "estate": [
        { "id": "p1", "kind": "plaza", "at": [102.5, 88.0], "size": [24.0, 18.0], "turn": 15.0,
          "params": {"surface": "nonslip"}, "note": "", "colour": "kept" },
        { "id": "p2", "kind": "car-park", "outline": [[0,0],[30,0],[30,16],[0,16]], "params": {"angle": 90} } ],
        "floor-1": [ { "id": "q1", "anything": true } ] },
      "wishes": [ { "id": "w1", "text": "长椅要有靠背", "topic": "seats", "sheet": "estate", "at": [99.0, 80.0] } ],
      "answers": { "q1": "yes" },
      "by": { "alias": "7号楼居民", "building": "7", "age": "60+", "channel": "phone", "mood": "good" },
      "draft": "00112233445566778899aabbccddeeff", "drawn": "2026-11-23T09:30:00+08:00",
      "from-the-future": { "x": [1, 2, 3] } })
}

fn bytes(value: &Value) -> Vec<u8> {
    serde_json::to_vec(value).unwrap()
}

#[test]
fn what_is_read_is_written_again_with_the_members_that_this_version_does_not_know() {
    let (design, repairs) = read(&bytes(&document())).unwrap();
    assert!(repairs.is_empty());
    let written: Value = serde_json::from_slice(&write(&design)).unwrap();
    assert_eq!(written["from-the-future"], document()["from-the-future"]);
    assert_eq!(written["sheets"]["floor-1"], document()["sheets"]["floor-1"]);
    assert_eq!(written["sheets"]["estate"][0]["colour"], "kept");
    assert_eq!(written["wishes"][0]["sheet"], "estate");
    assert_eq!(written["by"]["mood"], "good");
    assert_eq!(read(&write(&design)).unwrap().0, design);
}

#[test]
fn the_same_design_has_the_same_bytes_and_so_the_same_name() {
    let (design, _) = read(&bytes(&document())).unwrap();
    let (again, _) = read(&write(&design)).unwrap();
    assert_eq!(DesignName::of(&write(&design)), DesignName::of(&write(&again)));
}

#[test]
fn a_document_that_is_no_design_is_refused_in_a_sentence() {
    for hostile in [
        "",
        "null",
        "[]",
        "{}",
        "{\"schema\":1}",
        "{\"schema\":\"mulin.design/1\"}",
        "<html>",
        "{\"schema\":\"other/1\",\"project\":\"x\"}",
    ] {
        let fault = read(hostile.as_bytes()).unwrap_err();
        assert!(matches!(fault, ReadFault::NotADesign(_)), "{hostile}: {fault:?}");
    }
    assert!(read(format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000)).as_bytes()).is_err());
}

#[test]
fn a_document_from_a_newer_version_says_so() {
    let mut newer = document();
    newer["schema"] = json!("mulin.design/2");
    assert_eq!(
        read(&bytes(&newer)).unwrap_err(),
        ReadFault::Newer("mulin.design/2".into())
    );
}

#[test]
fn a_byte_order_mark_is_no_reason_to_refuse() {
    let marked = [b"\xef\xbb\xbf".to_vec(), bytes(&document())].concat();
    assert!(read(&marked).is_ok());
}

#[test]
fn a_thing_whose_shape_is_none_is_left_out_and_named_and_the_rest_is_read() {
    let mut broken = document();
    let rows = broken["sheets"]["estate"].as_array_mut().unwrap();
    rows.push(json!({ "id": "bow", "kind": "plaza", "outline": [[0,0],[10,10],[10,0],[0,10]] }));
    rows.push(json!({ "id": "nowhere", "kind": "bench" }));
    rows.push(json!({ "id": "far", "kind": "bench", "at": [1e300, 0], "size": [2, 1] }));
    rows.push(json!({ "id": "p1", "kind": "bench", "at": [0, 0], "size": [2, 1] }));
    let (design, repairs) = read(&bytes(&broken)).unwrap();
    let names: Vec<_> = design.placements().iter().map(|p| p.id.to_string()).collect();
    assert_eq!(names, ["p1", "p2", "p1-2"]);
    assert_eq!(repairs.len(), 4);
    assert!(repairs.contains(&Repair::NoShape { id: "nowhere".into() }));
    assert!(repairs.contains(&Repair::Renamed {
        id: "p1".into(),
        to: "p1-2".into()
    }));
}

#[test]
fn the_name_is_the_hash_that_sha256sum_prints() {
    let name = DesignName::of(b"abc");
    assert_eq!(
        name.to_string(),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
    assert_eq!(DesignName::from_str(&name.to_string()), Ok(name));
    assert!(DesignName::from_str(&name.to_string().to_uppercase()).is_err());
    assert!(DesignName::from_str("ba78").is_err());
}

#[test]
fn a_receipt_is_the_first_fifty_bits_and_reads_as_people_type_it() {
    let receipt = DesignName::of(b"abc").receipt();
    let first_fifty = 0x00ba_7816_bf8f_01cf_u64 >> 6;
    let code = receipt.compact();
    assert_eq!(code.len(), 12);
    let number = code[..10].chars().fold(0_u64, |n, c| {
        n << 5 | "0123456789ABCDEFGHJKMNPQRSTVWXYZ".find(c).unwrap() as u64
    });
    assert_eq!(number, first_fifty);
    let typed = receipt
        .to_string()
        .to_lowercase()
        .replace('-', " ")
        .replace('0', "o")
        .replace('1', "l");
    assert_eq!(Receipt::from_str(&typed), Ok(receipt));
    assert_eq!(Receipt::from_str("short"), Err(ReceiptFault::NotAReceipt));
}

proptest! {
    /// Two check characters catch every single slip and every swap of two neighbours.
    #[test]
    fn one_slip_or_swap_in_a_receipt_is_caught(seed: [u8; 8], place in 0_usize..12, other in 0_usize..32) {
        let code = DesignName::of(&seed).receipt().compact();
        let mut slipped: Vec<char> = code.chars().collect();
        slipped[place] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars().nth(other).unwrap();
        let slipped: String = slipped.into_iter().collect();
        prop_assert!(slipped == code || Receipt::from_str(&slipped).is_err());
        if place < 11 {
            let mut swapped: Vec<char> = code.chars().collect();
            swapped.swap(place, place + 1);
            let swapped: String = swapped.into_iter().collect();
            prop_assert!(swapped == code || Receipt::from_str(&swapped).is_err());
        }
    }

    /// Whatever bytes come, reading ends in a design or a sentence.
    #[test]
    fn any_bytes_give_a_design_or_a_sentence(bytes: Vec<u8>) {
        if let Err(fault) = read(&bytes) {
            prop_assert!(!fault.to_string().is_empty());
        }
    }
}
