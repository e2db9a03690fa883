//! Replies: the planner writes, whoever has the receipt reads.

use axum::http::StatusCode;
use mulin::design::stored::DesignName;

use super::{Host, design, json_request, planner};

const REPLY: &str = r#"{"schema":"mulin.reply/1","design":"x","placements":{"p1":{"answer":"adopted"}}}"#;

#[tokio::test]
async fn a_reply_is_read_by_the_receipt_as_it_is_printed_or_typed() {
    let host = Host::in_memory();
    let receipt = DesignName::of(&design(1)).receipt();
    let path = format!("/replies/{}.json", receipt.compact());
    host.get(&path).await.refuses(404, "not_found");
    let put = || planner(json_request(&path, REPLY));
    assert_eq!(host.ask(put()).await.status, StatusCode::CREATED);
    for shown in [
        receipt.compact(),
        receipt.to_string(),
        receipt.compact().to_lowercase(),
    ] {
        let answer = host.get(&format!("/replies/{shown}.json")).await;
        assert_eq!(answer.bytes, REPLY.as_bytes());
        assert_eq!(answer.header("cache-control"), "no-cache");
    }
}

#[tokio::test]
async fn a_reply_may_be_written_again_unless_only_a_first_one_is_meant() {
    let host = Host::in_memory();
    let path = format!("/replies/{}.json", DesignName::of(&design(1)).receipt().compact());
    let anew = || {
        let mut request = planner(json_request(&path, REPLY));
        request.headers_mut().remove("if-none-match");
        request
    };
    assert_eq!(host.ask(anew()).await.status, StatusCode::CREATED);
    assert_eq!(host.ask(anew()).await.status, StatusCode::NO_CONTENT);
    host.ask(planner(json_request(&path, REPLY)))
        .await
        .refuses(412, "publish_conflict");
}

#[tokio::test]
async fn a_reply_is_refused_from_others_under_a_mistyped_receipt_and_when_it_is_none() {
    let host = Host::in_memory();
    let receipt = DesignName::of(&design(1)).receipt().compact();
    let path = format!("/replies/{receipt}.json");
    host.put(&path, REPLY).await.refuses(401, "not_the_planner");
    let last = if receipt.ends_with('0') { '1' } else { '0' };
    for wrong in [
        format!("{}{last}", &receipt[..11]),
        "x".to_owned(),
        "..".to_owned(),
        "%2e%2e".to_owned(),
    ] {
        let path = format!("/replies/{wrong}.json");
        host.ask(planner(json_request(&path, REPLY)))
            .await
            .refuses(404, "not_found");
        host.get(&path).await.refuses(404, "not_found");
    }
    for (body, status, code) in [
        ("{}", 422, "not_a_reply"),
        ("[]", 422, "not_a_reply"),
        (r#"{"schema":"mulin.design/1"}"#, 422, "not_a_reply"),
        ("reply", 400, "not_json"),
        ("", 400, "empty_body"),
    ] {
        host.ask(planner(json_request(&path, body)))
            .await
            .refuses(status, code);
    }
    host.get(&path).await.refuses(404, "not_found");
}

#[tokio::test]
async fn of_two_planners_who_read_the_same_reply_one_is_told_to_read_again() {
    let host = Host::in_memory();
    let path = format!("/replies/{}.json", DesignName::of(&design(1)).receipt().compact());
    host.ask(planner(json_request(&path, REPLY))).await;
    let etag = host.get(&path).await.header("etag").to_owned();
    let over = |text: &str, etag: &str| {
        let mut request = planner(json_request(&path, text.to_owned()));
        request.headers_mut().remove("if-none-match");
        request.headers_mut().insert("if-match", etag.parse().unwrap());
        request
    };
    let mine = REPLY.replace("adopted", "declined");
    let theirs = REPLY.replace("adopted", "partly");
    assert_eq!(host.ask(over(&mine, &etag)).await.status, StatusCode::NO_CONTENT);
    host.ask(over(&theirs, &etag))
        .await
        .refuses(412, "publish_conflict");
    let read = host.get(&path).await;
    assert_eq!(read.bytes, mine.as_bytes(), "nothing was overwritten");
    let again = read.header("etag").to_owned();
    assert_eq!(
        host.ask(over(&theirs, &again)).await.status,
        StatusCode::NO_CONTENT
    );
    let nothing = format!("/replies/{}.json", DesignName::of(&design(2)).receipt().compact());
    let mut request = planner(json_request(&nothing, mine.clone()));
    request.headers_mut().remove("if-none-match");
    request.headers_mut().insert("if-match", etag.parse().unwrap());
    host.ask(request).await.refuses(412, "publish_conflict");
}

#[tokio::test]
async fn p37_of_two_planners_at_once_one_wins_and_the_other_is_told_who_and_when() {
    let host = Host::in_memory();
    let path = format!("/replies/{}.json", DesignName::of(&design(1)).receipt().compact());
    let first = r#"{"schema":"mulin.reply/1","written":"2026-11-30T09:30:00+08:00","by":"office 2"}"#;
    host.ask(planner(json_request(&path, first))).await;
    // Neither found a reply; both put theirs as the first one.
    let answer = host.ask(planner(json_request(&path, REPLY))).await;
    let problem: serde_json::Value = serde_json::from_slice(&answer.bytes).unwrap();
    answer.refuses(412, "publish_conflict");
    assert_eq!(problem["written"], "2026-11-30T09:30:00+08:00");
    assert_eq!(problem["by"], "office 2");
    assert_eq!(
        host.get(&path).await.bytes,
        first.as_bytes(),
        "nothing was overwritten"
    );
    // A reply that says neither is told without them.
    let path = format!("/replies/{}.json", DesignName::of(&design(2)).receipt().compact());
    host.ask(planner(json_request(&path, REPLY))).await;
    let answer = host.ask(planner(json_request(&path, REPLY))).await;
    let problem: serde_json::Value = serde_json::from_slice(&answer.bytes).unwrap();
    assert!(problem.get("written").is_none() && problem.get("by").is_none());
}
