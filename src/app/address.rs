//! What the address asks for: `?view=…&project=…&design=…&at=x,y,k&lang=…&text=large`, and
//! `&new=estate` by which the desk's button calls the set-up.
//!
//! Pure, so that a wrong link can be tested without a browser. A parameter that cannot be used
//! falls back to its default and leaves a sentence that says so.

use crate::geometry::{View, WorldPt};
use crate::text::{Lang, Message};

/// One of the three pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// A resident draws.
    #[default]
    Draw,
    /// A meeting looks.
    Wall,
    /// A planner collects.
    Desk,
}

impl Page {
    /// The word in the address.
    pub fn word(self) -> &'static str {
        match self {
            Self::Draw => "draw",
            Self::Wall => "wall",
            Self::Desk => "desk",
        }
    }
}

/// The part of the sheet that a link shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// The middle, in metres.
    pub centre: WorldPt,
    /// Pixels a metre.
    pub scale: f64,
    /// How far the sheet lies turned, in degrees anticlockwise; 0 has north up.
    pub turn: f64,
}

impl Place {
    /// The place that a view shows.
    pub fn of(view: &View) -> Self {
        Self {
            centre: view.centre,
            scale: view.scale,
            turn: view.turn,
        }
    }
}

/// What an address asks for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Address {
    /// Which page.
    pub page: Page,
    /// Another project folder than the endpoint's own.
    pub project: Option<String>,
    /// A design to open.
    pub design: Option<String>,
    /// Whether the desk begins with a new estate.
    pub new_estate: bool,
    /// What to show first.
    pub at: Option<Place>,
    /// The language asked for.
    pub lang: Option<Lang>,
    /// Whether large text is asked for.
    pub large_text: bool,
}

impl Address {
    /// Reads the query of an address (with or without its `?`), and says what could not be used.
    /// Parameters that Mulin does not know are passed over: chat apps add their own.
    pub fn read(query: &str) -> (Self, Vec<Message>) {
        let mut address = Self::default();
        let mut notices = Vec::new();
        for (name, value) in form_urlencoded::parse(query.trim_start_matches('?').as_bytes()) {
            let value = value.trim();
            let understood = match name.as_ref() {
                "view" => page_from(value).map(|page| address.page = page),
                "project" => folder_from(value).map(|folder| address.project = Some(folder)),
                "design" => (!value.is_empty()).then(|| address.design = Some(value.to_owned())),
                "new" => (value == "estate").then(|| address.new_estate = true),
                "at" => place_from(value).map(|place| address.at = Some(place)),
                "lang" => Lang::from_tag(value).map(|lang| address.lang = Some(lang)),
                "text" => matches!(value, "large" | "normal").then(|| address.large_text = value == "large"),
                _ => Some(()),
            };
            if understood.is_none() {
                notices.push(notice(&name, value));
            }
        }
        (address, notices)
    }
}

/// The query with `at` replaced by a place; everything else in it stays as it was.
pub fn with_place(query: &str, place: Place) -> String {
    let others = query
        .trim_start_matches('?')
        .split('&')
        .filter(|part| !part.is_empty() && *part != "at" && !part.starts_with("at="));
    let mut parts: Vec<&str> = others.collect();
    let at = format!("at={}", place_text(place));
    parts.push(&at);
    format!("?{}", parts.join("&"))
}

/// A place as it stands in an address: `x,y,k`, and the turn behind them where north is not up.
pub fn place_text(place: Place) -> String {
    let mut text = format!(
        "{},{},{}",
        rounded(place.centre.x, 100.0),
        rounded(place.centre.y, 100.0),
        rounded(place.scale, 10_000.0)
    );
    if place.turn != 0.0 {
        text += &format!(",{}", rounded(place.turn, 10.0));
    }
    text
}

/// The query without the design that it asked for.
pub fn without_design(query: &str) -> String {
    let others = query
        .trim_start_matches('?')
        .split('&')
        .filter(|part| !part.is_empty() && !part.starts_with("design="));
    format!("?{}", others.collect::<Vec<_>>().join("&"))
}

fn rounded(value: f64, grain: f64) -> f64 {
    (value * grain).round() / grain + 0.0
}

fn notice(name: &str, value: &str) -> Message {
    // A link may carry anything; only so much of it is shown that it can be recognised.
    let shown: String = value.chars().take(40).collect();
    Message::new("address-not-understood")
        .with("name", name)
        .with("value", shown)
}

fn page_from(word: &str) -> Option<Page> {
    [Page::Draw, Page::Wall, Page::Desk]
        .into_iter()
        .find(|page| page.word() == word)
}

/// A folder's address ends in a slash, so that names resolve beside its `project.json`.
fn folder_from(value: &str) -> Option<String> {
    let folder = value.strip_suffix("project.json").unwrap_or(value);
    let scheme = folder.split_once(':').map(|(scheme, _)| scheme);
    let is_web = scheme.is_none_or(|scheme| matches!(scheme, "http" | "https"));
    (!folder.is_empty() && is_web).then(|| {
        if folder.ends_with('/') {
            folder.to_owned()
        } else {
            format!("{folder}/")
        }
    })
}

/// The place that such a text names; none for anything else.
pub fn place_from(value: &str) -> Option<Place> {
    let numbers: Vec<f64> = value
        .split(',')
        .map(|part| part.trim().parse().ok())
        .collect::<Option<_>>()?;
    let (x, y, scale, turn) = match numbers[..] {
        [x, y, scale] => (x, y, scale, 0.0),
        [x, y, scale, turn] if turn.is_finite() => (x, y, scale, turn),
        _ => return None,
    };
    let centre = WorldPt::new(x, y);
    let (least, most) = (View::SMALLEST, View::SCALES.1);
    (centre.is_within_reach() && (least..=most).contains(&scale)).then_some(Place { centre, scale, turn })
}
