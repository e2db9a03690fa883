//! How far it is on foot without steps, before and after a drawing, and the card of one's own door.

use mulin::design::Design;
use mulin::estate::{Class, FeatureId, GateUse};
use mulin::rules::{
    Becomes, Destination, DoorCard, NoWalks, Survey, Vehicles, Walks, drive, houses, my_door, walk_map, walks,
};
use mulin::text::{Lang, say};
use proptest::prelude::*;

use crate::plan::{area, bay, block, design, project, seeded, slab, spot, thing};

fn door(id: &str, building: &str, stair: &str, at: (f64, f64)) -> mulin::estate::Feature {
    let class = Class::Door {
        building: Some(FeatureId::new(building)),
        stair: Some(stair.to_owned()),
        households: 12,
    };
    spot(id, class, at)
}

fn gate(at: (f64, f64)) -> mulin::estate::Feature {
    spot("gate", Class::Gate { usage: GateUse::Foot }, at)
}

/// A slab with a door in its north face, 80 m west of a gate.
fn court() -> Vec<mulin::estate::Feature> {
    vec![
        slab("b1", "3", (40.0, 90.0), (80.0, 101.0)),
        door("d1", "b1", "2", (60.0, 101.0)),
        gate((140.0, 101.0)),
    ]
}

fn of(survey: &Survey, design: &Design) -> Walks {
    walks(survey, design).expect("walks")
}

fn to(walks: &Walks, destination: Destination) -> (Option<f64>, Option<f64>) {
    let at = Destination::ALL
        .iter()
        .position(|one| *one == destination)
        .expect("a destination");
    (walks.doors[0].before[at], walks.doors[0].after[at])
}

fn nothing() -> Design {
    design(Vec::new())
}

#[test]
fn a_straight_walk_is_as_long_as_it_is() {
    let survey = Survey::new(&project(court()));
    let (before, after) = to(&of(&survey, &nothing()), Destination::Gate);
    let metres = before.expect("a way");
    assert!((80.0..=83.0).contains(&metres), "{metres}");
    assert_eq!(before, after);
}

#[test]
fn a_shed_in_the_way_makes_it_longer_and_a_plaza_at_the_door_shortens_the_walk_to_one() {
    let survey = Survey::new(&project(court()));
    let drawn = design(vec![
        area("p1", "lawn", (100.0, 95.0), (102.0, 140.0)),
        area("p2", "plaza", (50.0, 110.0), (70.0, 130.0)),
    ]);
    let walks = of(&survey, &drawn);
    let (before, after) = to(&walks, Destination::Gate);
    assert!(
        after.expect("a way") > before.expect("a way") + 0.3,
        "{before:?} {after:?}"
    );
    let (before, after) = to(&walks, Destination::Plaza);
    assert_eq!(before, None);
    assert!((8.0..=11.0).contains(&after.expect("a way")), "{after:?}");
    assert!(
        (walks.minutes(48.0) - 1.0).abs() < 1e-9,
        "48 m at 0.8 m a second are a minute"
    );
}

#[test]
fn what_crosses_the_border_of_a_worker_comes_back_the_same() {
    let survey = Survey::new(&project(court()));
    let drawn = design(vec![thing("p1", "bench", (70.0, 110.0))]);
    let all = of(&survey, &drawn);
    let text = serde_json::to_string(&all).expect("text");
    assert_eq!(serde_json::from_str::<Walks>(&text).expect("walks"), all);
    let map = walk_map(&survey, &drawn, Destination::Gate, true).expect("a map");
    let text = serde_json::to_string(&map).expect("text");
    assert_eq!(
        serde_json::from_str::<mulin::rules::WalkMap>(&text).expect("a map"),
        map
    );
    assert!(map.bands[0].rings.iter().any(|ring| ring.len() >= 4));
}

#[test]
fn an_estate_without_doors_and_one_too_large_say_what_they_would_need() {
    let bare = Survey::new(&project(vec![slab("b1", "3", (40.0, 90.0), (80.0, 101.0))]));
    assert_eq!(walks(&bare, &nothing()), Err(NoWalks::NoDoors));
    let mut features = court();
    features.push(block(
        "edge",
        Class::Boundary,
        "",
        (-2_000.0, -2_000.0),
        (2_000.0, 2_000.0),
    ));
    let huge = Survey::new(&project(features));
    assert_eq!(walks(&huge, &nothing()), Err(NoWalks::TooLarge));
    for why in [NoWalks::NoDoors, NoWalks::TooLarge] {
        for lang in Lang::ALL {
            assert!(say(lang, &mulin::text::Message::new(why.key())).len() > 20);
        }
    }
    let answers = huge.ask_far(&design(vec![thing("p1", "bench", (70.0, 110.0))]));
    assert!(
        answers["step-free"].gave_up.is_some(),
        "it is not counted as passed"
    );
}

#[test]
fn without_a_gate_there_is_nothing_to_walk_to_and_that_is_known() {
    let mut features = court();
    features.retain(|feature| feature.id.as_str() != "gate");
    let walks = of(&Survey::new(&project(features)), &nothing());
    assert_eq!(to(&walks, Destination::Gate), (None, None));
    assert_eq!(walks.exist, ([false; 6], [false; 6]));
    assert_eq!(walks.doors[0].longest_unrested, None);
}

#[test]
fn seats_on_the_way_to_the_plaza_divide_it() {
    let mut features = court();
    features.push(block(
        "square",
        Class::Activity,
        "",
        (150.0, 110.0),
        (170.0, 130.0),
    ));
    let survey = Survey::new(&project(features));
    let bare = of(&survey, &nothing()).doors[0].longest_unrested.expect("a way");
    assert!((85.0..=97.0).contains(&bare), "{bare}");
    let seated = design(vec![thing("p1", "bench", (100.0, 104.5))]);
    let rested = of(&survey, &seated).doors[0].longest_unrested.expect("a way");
    assert!(rested < 52.0, "{rested}");
}

fn card(survey: &Survey, drawn: &Design, id: &str, floor: u32) -> Option<DoorCard> {
    let engine = drive(survey, drawn, Vehicles::FireEngine);
    my_door(
        survey,
        drawn,
        &of(survey, drawn),
        &engine,
        &FeatureId::new(id),
        floor,
    )
}

fn becomes(card: &DoorCard, about: &str) -> Becomes {
    let row = card.rows.iter().find(|row| row.about == about);
    row.unwrap_or_else(|| panic!("no row about {about}")).becomes
}

#[test]
fn the_card_of_a_door_tells_what_gets_better_and_what_gets_worse() {
    let mut features = court();
    features.push(bay("y1", (90.0, 110.0)));
    let survey = Survey::new(&project(features));
    let drawn = design(vec![
        thing("p1", "ramp", (64.5, 101.8)),
        area("p2", "plaza", (60.0, 115.0), (80.0, 135.0)),
        area("p3", "car-park", (85.0, 105.0), (109.0, 121.1)),
        thing("p4", "bench", (62.0, 113.0)),
    ]);
    let card = card(&survey, &drawn, "d1", 2).expect("a card");
    assert_eq!(becomes(&card, "steps"), Becomes::Better);
    assert_eq!(becomes(&card, "walk-plaza"), Becomes::Better);
    assert_eq!(becomes(&card, "walk-bench"), Becomes::Better);
    assert_eq!(becomes(&card, "bays"), Becomes::Better);
    assert_eq!(becomes(&card, "noise"), Becomes::Worse);
    assert_eq!(say(Lang::En, &card.title), "Building 3, stair 2, floor 2");
    assert_eq!(say(Lang::ZhCn, &card.title), "3 号楼 2 单元 2 楼");
    for lang in Lang::ALL {
        for row in &card.rows {
            for said in [&row.label, &row.before, &row.after] {
                let text = say(lang, said);
                assert!(!text.is_empty() && text != said.key, "{text}");
            }
        }
    }
}

#[test]
fn a_card_of_a_plan_with_nothing_drawn_changes_nothing() {
    let survey = Survey::new(&project(court()));
    let card = card(&survey, &nothing(), "d1", 1).expect("a card");
    assert!(card.rows.iter().all(|row| row.becomes == Becomes::Same));
    assert!(card.rows.iter().all(|row| row.before == row.after));
}

#[test]
fn a_door_that_the_map_does_not_have_has_no_card() {
    let survey = Survey::new(&project(court()));
    assert_eq!(self::card(&survey, &nothing(), "d9", 1), None);
    assert_eq!(self::card(&survey, &nothing(), "b1", 1), None);
}

#[test]
fn houses_are_listed_with_their_stairs_and_floors() {
    let mut features = court();
    features.push(door("d2", "b1", "1", (50.0, 101.0)));
    features.push(door("d3", "nowhere", "", (150.0, 50.0)));
    let all = houses(&Survey::new(&project(features)));
    assert_eq!(all.len(), 2);
    assert_eq!((all[0].doors.len(), all[0].floors), (2, 6));
    assert_eq!((all[1].id.clone(), all[1].floors), (None, 1));
}

proptest! {
    #![proptest_config(seeded(8))]

    #[test]
    fn one_more_lawn_never_shortens_a_walk(things in prop::collection::vec((20.0..130.0, 60.0..150.0, 1.0..30.0, 1.0..20.0), 1..5)) {
        let mut features = court();
        features.push(block("edge", Class::Boundary, "", (15.0, 55.0), (155.0, 170.0)));
        let survey = Survey::new(&project(features));
        let lawns: Vec<_> = things.iter().enumerate().map(|(at, (x, y, w, h))| {
            area(&format!("p{at}"), "lawn", (*x, *y), (x + w, y + h))
        }).collect();
        let fewer = design(lawns[1..].to_vec());
        let (_, before) = to(&of(&survey, &fewer), Destination::Gate);
        let (_, after) = to(&of(&survey, &design(lawns)), Destination::Gate);
        match (before, after) {
            (Some(before), Some(after)) => prop_assert!(after >= before),
            (None, after) => prop_assert_eq!(after, None),
            (Some(_), None) => {}
        }
    }
}
