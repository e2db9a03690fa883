//! The round that `tally` and `compose` look at: its stores, its project, and how agreement is reckoned in it.

use std::path::PathBuf;

use clap::Args as ClapArgs;

use crate::agreement::DEFAULT_BANDWIDTH_M;
use crate::project::Project;
use crate::text::Message;

use super::Stop;
use super::documents::project_in;

/// What both are told of it.
#[derive(Debug, ClapArgs)]
pub struct RoundArgs {
    /// The store: file:///dir, a folder, s3://bucket/prefix, or a zip of one; several are read as one
    #[arg(required = true)]
    pub stores: Vec<String>,
    /// The project's folder, with project.json
    #[arg(long)]
    project: PathBuf,
    /// The deviation of the kernel that density, its peaks and hot spots are reckoned with, in metres
    #[arg(long, default_value_t = DEFAULT_BANDWIDTH_M)]
    pub bandwidth: f64,
    /// The same seed gives the same groups
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
}

impl RoundArgs {
    /// The project, once the kernel is one that can be reckoned with.
    pub fn project(&self) -> Result<Project, Stop> {
        if !(0.5..=500.0).contains(&self.bandwidth) {
            return Err(Stop(
                Message::new("cli-bandwidth").with("metres", self.bandwidth.to_string()),
            ));
        }
        project_in(&self.project)
    }
}
