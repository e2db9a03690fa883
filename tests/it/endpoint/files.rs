//! The project's files and the app's: what is served, how it is kept, and what is never reached.

use std::path::Path;
use std::sync::Arc;

use axum::body::Body;
use axum::http::{Method, StatusCode};
use mulin::cli::serve::{AppFiles, Endpoint, PlannerToken, ProjectFolder};
use object_store::memory::InMemory;
use serde_json::json;

use super::{Answer, Host, TOKEN, request};

const HASHED: &str = "app-3f2a9b8c7d6e5f40";

fn write(folder: &Path, name: &str, text: impl AsRef<[u8]>) {
    let file = folder.join(name);
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(file, text).unwrap();
}

/// A host with a project and an app, and secrets beside and inside their folders.
fn host(root: &Path) -> Host {
    let project = json!({
        "schema": "mulin.project/1", "id": "beimen", "title": { "en": "Beimen" }, "estate": "estate.geojson",
        "pictures": [{ "file": "photos/old.png" }, { "file": "../secret.json" }, { "file": "底图.svg" },
                     { "file": "link.json" }],
    });
    write(root, "secret.json", "secret");
    write(root, "project/project.json", project.to_string());
    write(
        root,
        "project/estate.geojson",
        "{\"type\":\"FeatureCollection\",\"features\":[]}".repeat(80),
    );
    write(root, "project/photos/old.png", "png");
    write(root, "project/底图.svg", "<svg/>");
    write(root, "project/notes.json", "not named by the project");
    std::os::unix::fs::symlink(root.join("secret.json"), root.join("project/link.json")).unwrap();
    write(root, "dist/index.html", "<!doctype html>");
    write(root, "dist/.env", "secret");
    write(root, "dist/assets/boot.js", "boot");
    write(root, &format!("dist/{HASHED}.js"), "plain");
    write(root, &format!("dist/{HASHED}.js.br"), "as brotli");
    write(root, &format!("dist/{HASHED}.js.gz"), "as gzip");
    write(root, &format!("dist/{HASHED}_bg.wasm"), "wasm");
    let endpoint = Endpoint::new(Arc::new(InMemory::new()), PlannerToken::of(TOKEN))
        .with_project(ProjectFolder::open(&root.join("project")).unwrap())
        .with_app(AppFiles::open(&root.join("dist")).unwrap());
    Host::of(endpoint)
}

async fn get_packed(host: &Host, path: &str, codings: &str) -> Answer {
    let mut request = request(Method::GET, path, Body::empty());
    request
        .headers_mut()
        .insert("accept-encoding", codings.parse().unwrap());
    host.ask(request).await
}

#[tokio::test]
async fn the_project_and_the_files_that_it_names_are_served() {
    let root = tempfile::tempdir().unwrap();
    let host = host(root.path());
    for (path, kind) in [
        ("/project.json", "application/json"),
        ("/estate.geojson", "application/geo+json"),
        ("/photos/old.png", "image/png"),
        ("/%E5%BA%95%E5%9B%BE.svg", "image/svg+xml"),
    ] {
        let answer = host.get(path).await;
        assert_eq!(
            (answer.status, answer.header("content-type")),
            (StatusCode::OK, kind),
            "{path}"
        );
        assert_eq!(answer.header("cache-control"), "no-cache");
    }
}

#[tokio::test]
async fn nothing_else_in_or_beside_the_folders_is_reached() {
    let root = tempfile::tempdir().unwrap();
    let host = host(root.path());
    for path in [
        "/notes.json",
        "/secret.json",
        "/../secret.json",
        "/%2e%2e/secret.json",
        "/..%2fsecret.json",
        "/photos/../../secret.json",
        "/photos/..%5c..%5csecret.json",
        "/link.json",
        "/.env",
        "/%2eenv",
        "/assets/../.env",
        "//secret.json",
        "/photos",
        "/photos/",
        "/assets",
        "/assets/",
        "/index.html/",
        "/project.json/",
        "/estate.geojson%00",
        "/designs.json",
        "/nothing",
        "/index.htm",
    ] {
        let answer = host.get(path).await;
        assert!(!answer.bytes.windows(6).any(|part| part == b"secret"), "{path}");
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn a_large_estate_goes_over_the_wire_compressed_and_once() {
    let root = tempfile::tempdir().unwrap();
    let host = host(root.path());
    let plain = host.get("/estate.geojson").await;
    let packed = get_packed(&host, "/estate.geojson", "gzip, br").await;
    assert_eq!(packed.header("content-encoding"), "br");
    assert!(packed.bytes.len() * 10 < plain.bytes.len());
    assert_eq!(packed.header("vary"), "accept-encoding");
    assert_ne!(packed.header("etag"), plain.header("etag"));
    assert_eq!(
        get_packed(&host, "/estate.geojson", "br;q=0")
            .await
            .header("content-encoding"),
        ""
    );

    let mut again = request(Method::GET, "/estate.geojson", Body::empty());
    again
        .headers_mut()
        .insert("if-none-match", plain.header("etag").parse().unwrap());
    assert_eq!(host.ask(again).await.status, StatusCode::NOT_MODIFIED);
}

#[tokio::test]
async fn the_app_is_served_compressed_and_hashed_files_are_kept_for_ever() {
    let root = tempfile::tempdir().unwrap();
    let host = host(root.path());
    let script = format!("/{HASHED}.js");
    for (codings, body, coding) in [
        ("br, gzip", "as brotli", "br"),
        ("gzip", "as gzip", "gzip"),
        ("identity", "plain", ""),
    ] {
        let answer = get_packed(&host, &script, codings).await;
        assert_eq!(answer.bytes, body.as_bytes());
        assert_eq!(answer.header("content-encoding"), coding);
        assert_eq!(answer.header("content-type"), "text/javascript");
        assert_eq!(
            answer.header("cache-control"),
            "public, max-age=31536000, immutable"
        );
    }
    let wasm = host.get(&format!("/{HASHED}_bg.wasm")).await;
    assert_eq!(wasm.header("content-type"), "application/wasm");
    for path in ["/", "/?view=wall&lang=en", "/index.html", "/assets/boot.js"] {
        let answer = host.get(path).await;
        assert_eq!(
            (answer.status, answer.header("cache-control")),
            (StatusCode::OK, "no-cache"),
            "{path}"
        );
    }
    assert!(
        host.get("/")
            .await
            .header("content-type")
            .starts_with("text/html")
    );
}

#[test]
fn a_project_or_app_that_is_not_there_is_said_at_the_start() {
    let root = tempfile::tempdir().unwrap();
    let fault = |folder: &Path| ProjectFolder::open(folder).map(|_| ()).unwrap_err().0.key;
    assert_eq!(fault(root.path()), "cli-project-unreadable");
    write(root.path(), "project.json", "{}");
    assert_eq!(fault(root.path()), "cli-project-unreadable");
    assert_eq!(
        AppFiles::open(root.path()).map(|_| ()).unwrap_err().0.key,
        "cli-no-app"
    );
}
