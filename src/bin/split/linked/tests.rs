//! A file of the linker's, tests/fixtures/split/linked.rs: `near` and `far` read a table each, `deep` reads a list of
//! two tables, and `start` calls all three.

use super::*;

const LINKED: &[u8] = include_bytes!("../../../../tests/fixtures/split/linked.wasm");

fn function<'a>(linked: &'a Linked, name: &str) -> &'a Function {
    linked
        .functions
        .iter()
        .find(|function| function.name == name)
        .unwrap()
}

/// The first byte of each piece of data that a function holds the address of.
fn first_bytes(linked: &Linked, name: &str) -> Vec<u8> {
    let (from, bytes) = &linked.memory[0];
    let reads = function(linked, name).reads.iter();
    reads
        .map(|(datum, _)| bytes[(linked.data[*datum].at.start - from) as usize])
        .collect()
}

#[test]
fn it_tells_who_calls_whom() {
    let linked = Linked::read(LINKED).unwrap();
    let names = |numbers: &[usize]| {
        let mut names: Vec<_> = numbers
            .iter()
            .map(|number| &*linked.functions[*number].name)
            .collect();
        names.sort_unstable();
        names.join(" ")
    };
    assert_eq!(names(&function(&linked, "start").calls), "deep far near");
    assert_eq!(names(&function(&linked, "near").calls), "");
}

#[test]
fn it_tells_who_reads_what_and_what_points_to_what() {
    let linked = Linked::read(LINKED).unwrap();
    assert_eq!(first_bytes(&linked, "near"), [0xA1]);
    assert_eq!(first_bytes(&linked, "far"), [0xB1]);
    let list = function(&linked, "deep").reads[0].0;
    let (from, bytes) = &linked.memory[0];
    let mut pointed: Vec<_> = linked.data[list]
        .reads
        .iter()
        .map(|datum| bytes[(linked.data[*datum].at.start - from) as usize])
        .collect();
    pointed.sort_unstable();
    assert_eq!(pointed, [0xB1, 0xC1]);
    assert!(linked.held.is_empty());
}

#[test]
fn a_file_of_a_linker_that_was_not_asked_is_refused() {
    let said = Linked::read(b"\0asm\x01\0\0\0").unwrap_err().to_string();
    assert!(said.contains("--emit-relocs"), "{said}");
    assert!(Linked::read(b"no wasm").is_err());
    for cut in 0..LINKED.len() {
        // A file that was cut off is refused or read as far as it goes, and nothing breaks.
        let _ = Linked::read(&LINKED[..cut]);
    }
}

#[test]
fn another_program_is_told_by_its_memory() {
    let linked = Linked::read(LINKED).unwrap();
    let (from, bytes) = &linked.memory[0];
    assert!(linked.is_memory_of(&[(*from, bytes), (from + 4_096, &[0, 0])]));
    let mut other = bytes.clone();
    other[3] ^= 1;
    assert!(!linked.is_memory_of(&[(*from, &other)]));
}
