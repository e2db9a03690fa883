//! V7: what its author withdraws is deleted, by nobody else and for good.

use std::sync::Arc;

use mulin::design::stored::{DesignName, Withdrawal};
use object_store::memory::InMemory;
use serde_json::{Value, json};

use super::{Host, path_of};

const SECRET: [u8; 32] = [7; 32];

fn design(n: usize, secret: &[u8; 32]) -> Vec<u8> {
    json!({
        "schema": "mulin.design/1", "project": "beimen", "title": format!("方案 {n}"), "draft": "0a",
        "contact": "CANARY-SEALED", "withdraw": Withdrawal::token_of(secret),
    })
    .to_string()
    .into_bytes()
}

fn withdrawal(secret: [u8; 32], designs: &[&[u8]]) -> Vec<u8> {
    let names: Vec<_> = designs.iter().map(|bytes| DesignName::of(bytes)).collect();
    Withdrawal::new("beimen", secret, &names, "2026-11-29T21:00:00+08:00").write()
}

#[tokio::test]
async fn v7_the_designs_that_their_author_withdraws_are_gone_and_the_withdrawal_stays() {
    let store = Arc::new(InMemory::new());
    let host = Host::over(store);
    let (first, second) = (design(1, &SECRET), design(2, &SECRET));
    for bytes in [&first, &second] {
        assert_eq!(host.send(bytes).await.status, 201);
    }
    let taken_back = withdrawal(SECRET, &[&first, &second]);
    let answer = host.send(&taken_back).await;
    assert_eq!(answer.status, 201);
    assert_eq!(
        answer.header("etag"),
        format!("\"{}\"", DesignName::of(&taken_back))
    );
    for bytes in [&first, &second] {
        host.get(&path_of(bytes)).await.refuses(404, "not_found");
    }
    assert_eq!(
        host.listed().await,
        [path_of(&taken_back).replace("/designs/", "")]
    );
    let lines = host.get_as_planner("/designs.ndjson").await;
    assert!(!String::from_utf8_lossy(&lines.bytes).contains("CANARY"));

    // A second time is harmless, and deletes what a copy brought back.
    assert_eq!(host.send(&first).await.status, 201);
    host.send(&taken_back).await.refuses(412, "already_stored");
    host.get(&path_of(&first)).await.refuses(404, "not_found");
}

#[tokio::test]
async fn v7_nobody_withdraws_what_another_drew_whoever_knows_its_name() {
    let host = Host::in_memory();
    let theirs = design(1, &SECRET);
    let plain = super::design(3);
    for bytes in [&theirs, &plain] {
        assert_eq!(host.send(bytes).await.status, 201);
    }
    assert_eq!(
        host.send(&withdrawal([8; 32], &[&theirs, &plain])).await.status,
        201
    );
    for bytes in [&theirs, &plain] {
        assert_eq!(host.get(&path_of(bytes)).await.bytes, *bytes);
    }
}

#[tokio::test]
async fn what_only_looks_like_a_withdrawal_is_refused() {
    let host = Host::in_memory();
    let sound: Value = serde_json::from_slice(&withdrawal(SECRET, &[b"x"])).unwrap();
    let too_many = vec![DesignName::of(b"x").to_string(); Withdrawal::MOST + 1];
    for (member, value) in [
        ("secret", json!("07")),
        ("secret", json!("zz".repeat(32))),
        ("secret", json!(7)),
        ("project", json!(null)),
        ("designs", json!(["../planner.token"])),
        ("designs", json!(too_many)),
        ("schema", json!("mulin.withdrawal/2")),
    ] {
        let mut broken = sound.clone();
        broken[member] = value;
        let answer = host.send(broken.to_string().as_bytes()).await;
        answer.refuses(422, "not_a_design");
    }
    assert!(host.listed().await.is_empty());
}
