//! F4: whichever call to the storage fails, in whatever way, the answer is success or an error and
//! nothing is ever half done.

use std::sync::Arc;

use axum::body::Body;
use axum::http::Method;
use mulin::cli::serve::{Endpoint, Guarantee, Limits, PlannerToken};
use mulin::design::stored::DesignName;
use object_store::ObjectStoreExt;
use object_store::memory::InMemory;
use object_store::path::Path;

use super::chaos::{Chaos, Fault};
use super::{Host, TOKEN, design, json_request, path_of, planner, request};

const FAULTS: [Fault; 5] = [
    Fault::Full,
    Fault::Broken,
    Fault::ReadOnly,
    Fault::Late,
    Fault::Panic,
];
/// More calls than any request makes.
const MOST: usize = 12;

struct World {
    chaos: Arc<Chaos<InMemory>>,
    host: Host,
}

impl World {
    /// Limits are kept, so that the quota's own calls fail too.
    fn new(guarantee: Guarantee) -> Self {
        let chaos = Arc::new(Chaos::new(InMemory::new()));
        if guarantee == Guarantee::Overwrites {
            chaos.forget_conditions();
        }
        let endpoint = Endpoint::new(chaos.clone(), PlannerToken::of(TOKEN)).with_guarantee(guarantee);
        let host = Host::of(endpoint.with_limits(Limits::default()));
        Self { chaos, host }
    }
    async fn stored(&self, path: &str) -> Option<Vec<u8>> {
        let key = Path::from(&path[1..]);
        self.chaos.fail_calls(&[]);
        match self.chaos.get(&key).await {
            Ok(found) => Some(found.bytes().await.unwrap().to_vec()),
            Err(_) => None,
        }
    }
}

/// Every way in which one call fails, and every pair of calls.
fn plans() -> Vec<Vec<(usize, Fault)>> {
    let mut plans = Vec::new();
    for first in 0..MOST {
        for fault in FAULTS {
            plans.push(vec![(first, fault)]);
            plans.extend((first + 1..MOST).map(|second| vec![(first, fault), (second, Fault::Broken)]));
        }
    }
    plans
}

#[tokio::test]
async fn f4_a_design_is_whole_or_absent_whichever_call_fails_and_sending_again_ends_it() {
    let mut failed = 0;
    for guarantee in [Guarantee::CreateOnly, Guarantee::Overwrites] {
        for before in [None, Some(design(1)), Some(b"damaged".to_vec())] {
            for plan in plans() {
                let world = World::new(guarantee);
                let path = path_of(&design(1));
                if let Some(before) = before.clone() {
                    world
                        .chaos
                        .put(&Path::from(&path[1..]), before.into())
                        .await
                        .unwrap();
                }
                world.chaos.fail_calls(&plan);
                let answer = world.host.send(&design(1)).await;
                let status = answer.status.as_u16();
                let there = world.stored(&path).await;
                let told = format!("{guarantee:?} {plan:?} {before:?}: {status}");
                assert!([201, 412, 500, 503, 507].contains(&status), "{told}");
                if status < 500 {
                    assert_eq!(there, Some(design(1)), "{told}");
                } else {
                    failed += 1;
                    let sound = there.is_none() || there == Some(design(1)) || there == before;
                    assert!(sound, "{told}");
                }
                let again = world.host.send(&design(1)).await.status.as_u16();
                assert!([201, 412].contains(&again), "{told}, then {again}");
                assert_eq!(world.stored(&path).await, Some(design(1)), "{told}");
                assert_eq!(world.host.listed().await.len(), 1, "{told}");
            }
        }
    }
    assert!(failed > 200, "only {failed} plans hit a call");
}

#[tokio::test]
async fn f4_a_reply_is_the_old_one_or_the_new_one_whichever_call_fails() {
    let (old, new) = (
        r#"{"schema":"mulin.reply/1","n":1}"#,
        r#"{"schema":"mulin.reply/1","n":2}"#,
    );
    let path = format!("/replies/{}.json", DesignName::of(b"1").receipt().compact());
    for guarantee in [Guarantee::CreateOnly, Guarantee::Overwrites] {
        for plan in plans() {
            let world = World::new(guarantee);
            world.host.ask(planner(json_request(&path, old))).await;
            world.chaos.fail_calls(&plan);
            let mut request = planner(json_request(&path, new));
            request.headers_mut().remove("if-none-match");
            let status = world.host.ask(request).await.status.as_u16();
            let there = world.stored(&path).await.unwrap();
            let expected: &[&str] = if status == 204 { &[new] } else { &[old, new] };
            assert!(
                expected.iter().any(|reply| reply.as_bytes() == there),
                "{plan:?}: {status}"
            );
            assert!([204, 500, 503, 507].contains(&status), "{plan:?}: {status}");
        }
    }
}

#[tokio::test]
async fn f4_a_list_is_whole_or_an_error_whichever_call_fails() {
    for plan in plans() {
        let world = World::new(Guarantee::CreateOnly);
        for n in 0..4 {
            world.host.send(&design(n)).await;
        }
        for path in ["/designs/", "/designs.ndjson"] {
            world.chaos.fail_calls(&plan);
            let asked = planner(request(Method::GET, path, Body::empty()));
            let Some((status, bytes)) = world.host.ask_for_all(asked).await else {
                continue; // It broke off, and so nobody takes a part for the whole.
            };
            if status == 200 {
                let count = String::from_utf8_lossy(&bytes).matches("mulin.design/1").count();
                let listed = String::from_utf8_lossy(&bytes).matches("\"mtime\"").count();
                assert_eq!(count.max(listed), 4, "{path} {plan:?}");
            } else {
                assert!([500, 503, 507].contains(&status), "{path} {plan:?}: {status}");
            }
        }
    }
}
