//! Files and links: saving the drawing as a file, opening one, opening a design by its address.

use std::sync::Arc;

use leptos::html::Input;
use leptos::prelude::*;

use super::coming_back::as_document;
use super::keeping::Keeper;
use super::opening::design_from;
use crate::app::browser::{fetch, files, page};
use crate::app::load::Sources;
use crate::app::parts::save_as::Saved;
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::design::stored::{self, DesignName};
use crate::design::{Author, Design};
use crate::editor::Action;
use crate::submission::revision_of;
use crate::text::Message;

/// The field that opens files, out of sight; and the actions that use it.
#[component]
pub fn Files(
    /// The drawing.
    session: Session,
    /// Keeps it.
    keeper: Keeper,
) -> impl IntoView {
    let words = words();
    let field = NodeRef::<Input>::new();
    Effect::new(move |_| match session.asked.get() {
        Some((_, Action::SaveFile)) => save(session, &words.key("file-name")),
        Some((_, Action::OpenFile)) => {
            if let Some(field) = field.get_untracked() {
                field.click();
            }
        }
        _ => {}
    });
    let sources = use_context::<Arc<Sources>>();
    let chosen = files::when_chosen(field, move |picked| {
        let (sources, lang) = (sources.clone(), words.lang_untracked());
        async move {
            let opened = match picked {
                Ok(file) => as_document(sources, file, lang).await,
                Err(why) => Err(why),
            };
            match opened.and_then(|(bytes, mended)| Ok((design_from(session, &bytes)?, mended))) {
                Ok((opened, mended)) => {
                    opened.put(keeper, |design| design, "open-done");
                    // What the file's own reader mended is not seen again in the document.
                    if let Some(first) = mended.first() {
                        let told = Message::new("back-mended").with("n", mended.len());
                        session.teller.tell(told.with("first", first.message(lang)));
                    }
                }
                Err(why) => session.teller.tell(why),
            }
        }
    });
    view! {
        <input class="aloud" type="file" accept=".json,.dxf,.geojson,application/json" tabindex="-1" aria-hidden="true"
            aria-label=t!("action-open-file") data-testid="file" node_ref=field on:change=chosen />
    }
}

/// The drawing as it stands, for other programs.
pub fn saved(session: Session, untitled: &str) -> Callback<(), Saved> {
    let untitled = untitled.to_owned();
    Callback::new(move |()| {
        let design = session.design.get_untracked();
        Saved {
            design: stored::write(&design),
            name: None,
            stem: file_stem(&design.title, &untitled),
        }
    })
}

/// A title as the name of a file, without the signs that some system forbids there.
fn file_stem(title: &str, untitled: &str) -> String {
    let title = if title.trim().is_empty() {
        untitled
    } else {
        title.trim()
    };
    title
        .chars()
        .map(|c| {
            if c.is_control() || "/\\:*?\"<>|".contains(c) {
                '-'
            } else {
                c
            }
        })
        .take(60)
        .collect()
}

/// Saves the drawing as a file.
pub fn save(session: Session, untitled: &str) {
    let design = session.design.get_untracked();
    let safe = file_stem(&design.title, untitled);
    let done = files::download(
        &format!("{safe}.mulin.json"),
        "application/json",
        &stored::write(&design),
    );
    let key = if done { "save-done" } else { "save-failed" };
    session.teller.tell(Message::new(key));
}

/// Opens the design of a link. What was on the device stays there as a version.
pub async fn open_link(session: Session, keeper: Keeper, link: &str) {
    if !page::is_same_origin(link) {
        session
            .teller
            .tell(Message::new("fetch-other-origin").with("url", link));
        return;
    }
    let bytes = match fetch::bytes(link).await {
        Ok(bytes) => bytes,
        Err(fault) => return session.teller.tell(fault.message(link)),
    };
    // A file of the endpoint is named by its bytes; other bytes under that name are not the design.
    let name = DesignName::of(&bytes);
    let claimed = link
        .rsplit('/')
        .next()
        .and_then(|file| file.strip_suffix(".json"));
    let claimed: Option<DesignName> = claimed.and_then(|claimed| claimed.parse().ok());
    if claimed.is_some_and(|claimed| claimed != name) {
        session.teller.tell(Message::new("open-not-the-same"));
        return;
    }
    match design_from(session, &bytes) {
        Ok(opened) => {
            let made_own = |mut design: Design| {
                // Whoever holds the link sees the drawing, not who drew it; and does not send in their name.
                design.by = Author::default();
                design.contact = None;
                match claimed {
                    Some(_) => revision_of(&design, &name),
                    None => design,
                }
            };
            opened.put(keeper, made_own, "open-link-done");
        }
        Err(why) => session.teller.tell(why),
    }
}
