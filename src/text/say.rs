//! Says a [`Message`] in a language.

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::langid;

use super::{Arg, Lang, Message, in_language, rest};

/// The sentences of one language, ready to be said.
pub(super) type Bundle = FluentBundle<FluentResource>;

/// The sentences that were read from beside the program, so that it need not carry every language.
static GIVEN: OnceLock<(Lang, String)> = OnceLock::new();

/// Takes the sentences of a language as they lie beside the program ([`rest`]). To be called once, before
/// anything is said; without it the program reads its own.
pub fn give(lang: Lang, text: String) {
    // A second time the first stays: what was said already came from it.
    let _ = GIVEN.set((lang, text));
}

/// The sentence in a language. A key that no file has comes back as itself, so that a missing
/// text is seen and never blank; a test keeps that from happening.
pub fn say(lang: Lang, message: &Message) -> String {
    let args: Vec<_> = message
        .args
        .iter()
        .map(|(name, arg)| (&**name, value(lang, arg)))
        .collect();
    let bundle = match first(lang) {
        first if first.has_message(&message.key) => first,
        _ => rest::bundle_of(lang),
    };
    say_key(bundle, &message.key, args).unwrap_or_else(|| message.key.clone().into_owned())
}

/// Every key of a language's files, for the test that compares languages.
pub fn keys(lang: Lang) -> Vec<String> {
    use fluent_syntax_keys::entry_keys;
    let files = [rest::FIRST[lang as usize], rest::TEXTS[lang as usize]];
    files.iter().flat_map(|text| entry_keys(text)).collect()
}

mod fluent_syntax_keys {
    /// The message keys that a file declares: what stands before ` = ` at the start of a line.
    pub fn entry_keys(text: &str) -> Vec<String> {
        text.lines()
            .filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-'))
            .filter_map(|line| line.split_once('=').map(|(key, _)| key.trim().to_owned()))
            .collect()
    }
}

fn say_key(bundle: &Bundle, key: &str, args: Vec<(&str, FluentValue<'static>)>) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    let args: FluentArgs = args
        .into_iter()
        .map(|(name, v)| (Cow::Owned(name.to_owned()), v))
        .collect();
    let mut faults = Vec::new();
    Some(
        bundle
            .format_pattern(pattern, Some(&args), &mut faults)
            .into_owned(),
    )
}

fn value(lang: Lang, arg: &Arg) -> FluentValue<'static> {
    match arg {
        Arg::Text(text) => FluentValue::String(Cow::Owned(text.clone())),
        Arg::Number(number, decimals) => {
            let scale = 10_f64.powi(i32::from(*decimals));
            let rounded = (number * scale).round() / scale + 0.0;
            // With no option set it is the same number as one that a text names: `[0] nobody`.
            FluentValue::Number(FluentNumber::new(rounded, FluentNumberOptions::default()))
        }
        Arg::Message(message) => FluentValue::String(Cow::Owned(say(lang, message))),
        // What may be missing is looked for in the first files alone, or each miss would fetch the others.
        Arg::Key { key, or } => FluentValue::String(Cow::Owned(
            say_key(first(lang), key, Vec::new()).unwrap_or_else(|| or.clone()),
        )),
        Arg::Own(texts) => FluentValue::String(Cow::Owned(in_language(texts, lang).to_owned())),
        Arg::Some { key, or, n } => {
            let count = value(lang, &Arg::from(*n));
            let said = say_key(first(lang), key, vec![("n", count)]);
            FluentValue::String(Cow::Owned(said.unwrap_or_else(|| {
                let message = Message::new("words-some")
                    .with("n", *n)
                    .with("what", (**or).clone());
                say(lang, &message)
            })))
        }
    }
}

fn first(lang: Lang) -> &'static Bundle {
    static BUNDLES: [OnceLock<Bundle>; 2] = [OnceLock::new(), OnceLock::new()];
    BUNDLES[lang as usize].get_or_init(|| match GIVEN.get() {
        Some((given, text)) if *given == lang => bundle(lang, text),
        _ => bundle(lang, rest::first_of(lang)),
    })
}

/// The sentences of a text, ready to be said.
pub(super) fn bundle(lang: Lang, text: &str) -> Bundle {
    let id = match lang {
        Lang::ZhCn => langid!("zh-CN"),
        Lang::En => langid!("en"),
    };
    let mut bundle = Bundle::new_concurrent(vec![id]);
    // Names are shown in elements of their own, so isolation marks would only litter the text.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(grouped));
    // A faulty line costs its own sentence only; the test of the files reports it.
    let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, _)| resource);
    bundle.add_resource_overriding(resource);
    bundle
}

/// Numbers grouped by thousands, in both languages alike.
fn grouped(value: &FluentValue, _: &intl_memoizer::concurrent::IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let text = number.as_string().into_owned();
    let (sign, rest) = text
        .strip_prefix('-')
        .map_or(("", text.as_str()), |rest| ("−", rest));
    let (whole, fraction) = rest
        .split_once('.')
        .map_or((rest, None), |(whole, part)| (whole, Some(part)));
    let mut out = String::from(sign);
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    Some(out)
}
