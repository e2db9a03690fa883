//! The form for a row: how many, how far apart, which way.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::ui::Ui;
use crate::app::browser::elements;
use crate::app::parts::Stepper;
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::editor::{Event, Toward};
use crate::text::Measure;

/// Which way the row goes, as the form has it.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    Width,
    Depth,
    Place,
}

/// The form.
#[component]
pub fn RowForm(
    /// The drawing.
    session: Session,
    /// The panels of the page.
    ui: Ui,
) -> impl IntoView {
    let words = words();
    let count = RwSignal::new(5.0_f64);
    let gap = RwSignal::new(5.0_f64);
    let way = RwSignal::new(Way::Width);
    let text = move |key: &'static str| Signal::derive(move || words.key(key));
    let make = move |event: SubmitEvent| {
        event.prevent_default();
        let (count, gap) = (
            count.get_untracked().round().max(0.0) as usize,
            gap.get_untracked(),
        );
        ui.dialog.set(None);
        let toward = match way.get_untracked() {
            Way::Width => Toward::Width,
            Way::Depth => Toward::Depth,
            Way::Place => {
                ui.make_way();
                session.send(Event::AimRow { count, gap });
                // Keys aim as well as a tap, wherever the form was opened.
                return request_animation_frame(|| elements::focus_on("#plan"));
            }
        };
        session.send(Event::Row { count, gap, toward });
    };
    let choice = move |this: Way, key: &'static str| {
        view! {
            <button class="button" type="button" aria-pressed=move || if way.get() == this { "true" } else { "false" }
                on:click=move |_| way.set(this)>{move || words.key(key)}</button>
        }
    };
    view! {
        <form class="stack" on:submit=make data-testid="row-form">
            <p class="soft">{t!("row-what")}</p>
            <Stepper name=text("row-count") unit=text("row-unit") value=count step=1.0 range=(2.0, 200.0) decimals=0
                set=Callback::new(move |n| count.set(n)) />
            <Stepper name=text("row-gap") unit=text("unit-m") value=gap step=0.5 range=(0.0, 200.0)
                set=Callback::new(move |metres| gap.set(metres)) measure=Measure::Length />
            <fieldset>
                <legend class="label">{t!("row-toward")}</legend>
                <div class="chips">
                    {choice(Way::Width, "row-width")}
                    {choice(Way::Depth, "row-depth")}
                    {choice(Way::Place, "row-place")}
                </div>
            </fieldset>
            <div class="actions">
                <button class="button" type="button" on:click=move |_| ui.dialog.set(None)>{t!("action-cancel")}</button>
                <button class="button main" type="submit" data-testid="row-make">{t!("row-make")}</button>
            </div>
        </form>
    }
}
