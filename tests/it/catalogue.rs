//! The catalogue as data: every kind is whole, sound and named in both languages.

use std::collections::HashSet;

use mulin::catalogue::{Catalogue, Group, Kind};
use mulin::design::{Placement, PlacementId};
use mulin::geometry::{Turn, WorldPt};
use mulin::rules::capacity;
use mulin::text::{Arg, Lang, Message, keys, say};

/// The ids of the contract, section 2.
const IDS: &str = "plaza pavilion pavilion-corridor pergola car-park bay accessible-bay ev-bay charging-shed \
    bike-rack bench chess-table fitness-station fitness-path table-tennis badminton-court playground lawn \
    flower-bed tree lamp bin-station parcel-cabinet drying-rack ramp bollard day-care-centre parlour";

fn catalogue() -> Catalogue {
    Catalogue::read(Catalogue::built_in_families()).expect("the built-in catalogue reads")
}

#[track_caller]
fn every_kind(holds: impl Fn(&Kind) -> bool) {
    let wrong: Vec<String> = catalogue()
        .kinds()
        .iter()
        .filter(|kind| !holds(kind))
        .map(|kind| kind.id.to_string())
        .collect();
    assert!(wrong.is_empty(), "not so for {wrong:?}");
}

#[test]
fn it_has_exactly_the_kinds_of_the_contract() {
    let there: HashSet<String> = catalogue().kinds().iter().map(|k| k.id.to_string()).collect();
    let asked: HashSet<String> = IDS.split_whitespace().map(str::to_owned).collect();
    assert_eq!(there, asked);
}

#[test]
fn the_built_in_catalogue_is_the_one_that_reads() {
    assert_eq!(Catalogue::built_in().kinds().len(), 28);
}

#[test]
fn every_shelf_of_the_palette_has_kinds() {
    for group in Group::ALL {
        assert!(catalogue().group(group).next().is_some(), "{group:?} is empty");
    }
}

#[test]
fn default_sizes_lie_in_their_ranges() {
    every_kind(|kind| kind.held_size(kind.size.0, kind.size.1) == kind.size);
}

#[test]
fn prices_lie_between_the_lowest_and_highest_found_and_say_where() {
    every_kind(|kind| {
        std::iter::once(&kind.price)
            .chain(kind.option_prices.values())
            .all(|p| {
                p.low > 0.0
                    && p.low <= p.yuan
                    && p.yuan <= p.high
                    && p.source.len() > 5
                    && p.unit == kind.price.unit
            })
    });
}

#[test]
fn every_assumed_or_found_price_carries_its_trust() {
    every_kind(|kind| kind.price.source.contains("[M ") || kind.price.source.contains("[V "));
}

#[test]
fn sizes_say_where_they_come_from() {
    every_kind(|kind| kind.source.len() > 5);
}

#[test]
fn an_option_with_a_price_can_be_chosen() {
    every_kind(|kind| {
        kind.option_prices
            .keys()
            .all(|option| kind.params.iter().any(|param| param.options.contains(option)))
    });
}

#[test]
fn a_param_is_a_choice_or_a_number_with_its_default_in_range() {
    every_kind(|kind| {
        kind.params.iter().all(|param| match &param.number {
            None => param.options.len() > 1,
            Some(number) => param.options.is_empty() && number.range.held(number.default) == number.default,
        })
    });
}

#[test]
fn every_kind_param_and_option_is_named_in_both_languages() {
    for lang in Lang::ALL {
        let there: HashSet<String> = keys(lang).into_iter().collect();
        for kind in catalogue().kinds() {
            let mut asked = vec![
                kind.name_key(),
                kind.hint_key(),
                kind.group.key().to_owned(),
                kind.works.key().to_owned(),
                kind.price.unit.key().to_owned(),
            ];
            for param in &kind.params {
                asked.push(format!("param-{}", param.id));
                asked.extend(param.options.iter().map(|option| format!("option-{option}")));
            }
            for key in asked {
                assert!(there.contains(&key), "{} lacks '{key}'", lang.tag());
            }
        }
    }
}

#[test]
fn a_faulty_family_says_which_file_and_why() {
    let fault = Catalogue::read([("mine", "{ \"kinds\": [ { \"id\": \"x\" } ] }")]).unwrap_err();
    assert!(fault.to_string().contains("'mine'") && fault.to_string().contains("group"));
}

#[test]
fn the_hint_tells_what_a_new_thing_holds() {
    for kind in catalogue().kinds() {
        let thing = Placement::new(PlacementId::new("p1"), kind, WorldPt::default(), Turn::default());
        let held = capacity(kind, &thing);
        let most = [held.bays, held.slots, held.bikes, held.items, held.seats];
        let Some(count) = most.into_iter().find(|n| *n > 0) else {
            continue;
        };
        for lang in Lang::ALL {
            let hint = Arg::Key {
                key: kind.hint_key(),
                or: String::new(),
            };
            let hint = say(lang, &Message::new("named").with("name", hint));
            let spelled = count == 1 || (count == 4 && kind.id.as_str() == "chess-table");
            assert!(
                spelled || hint.contains(&count.to_string()),
                "{}: {count}, not '{hint}'",
                kind.id
            );
        }
    }
}
