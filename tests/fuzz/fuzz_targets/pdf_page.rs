//! The first page of a PDF. It is opened here, where the fuzzer sees which ways are taken; what draws it knows no bounds
//! and is a process that has some, so what can be opened goes through the door that everybody has: `mulin import`.
#![no_main]

use std::path::PathBuf;
use std::process::Command;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use mulin::formats::pdf_page::Opened;

static MULIN: LazyLock<PathBuf> =
    LazyLock::new(|| std::env::var_os("MULIN").expect("MULIN names the program that draws").into());
static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("mulin-fuzz-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    folder
});

fuzz_target!(|bytes: &[u8]| {
    let Ok(opened) = Opened::of(bytes.to_vec()) else { return };
    assert!(opened.pages() > 0);
    assert!(opened.paper().iter().all(|side| (1.0..2e10).contains(side)));
    // A process costs as much as a hundred openings: every eighth is drawn, by its bytes, so that a file always is or never.
    if bytes.iter().fold(0_u8, |sum, byte| sum.wrapping_add(*byte)) % 8 != 0 {
        return;
    }
    let file = FOLDER.join("page.pdf");
    std::fs::write(&file, bytes).unwrap();
    let output = Command::new(&*MULIN)
        .args(["import", "--picture-wait", "1", "--picture"])
        .arg(&file)
        .arg("-o")
        .arg(FOLDER.join("project/"))
        .output()
        .unwrap();
    // A picture or a sentence.
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(matches!(output.status.code(), Some(0 | 2)), "{said}");
    assert!(!said.trim().is_empty() && !said.contains("panicked"), "{said}");
});
