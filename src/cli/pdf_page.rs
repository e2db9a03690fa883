//! The first page of a PDF, drawn by a process of its own (`mulin pdf-page`, a PDF in and a PNG out) with bounded memory
//! and time: no look at a PDF says what it will ask for. Whatever ends that process, this one has a sentence for it.

use std::io::{Read as _, Write as _};
use std::process::{Child, Command, ExitCode, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::formats::{Meter, pdf_page};
use crate::text::Message;

use super::export::FONT;
use super::{Stop, bounded, warn};

/// The command that the process is started with.
pub const COMMAND: &str = "pdf-page";
/// What the program itself takes of the memory that a page may have, in bytes.
const ITSELF: u64 = 48 * 1024 * 1024;
/// A page that takes longer is given up. Half a million lines take two seconds.
const PATIENCE: Duration = Duration::from_secs(60);

/// Is that process: reads a PDF, says on stderr what is to be said, writes the picture.
pub fn run() -> Result<ExitCode, Stop> {
    bounded::memory(pdf_page::MOST_MEMORY - ITSELF);
    // Who started this has a sentence for it.
    std::panic::set_hook(Box::new(|_| {}));
    let lost = |_: std::io::Error| Stop(pdf_page::broke());
    let mut pdf = Vec::new();
    std::io::stdin().lock().read_to_end(&mut pdf).map_err(lost)?;
    let page = pdf_page::first_page(pdf, FONT.to_vec(), &mut Meter::deaf()).map_err(Stop)?;
    page.said().iter().for_each(warn);
    std::io::stdout().lock().write_all(&page.png).map_err(lost)?;
    Ok(ExitCode::SUCCESS)
}

/// What the process gave: how it ended, the picture, and what it said.
struct Answer {
    end: ExitStatus,
    png: Vec<u8>,
    said: String,
}

/// Has the first page of a PDF drawn: the picture (PNG) and what is to be said of it, a sentence a line.
///
/// # Errors
/// The sentence why there is none, as it is to be said.
pub fn apart(pdf: Vec<u8>) -> Result<(Vec<u8>, String), String> {
    let broke = || crate::text::say(super::terminal_lang(), &pdf_page::broke());
    let answer = asked(pdf).ok_or_else(broke)?;
    match answer.end.code() {
        Some(0) => Ok((answer.png, answer.said)),
        // It gave up in good order (`Stop`).
        Some(2) => Err(answer.said.trim_end().to_owned()),
        _ => Err(broke()),
    }
}

/// Starts the process, gives it the PDF and waits for its end, as long as a page may take.
fn asked(pdf: Vec<u8>) -> Option<Answer> {
    let mut process = Command::new(std::env::current_exe().ok()?)
        .arg(COMMAND)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .ok()?;
    let heard = listening(&mut process, pdf)?;
    let heard = heard.recv_timeout(PATIENCE);
    // Of one that has ended there is nothing to end.
    let _ = process.kill();
    let end = process.wait().ok()?;
    let (png, said) = heard.ok()?;
    Some(Answer { end, png, said })
}

/// What the process says, once it has said all; meanwhile it is given the PDF.
fn listening(process: &mut Child, pdf: Vec<u8>) -> Option<mpsc::Receiver<(Vec<u8>, String)>> {
    let mut into = process.stdin.take()?;
    let (mut out, mut words) = (process.stdout.take()?, process.stderr.take()?);
    let (tell, heard) = mpsc::channel();
    thread::spawn(move || {
        // One that has ended already listens no more.
        let _ = into.write_all(&pdf);
        drop(into);
        let (mut png, mut said) = (Vec::new(), Vec::new());
        let _ = out.read_to_end(&mut png);
        let _ = words.read_to_end(&mut said);
        let _ = tell.send((png, String::from_utf8_lossy(&said).into_owned()));
    });
    Some(heard)
}

/// A sentence that the process said, as a message.
pub fn as_said(words: String) -> Message {
    Message::new("words-as-is").with("text", words)
}
