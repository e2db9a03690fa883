//! The controls: out of the way while nobody needs them, there for fingers and keys.

use leptos::prelude::*;

use super::page::press;
use super::state::Wall;
use super::tour::{Across, Act, STAYS};
use crate::app::parts::{Icon, Looks};
use crate::app::words::{t, words};
use crate::text::Message;

/// The keys, as they are told.
const KEYS: [&str; 6] = [
    "wall-keys-next",
    "wall-keys-previous",
    "wall-keys-across",
    "wall-keys-tour",
    "wall-keys-view",
    "wall-keys-screen",
];

/// The bar.
#[component]
pub fn WallBar(
    /// The wall.
    wall: Wall,
) -> impl IntoView {
    let words = words();
    let of = move || {
        let (shown, count) = (wall.tour.get().shown(), wall.designs.read().0.len());
        if shown.len() > 1 {
            format!("{}–{} / {count}", shown.start + 1, shown.end)
        } else {
            format!("{} / {count}", shown.start + 1)
        }
    };
    let across = move |one: Across| {
        if wall.tour.get().across() == one {
            "true"
        } else {
            "false"
        }
    };
    let running = move || wall.tour.get().is_running();
    let dress = move || {
        if wall.dark.get() {
            "wall-dress-paper"
        } else {
            "wall-dress-dark"
        }
    };
    let stay = move |event| {
        let at: usize = event_target_value(&event).parse().unwrap_or_default();
        wall.stay.set(STAYS.get(at).copied().unwrap_or(STAYS[0]));
    };
    let help = RwSignal::new(false);
    let aside = move || wall.gathering.gathered.read().standing.set_aside;
    view! {
        <div class="wallbar" role="toolbar" aria-label=t!("wall-controls")>
            <button class="button icon-only" type="button" data-testid="wall-previous" aria-label=t!("wall-previous")
                on:click=press(wall, Act::Previous)><Icon name="previous" /></button>
            <span class="count">{of}</span>
            <button class="button icon-only" type="button" data-testid="wall-next" aria-label=t!("wall-next")
                on:click=press(wall, Act::Next)><Icon name="next" /></button>
            <span class="gap"></span>
            <button class="button" type="button" data-testid="wall-one" aria-pressed=move || across(Across::One)
                on:click=press(wall, Act::One)>{t!("wall-one")}</button>
            <button class="button" type="button" data-testid="wall-four" aria-pressed=move || across(Across::Four)
                on:click=press(wall, Act::Four)>{t!("wall-four")}</button>
            <span class="gap"></span>
            <button class="button" type="button" data-testid="wall-tour"
                aria-pressed=move || if running() { "true" } else { "false" } on:click=press(wall, Act::Tour)>
                <Icon name="clock" />
                {move || words.key(if running() { "wall-tour-off" } else { "wall-tour-on" })}
            </button>
            <label class="stay">
                <span>{t!("wall-stay")}</span>
                <select class="field" on:change=stay>
                    {STAYS.into_iter().enumerate().map(|(at, seconds)| view! {
                        <option value=at selected=move || wall.stay.get() == seconds>
                            {move || words.say(&Message::new("wall-stay-seconds").number("n", f64::from(seconds), 0))}
                        </option>
                    }).collect_view()}
                </select>
            </label>
            <span class="gap"></span>
            <button class="button icon-only" type="button" aria-label=t!("wall-zoom-out")
                on:click=press(wall, Act::ZoomOut)><Icon name="zoom-out" /></button>
            <button class="button icon-only" type="button" aria-label=t!("wall-zoom-in")
                on:click=press(wall, Act::ZoomIn)><Icon name="zoom-in" /></button>
            <button class="button icon-only" type="button" aria-label=t!("wall-fit")
                on:click=press(wall, Act::Fit)><Icon name="fit" /></button>
            <span class="gap"></span>
            <button class="button" type="button" data-testid="wall-dress"
                on:click=press(wall, Act::Dress)>{move || words.key(dress())}</button>
            <button class="button" type="button" on:click=press(wall, Act::Fullscreen)>{t!("wall-fullscreen")}</button>
            <button class="button" type="button" data-testid="wall-add"
                on:click=move |_| wall.adding.set(true)><Icon name="open" />{t!("wall-add")}</button>
            <Looks lang_only=true />
            <button class="button icon-only" type="button" aria-label=t!("wall-keys")
                aria-expanded=move || if help.get() { "true" } else { "false" }
                on:click=move |_| help.update(|help| *help = !*help)><Icon name="help" /></button>
            {move || help.get().then(|| view! {
                <ul class="keylist" aria-label=t!("wall-keys")>
                    {KEYS.map(|key| view! { <li>{move || words.key(key)}</li> })}
                </ul>
            })}
            {move || (aside() > 0).then(|| view! {
                <span class="aside" data-testid="wall-aside">
                    {words.say(&Message::new("wall-set-aside").with("n", aside()))}
                </span>
            })}
        </div>
    }
}
