//! The workers for files as the page sees them: one job, one worker, which ends with the answer.

use std::time::Duration;

use gloo::events::EventListener;
use js_sys::{Array, Function, Promise, Uint8Array};
use leptos::prelude::*;
use serde_json::Value;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

use super::clock::unless;
use super::silence::Silence;
use crate::formats::pdf_page;
use crate::text::{Arg, Lang, Message, say};

/// The workers' script beside the programs.
const SCRIPT: &str = "./assets/exchange.js";
/// How long a program may take to arrive, of which nothing is heard before it is there.
const ARRIVES: Duration = Duration::from_secs(120);

/// A program for files, fetched when it is first asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// Reads and writes files of other programs (`exchange::perform`).
    Exchange,
    /// Draws the first page of a PDF (`exchange::page`).
    PdfPage,
}

impl Program {
    /// What its files are called, and so its worker.
    fn name(self) -> &'static str {
        match self {
            Self::Exchange => "exchange",
            Self::PdfPage => "pdf_page",
        }
    }
    /// A job of which nothing is heard for so long is given up, once the program is there. A page is painted in up to
    /// twelve parts, and of each is heard; natively the heaviest that fits into its memory takes six seconds in all.
    fn patience(self) -> Duration {
        match self {
            Self::Exchange => ARRIVES,
            Self::PdfPage => Duration::from_secs(60),
        }
    }
    /// What is said when it was there and came to grief: it seldom does, and then for want of memory.
    fn broke(self) -> Fault {
        Fault::None(match self {
            Self::Exchange => Message::new("exchange-broke"),
            Self::PdfPage => pdf_page::broke(),
        })
    }
}

/// A file, and what was not as it should be: sentences by language.
#[derive(Clone, Debug, PartialEq)]
pub struct Exchanged {
    /// The file.
    pub bytes: Vec<u8>,
    /// What was not as it should be.
    pub problems: Vec<BothSaid>,
    /// Of a drawing: its layers, as they were understood.
    pub layers: Value,
}

/// A sentence of the worker, said in every language.
#[derive(Clone, Debug, PartialEq)]
pub struct BothSaid(Value);

impl BothSaid {
    /// A sentence of the page's own.
    pub fn of(message: &Message) -> Self {
        let said = Lang::ALL.map(|lang| (lang.tag().to_owned(), Value::from(say(lang, message))));
        Self(Value::Object(said.into_iter().collect()))
    }
    /// It in a language.
    pub fn say(&self, lang: Lang) -> String {
        self.0[lang.tag()].as_str().unwrap_or_default().to_owned()
    }
    /// It in a language, as a message of its own.
    pub fn message(&self, lang: Lang) -> Message {
        Message::new("words-as-is").with("text", Arg::from(self.say(lang)))
    }
}

/// A job under way, as the page shows it and a hand ends it.
#[derive(Clone, Copy)]
pub struct Course {
    /// Percent that is done; none until the worker tells.
    pub percent: RwSignal<Option<u8>>,
    /// How long nothing may be heard of it until it is given up, as long as it is under way.
    pub patience: RwSignal<Option<Duration>>,
    /// What ends the waiting.
    end: StoredValue<Option<Function>, LocalStorage>,
}

impl Course {
    /// Of a job that has not begun; as long as the part of the page that makes it.
    pub fn unbegun() -> Self {
        Self {
            percent: RwSignal::new(None),
            patience: RwSignal::new(None),
            end: StoredValue::new_local(None),
        }
    }
    /// Ends the job, if one is under way: who waits for it gets [`Fault::Stopped`].
    pub fn stop(self) {
        let end = self.end.try_update_value(Option::take).flatten();
        if let Some(end) = end {
            let _ = end.call1(&JsValue::NULL, &STOPPED.into());
        }
    }
    /// What comes before the job, such as the fetching of what it needs; nothing where a hand ended it.
    pub async fn unless_stopped<T: 'static>(self, before: impl Future<Output = T> + 'static) -> Option<T> {
        let stopped = Promise::new(&mut |resolve, _| self.begin(&resolve));
        let stopped = async move {
            let _ = JsFuture::from(stopped).await;
        };
        unless(stopped, before).await
    }
    fn begin(self, end: &Function) {
        self.end.try_set_value(Some(end.clone()));
        let _ = self.percent.try_set(None);
        let _ = self.patience.try_set(Some(ARRIVES));
    }
}

/// What the waiting ends with when a hand ended it.
const STOPPED: &str = "stopped";
/// What it ends with when the worker, which was there, came to grief.
const BROKE: &str = "broke";

/// Has a job of reading or writing done (`exchange::job` says which there are). A fault is the worker's own sentence, or
/// that it could not be had.
pub async fn ask(job: &Value, files: &[&[u8]]) -> Result<Exchanged, Fault> {
    ask_on(Program::Exchange, job, files, None).await
}

/// Has a program do a job, and shows how far it is.
pub async fn ask_on(
    program: Program,
    job: &Value,
    files: &[&[u8]],
    course: Option<Course>,
) -> Result<Exchanged, Fault> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    options.set_name(program.name());
    let worker = Worker::new_with_options(SCRIPT, &options).map_err(|_| Fault::lost())?;
    let words = Array::of1(&job.to_string().into());
    for file in files {
        words.push(&Uint8Array::from(*file));
    }
    let silence = Silence::begun(ARRIVES);
    let asked = answer(program, worker.clone(), words, course, silence.clone());
    let answered = unless(silence.clone().lasted(), asked).await;
    worker.terminate();
    let answer = answered.ok_or_else(|| Fault::slow(silence.patience()))??;
    let said: Value = serde_json::from_str(&answer.0).unwrap_or_default();
    if !said["fault"].is_null() {
        return Err(Fault::Said(BothSaid(said["fault"].clone())));
    }
    let problems = said["problems"].as_array().cloned().unwrap_or_default();
    Ok(Exchanged {
        bytes: answer.1,
        problems: problems.into_iter().map(BothSaid).collect(),
        layers: said["layers"].clone(),
    })
}

/// Why there is no file.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// The worker says so.
    Said(BothSaid),
    /// There was no answer.
    None(Message),
    /// A hand ended it.
    Stopped,
}

impl Fault {
    fn lost() -> Self {
        Self::None(Message::new("exchange-lost"))
    }
    fn slow(patience: Duration) -> Self {
        Self::None(Message::new("exchange-slow").with("seconds", patience.as_secs() as usize))
    }
    /// The sentence in a language.
    pub fn message(&self, lang: Lang) -> Message {
        match self {
            Self::Said(said) => said.message(lang),
            Self::None(message) => message.clone(),
            Self::Stopped => Message::new("exchange-stopped"),
        }
    }
}

/// Posts the job when the worker is ready, and waits for its answer.
async fn answer(
    program: Program,
    worker: Worker,
    words: Array,
    course: Option<Course>,
    silence: Silence,
) -> Result<(String, Vec<u8>), Fault> {
    let mut listening = Vec::new();
    let promise = Promise::new(&mut |resolve, reject| {
        let asked = worker.clone();
        let words = words.clone();
        let (silence, before) = (silence.clone(), silence.clone());
        if let Some(course) = course {
            course.begin(&reject);
        }
        listening.push(EventListener::new(&worker, "message", move |event| {
            let Some(event) = event.dyn_ref::<MessageEvent>() else {
                return;
            };
            silence.broken(program.patience());
            let data = event.data();
            if data.is_instance_of::<Array>() {
                let _ = resolve.call1(&JsValue::NULL, &data);
            } else if let Some(percent) = data.as_f64() {
                if let Some(course) = course {
                    let _ = course.percent.try_set(Some(percent as u8));
                }
            } else {
                if let Some(course) = course {
                    let _ = course.patience.try_set(Some(program.patience()));
                }
                let _ = asked.post_message(&words);
            }
        }));
        listening.push(EventListener::new(&worker, "error", move |_| {
            // It is heard of first when it is ready.
            let why = if before.was_broken() { BROKE } else { "" };
            let _ = reject.call1(&JsValue::NULL, &why.into());
        }));
    });
    let data = JsFuture::from(promise)
        .await
        .map_err(|why| match why.as_string().as_deref() {
            Some(STOPPED) => Fault::Stopped,
            Some(BROKE) => program.broke(),
            _ => Fault::lost(),
        })?;
    drop(listening);
    let answer: &Array = data.dyn_ref().ok_or_else(Fault::lost)?;
    Ok((
        answer.get(0).as_string().unwrap_or_default(),
        Uint8Array::new(&answer.get(1)).to_vec(),
    ))
}
