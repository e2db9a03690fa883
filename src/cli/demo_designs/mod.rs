//! `mulin demo`: invented designs for a project, so that wall and desk can be looked at and tried.

mod designs;
mod sites;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args as ClapArgs;

use crate::text::Message;

use super::documents::project_in;
use super::{Stop, tell};

pub use designs::designs;

/// What `mulin demo` is told.
#[derive(Debug, ClapArgs)]
pub struct Args {
    /// The project's folder, with project.json
    #[arg(long)]
    project: PathBuf,
    /// How many designs to invent
    #[arg(long, default_value_t = 40)]
    designs: usize,
    /// The same seed gives the same designs
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The store's folder; designs go into designs/ in it
    #[arg(short)]
    output: PathBuf,
}

/// Invents designs and writes each under its name.
pub fn run(args: &Args) -> Result<ExitCode, Stop> {
    let project = project_in(&args.project)?;
    let folder = args.output.join("designs");
    std::fs::create_dir_all(&folder).map_err(|why| Stop::at("cli-demo-unwritable", &folder, &why))?;
    let made = designs(&project, args.designs, args.seed);
    for (name, bytes) in &made {
        let file = folder.join(format!("{name}.json"));
        std::fs::write(&file, bytes).map_err(|why| Stop::at("cli-demo-unwritable", &file, &why))?;
    }
    let path = folder.display().to_string();
    let done = Message::new("cli-demo-made").with("count", made.len());
    tell(&done.with("path", path));
    Ok(ExitCode::SUCCESS)
}
