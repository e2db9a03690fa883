//! The architecture, held by tests: layers, lengths, texts, and what the core must not name.

use std::fs;
use std::path::{Path, PathBuf};

/// The files under a folder with one of the endings; what was installed is not looked at.
fn walk(folder: &Path, endings: &[&str], into: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let ending = path.extension().and_then(|e| e.to_str()).unwrap_or_default();
        if path.is_dir() {
            if !path.ends_with("node_modules") {
                walk(&path, endings, into);
            }
        } else if endings.contains(&ending) {
            into.push((path.clone(), fs::read_to_string(&path).unwrap()));
        }
    }
}

fn sources() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    walk(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &["rs"],
        &mut found,
    );
    found.sort();
    found
}

/// What each layer may name, as `src/ARCHITECTURE.md` has it.
const LAYERS: [(&str, &str); 24] = [
    ("cores", ""),
    ("text", ""),
    ("geometry", ""),
    ("catalogue", "text"),
    ("estate", "geometry"),
    ("design", "text geometry catalogue"),
    ("layout", "geometry"),
    ("earth", ""),
    ("sunlight", "geometry"),
    ("passage", "geometry"),
    ("project", "text geometry estate catalogue"),
    (
        "rules",
        "text cores geometry catalogue estate design layout sunlight passage project",
    ),
    ("search", "text estate catalogue design project rules"),
    (
        "scene",
        "text geometry catalogue estate design layout sunlight passage project rules",
    ),
    (
        "editor",
        "text geometry catalogue estate design layout sunlight passage project rules search scene",
    ),
    (
        "formats",
        "text geometry catalogue estate design layout sunlight passage earth project rules scene",
    ),
    (
        "setup",
        "text geometry catalogue estate design layout sunlight passage earth project rules scene formats",
    ),
    (
        "exchange",
        "text geometry catalogue estate design layout sunlight passage earth project rules scene formats",
    ),
    ("submission", "text design project"),
    (
        "tally",
        "text geometry catalogue estate design layout sunlight passage project rules",
    ),
    (
        "agreement",
        "text cores geometry catalogue estate design layout sunlight passage project rules tally",
    ),
    (
        "report",
        "text geometry catalogue estate design project rules scene formats submission tally agreement",
    ),
    (
        "app",
        "text cores geometry catalogue estate design layout sunlight passage earth project rules search scene editor formats setup exchange submission tally agreement report",
    ),
    (
        "cli",
        "text cores geometry catalogue estate design layout sunlight passage earth project rules scene formats setup exchange submission tally agreement report",
    ),
];

fn layer_of(path: &Path) -> Option<&'static str> {
    let inside = path
        .strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
        .ok()?;
    let first = inside.components().next()?.as_os_str().to_str()?;
    LAYERS.iter().map(|(name, _)| *name).find(|name| *name == first)
}

/// The layers that a source names by `crate::layer`.
fn named(text: &str) -> Vec<String> {
    let code: String = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n");
    code.split("crate::")
        .skip(1)
        .map(|rest| {
            rest.chars()
                .take_while(|c| c.is_ascii_alphanumeric() || *c == '_')
                .collect()
        })
        .collect()
}

#[test]
fn no_layer_names_a_higher_one() {
    for (path, text) in sources() {
        let Some(layer) = layer_of(&path) else { continue };
        let may = LAYERS.iter().find(|(name, _)| *name == layer).unwrap().1;
        let may: Vec<&str> = may.split(' ').collect();
        for other in named(&text) {
            let is_layer = LAYERS.iter().any(|(name, _)| *name == other);
            assert!(
                !is_layer || other == layer || may.contains(&other.as_str()),
                "{}: {layer} names {other}",
                path.display()
            );
        }
    }
}

/// Whether a line has a word as a name of its own: `operand::` does not name `rand::`.
fn names(line: &str, word: &str) -> bool {
    let part_of_a_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    line.match_indices(word)
        .any(|(at, _)| !line[..at].ends_with(part_of_a_name))
}

#[test]
fn below_app_and_cli_nothing_names_a_browser_a_server_a_clock_or_chance() {
    const FORBIDDEN: [&str; 12] = [
        "leptos::",
        "web_sys",
        "wasm_bindgen",
        "gloo::",
        "tokio",
        "axum",
        "SystemTime",
        "Instant::now",
        "rand::",
        "getrandom",
        "std::fs",
        "std::net",
    ];
    for (path, text) in sources() {
        match layer_of(&path) {
            None | Some("app" | "cli") => continue,
            Some(_) => {}
        }
        for word in FORBIDDEN {
            let found = text
                .lines()
                .find(|line| !line.trim_start().starts_with("//") && names(line, word));
            assert!(found.is_none(), "{}: names {word}: {found:?}", path.display());
        }
    }
}

#[test]
fn every_use_of_the_browser_is_in_one_folder() {
    for (path, text) in sources() {
        if layer_of(&path) == Some("app") && !path.components().any(|c| c.as_os_str() == "browser") {
            let found = text
                .lines()
                .find(|line| !line.trim_start().starts_with("//") && line.contains("web_sys::window"));
            assert!(
                found.is_none(),
                "{}: reaches for the window: {found:?}",
                path.display()
            );
        }
    }
}

#[test]
fn cfg_stands_on_module_lines_only() {
    for (path, text) in sources() {
        let lines: Vec<&str> = text.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            if line.trim_start().starts_with("#[cfg(") {
                let next = lines.get(at + 1).map_or("", |l| l.trim_start());
                let ok = next.starts_with("mod ")
                    || next.starts_with("pub mod ")
                    || next.starts_with("pub(crate) mod ")
                    || next.starts_with("#[path");
                assert!(ok, "{}:{}: cfg inside code", path.display(), at + 1);
            }
            assert!(
                !line.contains("cfg!("),
                "{}:{}: cfg inside code",
                path.display(),
                at + 1
            );
        }
    }
}

#[test]
fn no_file_that_is_written_by_hand_is_longer_than_400_lines() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    walk(&root.join("src"), &["rs", "css"], &mut found);
    walk(&root.join("tests"), &["rs", "mjs"], &mut found);
    let long: Vec<_> = found
        .into_iter()
        .map(|(path, text)| (text.lines().count(), path))
        .filter(|(n, _)| *n > 400)
        .collect();
    assert!(long.is_empty(), "{long:?}");
}

#[test]
fn text_that_people_read_is_in_the_language_files() {
    for (path, text) in sources() {
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (at, line) in code.lines().enumerate() {
            let said = line.split("//").next().unwrap_or_default();
            let in_quotes = said
                .split('"')
                .skip(1)
                .step_by(2)
                .any(|s| s.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)));
            let demo = path.components().any(|c| c.as_os_str() == "demo");
            // The units that people type, which nobody is shown.
            let typed = path.ends_with("text/amount.rs");
            assert!(
                !in_quotes || demo || typed,
                "{}:{}: {line}",
                path.display(),
                at + 1
            );
        }
    }
}

#[test]
fn no_view_sets_a_style_attribute_that_the_content_policy_would_drop() {
    for (path, text) in sources() {
        assert!(
            !text.lines().any(|l| l.contains(" style=\"")),
            "{}: style=\"…\" is dropped by the policy; use class or style:name",
            path.display()
        );
    }
}
