//! Composing away from the page gives what composing on it gives.

use mulin::agreement::{Chance, Grouping, Limits, compose, read_composition};
use mulin::app::bench::Bench as _;
use mulin::app::composer::{Ask, ComposingBench, Order, Said};
use mulin::design::stored;
use mulin::formats::{estate_geojson, project_folder};
use mulin::rules::Survey;

use super::{about, named, numbered};
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
