//! A surveyor's drawing goes in: layers, storeys, names, doors and signs, from every kind of DXF file.

use mulin::earth::{Converter, Crs};
use mulin::estate::{Class, Estate, Feature, Frame, Shape};
use mulin::formats::survey_dxf::{LayerTable, Survey, Wish, read};
use mulin::geometry::WorldPt;
use mulin::text::{Lang, say};

use crate::survey_maker::{GAP_M, Kind, Maker, beimen, file, written};

fn grid() -> Wish {
    Wish {
        crs: Crs::from_word("EPSG:4548"),
        ..Wish::default()
    }
}

fn keys(survey: &Survey) -> Vec<&str> {
    survey
        .problems
        .iter()
        .map(|problem| &*problem.message.key)
        .collect()
}

fn count(estate: &Estate, word: &str) -> usize {
    estate
        .features()
        .iter()
        .filter(|f| f.class.word() == word)
        .count()
}

/// The corners of a thing on Beimen's own sheet.
fn corners(estate: &Estate, feature: &Feature) -> Vec<WorldPt> {
    let points = match &feature.shape {
        Shape::Point(at) => vec![*at],
        Shape::Line(line) => line.points().to_vec(),
        Shape::Area(edge, _) => edge.corners().to_vec(),
    };
    let to = Frame {
        longitude: 116.585,
        latitude: 35.41,
    };
    let over = |point: &WorldPt| {
        let (longitude, latitude) = estate.frame.unwrap().degrees_from_world(*point);
        to.world_from_degrees(longitude, latitude)
    };
    points.iter().map(over).collect()
}

/// The farthest that a corner of one is from the nearest corner of the other.
fn off(one: &[WorldPt], other: &[WorldPt]) -> f64 {
    let nearest = |p: &WorldPt| other.iter().map(|q| p.distance(*q)).fold(f64::INFINITY, f64::min);
    one.iter().map(nearest).fold(0.0, f64::max)
}

fn houses(estate: &Estate) -> Vec<&Feature> {
    estate.buildings().map(|house| &**house).collect()
}

#[test]
fn a_survey_of_beimen_in_gbk_goes_in_with_its_layers_storeys_names_and_doors() {
    let survey = read(&file(Kind::R2000), &grid()).unwrap();
    let (there, drawn) = (&survey.estate, beimen());
    assert_eq!(there.buildings().count(), drawn.buildings().count());
    for house in houses(&drawn) {
        let own = corners(&drawn, house);
        let of_survey = houses(there);
        let found = of_survey.iter().min_by(|a, b| {
            let far = |f: &Feature| off(&own, &corners(there, f));
            far(a).total_cmp(&far(b))
        });
        let found = found.unwrap();
        // Houses that close are right to the millimetre of a file of four decimals; the others to their gap.
        assert!(off(&own, &corners(there, found)) < 0.002, "{}", house.id);
        assert!(off(&corners(there, found), &own) < GAP_M + 0.002, "{}", house.id);
        assert_eq!(found.name, house.name);
        let storeys = |f: &Feature| match f.class {
            Class::Building { storeys, .. } => storeys,
            _ => None,
        };
        assert_eq!(storeys(found), storeys(house), "{}", house.id);
    }
    doors_are_where_they_were(there, &drawn);
    for word in ["tree", "lamp", "hydrant", "bay", "green", "boundary"] {
        assert_eq!(count(there, word), count(&drawn, word), "{word}");
    }
    let layers: Vec<&str> = survey.table.layers.keys().map(String::as_str).collect();
    for layer in ["JMD", "用地红线", "停车位", "门", "图层1"] {
        assert!(layers.contains(&layer), "{layers:?}");
    }
    assert_eq!(survey.table.layers["图层1"], "", "nobody knows what is on it");
}

fn doors_are_where_they_were(there: &Estate, drawn: &Estate) {
    assert_eq!(count(there, "door"), count(drawn, "door"));
    let house_of = |estate: &Estate, door: &Feature| match &door.class {
        Class::Door {
            building: Some(id), ..
        } => estate.feature(id).unwrap().name.clone(),
        _ => panic!("a door without a house"),
    };
    let doors = |estate: &Estate| -> Vec<(WorldPt, String)> {
        let own = estate.features().iter().filter(|f| f.class.word() == "door");
        own.map(|door| (corners(estate, door)[0], house_of(estate, door)))
            .collect()
    };
    let found = doors(there);
    for (at, house) in doors(drawn) {
        let near = found.iter().find(|(own, _)| own.distance(at) < 0.01);
        assert_eq!(near.map(|(_, house)| house), Some(&house), "{at:?}");
    }
}

#[test]
fn every_kind_of_file_gives_the_same_estate() {
    let first = read(&file(Kind::R2000), &grid()).unwrap();
    let second = read(&file(Kind::R2007), &grid()).unwrap();
    assert_eq!(first.estate.features(), second.estate.features());
    assert_eq!(first.problems, second.problems);
    let binary = read(&file(Kind::Binary), &grid()).unwrap();
    assert_eq!(first.estate.features(), binary.estate.features());
    // R12 has no hatches, so no greens here; all else is the same.
    let (old, old_binary) = (
        read(&file(Kind::R12), &grid()).unwrap(),
        read(&file(Kind::OldBinary), &grid()).unwrap(),
    );
    assert_eq!(old.estate.features(), old_binary.estate.features());
    for word in ["building", "door", "tree", "lamp", "bay", "road"] {
        assert_eq!(count(&old.estate, word), count(&first.estate, word), "{word}");
    }
}

#[test]
fn kerbs_that_run_side_by_side_are_roads_and_the_ring_is_one_with_a_hole() {
    let survey = read(&file(Kind::R2000), &grid()).unwrap();
    let drawn = beimen();
    let alone = survey
        .problems
        .iter()
        .filter(|p| p.message.key == "dxf-road-edge-alone");
    let alone: Vec<String> = alone.map(|p| say(Lang::En, &p.sentence())).collect();
    assert_eq!(count(&survey.estate, "road"), count(&drawn, "road"), "{alone:?}");
    let ring = survey
        .estate
        .features()
        .iter()
        .find_map(|f| match (&f.class, &f.shape) {
            (Class::Road { .. }, Shape::Area(edge, holes)) if !holes.is_empty() => {
                Some((edge.area(), holes[0].area()))
            }
            _ => None,
        });
    let (outer, inner) = ring.expect("the ring road has a hole");
    assert!(outer - inner > 2_000.0 && inner > 20_000.0, "{outer} {inner}");
}

#[test]
fn what_was_closed_guessed_or_left_out_is_said_in_both_languages() {
    let survey = read(&file(Kind::R2000), &grid()).unwrap();
    let keys = keys(&survey);
    for key in [
        "dxf-unit-said",
        "dxf-closed",
        "dxf-layer-unknown",
        "dxf-doors-of-labels",
        "dxf-storeys",
        "dxf-unread",
    ] {
        assert!(keys.contains(&key), "{key}: {keys:?}");
    }
    for problem in &survey.problems {
        for lang in Lang::ALL {
            let said = say(lang, &problem.sentence());
            assert!(!said.contains("dxf-") && !said.contains("what-"), "{said}");
        }
    }
    let closed = survey
        .problems
        .iter()
        .find(|p| p.message.key == "dxf-closed")
        .unwrap();
    let said = say(Lang::En, &closed.sentence());
    assert!(
        said.starts_with("Layer JMD at 4623") && said.contains("0.08 m"),
        "{said}"
    );
}

#[test]
fn a_table_of_layers_says_what_nobody_knows_and_comes_back_as_it_was_written() {
    let first = read(&file(Kind::R2000), &grid()).unwrap();
    let mut table = first.table.clone();
    table.layers.insert("图层1".to_owned(), "fence".to_owned());
    table.layers.insert("停车位".to_owned(), "skip".to_owned());
    let table = LayerTable::read(table.write().as_bytes()).unwrap();
    let wish = Wish { table, ..grid() };
    let second = read(&file(Kind::R2000), &wish).unwrap();
    assert_eq!(count(&second.estate, "fence"), count(&first.estate, "fence") + 1);
    assert_eq!(count(&second.estate, "bay"), 0);
    assert!(!keys(&second).contains(&"dxf-layer-unknown"));
    for broken in [
        "",
        "[]",
        r#"{"schema":"other"}"#,
        r#"{"schema":"mulin.layers/1","layers":{"a":"castle"}}"#,
    ] {
        let why = LayerTable::read(broken.as_bytes()).unwrap_err();
        assert!(
            say(Lang::En, &why).starts_with("The table of layers")
                || say(Lang::En, &why).starts_with("In the table")
        );
    }
}

#[test]
fn without_a_word_on_its_grid_a_survey_with_zone_numbers_is_placed_and_one_without_is_not() {
    let pairs = Maker::new(Crs::from_word("EPSG:4527").unwrap(), false).survey("AC1015", "ANSI_936");
    let with_zone = read(&written(&pairs, Kind::R2000), &Wish::default()).unwrap();
    assert!(keys(&with_zone).contains(&"crs-guessed"));
    let frame = with_zone.estate.frame.unwrap();
    assert!((frame.longitude - 116.586).abs() < 0.001 && (frame.latitude - 35.411).abs() < 0.001);
    let without = read(&file(Kind::R2000), &Wish::default()).unwrap();
    assert!(keys(&without).contains(&"crs-zone-unknown") && keys(&without).contains(&"crs-origin-moved"));
    assert_eq!(without.estate.frame, None);
    assert_eq!(
        count(&without.estate, "building"),
        count(&with_zone.estate, "building")
    );
}

#[test]
fn northing_first_is_seen_and_millimetres_are_seen() {
    let pairs = Maker::new(Crs::from_word("EPSG:4548").unwrap(), false).survey("AC1015", "ANSI_936");
    let mut swapped = pairs.clone();
    for at in 1..swapped.len() {
        let (before, here) = swapped.split_at_mut(at);
        if matches!((before[at - 1].0, here[0].0), (10, 20) | (11, 21)) {
            std::mem::swap(&mut before[at - 1].1, &mut here[0].1);
        }
    }
    let survey = read(&written(&swapped, Kind::R2000), &grid()).unwrap();
    assert!(keys(&survey).contains(&"crs-northing-first"));
    let straight = read(&file(Kind::R2000), &grid()).unwrap();
    let far = |a: &Survey, b: &Survey| {
        let frames = [a, b].map(|survey| survey.estate.frame.unwrap());
        (frames[0].longitude - frames[1].longitude).abs() + (frames[0].latitude - frames[1].latitude).abs()
    };
    assert!(far(&survey, &straight) < 1e-6);
    // The same drawing in millimetres whose head says metres: its size belies it.
    let small: Vec<_> = pairs
        .iter()
        .map(|(code, value)| match code {
            10 | 11 | 20 | 21 | 40 => (*code, (value.parse::<f64>().unwrap() * 1000.0).to_string()),
            _ => (*code, value.clone()),
        })
        .collect();
    let survey = read(&written(&small, Kind::R2000), &grid()).unwrap();
    assert!(keys(&survey).contains(&"dxf-unit-against"), "{:?}", keys(&survey));
    assert_eq!(count(&survey.estate, "building"), 29);
}

#[test]
fn a_code_page_that_lies_and_escapes_leave_letters_readable() {
    let mut lying = Maker::new(Crs::from_word("EPSG:4548").unwrap(), false).survey("AC1015", "ANSI_1252");
    let survey = read(&written(&lying, Kind::R2000), &grid()).unwrap();
    assert!(keys(&survey).contains(&"dxf-letters-belie"));
    assert!(survey.table.layers.contains_key("用地红线"));
    for (_, value) in &mut lying {
        if value.starts_with('混') {
            *value = value.replace('混', "\\U+6DF7");
        } else if value == "用地红线" {
            // 用 and 地 by their numbers in GBK.
            *value = "\\M+5D3C3\\M+5B5D8红线".to_owned();
        }
    }
    let survey = read(&written(&lying, Kind::R2000), &grid()).unwrap();
    assert!(
        survey.table.layers.contains_key("用地红线"),
        "{:?}",
        survey.table.layers
    );
    let houses = survey.estate.buildings().filter(|b| {
        matches!(
            b.class,
            Class::Building {
                storeys: Some(6.0),
                ..
            }
        )
    });
    assert_eq!(houses.count(), 20);
}

#[test]
fn a_local_grid_is_laid_onto_known_points_and_says_what_is_left() {
    let crs = Crs::from_word("EPSG:4548").unwrap();
    let maker = Maker::new(crs, false);
    let corners = [(0.0, 0.0), (200.0, 0.0), (0.0, 210.0)].map(|(x, y)| WorldPt::new(x, y));
    // A grid of the surveyor's own: turned by 12 degrees, its origin at the first corner.
    let (sin, cos) = 12_f64.to_radians().sin_cos();
    let origin = maker.at(corners[0]);
    let own = move |[x, y]: [f64; 2]| {
        let (x, y) = (x - origin[0], y - origin[1]);
        [1000.0 + cos * x + sin * y, 500.0 - sin * x + cos * y]
    };
    let points: Vec<_> = corners.iter().map(|corner| maker.at(*corner)).collect();
    let pairs = maker.survey("AC1015", "ANSI_936");
    let mut local = Vec::new();
    let mut x = None;
    for (code, value) in pairs {
        // Points of blocks are the block's own.
        match (code, x.take(), value.parse::<f64>()) {
            (10 | 11, _, Ok(number)) => x = Some(number),
            (20 | 21, Some(east), Ok(north)) if east > 1000.0 => {
                let [a, b] = own([east, north]);
                local.push((code - 10, a.to_string()));
                local.push((code, b.to_string()));
            }
            (20 | 21, Some(east), _) => {
                local.push((code - 10, east.to_string()));
                local.push((code, value));
            }
            _ => local.push((code, value)),
        }
    }
    let known = points.iter().map(|point| mulin::earth::Pair {
        local: own(*point),
        known: *point,
    });
    let wish = Wish {
        points: known.collect(),
        ..grid()
    };
    let survey = read(&written(&local, Kind::R2000), &wish).unwrap();
    let fit = survey
        .problems
        .iter()
        .find(|p| p.message.key == "fit-said")
        .unwrap();
    assert!(
        say(Lang::En, &fit.message).contains("0 m are left"),
        "{}",
        say(Lang::En, &fit.message)
    );
    let straight = read(&file(Kind::R2000), &grid()).unwrap();
    let converter = Converter::new(crs).unwrap();
    let place = |survey: &Survey| {
        let house = survey.estate.buildings().find(|b| b.name == "7").unwrap();
        let at = house.shape.outline().unwrap().centroid();
        let (longitude, latitude) = survey.estate.frame.unwrap().degrees_from_world(at);
        converter.from_degrees([longitude, latitude]).unwrap()
    };
    let (a, b) = (place(&survey), place(&straight));
    assert!((a[0] - b[0]).hypot(a[1] - b[1]) < 0.002, "{a:?} {b:?}");
}
