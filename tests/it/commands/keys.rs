//! `mulin keys`: from a planner's key to a contact that is read, and a round that does not open too soon.

use std::path::{Path, PathBuf};

use mulin::submission::sealed::{PublicKey, seal};
use serde_json::{Value, json};

use super::{design_file, mulin, refuses, text};

fn done(args: &[&str]) -> String {
    let output = mulin(args);
    assert_eq!(
        output.status.code(),
        Some(0),
        "{args:?}: {}{}",
        text(&output.stdout),
        text(&output.stderr)
    );
    text(&output.stdout)
}

fn project(root: &Path) -> PathBuf {
    let folder = root.join("project");
    std::fs::create_dir_all(&folder).unwrap();
    let file = json!({
        "schema": "mulin.project/1", "id": "beimen", "title": { "en": "Beimen" }, "contacts": { "note": "kept" },
        "later": [1, 2],
    });
    std::fs::write(folder.join("project.json"), file.to_string()).unwrap();
    std::fs::write(
        folder.join("estate.geojson"),
        r#"{"type":"FeatureCollection","features":[]}"#,
    )
    .unwrap();
    folder
}

fn new_key(root: &Path, name: &str) -> (String, String) {
    let file = root.join(name).display().to_string();
    let said = done(&["keys", "new", "-o", &file]);
    let public = said.split("mulin-key-1:").nth(1).unwrap().trim();
    (file, format!("mulin-key-1:{public}"))
}

#[test]
fn p39_a_round_opens_once_two_planners_have_opened_their_envelopes_and_both_read_a_contact() {
    let root = tempfile::tempdir().unwrap();
    let project = project(root.path());
    let project = project.to_str().unwrap();
    assert!(done(&["keys", "status", "--project", project]).contains("no contact details"));
    let (one, one_public) = new_key(root.path(), "wang");
    let (two, two_public) = new_key(root.path(), "li");
    let store = root.path().join("store");
    let serve = [
        "serve",
        "--listen",
        "127.0.0.1:0",
        "--store",
        store.to_str().unwrap(),
        "--project",
        project,
    ];
    let enter =
        |key: &str, holder: &str| done(&["keys", "enter", key, "--holder", holder, "--project", project]);
    enter(&one_public, "Wang");
    refuses(&serve, &["1 planner's key", "needs 2"]);
    enter(&two_public, "Li");
    done(&["keys", "rehearse", "--key", &one, "--project", project]);
    let waiting = mulin(&["keys", "status", "--project", project]);
    assert_eq!(waiting.status.code(), Some(1));
    assert!(text(&waiting.stdout).contains("Li") && !text(&waiting.stdout).contains("Wang"));
    refuses(&serve, &["cannot open yet", "Li"]);
    done(&["keys", "rehearse", "--key", &two, "--project", project]);
    assert!(done(&["keys", "status", "--project", project]).contains("All 2 planners"));
    drop(super::serve::Server::start(&store, &["--project", project]));

    let file: Value =
        serde_json::from_slice(&std::fs::read(format!("{project}/project.json")).unwrap()).unwrap();
    assert_eq!(
        (&file["contacts"]["note"], &file["later"]),
        (&json!("kept"), &json!([1, 2]))
    );
    let keys: Vec<PublicKey> = file["contacts"]["keys"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["key"].as_str().unwrap().parse().unwrap())
        .collect();
    let draft = "0".repeat(32);
    let contact = seal("13812345678", &draft, &keys, &[7; 32]).unwrap();
    let document =
        json!({ "schema": "mulin.design/1", "project": "beimen", "draft": draft, "contact": contact });
    let design = design_file(root.path(), &document.to_string());
    let design = design.to_str().unwrap();
    for key in [&one, &two] {
        assert_eq!(done(&["keys", "open", design, "--key", key]), "13812345678\n");
    }
    let (other, _) = new_key(root.path(), "other");
    refuses(&["keys", "open", design, "--key", &other], &["other planners"]);
    refuses(
        &["keys", "rehearse", "--key", &other, "--project", project],
        &["enter it first"],
    );
}

#[test]
fn a_rehearsal_that_somebody_wrote_by_hand_opens_no_round() {
    let root = tempfile::tempdir().unwrap();
    let project = project(root.path());
    let file = project.join("project.json");
    let project = project.to_str().unwrap();
    for name in ["a", "b"] {
        let (_, public) = new_key(root.path(), name);
        done(&["keys", "enter", &public, "--holder", name, "--project", project]);
    }
    let mut forged: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    for row in forged["contacts"]["keys"].as_array_mut().unwrap() {
        row["opened"] = "yes".into();
    }
    std::fs::write(&file, forged.to_string()).unwrap();
    assert_eq!(
        mulin(&["keys", "status", "--project", project]).status.code(),
        Some(1)
    );
    std::fs::write(&file, forged.to_string().replace("mulin-key-1:", "key:")).unwrap();
    refuses(&["keys", "status", "--project", project], &["not a public key"]);
}

#[test]
fn what_cannot_be_used_of_keys_is_said_in_one_sentence() {
    let root = tempfile::tempdir().unwrap();
    let project = project(root.path());
    let project = project.to_str().unwrap();
    let (file, public) = new_key(root.path(), "key");
    refuses(&["keys", "new", "-o", &file], &[&file]);
    refuses(
        &[
            "keys",
            "enter",
            &public[..30],
            "--holder",
            "x",
            "--project",
            project,
        ],
        &["not a public key"],
    );
    refuses(
        &["keys", "enter", &public, "--holder", "x", "--project", "/nowhere"],
        &["/nowhere/project.json"],
    );
    done(&["keys", "enter", &public, "--holder", "x", "--project", project]);
    refuses(
        &["keys", "enter", &public, "--holder", "x", "--project", project],
        &["already"],
    );
    refuses(&["keys", "open", &file, "--key", &file], &["design"]);
    let design = design_file(root.path(), r#"{"schema":"mulin.design/1","project":"beimen"}"#);
    refuses(
        &["keys", "open", design.to_str().unwrap(), "--key", &file],
        &["no contact details"],
    );
    refuses(
        &["keys", "open", design.to_str().unwrap(), "--key", "/nowhere"],
        &["/nowhere"],
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(
            std::fs::metadata(&file).unwrap().permissions().mode() & 0o777,
            0o600
        );
    }
}
