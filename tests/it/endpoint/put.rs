//! Sending a design: what is taken, and every way in which it is refused.

use axum::body::{Body, Bytes};
use axum::http::{Method, StatusCode};
use futures::stream;
use mulin::design::stored::{DesignName, MAX_BYTES};

use super::{Host, design, json_request, path_of, request};

#[tokio::test]
async fn a_design_is_stored_once_and_given_back_byte_for_byte() {
    let host = Host::in_memory();
    let bytes = design(1);
    let name = DesignName::of(&bytes);
    let first = host.send(&bytes).await;
    assert_eq!(first.status, StatusCode::CREATED);
    assert_eq!(first.header("etag"), format!("\"{name}\""));
    let told: serde_json::Value = serde_json::from_slice(&first.bytes).unwrap();
    assert_eq!(told["receipt"], name.receipt().to_string());

    let again = host.send(&bytes).await;
    again.refuses(412, "already_stored");
    assert_eq!(
        again.header("etag"),
        format!("\"{name}\""),
        "a resend proves the same"
    );

    let read = host.get(&path_of(&bytes)).await;
    assert_eq!(read.bytes, bytes);
    assert_eq!(read.header("content-type"), "application/json");
    assert!(read.header("cache-control").contains("immutable"));
    assert_eq!(host.listed().await, [format!("{name}.json")]);
}

#[tokio::test]
async fn a_reader_that_has_the_bytes_is_not_sent_them_again() {
    let host = Host::in_memory();
    let bytes = design(1);
    host.send(&bytes).await;
    let mut again = request(Method::GET, &path_of(&bytes), Body::empty());
    let tag = format!("\"{}\"", DesignName::of(&bytes));
    again.headers_mut().insert("if-none-match", tag.parse().unwrap());
    let answer = host.ask(again).await;
    assert_eq!((answer.status, answer.bytes.len()), (StatusCode::NOT_MODIFIED, 0));
    let head = host
        .ask(request(Method::HEAD, &path_of(&bytes), Body::empty()))
        .await;
    assert_eq!((head.status, head.bytes.len()), (StatusCode::OK, 0));
    assert_eq!(head.header("content-length"), bytes.len().to_string());
}

#[tokio::test]
async fn names_that_are_no_hash_are_not_found_whatever_they_try() {
    let host = Host::in_memory();
    let good = DesignName::of(&design(1)).to_string();
    let long = "a".repeat(300);
    for file in [
        "x.json",
        "..",
        "../planner.token",
        "%2e%2e%2fplanner.token",
        "..%5cplanner.token",
        "%00",
        "//",
        &good,
        &good.to_uppercase(),
        &format!("{good}.html"),
        &format!("{good}.json.json"),
        &format!("{good}.json%231"),
        &format!(".{good}.json"),
        &format!("{}.json", &good[1..]),
        &format!("a/{good}.json"),
        &format!("%61{}.json", &good[1..]),
        "CON",
        ".htaccess",
        &long,
    ] {
        let path = format!("/designs/{file}");
        host.get(&path).await.refuses(404, "not_found");
        host.put(&path, design(1)).await.refuses(404, "not_found");
    }
    assert!(host.listed().await.is_empty());
}

#[tokio::test]
async fn other_methods_are_named_wrong_with_those_that_are_right() {
    let host = Host::in_memory();
    for method in [
        "DELETE", "MKCOL", "COPY", "MOVE", "PROPFIND", "PATCH", "TRACE", "POST", "OPTIONS",
    ] {
        for (path, allowed) in [
            (path_of(&design(1)), "GET,HEAD,PUT"),
            ("/designs/".to_owned(), "GET,HEAD"),
            ("/designs.ndjson".to_owned(), "GET,HEAD"),
            ("/replies/x.json".to_owned(), "GET,HEAD,PUT"),
            ("/project.json".to_owned(), "GET,HEAD"),
            ("/".to_owned(), "GET,HEAD"),
        ] {
            let answer = host
                .ask(request(method.parse().unwrap(), &path, Body::empty()))
                .await;
            answer.refuses(405, "wrong_method");
            assert_eq!(answer.header("allow"), allowed, "{method} {path}");
            assert_eq!(answer.header("access-control-allow-origin"), "");
        }
    }
}

#[tokio::test]
async fn too_large_is_refused_before_and_while_it_is_read() {
    let host = Host::in_memory();
    let mut announced = json_request(&path_of(&design(1)), Body::empty());
    announced
        .headers_mut()
        .insert("content-length", (MAX_BYTES + 1).to_string().parse().unwrap());
    host.ask(announced).await.refuses(413, "too_large");

    let endless = stream::repeat_with(|| Ok::<_, std::io::Error>(Bytes::from(vec![b' '; 64 * 1024])));
    host.put(&path_of(&design(1)), Body::from_stream(endless))
        .await
        .refuses(413, "too_large");
    assert!(host.listed().await.is_empty());
}

#[tokio::test]
async fn a_body_that_breaks_off_or_is_empty_leaves_nothing() {
    let host = Host::in_memory();
    let path = path_of(&design(1));
    let broken = stream::iter([
        Ok(Bytes::from(design(1)[..20].to_vec())),
        Err(std::io::Error::other("the connection ended")),
    ]);
    host.put(&path, Body::from_stream(broken))
        .await
        .refuses(400, "cut_body");
    host.put(&path, design(1)[..20].to_vec())
        .await
        .refuses(400, "not_json");
    host.put(&path, Body::empty()).await.refuses(400, "empty_body");
    host.get(&path).await.refuses(404, "not_found");
    assert!(host.listed().await.is_empty());
}

#[tokio::test]
async fn only_plain_json_is_taken() {
    let host = Host::in_memory();
    let path = path_of(&design(1));
    for kind in [
        "",
        "text/plain",
        "text/html",
        "application/xml",
        "application/jsonp",
    ] {
        let mut request = json_request(&path, design(1));
        request
            .headers_mut()
            .insert("content-type", kind.parse().unwrap());
        host.ask(request).await.refuses(415, "wrong_type");
    }
    let mut request = json_request(&path, design(1));
    request.headers_mut().remove("content-type");
    host.ask(request).await.refuses(415, "wrong_type");
    for coding in ["gzip", "br", "identity"] {
        let mut request = json_request(&path, design(1));
        request
            .headers_mut()
            .insert("content-encoding", coding.parse().unwrap());
        host.ask(request).await.refuses(415, "encoded_body");
    }
    let mut request = json_request(&path, design(1));
    let kind = "Application/JSON; charset=utf-8".parse().unwrap();
    request.headers_mut().insert("content-type", kind);
    assert_eq!(host.ask(request).await.status, StatusCode::CREATED);
}

#[tokio::test]
async fn bytes_of_another_name_are_refused() {
    let host = Host::in_memory();
    host.put(&path_of(&design(1)), design(2))
        .await
        .refuses(422, "hash_mismatch");
    assert!(host.listed().await.is_empty());
}

#[tokio::test]
async fn what_is_json_but_no_design_is_refused_by_its_reason() {
    let host = Host::in_memory();
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    for (text, code) in [
        ("null", "not_a_design"),
        ("[]", "not_a_design"),
        ("{}", "not_a_design"),
        ("1e400", "not_a_design"),
        (&deep, "not_a_design"),
        (r#"{"schema":"mulin.reply/1"}"#, "not_a_design"),
        (r#"{"schema":"mulin.design/1"}"#, "not_a_design"),
        (
            r#"{"schema":"mulin.design/1","schema":"mulin.design/1","project":"a"}"#,
            "not_a_design",
        ),
        (
            r#"{"schema":"mulin.design/1","project":"\ud800"}"#,
            "not_a_design",
        ),
        (r#"{"schema":"mulin.design/1","project":7}"#, "not_a_design"),
        (r#"{"schema":"mulin.design/2","project":"a"}"#, "newer_version"),
    ] {
        let answer = host.send(text.as_bytes()).await;
        answer.refuses(422, code);
    }
    assert!(host.listed().await.is_empty());
}

#[tokio::test]
async fn a_byte_order_mark_and_unknown_members_are_kept_as_they_came() {
    let host = Host::in_memory();
    let bytes = "\u{feff}{\"schema\":\"mulin.design/1\",\"project\":\"a\",\"later\":[-0,1e308]}".as_bytes();
    assert_eq!(host.send(bytes).await.status, StatusCode::CREATED);
    assert_eq!(host.get(&path_of(bytes)).await.bytes, bytes);
}

/// Cases of JSONTestSuite (Nicolas Seriot, MIT), chosen for readers that are too kind: each is not
/// JSON, and each is refused as such though its name is right.
#[tokio::test]
async fn what_only_looks_like_json_is_refused_as_not_json() {
    let host = Host::in_memory();
    let rows: &[&[u8]] = &[
        b"[1,]",
        b"[1 true]",
        b"[,1]",
        b"{\"a\":1,}",
        b"{'a':0}",
        b"{a:1}",
        b"[NaN]",
        b"[Infinity]",
        b"[-]",
        b"[+1]",
        b"[01]",
        b"[.5]",
        b"[1.]",
        b"[0x1]",
        b"[1e]",
        b"[\"\\x00\"]",
        b"[\"\\u00A\"]",
        b"[\"\t\"]",
        b"[\"a\x00a\"]",
        b"[\"\xff\"]",
        b"[\xe5]",
        b"\xef\xbb{}",
        b"{}#",
        b"{}}",
        b"[1]x",
        b"// c\n{}",
        b"[\"a\"",
        b"{\"a\":",
        b"\"",
        b" ",
        b"[True]",
        b"nul",
        b"\xc3\xa5",
        b"\xfe\xff\x00{\x00}",
        b"<html></html>",
        b"%PDF-1.7",
        b"PK\x03\x04",
    ];
    for bytes in rows {
        host.send(bytes).await.refuses(400, "not_json");
    }
    assert!(host.listed().await.is_empty());
}
