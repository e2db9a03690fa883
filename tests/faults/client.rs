//! A client that says exactly what is written: HTTP/1.1 on a connection of its own each time.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use mulin::design::stored::DesignName;
use serde_json::json;

pub const TOKEN: &str = "the-token-of-the-fault-tests-0123456789";

/// What came back.
#[derive(Clone, Debug)]
pub struct Reply {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Reply {
    pub fn header(&self, name: &str) -> &str {
        self.head
            .lines()
            .filter_map(|line| line.split_once(':'))
            .find(|(own, _)| own.eq_ignore_ascii_case(name))
            .map_or("", |(_, value)| value.trim())
    }
    /// The `code` of a problem; empty when it is none.
    pub fn code(&self) -> String {
        if self.header("content-type") != "application/problem+json" {
            return String::new();
        }
        let problem: serde_json::Value = serde_json::from_slice(&self.body).unwrap_or_default();
        problem["code"].as_str().unwrap_or_default().to_owned()
    }
}

/// Asks. `more` is further head lines, each with its end. None when the connection broke.
pub fn ask(address: &str, method: &str, path: &str, more: &str, body: &[u8]) -> Option<Reply> {
    let mut socket = TcpStream::connect(address).ok()?;
    socket.set_read_timeout(Some(Duration::from_secs(20))).ok()?;
    socket.set_nodelay(true).ok()?;
    let length = if method == "GET" {
        String::new()
    } else {
        format!("Content-Length: {}\r\n", body.len())
    };
    let head = format!("{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{length}{more}\r\n");
    let mut sent = head.into_bytes();
    sent.extend_from_slice(body);
    // Who refuses early closes early; what it said can be read all the same.
    let _ = socket.write_all(&sent);
    let mut answer = Vec::new();
    let _ = socket.read_to_end(&mut answer);
    parse(&answer)
}

/// Reads an answer that ended with its connection. None when it is not whole.
pub fn parse(answer: &[u8]) -> Option<Reply> {
    let end = answer.windows(4).position(|part| part == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&answer[..end]).into_owned();
    let status = head.get(9..12)?.parse().ok()?;
    let mut reply = Reply {
        status,
        head,
        body: answer[end + 4..].to_vec(),
    };
    if reply.header("transfer-encoding") == "chunked" {
        reply.body = dechunked(&reply.body)?;
    } else if let Ok(length) = reply.header("content-length").parse::<usize>()
        && reply.body.len() < length
    {
        return None;
    }
    Some(reply)
}

fn dechunked(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    loop {
        let end = rest.windows(2).position(|part| part == b"\r\n")?;
        let size = usize::from_str_radix(std::str::from_utf8(&rest[..end]).ok()?, 16).ok()?;
        rest = &rest[end + 2..];
        if size == 0 {
            return Some(whole);
        }
        whole.extend_from_slice(rest.get(..size)?);
        rest = rest.get(size + 2..)?;
    }
}

pub const JSON: &str = "Content-Type: application/json\r\nIf-None-Match: *\r\n";

/// Puts a design under the name of its bytes.
pub fn put(address: &str, bytes: &[u8]) -> Option<Reply> {
    ask(address, "PUT", &path_of(bytes), JSON, bytes)
}

pub fn get(address: &str, path: &str) -> Option<Reply> {
    ask(address, "GET", path, "", b"")
}

pub fn as_planner(address: &str, method: &str, path: &str, body: &[u8]) -> Option<Reply> {
    let more = format!("Authorization: Bearer {TOKEN}\r\nContent-Type: application/json\r\n");
    ask(address, method, path, &more, body)
}

/// The names that the planner's list has, sorted.
pub fn listed(address: &str) -> Vec<String> {
    let list = as_planner(address, "GET", "/designs/", b"").expect("no list");
    assert_eq!(list.status, 200, "{}", list.head);
    let rows: Vec<serde_json::Value> = serde_json::from_slice(&list.body).unwrap();
    let mut names: Vec<String> = rows
        .iter()
        .map(|row| row["name"].as_str().unwrap().to_owned())
        .collect();
    names.sort_unstable();
    names
}

/// A design of about so many bytes, another one for each number.
pub fn design(n: usize, bytes: usize) -> Vec<u8> {
    let pad = char::from(b'a' + (n % 26) as u8)
        .to_string()
        .repeat(bytes.saturating_sub(160));
    json!({
        "schema": "mulin.design/1", "project": "beimen", "title": format!("方案 {n}"), "draft": format!("{n:032x}"),
        "pad": pad,
    })
    .to_string()
    .into_bytes()
}

pub fn path_of(bytes: &[u8]) -> String {
    format!("/designs/{}.json", DesignName::of(bytes))
}

pub fn file_of(bytes: &[u8]) -> String {
    format!("{}.json", DesignName::of(bytes))
}
