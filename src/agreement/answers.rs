//! What an adopted plan answers to each thing of each design: a first answer, for the planner to change.

use crate::design::Design;
use crate::design::PlacementId;

use super::pairs::by_place;

/// What becomes of something that a resident proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It is in the plan, about there.
    Adopted,
    /// Its kind is in the plan, at another place.
    Partly,
    /// Nothing of its kind is in the plan.
    Declined,
}

/// What a plan answers to each thing of a design: adopted where the plan has the same within about 9 m, partly where
/// it has the kind elsewhere, declined where it has none of it. Each thing of the plan adopts one thing of the design.
pub fn proposed_answers(plan: &Design, design: &Design) -> Vec<(PlacementId, Verdict)> {
    let mut adopted = vec![false; design.placements().len()];
    for (at, _) in by_place(design, plan, Vec::new()) {
        adopted[at] = true;
    }
    let verdict = |(thing, adopted): (&std::sync::Arc<crate::design::Placement>, bool)| {
        let known = plan.placements().iter().any(|other| other.kind == thing.kind);
        let verdict = match (adopted, known) {
            (true, _) => Verdict::Adopted,
            (false, true) => Verdict::Partly,
            (false, false) => Verdict::Declined,
        };
        (thing.id.clone(), verdict)
    };
    design.placements().iter().zip(adopted).map(verdict).collect()
}
