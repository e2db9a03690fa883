//! What the desk reckons of the designs that the filters show: where they agree, in which groups.

use std::sync::Arc;

use leptos::prelude::*;

use super::state::Shown;
use crate::agreement::{Columns, Coverage, DEFAULT_BANDWIDTH_M, Grouping, HotSpot, coverage, hot_spots};
use crate::catalogue::KindId;
use crate::geometry::WorldPt;
use crate::project::Project;

/// The seed of the groups, stated beside them.
pub const SEED: u64 = 1;

/// Columns and groups of the designs shown.
#[derive(Debug)]
pub struct Reckoned {
    /// Every thing, as columns.
    pub columns: Columns,
    /// Groups by likeness.
    pub grouping: Grouping,
    /// Who has spoken.
    pub coverage: Coverage,
}

/// Told apart by address.
#[derive(Clone, Debug)]
pub struct Agreed(pub Arc<Reckoned>);

impl PartialEq for Agreed {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// Whose density is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Whose {
    /// That of all designs.
    #[default]
    All,
    /// That of a group.
    Group(u8),
    /// That of a group less that of all others.
    Apart(u8),
}

/// What is looked at of it. Copies share one.
#[derive(Clone, Copy)]
pub struct Study {
    /// What was reckoned; reckoned when it is first asked for.
    pub agreed: Memo<Agreed>,
    /// The kind whose density is shown; none: the one that most designs have.
    pub kind: RwSignal<Option<KindId>>,
    /// The bandwidth in metres.
    pub bandwidth: RwSignal<f64>,
    /// Whose density is shown.
    pub whose: RwSignal<Whose>,
    /// The place that was asked about.
    pub asked: RwSignal<Option<WorldPt>>,
    /// The hot spots of the kind shown.
    pub spots: Memo<Vec<HotSpot>>,
    /// The place that the map is to bring into its middle.
    pub look: RwSignal<Option<WorldPt>>,
}

impl Study {
    /// A study of what the filters show.
    pub fn new(project: Arc<Project>, shown: Memo<Shown>) -> Self {
        let of = project.clone();
        let agreed = Memo::new(move |_| {
            let drawings = shown.get().0;
            let columns = Columns::of(drawings.iter());
            let grouping = Grouping::by_likeness(&columns, of.estate.bounds(), SEED);
            let coverage = coverage(&of.estate, &drawings);
            Agreed(Arc::new(Reckoned {
                columns,
                grouping,
                coverage,
            }))
        });
        let kind = RwSignal::new(None::<KindId>);
        let bandwidth = RwSignal::new(DEFAULT_BANDWIDTH_M);
        let spots = Memo::new(move |_| {
            let agreed = agreed.get().0;
            let kind = kind.get().or_else(|| usual(&agreed.columns));
            let spots =
                kind.map(|kind| hot_spots(&agreed.columns, &kind, project.estate.bounds(), bandwidth.get()));
            spots.unwrap_or_default()
        });
        Self {
            agreed,
            kind,
            bandwidth,
            whose: RwSignal::new(Whose::All),
            asked: RwSignal::new(None),
            spots,
            look: RwSignal::new(None),
        }
    }
    /// The kind whose density is shown; none where nobody placed anything.
    pub fn shown_kind(self) -> Option<KindId> {
        self.kind.get().or_else(|| usual(&self.agreed.get().0.columns))
    }
}

/// The kind that most designs have.
fn usual(columns: &Columns) -> Option<KindId> {
    let count = |kind: &&KindId| {
        let mut designs = columns.of_kind(kind).design.to_vec();
        designs.dedup();
        (designs.len(), std::cmp::Reverse((*kind).clone()))
    };
    columns.kinds().iter().max_by_key(count).cloned()
}
