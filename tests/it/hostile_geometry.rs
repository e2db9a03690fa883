//! F19, E49: outlines as no hand draws them, in pairs, through every operation that rules and exports use. Nothing
//! panics, and what the operations say of a pair agrees. `SEED` gives a run again, `SOAK` takes the count of the night.

use std::f64::consts::TAU;

use mulin::agreement::Chance;
use mulin::geometry::{
    Bounds, Outline, OutlineFault, Region, WorldPt, WorldVec, crossings, depth, edges, gap, inset, sides,
};

use super::night::count;

/// Families of rings in which polygon libraries are known to fail: each an awkwardness of its own.
const FAMILIES: [fn(&mut Chance) -> Vec<WorldPt>; 10] = [
    rectangle,
    grid_steps,
    star,
    comb,
    spiral,
    sliver,
    fan,
    nearly_flat,
    circle,
    far_away,
];

fn at(x: f64, y: f64) -> WorldPt {
    WorldPt::new(x, y)
}
/// One of a few numbers, so that corners of two outlines meet exactly, or nearly.
fn meeting(chance: &mut Chance) -> f64 {
    let step = (chance.share() * 12.0).floor() - 6.0;
    let off = [0.0, 0.0, 0.0, 0.001, -0.001, 1e-7][(chance.share() * 6.0) as usize % 6];
    step + off
}
fn rectangle(chance: &mut Chance) -> Vec<WorldPt> {
    let size = WorldVec::new(meeting(chance).abs() + 0.5, meeting(chance).abs() + 0.5);
    let turn = [0.0, 90.0, 45.0, 1e-9, 0.001, 33.0][(chance.share() * 6.0) as usize % 6];
    Outline::rectangle_corners(at(meeting(chance), meeting(chance)), size, turn).to_vec()
}
/// A staircase on the grid: many sides on one line with those of others.
fn grid_steps(chance: &mut Chance) -> Vec<WorldPt> {
    let (x, y) = (meeting(chance), meeting(chance));
    let steps = 2 + (chance.share() * 5.0) as usize;
    let mut ring = vec![at(x, y), at(x + steps as f64, y)];
    for step in (0..steps).rev() {
        ring.extend([
            at(x + step as f64 + 1.0, y + (steps - step) as f64),
            at(x + step as f64, y + (steps - step) as f64),
        ]);
    }
    ring
}
fn star(chance: &mut Chance) -> Vec<WorldPt> {
    let (middle, points) = (
        at(meeting(chance), meeting(chance)),
        3 + (chance.share() * 60.0) as usize,
    );
    let (near, far) = (chance.between(0.01, 3.0), chance.between(3.0, 8.0));
    (0..points * 2)
        .map(|n| {
            middle + WorldVec::toward(n as f64 * 180.0 / points as f64) * if n % 2 == 0 { far } else { near }
        })
        .collect()
}
/// Teeth that lie side by side with no more than a millimetre between them.
fn comb(chance: &mut Chance) -> Vec<WorldPt> {
    let (x, y) = (meeting(chance), meeting(chance));
    let (teeth, between) = (
        2 + (chance.share() * 20.0) as usize,
        [0.001, 0.002, 0.5][(chance.share() * 3.0) as usize % 3],
    );
    let mut ring = vec![at(x, y)];
    for tooth in 0..teeth {
        let left = x + tooth as f64 * 0.5;
        ring.extend([
            at(left, y + 5.0),
            at(left + 0.5 - between, y + 5.0),
            at(left + 0.5 - between, y + 0.1),
            at(left + 0.5, y + 0.1),
        ]);
    }
    ring.extend([at(x + teeth as f64 * 0.5, y)]);
    ring
}
fn spiral(chance: &mut Chance) -> Vec<WorldPt> {
    let middle = at(meeting(chance), meeting(chance));
    let turns = chance.between(1.0, 3.0);
    let arm = |out: f64| (0..40).map(move |n| (n as f64 / 39.0, out));
    let place = |(part, out): (f64, f64)| {
        let reach = 0.5 + 5.0 * part + out;
        let angle = part * turns * TAU;
        middle + WorldVec::new(angle.cos(), angle.sin()) * reach
    };
    arm(0.0)
        .chain(arm(0.4).collect::<Vec<_>>().into_iter().rev())
        .map(place)
        .collect()
}
/// As wide as a millimetre, as long as a street.
fn sliver(chance: &mut Chance) -> Vec<WorldPt> {
    let (from, along) = (
        at(meeting(chance), meeting(chance)),
        WorldVec::toward(chance.between(0.0, 360.0)),
    );
    let (length, width) = (chance.between(1.0, 300.0), chance.between(0.001, 0.004));
    vec![
        from,
        from + along * length,
        from + along * length + along.left() * width,
        from + along.left() * width,
    ]
}
/// Very many corners about one point.
fn fan(chance: &mut Chance) -> Vec<WorldPt> {
    let middle = at(meeting(chance), meeting(chance));
    let blades = 2 + (chance.share() * 8.0) as usize;
    let mut ring = vec![middle];
    for blade in 0..blades {
        let turn = blade as f64 * 340.0 / blades as f64;
        ring.extend([
            middle + WorldVec::toward(turn) * 4.0,
            middle + WorldVec::toward(turn + 10.0) * 4.0,
            middle + WorldVec::toward(turn + 11.0) * 0.003,
        ]);
    }
    ring
}
/// Corners that lie on a line but for a millimetre.
fn nearly_flat(chance: &mut Chance) -> Vec<WorldPt> {
    let (x, y) = (meeting(chance), meeting(chance));
    let below = (0..20).map(|n| at(x + n as f64, y + if n % 3 == 0 { 0.001 } else { 0.0 }));
    below.chain([at(x + 19.0, y + 2.0), at(x, y + 2.0)]).collect()
}
fn circle(chance: &mut Chance) -> Vec<WorldPt> {
    let (middle, corners) = (
        at(meeting(chance), meeting(chance)),
        8 + (chance.share() * 300.0) as usize,
    );
    let radius = chance.between(0.2, 6.0);
    (0..corners)
        .map(|n| middle + WorldVec::toward(n as f64 * 360.0 / corners as f64) * radius)
        .collect()
}
/// At the edge of what a sheet holds, where a float has the fewest digits to spare.
fn far_away(chance: &mut Chance) -> Vec<WorldPt> {
    rectangle(chance)
        .into_iter()
        .map(|p| at(p.x + 4_980.0, p.y - 4_980.0))
        .collect()
}

/// Two of any families; a third of them touch, hold or equal each other.
fn pair(chance: &mut Chance) -> Option<(Outline, Outline)> {
    let family =
        |chance: &mut Chance| FAMILIES[(chance.share() * FAMILIES.len() as f64) as usize % FAMILIES.len()];
    let one = Outline::new(family(chance)(chance)).ok()?;
    let width = one.bounds().width();
    let step = match (chance.share() * 9.0) as u32 {
        0 => WorldVec::new(0.0, 0.0),
        1 => WorldVec::new(width, 0.0),
        2 => WorldVec::new(0.001, 0.0),
        _ => return Some((one, Outline::new(family(chance)(chance)).ok()?)),
    };
    let other = one.moved(step).ok()?;
    Some((one, other))
}

/// Every operation of a pair, and what of it must agree. The overlay rounds to a grid of its own; a millimetre along the
/// edges of both is what it may be off by.
fn agree(one: &Outline, other: &Outline) {
    let (a, b) = (Region::from(one), Region::from(other));
    let slack = (one.perimeter() + other.perimeter()) * 0.001 + 0.001;
    let close = |what: &str, x: f64, y: f64| {
        assert!(
            (x - y).abs() <= slack,
            "{what}: {x} against {y}, of {:?} and {:?}",
            one.corners(),
            other.corners()
        );
    };
    let (shared, with, without) = (a.shared(&b), a.with(&b), a.without(&b));
    close(
        "both and either",
        shared.area() + with.area(),
        a.area() + b.area(),
    );
    close("what is left", without.area() + shared.area(), a.area());
    close("shared area", a.shared_area(&b), shared.area());
    close("the order of two", b.shared_area(&a), shared.area());
    close("all as one", Region::union_of([one, other]).area(), with.area());
    assert!(a.depth_in(&b).is_finite() && depth(one.corners(), other.corners()).is_none_or(f64::is_finite));
    let apart = one.distance(other);
    assert!(apart.is_finite() && apart >= 0.0);
    if shared.area() > slack {
        assert!(
            a.meets(&b) && apart <= 0.001,
            "they share {} m² and are {apart} m apart",
            shared.area()
        );
    }
    let between = gap(&sides(one), &sides(other)).map(|way| way.length());
    if !a.meets(&b) {
        let between = between.expect("two outlines that do not meet have a gap");
        assert!((between - apart).abs() < 0.002, "gap {between}, distance {apart}");
    }
    assert!(gap(&edges(&with), &edges(&b)).is_some() || b.is_empty());
}

/// Every operation of one.
fn alone(one: &Outline, by: f64) {
    let region = Region::from(one);
    let (area, rim) = (region.area(), one.perimeter());
    let grown = region.grown(by);
    assert!(
        grown.area() >= area - 0.001,
        "grown by {by} m it has {} of {area} m²",
        grown.area()
    );
    assert!(region.grown(-by).area() <= area + 0.001);
    assert!(region.at_least_wide(by).area() <= area + rim * 0.001 + 0.001);
    let drawn_in = inset(one, by);
    assert!(drawn_in.iter().all(|p| p.x.is_finite() && p.y.is_finite()));
    assert!(
        one.contains(one.label_point()) || area < rim * 0.002,
        "its letters stand beside it: {:?}",
        one.corners()
    );
    assert!(one.centroid().x.is_finite());
    assert!(
        crossings(one.corners(), true).is_empty(),
        "it came through the gate and crosses itself"
    );
    let pieces: f64 = grown.apart().map(|piece| piece.area()).sum();
    assert!((pieces - grown.area()).abs() < 1e-6 * (1.0 + pieces));
    assert!(
        grown
            .rings()
            .iter()
            .flatten()
            .all(|p| p.x.is_finite() && p.y.is_finite())
    );
    match Outline::around(one.corners().iter().copied(), by) {
        Ok(about) => assert!(about.area() + 0.01 >= area, "what is around it is smaller"),
        // About a sliver, or at the edge of the sheet, there may be none; who asks is told.
        Err(fault) => assert!(
            matches!(fault, OutlineFault::OutOfReach | OutlineFault::CrossesItself),
            "{fault}"
        ),
    }
}

#[test]
fn f19_hostile_pairs_of_outlines_agree_in_every_operation() {
    let seed = std::env::var("SEED")
        .ok()
        .and_then(|seed| seed.parse().ok())
        .unwrap_or(20_261_130);
    let pairs = count(1_000, 5_000_000);
    println!("SEED={seed}, {pairs} pairs");
    let halves: Vec<_> = (0..2_u64)
        .map(|half| {
            std::thread::spawn(move || {
                let mut chance = Chance::new(seed + half);
                for _ in 0..pairs / 2 {
                    let Some((one, other)) = std::iter::from_fn(|| Some(pair(&mut chance))).flatten().next()
                    else {
                        return;
                    };
                    agree(&one, &other);
                    alone(&one, chance.between(0.01, 2.0));
                }
            })
        })
        .collect();
    for half in halves {
        half.join().expect("no operation panics and all agree");
    }
}

#[test]
fn e49_what_is_no_outline_is_refused_by_its_name() {
    let ring = |points: &[(f64, f64)]| Outline::new(points.iter().map(|&(x, y)| at(x, y)));
    let cases: [(&[(f64, f64)], OutlineFault); 9] = [
        (&[], OutlineFault::TooFewCorners),
        (&[(0.0, 0.0), (1.0, 0.0), (0.0, 0.0)], OutlineFault::TooFewCorners),
        (&[(0.0, 0.0), (1.0, 0.0), (2.0, 0.0)], OutlineFault::NoArea),
        (
            &[(0.0, 0.0), (4.0, 4.0), (4.0, 0.0), (0.0, 4.0)],
            OutlineFault::CrossesItself,
        ),
        // A spike that goes out and comes back.
        (
            &[(0.0, 0.0), (4.0, 0.0), (9.0, 0.0), (4.0, 0.0), (4.0, 4.0)],
            OutlineFault::CrossesItself,
        ),
        (&[(0.0, 0.0), (1e308, 0.0), (1.0, 1.0)], OutlineFault::OutOfReach),
        (
            &[(0.0, 0.0), (f64::NAN, 0.0), (1.0, 1.0)],
            OutlineFault::NotFinite,
        ),
        (
            &[(0.0, 0.0), (f64::INFINITY, 0.0), (1.0, 1.0)],
            OutlineFault::NotFinite,
        ),
        // Degrees that somebody took for metres of a national grid.
        (
            &[
                (508_000.0, 4_060_000.0),
                (508_010.0, 4_060_000.0),
                (508_000.0, 4_060_010.0),
            ],
            OutlineFault::OutOfReach,
        ),
    ];
    for (points, fault) in cases {
        assert_eq!(ring(points), Err(fault), "{points:?}");
    }
    let many = (0..50_000).map(|n| at((n as f64 / 7_957.0).cos() * 9.0, (n as f64 / 7_957.0).sin() * 9.0));
    assert_eq!(Outline::new(many), Err(OutlineFault::TooManyCorners));
}

#[test]
fn e49_holes_that_lie_outside_or_over_each_other_take_away_no_more_than_there_is() {
    let ring = |x: f64, side: f64| vec![at(x, 0.0), at(x + side, 0.0), at(x + side, side), at(x, side)];
    let inside = |x: f64| vec![at(x, 1.0), at(x + 3.0, 1.0), at(x + 3.0, 4.0), at(x, 4.0)];
    let outside = Region::of_pieces([vec![ring(0.0, 10.0), ring(40.0, 2.0)]]);
    assert!((outside.area() - 100.0).abs() < 0.01, "{}", outside.area());
    let over = Region::of_pieces([vec![ring(0.0, 10.0), inside(1.0), inside(2.0)]]);
    assert!((over.area() - 88.0).abs() < 0.01, "{}", over.area());
    let bounds = over.bounds().expect("something is left");
    assert_eq!((bounds.min, bounds.max), (at(0.0, 0.0), at(10.0, 10.0)));
    let everything = Bounds {
        min: at(-1.0, -1.0),
        max: at(11.0, 11.0),
    };
    assert!(over.rings().iter().flatten().all(|p| everything.contains(*p)));
}
