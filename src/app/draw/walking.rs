//! How far it is on foot without steps: a map in bands of minutes, its legend, and a table by house.

use std::sync::Arc;

use leptos::html::Div;
use leptos::prelude::*;

use super::asked::{Asked, ask, waits};
use crate::app::browser::elements;
use crate::app::inquiry::{Inquiry, Insight};
use crate::app::prefs::prefs;
use crate::app::session::Session;
use crate::app::words::{Words, t, words};
use crate::design::Design;
use crate::geometry::ScreenVec;
use crate::rules::{Destination, Drives, House, NoWalks, Survey, WalkMap, Walks, houses};
use crate::scene::{EstatePlan, Shot, Theme, walk_patch};
use crate::text::Message;

/// The picture is at most so many pixels wide; its height follows the estate.
const PICTURE_PX: f64 = 760.0;
/// The keys of the bands, from near to none.
const BANDS: [&str; 6] = [
    "walking-band-1",
    "walking-band-2",
    "walking-band-3",
    "walking-band-4",
    "walking-band-5",
    "walking-band-6",
];

/// What both dialogs ask: the estate as the checks know it, and every walk.
pub struct Reckoned {
    /// The estate with its rules.
    pub survey: Arc<Survey>,
    /// The estate prepared for drawing.
    pub plan: EstatePlan,
    /// The drawing when the dialog was opened.
    pub design: Arc<Design>,
    /// Every walk.
    pub walks: Walks,
    /// Where the fire engine gets; only for the card of a door.
    pub engine: Drives,
}

/// What the dialog asked, and what of it stands before the answer.
#[derive(Clone)]
pub struct Opened {
    survey: Arc<Survey>,
    design: Arc<Design>,
    asked: RwSignal<Asked<(Result<Walks, NoWalks>, Drives)>>,
}

impl Opened {
    /// The answer with what it is about, or why there are no walks; before it, what is said meanwhile.
    pub fn shown(&self, none: &'static str, show: impl Fn(Arc<Reckoned>) -> AnyView) -> AnyView {
        let words = words();
        let answer = match self.asked.get() {
            Asked::Is(answer) => answer,
            waiting => return waits(&waiting, "walking-reckoning"),
        };
        let (walks, engine) = (*answer).clone();
        match walks {
            Err(why) => view! { <p data-testid=none>{move || words.key(why.key())}</p> }.into_any(),
            Ok(walks) => show(Arc::new(Reckoned {
                plan: EstatePlan::new(self.survey.project().estate.clone()),
                survey: self.survey.clone(),
                design: self.design.clone(),
                walks,
                engine,
            })),
        }
    }
}

/// Asks about the drawing as it is when the dialog is opened; none only while the page goes away.
pub fn opened(session: Session, inquiry: Inquiry) -> Option<Opened> {
    let (survey, design) = (session.survey()?, session.design.get_untracked());
    let about = design.clone();
    let asked = ask(session, move || (inquiry, about.clone()), Insight::walks);
    Some(Opened {
        survey,
        design,
        asked,
    })
}

/// The theme of pictures in dialogs.
pub fn theme() -> Theme {
    let dark = prefs().is_some_and(|prefs| prefs.dark.get());
    if dark { Theme::DARK } else { Theme::LIGHT }
}

/// The dialog.
pub fn walking(session: Session) -> AnyView {
    let Some(opened) = opened(session, Inquiry::Walks) else {
        return ().into_any();
    };
    view! {
        <div class="walking" data-testid="walking">
            {move || opened.shown("walking-none", |known| map(session, known))}
        </div>
    }
    .into_any()
}

fn map(session: Session, known: Arc<Reckoned>) -> AnyView {
    let words = words();
    let to = RwSignal::new(Destination::Plaza);
    let after = RwSignal::new(true);
    let frame = NodeRef::<Div>::new();
    let (shown, about) = (known.clone(), known.design.clone());
    let theme_now = Signal::derive(theme);
    let what = move || (Inquiry::WalkMap(to.get(), after.get()), about.clone());
    let bands = ask(session, what, Insight::map);
    // Until another map is there, the last stays.
    Effect::new(move |_| {
        if let (Some(frame), Asked::Is(map)) = (frame.get(), bands.get()) {
            // As wide as it is seen, so that its letters stay as large as the page's.
            let width = elements::size_of(&frame).x.clamp(300.0, PICTURE_PX);
            let of = (to.get_untracked(), after.get_untracked());
            let picture = picture(&shown, &map, of, width, theme_now.get(), words);
            elements::put_svg(&frame, &picture);
        }
    });
    let options = Destination::ALL.map(|one| {
        view! {
            <option value=one.word() selected=one == Destination::Plaza>{move || words.key(one.key())}</option>
        }
    });
    let choose = move |event| {
        if let Some(one) = Destination::from_word(&event_target_value(&event)) {
            to.set(one);
        }
    };
    let exists = known.clone();
    let nothing = move || {
        let walks = &exists.walks;
        let at = Destination::ALL.iter().position(|one| *one == to.get())?;
        let there = if after.get() {
            walks.exist.1[at]
        } else {
            walks.exist.0[at]
        };
        let state = if after.get() { "after" } else { "before" };
        (!there).then(|| {
            let said = Message::new("walking-nothing")
                .with("state", state)
                .with("to", Message::new(to.get().key()));
            view! { <p class="note" role="status" data-testid="walking-nothing">{words.say(&said)}</p> }
        })
    };
    let state = |value: bool, key: &'static str| {
        view! {
            <button class="button" type="button" aria-pressed=move || if after.get() == value { "true" } else { "false" }
                data-testid=key on:click=move |_| after.set(value)>{move || words.key(key)}</button>
        }
    };
    let table = known.clone();
    view! {
        <div class="choices">
            <label><span>{t!("walking-to")}</span>
                <select class="field" data-testid="walking-to" on:change=choose>{options.collect_view()}</select></label>
            <div class="row" role="group" aria-label=t!("walking-state")>
                {state(false, "walking-before")}{state(true, "walking-after")}
            </div>
        </div>
        {nothing}
        {move || bands.with(|bands| waits(bands, "walking-reckoning"))}
        <div class="picture-of-plan" data-testid="walking-picture" node_ref=frame></div>
        {legend()}
        <div class="scrolls" tabindex="0" role="region" aria-label=t!("walking-house")>{move || by_house(&table, to.get(), words)}</div>
        {benches(&known, words)}
        {note(&known, words)}
    }
    .into_any()
}

fn picture(
    known: &Reckoned,
    map: &WalkMap,
    (to, after): (Destination, bool),
    width: f64,
    theme: Theme,
    words: Words,
) -> String {
    let bounds = known.plan.bounds();
    let height = width * (bounds.height() / bounds.width().max(1.0)).clamp(0.4, 1.6);
    let title = Message::new("walking-picture").with("to", Message::new(to.key()));
    let title = words.say(&title);
    let shot = Shot {
        plan: &known.plan,
        design: after.then_some(known.design.as_ref()),
        catalogue: &known.survey.project().catalogue,
        size: ScreenVec::new(width, height),
        theme,
        title: &title,
        ids: "walk-",
    };
    shot.walking(map)
}

fn legend() -> AnyView {
    let words = words();
    let theme_now = Signal::derive(theme);
    let entries = BANDS.into_iter().enumerate().map(|(band, key)| {
        let frame = NodeRef::<leptos::html::Span>::new();
        Effect::new(move |_| {
            if let Some(frame) = frame.get() {
                let ids = format!("band-{band}-");
                let patch = walk_patch(band, ScreenVec::new(40.0, 24.0), theme_now.get(), &ids);
                elements::put_svg(&frame, &patch);
            }
        });
        view! { <li><span class="patch" node_ref=frame></span>{move || words.key(key)}</li> }
    });
    view! { <ul class="legend-of-walks" data-testid="walking-legend">{entries.collect_view()}</ul> }
        .into_any()
}

/// The least and most minutes from the stair doors of each house, before and after.
fn by_house(known: &Reckoned, to: Destination, words: Words) -> AnyView {
    let walks = &known.walks;
    let at = Destination::ALL
        .iter()
        .position(|one| *one == to)
        .unwrap_or_default();
    let rows = houses(&known.survey).into_iter().map(|house| {
        let name = words.say(&house.name);
        let before = said(walks, &house, at, false, words);
        let after = said(walks, &house, at, true, words);
        view! { <tr data-testid="walking-row"><th scope="row">{name}</th><td>{before}</td><td>{after}</td></tr> }
    });
    let caption = Message::new("walking-table").with("to", Message::new(to.key()));
    view! {
        <table class="by-house">
            <caption>{words.say(&caption)}</caption>
            <thead><tr>
                <th scope="col">{words.key("walking-house")}</th>
                <th scope="col">{words.key("walking-now")}</th>
                <th scope="col">{words.key("walking-then")}</th>
            </tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn said(walks: &Walks, house: &House, at: usize, after: bool, words: Words) -> String {
    let exists = if after {
        walks.exist.1[at]
    } else {
        walks.exist.0[at]
    };
    if !exists {
        return words.key("walk-nothing");
    }
    let own = house.doors.iter().filter_map(|(door, _)| walks.of(door));
    let own: Vec<Option<f64>> = own
        .map(|walk| if after { walk.after[at] } else { walk.before[at] })
        .collect();
    let minutes: Vec<f64> = own
        .iter()
        .flatten()
        .map(|metres| walks.minutes(*metres))
        .collect();
    if minutes.is_empty() {
        return words.key("walking-all-none");
    }
    let tenth = |value: f64| (value * 10.0).round() / 10.0;
    let least = tenth(minutes.iter().copied().fold(f64::MAX, f64::min));
    let most = tenth(minutes.iter().copied().fold(0.0, f64::max));
    let range = if least < most {
        Message::new("walking-range")
            .number("least", least, 1)
            .number("most", most, 1)
    } else {
        Message::new("walking-one").number("minutes", least, 1)
    };
    let without = own.len() - minutes.len();
    if without == 0 {
        return words.say(&range);
    }
    words.say(
        &Message::new("walking-some-none")
            .with("said", range)
            .with("n", without),
    )
}

fn benches(known: &Reckoned, words: Words) -> AnyView {
    let walks = &known.walks;
    let longest = walks.doors.iter().filter_map(|walk| walk.longest_unrested);
    let far: Vec<f64> = longest.filter(|metres| *metres > walks.bench_every).collect();
    let message = Message::new("walking-benches-said")
        .number("every", walks.bench_every, 0)
        .with("n", far.len())
        .with("all", walks.doors.len())
        .number("longest", far.iter().copied().fold(0.0, f64::max), 0);
    view! {
        <h3>{t!("walking-benches")}</h3>
        <p data-testid="walking-benches">{move || words.say(&message)}</p>
    }
    .into_any()
}

fn note(known: &Reckoned, words: Words) -> AnyView {
    let message = Message::new("walking-note").number("speed", known.walks.speed, 1);
    view! { <p class="note">{move || words.say(&message)}</p> }.into_any()
}
