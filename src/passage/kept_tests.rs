//! Ground that a drawing changes is the ground laid anew, to the last bit.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::drive_tests::{area, blocks, engine, yard};
use super::lane::{CLOSED, OPEN};
use super::{Block, KeptDrive, KnownTurns, LaneChange, LaneGround, Surface, TurnsToday};
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
        let (ground, driven) = kept.with(&change).expect("small ground");
        let anew = LaneGround::new(&lanes.changed(&change), engine()).expect("small ground");
        let again = anew.drive();
        prop_assert_eq!(&ground.free, &anew.free);
        prop_assert_eq!(&ground.room, &anew.room);
        prop_assert_eq!(&ground.walkable, &anew.walkable);
        prop_assert_eq!(&ground.walls, &anew.walls);
        prop_assert_eq!(&ground.entries, &anew.entries);
        prop_assert_eq!(edges(&ground), edges(&anew));
        prop_assert_eq!(all_held(&ground), all_held(&anew));
        prop_assert_eq!(&driven.width, &again.width);
        prop_assert_eq!(&driven.targets, &again.targets);
        for target in 0..again.targets.len() {
            prop_assert_eq!(driven.away_m(&ground, target), again.away_m(&anew, target));
            prop_assert_eq!(driven.bottleneck(&ground, target), again.bottleneck(&anew, target));
        }
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
