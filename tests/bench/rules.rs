//! What the rules cost natively, on the demo estate: printed as one JSON document for `run.mjs`. With
//! `design N` it prints the design of so many things instead that the browser's share is measured with;
//! with `folder PATH` what the designs in that folder cost, with `unmended PATH` without better places; with `scattered PATH N` it writes the first N of its
//! own designs there; with `report PATH` or `quick-report PATH` what `mulin check --json` prints of the designs of a
//! folder, with better places and without, so that one build is held against another.
//!
//! Things stand at seeded places all over Beimen; one of them is dragged in a circle and looked at
//! again at each step, as the page does while a hand moves.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use mulin::catalogue::{Catalogue, Form, KindId};
use mulin::cores::Cores;
use mulin::design::{Command, Design, Placement, PlacementId, stored};
use mulin::formats::project_folder;
use mulin::geometry::{Turn, WorldPt, WorldVec};
use mulin::project::{Project, ProjectFile};
use mulin::rules::{ALL, Checker, RULE_IDS, Survey, report};
use serde_json::json;

const KINDS: [&str; 10] = [
    "bench",
    "tree",
    "pavilion",
    "lamp",
    "bike-rack",
    "chess-table",
    "bay",
    "fitness-station",
    "charging-shed",
    "bin-station",
];
/// The estate's size in metres.
const SITE: (f64, f64) = (210.0, 205.0);
/// So many things stand on the estate; more stand beside it, as dense, so that those near the hand
/// are the same whatever their number.
const ON_SITE: usize = 1_000;

/// Numbers from a seed, from 0 to 1.
struct Seed(u64);

impl Seed {
    fn share(&mut self) -> f64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }
}

fn beimen() -> Project {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/beimen");
    let read = |name: &str| std::fs::read(folder.join(name)).expect("the demo project");
    let file = ProjectFile::read(&read("project.json")).expect("a project");
    project_folder::with_estate(file, &read("estate.geojson"))
        .expect("an estate")
        .0
}

fn thing(seed: &mut Seed, number: usize) -> Placement {
    let kind = KINDS[(seed.share() * KINDS.len() as f64) as usize];
    let kind = Catalogue::built_in()
        .kind(&KindId::new(kind))
        .expect("a kind of the catalogue");
    debug_assert_eq!(kind.form, Form::Rectangle);
    let beside = (number / ON_SITE) as f64 * (SITE.0 + 10.0);
    let at = WorldPt::new(seed.share() * SITE.0 + beside, seed.share() * SITE.1);
    Placement::new(
        PlacementId::new(&format!("p{number}")),
        kind,
        at,
        Turn::new(seed.share() * 360.0),
    )
}

/// So many things; more than a thousand stand outside, so that the neighbours of one are the same
/// whatever the number.
fn design(count: usize, seed: u64) -> Design {
    let mut seed = Seed(seed);
    let things = (0..count).map(|number| thing(&mut seed, number)).collect();
    Design::new("beimen", "00")
        .apply(&Command::Put(things))
        .expect("a design")
}

fn ms(began: Instant) -> f64 {
    began.elapsed().as_secs_f64() * 1_000.0
}

fn median(list: &mut [f64]) -> f64 {
    list.sort_by(f64::total_cmp);
    list[list.len() / 2]
}

/// The middle of the circle in which a thing is dragged.
const MIDDLE: WorldPt = WorldPt { x: 100.0, y: 95.0 };
/// Nothing else lies so near to the middle, in metres: there the hand takes up the dragged thing.
const CLEAR_M: f64 = 4.0;

/// The thing that is dragged, in the middle of the circle.
fn dragged() -> Placement {
    let mut one = thing(&mut Seed(3), 0);
    one.shape = one
        .shape
        .moved(MIDDLE - one.shape.centre())
        .expect("within reach");
    one
}

/// The design in which a thing is dragged, that thing in the middle.
fn around_the_dragged(count: usize) -> Design {
    let design = design(count, 7);
    let near = |thing: &&Arc<Placement>| thing.shape.centre().distance(MIDDLE) < CLEAR_M;
    let near = design
        .placements()
        .iter()
        .filter(near)
        .map(|thing| thing.id.clone());
    let near: Vec<PlacementId> = near.collect();
    let steps = [Command::Remove(near), Command::Put(vec![dragged()])];
    steps
        .iter()
        .fold(design, |design, step| design.apply(step).expect("a design"))
}

/// Looks at the dragged thing at each of 400 steps of a circle about the middle of the estate.
fn drag(survey: &Arc<Survey>, count: usize) -> serde_json::Value {
    let checker = Checker::on(survey.clone(), &around_the_dragged(count));
    let mut one = dragged();
    let mut took: Vec<f64> = (0..400)
        .map(|step| {
            let about = MIDDLE + WorldVec::toward(f64::from(step) * 0.9) * 20.0;
            one.shape = one.shape.moved(about - one.shape.centre()).expect("within reach");
            let held = [Arc::new(one.clone())];
            let began = Instant::now();
            std::hint::black_box(checker.preview(&held));
            ms(began)
        })
        .collect();
    let median = median(&mut took);
    json!({ "things": count, "median": median, "p95": took[took.len() * 95 / 100] })
}

/// Parts on all cores of the machine, as `mulin check` has them.
struct AllCores;

impl Cores for AllCores {
    fn parts<T: Send>(&self, count: usize, work: impl Fn(usize) -> T + Send + Sync) -> Vec<T> {
        let (next, done) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
        let one_after_another = || {
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                if at >= count {
                    break;
                }
                let part = work(at);
                done.lock().expect("no panic").push((at, part));
            }
        };
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        std::thread::scope(|scope| {
            (0..cores.min(count)).for_each(|_| drop(scope.spawn(one_after_another)));
        });
        let mut done = done.into_inner().expect("no panic");
        done.sort_by_key(|(at, _)| *at);
        done.into_iter().map(|(_, part)| part).collect()
    }
}

/// A whole check of a design, its slow rules apart: as `mulin check` does it, on all cores.
fn from_nothing(survey: &Arc<Survey>, count: usize) -> serde_json::Value {
    let design = design(count, 11);
    let mut near: Vec<f64> = Vec::new();
    let mut far: Vec<f64> = Vec::new();
    // The first time the estate's own answer is reckoned.
    survey.ask_far(&Design::new("beimen", "00"));
    for _ in 0..3 {
        let began = Instant::now();
        let mut checker = Checker::on_cores(survey.clone(), &design, &AllCores);
        near.push(ms(began));
        let began = Instant::now();
        checker.ask_far_on(&AllCores);
        far.push(ms(began));
    }
    json!({ "things": count, "near": median(&mut near), "far": median(&mut far) })
}

/// What each slow rule takes for a design, alone, the estate's own answer known.
fn by_rule(project: &Project, count: usize) -> serde_json::Value {
    let design = design(count, 11);
    let empty = Design::new("beimen", "00");
    let far = ALL.iter().filter(|rule| rule.is_far());
    let rows = far.map(|rule| {
        let mut alone = project.clone();
        alone.file.rules.off = RULE_IDS
            .iter()
            .filter(|id| **id != rule.id)
            .map(|id| (*id).to_owned())
            .collect();
        let survey = Survey::new(&alone);
        let began = Instant::now();
        std::hint::black_box(survey.ask_far(&empty));
        let first = ms(began);
        let mut took: Vec<f64> = (0..3)
            .map(|_| {
                let began = Instant::now();
                std::hint::black_box(survey.ask_far(&design));
                ms(began)
            })
            .collect();
        (
            rule.id.to_owned(),
            json!({ "first": first, "again": median(&mut took) }),
        )
    });
    json!({ "things": count, "rules": rows.collect::<serde_json::Map<_, _>>() })
}

/// Most of a minute is not spent on designs, however slow a rule is.
const LONGEST: Duration = Duration::from_secs(15);

/// Designs a second, as `mulin check --json` does it: read, checked with every rule, better places sought,
/// written. And what of that takes how many milliseconds a design.
fn designs_a_second(survey: &Arc<Survey>, bytes: &[Vec<u8>], mends: bool) -> serde_json::Value {
    let mut parts = [0.0; 5];
    // What is reckoned once for a project is not a design's.
    survey.ask_far(&stored::read(&bytes[0]).expect("a design").0);
    let (mut checked, mut things, mut found, mut mended) = (0, 0, 0, 0);
    let began = Instant::now();
    for bytes in bytes {
        if began.elapsed() > LONGEST {
            break;
        }
        let began_reading = Instant::now();
        let (design, _) = stored::read(bytes).expect("a design");
        parts[0] += ms(began_reading);
        let began = Instant::now();
        let mut checker = Checker::on(survey.clone(), &design);
        parts[1] += ms(began);
        let began = Instant::now();
        checker.ask_far();
        parts[2] += ms(began);
        let began = Instant::now();
        let findings = match mends {
            true => checker.findings_with_fixes(),
            false => checker.findings().into_iter().cloned().collect(),
        };
        parts[3] += ms(began);
        let began = Instant::now();
        std::hint::black_box(report(&checker, &findings, "00").to_string());
        parts[4] += ms(began);
        checked += 1;
        things += design.placements().len();
        found += findings.len();
        mended += findings.iter().filter(|finding| finding.fix.is_some()).count();
    }
    let each = |sum: f64| sum / f64::from(checked);
    let took = began.elapsed().as_secs_f64();
    json!({
        "checked": checked,
        "a_second": f64::from(checked) / took,
        "a_second_without_mends": f64::from(checked) / (took - parts[3] / 1_000.0),
        "things": each(things as f64),
        "findings": each(found as f64),
        "mends": each(mended as f64),
        "parts": {
            "read": each(parts[0]),
            "near and whole rules": each(parts[1]),
            "slow rules": each(parts[2]),
            "better places": each(parts[3]),
            "written in both languages": each(parts[4]),
        },
    })
}

/// Designs at seeded places, full of faults.
fn scattered() -> Vec<Vec<u8>> {
    let numbers = 0..1_000;
    numbers
        .map(|number| stored::write(&design(30, 100 + number)))
        .collect()
}

/// The designs of a folder, as `mulin demo` writes them.
fn in_folder(folder: &Path) -> Vec<Vec<u8>> {
    let files = std::fs::read_dir(folder).expect("a folder of designs");
    let mut paths: Vec<_> = files.map(|file| file.expect("a file").path()).collect();
    paths.sort();
    paths
        .into_iter()
        .map(|path| std::fs::read(path).expect("a design"))
        .collect()
}

/// What is printed of each design, a line each.
fn print_reports(all: &[Vec<u8>], mends: bool) {
    let survey = Survey::new(&beimen());
    for bytes in all {
        let (design, _) = stored::read(bytes).expect("a design");
        let mut checker = Checker::on(survey.clone(), &design);
        checker.ask_far();
        let findings = match mends {
            true => checker.findings_with_fixes(),
            false => checker.findings().into_iter().cloned().collect(),
        };
        println!("{}", report(&checker, &findings, ""));
    }
}

fn main() {
    let told: Vec<String> = std::env::args().skip(1).collect();
    if let [what, folder] = told.as_slice()
        && ["folder", "unmended"].contains(&what.as_str())
    {
        let survey = Survey::new(&beimen());
        let bytes = in_folder(Path::new(folder));
        println!("{}", designs_a_second(&survey, &bytes, what == "folder"));
        return;
    }
    if let [what, folder] = told.as_slice()
        && ["report", "quick-report"].contains(&what.as_str())
    {
        print_reports(&in_folder(Path::new(folder)), what == "report");
        return;
    }
    if let [what, folder, count] = told.as_slice()
        && what == "scattered"
    {
        let many = count.parse().expect("a number of designs");
        for (number, bytes) in scattered().iter().take(many).enumerate() {
            std::fs::write(Path::new(folder).join(format!("{number}.json")), bytes).expect("a folder");
        }
        return;
    }
    if let [what, count] = told.as_slice()
        && what == "design"
    {
        let design = around_the_dragged(count.parse().expect("a number of things"));
        println!("{}", String::from_utf8_lossy(&stored::write(&design)));
        return;
    }
    let project = beimen();
    let began = Instant::now();
    let survey = Survey::new(&project);
    let surveyed = ms(began);
    let report = json!({
        "survey": surveyed,
        "drag": [drag(&survey, 100), drag(&survey, 1_000), drag(&survey, 10_000)],
        "whole": [from_nothing(&survey, 30), from_nothing(&survey, 1_000)],
        "far": [by_rule(&project, 30), by_rule(&project, 300)],
        "designs": designs_a_second(&survey, &scattered(), true),
    });
    println!("{report}");
}
