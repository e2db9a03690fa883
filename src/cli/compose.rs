//! `mulin compose`: plans composed from the designs of a store.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args as ClapArgs;

use crate::agreement::{Composition, Grouping, Limits, Sketch, Sketches, compose_on, composition_json};
use crate::design::{Design, stored};
use crate::rules::Survey;
use crate::text::{Message, say};

use super::all_cores::AllCores;
use super::gather::{Keeps, Kept, KindNames, gathered};
use super::round::RoundArgs;
use super::{Stop, tell, terminal_lang, warn};

/// What `mulin compose` is told.
#[derive(Debug, ClapArgs)]
pub struct Args {
    #[command(flatten)]
    round: RoundArgs,
    /// The file for the first plan; further ones go beside it, as PLAN-2.json …
    #[arg(short)]
    output: PathBuf,
    /// Write the measures, and who is behind each thing, here; it names designs, so it is for planners
    #[arg(long)]
    report: Option<PathBuf>,
    /// How many plans; each has at most half of its things from those before it
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u8).range(1..=9))]
    proposals: u8,
    /// Yuan that may be spent, in place of the project's budget
    #[arg(long)]
    budget: Option<f64>,
}

/// Keeps of each design what stands in it in which form, and which drawing it belongs to.
struct Sketching;

impl Keeps for Sketching {
    type Part = Sketch;

    fn part(&self, design: &Design, kinds: &mut KindNames) -> Sketch {
        Sketch::sharing(design, |kind| kinds.shared(kind))
    }
    fn head(&self, design: Design) -> Design {
        design.bonds()
    }
}

/// Composes and writes. Exit 0 with a plan, 1 where nothing could be composed, which is said.
pub fn run(args: &Args) -> Result<ExitCode, Stop> {
    let mut project = args.round.project()?;
    if args.budget.is_some() {
        project.file.budget = args.budget;
    }
    let read = gathered(&args.round.stores, &|| Kept::new(&project.file.id, &Sketching))?.whole();
    tell(&read.collection.standing().said());
    let sketches = Sketches::of(read.into_standing());
    let bounds = project.estate.bounds();
    let grouping = Grouping::by_likeness_on(&AllCores, sketches.columns(), bounds, args.round.seed);
    let title = |n: u8| {
        say(
            terminal_lang(),
            &Message::new("compose-title").with("n", usize::from(n)),
        )
    };
    let limits = Limits {
        proposals: usize::from(args.proposals),
        bandwidth: args.round.bandwidth,
        titles: (1..=args.proposals).map(title).collect(),
    };
    let composition = compose_on(
        AllCores,
        &project,
        Survey::new(&project),
        sketches,
        grouping,
        limits,
    );
    if let Some(path) = &args.report {
        written(path, format!("{:#}\n", composition_json(&composition)).as_bytes())?;
    }
    if let Some(why) = composition.nothing {
        warn(&why.message(project.file.budget.unwrap_or_default()));
        return Ok(ExitCode::from(1));
    }
    plans(args, &composition)?;
    Ok(ExitCode::SUCCESS)
}

fn plans(args: &Args, composition: &Composition) -> Result<(), Stop> {
    let best = composition
        .best_single
        .as_ref()
        .map_or(0.0, |(_, support)| support.mean());
    for (at, proposal) in composition.proposals.iter().enumerate() {
        let path = match at {
            0 => args.output.clone(),
            _ => numbered(&args.output, at + 1),
        };
        written(&path, &stored::write(&proposal.design))?;
        let done = Message::new("cli-composed")
            .with("title", proposal.design.title.as_str())
            .with("things", proposal.design.placements().len())
            .number("cost", proposal.totals.cost, 0)
            .number("support", proposal.support.mean() * 100.0, 1)
            .with("better", if proposal.beats_singles { "yes" } else { "no" })
            .with("singles", composition.singles)
            .number("best", best * 100.0, 1)
            .with("breaks", composition.best_single_breaks)
            .with("path", path.display().to_string());
        tell(&done);
    }
    Ok(())
}

/// `PLAN.json` with a number: `PLAN-2.json`.
fn numbered(path: &Path, number: usize) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path
        .extension()
        .map(|ending| format!(".{}", ending.to_string_lossy()))
        .unwrap_or_default();
    path.with_file_name(format!("{stem}-{number}{ending}"))
}

fn written(path: &Path, bytes: &[u8]) -> Result<(), Stop> {
    std::fs::write(path, bytes).map_err(|why| Stop::at("cli-unwritable", path, &why))
}
