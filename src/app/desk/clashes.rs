//! What another planner answered otherwise meanwhile: said thing by thing, until it is chosen whose answer stands.

use leptos::prelude::*;

use super::answer_of::answer_said;
use super::rows::title_of;
use super::state::Desk;
use crate::app::browser::elements;
use crate::app::words::{Words, t, words};
use crate::design::stored::DesignName;
use crate::rules::said;
use crate::submission::{Clash, Reply, Subject};
use crate::tally::Received;
use crate::text::Message;

/// More than these are not put into the page at once; the buttons for all mean all.
const MOST_SHOWN: usize = 200;

/// All of them with their buttons; nothing where there is none.
#[component]
pub fn Clashes(
    /// The desk.
    desk: Desk,
    /// Told after each choice.
    chosen: Callback<()>,
) -> impl IntoView {
    let words = words();
    let choose = move |list: Vec<(DesignName, Clash)>, theirs: bool| {
        for (design, clash) in &list {
            desk.answers.choose(*design, clash, theirs);
        }
        chosen.run(());
        // The buttons that were pressed are gone: on to the next choice, or to what comes after the last.
        request_animation_frame(|| {
            elements::focus_on_first(&[
                "[data-testid=clash-theirs]",
                "[data-testid=publish]:enabled",
                "[data-testid=publish-state]",
            ]);
        });
    };
    let all = move || {
        let clashes = desk.answers.clashes.read();
        let of = |(design, clashed): (&DesignName, &super::answers::Clashed)| {
            let design = *design;
            clashed
                .clashes
                .clone()
                .into_iter()
                .map(move |clash| (design, clash))
        };
        clashes.iter().flat_map(of).collect::<Vec<_>>()
    };
    move || {
        let list = all();
        let (count, several) = (list.len(), list.clone());
        (count > 0).then(|| view! {
            <section class="clashes" data-testid="clashes">
                <h2>{t!("clash-title")}</h2>
                <p class="small soft">{t!("clash-lead")}</p>
                {(count > 1).then(|| buttons(several, ["clash-all-theirs", "clash-all-mine"], None, choose))}
                <ul class="stack">{list.into_iter().take(MOST_SHOWN).enumerate().map(|(at, one)| row(desk, words, at, one, choose)).collect_view()}</ul>
                {(count > MOST_SHOWN).then(|| view! {
                    <p class="small soft">{words.say(&Message::new("desk-more-rows").with("n", count - MOST_SHOWN))}</p>
                })}
            </section>
        })
    }
}

fn row(
    desk: Desk,
    words: Words,
    at: usize,
    (design, clash): (DesignName, Clash),
    choose: impl Fn(Vec<(DesignName, Clash)>, bool) + Copy + 'static,
) -> AnyView {
    let id = format!("clash-{at}");
    let sentence = {
        let (clash, found) = (clash.clone(), untrack(|| desk.received(design)));
        move || clash_said(desk, words, &design, found.as_deref(), &clash)
    };
    let (receipt, thing) = (design.receipt().compact(), name_in(&clash.subject).to_owned());
    view! {
        <li data-testid="clash" data-receipt=receipt data-id=thing>
            <p id=id.clone()>{sentence}</p>
            {buttons(vec![(design, clash)], ["clash-theirs", "clash-mine"], Some(id), choose)}
        </li>
    }
    .into_any()
}

/// 'Keep theirs' and 'mine instead'; read aloud with the sentence that they are about.
fn buttons(
    about: Vec<(DesignName, Clash)>,
    keys: [&'static str; 2],
    described_by: Option<String>,
    choose: impl Fn(Vec<(DesignName, Clash)>, bool) + Copy + 'static,
) -> AnyView {
    let about = StoredValue::new(about);
    let words = words();
    let button = |theirs: bool, key: &'static str| {
        view! {
            <button class="button" type="button" data-testid=key aria-describedby=described_by.clone()
                on:click=move |_| choose(about.get_value(), theirs)>{words.key(key)}</button>
        }
    };
    view! { <div class="row">{button(true, keys[0])}{button(false, keys[1])}</div> }.into_any()
}

fn name_in(subject: &Subject) -> &str {
    match subject {
        Subject::Thing(id) | Subject::Wish(id) => id,
    }
}

/// What it is about, what both decided, and when and by whom the other did, as far as their reply says.
fn clash_said(
    desk: Desk,
    words: Words,
    design: &DesignName,
    found: Option<&Received>,
    clash: &Clash,
) -> String {
    let answers = desk.answers;
    let none = || words.key("clash-none");
    // One's own may have been changed in its form since.
    let own = answers.own.read();
    let mine = own
        .get(design)
        .and_then(|draft| draft.mine().answer(&clash.subject));
    let mine = mine.map_or_else(none, |answer| answer_said(words, answer));
    let theirs = clash.theirs.as_ref();
    let theirs = theirs.map_or_else(none, |answer| answer_said(words, answer));
    let clashes = answers.clashes.read();
    let who = clashes.get(design).map(|clashed| who(words, &clashed.there));
    let title = found.map_or_else(
        || design.receipt().to_string(),
        |one| title_of(words, &one.design),
    );
    words.say(
        &Message::new("clash-said")
            .with("title", title)
            .with("what", what(desk, words, found, &clash.subject))
            .with("mine", mine)
            .with("theirs", theirs)
            .with("who", who.unwrap_or_default()),
    )
}

fn who(words: Words, there: &Reply) -> String {
    let who = there.by().map_or_else(|| words.key("clash-other"), str::to_owned);
    match there.written.get(..16) {
        // The minute as the other's clock said it; seconds and zone help nobody here.
        Some(minute) => words.say(
            &Message::new("clash-when")
                .with("who", who)
                .with("when", minute.replace('T', " ")),
        ),
        None => who,
    }
}

/// A thing by its kind and place, a wish by its words.
fn what(desk: Desk, words: Words, found: Option<&Received>, subject: &Subject) -> String {
    let thing = |id: &str| {
        let design = &found?.design;
        let thing = design.placements().iter().find(|thing| thing.id.as_str() == id)?;
        let place = desk.project.with_value(|project| said(project, thing));
        Some(
            Message::new("clash-thing")
                .with("kind", words.kind(&thing.kind))
                .with("place", place),
        )
    };
    let wish = |id: &str| {
        let design = &found?.design;
        let wish = design.wishes().iter().find(|wish| wish.id.as_str() == id)?;
        Some(Message::new("clash-wish").with("text", wish.text.as_str()))
    };
    let message = match subject {
        Subject::Thing(id) => thing(id),
        Subject::Wish(id) => wish(id),
    };
    message.map_or_else(|| name_in(subject).to_owned(), |message| words.say(&message))
}
