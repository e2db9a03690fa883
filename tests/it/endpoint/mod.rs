//! The static JSON endpoint, called without a socket.

mod chaos;
mod desk;
mod files;
mod headers;
mod limits;
mod model;
mod ndjson;
mod nth;
mod power;
mod put;
mod replies;
mod sockets;
mod storage;
mod withdrawn;

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use http_body_util::BodyExt;
use mulin::cli::serve::{Endpoint, PlannerToken, router};
use mulin::design::stored::DesignName;
use object_store::ObjectStore;
use object_store::memory::InMemory;
use serde_json::{Value, json};
use tower::ServiceExt;

const TOKEN: &str = "a-planner's-token-of-the-tests";

/// An endpoint under test.
struct Host(Router);

/// What came back.
struct Answer {
    status: StatusCode,
    headers: axum::http::HeaderMap,
    bytes: Vec<u8>,
}

impl Host {
    fn in_memory() -> Self {
        Self::over(Arc::new(InMemory::new()))
    }
    fn over(store: Arc<dyn ObjectStore>) -> Self {
        Self::of(Endpoint::new(store, PlannerToken::of(TOKEN)))
    }
    fn of(endpoint: Endpoint) -> Self {
        Self(router(Arc::new(endpoint)))
    }
    async fn ask(&self, request: Request<Body>) -> Answer {
        let answer = self.0.clone().oneshot(request).await.unwrap();
        let (parts, body) = answer.into_parts();
        Answer {
            status: parts.status,
            headers: parts.headers,
            bytes: body.collect().await.unwrap().to_bytes().to_vec(),
        }
    }
    /// The status and the body; none when the body broke off.
    async fn ask_for_all(&self, request: Request<Body>) -> Option<(u16, Vec<u8>)> {
        let answer = self.0.clone().oneshot(request).await.unwrap();
        let status = answer.status().as_u16();
        // A body is made by tasks of the storage, whose own fault ends it.
        let body = std::panic::AssertUnwindSafe(answer.into_body().collect());
        let whole = futures::FutureExt::catch_unwind(body).await.ok()?.ok()?;
        Some((status, whole.to_bytes().to_vec()))
    }
    async fn get(&self, path: &str) -> Answer {
        self.ask(request(Method::GET, path, Body::empty())).await
    }
    async fn get_as_planner(&self, path: &str) -> Answer {
        self.ask(planner(request(Method::GET, path, Body::empty()))).await
    }
    async fn put(&self, path: &str, bytes: impl Into<Body>) -> Answer {
        self.ask(json_request(path, bytes)).await
    }
    /// Sends a design under the name of its bytes.
    async fn send(&self, bytes: &[u8]) -> Answer {
        self.put(&path_of(bytes), bytes.to_vec()).await
    }
    async fn listed(&self) -> Vec<String> {
        let answer = self.get_as_planner("/designs/").await;
        assert_eq!(answer.status, StatusCode::OK);
        let rows: Vec<Value> = serde_json::from_slice(&answer.bytes).unwrap();
        rows.iter()
            .map(|row| row["name"].as_str().unwrap().to_owned())
            .collect()
    }
}

impl Answer {
    /// That it refuses with this status and code, as a problem with a sentence in both languages.
    #[track_caller]
    fn refuses(&self, status: u16, code: &str) -> &Self {
        let body = String::from_utf8_lossy(&self.bytes);
        assert_eq!(self.status.as_u16(), status, "{body}");
        assert_eq!(self.header("content-type"), "application/problem+json");
        assert_eq!(self.header("cache-control"), "no-store");
        let problem: Value = serde_json::from_str(&body).unwrap();
        assert_eq!(problem["code"], code);
        assert_eq!(problem["status"], status);
        for member in ["type", "title", "detail", "zh"] {
            let text = problem[member].as_str().unwrap_or_default();
            assert!(
                !text.is_empty() && !text.starts_with("refusal-"),
                "{member}: {body}"
            );
        }
        assert!(problem["zh"].as_str().unwrap().chars().count() <= 40, "{body}");
        self
    }
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

fn request(method: Method, path: &str, body: Body) -> Request<Body> {
    Request::builder().method(method).uri(path).body(body).unwrap()
}

fn json_request(path: &str, bytes: impl Into<Body>) -> Request<Body> {
    let mut request = request(Method::PUT, path, bytes.into());
    request
        .headers_mut()
        .insert(header::CONTENT_TYPE, "application/json".parse().unwrap());
    request
        .headers_mut()
        .insert(header::IF_NONE_MATCH, "*".parse().unwrap());
    request
}

fn planner(mut request: Request<Body>) -> Request<Body> {
    request
        .headers_mut()
        .insert(header::AUTHORIZATION, format!("Bearer {TOKEN}").parse().unwrap());
    request
}

/// A small design; another one for each number.
fn design(n: usize) -> Vec<u8> {
    json!({
        "schema": "mulin.design/1", "project": "beimen", "title": format!("方案 {n}"), "draft": format!("{n:032x}"),
        "sheets": { "estate": [{ "id": "p1", "kind": "plaza", "at": [10.0, 20.0], "size": [8.0, 6.0] }] },
    })
    .to_string()
    .into_bytes()
}

fn path_of(bytes: &[u8]) -> String {
    format!("/designs/{}.json", DesignName::of(bytes))
}
