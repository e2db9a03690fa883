//! `mulin check`: what the rules say of a design on its project.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args as ClapArgs;

use crate::rules::{Finding, Severity, Survey, check_on, report};
use crate::text::Message;

use super::documents::{design_in, project_in};
use super::{Stop, put, tell};

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
    let (name, design) = design_in(&args.design, &project)?;
    let survey = Survey::new(&project);
    let findings = check_on(&survey, &design);
    if args.json {
        let name = name.to_string();
        put(&format!("{}\n", report(&survey, &design, &findings, &name)));
    } else {
        print(&findings, &survey);
    }
    let must = findings.iter().any(|finding| finding.severity == Severity::Must);
    Ok(ExitCode::from(u8::from(must)))
}

fn print(findings: &[Finding], survey: &Survey) {
    for finding in findings {
        let line = Message::new("cli-check-finding")
            .with("severity", Message::new(finding.severity.key()))
            .with("things", things(finding))
            .with("sentence", finding.message.clone());
        tell(&line);
    }
    let summary = Message::new("cli-checked")
        .with("count", findings.len())
        .with("unchecked", survey.not_checked().len());
    tell(&summary);
}

fn things(finding: &Finding) -> String {
    let ids: Vec<&str> = finding.placements.iter().map(|id| id.as_str()).collect();
    ids.join(" ")
}
