//! The first page of a PDF, drawn by a process of its own (`mulin pdf-page`, a PDF in and a PNG out) with bounded memory
//! and time: no look at a PDF says what it will ask for. Whatever ends that process, this one has a sentence for it.

use std::io::{Read as _, Write as _};
use std::process::{Child, Command, ExitCode, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use clap::Args as ClapArgs;

use crate::formats::{Meter, pdf_page};
use crate::text::Message;

use super::export::FONT;
use super::{Stop, bounded, warn};

/// The command that the process is started with.
pub const COMMAND: &str = "pdf-page";
/// A page that takes longer is given up where nobody says otherwise: 850,000 lines, the most that fit into the memory that
/// a page may have, take six.
pub const SECONDS: u64 = 30;
/// What the program itself takes of the memory that a page may have, in bytes.
const ITSELF: u64 = 48 * 1024 * 1024;
/// When so long nothing is there, it is said what is waited for and how long.
const UNTOLD: Duration = Duration::from_millis(2_500);
/// A process that nobody waits for any more has so many seconds left.
const ALONE: u64 = 2;

/// What `mulin pdf-page` is told.
#[derive(Debug, ClapArgs)]
pub struct Args {
    /// How many seconds the page may take
    #[arg(default_value_t = SECONDS)]
    seconds: u64,
}

/// Is that process: reads a PDF, says on stderr what is to be said, writes the picture.
pub fn run(args: &Args) -> Result<ExitCode, Stop> {
    bounded::memory(pdf_page::MOST_MEMORY - ITSELF);
    bounded::time(args.seconds + ALONE);
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

/// A page that was drawn apart.
pub struct Drawn {
    /// The picture, a PNG.
    pub png: Vec<u8>,
    /// What is to be said of it, a sentence a line.
    pub said: Message,
}

/// What the process gave: how it ended, the picture, and what it said.
struct Answer {
    end: ExitStatus,
    png: Vec<u8>,
    said: String,
}

/// Has the first page of a PDF drawn, and waits for it so many seconds at most.
///
/// # Errors
/// The sentence why there is no picture.
pub fn apart(pdf: Vec<u8>, seconds: u64) -> Result<Drawn, Message> {
    let Answer { end, png, said } = asked(pdf, seconds)?;
    let said = Message::new("words-as-is").with("text", said.trim_end().to_owned());
    match end.code() {
        Some(0) => Ok(Drawn { png, said }),
        // It gave up in good order (`Stop`).
        Some(2) => Err(said),
        _ => Err(pdf_page::broke()),
    }
}

/// Starts the process, gives it the PDF and waits for its end, as long as the page may take.
fn asked(pdf: Vec<u8>, seconds: u64) -> Result<Answer, Message> {
    let (mut process, heard) = started(pdf, seconds).ok_or_else(pdf_page::broke)?;
    let heard = waited(&heard, Duration::from_secs(seconds));
    // Of one that has ended there is nothing to end.
    let _ = process.kill();
    let end = process.wait().map_err(|_| pdf_page::broke())?;
    let late = || Message::new("cli-import-page-late").with("seconds", seconds as usize);
    let (png, said) = heard.ok_or_else(late)?;
    Ok(Answer { end, png, said })
}

/// What is heard within the time. That it takes long is said while there is still somebody who may want to stop it.
fn waited<T>(heard: &mpsc::Receiver<T>, most: Duration) -> Option<T> {
    if let Ok(heard) = heard.recv_timeout(UNTOLD.min(most)) {
        return Some(heard);
    }
    let left = most.checked_sub(UNTOLD).filter(|left| !left.is_zero())?;
    warn(&Message::new("cli-import-page-slow").with("seconds", most.as_secs() as usize));
    heard.recv_timeout(left).ok()
}

/// The picture and the sentences of a process, which come when it has ended.
type Heard = mpsc::Receiver<(Vec<u8>, String)>;

fn started(pdf: Vec<u8>, seconds: u64) -> Option<(Child, Heard)> {
    let mut process = Command::new(std::env::current_exe().ok()?)
        .arg(COMMAND)
        .arg(seconds.to_string())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .ok()?;
    let heard = listening(&mut process, pdf)?;
    Some((process, heard))
}

/// What the process says, once it has said all; meanwhile it is given the PDF.
fn listening(process: &mut Child, pdf: Vec<u8>) -> Option<Heard> {
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
