//! What residents are told and asked, the money, the rules and the dates.

use leptos::prelude::*;

use super::edge::number;
use super::state::Setup;
use crate::app::browser::elements;
use crate::app::words::{t, words};
use crate::project::{ByLanguage, ProjectFile, QuestionOption};
use crate::rules::{DEFAULT_PROFILE, Profile};
use crate::setup::{Phase, add_question, project_id};
use crate::text::{Lang, Message, say};

/// The panel.
#[component]
pub fn Round(
    /// The set-up.
    setup: Setup,
) -> impl IntoView {
    view! {
        <p class="soft">{t!("setup-round-lead")}</p>
        {Lang::ALL.map(|lang| text_field(setup, lang, "setup-round-title", false, |file| &mut file.title))}
        {Lang::ALL.map(|lang| text_field(setup, lang, "setup-round-about", true, |file| &mut file.about))}
        {id_and_money(setup)}
        {profile(setup)}
        {dates(setup)}
        {questions(setup)}
    }
}

pub(super) fn lang_name(lang: Lang) -> String {
    // The name of a language is written in that language.
    let key = match lang {
        Lang::ZhCn => "lang-zh-CN",
        Lang::En => "lang-en",
    };
    say(lang, &Message::new(key))
}

/// Puts a text in a language; an empty one is not there.
fn put(texts: &mut ByLanguage, lang: Lang, text: &str) {
    match text.trim() {
        "" => texts.remove(lang.tag()),
        text => texts.insert(lang.tag().to_owned(), text.to_owned()),
    };
}

fn text_field(
    setup: Setup,
    lang: Lang,
    key: &'static str,
    is_long: bool,
    of: fn(&mut ProjectFile) -> &mut ByLanguage,
) -> AnyView {
    let words = words();
    let said = move || words.say(&Message::new(key).with("lang", lang_name(lang)));
    let now = of(&mut setup.history.with_untracked(|history| history.now().file.clone()))
        .get(lang.tag())
        .cloned()
        .unwrap_or_default();
    let set = move |event| {
        let text = elements::value_of(&event);
        setup.write(|file| put(of(file), lang, &text));
    };
    let field = if is_long {
        view! { <textarea class="field" rows="4" maxlength="2000" lang=lang.tag() prop:value=now on:change=set></textarea> }
            .into_any()
    } else {
        view! { <input class="field" type="text" maxlength="200" lang=lang.tag() data-testid=format!("{key}-{}", lang.tag())
            prop:value=now on:change=set /> }
            .into_any()
    };
    view! { <label class="setting wide"><span>{said}</span>{field}</label> }.into_any()
}

fn id_and_money(setup: Setup) -> AnyView {
    let file = setup.history.with_untracked(|history| history.now().file.clone());
    let id = move |event| {
        let id = project_id(&elements::value_of(&event));
        elements::set_value(&event, &id);
        setup.write(|file| file.id = id);
    };
    let budget = move |event| {
        let text = elements::value_of(&event);
        let yuan = match text.trim() {
            "" => None,
            text => match number(setup, text).filter(|yuan| (0.0..=1e12).contains(yuan)) {
                Some(yuan) => Some(yuan),
                None => return elements::set_value(&event, ""),
            },
        };
        setup.write(|file| file.budget = yuan);
    };
    let yuan = file.budget.map(|yuan| yuan.to_string()).unwrap_or_default();
    view! {
        <label class="setting wide"><span>{t!("setup-round-id")}</span>
            <input class="field" type="text" maxlength="40" autocomplete="off" spellcheck="false" data-testid="setup-id"
                prop:value=file.id.clone() on:change=id /></label>
        <p class="small soft">{t!("setup-round-id-hint")}</p>
        <label class="setting wide"><span>{t!("setup-round-budget")}</span>
            <input class="field" inputmode="decimal" autocomplete="off" data-testid="setup-budget"
                prop:value=yuan on:change=budget /></label>
        <p class="small soft">{t!("setup-round-budget-hint")}</p>
    }
    .into_any()
}

fn profile(setup: Setup) -> AnyView {
    let words = words();
    let chosen = setup
        .history
        .with_untracked(|history| history.now().file.rules.profile.clone());
    let chosen = chosen.unwrap_or_else(|| DEFAULT_PROFILE.to_owned());
    let options = Profile::all()
        .map(|(id, title)| {
            let is_it = id == chosen;
            view! {
                <option value=id selected=is_it>
                    {move || crate::project::in_language(title, words.lang()).to_owned()}</option>
            }
        })
        .collect_view();
    let set = move |event| {
        let id = elements::value_of(&event);
        setup.write(|file| file.rules.profile = Some(id));
    };
    let open = move |event| {
        let is_open = event_target_checked(&event);
        setup.write(|file| file.gallery_open = is_open);
    };
    let is_open = setup
        .history
        .with_untracked(|history| history.now().file.gallery_open);
    view! {
        <label class="setting wide"><span>{t!("setup-round-profile")}</span>
            <select class="field" data-testid="setup-profile" on:change=set>{options}</select></label>
        <label class="check"><input type="checkbox" prop:checked=is_open on:change=open />
            <span>{t!("setup-round-open")}</span></label>
    }
    .into_any()
}

fn dates(setup: Setup) -> AnyView {
    let phase = setup
        .history
        .with_untracked(|history| Phase::of(&history.now().file));
    let set = move |write: fn(&mut Phase, String)| {
        move |event: leptos::ev::Event| {
            let day = elements::value_of(&event);
            setup.write(|file| {
                let mut phase = Phase::of(file);
                write(&mut phase, day);
                phase.write(file);
            });
        }
    };
    view! {
        <div class="row">
            <label class="setting wide"><span>{t!("setup-round-from")}</span>
                <input class="field" type="date" data-testid="setup-from" prop:value=phase.from.clone()
                    on:change=set(|phase, day| phase.from = day) /></label>
            <label class="setting wide"><span>{t!("setup-round-to")}</span>
                <input class="field" type="date" data-testid="setup-to" prop:value=phase.to.clone()
                    on:change=set(|phase, day| phase.to = day) /></label>
        </div>
    }
    .into_any()
}

fn questions(setup: Setup) -> AnyView {
    // Only their number is followed: what is typed into one must not make the fields anew.
    let count = Memo::new(move |_| setup.history.with(|history| history.now().file.questions.len()));
    view! {
        <fieldset class="stack">
            <legend class="label">{t!("setup-round-questions")}</legend>
            {move || (0..count.get()).map(|at| question(setup, at)).collect_view()}
            <button class="button" type="button" data-testid="setup-add-question"
                on:click=move |_| setup.write(add_question)>{t!("setup-round-add")}</button>
        </fieldset>
    }
    .into_any()
}

fn question(setup: Setup, at: usize) -> AnyView {
    let words = words();
    let Some(question) = setup
        .history
        .with_untracked(|history| history.now().file.questions.get(at).cloned())
    else {
        return ().into_any();
    };
    let fields = Lang::ALL.map(|lang| {
        let said = move || words.say(&Message::new("setup-round-question").with("n", at + 1).with("lang", lang_name(lang)));
        let answers_said = move || words.say(&Message::new("setup-round-answers").with("lang", lang_name(lang)));
        let text = question.text.get(lang.tag()).cloned().unwrap_or_default();
        let answers: Vec<String> =
            question.options.iter().map(|option| option.text.get(lang.tag()).cloned().unwrap_or_default()).collect();
        let set_text = move |event| {
            let text = elements::value_of(&event);
            setup.write(|file| {
                if let Some(question) = file.questions.get_mut(at) {
                    put(&mut question.text, lang, &text);
                }
            });
        };
        let set_answers = move |event| {
            let text = elements::value_of(&event);
            setup.write(|file| {
                if let Some(question) = file.questions.get_mut(at) {
                    write_answers(&mut question.options, lang, &text);
                }
            });
        };
        view! {
            <label class="setting wide"><span>{said}</span>
                <input class="field" type="text" maxlength="200" lang=lang.tag() prop:value=text on:change=set_text /></label>
            <label class="setting wide"><span class="small soft">{answers_said}</span>
                <textarea class="field" rows="2" maxlength="1000" lang=lang.tag() prop:value=answers.join("\n")
                    on:change=set_answers></textarea></label>
        }
    });
    let drop = move |_| {
        setup.write(|file| {
            if at < file.questions.len() {
                file.questions.remove(at);
            }
        });
    };
    let drop_said = move || words.say(&Message::new("setup-round-drop").with("n", at + 1));
    view! {
        <div class="question">
            {fields}
            <button class="button quiet" type="button" on:click=drop>{drop_said}</button>
        </div>
    }
    .into_any()
}

/// Writes the answers of a language, one a line. A line that is new begins a new answer; what an answer is
/// called in a design stays while its place stays.
fn write_answers(options: &mut Vec<QuestionOption>, lang: Lang, text: &str) {
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    while options.len() < lines.len() {
        let value = format!("a{}", options.len() + 1);
        options.push(QuestionOption {
            value,
            text: ByLanguage::new(),
        });
    }
    for (at, option) in options.iter_mut().enumerate() {
        put(&mut option.text, lang, lines.get(at).copied().unwrap_or_default());
    }
    options.retain(|option| !option.text.is_empty());
}
