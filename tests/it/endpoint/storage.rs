//! Keeping: races, a full disk, leftovers of a killed program, damage on the disk.

use std::sync::Arc;

use axum::http::StatusCode;
use futures::StreamExt;
use futures::future::join_all;
use mulin::cli::serve::{Endpoint, Guarantee, PlannerToken, StorePlace, folder_of, open_store, probe};
use mulin::design::stored::DesignName;
use object_store::ObjectStore;
use object_store::memory::InMemory;

use super::chaos::{Chaos, Fault};
use super::{Host, TOKEN, design, path_of};

async fn race(store: Arc<dyn ObjectStore>) {
    race_at(Host::over(store)).await;
}

async fn race_at(host: Host) {
    for n in 0..12 {
        let bytes = design(n);
        let answers = join_all((0..8).map(|_| host.send(&bytes))).await;
        let created = answers.iter().filter(|a| a.status == StatusCode::CREATED).count();
        let there = answers
            .iter()
            .filter(|a| a.status == StatusCode::PRECONDITION_FAILED)
            .count();
        assert_eq!((created, there), (1, 7), "design {n}");
    }
    assert_eq!(host.listed().await.len(), 12);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_eight_writers_of_one_name_exactly_one_creates_it_in_memory() {
    race(Arc::new(InMemory::new())).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_eight_writers_of_one_name_exactly_one_creates_it_on_the_disk() {
    let folder = tempfile::tempdir().unwrap();
    race(open_store(folder.path()).unwrap()).await;
}

#[tokio::test]
async fn what_a_killed_program_left_is_never_listed_or_served_and_swept_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let host = Host::over(open_store(folder.path()).unwrap());
    let bytes = design(1);
    host.send(&bytes).await;
    let name = DesignName::of(&bytes);
    let staged = folder.path().join(format!("designs/{name}.json#1"));
    std::fs::write(&staged, &bytes[..10]).unwrap();

    assert_eq!(host.listed().await, [format!("{name}.json")]);
    host.get(&format!("/designs/{name}.json%231"))
        .await
        .refuses(404, "not_found");
    let lines = host.get_as_planner("/designs.ndjson").await;
    assert_eq!(
        lines
            .bytes
            .split(|b| *b == b'\n')
            .filter(|line| !line.is_empty())
            .count(),
        1
    );

    open_store(folder.path()).unwrap();
    assert!(!staged.exists());
    assert_eq!(host.get(&path_of(&bytes)).await.bytes, bytes);
}

#[tokio::test]
async fn what_the_disk_changed_is_set_aside_and_mended_by_sending_again() {
    let folder = tempfile::tempdir().unwrap();
    let host = Host::over(open_store(folder.path()).unwrap());
    let bytes = design(1);
    host.send(&bytes).await;
    let file = folder.path().join(&path_of(&bytes)[1..]);
    std::fs::write(&file, "{}").unwrap();

    host.get(&path_of(&bytes)).await.refuses(404, "set_aside");
    assert!(host.get_as_planner("/designs.ndjson").await.bytes.is_empty());
    assert_eq!(host.send(&bytes).await.status, StatusCode::CREATED);
    assert_eq!(host.get(&path_of(&bytes)).await.bytes, bytes);
}

#[tokio::test]
async fn a_full_disk_and_a_failing_one_are_told_apart_and_leave_nothing() {
    for (fault, status, code) in [
        (Fault::Full, 507, "storage_full"),
        (Fault::Broken, 503, "storage_unavailable"),
        (Fault::ReadOnly, 503, "storage_unavailable"),
    ] {
        let chaos = Arc::new(Chaos::new(InMemory::new()));
        let host = Host::over(chaos.clone());
        chaos.fail_writes(Some(fault));
        let answer = host.send(&design(1)).await;
        answer.refuses(status, code);
        assert_eq!(answer.header("retry-after"), "60");
        chaos.fail_writes(None);
        host.get(&path_of(&design(1))).await.refuses(404, "not_found");
        assert_eq!(host.send(&design(1)).await.status, StatusCode::CREATED);
    }
}

#[tokio::test]
async fn e59_the_probe_tells_a_store_that_overwrites_from_one_that_does_not_and_leaves_nothing() {
    assert_eq!(probe(&InMemory::new()).await.unwrap(), Guarantee::CreateOnly);
    let folder = tempfile::tempdir().unwrap();
    let disk = open_store(folder.path()).unwrap();
    assert_eq!(probe(&*disk).await.unwrap(), Guarantee::CreateOnly);
    let chaos = Chaos::new(InMemory::new());
    chaos.forget_conditions();
    assert_eq!(probe(&chaos).await.unwrap(), Guarantee::Overwrites);
    for store in [&*disk, &chaos as &dyn ObjectStore] {
        assert_eq!(store.list(None).count().await, 0);
    }
    chaos.fail_writes(Some(Fault::ReadOnly));
    assert!(probe(&chaos).await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn e50_over_a_store_that_overwrites_one_writer_of_a_name_still_wins() {
    let chaos = Chaos::new(InMemory::new());
    chaos.forget_conditions();
    let endpoint =
        Endpoint::new(Arc::new(chaos), PlannerToken::of(TOKEN)).with_guarantee(Guarantee::Overwrites);
    race_at(Host::of(endpoint)).await;
}

#[test]
fn a_store_is_named_by_a_file_address_or_a_path() {
    assert_eq!(folder_of("file:///a/b").unwrap(), std::path::Path::new("/a/b"));
    assert_eq!(folder_of("file:///a%20b").unwrap(), std::path::Path::new("/a b"));
    assert_eq!(folder_of("data").unwrap(), std::path::Path::new("data"));
    assert_eq!(
        folder_of("s3://bucket/prefix").unwrap_err().0.key,
        "cli-store-not-s3"
    );
    let bucket = |bucket: &str, prefix: &str| StorePlace::Bucket {
        bucket: bucket.to_owned(),
        prefix: prefix.to_owned(),
    };
    assert_eq!(StorePlace::read("s3://b").unwrap(), bucket("b", ""));
    assert_eq!(StorePlace::read("s3://b/x/y/").unwrap(), bucket("b", "x/y"));
    for wrong in ["s3://", "s3:///x", "s3://a b/x", "file://host/x"] {
        assert_eq!(
            StorePlace::read(wrong).unwrap_err().0.key,
            "cli-store-unknown",
            "{wrong}"
        );
    }
    assert_eq!(folder_of("ftp://host").unwrap_err().0.key, "cli-store-unknown");
    assert_eq!(folder_of("").unwrap_err().0.key, "cli-store-unknown");
}

#[test]
fn a_token_is_made_once_kept_private_and_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("deep/token");
    PlannerToken::kept_at(&file).unwrap();
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.trim().len() >= 32, "128 bits or more");
    let opens = |shown: &str| {
        let mut headers = axum::http::HeaderMap::new();
        headers.insert("authorization", shown.parse().unwrap());
        PlannerToken::kept_at(&file).unwrap().opens(&headers)
    };
    assert!(opens(&format!("Bearer {}", text.trim())));
    assert!(opens(&format!("bearer {}", text.trim())));
    for wrong in [
        "",
        "Bearer",
        "Bearer ",
        "Basic eDp5",
        text.trim(),
        &format!("Bearer {}x", text.trim()),
    ] {
        assert!(!opens(wrong), "{wrong}");
    }
    std::fs::write(&file, "short\n").unwrap();
    assert_eq!(
        PlannerToken::kept_at(&file).map(|_| ()).unwrap_err().0.key,
        "cli-token-too-short"
    );
    std::fs::write(&file, [0xff, 0xfe]).unwrap();
    assert_eq!(
        PlannerToken::kept_at(&file).map(|_| ()).unwrap_err().0.key,
        "cli-token-unreadable"
    );
}

#[cfg(unix)]
#[test]
fn only_its_owner_can_read_the_token() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("token");
    PlannerToken::kept_at(&file).unwrap();
    assert_eq!(
        std::fs::metadata(&file).unwrap().permissions().mode() & 0o777,
        0o600
    );
}
