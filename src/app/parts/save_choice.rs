//! What a design is saved as, and the choices that each of them has: scale and paper, the size of a picture, the grid of
//! a drawing for CAD.

use leptos::prelude::*;

use crate::app::browser::{elements, fullscreen};
use crate::app::words::{t, words};
use crate::exchange::To;
use crate::text::Message;

const SCALES: [u32; 3] = [100, 200, 500];
const PAPERS: [&str; 5] = ["A4", "A3", "A2", "A1", "A0"];

/// The grids of a drawing for CAD, each with its name; without a word it is the project's own.
const GRIDS: [(&str, &str); 4] = [
    ("", "save-as-grid-own"),
    ("cgcs2000", "save-as-grid-cgcs2000"),
    ("utm", "save-as-grid-utm"),
    ("sheet", "save-as-grid-sheet"),
];

/// Longer sides of a picture in points, each with what it is for.
const SIDES: [(u32, &str); 4] = [
    (1_280, "save-as-size-phone"),
    (1_920, "save-as-size-wall"),
    (3_840, "save-as-size-large"),
    (7_680, "save-as-size-largest"),
];
/// How much shorter the other side is: that of every paper.
const SHAPE: f64 = std::f64::consts::SQRT_2;

/// What is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The design, in a format.
    Design(To),
    /// Paper to work on: the estate, and pieces to cut out.
    CutOut,
}

impl Form {
    /// Each, in the order in which they are offered.
    pub fn all() -> impl Iterator<Item = Self> {
        let designs = To::ALL.map(Self::Design);
        let [pdf, rest @ ..] = designs;
        [pdf, Self::CutOut].into_iter().chain(rest)
    }
    /// Its word in the page.
    pub fn word(self) -> &'static str {
        match self {
            Self::Design(to) => to.word(),
            Self::CutOut => "cut-out",
        }
    }
    /// The one of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::all().find(|form| form.word() == word)
    }
    /// Its name.
    pub fn name(self) -> Message {
        Message::new(match self {
            Self::Design(To::Pdf) => "save-as-pdf",
            Self::Design(To::Dxf) => "save-as-dxf",
            Self::Design(To::Png) => "save-as-png",
            Self::Design(To::Geojson) => "save-as-geojson",
            Self::Design(To::Csv) => "save-as-csv",
            Self::Design(To::Svg) => "save-as-svg",
            Self::CutOut => "save-as-cut-out",
        })
    }
    /// The format of its file.
    pub fn to(self) -> To {
        match self {
            Self::Design(to) => to,
            Self::CutOut => To::Pdf,
        }
    }
    /// Whether the picture underneath can be seen in it.
    pub fn shows_picture(self) -> bool {
        matches!(self.to(), To::Pdf | To::Png | To::Svg)
    }
}

/// How large a picture of points is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Size {
    /// As large as the paper.
    Paper,
    /// So long is its longer side.
    Side(u32),
    /// As its two numbers say.
    Own,
}

impl Size {
    fn word(self) -> String {
        match self {
            Self::Paper => "paper".to_owned(),
            Self::Side(side) => side.to_string(),
            Self::Own => "own".to_owned(),
        }
    }
    fn from_word(word: &str) -> Self {
        match (word, word.parse()) {
            ("own", _) => Self::Own,
            (_, Ok(side)) => Self::Side(side),
            _ => Self::Paper,
        }
    }
}

/// What was chosen.
#[derive(Clone, Copy)]
pub struct Choice {
    /// What is saved.
    pub form: RwSignal<Form>,
    scale: RwSignal<u32>,
    paper: RwSignal<&'static str>,
    grid: RwSignal<&'static str>,
    size: RwSignal<Size>,
    /// Points across and down as they were typed.
    own: RwSignal<[String; 2]>,
    /// Whether the picture underneath goes along.
    pub with_picture: RwSignal<bool>,
}

impl Choice {
    /// What stands there first.
    pub fn new() -> Self {
        Self {
            form: RwSignal::new(Form::Design(To::Pdf)),
            scale: RwSignal::new(200),
            paper: RwSignal::new("A3"),
            grid: RwSignal::new(GRIDS[0].0),
            size: RwSignal::new(Size::Paper),
            own: RwSignal::new(["1920".to_owned(), "1080".to_owned()]),
            with_picture: RwSignal::new(true),
        }
    }
    /// The choices as members of the worker's job (`exchange::job`).
    pub fn write(self, job: &mut serde_json::Value) {
        let to = self.form.get_untracked().to();
        job["to"] = to.word().into();
        if let (To::Png, Some(points)) = (to, self.points()) {
            job["points"] = points.into();
        } else if to.has_paper() {
            job["paper"] = self.paper.get_untracked().into();
        }
        if to.is_sheet() {
            job["scale"] = self.scale.get_untracked().into();
        }
        if to == To::Dxf {
            job["grid"] = self.grid.get_untracked().into();
        }
    }
    /// How many points a picture has across and down, where it is not as large as a paper.
    fn points(self) -> Option<String> {
        match self.size.get_untracked() {
            Size::Paper => None,
            Size::Side(side) => Some(format!("{side}x{}", (f64::from(side) / SHAPE).round())),
            Size::Own => Some(
                self.own
                    .with_untracked(|[across, down]| format!("{across}x{down}")),
            ),
        }
    }
}

/// The choices of what is saved.
pub fn choices(choice: Choice) -> AnyView {
    let words = words();
    let choose = move |event| {
        let form = Form::from_word(&elements::value_of(&event));
        choice.form.set(form.unwrap_or(Form::Design(To::Pdf)));
    };
    let is_picture = move || choice.form.get() == Form::Design(To::Png);
    let has_paper =
        move || choice.form.get().to().has_paper() && (!is_picture() || choice.size.get() == Size::Paper);
    view! {
        <label class="setting">
            <span>{t!("save-as-format")}</span>
            <select class="field" data-testid="save-as-format" on:change=choose>
                {Form::all().map(|form| view! {
                    <option value=form.word()>{move || words.say(&form.name())}</option>
                }).collect_view()}
            </select>
        </label>
        {move || (choice.form.get() == Form::Design(To::Dxf)).then(|| grids(choice.grid))}
        {move || is_picture().then(|| sizes(choice))}
        {move || choice.form.get().to().is_sheet().then(|| scales(choice.scale))}
        {move || has_paper().then(|| papers(choice.paper))}
        {move || choice.form.get().to().is_sheet().then(|| view! { <p class="small soft">{t!("save-as-print")}</p> })}
        {move || (choice.form.get() == Form::CutOut).then(cut_out_note)}
        {move || choice.form.get().to().comes_back().then(|| view! { <p class="small soft">{t!("save-as-back-note")}</p> })}
    }
    .into_any()
}

/// What the paper to work on has, and that its code leads nowhere from a host of this machine alone.
fn cut_out_note() -> AnyView {
    let here_only = fullscreen::is_on_this_machine_only();
    view! {
        <p class="small soft">{t!("save-as-cut-out-note")}</p>
        {here_only.then(|| view! { <p class="small soft">{t!("save-as-cut-out-here")}</p> })}
    }
    .into_any()
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

/// How large a picture is: by what it is for, by a paper, or by two numbers.
fn sizes(choice: Choice) -> AnyView {
    let words = words();
    let set = move |event| choice.size.set(Size::from_word(&elements::value_of(&event)));
    let sides = SIDES.map(|(side, key)| (Size::Side(side), Message::new(key).with("side", side.to_string())));
    let all = std::iter::once((Size::Paper, Message::new("save-as-size-paper")))
        .chain(sides)
        .chain([(Size::Own, Message::new("save-as-size-own"))]);
    view! {
        <label class="setting">
            <span>{t!("save-as-size")}</span>
            <select class="field" data-testid="save-as-size" on:change=set>
                {all.map(|(size, name)| view! {
                    <option value=size.word() selected=size == choice.size.get_untracked()>
                        {move || words.say(&name)}</option>
                }).collect_view()}
            </select>
        </label>
        {move || (choice.size.get() == Size::Own).then(|| [
            own_side(choice, 0, "save-as-across"),
            own_side(choice, 1, "save-as-down"),
        ])}
    }
    .into_any()
}

fn own_side(choice: Choice, at: usize, key: &'static str) -> AnyView {
    let words = words();
    let shown = choice.own.with_untracked(|own| own[at].clone());
    let set = move |event| {
        let typed = elements::value_of(&event);
        choice.own.update(|own| typed.trim().clone_into(&mut own[at]));
    };
    view! {
        <label class="setting">
            <span>{move || words.key(key)}</span>
            <input class="field" inputmode="numeric" autocomplete="off" maxlength="6" data-testid=key
                prop:value=shown on:input=set />
        </label>
    }
    .into_any()
}

fn scales(scale: RwSignal<u32>) -> AnyView {
    let set = move |event| scale.set(elements::value_of(&event).parse().unwrap_or(200));
    view! {
        <label class="setting">
            <span>{t!("save-as-scale")}</span>
            <select class="field" data-testid="save-as-scale" on:change=set>
                {SCALES.map(|one| view! {
                    <option value=one.to_string() selected=one == scale.get_untracked()>{format!("1:{one}")}</option>
                })}
            </select>
        </label>
    }
    .into_any()
}

fn papers(paper: RwSignal<&'static str>) -> AnyView {
    let set = move |event| {
        let named = elements::value_of(&event);
        paper.set(PAPERS.into_iter().find(|paper| *paper == named).unwrap_or("A3"));
    };
    view! {
        <label class="setting">
            <span>{t!("save-as-paper")}</span>
            <select class="field" data-testid="save-as-paper" on:change=set>
                {PAPERS.map(|one| view! { <option value=one selected=one == paper.get_untracked()>{one}</option> })}
            </select>
        </label>
    }
    .into_any()
}
