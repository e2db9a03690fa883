//! Headers that every answer carries.

use axum::body::Body;
use axum::http::Method;

use super::{Host, design, path_of, request};

#[tokio::test]
async fn every_answer_carries_the_policy_whatever_it_is() {
    let host = Host::in_memory();
    host.send(&design(1)).await;
    let there = path_of(&design(1));
    for (method, path) in [
        ("GET", "/"),
        ("GET", there.as_str()),
        ("HEAD", there.as_str()),
        ("PUT", there.as_str()),
        ("GET", "/designs/"),
        ("GET", "/designs.ndjson"),
        ("GET", "/project.json"),
        ("GET", "/replies/x.json"),
        ("DELETE", "/designs/"),
        ("OPTIONS", there.as_str()),
        ("GET", "/%00"),
        ("POST", "/nothing"),
    ] {
        let method: Method = method.parse().unwrap();
        let answer = host.ask(request(method.clone(), path, Body::empty())).await;
        let policy = answer.header("content-security-policy");
        for part in [
            "default-src 'none'",
            "script-src 'self' 'wasm-unsafe-eval'",
            "style-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
        ] {
            assert!(
                policy.split("; ").any(|own| own == part),
                "{method} {path}: {policy}"
            );
        }
        assert!(!policy.contains("unsafe-inline") && !policy.contains('*'));
        assert_eq!(
            answer.header("x-content-type-options"),
            "nosniff",
            "{method} {path}"
        );
        assert_eq!(answer.header("referrer-policy"), "no-referrer");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin");
        assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin");
        assert!(answer.header("permissions-policy").contains("camera=()"));
        assert_eq!(answer.header("access-control-allow-origin"), "");
    }
}
