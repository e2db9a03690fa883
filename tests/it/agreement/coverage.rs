//! Who has spoken, against who lives there.

use mulin::agreement::Grouping;
use mulin::agreement::{Agreement, coverage, hot_spots, house_key, weighted_kinds, weighted_share};
use mulin::catalogue::KindId;
use mulin::estate::{Class, FeatureId};

use super::{columns, drawings, from_house, named, numbered, sheet};
use crate::plan;

fn door(id: &str, house: &str, stair: &str, at: (f64, f64)) -> mulin::estate::Feature {
    let class = Class::Door {
        building: Some(FeatureId::new(house)),
        stair: Some(stair.to_owned()),
        households: 0,
    };
    plan::spot(id, class, at)
}

/// Three houses of 36 households with two stairs each; 12 designs from the first, 3 from the second.
fn round() -> (
    mulin::project::Project,
    Vec<(
        mulin::design::stored::DesignName,
        std::sync::Arc<mulin::design::Design>,
    )>,
) {
    let mut features = Vec::new();
    for (at, name) in ["7号楼", "8", "９"].iter().enumerate() {
        let y = 40.0 + 40.0 * at as f64;
        features.push(plan::slab(&format!("h{at}"), name, (20.0, y), (70.0, y + 12.0)));
        features.push(door(&format!("d{at}-1"), &format!("h{at}"), "1", (30.0, y)));
        features.push(door(&format!("d{at}-2"), &format!("h{at}"), "2", (60.0, y)));
    }
    let one = |number: usize, house: &str, kind: &str| {
        from_house(
            &numbered(number, vec![plan::thing("p1", kind, (100.0, 100.0))]),
            house,
            "60-74",
        )
    };
    let mut designs: Vec<_> = (0..12).map(|number| one(number, "7", "bench")).collect();
    designs.extend((12..15).map(|number| one(number, "8号楼", "tree")));
    designs.push(numbered(99, Vec::new()));
    (plan::project(features), named(designs))
}

#[test]
fn a_house_is_the_same_however_its_name_is_written() {
    for (name, key) in [
        ("7", "7"),
        (" 7号楼", "7"),
        ("７", "7"),
        ("07", "7"),
        ("7a", "7a"),
        ("7-1", "7-1"),
        ("Linden House", "linden house"),
        ("", ""),
    ] {
        assert_eq!(house_key(name), key, "{name}");
    }
}

#[test]
fn coverage_says_who_has_not_spoken_and_which_doors_come_next() {
    let (project, designs) = round();
    let found = coverage(&project.estate, &drawings(&designs));
    assert_eq!(
        (found.households, found.designs, found.silent_houses),
        (108, 16, 1)
    );
    let rows: Vec<_> = found
        .houses
        .iter()
        .map(|row| (row.house.as_str(), row.households, row.designs))
        .collect();
    assert_eq!(
        rows,
        [
            ("7", Some(36), 12),
            ("8", Some(36), 3),
            ("9", Some(36), 0),
            ("", None, 1)
        ]
    );
    let next: Vec<_> = found
        .stairs
        .iter()
        .map(|row| (row.house.as_str(), row.stair.as_str(), row.households))
        .collect();
    assert_eq!(
        next,
        [
            ("9", "1", 18.0),
            ("9", "2", 18.0),
            ("8", "1", 18.0),
            ("8", "2", 18.0),
            ("7", "1", 18.0),
            ("7", "2", 18.0)
        ]
    );
}

#[test]
fn weights_stand_beside_the_raw_counts_and_even_the_houses_out() {
    let (project, designs) = round();
    let drawings = drawings(&designs);
    let found = coverage(&project.estate, &drawings);
    // (36/108) / (12/15) and (36/108) / (3/15).
    let weights: Vec<_> = found
        .houses
        .iter()
        .map(|row| row.weight.map(|w| (w * 1e6).round() / 1e6))
        .collect();
    assert_eq!(weights, [Some(0.416667), Some(1.666667), None, None]);
    let bench = KindId::new("bench");
    let wants = |drawing: &mulin::tally::Drawing| {
        drawing
            .latest
            .design
            .placements()
            .iter()
            .any(|thing| thing.kind == bench)
    };
    let weighted = weighted_share(&found, &drawings, wants).unwrap();
    assert!(
        (weighted - 0.5).abs() < 1e-9,
        "raw 12 of 15, of even houses one half: {weighted}"
    );
    assert_eq!(weighted_kinds(&found, &drawings)[&bench], weighted);
    // Σ(O−E)²/E with E = 5 each: 49/5 + 4/5 + 25/5.
    let (chi, freedom) = found.chi_square.unwrap();
    assert!((chi - 15.6).abs() < 1e-9 && freedom == 2);
    assert!(
        (found.effective.unwrap()
            - 100.0 / (12.0 * 0.416_666_666_7_f64.powi(2) + 3.0 * 1.666_666_666_7_f64.powi(2)))
        .abs()
            < 1e-6
    );
}

#[test]
fn what_leaves_the_desk_hides_small_counts_and_names_nobody() {
    let (project, designs) = round();
    let columns = columns(&designs);
    let found = coverage(&project.estate, &drawings(&designs));
    let spots: Vec<_> = ["bench", "tree"]
        .iter()
        .flat_map(|kind| hot_spots(&columns, &KindId::new(kind), sheet(), 8.0))
        .collect();
    let grouping = Grouping::one(&columns);
    let document = |public: bool| {
        let agreement = Agreement {
            columns: &columns,
            spots: &spots,
            grouping: &grouping,
            coverage: &found,
            bandwidth: 8.0,
            public,
        };
        serde_json::to_value(agreement).unwrap()
    };
    let public = document(true);
    assert_eq!(public["coverage"]["houses"][1]["designs"], "<5");
    assert_eq!(public["hot_spots"].as_array().unwrap().len(), 1);
    assert_eq!(public["hot_spots"][0]["kind"], "bench");
    assert_eq!(
        public["hot_spots_left_out"], 1,
        "the place of the three trees would tell on them"
    );
    let coverage = &public["coverage"];
    for name in ["chi_square", "effective_designs"] {
        assert!(coverage[name].is_null(), "{name} is reckoned from what is hidden");
    }
    let houses = coverage["houses"].as_array().unwrap();
    assert!(houses.iter().all(|row| row["weight"].is_null()));
    let text = public.to_string();
    assert!(
        designs.iter().all(|(name, _)| !text.contains(&name.to_string())),
        "no design is named"
    );
    assert!(public["coverage"].get("next_doors").is_none(), "no list of doors");
    let own = document(false);
    assert_eq!(own["hot_spots"][1]["designs"], 3);
    assert!(own.get("hot_spots_left_out").is_none() && own["coverage"]["chi_square"].is_object());
    assert_eq!(own["coverage"]["next_doors"].as_array().unwrap().len(), 6);
}

#[test]
fn an_estate_without_homes_and_a_round_without_designs_have_an_answer() {
    let bare = plan::project(Vec::new());
    let found = coverage(&bare.estate, &drawings(&round().1));
    assert_eq!(
        (found.households, found.chi_square, found.effective),
        (0, None, None)
    );
    let (project, _) = round();
    let nobody = coverage(&project.estate, &[]);
    assert_eq!((nobody.silent_houses, nobody.chi_square), (3, None));
    assert!(weighted_share(&nobody, &[], |_| true).is_none());
}
