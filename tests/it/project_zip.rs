//! A project as one file: what was packed comes out, and no zip can harm whoever opens it.

use std::io::{Cursor, Write as _};

use mulin::formats::project_zip::{ZipFault, read, write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        out.start_file(*name, SimpleFileOptions::default()).unwrap();
        out.write_all(bytes).unwrap();
    }
    out.finish().unwrap().into_inner()
}

#[test]
fn what_was_packed_comes_out_and_twice_the_same_bytes() {
    let files = vec![
        ("project.json".to_owned(), b"{}".to_vec()),
        ("estate.geojson".to_owned(), "小区".repeat(5_000).into_bytes()),
    ];
    let zip = write(&files).unwrap();
    assert_eq!(zip, write(&files).unwrap(), "no clock is in it");
    assert!(zip.len() < 2_000, "it is compressed");
    assert_eq!(read(&zip).unwrap(), files);
}

#[test]
fn a_folder_around_the_files_is_taken_off() {
    let zip = packed(&[
        ("beimen/project.json", b"{}"),
        ("beimen/maps/estate.geojson", b"{}"),
    ]);
    let names: Vec<String> = read(&zip).unwrap().into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["project.json", "maps/estate.geojson"]);
}

#[test]
fn names_that_lead_out_of_the_folder_are_refused() {
    for name in [
        "../evil.json",
        "/etc/evil",
        "a/../../evil",
        "..\\evil",
        "C:\\evil",
    ] {
        let fault = read(&packed(&[(name, b"x")])).unwrap_err();
        assert!(matches!(fault, ZipFault::Outside(_)), "{name}: {fault}");
    }
}

#[test]
fn a_bomb_is_not_unpacked() {
    let nothing = vec![0_u8; 30 * 1024 * 1024];
    let zip = packed(&[("a", &nothing), ("b", &nothing), ("c", &nothing), ("d", &nothing)]);
    assert!(zip.len() < 1_000_000);
    assert_eq!(read(&zip).unwrap_err(), ZipFault::TooLarge);
}

#[test]
fn a_file_that_is_larger_than_it_says_is_not_unpacked() {
    let mut zip = packed(&[("a", &vec![0_u8; 30 * 1024 * 1024])]);
    // Its size stands in the list at the end, and before the file itself.
    for (mark, at) in [(&b"PK\x03\x04"[..], 22), (&b"PK\x01\x02"[..], 24)] {
        let head = zip.windows(4).position(|window| window == mark).unwrap();
        zip[head + at..head + at + 4].copy_from_slice(&10_u32.to_le_bytes());
    }
    assert!(matches!(read(&zip).unwrap_err(), ZipFault::NotZip(_)));
}

#[test]
fn a_link_is_no_file_of_a_project() {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    out.add_symlink("project.json", "/etc/passwd", SimpleFileOptions::default())
        .unwrap();
    let zip = out.finish().unwrap().into_inner();
    assert!(matches!(read(&zip).unwrap_err(), ZipFault::Outside(_)));
}

#[test]
fn a_hundred_thousand_entries_are_refused() {
    let names: Vec<String> = (0..100_000).map(|n| n.to_string()).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert_eq!(read(&packed(&files)).unwrap_err(), ZipFault::TooMany(1_000));
}

#[test]
fn what_is_no_whole_zip_is_said_to_be_none() {
    let whole = packed(&[("project.json", b"{}"), ("estate.geojson", &[7; 3_000])]);
    for cut in (0..whole.len()).step_by(7) {
        assert!(
            matches!(read(&whole[..cut]).unwrap_err(), ZipFault::NotZip(_)),
            "cut at {cut}"
        );
    }
    assert!(matches!(read(b"not a zip").unwrap_err(), ZipFault::NotZip(_)));
}

/// An end of a zip: so many files, whose list begins there.
pub fn end(files: u16, list_from: u32) -> Vec<u8> {
    let [low, high] = files.to_le_bytes();
    let head = [b'P', b'K', 5, 6, 0, 0, 0, 0, low, high, low, high, 0, 0, 0, 0];
    [&head[..], &list_from.to_le_bytes(), &[0, 0]].concat()
}

#[test]
fn a_file_of_nothing_but_ends_is_refused_at_once() {
    // Each end had the crate look through all that stands before it: hours for 20 MB.
    let ends = end(5, 0).repeat(20 * 1024 * 1024 / 22);
    assert!(matches!(read(&ends).unwrap_err(), ZipFault::NotZip(_)));
}

#[test]
fn the_number_of_files_is_looked_at_before_their_list_is_read() {
    let mut zip = packed(&[("project.json", b"{}")]);
    let last = zip.len() - 22;
    for (at, said) in [(8, 1_001_u16), (10, 1_001), (10, u16::MAX)] {
        let mut lying = zip.clone();
        lying[last + at..last + at + 2].copy_from_slice(&said.to_le_bytes());
        assert_eq!(read(&lying).unwrap_err(), ZipFault::TooMany(1_000), "{at} {said}");
    }
    // Packed bytes that look like an end by chance say nothing.
    let chance = end(40_000, 3_000_000_000);
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    let as_it_is = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    out.start_file("a.jpg", as_it_is).unwrap();
    out.write_all(&chance).unwrap();
    zip = out.finish().unwrap().into_inner();
    assert!(zip.windows(chance.len()).any(|part| part == chance));
    assert_eq!(read(&zip).unwrap()[0].1, chance);
    // And a file of many megabytes is none of a project, whatever is in it.
    assert_eq!(read(&vec![0; 65 * 1024 * 1024]).unwrap_err(), ZipFault::TooLarge);
}
