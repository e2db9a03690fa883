//! F21 by night: Garage, a real distributed store: three nodes on one machine, of which one is killed. It overwrites
//! in silence whatever is asked, so it shows that designs are safe where nothing but their names guards them.
//!
//! `make soak` installs Garage into `.tools/`; nothing of it is shipped. Without `SOAK` nothing of this is run.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::client::{design, file_of, get, listed, path_of, put};
use super::contract::keeps_the_contract;
use super::hosts::{BUNDLED, Bundled, free_port};
use super::night::is_soak;

const KEY: &str = "GK0123456789abcdef01234567";
const SECRET: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

/// Three nodes, each in a zone of its own, each with a copy of everything.
struct Garage {
    root: PathBuf,
    nodes: Vec<Option<Child>>,
    /// The ports on which the nodes speak S3.
    s3: Vec<u16>,
}

fn program() -> String {
    let own = concat!(env!("CARGO_MANIFEST_DIR"), "/.tools/bin/garage");
    std::env::var("GARAGE").unwrap_or_else(|_| own.to_owned())
}

impl Garage {
    fn start(root: &Path) -> Self {
        let mut garage = Self {
            root: root.to_owned(),
            nodes: Vec::new(),
            s3: Vec::new(),
        };
        for n in 0..3 {
            let (rpc, s3) = (free_port(), free_port());
            let folder = garage.folder(n);
            std::fs::create_dir_all(&folder).unwrap();
            let text = format!(
                "metadata_dir = \"{0}/meta\"\ndata_dir = \"{0}/data\"\ndb_engine = \"lmdb\"\nreplication_factor = 3\n\
                 rpc_bind_addr = \"127.0.0.1:{rpc}\"\nrpc_public_addr = \"127.0.0.1:{rpc}\"\nrpc_secret = \"{SECRET}\"\n\
                 [s3_api]\ns3_region = \"us-east-1\"\napi_bind_addr = \"127.0.0.1:{s3}\"\nroot_domain = \".s3.local\"\n",
                folder.display()
            );
            std::fs::write(folder.join("garage.toml"), text).unwrap();
            garage.s3.push(s3);
            garage.nodes.push(None);
            garage.run(n);
        }
        let ids: Vec<String> = (0..3).map(|n| garage.until(n, &["node", "id", "-q"])).collect();
        for id in &ids[1..] {
            garage.until(0, &["node", "connect", id]);
        }
        for (n, id) in ids.iter().enumerate() {
            let (node, zone) = (id.split('@').next().unwrap(), format!("z{n}"));
            garage.until(0, &["layout", "assign", "-z", &zone, "-c", "1G", node]);
        }
        garage.until(0, &["layout", "apply", "--version", "1"]);
        garage.until(0, &["key", "import", "--yes", KEY, SECRET, "-n", "tests"]);
        garage.until(0, &["bucket", "create", "bucket"]);
        garage.until(
            0,
            &["bucket", "allow", "--read", "--write", "bucket", "--key", "tests"],
        );
        garage
    }
    fn folder(&self, n: usize) -> PathBuf {
        self.root.join(format!("node-{n}"))
    }
    fn run(&mut self, n: usize) {
        let mut command = Command::new(program());
        command
            .arg("-c")
            .arg(self.folder(n).join("garage.toml"))
            .arg("server");
        let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        self.nodes[n] = Some(child.expect("Garage is missing: make soak installs it"));
    }
    fn kill(&mut self, n: usize) {
        if let Some(mut node) = self.nodes[n].take() {
            node.kill().unwrap();
            node.wait().unwrap();
        }
    }
    /// Asks a node until it does as it is told, as it takes some time to know of the others.
    fn until(&self, n: usize, args: &[&str]) -> String {
        let began = Instant::now();
        loop {
            let mut command = Command::new(program());
            command
                .arg("-c")
                .arg(self.folder(n).join("garage.toml"))
                .args(args);
            let done = command.output().unwrap();
            if done.status.success() {
                return String::from_utf8(done.stdout).unwrap().trim().to_owned();
            }
            let said = String::from_utf8_lossy(&done.stderr);
            assert!(
                began.elapsed() < Duration::from_secs(60),
                "garage {args:?}: {said}"
            );
            std::thread::sleep(Duration::from_millis(200));
        }
    }
    /// Waits until a node sees all three.
    fn until_whole(&self, n: usize) {
        let began = Instant::now();
        while self.until(n, &["status"]).contains("FAILED NODES") {
            assert!(
                began.elapsed() < Duration::from_secs(60),
                "{}",
                self.until(n, &["status"])
            );
            std::thread::sleep(Duration::from_millis(200));
        }
    }
    /// The bundled endpoint over what a node gives.
    fn endpoint(&self, n: usize, root: &Path) -> Bundled {
        let mut bundled = Bundled::over("s3://bucket/round-1", root);
        bundled.variables = [
            ("AWS_ENDPOINT", format!("http://127.0.0.1:{}", self.s3[n])),
            ("AWS_REGION", "us-east-1".to_owned()),
            ("AWS_ACCESS_KEY_ID", KEY.to_owned()),
            ("AWS_SECRET_ACCESS_KEY", SECRET.to_owned()),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .to_vec();
        bundled
    }
}

impl Drop for Garage {
    fn drop(&mut self) {
        (0..3).for_each(|n| self.kill(n));
    }
}

#[test]
fn f21_the_contract_is_kept_on_three_nodes_of_garage_of_which_one_is_killed() {
    if !is_soak() {
        println!("F21: Garage is for the night: make soak");
        return;
    }
    let root = tempfile::tempdir().unwrap();
    let mut garage = Garage::start(root.path());
    let log = root.path().join("log");
    let mut host = garage.endpoint(0, root.path());
    host.log = Some(log.clone());
    host.start();
    let said = std::fs::read_to_string(&log).unwrap();
    assert!(said.contains("overwrites in silence"), "E59: {said}");
    keeps_the_contract(&host.address, BUNDLED);

    // One of three dies in the middle of sending, and comes back: two of three are enough.
    let mut names: Vec<String> = listed(&host.address);
    for n in 200..400 {
        if n == 250 {
            garage.kill(2);
        }
        if n == 350 {
            garage.run(2);
        }
        let bytes = design(n, 4_000);
        let mut answer = put(&host.address, &bytes);
        while answer
            .as_ref()
            .is_none_or(|answer| ![201, 412].contains(&answer.status))
        {
            answer = put(&host.address, &bytes);
        }
        names.push(file_of(&bytes));
    }
    names.sort_unstable();
    assert_eq!(listed(&host.address), names);
    // Read through another node, with the one that took everything killed.
    host.kill();
    garage.until_whole(1);
    garage.kill(0);
    let mut other = garage.endpoint(1, root.path());
    other.log = Some(log);
    other.start();
    assert_eq!(listed(&other.address), names);
    for n in 200..400 {
        let bytes = design(n, 4_000);
        assert_eq!(get(&other.address, &path_of(&bytes)).unwrap().body, bytes, "{n}");
    }
    println!(
        "F21: the contract, then 200 designs while a node was killed: {} in all, 0 lost",
        names.len()
    );
}
