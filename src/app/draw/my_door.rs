//! One's own door: what the drawing changes for one household, as a card that can be saved and sent.

use std::sync::Arc;

use leptos::html::Div;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::walking::{Reckoned, opened, theme};
use crate::app::browser::{card, elements, files};
use crate::app::inquiry::Inquiry;
use crate::app::parts::Icon;
use crate::app::session::Session;
use crate::app::words::{Words, t, words};
use crate::estate::FeatureId;
use crate::geometry::ScreenVec;
use crate::rules::{Becomes, DoorCard, House, houses, my_door as card_of};
use crate::scene::{CARD_PICTURE_PX, CARD_PX, CardLine, CardText, Ink, Shot, Theme, card_height, door_card};
use crate::text::Message;

/// The plan is shown so many metres to each side of the door.
const ABOUT_M: f64 = 42.0;

/// Which door: of the houses and of that house's doors, counted from 0, and the floor from 1.
type Chosen = (usize, usize, u32);

/// The dialog.
pub fn my_door(session: Session) -> AnyView {
    let Some(opened) = opened(session, Inquiry::Doors) else {
        return ().into_any();
    };
    view! {
        <div class="my-door" data-testid="my-door">
            {move || opened.shown("my-door-none", |known| chooser(session, known))}
        </div>
    }
    .into_any()
}

fn chooser(session: Session, known: Arc<Reckoned>) -> AnyView {
    let words = words();
    let all = StoredValue::new(houses(&known.survey));
    // Who said in which building they live begins there.
    let own = known.design.by.building.trim().to_owned();
    let estate = &known.survey.project().estate;
    let is_own = |house: &House| {
        let house = house.id.as_ref().and_then(|id| estate.feature(id));
        house.is_some_and(|house| !own.is_empty() && house.name.trim() == own)
    };
    let first = all
        .with_value(|all| all.iter().position(is_own))
        .unwrap_or_default();
    let chosen: RwSignal<Chosen> = RwSignal::new((first, 0, 1));
    let house = move || all.with_value(|all| all.get(chosen.get().0).cloned());
    let number = |event: &leptos::ev::Event| event_target_value(event).parse::<usize>().unwrap_or_default();
    let names: Vec<Message> = all.with_value(|all| all.iter().map(|house| house.name.clone()).collect());
    let houses = names.into_iter().enumerate().map(|(at, name)| {
        view! { <option value=at.to_string() selected=at == first>{move || words.say(&name)}</option> }
    });
    let doors = move || {
        let doors = house()
            .map(|house| house.doors)
            .unwrap_or_default()
            .into_iter()
            .enumerate();
        let option = |(at, (_, name)): (usize, (FeatureId, Message))| {
            view! { <option value=at.to_string() selected=at == chosen.get_untracked().1>{move || words.say(&name)}</option> }
        };
        doors.map(option).collect_view()
    };
    let floors = move || {
        let count = house().map_or(1, |house| house.floors);
        let option = |floor: u32| {
            view! { <option value=floor.to_string() selected=floor == chosen.get_untracked().2>{floor}</option> }
        };
        (1..=count).map(option).collect_view()
    };
    view! {
        <div class="choices">
            <label><span>{t!("my-door-house")}</span>
                <select class="field" data-testid="my-door-house"
                    on:change=move |event| chosen.set((number(&event), 0, 1))>{houses.collect_view()}</select></label>
            <label><span>{t!("my-door-stair")}</span>
                <select class="field" data-testid="my-door-stair"
                    on:change=move |event| chosen.update(|chosen| chosen.1 = number(&event))>{doors}</select></label>
            <label><span>{t!("my-door-floor")}</span>
                <select class="field" data-testid="my-door-floor"
                    on:change=move |event| chosen.update(|chosen| chosen.2 = number(&event) as u32)>{floors}</select></label>
        </div>
        {move || {
            let (_, door, floor) = chosen.get();
            let door = house().and_then(|house| Some(house.doors.get(door)?.0.clone()));
            let card = card_of(&known.survey, &known.design, &known.walks, &known.engine, &door?, floor)?;
            Some(shown(session, known.clone(), Arc::new(card)))
        }}
    }
    .into_any()
}

fn shown(session: Session, known: Arc<Reckoned>, card: Arc<DoorCard>) -> AnyView {
    let words = words();
    let frame = NodeRef::<Div>::new();
    let theme_now = Signal::derive(theme);
    let (drawn, of) = (known.clone(), card.clone());
    Effect::new(move |_| {
        if let Some(frame) = frame.get() {
            // As wide as it is seen, so that its letters stay as large as the page's.
            let width = elements::size_of(&frame).x.clamp(300.0, CARD_PX);
            elements::put_svg(&frame, &picture(&drawn, &of, width, theme_now.get(), words));
        }
    });
    let rows = card.rows.iter().map(|row| {
        let (label, before, after) = (row.label.clone(), row.before.clone(), row.after.clone());
        let becomes = row.becomes;
        view! {
            <li data-testid="my-door-row" data-about=row.about data-becomes=becomes.word()>
                <span class="about">{move || words.say(&label)}</span>
                <span class="was"><span class="when">{t!("my-door-now")}</span>{move || words.say(&before)}</span>
                <span class="is"><span class="when">{t!("my-door-then")}</span>{move || words.say(&after)}</span>
                <span class="becomes">{becomes.sign()}" "{move || words.key(becomes.key())}</span>
            </li>
        }
    });
    let rows = rows.collect_view();
    let notes = card.notes.clone().into_iter();
    let notes = notes
        .map(|note| view! { <li>{move || words.say(&note)}</li> })
        .collect_view();
    let title = card.title.clone();
    let (known_saved, card_saved) = (known.clone(), card.clone());
    let save = move |_| send(session, &known_saved, &card_saved, words, false);
    let share = move |_| send(session, &known, &card, words, true);
    view! {
        <h3 data-testid="my-door-title">{move || words.say(&title)}</h3>
        <div class="picture-of-plan" data-testid="my-door-picture" node_ref=frame></div>
        <ul class="door-rows">{rows}</ul>
        <ul class="note notes">{notes}</ul>
        <div class="actions">
            {card::can_share().then(|| view! {
                <button class="button" type="button" data-testid="my-door-share" on:click=share.clone()>
                    <Icon name="send" />{t!("my-door-share")}</button>
            })}
            <button class="button main" type="button" data-testid="my-door-save" on:click=save>
                <Icon name="save" />{t!("my-door-save")}</button>
        </div>
    }
    .into_any()
}

fn picture(known: &Reckoned, card: &DoorCard, width: f64, theme: Theme, words: Words) -> String {
    let title = Message::new("my-door-picture").with("door", card.title.clone());
    let title = words.say(&title);
    let shot = Shot {
        plan: &known.plan,
        design: Some(&known.design),
        catalogue: &known.survey.project().catalogue,
        size: ScreenVec::new(width, width * CARD_PICTURE_PX / CARD_PX),
        theme,
        title: &title,
        ids: "door-",
    };
    shot.about_door(card.at, ABOUT_M)
}

/// Saves the card as a picture, or hands it to another program of the device.
fn send(session: Session, known: &Arc<Reckoned>, card: &Arc<DoorCard>, words: Words, share: bool) {
    // On paper colours, whatever the page wears: it is looked at in a chat.
    let theme = Theme::LIGHT;
    let text = text_of(known, card, words);
    let svg = door_card(&text, &picture(known, card, CARD_PX, theme, words), theme);
    let height = card_height(&text);
    let (name, title) = (words.key("my-door-file"), text.title.clone());
    spawn_local(async move {
        let key = match card::png(&svg, CARD_PX, height).await {
            Some(png) if share => {
                (!card::share(&format!("{name}.png"), &title, &png).await).then_some("my-door-not-sent")
            }
            Some(png) => Some(match files::download(&format!("{name}.png"), "image/png", &png) {
                true => "my-door-saved",
                false => "my-door-not-saved",
            }),
            // Without a picture of dots the drawing itself is saved.
            None => Some(
                match files::download(&format!("{name}.svg"), "image/svg+xml", svg.as_bytes()) {
                    true => "my-door-saved-svg",
                    false => "my-door-not-saved",
                },
            ),
        };
        if let Some(key) = key {
            session.teller.tell(Message::new(key));
        }
    });
}

fn text_of(known: &Reckoned, card: &DoorCard, words: Words) -> CardText {
    let line = |row: &crate::rules::CardRow| CardLine {
        label: words.say(&row.label),
        before: words.say(&row.before),
        after: words.say(&row.after),
        becomes: format!("{} {}", row.becomes.sign(), words.key(row.becomes.key())),
        ink: match row.becomes {
            Becomes::Better => Ink::Jade,
            Becomes::Worse => Ink::Must,
            Becomes::Same => Ink::InkSoft,
        },
    };
    let notes: Vec<String> = card.notes.iter().map(|note| words.say(note)).collect();
    CardText {
        title: words.say(&card.title),
        design: known.design.title.clone(),
        columns: (words.key("my-door-now"), words.key("my-door-then")),
        rows: card.rows.iter().map(line).collect(),
        note: notes.join(" "),
    }
}
