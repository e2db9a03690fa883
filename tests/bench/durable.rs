//! Durable designs a second with 64 in flight, held against bare object_store with fsync and against nginx with
//! `sync` added, in the same run: `make bench`, or
//! `cargo run --release --features cli --example bench_durable`. Prints JSON on stdout.

#![allow(clippy::unwrap_used)] // A measurement that cannot be taken may stop.
#![allow(dead_code)] // The helpers are those of tests/faults, of which this needs a part.

#[path = "../faults/client.rs"]
mod client;
#[path = "../faults/hosts.rs"]
mod hosts;
#[path = "../faults/nginx.rs"]
mod nginx;

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use object_store::local::LocalFileSystem;
use object_store::{ObjectStore, PutMode};

use client::{design, file_of, put};
use hosts::Bundled;
use nginx::Nginx;

const IN_FLIGHT: usize = 64;
const BYTES: usize = 4_000;
const ROUND: Duration = Duration::from_secs(2);
const ROUNDS: usize = 3;

/// So many threads do one thing over and over for a while; how often a second it was done.
fn rate(first: usize, one: impl Fn(usize) + Sync) -> f64 {
    let next = AtomicUsize::new(first);
    let began = Instant::now();
    std::thread::scope(|threads| {
        for _ in 0..IN_FLIGHT {
            threads.spawn(|| {
                while began.elapsed() < ROUND {
                    one(next.fetch_add(1, Ordering::Relaxed));
                }
            });
        }
    });
    (next.load(Ordering::Relaxed) - first) as f64 / began.elapsed().as_secs_f64()
}

/// What object_store does with fsync, without network, hash or parser.
fn bare(folder: &Path) -> impl Fn(usize) + Sync + use<> {
    let store: Arc<dyn ObjectStore> =
        Arc::new(LocalFileSystem::new_with_prefix(folder).unwrap().with_fsync(true));
    let runtime = tokio::runtime::Runtime::new().unwrap();
    move |n| {
        let bytes = design(n, BYTES);
        let key = object_store::path::Path::from(format!("designs/{}", file_of(&bytes)));
        let put = store.put_opts(&key, bytes.into(), PutMode::Create.into());
        runtime.block_on(put).unwrap();
    }
}

/// A host's own PUT. After that of nginx nothing is sure: no host that does more for a design can be much faster.
fn own_put(address: &str) -> impl Fn(usize) + Sync + use<> {
    let address = address.to_owned();
    move |n| assert_eq!(put(&address, &design(n, BYTES)).unwrap().status, 201)
}

/// nginx's own PUT, and then the `sync` of that file and folder which it lacks: what makes it as durable.
fn nginx_synced(host: &Nginx) -> impl Fn(usize) + Sync + use<> {
    let (address, folder) = (host.address.clone(), host.root.join("store/designs"));
    move |n| {
        let bytes = design(n, BYTES);
        assert_eq!(put(&address, &bytes).unwrap().status, 201);
        std::fs::File::open(folder.join(file_of(&bytes)))
            .unwrap()
            .sync_all()
            .unwrap();
        std::fs::File::open(&folder).unwrap().sync_all().unwrap();
    }
}

/// The middle one of some rates.
fn middle(mut rates: Vec<f64>) -> f64 {
    rates.sort_by(f64::total_cmp);
    rates[rates.len() / 2]
}

fn main() {
    let [own, other, third] = std::array::from_fn(|_| tempfile::tempdir().unwrap());
    let mut host = Bundled::on_disk(own.path());
    host.start();
    let mut nginx = Nginx::in_folder(third.path(), false);
    nginx.start();
    let (bundled, bare) = (own_put(&host.address), bare(other.path()));
    let (unsynced, synced) = (own_put(&nginx.address), nginx_synced(&nginx));
    let ways: [&(dyn Fn(usize) + Sync); 4] = [&bundled, &bare, &synced, &unsynced];
    let mut rates = ways.map(|_| Vec::new());
    for round in 0..ROUNDS {
        // In turns, so that what else the machine does falls on all alike; nginx is asked twice, for other designs.
        for (at, (way, rates)) in ways.iter().zip(&mut rates).enumerate() {
            rates.push(rate((round * ways.len() + at) * 1_000_000, way));
        }
    }
    let [bundled, bare, synced, unsynced] = rates.map(middle);
    let row = serde_json::json!({
        "bundled": bundled, "object_store": bare, "nginx_synced": synced, "nginx_unsynced": unsynced,
        "ratio_object_store": bundled / bare, "ratio_nginx": bundled / synced, "ratio_unsynced": unsynced / synced,
    });
    println!("{row:#}");
}
