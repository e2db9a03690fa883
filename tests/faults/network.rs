//! F6: two thousand clients, each the real outbox, through a network with eight kinds of fault.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use mulin::design::stored::DesignName;
use mulin::submission::{Answer, Effect, Event, Heard, Outbox, Reason, classify};

use super::chance::Chance;
use super::client::{Reply, design, file_of, get, listed, path_of, put};
use super::hosts::Bundled;
use super::nginx::Nginx;
use super::night::count;
use super::proxy::{KINDS, Proxy};

/// Of a hundred requests so many meet a fault.
const FAULTS: usize = 55;
const WORKERS: usize = 16;

/// One phone: its outbox, a clock of its own that jumps to the next thing due, and what it called received.
struct Phone<'a> {
    address: &'a str,
    outbox: Outbox,
    now: u64,
    chance: Chance,
    designs: Vec<Vec<u8>>,
    settled: Vec<DesignName>,
    requests: usize,
}

impl Phone<'_> {
    fn bytes(&self, name: &DesignName) -> &[u8] {
        self.designs
            .iter()
            .find(|bytes| DesignName::of(bytes) == *name)
            .unwrap()
    }
    fn tell(&mut self, event: Event) -> Vec<Effect> {
        let chance = self.chance.below(1_000) as f64 / 1_000.0;
        let (next, effects) = std::mem::take(&mut self.outbox).step(self.now, chance, event);
        self.outbox = next;
        effects
    }
    /// Goes on until everything is received.
    fn live(&mut self) {
        let names: Vec<DesignName> = self.designs.iter().map(|bytes| DesignName::of(bytes)).collect();
        let mut effects = Vec::new();
        for name in names {
            effects.extend(self.tell(Event::Taken(name, None)));
            // A double tap, or a page that was started anew, takes it once more.
            effects.extend(self.tell(Event::Taken(name, None)));
        }
        while self.settled.len() < self.designs.len() {
            let mut wake = None;
            for effect in std::mem::take(&mut effects) {
                match effect {
                    Effect::Put(name) => {
                        self.requests += 1;
                        let answer = heard(&name, put(self.address, self.bytes(&name)));
                        effects.extend(self.tell(Event::Answered(name, answer)));
                    }
                    Effect::ReadBack(name) => {
                        self.requests += 1;
                        let there = get(self.address, &path_of(self.bytes(&name)));
                        let same = there.map(|there| there.body == self.bytes(&name));
                        effects.extend(self.tell(Event::ReadBack(name, same)));
                    }
                    Effect::Settle(name) => self.settled.push(name),
                    Effect::Wake(at) => wake = Some(at),
                    other => panic!("{other:?}: a sound design was refused"),
                }
            }
            if effects.is_empty() && self.settled.len() < self.designs.len() {
                self.now = wake.expect("something waits, and nothing is due");
                effects = self.tell(Event::Woken);
            }
            assert!(self.requests < 2_000, "it never gets through");
        }
    }
}

fn heard(name: &DesignName, reply: Option<Reply>) -> Answer {
    let Some(reply) = reply else {
        return Answer::Later(Reason::NoNetwork, 0);
    };
    classify(
        name,
        &Heard {
            status: reply.status,
            kind: reply.header("content-type").to_owned(),
            etag: reply.header("etag").to_owned(),
            code: reply.code(),
            retry_after: reply.header("retry-after").parse().ok(),
        },
    )
}

/// Sends the designs of so many phones through the proxy to an endpoint, and holds its list against them.
fn through(endpoint: &str, phones: usize, test: &str) {
    let proxy = Proxy::before(endpoint, Chance::of(test), FAULTS);
    let (next, requests) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let settled = Mutex::new(Vec::new());
    std::thread::scope(|threads| {
        for _ in 0..WORKERS {
            threads.spawn(|| {
                loop {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    if n >= phones {
                        return;
                    }
                    // Every fourth phone draws two, and neighbours share one that a family sent from two phones.
                    let mut designs = vec![design(n - usize::from(n % 10 == 9), 400 + n % 3_000)];
                    if n % 10 == 9 {
                        designs = vec![design(n - 1, 400 + (n - 1) % 3_000)];
                    } else if n % 4 == 0 {
                        designs.push(design(1_000_000 + n, 600));
                    }
                    let mut phone = Phone {
                        address: &proxy.address,
                        outbox: Outbox::default(),
                        now: 0,
                        chance: Chance::from(n as u64),
                        designs,
                        settled: Vec::new(),
                        requests: 0,
                    };
                    phone.live();
                    requests.fetch_add(phone.requests, Ordering::Relaxed);
                    settled
                        .lock()
                        .unwrap()
                        .extend(phone.designs.iter().map(|bytes| file_of(bytes)));
                }
            });
        }
    });
    let mut settled = settled.into_inner().unwrap();
    settled.sort_unstable();
    settled.dedup();
    assert_eq!(listed(endpoint), settled, "lost or doubled");
    let met = proxy.met();
    println!(
        "{test}: {phones} clients, {} designs, {} requests, faults {KINDS:?} {met:?}",
        settled.len(),
        requests.load(Ordering::Relaxed)
    );
    assert!(
        met.iter().all(|times| *times > phones / 40),
        "a kind of fault was hardly met: {met:?}"
    );
}

#[test]
fn f6_two_thousand_clients_through_a_bad_network_none_lost_none_doubled() {
    let root = tempfile::tempdir().unwrap();
    let mut host = Bundled::on_disk(root.path());
    host.start();
    through(&host.address, count(2_000, 50_000), "F6 bundled");
    // What was delivered through a cut body is nowhere, in no form.
    assert_eq!(
        super::hosts::program()
            .args(["verify", &host.store])
            .output()
            .unwrap()
            .status
            .code(),
        Some(0)
    );
}

#[test]
fn f6_four_hundred_clients_to_plain_nginx_through_a_bad_network_none_lost_none_doubled() {
    let root = tempfile::tempdir().unwrap();
    let mut host = Nginx::in_folder(root.path(), false);
    host.start();
    through(&host.address, count(400, 10_000), "F6 nginx");
}
