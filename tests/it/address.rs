//! Links: what each parameter asks for, and that a wrong one is said and costs nothing else.

use mulin::app::address::{Address, Page, Place, with_place};
use mulin::geometry::WorldPt;
use mulin::text::Lang;

#[track_caller]
fn check(query: &str, expected: Address, notices: usize) {
    let (address, said) = Address::read(query);
    assert_eq!(address, expected, "{query}");
    assert_eq!(said.len(), notices, "{query}: {said:?}");
}

#[test]
fn a_bare_address_draws() {
    check("", Address::default(), 0);
    check("?", Address::default(), 0);
}

#[test]
fn every_parameter_is_read() {
    check(
        "?view=wall&project=%2Fkirchberg&design=designs%2Fa.json&at=102.5,-88,4.5&lang=en-GB&text=large",
        Address {
            page: Page::Wall,
            project: Some("/kirchberg/".into()),
            design: Some("designs/a.json".into()),
            new_estate: false,
            at: Some(Place {
                centre: WorldPt::new(102.5, -88.0),
                scale: 4.5,
                turn: 0.0,
            }),
            lang: Some(Lang::En),
            large_text: true,
        },
        0,
    );
}

#[test]
fn a_wrong_parameter_falls_back_and_is_said() {
    for query in [
        "view=moon",
        "at=1,2",
        "at=1,2,3,4,5",
        "at=NaN,0,1",
        "at=inf,0,1",
        "at=0,0,0",
        "at=0,0,-4",
        "at=99999,0,1",
        "at=a,b,c",
        "lang=xx",
        "text=huge",
        "design=",
        "project=",
        "project=javascript:alert(1)/",
        "project=data:text/plain,",
    ] {
        check(query, Address::default(), 1);
    }
}

#[test]
fn a_wrong_parameter_costs_the_others_nothing() {
    let desk = Address {
        page: Page::Desk,
        ..Address::default()
    };
    check("at=nowhere&view=desk&from=chat", desk, 1);
}

#[test]
fn a_project_may_be_named_by_its_file() {
    let (address, _) = Address::read("project=https://example.org/k/project.json");
    assert_eq!(address.project.as_deref(), Some("https://example.org/k/"));
}

#[test]
fn the_place_is_written_into_the_query_and_read_again() {
    let place = Place {
        centre: WorldPt::new(12.345_678, -0.000_1),
        scale: 3.241_592,
        turn: 0.0,
    };
    let query = with_place("?view=draw&at=0,0,1&lang=en", place);
    assert_eq!(query, "?view=draw&lang=en&at=12.35,0,3.2416");
    let (address, said) = Address::read(&query);
    assert!(said.is_empty());
    assert_eq!(address.at.map(|at| at.centre), Some(WorldPt::new(12.35, 0.0)));
}

#[test]
fn a_turned_view_is_written_behind_the_three_numbers_that_old_links_have() {
    let place = Place {
        centre: WorldPt::new(3.0, 4.0),
        scale: 8.0,
        turn: -37.5,
    };
    let query = with_place("", place);
    assert_eq!(query, "?at=3,4,8,-37.5");
    assert_eq!(Address::read(&query).0.at, Some(place));
    assert_eq!(Address::read("at=3,4,8").0.at.map(|at| at.turn), Some(0.0));
    assert_eq!(Address::read("at=3,4,8,x").1.len(), 1);
}
