//! Wishes in words, with or without a place; the project's questions.

use std::sync::Arc;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::questions::Questions;
use super::ui::Ui;
use crate::app::browser::elements;
use crate::app::parts::Icon;
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::design::{Command, Wish};
use crate::editor::{Action, Event};
use crate::geometry::WorldPt;
use crate::text::Message;

/// So long may a wish be, in the units in which browsers count.
const LONGEST: usize = 500;

fn topics(session: Session) -> Vec<String> {
    session.project.with_value(|project| project.topics())
}

/// The panel of wishes and questions.
#[component]
pub fn Wishes(
    /// The drawing.
    session: Session,
    /// The panels of the page.
    ui: Ui,
) -> impl IntoView {
    let wishes = move || session.design.with(|design| design.wishes().to_vec());
    view! {
        <div class="stack">
            <WishForm session ui />
            <ul class="stack" aria-label=t!("wishes-name")>
                <For each=wishes key=|wish| (wish.id.clone(), Arc::as_ptr(wish) as usize)
                    children=move |wish| view! { <WishRow session ui wish /> } />
            </ul>
            <Questions session />
        </div>
    }
}

/// A field for a new wish.
#[component]
fn WishForm(session: Session, ui: Ui) -> impl IntoView {
    let words = words();
    let text = RwSignal::new(String::new());
    let topic = RwSignal::new(String::new());
    let at = session.wish_place;
    let aims = Memo::new(move |_| session.tool.with(|tool| tool.path == "wish.aiming"));
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        let wished = text.get_untracked().trim().to_owned();
        if wished.is_empty() {
            session.teller.tell(Message::new("wish-empty"));
            return;
        }
        let id = session.design.with_untracked(|design| design.fresh_wish_id());
        let wish = Wish {
            id,
            text: wished,
            topic: topic.get_untracked(),
            at: at.get_untracked(),
            extra: Default::default(),
        };
        session.apply(Command::PutWish(wish), "step-wish");
        text.set(String::new());
        topic.set(String::new());
        at.set(None);
        if aims.get_untracked() {
            session.act(Action::Cancel);
        }
    };
    let chips = topics(session).into_iter().map(|known| {
        let known = StoredValue::new(known);
        let chosen = move || topic.get() == known.get_value();
        let choose = move |_| {
            topic.set(if chosen() {
                String::new()
            } else {
                known.get_value()
            })
        };
        view! {
            <button class="button" type="button" aria-pressed=move || if chosen() { "true" } else { "false" }
                on:click=choose>
                {move || words.named(format!("topic-{}", known.get_value()), &known.get_value())}
            </button>
        }
    });
    let place_said = move || {
        words.key(match (aims.get(), at.get()) {
            (true, _) => "wish-tap-the-plan",
            (false, Some(_)) => "wish-has-place",
            (false, None) => "wish-give-place",
        })
    };
    let place = move |_| {
        if at.get_untracked().is_some() {
            at.set(None);
        } else if aims.get_untracked() {
            session.act(Action::Cancel);
        } else {
            if !ui.wide.get_untracked() {
                ui.make_way();
            }
            session.send(Event::AimWish);
            request_animation_frame(|| elements::focus_on("#plan"));
        }
    };
    view! {
        <form class="stack" on:submit=add>
            <label>
                <span class="label">{t!("wish-label")}</span>
                <span class="soft" aria-hidden="true" data-testid="wish-count">
                    {move || text.with(|text| (text.len() > 60).then(|| format!(" {} / {LONGEST}", text.encode_utf16().count())))}
                </span>
                <textarea class="field" maxlength=LONGEST.to_string() data-testid="wish-text" placeholder=t!("wish-example")
                    prop:value=move || text.get() on:input=move |event| text.set(event_target_value(&event))></textarea>
            </label>
            <fieldset>
                <legend class="label">{t!("wish-topic")}</legend>
                <div class="chips">{chips.collect_view()}</div>
            </fieldset>
            <div class="row">
                <button class="button" type="button" aria-pressed=move || if at.get().is_some() { "true" } else { "false" }
                    on:click=place>
                    <Icon name="pin" /><span>{place_said}</span>
                </button>
                <button class="button" type="submit" data-testid="wish-add"><Icon name="zoom-in" /><span>{t!("wish-add")}</span></button>
            </div>
        </form>
    }
}

/// One wish.
#[component]
fn WishRow(session: Session, ui: Ui, wish: Arc<Wish>) -> impl IntoView {
    let words = words();
    let (text, topic, id, at) = (wish.text.clone(), wish.topic.clone(), wish.id.clone(), wish.at);
    let about = (!topic.is_empty()).then(|| {
        view! { <span class="small soft">{move || words.named(format!("topic-{topic}"), &topic)}</span> }
    });
    let (named, edited, opened) = (text.clone(), text.clone(), id.clone());
    let edit_label = move || words.say(&Message::new("note-edit").with("text", shortened(&edited)));
    let edit = move |_| {
        if !ui.wide.get_untracked() {
            ui.make_way();
        }
        session.send(Event::OpenNote(opened.clone()));
    };
    let remove_label = move || words.say(&Message::new("wish-remove").with("text", shortened(&named)));
    let look = move |at: WorldPt| {
        view! {
            <button class="button icon-only quiet" type="button" aria-label=t!("wish-show") title=t!("wish-show")
                on:click=move |_| session.send(Event::Look(at, None))><Icon name="pin" /></button>
        }
    };
    view! {
        <li class="item" data-testid="wish">
            <Icon name="wish" />
            <span class="said"><span>{text}</span> {about}</span>
            {at.map(look)}
            <button class="button icon-only quiet" type="button" data-testid="wish-edit" aria-label=edit_label title=t!("note-title-old")
                on:click=edit><Icon name="pen" /></button>
            <button class="button icon-only quiet" type="button" aria-label=remove_label
                on:click=move |_| session.apply(Command::RemoveWish(id.clone()), "step-wish-deleted")>
                <Icon name="delete" />
            </button>
        </li>
    }
}

fn shortened(text: &str) -> String {
    text.chars().take(24).collect()
}
