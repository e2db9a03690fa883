//! The planner's way in: token and session, and what the program tells of itself.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use mulin::cli::serve::{Endpoint, Peer, PlannerToken};
use object_store::memory::InMemory;

use super::chaos::{Chaos, Fault};
use super::{Host, TOKEN, design, json_request, path_of, planner, request};

fn with(mut request: Request<Body>, rows: &[(&'static str, &str)]) -> Request<Body> {
    for (name, value) in rows {
        request.headers_mut().insert(*name, value.parse().unwrap());
    }
    request
}

fn asked(method: Method, path: &str, rows: &[(&'static str, &str)]) -> Request<Body> {
    with(request(method, path, Body::empty()), rows)
}

/// The cookie of a new session, as a browser sends it back.
async fn session(host: &Host) -> String {
    let begun = host.ask(planner(asked(Method::POST, "/session", &[]))).await;
    assert_eq!(begun.status, StatusCode::NO_CONTENT);
    assert_eq!(begun.header("cache-control"), "no-store");
    let cookie = begun.header("set-cookie").to_owned();
    for part in ["HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200"] {
        assert!(cookie.split("; ").any(|own| own == part), "{cookie}");
    }
    assert!(!cookie.contains(TOKEN) && !cookie.contains("Domain"));
    cookie.split(';').next().unwrap().to_owned()
}

#[tokio::test]
async fn the_token_is_exchanged_for_a_session_that_opens_what_it_opens_until_it_is_ended() {
    let host = Host::in_memory();
    host.ask(asked(Method::POST, "/session", &[]))
        .await
        .refuses(401, "not_the_planner");
    let (one, other) = (session(&host).await, session(&host).await);
    assert_ne!(one, other);
    let list = async |cookie: &str| {
        let answer = host
            .ask(asked(Method::GET, "/designs/", &[("cookie", cookie)]))
            .await;
        answer.status.as_u16()
    };
    assert_eq!(list(&one).await, 200);
    assert_eq!(list(&format!("a=b; {one}; c=d")).await, 200);
    assert_eq!(list(&one[..one.len() - 1]).await, 401);
    assert_eq!(list("mulin-session=").await, 401);
    let known = host
        .ask(asked(Method::GET, "/session", &[("cookie", &one)]))
        .await;
    assert_eq!(known.status, StatusCode::NO_CONTENT);

    let ended = host
        .ask(asked(Method::DELETE, "/session", &[("cookie", &one)]))
        .await;
    assert!(ended.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(list(&one).await, 401);
    assert_eq!(list(&other).await, 200, "another desk goes on");
    assert_eq!(
        host.get_as_planner("/designs/").await.status,
        StatusCode::OK,
        "and so does the token"
    );
}

#[tokio::test]
async fn e55_a_page_of_another_site_changes_nothing_with_the_planners_cookie() {
    let host = Host::in_memory();
    let cookie = session(&host).await;
    let path = format!(
        "/replies/{}.json",
        mulin::design::stored::DesignName::of(b"1").receipt().compact()
    );
    let reply = r#"{"schema":"mulin.reply/1"}"#;
    for site in ["cross-site", "same-site"] {
        let rows = [("cookie", cookie.as_str()), ("sec-fetch-site", site)];
        host.ask(with(json_request(&path, reply), &rows))
            .await
            .refuses(401, "not_the_planner");
        let ended = host.ask(asked(Method::DELETE, "/session", &rows)).await;
        assert_eq!(ended.status, StatusCode::NO_CONTENT);
    }
    // A form can be sent from anywhere without asking first; its kinds of body are not taken.
    let form = with(
        json_request(&path, reply),
        &[("cookie", cookie.as_str()), ("content-type", "text/plain")],
    );
    host.ask(form).await.refuses(415, "wrong_type");
    let own = [("cookie", cookie.as_str()), ("sec-fetch-site", "same-origin")];
    assert_eq!(
        host.ask(with(json_request(&path, reply), &own)).await.status,
        StatusCode::CREATED
    );
    for method in ["GET", "OPTIONS", "PUT"] {
        let rows = [
            ("origin", "https://elsewhere.example"),
            ("access-control-request-method", "PUT"),
        ];
        let answer = host.ask(asked(method.parse().unwrap(), &path, &rows)).await;
        for name in [
            "access-control-allow-origin",
            "access-control-allow-methods",
            "access-control-allow-credentials",
        ] {
            assert_eq!(answer.header(name), "", "{method}");
        }
    }
}

#[tokio::test]
async fn over_tls_the_cookie_and_the_address_stay_there() {
    let endpoint = Endpoint::new(Arc::new(InMemory::new()), PlannerToken::of(TOKEN)).behind_proxy();
    let host = Host::of(endpoint);
    let rows = [("x-forwarded-proto", "https")];
    let begun = host.ask(planner(asked(Method::POST, "/session", &rows))).await;
    assert!(begun.header("set-cookie").ends_with("; Secure"));
    for path in ["/", "/designs/", "/nothing"] {
        let answer = host.ask(asked(Method::GET, path, &rows)).await;
        assert_eq!(
            answer.header("strict-transport-security"),
            "max-age=31536000",
            "{path}"
        );
        assert_eq!(host.get(path).await.header("strict-transport-security"), "");
    }
    // Without a proxy that is believed, the header is a stranger's word.
    let plain = Host::in_memory();
    assert_eq!(
        plain
            .ask(asked(Method::GET, "/", &rows))
            .await
            .header("strict-transport-security"),
        ""
    );
}

#[test]
fn a_file_with_the_tokens_hash_alone_opens_for_the_token_and_a_broken_one_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("token");
    PlannerToken::kept_at(&file).unwrap();
    let token = std::fs::read_to_string(&file).unwrap().trim().to_owned();
    assert_eq!(
        PlannerToken::forget_at(&file).unwrap().as_deref(),
        Some(token.as_str())
    );
    let left = std::fs::read_to_string(&file).unwrap();
    assert!(left.starts_with("sha256:") && !left.contains(&token), "{left}");
    assert_eq!(PlannerToken::forget_at(&file).unwrap(), None);
    let opens = |shown: &str| {
        let mut headers = axum::http::HeaderMap::new();
        headers.insert("authorization", format!("Bearer {shown}").parse().unwrap());
        PlannerToken::kept_at(&file).unwrap().opens(&headers)
    };
    assert!(opens(&token));
    assert!(!opens(left.trim()), "the hash is no token");
    for broken in [
        "sha256:",
        "sha256:00",
        &left.trim()[..left.trim().len() - 1],
        "sha256:Ä",
    ] {
        std::fs::write(&file, broken).unwrap();
        let fault = PlannerToken::kept_at(&file).map(|_| ()).unwrap_err();
        assert_eq!(fault.0.key, "cli-token-hash-broken", "{broken}");
    }
}

#[tokio::test]
async fn health_is_that_of_the_storage_too() {
    let chaos = Arc::new(Chaos::new(InMemory::new()));
    let host = Host::over(chaos.clone());
    let well = host.get("/healthz").await;
    assert_eq!(
        (well.status, well.bytes.as_slice()),
        (StatusCode::OK, &br#"{"status":"ok"}"#[..])
    );
    assert_eq!(well.header("cache-control"), "no-store");
    chaos.fail_all(Some(Fault::Broken));
    host.get("/healthz").await.refuses(503, "storage_unavailable");
    chaos.fail_all(None);
    assert_eq!(host.get("/healthz").await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_metrics_are_openmetrics_and_shown_to_this_machine_and_the_planner_alone() {
    let host = Host::in_memory();
    host.send(&design(1)).await;
    host.send(&design(1)).await;
    host.put(&path_of(&design(1)), design(2)).await;
    host.ask(request("INVENTED".parse().unwrap(), "/", Body::empty()))
        .await;
    host.get("/metrics").await.refuses(401, "not_the_planner");
    let mut stranger = request(Method::GET, "/metrics", Body::empty());
    stranger.extensions_mut().insert(Peer([203, 0, 113, 7].into()));
    host.ask(stranger).await.refuses(401, "not_the_planner");
    let mut own = request(Method::GET, "/metrics", Body::empty());
    own.extensions_mut().insert(Peer([127, 0, 0, 1].into()));
    let shown = host.ask(own).await;
    assert_eq!(shown.status, StatusCode::OK);
    assert!(
        shown
            .header("content-type")
            .starts_with("application/openmetrics-text; version=1.0.0")
    );
    let text = String::from_utf8(shown.bytes).unwrap();
    for line in [
        "# TYPE mulin_requests counter",
        r#"mulin_requests_total{method="put",status="201"} 1"#,
        r#"mulin_requests_total{method="put",status="412"} 1"#,
        r#"mulin_requests_total{method="other",status="405"} 1"#,
        r#"mulin_refusals_total{code="hash_mismatch"} 1"#,
        "mulin_designs_stored_total 1",
        "mulin_design_store_seconds_count 1",
    ] {
        assert!(text.lines().any(|own| own == line), "no '{line}' in\n{text}");
    }
    assert!(text.ends_with("# EOF\n"));
    let name = mulin::design::stored::DesignName::of(&design(1)).to_string();
    assert!(!text.contains(&name[..8]) && !text.contains("203.0.113") && !text.contains("INVENTED"));
    assert_eq!(host.get_as_planner("/metrics").await.status, StatusCode::OK);
}

const READER: &str = "a-reader's-token-of-the-tests";

fn with_reader() -> Host {
    let endpoint = Endpoint::new(Arc::new(InMemory::new()), PlannerToken::of(TOKEN));
    Host::of(endpoint.with_reader(PlannerToken::of(READER)))
}

fn bearer(request: Request<Body>, token: &str) -> Request<Body> {
    with(request, &[("authorization", &format!("Bearer {token}"))])
}

#[tokio::test]
async fn a_readers_token_reads_all_and_changes_nothing() {
    let host = with_reader();
    let bytes = design(1);
    host.send(&bytes).await;
    let reply = format!(
        "/replies/{}.json",
        mulin::design::stored::DesignName::of(&bytes).receipt().compact()
    );
    let put = || json_request(&reply, r#"{"schema":"mulin.reply/1","placements":{}}"#);

    for path in ["/designs/", "/designs.ndjson"] {
        let answer = host.ask(bearer(asked(Method::GET, path, &[]), READER)).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
    }
    host.ask(bearer(put(), READER)).await.refuses(403, "read_only");
    host.ask(bearer(put(), "a-guess-of-the-tests"))
        .await
        .refuses(401, "not_the_planner");

    let begun = host
        .ask(bearer(asked(Method::POST, "/session", &[]), READER))
        .await;
    assert_eq!(begun.header("mulin-role"), "reader");
    let cookie = begun.header("set-cookie").split(';').next().unwrap().to_owned();
    let told = host
        .ask(asked(Method::GET, "/session", &[("cookie", &cookie)]))
        .await;
    assert_eq!(
        (told.status, told.header("mulin-role")),
        (StatusCode::NO_CONTENT, "reader")
    );
    let listed = host
        .ask(asked(Method::GET, "/designs/", &[("cookie", &cookie)]))
        .await;
    assert_eq!(listed.status, StatusCode::OK);
    host.ask(with(put(), &[("cookie", &cookie)]))
        .await
        .refuses(403, "read_only");
    assert_eq!(
        host.get(&reply).await.status,
        StatusCode::NOT_FOUND,
        "nothing was stored"
    );

    let planners = host
        .ask(bearer(asked(Method::POST, "/session", &[]), TOKEN))
        .await;
    assert_eq!(planners.header("mulin-role"), "planner");
    assert_eq!(host.ask(bearer(put(), TOKEN)).await.status, StatusCode::CREATED);
}
