//! Parts of the measurements of many designs, natively; tests/bench/agreement.mjs puts them together.
//!
//!   bench_agreement make STORE COUNT SEED            a store of so many designs of 20 things: designs/HASH.json
//!   bench_agreement zip FILE COUNT SEED              the same designs in one zip, not compressed
//!   bench_agreement benches FILE COUNT SEED PROJECT  the same, all things benches, on another project's ground; and
//!                                                    FILE.points: east of all, then north, as 32-bit numbers
//!   bench_agreement parse STORE|FILE                 reads and parses the same bytes with serde_json alone, on all cores
//!   bench_agreement kernels COUNT SEED               density against a bare loop, and groups; as JSON

use std::fs::File;
use std::hint::black_box;
use std::io::{BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use mulin::agreement::{Chance, Columns, Grouping, Vote, density};
use mulin::catalogue::{Catalogue, KindId};
use mulin::design::stored::{self, DesignName};
use mulin::design::{Author, Command, Design, Placement, PlacementId, Wish, WishId};
use mulin::formats::project_folder;
use mulin::geometry::{Bounds, Turn, WorldPt};
use mulin::project::{Project, ProjectFile};
use rayon::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

const KINDS: [&str; 8] = [
    "bench",
    "tree",
    "lamp",
    "pavilion",
    "chess-table",
    "table-tennis",
    "flower-bed",
    "bike-rack",
];
const BEIMEN: &str = "public/beimen";
const THINGS: usize = 20;
const AGES: [&str; 4] = ["0-17", "18-35", "36-59", "60+"];
/// Designs that are made at once; the rest of a million is not held.
const LOT: usize = 10_000;

/// What designs are made for: a project's ground, and the kinds that are drawn on it.
struct Round<'a> {
    project: String,
    bounds: Bounds,
    kinds: &'a [&'a str],
    seed: u64,
}

fn project(folder: &str) -> Project {
    let read = |name: &str| std::fs::read(format!("{folder}/{name}")).expect("the project");
    let file = ProjectFile::read(&read("project.json")).expect("project.json");
    let estate = read(&file.estate);
    project_folder::with_estate(file, &estate).expect("the estate").0
}

impl<'a> Round<'a> {
    fn on(folder: &str, kinds: &'a [&'a str], seed: u64) -> Self {
        let project = project(folder);
        Self {
            bounds: project.estate.bounds(),
            project: project.file.id,
            kinds,
            seed,
        }
    }
}

/// A design of so many things, most of them about one of forty places that are planted for its kind, and one in three
/// with a wish. The same for the same seed and number, whichever core makes it.
fn design(number: usize, round: &Round) -> Design {
    let bounds = round.bounds;
    let mut chance = Chance::new(round.seed ^ (number as u64) << 20);
    let things = (0..THINGS).map(|at| {
        let kind = Catalogue::built_in()
            .kind(&KindId::new(round.kinds[chance.below(round.kinds.len())]))
            .expect("a kind");
        let place = chance.below(40) as f64;
        let x = bounds.min.x + bounds.width() * (0.1 + 0.8 * ((place * 0.618).fract()));
        let y = bounds.min.y + bounds.height() * (0.1 + 0.8 * ((place * 0.414).fract()));
        let mut off = || chance.between(-6.0, 6.0) + chance.between(-6.0, 6.0);
        let centre = WorldPt::new(x + off(), y + off());
        Placement::new(
            PlacementId::new(&format!("p{at}")),
            kind,
            centre,
            Turn::new(chance.between(0.0, 180.0)),
        )
    });
    let things: Vec<Placement> = things.collect();
    let mut design = Design::new(
        &round.project,
        &format!("{:016x}{number:016x}", chance.below(1 << 60)),
    );
    let minute = number % 60;
    design.drawn = format!(
        "2026-11-{:02}T{:02}:{minute:02}:00+08:00",
        1 + number / 60 % 28,
        8 + number % 12
    );
    let by = Author {
        building: (1 + chance.below(12)).to_string(),
        age: AGES[chance.below(AGES.len())].to_owned(),
        ..Author::default()
    };
    let mut commands = vec![Command::Put(things), Command::SetAuthor(by)];
    if number.is_multiple_of(3) {
        commands.push(Command::PutWish(Wish {
            id: WishId::new("w1"),
            text: "长椅要有靠背，晚上要有灯".to_owned(),
            topic: "seats".to_owned(),
            at: None,
            extra: Default::default(),
        }));
    }
    design.apply(&Command::All(commands)).expect("a design")
}

/// The bytes of all designs with their names, a lot at a time, made on all cores.
fn lots<'a>(count: usize, round: &'a Round) -> impl Iterator<Item = Vec<(String, Vec<u8>)>> + 'a {
    (0..count).step_by(LOT).map(move |from| {
        let one = |number| {
            let bytes = stored::write(&design(number, round));
            (format!("{}.json", DesignName::of(&bytes)), bytes)
        };
        (from..count.min(from + LOT)).into_par_iter().map(one).collect()
    })
}

fn make(store: &Path, count: usize, round: &Round) {
    let folder = store.join("designs");
    std::fs::create_dir_all(&folder).expect("a folder");
    for lot in lots(count, round) {
        lot.par_iter()
            .for_each(|(name, bytes)| std::fs::write(folder.join(name), bytes).expect("a file"));
    }
}

fn zipped(file: &Path, count: usize, round: &Round) {
    let mut zip = ZipWriter::new(BufWriter::new(File::create(file).expect("a file")));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in lots(count, round).flatten() {
        zip.start_file(format!("designs/{name}"), options)
            .expect("an entry");
        zip.write_all(&bytes).expect("an entry");
    }
    zip.finish().expect("a zip").flush().expect("a zip");
}

/// Where all things of the designs are, as a page reads it into typed arrays.
fn points(file: &Path, count: usize, round: &Round) {
    let mut places: [Vec<u8>; 2] = Default::default();
    for number in 0..count {
        for thing in design(number, round).placements() {
            let at = thing.shape.centre();
            places[0].extend((at.x as f32).to_le_bytes());
            places[1].extend((at.y as f32).to_le_bytes());
        }
    }
    let name = format!("{}.points", file.display());
    std::fs::write(name, places.concat()).expect("a file");
}

fn parsed(bytes: &[u8]) -> usize {
    let value: serde_json::Value = serde_json::from_slice(bytes).expect("JSON");
    black_box(value.as_object().map_or(0, |members| members.len()))
}

/// What any reader does at least: every file read and parsed, on all cores.
fn parse(store: &Path) -> usize {
    if store.is_file() {
        return parse_zip(store);
    }
    let entries = std::fs::read_dir(store.join("designs")).expect("a folder");
    let files: Vec<PathBuf> = entries.map(|entry| entry.expect("a file").path()).collect();
    files
        .par_iter()
        .map(|file| parsed(&std::fs::read(file).expect("a file")))
        .sum()
}

fn parse_zip(file: &Path) -> usize {
    let cores = rayon::current_num_threads();
    let part = |core: usize| {
        let opened = std::io::BufReader::new(File::open(file).expect("a file"));
        let mut zip = ZipArchive::new(opened).expect("a zip");
        let part = zip.len().div_ceil(cores);
        let mut bytes = Vec::new();
        let range = core * part..zip.len().min((core + 1) * part);
        range
            .map(|at| {
                bytes.clear();
                zip.by_index(at)
                    .expect("an entry")
                    .read_to_end(&mut bytes)
                    .expect("an entry");
                parsed(&bytes)
            })
            .sum::<usize>()
    };
    (0..cores).into_par_iter().map(part).sum()
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let began = Instant::now();
    let done = work();
    (done, began.elapsed().as_secs_f64() * 1_000.0)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Density of one kind on a grid, against the nearest cell of the same grid and a blur as far.
fn kernels(count: usize, seed: u64) {
    const BANDWIDTH: f64 = 4.0;
    let round = Round::on(BEIMEN, &KINDS, seed);
    let bounds = round.bounds;
    let designs: Vec<(DesignName, Design)> = lots(count, &round)
        .flatten()
        .map(|(_, bytes)| (DesignName::of(&bytes), stored::read(&bytes).expect("a design").0))
        .collect();
    let columns = Columns::of_designs(designs.iter().map(|(name, design)| (*name, design)));
    let bench = KindId::new("bench");
    let rows = columns.of_kind(&bench);
    let own = || density(&columns, &bench, bounds, BANDWIDTH, Vote::Things, None);
    let grid = own();
    let (mut bare, mut ours) = (Vec::new(), Vec::new());
    for _ in 0..7 {
        bare.push(timed(|| black_box(bare_density(rows.x, rows.y, &grid, BANDWIDTH))).1);
        ours.push(timed(|| black_box(own())).1);
    }
    let (groups, grouped) = timed(|| Grouping::by_likeness(&columns, bounds, 1));
    let (bare, ours) = (median(bare), median(ours));
    println!(
        "{}",
        serde_json::json!({
            "designs": count, "points": rows.len(), "grid": [grid.columns, grid.rows],
            "density": ours, "bare": bare, "ratio": ours / bare,
            "groups": groups.count(), "grouping": grouped,
        })
    );
}

/// The nearest cell and two passes of a Gaussian of the same deviation out to as many cells: what a bare loop does.
fn bare_density(x: &[f32], y: &[f32], like: &mulin::agreement::Raster, deviation: f64) -> Vec<f32> {
    let (columns, rows) = (like.columns, like.rows);
    let (x0, y0, cell) = (like.origin.x as f32, like.origin.y as f32, like.cell as f32);
    let mut grid = vec![0.0_f32; columns * rows];
    for (x, y) in x.iter().zip(y) {
        let (u, v) = (((x - x0) / cell) as usize, ((y - y0) / cell) as usize);
        if u < columns && v < rows {
            grid[v * columns + u] += 1.0;
        }
    }
    let deviation = deviation as f32 / cell;
    let reach = (4.0 * deviation).ceil() as usize;
    let kernel: Vec<f32> = (0..=reach)
        .map(|step| (-0.5 * (step as f32 / deviation).powi(2)).exp())
        .collect();
    let mut along = vec![0.0_f32; grid.len()];
    for (from, to) in grid.chunks(columns).zip(along.chunks_mut(columns)) {
        for (at, to) in to.iter_mut().enumerate() {
            let (first, last) = (at.saturating_sub(reach), (at + reach).min(columns - 1));
            *to = (first..=last)
                .map(|other| kernel[at.abs_diff(other)] * from[other])
                .sum();
        }
    }
    grid.fill(0.0);
    for row in 0..rows {
        for other in row.saturating_sub(reach)..=(row + reach).min(rows - 1) {
            let share = kernel[row.abs_diff(other)];
            for column in 0..columns {
                grid[row * columns + column] += share * along[other * columns + column];
            }
        }
    }
    grid
}

fn main() {
    let told: Vec<String> = std::env::args().skip(1).collect();
    let told: Vec<&str> = told.iter().map(String::as_str).collect();
    let number = |text: &str| text.parse::<usize>().expect("a number");
    let round = |seed: &str| Round::on(BEIMEN, &KINDS, number(seed) as u64);
    match told.as_slice() {
        ["make", store, count, seed] => make(Path::new(store), number(count), &round(seed)),
        ["zip", file, count, seed] => zipped(Path::new(file), number(count), &round(seed)),
        ["benches", file, count, seed, project] => {
            let round = Round::on(project, &["bench"], number(seed) as u64);
            zipped(Path::new(file), number(count), &round);
            points(Path::new(file), number(count), &round);
        }
        ["parse", store] => drop(black_box(parse(Path::new(store)))),
        ["kernels", count, seed] => kernels(number(count), number(seed) as u64),
        _ => panic!("make, zip, benches, parse or kernels"),
    }
}
