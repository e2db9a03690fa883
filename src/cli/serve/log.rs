//! One line a request, without anything personal: no body, query, token or client's address.

use std::time::Instant;

use axum::body::HttpBody;
use axum::extract::Request;
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Level;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use crate::design::stored::{DesignName, Receipt};

/// From now on lines go to stderr: this program's own alone, since its libraries write whole addresses.
pub fn begin() {
    let lines = tracing_subscriber::fmt::layer()
        .with_target(false)
        .with_ansi(false)
        .with_writer(std::io::stderr);
    let own = Targets::new().with_target("mulin", Level::INFO);
    tracing_subscriber::registry().with(lines).with(own).init();
}

/// Paths that this program gives a meaning to.
const OWN: [&str; 8] = [
    "/",
    "/designs",
    "/designs/",
    "/designs.ndjson",
    "/healthz",
    "/metrics",
    "/project.json",
    "/session",
];

/// Says a request and its answer: `PUT /designs/1f3a9c20….json 201 12ms 2311B in 120B out`.
pub async fn one_line(request: Request, next: Next) -> Response {
    let began = Instant::now();
    let method = request.method().clone();
    let path = request.uri().path().to_owned();
    let taken = length(request.headers());
    let answer = next.run(request).await;
    let status = answer.status();
    // Only the path of something that is there is known to be harmless.
    let place = shortened(&path, status.is_success() || status.is_redirection());
    tracing::info!(
        "{method} {place} {} {}ms {taken}B in {}B out",
        status.as_u16(),
        began.elapsed().as_millis(),
        answer.body().size_hint().exact().unwrap_or(0),
    );
    answer
}

fn length(headers: &HeaderMap) -> u64 {
    headers
        .get(header::CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok()?.parse().ok())
        .unwrap_or(0)
}

/// The path without what opens a design or a reply, and without what a stranger wrote.
fn shortened(path: &str, exists: bool) -> String {
    if let Some(file) = path.strip_prefix("/designs/").filter(|file| !file.is_empty()) {
        let name = file
            .strip_suffix(".json")
            .and_then(|name| name.parse::<DesignName>().ok());
        return name.map_or("/designs/…".to_owned(), |name| {
            format!("/designs/{}….json", &name.to_string()[..8])
        });
    }
    if path.starts_with("/replies/") {
        return "/replies/….json".to_owned();
    }
    if OWN.contains(&path) {
        return path.to_owned();
    }
    let plain = path.bytes().all(|byte| byte.is_ascii_graphic());
    if exists && plain && path.len() <= 120 {
        path.to_owned()
    } else {
        "/…".to_owned()
    }
}

/// What a storage says of itself, without the names that open something: it writes whole addresses.
pub fn without_names(text: &str) -> String {
    let mut told = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_alphanumeric()) {
        told.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(rest.len());
        let word = &rest[..end];
        if word.parse::<DesignName>().is_ok() {
            told.push_str(&word[..8]);
            told.push('…');
        } else if word.parse::<Receipt>().is_ok() {
            told.push('…');
        } else {
            told.push_str(word);
        }
        rest = &rest[end..];
    }
    told + rest
}

#[cfg(test)]
mod tests {
    use super::{shortened, without_names};

    #[test]
    fn a_fault_of_the_storage_is_told_without_names_and_receipts() {
        let name = "0123456789abcdef".repeat(4);
        let receipt = crate::design::stored::DesignName::of(b"1").receipt().compact();
        let text = format!(
            "PUT http://host/b/designs/{name}.json and /replies/{receipt}.json: 503 after 4 tries (坏了)"
        );
        assert_eq!(
            without_names(&text),
            "PUT http://host/b/designs/01234567….json and /replies/….json: 503 after 4 tries (坏了)"
        );
        assert_eq!(without_names(""), "");
    }

    #[test]
    fn a_line_tells_no_name_that_opens_something_and_nothing_a_stranger_wrote() {
        let name = "0123456789abcdef".repeat(4);
        assert_eq!(
            shortened(&format!("/designs/{name}.json"), true),
            "/designs/01234567….json"
        );
        assert_eq!(shortened("/designs/", false), "/designs/");
        assert_eq!(shortened("/designs/a\u{1b}[31m", false), "/designs/…");
        assert_eq!(shortened("/replies/7K3MQ9XB2R4T.json", true), "/replies/….json");
        assert_eq!(shortened("/13800000000", false), "/…");
        assert_eq!(shortened("/estate.geojson", true), "/estate.geojson");
    }
}
