//! What was gathered of designs, and how far reading them has come.

use std::sync::Arc;

use crate::app::browser::gather::GatherFault;
use crate::tally::{Aside, Drawing, Standing};

/// How far reading has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Progress {
    /// Nothing was asked for.
    #[default]
    Nothing,
    /// Reading: so many of so many files. Before the list is there, `of` is 0.
    Reading {
        /// Files read.
        done: usize,
        /// Files listed.
        of: usize,
    },
    /// All that was listed is read.
    Done,
    /// It could not be read to the end; what came is kept.
    Failed(GatherFault),
}

/// What was gathered, as it stands for the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gathered {
    /// Each drawing with its versions, the one sent last first.
    pub drawings: Vec<Drawing>,
    /// What was set aside.
    pub aside: Vec<Arc<Aside>>,
    /// How many there are of each.
    pub standing: Standing,
}
