//! What is asked of a composition and what comes of it.

use crate::catalogue::KindId;
use crate::design::stored::DesignName;
use crate::design::{Design, PlacementId};
use crate::geometry::WorldPt;
use crate::rules::Totals;

use super::choose::Why;
use super::density::DEFAULT_BANDWIDTH_M;
use super::measure::Support;

/// What is asked of a composition.
#[derive(Clone, Debug)]
pub struct Limits {
    /// How many proposals; each has at most half of its things from those before it.
    pub proposals: usize,
    /// Bandwidth of the density whose peaks are the candidates, in metres.
    pub bandwidth: f64,
    /// The title of each proposal, and what follows for further ones.
    pub titles: Vec<String>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            proposals: 3,
            bandwidth: DEFAULT_BANDWIDTH_M,
            titles: Vec::new(),
        }
    }
}

/// How far composing has come.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// 0 to 1; it never falls.
    pub share: f64,
    /// The proposal that is being chosen, from 1; 0 before the first.
    pub proposal: usize,
}

/// Why nothing was proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NothingWhy {
    /// There is no design.
    NoDesigns,
    /// No design has any thing that the catalogue knows.
    NothingDrawn,
    /// The budget pays for none of it.
    Budget,
    /// Each of it breaks a must-rule.
    Rules,
    /// Nothing would be agreed with by more than it takes from.
    NoAgreement,
    /// It was stopped before the first plan was there.
    Stopped,
}

/// Who is behind a thing of a proposal.
#[derive(Clone, Debug, PartialEq)]
pub struct Backing {
    /// The thing.
    pub thing: PlacementId,
    /// The designs that have the same, within about 9 m.
    pub designs: Vec<DesignName>,
    /// Of each group: how many of its designs, of how many.
    pub groups: Vec<(usize, usize)>,
}

/// Something many want that is not in a proposal.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftOut {
    /// The kind.
    pub kind: KindId,
    /// Where.
    pub at: WorldPt,
    /// How many designs have it there.
    pub designs: usize,
    /// Why it is left out.
    pub why: Why,
}

/// One plan that is proposed.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// The plan: an ordinary design.
    pub design: Design,
    /// How far people agree with it.
    pub support: Support,
    /// Whether that is more than with any single design that was measured.
    pub beats_singles: bool,
    /// What it wins, loses and costs.
    pub totals: Totals,
    /// Who is behind each thing, in the order of the things.
    pub backing: Vec<Backing>,
    /// What at least a tenth of the designs have and it has not, with the reason; most wanted first.
    pub left_out: Vec<LeftOut>,
}

/// What was composed.
#[derive(Clone, Debug, PartialEq)]
pub struct Composition {
    /// The proposals, the one with most support first as a rule; fewer than asked where no other plan differs.
    pub proposals: Vec<Proposal>,
    /// Why there is none.
    pub nothing: Option<NothingWhy>,
    /// The single design with most support.
    pub best_single: Option<(DesignName, Support)>,
    /// How many must-rules that design breaks, so that it could not be built as it is; a composed plan breaks none.
    pub best_single_breaks: usize,
    /// How many single designs were measured.
    pub singles: usize,
    /// Designs that were composed from.
    pub designs: usize,
    /// Of them, those without any thing.
    pub silent: usize,
    /// Designs with things, a group each.
    pub groups: Vec<usize>,
}

impl Composition {
    /// Stopped before anything was looked at.
    pub fn stopped(designs: usize) -> Self {
        Self {
            proposals: Vec::new(),
            nothing: Some(NothingWhy::Stopped),
            best_single: None,
            best_single_breaks: 0,
            singles: 0,
            designs,
            silent: 0,
            groups: Vec::new(),
        }
    }
}
