//! What an adopted plan answers to each thing of each design: a first answer, for the planner to change.

use crate::design::Design;
use crate::design::PlacementId;

use super::measure::sameness;

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
    const SAME: f64 = 0.5;
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for (at, thing) in design.placements().iter().enumerate() {
        for (number, other) in plan
            .placements()
            .iter()
            .enumerate()
            .filter(|(_, other)| other.kind == thing.kind)
        {
            let same = sameness(other.shape.centre().distance(thing.shape.centre()));
            if same >= SAME {
                pairs.push((same, at, number));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut adopted = vec![false; design.placements().len()];
    let mut taken = vec![false; plan.placements().len()];
    for (_, at, number) in pairs {
        if !adopted[at] && !taken[number] {
            (adopted[at], taken[number]) = (true, true);
        }
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
