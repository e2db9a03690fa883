//! Contact details: asked for only where the round may, given by a box that nobody ticks for anyone,
//! sealed before they are kept or sent anywhere.

use leptos::prelude::*;

use crate::app::browser::clock::rfc3339;
use crate::app::browser::random::secret_bits;
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::submission::sealed::{PublicKey, Readiness, SealFault, seal, standing};
use crate::text::Message;

/// The band of age that is not asked: who is a child leaves no contact.
const CHILD: &str = "0-17";

/// Whether contact details may be given, and to whom.
enum Asked {
    /// The round does not ask for any.
    No,
    /// It would, and may not yet, or no more.
    Not(Message),
    /// It may.
    Yes(Planners),
}

/// Who will be able to read them, and until when.
#[derive(Clone)]
struct Planners {
    keys: Vec<PublicKey>,
    holders: String,
    until: String,
}

fn asked(session: Session) -> Asked {
    session.project.with_value(|project| {
        let Ok(named) = project.file.planner_keys() else {
            return Asked::Not(Message::new("contact-not-ready"));
        };
        let keys = match standing(&named) {
            Ok((_, Readiness::NotAsked)) => return Asked::No,
            Ok((keys, Readiness::Ready)) => keys,
            _ => return Asked::Not(Message::new("contact-not-ready")),
        };
        let Some(until) = project.file.contacts_kept_until() else {
            return Asked::Not(Message::new("contact-no-date"));
        };
        if rfc3339().get(..10) > Some(until.as_str()) {
            return Asked::Not(Message::new("contact-over").with("until", until));
        }
        let holders = named.into_iter().map(|row| row.holder);
        Asked::Yes(Planners {
            keys,
            holders: holders.collect::<Vec<_>>().join("、"),
            until,
        })
    })
}

/// Contact details as they are being given; copies are the same. In memory alone, until they are sealed.
#[derive(Clone, Copy)]
pub struct Contact {
    consent: RwSignal<bool>,
    typed: RwSignal<String>,
    asked: StoredValue<Asked>,
}

impl Contact {
    /// Nothing given, and the box not ticked.
    pub fn new(session: Session) -> Self {
        Self {
            consent: RwSignal::new(false),
            typed: RwSignal::new(String::new()),
            asked: StoredValue::new(asked(session)),
        }
    }
    /// What was given, sealed beside the drawing of that draft; none where nothing was.
    pub fn sealed(self, draft: &str) -> Result<Option<String>, SealFault> {
        let typed = self.typed.get_untracked();
        if !self.consent.get_untracked() || typed.trim().is_empty() {
            return Ok(None);
        }
        self.asked.with_value(|asked| match asked {
            Asked::Yes(planners) => {
                let chance = secret_bits().ok_or(SealFault::UnsoundKey)?;
                seal(typed.trim(), draft, &planners.keys, &chance).map(Some)
            }
            Asked::No | Asked::Not(_) => Ok(None),
        })
    }
}

/// The part of the submit dialog that asks for them.
#[component]
pub fn ContactForm(
    /// What is given.
    contact: Contact,
    /// The band of age as it is chosen.
    age: RwSignal<String>,
) -> impl IntoView {
    let words = words();
    contact.asked.with_value(|asked| match asked {
        Asked::No => ().into_any(),
        Asked::Not(why) => {
            let why = why.clone();
            view! { <p class="soft small" data-testid="contact-not">{move || words.say(&why)}</p> }.into_any()
        }
        Asked::Yes(planners) => {
            let planners = planners.clone();
            view! {
                <Show when=move || age.get() != CHILD
                    fallback=|| view! { <p class="soft small" data-testid="contact-child">{t!("contact-child")}</p> }>
                    <Given contact planners=planners.clone() />
                </Show>
            }
            .into_any()
        }
    })
}

#[component]
fn Given(contact: Contact, planners: Planners) -> impl IntoView {
    let words = words();
    let notice = Message::new("contact-notice")
        .with("who", planners.holders)
        .with("until", planners.until);
    view! {
        <fieldset class="stack consent" data-testid="contact">
            <legend class="label">{t!("contact-title")}</legend>
            <p class="small" id="contact-notice">{move || words.say(&notice)}</p>
            <label class="row">
                <input type="checkbox" data-testid="contact-consent" aria-describedby="contact-notice"
                    prop:checked=move || contact.consent.get()
                    on:change=move |event| contact.consent.set(event_target_checked(&event)) />
                <span>{t!("contact-consent")}</span>
            </label>
            <Show when=move || contact.consent.get()>
                <label>
                    <span class="label">{t!("contact-how")}</span>
                    <input class="field" type="text" maxlength="120" autocomplete="tel" required
                        data-testid="contact-text" placeholder=t!("contact-example")
                        prop:value=move || contact.typed.get()
                        on:input=move |event| contact.typed.set(event_target_value(&event)) />
                </label>
            </Show>
        </fieldset>
    }
}
