//! A design saved for other programs and for paper: the format, and for a sheet its scale and paper.
//! The worker for files writes it, so that the page stays alive.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::json;

use super::Icon;
use crate::app::browser::exchanger::{self, BothSaid};
use crate::app::browser::{elements, fetch, files, page};
use crate::app::load::Sources;
use crate::app::words::{t, words};
use crate::design::stored::DesignName;
use crate::exchange::To;
use crate::project::{ProjectFile, Underlay};
use crate::text::{Lang, Message};

/// The letters of a sheet, beside the program.
const FONT: &str = "./assets/fonts/NotoSansSC-GB2312.otf";
const SCALES: [u32; 3] = [100, 200, 500];
const PAPERS: [&str; 5] = ["A4", "A3", "A2", "A1", "A0"];

/// The grids of a drawing for CAD, each with its name; without a word it is the project's own.
const GRIDS: [(&str, &str); 4] = [
    ("", "save-as-grid-own"),
    ("cgcs2000", "save-as-grid-cgcs2000"),
    ("utm", "save-as-grid-utm"),
    ("sheet", "save-as-grid-sheet"),
];

/// How it is wished.
struct Wish {
    scale: u32,
    paper: &'static str,
    grid: &'static str,
    with_picture: bool,
}

/// What is saved.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    /// The design's document.
    pub design: Vec<u8>,
    /// Its name, where it was sent.
    pub name: Option<DesignName>,
    /// The name of the file without its ending.
    pub stem: String,
}

/// How saving stands.
#[derive(Clone, Debug, PartialEq)]
enum Standing {
    Nothing,
    Busy,
    Done(Vec<BothSaid>),
    Failed(exchanger::Fault),
    Refused(Message),
}

/// The choices and the button.
#[component]
pub fn SaveAs(
    /// What is saved, asked for when the button is pressed.
    what: Callback<(), Saved>,
) -> impl IntoView {
    let words = words();
    let format = RwSignal::new(To::Pdf);
    let (scale, paper) = (RwSignal::new(200_u32), RwSignal::new("A3"));
    let grid = RwSignal::new(GRIDS[0].0);
    let with_picture = RwSignal::new(true);
    let standing = RwSignal::new(Standing::Nothing);
    let sources = use_context::<Arc<Sources>>();
    let has_picture = sources
        .as_ref()
        .is_some_and(|sources| picture_at(sources).is_some());
    let asks_for_picture = move || has_picture && shows_picture(format.get());
    let save = move |_| {
        let Some(sources) = sources.clone() else {
            return standing.set(Standing::Refused(Message::new("exchange-no-job")));
        };
        let what = what.run(());
        let wish = Wish {
            scale: scale.get_untracked(),
            paper: paper.get_untracked(),
            grid: grid.get_untracked(),
            with_picture: with_picture.get_untracked(),
        };
        let (to, lang) = (format.get_untracked(), words.lang_untracked());
        standing.set(Standing::Busy);
        spawn_local(async move {
            let after = write(&sources, &what, to, wish, lang).await;
            // Whoever closed the dialog meanwhile has the file all the same.
            let _ = standing.try_set(after);
        });
    };
    let choose = move |event| format.set(To::from_word(&elements::value_of(&event)).unwrap_or(To::Pdf));
    let said = move || match standing.get() {
        Standing::Nothing => Vec::new(),
        Standing::Busy => vec![words.key("save-as-busy")],
        Standing::Done(problems) => [words.key("save-as-done")]
            .into_iter()
            .chain(problems.iter().map(|problem| problem.say(words.lang())))
            .collect(),
        Standing::Failed(fault) => vec![words.say(&fault.message(words.lang()))],
        Standing::Refused(message) => vec![words.say(&message)],
    };
    view! {
        <div class="stack saveas" data-testid="save-as">
            <label class="setting">
                <span>{t!("save-as-format")}</span>
                <select class="field" data-testid="save-as-format" on:change=choose>
                    {To::ALL.map(|to| {
                        let name = Message { key: format!("save-as-{}", to.word()).into(), args: Vec::new() };
                        view! { <option value=to.word()>{move || words.say(&name)}</option> }
                    })}
                </select>
            </label>
            {move || (format.get() == To::Dxf).then(|| grids(grid))}
            {move || format.get().has_paper().then(|| sheet(format.get().is_sheet(), scale, paper))}
            {move || asks_for_picture().then(|| view! {
                <label class="row">
                    <input type="checkbox" data-testid="save-as-picture" prop:checked=move || with_picture.get()
                        on:change=move |event| with_picture.set(event_target_checked(&event)) />
                    <span>{t!("save-as-picture")}</span>
                </label>
                <p class="small soft">{t!("save-as-picture-note")}</p>
            })}
            <button class="button main" type="button" data-testid="save-as-do"
                disabled=move || standing.get() == Standing::Busy on:click=save>
                <Icon name="save" />{t!("save-as-do")}</button>
            <div role="status" data-testid="save-as-said">
                {move || said().into_iter().map(|line| view! { <p class="small">{line}</p> }).collect_view()}
            </div>
        </div>
    }
}

/// The grid of a drawing for CAD.
fn grids(grid: RwSignal<&'static str>) -> AnyView {
    let set = move |event| {
        let named = elements::value_of(&event);
        let known = GRIDS.into_iter().find(|(word, _)| *word == named);
        grid.set(known.unwrap_or(GRIDS[0]).0);
    };
    let words = words();
    view! {
        <label class="setting">
            <span>{t!("save-as-grid")}</span>
            <select class="field" data-testid="save-as-grid" on:change=set>
                {GRIDS.map(|(word, key)| view! {
                    <option value=word selected=word == grid.get_untracked()>{move || words.key(key)}</option>
                })}
            </select>
        </label>
    }
    .into_any()
}

/// The paper, and of a sheet its scale.
fn sheet(is_sheet: bool, scale: RwSignal<u32>, paper: RwSignal<&'static str>) -> AnyView {
    let set_scale = move |event| scale.set(elements::value_of(&event).parse().unwrap_or(200));
    let set_paper = move |event| {
        let named = elements::value_of(&event);
        paper.set(PAPERS.into_iter().find(|paper| *paper == named).unwrap_or("A3"));
    };
    view! {
        {is_sheet.then(|| view! {
            <label class="setting">
                <span>{t!("save-as-scale")}</span>
                <select class="field" data-testid="save-as-scale" on:change=set_scale>
                    {SCALES.map(|one| view! {
                        <option value=one.to_string() selected=one == scale.get_untracked()>{format!("1:{one}")}</option>
                    })}
                </select>
            </label>
        })}
        <label class="setting">
            <span>{t!("save-as-paper")}</span>
            <select class="field" data-testid="save-as-paper" on:change=set_paper>
                {PAPERS.map(|one| view! { <option value=one selected=one == paper.get_untracked()>{one}</option> })}
            </select>
        </label>
        {is_sheet.then(|| view! { <p class="small soft">{t!("save-as-print")}</p> })}
    }
    .into_any()
}

/// Whether the picture underneath can be seen in a format.
fn shows_picture(to: To) -> bool {
    matches!(to, To::Pdf | To::Png | To::Svg)
}

/// Where the picture underneath is; none where the project has none.
fn picture_at(sources: &Sources) -> Option<String> {
    let underlay = Underlay::of(&ProjectFile::read(&sources.file).ok()?.extra)?.ok()?;
    page::resolved_in(&underlay.file, &sources.folder)
}

/// Has the worker write the file, and offers it.
async fn write(sources: &Sources, what: &Saved, to: To, wish: Wish, lang: Lang) -> Standing {
    let font = match (to.has_paper(), page::resolved(FONT)) {
        (true, Some(url)) => match fetch::bytes(&url).await {
            Ok(bytes) => bytes,
            Err(why) => return Standing::Refused(why.message(&url)),
        },
        _ => Vec::new(),
    };
    let mut job = json!({ "do": "write", "to": to.word(), "lang": lang.tag() });
    if let Some(name) = what.name {
        job["name"] = json!(name.to_string());
    }
    if to.has_paper() {
        job["paper"] = json!(wish.paper);
    }
    if to.is_sheet() {
        job["scale"] = json!(wish.scale);
    }
    if to == To::Dxf {
        job["grid"] = json!(wish.grid);
    }
    let mut files: Vec<&[u8]> = vec![&sources.file, &sources.estate, &what.design, &font];
    let picture = match picture_at(sources).filter(|_| wish.with_picture && shows_picture(to)) {
        // A picture that cannot be had is not seen on the plan either.
        Some(url) => fetch::bytes(&url).await.ok(),
        None => None,
    };
    files.extend(picture.as_deref());
    match exchanger::ask(&job, &files).await {
        Ok(file)
            if files::download(
                &format!("{}.{}", what.stem, to.word()),
                to.media_type(),
                &file.bytes,
            ) =>
        {
            Standing::Done(file.problems)
        }
        Ok(_) => Standing::Refused(Message::new("setup-save-failed")),
        Err(fault) => Standing::Failed(fault),
    }
}
