//! The table of the rules in the docs is the one that their data gives.

use std::collections::BTreeSet;

use mulin::cli::rules::table;
use mulin::rules::Profile;
use mulin::text::Lang;

const RULES: &str = include_str!("../../docs/rules.md");
const SOURCES: &str = include_str!("../../docs/sources.md");

#[test]
fn the_table_in_the_docs_is_printed_from_the_rules() {
    let printed = table(Lang::En);
    assert!(
        printed == RULES,
        "docs/rules.md is not what the rules say; write it again: target/debug/mulin rules > docs/rules.md"
    );
}

#[test]
fn every_source_that_a_number_names_stands_in_the_sources() {
    let profiles = Profile::all().filter_map(|(id, _)| Profile::built_in(id));
    let marks: BTreeSet<String> = profiles
        .flat_map(|profile| {
            let sources = profile
                .provisions()
                .map(|(_, provision)| provision.source.clone());
            sources.collect::<Vec<_>>()
        })
        .flat_map(|source| source.split(", ").map(str::to_owned).collect::<Vec<_>>())
        .filter(|mark| !mark.is_empty())
        .collect();
    for mark in marks {
        assert!(
            SOURCES.contains(&format!("| {mark} |")),
            "docs/sources.md lacks {mark}"
        );
    }
}
