//! Taking designs along: into QGIS and into a spreadsheet.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::state::Desk;
use super::study::Grouped;
use super::studying::Going;
use crate::agreement::Columns;
use crate::app::browser::clock::rfc3339;
use crate::app::browser::files::download;
use crate::app::parts::{Icon, Teller, Toasts};
use crate::app::words::{t, words};
use crate::catalogue::KindId;
use crate::formats::{design_geojson, designs_csv};
use crate::report::{Round, adoption, report};
use crate::tally::Drawing;
use crate::text::Message;

/// The buttons below the list. What is taken is what the filters show.
#[component]
pub fn Take(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let words = words();
    let teller = Teller::new();
    let count = move || desk.shown.read().len();
    let project = move || desk.project.get_value();
    let name = move |ending: &str| format!("{}-designs.{ending}", project().file.id);
    let save = move |ending: &str, media: &str, text: String| {
        if !download(&name(ending), media, text.as_bytes()) {
            teller.tell(Message::new("desk-download-failed"));
        }
    };
    let geojson = move |_| {
        let shown = desk.shown.get_untracked();
        let designs = shown
            .iter()
            .map(|drawing| (&drawing.latest.name, &*drawing.latest.design));
        save(
            "geojson",
            "application/geo+json",
            design_geojson::write(designs, &project()),
        );
    };
    let csv = move |_| {
        let shown = desk.shown.get_untracked();
        let rows: Vec<designs_csv::Row> = shown.iter().map(|drawing| row(desk, drawing)).collect();
        let text = designs_csv::write(&rows, &project().catalogue, words.lang());
        save("csv", "text/csv;charset=utf-8", text);
    };
    let save_report = move |grouped: &Grouped| {
        let shown = &grouped.shown;
        let columns = Columns::of(shown.iter());
        let drawings: Vec<Drawing> = shown.iter().cloned().collect();
        let coverage = desk.study.coverage.get_untracked().0;
        let rows = untrack(|| adoption(shown.iter(), |name| desk.answers.whole(name)));
        let (project, now) = (project(), rfc3339());
        let round = Round {
            project: &project,
            standing: desk.gathering.gathered.get_untracked().standing,
            drawings: &drawings,
            grouping: &grouped.by_columns(&columns),
            columns: &columns,
            coverage: &coverage,
            bandwidth: desk.study.bandwidth.get_untracked(),
            adoption: Some(&rows),
            day: now.get(..10).unwrap_or_default(),
        };
        let name = format!("{}-report.html", project.file.id);
        let html = report(&round, words.lang_untracked()).html();
        if !download(&name, "text/html;charset=utf-8", html.as_bytes()) {
            teller.tell(Message::new("desk-download-failed"));
        }
    };
    // It tells of groups, and waits until they are found.
    let study = desk.study;
    Effect::new(move |_| {
        let grouped = study
            .grouped
            .get()
            .filter(|grouped| grouped.0.shown == desk.shown.get());
        if let (true, Some(grouped)) = (study.reporting.get(), grouped) {
            save_report(&grouped.0);
            study.reporting.set(false);
        }
    });
    let hint = move || words.say(&Message::new("desk-download-hint").with("n", count()));
    view! {
        <div class="take" role="group" aria-label=t!("desk-download")>
            <button class="button" type="button" data-testid="download-geojson" disabled=move || count() == 0
                on:click=geojson><Icon name="save" />{t!("desk-download-geojson")}</button>
            <button class="button" type="button" data-testid="download-csv" disabled=move || count() == 0
                on:click=csv><Icon name="save" />{t!("desk-download-csv")}</button>
            <button class="button" type="button" data-testid="download-report" disabled=move || count() == 0 || study.reporting.get()
                on:click=move |_| study.reporting.set(true)><Icon name="save" />{t!("report-make")}</button>
            {move || study.reporting.get().then(|| view! { <Going study /> })}
            <p class="small soft">{hint}</p>
            <Toasts teller top=false />
        </div>
    }
}

fn row(desk: Desk, drawing: &Drawing) -> designs_csv::Row {
    let one = &drawing.latest;
    let by = &one.design.by;
    let mut things: BTreeMap<KindId, usize> = BTreeMap::new();
    for thing in one.design.placements() {
        *things.entry(thing.kind.clone()).or_default() += 1;
    }
    designs_csv::Row {
        name: one.name,
        title: one.design.title.clone(),
        alias: by.alias.clone(),
        building: by.building.clone(),
        age: by.age.clone(),
        channel: by.channel.clone(),
        sent: one.design.drawn.clone(),
        older: drawing.older.len(),
        things,
        wishes: one.design.wishes().len(),
        totals: desk.totals(one.name, &one.design),
    }
}
