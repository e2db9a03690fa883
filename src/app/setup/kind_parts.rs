//! The drawing of a kind of the project's own: its parts, lowest first, and an SVG that is brought in.

use leptos::html::Input;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::kind_fields::{Row, choice, number, text};
use super::state::Setup;
use crate::app::browser::{elements, exchanger, files};
use crate::app::words::{t, words};
use crate::catalogue::{MOST_PARTS, Material, PartShape};
use crate::setup::set_member;
use crate::text::Message;

/// The parts; of a variant only once it is to have a drawing of its own.
#[component]
pub fn Parts(
    /// The set-up.
    setup: Setup,
    /// The row that is typed in.
    row: Row,
    /// Whether it can do without a drawing of its own.
    is_variant: bool,
) -> impl IntoView {
    let words = words();
    // The fields are made anew when parts come, go or change places, and not while one types into them.
    let order = RwSignal::new(0_u32);
    let count = move || row.with_untracked(|row| row["drawing"]["parts"].as_array().map(Vec::len));
    let change = move |change: &dyn Fn(&mut Vec<Value>)| {
        row.update(|row| {
            let mut parts = row["drawing"]["parts"].as_array().cloned().unwrap_or_default();
            change(&mut parts);
            set_member(row, "/drawing/parts", Some(Value::Array(parts)));
        });
        order.update(|n| *n += 1);
    };
    // The button that was pressed is gone with its part: the part that took its place is gone on with, else the one
    // before it, else the button that adds one. All of them are made anew before the next frame.
    let focus_part = move |at: usize| {
        let chosen = match count().unwrap_or_default() {
            0 => "[data-testid=kind-part-add]".to_owned(),
            left => {
                let part = format!("[data-part=\"{}\"]", at.min(left - 1));
                format!("{part} select, {part} input")
            }
        };
        request_animation_frame(move || elements::focus_on(&chosen));
    };
    let add = move |part: Value| {
        if count().unwrap_or_default() >= MOST_PARTS {
            return setup
                .teller
                .tell(Message::new("own-many-parts").with("most", MOST_PARTS));
        }
        change(&|parts| parts.push(part.clone()));
        focus_part(count().unwrap_or_default().saturating_sub(1));
    };
    let own = move |event| {
        let is_own = event_target_checked(&event);
        row.update(|row| {
            let plain = json!({ "parts": [{ "part": "block", "material": "timber" }] });
            set_member(row, "/drawing", is_own.then_some(plain));
        });
        order.update(|n| *n += 1);
    };
    let list = move || {
        order.track();
        let count = count()?;
        let parts = (0..count).map(|at| {
            let up = move |_| {
                change(&|parts| {
                    if at > 0 && at < parts.len() {
                        parts.swap(at, at - 1);
                    }
                });
                focus_part(at.saturating_sub(1));
            };
            let drop = move |_| {
                change(&|parts| {
                    if at < parts.len() {
                        parts.remove(at);
                    }
                });
                focus_part(at);
            };
            let numbered = move |key: &'static str| move || words.say(&Message::new(key).with("n", at + 1));
            view! {
                <fieldset class="kindpart" data-testid="kind-part" data-part=at.to_string()><legend class="small">{numbered("kinds-part-n")}</legend>
                    {fields(row, at)}
                    <div class="actions">
                        <button class="button quiet" type="button" disabled=at == 0 aria-label=numbered("kinds-part-lower-n") on:click=up>
                            {t!("kinds-part-lower")}</button>
                        <button class="button quiet" type="button" aria-label=numbered("kinds-part-drop-n") on:click=drop>
                            {t!("kinds-part-drop")}</button>
                    </div>
                </fieldset>
            }
        });
        Some(view! {
            {parts.collect_view()}
            <div class="actions">
                <button class="button" type="button" data-testid="kind-part-add"
                    on:click=move |_| add(json!({ "part": "plate", "material": "timber", "size": [0.8, 0.8] }))>
                    {t!("kinds-part-add")}</button>
                <Svg setup row add=Callback::new(add) />
            </div>
        })
    };
    let has_own = row.with_untracked(|row| row.get("drawing").is_some());
    view! {
        <fieldset class="stack"><legend class="label">{t!("kinds-drawing")}</legend>
            <p class="small soft">{t!("kinds-drawing-lead")}</p>
            {is_variant.then(|| view! {
                <label class="check"><input type="checkbox" data-testid="kind-own-drawing" prop:checked=has_own on:change=own />
                    <span>{t!("kinds-drawing-own")}</span></label>
            })}
            {list}
        </fieldset>
    }
}

fn fields(row: Row, at: usize) -> AnyView {
    let words = words();
    let part = format!("/drawing/parts/{at}");
    let of = |member: &str| format!("{part}/{member}");
    let now = move |row: &Value, member: &str, or: &str| {
        row["drawing"]["parts"][at][member]
            .as_str()
            .unwrap_or(or)
            .to_owned()
    };
    let word = Memo::new(move |_| row.with(|row| now(row, "part", "")));
    if word.get_untracked() == PartShape::PATHS {
        return view! { <p class="small">{t!("kinds-part-paths")}</p>{place(row, &part)} }.into_any();
    }
    let mut shapes: Vec<&'static str> = PartShape::WORDS.into();
    shapes.sort_by_key(|shape| *shape != word.get_untracked());
    let mut materials: Vec<&'static str> = Material::ALL.iter().map(|material| material.word()).collect();
    let made_of = row.with_untracked(|row| now(row, "material", "timber"));
    materials.sort_by_key(|material| *material != made_of);
    let (letters, count) = (of("text"), of("count"));
    view! {
        <div class="numbers two">
            {choice(row, "kinds-part", of("part"), "part", shapes)}
            {choice(row, "kinds-material", of("material"), "material", materials)}
        </div>
        {move || (word.get() == "label").then(|| text(row, move || words.key("kinds-letters"), letters.clone(), "zh-CN", 8))}
        {move || matches!(word.get().as_str(), "posts" | "crown").then(|| number(row, "kinds-count", count.clone(), 1.0))}
        {place(row, &part)}
    }
    .into_any()
}

/// Where a part lies and how large it is, in percent of the whole.
fn place(row: Row, part: &str) -> AnyView {
    row.update_untracked(|row| {
        if row.pointer(part).is_some_and(|part| part.get("at").is_none()) {
            set_member(row, &format!("{part}/at"), Some(json!([0.0, 0.0])));
        }
        if row.pointer(part).is_some_and(|part| part.get("size").is_none()) {
            set_member(row, &format!("{part}/size"), Some(json!([1.0, 1.0])));
        }
    });
    view! {
        <div class="numbers four">
            {number(row, "kinds-part-width", format!("{part}/size/0"), 100.0)}
            {number(row, "kinds-part-depth", format!("{part}/size/1"), 100.0)}
            {number(row, "kinds-part-right", format!("{part}/at/0"), 100.0)}
            {number(row, "kinds-part-up", format!("{part}/at/1"), 100.0)}
        </div>
    }
    .into_any()
}

/// Brings an SVG in: a worker reduces it to paths.
#[component]
fn Svg(setup: Setup, row: Row, add: Callback<Value>) -> impl IntoView {
    let words = words();
    let field = NodeRef::<Input>::new();
    let take = files::when_chosen(field, move |picked| async move {
        let (_, bytes) = match picked {
            Ok(picked) => picked,
            Err(why) => return setup.teller.tell(why),
        };
        let lang = words.lang_untracked();
        match exchanger::ask(&json!({ "do": "drawing" }), &[&bytes]).await {
            Err(fault) => setup.teller.tell(fault.message(lang)),
            Ok(read) => {
                let told: Value = serde_json::from_slice(&read.bytes).unwrap_or_default();
                let mut part = told["part"].clone();
                fit(&mut part, told["aspect"].as_f64(), row);
                add.run(part);
                let problem = read.problems.first().map(|problem| problem.message(lang));
                setup
                    .teller
                    .tell(problem.unwrap_or_else(|| Message::new("kinds-svg-taken")));
            }
        }
    });
    view! {
        <label class="button pickfile">
            {t!("kinds-svg")}
            <input class="aloud" type="file" accept=".svg" data-testid="kind-svg" node_ref=field on:change=take />
        </label>
    }
}

/// As large as fits into the kind's size without pulling the drawing out of shape.
fn fit(part: &mut Value, aspect: Option<f64>, row: Row) {
    let size = row.with_untracked(|row| {
        Some((
            row.pointer("/size/0")?.as_f64()?,
            row.pointer("/size/1")?.as_f64()?,
        ))
    });
    let (Some((width, depth)), Some(aspect)) = (size, aspect.filter(|aspect| *aspect > 0.0)) else {
        return;
    };
    let own = width / depth;
    let fitted = if aspect > own {
        [1.0, own / aspect]
    } else {
        [aspect / own, 1.0]
    };
    part["size"] = json!(fitted.map(|share| (share * 1e3).round().max(10.0) / 1e3));
}
