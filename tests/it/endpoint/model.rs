//! F22: random users, random faults and three hosts, held against a reference model. Time is that of the
//! outboxes, so that nothing waits. `SEED` replays a run, `SOAK` takes the count of the night.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use axum::body::{Body, Bytes};
use futures::stream;
use mulin::cli::chance::Chance;
use mulin::cli::serve::{Endpoint, Guarantee, PlannerToken};
use mulin::design::stored::DesignName;
use mulin::submission::{Answer, Effect, Event, Heard, Outbox, Phase, Reason, classify};
use object_store::ObjectStoreExt;
use object_store::memory::InMemory;
use object_store::path::Path;

use super::chaos::{Chaos, Fault};
use super::{Host, TOKEN, json_request, path_of};
use crate::night::count;

const STEPS: usize = 200;

/// The three hosts of the contract.
#[derive(Clone, Copy, Debug)]
enum Kind {
    Disk,
    Overwriting,
    Nginx,
}

/// A host, and what it keeps.
struct Served {
    kind: Kind,
    store: Arc<Chaos<InMemory>>,
    host: Host,
}

impl Served {
    fn new(kind: Kind) -> Self {
        let store = Arc::new(Chaos::new(InMemory::new()));
        if matches!(kind, Kind::Overwriting) {
            store.forget_conditions();
        }
        let host = Self::started(kind, &store);
        Self { kind, store, host }
    }
    fn started(kind: Kind, store: &Arc<Chaos<InMemory>>) -> Host {
        let guarantee = match kind {
            Kind::Overwriting => Guarantee::Overwrites,
            Kind::Disk | Kind::Nginx => Guarantee::CreateOnly,
        };
        let endpoint = Endpoint::new(store.clone(), PlannerToken::of(TOKEN));
        Host::of(endpoint.with_guarantee(guarantee))
    }
    async fn stored(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        let found = self.store.get(&Path::from(&path_of(bytes)[1..])).await.ok()?;
        Some(found.bytes().await.unwrap().to_vec())
    }
    /// What a PUT is answered. nginx looks at nothing but whether the file is there, and proves nothing.
    async fn put(&self, bytes: &[u8], cut: bool) -> Heard {
        if matches!(self.kind, Kind::Nginx) {
            let status = match self.stored(bytes).await {
                _ if cut => 400,
                Some(_) => 412,
                None => match self
                    .store
                    .put(&Path::from(&path_of(bytes)[1..]), bytes.to_vec().into())
                    .await
                {
                    Ok(_) => 201,
                    Err(_) => 500,
                },
            };
            return Heard {
                status,
                ..Heard::default()
            };
        }
        let body = if cut {
            let half = Ok(Bytes::copy_from_slice(&bytes[..bytes.len() / 2]));
            Body::from_stream(stream::iter([half, Err(std::io::Error::other("cut"))]))
        } else {
            Body::from(bytes.to_vec())
        };
        let answer = self.host.ask(json_request(&path_of(bytes), body)).await;
        let problem: serde_json::Value = serde_json::from_slice(&answer.bytes).unwrap_or_default();
        Heard {
            status: answer.status.as_u16(),
            kind: answer.header("content-type").to_owned(),
            etag: answer.header("etag").to_owned(),
            code: problem["code"].as_str().unwrap_or_default().to_owned(),
            retry_after: answer.header("retry-after").parse().ok(),
        }
    }
}

/// The reference: what was submitted, and what its author was told is received.
#[derive(Default)]
struct Model {
    submitted: BTreeMap<DesignName, Vec<u8>>,
    received: BTreeSet<DesignName>,
}

/// A user: an outbox, and what the device keeps through a restart.
#[derive(Default)]
struct User {
    outbox: Outbox,
    now: u64,
    kept: Vec<DesignName>,
}

struct World {
    served: Served,
    users: Vec<User>,
    /// Requests on their way, of whom and which.
    on_the_way: Vec<(usize, Effect)>,
    /// Requests whose sender gave up hearing; they may still arrive.
    stray: Vec<DesignName>,
    model: Model,
    random: Chance,
}

impl World {
    fn tell(&mut self, who: usize, event: Event) {
        let user = &mut self.users[who];
        let chance = self.random.below(1_000) as f64 / 1_000.0;
        let (next, effects) = std::mem::take(&mut user.outbox).step(user.now, chance, event);
        user.outbox = next;
        for effect in effects {
            match effect {
                Effect::Put(_) | Effect::ReadBack(_) => self.on_the_way.push((who, effect)),
                Effect::Settle(name) => {
                    user.kept.retain(|kept| *kept != name);
                    self.model.received.insert(name);
                }
                Effect::Wake(_) => {}
                other => panic!("{other:?}: a sound design was refused"),
            }
        }
    }
    fn submit(&mut self, who: usize) {
        // Now and then two people send the same bytes, as from one file.
        let known = self.model.submitted.len();
        let n = if known > 0 && self.random.below(10) == 0 {
            self.random.below(known)
        } else {
            known
        };
        let bytes = super::design(n);
        let name = DesignName::of(&bytes);
        self.model.submitted.insert(name, bytes);
        self.users[who].kept.push(name);
        self.tell(who, Event::Taken(name, None));
    }
    /// A request meets its fate.
    async fn arrive(&mut self, at: usize, fate: usize) {
        let (who, effect) = self.on_the_way.swap_remove(at);
        let lost = Answer::Later(Reason::NoNetwork, 0);
        match effect {
            Effect::Put(name) => {
                let bytes = self.model.submitted[&name].clone();
                let answer = match fate {
                    0 => lost,
                    1 => {
                        self.served.put(&bytes, false).await;
                        lost
                    }
                    2 => {
                        self.stray.push(name);
                        lost
                    }
                    3 => {
                        self.served.put(&bytes, false).await;
                        classify(&name, &self.served.put(&bytes, false).await)
                    }
                    4 => classify(&name, &self.served.put(&bytes, true).await),
                    5 => portal(&name),
                    _ => classify(&name, &self.served.put(&bytes, false).await),
                };
                self.tell(who, Event::Answered(name, answer));
            }
            Effect::ReadBack(name) => {
                let there = self.served.stored(&self.model.submitted[&name]).await;
                let same = match fate {
                    0 => None,
                    5 => Some(false),
                    _ => Some(there.as_ref() == self.model.submitted.get(&name)),
                };
                self.tell(who, Event::ReadBack(name, same));
            }
            _ => {}
        }
    }
    async fn step(&mut self) {
        let who = self.random.below(self.users.len());
        match self.random.below(20) {
            0..=2 => self.submit(who),
            3..=9 if !self.on_the_way.is_empty() => {
                let (at, fate) = (self.random.below(self.on_the_way.len()), self.random.below(10));
                self.arrive(at, fate).await;
            }
            10 if !self.stray.is_empty() => {
                let at = self.random.below(self.stray.len());
                let name = self.stray.swap_remove(at);
                self.served.put(&self.model.submitted[&name], false).await;
            }
            11..=14 => {
                self.users[who].now += self.random.bits() % 400_000;
                self.tell(who, Event::Woken);
            }
            15 => self.tell(who, Event::Online),
            // The page is closed and opened: what was on the way is heard by nobody.
            16 => {
                self.on_the_way.retain(|(of, _)| *of != who);
                self.users[who].outbox = Outbox::default();
                for name in self.users[who].kept.clone() {
                    self.tell(who, Event::Taken(name, None));
                }
            }
            17 => {
                let faults = [Fault::Full, Fault::Broken, Fault::ReadOnly, Fault::Late];
                let fault = faults[self.random.below(faults.len())];
                self.served.store.fail_calls(&[(self.random.below(3), fault)]);
            }
            18 => self.served.host = Served::started(self.served.kind, &self.served.store),
            _ => {
                let full = self.random.below(3) == 0;
                self.served.store.fail_writes(full.then_some(Fault::Full));
            }
        }
    }
    /// What holds at every moment.
    async fn check(&self) {
        self.served.store.fail_calls(&[]);
        for name in &self.model.received {
            let bytes = &self.model.submitted[name];
            assert_eq!(
                self.served.stored(bytes).await.as_ref(),
                Some(bytes),
                "{name} was called received"
            );
        }
        for user in &self.users {
            for name in &user.kept {
                let phase = user.outbox.item(name).map(|item| &item.phase);
                assert!(
                    matches!(
                        phase,
                        Some(Phase::Waiting { .. } | Phase::Sending { .. } | Phase::Delivered)
                    ),
                    "{name}: {phase:?}"
                );
            }
        }
    }
    /// In the end all is well: everything arrives.
    async fn settle(&mut self) {
        self.served.store.fail_writes(None);
        self.served.store.fail_calls(&[]);
        for _ in 0..60 {
            while !self.on_the_way.is_empty() {
                self.arrive(0, 9).await;
            }
            for who in 0..self.users.len() {
                self.users[who].now += 500_000;
                self.tell(who, Event::Woken);
            }
        }
    }
}

fn portal(name: &DesignName) -> Answer {
    let page = Heard {
        status: 200,
        kind: "text/html".to_owned(),
        ..Heard::default()
    };
    classify(name, &page)
}

#[tokio::test]
async fn f22_whatever_users_networks_and_hosts_do_the_store_is_what_the_model_says() {
    let given = std::env::var("SEED").ok().and_then(|seed| seed.parse().ok());
    let seed: u64 = given.unwrap_or(20_261_129);
    let runs = count(300, 20_000);
    println!("F22: SEED={seed}");
    let (mut submitted, mut settled_early) = (0, 0);
    for run in 0..runs {
        let kind = [Kind::Disk, Kind::Overwriting, Kind::Nginx][run % 3];
        let mut random = Chance::new(seed.wrapping_add(run as u64));
        let users = 1 + random.below(5);
        let mut world = World {
            served: Served::new(kind),
            users: (0..users).map(|_| User::default()).collect(),
            on_the_way: Vec::new(),
            stray: Vec::new(),
            model: Model::default(),
            random,
        };
        for step in 0..STEPS {
            world.step().await;
            if step % 10 == 9 {
                world.check().await;
            }
        }
        settled_early += world.model.received.len();
        world.settle().await;
        world.check().await;
        let all: BTreeSet<DesignName> = world.model.submitted.keys().copied().collect();
        assert_eq!(
            world.model.received, all,
            "run {run} on {kind:?}: not received in the end"
        );
        assert_eq!(
            world.served.host.listed().await.len(),
            all.len(),
            "run {run} on {kind:?}: lost or doubled"
        );
        submitted += all.len();
    }
    println!("F22: {runs} runs, {submitted} designs, {settled_early} received amid the faults");
    assert!(
        settled_early > submitted / 4,
        "the faults let hardly anything through"
    );
}
