//! What composing keeps of a design is to columns and rules what the document was.

use mulin::agreement::{Chance, Columns, Sketch, Sketches};
use mulin::design::{Design, GroupId, ParamValue, Placement, PlacementId, PlacementShape, stored};
use mulin::geometry::{Line, Outline, Turn, WorldPt, WorldVec};
use mulin::rules::{Checker, Finding, Severity, Survey};

use super::{named, numbered, shuffle};
use crate::plan;

/// Things of all forms that lie over and beside each other, under names whose order is not that of the design.
fn crowded(seed: u64) -> Design {
    let mut chance = Chance::new(seed);
    let kinds = [
        "lawn",
        "plaza",
        "bench",
        "car-park",
        "fitness-path",
        "charging-shed",
        "tree",
        "pavilion",
    ];
    let mut names: Vec<usize> = (0..24).collect();
    shuffle(&mut names, seed);
    let things = names.into_iter().map(|name| {
        let kind = kinds[chance.below(kinds.len())];
        let at = WorldPt::new(chance.between(40.0, 110.0), chance.between(40.0, 110.0));
        let size = WorldVec::new(chance.between(2.0, 18.0), chance.between(2.0, 18.0));
        let mut thing = plan::thing(&format!("p{name}"), kind, (at.x, at.y));
        thing.shape = match thing.shape {
            PlacementShape::Area(_) => {
                PlacementShape::Area(Outline::rectangle(at, size, chance.between(0.0, 90.0)))
            }
            PlacementShape::Path { width, .. } => PlacementShape::Path {
                line: Line::new([at, at + size, at + size + size]).unwrap(),
                width,
            },
            PlacementShape::Rectangle { size, .. } => PlacementShape::Rectangle {
                at,
                size,
                turn: Turn::new(chance.between(0.0, 180.0)),
            },
        };
        thing.note = "晚上要有灯".to_owned().into();
        thing.group = GroupId::new("g1");
        thing.locked = name % 2 == 0;
        if kind == "car-park" {
            let angle = ParamValue::Text(["90", "60", "45"][chance.below(3)].to_owned());
            thing.params.insert("angle".to_owned(), angle);
        }
        thing
    });
    numbered(seed as usize, things.collect())
}

/// What a must-finding is about, by the things' places in the design, since a sketch has names of its own.
fn musts(checker: &Checker, design: &Design) -> Vec<(&'static str, Vec<usize>)> {
    let place = |id: &PlacementId| {
        let mut things = design.placements().iter();
        things.position(|thing| thing.id == *id).unwrap()
    };
    let found = checker.findings().into_iter();
    let musts = found.filter(|finding| finding.severity == Severity::Must);
    let about = |finding: &Finding| {
        let mut things: Vec<usize> = finding.placements.iter().map(place).collect();
        things.sort_unstable();
        (finding.rule, things)
    };
    let mut all: Vec<_> = musts.map(about).collect();
    all.sort();
    all
}

#[test]
fn to_the_rules_a_sketch_is_what_its_design_was() {
    let project = plan::project(vec![plan::slab("h1", "7", (50.0, 52.0), (85.0, 70.0))]);
    let survey = Survey::new(&project);
    let mut found = 0;
    for seed in 0..20 {
        let (design, _) = stored::read(&stored::write(&crowded(seed))).unwrap();
        let drawn = Sketch::of(&design).design();
        let checked = |design: &Design| {
            let mut checker = Checker::on(survey.clone(), design);
            checker.ask_far();
            (musts(&checker, design), checker.totals())
        };
        let (whole, kept) = (checked(&design), checked(&drawn));
        assert_eq!(kept, whole, "seed {seed}");
        assert_eq!(survey.totals(&drawn), survey.totals(&design), "seed {seed}");
        found += whole.0.len();
    }
    assert!(found > 100, "only {found} must-findings: the test says little");
}

#[test]
fn a_sketch_has_every_thing_in_its_form_and_nothing_of_its_author() {
    let design = crowded(3);
    let drawn = Sketch::of(&design).design();
    let whole: Vec<_> = design
        .placements()
        .iter()
        .map(|thing| (&thing.kind, &thing.shape, &thing.params))
        .collect();
    let kept: Vec<_> = drawn
        .placements()
        .iter()
        .map(|thing| (&thing.kind, &thing.shape, &thing.params))
        .collect();
    assert_eq!(kept, whole);
    let bare = |thing: &Placement| thing.note.is_empty() && thing.group.is_none() && !thing.locked;
    assert!(drawn.placements().iter().all(|thing| bare(thing)));
}

#[test]
fn the_columns_of_sketches_are_those_of_their_designs_in_whatever_order_they_came() {
    let mut designs = named((0..30).map(crowded).collect());
    let whole = Columns::of_designs(designs.iter().map(|(name, design)| (*name, &**design)));
    for seed in 0..3 {
        shuffle(&mut designs, seed);
        let twice = designs.iter().chain(&designs[..5]);
        let kept = Sketches::of(twice.map(|(name, design)| (*name, Sketch::of(design))).collect());
        let kept = kept.columns();
        assert_eq!(kept.names(), whole.names());
        assert_eq!(kept.kinds(), whole.kinds());
        for kind in whole.kinds() {
            let (kept, whole) = (kept.of_kind(kind), whole.of_kind(kind));
            assert_eq!((kept.design, kept.thing), (whole.design, whole.thing));
            assert_eq!((kept.x, kept.y, kept.vote), (whole.x, whole.y, whole.vote));
        }
    }
}
