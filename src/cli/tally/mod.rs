//! `mulin tally`: many designs, counted; where they agree, who has spoken, and every thing for other engines.

mod geoparquet;
mod lean;
mod objects;
mod replies;
mod rows;

use std::borrow::Cow;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::OnceLock;
use std::sync::mpsc::channel;

use clap::Args as ClapArgs;
use rayon::prelude::*;
use serde::ser::Error;
use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::agreement::{
    Agreement, Columns, Coverage, Grouping, HotSpot, Known, Vote, contours, contours_geojson, coverage,
    density, hot_spots, levels,
};
use crate::catalogue::KindId;
use crate::formats::document::Document;
use crate::formats::sheet;
use crate::project::Project;
use crate::report::{Round, report};
use crate::rules::Survey;
use crate::tally::{Counted, Drawing, KindCount, Summary, shown_count};
use crate::text::Message;

use super::all_cores::AllCores;
use super::export::FONT;
use super::gather::gathered;
use super::round::RoundArgs;
use super::{Stop, tell, terminal_lang, warn};

use lean::{Counting, Round as Lean};
use objects::ObjectRow;

/// Lines of equal density a kind.
const LEVELS: usize = 6;
/// Hot spots that are told a kind.
const SPOTS_A_KIND: usize = 20;

/// What `mulin tally` is told.
#[derive(Debug, ClapArgs)]
pub struct Args {
    #[command(flatten)]
    round: RoundArgs,
    /// The file to write; otherwise it is printed
    #[arg(short)]
    output: Option<PathBuf>,
    /// Write lines of equal density of every kind here, as GeoJSON
    #[arg(long)]
    contours: Option<PathBuf>,
    /// Write every thing of every design here, as CSV
    #[arg(long)]
    csv: Option<PathBuf>,
    /// Write every thing of every design here, as GeoParquet
    #[arg(long)]
    geoparquet: Option<PathBuf>,
    /// Write a report here: maps, tables, method, what is uncertain; as PDF where the name ends so, else as HTML that stands alone
    #[arg(long)]
    report: Option<PathBuf>,
    /// Name no design and say no count below 5, nor what would tell one: for what leaves the office
    #[arg(long)]
    public: bool,
}

/// Counts the designs of a store. What cannot be used is set aside, and the summary says so.
pub fn run(args: &Args) -> Result<ExitCode, Stop> {
    if args.public && (args.csv.is_some() || args.geoparquet.is_some()) {
        return Err(Stop(Message::new("cli-public-rows")));
    }
    let project = args.round.project()?;
    let counting = Counting {
        survey: Survey::new(&project),
        with_details: args.csv.is_some() || args.geoparquet.is_some(),
    };
    let empty = || Lean::new(&project.file.id, &counting);
    let mut read = gathered(&args.round.stores, &empty)?.whole();
    let drawings = read.collection.drawings();
    let (columns, counted) = read.counted(&drawings);
    if !counting.with_details {
        read.forget_things();
    }
    // What leaves the office repeats no word that somebody made up.
    let known = Known::of(&project);
    let (said, laid) = match args.public {
        true => (known.drawings(&drawings), known.columns(&columns)),
        false => ((&drawings[..]).into(), Cow::Borrowed(&columns)),
    };
    let seen = Seen {
        args,
        project: &project,
        read: &read,
        drawings: &said,
        counted: &counted,
        columns: &laid,
    };
    seen.documents()?;
    if let Some(path) = &args.output {
        let standing = read.collection.standing();
        let done = Message::new("cli-tallied")
            .with("received", standing.received)
            .with("aside", standing.set_aside)
            .with("path", path.display().to_string());
        tell(&done);
    }
    // The program ends here, and its memory with it: piece by piece it takes as long as reading did.
    std::mem::forget((said, laid));
    std::mem::forget((read, drawings, columns));
    Ok(ExitCode::SUCCESS)
}

/// What all designs say together.
struct Agreed {
    grouping: Grouping,
    spots: Vec<HotSpot>,
    coverage: Coverage,
}

/// A part of a document that is waited for once its place is reached; none is a fault.
struct Awaited<F>(F);

impl<T: Serialize, F: Fn() -> Option<T>> Serialize for Awaited<F> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let came = (self.0)().ok_or_else(|| S::Error::custom("nothing came"))?;
        came.serialize(to)
    }
}

/// A round that was read and counted, from which documents are written.
struct Seen<'a> {
    args: &'a Args,
    project: &'a Project,
    read: &'a Lean<'a>,
    drawings: &'a [Drawing],
    counted: &'a [Counted],
    columns: &'a Columns,
}

impl Seen<'_> {
    /// All documents. The summary says first what was counted, and is begun while it is reckoned where designs agree.
    fn documents(&self) -> Result<(), Stop> {
        let agreed = OnceLock::new();
        let (reckoning, reckoned) = channel::<()>();
        std::thread::scope(|scope| {
            let agreed = &agreed;
            let summary = scope.spawn(move || {
                self.summary(|| {
                    // Nothing is ever sent: that its sender has gone says that it is done, or that it never will be.
                    let _ = reckoned.recv();
                    agreed.get()
                })
            });
            let known = agreed.get_or_init(|| self.agreed());
            drop(reckoning);
            let further = self.further_documents(known);
            let summary = summary
                .join()
                .unwrap_or_else(|why| std::panic::resume_unwind(why));
            further.and(summary)
        })
    }

    /// What is reckoned of all designs, on all cores.
    fn agreed(&self) -> Agreed {
        let (estate, round) = (&self.project.estate, &self.args.round);
        let (spots, coverage) = rayon::join(
            || spots(self.columns, self.project, round.bandwidth),
            || coverage(estate, self.drawings),
        );
        Agreed {
            grouping: Grouping::by_likeness_on(&AllCores, self.columns, estate.bounds(), round.seed),
            spots,
            coverage,
        }
    }

    /// The summary, into its file or onto stdout.
    fn summary<'b>(&self, agreed: impl Fn() -> Option<&'b Agreed>) -> Result<(), Stop> {
        let (public, bandwidth) = (self.args.public, self.args.round.bandwidth);
        let summary = Summary {
            collection: &self.read.collection,
            drawings: self.drawings,
            counted: self.counted,
            kinds: &self.columns.kind_counts(),
            agreement: Some(Awaited(|| {
                let Agreed {
                    grouping,
                    spots,
                    coverage,
                } = agreed()?;
                Some(Agreement {
                    columns: self.columns,
                    spots,
                    grouping,
                    coverage,
                    bandwidth,
                    public,
                })
            })),
            public,
        };
        match &self.args.output {
            Some(path) => {
                let unwritable = |why: std::io::Error| Stop::at("cli-unwritable", path, &why);
                let mut file = BufWriter::with_capacity(1 << 20, File::create(path).map_err(unwritable)?);
                rows::write(&mut file, &summary).map_err(|why| unwritable(why.into()))?;
                file.write_all(b"\n")
                    .and_then(|()| file.flush())
                    .map_err(unwritable)
            }
            None => {
                // That its reader has gone, as in `mulin tally … | head`, is no fault.
                let mut out = BufWriter::new(std::io::stdout().lock());
                let _ = rows::write(&mut out, &summary);
                let _ = out.write_all(b"\n").and_then(|()| out.flush());
                Ok(())
            }
        }
    }

    /// Lines of equal density, rows and the report, where they were asked for.
    fn further_documents(&self, agreed: &Agreed) -> Result<(), Stop> {
        let (args, project, bandwidth) = (self.args, self.project, self.args.round.bandwidth);
        let rows = || objects::rows(self.drawings, self.read, project, self.columns, &agreed.grouping);
        if let Some(path) = &args.contours {
            let lines = isolines(self.columns, project, bandwidth, args.public);
            written(path, format!("{lines}\n").as_bytes())?;
        }
        if let Some(path) = &args.csv {
            let unwritable = |why: std::io::Error| Stop::at("cli-unwritable", path, &why);
            let file = File::create(path).map_err(unwritable)?;
            objects::csv(rows(), BufWriter::new(file)).map_err(unwritable)?;
        }
        if let Some(path) = &args.geoparquet {
            parquet(path, rows(), project.estate.frame.is_some())?;
        }
        if let Some(path) = &args.report {
            let adopted = replies::adopted(&args.round.stores, self.drawings, &project.file.id)?;
            let round = Round {
                project,
                standing: self.read.collection.standing(),
                drawings: self.drawings,
                columns: self.columns,
                grouping: &agreed.grouping,
                coverage: &agreed.coverage,
                bandwidth,
                adoption: adopted.as_deref(),
                day: "",
            };
            written(path, &report_file(path, &report(&round, terminal_lang()))?)?;
        }
        Ok(())
    }
}

/// The report as the file's name says: PDF, or HTML.
fn report_file(path: &Path, document: &Document) -> Result<Vec<u8>, Stop> {
    if !path
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("pdf"))
    {
        return Ok(document.html().into_bytes());
    }
    let printed = sheet::document(document, FONT).map_err(|fault| Stop(fault.message()))?;
    for problem in &printed.problems {
        warn(&problem.sentence());
    }
    Ok(printed.bytes)
}

fn written(path: &Path, bytes: &[u8]) -> Result<(), Stop> {
    std::fs::write(path, bytes).map_err(|why| Stop::at("cli-unwritable", path, &why))
}

/// The hot spots of every kind, kinds on all cores.
fn spots(columns: &Columns, project: &Project, bandwidth: f64) -> Vec<HotSpot> {
    let bounds = project.estate.bounds();
    let of_kind = |kind: &_| {
        let mut spots = hot_spots(columns, kind, bounds, bandwidth);
        spots.truncate(SPOTS_A_KIND);
        spots
    };
    columns.kinds().par_iter().flat_map_iter(of_kind).collect()
}

/// Lines of equal density of every kind; in public only of those that are not few designs' alone, since lines show the place.
fn isolines(columns: &Columns, project: &Project, bandwidth: f64, public: bool) -> Value {
    let bounds = project.estate.bounds();
    let of_kind = |kind: &KindId| {
        let raster = density(columns, kind, bounds, bandwidth, Vote::Designs, None);
        (kind.clone(), contours(&raster, &levels(&raster, LEVELS)))
    };
    let counts = columns.kind_counts();
    let is_told = |count: &&KindCount| !public || shown_count(count.designs).is_number();
    let mut kinds: Vec<&KindId> = counts.iter().filter(is_told).map(|count| &count.kind).collect();
    kinds.sort();
    let lines: Vec<_> = kinds.into_par_iter().map(of_kind).collect();
    contours_geojson(&lines, project.estate.frame, bandwidth, columns.designs())
}

fn parquet(path: &Path, rows: impl Iterator<Item = ObjectRow>, on_earth: bool) -> Result<(), Stop> {
    let file = File::create(path).map_err(|why| Stop::at("cli-unwritable", path, &why))?;
    geoparquet::write(rows, on_earth, file)
        .map_err(|why| Stop::at("cli-unwritable", path, &why.to_string()))?;
    Ok(())
}
