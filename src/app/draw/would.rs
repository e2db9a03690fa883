//! What the drawing would do, in one place: the fire engine, the sun, walking, one's own door. Each is
//! a row of the action table under that heading.

use leptos::prelude::*;

use crate::app::parts::ActionButton;
use crate::app::session::Session;
use crate::app::words::t;
use crate::editor::{ACTIONS, ActionGroup};

/// A button for each, with its name.
pub fn would(session: Session) -> AnyView {
    let buttons: Vec<_> = ACTIONS
        .iter()
        .filter(|row| row.group == ActionGroup::Would)
        .map(|row| view! { <ActionButton session action=row.action named=true /> })
        .collect();
    view! {
        <section class="section" data-testid="would">
            <h3>{t!("action-group-would")}</h3>
            <div class="row">{buttons}</div>
        </section>
    }
    .into_any()
}
