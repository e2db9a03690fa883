//! The steps: where the set-up stands, and the panel of the one that is shown.

use leptos::prelude::*;

use super::doors::Doors;
use super::edge::Edge;
use super::homes::Homes;
use super::kinds::Kinds;
use super::picture::Picture;
use super::round::Round;
use super::save::Save;
use super::state::Setup;
use super::things::Things;
use crate::app::words::{t, words};
use crate::setup::Step;
use crate::text::Message;

/// The steps as buttons, each with how much is to be done there.
#[component]
pub fn StepBar(
    /// The set-up.
    setup: Setup,
) -> impl IntoView {
    let words = words();
    let missing = Memo::new(move |_| setup.history.with(|history| history.now().missing()));
    provide_context(missing);
    let said = move |step: Step| {
        let n = missing.with(|all| all.iter().filter(|one| one.step == step).count());
        match n {
            0 if step == Step::Save => String::new(),
            0 => words.key("setup-done"),
            n => words.say(&Message::new("setup-todo").with("n", n)),
        }
    };
    view! {
        <nav class="stepbar" aria-label=t!("setup-steps")>
            {Step::ALL.map(|step| view! {
                <button class="button" type="button" data-step=step.word()
                    aria-current=move || (setup.step.get() == step).then_some("step")
                    on:click=move |_| setup.go(step)>
                    <span>{move || words.key(step.key())}</span>
                    <span class="small soft">{move || said(step)}</span>
                </button>
            })}
        </nav>
    }
}

/// The panel of the step that is shown, and the way to the next one.
#[component]
pub fn Panel(
    /// The set-up.
    setup: Setup,
) -> impl IntoView {
    let words = words();
    let after = move || {
        let at = Step::ALL.iter().position(|step| *step == setup.step.get())?;
        Step::ALL.get(at + 1).copied()
    };
    view! {
        <h2 class="steptitle">{move || words.key(setup.step.get().key())}</h2>
        {move || match setup.step.get() {
            Step::Things => view! { <Things setup /> }.into_any(),
            Step::Picture => view! { <Picture setup /> }.into_any(),
            Step::Edge => view! { <Edge setup /> }.into_any(),
            Step::Doors => view! { <Doors setup /> }.into_any(),
            Step::Homes => view! { <Homes setup /> }.into_any(),
            Step::Kinds => view! { <Kinds setup /> }.into_any(),
            Step::Round => view! { <Round setup /> }.into_any(),
            Step::Save => view! { <Save setup /> }.into_any(),
        }}
        {move || after().map(|next| view! {
            <button class="button main nextstep" type="button" data-testid="setup-next"
                on:click=move |_| setup.go(next)>
                {move || words.say(&Message::new("setup-next").with("step", Message::new(next.key())))}
            </button>
        })}
    }
}
