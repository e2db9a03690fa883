//! `mulin rules`: the table of `docs/rules.md`, made of the very data that the rules ask.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::process::ExitCode;

use crate::project::in_language;
use crate::rules::{ALL, Profile, Provision, RULE_IDS};
use crate::text::{Arg, Lang, Message, say};

use super::{Stop, put};

/// Prints the table.
pub fn run() -> Result<ExitCode, Stop> {
    put(&table(Lang::En));
    Ok(ExitCode::SUCCESS)
}

/// Every number of the national profile, rule by rule, and what the other profiles change.
pub fn table(lang: Lang) -> String {
    let text = |key: &'static str| say(lang, &Message::new(key));
    let mut table = format!("{}\n\n{}\n", text("rules-table-title"), text("rules-table-intro"));
    let Some(national) = Profile::built_in("national") else {
        return table;
    };
    let _ = write!(table, "\n{}\n", text("rules-table-head"));
    // Numbers of vehicles and walks stand under no rule: several ask them.
    let names = national.provisions().map(|(name, _)| rule_of(name));
    let others: BTreeSet<&str> = names.filter(|id| !RULE_IDS.contains(id)).collect();
    for id in RULE_IDS.into_iter().chain(others) {
        let numbers: Vec<_> = national
            .provisions()
            .filter(|(name, _)| rule_of(name) == id)
            .collect();
        if numbers.is_empty() {
            let _ = writeln!(
                table,
                "| {} | {} | | | | | |",
                rule_name(lang, id),
                text("rules-table-plain")
            );
        }
        for (at, (name, provision)) in numbers.into_iter().enumerate() {
            let rule = if at == 0 {
                rule_name(lang, id)
            } else {
                String::new()
            };
            table.push_str(&row(lang, &rule, name, provision));
        }
    }
    for (id, title) in Profile::all().filter(|(id, _)| *id != "national") {
        let Some(profile) = Profile::built_in(id) else {
            continue;
        };
        let _ = write!(table, "\n## {} (`{id}`)\n\n", in_language(title, lang));
        let other: Vec<_> = profile
            .provisions()
            .filter(|(name, provision)| national.provision(name) != Some(provision))
            .collect();
        if other.is_empty() {
            let _ = writeln!(table, "{}", text("rules-table-same"));
            continue;
        }
        let _ = writeln!(table, "{}", text("rules-table-head"));
        for (name, provision) in other {
            table.push_str(&row(lang, &rule_name(lang, rule_of(name)), name, provision));
        }
    }
    table
}

fn rule_of(number: &str) -> &str {
    number.split('.').next().unwrap_or_default()
}

fn rule_name(lang: Lang, id: &str) -> String {
    let name = Arg::Key {
        key: format!("rule-{id}"),
        or: id.to_owned(),
    };
    format!(
        "**{}** `{id}`",
        say(lang, &Message::new("named").with("name", name))
    )
}

fn row(lang: Lang, rule: &str, name: &str, provision: &Provision) -> String {
    let text = |key: &'static str| say(lang, &Message::new(key));
    let asked = ALL
        .iter()
        .any(|rule| rule.numbers.contains(&name) || rule.local.contains(&name));
    let not_asked = if asked {
        String::new()
    } else {
        not_asked(lang, name)
    };
    let unit = match provision.unit.as_str() {
        "m2" => "m²",
        unit => unit,
    };
    format!(
        "| {rule} | {}{not_asked} `{name}` | {} {unit} | {} | {} | {} | {} |\n",
        in_language(&provision.about, lang),
        provision.value,
        provision.severity.word(),
        if provision.clause.is_empty() {
            "–"
        } else {
            &provision.clause
        },
        if provision.source.is_empty() {
            "–"
        } else {
            &provision.source
        },
        text(if provision.verified && provision.source.is_empty() {
            "rules-table-own"
        } else if provision.verified {
            "rules-table-verified"
        } else {
            "rules-table-unverified"
        }),
    )
}

/// Why no rule asks for a number that stands in the profile.
fn not_asked(lang: Lang, name: &str) -> String {
    let key = match name {
        "fitness-distance.wire" => "rules-table-not-wires",
        "activity-traffic.slope" => "rules-table-not-slopes",
        "plinth.wheelchair-share" => "rules-table-not-seats",
        _ => "rules-table-not",
    };
    say(
        lang,
        &Message::new("rules-table-why").with("why", Message::new(key)),
    )
}
