//! Places on the earth, held against numbers that another program or a document gives.

use mulin::earth::{Converter, Crs, Fit, FitFault, Pair, Reading, guess};
use mulin::estate::Frame;

const BEIMEN: [f64; 2] = [116.585, 35.41];

fn crs(word: &str) -> Crs {
    Crs::from_word(word).unwrap()
}

fn metres(a: [f64; 2], b: [f64; 2]) -> f64 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}

#[test]
#[allow(clippy::unreadable_literal)] // As PROJ prints them.
fn beimen_lies_where_proj_says_to_a_millimetre() {
    // Printed by PROJ 9 (pyproj, EPSG:4490 or 4326 to each).
    let known = [
        ("EPSG:4548", [462305.24, 3920159.179]),
        ("EPSG:4527", [39462305.24, 3920159.179]),
        ("EPSG:32650", [462320.3179, 3918591.1154]),
    ];
    for (word, place) in known {
        let converter = Converter::new(crs(word)).unwrap();
        let found = converter.from_degrees(BEIMEN).unwrap();
        let back = converter.degrees(place);
        assert!(metres(found, place) < 0.001, "{word}: {found:?}");
        let back = back.unwrap();
        assert!(metres(back, BEIMEN) < 1e-8, "{word}: {back:?}");
    }
}

#[test]
fn the_strips_have_the_numbers_of_the_register() {
    for (word, meridian, prefix) in [
        ("EPSG:4513", 75, Some(25)),
        ("EPSG:4527", 117, Some(39)),
        ("EPSG:4533", 135, Some(45)),
        ("EPSG:4534", 75, None),
        ("EPSG:4548", 117, None),
        ("EPSG:4554", 135, None),
        ("EPSG:4498", 117, Some(20)),
        ("epsg:4509", 117, None),
        ("urn:ogc:def:crs:EPSG::4548", 117, None),
    ] {
        let Crs::Cgcs2000(zone) = crs(word) else {
            panic!("{word}")
        };
        assert_eq!((zone.meridian, zone.prefix), (meridian, prefix), "{word}");
    }
    for word in [
        "EPSG:4513",
        "EPSG:4527",
        "EPSG:4548",
        "EPSG:4498",
        "EPSG:32650",
        "EPSG:32750",
        "gcj02",
        "local",
    ] {
        assert_eq!(crs(word).word(), word);
    }
    for word in ["", "EPSG:", "EPSG:4555", "EPSG:99999", "4548", "wgs", "EPSG:2436"] {
        assert_eq!(Crs::from_word(word), None, "{word}");
    }
}

#[test]
fn the_map_services_shift_jining_by_480_metres_east_and_50_south_to_a_metre() {
    // True metres on the earth at Beimen; east and north of a grid are turned against them by its convergence.
    let [longitude, latitude] = BEIMEN;
    let frame = Frame { longitude, latitude };
    let gcj = Converter::new(Crs::Gcj02).unwrap();
    let [east, north] = gcj.from_degrees(BEIMEN).unwrap();
    let shifted = frame.world_from_degrees(east, north);
    // The facts (domain.md C) give +480 m east and -50 m north, by the public algorithm: 480.62 and -50.03.
    for [east, north] in [[480.0, -50.0], [480.62, -50.03], by_the_public_algorithm(BEIMEN)] {
        assert!(
            (shifted.x - east).abs() < 1.0 && (shifted.y - north).abs() < 1.0,
            "{shifted:?} {east} {north}"
        );
    }
    for service in [Crs::Gcj02, Crs::Bd09] {
        let converter = Converter::new(service).unwrap();
        let [east, north] = converter
            .degrees(converter.from_degrees(BEIMEN).unwrap())
            .unwrap();
        let off = frame.world_from_degrees(east, north);
        assert!(off.x.hypot(off.y) < 0.01, "{service:?}");
    }
    // Outside of China nothing is shifted.
    assert_eq!(gcj.degrees([10.07, 48.136]), Some([10.07, 48.136]));
}

#[test]
#[allow(clippy::unreadable_literal)] // As they are published.
fn a_point_of_beijing_is_where_the_published_numbers_of_both_services_have_it() {
    // The README and tests of github.com/wandergis/coordtransform, by which later programs are held, have of
    // 116.404, 39.915: from WGS-84 to GCJ-02, and from GCJ-02 to BD-09.
    let point = [116.404, 39.915];
    let (gcj, bd) = (
        Converter::new(Crs::Gcj02).unwrap(),
        Converter::new(Crs::Bd09).unwrap(),
    );
    let found = gcj.from_degrees(point).unwrap();
    assert!(
        metres(found, [116.41024449916938, 39.91640428150164]) < 1e-9,
        "{found:?}"
    );
    let on_earth = gcj.degrees(point).unwrap();
    let found = bd.from_degrees(on_earth).unwrap();
    assert!(
        metres(found, [116.41036949371029, 39.92133699351021]) < 1e-8,
        "{found:?}"
    );
}

/// The shift in metres east and north as the algorithm is printed everywhere (Krasovsky 1940), written anew here.
fn by_the_public_algorithm([longitude, latitude]: [f64; 2]) -> [f64; 2] {
    use std::f64::consts::PI;
    let (x, y) = (longitude - 105.0, latitude - 35.0);
    let wave = |n: f64| (20.0 * (6.0 * n * PI).sin() + 20.0 * (2.0 * n * PI).sin()) * 2.0 / 3.0;
    let lat = -100.0
        + 2.0 * x
        + 3.0 * y
        + 0.2 * y * y
        + 0.1 * x * y
        + 0.2 * x.abs().sqrt()
        + wave(x)
        + (20.0 * (y * PI).sin() + 40.0 * (y / 3.0 * PI).sin()) * 2.0 / 3.0
        + (160.0 * (y / 12.0 * PI).sin() + 320.0 * (y * PI / 30.0).sin()) * 2.0 / 3.0;
    let lon = 300.0
        + x
        + 2.0 * y
        + 0.1 * x * x
        + 0.1 * x * y
        + 0.1 * x.abs().sqrt()
        + wave(x)
        + (20.0 * (x * PI).sin() + 40.0 * (x / 3.0 * PI).sin()) * 2.0 / 3.0
        + (150.0 * (x / 12.0 * PI).sin() + 300.0 * (x / 30.0 * PI).sin()) * 2.0 / 3.0;
    [lon, lat]
}

#[test]
fn axes_and_zone_numbers_are_seen_by_the_size_of_the_numbers() {
    let grid = crs("EPSG:4548");
    let with_number = crs("EPSG:4527");
    let read = |crs, point| Reading::of(crs, point);
    assert_eq!(
        read(grid, [462_305.0, 3_920_159.0]),
        Reading {
            crs: grid,
            swapped: false
        }
    );
    assert_eq!(
        read(grid, [3_920_159.0, 462_305.0]),
        Reading {
            crs: grid,
            swapped: true
        }
    );
    assert_eq!(
        read(grid, [39_462_305.0, 3_920_159.0]),
        Reading {
            crs: with_number,
            swapped: false
        }
    );
    assert_eq!(
        read(with_number, [3_920_159.0, 462_305.0]),
        Reading {
            crs: grid,
            swapped: true
        }
    );
    // Another zone's number is not this zone.
    assert_eq!(
        read(grid, [40_462_305.0, 3_920_159.0]),
        Reading {
            crs: grid,
            swapped: false
        }
    );
    assert_eq!(
        read(Crs::Wgs84, [35.41, 116.585]),
        Reading {
            crs: Crs::Wgs84,
            swapped: true
        }
    );
    assert_eq!(
        read(Crs::Wgs84, [10.07, 48.136]),
        Reading {
            crs: Crs::Wgs84,
            swapped: false
        }
    );
    assert_eq!(
        guess([39_462_305.0, 3_920_159.0]),
        Some((Some(with_number), false))
    );
    assert_eq!(
        guess([3_920_159.0, 20_462_305.0]),
        Some((Some(crs("EPSG:4498")), true))
    );
    assert_eq!(guess([462_305.0, 3_920_159.0]), Some((None, false)));
    for nothing in [
        [0.0, 0.0],
        [116.5, 35.4],
        [1e308, f64::NAN],
        [20_462_305.0, 20_462_305.0],
    ] {
        assert_eq!(guess(nothing), None, "{nothing:?}");
    }
}

#[test]
fn numbers_that_are_no_place_give_none() {
    for word in ["wgs84", "gcj02", "bd09", "EPSG:4548", "EPSG:32650"] {
        let converter = Converter::new(crs(word)).unwrap();
        for point in [
            [f64::NAN, 1.0],
            [1e308, 1e308],
            [f64::INFINITY, 0.0],
            [-1e12, 4e6],
        ] {
            assert_eq!(converter.degrees(point), None, "{word} {point:?}");
            assert_eq!(converter.from_degrees(point), None, "{word} {point:?}");
        }
    }
}

#[test]
fn a_fit_of_two_points_is_exact_and_of_three_says_what_is_left() {
    let pair = |local, known| Pair { local, known };
    let two = Fit::of(&[
        pair([0.0, 0.0], [100.0, 200.0]),
        pair([10.0, 0.0], [100.0, 210.0]),
    ])
    .unwrap();
    assert!((two.turn() - 90.0).abs() < 1e-9 && (two.scale() - 1.0).abs() < 1e-12 && two.residual < 1e-9);
    assert!(metres(two.known_from_local([0.0, 5.0]), [95.0, 200.0]) < 1e-9);
    let three = Fit::of(&[
        pair([0.0, 0.0], [0.0, 0.0]),
        pair([100.0, 0.0], [100.0, 0.0]),
        pair([0.0, 100.0], [0.0, 100.3]),
    ])
    .unwrap();
    assert!(
        three.residual > 0.05 && three.worst > three.residual && three.worst < 0.3,
        "{three:?}"
    );
    assert_eq!(Fit::of(&[pair([0.0, 0.0], [0.0, 0.0])]), Err(FitFault::TooFew));
    assert_eq!(
        Fit::of(&[pair([1.0, 1.0], [0.0, 0.0]); 3]),
        Err(FitFault::OnePlace)
    );
    assert_eq!(
        Fit::of(&[pair([f64::NAN, 1.0], [0.0, 0.0]); 2]),
        Err(FitFault::NotFinite)
    );
}
