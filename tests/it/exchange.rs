//! The worker for files: each job gives a file, or a sentence in every language.

use mulin::exchange::{Done, To, perform, perform_telling};
use mulin::formats::{Meter, estate_geojson};
use serde_json::Value;

use crate::formats::{BEIMEN, KIRCHBERG};
use crate::pdf_reader;
use crate::survey_maker::{self, Kind};

const PROJECT: &[u8] = include_bytes!("../../public/beimen/project.json");
const DESIGN: &str = r#"{"schema":"mulin.design/1","project":"beimen","random":"00112233445566778899aabbccddeeff",
    "sheets":{"estate":[{"id":"p1","kind":"bench","at":[100,80],"turn":0,"size":[1.8,0.45]}]}}"#;

fn said(done: &Done) -> Value {
    serde_json::from_str(&done.said).unwrap()
}

fn written(to: &str) -> Done {
    written_as(&format!(r#"{{"do":"write","to":"{to}","lang":"en"}}"#))
}

fn written_as(job: &str) -> Done {
    let font = include_bytes!("../../public/assets/fonts/NotoSansSC-GB2312.otf").to_vec();
    perform(
        job,
        &[
            PROJECT.to_vec(),
            BEIMEN.as_bytes().to_vec(),
            DESIGN.as_bytes().to_vec(),
            font,
        ],
    )
}

#[test]
fn a_map_that_is_read_comes_back_as_an_estate_with_its_problems_in_every_language() {
    let done = perform(r#"{"do":"read","name":"kirchberg.OSM"}"#, &[KIRCHBERG.to_vec()]);
    let (estate, problems) = estate_geojson::read(&done.file).unwrap();
    assert_eq!(estate.buildings().count(), 32);
    assert_eq!(problems, []);
    let told = said(&done);
    let problems = told["problems"].as_array().unwrap();
    assert!(!problems.is_empty());
    assert!(
        problems
            .iter()
            .all(|one| one["zh-CN"].is_string() && one["en"].is_string())
    );
}

#[test]
fn a_page_asks_for_a_picture_of_any_size_and_for_paper_to_cut_out() {
    let picture = written_as(r#"{"do":"write","to":"png","lang":"en","points":"640x360"}"#);
    let side = |at: usize| u32::from_be_bytes(picture.file[at..at + 4].try_into().unwrap());
    assert_eq!((side(16), side(20)), (640, 360));
    let wrong = written_as(r#"{"do":"write","to":"png","lang":"en","points":"xwide"}"#);
    let fault = said(&wrong)["fault"]["en"].as_str().unwrap().to_owned();
    assert!(fault.contains("xwide") && fault.contains("1920x1080"), "{fault}");
    let paper = written_as(
        r#"{"do":"write","to":"pdf","lang":"en","scale":200,"paper":"A3","cutOut":"https://estate.example/?view=draw"}"#,
    );
    let words = pdf_reader::text(&paper.file);
    assert!(words.contains("To cut out · 1:200 (A3)"), "{words}");
}

/// Which percents are told while a map is read.
fn percents(name: &str, map: &[u8]) -> Vec<u8> {
    let mut told = Vec::new();
    let mut tell = |percent| told.push(percent);
    let job = format!(r#"{{"do":"read","name":"{name}"}}"#);
    let done = perform_telling(&job, &[map.to_vec()], &mut Meter::new(&mut tell));
    assert!(said(&done)["fault"].is_null(), "{}", done.said);
    told
}

#[test]
fn a_reading_tells_how_far_it_is_in_percents_that_rise_to_a_hundred() {
    let drawing = survey_maker::file(Kind::R2007);
    let answer = br#"{"elements":[{"type":"way","id":1,"tags":{"building":"yes"},"geometry":[
        {"lat":35.4,"lon":116.5},{"lat":35.4,"lon":116.501},{"lat":35.401,"lon":116.501},{"lat":35.4,"lon":116.5}]}]}"#;
    for (name, map, at_least) in [
        ("kirchberg.osm", KIRCHBERG, 60),
        ("survey.dxf", &drawing, 60),
        ("answer.json", answer, 2),
        ("estate.geojson", BEIMEN.as_bytes(), 60),
    ] {
        let told = percents(name, map);
        assert!(told.len() >= at_least, "{name}: {told:?}");
        assert!(told.is_sorted_by(|a, b| a < b), "{name}: {told:?}");
        assert_eq!(told.last(), Some(&100), "{name}");
    }
    // What cannot be read is never said to be done.
    let mut told = Vec::new();
    let mut tell = |percent| told.push(percent);
    let job = r#"{"do":"read","name":"a.osm"}"#;
    perform_telling(job, &[b"<osm><node".to_vec()], &mut Meter::new(&mut tell));
    assert!(!told.contains(&100), "{told:?}");
}

#[test]
fn every_format_that_is_offered_is_written() {
    for to in To::ALL {
        let done = written(to.word());
        assert!(said(&done)["fault"].is_null(), "{}: {}", to.word(), done.said);
        assert!(done.file.len() > 100, "{}", to.word());
    }
}

#[test]
fn a_job_that_makes_no_sense_is_a_sentence() {
    let jobs = [
        "",
        "{",
        "[]",
        r#"{"do":"fly"}"#,
        r#"{"do":"read","name":"a.osm"}"#,
        r#"{"do":"write","to":"doc"}"#,
    ];
    for job in jobs {
        let done = perform(job, &[]);
        assert!(said(&done)["fault"]["zh-CN"].is_string(), "{job}");
        assert!(done.file.is_empty());
    }
    for name in ["plan", "plan.png", "plan.dwg", "plan.osm", "plan.json"] {
        let job = format!(r#"{{"do":"read","name":"{name}"}}"#);
        assert!(
            said(&perform(&job, &[b"\0not a map".to_vec()]))["fault"]["en"].is_string(),
            "{name}"
        );
    }
}
