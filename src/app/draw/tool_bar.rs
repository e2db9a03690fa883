//! The tools: on a desk one upright bar with their names at the plan's edge, on a phone one button
//! that opens them.

use leptos::prelude::*;

use super::snap_chip::SnapChip;
use super::ui::Ui;
use crate::app::parts::Icon;
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::editor::Action;
use crate::text::Message;

/// A tool of the bar: its action, the first word of its path, the key of its short name.
type Entry = (Action, &'static str, &'static str);

const TOOLS: [Entry; 6] = [
    (Action::ToolSelect, "select", "tools-short-select"),
    (Action::ToolPan, "pan", "tools-short-pan"),
    (Action::ChooseSeveral, "choose", "tools-short-choose"),
    (Action::ToolOutline, "outline", "tools-short-outline"),
    (Action::MeasureDistance, "measure", "tools-short-measure"),
    (Action::ToolNote, "note", "tools-short-note"),
];

/// The tools at the plan's left edge.
#[component]
pub fn ToolBar(
    /// The drawing.
    session: Session,
    /// The panels of the page.
    ui: Ui,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let words = words();
    let now = Memo::new(move |_| {
        let in_hand = session
            .tool
            .with(|tool| TOOLS.into_iter().find(|entry| tool.path.starts_with(entry.1)));
        in_hand.unwrap_or(TOOLS[0])
    });
    // The plan is what is drawn on: the sheet of the phone makes way for it.
    Effect::new(move |_| {
        let draws = matches!(now.get().1, "choose" | "outline" | "measure" | "note");
        if draws && !ui.wide.get_untracked() {
            ui.make_way();
        }
    });
    let shown = move || ui.wide.get() || open.get();
    let label = move || words.key(if open.get() { "tools-less" } else { "tools-more" });
    let icon = Signal::derive(move || match (open.get(), now.get()) {
        (true, _) => "cancel",
        (false, (Action::ToolSelect, ..)) => "draw",
        (false, (action, ..)) => action.row().icon,
    });
    let in_hand = move || now.get().0 != Action::ToolSelect;
    view! {
        <div class="tools left" role="toolbar" aria-orientation="vertical" aria-label=t!("tools-name")>
            <Show when=shown>
                {TOOLS.map(|entry| view! { <Tool session entry now chosen=move || open.set(false) /> }).collect_view()}
                <hr />
            </Show>
            <Show when=move || !ui.wide.get()>
                <button class="button icon-only" type="button" data-testid="tools" aria-label=label title=label
                    aria-expanded=move || if open.get() { "true" } else { "false" }
                    aria-pressed=move || if in_hand() { "true" } else { "false" }
                    on:click=move |_| open.update(|open| *open = !*open)>
                    <Icon name=icon />
                </button>
            </Show>
            <SnapChip session />
        </div>
    }
}

/// One tool, with its short name under its icon. Its full name and its key are its description.
#[component]
fn Tool(
    session: Session,
    entry: Entry,
    now: Memo<Entry>,
    chosen: impl Fn() + Copy + Send + 'static,
) -> impl IntoView {
    let words = words();
    let (action, _, short) = entry;
    let row = action.row();
    let title = move || {
        let keys = crate::app::parts::first_key(row).unwrap_or_default();
        format!("{} ({keys})", words.key(row.key))
    };
    let press = move |_| {
        chosen();
        match session.can(action).reason() {
            Some(reason) => session.teller.tell(Message::new(reason)),
            None => session.act(action),
        }
    };
    view! {
        <button class="button tool" type="button" data-action=row.key title=title
            aria-pressed=move || if now.get() == entry { "true" } else { "false" } on:click=press>
            <Icon name=row.icon />
            <span>{move || words.key(short)}</span>
        </button>
    }
}
