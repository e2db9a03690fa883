//! `mulin check`: what the rules say of a design, or of each design of a folder, on a project.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args as ClapArgs;

use crate::cores::{Cores, OneCore};
use crate::design::Design;
use crate::design::stored::DesignName;
use crate::rules::{Checker, Finding, Severity, Survey, report};
use crate::text::{Message, say};

use super::all_cores::AllCores;
use super::documents::{design_in, designs_in, project_in};
use super::{Stop, put, tell, terminal_lang, warn};

/// What `mulin check` is told.
#[derive(Debug, ClapArgs)]
pub struct Args {
    /// The design's document, or a folder of them
    design: PathBuf,
    /// The project's folder, with project.json
    #[arg(long)]
    project: PathBuf,
    /// Print the findings as one JSON document; of a folder, one document a line
    #[arg(long)]
    json: bool,
    /// Look for no changes that would end the findings, which takes most of the time
    #[arg(long)]
    no_fixes: bool,
    /// Ask only the rules that answer while one draws, not those that drive, walk and follow the sun
    #[arg(long)]
    quick: bool,
}

/// So many designs of a folder are read before they are checked together, and their findings printed in order.
const A_LOT: usize = 64;

/// Checks a design, or each of a folder on a project that is surveyed once. Exit 0 without a
/// must-finding, 1 with one; 2 where a document cannot be used: of a folder, the others are checked
/// all the same. What could not be read of a document goes to stderr, one sentence a line.
pub fn run(args: &Args) -> Result<ExitCode, Stop> {
    let project = project_in(&args.project)?;
    let survey = Survey::new(&project);
    if !args.design.is_dir() {
        let (name, design) = design_in(&args.design, &project)?;
        let checked = check(args, &survey, &AllCores, &name, &design);
        checked.put();
        return Ok(ExitCode::from(u8::from(checked.must)));
    }
    let mut exit = 0;
    for files in designs_in(&args.design)?.chunks(A_LOT) {
        let mut read = Vec::new();
        for file in files {
            match design_in(file, &project) {
                Ok((name, design)) => read.push((file, name, design)),
                Err(Stop(message)) => {
                    warn(&message);
                    exit = 2;
                }
            }
        }
        // A core checks a whole design: that takes less than all cores for one after another.
        let checked = AllCores.parts(read.len(), |at| {
            let (_, name, design) = &read[at];
            check(args, &survey, &OneCore, name, design)
        });
        for ((file, ..), checked) in read.iter().zip(checked) {
            if !args.json {
                tell(&Message::new("cli-check-design").with("path", file.display().to_string()));
            }
            checked.put();
            exit = exit.max(u8::from(checked.must));
        }
    }
    Ok(ExitCode::from(exit))
}

/// What is printed of a design.
struct Checked {
    text: String,
    /// Whether anything must be mended.
    must: bool,
}

impl Checked {
    fn put(&self) {
        put(&self.text);
    }
}

/// Checks one design.
fn check(
    args: &Args,
    survey: &Arc<Survey>,
    cores: &impl Cores,
    name: &DesignName,
    design: &Design,
) -> Checked {
    let mut checker = Checker::on_cores(survey.clone(), design, cores);
    if !args.quick {
        checker.ask_far_on(cores);
    }
    // Sentences alone are printed without fixes, so none are sought for them.
    let findings = match args.json && !args.no_fixes {
        true => checker.findings_with_fixes_on(cores),
        false => checker.findings().into_iter().cloned().collect(),
    };
    Checked {
        text: match args.json {
            true => format!("{}\n", report(&checker, &findings, &name.to_string())),
            false => sentences(&findings, survey),
        },
        must: findings.iter().any(|finding| finding.severity == Severity::Must),
    }
}

/// Each finding in a line, and how many there are.
fn sentences(findings: &[Finding], survey: &Survey) -> String {
    let lines = findings.iter().map(|finding| {
        Message::new("cli-check-finding")
            .with("severity", Message::new(finding.severity.key()))
            .with("things", things(finding))
            .with("sentence", finding.message.clone())
    });
    let summary = Message::new("cli-checked")
        .with("count", findings.len())
        .with("unchecked", survey.not_checked().len());
    let said = lines
        .chain([summary])
        .map(|line| say(terminal_lang(), &line) + "\n");
    said.collect()
}

fn things(finding: &Finding) -> String {
    let ids: Vec<&str> = finding.placements.iter().map(|id| id.as_str()).collect();
    ids.join(" ")
}
