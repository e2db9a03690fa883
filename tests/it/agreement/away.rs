//! Composing and studying away from the page give what is composed and studied on it.

use std::sync::Arc;

use mulin::agreement::{
    Chance, Grouping, Limits, NothingWhy, compose, hot_spots, read_composition, traits_of,
};
use mulin::app::bench::Bench as _;
use mulin::app::composer::{Ask, ComposeFault, Composing, ComposingBench, Order, Said};
use mulin::app::study::{self, Look, Lot, StudyBench, Whose};
use mulin::catalogue::KindId;
use mulin::design::Design;
use mulin::design::stored::{self, DesignName};
use mulin::formats::{estate_geojson, project_folder};
use mulin::rules::Survey;
use mulin::text::{Lang, say};

use super::{about, named, numbered, sheet};
use crate::plan;

#[test]
fn a_worker_composes_what_the_page_would_and_says_how_far_it_is() {
    let file = br#"{"schema":"mulin.project/1","id":"small","title":{},"estate":"estate.geojson"}"#.to_vec();
    let estate = estate_geojson::write(&plan::project(Vec::new()).estate).into_bytes();
    let (project, _) = project_folder::read(&file, &estate).unwrap();
    let survey = Survey::new(&project);
    let mut chance = Chance::new(5);
    let designs = (0..12).map(|n| {
        let things = [("bench", (60.0, 60.0)), ("tree", (120.0, 90.0))];
        let things = things.into_iter().enumerate();
        numbered(
            n,
            things
                .map(|(id, (kind, at))| about(id, kind, at, 1.0, &mut chance))
                .collect(),
        )
    });
    let designs = named(designs.collect());
    let titles: Vec<String> = ["one", "two"].map(str::to_owned).into();

    let columns = super::columns(&designs);
    let grouping = Grouping::by_likeness(&columns, project.estate.bounds(), 1);
    let limits = Limits {
        proposals: 2,
        titles: titles.clone(),
        ..Limits::default()
    };
    let here = compose(
        &project,
        survey.clone(),
        super::sketches(&designs),
        grouping,
        limits.clone(),
    );
    assert!(!here.proposals.is_empty());

    let mut bench = ComposingBench::default();
    bench.take(Ask::Project { file, estate });
    for (name, design) in designs.iter().rev() {
        let text = String::from_utf8(stored::write(design)).unwrap();
        bench.take(Ask::Design(name.to_string(), text));
    }
    let order = Order {
        titles,
        bandwidth: limits.bandwidth,
        seed: 1,
    };
    assert_eq!(bench.take(Ask::Compose(order)), None);
    let mut shares = Vec::new();
    let away = loop {
        match bench.work() {
            Some(Said::Progress(share, _)) => shares.push(share),
            Some(Said::Done(text)) => break read_composition(&text, &survey).unwrap(),
            other => panic!("{other:?}"),
        }
    };
    assert!(
        shares.len() > 3 && shares.is_sorted(),
        "progress is told and never falls"
    );
    assert!(!bench.has_work());
    assert_eq!(away.proposals.len(), here.proposals.len());
    for (own, other) in away.proposals.iter().zip(&here.proposals) {
        assert_eq!(stored::write(&own.design), stored::write(&other.design));
        assert_eq!(
            (&own.backing, own.beats_singles),
            (&other.backing, other.beats_singles)
        );
        assert!((own.support.mean() - other.support.mean()).abs() < 1e-12);
        assert_eq!(own.left_out.len(), other.left_out.len());
    }
    assert_eq!(
        (away.singles, away.designs, &away.groups),
        (here.singles, here.designs, &here.groups)
    );
}

#[test]
fn a_worker_that_knows_no_project_says_so_and_one_that_is_stopped_ends() {
    let mut bench = ComposingBench::default();
    let order = Order {
        titles: vec!["one".to_owned()],
        bandwidth: 8.0,
        seed: 1,
    };
    assert_eq!(bench.take(Ask::Compose(order.clone())), Some(Said::Failed));
    assert!(read_composition("nonsense", &Survey::new(&plan::project(Vec::new()))).is_none());

    let file = br#"{"schema":"mulin.project/1","id":"small","title":{},"estate":"estate.geojson"}"#.to_vec();
    let estate = estate_geojson::write(&plan::project(Vec::new()).estate).into_bytes();
    let mut bench = ComposingBench::default();
    bench.take(Ask::Project { file, estate });
    bench.take(Ask::Compose(order));
    bench.work();
    bench.take(Ask::Stop);
    assert!(matches!(bench.work(), Some(Said::Done(_))));
    assert!(!bench.has_work());
}

#[test]
fn what_was_stopped_or_came_to_nothing_is_said_with_what_to_do() {
    let file = br#"{"schema":"mulin.project/1","id":"small","title":{},"estate":"estate.geojson"}"#.to_vec();
    let estate = estate_geojson::write(&plan::project(Vec::new()).estate).into_bytes();
    let survey = Survey::new(&plan::project(Vec::new()));
    let mut bench = ComposingBench::default();
    bench.take(Ask::Project { file, estate });
    for (name, design) in parted(12) {
        let text = String::from_utf8(stored::write(&design)).unwrap();
        bench.take(Ask::Design(name.to_string(), text));
    }
    let (titles, bandwidth) = (vec!["one".to_owned()], 8.0);
    bench.take(Ask::Compose(Order {
        titles,
        bandwidth,
        seed: 1,
    }));
    bench.work();
    bench.take(Ask::Stop);
    let said = bench.work().unwrap();
    match Composing::heard(said, &survey) {
        Composing::Done(done) => assert_eq!(done.nothing, Some(NothingWhy::Stopped)),
        other => panic!("{other:?}"),
    }
    let faults = [
        (Said::Failed, ComposeFault::NoProject),
        (Said::Done("nonsense".to_owned()), ComposeFault::NotUnderstood),
    ];
    for (said, why) in faults {
        assert!(matches!(Composing::heard(said, &survey), Composing::Failed(found) if found == why));
        for lang in Lang::ALL {
            let sentence = say(lang, &why.message());
            let next = if lang == Lang::En {
                "Load the page again"
            } else {
                "请刷新页面"
            };
            assert!(sentence.contains(next), "{sentence}");
            assert!(lang == Lang::En || sentence.chars().count() <= 40, "{sentence}");
        }
    }
    let going = Composing::heard(Said::Progress(0.5, 1), &survey);
    assert!(matches!(going, Composing::Going(progress) if progress.proposal == 1));
}

/// Goes on until nothing waits to be done.
fn all_said(bench: &mut StudyBench) -> Vec<study::Said> {
    let mut said = Vec::new();
    while bench.has_work() {
        said.extend(bench.work());
    }
    said
}

/// A bench that was told some designs, and their names in the order in which they were told.
fn told(designs: &[(DesignName, Arc<Design>)]) -> StudyBench {
    let mut bench = StudyBench::default();
    bench.take(study::Ask::Ground(sheet().min, sheet().max));
    // In two lots, whose lists of kinds begin otherwise.
    for part in designs.chunks(designs.len().div_ceil(2)) {
        let mut lot = Lot::default();
        part.iter()
            .rev()
            .for_each(|(name, design)| lot.push(name, design));
        bench.take(study::Ask::Designs(lot));
    }
    bench
}

fn look(kind: Option<&str>, whose: Whose) -> Look {
    Look {
        kind: kind.map(KindId::new),
        bandwidth: 8.0,
        whose,
    }
}

/// Twice as many want benches at one place as want lamps at another.
fn parted(count: usize) -> Vec<(DesignName, Arc<Design>)> {
    let mut chance = Chance::new(9);
    let designs = (0..count).map(|number| {
        let things: [(&str, (f64, f64)); 2] = match number % 3 {
            0 => [("lamp", (150.0, 140.0)), ("bay", (140.0, 150.0))],
            _ => [("bench", (50.0, 50.0)), ("tree", (60.0, 60.0))],
        };
        let things = things.into_iter().enumerate();
        numbered(
            number,
            things
                .map(|(id, (kind, at))| about(id, kind, at, 4.0, &mut chance))
                .collect(),
        )
    });
    named(designs.collect())
}

#[test]
fn a_worker_studies_what_the_page_would() {
    let designs = parted(90);
    let mut bench = told(&designs);
    // The order of telling, half by half and backwards, is what the places in a question mean.
    let in_order: Vec<&(DesignName, Arc<Design>)> =
        designs.chunks(45).flat_map(|half| half.iter().rev()).collect();
    bench.take(study::Ask::Study(1, (0..90).collect()));
    bench.take(study::Ask::Look(1, look(None, Whose::All)));
    let said = all_said(&mut bench);

    let columns = super::columns(&designs);
    let grouping = Grouping::by_likeness(&columns, sheet(), study::SEED);
    let spots = hot_spots(&columns, &KindId::new("bench"), sheet(), 8.0);
    let of = |name| grouping.of[columns.index_of(name).unwrap()];
    let expected = Grouping {
        of: in_order.iter().map(|(name, _)| of(name)).collect(),
        ..grouping.clone()
    };
    assert!(said.contains(&study::Said::Counted(1, columns.kind_counts())));
    assert!(said.contains(&study::Said::Grouped(1, expected)));
    let apart = (0..2).map(|group| traits_of(&columns, &grouping, &spots, group));
    assert_eq!(said.last(), Some(&study::Said::Apart(1, apart.collect())));
    let shares = said.iter().filter_map(|said| match said {
        study::Said::Progress(1, share) => Some(*share),
        _ => None,
    });
    let shares: Vec<f64> = shares.collect();
    assert!(shares.len() > 8 && shares.is_sorted() && shares.iter().all(|share| (0.0..=1.0).contains(share)));
    let seen = said.iter().position(|said| {
        matches!(said, study::Said::Seen(1, 1, seen) if seen.look == look(Some("bench"), Whose::All)
            && seen.spots.len() == spots.len() && seen.spots[0].designs == spots[0].designs.len() && !seen.more.is_empty())
    });
    let grouped = said
        .iter()
        .position(|said| matches!(said, study::Said::Grouped(..)));
    assert!(
        seen.unwrap() < grouped.unwrap(),
        "what is quick is not behind what is slow"
    );
}

#[test]
fn what_is_asked_anew_takes_the_place_of_what_was_asked_before() {
    let designs = parted(90);
    let mut bench = told(&designs);
    // The density of a group waits for the groups.
    bench.take(study::Ask::Look(1, look(Some("lamp"), Whose::Apart(1))));
    bench.take(study::Ask::Study(1, (0..90).collect()));
    for _ in 0..5 {
        assert!(!matches!(bench.work(), Some(study::Said::Seen(..))));
    }
    bench.take(study::Ask::Study(2, (0..30).collect()));
    let said = all_said(&mut bench);
    let numbers = said.iter().map(|said| match said {
        study::Said::Counted(number, _)
        | study::Said::Progress(number, _)
        | study::Said::Grouped(number, _)
        | study::Said::Seen(number, ..)
        | study::Said::Apart(number, _)
        | study::Said::Alike(number, _) => *number,
    });
    assert!(numbers.into_iter().all(|number| number == 2));
    let of_30 =
        |said: &study::Said| matches!(said, study::Said::Grouped(2, grouping) if grouping.of.len() == 30);
    assert!(said.iter().any(of_30));
    // Only the smaller group wants lamps.
    let is_seen =
        |seen: &study::Seen| !seen.more.is_empty() && seen.less.is_empty() && !seen.spots.is_empty();
    let apart = |said: &study::Said| matches!(said, study::Said::Seen(2, 1, seen) if is_seen(seen));
    assert!(said.iter().any(apart), "{said:?}");
    // Another look at the same designs: nothing is grouped again.
    bench.take(study::Ask::Look(2, look(None, Whose::All)));
    let said = all_said(&mut bench);
    assert!(
        matches!(said[..], [study::Said::Seen(2, 2, _), study::Said::Apart(2, _)]),
        "{said:?}"
    );
}

#[test]
fn a_study_of_nobody_and_of_nothing_is_said() {
    let mut bench = told(&parted(6));
    bench.take(study::Ask::Look(1, look(None, Whose::All)));
    bench.take(study::Ask::Study(1, Vec::new()));
    let said = all_said(&mut bench);
    assert!(said.contains(&study::Said::Counted(1, Vec::new())));
    let empty = |said: &study::Said| matches!(said, study::Said::Seen(1, 1, seen) if seen.look.kind.is_none() && seen.spots.is_empty());
    assert!(said.iter().any(empty), "{said:?}");
    assert!(said.iter().any(|said| matches!(said, study::Said::Grouped(1, _))));
    bench.take(study::Ask::Wishes(
        1,
        vec!["多放长椅".to_owned(), "长椅多放".to_owned()],
    ));
    assert!(
        matches!(&all_said(&mut bench)[..], [study::Said::Alike(1, groups)] if groups[0].wishes == [0, 1])
    );
}
