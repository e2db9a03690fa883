//! `mulin check`: what the rules say of a design on its project.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args as ClapArgs;

use crate::design::stored::{self, DesignName};
use crate::rules::{Finding, Plan, Severity, check_all, not_checked, report};
use crate::text::Message;

use super::{Stop, project_in, said};

/// What `mulin check` is told.
#[derive(Debug, ClapArgs)]
pub struct Args {
    /// The design's document
    design: PathBuf,
    /// The project's folder, with project.json
    #[arg(long)]
    project: PathBuf,
    /// Print the findings as one JSON document
    #[arg(long)]
    json: bool,
}

/// Checks a design. Exit 0 without a must-finding, 1 with one. What could not be read of the
/// document goes to stderr, one sentence a line.
pub fn run(args: &Args) -> Result<ExitCode, Stop> {
    let project = project_in(&args.project)?;
    let bytes = bytes_of(&args.design)?;
    let (design, repairs) = stored::read(&bytes).map_err(|fault| Stop(fault.message()))?;
    for repair in &repairs {
        eprintln!("{}", said(&repair.message()));
    }
    let plan = Plan {
        project: &project,
        design: &design,
    };
    let findings = check_all(&plan);
    if args.json {
        println!(
            "{}",
            report(&plan, &findings, &DesignName::of(&bytes).to_string())
        );
    } else {
        print(&findings);
    }
    let must = findings.iter().any(|finding| finding.severity == Severity::Must);
    Ok(ExitCode::from(u8::from(must)))
}

fn bytes_of(file: &Path) -> Result<Vec<u8>, Stop> {
    let unreadable = |why: std::io::Error| Stop::at("cli-design-unreadable", file, &why);
    let length = std::fs::metadata(file).map_err(unreadable)?.len();
    match usize::try_from(length) {
        Ok(bytes) if bytes <= stored::MAX_BYTES => std::fs::read(file).map_err(unreadable),
        other => {
            let fault = stored::ReadFault::TooLarge {
                bytes: other.unwrap_or(usize::MAX),
                most: stored::MAX_BYTES,
            };
            Err(Stop(fault.message()))
        }
    }
}

fn print(findings: &[Finding]) {
    for finding in findings {
        let line = Message::new("cli-check-finding")
            .with("severity", Message::new(finding.severity.key()))
            .with("things", things(finding))
            .with("sentence", finding.message.clone());
        println!("{}", said(&line));
    }
    let summary = Message::new("cli-checked")
        .with("count", findings.len())
        .with("unchecked", not_checked().len());
    println!("{}", said(&summary));
}

fn things(finding: &Finding) -> String {
    let ids: Vec<&str> = finding.placements.iter().map(|id| id.as_str()).collect();
    ids.join(" ")
}
