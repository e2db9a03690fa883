//! A bad network: between clients and an endpoint, a proxy that does to each request what chance says.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::chance::Chance;

/// What becomes of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It gets through.
    Passes,
    /// It never arrives.
    LostBefore,
    /// It arrives, and the answer is lost.
    LostAfter,
    /// It takes its time.
    Late,
    /// Its sender hears nothing; it arrives later, after what was sent afterwards.
    OutOfOrder,
    /// It arrives twice.
    Twice,
    /// Half of it arrives.
    CutOnTheWay,
    /// Half of the answer arrives.
    AnswerCut,
    /// A hotel's network answers in its place: 200, and a page to log in.
    Portal,
}

/// The eight kinds of fault.
pub const KINDS: [Fate; 8] = [
    Fate::LostBefore,
    Fate::LostAfter,
    Fate::Late,
    Fate::OutOfOrder,
    Fate::Twice,
    Fate::CutOnTheWay,
    Fate::AnswerCut,
    Fate::Portal,
];

/// A running proxy. While `faults` is 0 it passes everything on.
pub struct Proxy {
    pub address: String,
    shared: Arc<Shared>,
}

struct Shared {
    endpoint: String,
    chance: Mutex<Chance>,
    /// Of a hundred requests so many meet a fault.
    faults: AtomicUsize,
    met: [AtomicUsize; 8],
}

impl Proxy {
    pub fn before(endpoint: &str, chance: Chance, faults: usize) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let shared = Arc::new(Shared {
            endpoint: endpoint.to_owned(),
            chance: Mutex::new(chance),
            faults: AtomicUsize::new(faults),
            met: Default::default(),
        });
        let serving = Arc::clone(&shared);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let shared = Arc::clone(&serving);
                std::thread::spawn(move || drop(shared.meet(stream)));
            }
        });
        Self { address, shared }
    }
    /// How often each kind was met.
    pub fn met(&self) -> [usize; 8] {
        std::array::from_fn(|kind| self.shared.met[kind].load(Ordering::Relaxed))
    }
}

impl Shared {
    fn fate(&self) -> (Fate, u64) {
        let mut chance = self.chance.lock().unwrap();
        if !chance.percent(self.faults.load(Ordering::Relaxed) as u64) {
            return (Fate::Passes, 0);
        }
        let kind = chance.below(8) as usize;
        self.met[kind].fetch_add(1, Ordering::Relaxed);
        (KINDS[kind], chance.below(15))
    }

    fn meet(&self, mut client: TcpStream) -> std::io::Result<()> {
        client.set_read_timeout(Some(Duration::from_secs(20)))?;
        let request = whole_request(&mut client)?;
        let (fate, milliseconds) = self.fate();
        let wait = || std::thread::sleep(Duration::from_millis(1 + milliseconds));
        match fate {
            Fate::Passes => client.write_all(&self.pass(&request)?),
            Fate::LostBefore => client.shutdown(Shutdown::Both),
            Fate::LostAfter => {
                self.pass(&request)?;
                client.shutdown(Shutdown::Both)
            }
            Fate::Late => {
                wait();
                client.write_all(&self.pass(&request)?)
            }
            Fate::OutOfOrder => {
                client.shutdown(Shutdown::Both)?;
                wait();
                self.pass(&request).map(drop)
            }
            Fate::Twice => {
                self.pass(&request)?;
                client.write_all(&self.pass(&request)?)
            }
            Fate::CutOnTheWay => {
                let mut endpoint = TcpStream::connect(&self.endpoint)?;
                endpoint.write_all(&request[..request.len() / 2 + request.len() / 4])?;
                endpoint.shutdown(Shutdown::Write)?;
                let mut answer = Vec::new();
                endpoint.read_to_end(&mut answer)?;
                client.write_all(&answer)
            }
            Fate::AnswerCut => {
                let answer = self.pass(&request)?;
                client.write_all(&answer[..answer.len() / 2])
            }
            Fate::Portal => client.write_all(
                b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<html>Log in to the network</html>",
            ),
        }
    }

    fn pass(&self, request: &[u8]) -> std::io::Result<Vec<u8>> {
        let mut endpoint = TcpStream::connect(&self.endpoint)?;
        endpoint.write_all(request)?;
        let mut answer = Vec::new();
        endpoint.read_to_end(&mut answer)?;
        Ok(answer)
    }
}

/// A request with its body, as its head announces it.
fn whole_request(client: &mut TcpStream) -> std::io::Result<Vec<u8>> {
    let mut request = Vec::new();
    let mut part = [0; 16 * 1024];
    loop {
        let read = client.read(&mut part)?;
        request.extend_from_slice(&part[..read]);
        let Some(end) = request.windows(4).position(|at| at == b"\r\n\r\n") else {
            if read == 0 {
                return Err(std::io::ErrorKind::UnexpectedEof.into());
            }
            continue;
        };
        let head = String::from_utf8_lossy(&request[..end]).to_ascii_lowercase();
        let length = head
            .lines()
            .find_map(|line| {
                line.strip_prefix("content-length: ")?
                    .trim()
                    .parse::<usize>()
                    .ok()
            })
            .unwrap_or(0);
        if request.len() >= end + 4 + length || read == 0 {
            return Ok(request);
        }
    }
}
