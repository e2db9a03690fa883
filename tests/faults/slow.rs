//! F7 and E44: slow and endless clients.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use mulin::design::stored::MAX_BYTES;

use super::client::{JSON, design, listed, parse, path_of, put};
use super::hosts::{Bundled, resident};
use super::night::count;

const LONGEST: Duration = Duration::from_secs(15);
/// What the endpoint's memory may grow by, in KiB, while those who are closed come again and again.
const MOST_GROWN: u64 = 20 << 10;

/// A client that sends a byte a second, half of them in the head and half in the body.
struct Slow {
    socket: TcpStream,
    began: Instant,
    closed: Option<Duration>,
}

impl Slow {
    fn new(address: &str, n: usize) -> Self {
        let mut socket = TcpStream::connect(address).unwrap();
        let head = if n.is_multiple_of(2) {
            "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ".to_owned()
        } else {
            format!(
                "PUT {} HTTP/1.1\r\nHost: x\r\n{JSON}Content-Length: 100000\r\n\r\n",
                path_of(&design(n, 300))
            )
        };
        socket.write_all(head.as_bytes()).unwrap();
        socket.set_nonblocking(true).unwrap();
        Self {
            socket,
            began: Instant::now(),
            closed: None,
        }
    }
    /// Looks whether the other side has closed; sends a byte when it is time for one.
    fn tick(&mut self, send: bool) {
        if self.closed.is_some() {
            return;
        }
        let mut answer = [0; 4_096];
        let over = loop {
            match self.socket.read(&mut answer) {
                Ok(0) => break true,
                Ok(_) => {}
                Err(why) => break why.kind() != std::io::ErrorKind::WouldBlock,
            }
        };
        let refused = |why: std::io::Error| why.kind() != std::io::ErrorKind::WouldBlock;
        if over || (send && self.socket.write(b"a").is_err_and(refused)) {
            self.closed = Some(self.began.elapsed());
        }
    }
}

#[test]
fn f7_five_hundred_slow_sockets_are_closed_in_fifteen_seconds_and_others_wait_for_nothing() {
    let sockets = count(500, 2_000);
    // In the night who was closed comes again, for ten minutes.
    let until = Duration::from_secs(count(0, 600) as u64);
    let root = tempfile::tempdir().unwrap();
    let mut host = Bundled::on_disk(root.path());
    host.start();
    let before = resident(host.id());
    // What all of them take while they are open, before the first is closed.
    let mut open = None;
    let mut slow: Vec<Slow> = (0..sockets).map(|n| Slow::new(&host.address, n)).collect();
    let (mut closed, mut longest) = (0, Duration::ZERO);
    let over = AtomicBool::new(false);
    let mut waits = std::thread::scope(|threads| {
        let normal = threads.spawn(|| {
            let mut waits = Vec::new();
            let mut n = 10_000;
            while !over.load(Ordering::Relaxed) {
                n += 1;
                let bytes = design(n, 3_000);
                let began = Instant::now();
                assert_eq!(put(&host.address, &bytes).unwrap().status, 201);
                waits.push(began.elapsed());
                std::thread::sleep(Duration::from_millis(10));
            }
            waits
        });
        let began = Instant::now();
        for tick in 0_u64.. {
            slow.retain_mut(|one| {
                one.tick(tick % 20 == 19);
                closed += usize::from(one.closed.is_some());
                longest = longest.max(one.closed.unwrap_or_default());
                one.closed.is_none()
            });
            if closed > 0 {
                open.get_or_insert_with(|| resident(host.id()));
            }
            if began.elapsed() < until {
                slow.extend((slow.len()..sockets).map(|n| Slow::new(&host.address, n)));
            }
            if slow.is_empty() || began.elapsed() > until + LONGEST + Duration::from_secs(5) {
                break;
            }
            std::thread::sleep(Duration::from_millis((tick + 1) * 50).saturating_sub(began.elapsed()));
        }
        over.store(true, Ordering::Relaxed);
        normal.join().unwrap()
    });
    waits.sort_unstable();
    let p99 = waits[waits.len() * 99 / 100];
    let (open, after) = (open.unwrap_or(before), resident(host.id()));
    println!(
        "F7: {closed} slow sockets, {sockets} at a time, none open longer than {longest:?}; {} normal PUTs, p99 {p99:?}; \
         memory {before} KiB before, {open} with all of them open, {after} after",
        waits.len()
    );
    assert!(
        slow.is_empty() && longest <= LONGEST,
        "{} open, {longest:?}",
        slow.len()
    );
    assert!(after <= open + MOST_GROWN, "{open} KiB became {after} KiB");
    assert!(
        waits.len() > 100 && p99 < Duration::from_millis(500),
        "{p99:?} of {}",
        waits.len()
    );
    assert_eq!(listed(&host.address).len(), waits.len());
}

/// Sends a head and then bytes without end. Gives the status, and how many bytes went out until the other side
/// stopped taking them.
fn endless(address: &str, head: &str, part: &[u8]) -> (u16, usize) {
    let mut socket = TcpStream::connect(address).unwrap();
    socket.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    socket.set_write_timeout(Some(Duration::from_secs(20))).unwrap();
    socket.write_all(head.as_bytes()).unwrap();
    let mut sent = 0;
    while sent < 64 << 20 {
        match socket.write(part) {
            Ok(0) | Err(_) => break,
            Ok(n) => sent += n,
        }
    }
    let mut answer = Vec::new();
    let _ = socket.read_to_end(&mut answer);
    (parse(&answer).map_or(0, |reply| reply.status), sent)
}

#[test]
fn e44_bodies_that_are_too_large_lie_about_it_or_never_end_are_refused_early_and_leave_nothing() {
    let root = tempfile::tempdir().unwrap();
    let mut host = Bundled::on_disk(root.path());
    host.start();
    let path = path_of(&design(1, 300));
    let put = |more: &str| format!("PUT {path} HTTP/1.1\r\nHost: x\r\n{JSON}{more}\r\n");
    // Announced: refused before anything of it is read, apart from what was on the way.
    let (status, sent) = endless(
        &host.address,
        &put("Content-Length: 99999999999\r\n"),
        &[b' '; 64 * 1024],
    );
    assert!(status == 413 || status == 0, "{status}");
    assert!(
        sent < 16 << 20,
        "{sent} bytes were taken of what was announced as too large"
    );
    // Not announced: in chunks, without end.
    let chunk = [b"10000\r\n".to_vec(), vec![b' '; 0x1_0000], b"\r\n".to_vec()].concat();
    let (status, sent) = endless(&host.address, &put("Transfer-Encoding: chunked\r\n"), &chunk);
    assert!(status == 413 || status == 0, "{status}");
    assert!(
        sent < MAX_BYTES + (16 << 20),
        "{sent} bytes were taken of an endless body"
    );
    // Two lengths, a wrong one, both kinds at once: requests that two readers would read in two ways.
    for more in [
        "Content-Length: 10\r\nContent-Length: 20\r\n",
        "Content-Length: -1\r\n",
        "Content-Length: 0x10\r\n",
        "Transfer-Encoding: gzip\r\n",
    ] {
        let head = put(more);
        let answer = endless(&host.address, &head, b"");
        assert!([400, 0, 411, 501].contains(&answer.0), "{more}: {}", answer.0);
    }
    // A head without end.
    let (status, sent) = endless(
        &host.address,
        "GET / HTTP/1.1\r\nHost: x\r\nX: ",
        &[b'a'; 16 * 1024],
    );
    assert!([431, 400, 0].contains(&status), "{status}");
    assert!(sent < 16 << 20, "{sent} bytes of head were taken");
    assert!(listed(&host.address).is_empty());
}
