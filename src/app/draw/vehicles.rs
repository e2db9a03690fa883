//! Where the fire engine gets, and the stretcher, the wheelchair and the bin lorry: a picture with
//! ways and what stops them, the stops as a list, and the way to one door, played.

use std::sync::Arc;

use leptos::html::Div;
use leptos::prelude::*;

use super::asked::{Asked, ask, waits};
use super::walking::theme;
use crate::app::browser::{elements, page};
use crate::app::inquiry::{Inquiry, Insight};
use crate::app::session::Session;
use crate::app::words::{Words, t, words};
use crate::design::Design;
use crate::estate::FeatureId;
use crate::geometry::ScreenVec;
use crate::rules::{Drives, StopBy, Survey, Vehicles, door_name};
use crate::scene::{EstatePlan, LooksAt, Shot};
use crate::text::Message;

/// The most that the picture is wide, in pixels.
const PICTURE_PX: f64 = 760.0;

/// What the dialog works with.
struct Known {
    survey: Arc<Survey>,
    plan: EstatePlan,
    design: Arc<Design>,
}

/// The dialog.
pub fn vehicles(session: Session) -> AnyView {
    let words = words();
    let vehicle = RwSignal::new(Vehicles::FireEngine);
    let looks_at = RwSignal::new(LooksAt::All);
    let plays = RwSignal::new(false);
    let Some(survey) = session.survey() else {
        return ().into_any();
    };
    let known = Arc::new(Known {
        plan: EstatePlan::new(survey.project().estate.clone()),
        design: session.design.get_untracked(),
        survey,
    });
    let design = known.design.clone();
    let what = move || {
        looks_at.set(LooksAt::All);
        (Inquiry::Drive(vehicle.get()), design.clone())
    };
    let driven = ask(session, what, Insight::drives);
    let options = Vehicles::ALL.into_iter().enumerate().map(|(number, one)| {
        view! { <option value=number.to_string()>{move || words.key(one.key())}</option> }
    });
    let choose = move |event| {
        let chosen = event_target_value(&event).parse().ok();
        if let Some(one) = chosen.and_then(|number: usize| Vehicles::ALL.get(number)) {
            vehicle.set(*one);
        }
    };
    view! {
        <div class="walking" data-testid="vehicles">
            <div class="choices">
                <label><span>{t!("vehicles-which")}</span>
                    <select class="field" data-testid="vehicles-which" on:change=choose>{options.collect_view()}</select></label>
            </div>
            {move || match driven.get() {
                Asked::Is(drives) => shown(&known, drives, looks_at, plays),
                waiting => waits(&waiting, "vehicles-reckoning"),
            }}
        </div>
    }
    .into_any()
}

/// What came of it, or why the vehicle was not driven.
fn shown(
    known: &Arc<Known>,
    drives: Arc<Drives>,
    looks_at: RwSignal<LooksAt>,
    plays: RwSignal<bool>,
) -> AnyView {
    let words = words();
    let Some(why) = &drives.why_not else {
        return driven_view(known.clone(), drives, looks_at, plays);
    };
    let why = Message {
        key: why.clone().into(),
        args: Vec::new(),
    };
    let why = why.with("rule", Message::new(drives.vehicle.key()));
    view! { <p data-testid="vehicles-none">{move || words.say(&why)}</p> }.into_any()
}

fn driven_view(
    known: Arc<Known>,
    drives: Arc<Drives>,
    looks_at: RwSignal<LooksAt>,
    plays: RwSignal<bool>,
) -> AnyView {
    let words = words();
    let frame = NodeRef::<Div>::new();
    let theme_now = Signal::derive(theme);
    let (shown, ways) = (known.clone(), drives.clone());
    Effect::new(move |_| {
        let Some(frame) = frame.get() else { return };
        let bounds = shown.plan.bounds();
        // As wide as it is shown, so that its words are as large on a phone.
        let width = elements::size_of(&frame).x.clamp(300.0, PICTURE_PX);
        let height = width * (bounds.height() / bounds.width().max(1.0)).clamp(0.4, 1.6);
        let title = words.key(ways.vehicle.key());
        let shot = Shot {
            plan: &shown.plan,
            design: Some(shown.design.as_ref()),
            catalogue: &shown.survey.project().catalogue,
            size: ScreenVec::new(width, height),
            theme: theme_now.get(),
            title: &title,
            ids: "drive-",
        };
        elements::put_svg(&frame, &shot.driving(&ways, looks_at.get(), plays.get()));
    });
    let reached = drives.doors.iter().filter(|door| door.reached).count();
    let today = drives.doors.iter().filter(|door| door.reached_today).count();
    // The map shows no steps; a wheelchair is not taken up what is taken to be there.
    let steps = drives.vehicle == Vehicles::Wheelchair;
    let ramps = drives.doors.iter().filter(|door| door.reached && door.ramp);
    let summary = Message::new(if steps {
        "vehicles-summary-steps"
    } else {
        "vehicles-summary"
    })
    .with("n", reached)
    .with("ramps", ramps.count())
    .with("all", drives.doors.len())
    .with("today", today);
    let note = Message::new("vehicles-note")
        .number("width", drives.width, 2)
        .number("reach", drives.reach, 0)
        .number("way", drives.way, 1);
    let stoops = steps.then(|| view! { <p class="note">{t!("vehicles-note-steps")}</p> });
    view! {
        <p role="status" data-testid="vehicles-summary">{move || words.say(&summary)}</p>
        {doors(&known, &drives, looks_at, plays, words)}
        <div class="picture-of-plan" data-testid="vehicles-picture" node_ref=frame></div>
        {stops(&drives, looks_at, words)}
        {stoops}
        <p class="note">{move || words.say(&note)}</p>
    }
    .into_any()
}

/// The doors to choose from, and the button that plays the way there.
fn doors(
    known: &Known,
    drives: &Drives,
    looks_at: RwSignal<LooksAt>,
    plays: RwSignal<bool>,
    words: Words,
) -> AnyView {
    let estate = &known.survey.project().estate;
    let options: Vec<_> = drives
        .doors
        .iter()
        .enumerate()
        .map(|(number, door)| {
            let key = if door.reached {
                "vehicles-door-reached"
            } else {
                "vehicles-door-not"
            };
            let name = door_name(estate, &FeatureId::new(&door.id));
            let said = words.say(&Message::new(key).with("door", name));
            let chosen = move || looks_at.get() == LooksAt::Door(number);
            view! { <option value=number.to_string() selected=chosen>{said}</option> }
        })
        .collect();
    let choose = move |event| {
        let number: Option<usize> = event_target_value(&event).parse().ok();
        looks_at.set(number.map_or(LooksAt::All, LooksAt::Door));
    };
    let has_way = move || matches!(looks_at.get(), LooksAt::Door(_));
    let play = move |_| {
        // Where little motion is wanted the way stands there, swept from end to end.
        let calm = page::media("(prefers-reduced-motion: reduce)");
        plays.update(|plays| *plays = !*plays && !calm);
    };
    view! {
        <div class="choices">
            <label><span>{t!("vehicles-door")}</span>
                <select class="field" data-testid="vehicles-door" on:change=choose>
                    <option value="">{t!("vehicles-all")}</option>
                    {options}
                </select></label>
            <button class="button" type="button" data-testid="vehicles-play" disabled=move || !has_way()
                aria-pressed=move || if plays.get() { "true" } else { "false" } on:click=play>
                {t!("vehicles-play")}</button>
        </div>
    }
    .into_any()
}

/// What stops the vehicle, each a button that shows it.
fn stops(drives: &Drives, looks_at: RwSignal<LooksAt>, words: Words) -> AnyView {
    let rows: Vec<_> = drives
        .stops
        .iter()
        .enumerate()
        .map(|(number, stop)| {
            let said = match stop.by {
                StopBy::Gap { left, short_cm, .. } => {
                    let today = stop.placements.is_empty();
                    Message::new(if today {
                        "vehicles-stop"
                    } else {
                        "vehicles-stop-drawn"
                    })
                    .number("left", left, 2)
                    .number("short", short_cm, 0)
                }
                StopBy::Bend { left, asked, .. } => Message::new("vehicles-stop-bend")
                    .number("left", left, 1)
                    .number("asked", asked, 1),
            };
            let said = said.with("doors", stop.doors);
            view! {
                <li><button class="button" type="button" data-testid="vehicles-stop"
                    on:click=move |_| looks_at.set(LooksAt::Stop(number))>{words.say(&said)}</button></li>
            }
        })
        .collect();
    view! { <ul class="stops-of-vehicles">{rows}</ul> }.into_any()
}
