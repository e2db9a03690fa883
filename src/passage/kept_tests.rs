//! Ground that a drawing changes is the ground laid anew, to the last bit.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::drive_tests::{area, blocks, engine, yard};
use super::lane::{CLOSED, OPEN};
use super::ways::Ways;
use super::{Block, DeadEnd, Driven, KeptDrive, KnownTurns, LaneChange, LaneGround, Surface, TurnsToday};
use crate::geometry::{Segment, WorldPt};

const ONE_PLACE: Segment = Segment {
    from: WorldPt { x: 0.0, y: 0.0 },
    to: WorldPt { x: 0.0, y: 0.0 },
};

/// A narrow place by its width, what it lies between, and where; a closed way is 0 wide.
type Held = Option<(u16, (u32, u32), Segment)>;

/// What lies between two points, whatever its number.
fn held(ground: &LaneGround, passed: u32) -> Held {
    match passed {
        OPEN => None,
        CLOSED => Some((0, (0, 0), ONE_PLACE)),
        narrow => ground
            .narrow(narrow)
            .map(|narrow| (narrow.width_mm, narrow.between, narrow.across)),
    }
}

fn all_held(ground: &LaneGround) -> Vec<[Held; 2]> {
    let steps = ground.between.iter();
    steps.map(|both| both.map(|one| held(ground, one))).collect()
}

/// The ways of full width and those of a hose from each point.
fn all_ways(ground: &LaneGround) -> Vec<[Vec<(usize, bool)>; 2]> {
    let ways = |ways: &Ways, at| {
        let mut all = Vec::new();
        ways.each(at, |next, aslant| all.push((next, aslant)));
        all
    };
    let points = 0..ground.lattice.len();
    points
        .map(|at| [ways(&ground.full, at), ways(&ground.hose, at)])
        .collect()
}

fn edges(ground: &LaneGround) -> Vec<String> {
    let everywhere = area(-1_000.0, -1_000.0, 1_000.0, 1_000.0).bounds();
    let mut all: Vec<String> = ground
        .kerbs
        .near(everywhere)
        .map(|edge| format!("{edge:?}"))
        .collect();
    all.sort();
    all
}

/// Where something lies: west, south, width, depth.
type Box4 = (f64, f64, f64, f64);

fn change(without: &[bool], grounds: &[Box4], things: &[Box4], house: bool) -> LaneChange {
    let outline = |b: &Box4| area(b.0, b.1, b.0 + b.2, b.1 + b.3);
    let gone = without.iter().enumerate().filter(|(_, gone)| **gone);
    let surface = |(at, b): (usize, &Box4)| Surface::new(&outline(b), &[], 500 + at as u32);
    let block = |(at, b): (usize, &Box4)| {
        let block = Block::area(&outline(b), 600 + at as u32);
        if house && at == 0 {
            block.stopping_hose()
        } else {
            block
        }
    };
    LaneChange {
        without: gone.map(|(at, _)| at).collect::<BTreeSet<usize>>(),
        surfaces: grounds.iter().enumerate().map(surface).collect(),
        blocks: things.iter().enumerate().map(block).collect(),
    }
}

fn dead_ends(ground: &LaneGround, driven: &Driven) -> Vec<DeadEnd> {
    ground.dead_ends(driven, 12.0, 9.0)
}

/// Whether ground that was changed and driven over is that which is laid and driven over anew.
fn check_kept((ground, driven): &(LaneGround, Driven), anew: &LaneGround) -> Result<(), TestCaseError> {
    let again = anew.drive();
    prop_assert_eq!(&ground.free, &anew.free);
    prop_assert_eq!(ground.room(), anew.room());
    prop_assert_eq!(&ground.walkable, &anew.walkable);
    prop_assert_eq!(&ground.walls, &anew.walls);
    prop_assert_eq!(&ground.entries, &anew.entries);
    prop_assert_eq!(edges(ground), edges(anew));
    prop_assert_eq!(all_held(ground), all_held(anew));
    prop_assert_eq!(&driven.width, &again.width);
    prop_assert_eq!(all_ways(ground), all_ways(anew));
    prop_assert_eq!(driven.cost(ground), again.cost(anew));
    prop_assert_eq!(&driven.targets, &again.targets);
    prop_assert_eq!(dead_ends(ground, driven), dead_ends(anew, &again));
    for target in 0..again.targets.len() {
        prop_assert_eq!(driven.away_m(ground, target), again.away_m(anew, target));
        prop_assert_eq!(driven.bottleneck(ground, target), again.bottleneck(anew, target));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn a_change_gives_what_laying_anew_gives(
        standing in blocks(),
        without in prop::collection::vec(any::<bool>(), 8),
        grounds in blocks(),
        things in blocks(),
        few in 0..3_usize,
        house in any::<bool>(),
    ) {
        let lanes = yard(false, &standing);
        let grounds = &grounds[..grounds.len().min(few)];
        let change = change(&without[..standing.len().min(without.len())], grounds, &things, house);
        let kept = KeptDrive::new(lanes.clone(), engine()).expect("small ground");
        // What was asked of the estate before is shared where it is the same.
        dead_ends(kept.ground(), kept.driven());
        let driven = kept.with(&change).expect("small ground");
        let anew = LaneGround::new(&lanes.changed(&change), engine()).expect("small ground");
        check_kept(&driven, &anew)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn a_change_like_another_gives_what_laying_anew_gives(
        standing in blocks(),
        things in blocks(),
        grounds in blocks(),
        moved in blocks(),
        few in prop::collection::vec(0..2_usize, 2),
        gone in prop::collection::vec(any::<bool>(), 2),
        house in prop::collection::vec(any::<bool>(), 2),
        doors in prop::collection::vec((0.0..60.0, 0.0..40.0), 0..4),
    ) {
        let mut lanes = yard(false, &standing);
        lanes.targets.extend(doors.into_iter().map(|(x, y)| WorldPt::new(x, y)));
        let kept = KeptDrive::new(lanes.clone(), engine()).expect("small ground");
        let drawing = |at: usize, things: &[Box4]| {
            let gone = vec![gone[at]; standing.len().min(1)];
            change(&gone, &grounds[..grounds.len().min(few[at])], things, house[at])
        };
        // Another drawing, in which one of the things stands elsewhere.
        let mut others = things.clone();
        others.iter_mut().zip(moved).take(1).for_each(|(thing, moved)| *thing = moved);
        let (one, other) = (drawing(0, &others), drawing(1, &things));
        let (ground, driven) = kept.with(&one).expect("small ground");
        dead_ends(&ground, &driven);
        let like = kept.with_like(&other, Some((&ground, &driven))).expect("small ground");
        let anew = LaneGround::new(&lanes.changed(&other), engine()).expect("small ground");
        check_kept(&like, &anew)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2))]
    #[test]
    fn a_turn_is_as_tight_whatever_is_known_of_it(standing in blocks()) {
        let change = LaneChange {
            blocks: standing.iter().map(|b| Block::area(&area(b.0, b.1, b.0 + b.2, b.1 + b.3), 600)).collect(),
            ..LaneChange::default()
        };
        let lanes = yard(false, &[]);
        let kept = KeptDrive::new(lanes.clone(), engine()).expect("small ground");
        let (ground, _) = kept.with(&change).expect("small ground");
        let anew = LaneGround::new(&lanes.changed(&change), engine()).expect("small ground");
        let known = KnownTurns::default();
        let today = TurnsToday { ground: kept.ground(), known: &known };
        let bends = kept.driven().bends(kept.ground());
        prop_assert!(!bends.is_empty());
        for bend in bends.iter().take(1) {
            let told = ground.turning_radius(bend, 9.0, Some(today), |_| true);
            prop_assert_eq!(told, anew.turning_radius(bend, 9.0, None, |_| true));
        }
    }
}
