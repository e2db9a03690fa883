//! Plain nginx with the configuration of docs/nginx.conf.

use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::client::TOKEN;
use crate::hosts::{free_port, need, until_up};

const CONFIGURATION: &str = include_str!("../../docs/nginx.conf");

pub struct Nginx {
    pub address: String,
    pub root: PathBuf,
    program: String,
    child: Option<Child>,
}

fn is_root() -> bool {
    Command::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|out| out.stdout.starts_with(b"0"))
}

impl Nginx {
    /// Lays out a folder as the configuration says. The limits on one address are lifted where a test is a crowd
    /// that no meeting hall holds.
    pub fn in_folder(root: &Path, limits: bool) -> Self {
        let program = need("nginx", "nginx");
        for part in ["store/designs", "store/replies", "store/app", "tmp", "logs"] {
            std::fs::create_dir_all(root.join(part)).unwrap();
        }
        std::fs::write(root.join("planner.map"), format!("\"Bearer {TOKEN}\" 1;\n")).unwrap();
        std::fs::write(root.join("store/app/index.html"), "<!doctype html>").unwrap();
        let address = format!("127.0.0.1:{}", free_port());
        let mut text = CONFIGURATION.to_owned();
        let mut replace = |from: &str, to: &str| {
            assert!(text.contains(from), "docs/nginx.conf has no '{from}'");
            text = text.replace(from, to);
        };
        replace("listen 127.0.0.1:8089;", &format!("listen {address};"));
        if !limits {
            replace("rate=2r/s", "rate=1000000r/s");
            replace("limit_conn connections 200;", "limit_conn connections 20000;");
        }
        if is_root() {
            // Whoever nginx works as must reach the folder, and own what it writes to.
            let path = root.to_str().unwrap();
            let own = format!("chmod 755 {path} && chown -R www-data {path}/store {path}/tmp");
            assert!(Command::new("sh").args(["-c", &own]).status().unwrap().success());
        } else {
            replace("user www-data;", "");
        }
        std::fs::write(root.join("nginx.conf"), text).unwrap();
        Self {
            address,
            root: root.to_owned(),
            program,
            child: None,
        }
    }
    pub fn start(&mut self) {
        let child = Command::new(&self.program)
            .arg("-p")
            .arg(&self.root)
            .args(["-c", "nginx.conf", "-e", "logs/error.log"])
            // A group of its own, which is killed whole; and nothing of ours, which a worker that outlived it would hold
            // open, so that whoever reads what the tests say waited for ever.
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        self.child = Some(child);
        until_up(&self.address);
    }
    /// The processes that do the work.
    fn workers(&self) -> Vec<String> {
        let Some(child) = &self.child else {
            return Vec::new();
        };
        let file = format!("/proc/{0}/task/{0}/children", child.id());
        let text = std::fs::read_to_string(file).unwrap_or_default();
        text.split_whitespace().map(str::to_owned).collect()
    }
    /// Kills the worker; the master starts another.
    pub fn kill_worker(&self) {
        for id in self.workers() {
            let _ = Command::new("kill")
                .args(["-9", &id])
                .stderr(Stdio::null())
                .status();
        }
    }
    /// Kills everything, a worker among it that the master is starting at this moment.
    pub fn kill(&mut self) {
        if let Some(mut child) = self.child.take() {
            let _ = Command::new("kill")
                .args(["-9", "--", &format!("-{}", child.id())])
                .stderr(Stdio::null())
                .status();
            let _ = child.wait();
        }
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        self.kill();
    }
}
