//! `mulin check`: what the rules say of a design, or of each design of a folder, on a project.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args as ClapArgs;

use crate::project::Project;
use crate::rules::{Checker, Finding, Severity, Survey, report};
use crate::text::Message;

use super::documents::{design_in, designs_in, project_in};
use super::{Stop, put, tell, warn};

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

/// Checks a design, or each of a folder on a project that is surveyed once. Exit 0 without a
/// must-finding, 1 with one; 2 where a document cannot be used: of a folder, the others are checked
/// all the same. What could not be read of a document goes to stderr, one sentence a line.
pub fn run(args: &Args) -> Result<ExitCode, Stop> {
    let project = project_in(&args.project)?;
    let survey = Survey::new(&project);
    if !args.design.is_dir() {
        let must = check(args, &args.design, &project, &survey)?;
        return Ok(ExitCode::from(u8::from(must)));
    }
    let mut exit = 0;
    for file in designs_in(&args.design)? {
        match check(args, &file, &project, &survey) {
            Ok(must) => exit = exit.max(u8::from(must)),
            Err(Stop(message)) => {
                warn(&message);
                exit = 2;
            }
        }
    }
    Ok(ExitCode::from(exit))
}

/// Checks one design and prints what is found; whether anything must be mended.
fn check(args: &Args, file: &Path, project: &Project, survey: &Arc<Survey>) -> Result<bool, Stop> {
    let (name, design) = design_in(file, project)?;
    let mut checker = Checker::on(survey.clone(), &design);
    if !args.quick {
        checker.ask_far();
    }
    // Sentences alone are printed without fixes, so none are sought for them.
    let findings = match args.json && !args.no_fixes {
        true => checker.findings_with_fixes(),
        false => checker.findings().into_iter().cloned().collect(),
    };
    if args.json {
        put(&format!("{}\n", report(&checker, &findings, &name.to_string())));
    } else {
        if args.design.is_dir() {
            tell(&Message::new("cli-check-design").with("path", file.display().to_string()));
        }
        print(&findings, survey);
    }
    Ok(findings.iter().any(|finding| finding.severity == Severity::Must))
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
