//! Reading all designs: who may, in which order, and on from a cursor.

use axum::http::StatusCode;
use mulin::cli::serve::{Endpoint, PlannerToken, ProjectFolder, open_store};
use serde_json::{Value, json};

use super::{Host, TOKEN, design};

async fn lines(host: &Host, query: &str) -> (Vec<String>, String) {
    let answer = host.get_as_planner(&format!("/designs.ndjson{query}")).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("content-type"), "application/x-ndjson");
    let titles = String::from_utf8(answer.bytes.clone())
        .unwrap()
        .lines()
        .map(|line| {
            let design: Value = serde_json::from_str(line).unwrap();
            design["title"].as_str().unwrap().to_owned()
        })
        .collect();
    (titles, answer.header("mulin-cursor").to_owned())
}

#[tokio::test]
async fn lists_are_the_planners_alone() {
    let host = Host::in_memory();
    host.send(&design(1)).await;
    for path in ["/designs/", "/designs", "/designs.ndjson"] {
        let answer = host.get(path).await;
        answer.refuses(401, "not_the_planner");
        assert_eq!(answer.header("www-authenticate"), "Bearer realm=\"planner\"");
        assert_eq!(host.get_as_planner(path).await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn an_open_gallery_is_everybodys_as_soon_as_the_project_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("project.json");
    let project =
        |open: bool| json!({ "schema": "mulin.project/1", "id": "a", "title": {}, "galleryOpen": open });
    std::fs::write(&file, project(false).to_string()).unwrap();
    let store = std::sync::Arc::new(object_store::memory::InMemory::new());
    let endpoint = Endpoint::new(store, PlannerToken::of(TOKEN));
    let host = Host::of(endpoint.with_project(ProjectFolder::open(folder.path()).unwrap()));
    host.get("/designs/").await.refuses(401, "not_the_planner");
    std::fs::write(&file, project(true).to_string()).unwrap();
    assert_eq!(host.get("/designs/").await.status, StatusCode::OK);
    assert_eq!(host.get("/designs.ndjson").await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_list_reads_as_nginx_writes_it() {
    let host = Host::in_memory();
    host.send(&design(1)).await;
    let answer = host.get_as_planner("/designs/").await;
    let rows: Vec<Value> = serde_json::from_slice(&answer.bytes).unwrap();
    assert_eq!(rows[0]["type"], "file");
    assert_eq!(rows[0]["size"], design(1).len());
    assert!(httpdate::parse_http_date(rows[0]["mtime"].as_str().unwrap()).is_ok());
}

#[tokio::test]
async fn a_cursor_gives_what_came_since_in_the_order_of_arrival() {
    let host = Host::in_memory();
    for n in [3, 1, 2] {
        host.send(&design(n)).await;
        lines(&host, "").await;
    }
    let (titles, cursor) = lines(&host, "").await;
    assert_eq!(titles, ["方案 3", "方案 1", "方案 2"]);
    assert_eq!(
        lines(&host, &format!("?since={cursor}")).await,
        (vec![], cursor.clone())
    );
    host.send(&design(4)).await;
    assert_eq!(lines(&host, &format!("?since={cursor}")).await.0, ["方案 4"]);
    host.get_as_planner("/designs.ndjson?since=yesterday")
        .await
        .refuses(400, "not_a_cursor");
}

#[tokio::test]
async fn a_cursor_outlives_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let host = Host::over(open_store(folder.path()).unwrap());
    host.send(&design(1)).await;
    host.send(&design(2)).await;
    let (_, cursor) = lines(&host, "").await;
    let restarted = Host::over(open_store(folder.path()).unwrap());
    restarted.send(&design(3)).await;
    assert_eq!(lines(&restarted, &format!("?since={cursor}")).await.0, ["方案 3"]);
}

#[tokio::test]
async fn a_design_written_over_several_lines_is_one_line() {
    let host = Host::in_memory();
    host.send(b"{\n \"schema\": \"mulin.design/1\",\r\n \"project\": \"a\", \"title\": \"\\n\" }\n")
        .await;
    assert_eq!(lines(&host, "").await.0, ["\n"]);
}
