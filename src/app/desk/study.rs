//! What is known of the designs that the filters show: who has spoken, where they agree, in which groups. Whatever looks
//! at every thing of every design comes from a worker ([`super::studying`]).

use std::sync::Arc;

use leptos::prelude::*;

use super::shown::Shown;
use crate::agreement::{Columns, Coverage, DEFAULT_BANDWIDTH_M, Grouping, Trait, WishGroup, coverage};
use crate::app::study::{Look, Seen, Whose};
use crate::catalogue::KindId;
use crate::design::stored::DesignName;
use crate::geometry::WorldPt;
use crate::project::Project;
use crate::tally::{KindCount, WishLine};

/// Something that is told apart by address, not by looking into it.
#[derive(Clone, Debug, Default)]
pub struct Kept<T>(pub Arc<T>);

impl<T> PartialEq for Kept<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Kept<T> {
    /// Keeps it.
    pub fn of(it: T) -> Self {
        Self(Arc::new(it))
    }
}

/// Groups of designs by likeness.
#[derive(Clone, Debug)]
pub struct Grouped {
    /// Of which designs.
    pub shown: Shown,
    /// The group of each, in their order.
    pub grouping: Grouping,
}

impl Grouped {
    /// The designs of a group.
    pub fn members(&self, group: usize) -> impl Iterator<Item = DesignName> {
        let drawings = self.shown.iter().zip(&self.grouping.of);
        drawings
            .filter(move |(_, own)| **own == Some(group as u8))
            .map(|(drawing, _)| drawing.latest.name)
    }
    /// The same groups of the designs as columns have them.
    pub fn by_columns(&self, columns: &Columns) -> Grouping {
        let mut of = vec![None; columns.designs()];
        for (drawing, group) in self.shown.iter().zip(&self.grouping.of) {
            if let Some(at) = columns.index_of(&drawing.latest.name) {
                of[at] = *group;
            }
        }
        Grouping {
            of,
            ..self.grouping.clone()
        }
    }
}

/// Wishes of like words together.
#[derive(Clone, Debug)]
pub struct Alike {
    /// Of which wishes.
    pub lines: Kept<Vec<WishLine>>,
    /// Which of them stand together.
    pub groups: Vec<WishGroup>,
}

/// How far a study is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Course {
    /// What there is is being counted.
    Counting,
    /// Groups are being found: 0 to 1.
    Grouping(f64),
}

/// What is looked at, and what is known of it. Copies share one.
#[derive(Clone, Copy)]
pub struct Study {
    /// The kind whose density is shown; none: the one that most designs have.
    pub kind: RwSignal<Option<KindId>>,
    /// The bandwidth in metres.
    pub bandwidth: RwSignal<f64>,
    /// Whose density is shown.
    pub whose: RwSignal<Whose>,
    /// The place that was asked about.
    pub asked: RwSignal<Option<WorldPt>>,
    /// The place that the map is to bring into its middle.
    pub look: RwSignal<Option<WorldPt>>,
    /// Whether a report waits for the groups.
    pub reporting: RwSignal<bool>,
    /// Who has spoken; reckoned when it is first asked for.
    pub coverage: Memo<Kept<Coverage>>,
    /// How often each kind was used; none until it is counted.
    pub counts: RwSignal<Option<Kept<Vec<KindCount>>>>,
    /// What is seen of the kind; none until it is.
    pub seen: RwSignal<Option<Kept<Seen>>>,
    /// The groups; none until they are found.
    pub grouped: RwSignal<Option<Kept<Grouped>>>,
    /// What sets each group apart.
    pub apart: RwSignal<Kept<Vec<Vec<Trait>>>>,
    /// The wishes of like words; none until they are found.
    pub alike: RwSignal<Option<Kept<Alike>>>,
    /// What goes on; none where all is known.
    pub course: RwSignal<Option<Course>>,
}

impl Study {
    /// A study of what the filters show, with nothing known yet.
    pub fn new(project: Arc<Project>, shown: Memo<Shown>) -> Self {
        Self {
            kind: RwSignal::new(None),
            bandwidth: RwSignal::new(DEFAULT_BANDWIDTH_M),
            whose: RwSignal::new(Whose::All),
            asked: RwSignal::new(None),
            look: RwSignal::new(None),
            reporting: RwSignal::new(false),
            coverage: Memo::new(move |_| Kept::of(coverage(&project.estate, shown.get().iter()))),
            counts: RwSignal::new(None),
            seen: RwSignal::new(None),
            grouped: RwSignal::new(None),
            apart: RwSignal::default(),
            alike: RwSignal::new(None),
            course: RwSignal::new(None),
        }
    }
    /// What is looked at.
    pub fn looked_at(self) -> Look {
        Look {
            kind: self.kind.get(),
            bandwidth: self.bandwidth.get(),
            whose: self.whose.get(),
        }
    }
    /// The kind whose density is shown; none where nobody placed anything, or where that is not known yet.
    pub fn shown_kind(self) -> Option<KindId> {
        let usual = || Columns::usual_kind(&self.counts.get()?.0).cloned();
        self.kind.get().or_else(usual)
    }
    /// How many groups there are; none where nothing parts the designs, or where that is not known yet.
    pub fn groups(self) -> usize {
        let count = self
            .grouped
            .with(|grouped| grouped.as_ref().map(|grouped| grouped.0.grouping.count()));
        count.filter(|count| *count > 1).unwrap_or_default()
    }
    /// Knows nothing any more of what the filters showed before.
    pub fn forget(self) {
        self.counts.set(None);
        self.seen.set(None);
        self.grouped.set(None);
        self.apart.set(Kept::default());
        self.course.set(Some(Course::Counting));
    }
}
