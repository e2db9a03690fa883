//! The contact details of a design, opened on this desk with the planner's key file and nowhere else.

use std::sync::Arc;

use leptos::html::Input;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::state::Desk;
use crate::app::browser::{clock, files};
use crate::app::words::{t, words};
use crate::submission::sealed::{SecretKey, open};
use crate::tally::Received;
use crate::text::Message;

/// What a key file is at most, in bytes; no more of another file is looked at.
const LONGEST: usize = 10_000;

/// The secret key in a planner's file: the line that is one.
fn key_in(bytes: &[u8]) -> Option<SecretKey> {
    let text = std::str::from_utf8(bytes.get(..LONGEST.min(bytes.len()))?).ok()?;
    text.lines().find_map(|line| line.parse().ok())
}

/// The contact details of a design; nothing where there are none.
#[component]
pub fn ContactOf(
    /// The desk, which has the key as long as its window is open.
    desk: Desk,
    /// The design.
    one: Arc<Received>,
) -> impl IntoView {
    let words = words();
    let Some(sealed) = one.design.contact.clone() else {
        return ().into_any();
    };
    let draft = one.design.draft.clone();
    let until = desk
        .project
        .with_value(|project| project.file.contacts_kept_until());
    let over = until.filter(|until| clock::rfc3339().get(..10) > Some(until.as_str()));
    if let Some(until) = over {
        let said = Message::new("desk-contact-over").with("until", until);
        return view! { <p class="small" data-testid="contact-over">{move || words.say(&said)}</p> }
            .into_any();
    }
    let refused = RwSignal::new(None::<Message>);
    let field = NodeRef::<Input>::new();
    let chosen = move |_| {
        let Some(field) = field.get_untracked() else {
            return;
        };
        spawn_local(async move {
            let Some(picked) = files::chosen(field).await else {
                return;
            };
            let no_key = || Message::new("desk-contact-no-key");
            match picked.and_then(|(_, bytes)| key_in(&bytes).ok_or_else(no_key)) {
                Ok(key) => {
                    refused.set(None);
                    desk.key.set(Some(key));
                }
                Err(why) => refused.set(Some(why)),
            }
        });
    };
    let opened = move || {
        desk.key.with(|key| {
            let key = key.as_ref()?;
            Some(open(&sealed, &draft, key).map_err(|fault| fault.message()))
        })
    };
    view! {
        <section data-testid="contact-of">
            <h3>{t!("desk-contact")}</h3>
            {move || match opened() {
                Some(Ok(text)) => view! {
                    <p data-testid="contact-opened"><bdi>{text}</bdi></p>
                    <button class="button small" type="button" data-testid="contact-lock"
                        on:click=move |_| desk.key.set(None)>{t!("desk-contact-lock")}</button>
                }.into_any(),
                state => view! {
                    <p class="small" role="alert" data-testid="contact-refused">{
                        let why = match state { Some(Err(why)) => Some(why), _ => refused.get() };
                        why.map(|why| words.say(&why))
                    }</p>
                    <label class="button filebutton">
                        <input type="file" class="aloud" data-testid="key-file" node_ref=field on:change=chosen
                            aria-describedby="key-stays" />
                        {t!("desk-contact-key")}
                    </label>
                    <p class="small soft" id="key-stays">{t!("desk-contact-stays")}</p>
                }.into_any(),
            }}
        </section>
    }
    .into_any()
}
