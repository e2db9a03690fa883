//! How much is taken from whom, and how much is kept.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use mulin::cli::serve::{Endpoint, Limits, Pace, Peer, PlannerToken};
use object_store::memory::InMemory;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt};
use tokio::sync::Semaphore;

use super::chaos::Chaos;
use super::{Answer, Host, TOKEN, design, json_request, path_of, planner, request};

fn from(address: &str, mut request: Request<Body>) -> Request<Body> {
    request.extensions_mut().insert(Peer(address.parse().unwrap()));
    request
}

async fn send_from(host: &Host, address: &str, n: usize) -> Answer {
    let bytes = design(n);
    host.ask(from(address, json_request(&path_of(&bytes), bytes)))
        .await
}

fn host_with(limits: Limits) -> Host {
    let endpoint = Endpoint::new(Arc::new(InMemory::new()), PlannerToken::of(TOKEN)).with_limits(limits);
    Host::of(endpoint)
}

#[tokio::test]
async fn w29_sixty_phones_behind_one_address_are_all_taken_five_tries_each() {
    let host = host_with(Limits::default());
    for phone in 0..60 {
        for again in 0..5 {
            let answer = send_from(&host, "203.0.113.7", phone).await;
            let expected = if again == 0 { 201 } else { 412 };
            assert_eq!(answer.status.as_u16(), expected, "phone {phone}, try {again}");
        }
    }
    assert_eq!(host.listed().await.len(), 60);
}

#[tokio::test]
async fn e54_a_flood_of_one_address_is_told_when_to_come_again_and_others_pass() {
    let pace = Pace {
        burst: 5,
        a_minute: 6,
    };
    let host = host_with(Limits {
        address: Some(pace),
        ..Limits::default()
    });
    for n in 0..5 {
        assert_eq!(
            send_from(&host, "203.0.113.7", n).await.status,
            StatusCode::CREATED
        );
    }
    let refused = send_from(&host, "203.0.113.7", 5).await;
    refused.refuses(429, "too_many");
    let wait: u32 = refused.header("retry-after").parse().unwrap();
    assert!((1..=10).contains(&wait), "{wait}");
    assert_eq!(
        send_from(&host, "203.0.113.8", 6).await.status,
        StatusCode::CREATED
    );
    // Who looks at what was sent is not counted, and the planner and this machine's own programs are not held up.
    let there = from(
        "203.0.113.7",
        request(axum::http::Method::GET, &path_of(&design(0)), Body::empty()),
    );
    assert_eq!(host.ask(there).await.status, StatusCode::OK);
    for n in 10..20 {
        let own = json_request(&path_of(&design(n)), design(n));
        assert_eq!(
            host.ask(planner(from("203.0.113.7", own))).await.status,
            StatusCode::CREATED
        );
        assert_eq!(
            send_from(&host, "127.0.0.1", n + 10).await.status,
            StatusCode::CREATED
        );
    }
    assert_eq!(host.listed().await.len(), 26);
}

#[tokio::test]
async fn e54_a_flood_from_many_addresses_is_held_by_the_rounds_pace() {
    let host = host_with(Limits {
        round: Some(Pace {
            burst: 20,
            a_minute: 60,
        }),
        ..Limits::default()
    });
    let mut taken = 0;
    for n in 0..60 {
        let answer = send_from(&host, &format!("198.51.100.{n}"), n).await;
        match answer.status {
            StatusCode::CREATED => taken += 1,
            _ => drop(answer.refuses(429, "too_many")),
        }
    }
    // One more may have come with each second that the test took.
    assert!((20..=25).contains(&taken), "{taken}");
}

#[tokio::test]
async fn behind_a_proxy_the_last_forwarded_address_counts_and_nobody_can_forge_it() {
    let limits = Limits {
        address: Some(Pace {
            burst: 3,
            a_minute: 1,
        }),
        ..Limits::default()
    };
    let endpoint = Endpoint::new(Arc::new(InMemory::new()), PlannerToken::of(TOKEN)).with_limits(limits);
    let host = Host::of(endpoint.behind_proxy());
    let send = async |n: usize, forwarded: String| {
        let mut request = from("127.0.0.1", json_request(&path_of(&design(n)), design(n)));
        request
            .headers_mut()
            .insert("x-forwarded-for", forwarded.parse().unwrap());
        host.ask(request).await.status.as_u16()
    };
    for n in 0..3 {
        assert_eq!(send(n, format!("10.0.0.{n}, 203.0.113.7")).await, 201);
    }
    assert_eq!(send(3, "10.9.9.9, 203.0.113.7".into()).await, 429);
    assert_eq!(send(4, "203.0.113.7, 203.0.113.8".into()).await, 201);
    // With a port it is the same address, and what cannot be read is nobody of this machine.
    assert_eq!(send(5, "203.0.113.7:4711".into()).await, 429);
    for (n, status) in [(6, 201), (7, 201), (8, 201), (9, 429)] {
        assert_eq!(send(n, format!("no address {n}")).await, status);
    }
}

#[tokio::test]
async fn wrong_tokens_are_slowed_down_and_the_right_one_still_opens() {
    let host = host_with(Limits {
        guesses: Some(Pace {
            burst: 4,
            a_minute: 1,
        }),
        ..Limits::default()
    });
    let guess = async |token: &str| {
        let mut request = from(
            "203.0.113.7",
            request(axum::http::Method::GET, "/designs/", Body::empty()),
        );
        if !token.is_empty() {
            let value = format!("Bearer {token}").parse().unwrap();
            request.headers_mut().insert("authorization", value);
        }
        host.ask(request).await
    };
    for n in 0..4 {
        guess(&format!("guess-number-{n}-of-many"))
            .await
            .refuses(401, "not_the_planner");
    }
    guess("one-guess-more-than-that").await.refuses(429, "too_many");
    guess("").await.refuses(401, "not_the_planner");
    assert_eq!(guess(TOKEN).await.status, StatusCode::OK);
}

#[tokio::test]
async fn e54_a_full_quota_says_so_keeps_taking_what_is_there_and_recovers_without_a_restart() {
    let store: Arc<dyn ObjectStore> = Arc::new(InMemory::new());
    let size = design(0).len() as u64;
    let limits = Limits {
        bytes: Some(3 * size + size / 2),
        recount: Duration::ZERO,
        ..Limits::NONE
    };
    let endpoint = Endpoint::new(Arc::clone(&store), PlannerToken::of(TOKEN)).with_limits(limits);
    let host = Host::of(endpoint);
    for n in 0..3 {
        assert_eq!(host.send(&design(n)).await.status, StatusCode::CREATED);
        // What was there at the start is counted meanwhile.
        tokio::task::yield_now().await;
    }
    let full = host.send(&design(3)).await;
    full.refuses(507, "storage_full");
    assert_eq!(full.header("retry-after"), "60");
    host.send(&design(1)).await.refuses(412, "already_stored");
    store
        .delete(&Path::from(&path_of(&design(1))[1..]))
        .await
        .unwrap();
    assert_eq!(host.send(&design(3)).await.status, StatusCode::CREATED);
    host.send(&design(4)).await.refuses(507, "storage_full");
}

#[tokio::test]
async fn what_is_refused_takes_no_room() {
    let size = design(0).len() as u64;
    let host = host_with(Limits {
        bytes: Some(2 * size),
        recount: Duration::ZERO,
        ..Limits::NONE
    });
    for _ in 0..5 {
        host.put(&path_of(&design(1)), design(2))
            .await
            .refuses(422, "hash_mismatch");
        let sent = host.send(&design(0)).await.status.as_u16();
        tokio::task::yield_now().await;
        assert!([201, 412].contains(&sent));
    }
    assert_eq!(host.send(&design(1)).await.status, StatusCode::CREATED);
    host.send(&design(2)).await.refuses(507, "storage_full");
}

/// A host with room for two and a half designs, of which two are there, and whose next counts wait at a gate.
async fn counting() -> (Arc<Chaos<InMemory>>, Arc<Host>, Arc<Semaphore>) {
    let store = Arc::new(Chaos::new(InMemory::new()));
    let size = design(0).len() as u64;
    let limits = Limits {
        bytes: Some(2 * size + size / 2),
        recount: Duration::ZERO,
        ..Limits::NONE
    };
    let endpoint = Endpoint::new(Arc::clone(&store) as _, PlannerToken::of(TOKEN)).with_limits(limits);
    let host = Arc::new(Host::of(endpoint));
    for n in 0..2 {
        assert_eq!(host.send(&design(n)).await.status, StatusCode::CREATED);
        tokio::task::yield_now().await;
    }
    // Whatever was counted twice at the start is counted right before anything is refused.
    host.send(&design(2)).await.refuses(507, "storage_full");
    let gate = Arc::new(Semaphore::new(0));
    store.hold_lists(&gate);
    (store, host, gate)
}

async fn until_counting(store: &Chaos<InMemory>, lists: usize) {
    while store.lists() < lists {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn e54_while_the_room_is_counted_anew_nobody_else_waits_for_it() {
    let (store, host, gate) = counting().await;
    let before = store.lists();
    let large = {
        let host = Arc::clone(&host);
        tokio::spawn(async move { host.send(&design(3)).await.status.as_u16() })
    };
    until_counting(&store, before + 1).await;
    // One that fits is taken, and one that is there needs no room, though the count is under way.
    let small = br#"{"schema":"mulin.design/1","project":"beimen","draft":"0b"}"#;
    assert_eq!(host.send(small).await.status, StatusCode::CREATED);
    assert_eq!(store.lists(), before + 1);
    assert!(!large.is_finished());
    gate.add_permits(1);
    assert_eq!(large.await.unwrap(), 507);
}

#[tokio::test]
async fn e54_two_that_count_at_the_same_time_do_not_both_take_the_last_room() {
    let (store, host, gate) = counting().await;
    store
        .delete(&Path::from(&path_of(&design(1))[1..]))
        .await
        .unwrap();
    let before = store.lists();
    let send = |n: usize| {
        let host = Arc::clone(&host);
        tokio::spawn(async move { host.send(&design(n)).await.status.as_u16() })
    };
    let both = [send(3), send(4)];
    until_counting(&store, before + 2).await;
    gate.add_permits(2);
    let mut statuses = Vec::new();
    for one in both {
        statuses.push(one.await.unwrap());
    }
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 507]);
    gate.add_permits(100);
    // What one of them was refused for goes, and the next is taken: a wrong count is not for ever.
    store
        .delete(&Path::from(&path_of(&design(0))[1..]))
        .await
        .unwrap();
    assert_eq!(host.send(&design(5)).await.status, StatusCode::CREATED);
}
