//! How the map was read, and reading it otherwise: its place on the earth, a drawing's unit and what its layers are.

use std::sync::Arc;

use leptos::html::{Button, Input};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::reading::{self, Said, Source};
use super::reading_bar::ReadingBar;
use super::state::Setup;
use crate::app::browser::elements;
use crate::app::browser::exchanger::Course;
use crate::app::browser::files::{self, download};
use crate::app::words::{t, words};
use crate::formats::survey_dxf::{Entry, LayerTable};
use crate::setup::What;
use crate::text::Message;

/// The systems that are offered; any other can be typed.
const OFFERED: [&str; 8] = [
    "wgs84",
    "gcj02",
    "bd09",
    "EPSG:4548",
    "EPSG:4527",
    "EPSG:4549",
    "EPSG:4547",
    "local",
];
const UNITS: [&str; 6] = ["m", "mm", "cm", "dm", "ft", "in"];

/// The panel; nothing where the map was gone on with or is OpenStreetMap's, of which nothing has to be said.
#[component]
pub fn MapSource(
    /// The set-up.
    setup: Setup,
) -> impl IntoView {
    move || {
        let source = setup.source.get()?;
        let name = source.name.to_ascii_lowercase();
        let is_drawing = source.said.layers.is_some();
        if !is_drawing && !name.ends_with("json") {
            return None;
        }
        Some(panel(setup, source))
    }
}

fn panel(setup: Setup, source: Source) -> AnyView {
    let words = words();
    let said = RwSignal::new(source.said.clone());
    let busy = RwSignal::new(false);
    let sure = RwSignal::new(false);
    let course = Course::unbegun();
    let button = NodeRef::<Button>::new();
    let name = source.name.clone();
    let is_drawing = source.said.layers.is_some();
    let again = move |_| {
        // What was changed on the map is gone with the map.
        if setup.history.with_untracked(|history| history.can_undo()) && !sure.get_untracked() {
            sure.set(true);
            return setup.teller.tell(Message::new("setup-source-sure"));
        }
        let source = source.clone();
        busy.set(true);
        spawn_local(async move {
            let said = said.get_untracked();
            let read = reading::read(
                &source.name,
                Arc::clone(&source.bytes),
                &said,
                words.lang_untracked(),
                course,
            )
            .await;
            busy.set(false);
            match read {
                Ok(Some(read)) => setup.begin_anew(read),
                Ok(None) => setup.teller.say(Message::new("setup-source-stopped")),
                Err(why) => setup.teller.tell(why),
            }
        });
    };
    let stop = Callback::new(move |()| {
        course.stop();
        busy.set(false);
        if let Some(button) = button.get_untracked() {
            // A button that cannot be pressed takes no focus: it can again.
            button.set_disabled(false);
            let _ = button.focus();
        }
    });
    view! {
        <details class="problems" data-testid="setup-source">
            <summary>{t!("setup-source")}</summary>
            <p class="small soft">{t!("setup-source-lead")}</p>
            {is_drawing.then(|| choice("setup-source-unit", "setup-unit", &UNITS, said, |said| &mut said.unit))}
            <label class="setting wide"><span>{t!("setup-source-crs")}</span>
                <input class="field" type="text" list="setup-crs-offered" maxlength="40" autocomplete="off"
                    data-testid="setup-crs" prop:value=said.with_untracked(|said| said.crs.clone())
                    on:change=move |event| said.update(|said| said.crs = elements::value_of(&event)) /></label>
            <datalist id="setup-crs-offered">
                {OFFERED.map(|word| view! { <option value=word></option> })}
            </datalist>
            {choice("setup-source-axes", "setup-axes", &["en", "ne"], said, |said| &mut said.axes)}
            <label class="setting wide"><span>{t!("setup-source-points")}</span>
                <textarea class="field" rows="3" maxlength="2000" data-testid="setup-points"
                    prop:value=said.with_untracked(|said| said.points.clone())
                    on:change=move |event| said.update(|said| said.points = elements::value_of(&event))></textarea></label>
            {is_drawing.then(|| layers(setup, said))}
            <button class="button main" type="button" data-testid="setup-read-again" node_ref=button disabled=move || busy.get()
                on:click=again>{t!("setup-source-again")}</button>
            {move || busy.get().then(|| view! { <ReadingBar name=name.clone() course stop /> })}
        </details>
    }
    .into_any()
}

/// One of a few words, or that it is to be guessed.
fn choice(
    key: &'static str,
    id: &'static str,
    offered: &'static [&'static str],
    said: RwSignal<Said>,
    of: fn(&mut Said) -> &mut String,
) -> AnyView {
    let words = words();
    let now = of(&mut said.get_untracked()).clone();
    let options = offered.iter().map(|word| {
        let shown = move || {
            words.key(match *word {
                "en" => "setup-axes-en",
                "ne" => "setup-axes-ne",
                other => return other.to_owned(),
            })
        };
        view! { <option value=*word selected=now == *word>{shown}</option> }
    });
    view! {
        <label class="setting"><span>{t!(key)}</span>
            <select class="field" data-testid=id
                on:change=move |event| said.update(|said| *of(said) = elements::value_of(&event))>
                <option value="">{t!("setup-source-guessed")}</option>
                {options.collect_view()}
            </select></label>
    }
    .into_any()
}

/// The table of layers: what each is, to be corrected, kept as a file and taken from one.
fn layers(setup: Setup, said: RwSignal<Said>) -> AnyView {
    let field = NodeRef::<Input>::new();
    let save = move |_| {
        let table = said
            .with_untracked(|said| said.layers.clone())
            .unwrap_or_default();
        download("layers.json", "application/json", table.write().as_bytes());
    };
    let taken = files::when_chosen(field, move |picked| async move {
        let (_, bytes) = match picked {
            Ok(picked) => picked,
            Err(why) => return setup.teller.tell(why),
        };
        match LayerTable::read(&bytes) {
            Ok(table) => said.update(|said| {
                let mut all = said.layers.take().unwrap_or_default();
                all.layers.extend(table.layers.clone());
                said.layers = Some(LayerTable {
                    layers: all.layers,
                    ..table
                });
            }),
            Err(why) => setup.teller.tell(why),
        }
    });
    view! {
        <fieldset class="stack" data-testid="setup-layers">
            <legend class="label">{t!("setup-layers")}</legend>
            <p class="small soft">{t!("setup-layers-lead")}</p>
            {move || said.read().layers.clone().unwrap_or_default().layers.into_iter()
                .map(|(layer, now)| row(layer, now, said)).collect_view()}
            <div class="actions">
                <button class="button" type="button" on:click=save>{t!("setup-layers-save")}</button>
                <label class="button">{t!("setup-layers-take")}
                    <input class="aloud" type="file" accept=".json" node_ref=field on:change=taken /></label>
            </div>
        </fieldset>
    }
    .into_any()
}

fn row(layer: String, now: String, said: RwSignal<Said>) -> AnyView {
    let words = words();
    let named = layer.clone();
    let set = move |event| {
        let word = elements::value_of(&event);
        // Untracked: the rows stay as they are while one of them is set.
        said.update_untracked(|said| {
            let table = said.layers.get_or_insert_default();
            table.layers.insert(named.clone(), word);
        });
    };
    let what = move |word: &str| match Entry::from_words(word) {
        Some(Entry::Is { what, edges: true }) => {
            words.say(&Message::new("setup-layer-edges").with("what", what.name()))
        }
        Some(Entry::Is { what, .. }) => words.say(&what.name()),
        Some(Entry::Skip) => words.key("setup-layer-skip"),
        None => words.key("setup-layer-unknown"),
    };
    let edges = [crate::estate::RoadUse::Main, crate::estate::RoadUse::Path].map(|usage| {
        Entry::Is {
            what: What::Road(usage),
            edges: true,
        }
        .words()
    });
    let offered = [String::new(), "skip".to_owned()]
        .into_iter()
        .chain(What::all().map(What::word))
        .chain(edges);
    let options = offered.map(|word| {
        let chosen = word == now;
        let shown = word.clone();
        view! { <option value=word selected=chosen>{move || what(&shown)}</option> }
    });
    view! {
        <label class="setting wide"><span>{layer}</span>
            <select class="field" on:change=set>{options.collect_view()}</select></label>
    }
    .into_any()
}
