//! The card in which a note on the plan is written.

use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::prelude::*;

use super::ui::Ui;
use crate::app::browser::elements;
use crate::app::parts::Icon;
use crate::app::session::Session;
use crate::app::words::t;
use crate::design::WishId;
use crate::editor::{Action, Event};

/// The card. What is typed and not kept is there again when the same note is opened again.
#[component]
pub fn NoteCard(
    /// The drawing.
    session: Session,
    /// The panels of the page.
    ui: Ui,
    /// The wish that is written anew; none of a new one.
    wish: Option<WishId>,
) -> impl IntoView {
    let known = session.design.with_untracked(|design| {
        let known = design
            .wishes()
            .iter()
            .find(|known| Some(&known.id) == wish.as_ref());
        known.map(|known| known.text.clone())
    });
    let is_old = known.is_some();
    let wish = StoredValue::new(wish);
    let kept = ui.note.get_untracked().filter(|(of, _)| *of == wish.get_value());
    let begun = kept.map(|(_, text)| text).or(known).unwrap_or_default();
    let text = RwSignal::new(begun);
    let typed = move |event| {
        text.set(elements::value_of(&event));
        ui.note.set(Some((wish.get_value(), text.get_untracked())));
    };
    let done = move |event: Event| {
        session.send(event);
        // Still open means that it was not taken, and was said why.
        if session.tool.with_untracked(|tool| tool.note.is_none()) {
            ui.note.set(None);
            elements::focus_on("#plan");
        }
    };
    let keep = move |event: SubmitEvent| {
        event.prevent_default();
        done(Event::WriteNote(text.get_untracked()));
    };
    let key = move |event: KeyboardEvent| {
        // While an input method composes, keys are its own.
        if event.is_composing() {
            return;
        }
        event.stop_propagation();
        match event.key().as_str() {
            "Escape" => done(Event::Act(Action::Cancel)),
            "Enter" if event.ctrl_key() || event.meta_key() => done(Event::WriteNote(text.get_untracked())),
            _ => {}
        }
    };
    request_animation_frame(|| elements::focus_on("[data-testid=note-text]"));
    let title = if is_old {
        "note-title-old"
    } else {
        "note-title-new"
    };
    view! {
        <form class="note" data-testid="note" on:submit=keep on:keydown=key>
            <label>
                <span class="label">{t!(title)}</span>
                <textarea class="field" rows="2" maxlength="500" data-testid="note-text" placeholder=t!("note-example")
                    prop:value=move || text.get() on:input=typed></textarea>
            </label>
            <div class="row">
                <button class="button main" type="submit" data-testid="note-keep"><Icon name="done" /><span>{t!("note-keep")}</span></button>
                <button class="button" type="button" on:click=move |_| done(Event::Act(Action::Cancel))>
                    <Icon name="cancel" /><span>{t!("action-cancel")}</span>
                </button>
                {is_old.then(|| view! {
                    <button class="button danger" type="button" data-testid="note-delete" on:click=move |_| done(Event::RemoveNote)>
                        <Icon name="delete" /><span>{t!("note-delete")}</span>
                    </button>
                })}
            </div>
        </form>
    }
}
