//! The checker, begun when it is first needed. Surveying the estate for the rules takes longer than painting it,
//! and an empty plan has nothing to find: so a first visit sees its plan first.

use std::sync::Arc;

use crate::design::Design;
use crate::project::Project;
use crate::rules::Checker;

/// A checker that may not have begun yet.
pub(super) struct LateChecker {
    project: Arc<Project>,
    /// The design that it begins with; every later one reaches it as changes.
    first: Arc<Design>,
    begun: Option<Checker>,
}

impl LateChecker {
    /// A checker that will begin with a design on a project.
    pub fn of(project: Arc<Project>, first: Arc<Design>) -> Self {
        Self {
            project,
            first,
            begun: None,
        }
    }

    /// Takes another empty plan in place of the first, as long as nothing has begun; false where there is
    /// something to check.
    pub fn waits_on(&mut self, design: &Arc<Design>) -> bool {
        let waits =
            self.begun.is_none() && self.first.placements().is_empty() && design.placements().is_empty();
        if waits {
            self.first = design.clone();
        }
        waits
    }

    /// The checker; none while nothing needed it.
    pub fn get(&self) -> Option<&Checker> {
        self.begun.as_ref()
    }

    /// The checker, which begins now if it has not yet.
    pub fn begin(&mut self) -> &mut Checker {
        self.begun
            .get_or_insert_with(|| Checker::new(&self.project, &self.first))
    }
}
