//! PDFs that are damaged or made to harm, as `mulin import` is given them: the page is drawn by a process with bounded
//! memory and time, so that whatever they ask for, there is a picture or a sentence.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Output};

use flate2::{Compress, Compression, FlushCompress};
use mulin::cli::chance::Chance;
use mulin::formats::sheet::Paper;
use pdf_writer::Content;

use crate::pdf_page::{PACKED, page_of};
use crate::sheets;

/// The command that lays a PDF under a new project, in a folder.
fn importing(folder: &Path, pdf: &[u8]) -> Command {
    let file = folder.join("plan.pdf");
    std::fs::File::create(&file).unwrap().write_all(pdf).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_mulin"));
    command
        .args(["import", "--picture"])
        .arg(&file)
        .args(["-o", &format!("{}/", folder.join("project").display())])
        .env("LC_ALL", "C.UTF-8");
    command
}

fn import(folder: &Path, pdf: &[u8]) -> Output {
    importing(folder, pdf).output().unwrap()
}

/// What it said; its end is in good order.
fn said(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(matches!(output.status.code(), Some(0 | 2)), "{said}");
    assert!(
        !said.contains("panicked") && !said.contains("allocation"),
        "{said}"
    );
    assert!(!said.contains("pdf-page"), "{said}");
    said
}

/// A PDF of objects as they are written; the first is the catalogue, the third the page.
fn of_objects(objects: &[&[u8]]) -> Vec<u8> {
    let mut pdf = b"%PDF-1.7\n".to_vec();
    for (at, object) in objects.iter().enumerate() {
        pdf.extend_from_slice(format!("{} 0 obj\n", at + 1).as_bytes());
        pdf.extend_from_slice(object);
        pdf.extend_from_slice(b"\nendobj\n");
    }
    pdf.extend_from_slice(b"trailer <</Root 1 0 R>>\n%%EOF");
    pdf
}

const CATALOG: &[u8] = b"<</Type/Catalog/Pages 2 0 R>>";
const PAGES: &[u8] = b"<</Type/Pages/Kids[3 0 R]/Count 1>>";

fn stream(entries: &str, bytes: &[u8]) -> Vec<u8> {
    let mut object = format!("<<{entries}/Length {}>>\nstream\n", bytes.len()).into_bytes();
    object.extend_from_slice(bytes);
    object.extend_from_slice(b"\nendstream");
    object
}

fn page(more: &str) -> Vec<u8> {
    format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 400]/Contents 4 0 R{more}>>").into_bytes()
}

/// Two gigabytes of spaces, packed: the same packed megabyte again and again.
fn two_gigabytes() -> Vec<u8> {
    let mut packer = Compress::new(Compression::best(), false);
    let (megabyte, mut packed) = (vec![b' '; 1_048_576], Vec::with_capacity(16_384));
    packer
        .compress_vec(&megabyte, &mut packed, FlushCompress::Full)
        .unwrap();
    let mut whole = vec![0x78, 0x9c];
    (0..2_048).for_each(|_| whole.extend_from_slice(&packed));
    whole
}

#[test]
fn a_page_that_asks_for_more_than_there_is_ends_in_a_sentence_by_itself() {
    let plain = |content: &[u8]| of_objects(&[CATALOG, PAGES, &page(""), &stream("", content)]);
    let drawing = b"q 600 0 0 400 0 0 cm /X Do Q";
    let picture = |entries: &str| {
        let image = stream(&format!("/Type/XObject/Subtype/Image{entries}"), b"\0");
        let page = page("/Resources<</XObject<</X 5 0 R>>>>");
        of_objects(&[CATALOG, PAGES, &page, &stream("", drawing), &image])
    };
    let bombs = [
        (
            "dashes across the universe",
            plain(b"[3 2] 0 d 0 0 m 900000000 900000000 l S"),
        ),
        (
            "a stream of two gigabytes",
            of_objects(&[
                CATALOG,
                PAGES,
                &page(""),
                &stream("/Filter/FlateDecode", &two_gigabytes()),
            ]),
        ),
        // What only opens the file unpacks it already.
        (
            "objects in a stream of two gigabytes",
            of_objects(&[
                CATALOG,
                PAGES,
                &page(""),
                &stream("", b""),
                &stream("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", &two_gigabytes()),
            ]),
        ),
        (
            "a picture of 90,000 by 90,000 pixels",
            picture("/Width 90000/Height 90000/BitsPerComponent 1/ColorSpace/DeviceGray"),
        ),
    ];
    for (what, bomb) in bombs {
        let folder = tempfile::tempdir().unwrap();
        // It ends by itself: a machine with company, and a program that is not optimised, are given their time.
        let output = importing(folder.path(), &bomb)
            .args(["--picture-wait", "600"])
            .output()
            .unwrap();
        let said = said(&output);
        assert!(
            output.status.code() == Some(2) && said.contains("256 MB") || said.contains("left out"),
            "{what}: {said}"
        );
        // That it takes long may be said first.
        let in_the_end = said.lines().filter(|line| !line.contains("takes long"));
        assert_eq!(
            in_the_end.count(),
            if output.status.code() == Some(2) { 1 } else { 2 },
            "{what}: {said}"
        );
    }
}

#[test]
fn pages_and_drawings_that_contain_themselves_are_no_trouble() {
    let form = stream(
        "/Type/XObject/Subtype/Form/BBox[0 0 600 400]/Resources<</XObject<</X 5 0 R>>>>",
        b"/X Do 0 0 9 9 re f",
    );
    let circular = [
        of_objects(&[CATALOG, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"]),
        of_objects(&[CATALOG, b"<</Type/Pages/Kids[]/Count 0>>"]),
        of_objects(&[
            CATALOG,
            PAGES,
            &page("/Resources<</XObject<</X 5 0 R>>>>"),
            &stream("", b"/X Do"),
            &form,
        ]),
        of_objects(&[CATALOG, PAGES, &page(""), &stream("", &b"q ".repeat(300_000))]),
        of_objects(&[CATALOG, PAGES, &page(""), &stream("", &b"[".repeat(300_000))]),
    ];
    for pdf in circular {
        let folder = tempfile::tempdir().unwrap();
        said(&import(folder.path(), &pdf));
    }
}

/// A page that is never done and needs little memory: ten times a drawing that is ten times a drawing that …
fn endless() -> Vec<u8> {
    let form = |next: usize| {
        let next = format!("/Resources<</XObject<</X {next} 0 R>>>>");
        stream(
            &format!("/Type/XObject/Subtype/Form/BBox[0 0 600 400]{next}"),
            &b"/X Do ".repeat(10),
        )
    };
    let mut objects = vec![
        CATALOG.to_vec(),
        PAGES.to_vec(),
        page("/Resources<</XObject<</X 5 0 R>>>>"),
        stream("", b"/X Do"),
    ];
    objects.extend((6..21).map(form));
    of_objects(&objects.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

#[test]
fn a_page_that_is_never_done_is_given_up_and_before_it_is_said_how_long_it_is_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let output = importing(folder.path(), &endless())
        .args(["--picture-wait", "3"])
        .output()
        .unwrap();
    let said = said(&output);
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!((output.status.code(), lines.len()), (Some(2), 2), "{said}");
    assert!(
        lines[0].contains("3 s at most") && lines[0].contains("Ctrl-C"),
        "{said}"
    );
    assert!(
        lines[1].contains("within 3 s") && lines[1].contains("--picture-wait"),
        "{said}"
    );
    assert!(!folder.path().join("project").exists());
}

#[cfg(unix)]
#[test]
fn a_hand_that_reads_that_a_page_takes_long_stops_it() {
    use rustix::process::{Pid, Signal, kill_process_group};
    use std::os::unix::process::{CommandExt as _, ExitStatusExt as _};

    let folder = tempfile::tempdir().unwrap();
    let mut process = importing(folder.path(), &endless())
        .process_group(0)
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = String::new();
    let mut words = BufReader::new(process.stderr.take().unwrap());
    words.read_line(&mut said).unwrap();
    assert!(said.contains("30 s at most"), "{said}");
    // What Ctrl-C sends, to all that the terminal runs.
    kill_process_group(Pid::from_child(&process), Signal::INT).unwrap();
    assert_eq!(process.wait().unwrap().signal(), Some(Signal::INT.as_raw()));
    assert!(!folder.path().join("project").exists());
}

#[cfg(target_os = "linux")]
#[test]
fn a_process_that_draws_and_is_left_alone_ends_by_itself() {
    use std::os::unix::process::ExitStatusExt as _;

    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), endless()).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_mulin"))
        .args(["pdf-page", "0"])
        .stdin(std::fs::File::open(file.path()).unwrap())
        .output()
        .unwrap();
    assert!(output.status.signal().is_some(), "{:?}", output.status);
}

/// A PDF with something done to it in a few places: bytes and numbers that are others, parts twice or gone.
fn damaged(whole: &[u8], chance: &mut Chance) -> Vec<u8> {
    let odd: [&[u8]; 9] = [
        b"1e308",
        b"-99999999",
        b"NaN",
        b"60000",
        b"[[[[",
        b"<<",
        b"0 R",
        b"3 0 R",
        b"q q q",
    ];
    let mut bytes = whole.to_vec();
    for _ in 0..=chance.below(5) {
        let at = chance.below(bytes.len());
        let end = (at + chance.below(40)).min(bytes.len());
        match chance.below(5) {
            0 => bytes[at] = chance.below(256) as u8,
            1 => bytes.drain(at..end).for_each(drop),
            2 => {
                let part = bytes[at..end].repeat(1 + chance.below(40));
                bytes.splice(at..at, part);
            }
            3 => {
                let digit = bytes[at..].iter().position(u8::is_ascii_digit).unwrap_or(0);
                let odd = odd[chance.below(odd.len())].iter().copied();
                bytes.splice(at + digit..at + digit + 1, odd);
            }
            _ => bytes.truncate(at.max(1)),
        }
    }
    bytes
}

/// Twenty thousand more are opened in one process (`memory`): drawing them costs a hundred times as much.
#[test]
fn hundreds_of_damaged_pdfs_give_a_picture_or_a_sentence() {
    const SEED: u64 = 7;
    let mut content = Content::new();
    content.set_dash_pattern([3.0, 2.0], 0.0);
    for at in 0..12 {
        let x = 20.0 * at as f32;
        content.move_to(x, 10.0).line_to(x + 15.0, 19.0).stroke();
        content.rect(x, 3.0, 9.0, 9.0).fill_even_odd();
    }
    // A strip: its picture has a tenth of the pixels, and is drawn as quickly.
    let small = page_of(&[("MediaBox", [0.0, 0.0, 300.0, 20.0])], 0, content);
    let printed = sheets::print(&sheets::estate(50.0, 40.0), "", 200.0, Paper::A3).unwrap();
    let mut chance = Chance::new(SEED);
    let mut drawn = 0;
    for (whole, count) in [(PACKED.to_vec(), 300), (small, 60), (printed.bytes, 6)] {
        for at in 0..count {
            let folder = tempfile::tempdir().unwrap();
            println!("seed {SEED}, file {at} of {count}");
            let output = import(folder.path(), &damaged(&whole, &mut chance));
            said(&output);
            drawn += usize::from(output.status.success());
        }
    }
    // Of many something can be had.
    assert!(drawn > 100, "{drawn}");
}
