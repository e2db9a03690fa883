//! Shadows on the plan: the day, the hour, and a day played. Opened by an action, and gone with it.

use std::time::Duration;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::sun_picture::SunPicture;
use crate::app::browser::{elements, page};
use crate::app::parts::Icon;
use crate::app::session::Session;
use crate::app::sights::Compare;
use crate::app::words::{Words, t, words};
use crate::design::Design;
use crate::editor::Action;
use crate::geometry::{WorldVec, compass};
use crate::rules::Shadows;
use crate::sunlight::{Day, Sun};
use crate::text::Message;

/// The slider goes from six to eighteen, in minutes after midnight of true solar time.
const FROM: f64 = 360.0;
const TO: f64 = 1_080.0;
/// Where it stands at first: ten in the morning.
const FIRST: f64 = 600.0;
/// A step of the slider, in minutes.
const STEP: f64 = 5.0;
/// Playing goes on by so many minutes every so many milliseconds.
const PLAY: (f64, u64) = (5.0, 100);
/// Where little motion is wanted, a picture an hour.
const PLAY_CALMLY: (f64, u64) = (60.0, 1_400);

/// What is chosen; kept while the page lives, so that opening it again shows the same hour.
#[derive(Clone, Copy)]
pub(super) struct Chosen {
    pub day: RwSignal<Day>,
    /// Minutes after midnight, true solar time.
    pub minutes: RwSignal<f64>,
    playing: RwSignal<bool>,
}

/// The shadows, where they are asked for.
#[component]
pub fn SunBar(
    /// The drawing.
    session: Session,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let chosen = Chosen {
        day: RwSignal::new(Day::GreatCold),
        minutes: RwSignal::new(FIRST),
        playing: RwSignal::new(false),
    };
    Effect::new(move |_| {
        if matches!(session.asked.get(), Some((_, Action::ShowShadows))) {
            open.update(|open| *open = !*open);
            let shown = open.get_untracked();
            session.teller.say(Message::new(if shown {
                "say-shadows-on"
            } else {
                "say-shadows-off"
            }));
            if shown {
                request_animation_frame(|| elements::focus_on("[data-testid=sun-hour]"));
            }
        }
    });
    view! { <Show when=move || open.get()>{opened(session, chosen, open)}</Show> }
}

/// The picture and its bar.
fn opened(session: Session, chosen: Chosen, open: RwSignal<bool>) -> AnyView {
    let shadows = Memo::new_with_compare(
        move |_| {
            let before = session.sights.compare.get() == Compare::Before;
            let design = session.design.get();
            session.shadows(if before {
                Design::new("", "").into()
            } else {
                design
            })
        },
        |_, _| true,
    );
    let close = move || {
        open.set(false);
        session.teller.say(Message::new("say-shadows-off"));
        elements::focus_on("#plan");
    };
    on_cleanup(move || chosen.playing.set(false));
    let key = move |event: KeyboardEvent| {
        // The plan has keys of its own for arrows and Escape.
        event.stop_propagation();
        if event.key() == "Escape" {
            close();
        }
    };
    view! {
        <SunPicture session chosen shadows />
        <section class="sunbar" data-testid="shadows" aria-label=t!("action-show-shadows") on:keydown=key>
            <div class="row">
                {days(chosen)}
                <span class="hour" aria-hidden="true">{move || hour_of(chosen.minutes.get())}</span>
                <button class="button icon-only quiet" type="button" aria-label=t!("shadows-close")
                    data-testid="sun-close" on:click=move |_| close()>
                    <Icon name="cancel" />
                </button>
            </div>
            <div class="row">
                {play(session, chosen)}
                {slider(chosen)}
            </div>
            {status(chosen, shadows)}
        </section>
    }
    .into_any()
}

/// The menu of days.
fn days(chosen: Chosen) -> AnyView {
    let words = words();
    let choose = move |event| {
        let key = event_target_value(&event);
        let day = Day::ALL.into_iter().find(|day| day.key() == key);
        chosen.day.set(day.unwrap_or(Day::GreatCold));
    };
    let option = move |day: Day| {
        view! {
            <option value=day.key() selected=move || chosen.day.get() == day>{move || words.key(day.key())}</option>
        }
    };
    view! {
        <select class="field" data-testid="sun-day" aria-label=t!("shadows-day") on:change=choose>
            {Day::ALL.map(option).collect_view()}
        </select>
    }
    .into_any()
}

/// The slider of the hour.
fn slider(chosen: Chosen) -> AnyView {
    let set = move |event| {
        if let Ok(minutes) = event_target_value(&event).parse::<f64>() {
            chosen.playing.set(false);
            chosen.minutes.set(minutes.clamp(FROM, TO));
        }
    };
    view! {
        <input type="range" data-testid="sun-hour" aria-label=t!("shadows-hour")
            min=FROM.to_string() max=TO.to_string() step=STEP.to_string()
            prop:value=move || chosen.minutes.get().to_string() on:input=set
            aria-valuetext=move || hour_of(chosen.minutes.get()) />
    }
    .into_any()
}

/// The button that plays the day and stops it.
fn play(session: Session, chosen: Chosen) -> AnyView {
    let words = words();
    let playing = chosen.playing;
    let press = move |_| {
        if playing.get_untracked() {
            return playing.set(false);
        }
        if chosen.minutes.get_untracked() >= TO {
            chosen.minutes.set(FROM);
        }
        playing.set(true);
        session.teller.say(Message::new("say-shadows-play"));
        tick(session, chosen);
    };
    let name = move || {
        words.key(if playing.get() {
            "shadows-stop"
        } else {
            "shadows-play"
        })
    };
    view! {
        <button class="button icon-only" type="button" data-testid="sun-play" aria-label=name title=name on:click=press>
            <Icon name=Signal::derive(move || if playing.get() { "pause" } else { "play" }) />
        </button>
    }
    .into_any()
}

/// One step of the day played, and the next after a while.
fn tick(session: Session, chosen: Chosen) {
    let calm = page::media("(prefers-reduced-motion: reduce)");
    let (minutes, pause) = if calm { PLAY_CALMLY } else { PLAY };
    let next = move || {
        if chosen.playing.try_get_untracked() != Some(true) {
            return;
        }
        let at = (chosen.minutes.get_untracked() + minutes).min(TO);
        chosen.minutes.set(at);
        if at < TO {
            return tick(session, chosen);
        }
        chosen.playing.set(false);
        session.teller.say(Message::new("say-shadows-played"));
    };
    set_timeout(next, Duration::from_millis(pause));
}

/// Where the sun stands and what a clock shows; read aloud when the hand rests, not at each step of
/// a day played.
fn status(chosen: Chosen, shadows: Memo<Option<Shadows>>) -> AnyView {
    let words = words();
    let said = move || {
        let (day, hour) = (chosen.day.get(), chosen.minutes.get() / 60.0);
        shadows.with(|shadows| match shadows {
            None => words.key("why-no-latitude"),
            Some(shadows) => sentence(words, shadows, day, hour),
        })
    };
    let live = move || if chosen.playing.get() { "off" } else { "polite" };
    view! { <p class="note" data-testid="sun-said" aria-live=live>{said}</p> }.into_any()
}

fn sentence(words: Words, shadows: &Shadows, day: Day, hour: f64) -> String {
    let sun: Sun = shadows.sun(day, hour);
    let key = match (shadows.at(day, hour).is_some(), Shadows::has_leaves(day)) {
        (false, _) => "shadows-sun-down",
        (true, false) => "shadows-sun-bare",
        (true, true) => "shadows-sun",
    };
    let toward: WorldVec = sun.toward();
    let side = crate::text::Arg::Key {
        key: format!("side-{}", compass(toward)),
        or: String::new(),
    };
    words.say(
        &Message::new(key)
            .with("side", side)
            .with("clock", hour_of(shadows.clock(day, hour)))
            .number("degrees", sun.altitude, 0),
    )
}

/// Minutes after midnight as `9:05`.
fn hour_of(minutes: f64) -> String {
    let minutes = minutes.round() as i64;
    format!("{}:{:02}", minutes / 60, minutes % 60)
}
