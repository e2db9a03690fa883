//! The bundled endpoint as a process, and what all hosts have in common.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::client::{self, TOKEN};

/// What a host promises beyond storing: the contract allows each, and the suite asks for no more than it has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Promises {
    /// It holds names against bytes, and looks whether they are a design.
    pub reads: bool,
    /// Its answers name the bytes.
    pub proves: bool,
    /// Of several writers at one moment exactly one creates.
    pub one_winner: bool,
}

pub const BUNDLED: Promises = Promises {
    reads: true,
    proves: true,
    one_winner: true,
};
pub const NGINX: Promises = Promises {
    reads: false,
    proves: false,
    one_winner: false,
};

/// The program under test, in English whatever the machine speaks.
pub fn program() -> Command {
    let built = option_env!("CARGO_BIN_EXE_mulin").unwrap_or("target/release/mulin");
    let path = std::env::var("MULIN").unwrap_or_else(|_| built.to_owned());
    let mut program = Command::new(path);
    program.env("LC_ALL", "en_GB.UTF-8");
    program
}

/// A port that nobody holds at this moment.
pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}

/// How a bundled endpoint is started; it can be killed and started again at the same address.
pub struct Bundled {
    pub address: String,
    pub store: String,
    pub token_file: PathBuf,
    pub more: Vec<String>,
    pub variables: Vec<(String, String)>,
    pub log: Option<PathBuf>,
    /// What stands before the program on its command line: strace and the like.
    pub under: Vec<String>,
    child: Option<Child>,
}

impl Bundled {
    /// Over a folder.
    pub fn on_disk(root: &Path) -> Self {
        Self::over(&format!("file://{}", root.join("store").display()), root)
    }
    /// Over a store; its token lies in `root`.
    pub fn over(store: &str, root: &Path) -> Self {
        let token_file = root.join("token");
        std::fs::write(&token_file, TOKEN).unwrap();
        Self {
            address: format!("127.0.0.1:{}", free_port()),
            store: store.to_owned(),
            token_file,
            more: Vec::new(),
            variables: Vec::new(),
            log: None,
            under: Vec::new(),
            child: None,
        }
    }
    pub fn start(&mut self) {
        let program = program();
        let mut command = match self.under.split_first() {
            None => program,
            Some((first, rest)) => {
                let mut command = Command::new(first);
                command
                    .args(rest)
                    .arg(program.get_program())
                    .env("LC_ALL", "en_GB.UTF-8");
                command
            }
        };
        command.args([
            "serve",
            "--listen",
            &self.address,
            "--store",
            &self.store,
            "--token-file",
        ]);
        command
            .arg(&self.token_file)
            .args(&self.more)
            .envs(self.variables.iter().cloned());
        let log = match &self.log {
            None => Stdio::null(),
            Some(file) => std::fs::File::options()
                .append(true)
                .create(true)
                .open(file)
                .unwrap()
                .into(),
        };
        let mut child = command.stdout(Stdio::piped()).stderr(log).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let ready = lines.any(|line| line.is_ok_and(|line| line.contains("token")));
        if !ready {
            panic!("mulin serve ended at once: {:?}", child.wait());
        }
        self.child = Some(child);
    }
    /// Kills it as a loss of power would end it for itself: nothing more is done.
    pub fn kill(&mut self) {
        if let Some(mut child) = self.child.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
    /// Asks it to end, and gives its exit code.
    pub fn end(&mut self) -> Option<i32> {
        let mut child = self.child.take()?;
        let id = child.id().to_string();
        assert!(Command::new("kill").arg(id).status().unwrap().success());
        child.wait().unwrap().code()
    }
    /// Waits until it has ended by itself.
    pub fn kill_after_end(&mut self) {
        if let Some(mut child) = self.child.take() {
            let _ = child.wait();
        }
    }
    pub fn id(&self) -> u32 {
        self.child.as_ref().unwrap().id()
    }
    /// The folder of a store on the disk.
    pub fn folder(&self) -> PathBuf {
        PathBuf::from(self.store.strip_prefix("file://").expect("a folder"))
    }
}

impl Drop for Bundled {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Waits until an address answers.
pub fn until_up(address: &str) {
    let began = Instant::now();
    while client::get(address, "/").is_none() {
        assert!(
            began.elapsed() < Duration::from_secs(10),
            "nothing answers at {address}"
        );
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// That a program is there, installed from Debian where that is possible; a sentence and a failed test otherwise.
pub fn need(program: &str, package: &str) -> String {
    let found = || {
        let folders = std::env::var("PATH").unwrap_or_default() + ":/usr/sbin:/sbin";
        folders
            .split(':')
            .map(|folder| format!("{folder}/{program}"))
            .find(|file| Path::new(file).is_file())
    };
    static INSTALLING: std::sync::Mutex<()> = std::sync::Mutex::new(());
    let _one_at_a_time = INSTALLING.lock();
    if found().is_none() {
        for step in [
            &["update", "-qq"][..],
            &["install", "-y", "-qq", "--no-install-recommends", package],
        ] {
            let _ = Command::new("apt-get")
                .args(step)
                .env("DEBIAN_FRONTEND", "noninteractive")
                .status();
        }
    }
    found().unwrap_or_else(|| {
        panic!("{program} is missing: install it (Debian, as root: apt-get install {package}).")
    })
}

/// Memory of a process in KiB.
pub fn resident(id: u32) -> u64 {
    let text = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap();
    let line = text.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}
