//! Help: every command with its keys, as the action table has them; and how one draws.

use leptos::prelude::*;

use crate::app::browser::page;
use crate::app::parts::Icon;
use crate::app::words::{t, words};
use crate::editor::{ACTIONS, ActionGroup, ActionRow};

/// What the help dialog shows.
#[component]
pub fn Help() -> impl IntoView {
    let words = words();
    let steps = [
        "help-add",
        "help-move",
        "help-turn",
        "help-look",
        "help-menu",
        "help-find",
        "help-several",
        "help-send",
    ];
    let groups = ActionGroup::ALL.map(|group| {
        let rows: Vec<_> = ACTIONS
            .iter()
            .filter(|row| row.group == group)
            .map(keys_row)
            .collect();
        view! {
            <section class="section">
                <h3>{move || words.key(group.key())}</h3>
                <table class="keys"><tbody>{rows}</tbody></table>
            </section>
        }
    });
    view! {
        <ol class="stack" aria-label=t!("help-steps")>
            {steps.map(|key| view! { <li>{move || words.key(key)}</li> }).collect_view()}
        </ol>
        <p class="soft small">{t!("help-keys")}</p>
        {groups.collect_view()}
    }
}

fn keys_row(row: &'static ActionRow) -> impl IntoView {
    let words = words();
    let mac = page::is_mac();
    let keys: Vec<_> = row
        .labels(mac)
        .map(|label| view! { <kbd>{label}</kbd> " " })
        .collect();
    view! {
        <tr>
            <th scope="row"><span class="row"><Icon name=row.icon /><span>{move || words.key(row.key)}</span></span></th>
            <td>{keys}</td>
        </tr>
    }
}
