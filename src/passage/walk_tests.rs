//! Ways whose lengths are known, gaps just too narrow and just wide enough, and things put in the way.

use proptest::prelude::*;

use super::{Goal, NarrowWays, Obstacle, WalkGround, Without};
use crate::geometry::{Bounds, Line, Outline, Region, WorldPt, WorldVec};

const WALKER_M: f64 = 1.2;

fn pt(x: f64, y: f64) -> WorldPt {
    WorldPt::new(x, y)
}

fn block(west: f64, south: f64, east: f64, north: f64) -> Obstacle {
    let centre = pt((west + east) / 2.0, (south + north) / 2.0);
    let size = WorldVec::new(east - west, north - south);
    Obstacle::area(&Outline::rectangle(centre, size, 0.0), &[])
}

fn ground(width: f64, height: f64, obstacles: impl IntoIterator<Item = Obstacle>) -> WalkGround {
    let bounds = Bounds {
        min: pt(0.0, 0.0),
        max: pt(width, height),
    };
    let mut ground = WalkGround::new(bounds, None, WALKER_M).expect("small ground");
    for obstacle in obstacles {
        ground.put(obstacle);
    }
    ground
}

fn walk(ground: &WalkGround, from: WorldPt, to: WorldPt) -> Option<f64> {
    let field = ground.field(&[Goal::Point(to)]);
    ground.metres(&field, &Goal::Point(from))
}

/// Never shorter than it is, and at most 3 % and a cell longer.
fn is_about(found: Option<f64>, known: f64) {
    let found = found.expect("there is a way");
    assert!(found >= known - 0.01, "{found} is shorter than {known}");
    assert!(found <= known * 1.03 + 0.4, "{found} is too long for {known}");
}

#[test]
fn straight_ways_are_as_long_as_they_are_in_every_direction() {
    let open = ground(120.0, 120.0, []);
    for degrees in 0..36 {
        let from = pt(60.0, 60.0);
        let to = from + WorldVec::toward(f64::from(degrees) * 10.0) * 50.0;
        is_about(walk(&open, from, to), 50.0);
    }
}

#[test]
fn a_corridor_is_walked_straight_through() {
    let corridor = ground(
        60.0,
        10.0,
        [block(0.0, 0.0, 60.0, 4.0), block(0.0, 6.0, 60.0, 10.0)],
    );
    is_about(walk(&corridor, pt(2.0, 5.0), pt(52.0, 5.0)), 50.0);
}

#[test]
fn an_l_is_walked_round_its_corner() {
    // Along the south of a block of 30 x 30, then up its east: past the corner at half a walker's width.
    let l = ground(
        50.0,
        50.0,
        [block(0.0, 3.0, 30.0, 50.0), block(33.0, 0.0, 50.0, 50.0)],
    );
    let (from, to) = (pt(2.0, 1.5), pt(31.5, 42.0));
    let corner = pt(30.0, 3.0);
    let tight = from.distance(corner) + corner.distance(to);
    let found = walk(&l, from, to).expect("there is a way");
    assert!(found > tight, "{found} goes through the corner");
    assert!(
        found < (29.5 + 40.5) * 1.03,
        "{found} is longer than along the walls"
    );
}

#[test]
fn a_gap_of_1_19_m_is_too_narrow_and_one_of_1_20_m_is_not() {
    for (turn, shift) in [(0.0, 0.0), (0.0, 0.137), (17.0, 0.0), (45.0, 0.2), (71.0, 0.31)] {
        for (gap, is_wide) in [(1.19, false), (1.2, true), (1.21, true)] {
            let middle = pt(30.0 + shift, 30.0 + shift);
            let wall = |side: f64| {
                let out = WorldVec::toward(turn + 90.0) * side;
                let centre = middle + out * (gap / 2.0 + 40.0);
                // A hair more, as turned corners are rounded to a millimetre.
                let size = WorldVec::new(0.3, 80.0 - if turn == 0.0 { 0.0 } else { 0.003 });
                Obstacle::area(&Outline::rectangle(centre, size, turn), &[])
            };
            let gate = ground(60.0, 60.0, [wall(1.0), wall(-1.0)]);
            let ahead = WorldVec::toward(turn) * 10.0;
            let found = walk(&gate, middle + ahead, middle - ahead);
            assert_eq!(found.is_some(), is_wide, "{gap} m at {turn}°");
            if !is_wide {
                let islands = gate.islands();
                let open = |at| gate.open_cells_at(&Goal::Point(at));
                let narrow = NarrowWays::new(&gate, &islands, None)
                    .widest(&open(middle + ahead), &open(middle - ahead));
                let narrow = narrow.expect("a narrower walker gets through");
                assert!((narrow.width - gap).abs() < 0.005, "{} for {gap}", narrow.width);
                assert!(narrow.piece.from.middle(narrow.piece.to).distance(middle) < 0.5);
            }
        }
    }
}

#[test]
fn a_corridor_too_narrow_is_closed_along_all_of_its_length() {
    let walls = [block(10.0, 10.0, 50.0, 12.0), block(10.0, 13.1, 50.0, 15.0)];
    let corridor = ground(60.0, 25.0, walls);
    assert_eq!(walk(&corridor, pt(30.0, 12.55), pt(30.0, 5.0)), None);
    assert_eq!(walk(&corridor, pt(48.0, 12.55), pt(30.0, 5.0)), None);
}

#[test]
fn a_fence_is_not_crossed_and_a_gate_in_it_is_passed() {
    let fence = |points: &[(f64, f64)]| {
        Obstacle::line(&Line::new(points.iter().map(|(x, y)| pt(*x, *y))).expect("a line"))
    };
    let whole = ground(40.0, 40.0, [fence(&[(-1.0, 3.0), (41.0, 36.0)])]);
    assert_eq!(walk(&whole, pt(5.0, 30.0), pt(35.0, 5.0)), None);
    let open = ground(
        40.0,
        40.0,
        [
            fence(&[(-1.0, 20.0), (18.0, 20.0)]),
            fence(&[(22.0, 20.0), (41.0, 20.0)]),
        ],
    );
    is_about(walk(&open, pt(20.0, 30.0), pt(20.0, 10.0)), 20.0);
}

#[test]
fn what_is_taken_away_again_leaves_the_ground_as_it_was() {
    let mut one = ground(
        40.0,
        30.0,
        [block(-2.0, 14.0, 19.0, 15.0), block(20.5, 14.0, 42.0, 15.0)],
    );
    let (from, to) = (pt(20.0, 25.0), pt(20.0, 5.0));
    let before = walk(&one, from, to);
    let no = one.put(block(19.2, 14.2, 19.9, 14.6));
    assert_eq!(walk(&one, from, to), None);
    one.take(no);
    assert_eq!(walk(&one, from, to), before);
    let again = one.put(block(19.2, 14.2, 19.9, 14.6));
    assert_eq!(walk(&one, from, to), None);
    one.take(again);
    one.take(again);
    assert_eq!(walk(&one, from, to), before);
}

#[test]
fn a_way_is_as_long_as_it_is_said_to_be() {
    let l = ground(50.0, 50.0, [block(0.0, 3.0, 30.0, 50.0)]);
    let field = l.field(&[Goal::Point(pt(40.0, 45.0))]);
    let from = Goal::Point(pt(2.0, 1.5));
    let way = l.way(&field, &from);
    let length: f64 = way.windows(2).map(|pair| pair[0].distance(pair[1])).sum();
    let said = l.metres(&field, &from).expect("there is a way");
    assert!((length - said).abs() < 3.0, "{length} m drawn, {said} m said");
}

#[test]
fn ground_without_a_size_or_too_large_is_refused() {
    let wide = |metres: f64| Bounds {
        min: pt(0.0, 0.0),
        max: pt(metres, metres),
    };
    assert!(WalkGround::new(wide(5_000.0), None, WALKER_M).is_none());
    assert!(WalkGround::new(wide(f64::NAN), None, WALKER_M).is_none());
    assert!(WalkGround::new(wide(10.0), None, 0.0).is_none());
    assert!(WalkGround::new(wide(10.0), None, f64::INFINITY).is_none());
}

fn blocks() -> impl Strategy<Value = Vec<(f64, f64, f64, f64)>> {
    prop::collection::vec((2.0..38.0, 2.0..38.0, 0.2..9.0, 0.2..9.0), 0..14)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20, ..ProptestConfig::default() })]

    #[test]
    fn one_more_obstacle_never_shortens_a_walk(all in blocks(), one in (2.0..38.0, 2.0..38.0, 0.2..9.0, 0.2..9.0)) {
        let put = |(x, y, w, h): (f64, f64, f64, f64)| block(x, y, x + w, y + h);
        let mut plan = ground(48.0, 48.0, all.into_iter().map(put));
        let ends = [(pt(1.0, 1.0), pt(47.0, 47.0)), (pt(1.0, 47.0), pt(47.0, 1.0))];
        let before = ends.map(|(from, to)| walk(&plan, from, to));
        plan.put(put(one));
        let after = ends.map(|(from, to)| walk(&plan, from, to));
        for (before, after) in before.into_iter().zip(after) {
            match (before, after) {
                (Some(before), Some(after)) => prop_assert!(after >= before),
                (None, after) => prop_assert_eq!(after, None),
                (Some(_), None) => {}
            }
        }
    }

    #[test]
    fn who_stands_on_one_piece_of_ground_gets_to_all_of_it(all in blocks()) {
        let put = |(x, y, w, h): (f64, f64, f64, f64)| block(x, y, x + w, y + h);
        let plan = ground(48.0, 48.0, all.into_iter().map(put));
        let (from, to) = (pt(1.0, 1.0), pt(47.0, 47.0));
        let islands = plan.islands();
        let at = |p| plan.islands_at(&islands, &Goal::Point(p));
        let (one, other) = (at(from), at(to));
        let together = one.iter().any(|island| other.contains(island));
        prop_assert_eq!(together, walk(&plan, from, to).is_some());
    }

    #[test]
    fn what_hangs_together_without_an_obstacle_is_what_does_once_it_is_taken(
        all in blocks(),
        more in prop::collection::vec((2.0..38.0, 2.0..38.0, 0.2..9.0, 0.2..9.0), 1..4),
    ) {
        let put = |(x, y, w, h): (f64, f64, f64, f64)| block(x, y, x + w, y + h);
        let mut after = ground(48.0, 48.0, all.into_iter().map(put));
        let numbers: Vec<_> = more.iter().map(|one| after.put(put(*one))).collect();
        let islands = after.islands();
        let without = Without::new(&after, &islands, &numbers[..1]);
        let mut taken = after.clone();
        taken.take(numbers[0]);
        let whole = taken.islands();
        let first = Goal::Point(pt(1.0, 1.0));
        for at in PLACES {
            let place = Goal::Point(pt(at.0, at.1));
            let (own, ends) = (taken.islands_at(&whole, &first), taken.islands_at(&whole, &place));
            let together = own.iter().any(|island| ends.contains(island));
            prop_assert_eq!(without.reaches(&first, std::slice::from_ref(&place)), together);
            // Pieces that are parted by it are joined without it.
            let (own, ends) = (after.islands_at(&islands, &first), after.islands_at(&islands, &place));
            let parted = !own.is_empty() && !ends.is_empty() && !own.iter().any(|island| ends.contains(island));
            if parted {
                prop_assert_eq!(without.connects(&own, &ends.into_iter().collect()), together);
            }
        }
    }

    #[test]
    fn an_obstacle_in_the_place_of_another_is_as_if_the_other_had_not_been(
        all in blocks(),
        holes in prop::collection::vec((2.0..38.0, 2.0..38.0, 0.2..9.0, 0.2..9.0), 1..3),
    ) {
        let put = |(x, y, w, h): (f64, f64, f64, f64)| block(x, y, x + w, y + h);
        let plain = |(x, y, w, h): (f64, f64, f64, f64)| {
            Region::from(&Outline::rectangle(pt(x + w / 2.0, y + h / 2.0), WorldVec::new(w, h), 0.0))
        };
        let lawn = plain((5.0, 5.0, 30.0, 30.0));
        let paved = holes.iter().fold(lawn.clone(), |left, hole| left.without(&plain(*hole)));
        let before = ground(48.0, 48.0, all.into_iter().map(put));
        let (mut replaced, mut once) = (before.clone(), before.clone());
        let no = replaced.put(Obstacle::region(&lawn));
        replaced.replace(no, Obstacle::region(&paved));
        once.put(Obstacle::region(&paved));
        for at in 0..before.grid().len() {
            prop_assert_eq!(replaced.is_free(at), once.is_free(at));
        }
        replaced.take(no);
        for at in 0..before.grid().len() {
            prop_assert_eq!(replaced.is_free(at), before.is_free(at));
        }
    }

    #[test]
    fn a_copy_tells_where_it_is_changed_and_its_origin_stays(
        all in blocks(),
        one in (2.0..38.0, 2.0..38.0, 0.2..9.0, 0.2..9.0),
    ) {
        let put = |(x, y, w, h): (f64, f64, f64, f64)| block(x, y, x + w, y + h);
        let before = ground(48.0, 48.0, all.into_iter().map(put));
        let mut after = before.clone();
        let no = after.put(put(one));
        for at in 0..before.grid().len() {
            let middle = before.grid().middle(at);
            let about = Bounds { min: middle, max: middle }.grown(0.01);
            prop_assert!(!after.is_shared(&before, about) || after.is_free(at) == before.is_free(at));
        }
        after.take(no);
        for at in 0..before.grid().len() {
            prop_assert_eq!(after.is_free(at), before.is_free(at));
        }
    }
}

const PLACES: [(f64, f64); 6] = [
    (1.0, 1.0),
    (47.0, 47.0),
    (1.0, 47.0),
    (47.0, 1.0),
    (24.0, 24.0),
    (12.0, 36.0),
];
