//! The picture underneath: picked, brought to scale by what is known, turned, faded, cropped, held.

use leptos::html::Input;
use leptos::prelude::*;

use super::edge::number;
use super::reading_bar::ReadingBar;
use super::reading_picture;
use super::state::{Setup, Tool};
use super::trace::Trace;
use crate::app::browser::elements;
use crate::app::browser::exchanger::Course;
use crate::app::browser::files;
use crate::app::words::{t, words};
use crate::project::Underlay;
use crate::setup::{Change, PictureChange};
use crate::text::Message;

/// The panel.
#[component]
pub fn Picture(
    /// The set-up.
    setup: Setup,
) -> impl IntoView {
    let laid = Memo::new(move |_| {
        setup.history.with(|history| {
            let picture = history.now().picture.as_ref();
            picture.map(|picture| picture.underlay.clone())
        })
    });
    view! {
        <p class="soft">{t!("picture-lead")}</p>
        {pick(setup, laid)}
        {move || laid.with(Option::is_some).then(|| view! {
            {standing(laid)}
            {page_said(setup)}
            {lock(setup, laid)}
            {length(setup)}
            {places(setup)}
            {turn(setup, laid)}
            {look(setup, laid)}
            {crop(setup, laid)}
        })}
        <Trace setup />
    }
}

type Laid = Memo<Option<Underlay>>;

fn change(setup: Setup, change: PictureChange, said: &'static str) -> bool {
    setup.apply(&Change::Picture(change), Message::new(said))
}

/// Picking a file, and taking the picture away.
fn pick(setup: Setup, laid: Laid) -> AnyView {
    let words = words();
    let busy = RwSignal::new(None::<String>);
    let field = NodeRef::<Input>::new();
    let course = Course::unbegun();
    let chosen = files::when_chosen(field, move |picked| async move {
        let (name, bytes) = match picked {
            Ok(picked) => picked,
            Err(why) => return setup.teller.tell(why),
        };
        // Another file in the middle of one is the one that is wanted.
        course.stop();
        busy.set(Some(name));
        let read = reading_picture::picture(&bytes, words.lang_untracked(), course).await;
        match read {
            Ok(Some(read)) => {
                let said = read.said();
                if setup.apply(&Change::Picture(read.change), Message::new("picture-laid")) {
                    setup.page.set(read.page);
                    setup.teller.tell(said);
                }
            }
            // Whoever ended it has said so.
            Ok(None) => return,
            Err(why) => setup.teller.tell(why),
        }
        busy.set(None);
    });
    let stop = Callback::new(move |()| {
        if let Some(name) = busy.get_untracked() {
            busy.set(None);
            course.stop();
            setup
                .teller
                .tell(Message::new("setup-reading-stopped").with("name", name));
        }
        // The button goes; the next thing to do is to pick a file.
        if let Some(field) = field.get_untracked() {
            let _ = field.focus();
        }
    });
    let is_laid = move || laid.with(Option::is_some);
    view! {
        <div class="actions setupentry">
            <label class="button pickfile" class:main=move || !is_laid()>
                {move || if is_laid() { t!("picture-other").into_any() } else { t!("picture-pick").into_any() }}
                <input class="aloud" type="file" accept=reading_picture::PICTURES data-testid="setup-picture" node_ref=field
                    on:change=chosen />
            </label>
            {move || is_laid().then(|| view! {
                <button class="button danger" type="button" data-testid="setup-picture-remove"
                    on:click=move |_| { if change(setup, PictureChange::Remove, "picture-removed") { setup.page.set(Vec::new()); } }>
                    {t!("picture-remove")}</button>
            })}
        </div>
        <p class="small soft">{t!("picture-kinds")}</p>
        {move || busy.get().map(|name| view! { <ReadingBar name course stop /> })}
    }
    .into_any()
}

/// How large it is now.
fn standing(laid: Laid) -> AnyView {
    let words = words();
    let said = move || {
        laid.get().map(|of| {
            let [width, height] = of.pixels.map(|side| f64::from(side) * of.metres_per_pixel);
            words.say(
                &Message::new("picture-standing")
                    .number("width", width, 1)
                    .number("height", height, 1)
                    .number("pixel", of.metres_per_pixel * 100.0, 2)
                    .number("turn", of.turn, 1),
            )
        })
    };
    view! { <p role="status" data-testid="setup-picture-said">{said}</p> }.into_any()
}

/// What was said of the page of a PDF: how large it is on paper, and what of it is lacking.
fn page_said(setup: Setup) -> AnyView {
    let words = words();
    let lines = move || {
        let said = setup.page.get().into_iter();
        said.map(|line| view! { <p class="small">{move || line.say(words.lang())}</p> })
            .collect_view()
    };
    view! { <div role="status" data-testid="setup-picture-page">{lines}</div> }.into_any()
}

fn lock(setup: Setup, laid: Laid) -> AnyView {
    let is_locked = move || laid.with(|of| of.as_ref().is_some_and(|of| of.locked));
    let set = move |event| {
        let locked = event_target_checked(&event);
        let said = if locked {
            "picture-locked"
        } else {
            "picture-unlocked"
        };
        change(setup, PictureChange::Lock(locked), said);
    };
    view! {
        <label class="check">
            <input type="checkbox" data-testid="setup-picture-lock" prop:checked=is_locked on:change=set />
            <span>{t!("picture-lock")}</span></label>
    }
    .into_any()
}

/// To scale by a length that is known: two presses and a number.
fn length(setup: Setup) -> AnyView {
    let words = words();
    let metres = RwSignal::new(String::new());
    let is_on = move || setup.tool.get() == Tool::Length;
    let said =
        move || words.say(&Message::new("picture-length-pressed").with("n", setup.corners.read().len()));
    let set = move |_| {
        let Some(metres) = number(setup, &metres.get_untracked()) else {
            return;
        };
        let [from, to] = setup.corners.get_untracked()[..] else {
            return;
        };
        if change(
            setup,
            PictureChange::Length { from, to, metres },
            "picture-scaled",
        ) {
            setup.tool.set(Tool::Choose);
            setup.corners.set(Vec::new());
        }
    };
    view! {
        <fieldset class="stack">
            <legend class="label">{t!("picture-length")}</legend>
            <p class="small soft">{t!("picture-length-lead")}</p>
            {tool(setup, Tool::Length, "picture-length-begin", "setup-picture-length")}
            {move || is_on().then(|| view! {
                <p role="status">{said}</p>
                <div class="row">
                    <input class="field short" inputmode="decimal" aria-label=t!("picture-length-metres")
                        placeholder=t!("picture-length-metres") data-testid="setup-picture-metres"
                        prop:value=metres on:input=move |event| metres.set(elements::value_of(&event)) />
                    <button class="button main" type="button" data-testid="setup-picture-scale"
                        disabled=move || setup.corners.read().len() < 2 on:click=set>{t!("picture-length-set")}</button>
                </div>
            })}
        </fieldset>
    }
    .into_any()
}

/// To where it belongs: by two known points, or moved by one.
fn places(setup: Setup) -> AnyView {
    let words = words();
    let said = move || {
        let n = setup.corners.read().len();
        let key = match (setup.tool.get(), n) {
            (Tool::Points, 0) | (Tool::Move, 0) => "picture-point-now",
            (Tool::Points, 1) | (Tool::Move, 1) => "picture-point-there",
            (Tool::Points, 2) => "picture-second-now",
            (Tool::Points, 3) => "picture-second-there",
            _ => return None,
        };
        Some(words.key(key))
    };
    view! {
        <fieldset class="stack">
            <legend class="label">{t!("picture-places")}</legend>
            <p class="small soft">{t!("picture-places-lead")}</p>
            <div class="actions">
                {tool(setup, Tool::Points, "picture-points-begin", "setup-picture-points")}
                {tool(setup, Tool::Move, "picture-move-begin", "setup-picture-move")}
            </div>
            <p role="status" data-testid="setup-picture-next">{said}</p>
        </fieldset>
    }
    .into_any()
}

/// A button that takes a tool into the hand, or lays it down again.
fn tool(setup: Setup, tool: Tool, key: &'static str, id: &'static str) -> AnyView {
    let is_on = move || setup.tool.get() == tool;
    let take = move |_| {
        setup.corners.set(Vec::new());
        setup.tool.set(if is_on() { Tool::Choose } else { tool });
    };
    view! {
        <button class="button" type="button" data-testid=id on:click=take
            aria-pressed=move || if is_on() { "true" } else { "false" }>{t!(key)}</button>
    }
    .into_any()
}

fn turn(setup: Setup, laid: Laid) -> AnyView {
    let now = move || laid.with(|of| of.as_ref().map_or(0.0, |of| of.turn));
    let by = move |degrees: f64| {
        change(setup, PictureChange::Turn(degrees), "picture-turned");
    };
    let typed = move |event| {
        if let Some(wanted) = number(setup, &elements::value_of(&event)) {
            by(wanted - laid.with_untracked(|of| of.as_ref().map_or(0.0, |of| of.turn)));
        }
    };
    view! {
        <fieldset class="stack">
            <legend class="label">{t!("picture-turn")}</legend>
            <div class="row">
                <input class="field short" inputmode="decimal" aria-label=t!("picture-turn") data-testid="setup-picture-turn"
                    prop:value=move || format!("{:.1}", now()) on:change=typed />
                {[(-90.0, "−90°"), (-1.0, "−1°"), (1.0, "+1°"), (90.0, "+90°")].map(|(degrees, shown)| view! {
                    <button class="button" type="button" on:click=move |_| by(degrees)>{shown}</button>
                })}
            </div>
        </fieldset>
    }
    .into_any()
}

/// How strong it is.
fn look(setup: Setup, laid: Laid) -> AnyView {
    let percent = move || laid.with(|of| of.as_ref().map_or(50.0, |of| (of.strength * 100.0).round()));
    let set = move |event| {
        if let Ok(percent) = elements::value_of(&event).parse::<f64>() {
            change(setup, PictureChange::Strength(percent / 100.0), "picture-faded");
        }
    };
    view! {
        <label class="setting wide"><span>{t!("picture-strength")}</span>
            <input type="range" min="5" max="100" step="5" data-testid="setup-picture-strength"
                prop:value=percent on:change=set /></label>
    }
    .into_any()
}

/// What is cut off at each side, in hundredths.
fn crop(setup: Setup, laid: Laid) -> AnyView {
    let cut_of = |of: &Underlay| {
        let [left, top, right, bottom] = of.crop;
        [left, top, 1.0 - right, 1.0 - bottom]
    };
    let sides = ["picture-left", "picture-top", "picture-right", "picture-bottom"];
    let field = |side: usize, key: &'static str| {
        let shown = move || laid.with(|of| of.as_ref().map_or(0.0, |of| (cut_of(of)[side] * 100.0).round()));
        let set = move |event| {
            let (Some(percent), Some(mut cut)) = (
                number(setup, &elements::value_of(&event)),
                laid.with_untracked(|of| of.as_ref().map(cut_of)),
            ) else {
                return;
            };
            cut[side] = percent / 100.0;
            let [left, top, right, bottom] = cut;
            let kept = [left, top, 1.0 - right, 1.0 - bottom];
            change(setup, PictureChange::Crop(kept), "picture-cropped");
        };
        view! {
            <label class="setting"><span>{t!(key)}</span>
                <input class="field short" inputmode="decimal" data-testid=key prop:value=shown on:change=set /></label>
        }
    };
    view! {
        <details class="problems">
            <summary>{t!("picture-crop")}</summary>
            {sides.into_iter().enumerate().map(|(side, key)| field(side, key)).collect_view()}
        </details>
    }
    .into_any()
}
