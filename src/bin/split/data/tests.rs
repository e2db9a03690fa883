//! What leaves the first part, by hand-made programs.

use super::super::linked::{Datum, Function};
use super::*;

/// A program whose data are four bytes each from address 1000 on: `reads` and `calls` by number.
fn program(functions: &[(&str, usize, &[usize], &[usize])], points: &[&[usize]]) -> Linked {
    Linked {
        functions: functions
            .iter()
            .map(|(name, size, calls, reads)| Function {
                name: (*name).to_owned(),
                size: *size,
                calls: calls.to_vec(),
                reads: reads.iter().map(|datum| (*datum, at(*datum).start)).collect(),
            })
            .collect(),
        data: points
            .iter()
            .enumerate()
            .map(|(datum, reads)| Datum {
                at: at(datum),
                reads: reads.to_vec(),
            })
            .collect(),
        ..Linked::default()
    }
}

fn at(datum: usize) -> Range<u32> {
    let from = 1_000 + 4 * u32::try_from(datum).unwrap();
    from..from + 4
}

fn first(name: &str, numbers: &[u32]) -> First {
    First {
        name: name.to_owned(),
        numbers: numbers.iter().copied().collect(),
    }
}

/// These addresses and no others.
fn only(range: Range<u32>) -> Vec<Range<u32>> {
    vec![range]
}

fn names(list: &[&str]) -> HashSet<String> {
    list.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn what_only_a_later_function_reads_goes() {
    let linked = program(
        &[("start", 900, &[1], &[0]), ("dialog", 900, &[], &[1, 2])],
        &[&[], &[], &[]],
    );
    let goes = only_later(&linked, &[first("start", &[])], &names(&["start", "dialog"])).unwrap();
    assert_eq!(goes, only(1_004..1_012));
}

#[test]
fn what_needed_data_points_to_stays() {
    let linked = program(&[("start", 900, &[], &[0])], &[&[2], &[], &[]]);
    let goes = only_later(&linked, &[first("start", &[])], &names(&["start"])).unwrap();
    assert_eq!(goes, only(1_004..1_008));
}

#[test]
fn what_a_function_reads_that_may_have_become_part_of_the_first_stays() {
    let of = |size| program(&[("start", 900, &[1], &[]), ("small", size, &[], &[0])], &[&[]]);
    let goes =
        |linked: &Linked, whole: &[&str]| only_later(linked, &[first("start", &[])], &names(whole)).unwrap();
    assert!(goes(&of(MAY_MOVE_IN), &["start", "small"]).is_empty());
    assert!(
        goes(&of(900), &["start"]).is_empty(),
        "it is nowhere else any more"
    );
    assert_eq!(goes(&of(900), &["start", "small"]), only(1_000..1_004));
}

#[test]
fn an_address_that_stands_in_a_function_keeps_what_is_there() {
    let linked = program(
        &[("start", 900, &[], &[]), ("dialog", 900, &[], &[0])],
        &[&[], &[]],
    );
    let goes = only_later(&linked, &[first("start", &[1_006])], &names(&["start", "dialog"])).unwrap();
    assert_eq!(goes, only(1_000..1_004));
}

#[test]
fn a_table_that_is_counted_from_before_its_beginning_stays() {
    let mut linked = program(
        &[("start", 900, &[], &[]), ("dialog", 900, &[], &[])],
        &[&[], &[]],
    );
    linked.functions[1].reads.push((1, 903));
    let goes = only_later(&linked, &[first("start", &[903])], &names(&["start", "dialog"])).unwrap();
    assert_eq!(goes, only(1_000..1_004));
}

#[test]
fn bytes_that_two_pieces_share_stay_when_one_is_needed() {
    let mut linked = program(&[("start", 900, &[], &[0])], &[&[], &[]]);
    linked.data[1].at = 1_002..1_008;
    let goes = only_later(&linked, &[first("start", &[])], &names(&["start"])).unwrap();
    assert_eq!(goes, only(1_004..1_008));
}

#[test]
fn what_is_pointed_to_from_nobody_knows_where_stays() {
    let mut linked = program(&[("start", 900, &[], &[])], &[&[], &[]]);
    linked.held = vec![1];
    let goes = only_later(&linked, &[first("start", &[])], &names(&["start"])).unwrap();
    assert_eq!(goes, only(1_000..1_004));
}

#[test]
fn a_function_that_the_linker_did_not_know_stops_it() {
    let linked = program(&[("start", 900, &[], &[])], &[&[]]);
    let said = only_later(&linked, &[first("other", &[])], &names(&["other"])).unwrap_err();
    assert!(said.to_string().contains("other"), "{said}");
}

#[test]
fn tools_that_number_or_wrap_a_function_do_not_hide_it() {
    for name in [
        "<app::Plan>::paint[1]",
        "<app::Plan>::paint.912",
        "<app::Plan>::paint externref shim",
        "<app::Plan>::paint[2] externref shim multivalue shim",
    ] {
        assert_eq!(family(name), "<app::Plan>::paint");
    }
    assert_eq!(family("<[u8; 4]>::len"), "<[u8; 4]>::len");
}

#[test]
fn bytes_are_taken_by_address_and_put_back_there() {
    let mut module = Module::default();
    let memory = module.memories.add_local(false, false, 1, None, None);
    let offset = ConstExpr::Value(Value::I32(1_000));
    module
        .data
        .add(DataKind::Active { memory, offset }, vec![1, 2, 3, 4, 0, 0, 7, 8]);
    let pieces = take(&mut module, &[998..1_002, 1_004..1_006, 1_007..1_020]);
    assert_eq!(segments(&module), [(1_000, &[0, 0, 3, 4, 0, 0, 7, 0][..])]);
    let mut later = Module::default();
    later.memories.add_local(false, false, 1, None, None);
    put(&mut later, pieces.iter()).unwrap();
    assert_eq!(segments(&later), [(1_000, &[1, 2][..]), (1_007, &[8][..])]);
}
