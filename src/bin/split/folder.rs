//! The folders: what Trunk built, and what is served.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::data::Piece;
use super::linked::Linked;
use super::names::{Later, mark};
use super::{Fault, cut, glue, texts};

/// Writes the folder that is served: the drawing program in two parts under names that carry the hash of
/// what is in them, the other programs without their names, everything else as it is. `linked` is the drawing program
/// as the linker wrote it.
pub fn split(whole: &Path, dist: &Path, list: &Path, linked: &Path) -> Result<(), Fault> {
    copy(whole, dist)?;
    let page = text(&dist.join("index.html"))?;
    let (js, wasm) = (asked(&page, "data-js")?, asked(&page, "data-wasm")?);
    let list = Later::read(&text(list)?);
    let linked = Linked::read(&read(linked)?)?;
    let cut = cut::split(&read(&dist.join(&wasm))?, &linked, |name| list.has(name))?;
    let mut first = cut.first;
    let words = glue::shorten(&mut first, &glue::with_bring(&text(&dist.join(&js))?)?);
    let first = first.emit_wasm();

    let stem = js.split('-').next().unwrap_or("app");
    let put = |bytes: &[u8], ending: &str| -> Result<String, Fault> {
        let name = format!("{stem}-{}{ending}", hash(bytes));
        write(&dist.join(&name), bytes)?;
        Ok(name)
    };
    fs::remove_file(dist.join(&js))?;
    fs::remove_file(dist.join(&wasm))?;
    let new_js = put(words.as_bytes(), ".js")?;
    let new_wasm = put(&first, "_bg.wasm")?;
    let later = put(&cut.later, "_later.wasm")?;
    // The page names all three, so that no two builds are ever mixed.
    let page = page.replace("data-wasm=", &format!("data-later=\"./{later}\" data-wasm="));
    let page = page.replace(&js, &new_js).replace(&wasm, &new_wasm);
    let page = beside(dist, page, stem, &cut.texts)?;
    let page = one_style(dist, page, stem)?;
    write(&dist.join("index.html"), page.as_bytes())?;
    println!(
        "The first part has {} bytes, the second {}, {} of them data.",
        first.len(),
        cut.later.len(),
        cut.data
    );

    for program in ["board", "exchange", "pdf_page"] {
        lighten(
            &dist.join(format!("{program}.js")),
            &dist.join(format!("{program}_bg.wasm")),
        )?;
    }
    Ok(())
}

/// Writes a folder whose program notes which functions ran, and `functions.txt`: their marks, in order.
pub fn watched(whole: &Path, dist: &Path) -> Result<(), Fault> {
    copy(whole, dist)?;
    let page = text(&dist.join("index.html"))?;
    let wasm = dist.join(asked(&page, "data-wasm")?);
    let (bytes, names) = cut::watched(&read(&wasm)?)?;
    write(&wasm, &bytes)?;
    let page = beside(dist, page, "app", &texts::find(&cut::parse(&bytes)?))?;
    // A second part that never comes: what waits for it is not counted.
    let page = page.replace("data-wasm=", "data-later=\"./never_later.wasm\" data-wasm=");
    write(&dist.join("index.html"), page.as_bytes())?;
    let marks: Vec<_> = names.iter().map(|name| mark(name)).collect();
    write(&dist.join("functions.txt"), marks.join("\n").as_bytes())
}

/// Lays the texts that a first visit needs beside the program and has the page name them, a file a language.
fn beside(dist: &Path, mut page: String, stem: &str, texts: &[Piece]) -> Result<String, Fault> {
    for text in texts {
        if let Some(lang) = texts::first(text) {
            let name = format!("{stem}-{}_{lang}.ftl", hash(&text.bytes));
            write(&dist.join(&name), &text.bytes)?;
            page = page.replace("data-wasm=", &format!("data-{lang}=\"./{name}\" data-wasm="));
        }
    }
    Ok(page)
}

/// Makes one file of the page's style files, in their order: what is alike in them is then sent once.
fn one_style(dist: &Path, mut page: String, stem: &str) -> Result<String, Fault> {
    const LINK: &str = "<link rel=\"stylesheet\" href=\"./";
    let mut style = String::new();
    let mut place = None;
    while let Some(at) = page.find(LINK) {
        let link = page[at..]
            .split_inclusive('>')
            .next()
            .unwrap_or_default()
            .to_owned();
        let name = link[LINK.len()..].split('"').next().unwrap_or_default();
        style += &text(&dist.join(name))?;
        fs::remove_file(dist.join(name))?;
        place.get_or_insert(at);
        page = page.replacen(&link, "", 1);
    }
    if let Some(at) = place {
        let name = format!("{stem}-{}.css", hash(style.as_bytes()));
        write(&dist.join(&name), style.as_bytes())?;
        page.insert_str(at, &format!("{LINK}{name}\">"));
    }
    Ok(page)
}

/// Takes the names of functions out of a program that stays whole, and shortens those of its imports.
fn lighten(js: &Path, wasm: &Path) -> Result<(), Fault> {
    let mut module = cut::parse(&read(wasm)?)?;
    write(js, glue::shorten(&mut module, &text(js)?).as_bytes())?;
    write(wasm, &module.emit_wasm())
}

/// The file that an attribute of the page's own script names.
fn asked(page: &str, attribute: &str) -> Result<String, Fault> {
    page.split_once(&format!("{attribute}=\"./"))
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(name, _)| name.to_owned())
        .ok_or_else(|| {
            format!("index.html has no {attribute}: is Trunk.toml's pattern_script another?").into()
        })
}

/// A folder as a fresh copy of another.
fn copy(from: &Path, to: &Path) -> Result<(), Fault> {
    if to.exists() {
        fs::remove_dir_all(to)?;
    }
    copy_into(from, to)
}

fn copy_into(from: &Path, to: &Path) -> Result<(), Fault> {
    fs::create_dir_all(to)?;
    let entries = fs::read_dir(from).map_err(|why| format!("{} cannot be read: {why}", from.display()))?;
    for entry in entries {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_into(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// Sixteen hexadecimal digits, as Trunk writes them.
fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes)[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn read(path: &Path) -> Result<Vec<u8>, Fault> {
    fs::read(path).map_err(|why| format!("{} cannot be read: {why}", path.display()).into())
}

fn text(path: &Path) -> Result<String, Fault> {
    Ok(String::from_utf8(read(path)?)?)
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    fs::write(path, bytes).map_err(|why| format!("{} cannot be written: {why}", path.display()).into())
}
