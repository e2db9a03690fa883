//! Starting and ending `mulin serve`.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Stdio};

use super::{BEIMEN, program, refuses, text};

/// A running endpoint, killed when it is dropped.
pub struct Server {
    pub child: Child,
    pub address: String,
    /// What it printed at its start.
    pub said: String,
}

impl Server {
    /// Starts one on a free port.
    pub fn start(store: &Path, more: &[&str]) -> Self {
        Self::logging_to(store, more, Stdio::null())
    }
    /// Starts one whose log goes somewhere.
    fn logging_to(store: &Path, more: &[&str], log: Stdio) -> Self {
        let mut child = program()
            .args(["serve", "--listen", "127.0.0.1:0", "--store"])
            .arg(format!("file://{}", store.display()))
            .args(more)
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut said = String::new();
        while !said.contains("token") {
            let line = lines.next().expect("it ended before it was ready").unwrap();
            said.push_str(&line);
            said.push('\n');
        }
        let address = said
            .split("http://")
            .nth(1)
            .and_then(|rest| rest.split('/').next())
            .unwrap();
        Self {
            address: address.to_owned(),
            child,
            said,
        }
    }
    /// Asks on a connection of its own, and gives the status and the body. None when the
    /// connection broke.
    pub fn ask(address: &str, head: &str, body: &[u8]) -> Option<(u16, Vec<u8>)> {
        let mut socket = TcpStream::connect(address).ok()?;
        let head = format!(
            "{head}\r\nHost: x\r\nConnection: close\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        socket.write_all(head.as_bytes()).ok()?;
        socket.write_all(body).ok()?;
        let mut answer = Vec::new();
        socket.read_to_end(&mut answer).ok()?;
        let status = std::str::from_utf8(answer.get(9..12)?).ok()?.parse().ok()?;
        let end = answer.windows(4).position(|part| part == b"\r\n\r\n")?;
        Some((status, answer.split_off(end + 4)))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn it_says_where_the_views_are_and_where_the_token_is_but_not_the_token() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path(), &["--project", BEIMEN]);
    for view in ["/\n", "/?view=wall\n", "/?view=desk\n"] {
        assert!(
            server.said.contains(&format!("http://{}{view}", server.address)),
            "{}",
            server.said
        );
    }
    let kept = folder.path().join("planner.token");
    assert!(server.said.contains(kept.to_str().unwrap()), "{}", server.said);
    let token = std::fs::read_to_string(kept).unwrap();
    assert!(!server.said.contains(token.trim()));

    let list = |token: &str| {
        let head = format!("GET /designs/ HTTP/1.1\r\nAuthorization: Bearer {token}");
        Server::ask(&server.address, &head, b"").unwrap()
    };
    assert_eq!(list(token.trim()), (200, b"[]".to_vec()));
    assert_eq!(list("guessed").0, 401);
    let project = Server::ask(&server.address, "GET /project.json HTTP/1.1", b"").unwrap();
    assert_eq!(project.0, 200);
}

#[cfg(unix)]
#[test]
fn it_ends_well_when_the_system_asks_it_to() {
    let folder = tempfile::tempdir().unwrap();
    let mut server = Server::start(folder.path(), &[]);
    let asked = std::process::Command::new("kill")
        .arg(server.child.id().to_string())
        .status()
        .unwrap();
    assert!(asked.success());
    assert_eq!(server.child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_start_that_cannot_be_is_said_in_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("store");
    let store = store.to_str().unwrap();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    refuses(
        &["serve", "--store", store, "--listen", &address],
        &[&address, "--listen"],
    );
    refuses(
        &["serve", "--store", store, "--listen", "nonsense"],
        &["nonsense"],
    );
    refuses(&["verify", "s3://bucket/prefix"], &["folder"]);
    refuses(&["serve", "--store", "ftp://host"], &["ftp://host"]);
    refuses(&["serve", "--store", "/proc/nothing"], &["/proc/nothing"]);
    refuses(
        &["serve", "--store", store, "--dist", "/nowhere"],
        &["/nowhere/index.html", "make build"],
    );
    refuses(
        &["serve", "--store", store, "--project", "/nowhere"],
        &["/nowhere/project.json"],
    );
    let short = folder.path().join("token");
    std::fs::write(&short, "abc").unwrap();
    refuses(
        &["serve", "--store", store, "--token-file", short.to_str().unwrap()],
        &["token", "16"],
    );
}

#[test]
fn it_speaks_the_language_of_the_terminal() {
    let output = program()
        .env("LC_ALL", "zh_CN.UTF-8")
        .args(["verify", "s3://b"])
        .output()
        .unwrap();
    assert!(
        text(&output.stderr).contains("文件夹"),
        "{}",
        text(&output.stderr)
    );
}

#[test]
fn its_log_has_a_line_a_request_and_nothing_personal() {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("log");
    let server = Server::logging_to(folder.path(), &[], std::fs::File::create(&log).unwrap().into());
    let token = std::fs::read_to_string(folder.path().join("planner.token")).unwrap();
    let body = r#"{"schema":"mulin.design/1","project":"beimen","by":{"alias":"13800000000"}}"#;
    let name = mulin::design::stored::DesignName::of(body.as_bytes()).to_string();
    let put =
        format!("PUT /designs/{name}.json?phone=13800000000 HTTP/1.1\r\nContent-Type: application/json");
    assert_eq!(
        Server::ask(&server.address, &put, body.as_bytes()).unwrap().0,
        201
    );
    let list = format!("GET /designs/ HTTP/1.1\r\nAuthorization: Bearer {}", token.trim());
    assert_eq!(Server::ask(&server.address, &list, b"").unwrap().0, 200);
    assert_eq!(
        Server::ask(&server.address, "GET /13800000000%0aforged HTTP/1.1", b"")
            .unwrap()
            .0,
        404
    );
    drop(server);
    let log = std::fs::read_to_string(log).unwrap();
    assert_eq!(log.lines().count(), 3, "{log}");
    assert!(
        log.contains(&format!("PUT /designs/{}….json 201", &name[..8])),
        "{log}"
    );
    for secret in ["13800000000", "forged", token.trim(), &name, "127.0.0.1"] {
        assert!(!log.contains(secret), "'{secret}' is in the log: {log}");
    }
}

#[test]
fn a_token_is_shown_a_last_time_and_only_its_hash_stays_which_the_endpoint_still_knows() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("planner.token");
    drop(Server::start(folder.path(), &[]));
    let token = std::fs::read_to_string(&file).unwrap().trim().to_owned();
    let shown = program().arg("token").arg(&file).output().unwrap();
    assert!(text(&shown.stdout).contains(&token), "{}", text(&shown.stderr));
    assert!(!std::fs::read_to_string(&file).unwrap().contains(&token));
    let again = program().arg("token").arg(&file).output().unwrap();
    assert_eq!(again.status.code(), Some(0));
    assert!(!text(&again.stdout).contains(&token));
    let server = Server::start(folder.path(), &[]);
    let list = |token: &str| {
        let head = format!("GET /designs/ HTTP/1.1\r\nAuthorization: Bearer {token}");
        Server::ask(&server.address, &head, b"").unwrap().0
    };
    assert_eq!((list(&token), list("guessed-and-wrong-one")), (200, 401));
}
